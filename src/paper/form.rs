//! A form as papers show it: sections, questions and their slots, in the words of the form or of a variant. Nothing of a file format is in it.
//!
//! [`Form::of_worksheet`], [`Form::of_minutes`] and [`Form::of_exercise`] ([`super::exercise`]) make it. Names of slots are those of the answer file, and
//! `tests/suite/papers.rs` compares them with the catalogue of answers.

use super::prose::{Line, Prose, TextBlock, of_label, words};
use crate::field::{self, Slot, Slots};
use crate::host::Host;
use crate::model::{Field, Section, Worksheet};
use crate::yaml::Rich;

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The key that its answers are stored under: `worksheet/cf-sheet`, `meeting/one-round`, `exercise/one-mitten`.
    pub key: String,
    /// The name of the variant; empty if the form is in its own words.
    pub variant: String,
    /// The revision; 0 if it has none.
    pub revision: u32,
    /// The title.
    pub title: String,
    /// The title with its readings.
    pub heading: Line,
    /// How it is filled in, or what is asked.
    pub instructions: Vec<TextBlock>,
    /// Its sections.
    pub sections: Vec<FormSection>,
}

/// A part of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormSection {
    /// Its title; empty if it has none.
    pub title: Line,
    /// A sentence of help, or what is read before the questions.
    pub help: Vec<TextBlock>,
    /// What is asked in it.
    pub questions: Vec<FormQuestion>,
    /// Whether it begins on a new page.
    pub is_apart: bool,
    /// Whether what is asked is above its answer, not beside it.
    pub is_stacked: bool,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormQuestion {
    /// The label.
    pub label: Line,
    /// When it is asked, if not always.
    pub condition: Line,
    /// A sentence of help.
    pub help: Line,
    /// An example of an answer.
    pub example: Line,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// Its slots.
    pub slots: Slots,
    /// Whether its slots are in the text of the section.
    pub is_in_text: bool,
}

/// Makes forms from the texts of one document.
#[derive(Clone, Copy)]
pub struct FormMaker<'a> {
    /// Reads the texts.
    pub prose: Prose<'a>,
    /// The words of the theme, in the language of the form.
    pub host: &'a dyn Host,
    /// The text of a stage of a case, or of all of them.
    pub stages: &'a dyn Fn(&str, Option<&str>) -> Vec<TextBlock>,
}

impl FormQuestion {
    /// A question that says `label`.
    #[must_use]
    pub fn of(label: &str, slots: Slots) -> Self {
        let (none, label) = (Line::new, words(label));
        Self {
            label,
            condition: none(),
            help: none(),
            example: none(),
            is_required: false,
            slots,
            is_in_text: false,
        }
    }
}

impl Form {
    /// The worksheet `id`; in a variant `form` has the words of the variant.
    #[must_use]
    pub fn of_worksheet(form: &Worksheet, id: &str, variant: &str, maker: FormMaker<'_>) -> Self {
        let all: Vec<&Field> = form.fields().collect();
        Self {
            key: format!("worksheet/{id}"),
            variant: variant.to_owned(),
            revision: form.revision.value,
            title: form.title.to_string(),
            heading: of_label(&form.title),
            instructions: form.instructions.as_ref().map_or_else(Vec::new, |it| maker.prose.rich(it)),
            sections: form.sections.iter().map(|section| maker.section(section, &all)).collect(),
        }
    }

    /// The minutes of the meeting `id`, whose sections are `sections`.
    #[must_use]
    pub fn of_minutes(id: &str, title: &str, sections: &[Section], maker: FormMaker<'_>) -> Self {
        let all: Vec<&Field> = sections.iter().flat_map(|section| &section.fields).collect();
        Self {
            key: format!("meeting/{id}"),
            variant: String::new(),
            revision: 0,
            title: title.to_owned(),
            heading: words(title),
            instructions: Vec::new(),
            sections: sections.iter().map(|section| maker.section(section, &all)).collect(),
        }
    }

    /// Everything that is asked.
    pub fn questions(&self) -> impl Iterator<Item = &FormQuestion> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// Every slot of the blank form, in order.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        self.questions().flat_map(|question| question.slots.blank())
    }

    /// The slot of the stored name `name`, also one in a row that the blank form does not have.
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<Slot> {
        self.questions().find_map(|question| question.slots.find(name))
    }
}

impl FormMaker<'_> {
    fn section(&self, section: &Section, all: &[&Field]) -> FormSection {
        FormSection {
            title: of_label(&section.title),
            help: section.help.as_ref().map_or_else(Vec::new, |it| self.prose.rich(it)),
            questions: section.fields.iter().map(|field| self.question(field, all)).collect(),
            ..FormSection::default()
        }
    }

    /// What `field` asks. `all` are the fields that its condition may name.
    pub(super) fn question(&self, field: &Field, all: &[&Field]) -> FormQuestion {
        let line = |rich: &Option<Rich>| rich.as_ref().map_or_else(Line::new, |it| self.prose.line(it));
        let condition = field::condition(all, field, self.host);
        FormQuestion {
            label: of_label(&field.label),
            condition: condition.map_or_else(Line::new, |it| words(&it)),
            help: line(&field.help),
            example: line(&field.example),
            is_required: field.required,
            slots: field.kind.of_type().slots(field, self.host),
            is_in_text: false,
        }
    }
}
