//! What is in a text, and what is in a course, as lists to choose from.

use std::ops::Range;
use std::sync::Arc;

use super::loose::{Loose, LooseValue};
use super::names::Thing;
use super::{AuthorDesk, yaml_region};
use crate::model::Kind;
use crate::source::Span;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlined {
    /// Its name: the words of a heading, the id of a record.
    pub name: String,
    /// A few words beside it.
    pub detail: String,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// All of it.
    pub at: Range<usize>,
    /// Its name in the text.
    pub name_at: Range<usize>,
    /// Its own parts.
    pub parts: Vec<Outlined>,
}

/// A thing of the course, with its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitledThing {
    /// The thing.
    pub thing: Thing,
    /// Its title.
    pub title: String,
    /// Where it is defined.
    pub at: Span,
}

impl AuthorDesk {
    /// The parts of the text at `path`: the records with an id, then the headings.
    #[must_use]
    pub fn parts(&self, path: &str) -> Vec<Outlined> {
        let text = self.text(path);
        let mut parts = Vec::new();
        if let Some(region) = yaml_region(path, text) {
            of_tree(text, &Loose::read(text, region), &mut parts);
        }
        if let Some(document) = self.document(path) {
            let headings = &document.body.headings;
            let starts: Vec<usize> = headings.iter().map(|it| it.at.start as usize).collect();
            let mut below = headings.iter().enumerate().map(|(index, heading)| {
                let ends = headings[index + 1..].iter().position(|it| it.level <= heading.level);
                let end = ends.map_or(text.len(), |after| starts[index + 1 + after]);
                let at = starts[index]..end.max(heading.at.end as usize);
                let part = Outlined {
                    name: heading.text.clone(),
                    detail: String::new(),
                    is_heading: true,
                    name_at: at.start..heading.at.end as usize,
                    at,
                    parts: Vec::new(),
                };
                (heading.level, part)
            });
            let mut open: Vec<(u8, Outlined)> = Vec::new();
            for (level, part) in below.by_ref() {
                close(&mut open, &mut parts, level);
                open.push((level, part));
            }
            close(&mut open, &mut parts, 0);
        }
        parts
    }

    /// The things of the course whose title or id holds `query`, in the order of their paths.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<TitledThing> {
        let query = query.to_lowercase();
        let course = self.course();
        let documents = course.documents.iter().map(|document| TitledThing {
            thing: Thing { kind: document.kind, id: Arc::clone(&document.id) },
            title: document.title().to_owned(),
            at: document.span(),
        });
        let inner = course.of_kind(Kind::Glossary).flat_map(|document| {
            let place = |id: &crate::yaml::Id| Span::new(&document.path, id.at.start, id.at.end);
            course.terms().iter().map(move |term| TitledThing {
                thing: Thing { kind: Kind::Term, id: Arc::clone(&term.id.name) },
                title: term.term.value.0.to_string(),
                at: place(&term.id),
            })
        });
        let all = documents.chain(inner);
        all.filter(|it| it.title.to_lowercase().contains(&query) || it.thing.id.contains(&query)).collect()
    }
}

/// Closes the headings of `level` and below.
fn close(open: &mut Vec<(u8, Outlined)>, parts: &mut Vec<Outlined>, level: u8) {
    while let Some((_, part)) = open.pop_if(|(other, _)| *other >= level) {
        let outer = open.last_mut().map_or(&mut *parts, |(_, outer)| &mut outer.parts);
        outer.push(part);
    }
}

/// The records with an id in `node`, each with those inside it.
fn of_tree(text: &str, node: &Loose, parts: &mut Vec<Outlined>) {
    match &node.value {
        LooseValue::List(items) => items.iter().for_each(|item| of_tree(text, item, parts)),
        LooseValue::Map(entries) => {
            let id = entries.iter().find(|entry| &text[entry.key.clone()] == "id");
            let id = id.and_then(|entry| entry.value.as_ref()).filter(|value| value.words(text).is_some());
            let mut inner = Vec::new();
            entries
                .iter()
                .filter_map(|entry| entry.value.as_ref())
                .for_each(|it| of_tree(text, it, &mut inner));
            let Some(id) = id else { return parts.append(&mut inner) };
            let detail = ["title", "term", "label", "text"].iter().find_map(|key| node.scalar(key, text));
            let first = detail.unwrap_or_default().lines().next().unwrap_or_default();
            parts.push(Outlined {
                name: id.words(text).unwrap_or_default().to_owned(),
                detail: first.to_owned(),
                is_heading: false,
                at: node.at.start..node.at.end.max(id.at.end),
                name_at: id.at.clone(),
                parts: inner,
            });
        }
        LooseValue::Nothing | LooseValue::Scalar => {}
    }
}
