//! What can be found: every page with a text, every exercise, and every term of the glossary.
//!
//! Entries are in the order in which the search lists what is found alike: terms, pages of modules, what is on a shelf,
//! exercises, pages for authors. A text is made when it is asked for.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use super::words::{SearchWords, case_words, exercise_words, meeting_words, tidy};
use crate::model::{Content, Course, Document, Kind, ModuleShelf, Term};
use crate::theme::Theme;

/// One thing that can be found, as `text-N.js` holds it: kind, section, title, subtitle, address, other names and headings,
/// text, and what is shown only later.
#[derive(Serialize)]
pub(super) struct Entry {
    k: &'static str,
    pub(super) s: String,
    pub(super) t: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) b: Option<String>,
    u: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) n: String,
    pub(super) x: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) h: String,
}

/// What an entry is made from: an index into the course's terms or documents.
#[derive(Debug, Clone, Copy)]
enum Origin {
    Term(usize),
    Document(usize),
}

/// The groups of entries, in order, each with how many are in one text file: a file has some tens of kilobytes.
const GROUPS: [(EntryGroup, usize); 6] = [
    (EntryGroup::Term, 64),
    (EntryGroup::Page, 6),
    (EntryGroup::Case, 2),
    (EntryGroup::Shelf, 12),
    (EntryGroup::Exercise, 8),
    (EntryGroup::Authors, 4),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EntryGroup {
    Term,
    Page,
    Case,
    Shelf,
    Exercise,
    Authors,
}

/// Everything that can be found, in the order of its numbers.
pub(in super::super) struct Entries {
    course: Arc<Course>,
    theme: Arc<Theme>,
    order: Arc<EntryOrder>,
}

/// The entries of a course by number.
struct EntryOrder {
    entries: Vec<Origin>,
    /// The number of the first entry of each text file.
    starts: Vec<usize>,
    /// The number of the first page for authors.
    authors: usize,
    /// The place of a module's id among the modules.
    modules: HashMap<Arc<str>, usize>,
}

impl EntryOrder {
    fn new(course: &Course) -> Self {
        let modules: HashMap<Arc<str>, usize> =
            course.modules.iter().enumerate().map(|(index, it)| (Arc::clone(&it.id), index)).collect();
        let terms = (0..course.terms().len()).map(|index| (EntryGroup::Term, Origin::Term(index)));
        let documents = course.documents.iter().enumerate();
        let found = documents.filter_map(|(index, document)| {
            group_of(document, course, &modules).map(|group| (group, Origin::Document(index)))
        });
        let all: Vec<(EntryGroup, Origin)> = terms.chain(found).collect();
        let mut order = Self { entries: Vec::new(), starts: Vec::new(), authors: 0, modules };
        for (group, most) in GROUPS {
            order.authors = order.entries.len();
            let members = || all.iter().filter(|(it, _)| *it == group).map(|(_, from)| *from);
            let end = order.entries.len() + members().count();
            order.starts.extend((order.entries.len()..end).step_by(most));
            order.entries.extend(members());
        }
        order
    }
}

/// The group of a document; `None` where the search does not list it.
fn group_of(document: &Document, course: &Course, modules: &HashMap<Arc<str>, usize>) -> Option<EntryGroup> {
    match document.kind {
        Kind::Exercise => Some(EntryGroup::Exercise),
        Kind::Case => Some(EntryGroup::Case),
        Kind::Page | Kind::Module => {
            let module = modules.get(document.id.split('/').next().unwrap_or_default());
            let shelf = module.and_then(|&index| course.modules[index].shelf());
            Some(if shelf == Some(ModuleShelf::Authors) { EntryGroup::Authors } else { EntryGroup::Page })
        }
        kind => Kind::SHELVES.contains(&kind).then_some(EntryGroup::Shelf),
    }
}

impl Entries {
    /// The entries of `course`.
    pub(in super::super) fn new(course: &Arc<Course>, theme: &Arc<Theme>) -> Self {
        Self {
            order: Arc::new(EntryOrder::new(course)),
            course: Arc::clone(course),
            theme: Arc::clone(theme),
        }
    }

    /// The entries of `course`, which has the same documents and terms in the same order.
    pub(in super::super) fn after(&self, course: &Arc<Course>) -> Self {
        Self { course: Arc::clone(course), theme: Arc::clone(&self.theme), order: Arc::clone(&self.order) }
    }

    /// How the locale looks for words.
    pub(super) fn rules(&self) -> serde_json::Value {
        self.theme.locale.search_for_scripts()
    }

    /// How many there are.
    pub(in super::super) fn len(&self) -> usize {
        self.order.entries.len()
    }

    /// The number of the first entry of each text file.
    pub(in super::super) fn starts(&self) -> &[usize] {
        &self.order.starts
    }

    /// The number of the first page for authors.
    pub(super) fn authors(&self) -> usize {
        self.order.authors
    }

    /// The entries of a text file.
    pub(super) fn of_file(&self, file: usize) -> impl Iterator<Item = Entry> {
        let starts = &self.order.starts;
        let first = starts.get(file).copied().unwrap_or(self.len());
        let end = starts.get(file + 1).copied().unwrap_or(self.len());
        (first..end).filter_map(|number| self.get(number))
    }

    /// The names under which terms and roles are known, with the numbers of their entries.
    pub(super) fn names(&self) -> Vec<(usize, Vec<&str>)> {
        let entries = self.order.entries.iter().enumerate();
        entries.filter_map(|(number, from)| Some((number, self.names_of(*from)?))).collect()
    }

    fn names_of(&self, from: Origin) -> Option<Vec<&str>> {
        let names = match from {
            Origin::Term(index) => {
                let term = self.course.terms().get(index)?;
                let also = term.also.iter().map(|it| &***it);
                std::iter::once(&**term.term).chain(term.reading.as_deref()).chain(also).collect()
            }
            Origin::Document(index) => match &self.course.documents[index].content {
                Some(Content::Role(role)) => {
                    let also = role.also.iter().map(|it| &**it);
                    std::iter::once(&*role.title).chain(role.reading.as_deref()).chain(also).collect()
                }
                _ => return None,
            },
        };
        Some(names)
    }

    /// The entry of that number.
    pub(super) fn get(&self, number: usize) -> Option<Entry> {
        match *self.order.entries.get(number)? {
            Origin::Term(index) => self.course.terms().get(index).map(|term| self.of_term(term)),
            Origin::Document(index) => Some(self.of_document(&self.course.documents[index])),
        }
    }

    fn of_document(&self, document: &Document) -> Entry {
        let words = match &document.content {
            Some(Content::Case(case)) => case_words(case, &document.body),
            Some(Content::Exercise(exercise)) => exercise_words(document, exercise),
            Some(Content::Meeting(meeting)) => meeting_words(meeting),
            _ => SearchWords::of(document),
        };
        Entry {
            k: document.kind.word(),
            s: self.section(document),
            t: document.title().to_owned(),
            b: self.subtitle(document),
            u: self.course.url(document).unwrap_or_default(),
            n: words.names,
            x: words.open,
            h: words.later,
        }
    }

    /// Where a document belongs: its module, its shelf, the page that shows it.
    fn section(&self, document: &Document) -> String {
        match document.kind {
            Kind::Page => {
                let module = document.id.split('/').next().unwrap_or_default();
                let index = self.order.modules.get(module);
                index.map_or("", |&index| self.course.modules[index].title()).to_owned()
            }
            Kind::Module => String::new(),
            Kind::Exercise => self.course.shows(&document.id).map_or("", |page| page.title()).to_owned(),
            kind => self.theme.messages.text(&format!("shelf-{}", kind.word()), &[]),
        }
    }

    /// What a document is about: for a meeting, how it goes.
    fn subtitle(&self, document: &Document) -> Option<String> {
        match &document.content {
            Some(Content::Meeting(meeting)) => {
                Some(self.theme.messages.text(&format!("procedure-{}", meeting.procedure.word()), &[]))
            }
            _ => document.subtitle().map(str::to_owned),
        }
    }

    fn of_term(&self, term: &Term) -> Entry {
        let names =
            term.also.iter().map(|also| &***also).chain(term.reading.as_deref()).chain(term.en.as_deref());
        // What is written as the term is has been said.
        let names: Vec<&str> = names.filter(|name| !name.eq_ignore_ascii_case(&term.term)).collect();
        Entry {
            k: Kind::Term.word(),
            s: self.theme.messages.text("shelf-glossary", &[]),
            t: term.term.to_string(),
            b: None,
            u: format!("glossary/index.html#{}", &*term.id),
            n: tidy(&names.join("\n")),
            x: tidy(&term.definition.body.plain),
            h: String::new(),
        }
    }
}
