//! A form as a workbook for Excel: the sheet to fill in and print, the sheet of data with one row for each slot, and a hidden one with the
//! options of lists and the mark of the form.
//!
//! No cell has a formula that an answer is part of: text is text, also one that begins with `=`.

mod layout;
mod looks;

use std::collections::HashMap;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    Workbook, Worksheet, XlsxError,
};

use crate::answers::AnswerValue;
use crate::field::{Slot, SlotKind};
use crate::paper::address::{Mark, OPTION, PROPERTY, code};
use crate::paper::docx::fill::Answers;
use crate::paper::form::Form;
use layout::LINE;
pub use layout::SheetWords;
pub(crate) use layout::{FIRST, SheetCell, SheetContent, SheetRow, layout};
use looks::{NOTE, SheetLook, Size, height, lines, number as number_of, points};

/// The name of the hidden sheet. It is no word of any language.
pub(crate) const HIDDEN: &str = "mitate";

/// A check box, empty and ticked.
pub(crate) const BOXES: [&str; 2] = ["☐", "☑"];

/// The size of answers.
const ANSWER: Size = 105;

const HIGHEST: f64 = 400.0;
const INK: Color = Color::RGB(0x33_3333);
const GREY: Color = Color::RGB(0x66_6666);
const RULE: Color = Color::RGB(0x99_9999);
const SHADE: Color = Color::RGB(0xF1_EFEA);

/// The bytes of the workbook of `form`, filled with `answers`.
///
/// # Errors
/// When an answer is longer than Excel allows (32,767 characters).
pub fn workbook(
    form: &Form,
    mark: &Mark,
    words: &SheetWords,
    answers: &Answers,
) -> Result<Vec<u8>, XlsxError> {
    let rows = layout(form, words, &|rows| {
        let highest = answers.keys().filter_map(|name| rows.find(name)).map(|(row, _)| row).max();
        highest.unwrap_or(0).max(rows.blank)
    });
    let mut writer =
        SheetWriter { answers, words, lists: Vec::new(), data: Vec::new(), formats: HashMap::new() };
    let mut sheet = Worksheet::new();
    writer.form(&mut sheet, &rows)?;
    let mut data = Worksheet::new();
    writer.data(&mut data)?;
    let mut hidden = Worksheet::new();
    writer.hidden(&mut hidden, mark)?;
    let mut book = Workbook::new();
    // The time of writing would make every file another one.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let mark = mark.to_string();
    book.set_properties(
        &DocProperties::new()
            .set_title(&form.title)
            .set_creation_datetime(&made)
            .set_custom_property(PROPERTY, &*mark),
    );
    for sheet in [sheet, data, hidden] {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer()
}

/// The widths of the columns of the sheet of data, in narrow characters.
const DATA_WIDTHS: [u16; 3] = [26, 40, 50];
/// The height of a line of it, in points.
const DATA_LINE: f64 = 16.0;

/// The column that lists of options begin in, on the hidden sheet.
const LISTS: u16 = 1;

struct SheetWriter<'a> {
    answers: &'a Answers,
    words: &'a SheetWords,
    /// The lists of options that cells are chosen from.
    lists: Vec<Vec<String>>,
    /// The rows of the sheet of data: name, label, the cell of the form, what is in it.
    data: Vec<[String; 4]>,
    formats: HashMap<SheetLook, Format>,
}

