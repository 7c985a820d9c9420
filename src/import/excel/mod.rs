//! A workbook as a handout: each sheet that is shown is a heading with its tables. Rows without any cell divide tables; a line of one
//! cell above a table is a paragraph.

mod format;
mod hidden;
mod pictures;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::io::Cursor;
use std::ops::Bound;

use calamine::{Dimensions, Reader as _, SheetVisible, Xlsx, XlsxError};

use self::format::shown;
use self::hidden::{SheetFacts, facts};
use self::pictures::pictures;
use super::handout::{
    FormControl, HandoutBlock, HandoutCell, HandoutDocument, HandoutPicture, HandoutTable, Inline, LeftKind,
    LeftOut, TableRow, usual,
};
use super::word::ticked;
use crate::paper::read::{CELL_LIMIT, FoundPlace, OfficeParts, Refusal, outside_of_sheets, words_of_cell};

/// The cells of a sheet by row and column; blank ones that have a format, too.
type SheetCells = BTreeMap<u32, BTreeMap<u32, String>>;

/// The number formats of the cells of a sheet that have one: the codes, and their numbers among those that every workbook has.
type SheetFormats = HashMap<(u32, u32), (String, Option<u32>)>;

/// A table with more columns than this has blank ones as a ruler, which are left out.
const RULER: usize = 12;

/// The longest title that is known by its place.
const TITLE: usize = 50;

/// Reads the workbook in `bytes`, whose parts are `parts`.
///
/// # Errors
/// When it is not as Excel writes it, or has too many cells.
pub(super) fn read(bytes: &[u8], parts: &OfficeParts) -> Result<HandoutDocument, Refusal> {
    let damaged = || Refusal::Damaged(parts.main.clone());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut handout = HandoutDocument::default();
    let mut left = CELL_LIMIT;
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|it| (it.name.clone(), it.visible == SheetVisible::Visible))
        .collect();
    let is_only = sheets.iter().filter(|(_, is_shown)| *is_shown).count() == 1;
    let mut tables = 0;
    let is_1904 = book.has_1904_epoch();
    let mut pictures = pictures(parts)?;
    let mut facts = facts(parts)?;
    for (name, is_shown) in sheets {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        // A sheet of charts has no cells.
        let formats = formats(&mut book, &name).unwrap_or_default();
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
        let facts = facts.remove(&name).unwrap_or_default();
        let is_seen = |at: (u32, u32)| {
            // Of a merged cell, everything is seen where a part of it is.
            let (rows, columns) = around(&merged, at)
                .map_or((at.0..=at.0, at.1..=at.1), |it| (it.start.0..=it.end.0, it.start.1..=it.end.1));
            rows.clone().any(|row| columns.clone().any(|column| !facts.hides(row, column)))
        };
        let mut unseen: BTreeMap<u32, (u32, Vec<String>)> = BTreeMap::new();
        let mut cells = SheetCells::new();
        while let Some(cell) = reader.next_cell_with_formula().map_err(|_| damaged())? {
            left = left.checked_sub(1).ok_or(Refusal::TooLarge("cells", CELL_LIMIT))?;
            let alone = words_of_cell(&cell.value);
            let (code, id) = formats.get(&cell.pos).map_or(("General", None), |(code, id)| (&**code, *id));
            let words = shown(&cell.value, code, id, is_1904);
            if words.trim().is_empty() && !matches!(&*alone, "" | "0") {
                let place = FoundPlace::Sheet(name.clone(), reference(cell.pos.0, cell.pos.1));
                handout.left.push(LeftOut { place, what: LeftKind::Hidden, words: alone.clone() });
            }
            let words = match &cell.formula {
                // A formula that was never calculated is words.
                Some(formula) if alone.is_empty() => format!("={formula}"),
                _ => words,
            };
            if is_shown && !is_seen(cell.pos) {
                let (_, all) = unseen.entry(cell.pos.0).or_insert((cell.pos.1, Vec::new()));
                all.extend(Some(words.trim().to_owned()).filter(|it| !it.is_empty()));
                continue;
            }
            cells.entry(cell.pos.0).or_default().insert(cell.pos.1, words);
        }
        for (row, (column, words)) in unseen.into_iter().filter(|(_, (_, words))| !words.is_empty()) {
            let place = FoundPlace::Sheet(name.clone(), reference(row, column));
            handout.left.push(LeftOut { place, what: LeftKind::Hidden, words: words.join(" ") });
        }
        if !is_shown {
            let words: Vec<&str> = cells
                .values()
                .flat_map(BTreeMap::values)
                .map(|it| it.trim())
                .filter(|it| !it.is_empty())
                .collect();
            let place = FoundPlace::Sheet(name.clone(), "A1".to_owned());
            let words = format!("{name} {}", words.join(" ")).trim().to_owned();
            handout.left.push(LeftOut { place, what: LeftKind::Sheet, words });
            // Its pictures are listed with those that are in no text.
            continue;
        }
        if !is_only && cells.values().flat_map(BTreeMap::values).any(|it| !it.trim().is_empty()) {
            handout.blocks.push(HandoutBlock::Heading(1, vec![Inline::plain(name.clone())]));
        }
        let pictures = pictures.remove(&name).unwrap_or_default().into_iter().collect();
        let mut sheet = SheetImport {
            name: &name,
            facts,
            offered: Vec::new(),
            cells,
            merged,
            pictures,
            tables: &mut tables,
            out: &mut handout,
        };
        sheet.regions();
    }
    for (place, words) in outside_of_sheets(parts)?.into_iter().filter(|(_, words)| !words.trim().is_empty())
    {
        let what = if place == FoundPlace::Comment { LeftKind::Comment } else { LeftKind::Drawing };
        handout.left.push(LeftOut { place, what, words });
    }
    Ok(handout)
}

