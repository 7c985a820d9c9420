//! Placing what was found: which words are whose answer. The bookmark decides, then the tag, then the place in the table and the printed
//! words around it. What is neither placed nor printed on the blank form is left over, with its words.

use std::collections::{HashMap, HashSet};

use super::Refusal;
use super::align::aligned;
use super::found::{FoundCell, FoundGrid, FoundPaper, FoundPlace, is_blank};
use super::plain::plain;
use super::rows::{NamedRow, Renumbered, next_number, numbers, renamed as renamed_row, row_of};
use super::template::{BlankCell, BlankForm, SlotNames, unnumbered};
use crate::paper::address::OPTION;

/// The most comparisons of two rows.
const COMPARISONS: usize = 4_000_000;

/// What Word shows in a control of its own accord, when someone has emptied it: in controls for text, for dates, and in lists.
const PROMPTS: [&str; 12] = [
    "ここをクリックまたはタップしてテキストを入力してください。",
    "クリックまたはタップしてテキストを入力してください。",
    "ここをクリックしてテキストを入力してください。",
    "クリックまたはタップして日付を入力してください。",
    "ここをクリックして日付を入力してください。",
    "アイテムを選択してください。",
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
    "Choose an item.",
    "Enter any content that you want to repeat, including other content controls.",
];

/// Words, and where they are.
pub(super) type PlacedWords = (FoundPlace, String);

/// What was placed, and what was not.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// By name: the words and their place.
    pub(super) answers: Vec<(String, PlacedWords)>,
    pub(super) left: Vec<PlacedWords>,
}

/// Places what was found in a paper of the form of `names`, whose blank paper is `template`.
///
/// # Errors
/// When the form is in it more than once.
pub(super) fn placed(
    found: &FoundPaper,
    template: &BlankForm,
    names: &SlotNames<'_>,
) -> Result<Placed, Refusal> {
    let grids: Vec<Vec<NamedRow<'_>>> = found
        .grids
        .iter()
        .map(|grid| grid.rows.iter().map(|row| NamedRow::of(row, names)).collect())
        .collect();
    let numbers = numbers(&grids, names);
    let has_copies = numbers.iter().any(|renumbered| !renumbered.is_empty());
    expect_once(found, &grids, template, names, has_copies)?;
    let mut claimed: HashSet<(String, u32)> =
        grids.iter().flatten().flat_map(NamedRow::all).filter_map(|name| row_of(name, names)).collect();
    claimed.extend(numbers.iter().flat_map(HashMap::values).map(|(table, _, to)| (table.clone(), *to)));
    let (nothing, taken) = (Placed::default(), HashMap::new());
    let mut placer = Placer { template, names, placed: nothing, taken, claimed, left: COMPARISONS };
    for (at, grid) in grids.iter().enumerate() {
        let rows = placer.rows_of_template(grid);
        placer.place_grid(grid, &rows, &numbers[at]);
    }
    for cell in &found.outside {
        let is_pages = cell.place == FoundPlace::Header && template.words.contains(&unnumbered(&cell.text()));
        if !is_pages {
            placer.leave_unless_printed(cell, &cell.text());
        }
    }
    Ok(placer.placed)
}

