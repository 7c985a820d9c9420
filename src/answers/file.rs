//! Reading and writing answer files. What is read is someone else's until every part of it was looked at, as the browser does
//! (`themes/default/scripts/answers/file.js`): a file that one of the two takes, the other takes too.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What the files say they are.
const FORMAT: &str = "mitate-answers";
const VERSION: u32 = 1;
const MAX_REV: u64 = 1 << 40;
const MAX_SHEETS: u32 = 9_999;
pub(super) const MAX_OTHERS: usize = 100;
/// UTF-16 units of one value, and of what was ticked.
const MAX_VALUE: usize = 1024 * 1024;
const MAX_TICKED: usize = 1_000;
const MAX_FIELDS: usize = 200_000;
const MAX_IN_SHEET: usize = 20_000;

/// An answer as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AnswerValue {
    /// A text, a number, a date, the id of an option.
    Text(String),
    /// All that was ticked.
    List(Vec<String>),
}

/// An answer file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    format: String,
    version: u32,
    /// The course.
    pub course: CourseExported,
    /// When it was written.
    pub exported: String,
    /// The sheets.
    pub answers: Vec<AnsweredSheet>,
}

/// The course of an answer file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseExported {
    /// Its id.
    pub id: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Its revision: a number, a text, or nothing.
    #[serde(default)]
    pub revision: serde_json::Value,
}

/// One copy of one form, or one attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredSheet {
    /// What is answered: `worksheet/cf-sheet`.
    pub key: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Which copy.
    pub sheet: u32,
    /// What the fields are called.
    #[serde(default, skip_serializing_if = "InOrder::is_empty")]
    pub labels: InOrder<String>,
    /// What the chosen values are called, by field.
    #[serde(default, skip_serializing_if = "InOrder::is_empty")]
    pub words: InOrder<InOrder<String>>,
    /// The answers.
    pub fields: InOrder<AnswerEntry>,
}

/// An answer with its revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerEntry {
    /// What was written.
    pub value: AnswerValue,
    /// It rises with every change.
    pub rev: u64,
    /// When it was changed last.
    pub at: String,
    /// What else was written here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherAnswer>,
}

/// What was written and not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherAnswer {
    /// What was written.
    pub value: AnswerValue,
    /// When.
    pub at: String,
}

/// Why a text is no answer file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// It is not one.
    NotOurs,
    /// It is of a newer version.
    Newer,
    /// It ends in the middle: at which line and column.
    Truncated(Position),
    /// It is no JSON, or a part of it has another type than the schema says: at which line and column.
    Unreadable(Position),
    /// A part of it is not as the schema says: which.
    Malformed(String),
}

/// A place in a text: line and column, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.line, self.column)
    }
}

impl Exported {
    /// A file of `answers`.
    #[must_use]
    pub fn new(course: CourseExported, exported: String, answers: Vec<AnsweredSheet>) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, course, exported, answers }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str) -> Result<Self, Unusable> {
        let text = text.trim_start_matches('\u{feff}');
        let read = serde_json::from_str::<Self>(text);
        let is_right = |file: &Self| file.format == FORMAT && file.version == VERSION;
        if !read.as_ref().is_ok_and(is_right) {
            expect_format(text)?;
        }
        let file = read.map_err(|error| Unusable::of(&error))?;
        match file.fault() {
            Some(what) => Err(Unusable::Malformed(what)),
            None => Ok(file),
        }
    }

    /// The text of the file, as browsers write it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut bytes = Vec::new();
        let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
        let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
        // Strings, numbers and lists of them can always be written.
        let _ = self.serialize(&mut serializer);
        bytes.push(b'\n');
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The first part that is not as the schema says.
    fn fault(&self) -> Option<String> {
        if !is_time(&self.exported) {
            return Some("exported".to_owned());
        }
        let mut seen = std::collections::HashSet::new();
        let mut count = 0;
        for sheet in &self.answers {
            let named = format!("{}#{}", sheet.key, sheet.sheet);
            count += sheet.fields.0.len();
            let is_bounded = count <= MAX_FIELDS && sheet.fields.0.len() <= MAX_IN_SHEET;
            let is_named = is_key(&sheet.key) && (1..=MAX_SHEETS).contains(&sheet.sheet);
            if !is_bounded || !is_named || !seen.insert(named.clone()) {
                return Some(named);
            }
            let wrong = sheet.fields.0.iter().find(|(name, entry)| !is_field(name) || !entry.is_right());
            if let Some((name, _)) = wrong {
                return Some(format!("{named} {name}"));
            }
        }
        None
    }
}

