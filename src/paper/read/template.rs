//! The blank form, cell by cell: which words are printed, and where the slots are. What was found is compared with it.

use std::collections::{HashMap, HashSet};

use regex::Regex;

use super::found::{FoundCell, FoundPaper, FoundPiece};
use super::plain::plain;
use crate::answers::is_field;
use crate::field::Slots;
use crate::paper::address::{OPTION, code, tag};
use crate::paper::form::Form;

/// The longest printed words of a cell that become a pattern.
const PATTERN_LIMIT: usize = 2_000;

/// Rows beyond those of a blank form whose codes are known.
const MORE_ROWS: u32 = 200;

/// The names of the slots of a form, by what papers hold for them.
pub(super) struct SlotNames<'a> {
    pub(super) form: &'a Form,
    by_code: HashMap<String, String>,
    known: HashSet<String>,
    /// Names that the form does not have, and how the paper calls them.
    pub(super) more: HashMap<String, String>,
}

impl<'a> SlotNames<'a> {
    /// The names of `form`, and those that `found` itself has: of answers that the form no longer asks for.
    pub(super) fn of_paper(form: &'a Form, found: &FoundPaper) -> Self {
        let mut names = Self::of(form);
        let cells = || found.grids.iter().flat_map(|grid| grid.rows.iter().flat_map(|row| &row.cells));
        let pieces = || cells().flat_map(|cell| &cell.pieces);
        let codes: HashSet<&String> = pieces().filter_map(|piece| piece.bookmark.as_ref()).collect();
        let tags = pieces().filter_map(|piece| Some((piece.tag.clone()?, String::new())));
        // Without its tag, an answer is named by the cell before it: by its label, and its name in the last line.
        let texts = cells().map(|cell| {
            let text = cell.text();
            let (label, name) = text.trim().rsplit_once('\n').unwrap_or(("", text.trim()));
            (name.trim().to_owned(), label.trim().to_owned())
        });
        for (name, label) in tags.chain(texts).filter(|(name, _)| is_field(name)) {
            let code = code(&form.key, &name);
            if !codes.contains(&code) || names.known.contains(&name) {
                continue;
            }
            let known = names.more.entry(name.clone()).or_default();
            if known.is_empty() {
                *known = label;
            }
            names.by_code.entry(code).or_insert(name);
        }
        names
    }

    /// The names of `form`.
    pub(super) fn of(form: &'a Form) -> Self {
        let mut by_code = HashMap::new();
        let mut add = |name: &str| {
            by_code.insert(code(&form.key, name), name.to_owned());
        };
        for question in form.questions() {
            let mut slots = question.slots.blank();
            if let Slots::Rows(rows) = &question.slots {
                let more = rows.blank + 1..=rows.blank + MORE_ROWS;
                slots.extend(
                    more.flat_map(|row| rows.columns.iter().map(move |column| rows.slot(row, column))),
                );
            }
            for slot in slots {
                add(&slot.name);
                for option in slot.kind.options() {
                    add(&format!("{}{OPTION}{}", slot.name, option.id));
                }
            }
        }
        let known = by_code.values().cloned().collect();
        Self { form, by_code, known, more: HashMap::new() }
    }

    /// The name that `piece` is under. The bookmark is believed before the tag.
    pub(super) fn of_piece(&self, piece: &FoundPiece) -> Option<String> {
        let by_bookmark = piece.bookmark.as_ref().and_then(|code| self.by_code.get(code));
        // A control that was pasted from another form has the bookmark of that form: its tag means a field there.
        let is_foreign =
            |given: &str| piece.bookmark.as_ref().is_some_and(|code| *code != code_of(self.form, given));
        let by_tag = || {
            let given = piece.tag.as_ref()?;
            let is_known =
                self.known.contains(given) && tag(&self.form.key, given) == *given && !is_foreign(given);
            if is_known { Some(given) } else { self.by_code.get(given) }
        };
        by_bookmark.or_else(by_tag).cloned()
    }

