//! Where the things of a course are defined, and where they are named.

use std::ops::Range;
use std::sync::Arc;

use super::AuthorDesk;
use crate::model::{Body, Course, Document, Found, Kind, Link, Target};
use crate::source::Span;
use crate::yaml::{Id, Range as YamlRange, Visitor};

/// A thing with an id: a document, a term, an item or an area of the syllabus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thing {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Arc<str>,
}

/// How a place names a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamedBy {
    /// By its id.
    Id,
    /// By the path of its file.
    Path,
    /// By its words, as a term in `[[…]]`.
    Words,
}

/// A place that names a thing.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub thing: Thing,
    pub by: NamedBy,
    pub at: Range<usize>,
    /// Whether it is where the thing gets its id.
    pub is_definition: bool,
}

impl Thing {
    /// The thing of that kind and id.
    #[must_use]
    pub fn new(kind: Kind, id: &str) -> Self {
        Self { kind, id: Arc::from(id) }
    }

    fn of(document: &Document) -> Self {
        Self { kind: document.kind, id: Arc::clone(&document.id) }
    }
}

/// Every place in `document`, which has the text `text`, that names a thing.
pub(super) fn mentions(course: &Course, document: &Document, text: &str) -> Vec<Mention> {
    let mut mentions = Mentions { course, document, text, found: Vec::new() };
    document.visit(&mut mentions);
    let mut found = mentions.found;
    let mut defined = |kind: Kind, id: &Id| {
        let at = words_at(text, id.at, id);
        found.push(Mention { thing: Thing::new(kind, id), by: NamedBy::Id, at, is_definition: true });
    };
    match document.kind {
        Kind::Glossary => course.terms().iter().for_each(|term| defined(Kind::Term, &term.id)),
        Kind::Syllabus => {
            let syllabus = course.syllabus().into_iter();
            for syllabus in syllabus {
                syllabus.areas.iter().for_each(|area| defined(Kind::Area, &area.id));
                syllabus.items.iter().for_each(|item| defined(Kind::Item, &item.id));
            }
        }
        _ => {}
    }
    found.sort_by_key(|mention| (mention.at.start, mention.at.end));
    found
}

struct Mentions<'c> {
    course: &'c Course,
    document: &'c Document,
    text: &'c str,
    found: Vec<Mention>,
}

impl Mentions<'_> {
    fn link(&mut self, link: &Link) {
        let (thing, words, by) = match (&link.target, self.course.locate(self.document, &link.target)) {
            (Target::Entity { kind, id, .. }, _) => {
                let Some(kind) = Kind::LINKED.into_iter().find(|known| known.word() == kind) else { return };
                let word = format!("{}:{id}", kind.word());
                let at = words_at(self.text, link.at, &word);
                let at = at.end.saturating_sub(id.len()).max(at.start)..at.end;
                let mention =
                    Mention { thing: Thing::new(kind, id), by: NamedBy::Id, at, is_definition: false };
                return self.found.push(mention);
            }
            (Target::Path(path, _), Ok(Found::Document(document, _))) => {
                (Thing::of(document), path.as_str(), NamedBy::Path)
            }
            (Target::Term(words), Ok(Found::Term(term))) => {
                (Thing::new(Kind::Term, &term.id), words.as_str(), NamedBy::Words)
            }
            _ => return,
        };
        let at = words_at(self.text, link.at, words);
        self.found.push(Mention { thing, by, at, is_definition: false });
    }
}

impl<'a> Visitor<'a> for Mentions<'_> {
    fn body(&mut self, body: &'a Body, _: YamlRange) {
        for place in &body.exercises {
            self.reference(Kind::Exercise, &place.id, place.at);
        }
        body.links.iter().for_each(|link| self.link(link));
    }

    fn reference(&mut self, kind: Kind, id: &'a str, at: YamlRange) {
        let at = words_at(self.text, at, id);
        self.found.push(Mention { thing: Thing::new(kind, id), by: NamedBy::Id, at, is_definition: false });
    }
}

/// The place of `words` in `at`: the last, as what is written twice is meant where a name is. All of `at` if they are written otherwise.
fn words_at(text: &str, at: YamlRange, words: &str) -> Range<usize> {
    let at = at.start as usize..at.end as usize;
    match text.get(at.clone()).and_then(|written| written.rfind(words)) {
        Some(from) => at.start + from..at.start + from + words.len(),
        None => at,
    }
}

impl AuthorDesk {
    /// The thing that is named at byte `offset` of the text at `path`, and the place of its name.
    #[must_use]
    pub fn thing_at(&self, path: &str, offset: usize) -> Option<(Thing, Range<usize>)> {
        let mention = self.mention_at(path, offset)?;
        Some((mention.thing, mention.at))
    }

    pub(super) fn mention_at(&self, path: &str, offset: usize) -> Option<Mention> {
        let document = self.document(path)?;
        let all = mentions(self.course(), document, self.text(path));
        all.into_iter().find(|it| it.at.start <= offset && offset <= it.at.end)
    }

    /// Where the thing that is named at byte `offset` of the text at `path` is defined.
    #[must_use]
    pub fn definition(&self, path: &str, offset: usize) -> Option<Span> {
        match self.mention_at(path, offset) {
            Some(mention) => self.defined_at(&mention.thing),
            None => self.part_at(path, offset),
        }
    }

    /// Where a thing is defined: the place of its id, or the beginning of its file.
    #[must_use]
    pub fn defined_at(&self, thing: &Thing) -> Option<Span> {
        let course = self.course();
        let owner = match thing.kind {
            Kind::Term => Kind::Glossary,
            Kind::Item | Kind::Area => Kind::Syllabus,
            kind => return course.find(kind, &thing.id).map(|document| document.span()),
        };
        let document = course.of_kind(owner).next()?;
        let all = mentions(course, document, self.text(&document.path));
        let it = all.into_iter().find(|it| it.is_definition && it.thing == *thing)?;
        Some(span(&document.path, &it.at))
    }

    /// Every place that names `thing`, in the order of the paths; with the place of its definition, if that is asked for.
    #[must_use]
    pub fn references(&self, thing: &Thing, with_definition: bool) -> Vec<Span> {
        let all = self.mentions_of(thing);
        let wanted = all.into_iter().filter(|(_, it)| with_definition || !it.is_definition);
        let mut found: Vec<Span> = wanted.map(|(path, it)| span(&path, &it.at)).collect();
        let file = self.course().find(thing.kind, &thing.id).filter(|_| with_definition);
        found.extend(file.map(|document| document.span()));
        found
    }

    pub(super) fn mentions_of(&self, thing: &Thing) -> Vec<(Arc<str>, Mention)> {
        let course = self.course();
        let mut found = Vec::new();
        for document in &course.documents {
            let all = mentions(course, document, self.text(&document.path));
            let own = all.into_iter().filter(|it| it.thing == *thing);
            found.extend(own.map(|it| (Arc::clone(&document.path), it)));
        }
        found
    }
}

pub(super) fn span(path: &Arc<str>, at: &Range<usize>) -> Span {
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(path, byte(at.start), byte(at.end))
}
