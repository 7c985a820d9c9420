//! A form in Word as it was found.
//!
//! A bookmark of ours is around each slot, and a control with a tag within it. Word keeps both; `LibreOffice` keeps the bookmarks only. Text
//! of a slot that someone went on writing behind its end is in the same cell, outside of both.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Refusal;
use super::found::{FoundCell, FoundGrid, FoundPaper, FoundPiece, FoundPlace, FoundRow, is_invisible};
use super::parts::{OfficeParts, attribute};
use crate::paper::address::PROPERTY;

/// The most columns of a table. Word has no more than 63.
const MOST_COLUMNS: usize = 63;

/// Reads the parts of a form in Word.
///
/// # Errors
/// When a part is not XML.
pub(super) fn found(parts: &OfficeParts) -> Result<FoundPaper, Refusal> {
    let mut words = WordReader::new(FoundPlace::Box);
    words.read(parts.text(&parts.main).unwrap_or_default(), &parts.main)?;
    let mut outside = words.boxes;
    let folder = parts.main.rsplit_once('/').map_or("", |(folder, _)| folder);
    for (name, place) in [
        ("header", FoundPlace::Header),
        ("footer", FoundPlace::Header),
        ("footnotes", FoundPlace::Note),
        ("endnotes", FoundPlace::Note),
        ("comments", FoundPlace::Comment),
        ("diagrams/", FoundPlace::Box),
        ("charts/", FoundPlace::Box),
    ] {
        for (name, text) in parts.beginning(&format!("{folder}/{name}")) {
            let mut words = WordReader::new(place.clone());
            words.is_outside = true;
            words.read(text, name)?;
            outside.extend(words.boxes);
        }
    }
    let mut grids = vec![words.paragraphs];
    grids.extend(words.tables);
    Ok(FoundPaper {
        mark: property(parts, PROPERTY)?,
        saved: saved(parts)?,
        grids,
        data: Vec::new(),
        outside,
    })
}

/// The text of the custom property `name`.
pub(super) fn property(parts: &OfficeParts, name: &str) -> Result<Option<String>, Refusal> {
    let text = parts.text("docProps/custom.xml").unwrap_or_default();
    within(text, "docProps/custom.xml", |element| {
        element.local_name().as_ref() == "property" && attribute(element, "name").as_deref() == Some(name)
    })
}

/// When the file was saved, as it says itself.
pub(super) fn saved(parts: &OfficeParts) -> Result<Option<String>, Refusal> {
    let text = parts.text("docProps/core.xml").unwrap_or_default();
    within(text, "docProps/core.xml", |element| element.local_name().as_ref() == "modified")
}

/// The text in the first element that `is_it` says.
fn within(
    text: &str,
    name: &str,
    is_it: impl Fn(&BytesStart<'_>) -> bool,
) -> Result<Option<String>, Refusal> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut said) = (0, String::new());
    loop {
        let event = reader.read_event().map_err(|_| Refusal::Damaged(name.to_owned()))?;
        match &event {
            Event::Start(element) if depth > 0 || is_it(element) => depth += 1,
            Event::End(_) if depth > 1 => depth -= 1,
            Event::End(_) if depth == 1 => return Ok(Some(said.trim().to_owned())),
            Event::Eof => return Ok(None),
            event if depth > 0 => said.push_str(&characters(event, name)?),
            _ => {}
        }
    }
}

/// The characters of `event`, if it is text.
pub(super) fn characters(event: &Event<'_>, name: &str) -> Result<String, Refusal> {
    let damaged = || Refusal::Damaged(name.to_owned());
    Ok(match event {
        Event::Text(text) => text.xml10_content().into_owned(),
        Event::CData(text) => text.xml10_content().into_owned(),
        Event::GeneralRef(reference) => {
            if let Some(sign) = reference.resolve_char_ref().map_err(|_| damaged())? {
                sign.to_string()
            } else {
                let known = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content());
                known.ok_or_else(damaged)?.to_owned()
            }
        }
        _ => String::new(),
    })
}

/// A cell of a grid: the number of the table (`None` for the paragraphs), its row, its place in the row.
#[derive(Clone, Copy)]
struct OpenCell {
    table: Option<usize>,
    row: usize,
    cell: usize,
}

/// What text is written in at the moment.
enum OpenContext {
    /// Within a cell of a table.
    Cell(OpenCell),
    /// Within a text box.
    Box,
}

/// A control that is open.
#[derive(Default)]
struct OpenControl {
    tag: Option<String>,
    is_prompt: bool,
}

