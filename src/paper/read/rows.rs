//! Rows of a paper with the names of their slots, and the numbers of rows that were copied.

use std::collections::{HashMap, HashSet};

use super::found::{FoundCell, FoundRow};
use super::template::SlotNames;
use crate::field::Slots;
use crate::paper::address::OPTION;

/// A row with the names of its pieces.
pub(super) struct NamedRow<'a> {
    pub(super) row: &'a FoundRow,
    /// By cell, by piece.
    pub(super) names: Vec<Vec<Option<String>>>,
    /// Whether a bookmark names one of them.
    has_bookmark: bool,
}

impl<'a> NamedRow<'a> {
    pub(super) fn of(row: &'a FoundRow, names: &SlotNames<'_>) -> Self {
        let of_cell = |cell: &FoundCell| cell.pieces.iter().map(|piece| names.of_piece(piece)).collect();
        let mut pieces = row.cells.iter().flat_map(|cell| &cell.pieces);
        Self {
            row,
            names: row.cells.iter().map(of_cell).collect(),
            has_bookmark: pieces.any(|piece| piece.bookmark.is_some() && names.of_piece(piece).is_some()),
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.names.iter().flatten().flatten().map(String::as_str)
    }
}

/// Where the rows of a table got another number: by row of the grid, the table and its numbers before and after.
pub(super) type Renumbered = HashMap<usize, (String, u32, u32)>;

/// A row that was copied has the names of the row it was copied from: it gets the next number.
pub(super) fn numbers(grids: &[Vec<NamedRow<'_>>], names: &SlotNames<'_>) -> Vec<Renumbered> {
    let mut renumbered = vec![Renumbered::new(); grids.len()];
    let mut claimed: HashSet<(String, u32)> = HashSet::new();
    let mut copies = Vec::new();
    // The row with the bookmark is the first one, wherever its copy is.
    for is_of_bookmark in [true, false] {
        for (at, grid) in grids.iter().enumerate() {
            for (row_at, row) in grid.iter().enumerate() {
                if row.has_bookmark == is_of_bookmark
                    && let Some((table, number)) = row.all().find_map(|name| row_of(name, names))
                    && !claimed.insert((table.clone(), number))
                {
                    copies.push((at, row_at, table, number));
                }
            }
        }
    }
    copies.sort_by_key(|(at, row_at, ..)| (*at, *row_at));
    for (at, row_at, table, number) in copies {
        let next = next_number(&table, &claimed, names);
        claimed.insert((table.clone(), next));
        renumbered[at].insert(row_at, (table, number, next));
    }
    renumbered
}

pub(super) fn next_number(table: &str, claimed: &HashSet<(String, u32)>, names: &SlotNames<'_>) -> u32 {
    let blank = names.form.questions().find_map(|question| match &question.slots {
        Slots::Rows(rows) if rows.name == table => Some(rows.blank),
        _ => None,
    });
    let highest = claimed.iter().filter(|(of, _)| of == table).map(|(_, number)| *number).max();
    highest.unwrap_or(0).max(blank.unwrap_or(0)) + 1
}

/// The table and the row that `name` is in, if it is in rows.
pub(super) fn row_of(name: &str, names: &SlotNames<'_>) -> Option<(String, u32)> {
    let name = name.split(OPTION).next().unwrap_or(name);
    names.form.questions().find_map(|question| match &question.slots {
        Slots::Rows(rows) => rows.find(name).map(|(row, _)| (rows.name.clone(), row)),
        _ => None,
    })
}

/// `name` with the number of its row replaced.
pub(super) fn renamed(name: &str, table: &str, from: u32, to: u32) -> String {
    let rest = name.strip_prefix(&format!("{table}.{from}"));
    match rest.filter(|rest| rest.is_empty() || rest.starts_with(['.', OPTION])) {
        Some(rest) => format!("{table}.{to}{rest}"),
        None => name.to_owned(),
    }
}
