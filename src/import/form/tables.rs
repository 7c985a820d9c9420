//! Tables of a form: rows to fill in, and what is asked for each row and column.

use super::room::{ProposedKind, inline_fields, is_pattern, kind_of};
use crate::import::handout::{HandoutBlock, HandoutCell, Inline, TableRow};

/// All lines of a cell as one.
pub(super) fn cell_line(cell: &HandoutCell) -> Vec<Inline> {
    cell.blocks.iter().flat_map(HandoutBlock::lines).flatten().cloned().collect()
}

/// Over how many rows a blank cell of the first of `rows` goes.
pub(super) fn height(rows: &[&TableRow]) -> usize {
    let [row, below @ ..] = rows else { return 1 };
    let is_below = |row: &&&TableRow, column: usize| {
        row.cells.iter().any(|cell| cell.column == column && cell.is_continued)
    };
    let blank = row.cells.iter().filter(|cell| !cell.is_continued && cell.words().trim().is_empty());
    let heights = blank.map(|cell| 1 + below.iter().take_while(|row| is_below(row, cell.column)).count());
    heights.max().unwrap_or(1)
}

/// The columns of a table whose rows below the first are blank.
pub(super) struct RepeatedRows {
    pub(super) columns: Vec<(String, ProposedKind)>,
    /// What heads the numbers of the rows, which is no column.
    pub(super) numbers: Option<String>,
}

/// The columns of a table whose rows below the first are blank, or numbered.
pub(super) fn repeated(rows: &[&TableRow]) -> Option<RepeatedRows> {
    let [head, body @ ..] = rows else { return None };
    let words = |cell: &HandoutCell| cell.words().trim().to_owned();
    let is_headed =
        head.cells.len() > 1 && head.cells.iter().all(|cell| !words(cell).is_empty() && cell.span == 1);
    let is_number = |words: &str| words.chars().all(|c| c.is_numeric() || ".．)）".contains(c));
    let is_room = |cell: &HandoutCell| {
        let words = words(cell);
        let has_control = || cell_line(cell).iter().any(|it| matches!(it, Inline::Control(_)));
        words.is_empty() || cell.column == 0 && is_number(&words) || is_pattern(&words) && !has_control()
    };
    let is_alike = |(cell, first): (&HandoutCell, &HandoutCell)| {
        !is_pattern(&words(cell)) || words(cell) == words(first)
    };
    let is_same = |row: &&TableRow| {
        let first = body.first().map(|row| &row.cells[..]).unwrap_or_default();
        row.cells.len() == head.cells.len()
            && row.cells.iter().all(is_room)
            && row.cells.iter().zip(first).all(is_alike)
    };
    if !is_headed || body.is_empty() || !body.iter().all(is_same) {
        return None;
    }
    // With a single row below two labels, these could be anything; with more they head columns.
    if body.len() == 1 && head.cells.len() < 3 && !words(&body[0].cells[0]).is_empty() {
        return None;
    }
    let is_count = |row: &&TableRow| {
        row.cells.first().is_some_and(|cell| is_number(&words(cell)) && !words(cell).is_empty())
    };
    let is_counted = body.iter().all(is_count);
    let kind = |at: usize, name: &str| {
        let first = body.first().map(|row| words(&row.cells[at])).unwrap_or_default();
        let own = inline_fields(&first, &cell_line(&body[0].cells[at])).into_iter().next();
        own.map_or_else(|| kind_of(name), |(_, kind)| kind)
    };
    let heads = head.cells.iter().map(|cell| words(cell).replace('\n', " "));
    let column = |(at, head): (usize, String)| match kind(at, &head) {
        // Columns have no unit of their own.
        ProposedKind::Number(unit) => (format!("{head}（{unit}）"), ProposedKind::Text),
        kind => (head, kind),
    };
    let mut columns: Vec<_> = heads.enumerate().map(column).collect();
    let numbers = is_counted.then(|| columns.remove(0).0);
    Some(RepeatedRows { columns, numbers })
}

/// The heads of the columns of a table that has words in its first row and column, and room everywhere else.
pub(super) fn crossed(rows: &[&TableRow]) -> Option<Vec<String>> {
    let [head, body @ ..] = rows else { return None };
    let is_room = |cell: &HandoutCell| cell.words().trim().is_empty() || is_pattern(cell.words().trim());
    let is_crossed = |row: &&TableRow| {
        let has_label = row.cells.first().is_some_and(|cell| !cell.words().trim().is_empty());
        let is_wide =
            row.cells.len() > 2 || head.cells.last().is_some_and(|cell| is_pattern(cell.words().trim()));
        has_label
            && row.cells.len() == head.cells.len()
            && row.cells.len() > 1
            && is_wide
            && row.cells.iter().skip(1).all(is_room)
    };
    let is_headed = head.cells.iter().skip(1).all(|cell| !cell.words().trim().is_empty() && cell.span == 1);
    (is_headed && !body.is_empty() && body.iter().all(is_crossed))
        .then(|| head.cells.iter().map(|cell| cell.words().trim().replace('\n', " ")).collect())
}
