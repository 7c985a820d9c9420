//! A handout as it was found, whichever program saved it: blocks of words, with what was left out of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::paper::read::FoundPlace;

/// Everything that a handout holds.
#[derive(Debug, Clone, Default)]
pub(super) struct HandoutDocument {
    /// What the file says its title is.
    pub(super) title: Option<Vec<Inline>>,
    /// Whether the title is in its text, and not only in its properties.
    pub(super) is_titled: bool,
    pub(super) subtitle: Option<Vec<Inline>>,
    pub(super) blocks: Vec<HandoutBlock>,
    /// Footnotes and endnotes, in the order of their marks.
    pub(super) notes: Vec<Vec<HandoutBlock>>,
    pub(super) pictures: Vec<HandoutPicture>,
    pub(super) left: Vec<LeftOut>,
}

/// A block.
#[derive(Debug, Clone)]
pub(super) enum HandoutBlock {
    /// A heading, from level 1.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// An item of a list: how deep it is, from 0, and what is before it.
    Item(usize, ItemMark, Vec<Inline>),
    /// A table.
    Table(HandoutTable),
    /// What is in a box.
    Quote(Vec<HandoutBlock>),
}

/// What is before an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ItemMark {
    /// A bullet.
    Bullet,
    /// A number with a full stop: `3.`.
    Number(u32),
    /// A number of another form, as it is seen: `(1)`, `イ`, `第3条`.
    Written(String),
    /// A box to tick, and whether it is ticked.
    Check(bool),
}

/// What is in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inline {
    Words(String, WordLook),
    Ruby {
        base: String,
        reading: String,
    },
    /// A line break.
    Break,
    Link(String, Vec<Inline>),
    /// The mark of a note, by its place in [`HandoutDocument::notes`].
    Note(usize),
    /// A picture, by its place in [`HandoutDocument::pictures`].
    Picture(usize),
    /// Something to fill in.
    Control(FormControl),
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum WordLook {
    #[default]
    Plain,
    /// Bold or underlined.
    Strong,
    Slanted,
    Struck,
}

/// Something to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FormControl {
    Text,
    Date,
    /// One of these words.
    Choice(Vec<String>),
}

