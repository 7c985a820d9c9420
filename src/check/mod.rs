//! Checking: [`Document`]s become a [`Course`], and every rule is applied to it.
//!
//! A rule is one file in `rules/`: why it is there, the function, and its row in [`RULES`]. The sentences of what it
//! tells are in `diagnostic/messages`; a fixture in `tests/sites` triggers it and another comes near.

mod rules;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::{Course, Document};
use crate::source::Sources;
pub use rules::RULES;

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Rule {
    /// One document, in its course. `text` is the whole file.
    Document(fn(document: &Document, text: &str, course: &Course, out: &mut Vec<Diagnostic>)),
    /// The course as a whole.
    Course(fn(course: &Course, sources: &Sources, out: &mut Vec<Diagnostic>)),
}

/// Files `documents` as a course and applies every rule.
#[must_use]
pub fn check(documents: Vec<Arc<Document>>, sources: &Sources) -> (Course, Vec<Diagnostic>) {
    let course = Course::new(documents, sources.assets.clone());
    let mut diagnostics: Vec<Diagnostic> = course
        .documents
        .par_iter()
        .flat_map_iter(|document| {
            let mut out = Vec::new();
            for rule in RULES {
                if let Rule::Document(apply) = rule {
                    apply(document, sources.text(&document.path), &course, &mut out);
                }
            }
            out
        })
        .collect();
    for rule in RULES {
        if let Rule::Course(apply) = rule {
            apply(&course, sources, &mut diagnostics);
        }
    }
    (course, diagnostics)
}
