//! What is asked of a learner: the fields that answers are kept under, with their labels.
//!
//! The site's catalogue of exercises and forms lists them (`answers/course.js`), so that answers can be read, searched and
//! taken along away from the page they were written on. Names of fields never change: answers hang on them.

use serde::{Serialize, Serializer};

use super::{Page, given};
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
        FieldKind::Choice | FieldKind::Choices => vec![plain.options(given::words_of(&field.options))],
        FieldKind::Mark => {
            let note = part("note", &said("asked-mark-note"));
            vec![plain.options(given::options(FieldKind::Mark, &field.options, page)), note]
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
            let days = given::days(page);
            let cell = |(row, words): &given::Named, (day, name): &given::Named| {
                part(&format!("{row}.{day}"), &format!("{name} {words}"))
            };
            let rows = given::rows(field, page);
            rows.iter().flat_map(|row| days.iter().map(move |day| cell(row, day))).collect()
        }
        FieldKind::Day => given::hours(page)
            .iter()
            .flat_map(|(hour, at)| {
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

fn of_column(column: &Column, page: &dyn Page) -> Asked {
    let kind = column.kind.unwrap_or(FieldKind::Text);
    Asked::new(&*column.id, &column.label).options(given::options(kind, &column.options, page))
}
