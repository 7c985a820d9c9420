//! A case that speaks of self-harm, abuse or violence says so before it begins.
//!
//! Readers have their own histories. A note lets them choose the time, or leave the case out. The words are the locale's.

use super::text_span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;

pub(super) fn content_notes(
    document: &Document,
    text: &str,
    context: &CheckContext,
    out: &mut Vec<Diagnostic>,
) {
    let Some(case) = document.case() else { return };
    let Some(themes) = context.locale.hard_themes().filter(|_| case.content_notes.is_empty()) else { return };
    if let Some((_, range)) = themes.find(text).next() {
        let word = text[range.clone()].to_owned();
        out.push(Diagnostic::new(Code::MissingContentNote, text_span(document, &range)).with("word", word));
    }
}
