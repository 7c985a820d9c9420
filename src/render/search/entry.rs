//! What can be found: every page with a text, and every term of the glossary. A text is made when it is asked for.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;

use crate::model::{Body, Content, Course, Document, Kind, Term};
use crate::theme::Theme;
use crate::yaml::{Range, Shape, Visitor};

/// One thing that can be found, as `text-N.js` holds it: kind, section, title, subtitle, address, text.
#[derive(Serialize)]
pub(super) struct Entry {
    k: &'static str,
    pub(super) s: String,
    pub(super) t: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    b: Option<String>,
    u: String,
    pub(super) x: String,
}

/// Everything that can be found, in the order of its numbers.
pub(in super::super) struct Entries {
    course: Arc<Course>,
    theme: Arc<Theme>,
    /// Indices into the course's documents. Behind them come the terms.
    documents: Arc<Vec<usize>>,
    /// The place of a module's id among the modules.
    modules: Arc<HashMap<Arc<str>, usize>>,
}

impl Entries {
    /// The entries of `course`.
    pub(in super::super) fn new(course: &Arc<Course>, theme: &Arc<Theme>) -> Self {
        let documents = course.documents.iter().enumerate();
        let found = documents.filter(|(_, document)| document.kind.is_searched()).map(|(index, _)| index);
        let modules =
            course.modules.iter().enumerate().map(|(index, module)| (Arc::clone(&module.id), index));
        Self {
            documents: Arc::new(found.collect()),
            modules: Arc::new(modules.collect()),
            course: Arc::clone(course),
            theme: Arc::clone(theme),
        }
    }

    /// The entries of `course`, which has the same documents and terms in the same order.
    pub(in super::super) fn after(&self, course: &Arc<Course>) -> Self {
        Self {
            course: Arc::clone(course),
            theme: Arc::clone(&self.theme),
            documents: Arc::clone(&self.documents),
            modules: Arc::clone(&self.modules),
        }
    }

    /// How the locale looks for words.
    pub(super) fn rules(&self) -> serde_json::Value {
        self.theme.locale.search_for_scripts()
    }

    /// How many there are.
    pub(in super::super) fn len(&self) -> usize {
        self.documents.len() + self.course.terms().len()
    }

    /// The document of the entry of that number; a term of the glossary has none, because every document can see it.
    pub(in super::super) fn document(&self, number: usize) -> Option<&Arc<Document>> {
        self.documents.get(number).map(|&index| &self.course.documents[index])
    }

    /// The entry of that number.
    pub(super) fn get(&self, number: usize) -> Option<Entry> {
        match self.documents.get(number) {
            Some(&index) => Some(self.of_document(&self.course.documents[index])),
            None => self.course.terms().get(number - self.documents.len()).map(|term| self.of_term(term)),
        }
    }

    fn of_document(&self, document: &Document) -> Entry {
        let section = match document.kind {
            Kind::Page => {
                let module = document.id.split('/').next().unwrap_or_default();
                self.modules.get(module).map_or("", |&index| self.course.modules[index].title()).to_owned()
            }
            Kind::Module => String::new(),
            kind => self.theme.messages.text(&format!("shelf-{}", kind.word()), &[]),
        };
        Entry {
            k: document.kind.word(),
            s: section,
            t: document.title().to_owned(),
            b: document.subtitle().map(str::to_owned),
            u: document.url().unwrap_or_default(),
            x: text_of(document),
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
            x: tidy(&format!("{}\n{}", names.join(" "), term.definition.body.plain)),
        }
    }
}

/// Every text of a document but its title, and but the cards of a meeting.
fn text_of(document: &Document) -> String {
    struct PlainTexts<'d>(String, &'d str);
    impl<'a> Visitor<'a> for PlainTexts<'_> {
        fn body(&mut self, body: &'a Body, _: Range) {
            self.0.push_str(&body.plain);
            self.0.push('\n');
        }
        fn reference(&mut self, _: Kind, _: &'a str, _: Range) {}
        fn text(&mut self, text: &'a str) {
            if text != self.1 {
                self.0.push_str(text);
                self.0.push('\n');
            }
        }
    }
    let mut texts = PlainTexts(String::new(), document.title());
    match &document.content {
        // What only one role knows is not found by the search.
        Some(Content::Meeting(meeting)) => {
            meeting.purpose.visit(&mut texts);
            meeting.summary.visit(&mut texts);
            meeting.rules.visit(&mut texts);
            meeting.steps.visit(&mut texts);
        }
        _ => document.visit(&mut texts),
    }
    tidy(&texts.0)
}

/// A text in one line.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
