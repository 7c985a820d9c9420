//! Forms that follow each other: a plan, its monitoring, the next plan, until the last one.
//!
//! Each sheet of such a form is one version. What is said here names fields of the form; nothing is about one form.

use super::Worksheet;
use crate::record;
use crate::yaml::{At, Id, Rich, Text, To};

record! {
    /// How one sheet of a form follows another.
    pub struct Sequence {
        /// How a sheet is called, such as 計画.
        called "called": Option<Text>,
        /// Sections and fields that stand on a first sheet only.
        first "first": Vec<Id>,
        /// Sections and fields that stand on later sheets only. Those of them that are required must be filled before the next sheet.
        later "later": Vec<Id>,
        /// Fields that are taken over as they are written.
        carry "carry": Vec<Id>,
        /// The table whose rows are marked, and taken over by their marks.
        rows "rows": Option<MarkedRows>,
        /// What must stand on a sheet before the next one opens.
        before_next "before-next": Vec<Recorded>,
        /// Forms that open when a table has many rows.
        opens "opens": Vec<Opens>,
        /// Which answer says that no sheet follows.
        ending "ending": Option<Ending>,
        /// A table that can be seen as an ecomap.
        ecomap "ecomap": Option<RowsAsEcomap>,
    }
}

record! {
    /// The table whose rows go from sheet to sheet: ◎ leaves, ○ and △ are taken over, × asks the person what to do.
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
    /// Something that must be written before the next sheet: a field, or a column in every row that is used.
    pub struct Recorded {
        /// The id of the field.
        field "field": Id,
        /// The id of a column, where the field is a table.
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
        /// From how many filled rows on.
        from "from": At<u32>,
        /// The id of the form that opens.
        worksheet "worksheet": To<Worksheet>,
    }
}

record! {
    /// Which answer says that no sheet follows. Another answer takes it back.
    pub struct Ending {
        /// The id of a field with options.
        field "field": Id,
        /// The id of the option.
        is "is": Id,
        /// What is said then: what goes on although the sheets end.
        says "says": Rich,
    }
}

record! {
    /// A table as an ecomap: a system around the middle for each row.
    pub struct RowsAsEcomap {
        /// The id of the table.
        table "table": Id,
        /// The id of the column with who it is.
        who "who": Id,
        /// The id of a column whose options are among formal and informal.
        side "side": Option<Id>,
        /// The id of a column whose options are among strong, ordinary, weak, stressful, planned and severed.
        tie "tie": Option<Id>,
        /// The id of the field with how the one in the middle is called.
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
