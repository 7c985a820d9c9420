//! The minutes of a meeting as a form: its fields follow from the meeting's steps, their labels are the theme's.
//!
//! The page shows the form and the catalogue of answers lists its fields: both take them from here. Names never change
//! because stored answers depend on them.

use std::sync::Arc;

use super::text::TextWriter;
use crate::field::FieldKind;
use crate::model::{Choice, Column, Field, FromMinutes, Meeting, Section};
use crate::yaml::{At, Id, Label, Range, Text};

/// Lines to write on for what was said at a step.
const LINES_OF_STEP: u32 = 3;
/// Rows of the table of decisions on a blank form.
const ROWS_OF_DECISIONS: u32 = 5;
/// Rows of the table of what the meeting before has left.
const ROWS_OF_AGENDA: u32 = 3;

/// The sections of the form.
pub(super) fn sections(meeting: &Meeting, writer: &TextWriter<'_>) -> Vec<Section> {
    let maker = MinutesMaker { writer };
    vec![
        maker.section("about", maker.about()),
        maker.section("agenda", maker.agenda()),
        maker.section("said", meeting.steps.iter().map(|step| maker.step(&step.id, &step.title)).collect()),
        maker.section("decided", maker.decided()),
        maker.section("open", maker.open()),
    ]
}

struct MinutesMaker<'w> {
    writer: &'w TextWriter<'w>,
}

impl MinutesMaker<'_> {
    fn section(&self, name: &str, fields: Vec<Field>) -> Section {
        Section {
            id: id(&format!("minutes-{name}")),
            title: self.said(&format!("minutes-{name}")),
            help: None,
            fields,
        }
    }

    fn about(&self) -> Vec<Field> {
        let ways = ["present", "part", "heard", "absent"];
        let option = |way: &&str| Choice { id: id(way), label: self.said(&format!("minutes-person-{way}")) };
        vec![
            self.field("date", FieldKind::Date),
            Field { lines: Some(at(2)), ..self.field("participants", FieldKind::LongText) },
            Field { options: ways.iter().map(option).collect(), ..self.field("person", FieldKind::Choice) },
            Field { lines: Some(at(2)), ..self.field("person-words", FieldKind::LongText) },
        ]
    }

    /// What is taken from the minutes of the meeting before, and what came of it.
    fn agenda(&self) -> Vec<Field> {
        let column = |(name, from_minutes): (&str, Option<FromMinutes>)| Column {
            id: id(name),
            label: self.said(&format!("minutes-agenda-{name}")),
            kind: None,
            options: Vec::new(),
            from_minutes: from_minutes.map(at),
        };
        let columns = [
            ("who", Some(FromMinutes::Who)),
            ("what", Some(FromMinutes::What)),
            ("when", Some(FromMinutes::When)),
            ("now", None),
        ];
        vec![Field {
            columns: columns.map(column).into(),
            min_rows: Some(at(ROWS_OF_AGENDA)),
            ..self.field("agenda", FieldKind::Table)
        }]
    }

    /// What was said at a step: its label is the step's title.
    fn step(&self, step: &Id, title: &Text) -> Field {
        let mut field = self.field("said", FieldKind::LongText);
        field.id = id(&format!("said-{}", &**step));
        field.label = Label::from(title.clone());
        field.lines = Some(at(LINES_OF_STEP));
        field
    }

    fn decided(&self) -> Vec<Field> {
        let column = |name: &str| Column {
            id: id(name),
            label: self.said(&format!("minutes-decided-{name}")),
            kind: None,
            options: Vec::new(),
            from_minutes: None,
        };
        vec![Field {
            columns: ["who", "what", "when", "check"].map(column).into(),
            min_rows: Some(at(ROWS_OF_DECISIONS)),
            ..self.field("decisions", FieldKind::Table)
        }]
    }

    fn open(&self) -> Vec<Field> {
        vec![
            Field { lines: Some(at(3)), ..self.field("not-now", FieldKind::LongText) },
            self.field("next", FieldKind::Date),
            self.field("next-about", FieldKind::Text),
        ]
    }

    fn said(&self, key: &str) -> Label {
        Label::from(Text(Arc::from(self.writer.theme.messages.text(key, &[]))))
    }

    fn field(&self, name: &str, kind: FieldKind) -> Field {
        Field::new(id(name), at(kind), self.said(&format!("minutes-field-{name}")))
    }
}

fn id(name: &str) -> Id {
    Id { name: Arc::from(name), at: Range::default() }
}

fn at<T>(value: T) -> At<T> {
    At { value, at: Range::default() }
}
