//! Every id that YAML or a fenced block refers to is declared somewhere.

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, Course, Document, Kind};
use crate::yaml::{Range, Visitor};

pub(super) fn references(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    document.visit(&mut References { document, course, out });
}

struct References<'c> {
    document: &'c Document,
    course: &'c Course,
    out: &'c mut Vec<Diagnostic>,
}

impl<'a> Visitor<'a> for References<'_> {
    fn body(&mut self, body: &'a Body, _: Range) {
        for place in &body.exercises {
            self.reference(Kind::Exercise, &place.id, place.at);
        }
    }

    fn reference(&mut self, kind: Kind, id: &str, at: Range) {
        if !self.course.has(kind, id) {
            let told = Diagnostic::new(Code::UnknownReference, span(self.document, at));
            self.out.push(told.with("kind", kind.word()).with("id", id).near(id, self.course.ids(kind)));
        }
    }
}
