//! The blocks that need more than a pair of tags: tables, alerts, exercises.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind};

use super::writer::{Writer, clamp};
use crate::diagnostic::{Code, Language};
use crate::html::escape;
use crate::model::{ExercisePlace, Piece};
use crate::yaml::Id;

// ---- tables

/// How many characters of a heading are in the label of a table.
const LONGEST_LABEL: usize = 100;

/// The table that is being written.
pub(super) struct TableState {
    alignments: Vec<Alignment>,
    /// The column of the next cell, from 0.
    pub column: usize,
    /// Whether the head is being written.
    pub is_head: bool,
    /// Whether the cell that is being written heads its column.
    is_heading: bool,
}

/// The tags before a table's head. Its label distinguishes it from the other tables of the page.
pub(super) fn table_start(writer: &mut Writer<'_>, alignments: &[Alignment]) -> String {
    writer.table =
        Some(TableState { alignments: alignments.to_vec(), column: 0, is_head: true, is_heading: false });
    writer.tables += 1;
    let mut html = String::from("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html.push_str(if writer.options.language == Language::Ja { "表" } else { "Table " });
    let _ = write!(html, "{}", writer.tables);
    if let Some(heading) = writer.body.headings.last() {
        html.push_str(if writer.options.language == Language::Ja { "：" } else { ": " });
        // A short one: it is repeated by every table below the heading.
        let text: String = heading.text.chars().take(LONGEST_LABEL).collect();
        escape(&text, &mut html);
    }
    html.push_str("\"><table>\n");
    html
}

impl TableState {
    /// The tag of the next cell, whose source is `text`. The empty corner of a table heads nothing.
    pub(super) fn cell_start(&mut self, text: &str) -> String {
        self.is_heading = self.is_head && !text.trim().trim_matches('|').trim().is_empty();
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        self.column += 1;
        if self.is_heading { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    /// The tag that ends a cell.
    pub(super) fn cell_end(&self) -> &'static str {
        if self.is_heading { "</th>" } else { "</td>" }
    }
}

// ---- lists of things to do

/// The box of an item `- [ ]`.
pub(super) fn check_box(is_checked: bool, language: Language) -> &'static str {
    match (is_checked, language) {
        (false, Language::Ja) => "<input type=\"checkbox\" disabled aria-label=\"未\"> ",
        (true, Language::Ja) => "<input type=\"checkbox\" disabled checked aria-label=\"済み\"> ",
        (false, Language::En) => "<input type=\"checkbox\" disabled aria-label=\"to do\"> ",
        (true, Language::En) => "<input type=\"checkbox\" disabled checked aria-label=\"done\"> ",
    }
}

// ---- quotations and alerts

/// A quotation or an alert begins.
pub(super) fn quote(writer: &mut Writer<'_>, kind: Option<BlockQuoteKind>) {
    let Some(kind) = kind else { return writer.block("<blockquote>\n") };
    let (class, ja, en) = match kind {
        BlockQuoteKind::Note => ("note", "補足", "Note"),
        BlockQuoteKind::Tip => ("tip", "ヒント", "Tip"),
        BlockQuoteKind::Important => ("important", "要点", "Important"),
        BlockQuoteKind::Warning => ("warning", "注意", "Warning"),
        BlockQuoteKind::Caution => ("caution", "警告", "Caution"),
    };
    let title = if writer.options.language == Language::Ja { ja } else { en };
    writer.block(&format!(
        "<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n"
    ));
    writer.plain().push_str(title);
    writer.plain_break();
}

/// The tag that ends them.
pub(super) fn quote_end(kind: Option<BlockQuoteKind>) -> &'static str {
    if kind.is_some() { "</div>\n" } else { "</blockquote>\n" }
}

// ---- code and exercises

/// The words after a fence.
pub(super) fn info(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.to_string(),
        CodeBlockKind::Indented => String::new(),
    }
}

/// A fenced block that names an exercise.
pub(super) fn exercise(writer: &mut Writer<'_>, text: &str, range: Range<usize>) {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let [id] = lines[..] else {
        return writer.report(Code::EmptyExercise, range, |it| it);
    };
    let source = &writer.text[range.clone()];
    let first_line = source.find('\n').unwrap_or(0);
    let at = source[first_line..].find(id).map_or(range.start, |at| range.start + first_line + at);
    if !Id::is_valid(id) {
        return writer.report(Code::EmptyExercise, at..at + id.len(), |it| it);
    }
    let place = ExercisePlace { id: id.into(), at: writer.place(at..at + id.len()) };
    writer.body.exercises.push(place);
    let index = clamp(writer.body.exercises.len() - 1);
    writer.piece(Piece::Exercise(index));
}