/// Reads the words of a part.
#[allow(clippy::struct_excessive_bools, reason = "each is an element that is open")]
struct WordReader {
    paragraphs: FoundGrid,
    tables: Vec<FoundGrid>,
    boxes: Vec<FoundCell>,
    /// The place of words in boxes.
    place: FoundPlace,
    /// Whether all words are outside of the form.
    is_outside: bool,
    contexts: Vec<OpenContext>,
    /// Tables that are open: their number.
    open_tables: Vec<usize>,
    /// The column of the next cell, for each of them.
    next_columns: Vec<usize>,
    /// Paragraphs that are open: where their words go; `None` for those in boxes.
    open_paragraphs: Vec<Option<OpenCell>>,
    bookmarks: Vec<(String, String)>,
    controls: Vec<OpenControl>,
    /// How deep in elements whose words are not part of the document.
    left_out: usize,
    is_text: bool,
    /// The reading of a ruby, which is before its word in the file, and whether what follows is part of it.
    reading: String,
    is_reading: bool,
    instruction: String,
    is_instruction: bool,
}

impl WordReader {
    fn new(place: FoundPlace) -> Self {
        Self {
            paragraphs: FoundGrid::default(),
            tables: Vec::new(),
            boxes: Vec::new(),
            place,
            is_outside: false,
            contexts: Vec::new(),
            open_tables: Vec::new(),
            next_columns: Vec::new(),
            open_paragraphs: Vec::new(),
            bookmarks: Vec::new(),
            controls: Vec::new(),
            left_out: 0,
            is_text: false,
            reading: String::new(),
            is_reading: false,
            instruction: String::new(),
            is_instruction: false,
        }
    }

