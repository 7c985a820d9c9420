//! Checking: [`Document`]s become a [`Course`], and every rule is applied to it.
//!
//! A rule is one file in `rules/`: why it is there, the function, and its row in [`RULES`]. The sentences of what it
//! reports are in `diagnostic/messages`; one fixture in `tests/sites` triggers it, and one is a near miss.
//!
//! 1. [`check_alone`] applies to one document the rules that look at nothing else;
//! 2. [`check`] files the documents as a course, and applies those that look at one document in its course, then those
//!    that look at the whole. After an edit of words within pages, only those pages are looked at in their course again.

mod course_wording;
mod meant_file;
mod rules;
mod unmarked;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::fresh::dirty_documents;
use crate::locale::Locale;
use crate::model::{Course, Document};
use crate::source::Sources;
use crate::yaml::Text;
pub use course_wording::{CourseWording, WordFound};
pub use rules::RULES;
pub(crate) use rules::is_device;

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Rule {
    /// One document by itself. `text` is the whole file.
    Alone(fn(document: &Document, text: &str, context: &CheckContext, out: &mut Vec<Diagnostic>)),
    /// One document, in its course. It may read only what the [`Document::face_hash`] of the other documents
    /// covers, but may point to any place in them. `text` is the whole file.
    Document(fn(document: &Document, text: &str, course: &Course, out: &mut Vec<Diagnostic>)),
    /// The course as a whole.
    Course(fn(course: &Course, sources: &Sources, out: &mut Vec<Diagnostic>)),
}

/// What a rule knows of the course that a document is in.
#[derive(Debug, Clone)]
pub struct CheckContext {
    /// The words that `course.yaml` allows.
    pub allow: Vec<Text>,
    /// The words that `wording.yaml` says to avoid.
    pub wording: Arc<CourseWording>,
    /// The language.
    pub locale: Arc<Locale>,
}

impl CheckContext {
    /// For a document that is in no course.
    #[must_use]
    pub fn of_no_course(locale: Arc<Locale>) -> Self {
        let wording = Arc::new(CourseWording::new(None, locale.rules.spaced));
        Self { allow: Vec::new(), wording, locale }
    }
}

/// A course that was checked.
pub struct Checked {
    /// The course.
    pub course: Arc<Course>,
    /// What is wrong among its documents.
    pub diagnostics: Vec<Diagnostic>,
    /// The diagnostics that were found in one document.
    of_documents: Vec<Diagnostic>,
}

/// Checks `document` by itself. `text` is the whole file.
#[must_use]
pub fn check_alone(document: &Document, text: &str, context: &CheckContext) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for rule in RULES {
        if let Rule::Alone(apply) = rule {
            apply(document, text, context, &mut out);
        }
    }
    out
}

/// Files `documents` as a course and applies every rule but those of [`check_alone`]. `before` is the course before an edit:
/// documents that did not change, and cannot see what changed, keep their findings.
#[must_use]
pub fn check(documents: Vec<Arc<Document>>, sources: &Sources, before: Option<&Checked>) -> Checked {
    let assets = sources.assets.clone();
    let course = match before {
        Some(before) => Course::after(&before.course, documents, assets),
        None => Course::new(documents, assets),
    };
    let scope = before.and_then(|before| dirty_documents(&before.course, &course, &before.of_documents));
    let (dirty, mut of_documents) = scope.unwrap_or_else(|| (course.documents.iter().collect(), Vec::new()));
    of_documents.par_extend(dirty.into_par_iter().flat_map_iter(|document| {
        let mut out = Vec::new();
        for rule in RULES {
            if let Rule::Document(apply) = rule {
                apply(document, sources.text(&document.path), &course, &mut out);
            }
        }
        out
    }));
    let mut diagnostics = of_documents.clone();
    for rule in RULES {
        if let Rule::Course(apply) = rule {
            apply(&course, sources, &mut diagnostics);
        }
    }
    Checked { course: Arc::new(course), diagnostics, of_documents }
}
