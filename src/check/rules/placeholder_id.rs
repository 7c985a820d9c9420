//! The id of a course is its own. Answers are kept in the browser under it: two courses with the id of the example would mix them.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Document, PLACEHOLDER_ID};

pub(super) fn placeholder_id(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    if let Some(info) = document.info().filter(|info| &*info.id == PLACEHOLDER_ID) {
        let diagnostic = Diagnostic::new(Code::PlaceholderId, span(document, info.id.at));
        out.push(diagnostic.with("id", PLACEHOLDER_ID).with("example", "listening-2026-k7mq"));
    }
}
