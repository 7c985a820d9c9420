//! What is in a paper, whichever program saved it: cells with pieces of text, each with its place.

/// Everything that is in a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FoundPaper {
    /// The text of the property that says which form it is ([`crate::paper::address::Mark`]).
    pub(super) mark: Option<String>,
    /// When it was saved, as the file says.
    pub(super) saved: Option<String>,
    /// The paragraphs outside of tables, the tables, the sheets.
    pub(super) grids: Vec<FoundGrid>,
    /// The rows of the sheet of data: the name of an answer, and what was typed for it.
    pub(super) data: Vec<(String, FoundCell)>,
    /// Words outside of all this: headers, footnotes, comments.
    pub(super) outside: Vec<FoundCell>,
}

/// Rows of cells. The paragraphs outside of tables are rows of one cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FoundGrid {
    pub(super) rows: Vec<FoundRow>,
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FoundRow {
    /// The cells, with their columns from 0.
    pub(super) cells: Vec<FoundCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundCell {
    pub(super) place: FoundPlace,
    pub(super) column: usize,
    pub(super) pieces: Vec<FoundPiece>,
}

/// Text in one control, or outside of any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FoundPiece {
    pub(super) text: String,
    /// The innermost bookmark of ours around it.
    pub(super) bookmark: Option<String>,
    /// The tag of the innermost control around it.
    pub(super) tag: Option<String>,
    /// Whether the control says that this is what it shows while it is empty. Other programs than Word leave that as it was.
    pub(super) is_prompt: bool,
}

/// Where words are, for people. Numbers count from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundPlace {
    /// A paragraph outside of tables.
    Paragraph(usize),
    /// A cell of a table: its table, row and column.
    Cell(usize, usize, usize),
    /// A cell of a sheet: the name of the sheet, and `D5`.
    Sheet(String, String),
    /// A text box.
    Box,
    /// A header or footer.
    Header,
    /// A footnote or endnote.
    Note,
    /// A comment.
    Comment,
    /// A line of a text.
    Line(usize),
}

impl FoundPlace {
    /// The key of its words, and their arguments.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Paragraph(number) => ("read-place-paragraph", vec![("n", number.to_string())]),
            Self::Cell(table, row, column) => (
                "read-place-cell",
                vec![("table", table.to_string()), ("row", row.to_string()), ("column", column.to_string())],
            ),
            Self::Sheet(sheet, cell) => {
                ("read-place-sheet", vec![("sheet", sheet.clone()), ("cell", cell.clone())])
            }
            Self::Box => ("read-place-box", Vec::new()),
            Self::Header => ("read-place-header", Vec::new()),
            Self::Note => ("read-place-note", Vec::new()),
            Self::Comment => ("read-place-comment", Vec::new()),
            Self::Line(number) => ("read-place-line", vec![("n", number.to_string())]),
        }
    }
}

impl FoundCell {
    /// A cell with one piece of text.
    pub(super) fn of(place: FoundPlace, column: usize, text: String) -> Self {
        Self { place, column, pieces: vec![FoundPiece { text, ..FoundPiece::default() }] }
    }

    /// All its text.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Whether there is nothing to read in it.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| is_blank(&piece.text))
    }
}

/// Whether `text` has no sign that is seen.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|sign| sign.is_whitespace() || is_invisible(sign))
}

/// Signs of no width that programs write into empty controls.
pub(super) fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}' | '\u{2060}' | '\u{feff}')
}
