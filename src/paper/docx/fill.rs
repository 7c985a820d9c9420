//! The text of a paper with its slots filled in, or left blank.
//!
//! A paper is pieces: XML that is always the same, slots, and rows of slots. A browser gets the same pieces as JSON and fills them in by
//! `themes/default/scripts/papers/fill.js`; `tests/shared/paper-fill.json` holds both.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::super::address::{code, tag};
pub use crate::answers::AnswerValue;

/// What takes the place of a number of a row in names.
pub const ROW: &str = "{n}";

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PaperPiece {
    /// XML that is always the same.
    Xml(String),
    /// A slot: its name, and the number of its look in [`Template::looks`].
    Slot(String, usize),
    /// The number of the row.
    Number(()),
    /// The runs that name an answer without a slot. The value means nothing.
    Label(bool),
    /// Rows: the name of the table, how many are on a blank form, and the pieces of one.
    Rows(String, u32, Vec<PaperPiece>),
    /// What is there only if answers have no slot: what comes before, one of them, what comes after. The pieces of one are those of a row
    /// with the name of the answer for the number.
    Rest(Vec<PaperPiece>, Vec<PaperPiece>, Vec<PaperPiece>),
}

/// How a slot is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotLook {
    /// The properties of its control if it is blank.
    pub blank: String,
    /// The properties of its control if it is filled in.
    pub filled: String,
    /// The properties of its text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub run: String,
    /// What a blank one shows.
    pub shows: String,
    /// What values are called.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, String>,
    /// The option that it is the box of, and what a ticked box shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticks: Option<(String, String)>,
    /// How a date is written: with `{y}`, `{m}` and `{d}`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

/// The text of a paper, to be filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The key of the form.
    pub key: String,
    /// The looks of its slots.
    pub looks: Vec<SlotLook>,
    /// Its pieces.
    pub pieces: Vec<PaperPiece>,
    /// What is written between several values.
    pub between: String,
}

/// Answers, by the names they are stored under.
pub type Answers = BTreeMap<String, AnswerValue>;

/// How answers without a slot were called last, by their names.
pub type LastLabels = BTreeMap<String, String>;

impl Template {
    /// The text with `answers` filled in.
    #[must_use]
    pub fn filled(&self, answers: &Answers, labels: &LastLabels) -> String {
        let (out, row) = (String::new(), String::new());
        let mut filler = Filler { template: self, answers, labels, out, count: 0, row };
        filler.pieces(&self.pieces);
        filler.out
    }

    /// The names that are answered and have no slot.
    fn rest<'a>(&self, answers: &'a Answers) -> Vec<&'a str> {
        let mut names = Vec::new();
        slot_names(&self.pieces, &mut names);
        let has_slot = |name: &str| names.iter().any(|slot| is_of(slot, name));
        let given = answers.iter().filter(|(name, value)| !name.starts_with('@') && !value.is_blank());
        given.map(|(name, _)| &**name).filter(|name| !has_slot(name)).collect()
    }
}

/// The names of the slots, with [`ROW`] in those of rows.
fn slot_names<'a>(pieces: &'a [PaperPiece], names: &mut Vec<&'a str>) {
    for piece in pieces {
        match piece {
            PaperPiece::Slot(name, _) => names.push(name),
            PaperPiece::Rows(_, _, pieces) => slot_names(pieces, names),
            _ => {}
        }
    }
}

/// Whether `name` is that of `slot`, in some row.
fn is_of(slot: &str, name: &str) -> bool {
    let Some((before, after)) = slot.split_once(ROW) else { return slot == name };
    let row = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    row.is_some_and(|row| row_number(row).is_some())
}

fn row_number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| (1..=9999).contains(number) && number.to_string() == text)
}

struct Filler<'a> {
    template: &'a Template,
    answers: &'a Answers,
    labels: &'a LastLabels,
    out: String,
    /// How many slots there were: every control and bookmark has a number of its own.
    count: u32,
    /// What takes the place of [`ROW`].
    row: String,
}

