//! Forms that follow each other: a plan, its monitoring, the next plan, until the last one.
//!
//! Each sheet of such a form is one version. The keys name fields of the form; no rule is about one particular form.

use super::Worksheet;
use crate::record;
use crate::yaml::{At, Id, Rich, Text, To};

record! {
    /// How one sheet of a form follows another.
    pub struct Sequence {
        /// What each sheet is called, such as `plan`.
        called "called": Option<Text>,
        /// Sections and fields that are on the first sheet only.
        first "first": Vec<Id>,
        /// Sections and fields that are on later sheets only. The required ones must be filled in before the next sheet.
        later "later": Vec<Id>,
        /// Fields that carry over to the next sheet.
        carry "carry": Vec<Id>,
        /// The table whose rows are marked, and copied according to their marks.
        rows "rows": Option<MarkedRows>,
        /// What must be filled in on a sheet before the next one opens.
        before_next "before-next": Vec<Recorded>,
        /// Forms that open when a table has many rows.
        opens "opens": Vec<Opens>,
        /// The answer that ends the sequence.
        ending "ending": Option<Ending>,
        /// A table that can be seen as an ecomap.
        ecomap "ecomap": Option<RowsAsEcomap>,
    }
}

record! {
    /// The table whose rows carry over from sheet to sheet: ◎ is closed, ○ and △ carry over, × asks the person what to do.
    pub struct MarkedRows {
        /// The id of the table.
        table "table": Id,
        /// The id of its column of marks.
        mark "mark": Id,
        /// The id of the column that says what the person does: a row without it gets a question.
        person "person": Option<Id>,
        /// The id of a list whose lines become new rows, in the first column.
        new "new": Option<Id>,
    }
}

record! {
    /// Something that must be filled in before the next sheet: a field, or a column in every row that is used.
    pub struct Recorded {
        /// The id of the field.
        field "field": Id,
        /// The id of a column, if the field is a table.
        column "column": Option<Id>,
        /// The id of the option that must be chosen.
        is "is": Option<Id>,
    }
}

record! {
    /// A form that opens when a table has many rows.
    pub struct Opens {
        /// The id of the table or list.
        table "table": Id,
        /// The number of filled rows from which on it opens.
        from "from": At<u32>,
        /// The id of the form that opens.
        worksheet "worksheet": To<Worksheet>,
    }
}

record! {
    /// The answer that ends the sequence. Any other answer reopens it.
    pub struct Ending {
        /// The id of a field with options.
        field "field": Id,
        /// The id of the option.
        is "is": Id,
        /// The text that is shown then: what continues although the sequence ends.
        says "says": Rich,
    }
}

record! {
    /// A table as an ecomap: each row is a system around the central person.
    pub struct RowsAsEcomap {
        /// The id of the table.
        table "table": Id,
        /// The id of the column with who it is.
        who "who": Id,
        /// The id of a column whose options are among formal and informal.
        side "side": Option<Id>,
        /// The id of a column whose options are among strong, ordinary, weak, stressful, planned and severed.
        tie "tie": Option<Id>,
        /// The id of the field with the name of the central person.
        center "center": Option<Id>,
    }
}

record! {
    /// A field of another form whose text must not be copied here.
    pub struct Unlike {
        /// The id of the other form.
        worksheet "worksheet": To<Worksheet>,
        /// The id of its field.
        field "field": Id,
    }
}
