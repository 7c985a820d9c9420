//! Questions that need the whole width of a page: each is a table of its own.

use super::super::form::FormQuestion;
use super::super::prose::{Line, of_label, words};
use super::body::{BodyWriter, LINE, Row, TableCell, WIDTH};
use super::fill::PaperPiece;
use super::form::{CELL_HEIGHT, FormWriter, NUMBER, row_slot};
use super::looks;
use crate::field::{Rows, Slot, SlotColumn, SlotKind, SlotOption, Slots};
use crate::yaml::Label;

/// The width of the column for short answers.
const SHORT: u32 = 2200;

/// Whether a question needs the whole width.
pub(super) fn is_wide(slots: &Slots) -> bool {
    match slots {
        Slots::Matrix(..) | Slots::Short(..) | Slots::Grid { .. } => true,
        Slots::Rows(rows) => rows.columns.iter().any(|column| !column.id.is_empty()),
        _ => false,
    }
}

impl FormWriter<'_> {
    pub(super) fn wide(&self, body: &mut BodyWriter, question: &FormQuestion) {
        match &question.slots {
            Slots::Matrix(columns, rows) => self.matrix(body, question, columns, rows),
            Slots::Short(name, rows) => self.short(body, question, name, rows),
            Slots::Grid { corner, columns, rows } => self.grid(body, question, (corner, columns), rows),
            Slots::Rows(rows) => self.table(body, question, rows),
            _ => {}
        }
    }

    /// The row above a table: what is asked, over all columns.
    fn head(&self, body: &mut BodyWriter, question: &FormQuestion, columns: usize) {
        body.open_row(Row { is_head: true, ..Row::default() });
        let span = u32::try_from(columns).unwrap_or(1);
        body.cell(TableCell { width: WIDTH, span, is_label: true }, |body| {
            self.label_lines(body, question);
            if !question.help.is_empty() {
                body.paragraph_in_cell("Help", &question.help);
            }
            self.example(body, question);
        });
        body.close_row();
    }

    fn names(body: &mut BodyWriter, widths: &[u32], names: &[Line]) {
        body.open_row(Row { is_head: true, ..Row::default() });
        for (&width, name) in widths.iter().zip(names) {
            body.text_cell(TableCell { width, is_label: true, ..TableCell::default() }, "Name", name);
        }
        body.close_row();
    }

    /// A row begins, with what it asks in its first cell.
    fn open_asked(body: &mut BodyWriter, width: u32, label: &Label) {
        body.open_row(Row { height: LINE, ..Row::default() });
        body.text_cell(TableCell { width, ..TableCell::default() }, "TableCell", &of_label(label));
    }

    fn matrix(
        &self,
        body: &mut BodyWriter,
        question: &FormQuestion,
        columns: &[SlotOption],
        rows: &[(Label, Slot)],
    ) {
        let count = u32::try_from(columns.len()).unwrap_or(1).max(1);
        let column = (WIDTH * 6 / 10 / count).min(1500);
        let widths: Vec<u32> =
            std::iter::once(WIDTH - column * count).chain(columns.iter().map(|_| column)).collect();
        body.open_table("Form", &widths);
        self.head(body, question, widths.len());
        let names = std::iter::once(Line::new()).chain(columns.iter().map(|it| of_label(&it.label)));
        Self::names(body, &widths, &names.collect::<Vec<_>>());
        for (label, slot) in rows {
            Self::open_asked(body, widths[0], label);
            for option in columns {
                body.cell(TableCell { width: column, ..TableCell::default() }, |body| {
                    body.open_in_cell("Number");
                    body.slot(&slot.name, &looks::tick(&option.id));
                    body.close();
                });
            }
            body.close_row();
        }
        body.close_table();
    }

    fn short(&self, body: &mut BodyWriter, question: &FormQuestion, name: &Label, rows: &[(Label, Slot)]) {
        let widths = [WIDTH - SHORT, SHORT];
        body.open_table("Form", &widths);
        self.head(body, question, widths.len());
        Self::names(body, &widths, &[Line::new(), of_label(name)]);
        for (label, slot) in rows {
            Self::open_asked(body, widths[0], label);
            self.cell(body, TableCell { width: SHORT, ..TableCell::default() }, slot);
            body.close_row();
        }
        body.close_table();
    }

    fn grid(
        &self,
        body: &mut BodyWriter,
        question: &FormQuestion,
        (corner, columns): (&Label, &[Label]),
        rows: &[(Label, Vec<Slot>)],
    ) {
        let first = 1100;
        let count = u32::try_from(columns.len()).unwrap_or(1).max(1);
        let column = (WIDTH - first) / count;
        let widths: Vec<u32> =
            std::iter::once(WIDTH - column * count).chain(columns.iter().map(|_| column)).collect();
        body.open_table("Form", &widths);
        self.head(body, question, widths.len());
        let names: Vec<Line> = std::iter::once(corner).chain(columns).map(of_label).collect();
        Self::names(body, &widths, &names);
        for (label, slots) in rows {
            body.open_row(Row { height: CELL_HEIGHT, ..Row::default() });
            body.text_cell(
                TableCell { width: widths[0], is_label: true, ..TableCell::default() },
                "Name",
                &of_label(label),
            );
            for slot in slots {
                self.cell(body, TableCell { width: column, ..TableCell::default() }, slot);
            }
            body.close_row();
        }
        body.close_table();
    }

    /// A table with as many rows as are needed. Its columns are as wide as what is written into them needs.
    fn table(&self, body: &mut BodyWriter, question: &FormQuestion, rows: &Rows) {
        let share = |column: &SlotColumn| match &column.kind {
            SlotKind::Number(..) => 2,
            SlotKind::One(_) | SlotKind::Date => 3,
            SlotKind::Text(1) => 5,
            _ => 6,
        };
        let total: u32 = rows.columns.iter().map(share).sum::<u32>().max(1);
        let mut widths = vec![NUMBER];
        widths.extend(rows.columns.iter().map(|column| (WIDTH - NUMBER) * share(column) / total));
        let sum: u32 = widths.iter().sum();
        if let Some(last) = widths.last_mut() {
            *last += WIDTH - sum;
        }
        body.open_table("Form", &widths);
        self.head(body, question, widths.len());
        let names = std::iter::once(Line::new()).chain(rows.columns.iter().map(|it| of_label(&it.label)));
        Self::names(body, &widths, &names.collect::<Vec<_>>());
        let one = body.apart(|body| {
            let lines = rows.columns.iter().map(|column| match column.kind {
                SlotKind::Text(lines) => lines,
                _ => 1,
            });
            let height = CELL_HEIGHT * lines.max().unwrap_or(1);
            body.open_row(Row { height, ..Row::default() });
            Self::numbered(body, NUMBER);
            for (column, &width) in rows.columns.iter().zip(&widths[1..]) {
                self.cell(body, TableCell { width, ..TableCell::default() }, &row_slot(rows, column));
            }
            body.close_row();
        });
        body.piece(PaperPiece::Rows(rows.name.clone(), rows.blank, one));
        body.close_table();
        rows.columns.iter().for_each(|column| self.options(body, column));
    }

    /// What can be chosen in a column, for those who write by hand.
    pub(super) fn options(&self, body: &mut BodyWriter, column: &SlotColumn) {
        let options = column.kind.options();
        if options.is_empty() {
            return;
        }
        // Those with a short name are in the text above.
        if options.iter().all(|option| !option.sign.is_empty()) {
            return;
        }
        let all: Vec<&str> = options.iter().map(|option| &*option.label).collect();
        let name = if column.id.is_empty() {
            String::new()
        } else {
            format!("{}{}", &*column.label, self.words.colon)
        };
        body.paragraph("Help", &words(&format!("{name}{}", all.join(&self.words.slash))));
    }
}
