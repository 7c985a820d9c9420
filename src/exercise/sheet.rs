//! An exercise on paper: what is read and what is answered with a pen, in the order of the page. Nothing of a file format is in it.
//!
//! What is shown only afterwards is not in it. What is learned one by one, by choosing or by asking, is at the end, on pages of its own.

use super::Asked;
use crate::yaml::{Gapped, Rich};

/// The sheet of an exercise.
pub struct ExerciseSheet<'a> {
    /// What everyone gets, before the further fields of the exercise.
    pub parts: Vec<SheetPart<'a>>,
    /// What is handed out piece by piece.
    pub held_back: Option<SheetPart<'a>>,
}

/// A part of a sheet: what is read, then what is asked.
#[derive(Default)]
pub struct SheetPart<'a> {
    /// Its title; empty if it has none.
    pub title: String,
    /// Whether it begins on a new page.
    pub is_apart: bool,
    /// What is read.
    pub reads: Vec<SheetText<'a>>,
    /// What is asked.
    pub questions: Vec<SheetQuestion>,
    /// How the questions are arranged.
    pub shape: SheetShape,
}

/// How the questions of a part are arranged.
#[derive(Default)]
pub enum SheetShape {
    /// One below the other.
    #[default]
    Each,
    /// A row for each, with a column for each option, which all have in common: what is asked of all.
    Matrix(String),
    /// A row for each, with little room: what is asked of all, and what is written.
    Short(String, String),
    /// Rows and columns: what is asked, the words of the first column, those of the others, those of the rows. The questions are row by row.
    Grid(String, String, Vec<String>, Vec<String>),
    /// In the text that is read: [`SheetText::Gaps`].
    InText,
}

/// Something that is read.
pub enum SheetText<'a> {
    /// Words of the theme.
    Words(String),
    /// A text.
    Rich(&'a Rich),
    /// Words before a text: who says it, or what it is called.
    Named(String, &'a Rich),
    /// An item of a list: its sign, its words, what is written behind them.
    Item(String, &'a Rich, String),
    /// A text with gaps, and the number of each gap by its name.
    Gaps(&'a Gapped, Vec<(String, String)>),
    /// Words to choose from, below a title.
    Bank(String, Vec<String>),
    /// A title, and texts that can be cut out together.
    Card(String, Vec<&'a Rich>, String),
    /// A stage of a case: the ids of both.
    Stage(&'a str, &'a str),
    /// What a reader may wish to know before a case is read, by its id.
    Notes(&'a str),
    /// Every stage of a case, by its id.
    Case(&'a str),
    /// A form of the course to be used, by its id.
    Form(&'a str),
    /// Lines, such as a diagram in words.
    Lines(Vec<String>),
    /// Room to draw.
    Room,
}

/// Something that is asked on a sheet.
#[derive(Default)]
pub struct SheetQuestion {
    /// The field that the answer is kept under.
    pub asked: Asked,
    /// What is printed; empty if it is the label of the field.
    pub label: String,
    /// A sentence of help.
    pub help: String,
    /// The lines to write on; 0 if they are as many as usual.
    pub lines: u32,
    /// Short names of the options, in their order.
    pub signs: Vec<String>,
}

impl From<Asked> for SheetQuestion {
    fn from(asked: Asked) -> Self {
        Self { asked, ..Self::default() }
    }
}

impl<'a> SheetPart<'a> {
    /// A part that asks `asked`, one below the other.
    pub fn of(asked: impl IntoIterator<Item = Asked>) -> Self {
        Self { questions: asked.into_iter().map(SheetQuestion::from).collect(), ..Self::default() }
    }

    /// The part in the shape `shape`.
    #[must_use]
    pub fn shaped(self, shape: SheetShape) -> Self {
        Self { shape, ..self }
    }

    /// The part with `reads` to be read first.
    #[must_use]
    pub fn reading(self, reads: Vec<SheetText<'a>>) -> Self {
        Self { reads, ..self }
    }
}

impl<'a> From<Vec<SheetPart<'a>>> for ExerciseSheet<'a> {
    fn from(parts: Vec<SheetPart<'a>>) -> Self {
        Self { parts, held_back: None }
    }
}
