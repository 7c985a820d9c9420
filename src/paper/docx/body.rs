//! The body of a Word file as pieces: paragraphs, runs, tables, controls.
//!
//! Controls are run-level and hold rich text: LibreOffice writes the text of plain-text, block-level and cell-level controls several times
//! over. A bookmark is around each, because LibreOffice drops tags and keeps bookmarks.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::super::prose::{Line, RunStyle};
use super::fill::{PaperPiece, SlotLook, Template, text};

/// The width of the text on A4, in twentieths of a point: margins are 15 mm, as those of a printed page.
pub const WIDTH: u32 = 10206;
/// A line to write on: 8 mm, as on a printed page.
pub const LINE: u32 = 454;
/// The grey of cells that name what is asked.
pub const GREY: &str = "F2F2F0";

/// Writes the body of a Word file.
#[derive(Default)]
pub struct BodyWriter {
    template: Template,
    /// XML since the last piece that is not XML.
    xml: String,
    /// Words whose reading was shown.
    read: HashSet<String>,
    /// Whether the last block is a table: two tables without a paragraph between them are one to Word.
    is_after_table: bool,
}

/// A cell of a table.
#[derive(Default, Clone, Copy)]
pub struct TableCell {
    /// Its width.
    pub width: u32,
    /// How many columns of the grid it covers, if more than one.
    pub span: u32,
    /// Whether it names what is asked.
    pub is_label: bool,
}

/// A row of a table.
#[derive(Default, Clone, Copy)]
pub struct Row {
    /// Its least height. A row grows with what is written into it; an exact height would cut that off.
    pub height: u32,
    /// Whether it is repeated on every page.
    pub is_head: bool,
}

impl BodyWriter {
    /// A writer for the form `key`; `between` is written between several values.
    #[must_use]
    pub fn new(key: &str, between: &str) -> Self {
        let template = Template { key: key.to_owned(), between: between.to_owned(), ..Template::default() };
        Self { template, ..Self::default() }
    }

    /// The body.
    #[must_use]
    pub fn finish(mut self) -> Template {
        // The last block must be a paragraph, not a table.
        self.space_after_table();
        self.flush();
        self.template
    }

    /// Adds XML.
    pub fn raw(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }

    fn flush(&mut self) {
        if !self.xml.is_empty() {
            self.template.pieces.push(PaperPiece::Xml(std::mem::take(&mut self.xml)));
        }
    }

    /// Adds a piece that is not XML.
    pub fn piece(&mut self, piece: PaperPiece) {
        self.flush();
        self.template.pieces.push(piece);
    }

    /// The pieces that `write` adds, instead of adding them.
    pub fn apart(&mut self, write: impl FnOnce(&mut Self)) -> Vec<PaperPiece> {
        self.flush();
        let before = std::mem::take(&mut self.template.pieces);
        write(self);
        self.flush();
        std::mem::replace(&mut self.template.pieces, before)
    }

    /// Adds a slot. Slots that look the same share their look.
    pub fn slot(&mut self, name: &str, look: &SlotLook) {
        let looks = &mut self.template.looks;
        let index = looks.iter().position(|it| it == look).unwrap_or_else(|| {
            looks.push(look.clone());
            looks.len() - 1
        });
        self.piece(PaperPiece::Slot(name.to_owned(), index));
    }

    // ---- paragraphs

    /// Opens a paragraph; no style for that of the body.
    pub fn open(&mut self, style: &str) {
        self.is_after_table = false;
        self.open_in_cell(style);
    }

    /// Opens a paragraph with properties of its own.
    pub fn open_with(&mut self, properties: &str) {
        self.is_after_table = false;
        self.raw("<w:p>");
        self.raw(properties);
    }

