//! Every module has a front page that says its title.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Course;
use crate::source::Sources;

pub(super) fn module_index(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    for module in course.modules.iter().filter(|module| module.front.is_none()) {
        if let Some(page) = module.pages.first() {
            out.push(Diagnostic::new(Code::MissingModuleIndex, page.span()).with("module", &*module.folder));
        }
    }
}
