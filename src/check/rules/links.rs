//! Every link leads somewhere: to a thing of the course, a part of it, a heading, a file, a term.
//!
//! A dead link costs a learner the way back, most of all on paper and offline. All links of all texts are looked up,
//! also those in front matter and in YAML.

use std::collections::HashSet;

use super::{each_body, span};
use crate::check::meant_file::meant_file;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Kind, Link, Missing, Target};

pub(super) fn links(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    each_body(document, |body| {
        for link in &body.links {
            if let Err(missing) = course.locate(document, &link.target) {
                out.push(explained(document, course, link, missing));
            }
        }
    });
}

fn explained(document: &Document, course: &Course, link: &Link, missing: Missing) -> Diagnostic {
    let at = span(document, link.at);
    let diagnostic = |code| Diagnostic::new(code, at);
    match (&link.target, missing) {
        (Target::Entity { kind, .. }, Missing::Kind) => {
            let words = Kind::LINKED.map(Kind::word);
            diagnostic(Code::UnknownKind).with("kind", kind).with("known", words.join(", ")).near(kind, words)
        }
        (Target::Entity { id, .. }, Missing::Id(kind)) => diagnostic(Code::UnknownReference)
            .with("kind", kind.word())
            .with("id", id)
            .near(id, course.ids(kind)),
        (Target::Entity { id, member, .. }, Missing::Member(kind)) => {
            let member = member.as_deref().unwrap_or_default();
            let owner = course.find(kind, id);
            let known = owner.iter().flat_map(|owner| anchors(owner));
            diagnostic(Code::UnknownMember)
                .with("kind", kind.word())
                .with("id", id)
                .with("member", member)
                .near(member, known)
        }
        (Target::Term(term), Missing::Ambiguous(first, second)) => {
            diagnostic(Code::AmbiguousTerm).with("term", term).with("first", &*first).with("second", &*second)
        }
        (Target::Term(term), _) => {
            let diagnostic = diagnostic(Code::UnknownTerm).with("term", term).with("free", free_id(course));
            let narrow = term.replace('｜', "|");
            if narrow != **term {
                return diagnostic.with("what", "term").meant(term, &narrow);
            }
            // Other programs write links to pages like that.
            if let Some(page) = course.documents.iter().find(|other| is_named(other, term)) {
                let target = format!("{}:{}", page.kind.word(), page.id);
                return diagnostic.with("what", "page").with("target", target);
            }
            diagnostic.with("what", "term").near(term, course.term_names())
        }
        (Target::Anchor(anchor), _) => diagnostic(Code::DeadAnchor)
            .with("anchor", anchor)
            .with("path", "")
            .near(anchor, anchors(document)),
        (Target::Path(_, anchor), Missing::Anchor(path)) => {
            let anchor = anchor.as_deref().unwrap_or_default();
            let known = course.at_path(&path).into_iter().flat_map(|other| anchors(other));
            diagnostic(Code::DeadAnchor).with("anchor", anchor).with("path", &*path).near(anchor, known)
        }
        (Target::Path(path, _), Missing::Outside) => diagnostic(Code::OutsideCourse).with("path", path),
        (Target::Path(path, _), _) => {
            let documents = course.documents.iter().map(|other| &*other.path);
            let known: Vec<&str> = documents.chain(course.assets.keys().map(|path| &**path)).collect();
            let kind = if path.starts_with("www.") { "address" } else { "file" };
            let diagnostic = diagnostic(Code::DeadLink).with("path", path).with("kind", kind);
            match meant_file(&document.path, path, &known) {
                Some(meant) => diagnostic.meant(path, &meant),
                None => diagnostic,
            }
        }
        (Target::External(_) | Target::Entity { .. }, _) => {
            diagnostic(Code::DeadLink).with("path", "").with("kind", "file")
        }
    }
}

/// Whether `name` is the title of a document that can be linked to, or the name of its file.
fn is_named(document: &Document, name: &str) -> bool {
    let file = document.path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Kind::LINKED.contains(&document.kind) && (name == file || name == stem || document.title() == name)
}

/// An id that no term of the glossary has: its author may change it, but it works as it is.
fn free_id(course: &Course) -> String {
    let ids: HashSet<&str> = course.ids(Kind::Term).collect();
    let names = (1..).map(|number| format!("term-{number}"));
    names.take(ids.len() + 1).find(|name| !ids.contains(name.as_str())).unwrap_or_default()
}

fn anchors(document: &Document) -> impl Iterator<Item = &str> {
    document.body.headings.iter().map(|heading| &*heading.id).chain(document.parts())
}