    /// Opens a paragraph in a cell.
    pub fn open_in_cell(&mut self, style: &str) {
        self.raw("<w:p>");
        if !style.is_empty() {
            let _ = write!(self.xml, "<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        }
    }

    /// Closes a paragraph.
    pub fn close(&mut self) {
        self.raw("</w:p>");
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, style: &str, line: &Line) {
        self.open(style);
        self.line(line);
        self.close();
    }

    /// Adds a paragraph in a cell.
    pub fn paragraph_in_cell(&mut self, style: &str, line: &Line) {
        self.open_in_cell(style);
        self.line(line);
        self.close();
    }

    /// Adds plain words as a run.
    pub fn words(&mut self, words: &str) {
        self.run("", words);
    }

    /// Adds words with the properties `properties`.
    pub fn run(&mut self, properties: &str, words: &str) {
        if !words.is_empty() {
            let text = text(words);
            let _ = write!(self.xml, "<w:r>{}{text}</w:r>", wrapped(properties));
        }
    }

    /// Adds the runs of `line`.
    pub fn line(&mut self, line: &Line) {
        for run in line {
            let properties = properties(run.style);
            if let Some(name) = &run.blank {
                self.run("<w:vertAlign w:val=\"superscript\"/>", &run.words);
                self.slot(name, &super::looks::gap());
                continue;
            }
            let reading =
                run.reading.as_ref().filter(|_| !run.is_read_once || self.read.insert(run.words.clone()));
            match reading {
                Some(reading) => self.ruby(&properties, &run.words, reading),
                None => self.run(&properties, &run.words),
            }
        }
    }

    fn ruby(&mut self, properties: &str, words: &str, reading: &str) {
        let (base, reading) = (text(words), text(reading));
        let _ = write!(
            self.xml,
            "<w:r>{0}<w:ruby><w:rubyPr><w:rubyAlign w:val=\"distributeSpace\"/><w:hps w:val=\"10\"/>\
             <w:hpsRaise w:val=\"18\"/><w:hpsBaseText w:val=\"21\"/><w:lid w:val=\"ja-JP\"/></w:rubyPr>\
             <w:rt><w:r><w:rPr><w:sz w:val=\"10\"/></w:rPr>{reading}</w:r></w:rt>\
             <w:rubyBase><w:r>{0}{base}</w:r></w:rubyBase></w:ruby></w:r>",
            wrapped(properties),
        );
    }

    /// Begins a new page.
    pub fn page_break(&mut self) {
        self.raw("<w:p><w:pPr><w:pStyle w:val=\"Between\"/><w:pageBreakBefore/></w:pPr></w:p>");
        self.is_after_table = false;
    }

    fn space_after_table(&mut self) {
        if std::mem::take(&mut self.is_after_table) {
            self.raw("<w:p><w:pPr><w:pStyle w:val=\"Between\"/></w:pPr></w:p>");
        }
    }

    // ---- tables

    /// Opens a table with columns of those widths.
    pub fn open_table(&mut self, style: &str, widths: &[u32]) {
        self.space_after_table();
        let total: u32 = widths.iter().sum();
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\"/></w:tblPr><w:tblGrid>"
        );
        for width in widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.raw("</w:tblGrid>");
    }

    /// Closes a table.
    pub fn close_table(&mut self) {
        self.raw("</w:tbl>");
        self.is_after_table = true;
    }

    /// Opens a row.
    pub fn open_row(&mut self, row: Row) {
        self.raw("<w:tr><w:trPr><w:cantSplit/>");
        if row.height > 0 {
            let _ = write!(self.xml, "<w:trHeight w:val=\"{}\" w:hRule=\"atLeast\"/>", row.height);
        }
        self.raw(if row.is_head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
    }

    /// Closes a row.
    pub fn close_row(&mut self) {
        self.raw("</w:tr>");
    }

    /// Adds a cell with what `write` writes: at least one paragraph.
    pub fn cell(&mut self, cell: TableCell, write: impl FnOnce(&mut Self)) {
        self.is_after_table = false;
        let _ = write!(self.xml, "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", cell.width);
        if cell.span > 1 {
            let _ = write!(self.xml, "<w:gridSpan w:val=\"{}\"/>", cell.span);
        }
        if cell.is_label {
            let _ = write!(self.xml, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{GREY}\"/>");
        }
        self.raw("</w:tcPr>");
        write(self);
        self.raw("</w:tc>");
    }

    /// Ends what is in a cell: its last block must be a paragraph, and an empty cell needs one.
    pub fn end_cell(&mut self, is_empty: bool) {
        if is_empty {
            self.raw("<w:p/>");
        }
        self.space_after_table();
    }

    /// Adds a cell with one paragraph of plain text.
    pub fn text_cell(&mut self, cell: TableCell, style: &str, line: &Line) {
        self.cell(cell, |body| body.paragraph_in_cell(style, line));
    }
}

/// The properties of a run, if it has any.
fn wrapped(properties: &str) -> String {
    if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") }
}

/// The properties of a run in that style, in the order of the schema.
fn properties(style: RunStyle) -> String {
    let mut out = String::new();
    let mut add = |is_set: bool, xml: &str| out.push_str(if is_set { xml } else { "" });
    add(style.code, "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\"/>");
    add(style.bold, "<w:b/>");
    add(style.emphasis, "<w:i/>");
    add(style.struck, "<w:strike/>");
    add(style.aside, "<w:color w:val=\"504C45\"/><w:sz w:val=\"16\"/>");
    add(style.raised, "<w:vertAlign w:val=\"superscript\"/>");
    out
}
