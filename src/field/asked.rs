//! What is asked of a learner: the fields that answers are kept under, with their labels.
//!
//! The site's catalogue of exercises and forms lists them (`answers/course.js`), so that answers can be read, searched and
//! taken along away from the page they were written on. Names of fields never change: stored answers depend on them.

use serde::{Serialize, Serializer};

use crate::host::Host;
use crate::model::Field;

/// One field: its name, its label, and the words of its values.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Asked {
    /// The name of the field.
    pub id: String,
    /// What is asked, in plain words.
    pub label: String,
    /// The values that it can have, and their words.
    #[serde(serialize_with = "as_map", skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<(String, String)>,
    /// The columns of a table, whose fields are `ID.ROW.COLUMN` with rows from 1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Asked>,
    /// The column whose text names a row that an answer refers to, such as `person.2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<&'static str>,
    /// Whether there are many, `ID.1`, `ID.2` and so on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub many: bool,
    /// Whether any number of the options can be chosen: the answer is a list.
    #[serde(skip)]
    pub several: bool,
    /// What is written into it.
    #[serde(skip)]
    pub holds: Holds,
    /// The field whose wording before a revision it is.
    #[serde(skip)]
    pub earlier_of: Option<String>,
}

/// What is written into a field, if it is not one of its options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Holds {
    /// Words.
    #[default]
    Words,
    /// A number.
    Number,
    /// A date, as `2026-04-01`.
    Date,
    /// Sentences of a case: the words of each and behind them its id ([`sentence_of`]).
    Sentences,
}

/// The words and the id of a sentence that is stored as `WORDS #ID`; no id if it is written in another way.
#[must_use]
pub fn sentence_of(item: &str) -> (&str, Option<&str>) {
    let is_id = |id: &str| {
        let is_sign = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        id.len() > 2 && id.starts_with("s-") && id.chars().all(is_sign)
    };
    match item.rsplit_once(" #") {
        Some((words, id)) if is_id(id) => (words, Some(id)),
        _ => (item, None),
    }
}

fn as_map<S: Serializer>(options: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(options.iter().map(|(value, label)| (value, label)))
}

impl Asked {
    /// A field for free text. The label is taken in one line.
    #[must_use]
    pub fn new(id: impl Into<String>, label: &str) -> Self {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { id: id.into(), label, ..Self::default() }
    }

    /// The part `name` of what is written into `field`: its label is that of the field with `words`.
    pub(super) fn part(field: &Field, name: &str, words: &str, page: &dyn Host) -> Self {
        let label =
            page.said("asked-part", &[("label", field.label.to_string()), ("part", words.to_owned())]);
        Self::new(format!("{}.{name}", &*field.id), &label)
    }

    /// The values it can have, and their words.
    #[must_use]
    pub fn options(mut self, options: impl IntoIterator<Item = (String, String)>) -> Self {
        let tidy = |label: String| label.split_whitespace().collect::<Vec<_>>().join(" ");
        self.options = options.into_iter().map(|(value, label)| (value, tidy(label))).collect();
        self
    }

    /// Any number of the options can be chosen, if `several`.
    #[must_use]
    pub fn several(self, several: bool) -> Self {
        Self { several, ..self }
    }

    /// It holds `holds`.
    #[must_use]
    pub fn holding(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }

    /// There are many of it.
    #[must_use]
    pub fn many(mut self) -> Self {
        self.many = true;
        self
    }
}

/// The fields that the answers of a form are kept under.
#[must_use]
pub fn asked(fields: &[Field], page: &dyn Host) -> Vec<Asked> {
    fields.iter().flat_map(|field| field.kind.of_type().asked(field, page)).collect()
}