/// Two people's forms in one file would become one person's answers.
fn expect_once(
    found: &FoundPaper,
    grids: &[Vec<NamedRow<'_>>],
    template: &BlankForm,
    names: &SlotNames<'_>,
    has_copies: bool,
) -> Result<(), Refusal> {
    let mut cells: HashMap<&str, HashSet<&FoundPlace>> = HashMap::new();
    for row in grids.iter().flatten() {
        for (cell, of_cell) in row.row.cells.iter().zip(&row.names) {
            for name in of_cell.iter().flatten().filter(|name| row_of(name, names).is_none()) {
                cells.entry(name.split(OPTION).next().unwrap_or(name)).or_default().insert(&cell.place);
            }
        }
    }
    // The options of one question may be in several cells of one row; of a blank form too.
    let usual = |name: &str| {
        let of_name = |it: &&String| it.split(OPTION).next() == Some(name);
        template.places.keys().filter(of_name).map(|it| template.places[it]).collect::<HashSet<_>>().len()
    };
    let repeated = cells.iter().filter(|(name, cells)| cells.len() > usual(name)).count();
    let title = plain(&names.form.title);
    let is_title = |text: &str| plain(text) == title;
    let count = |grids: &[FoundGrid]| {
        let cells = grids.iter().flat_map(|grid| grid.rows.iter().flat_map(|row| &row.cells));
        cells.filter(|cell| is_title(&cell.text())).count()
    };
    let printed = template.grids.iter().flatten().flatten().filter(|cell| cell.words == title).count();
    // A form of nothing but rows has no other names: then its title says it.
    let is_titled_twice = || printed > 0 && count(&found.grids) > printed;
    let is_twice = repeated > 1 || (has_copies && is_titled_twice());
    if is_twice { Err(Refusal::Twice) } else { Ok(()) }
}

/// The row of the template that a row is: its grid and its row.
type RowOf = Option<(usize, usize)>;

struct Placer<'a> {
    template: &'a BlankForm,
    names: &'a SlotNames<'a>,
    placed: Placed,
    /// The words of each name that was placed.
    taken: HashMap<String, String>,
    /// The rows of tables that are in the paper.
    claimed: HashSet<(String, u32)>,
    /// How many comparisons are left.
    left: usize,
}

