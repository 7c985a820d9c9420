//! Every item that the syllabus promises is covered by something.

use std::collections::HashSet;

use super::{is_hidden, span};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Course, Kind, coverage};
use crate::source::Sources;

pub(super) fn uncovered(course: &Course, sources: &Sources, out: &mut Vec<Diagnostic>) {
    let (Some(syllabus), Some(document)) = (course.syllabus(), course.find(Kind::Syllabus, "syllabus"))
    else {
        return;
    };
    let coverage = coverage(course);
    let known: HashSet<&str> = course.ids(Kind::Item).collect();
    // An item that a misspelt id meant is reported there.
    let covers = course.documents.iter().flat_map(|document| document.covers());
    let misspelt = covers.filter(|id| !known.contains(&***id));
    let meant: HashSet<&str> = misspelt.filter_map(|id| nearest(id, course.ids(Kind::Item))).collect();
    for item in &syllabus.items {
        let id = &*item.id;
        if coverage.of(id).is_none() && !meant.contains(id) && !is_hidden(id, course, sources) {
            let diagnostic = Diagnostic::new(Code::UncoveredItem, span(document, item.id.at));
            out.push(diagnostic.with("id", id).with("title", &*item.title));
        }
    }
}