impl SheetWriter<'_> {
    fn form(&mut self, sheet: &mut Worksheet, rows: &[SheetRow]) -> Result<(), XlsxError> {
        sheet.set_name(&self.words.form)?;
        sheet.set_column_width(0, 2)?.set_column_hidden(0)?;
        let width =
            rows.iter().flat_map(|row| &row.cells).map(|it| it.column + it.span).max().unwrap_or(FIRST);
        for column in FIRST..width {
            sheet.set_column_width(column_of(column), 3.3)?;
        }
        let mut last = 0;
        for (at, row) in rows.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            last = at;
            if !row.marker.is_empty() {
                sheet.write_string(at, 0, &row.marker)?;
            }
            let mut height = row.height;
            for cell in &row.cells {
                height = height.max(self.cell(sheet, at, cell)?);
            }
            sheet.set_row_height(at, height.clamp(LINE / 2.0, HIGHEST))?;
        }
        sheet
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.6, 0.6, 0.6, 0.7, 0.3, 0.3)
            .set_print_center_horizontally(true)
            .set_screen_gridlines(false)
            .set_footer("&R&9&P / &N");
        sheet.set_print_area(0, column_of(FIRST), last, column_of(width.max(FIRST + 1) - 1))?;
        Ok(())
    }

    /// Writes a cell. Gives how high its answer is, in points.
    fn cell(&mut self, sheet: &mut Worksheet, row: u32, cell: &SheetCell) -> Result<f64, XlsxError> {
        let column = column_of(cell.column);
        let last =
            (row + u32::try_from(cell.rows.max(1) - 1).unwrap_or(0), column_of(cell.column + cell.span - 1));
        match &cell.content {
            SheetContent::Words(look, words, notes) => {
                let format = self.format(*look);
                merge(sheet, row, column, last, &format)?;
                if notes.is_empty() {
                    sheet.write_string_with_format(row, column, words, &format)?;
                } else {
                    let small = self.font().set_font_size(points(NOTE)).set_font_color(GREY);
                    let bold = self
                        .font()
                        .set_font_size(points(SheetLook::Label.size()))
                        .set_bold()
                        .set_font_color(INK);
                    let notes = format!("\n{notes}");
                    sheet.write_rich_string_with_format(
                        row,
                        column,
                        &[(&bold, words), (&small, &notes)],
                        &format,
                    )?;
                }
                Ok(0.0)
            }
            SheetContent::Slot(slot) => {
                let answer = self.answers.get(&slot.name);
                let format = slot_format(&slot.kind, self.words);
                merge(sheet, row, column, last, &format)?;
                self.validate(sheet, row, column, &slot.kind)?;
                let said = write(sheet, (row, column), slot, answer, &format)?;
                self.data.push([
                    slot.name.clone(),
                    slot.label.clone(),
                    reference(&self.words.form, row, column),
                    said.clone(),
                ]);
                Ok(height(&said, cell.span, ANSWER) + 5.0)
            }
            SheetContent::Box(name, option, label) => {
                let is_ticked = match self.answers.get(name) {
                    Some(AnswerValue::Text(id)) => id == option,
                    Some(AnswerValue::List(ids)) => ids.contains(option),
                    None => false,
                };
                let format = slot_format(&SlotKind::One(Vec::new()), self.words)
                    .set_align(FormatAlign::Center)
                    .set_align(FormatAlign::VerticalCenter);
                merge(sheet, row, column, last, &format)?;
                sheet.write_string_with_format(row, column, BOXES[usize::from(is_ticked)], &format)?;
                self.validate_list(sheet, row, column, BOXES.map(str::to_owned).into())?;
                let name = format!("{name}{OPTION}{option}");
                let said = BOXES[usize::from(is_ticked)].to_owned();
                self.data.push([name, label.clone(), reference(&self.words.form, row, column), said]);
                Ok(0.0)
            }
        }
    }

    fn validate(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        kind: &SlotKind,
    ) -> Result<(), XlsxError> {
        let SlotKind::One(options) = kind else { return Ok(()) };
        self.validate_list(sheet, row, column, options.iter().map(|it| it.label.to_string()).collect())
    }

    fn validate_list(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        list: Vec<String>,
    ) -> Result<(), XlsxError> {
        if list.is_empty() {
            return Ok(());
        }
        let at = self.lists.iter().position(|known| *known == list).unwrap_or(self.lists.len());
        let place = letters(LISTS + u16::try_from(at).unwrap_or(u16::MAX - LISTS));
        let range = format!("={HIDDEN}!${place}$1:${place}${}", list.len());
        if at == self.lists.len() {
            self.lists.push(list);
        }
        // Other words may be typed: who reads the form lists them.
        let validation =
            DataValidation::new().allow_list_formula(Formula::new(range)).show_error_message(false);
        sheet.add_data_validation(row, column, row, column, &validation)?;
        Ok(())
    }

    fn data(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(&self.words.data)?;
        let head = self.plain().set_bold().set_background_color(SHADE);
        for (column, words) in (0_u16..).zip(&self.words.heads) {
            sheet.write_string_with_format(0, column, words, &head)?;
        }
        for (column, width) in (0_u16..).zip(DATA_WIDTHS) {
            sheet.set_column_width(column, f64::from(width))?;
        }
        sheet.set_freeze_panes(1, 0)?.set_paper_size(9).set_print_fit_to_pages(1, 0);
        let format = self.plain();
        for (row, [name, label, cell, said]) in (1_u32..).zip(&self.data) {
            sheet.write_string_with_format(row, 0, name, &format)?;
            sheet.write_string_with_format(row, 1, label, &format)?;
            // Without a result, a program that does not calculate at once shows 0.
            let said = if said.is_empty() { " " } else { said };
            let formula = Formula::new(format!("=IF({cell}=\"\",\"\",{cell})")).set_result(said);
            sheet.write_formula_with_format(row, 2, formula, &format)?;
            let lines =
                [name, label, said].into_iter().zip(DATA_WIDTHS).map(|(words, width)| lines(words, width));
            let lines = lines.max().unwrap_or(1);
            if lines > 1 {
                sheet.set_row_height(row, number_of(lines) * DATA_LINE)?;
            }
        }
        Ok(())
    }

    fn hidden(&self, sheet: &mut Worksheet, mark: &Mark) -> Result<(), XlsxError> {
        sheet.set_name(HIDDEN)?.set_hidden(true);
        sheet.write_string(0, 0, mark.to_string())?;
        for (column, list) in (LISTS..).zip(&self.lists) {
            for (row, words) in (0_u32..).zip(list) {
                sheet.write_string(row, column, words)?;
            }
        }
        Ok(())
    }

    fn font(&self) -> Format {
        Format::new().set_font_name(&self.words.font)
    }

    fn plain(&self) -> Format {
        self.font().set_font_size(10).set_text_wrap().set_align(FormatAlign::Top)
    }

    fn format(&mut self, look: SheetLook) -> Format {
        let plain = self.plain().set_font_color(INK).set_font_size(points(look.size()));
        let ruled = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(RULE);
        let make = || match look {
            SheetLook::Title => plain.set_bold().set_align(FormatAlign::VerticalCenter),
            SheetLook::Small => plain.set_font_color(GREY),
            SheetLook::Text => plain,
            SheetLook::Section => {
                plain.set_bold().set_border_bottom(FormatBorder::Medium).set_align(FormatAlign::Bottom)
            }
            SheetLook::Label => ruled(plain.set_bold().set_background_color(SHADE)),
            SheetLook::Head => ruled(plain.set_background_color(SHADE).set_align(FormatAlign::Center)),
            SheetLook::Cell => ruled(plain),
            SheetLook::Beside => {
                let format = plain.set_align(FormatAlign::VerticalCenter).set_border_top(FormatBorder::Thin);
                let format =
                    format.set_border_bottom(FormatBorder::Thin).set_border_right(FormatBorder::Thin);
                format.set_border_color(RULE)
            }
        };
        self.formats.entry(look).or_insert_with(make).clone()
    }
}

