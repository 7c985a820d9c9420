//! What is asked of a learner: the fields that answers are kept under, with their labels.
//!
//! The site's catalogue of exercises and forms lists them (`answers/course.js`), so that answers can be read, searched and
//! taken along away from the page they were written on. Names of fields never change: answers hang on them.

use serde::{Serialize, Serializer};

use super::Page;
use crate::model::{Choice, Column, Field, FieldKind};

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
    /// The column by which a row is called that an answer names, such as `person.2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<&'static str>,
    /// Whether there are many, `ID.1`, `ID.2` and so on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub many: bool,
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

    /// The values it can have, and their words.
    #[must_use]
    pub fn options(mut self, options: impl IntoIterator<Item = (String, String)>) -> Self {
        let tidy = |label: String| label.split_whitespace().collect::<Vec<_>>().join(" ");
        self.options = options.into_iter().map(|(value, label)| (value, tidy(label))).collect();
        self
    }

    /// There are many of it.
    #[must_use]
    pub fn many(mut self) -> Self {
        self.many = true;
        self
    }
}

/// The fields of a form.
#[must_use]
pub fn asked_of_fields(fields: &[Field], page: &dyn Page) -> Vec<Asked> {
    fields.iter().flat_map(|field| asked_of_field(field, page)).collect()
}

fn asked_of_field(field: &Field, page: &dyn Page) -> Vec<Asked> {
    let (id, label) = (&*field.id.name, &*field.label);
    let part = |name: &str, words: &str| {
        Asked::new(
            format!("{id}.{name}"),
            &page.said("asked-part", &[("label", label.to_owned()), ("part", words.to_owned())]),
        )
    };
    let said = |key: &str| page.said(key, &[]);
    let plain = Asked::new(id, label);
    match field.kind.value {
        FieldKind::Text
        | FieldKind::LongText
        | FieldKind::Date
        | FieldKind::Number
        | FieldKind::Scale
        | FieldKind::Diagram => vec![plain],
        FieldKind::Choice | FieldKind::Choices => vec![plain.options(words_of(&field.options))],
        FieldKind::Mark => {
            let note = part("note", &said("asked-mark-note"));
            vec![plain.options(marks(&field.options, page)), note]
        }
        FieldKind::List => vec![plain.many()],
        FieldKind::Table => {
            let columns = field.columns.iter().map(|column| of_column(column, page)).collect();
            vec![Asked { columns, ..plain }]
        }
        FieldKind::Matrix => {
            let columns = field.columns.iter().map(|it| (it.id.to_string(), it.label.to_string()));
            let columns: Vec<_> = columns.collect();
            let row = |row: &Choice| part(&row.id, &row.label).options(columns.clone());
            field.rows.iter().map(row).collect()
        }
        FieldKind::Week => {
            let parts: Vec<(String, String)> = match field.rows.as_slice() {
                [] => PARTS.iter().map(|part| ((*part).to_owned(), said(&format!("part-{part}")))).collect(),
                rows => words_of(rows).collect(),
            };
            let cell = |(row, words): &(String, String), day: &str| {
                part(&format!("{row}.{day}"), &format!("{} {words}", said(&format!("day-{day}"))))
            };
            parts.iter().flat_map(|row| DAYS.iter().map(move |day| cell(row, day))).collect()
        }
        FieldKind::Day => HOURS
            .iter()
            .flat_map(|hour| {
                let at = page.said("oclock", &[("n", hour.to_string())]);
                [("does", "day-does"), ("notes", "day-notes")]
                    .map(|(name, key)| part(&format!("{hour}.{name}"), &format!("{at} {}", said(key))))
            })
            .collect(),
        FieldKind::Person => {
            [("label", "person-name"), ("age", "person-age"), ("relation", "person-relation")]
                .map(|(name, key)| part(name, &said(key)))
                .into()
        }
    }
}

/// The parts of a day, of a weekly grid that names none.
const PARTS: [&str; 5] = ["early", "morning", "afternoon", "evening", "night"];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const HOURS: [u32; 12] = [6, 8, 10, 12, 14, 16, 18, 20, 22, 0, 2, 4];

fn words_of(options: &[Choice]) -> impl Iterator<Item = (String, String)> + '_ {
    options.iter().map(|option| (option.id.to_string(), option.label.to_string()))
}

fn marks(options: &[Choice], page: &dyn Page) -> Vec<(String, String)> {
    if options.is_empty() {
        ["best", "good", "part", "not"]
            .map(|mark| (mark.to_owned(), page.said(&format!("mark-{mark}"), &[])))
            .into()
    } else {
        words_of(options).collect()
    }
}

fn of_column(column: &Column, page: &dyn Page) -> Asked {
    let asked = Asked::new(&*column.id, &column.label);
    match column.kind {
        Some(FieldKind::Mark) => asked.options(marks(&column.options, page)),
        _ => asked.options(words_of(&column.options)),
    }
}
