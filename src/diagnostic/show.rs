//! Diagnostics for people (with the line itself), for editors (`path:line:column: …`) and for programs (JSON).

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Messages, Severity};
use crate::source::{LineColumn, Sources, Span, line_column, line_text};

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
    /// How to mend it.
    pub hint: Option<String>,
    /// The line that holds the place.
    pub text: String,
}

/// One diagnostic as a JSON object.
#[must_use]
pub fn to_json(diagnostic: &Diagnostic, sources: &Sources, messages: &Messages) -> JsonDiagnostic {
    let text = sources.text(&diagnostic.span.path);
    let start = line_column(text, diagnostic.span.start);
    let end = line_column(text, diagnostic.span.end);
    JsonDiagnostic {
        code: diagnostic.code.name(),
        severity: diagnostic.severity().name(),
        path: diagnostic.span.path.to_string(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: message(diagnostic, messages),
        hint: hint(diagnostic, messages),
        text: line_text(text, diagnostic.span.start).1.to_owned(),
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
    let mut out = String::new();
    for diagnostic in diagnostics {
        match format {
            Format::Human => out.push_str(&human(diagnostic, sources, messages, color)),
            Format::Short => {
                let LineColumn { line, column } =
                    line_column(sources.text(&diagnostic.span.path), diagnostic.span.start);
                let _ = write!(
                    out,
                    "{}:{line}:{column}: {}[{}]: {}",
                    diagnostic.span.path,
                    diagnostic.severity().name(),
                    diagnostic.code.name(),
                    message(diagnostic, messages)
                );
            }
            Format::Json => {
                let json = serde_json::to_string(&to_json(diagnostic, sources, messages));
                out.push_str(&json.unwrap_or_default());
            }
        }
        out.push('\n');
        if format == Format::Human {
            out.push('\n');
        }
    }
    out
}

fn message(diagnostic: &Diagnostic, messages: &Messages) -> String {
    messages.text(diagnostic.code.name(), &diagnostic.arguments)
}

/// The fix: "did you mean" where there is a near name, else the code's own hint.
fn hint(diagnostic: &Diagnostic, messages: &Messages) -> Option<String> {
    let has_suggestion = diagnostic.arguments.iter().any(|(name, _)| *name == "suggestion");
    let near = has_suggestion.then(|| messages.text("did-you-mean", &diagnostic.arguments));
    let fix = messages.find(&format!("{}.hint", diagnostic.code.name()), &diagnostic.arguments);
    match (near, fix) {
        (Some(near), Some(fix)) => Some(format!("{near} {fix}")),
        (near, fix) => near.or(fix),
    }
}

fn human(diagnostic: &Diagnostic, sources: &Sources, messages: &Messages, color: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let level = level.with_name(messages.text(diagnostic.severity().name(), &[]));
    let title = level.primary_title(message(diagnostic, messages)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    // Of a file that is no text, or was not read, there is only the path to show.
    group = match sources.text(&diagnostic.span.path) {
        "" => group.element(Origin::path(diagnostic.span.path.to_string())),
        _ => group.element(snippet(&diagnostic.span, sources, AnnotationKind::Primary, None)),
    };
    if let Some(related) = &diagnostic.related {
        let own = messages.find(&format!("{}.related", diagnostic.code.name()), &diagnostic.arguments);
        let label = own.unwrap_or_else(|| messages.text("related-here", &[]));
        group = group.element(snippet(related, sources, AnnotationKind::Context, Some(label)));
    }
    if let Some(hint) = hint(diagnostic, messages) {
        group = group.element(Level::HELP.with_name(messages.text("fix", &[])).message(hint));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The lines of a span. The mark is one line at most: a span of many lines says no more than its beginning.
fn snippet<'a>(
    span: &Span,
    sources: &'a Sources,
    kind: AnnotationKind,
    label: Option<String>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = sources.text(&span.path);
    let (line_start, line) = line_text(text, span.start);
    let start = (span.start as usize).clamp(line_start, line_start + line.len()) - line_start;
    let end = (span.end as usize).clamp(line_start, line_start + line.len()) - line_start;
    let place =
        kind.span(start..end.max(start)).label(label.map(std::borrow::Cow::Owned).unwrap_or_default());
    Snippet::source(line)
        .line_start(line_column(text, span.start).line)
        .path(span.path.to_string())
        .annotation(place)
}
