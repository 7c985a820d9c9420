//! What learners see needs nothing that is for facilitators only: a link would lead nowhere, an exercise would be missing, and its
//! name would say that there is something.

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, Course, Document, Found, Kind, for_learners};
use crate::yaml::{Range, Visitor};

pub(super) fn for_facilitators_only(
    document: &Document,
    _: &str,
    course: &Course,
    out: &mut Vec<Diagnostic>,
) {
    let is_open = course.info().is_some_and(|info| info.edition.is_some());
    if is_open || !course.has_part_for_facilitators() || course.is_for_facilitators(document) {
        return;
    }
    let seen = for_learners(document);
    seen.as_ref().unwrap_or(document).visit(&mut Needs { document, course, out });
}

struct Needs<'c> {
    document: &'c Document,
    course: &'c Course,
    out: &'c mut Vec<Diagnostic>,
}

impl Needs<'_> {
    /// Reports that the place `at` needs `other`, if that is for facilitators only.
    fn needs(&mut self, what: &'static str, other: &Document, at: Range) {
        if !self.course.is_for_facilitators(other) {
            return;
        }
        let diagnostic = Diagnostic::new(Code::ForFacilitatorsOnly, span(self.document, at));
        let place = other.audience().map_or_else(|| other.span(), |audience| span(other, audience.at));
        self.out.push(diagnostic.with("what", what).with("path", &*other.path).related(place));
    }
}

impl<'a> Visitor<'a> for Needs<'_> {
    fn body(&mut self, body: &'a Body, _: Range) {
        for link in &body.links {
            if let Ok(Found::Document(other, _)) = self.course.locate(self.document, &link.target) {
                self.needs("link", other, link.at);
            }
        }
        for place in &body.exercises {
            if let Some(other) = self.course.find(Kind::Exercise, &place.id) {
                self.needs("exercise", other, place.at);
            }
        }
    }

    fn reference(&mut self, kind: Kind, id: &'a str, at: Range) {
        if let Some(other) = self.course.find(kind, id) {
            self.needs("key", other, at);
        }
    }
}
