//! A form in a Word file: ruled cells, labels in the left column.
//!
//! Questions that need the whole width (tables, grids) are tables of their own; the others are the rows of one table for each section.

use super::super::form::{Form, FormQuestion, FormSection};
use super::super::prose::{Line, TextBlock, of_label, words};
use super::body::{BodyWriter, LINE, Row, TableCell, WIDTH};
use super::fill::{PaperPiece, ROW};
use super::looks::{self, Looks};
use super::wide;
use crate::field::{Rows, Slot, SlotColumn, SlotKind, SlotOption, Slots};
use crate::yaml::Label;

/// The width of the column of labels.
const LABEL: u32 = 1900;
/// The width of a column of numbers.
pub(super) const NUMBER: u32 = 480;
/// The least height of a row of a table.
pub(super) const CELL_HEIGHT: u32 = 510;
/// Options that are so long, in half widths, have a line each.
const LONG_OPTION: usize = 24;

/// Words of the theme that are written on forms.
#[derive(Debug, Clone, Default)]
pub struct PaperWords {
    /// Above the instructions.
    pub instructions: String,
    /// Beside what must be filled in.
    pub required: String,
    /// Before an example.
    pub example: String,
    /// Above answers that have no place on the form.
    pub rest: String,
    /// Between the words of options: `／`.
    pub slash: String,
    /// How a date is written, with `{y}`, `{m}` and `{d}`.
    pub date: String,
    /// A date to be written by hand.
    pub blank_date: String,
    /// How the bounds of a number are written, with `{min}` and `{max}`.
    pub range: String,
    /// Between a name and what it names: `：`.
    pub colon: String,
    /// A blank between words that are apart: `　`.
    pub space: String,
}

/// Adds `form`.
pub fn write(body: &mut BodyWriter, form: &Form, words: &PaperWords, titles: &dyn Fn(&str) -> String) {
    let writer = FormWriter { words, looks: Looks::new(words) };
    if !form.instructions.is_empty() {
        if form.key.starts_with("worksheet/") {
            body.paragraph("Heading3", &super::super::prose::words(&words.instructions));
        }
        super::blocks::write(body, &form.instructions, 1, titles);
    }
    for section in &form.sections {
        writer.section(body, section, titles);
    }
    writer.rest(body);
}

pub(super) struct FormWriter<'a> {
    pub(super) words: &'a PaperWords,
    pub(super) looks: Looks<'a>,
}