/// Expects that a text says that it is an answer file of this version, whatever else is in it.
fn expect_format(text: &str) -> Result<(), Unusable> {
    #[derive(Deserialize)]
    struct ExportedHead {
        format: Option<String>,
        version: Option<u64>,
    }
    let head: ExportedHead = serde_json::from_str(text).map_err(|error| {
        let is_ours = text.chars().take(400).collect::<String>().contains(FORMAT);
        if is_ours { Unusable::of(&error) } else { Unusable::NotOurs }
    })?;
    match (head.format.as_deref(), head.version) {
        (Some(FORMAT), Some(version)) if version > u64::from(VERSION) => Err(Unusable::Newer),
        (Some(FORMAT), Some(1..)) => Ok(()),
        (Some(FORMAT), _) => Err(Unusable::Malformed("version".to_owned())),
        _ => Err(Unusable::NotOurs),
    }
}

impl Unusable {
    fn of(error: &serde_json::Error) -> Self {
        let position = Position { line: error.line(), column: error.column() };
        if error.is_eof() { Self::Truncated(position) } else { Self::Unreadable(position) }
    }
}

impl AnswerEntry {
    fn is_right(&self) -> bool {
        let others = self.others.iter().all(|it| it.value.fits() && is_time(&it.at));
        self.value.fits()
            && (1..=MAX_REV).contains(&self.rev)
            && is_time(&self.at)
            && self.others.len() <= MAX_OTHERS
            && others
    }
}

impl AnswerValue {
    /// Whether an answer file can hold it.
    #[must_use]
    pub fn fits(&self) -> bool {
        match self {
            Self::Text(text) => fits(text, MAX_VALUE),
            Self::List(ids) => {
                let distinct: std::collections::HashSet<&String> = ids.iter().collect();
                let is_short = ids.iter().all(|id| fits(id, 200));
                ids.len() <= MAX_TICKED && distinct.len() == ids.len() && is_short
            }
        }
    }

    /// Whether it is the option, or has it among others.
    #[must_use]
    pub fn has(&self, option: &str) -> bool {
        match self {
            Self::Text(text) => text == option,
            Self::List(ids) => ids.iter().any(|id| id == option),
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::List(ids) => ids.is_empty(),
        }
    }
}

/// Whether `text` has at most so many UTF-16 units: never more than bytes.
fn fits(text: &str, units: usize) -> bool {
    text.len() <= units || text.encode_utf16().count() <= units
}

fn is_id(text: &str) -> bool {
    let is_sign = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    (1..=100).contains(&text.len()) && text.chars().all(is_sign)
}

fn is_key(key: &str) -> bool {
    let mut parts = key.split('/');
    let is_kind = parts.next().is_some_and(|kind| matches!(kind, "exercise" | "worksheet" | "meeting"));
    let ids: Vec<&str> = parts.collect();
    is_kind && (1..=2).contains(&ids.len()) && ids.into_iter().all(is_id)
}

/// Whether `field` can be the name of an answer.
#[must_use]
pub fn is_field(field: &str) -> bool {
    let (name, part) = field.split_once('/').map_or((field, None), |(name, part)| (name, Some(part)));
    let is_first = |sign: char| sign == '@' || sign.is_ascii_lowercase() || sign.is_ascii_digit();
    let is_sign =
        |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '.' | '-');
    name.starts_with(is_first)
        && name.len() <= 201
        && name.chars().skip(1).all(is_sign)
        && part.is_none_or(is_id)
}