impl Filler<'_> {
    fn pieces(&mut self, pieces: &[PaperPiece]) {
        for piece in pieces {
            match piece {
                PaperPiece::Xml(xml) => self.out.push_str(xml),
                PaperPiece::Slot(name, look) => self.slot(&name.replace(ROW, &self.row), *look),
                PaperPiece::Number(()) => {
                    let row = text(&self.row);
                    self.out.push_str(&row);
                }
                PaperPiece::Label(_) => {
                    let named = named(&self.row, self.labels);
                    self.out.push_str(&named);
                }
                PaperPiece::Rows(name, blank, pieces) => {
                    let before = format!("{name}.");
                    let row_of = |answer: &String| {
                        row_number(answer.strip_prefix(&before)?.split('.').next().unwrap_or_default())
                    };
                    let given = self.answers.iter().filter(|(_, value)| !value.is_blank());
                    let last = given.filter_map(|(answer, _)| row_of(answer)).max().unwrap_or(0);
                    for row in 1..=last.max(*blank) {
                        self.row = row.to_string();
                        self.pieces(pieces);
                    }
                }
                PaperPiece::Rest(before, one, after) => {
                    let rest = self.template.rest(self.answers);
                    if rest.is_empty() {
                        continue;
                    }
                    self.pieces(before);
                    for name in rest {
                        name.clone_into(&mut self.row);
                        self.pieces(one);
                    }
                    self.pieces(after);
                }
            }
        }
    }

    fn slot(&mut self, name: &str, look: usize) {
        let Some(look) = self.template.looks.get(look) else { return };
        let value = self.answers.get(name).filter(|value| !value.is_blank());
        let (address, is_filled, shown) = if let Some((option, ticked)) = &look.ticks {
            let is_ticked = value.is_some_and(|value| value.has(option));
            let shown = if is_ticked { ticked } else { &look.shows };
            (format!("{name}={option}"), is_ticked, shown.clone())
        } else {
            let shown = value.map(|value| look.shown(value, &self.template.between));
            (name.to_owned(), value.is_some(), shown.unwrap_or_else(|| look.shows.clone()))
        };
        self.count += 1;
        let id = self.count;
        let (code, tag) = (code(&self.template.key, &address), tag(&self.template.key, &address));
        let kind = if is_filled { &look.filled } else { &look.blank };
        let _ = write!(
            self.out,
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{code}\"/><w:sdt><w:sdtPr><w:tag w:val=\"{}\"/>\
             <w:id w:val=\"{id}\"/>{kind}</w:sdtPr><w:sdtContent><w:r>{}{}</w:r></w:sdtContent></w:sdt>\
             <w:bookmarkEnd w:id=\"{id}\"/>",
            escaped(&tag),
            look.run,
            text(&shown),
        );
    }
}

/// The runs that name an answer without a slot: its label, and its name, by which it is read back.
fn named(name: &str, labels: &LastLabels) -> String {
    let label = labels.get(name).map_or("", |label| label);
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if label.is_empty() || label == name {
        return format!("<w:r>{}</w:r>", text(name));
    }
    let look = "<w:rPr><w:b w:val=\"0\"/><w:color w:val=\"504C45\"/><w:sz w:val=\"14\"/></w:rPr>";
    format!("<w:r>{}</w:r><w:r>{look}<w:br/>{}</w:r>", text(&label), text(name))
}

impl SlotLook {
    /// What `value` is called.
    fn shown(&self, value: &AnswerValue, between: &str) -> String {
        let one = |value: &str| {
            self.words
                .get(value)
                .cloned()
                .or_else(|| self.date_shown(value))
                .unwrap_or_else(|| value.to_owned())
        };
        match value {
            AnswerValue::Text(text) => one(text),
            AnswerValue::List(list) => list.iter().map(|it| one(it)).collect::<Vec<_>>().join(between),
        }
    }

    fn date_shown(&self, value: &str) -> Option<String> {
        let [year, month, day]: [&str; 3] = value.split('-').collect::<Vec<_>>().try_into().ok()?;
        let is_digits =
            |part: &str, most: usize| part.len() == most && part.bytes().all(|it| it.is_ascii_digit());
        if self.date.is_empty() || !is_digits(year, 4) || !is_digits(month, 2) || !is_digits(day, 2) {
            return None;
        }
        let plain = |part: &str| part.trim_start_matches('0').to_owned();
        Some(self.date.replace("{y}", &plain(year)).replace("{m}", &plain(month)).replace("{d}", &plain(day)))
    }
}

/// `words` as the text of a run: line breaks are `w:br`, tabs `w:tab`, and characters that XML forbids are left out.
#[must_use]
pub fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 48);
    let mut is_open = false;
    let words = words.replace("\r\n", "\n");
    for c in words.chars() {
        let element = match c {
            '\n' | '\r' => "<w:br/>",
            '\t' => "<w:tab/>",
            _ => "",
        };
        if !element.is_empty() {
            if std::mem::take(&mut is_open) {
                out.push_str("</w:t>");
            }
            out.push_str(element);
        } else if is_allowed(c) {
            if !std::mem::replace(&mut is_open, true) {
                out.push_str("<w:t xml:space=\"preserve\">");
            }
            escape(c, &mut out);
        }
    }
    if is_open {
        out.push_str("</w:t>");
    }
    out
}

/// `words` for an attribute.
#[must_use]
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    words.chars().filter(|c| is_allowed(*c)).for_each(|c| escape(c, &mut out));
    out
}

fn escape(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c => out.push(c),
    }
}

/// Whether XML allows the character.
fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Case {
        says: String,
        template: Template,
        answers: Answers,
        #[serde(default)]
        labels: LastLabels,
        filled: String,
    }

    #[test]
    fn papers_are_filled_in_as_in_the_shared_table() {
        let table = include_str!("../../../tests/shared/paper-fill.json");
        let cases: Vec<Case> = serde_json::from_str(table).expect("it is JSON");
        for case in cases {
            let case_filled = case.template.filled(&case.answers, &case.labels);
            assert_eq!(case_filled, case.filled, "{}", case.says);
        }
    }
}
