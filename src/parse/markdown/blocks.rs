//! The blocks that need more than a pair of tags: tables, alerts, exercises, what is for facilitators.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind};

use super::writer::{Writer, clamp, first_line};
use super::{FacilitatorBlock, ParseOptions};
use crate::diagnostic::Code;
use crate::html::{escape, escaped};
use crate::locale::Locale;
use crate::model::{ExercisePlace, Piece};
use crate::yaml::{Id, Traced};

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
    /// Whether the corner of the head is empty: the first cells of the rows head them then.
    heads_rows: bool,
    /// Whether the cell that is being written heads its column or its row.
    is_heading: bool,
}

/// The tags before a table's head. Its label distinguishes it from the other tables of the page.
pub(super) fn table_start(writer: &mut Writer<'_>, alignments: &[Alignment]) -> String {
    writer.table = Some(TableState {
        alignments: alignments.to_vec(),
        column: 0,
        is_head: true,
        heads_rows: false,
        is_heading: false,
    });
    writer.tables += 1;
    let mut html = String::from("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
    let words = writer.options.locale.rules.blocks.as_ref();
    // The tables of a block for facilitators have numbers of their own: those of the page do not depend on the edition.
    let number = match writer.options.block {
        Some(block) => format!("{}-{}", block.number, writer.tables),
        None => writer.tables.to_string(),
    };
    let mut label = words.map_or("{n}", |it| &it.table).replace("{n}", &number);
    if let Some(heading) = writer.body.headings.last() {
        // A short one: it is repeated by every table below the heading.
        let text: String = heading.text.chars().take(LONGEST_LABEL).collect();
        let both = words.map_or("{table} {heading}", |it| &it.table_heading);
        label = both.replace("{table}", &label).replace("{heading}", &text);
    }
    escape(&label, &mut html);
    html.push_str("\"><table>\n");
    html
}

impl TableState {
    /// The tag of the next cell, whose source is `text`. The empty corner of a table heads nothing.
    pub(super) fn cell_start(&mut self, text: &str) -> String {
        let is_empty = text.trim().trim_matches('|').trim().is_empty();
        if self.is_head && self.column == 0 {
            self.heads_rows = is_empty;
        }
        self.is_heading = !is_empty && (self.is_head || self.heads_rows && self.column == 0);
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        self.column += 1;
        let scope = if self.is_head { "col" } else { "row" };
        if self.is_heading { format!("<th scope=\"{scope}\"{class}>") } else { format!("<td{class}>") }
    }

    /// The tag that ends a cell.
    pub(super) fn cell_end(&self) -> &'static str {
        if self.is_heading { "</th>" } else { "</td>" }
    }
}

// ---- lists of things to do

/// The box of an item `- [ ]`.
pub(super) fn check_box(is_checked: bool, locale: &Locale) -> String {
    let words = locale.rules.blocks.as_ref();
    let label = words.map_or("", |it| if is_checked { &it.done } else { &it.todo });
    let checked = if is_checked { " checked" } else { "" };
    format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{}\"> ", escaped(label))
}

// ---- quotations and alerts

/// A quotation or an alert begins.
pub(super) fn quote(writer: &mut Writer<'_>, kind: Option<BlockQuoteKind>) {
    let Some(kind) = kind else { return writer.block("<blockquote>\n") };
    let words = writer.options.locale.rules.blocks.as_ref();
    let (class, title) = match kind {
        BlockQuoteKind::Note => ("note", words.map(|it| &it.note)),
        BlockQuoteKind::Tip => ("tip", words.map(|it| &it.tip)),
        BlockQuoteKind::Important => ("important", words.map(|it| &it.important)),
        BlockQuoteKind::Warning => ("warning", words.map(|it| &it.warning)),
        BlockQuoteKind::Caution => ("caution", words.map(|it| &it.caution)),
    };
    let title = title.map_or(class, |title| title);
    writer.block(&format!(
        "<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">{}</p>\n",
        escaped(title)
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

/// The file that the words after a fence name: `cases/a.md` of `yaml cases/a.md`. Other programs write other things there.
pub(super) fn file_of(info: &str) -> Option<&str> {
    let (_, file) = info.trim().split_once(' ')?;
    let file = file.trim_start();
    let is_path = |sign: char| sign.is_alphanumeric() || "-_./".contains(sign);
    (file.ends_with(".md") || file.ends_with(".yaml"))
        .then_some(file)
        .filter(|file| file.chars().all(is_path))
}

/// A fenced block for facilitators: a text by itself.
pub(super) fn facilitator(writer: &mut Writer<'_>, mut code: Traced<'_>, range: Range<usize>) {
    let text = std::mem::take(&mut code.text);
    let misplaced = match writer.options {
        ParseOptions { inline: true, .. } => Some("value"),
        ParseOptions { block: Some(_), .. } => Some("nested"),
        _ => text.trim().is_empty().then_some("empty"),
    };
    if let Some(what) = misplaced {
        let fence = first_line(writer.text, range);
        return writer.report(Code::FacilitatorBlock, fence, |it| it.with("what", what).with("fix", ""));
    }
    // The text of a Markdown file is one run of it.
    let offsets = code.into_offsets().shifted(writer.place(0..0).start);
    let block = FacilitatorBlock { level: writer.level(), number: writer.body.facilitator.len() + 1 };
    let options = ParseOptions { sentences: false, block: Some(block), ..writer.options };
    let body = super::parse(&text, &offsets, writer.path, options, writer.diagnostics);
    writer.body.facilitator.push(body);
    let index = clamp(writer.body.facilitator.len() - 1);
    writer.piece(Piece::Facilitator(index));
}

/// A fenced block that names an exercise.
pub(super) fn exercise(writer: &mut Writer<'_>, text: &str, range: Range<usize>) {
    if writer.options.block.is_some() {
        let fence = first_line(writer.text, range);
        return writer
            .report(Code::FacilitatorBlock, fence, |it| it.with("what", "exercise").with("fix", ""));
    }
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
