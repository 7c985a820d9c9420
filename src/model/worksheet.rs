//! Worksheets: forms, section by section, field by field.

use super::{Audience, Item, Kind, Sequence, Unlike};
use crate::choice;
use crate::field::{ColumnKind, FieldKind};
use crate::record;
use crate::yaml::{At, Id, Label, Named, Rich, To};

record! {
    /// A form: `worksheets/<id>.yaml`.
    pub struct Worksheet {
        /// The title.
        title "title": Label,
        /// The ids that it had before, if it was filled in under them. Answers are stored under ids: with these they are found again.
        was "was": Vec<Id>,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// The number of the revision, from 1: raise it when fields change.
        revision "revision": At<u32>,
        /// How it is filled in.
        instructions "instructions": Option<Rich>,
        /// Its sections, in order.
        sections "sections": Vec<Section>,
        /// How one sheet follows another, if the form is filled in repeatedly.
        sequence "sequence": Option<Sequence>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
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
        title "title": Label,
        /// A sentence of help.
        help "help": Option<Rich>,
        /// Its fields, in order.
        fields "fields": Vec<Field>,
    }
}

record! {
    /// A field of a form.
    pub struct Field {
        /// Its id within the form. Stored answers depend on it: never change it.
        id "id": Id,
        /// What is filled in.
        kind "kind": At<FieldKind>,
        /// Its label.
        label "label": Label,
        /// A sentence of help.
        help "help": Option<Rich>,
        /// An example of an answer.
        example "example": Option<Rich>,
        /// Whether it must be filled in.
        required "required": bool,
        /// Lines to write on: `long-text`, `diagram`.
        lines "lines": Option<At<u32>>,
        /// The unit after a number.
        unit "unit": Option<Label>,
        /// The smallest number or the first step of a scale.
        min "min": Option<At<i64>>,
        /// The largest number or the last step of a scale.
        max "max": Option<At<i64>>,
        /// What the first step of a scale means.
        low "low": Option<Label>,
        /// What the last step of a scale means.
        high "high": Option<Label>,
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
        /// A field of another form whose text must differ.
        unlike "unlike": Option<Unlike>,
    }
}

record! {
    /// An option, or a row of a matrix.
    pub struct Choice {
        /// Its id within the field.
        id "id": Id,
        /// Its label.
        label "label": Label,
    }
}

record! {
    /// A column of a table or matrix.
    pub struct Column {
        /// Its id within the field.
        id "id": Id,
        /// Its label.
        label "label": Label,
        /// What is filled in; `text` by default.
        kind "kind": Option<ColumnKind>,
        /// The options of a `choice` column, or the words of the marks `best`, `good`, `part`, `not` in a `mark` column.
        options "options": Vec<Choice>,
        /// What it takes from the minutes of a meeting.
        from_minutes "from-minutes": Option<At<FromMinutes>>,
    }
}

choice! {
    /// A column of the decisions in the minutes of a meeting.
    pub enum FromMinutes {
        /// Who does it.
        Who "who",
        /// What is done.
        What "what",
        /// By when.
        When "when",
        /// How it is checked.
        Check "check",
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

impl Column {
    /// What is written into it.
    #[must_use]
    pub fn kind(&self) -> FieldKind {
        self.kind.map_or(FieldKind::Text, ColumnKind::kind)
    }
}

impl Field {
    /// An empty field.
    #[must_use]
    pub fn new(id: Id, kind: At<FieldKind>, label: Label) -> Self {
        Self {
            id,
            kind,
            label,
            help: None,
            example: None,
            required: false,
            lines: None,
            unit: None,
            min: None,
            max: None,
            low: None,
            high: None,
            options: Vec::new(),
            rows: Vec::new(),
            columns: Vec::new(),
            min_rows: None,
            max_rows: None,
            when: None,
            unlike: None,
        }
    }

    /// The keys that only fields of some types may have, as far as they are given.
    #[must_use]
    pub fn given_keys(&self) -> Vec<&'static str> {
        let given = [
            ("lines", self.lines.is_some()),
            ("unit", self.unit.is_some()),
            ("min", self.min.is_some()),
            ("max", self.max.is_some()),
            ("low", self.low.is_some()),
            ("high", self.high.is_some()),
            ("options", !self.options.is_empty()),
            ("rows", !self.rows.is_empty()),
            ("columns", !self.columns.is_empty()),
            ("min-rows", self.min_rows.is_some()),
            ("unlike", self.unlike.is_some()),
            ("max-rows", self.max_rows.is_some()),
        ];
        given.into_iter().filter(|(_, is_given)| *is_given).map(|(key, _)| key).collect()
    }

    /// Its column of that id.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| &*column.id == id)
    }
}

impl Named for Worksheet {
    const KIND: Kind = Kind::Worksheet;
}
