//! What a form looks like on paper: the slots that are filled in, and how they are arranged. Nothing of a file format is in it.
//!
//! Names are those that answers are stored under, so that what is read from a paper is the same answer file.

use super::{Asked, Labelled, defaults};
use crate::model::{Choice, Field};
use crate::yaml::{Label, Text};

/// One thing to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The name that its answer is stored under: `wish`, `person.age`, `decisions.2.who`.
    pub name: String,
    /// What is asked, in plain words, even away from its form.
    pub label: String,
    /// What is filled in.
    pub kind: SlotKind,
}

/// What is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotKind {
    /// Text. The number is how many lines are left blank for it.
    Text(u32),
    /// A number, with its unit and its bounds.
    Number(Option<Label>, Option<(i64, i64)>),
    /// A date, which is stored as `2026-04-01`.
    Date,
    /// One of some options. Its answer is the id of the option.
    One(Vec<SlotOption>),
    /// Any of some options. Its answer is the list of the ids.
    Many(Vec<SlotOption>),
    /// A drawing by hand, and a text about it. The number is how many lines high the room for it is.
    Drawing(u32),
}

/// An option: its id and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotOption {
    /// The id, which is stored.
    pub id: String,
    /// The words.
    pub label: Label,
    /// A short name on paper, such as a number in a list; empty if it has none.
    pub sign: String,
}

/// The slots of a field, and how they are arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slots {
    /// One slot.
    One(Slot),
    /// A few beside each other, each with its words; the words of the first may be empty.
    Several(Vec<(Label, Slot)>),
    /// One of the steps between two ends, with the words of the ends.
    Scale(Slot, Option<Label>, Option<Label>),
    /// Rows in which one of the columns is chosen.
    Matrix(Vec<SlotOption>, Vec<(Label, Slot)>),
    /// Rows and columns that are always the same.
    Grid {
        /// The words of the first column, which names the rows.
        corner: Label,
        /// The words of the columns.
        columns: Vec<Label>,
        /// The rows: their words and their slots, one for each column.
        rows: Vec<(Label, Vec<Slot>)>,
    },
    /// Rows with little room each, for a number or one of some options: the words above that room.
    Short(Label, Vec<(Label, Slot)>),
    /// As many rows as are needed.
    Rows(Rows),
}

/// Rows of a table or of a list, as many as are needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The name of the table: its slots are `NAME.ROW.COLUMN` with rows from 1, those of a list `NAME.ROW`.
    pub name: String,
    /// What is asked, in plain words.
    pub label: String,
    /// The columns. A list has one, without an id.
    pub columns: Vec<SlotColumn>,
    /// How many rows are on a blank form.
    pub blank: u32,
    /// The most rows.
    pub most: Option<u32>,
}

/// A column of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotColumn {
    /// Its id; empty in a list.
    pub id: String,
    /// Its words.
    pub label: Label,
    /// What is filled into each of its cells.
    pub kind: SlotKind,
}

impl Rows {
    /// The rows of `field`.
    pub(super) fn of_field(field: &Field, columns: Vec<SlotColumn>) -> Self {
        let most = field.max_rows.as_ref().map(|rows| rows.value);
        let (name, label) = (field.id.to_string(), field.label.to_string());
        Self { name, label, columns, blank: defaults::blank_rows(field), most }
    }

    /// The slot in the row `row`, from 1, of `column`.
    #[must_use]
    pub fn slot(&self, row: u32, column: &SlotColumn) -> Slot {
        let dot = if column.id.is_empty() { "" } else { "." };
        let words = if column.id.is_empty() { "" } else { &*column.label };
        let label = format!("{} {row} {words}", self.label);
        Slot {
            name: format!("{}.{row}{dot}{}", self.name, column.id),
            label: label.trim_end().to_owned(),
            kind: column.kind.clone(),
        }
    }

    /// The row and the column that the stored name `name` means, if it is of these rows.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<(u32, &SlotColumn)> {
        let rest = name.strip_prefix(&*self.name)?.strip_prefix('.')?;
        let (row, column) = rest.split_once('.').unwrap_or((rest, ""));
        // A row has one spelling: no sign, no zero before it.
        let row = row.parse().ok().filter(|number: &u32| *number > 0 && number.to_string() == row)?;
        Some((row, self.columns.iter().find(|it| it.id == column)?))
    }
}

impl Slots {
    /// Every slot of a blank form, in order.
    #[must_use]
    pub fn blank(&self) -> Vec<Slot> {
        match self {
            Self::One(slot) | Self::Scale(slot, ..) => vec![slot.clone()],
            Self::Several(slots) => slots.iter().map(|(_, slot)| slot.clone()).collect(),
            Self::Matrix(_, rows) | Self::Short(_, rows) => {
                rows.iter().map(|(_, slot)| slot.clone()).collect()
            }
            Self::Grid { rows, .. } => rows.iter().flat_map(|(_, slots)| slots).cloned().collect(),
            Self::Rows(rows) => {
                let numbers = 1..=rows.blank;
                numbers.flat_map(|row| rows.columns.iter().map(move |it| rows.slot(row, it))).collect()
            }
        }
    }

