//! Tables of a form: rows to fill in, and what is asked for each row and column.

use super::room::{ProposedKind, inline_fields, is_pattern, kind_of};
use crate::import::handout::{HandoutBlock, HandoutCell, Inline, TableRow};

/// All lines of a cell as one.
pub(super) fn cell_line(cell: &HandoutCell) -> Vec<Inline> {
    cell.blocks.iter().flat_map(HandoutBlock::lines).flatten().cloned().collect()
}

/// The columns of a table whose rows below the first are blank, or numbered.
pub(super) fn repeated(rows: &[&TableRow]) -> Option<Vec<(String, ProposedKind)>> {
    let [head, body @ ..] = rows else { return None };
    let words = |cell: &HandoutCell| cell.words().trim().to_owned();
    let is_headed =
        head.cells.len() > 1 && head.cells.iter().all(|cell| !words(cell).is_empty() && cell.span == 1);
    let is_number = |words: &str| words.chars().all(|c| c.is_numeric() || ".．)）".contains(c));
    let is_room = |cell: &HandoutCell| {
        let words = words(cell);
        words.is_empty() || cell.column == 0 && is_number(&words) || is_pattern(&words)
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
    let columns = head.cells.iter().enumerate().filter(|(at, _)| {
        let is_count =
            |row: &&TableRow| is_number(&words(&row.cells[*at])) && !words(&row.cells[*at]).is_empty();
        *at > 0 || !body.iter().all(is_count)
    });
    let kind = |at: usize, name: &str| {
        let first = body.first().map(|row| words(&row.cells[at])).unwrap_or_default();
        let own = inline_fields(&first, &cell_line(&body[0].cells[at])).into_iter().next();
        own.map_or_else(|| kind_of(name), |(_, kind)| kind)
    };
    Some(columns.map(|(at, cell)| (words(cell).replace('\n', " "), kind(at, &words(cell)))).collect())
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