/// The number formats of the sheet with the name `sheet`.
fn formats(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<SheetFormats, XlsxError> {
    let mut formats = SheetFormats::new();
    let mut reader = book.worksheet_cells_reader(sheet)?;
    while let Some((row, column, style)) = reader.next_style_id()? {
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        if let Some(format) = format.filter(|it| it.format_code != "General") {
            formats.insert((row, column), (format.format_code.clone(), format.format_id));
        }
    }
    Ok(formats)
}

/// A sheet that is read.
struct SheetImport<'a> {
    name: &'a str,
    facts: SheetFacts,
    /// The words to choose from that are listed.
    offered: Vec<String>,
    cells: SheetCells,
    merged: Vec<Dimensions>,
    /// Those that have no place yet, in the order of rows.
    pictures: VecDeque<(u32, Result<HandoutPicture, LeftOut>)>,
    tables: &'a mut usize,
    out: &'a mut HandoutDocument,
}

impl SheetImport<'_> {
    /// The tables of the sheet: rows that follow each other.
    fn regions(&mut self) {
        let is_covered = |row: u32| self.merged.iter().any(|it| it.start.0 < row && row <= it.end.0);
        let mut regions: Vec<Vec<u32>> = Vec::new();
        let mut last = None;
        for &row in self.cells.keys() {
            let is_next = last.is_some_and(|last: u32| (last + 1..row).all(is_covered));
            match regions.last_mut() {
                Some(region) if is_next => region.push(row),
                _ => regions.push(vec![row]),
            }
            last = Some(row);
        }
        for region in regions {
            self.place_pictures(region.first().copied());
            self.region(&region);
        }
        self.place_pictures(None);
    }

    /// Puts the pictures here that begin above `row`.
    fn place_pictures(&mut self, row: Option<u32>) {
        while let Some((_, picture)) = self.pictures.pop_front_if(|(at, _)| row.is_none_or(|row| *at < row)) {
            match picture {
                Ok(picture) => {
                    self.out.pictures.push(picture);
                    let at = self.out.pictures.len() - 1;
                    self.out.blocks.push(HandoutBlock::Paragraph(vec![Inline::Picture(at)]));
                }
                Err(left) => self.out.left.push(left),
            }
        }
    }

    fn words(&self, row: u32, column: u32) -> &str {
        self.cells.get(&row).and_then(|cells| cells.get(&column)).map_or("", |words| words.trim())
    }

    /// The cells that are merged around a cell.
    fn around(&self, row: u32, column: u32) -> Option<&Dimensions> {
        around(&self.merged, (row, column))
    }

    fn region(&mut self, rows: &[u32]) {
        let mut rows = rows;
        while let [first, rest @ ..] = rows
            && let Some(words) = self.line(*first)
        {
            let lines: Vec<Inline> = lines(&words);
            let is_title = self.out.title.is_none() && self.out.blocks.iter().all(is_before_title);
            if is_title && words.chars().count() <= TITLE {
                self.out.title = Some(lines);
                self.out.is_titled = true;
            } else if !words.is_empty() {
                self.out.blocks.push(ticked(lines));
            }
            // A merged cell is one line, however high it is.
            let below = rest.iter().take_while(|row| {
                self.around(*first, self.first(*first)).is_some_and(|it| **row <= it.end.0)
            });
            rows = &rest[below.count()..];
        }
        if rows
            .iter()
            .all(|row| self.cells.get(row).is_none_or(|cells| cells.values().all(|it| it.trim().is_empty())))
        {
            return;
        }
        let columns = self.columns(rows);
        *self.tables += 1;
        let mut table =
            HandoutTable { number: *self.tables, columns: columns.len(), ..HandoutTable::default() };
        let mut is_merged = false;
        let merged = self.merged.clone();
        let high = |at: (u32, u32)| around(&merged, at).map_or(1, |it| it.end.0 - it.start.0 + 1);
        // A line of writing is as high as most cells with words: forms are often drawn on squared paper.
        let with_words = rows.iter().flat_map(|row| columns.iter().map(|column| (*row, *column)));
        let with_words = with_words.filter(|at| !self.words(at.0, at.1).is_empty());
        let unit = usual(with_words.map(|at| high(at) as usize));
        for &row in rows {
            let mut cells = Vec::new();
            for (at, &column) in columns.iter().enumerate() {
                let around = self.around(row, column).copied();
                if around.is_some_and(|it| {
                    column != columns.iter().copied().find(|c| *c >= it.start.1).unwrap_or(column)
                }) {
                    continue;
                }
                let (from, span) = around.map_or(((row, column), 1), |it| {
                    let span = columns[at..].iter().take_while(|c| **c <= it.end.1).count().max(1);
                    ((it.start.0, it.start.1), span)
                });
                is_merged |= around.is_some();
                let is_continued = from.0 < row;
                let words = if is_continued { "" } else { self.words(row, from.1) };
                let mut blocks: Vec<HandoutBlock> =
                    words.lines().map(|line| ticked(vec![Inline::plain(line.trim())])).collect();
                if blocks.is_empty() && !is_continued {
                    blocks.extend(self.choice(from));
                }
                cells.push(HandoutCell {
                    column: at,
                    span,
                    is_continued,
                    is_strong: false,
                    blocks,
                    place: Some(FoundPlace::Sheet(self.name.to_owned(), reference(row, column))),
                });
            }
            let blank = cells.iter().filter(|it| !it.is_continued && it.blocks.is_empty());
            let lines = blank.map(|it| high((row, columns[it.column]))).max().unwrap_or(1) as usize;
            let lines = lines.div_ceil(unit);
            table.rows.push(TableRow { cells, lines });
        }
        if is_merged && table.is_divided() {
            let place =
                FoundPlace::Sheet(self.name.to_owned(), reference(rows.first().copied().unwrap_or(0), 0));
            self.out.left.push(LeftOut { place, what: LeftKind::Merged, words: table.number.to_string() });
        }
        self.out.blocks.push(HandoutBlock::Table(table));
    }

    /// What is chosen in a blank cell that offers words. These are listed, each once.
    fn choice(&mut self, at: (u32, u32)) -> Option<HandoutBlock> {
        let words = self.facts.choices(at.0, at.1)?.to_vec();
        let all = words.join("、");
        if !self.offered.contains(&all) {
            let place = FoundPlace::Sheet(self.name.to_owned(), reference(at.0, at.1));
            self.out.left.push(LeftOut { place, what: LeftKind::Prompt, words: all.clone() });
            self.offered.push(all);
        }
        Some(HandoutBlock::Paragraph(vec![Inline::Control(FormControl::Choice(words))]))
    }

    /// The first column with words in a row.
    fn first(&self, row: u32) -> u32 {
        let cells = self.cells.get(&row).into_iter().flatten();
        cells.filter(|(_, words)| !words.trim().is_empty()).map(|(column, _)| *column).next().unwrap_or(0)
    }

    /// The words of a row that is one cell.
    fn line(&self, row: u32) -> Option<String> {
        let cells = self.cells.get(&row)?;
        let first = cells.iter().find(|(_, words)| !words.trim().is_empty());
        let (&column, words) = first?;
        let covers = |other: u32| {
            other == column
                || self.around(row, column).is_some_and(|it| (it.start.1..=it.end.1).contains(&other))
        };
        let is_alone = cells.keys().all(|&other| covers(other));
        // The rows that a merged cell goes on to have nothing beside it.
        let below = self.around(row, column).map_or(row, |it| it.end.0);
        let mut others = self
            .cells
            .range((Bound::Excluded(row), Bound::Included(below)))
            .flat_map(|(_, cells)| cells.keys());
        (is_alone && others.all(|&other| covers(other))).then(|| words.trim().to_owned())
    }

    /// The columns of a table: where words are or a merged cell begins, and, unless there are very many, those with blank cells.
    fn columns(&self, rows: &[u32]) -> Vec<u32> {
        let mut all = BTreeSet::new();
        let mut used = BTreeSet::new();
        for row in rows {
            for (&column, words) in self.cells.get(row).into_iter().flatten() {
                match self.around(*row, column) {
                    Some(it) => {
                        used.insert(it.start.1);
                    }
                    None if words.trim().is_empty() => {
                        all.insert(column);
                    }
                    None => {
                        used.insert(column);
                    }
                }
            }
        }
        all.extend(&used);
        if all.len() > RULER { used } else { all }.into_iter().collect()
    }
}

/// The cells that are merged around a cell.
fn around(merged: &[Dimensions], (row, column): (u32, u32)) -> Option<&Dimensions> {
    let holds = |it: &&Dimensions| {
        (it.start.0..=it.end.0).contains(&row) && (it.start.1..=it.end.1).contains(&column)
    };
    merged.iter().find(holds)
}

/// Whether a title may follow: a block is the name of a sheet, or a picture.
fn is_before_title(block: &HandoutBlock) -> bool {
    match block {
        HandoutBlock::Heading(..) => true,
        HandoutBlock::Paragraph(line) => line.iter().all(|it| matches!(it, Inline::Picture(_))),
        _ => false,
    }
}

/// The reference of a cell, such as `H5`.
fn reference(row: u32, column: u32) -> String {
    format!("{}{}", crate::paper::xlsx::letters(u16::try_from(column).unwrap_or(u16::MAX)), row + 1)
}

/// Words with their line breaks.
fn lines(words: &str) -> Vec<Inline> {
    let mut lines = Vec::new();
    for (at, line) in words.lines().enumerate() {
        if at > 0 {
            lines.push(Inline::Break);
        }
        lines.push(Inline::plain(line));
    }
    lines
}
