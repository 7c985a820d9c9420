//! Diagnostics for people (with the line itself), for editors (`path:line:column: …`) and for programs (JSON).

use std::collections::HashMap;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Edit, Messages, Severity, visible_line};
use crate::source::{Lines, Sources, Span};

/// Of a line longer than twice this, in bytes, only so much before and after the place is shown.
const WINDOW: usize = 512;

/// A place of more lines than this is shown by its first line.
const MOST_LINES: usize = 4;

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// With the line, a mark under the place, and the fix.
    #[default]
    Human,
    /// One line each: `path:line:column: severity[code]: message`.
    Short,
    /// One JSON object a line.
    Json,
}

/// A diagnostic as a JSON object: what `--format json` prints and what the overlay in the browser shows.
#[derive(Debug, Serialize)]
pub struct JsonDiagnostic {
    /// The code's name.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The file in the course.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The line where the place ends.
    pub end_line: usize,
    /// The column after its last character.
    pub end_column: usize,
    /// What is wrong.
    pub message: String,
    /// How to correct it.
    pub hint: Option<String>,
    /// The line that holds the place; of a very long line the part around it.
    pub text: String,
    /// The column where `text` begins: 1, unless the line is very long.
    pub text_column: usize,
    /// The change that corrects it, where there is only one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<JsonEdit>,
}

/// A change of a text: what is from `line` and `column` to `end_line` and `end_column` becomes `text`.
#[derive(Debug, Serialize)]
pub struct JsonEdit {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The line where what changes ends.
    pub end_line: usize,
    /// The column after its last character.
    pub end_column: usize,
    /// What it becomes.
    pub text: String,
}

/// Writes diagnostics that point into one set of texts.
pub struct Printer<'s> {
    sources: &'s Sources,
    messages: &'s Messages,
    /// The lines of the texts that were pointed into.
    lines: HashMap<String, Lines<'s>>,
}

impl<'s> Printer<'s> {
    /// A printer of diagnostics that point into `sources`.
    #[must_use]
    pub fn new(sources: &'s Sources, messages: &'s Messages) -> Self {
        Self { sources, messages, lines: HashMap::new() }
    }

    fn lines(&mut self, path: &str) -> &Lines<'s> {
        let sources = self.sources;
        self.lines.entry(path.to_owned()).or_insert_with(|| Lines::new(sources.text(path)))
    }

    /// One diagnostic as a JSON object.
    #[must_use]
    pub fn json(&mut self, diagnostic: &Diagnostic) -> JsonDiagnostic {
        let messages = self.messages;
        let span = &diagnostic.span;
        let lines = self.lines(&span.path);
        let start = lines.line_column(span.start);
        let end = lines.line_column(span.end);
        let excerpt = Excerpt::of_line(lines, span);
        JsonDiagnostic {
            code: diagnostic.code.name(),
            severity: diagnostic.severity().name(),
            path: span.path.to_string(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: message(diagnostic, messages),
            hint: hint(diagnostic, messages),
            text: excerpt.text.to_owned(),
            text_column: start.column - excerpt.text[..excerpt.mark.start].chars().count(),
            edit: diagnostic.edit.as_ref().and_then(|edit| self.edit(edit)),
        }
    }

    fn edit(&mut self, edit: &Edit) -> Option<JsonEdit> {
        let place = edit.place(self.sources.text(&edit.at.path))?;
        let lines = self.lines(&edit.at.path);
        let at = |byte: usize| lines.line_column(u32::try_from(byte).unwrap_or(u32::MAX));
        let (start, end) = (at(place.start), at(place.end));
        Some(JsonEdit {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            text: edit.text.clone(),
        })
    }

    fn short(&mut self, diagnostic: &Diagnostic) -> String {
        let at = self.lines(&diagnostic.span.path).line_column(diagnostic.span.start);
        let line = format!(
            "{}:{}:{}: {}[{}]: {}",
            diagnostic.span.path,
            at.line,
            at.column,
            diagnostic.severity().name(),
            diagnostic.code.name(),
            message(diagnostic, self.messages)
        );
        visible_line(&line).into_owned()
    }

    fn human(&mut self, diagnostic: &Diagnostic, color: bool) -> String {
        let messages = self.messages;
        let level = match diagnostic.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let level = level.with_name(messages.text(diagnostic.severity().name(), &[]));
        let title = level.primary_title(message(diagnostic, messages)).id(diagnostic.code.name());
        let mut group = Group::with_title(title);
        // Of a file that is no text, or was not read, there is only the path to show.
        group = match self.sources.text(&diagnostic.span.path) {
            "" => group.element(Origin::path(visible_line(&diagnostic.span.path).into_owned())),
            _ => group.elements(self.snippet(&diagnostic.span, AnnotationKind::Primary, None)),
        };
        if let Some(related) = &diagnostic.related {
            let own = messages.find(&format!("{}.related", diagnostic.code.name()), &diagnostic.arguments);
            let label = own.unwrap_or_else(|| messages.text("related-here", &[]));
            group = group.elements(self.snippet(related, AnnotationKind::Context, Some(label)));
        }
        if let Some(hint) = hint(diagnostic, messages) {
            group = group.element(Level::HELP.with_name(messages.text("fix", &[])).message(hint));
        }
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }

    /// The place, and its lines with the mark.
    fn snippet(&mut self, span: &Span, kind: AnnotationKind, label: Option<String>) -> [Element<'s>; 2] {
        let lines = self.lines(&span.path);
        let at = lines.line_column(span.start);
        let excerpt = Excerpt::of_lines(lines, span);
        let mark = kind.span(excerpt.mark).label(label.map(std::borrow::Cow::Owned).unwrap_or_default());
        let origin = Origin::path(visible_line(&span.path).into_owned()).line(at.line).char_column(at.column);
        let snippet = Snippet::source(excerpt.text).line_start(at.line).annotation(mark);
        [origin.into(), snippet.into()]
    }
}