/// A table. Each row has its cells in the order of columns.
#[derive(Debug, Clone, Default)]
pub(super) struct HandoutTable {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    pub(super) columns: usize,
    pub(super) rows: Vec<TableRow>,
    /// How many rows at the beginning are repeated on each page: they are headings.
    pub(super) head_rows: usize,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub(super) struct TableRow {
    pub(super) cells: Vec<HandoutCell>,
    /// How many lines of writing fit into it, if it says its height.
    pub(super) lines: usize,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(super) struct HandoutCell {
    /// Its first column, from 0, and how many it spans.
    pub(super) column: usize,
    pub(super) span: usize,
    /// Whether it goes on with the cell above it.
    pub(super) is_continued: bool,
    /// Whether it looks like a heading: shaded, or all in bold.
    pub(super) is_strong: bool,
    pub(super) blocks: Vec<HandoutBlock>,
    pub(super) place: Option<FoundPlace>,
}

/// A picture.
#[derive(Debug, Clone)]
pub(super) struct HandoutPicture {
    /// The part of the file that it is.
    pub(super) part: String,
    pub(super) bytes: Vec<u8>,
    /// The ending of its name.
    pub(super) ending: String,
    /// The words that the file has for it.
    pub(super) alt: String,
    pub(super) place: FoundPlace,
}

/// Something that is not in the result, or not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it is.
    pub place: FoundPlace,
    /// What it is.
    pub what: LeftKind,
    /// Its words.
    pub words: String,
}

macro_rules! left_kinds {
    ($($(#[doc = $doc:literal])* $variant:ident $word:literal,)*) => {
        /// What was not taken over.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum LeftKind {
            $($(#[doc = $doc])* $variant,)*
        }

        impl LeftKind {
            /// The key of its sentence.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!("import-left-", $word),)* }
            }
        }
    };
}

left_kinds! {
    /// A comment.
    Comment "comment",
    /// Words that were deleted while changes were recorded.
    Deleted "deleted",
    /// Words that are not shown.
    Hidden "hidden",
    /// A header or footer.
    Header "header",
    /// A table of contents.
    Contents "contents",
    /// A picture in a format that browsers do not show.
    Picture "picture",
    /// A picture of a handout that became a form: forms have no pictures.
    FormPicture "form-picture",
    /// A formula: its words are in the text.
    Formula "formula",
    /// A field that is not known.
    Field "field",
    /// A character of a symbol font that is not known.
    Symbol "symbol",
    /// A chart or a diagram.
    Drawing "drawing",
    /// What a control shows while it is empty, and what can be chosen in it.
    Prompt "prompt",
    /// Merged cells: where their words are now.
    Merged "merged",
    /// A table within a table: where it is now.
    Nested "nested",
    /// A page break.
    PageBreak "page-break",
    /// A sheet that is hidden.
    Sheet "sheet",
    /// Words of a form that are no label of a field.
    NotAField "not-a-field",
    /// A key of front matter that pages do not have.
    Key "key",
    /// A tag of HTML.
    Tag "tag",
    /// A shortcode or a template of another program.
    Shortcode "shortcode",
    /// A link whose address no page may have, or that leads nowhere in the course: its words are in the text.
    Link "link",
    /// Words of a document that the file embeds.
    Embedded "embedded",
}

impl Inline {
    /// Words without a look.
    pub(super) fn plain(words: impl Into<String>) -> Self {
        Self::Words(words.into(), WordLook::Plain)
    }
}

/// The words of a line, without looks and readings.
pub(super) fn words_of(line: &[Inline]) -> String {
    let mut words = String::new();
    for inline in line {
        match inline {
            Inline::Words(text, _) => words.push_str(text),
            Inline::Ruby { base, .. } => words.push_str(base),
            Inline::Break => words.push('\n'),
            Inline::Link(_, inner) => words.push_str(&words_of(inner)),
            Inline::Note(_) | Inline::Picture(_) | Inline::Control(_) => {}
        }
    }
    words
}

/// The same with readings behind the words.
pub(super) fn words_and_readings(line: &[Inline]) -> String {
    let mut words = String::new();
    for inline in line {
        match inline {
            Inline::Ruby { base, reading } => {
                words.extend([&**base, "（", &**reading, "）"]);
            }
            Inline::Link(_, inner) => words.push_str(&words_and_readings(inner)),
            other => words.push_str(&words_of(std::slice::from_ref(other))),
        }
    }
    words
}

/// Whether nothing is seen of a line.
pub(super) fn is_blank_line(line: &[Inline]) -> bool {
    line.iter().all(|inline| match inline {
        Inline::Words(text, _) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Link(_, inner) => is_blank_line(inner),
        Inline::Ruby { .. } | Inline::Note(_) | Inline::Picture(_) | Inline::Control(_) => false,
    })
}

impl HandoutBlock {
    /// The lines of the block, in order.
    pub(super) fn lines(&self) -> Vec<&[Inline]> {
        match self {
            Self::Heading(_, line) | Self::Paragraph(line) | Self::Item(_, _, line) => vec![line],
            Self::Quote(blocks) => blocks.iter().flat_map(Self::lines).collect(),
            Self::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.flat_map(|cell| cell.blocks.iter().flat_map(Self::lines)).collect()
            }
        }
    }
}

impl HandoutTable {
    /// Leaves out the columns in which no cell begins: they are only parts of merged cells.
    pub(super) fn squeeze(&mut self) {
        let cells = || self.rows.iter().flat_map(|row| &row.cells);
        let begun: BTreeSet<usize> = cells().map(|cell| cell.column).collect();
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.span = begun.range(cell.column..cell.column + cell.span).count();
            cell.column = begun.range(..cell.column).count();
        }
        self.columns = begun.len();
    }
}

/// What follows each other in a table that is divided.
pub(super) enum TableSection {
    /// A cell as wide as the table.
    Line(HandoutCell),
    Table(HandoutTable),
}

impl TableRow {
    /// The cell that is as wide as a table of so many columns.
    pub(super) fn wide_cell(&self, columns: usize) -> Option<&HandoutCell> {
        match &self.cells[..] {
            [cell] if columns > 1 && cell.span >= columns && !cell.is_continued => Some(cell),
            _ => None,
        }
    }
}

impl HandoutTable {
    /// The table divided at cells that are as wide as it is: these are lines between tables.
    pub(super) fn sections(&self) -> Vec<TableSection> {
        let mut sections: Vec<TableSection> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let goes_on = |cell: &HandoutCell| cell.is_continued && cell.words().trim().is_empty();
            if let Some(cell) = row.wide_cell(self.columns) {
                sections.push(TableSection::Line(cell.clone()));
                continue;
            }
            // The height of a wide cell is no row.
            let is_height = row.cells.len() == 1 && row.cells.iter().all(goes_on);
            match sections.last_mut() {
                Some(TableSection::Line(_)) if is_height => {}
                Some(TableSection::Table(table)) => {
                    table.rows.push(row.clone());
                    table.head_rows += usize::from(at < self.head_rows);
                }
                _ => sections.push(TableSection::Table(Self {
                    rows: vec![row.clone()],
                    head_rows: usize::from(at < self.head_rows),
                    ..*self
                })),
            }
        }
        for section in &mut sections {
            if let TableSection::Table(table) = section {
                table.squeeze();
            }
        }
        sections
    }

    /// Whether merged cells are divided where the table is written.
    pub(super) fn is_divided(&self) -> bool {
        self.sections().iter().any(|section| match section {
            TableSection::Line(_) => false,
            TableSection::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.span > 1 || cell.is_continued)
            }
        })
    }
}

/// The number that is there most often; the least of those.
pub(super) fn usual(numbers: impl Iterator<Item = usize>) -> usize {
    let mut counts = BTreeMap::new();
    numbers.for_each(|it| *counts.entry(it).or_insert(0) += 1);
    counts.iter().max_by_key(|(number, count)| (**count, Reverse(**number))).map_or(1, |(number, _)| *number)
}

impl HandoutCell {
    /// The words of the cell, a line for each paragraph; items have their boxes and numbers.
    pub(super) fn words(&self) -> String {
        let mut lines = Vec::new();
        for block in &self.blocks {
            let mark = match block {
                HandoutBlock::Item(_, ItemMark::Check(_), _) => "□".to_owned(),
                HandoutBlock::Item(_, ItemMark::Number(number), _) => format!("{number}. "),
                HandoutBlock::Item(_, ItemMark::Written(mark), _) => format!("{mark} "),
                _ => String::new(),
            };
            lines.extend(
                block.lines().into_iter().map(|line| format!("{mark}{}", super::markdown::label(line))),
            );
        }
        lines.join("\n")
    }
}
