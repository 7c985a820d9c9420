//! Types of field: what a learner writes into a form.
//!
//! A type is one Rust file, `src/field/T.rs`, with a row in the table below, and one folder, `themes/default/field/T/`:
//! `form.html`, `ja.ftl` and `en.ftl` if it has words of its own, `cell.html` if it can be a column of a table.
//! [`FieldType`] lists what a type may define; most define little.

mod asked;
mod choice;
mod choices;
mod column;
pub mod consent;
mod date;
mod day;
pub mod defaults;
mod diagram;
mod list;
mod long_text;
mod mark;
mod matrix;
mod number;
mod person;
mod scale;
pub(crate) mod slots;
mod table;
mod text;
mod week;

use crate::host::{Host, Values};
use crate::model::{Choice, Field};
use crate::theme::map;
pub use asked::{Asked, Holds, asked, sentence_of};
pub use column::ColumnKind;
pub use defaults::Labelled;
pub use slots::{Rows, Slot, SlotColumn, SlotKind, SlotOption, Slots};
use tera::Value;

/// How the label of a field is tied to what is written into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One control: the label is its `<label>`.
    Control,
    /// Several controls: the label names the group.
    Group,
    /// Several controls that need the whole width.
    Wide,
}

/// What a type of field defines.
pub trait FieldType: Sync {
    /// The keys that a field of this type may have beside those of every field.
    fn keys(&self) -> &'static [&'static str] {
        &[]
    }

    /// How its label is tied to what is written into.
    fn layout(&self) -> Layout {
        Layout::Group
    }

    /// Whether it can be the type of a column: it has `cell.html`.
    fn is_cell(&self) -> bool {
        false
    }

    /// Whether a condition (`when`) can name one of its options.
    fn is_choice(&self) -> bool {
        false
    }

    /// Whether `field` lacks options, rows or columns that it cannot do without.
    fn lacks(&self, field: &Field) -> bool {
        self.is_choice() && field.options.is_empty()
    }

    /// The values that can be chosen; `options` are those that the author has written. A type whose values come from another
    /// key defines [`Self::asked`] instead.
    fn options(&self, options: &[Choice], _: &dyn Host) -> Vec<Labelled> {
        defaults::named(options)
    }

    /// What is written into it, if it is not one of the options.
    fn holds(&self) -> Holds {
        Holds::Words
    }

    /// The values of its template beside those of every field.
    fn view(&self, _: &Field, _: &dyn Host) -> Values {
        Vec::new()
    }

    /// What is filled into one slot of it: into a cell, if it is the type of a column.
    fn slot_kind(&self, options: &[Choice], page: &dyn Host) -> SlotKind {
        let labelled = self.options(options, page);
        if labelled.is_empty() { SlotKind::Text(1) } else { SlotKind::One(slots::options(labelled, options)) }
    }

    /// Its slots on paper. Their names are those of [`Self::asked`].
    fn slots(&self, field: &Field, page: &dyn Host) -> Slots {
        Slots::One(slots::slot(field, self.slot_kind(&field.options, page)))
    }

    /// The fields that its answers are kept under.
    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let asked = Asked::new(&*field.id, &field.label).options(self.options(&field.options, page));
        vec![asked.holding(self.holds())]
    }
}

macro_rules! field_types {
    ($($(#[doc = $doc:literal])* $module:ident $variant:ident $shape:ident $word:literal,)*) => {
        crate::choice! {
            /// What is written into a field.
            pub enum FieldKind {
                $($(#[doc = $doc])* $variant $word,)*
            }
        }

        impl FieldKind {
            /// The definition of the type.
            #[must_use]
            pub fn of_type(self) -> &'static dyn FieldType {
                match self { $(Self::$variant => &$module::$shape,)* }
            }
        }
    };
}

field_types! {
    /// A few words on one line.
    text Text TextField "text",
    /// Text on several lines.
    long_text LongText LongTextField "long-text",
    /// A date.
    date Date DateField "date",
    /// A number.
    number Number NumberField "number",
    /// One of some options.
    choice Choice ChoiceField "choice",
    /// Any of some options.
    choices Choices ChoicesField "choices",
    /// A step between two ends.
    scale Scale ScaleField "scale",
    /// One column for each row.
    matrix Matrix MatrixField "matrix",
    /// Rows of columns, as many as are needed.
    table Table TableField "table",
    /// ◎, ○, △ or ×, with its words.
    mark Mark MarkField "mark",
    /// Seven days by parts of the day.
    week Week WeekField "week",
    /// The hours of one day.
    day Day DayField "day",
    /// Short lines, as many as are needed.
    list List ListField "list",
    /// A person: a label, an age, a relation.
    person Person PersonField "person",
    /// Room to draw.
    diagram Diagram DiagramField "diagram",
    /// A box to tick by whoever agrees that their answers are used.
    consent Consent ConsentField "consent",
}

/// Ids and words as a value for templates, with the readings that the author has written in `choices`.
fn named_values(named: Vec<Labelled>, choices: &[Choice]) -> Value {
    let value = |(id, label): Labelled| {
        let choice = choices.iter().find(|choice| *choice.id.name == *id);
        let html = choice.map_or_else(|| label.as_str().into(), |choice| choice.label.html());
        map([("id", id.into()), ("label", label.into()), ("label_html", html)])
    };
    named.into_iter().map(value).collect::<Vec<_>>().into()
}

/// The options of a field as a value for templates.
pub fn options(field: &Field, page: &dyn Host) -> Value {
    named_values(field.kind.of_type().options(&field.options, page), &field.options)
}

/// The condition of a field in words: "if X is Y". `all` are the fields that it may name.
pub fn condition(all: &[&Field], field: &Field, page: &dyn Host) -> Option<String> {
    let when = field.when.as_ref()?;
    let other = all.iter().find(|other| other.id.name == when.field.name)?;
    let option = other.options.iter().find(|option| option.id.name == when.is.name);
    let answer = option.map_or(&*when.is, |option| &option.label);
    Some(page.said("field-when", &[("field", other.label.to_string()), ("answer", answer.to_owned())]))
}
