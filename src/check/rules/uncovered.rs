//! Every item that the syllabus promises is covered by something.

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Kind, coverage};

pub(super) fn uncovered(course: &Course, out: &mut Vec<Diagnostic>) {
    let (Some(syllabus), Some(document)) = (course.syllabus(), course.find(Kind::Syllabus, "syllabus"))
    else {
        return;
    };
    if !course.is_whole() {
        return;
    }
    let coverage = coverage(course);
    for item in syllabus.items.iter().filter(|item| coverage.of(&item.id).is_none()) {
        let told = Diagnostic::new(Code::UncoveredItem, span(document, item.id.at));
        out.push(told.with("id", &*item.id).with("title", &*item.title));
    }
}
