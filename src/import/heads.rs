//! What heads a table of a handout: rows, or its first column.

use super::handout::{HandoutCell, HandoutTable, TableRow};

/// What heads a table.
pub(super) enum TableHead {
    /// So many rows.
    Rows(usize),
    /// The first column: the row of headings is empty.
    Column,
}

/// What heads `table`.
pub(super) fn head_of(table: &HandoutTable) -> TableHead {
    if table.head_rows > 0 {
        return TableHead::Rows(table.head_rows);
    }
    let is_filled = |cell: &&HandoutCell| !cell.words().trim().is_empty();
    let first_row = table.rows.first().map(|row| row.cells.iter().filter(is_filled).collect::<Vec<_>>());
    let first_row = first_row.unwrap_or_default();
    if !first_row.is_empty() && first_row.iter().all(|cell| cell.is_strong) {
        // All cells of a table may be shaded.
        let others = || table.rows.iter().skip(1).flat_map(|row| &row.cells).filter(is_filled);
        if first_row.len() > 1 || others().any(|cell| !cell.is_strong) {
            return TableHead::Rows(1);
        }
    }
    let first_column = || table.rows.iter().filter_map(|row| row.cells.iter().find(|cell| cell.column == 0));
    // A first row with room to write in is none of headings.
    let is_form = table.rows.len() > 1
        && table
            .rows
            .first()
            .is_some_and(|row| row.cells.iter().skip(1).any(|cell| cell.words().trim().is_empty()));
    let heads_rows = table.rows.len() > 1
        && first_column().filter(is_filled).count() > 1
        && first_column().filter(is_filled).all(|cell| cell.is_strong);
    // Two columns without any heading are labels and what belongs to them.
    if heads_rows || is_form || table.columns == 2 {
        TableHead::Column
    } else {
        TableHead::Rows(height_of_head(table))
    }
}

/// How many rows the heads of columns have: a head above several columns has theirs below it, beside others that go on.
fn height_of_head(table: &HandoutTable) -> usize {
    let Some((first, below)) = table.rows.split_first() else { return 1 };
    let is_headed = first.cells.iter().all(|cell| !cell.words().trim().is_empty());
    if !is_headed || first.cells.iter().all(|cell| cell.span == 1) {
        return 1;
    }
    let goes_on =
        |row: &TableRow, column: usize| row.cells.iter().any(|it| it.column == column && it.is_continued);
    let height = |cell: &HandoutCell| 1 + below.iter().take_while(|row| goes_on(row, cell.column)).count();
    first.cells.iter().map(height).max().unwrap_or(1).min(below.len().max(1))
}

/// Several rows of headings as one. A heading above several columns is before each of theirs.
pub(super) fn joined(table: &HandoutTable, heads: &[Vec<String>]) -> Vec<String> {
    let mut joined = vec![String::new(); table.columns];
    for (at, words) in heads.iter().enumerate() {
        let cells = table.rows.get(at).map(|row| &row.cells[..]).unwrap_or_default();
        for (column, to) in joined.iter_mut().enumerate() {
            let spanning = cells.iter().find(|it| (it.column..it.column + it.span).contains(&column));
            let from = spanning.map_or(column, |cell| if heads.len() > 1 { cell.column } else { column });
            let words = words.get(from).map_or("", |it| it);
            if to.is_empty() {
                words.clone_into(to);
            } else if !words.is_empty() && to != words && !to.ends_with(&format!("：{words}")) {
                *to = format!("{to}：{words}");
            }
        }
    }
    // Headings of a table are bold as they are.
    joined.into_iter().map(|words| words.replace("**", "")).collect()
}
