//! A form in other words: `worksheets/<id>.<variant>.yaml`. It has the words of the form and nothing else: what is filled in, and
//! where it is stored, is the form's.

use super::{Choice, Column, Field, Kind, Section, Worksheet};
use crate::record;
use crate::yaml::{Id, Label, Rich, Text};

/// The variant in easy words of the course's own language.
pub const EASY: &str = "easy";

record! {
    /// A form in other words: `worksheets/<id>.<variant>.yaml`.
    pub struct FormWords {
        /// The title.
        title "title": Label,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// How it is filled in.
        instructions "instructions": Option<Rich>,
        /// The sections of the form, in any order.
        sections "sections": Vec<SectionWords>,
        /// Words of the sequence, if the form has one.
        sequence "sequence": Option<SequenceWords>,
    }
}

record! {
    /// A section of a form in other words.
    pub struct SectionWords {
        /// Its id in the form.
        id "id": Id,
        /// Its title.
        title "title": Label,
        /// A sentence of help.
        help "help": Option<Rich>,
        /// Its fields, in any order.
        fields "fields": Vec<FieldWords>,
    }
}

record! {
    /// A field in other words.
    pub struct FieldWords {
        /// Its id in the form.
        id "id": Id,
        /// Its label.
        label "label": Label,
        /// A sentence of help.
        help "help": Option<Rich>,
        /// An example of an answer.
        example "example": Option<Rich>,
        /// The unit after a number.
        unit "unit": Option<Label>,
        /// What the first step of a scale means.
        low "low": Option<Label>,
        /// What the last step of a scale means.
        high "high": Option<Label>,
        /// Its options.
        options "options": Vec<Choice>,
        /// Its rows.
        rows "rows": Vec<Choice>,
        /// Its columns.
        columns "columns": Vec<ColumnWords>,
    }
}

record! {
    /// A column in other words.
    pub struct ColumnWords {
        /// Its id in the form.
        id "id": Id,
        /// Its label.
        label "label": Label,
        /// Its options.
        options "options": Vec<Choice>,
    }
}

record! {
    /// The words of a sequence.
    pub struct SequenceWords {
        /// What each sheet is called.
        called "called": Option<Text>,
        /// The end of the sequence.
        ending "ending": Option<EndingWords>,
    }
}

record! {
    /// The words at the end of a sequence.
    pub struct EndingWords {
        /// The text that is shown then.
        says "says": Rich,
    }
}

/// What has an id within a form, or says something of it.
pub trait FormPart {
    /// The id.
    fn id(&self) -> &Id;
}

macro_rules! parts {
    ($($part:ty),*) => { $(impl FormPart for $part { fn id(&self) -> &Id { &self.id } })* };
}

parts!(Section, SectionWords, Field, FieldWords, Column, ColumnWords, Choice);

/// The words of `part` among `all`.
#[must_use]
pub fn words_of<'a, W: FormPart>(all: &'a [W], part: &impl FormPart) -> Option<&'a W> {
    all.iter().find(|it| it.id().name == part.id().name)
}

impl FormWords {
    /// `form` in these words. What they leave out, `check` reports.
    #[must_use]
    pub fn applied(&self, form: &Worksheet) -> Worksheet {
        let mut form = form.clone();
        form.title = self.title.clone();
        form.summary.clone_from(&self.summary);
        form.instructions.clone_from(&self.instructions);
        for section in &mut form.sections {
            if let Some(words) = words_of(&self.sections, section) {
                words.put_into(section);
            }
        }
        if let (Some(sequence), Some(words)) = (&mut form.sequence, &self.sequence) {
            if words.called.is_some() {
                sequence.called.clone_from(&words.called);
            }
            if let (Some(ending), Some(words)) = (&mut sequence.ending, &words.ending) {
                ending.says = words.says.clone();
            }
        }
        form
    }
}

impl SectionWords {
    fn put_into(&self, section: &mut Section) {
        section.title = self.title.clone();
        section.help.clone_from(&self.help);
        for field in &mut section.fields {
            if let Some(words) = words_of(&self.fields, field) {
                words.put_into(field);
            }
        }
    }
}

impl FieldWords {
    fn put_into(&self, field: &mut Field) {
        field.label = self.label.clone();
        field.help.clone_from(&self.help);
        field.example.clone_from(&self.example);
        field.unit.clone_from(&self.unit);
        field.low.clone_from(&self.low);
        field.high.clone_from(&self.high);
        label(&mut field.options, &self.options);
        label(&mut field.rows, &self.rows);
        for column in &mut field.columns {
            if let Some(words) = words_of(&self.columns, column) {
                words.put_into(column);
            }
        }
    }
}

impl ColumnWords {
    fn put_into(&self, column: &mut Column) {
        column.label = self.label.clone();
        label(&mut column.options, &self.options);
    }
}

/// Gives `choices` the labels of `words`.
fn label(choices: &mut [Choice], words: &[Choice]) {
    for choice in choices {
        if let Some(words) = words_of(words, choice) {
            choice.label = words.label.clone();
        }
    }
}

/// The id of the form and the name of the variant in the id of a variant.
#[must_use]
pub fn form_and_variant(id: &str) -> (&str, &str) {
    id.split_once('.').unwrap_or((id, ""))
}

/// The address of a variant's page.
#[must_use]
pub(super) fn variant_url(id: &str) -> String {
    let (form, variant) = form_and_variant(id);
    format!("{}/{form}/{variant}/index.html", Kind::Worksheet.folder())
}