/// Merges the cells from the one at `row` and `column` to `last`, if they are more than one.
fn merge(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    last: (u32, u16),
    format: &Format,
) -> Result<(), XlsxError> {
    if last != (row, column) {
        sheet.merge_range(row, column, last.0, last.1, "", format)?;
    }
    Ok(())
}

fn slot_format(kind: &SlotKind, words: &SheetWords) -> Format {
    let format = Format::new()
        .set_font_name(&words.font)
        .set_font_size(points(ANSWER))
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let format = format.set_border(FormatBorder::Thin).set_border_color(RULE);
    match kind {
        SlotKind::Date => format.set_num_format(&words.date).set_align(FormatAlign::Left),
        SlotKind::Number(..) => format.set_align(FormatAlign::Left),
        // What is typed stays as it was typed: no date, no formula.
        _ => format.set_num_format("@"),
    }
}

/// Writes the answer of `slot`. Gives its words.
fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    slot: &Slot,
    answer: Option<&AnswerValue>,
    format: &Format,
) -> Result<String, XlsxError> {
    let said = match answer {
        Some(AnswerValue::Text(said)) => said.clone(),
        Some(AnswerValue::List(ids)) => ids.join("\n"),
        None => String::new(),
    };
    let options = slot.kind.options();
    let said =
        options.iter().find(|option| option.id == said).map_or(said, |option| option.label.to_string());
    if said.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else if let (SlotKind::Date, Some(date)) = (&slot.kind, date(&said)) {
        sheet.write_datetime_with_format(row, column, date, format)?;
    } else if let (SlotKind::Number(..), Some(number)) = (&slot.kind, number(&said)) {
        sheet.write_number_with_format(row, column, number, format)?;
    } else {
        sheet.write_string_with_format(row, column, &said, format)?;
    }
    Ok(said)
}

/// A date as Excel counts it. It takes 1900 for a leap year, so the days before March of that year are not its.
fn date(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.split('-');
    let (year, month, day) =
        (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    (year > 1900 && parts.next().is_none() && text.len() == 10)
        .then(|| ExcelDateTime::from_ymd(year, month, day).ok())?
}

/// A number, if it has one spelling.
fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite() && number.to_string() == text)
}

fn column_of(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// The letters of a column: `A`, `B`, `AA`.
pub(crate) fn letters(column: u16) -> String {
    let (mut left, mut letters) = (u32::from(column) + 1, Vec::new());
    while left > 0 {
        left -= 1;
        letters.insert(0, char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.into_iter().collect()
}

fn reference(sheet: &str, row: u32, column: u16) -> String {
    format!("'{}'!${}${}", sheet.replace('\'', "''"), letters(column), row + 1)
}

/// The name of the slot or of the option in a cell.
pub(crate) fn name_of(content: &SheetContent) -> Option<String> {
    match content {
        SheetContent::Slot(slot) => Some(slot.name.clone()),
        SheetContent::Box(name, option, _) => Some(format!("{name}{OPTION}{option}")),
        SheetContent::Words(..) => None,
    }
}

/// The code of the slot in a cell, by the marker of its row and its column.
pub(crate) fn codes(key: &str, rows: &[SheetRow]) -> HashMap<(String, usize), String> {
    let of_row = |row: &SheetRow| {
        let cells =
            row.cells.iter().filter_map(|cell| Some((cell.column, code(key, &name_of(&cell.content)?))));
        cells.map(|(column, code)| ((row.marker.clone(), column), code)).collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}