    /// How many of the bookmarks in `found`, or of the marks of its rows, are of this form.
    pub(super) fn count(&self, found: &FoundPaper) -> usize {
        let cells = found.grids.iter().flat_map(|grid| grid.rows.iter().flat_map(|row| &row.cells));
        let pieces = cells.flat_map(|cell| &cell.pieces);
        let codes = pieces.map(|piece| piece.bookmark.as_ref().unwrap_or(&piece.text));
        codes.filter(|code| self.by_code.contains_key(*code)).count()
    }

    /// Whether `text` names an answer that the form does not have: its label, and its name.
    pub(super) fn is_named(&self, text: &str) -> bool {
        let (label, name) = text.trim().rsplit_once('\n').unwrap_or(("", text.trim()));
        // Other words than the label are of someone who wrote there.
        self.more.get(name.trim()).is_some_and(|known| label.is_empty() || known == label.trim())
    }

    /// Whether `text` is the label of the slot or of the option `name`, also in a row that the blank form does not have.
    pub(super) fn is_label(&self, name: &str, text: &str) -> bool {
        let (slot, option) = name.split_once(OPTION).unwrap_or((name, ""));
        self.form.slot(slot).is_some_and(|slot| {
            let option = slot.kind.options().iter().find(|it| it.id == option).map(|it| &*it.label);
            plain(text) == plain(option.unwrap_or(&slot.label))
        })
    }

    /// Whether `text` is the name of a slot or of one of its options.
    pub(super) fn is_name(&self, text: &str) -> bool {
        self.known.contains(text)
    }
}

fn code_of(form: &Form, name: &str) -> String {
    code(&form.key, name)
}

/// A part of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BlankPart {
    /// Printed words.
    Words(String),
    /// A slot: its name.
    Slot(String),
}

/// A cell of the blank form.
#[derive(Debug, Clone, Default)]
pub(super) struct BlankCell {
    pub(super) parts: Vec<BlankPart>,
    /// Its printed words, as they are compared.
    pub(super) words: String,
}

/// The blank form.
pub(super) struct BlankForm {
    /// The grids, their rows, the cells of those by column.
    pub(super) grids: Vec<Vec<Vec<BlankCell>>>,
    /// All printed words as they are compared: of cells, of lines, of what is outside.
    pub(super) words: HashSet<String>,
    /// What a slot holds while it is blank, as it is compared.
    pub(super) prompts: HashMap<String, String>,
    /// The cell of each slot: its grid, row and column.
    pub(super) places: HashMap<String, (usize, usize, usize)>,
}

impl BlankForm {
    /// The template that the blank form `found` is.
    pub(super) fn of(found: &FoundPaper, names: &SlotNames<'_>) -> Self {
        let mut template = Self {
            grids: Vec::new(),
            words: HashSet::new(),
            prompts: HashMap::new(),
            places: HashMap::new(),
        };
        for (at, grid) in found.grids.iter().enumerate() {
            let mut rows = Vec::new();
            for (row_at, row) in grid.rows.iter().enumerate() {
                let width = row.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
                let mut cells = vec![BlankCell::default(); width];
                for cell in &row.cells {
                    cells[cell.column] = template.cell(cell, names, (at, row_at, cell.column));
                }
                rows.push(cells);
            }
            template.grids.push(rows);
        }
        for cell in &found.outside {
            template.print(&cell.text());
            template.words.insert(unnumbered(&cell.text()));
        }
        template
    }

    fn cell(&mut self, cell: &FoundCell, names: &SlotNames<'_>, place: (usize, usize, usize)) -> BlankCell {
        let mut parts: Vec<BlankPart> = Vec::new();
        for piece in &cell.pieces {
            match names.of_piece(piece) {
                Some(name) => {
                    self.prompts.entry(name.clone()).or_default().push_str(&plain(&piece.text));
                    self.places.entry(name.clone()).or_insert(place);
                    if parts.last() != Some(&BlankPart::Slot(name.clone())) {
                        parts.push(BlankPart::Slot(name));
                    }
                }
                None if piece.text.trim().is_empty() => {}
                None => match parts.last_mut() {
                    Some(BlankPart::Words(words)) => words.push_str(&piece.text),
                    _ => parts.push(BlankPart::Words(piece.text.clone())),
                },
            }
        }
        let words: String = parts
            .iter()
            .filter_map(|part| if let BlankPart::Words(it) = part { Some(&**it) } else { None })
            .collect();
        self.print(&words);
        for part in &parts {
            if let BlankPart::Words(words) = part {
                self.print(words);
            }
        }
        BlankCell { words: plain(&words), parts }
    }

