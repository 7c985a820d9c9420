//! Every id that YAML or a fenced block refers to is declared somewhere.

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, Course, Document, Kind, is_alike};
use crate::yaml::{Range, Visitor};

pub(super) fn references(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    document.visit(&mut References { document, course, out });
}

struct References<'c> {
    document: &'c Document,
    course: &'c Course,
    out: &'c mut Vec<Diagnostic>,
}

impl References<'_> {
    /// The ids between the full-width commas in `text`, if all are known.
    fn several(&self, kind: Kind, text: &str) -> Option<String> {
        let ids: Vec<&str> = text.split(['、', '，']).map(str::trim).collect();
        (ids.len() > 1 && ids.iter().all(|id| self.course.has(kind, id))).then(|| ids.join(", "))
    }

    /// The id of the thing of `kind` that has this title.
    fn titled(&self, kind: Kind, title: &str) -> Option<String> {
        let is_it = |known: &str| is_alike(known, title);
        if kind == Kind::Item {
            let item = self.course.syllabus()?.items.iter().find(|item| is_it(&item.title))?;
            return Some(item.id.to_string());
        }
        let document = self.course.of_kind(kind).find(|document| is_it(document.title()))?;
        Some(document.id.to_string())
    }
}

impl<'a> Visitor<'a> for References<'_> {
    fn body(&mut self, body: &'a Body, _: Range) {
        for place in &body.exercises {
            self.reference(Kind::Exercise, &place.id, place.at);
        }
    }

    fn reference(&mut self, kind: Kind, id: &str, at: Range) {
        if !self.course.has(kind, id) {
            let diagnostic = Diagnostic::new(Code::UnknownReference, span(self.document, at));
            let diagnostic = diagnostic.with("kind", kind.word()).with("id", id);
            // An author who writes the title means the id that has it, and one who writes a full-width comma two ids.
            self.out.push(match self.titled(kind, id).or_else(|| self.several(kind, id)) {
                Some(meant) => diagnostic.meant(id, &meant),
                None => diagnostic.near(id, self.course.ids(kind)),
            });
        }
    }
}
