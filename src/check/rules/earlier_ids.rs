//! An earlier id (`was`) belongs to one thing only, and to none that has it now.
//!
//! Answers that were written under it are shown where it is listed. If two things had it, nobody could say whose answers they are.

use std::collections::HashMap;

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Kind};
use crate::source::Sources;
use crate::yaml::Id;

pub(super) fn earlier_ids(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(Kind, &str), (&Document, &Id)> = HashMap::new();
    for document in &course.documents {
        for id in document.earlier_ids().unwrap_or_default() {
            let (why, other) = if let Some(owner) = course.find(document.kind, id) {
                (if owner.path == document.path { "own" } else { "lives" }, owner.span())
            } else if let Some((first, at)) = seen.insert((document.kind, &id.name), (document, id)) {
                ("twice", span(first, at.at))
            } else {
                continue;
            };
            let diagnostic = Diagnostic::new(Code::TakenEarlierId, span(document, id.at)).with("why", why);
            out.push(diagnostic.with("kind", document.kind.word()).with("id", &**id).related(other));
        }
    }
}
