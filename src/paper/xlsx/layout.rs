//! How a form is arranged on a sheet: rows of cells, most of them merged. The writer draws it, and the reader compares with it.
//!
//! The first column is hidden. In each row with slots it holds the code of the first of them, so that a row is known wherever it is
//! moved to. The form itself is in the columns from [`FIRST`] on.

use unicode_width::UnicodeWidthStr as _;

use super::looks::{SheetLook, height_of, number};

use crate::field::{Rows, Slot, SlotColumn, SlotKind, SlotOption, Slots};
use crate::paper::address::{OPTION, code};
use crate::paper::form::{Form, FormQuestion};
use crate::paper::prose::{plain, plain_blocks};

/// The first column of the form; the one before it is hidden.
pub(crate) const FIRST: usize = 1;

/// The columns of the form: labels take [`LABEL`] of them.
pub(crate) const WIDTH: usize = 24;
const LABEL: usize = 6;
const VALUE: usize = WIDTH - LABEL;

/// How many narrow characters of usual size a column holds.
const CHARACTERS: usize = 4;

/// The height of a line on which someone writes, in points.
pub(crate) const LINE: f64 = 20.0;

/// The most options that are shown as columns of a matrix.
const MOST_COLUMNS: usize = 6;

/// A row of the sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct SheetRow {
    /// The code of the first slot; empty if there is none.
    pub(crate) marker: String,
    /// How high it is, in points.
    pub(crate) height: f64,
    pub(crate) cells: Vec<SheetCell>,
}

/// A cell, or several that are merged.
#[derive(Debug, Clone)]
pub(crate) struct SheetCell {
    pub(crate) column: usize,
    pub(crate) span: usize,
    /// How many rows it is merged over.
    pub(crate) rows: usize,
    pub(crate) content: SheetContent,
}

/// What is in a cell.
#[derive(Debug, Clone)]
pub(crate) enum SheetContent {
    /// Printed words: how they look, the words, and the small ones below them.
    Words(SheetLook, String, String),
    /// A slot.
    Slot(Slot),
    /// A check box: the name of the slot, the id of the option, its label.
    Box(String, String, String),
}

/// What the sheet says beside the form's own words.
#[derive(Debug, Clone, Default)]
pub struct SheetWords {
    /// The name of the sheet with the form.
    pub form: String,
    /// The name of the sheet with the data.
    pub data: String,
    /// The heads of its columns: the name of the answer, what is asked, the answer.
    pub heads: [String; 3],
    /// The course and the revision, below the title.
    pub source: String,
    /// Before a list of options, of which one is chosen.
    pub choose: String,
    /// What a field that must be filled in says.
    pub required: String,
    /// Before an example.
    pub example: String,
    /// Between two options.
    pub slash: String,
    /// Between the two ends of a scale.
    pub to: String,
    /// How the bounds of a number are written, with `{min}` and `{max}`.
    pub range: String,
    /// The format of a date, as Excel writes it.
    pub date: String,
    /// The font.
    pub font: String,
}

/// The rows of `form`, with at least as many rows of each table as `most` says of its name.
pub(crate) fn layout(form: &Form, words: &SheetWords, most: &dyn Fn(&Rows) -> u32) -> Vec<SheetRow> {
    let mut maker = LayoutMaker { key: &form.key, words, most, rows: Vec::new() };
    maker.line(SheetLook::Title, &form.title);
    maker.line(SheetLook::Small, &words.source);
    maker.line(SheetLook::Text, &plain_blocks(&form.instructions));
    for section in &form.sections {
        maker.line(SheetLook::Section, &plain(&section.title));
        maker.line(SheetLook::Small, &plain_blocks(&section.help));
        for question in &section.questions {
            maker.question(question);
        }
    }
    maker.rows
}

struct LayoutMaker<'a> {
    key: &'a str,
    words: &'a SheetWords,
    most: &'a dyn Fn(&Rows) -> u32,
    rows: Vec<SheetRow>,
}

/// A cell that is not placed yet: its width and what is in it.
type Wide = (usize, SheetContent);