impl FormWriter<'_> {
    fn section(&self, body: &mut BodyWriter, section: &FormSection, titles: &dyn Fn(&str) -> String) {
        if section.is_apart {
            body.page_break();
        }
        if !section.title.is_empty() {
            body.paragraph("Section", &section.title);
        }
        match &section.help[..] {
            [TextBlock::Paragraph(help)] => body.paragraph("Lead", help),
            help => super::blocks::write(body, help, 1, titles),
        }
        let mut is_open = false;
        for question in section.questions.iter().filter(|question| !question.is_in_text) {
            if wide::is_wide(&question.slots) {
                if std::mem::take(&mut is_open) {
                    body.close_table();
                }
                self.wide(body, question);
            } else {
                let is_first = !std::mem::replace(&mut is_open, true);
                match (section.is_stacked, is_first) {
                    (true, true) => body.open_table("Form", &[WIDTH]),
                    (false, true) => body.open_table("Form", &[LABEL, WIDTH - LABEL]),
                    _ => {}
                }
                if section.is_stacked {
                    self.stacked(body, question);
                } else {
                    self.narrow(body, question);
                }
            }
        }
        if is_open {
            body.close_table();
        }
    }

    // ---- questions beside their label

    fn narrow(&self, body: &mut BodyWriter, question: &FormQuestion) {
        body.open_row(Row { height: height(&question.slots), ..Row::default() });
        let label = TableCell { width: LABEL, is_label: true, ..TableCell::default() };
        body.cell(label, |body| self.label_lines(body, question));
        body.cell(TableCell { width: WIDTH - LABEL, ..TableCell::default() }, |body| {
            self.answer(body, question);
        });
        body.close_row();
    }

    /// What is asked, and its answer below it.
    fn stacked(&self, body: &mut BodyWriter, question: &FormQuestion) {
        body.open_row(Row::default());
        let label = TableCell { width: WIDTH, is_label: true, ..TableCell::default() };
        body.cell(label, |body| body.paragraph_in_cell("Question", &question.label));
        body.close_row();
        body.open_row(Row { height: height(&question.slots), ..Row::default() });
        body.cell(TableCell { width: WIDTH, ..TableCell::default() }, |body| {
            self.notes(body, question);
            self.answer(body, question);
        });
        body.close_row();
    }

    fn answer(&self, body: &mut BodyWriter, question: &FormQuestion) {
        if !question.help.is_empty() {
            body.paragraph_in_cell("Help", &question.help);
        }
        match &question.slots {
            Slots::One(slot) => self.slot(body, slot),
            Slots::Several(slots) => slots.iter().for_each(|(label, slot)| self.named(body, label, slot)),
            Slots::Scale(slot, low, high) => self.scale(body, slot, low.as_ref(), high.as_ref()),
            Slots::Rows(rows) => {
                self.list(body, rows);
                rows.columns.iter().for_each(|column| self.options(body, column));
            }
            Slots::Matrix(..) | Slots::Short(..) | Slots::Grid { .. } => body.raw("<w:p/>"),
        }
        self.example(body, question);
    }

    pub(super) fn label_lines(&self, body: &mut BodyWriter, question: &FormQuestion) {
        body.paragraph_in_cell("Label", &question.label);
        self.notes(body, question);
    }

    /// That it must be filled in, and when it is asked.
    fn notes(&self, body: &mut BodyWriter, question: &FormQuestion) {
        if question.is_required {
            body.paragraph_in_cell("Required", &words(&self.words.required));
        }
        if !question.condition.is_empty() {
            body.paragraph_in_cell("Help", &question.condition);
        }
    }

    pub(super) fn example(&self, body: &mut BodyWriter, question: &FormQuestion) {
        if !question.example.is_empty() {
            let sign = words(&format!("{}{}", self.words.example, self.words.space));
            body.paragraph_in_cell("Help", &[sign, question.example.clone()].concat());
        }
    }

    /// The lines of a list, each with its number.
    fn list(&self, body: &mut BodyWriter, rows: &Rows) {
        let one = body.apart(|body| {
            for column in &rows.columns {
                body.raw("<w:p><w:pPr><w:pStyle w:val=\"ListLine\"/></w:pPr><w:r>");
                body.piece(PaperPiece::Number(()));
                body.raw("</w:r><w:r><w:t>.</w:t><w:tab/></w:r>");
                let slot = row_slot(rows, column);
                body.slot(&slot.name, &self.looks.of(&slot.kind));
                body.close();
            }
        });
        body.piece(PaperPiece::Rows(rows.name.clone(), rows.blank, one));
    }

    pub(super) fn numbered(body: &mut BodyWriter, width: u32) {
        body.cell(TableCell { width, ..TableCell::default() }, |body| {
            body.raw("<w:p><w:pPr><w:pStyle w:val=\"Number\"/></w:pPr><w:r>");
            body.piece(PaperPiece::Number(()));
            body.raw("</w:r></w:p>");
        });
    }

    // ---- slots

    fn slot(&self, body: &mut BodyWriter, slot: &Slot) {
        match &slot.kind {
            SlotKind::One(options) | SlotKind::Many(options) => self.boxes(body, slot, options),
            SlotKind::Number(unit, bounds) => {
                body.open_in_cell("TableCell");
                body.slot(&slot.name, &looks::text());
                if let Some(unit) = unit {
                    body.line(&[words(" "), of_label(unit)].concat());
                }
                if let Some((min, max)) = bounds {
                    let range = self.words.range.replace("{min}", &min.to_string());
                    body.words(&format!("{}{}", self.words.space, range.replace("{max}", &max.to_string())));
                }
                body.close();
            }
            _ => {
                body.open_in_cell("TableCell");
                body.slot(&slot.name, &self.looks.of(&slot.kind));
                body.close();
            }
        }
    }

    fn named(&self, body: &mut BodyWriter, label: &Label, slot: &Slot) {
        if label.is_empty() {
            return self.slot(body, slot);
        }
        body.open_in_cell("TableCell");
        body.line(&[of_label(label), words(&self.words.colon)].concat());
        body.slot(&slot.name, &self.looks.of(&slot.kind));
        body.close();
    }

    /// A box for each option: short ones beside each other, long ones below.
    fn boxes(&self, body: &mut BodyWriter, slot: &Slot, options: &[SlotOption]) {
        use unicode_width::UnicodeWidthStr as _;
        let is_long = options.iter().any(|option| option.label.width() > LONG_OPTION);
        body.open_in_cell("TableCell");
        for (index, option) in options.iter().enumerate() {
            if index > 0 && is_long {
                body.close();
                body.open_in_cell("TableCell");
            }
            body.slot(&slot.name, &looks::tick(&option.id));
            // The words of an option stay with its box.
            body.line(&[words("\u{a0}"), of_label(&option.label)].concat());
            if !is_long && index + 1 < options.len() {
                body.words(&format!("{} ", self.words.space));
            }
        }
        body.close();
    }

    fn scale(&self, body: &mut BodyWriter, slot: &Slot, low: Option<&Label>, high: Option<&Label>) {
        body.open_in_cell("TableCell");
        let end = |label: Option<&Label>| label.map_or_else(Line::new, of_label);
        body.line(&end(low));
        for option in slot.kind.options() {
            body.words(&self.words.space);
            body.slot(&slot.name, &looks::tick(&option.id));
            body.line(&[words("\u{a0}"), of_label(&option.label)].concat());
        }
        body.words(&self.words.space);
        body.line(&end(high));
        body.close();
    }

    /// A cell with one slot; what is chosen in a cell is chosen from a list.
    pub(super) fn cell(&self, body: &mut BodyWriter, cell: TableCell, slot: &Slot) {
        body.cell(cell, |body| {
            body.open_in_cell("Small");
            body.slot(&slot.name, &self.looks.in_cell(&slot.kind));
            body.close();
        });
    }

    /// The table of answers that have no place on the form.
    fn rest(&self, body: &mut BodyWriter) {
        let widths = [LABEL + NUMBER, WIDTH - LABEL - NUMBER];
        let before = body.apart(|body| {
            body.paragraph("Section", &words(&self.words.rest));
            body.open_table("Form", &widths);
        });
        let one = body.apart(|body| {
            body.open_row(Row { height: LINE, ..Row::default() });
            body.cell(TableCell { width: widths[0], is_label: true, ..TableCell::default() }, |body| {
                body.open_in_cell("Label");
                body.piece(PaperPiece::Label(true));
                body.close();
            });
            body.cell(TableCell { width: widths[1], ..TableCell::default() }, |body| {
                body.open_in_cell("TableCell");
                body.slot(ROW, &looks::text());
                body.close();
            });
            body.close_row();
        });
        let after = body.apart(BodyWriter::close_table);
        body.piece(PaperPiece::Rest(before, one, after));
    }
}

/// The slot of `column` in every row: [`ROW`] is the number.
pub(super) fn row_slot(rows: &Rows, column: &SlotColumn) -> Slot {
    let dot = if column.id.is_empty() { "" } else { "." };
    let name = format!("{}.{ROW}{dot}{}", rows.name, column.id);
    Slot { name, label: rows.label.clone(), kind: column.kind.clone() }
}

/// The least height of the row of a question.
fn height(slots: &Slots) -> u32 {
    let lines = match slots {
        Slots::One(Slot { kind: SlotKind::Text(lines) | SlotKind::Drawing(lines), .. }) => (*lines).max(1),
        _ => 1,
    };
    LINE * lines
}
