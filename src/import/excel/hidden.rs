//! What a sheet hides, and what can be chosen in its cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::parts::{inside, relations};
use crate::import::xml::{attribute, child, is_true, tree};
use crate::paper::read::{OfficeParts, Refusal};

/// What is known of a sheet beside its cells.
#[derive(Debug, Default)]
pub(super) struct SheetFacts {
    rows: BTreeSet<u32>,
    columns: Vec<(u32, u32)>,
    /// Ranges of cells, and the words of which one is chosen there.
    lists: Vec<(String, Vec<String>)>,
}

/// The facts of each sheet, by its name.
///
/// # Errors
/// When a part is not XML.
pub(super) fn facts(parts: &OfficeParts) -> Result<BTreeMap<String, SheetFacts>, Refusal> {
    let mut all = BTreeMap::new();
    let book = tree(parts.text(&parts.main).unwrap_or_default(), &parts.main)?;
    let targets = relations(parts, &parts.main)?;
    for sheet in book.descendants().filter(|it| it.tag_name().name() == "sheet") {
        let target = attribute(sheet, "id").and_then(|id| targets.get(id));
        let (Some(name), Some(target)) = (attribute(sheet, "name"), target) else { continue };
        let part = inside(super::pictures::folder(&parts.main), target);
        if let Some(text) = parts.text(&part) {
            all.insert(name.to_owned(), read(text, &part)?);
        }
    }
    Ok(all)
}

fn read(text: &str, part: &str) -> Result<SheetFacts, Refusal> {
    let mut facts = SheetFacts::default();
    let tree = tree(text, part)?;
    let number = |it: roxmltree::Node<'_, '_>, name: &str| {
        attribute(it, name).and_then(|it| it.parse::<u32>().ok()).and_then(|it| it.checked_sub(1))
    };
    for it in tree.root_element().descendants() {
        let is_hidden = || attribute(it, "hidden").is_some_and(is_true);
        match it.tag_name().name() {
            "row" if is_hidden() => facts.rows.extend(number(it, "r")),
            "col" if is_hidden() => {
                if let (Some(first), Some(last)) = (number(it, "min"), number(it, "max")) {
                    facts.columns.push((first, last));
                }
            }
            "dataValidation" if attribute(it, "type") == Some("list") => {
                let words = child(it, "formula1").and_then(|it| it.text()).unwrap_or_default().trim();
                // Others refer to cells.
                let Some(words) = words.strip_prefix('"').and_then(|it| it.strip_suffix('"')) else {
                    continue;
                };
                let words = words.replace("\"\"", "\"");
                let words = words.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
                facts.lists.push((attribute(it, "sqref").unwrap_or_default().to_owned(), words.collect()));
            }
            _ => {}
        }
    }
    Ok(facts)
}

impl SheetFacts {
    /// Whether a cell is in a row or a column that is not shown.
    pub(super) fn hides(&self, row: u32, column: u32) -> bool {
        self.rows.contains(&row)
            || self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// The words that can be chosen in a cell.
    pub(super) fn choices(&self, row: u32, column: u32) -> Option<&[String]> {
        let holds = |range: &str| {
            let (from, to) = range.split_once(':').unwrap_or((range, range));
            let (Some(from), Some(to)) = (position(from), position(to)) else { return false };
            (from.0..=to.0).contains(&row) && (from.1..=to.1).contains(&column)
        };
        let found =
            self.lists.iter().find(|(ranges, words)| !words.is_empty() && ranges.split(' ').any(holds));
        found.map(|(_, words)| &words[..])
    }
}

/// The row and the column of a reference such as `H5`, from 0.
fn position(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