impl Placer<'_> {
    /// For each row of `grid` the row of the template that it is.
    fn rows_of_template(&mut self, grid: &[NamedRow<'_>]) -> Vec<RowOf> {
        let words: HashSet<String> =
            grid.iter().flat_map(|row| row.row.cells.iter().map(|cell| plain(&cell.text()))).collect();
        let in_common = |of: &Vec<Vec<BlankCell>>| {
            of.iter().flatten().filter(|cell| !cell.words.is_empty() && words.contains(&cell.words)).count()
        };
        let places = grid.iter().flat_map(NamedRow::all).filter_map(|name| self.template.places.get(name));
        let mut votes: HashMap<usize, usize> = HashMap::new();
        for (at, ..) in places {
            *votes.entry(*at).or_default() += 1;
        }
        let best = (0..self.template.grids.len())
            .map(|at| (votes.get(&at).copied().unwrap_or(0), in_common(&self.template.grids[at]), at))
            .filter(|(votes, common, _)| votes + common > 0)
            .max_by_key(|(votes, common, at)| (*votes + *common, std::cmp::Reverse(*at)));
        let Some((.., at)) = best else { return vec![None; grid.len()] };
        let rows = &self.template.grids[at];
        let cost = rows.len() * grid.len();
        if cost > self.left {
            return vec![None; grid.len()];
        }
        self.left -= cost;
        aligned(rows, grid).into_iter().map(|row| row.map(|row| (at, row))).collect()
    }

    fn place_grid(&mut self, grid: &[NamedRow<'_>], rows: &[RowOf], numbers: &Renumbered) {
        // The row of a table that the last row was, for rows that were added below it.
        let mut above: Option<(usize, usize)> = None;
        for (at, row) in grid.iter().enumerate() {
            let by_name = row.all().find_map(|name| self.template.places.get(name));
            let of_template = by_name.map(|(grid, row, _)| (*grid, *row)).or(rows[at]);
            let renumbered = numbers.get(&at);
            if let Some(of_template) = of_template {
                self.place_row(row, Some(of_template), renumbered);
                above = Some(of_template).filter(|it| self.table_of(*it).is_some());
            } else if let Some((table, from)) = above.and_then(|it| self.table_of(it))
                && self.is_like(row, above)
                && row.row.cells.iter().any(|cell| !cell.is_blank())
            {
                let next = self.next(&table);
                self.place_row(row, above, Some(&(table, from, next)));
            } else {
                self.place_row(row, None, renumbered);
                if row.row.cells.iter().any(|cell| !cell.is_blank()) {
                    above = None;
                }
            }
        }
    }

    /// The number of a row that is added to `table`.
    fn next(&mut self, table: &str) -> u32 {
        let next = next_number(table, &self.claimed, self.names);
        self.claimed.insert((table.to_owned(), next));
        next
    }

    /// The table and the number of a row of the template.
    fn table_of(&self, (grid, row): (usize, usize)) -> Option<(String, u32)> {
        let cells = &self.template.grids[grid][row];
        cells.iter().flat_map(BlankCell::slots).find_map(|name| row_of(name, self.names))
    }

    /// Whether `row` has as many cells as the row of the template above it.
    fn is_like(&self, row: &NamedRow<'_>, above: RowOf) -> bool {
        let Some((grid, at)) = above else { return false };
        let width = row.row.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
        let cells = &self.template.grids[grid][at];
        let starts = |at: usize| cells.get(at).is_some_and(|cell| !cell.parts.is_empty());
        // A sheet has no cells where nothing is: then each cell must be where one of the template is.
        width == cells.len()
            || row.row.cells.iter().filter(|cell| !cell.is_blank()).all(|cell| starts(cell.column))
    }

    fn place_row(&mut self, row: &NamedRow<'_>, of_template: RowOf, renumbered: Option<&(String, u32, u32)>) {
        for (cell, of_cell) in row.row.cells.iter().zip(&row.names) {
            let renamed = |name: &str| match renumbered {
                Some((table, from, to)) => renamed_row(name, table, *from, *to),
                None => name.to_owned(),
            };
            let template = self.template;
            let place = of_cell.iter().flatten().find_map(|name| template.places.get(name));
            let by_row = || of_template.and_then(|(grid, row)| template.grids[grid][row].get(cell.column));
            let of = match place {
                Some((grid, row, column)) => Some(&template.grids[*grid][*row][*column]),
                None => by_row(),
            };
            self.place_cell(cell, of_cell, of, &renamed);
        }
    }

    fn place_cell(
        &mut self,
        cell: &FoundCell,
        of_cell: &[Option<String>],
        of: Option<&BlankCell>,
        renamed: &dyn Fn(&str) -> String,
    ) {
        let mut named: Vec<(String, String)> = Vec::new();
        let (mut others, mut between) = (String::new(), String::new());
        for (piece, name) in cell.pieces.iter().zip(of_cell) {
            let is_prompt =
                piece.is_prompt && PROMPTS.iter().any(|prompt| plain(prompt) == plain(&piece.text));
            let text = if is_prompt { "" } else { &*piece.text };
            let Some(name) = name else {
                others.push_str(text);
                between.push_str(text);
                continue;
            };
            let known = named.iter().position(|(known, _)| known == name);
            let row = row_of(name, self.names).filter(|_| std::mem::take(&mut between).contains('\n'));
            match (known, row) {
                // A line of a list that was copied.
                (Some(_), Some((table, from))) => {
                    let next = self.next(&table);
                    self.take(cell, &renamed_row(name, &table, from, next), text, renamed);
                }
                (Some(at), None) => named[at].1.push_str(text),
                (None, _) => named.push((name.clone(), text.to_owned())),
            }
        }
        let Some(of) = of else {
            self.take_all(cell, named, renamed);
            self.leave_unless_printed(cell, &others);
            return;
        };
        let printed = plain(&others);
        // Rows are numbered on the paper, and so may be those that were added.
        let is_number = |text: &str| !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit());
        // The lines of a list are all in one cell: names say more than the numbers before them.
        let list = self.list_in(of).filter(|_| !named.is_empty());
        if printed == of.words || (is_number(&of.words) && is_number(&printed)) || printed.is_empty() {
            self.take_all(cell, named, renamed);
        } else if let Some(table) = list {
            self.take_all(cell, named, renamed);
            self.take_lines(cell, &others, &table);
        } else if let Some(divided) = of.divided(&cell.text()) {
            let divided = divided.into_iter().map(|(name, said)| (name.to_owned(), said)).collect();
            self.take_all(cell, divided, renamed);
        } else {
            let slots: HashSet<&str> =
                of.slots().map(|name| name.split(OPTION).next().unwrap_or(name)).collect();
            let is_free = named
                .iter()
                .all(|(name, said)| self.is_prompt(name, said) || name.contains(OPTION) && is_blank(said));
            let table = self.list_in(of);
            let mut slots = slots.into_iter();
            if let Some(table) = table {
                self.take_lines(cell, &others, &table);
            } else if let (Some(only), None, true) = (slots.next(), slots.next(), is_free) {
                self.take(cell, only, &without(&others, &of.parts), renamed);
            } else {
                self.take_all(cell, named, renamed);
                self.leave_unless_printed(cell, &others);
            }
        }
    }

    /// The list whose lines are all in one cell.
    fn list_in(&self, of: &BlankCell) -> Option<String> {
        let mut tables = of.slots().map(|name| row_of(name, self.names).map(|(table, _)| table));
        let first = tables.next()??;
        (of.slots().count() > 1 && tables.all(|table| table.as_ref() == Some(&first))).then_some(first)
    }

    /// Lines that were added to a list, without a control.
    fn take_lines(&mut self, cell: &FoundCell, words: &str, table: &str) {
        for line in words.split('\n') {
            let numbered = line.trim_start().split_once('.').filter(|(number, rest)| {
                number.chars().all(|sign| sign.is_ascii_digit())
                    && !rest.starts_with(|sign: char| !sign.is_whitespace())
            });
            let bare = numbered.map_or(line, |(_, rest)| rest).trim();
            if !bare.is_empty() && !self.template.has(line) {
                let name = format!("{table}.{}", self.next(table));
                self.take(cell, &name, bare, &str::to_owned);
            }
        }
    }

    fn take_all(&mut self, cell: &FoundCell, named: Vec<(String, String)>, renamed: &dyn Fn(&str) -> String) {
        for (name, said) in named {
            self.take(cell, &name, &said, renamed);
        }
    }

    fn take(&mut self, cell: &FoundCell, name: &str, said: &str, renamed: &dyn Fn(&str) -> String) {
        if self.is_prompt(name, said) {
            return;
        }
        let name = renamed(name);
        match self.taken.get(&name) {
            None => {
                self.taken.insert(name.clone(), said.to_owned());
                self.placed.answers.push((name, (cell.place.clone(), said.to_owned())));
            }
            Some(before) if *before == said => {}
            Some(_) => self.placed.left.push((cell.place.clone(), said.to_owned())),
        }
    }

    /// Whether a slot is as it is on the blank form.
    fn is_prompt(&self, name: &str, said: &str) -> bool {
        let said = plain(said);
        // A row that the blank form does not have is like its first one.
        let first = || row_of(name, self.names).map(|(table, row)| renamed_row(name, &table, row, 1));
        let prompts = &self.template.prompts;
        let prompt = prompts.get(name).or_else(|| prompts.get(&first()?));
        said.is_empty() || prompt.is_some_and(|prompt| *prompt == said)
    }

    fn leave_unless_printed(&mut self, cell: &FoundCell, words: &str) {
        if !is_blank(words) && !self.template.has(words) && !self.names.is_named(words) {
            self.placed.left.push((cell.place.clone(), words.trim().to_owned()));
        }
    }
}

/// `text` without the printed words that are still in it.
fn without(text: &str, parts: &[super::template::BlankPart]) -> String {
    let mut text = text.to_owned();
    for part in parts {
        if let super::template::BlankPart::Words(words) = part {
            text = text.replacen(words.trim(), "", 1);
        }
    }
    text.trim().to_owned()
}
