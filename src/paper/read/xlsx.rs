//! A workbook as it was found. The sheets are read cell by cell, so that a cell at the end of the last column makes no room for all
//! between; formulas of ours are passed over, because they only repeat what is on the form.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{DataRef, Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::Event;
use regex::Regex;

use super::Refusal;
use super::docx::{characters, property, saved};
use super::found::{FoundCell, FoundGrid, FoundPaper, FoundPiece, FoundPlace, FoundRow};
use super::parts::{CELL_LIMIT, OfficeParts};
use super::percent::{percent, percent_cells};
use super::template::SlotNames;
use crate::paper::address::{Mark, PROPERTY, code};
use crate::paper::xlsx::{HIDDEN, SheetContent, SheetRow, codes, letters, name_of};

/// Codes in the head of a page: a font, a size or a colour, a number, where the words are.
static HEAD_CODES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"&(?:"[^"]*"|K[0-9A-Fa-f]{6}|[0-9]+|[A-Za-z&])"#).ok());

/// Reads the workbook in `bytes`, whose parts are `parts`.
///
/// # Errors
/// When it is not as Excel writes it, or has too many cells.
pub(super) fn found(bytes: &[u8], parts: &OfficeParts) -> Result<FoundPaper, Refusal> {
    let damaged = || Refusal::Damaged(parts.main.clone());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut found = FoundPaper { saved: saved(parts)?, ..FoundPaper::default() };
    let mut marked = None;
    let mut left = CELL_LIMIT;
    let percents = percent_cells(parts)?;
    for name in book.sheet_names() {
        // A sheet of charts has no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
        let mut cells: Vec<(usize, usize, String)> = Vec::new();
        while let Some(cell) = reader.next_cell_with_formula().map_err(|_| damaged())? {
            let is_percent = |cells: &HashSet<String>| {
                cells.contains(&reference(cell.pos.0 as usize, cell.pos.1 as usize))
            };
            let text = match &cell.value {
                DataRef::Float(number) if percents.get(&name).is_some_and(is_percent) => percent(*number),
                value => words(value),
            };
            let text = match &cell.formula {
                // A formula that was typed and never calculated is words, too.
                Some(formula) if text.is_empty() && !is_ours(formula) => format!("={formula}"),
                Some(formula) if is_ours(formula) => continue,
                _ => text,
            };
            if text.is_empty() {
                continue;
            }
            left = left.checked_sub(1).ok_or(Refusal::TooLarge("cells", CELL_LIMIT))?;
            cells.push((cell.pos.0 as usize, cell.pos.1 as usize, text));
        }
        let grid = grid(&name, cells);
        if name == HIDDEN {
            let cells = || grid.rows.iter().flat_map(|row| &row.cells);
            marked = cells().next().map(FoundCell::text);
            found.outside.extend(cells().cloned());
        } else {
            found.grids.push(grid);
        }
    }
    found.outside.extend(beside(parts)?);
    found.mark = property(parts, PROPERTY)?.filter(|mark| mark.parse::<Mark>().is_ok()).or(marked);
    Ok(found)
}

/// The words beside the sheets: comments, shapes, charts, and the heads of pages.
fn beside(parts: &OfficeParts) -> Result<Vec<FoundCell>, Refusal> {
    let mut found = Vec::new();
    for (folder, place) in [
        ("xl/comments", FoundPlace::Comment),
        ("xl/threadedComments/", FoundPlace::Comment),
        ("xl/drawings/", FoundPlace::Box),
        ("xl/charts/", FoundPlace::Box),
    ] {
        for (name, text) in parts.beginning(folder) {
            found.extend(texts(text, name, &place)?);
        }
    }
    for (name, text) in parts.beginning("xl/worksheets/") {
        found.extend(page_heads(text, name)?);
    }
    Ok(found)
}

/// The same as places and words.
pub(crate) fn outside(parts: &OfficeParts) -> Result<Vec<(FoundPlace, String)>, Refusal> {
    Ok(beside(parts)?.into_iter().map(|cell| (cell.place.clone(), cell.text())).collect())
}

/// Whether a formula of the sheet of data repeats a cell of the form: `IF('様式'!$H$5="","",'様式'!$H$5)`.
fn is_ours(formula: &str) -> bool {
    let formula = formula.trim_start_matches('=');
    let Some(inner) = formula.strip_prefix("IF(").and_then(|rest| rest.strip_suffix(')')) else {
        return false;
    };
    inner.split_once("=\"\",\"\",").is_some_and(|(cell, again)| cell == again && cell.contains('!'))
}

/// The grid of `cells`, which are sorted by rows. A column is believed to be where the file says.
fn grid(sheet: &str, cells: Vec<(usize, usize, String)>) -> FoundGrid {
    let mut grid = FoundGrid::default();
    let mut last = None;
    for (row, column, text) in cells {
        if last != Some(row) {
            grid.rows.push(FoundRow::default());
            last = Some(row);
        }
        let place = FoundPlace::Sheet(sheet.to_owned(), reference(row, column));
        if let Some(row) = grid.rows.last_mut() {
            row.cells.push(FoundCell::of(place, column, text));
        }
    }
    grid
}

/// The reference of a cell, such as `H5`.
fn reference(row: usize, column: usize) -> String {
    format!("{}{}", letters(u16::try_from(column).unwrap_or(u16::MAX)), row + 1)
}

