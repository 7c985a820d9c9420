//! `worksheet`: a form of the course to be filled. The exercise leads there; what is written belongs to the form.

use tera::Value;

use super::{Asked, Checker, Page, TaskKind};
use crate::model::Worksheet;
use crate::record;
use crate::yaml::{Id, To};

record! {
    /// A form to be filled.
    pub struct Sheet {
        /// The id of the form.
        worksheet "worksheet": To<Worksheet>,
    }
}

impl TaskKind for Sheet {
    fn check(&self, _: &mut Checker<'_>) {}

    fn ids(&self) -> Vec<Vec<&Id>> {
        Vec::new()
    }

    fn view(&self, page: &dyn Page) -> Vec<(&'static str, Value)> {
        vec![("form", page.form(&self.worksheet))]
    }

    fn asked(&self, _: &dyn Page) -> Vec<Asked> {
        Vec::new()
    }
}