    fn read(&mut self, text: &str, name: &str) -> Result<(), Refusal> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        loop {
            let event = reader.read_event().map_err(|_| Refusal::Damaged(name.to_owned()))?;
            match &event {
                Event::Start(element) => self.start(element),
                Event::Empty(element) => {
                    self.start(element);
                    self.end(element.local_name().as_ref());
                }
                Event::End(element) => self.end(element.local_name().as_ref()),
                Event::Eof => return Ok(()),
                event if self.is_text && self.left_out == 0 => {
                    let said = characters(event, name)?;
                    if self.is_reading {
                        self.reading.push_str(&said);
                    } else {
                        self.write(&said);
                    }
                }
                event if self.is_instruction && self.left_out == 0 => {
                    let said = characters(event, name)?;
                    self.instruction.push_str(&said);
                }
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let local = element.local_name();
        let local = local.as_ref();
        if is_left_out(local) || self.left_out > 0 {
            self.left_out += usize::from(is_left_out(local));
            return;
        }
        match local {
            "tbl" => {
                self.open_tables.push(self.tables.len());
                self.next_columns.push(0);
                self.tables.push(FoundGrid::default());
            }
            "tr" => {
                if let Some(table) = self.table() {
                    table.rows.push(FoundRow::default());
                }
                if let Some(next) = self.next_columns.last_mut() {
                    *next = 0;
                }
            }
            "tc" => self.start_cell(),
            // Cells that were merged, or left out before the first one, are columns too.
            "gridSpan" => self.skip_columns(element, 1),
            "gridBefore" => self.skip_columns(element, 0),
            "txbxContent" => self.contexts.push(OpenContext::Box),
            "p" => self.start_paragraph(),
            "t" => self.is_text = true,
            "rt" => self.is_reading = true,
            "instrText" => self.is_instruction = true,
            "br" | "cr" => self.write("\n"),
            "tab" if !self.open_paragraphs.is_empty() => self.write("\t"),
            "noBreakHyphen" => self.write("-"),
            "sym" => {
                let sign = attribute(element, "char").unwrap_or_default();
                self.write(symbol(&sign));
            }
            "fldChar" if attribute(element, "fldCharType").as_deref() != Some("begin") => {
                self.end_instruction();
            }
            "bookmarkStart" => {
                let (id, name) = (attribute(element, "id"), attribute(element, "name"));
                if let (Some(id), Some(name)) = (id, name.filter(|name| name.starts_with("m_"))) {
                    self.bookmarks.push((id, name));
                    self.write("");
                }
            }
            "bookmarkEnd" => {
                let id = attribute(element, "id");
                self.bookmarks.retain(|(open, _)| Some(open) != id.as_ref());
            }
            "sdt" => self.controls.push(OpenControl::default()),
            "tag" => {
                // Google Docs has controls of its own around the text of others.
                let tag = attribute(element, "val").filter(|tag| !tag.starts_with("goog_"));
                if let Some(control) = self.controls.last_mut() {
                    control.tag = tag;
                }
            }
            "showingPlcHdr" => {
                if let Some(control) = self.controls.last_mut() {
                    control.is_prompt = true;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, local: &str) {
        if is_left_out(local) {
            self.left_out = self.left_out.saturating_sub(1);
            return;
        }
        if self.left_out > 0 {
            return;
        }
        match local {
            "tbl" => {
                self.open_tables.pop();
                self.next_columns.pop();
            }
            "tc" | "txbxContent" => {
                self.contexts.pop();
            }
            "p" => {
                self.open_paragraphs.pop();
            }
            "t" => self.is_text = false,
            "instrText" => self.is_instruction = false,
            "rt" => self.is_reading = false,
            "ruby" => {
                let reading = std::mem::take(&mut self.reading);
                self.write(&format!("《{reading}》"));
            }
            "sdt" => {
                self.controls.pop();
            }
            _ => {}
        }
    }

    fn table(&mut self) -> Option<&mut FoundGrid> {
        let number = *self.open_tables.last()?;
        self.tables.get_mut(number)
    }

    /// Counts the columns that `element` says, without `counted` of them.
    fn skip_columns(&mut self, element: &BytesStart<'_>, counted: usize) {
        let columns = attribute(element, "val").and_then(|columns| columns.parse().ok()).unwrap_or(0_usize);
        if let Some(next) = self.next_columns.last_mut() {
            *next += columns.min(MOST_COLUMNS).saturating_sub(counted);
        }
    }

    fn start_cell(&mut self) {
        let Some(&number) = self.open_tables.last() else { return self.contexts.push(OpenContext::Box) };
        let grid = &mut self.tables[number];
        if grid.rows.is_empty() {
            grid.rows.push(FoundRow::default());
        }
        let row = grid.rows.len() - 1;
        let cells = &mut grid.rows[row].cells;
        let cell = cells.len();
        let place = FoundPlace::Cell(number + 1, row + 1, cell + 1);
        let column = self.next_columns.last().copied().unwrap_or(cell).min(MOST_COLUMNS);
        cells.push(FoundCell { place, column, pieces: Vec::new() });
        if let Some(next) = self.next_columns.last_mut() {
            *next = column + 1;
        }
        self.contexts.push(OpenContext::Cell(OpenCell { table: Some(number), row, cell }));
    }

    fn start_paragraph(&mut self) {
        let target = match self.contexts.last() {
            Some(OpenContext::Cell(target)) => Some(*target),
            Some(OpenContext::Box) => None,
            None if self.is_outside => None,
            None => {
                let row = self.paragraphs.rows.len();
                let cell = FoundCell { place: FoundPlace::Paragraph(row + 1), column: 0, pieces: Vec::new() };
                self.paragraphs.rows.push(FoundRow { cells: vec![cell] });
                Some(OpenCell { table: None, row, cell: 0 })
            }
        };
        if target.is_none() {
            self.boxes.push(FoundCell { place: self.place.clone(), column: 0, pieces: Vec::new() });
        }
        self.open_paragraphs.push(target);
        if self.cell().is_some_and(|cell| !cell.pieces.is_empty()) {
            self.write("\n");
        }
    }

    /// The cell that is written into.
    fn cell(&mut self) -> Option<&mut FoundCell> {
        match self.open_paragraphs.last() {
            Some(Some(OpenCell { table: Some(table), row, cell })) => {
                self.tables.get_mut(*table)?.rows.get_mut(*row)?.cells.get_mut(*cell)
            }
            Some(Some(OpenCell { table: None, row, cell })) => {
                self.paragraphs.rows.get_mut(*row)?.cells.get_mut(*cell)
            }
            Some(None) => self.boxes.last_mut(),
            None => None,
        }
    }

    fn write(&mut self, said: &str) {
        let bookmark = self.bookmarks.last().map(|(_, name)| name.clone());
        let control = self.controls.iter().rev().find(|control| control.tag.is_some());
        let tag = control.and_then(|control| control.tag.clone());
        let is_prompt = control.is_some_and(|control| control.is_prompt);
        if self.open_paragraphs.is_empty() && !said.trim().is_empty() {
            // Words outside of any paragraph: no program writes them, but they are words.
            self.start_paragraph();
        }
        let Some(cell) = self.cell() else { return };
        let said: String = said.chars().filter(|sign| !is_invisible(*sign)).collect();
        match cell.pieces.last_mut() {
            Some(piece) if piece.bookmark == bookmark && piece.tag == tag => piece.text.push_str(&said),
            _ => cell.pieces.push(FoundPiece { text: said, bookmark, tag, is_prompt }),
        }
    }

    /// A reading in the form of older programs: `EQ \* jc2 … \o\ad(\s\up 9(かんじ),漢字)`.
    fn end_instruction(&mut self) {
        let instruction = std::mem::take(&mut self.instruction);
        let Some(rest) = instruction.trim().strip_prefix("EQ") else { return };
        let Some((before, word)) = rest.rsplit_once(',') else { return };
        let reading = before.rsplit_once('(').map_or("", |(_, reading)| reading.trim_end_matches(')'));
        let word = word.trim().trim_end_matches(')');
        self.write(&format!("{word}《{reading}》"));
    }
}

/// Elements whose words are no words of the document: what was deleted while changes were recorded, and what programs that don't know a
/// shape show instead of it.
fn is_left_out(local: &str) -> bool {
    matches!(local, "del" | "moveFrom" | "Fallback" | "sdtPlaceholder")
}

/// The character for a sign of a symbol font: check boxes.
pub(crate) fn symbol(code: &str) -> &'static str {
    match code.to_ascii_uppercase().trim_start_matches('F').trim_start_matches('0') {
        "FE" | "E" | "52" | "FD" | "D" | "53" | "78" => "☑",
        "A8" | "6F" | "A3" | "71" | "72" => "☐",
        _ => "\u{fffd}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> WordReader {
        let mut words = WordReader::new(FoundPlace::Box);
        words
            .read(&format!("<w:document><w:body>{body}</w:body></w:document>"), "word/document.xml")
            .unwrap();
        words
    }

    fn texts(grid: &FoundGrid) -> Vec<Vec<String>> {
        grid.rows.iter().map(|row| row.cells.iter().map(FoundCell::text).collect()).collect()
    }

    #[test]
    fn words_are_in_paragraphs_cells_and_boxes() {
        let words = read(
            "<w:p><w:r><w:t>A &amp; &#x8868;</w:t></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>D</w:t></w:r></w:p></w:tc>\
             <w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>E</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>\
             <w:p><w:r><w:t>F</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>G</w:t></w:r></w:p></w:txbxContent></w:pict><w:t>H</w:t></w:r>\
             <w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del></w:p>",
        );
        assert_eq!(texts(&words.paragraphs), [["A & 表"], ["FH"]]);
        assert_eq!(texts(&words.tables[0]), [["B\nC\n\nD", ""]]);
        assert_eq!(texts(&words.tables[1]), [["E"]]);
        assert_eq!(words.boxes.iter().map(FoundCell::text).collect::<Vec<_>>(), ["G"]);
    }

    #[test]
    fn pieces_have_the_bookmark_and_the_tag_around_them() {
        let words = read(
            "<w:p><w:r><w:t>label </w:t></w:r><w:bookmarkStart w:id=\"3\" w:name=\"m_abc\"/>\
             <w:sdt><w:sdtPr><w:tag w:val=\"wish\"/></w:sdtPr><w:sdtContent><w:r><w:t>said</w:t></w:r></w:sdtContent></w:sdt>\
             <w:bookmarkEnd w:id=\"3\"/><w:r><w:t> more</w:t></w:r></w:p>",
        );
        let pieces = &words.paragraphs.rows[0].cells[0].pieces;
        let said: Vec<_> = pieces
            .iter()
            .filter(|piece| !piece.text.is_empty())
            .map(|piece| (&*piece.text, piece.bookmark.as_deref(), piece.tag.as_deref()))
            .collect();
        assert_eq!(
            said,
            [("label ", None, None), ("said", Some("m_abc"), Some("wish")), (" more", None, None)]
        );
    }

    #[test]
    fn readings_stay_beside_their_words() {
        let words = read(
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r>\
             <w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>EQ \\* jc2 \\o\\ad(\\s\\up 9(みたて),見立て)</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        );
        assert_eq!(words.paragraphs.rows[0].cells[0].text(), "漢字《かんじ》見立て《みたて》");
    }

    #[test]
    fn an_entity_is_not_resolved() {
        let mut words = WordReader::new(FoundPlace::Box);
        let refused = words.read("<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>", "a.xml");
        assert_eq!(refused, Err(Refusal::Damaged("a.xml".to_owned())));
    }
}