/// What is shown of a text, and the bytes of it that are marked.
struct Excerpt<'t> {
    text: &'t str,
    mark: std::ops::Range<usize>,
}

impl<'t> Excerpt<'t> {
    /// The line where `span` begins. The mark ends with it.
    fn of_line(lines: &Lines<'t>, span: &Span) -> Self {
        let (start, text) = lines.line_text(span.start);
        let within = |at: u32| (at as usize).saturating_sub(start);
        let mark = text.floor_char_boundary(within(span.start))..text.ceil_char_boundary(within(span.end));
        Self { text, mark: mark.start..mark.end.max(mark.start) }.cut()
    }

    /// Every line of `span`, if it has a few.
    fn of_lines(lines: &Lines<'t>, span: &Span) -> Self {
        let (first, last) = (lines.line_column(span.start), lines.line_column(span.end));
        if last.line == first.line || last.line - first.line >= MOST_LINES {
            return Self::of_line(lines, span);
        }
        let (start, _) = lines.line_text(span.start);
        let (end, text) = lines.line_text(span.end);
        let text = lines.text(start..end + text.len());
        let within = |at: u32| (at as usize).saturating_sub(start);
        let mark = text.floor_char_boundary(within(span.start))..text.ceil_char_boundary(within(span.end));
        if text.len() > 2 * WINDOW { Self::of_line(lines, span) } else { Self { text, mark } }
    }

    /// The part around the mark, if the text is very long.
    fn cut(self) -> Self {
        if self.text.len() <= 2 * WINDOW {
            return self;
        }
        let from = self.text.floor_char_boundary(self.mark.start.saturating_sub(WINDOW));
        let to = self.text.ceil_char_boundary(self.mark.start + WINDOW);
        let mark = self.mark.start - from..self.mark.end.min(to) - from;
        Self { text: &self.text[from..to], mark }
    }
}

/// The text of `diagnostics` in `format`, each ended by a line break. `color` for a terminal.
#[must_use]
pub fn show(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    messages: &Messages,
    format: Format,
    color: bool,
) -> String {
    let mut printer = Printer::new(sources, messages);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let text = match format {
            Format::Human => printer.human(diagnostic, color) + "\n",
            Format::Short => printer.short(diagnostic),
            Format::Json => serde_json::to_string(&printer.json(diagnostic)).unwrap_or_default(),
        };
        let _ = writeln!(out, "{text}");
    }
    out
}

/// What is wrong, in a sentence.
#[must_use]
pub fn message(diagnostic: &Diagnostic, messages: &Messages) -> String {
    messages.text(diagnostic.code.name(), &diagnostic.arguments)
}

/// The fix: "did you mean" if there is a near name, else the code's own hint.
#[must_use]
pub fn hint(diagnostic: &Diagnostic, messages: &Messages) -> Option<String> {
    let has = |argument: &str| diagnostic.arguments.iter().any(|(name, _)| *name == argument);
    let key = if has("alike") { "did-you-mean-alike" } else { "did-you-mean" };
    let near = has("suggestion").then(|| messages.text(key, &diagnostic.arguments));
    let fix = messages.find(&format!("{}.hint", diagnostic.code.name()), &diagnostic.arguments);
    match (near, fix) {
        (Some(near), Some(fix)) => Some(format!("{near} {fix}")),
        (near, fix) => near.or(fix),
    }
}