    /// The slot of the stored name `name`; of rows also those that a blank form does not have.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Slot> {
        match self {
            Self::Rows(rows) => rows.find(name).map(|(row, column)| rows.slot(row, column)),
            _ => self.blank().into_iter().find(|slot| slot.name == name),
        }
    }
}

impl SlotKind {
    /// The options; none if it has none.
    #[must_use]
    pub fn options(&self) -> &[SlotOption] {
        match self {
            Self::One(options) | Self::Many(options) => options,
            _ => &[],
        }
    }
}

impl SlotOption {
    /// Its words, with the short name before them.
    #[must_use]
    pub fn called(&self) -> String {
        format!("{} {}", self.sign, &*self.label).trim_start().to_owned()
    }
}

/// The label that says `words`.
pub(crate) fn label(words: &str) -> Label {
    Label::from(Text(std::sync::Arc::from(words)))
}

/// `named` as options, with the readings that the author has written in `choices`.
pub(crate) fn options(named: Vec<Labelled>, choices: &[Choice]) -> Vec<SlotOption> {
    let option = |(id, words): Labelled| {
        let choice = choices.iter().find(|choice| *choice.id.name == *id);
        let label = choice.map_or_else(|| label(&words), |it| it.label.clone());
        SlotOption { label, id, sign: String::new() }
    };
    named.into_iter().map(option).collect()
}

/// The rows of a grid: `asked` are its cells row by row.
pub(super) fn grid(asked: &[Asked], rows: &[SlotOption]) -> Vec<(Label, Vec<Slot>)> {
    let columns = asked.len().checked_div(rows.len()).unwrap_or(0).max(1);
    let cells = asked.chunks(columns).map(|cells| cells.iter().map(asked_slot).collect());
    rows.iter().map(|row| row.label.clone()).zip(cells).collect()
}

/// The slot of `field` itself.
pub(super) fn slot(field: &Field, kind: SlotKind) -> Slot {
    Slot { name: field.id.to_string(), label: field.label.to_string(), kind }
}

/// A slot for what `asked` lists, without its columns.
#[must_use]
pub fn asked_slot(asked: &Asked) -> Slot {
    Slot { name: asked.id.clone(), label: asked.label.clone(), kind: asked_kind(asked, 1) }
}

fn asked_kind(asked: &Asked, lines: u32) -> SlotKind {
    let options = || options(asked.options.clone(), &[]);
    match (asked.options.is_empty(), asked.several) {
        (true, _) => SlotKind::Text(lines),
        (false, false) => SlotKind::One(options()),
        (false, true) => SlotKind::Many(options()),
    }
}

/// The slots of what `asked` lists, with `lines` to write on and `rows` where there are many.
#[must_use]
pub fn of_asked(asked: &Asked, lines: u32, rows: u32) -> Slots {
    if !asked.many && asked.columns.is_empty() {
        return Slots::One(Slot { kind: asked_kind(asked, lines), ..asked_slot(asked) });
    }
    let column =
        |it: &Asked| SlotColumn { id: it.id.clone(), label: label(&it.label), kind: asked_kind(it, 1) };
    let only = || vec![SlotColumn { id: String::new(), ..column(asked) }];
    let columns = if asked.columns.is_empty() { only() } else { asked.columns.iter().map(column).collect() };
    let (name, words) = (asked.id.clone(), asked.label.clone());
    Slots::Rows(Rows { name, label: words, columns, blank: rows, most: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_by_its_one_name() {
        let column = |id: &str| SlotColumn { id: id.into(), label: label(id), kind: SlotKind::Text(1) };
        let table = Rows {
            name: "who".into(),
            label: "People".into(),
            columns: vec![column("name"), column("age")],
            blank: 2,
            most: None,
        };
        assert_eq!(table.find("who.12.age").map(|(row, column)| (row, &*column.id)), Some((12, "age")));
        for none in ["who", "who.1", "who.0.age", "who.01.age", "who.+1.age", "who.1.tel", "whoever.1.age"] {
            assert_eq!(table.find(none), None, "{none}");
        }
        let names: Vec<String> = Slots::Rows(table).blank().into_iter().map(|slot| slot.name).collect();
        assert_eq!(names, ["who.1.name", "who.1.age", "who.2.name", "who.2.age"]);
        let list = Rows {
            name: "own".into(),
            label: "Cards".into(),
            columns: vec![column("")],
            blank: 1,
            most: None,
        };
        assert_eq!(list.slot(3, &list.columns[0]).name, "own.3");
        assert_eq!(list.find("own.3").map(|(row, _)| row), Some(3));
    }
}
