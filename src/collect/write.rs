//! Writing rows: as lines of JSON, as CSV, as a workbook. Each row is written as it comes.

use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::row::AnswerRow;
use super::table::{COLUMNS, RowCell};
use crate::guard::guarded;

/// The most rows of a sheet of Excel, without the head.
pub const XLSX_ROWS: usize = 1_048_575;
/// The most UTF-16 units of a cell of Excel.
const CELL: usize = 32_767;
/// Excel counts days from 1900; the same workbook is written each time.
const WRITTEN: (u16, u8, u8) = (2026, 1, 1);

/// Takes rows and writes them.
pub trait RowWriter {
    /// Writes a row.
    ///
    /// # Errors
    /// When it cannot be written.
    fn row(&mut self, row: &AnswerRow<'_>) -> io::Result<()>;

    /// Writes what comes after the last row. Says how many cells were too long and end before their words do.
    ///
    /// # Errors
    /// When it cannot be written.
    fn end(&mut self) -> io::Result<usize>;
}

/// Writes one JSON object a line.
pub struct JsonWriter<'w>(pub &'w mut dyn Write);

impl RowWriter for JsonWriter<'_> {
    fn row(&mut self, row: &AnswerRow<'_>) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, row)?;
        self.0.write_all(b"\n")
    }

    fn end(&mut self) -> io::Result<usize> {
        Ok(0)
    }
}

/// Writes a table as text: UTF-8 with a byte order mark, so that Excel knows its characters, and no cell is a formula.
pub struct CsvWriter<'w>(&'w mut dyn Write);

impl<'w> CsvWriter<'w> {
    /// A table with its head.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(out: &'w mut dyn Write) -> io::Result<Self> {
        write!(out, "\u{feff}{}\r\n", COLUMNS.join(","))?;
        Ok(Self(out))
    }
}

impl RowWriter for CsvWriter<'_> {
    fn row(&mut self, row: &AnswerRow<'_>) -> io::Result<()> {
        let mut line = String::new();
        for (at, cell) in row.cells().into_iter().enumerate() {
            if at > 0 {
                line.push(',');
            }
            match cell {
                RowCell::Nothing => {}
                RowCell::Flag(flag) => line.push_str(if flag { "true" } else { "false" }),
                RowCell::Number(number) => line.push_str(&number.to_string()),
                RowCell::Text(text) => {
                    line.push('"');
                    line.push_str(&inert(&text).replace('"', "\"\""));
                    line.push('"');
                }
            }
        }
        line.push_str("\r\n");
        self.0.write_all(line.as_bytes())
    }

    fn end(&mut self) -> io::Result<usize> {
        Ok(0)
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe comes before what would begin one. The board of a site does the same
/// (`scripts/board/export.js`); `tests/shared/formulas.json` holds both.
fn inert(text: &str) -> String {
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%'];
    let is_formula = text.trim_start_matches([' ', '\u{3000}']).starts_with(begins);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

/// Writes a workbook: row by row to a temporary file, and at the end as a whole.
pub struct XlsxWriter<W: Write + Send> {
    book: Workbook,
    out: W,
    text: Format,
    row: u32,
    cut: usize,
}

impl<W: Write + Send> XlsxWriter<W> {
    /// A workbook with its head. `name` is the name of the sheet, `folder` where its temporary file is, which has no name.
    ///
    /// # Errors
    /// When its temporary file cannot be written.
    pub fn new(out: W, name: &str, folder: &Path) -> io::Result<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(fault)?;
        let (year, month, day) = WRITTEN;
        let written = ExcelDateTime::from_ymd(year, month, day).map_err(fault)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&written));
        let sheet = book.add_worksheet_with_constant_memory().map_err(fault)?;
        sheet.set_name(name).map_err(fault)?;
        sheet.set_freeze_panes(1, 0).map_err(fault)?;
        let bold = Format::new().set_bold();
        for (at, column) in (0..).zip(COLUMNS) {
            sheet.write_string_with_format(0, at, column, &bold).map_err(fault)?;
        }
        Ok(Self { book, out, text: Format::new().set_num_format("@"), row: 0, cut: 0 })
    }
}

impl<W: Write + Send> RowWriter for XlsxWriter<W> {
    fn row(&mut self, row: &AnswerRow<'_>) -> io::Result<()> {
        guarded(|| self.write_row(row)).unwrap_or_else(|reason| Err(failure(&reason)))
    }

    fn end(&mut self) -> io::Result<usize> {
        let saved = guarded(|| self.book.save_to_writer(&mut self.out).map_err(fault));
        saved.unwrap_or_else(|reason| Err(failure(&reason)))?;
        Ok(self.cut)
    }
}

impl<W: Write + Send> XlsxWriter<W> {
    fn write_row(&mut self, row: &AnswerRow<'_>) -> io::Result<()> {
        self.row += 1;
        let sheet = self.book.worksheet_from_index(0).map_err(fault)?;
        for (at, cell) in (0..).zip(row.cells()) {
            match cell {
                RowCell::Nothing => {}
                RowCell::Flag(flag) => {
                    sheet.write_boolean(self.row, at, flag).map_err(fault)?;
                }
                RowCell::Number(number) => {
                    sheet.write_number(self.row, at, number).map_err(fault)?;
                }
                RowCell::Text(text) => {
                    let fitting = fitting(&text);
                    self.cut += usize::from(fitting.len() < text.len());
                    sheet.write_string_with_format(self.row, at, fitting, &self.text).map_err(fault)?;
                }
            }
        }
        Ok(())
    }
}

/// The library panics when its temporary file cannot be written. Its `reason` has the number of the system's error.
fn failure(reason: &str) -> io::Error {
    let number = reason.split_once("code: ").and_then(|(_, rest)| rest.split(',').next()?.parse().ok());
    number.map_or_else(|| io::Error::other(reason.to_owned()), io::Error::from_raw_os_error)
}

/// As much of `text` as a cell holds.
fn fitting(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > CELL
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn fault(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => error,
        error => io::Error::other(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_of_a_table_is_a_formula() {
        let table: Vec<(String, String)> =
            serde_json::from_str(include_str!("../../tests/shared/formulas.json")).unwrap();
        for (text, written) in table {
            assert_eq!(inert(&text), written);
        }
    }

    #[test]
    fn a_cell_of_a_workbook_ends_between_two_characters() {
        let long = "😀".repeat(20_000);
        assert_eq!(fitting(&long).chars().count(), 16_383);
        assert_eq!(fitting("a"), "a");
    }
}
