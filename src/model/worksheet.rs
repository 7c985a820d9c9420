//! Worksheets: forms, section by section, field by field.

use super::{Item, Kind, Sequence, Unlike};
use crate::choice;
use crate::record;
use crate::yaml::{At, Id, Named, Rich, Text, To};

record! {
    /// A form: `worksheets/<id>.yaml`.
    pub struct Worksheet {
        /// The title.
        title "title": Text,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// The number of the revision, from 1: raise it when fields change.
        revision "revision": At<u32>,
        /// How it is filled.
        instructions "instructions": Option<Rich>,
        /// Its sections, in order.
        sections "sections": Vec<Section>,
        /// How one sheet follows another, where it is filled again and again.
        sequence "sequence": Option<Sequence>,
        /// The syllabus items that it practises.
        covers "covers": Vec<To<Item>>,
    }
}

record! {
    /// A part of a form.
    pub struct Section {
        /// Its id within the form.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// A sentence of help.
        help "help": Option<Rich>,
        /// Its fields, in order.
        fields "fields": Vec<Field>,
    }
}

choice! {
    /// What is written into a field.
    pub enum FieldKind {
        /// A few words on one line.
        Text "text",
        /// Text on several lines.
        LongText "long-text",
        /// A date.
        Date "date",
        /// A number.
        Number "number",
        /// One of some options.
        Choice "choice",
        /// Any of some options.
        Choices "choices",
        /// A step between two ends.
        Scale "scale",
        /// One column for each row.
        Matrix "matrix",
        /// Rows of columns, as many as are needed.
        Table "table",
        /// ◎, ○, △ or ×, with its words.
        Mark "mark",
        /// Seven days by parts of the day.
        Week "week",
        /// The hours of one day.
        Day "day",
        /// Short lines, as many as are needed.
        List "list",
        /// Somebody: a label, a role, how to reach.
        Person "person",
        /// Room to draw.
        Diagram "diagram",
    }
}

record! {
    /// A field of a form.
    pub struct Field {
        /// Its id within the form. Answers hang on it: it never changes.
        id "id": Id,
        /// What is written into it.
        kind "kind": At<FieldKind>,
        /// Its label.
        label "label": Text,
        /// A sentence of help.
        help "help": Option<Rich>,
        /// An example of an answer.
        example "example": Option<Rich>,
        /// Whether the form is not finished without it.
        required "required": bool,
        /// Lines to write on: `long-text`, `diagram`.
        lines "lines": Option<At<u32>>,
        /// The unit behind a number.
        unit "unit": Option<Text>,
        /// The smallest number or the first step of a scale.
        min "min": Option<At<i64>>,
        /// The largest number or the last step of a scale.
        max "max": Option<At<i64>>,
        /// What the first step of a scale means.
        low "low": Option<Text>,
        /// What the last step of a scale means.
        high "high": Option<Text>,
        /// The options of `choice` and `choices`.
        options "options": Vec<Choice>,
        /// The rows of a `matrix`.
        rows "rows": Vec<Choice>,
        /// The columns of a `matrix` or `table`.
        columns "columns": Vec<Column>,
        /// The fewest rows of a `table` or `list`.
        min_rows "min-rows": Option<At<u32>>,
        /// The most rows of a `table` or `list`.
        max_rows "max-rows": Option<At<u32>>,
        /// Only asked when another field has a certain answer.
        when "when": Option<When>,
        /// A field of another form that must not say the same.
        unlike "unlike": Option<Unlike>,
    }
}

record! {
    /// An option, or a row of a matrix.
    pub struct Choice {
        /// Its id within the field.
        id "id": Id,
        /// Its label.
        label "label": Text,
    }
}

record! {
    /// A column of a table or matrix.
    pub struct Column {
        /// Its id within the field.
        id "id": Id,
        /// Its label.
        label "label": Text,
        /// What is written into it; `text` where nothing is said.
        kind "kind": Option<FieldKind>,
        /// The options of a `choice` column, or the words of the marks `best`, `good`, `part`, `not` in a `mark` column.
        options "options": Vec<Choice>,
    }
}

record! {
    /// A condition on another field.
    pub struct When {
        /// The id of the other field.
        field "field": Id,
        /// The id of the option that it must have.
        is "is": Id,
    }
}

impl Worksheet {
    /// Every field, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

impl Field {
    /// Its column of that id.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| &*column.id == id)
    }
}

impl Named for Worksheet {
    const KIND: Kind = Kind::Worksheet;
}