    fn print(&mut self, text: &str) {
        self.words.insert(plain(text));
        self.words.extend(text.split(['\n', '\t']).map(plain));
    }

    /// Whether `text` is printed on the blank form, as a whole or line by line.
    pub(super) fn has(&self, text: &str) -> bool {
        let is_printed = |text: &str| {
            let text = plain(text);
            text.is_empty() || self.words.contains(&text)
        };
        is_printed(text) || text.split(['\n', '\t']).all(is_printed)
    }
}

/// The words of a header without numbers: those of pages are counted again.
pub(super) fn unnumbered(text: &str) -> String {
    plain(text).chars().filter(|sign| !sign.is_ascii_digit()).collect()
}

impl BlankCell {
    /// The names of its slots.
    pub(super) fn slots(&self) -> impl Iterator<Item = &str> {
        self.parts
            .iter()
            .filter_map(|part| if let BlankPart::Slot(name) = part { Some(&**name) } else { None })
    }

    /// Divides `text`, all that is in a cell, into what was written in its slots, between the printed words.
    pub(super) fn divided(&self, text: &str) -> Option<Vec<(&str, String)>> {
        let is_divided =
            self.parts.windows(2).all(|two| !matches!(two, [BlankPart::Slot(_), BlankPart::Slot(_)]));
        let length: usize = self.words.len();
        if !is_divided || length > PATTERN_LIMIT || self.slots().next().is_none() {
            return None;
        }
        let mut pattern = String::from(r"(?s)^\s*");
        for part in &self.parts {
            match part {
                BlankPart::Slot(_) => pattern.push_str("(.*?)"),
                BlankPart::Words(words) => pattern.push_str(&loose(words)),
            }
            pattern.push_str(r"\s*");
        }
        pattern.push('$');
        let found = Regex::new(&pattern).ok()?.captures(text)?;
        let said = found.iter().skip(1).map(|said| said.map_or("", |it| it.as_str()).to_owned());
        Some(self.slots().zip(said).collect())
    }
}

/// A pattern for `words`, whatever blanks are between their signs, with or without their readings.
fn loose(words: &str) -> String {
    let mut pattern = String::new();
    for sign in words.chars().filter(|sign| !sign.is_whitespace()) {
        match sign {
            '《' => pattern.push_str("(?:《"),
            '》' => pattern.push_str("》)?"),
            _ => pattern.push_str(&regex::escape(&sign.to_string())),
        }
        pattern.push_str(r"\s*");
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(parts: &[BlankPart]) -> BlankCell {
        BlankCell { parts: parts.to_vec(), words: String::new() }
    }

    fn words(text: &str) -> BlankPart {
        BlankPart::Words(text.into())
    }

    fn slot(name: &str) -> BlankPart {
        BlankPart::Slot(name.into())
    }

    #[test]
    fn a_cell_is_divided_at_its_printed_words() {
        let person = cell(&[
            words("呼び名 "),
            slot("label"),
            words("年齢《ねんれい》"),
            slot("age"),
            words("間柄"),
            slot("relation"),
        ]);
        assert_eq!(
            person.divided("呼び名  Aさん 年 齢13 間柄\n 子\n二行め"),
            Some(vec![
                ("label", "Aさん ".trim().to_owned()),
                ("age", "13".to_owned()),
                ("relation", "子\n二行め".to_owned())
            ])
        );
        assert_eq!(person.divided("Aさん、13、子"), None);
        let boxes = cell(&[slot("way=a"), words("電話"), slot("way=b"), words("手紙")]);
        assert_eq!(
            boxes.divided("☐ 電話　レ 手紙"),
            Some(vec![("way=a", "☐".to_owned()), ("way=b", "レ".to_owned())])
        );
        assert_eq!(cell(&[slot("a"), slot("b")]).divided("x"), None);
        assert_eq!(cell(&[words("a")]).divided("a"), None);
    }
}