/// Whether `text` is a moment in UTC: `2026-11-29T16:22:00.000Z`.
#[must_use]
pub fn is_time(text: &str) -> bool {
    let Some((time, fraction)) = text.strip_suffix('Z').and_then(|text| text.split_at_checked(19)) else {
        return false;
    };
    let is_shaped = time
        .chars()
        .zip("0000-00-00T00:00:00".chars())
        .all(|(sign, shape)| if shape == '0' { sign.is_ascii_digit() } else { sign == shape });
    let number =
        |at: std::ops::Range<usize>| time.get(at).and_then(|text| text.parse::<u32>().ok()).unwrap_or(99);
    let is_fraction = fraction.is_empty()
        || fraction.strip_prefix('.').is_some_and(|digits| {
            (1..=9).contains(&digits.len()) && digits.chars().all(|sign| sign.is_ascii_digit())
        });
    is_shaped
        && is_fraction
        && (1..=12).contains(&number(5..7))
        && (1..=31).contains(&number(8..10))
        && number(11..13) < 24
        && number(14..16) < 60
        && number(17..19) < 60
}

/// Named values in the order of the file. A name that comes twice is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InOrder<T>(pub Vec<(String, T)>);

impl<T> Default for InOrder<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> InOrder<T> {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl<T: Serialize> Serialize for InOrder<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for InOrder<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrderVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrderVisitor<T> {
            type Value = InOrder<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<InOrder<T>, A::Error> {
                let mut values = Vec::new();
                let mut names = std::collections::HashSet::new();
                while let Some((name, value)) = map.next_entry::<String, T>()? {
                    if values.len() == MAX_FIELDS {
                        return Err(A::Error::custom("too many names"));
                    }
                    if !names.insert(name.clone()) {
                        return Err(A::Error::custom("a name comes twice"));
                    }
                    values.push((name, value));
                }
                Ok(InOrder(values))
            }
        }
        deserializer.deserialize_map(InOrderVisitor(std::marker::PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Exported {
        let entry =
            |value| AnswerEntry { value, rev: 1, at: "2026-11-29T16:22:00Z".into(), others: Vec::new() };
        let sheet = AnsweredSheet {
            key: "worksheet/a".into(),
            title: "用紙".into(),
            sheet: 1,
            labels: InOrder(vec![("wish".into(), "望み".into())]),
            words: InOrder::default(),
            fields: InOrder(vec![
                ("wish".into(), entry(AnswerValue::Text("a\n<&>\"".into()))),
                ("by".into(), entry(AnswerValue::List(vec!["x".into()]))),
            ]),
        };
        let course = CourseExported { id: "c".into(), title: "C".into(), revision: 1.into() };
        Exported::new(course, "2026-11-29T16:22:00Z".into(), vec![sheet])
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let text = file().text();
        assert_eq!(Exported::read(&text), Ok(file()));
        assert!(text.starts_with("{\n \"format\": \"mitate-answers\",\n \"version\": 1,\n"), "{text}");
    }

    #[test]
    fn a_file_is_refused_with_its_first_fault() {
        let read = |from: &str, to: &str| Exported::read(&file().text().replacen(from, to, 1)).err();
        let malformed = |what: &str| Some(Unusable::Malformed(what.into()));
        assert_eq!(read("mitate-answers", "other"), Some(Unusable::NotOurs));
        assert_eq!(read("\"version\": 1", "\"version\": 2"), Some(Unusable::Newer));
        assert_eq!(read("\"version\": 1", "\"version\": 0"), malformed("version"));
        assert_eq!(read("worksheet/a", "page/a"), malformed("page/a#1"));
        assert_eq!(read("\"rev\": 1", "\"rev\": 0"), malformed("worksheet/a#1 wish"));
        assert_eq!(read("\"by\"", "\"BY\""), malformed("worksheet/a#1 BY"));
        assert_eq!(read("\"sheet\": 1", "\"sheet\": 10000"), malformed("worksheet/a#10000"));
        assert_eq!(read("\"by\"", "\"wish\""), Some(Unusable::Unreadable(Position { line: 31, column: 4 })));
        assert_eq!(Exported::read("{").err(), Some(Unusable::NotOurs));
        assert!(matches!(Exported::read(&file().text()[..300]), Err(Unusable::Truncated(_))));
    }

    #[test]
    fn a_time_is_a_moment_in_utc() {
        for time in ["2026-11-29T16:22:00Z", "2026-11-29T16:22:00.123Z"] {
            assert!(is_time(time));
        }
        for none in [
            "",
            "2026-11-29",
            "2026-13-29T16:22:00Z",
            "2026-11-29T16:22:00",
            "2026-11-29T16:22:00.Z",
            "２026-11-29T16:22:00Z",
        ] {
            assert!(!is_time(none), "{none}");
        }
    }
}