fn said(look: SheetLook, words: &str) -> SheetContent {
    SheetContent::Words(look, words.to_owned(), String::new())
}

impl LayoutMaker<'_> {
    /// A line over the whole width; none if there is nothing to say.
    fn line(&mut self, look: SheetLook, words: &str) {
        if !words.trim().is_empty() {
            self.row(vec![(WIDTH, said(look, words))], usize::from(look == SheetLook::Section));
        }
    }

    /// A row of cells from left to right, with room for `lines`.
    fn row(&mut self, cells: Vec<Wide>, lines: usize) {
        self.row_from(FIRST, cells, lines);
    }

    fn row_from(&mut self, mut column: usize, cells: Vec<Wide>, lines: usize) {
        let mut row = SheetRow { height: number(lines) * LINE, ..SheetRow::default() };
        for (span, content) in cells {
            let name = match &content {
                SheetContent::Slot(slot) => Some(slot.name.clone()),
                SheetContent::Box(name, option, _) => Some(format!("{name}{OPTION}{option}")),
                SheetContent::Words(look, words, notes) => {
                    row.height = row.height.max(height_of(*look, words, notes, span));
                    None
                }
            };
            if let Some(name) = name.filter(|_| row.marker.is_empty()) {
                row.marker = code(self.key, &name);
            }
            row.cells.push(SheetCell { column, span, rows: 1, content });
            column += span;
        }
        self.rows.push(row);
    }

    /// Rows beside one label, which is merged over all of them.
    fn beside(&mut self, label: &SheetContent, rows: Vec<Vec<Wide>>) {
        let count = rows.len();
        let SheetContent::Words(look, words, notes) = label else { return };
        // Rows of lines are as high together as their label.
        let each = height_of(*look, words, notes, LABEL) / number(count.max(1));
        for (at, cells) in rows.into_iter().enumerate() {
            self.row_from(FIRST + LABEL, cells, 1);
            let Some(row) = self.rows.last_mut() else { return };
            row.height = row.height.max(each);
            if at == 0 {
                row.cells
                    .insert(0, SheetCell { column: FIRST, span: LABEL, rows: count, content: label.clone() });
            }
        }
    }

    fn question(&mut self, question: &FormQuestion) {
        let mut label = plain(&question.label);
        if question.is_required {
            label = format!("{label} {}", self.words.required);
        }
        let example = plain(&question.example);
        let example = if example.is_empty() { example } else { format!("{}{example}", self.words.example) };
        let mut notes = vec![plain(&question.condition), plain(&question.help), example];
        notes.retain(|note| !note.is_empty());
        let label = SheetContent::Words(SheetLook::Label, label, notes.join("\n"));
        match &question.slots {
            Slots::One(slot) => self.one(label, slot, ""),
            Slots::Scale(slot, low, high) => {
                let end = |it: &Option<crate::yaml::Label>| it.as_ref().map_or("", |it| &**it).to_owned();
                let of = |option: Option<&SlotOption>, words: String| {
                    format!("{} {words}", option.map_or("", |it| &*it.label)).trim().to_owned()
                };
                let options = slot.kind.options();
                let ends = [of(options.first(), end(low)), of(options.last(), end(high))];
                self.one(label, slot, &ends.join(&self.words.to));
            }
            Slots::Several(slots) => self.several(&label, slots),
            Slots::Matrix(options, rows) => self.matrix(label, options, rows),
            Slots::Short(_, rows) => self.short(label, rows),
            Slots::Grid { corner, columns, rows } => self.grid(label, corner, columns, rows),
            Slots::Rows(rows) if rows.columns.len() == 1 && rows.columns[0].id.is_empty() => {
                self.list(label, rows);
            }
            Slots::Rows(rows) => self.table(label, rows),
        }
    }

    /// One slot beside its label; `beside` is written to the right of it.
    fn one(&mut self, label: SheetContent, slot: &Slot, beside: &str) {
        if let SlotKind::Many(options) = &slot.kind {
            return self.boxes(&label, slot, options);
        }
        let (beside, lines) = match &slot.kind {
            SlotKind::Text(lines) | SlotKind::Drawing(lines) => (String::new(), *lines as usize),
            SlotKind::Number(unit, bounds) => {
                let bounds = bounds.map_or_else(String::new, |(min, max)| {
                    self.words.range.replace("{min}", &min.to_string()).replace("{max}", &max.to_string())
                });
                (format!("{}{bounds}", unit.as_ref().map_or("", |it| it)), 1)
            }
            SlotKind::One(options) if beside.is_empty() => (self.options(options), 1),
            _ => (beside.to_owned(), 1),
        };
        let slot = SheetContent::Slot(slot.clone());
        if beside.is_empty() {
            self.row(vec![(LABEL, label), (VALUE, slot)], lines);
        } else {
            self.row(
                vec![(LABEL, label), (LABEL, slot), (VALUE - LABEL, said(SheetLook::Beside, &beside))],
                lines,
            );
        }
    }

    /// The options that one is chosen from, in one line.
    fn options(&self, options: &[SlotOption]) -> String {
        let words: Vec<&str> = options.iter().map(|option| &*option.label).collect();
        format!("{}{}", self.words.choose, words.join(&self.words.slash))
    }

    /// Check boxes, as many beside each other as there is room for.
    fn boxes(&mut self, label: &SheetContent, slot: &Slot, options: &[SlotOption]) {
        let widest = options.iter().map(|option| option.label.width()).max().unwrap_or(0);
        let beside = [3, 2].into_iter().find(|count| widest <= (VALUE / count - 1) * CHARACTERS).unwrap_or(1);
        let rows = options.chunks(beside).map(|options| {
            let cells = options.iter().flat_map(|option| {
                let words = &*option.label;
                let tick = SheetContent::Box(slot.name.clone(), option.id.clone(), words.to_owned());
                [(1, tick), (VALUE / beside - 1, said(SheetLook::Beside, words))]
            });
            let mut cells: Vec<Wide> = cells.collect();
            let used: usize = cells.iter().map(|(span, _)| span).sum();
            if used < VALUE {
                cells.push((VALUE - used, said(SheetLook::Beside, "")));
            }
            cells
        });
        self.beside(label, rows.collect());
    }

    fn several(&mut self, label: &SheetContent, slots: &[(crate::yaml::Label, Slot)]) {
        let is_narrow = slots.iter().all(|(words, _)| words.width() <= 3 * CHARACTERS);
        if !is_narrow || slots.len() > 3 {
            let row = |(words, slot): &(crate::yaml::Label, Slot)| {
                vec![(LABEL, said(SheetLook::Head, words)), (VALUE - LABEL, SheetContent::Slot(slot.clone()))]
            };
            return self.beside(label, slots.iter().map(row).collect());
        }
        let each = VALUE / slots.len().max(1);
        let cells = slots.iter().flat_map(|(words, slot)| {
            let named = if words.is_empty() { 0 } else { each / 2 };
            let head = (named > 0).then(|| (named, said(SheetLook::Head, words)));
            head.into_iter().chain([(each - named, SheetContent::Slot(slot.clone()))])
        });
        let mut rows = vec![cells.collect()];
        // Options are printed, so that a pen can circle one.
        for (_, slot) in slots {
            if let SlotKind::One(options) = &slot.kind {
                rows.push(vec![(VALUE, said(SheetLook::Beside, &self.options(options)))]);
            }
        }
        self.beside(label, rows);
    }

    fn short(&mut self, label: SheetContent, rows: &[(crate::yaml::Label, Slot)]) {
        self.row(vec![(WIDTH, label)], 1);
        self.short_rows(rows);
    }

    fn short_rows(&mut self, rows: &[(crate::yaml::Label, Slot)]) {
        for (words, slot) in rows {
            let slot = SheetContent::Slot(slot.clone());
            self.row(vec![(VALUE, said(SheetLook::Cell, words)), (LABEL, slot)], 1);
        }
    }

    fn matrix(&mut self, label: SheetContent, options: &[SlotOption], rows: &[(crate::yaml::Label, Slot)]) {
        self.row(vec![(WIDTH, label)], 1);
        if options.len() > MOST_COLUMNS {
            self.short_rows(rows);
            let cells = vec![(WIDTH, said(SheetLook::Beside, &self.options(options)))];
            return self.row(cells, 1);
        }
        let each = (WIDTH / 2) / options.len().max(1);
        let first = WIDTH - each * options.len();
        let heads = options.iter().map(|option| (each, said(SheetLook::Head, &option.label)));
        self.row([(first, said(SheetLook::Head, ""))].into_iter().chain(heads).collect(), 1);
        for (words, slot) in rows {
            let boxes = options.iter().map(|option| {
                (each, SheetContent::Box(slot.name.clone(), option.id.clone(), option.label.to_string()))
            });
            self.row([(first, said(SheetLook::Cell, words))].into_iter().chain(boxes).collect(), 1);
        }
    }

    fn grid(
        &mut self,
        label: SheetContent,
        corner: &crate::yaml::Label,
        columns: &[crate::yaml::Label],
        rows: &[(crate::yaml::Label, Vec<Slot>)],
    ) {
        self.row(vec![(WIDTH, label)], 1);
        let each = ((WIDTH - 3) / columns.len().max(1)).max(1);
        let first = WIDTH.saturating_sub(each * columns.len()).max(2);
        let heads = columns.iter().map(|words| (each, said(SheetLook::Head, words)));
        self.row([(first, said(SheetLook::Head, corner))].into_iter().chain(heads).collect(), 1);
        for (words, slots) in rows {
            let slots = slots.iter().map(|slot| (each, SheetContent::Slot(slot.clone())));
            self.row([(first, said(SheetLook::Cell, words))].into_iter().chain(slots).collect(), 2);
        }
    }

    fn list(&mut self, label: SheetContent, rows: &Rows) {
        let row = |row: u32| {
            let slot = SheetContent::Slot(rows.slot(row, &rows.columns[0]));
            vec![(1, said(SheetLook::Head, &row.to_string())), (VALUE - 1, slot)]
        };
        let all: Vec<Vec<Wide>> = (1..=(self.most)(rows)).map(row).collect();
        if all.is_empty() {
            return self.row(vec![(WIDTH, label)], 1);
        }
        self.beside(&label, all);
    }

    fn table(&mut self, label: SheetContent, rows: &Rows) {
        self.row(vec![(WIDTH, label)], 1);
        let spans = spans(&rows.columns);
        let heads = rows
            .columns
            .iter()
            .zip(&spans)
            .map(|(column, span)| (*span, said(SheetLook::Head, &column.label)));
        self.row([(1, said(SheetLook::Head, ""))].into_iter().chain(heads).collect(), 1);
        let options: Vec<String> = rows
            .columns
            .iter()
            .filter_map(|column| match &column.kind {
                SlotKind::One(options) => Some(format!("{} {}", &*column.label, self.options(options))),
                _ => None,
            })
            .collect();
        for row in 1..=(self.most)(rows) {
            let slots = rows
                .columns
                .iter()
                .zip(&spans)
                .map(|(column, span)| (*span, SheetContent::Slot(rows.slot(row, column))));
            self.row([(1, said(SheetLook::Head, &row.to_string()))].into_iter().chain(slots).collect(), 2);
        }
        self.line(SheetLook::Small, &options.join("\n"));
    }
}

/// How wide the columns of a table are: those for words get what is left.
fn spans(columns: &[SlotColumn]) -> Vec<usize> {
    let weight = |column: &SlotColumn| match column.kind {
        SlotKind::Text(_) | SlotKind::Drawing(_) => 3,
        SlotKind::Date | SlotKind::One(_) | SlotKind::Many(_) => 2,
        SlotKind::Number(..) => 1,
    };
    let all: usize = columns.iter().map(weight).sum();
    let mut spans: Vec<usize> =
        columns.iter().map(|it| ((WIDTH - 1) * weight(it) / all.max(1)).max(1)).collect();
    let used: usize = spans.iter().sum();
    if let Some(widest) = spans.iter_mut().max_by_key(|span| **span) {
        *widest += (WIDTH - 1).saturating_sub(used);
    }
    spans
}
