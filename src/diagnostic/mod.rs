//! What mitate reports to an author: a code, a place, a message, and the fix.
//!
//! An author's mistake is a [`Diagnostic`]: a value that stages collect and hand on, so that one run shows them all.
//! It holds no sentence: [`messages`] has the sentences, Japanese and English, in `messages/*.ftl`, each code with
//! its message, its hint, and what `mitate explain` prints.

mod code;
mod edit;
mod explain;
mod messages;
mod near;
mod show;
mod visible;

pub use code::{Code, Severity};
pub use edit::Edit;
pub use explain::explain;
pub use messages::{Language, Messages, messages};
use near::lookalike;
pub use near::nearest;
pub use show::{Format, JsonDiagnostic, Printer, hint, message, show};
pub use visible::{visible_line, visible_text};

use crate::source::Span;

/// One mistake, or one thing worth a look, at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub code: Code,
    /// Where it is.
    pub span: Span,
    /// The values that its sentences name.
    pub arguments: Vec<(&'static str, String)>,
    /// Another place that belongs to it: the first of two equal ids, for one.
    pub related: Option<Span>,
    /// The change that corrects it, where there is only one.
    pub edit: Option<Edit>,
}

impl Diagnostic {
    /// `code` at `span`.
    #[must_use]
    pub fn new(code: Code, span: Span) -> Self {
        Self { code, span, arguments: Vec::new(), related: None, edit: None }
    }

    /// Names a value for the sentences.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// Adds what the author probably meant: the known name nearest to `wrong`, if any is near.
    #[must_use]
    pub fn near<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wrong, known) {
            Some(name) if name != wrong => self.meant(wrong, name),
            _ => self,
        }
    }

    /// Adds what the author meant by `wrong`. Where the two look the same, it says by which character they differ.
    #[must_use]
    pub fn meant(self, wrong: &str, name: &str) -> Self {
        let edit = Edit { at: self.span.clone(), found: wrong.to_owned(), text: name.to_owned() };
        let it = Self { edit: Some(edit), ..self }.with("suggestion", name);
        match lookalike(wrong, name) {
            Some((written, known)) => it.with("alike", written).with("unlike", known),
            None => it,
        }
    }

    /// Adds the change that corrects it: `text` instead of all that is at `at`.
    #[must_use]
    pub fn fixed(self, at: Span, text: impl Into<String>) -> Self {
        Self { edit: Some(Edit::new(at, text)), ..self }
    }

    /// Points at a second place.
    #[must_use]
    pub fn related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// How serious it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Puts diagnostics into the order in which they are shown: path, position, code; without repeats.
#[must_use]
pub fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by(|a, b| (&a.span, a.code, &a.arguments).cmp(&(&b.span, b.code, &b.arguments)));
    diagnostics.dedup();
    diagnostics
}

/// Whether any of them stops the build.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}