/// What a cell shows.
pub(crate) fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is_true) => if *is_true { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => {
            let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
            let number = time.as_f64();
            match (number < 1.0, number.fract() == 0.0) {
                (true, _) => format!("{hour}:{minute:02}"),
                (false, true) => format!("{year:04}-{month:02}-{day:02}"),
                (false, false) => format!("{year:04}-{month:02}-{day:02} {hour}:{minute:02}"),
            }
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The paragraphs of a part beside the sheets.
fn texts(text: &str, name: &str, place: &FoundPlace) -> Result<Vec<FoundCell>, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut cells = Vec::new();
    let mut is_text = false;
    loop {
        let event = reader.read_event().map_err(|_| Refusal::Damaged(name.to_owned()))?;
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "comment" | "threadedComment" | "p" => {
                    cells.push(FoundCell::of(place.clone(), 0, String::new()));
                }
                "t" | "text" => is_text = true,
                _ => {}
            },
            Event::End(element) if matches!(element.local_name().as_ref(), "t" | "text") => is_text = false,
            Event::Eof => return Ok(cells),
            event if is_text => {
                let said = characters(event, name)?;
                match cells.last_mut().and_then(|cell| cell.pieces.last_mut()) {
                    Some(piece) => piece.text.push_str(&said),
                    None => cells.push(FoundCell::of(place.clone(), 0, said)),
                }
            }
            _ => {}
        }
    }
}

/// What someone wrote into the heads and feet of the pages of a sheet, without the codes for page numbers and fonts.
fn page_heads(text: &str, name: &str) -> Result<Vec<FoundCell>, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut cells: Vec<FoundCell> = Vec::new();
    let mut is_head = false;
    loop {
        let event = reader.read_event().map_err(|_| Refusal::Damaged(name.to_owned()))?;
        let is_of = |local: &str| local.ends_with("Header") || local.ends_with("Footer");
        match &event {
            Event::Start(element) if is_of(element.local_name().as_ref()) => {
                cells.push(FoundCell::of(FoundPlace::Header, 0, String::new()));
                is_head = true;
            }
            Event::End(element) if is_of(element.local_name().as_ref()) => is_head = false,
            Event::Eof => break,
            event if is_head => {
                let said = characters(event, name)?;
                if let Some(piece) = cells.last_mut().and_then(|cell| cell.pieces.last_mut()) {
                    piece.text.push_str(&said);
                }
            }
            _ => {}
        }
    }
    for piece in cells.iter_mut().flat_map(|cell| &mut cell.pieces) {
        let words =
            HEAD_CODES.as_ref().map_or(Cow::Borrowed(&*piece.text), |it| it.replace_all(&piece.text, " "));
        let words = words.trim().to_owned();
        piece.text = if words.chars().any(char::is_alphanumeric) { words } else { String::new() };
    }
    cells.retain(|cell| !cell.is_blank());
    Ok(cells)
}

/// The blank form as it would be found. `more` are the words that are not on the form: of the sheet of data, of the hidden sheet.
pub(super) fn blank(key: &str, rows: &[SheetRow], more: Vec<String>) -> FoundPaper {
    let place = || FoundPlace::Sheet(String::new(), String::new());
    let cell = |cell: &crate::paper::xlsx::SheetCell| {
        let piece = match &cell.content {
            SheetContent::Words(_, words, notes) => {
                FoundPiece { text: format!("{words}\n{notes}"), ..FoundPiece::default() }
            }
            SheetContent::Slot(_) => FoundPiece::default(),
            SheetContent::Box(..) => FoundPiece { text: "☐".to_owned(), ..FoundPiece::default() },
        };
        let bookmark = name_of(&cell.content).map(|name| code(key, &name));
        FoundCell { place: place(), column: cell.column, pieces: vec![FoundPiece { bookmark, ..piece }] }
    };
    let rows = rows.iter().map(|row| FoundRow { cells: row.cells.iter().map(cell).collect() }).collect();
    let outside = more.into_iter().map(|words| FoundCell::of(place(), 0, words)).collect();
    FoundPaper { grids: vec![FoundGrid { rows }], outside, ..FoundPaper::default() }
}

/// Names the cells of the rows that the hidden column marks, and takes the rows of the sheet of data out of the grids.
pub(super) fn name_cells(found: &mut FoundPaper, names: &SlotNames<'_>, rows: &[SheetRow]) {
    let codes = codes(&names.form.key, rows);
    for grid in &mut found.grids {
        let mut rows = Vec::new();
        for mut row in std::mem::take(&mut grid.rows) {
            let first =
                row.cells.first().filter(|cell| cell.column == 0).map(FoundCell::text).unwrap_or_default();
            if first.starts_with("m_") {
                row.cells.remove(0);
                for cell in &mut row.cells {
                    let code = codes.get(&(first.clone(), cell.column));
                    for piece in &mut cell.pieces {
                        piece.bookmark = code.cloned();
                    }
                }
            } else if names.is_name(&first) {
                // A row of the sheet of data: its label, and what was typed over the formula.
                for cell in row.cells {
                    match cell.column {
                        0 => {}
                        1 if names.is_label(&first, &cell.text()) => {}
                        2 => found.data.push((first.clone(), cell)),
                        _ => found.outside.push(cell),
                    }
                }
                continue;
            }
            rows.push(row);
        }
        grid.rows = rows;
    }
}
