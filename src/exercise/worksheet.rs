//! `worksheet`: a form of the course to be filled. The exercise leads there; what is written belongs to the form.

use super::{Checker, ExerciseSheet, SheetPart, SheetText, TaskKind};
use crate::host::{Host, Values};
use crate::model::Worksheet;
use crate::record;
use crate::yaml::To;

record! {
    /// A form to be filled.
    pub struct Sheet {
        /// The id of the form.
        worksheet "worksheet": To<Worksheet>,
    }
}

impl TaskKind for Sheet {
    fn check(&self, _: &mut Checker<'_>) {}

    fn view(&self, page: &dyn Host) -> Values {
        vec![("form", page.form(&self.worksheet))]
    }

    fn sheet(&self, _: &dyn Host) -> ExerciseSheet<'_> {
        vec![SheetPart::default().reading(vec![SheetText::Form(&self.worksheet)])].into()
    }
}
