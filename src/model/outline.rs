//! The tables for looking documents up in a course: by kind, name and path.
//!
//! An [`Outline`] is shared by all courses in which only the bodies of pages differ, as [`crate::fresh::has_same_outline`]
//! decides. It holds indices into the list of documents, never documents.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::edition::for_facilitators;
use super::{Content, Document, Kind};

#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The documents of each kind, in order.
    pub kinds: HashMap<Kind, Vec<usize>>,
    /// Of two with the same name the first whose content is known counts.
    pub names: HashMap<Kind, HashMap<Arc<str>, usize>>,
    /// Documents that do not count because of another with the same name, and that other.
    pub namesakes: Vec<(usize, usize)>,
    pub paths: HashMap<Arc<str>, usize>,
    /// The first document whose text shows each exercise.
    pub shown: HashMap<Arc<str>, usize>,
    /// The terms of the glossary by every way to write them.
    pub terms: HashMap<Arc<str>, Vec<usize>>,
    /// The same by the form in which texts are compared: `[[らぽーる]]` means ラポール.
    pub alike_terms: HashMap<String, Vec<usize>>,
    pub term_ids: HashMap<Arc<str>, usize>,
    /// The documents that are for facilitators only.
    pub for_facilitators: HashSet<usize>,
}

impl Outline {
    pub(super) fn new(documents: &[Arc<Document>]) -> Self {
        let mut outline = Self {
            paths: HashMap::with_capacity(documents.len()),
            for_facilitators: for_facilitators(documents),
            ..Self::default()
        };
        for (index, document) in documents.iter().enumerate() {
            outline.file(index, documents);
            if let Some(Content::Glossary(glossary)) = &document.content {
                for (index, term) in glossary.terms.iter().enumerate() {
                    outline.term_ids.entry(Arc::clone(&term.id.name)).or_insert(index);
                    for name in std::iter::once(&term.term).chain(&term.also) {
                        outline.terms.entry(Arc::clone(&name.value.0)).or_default().push(index);
                        let alike = outline.alike_terms.entry(super::normalised(name)).or_default();
                        // Two spellings of one term are one.
                        if alike.last() != Some(&index) {
                            alike.push(index);
                        }
                    }
                }
            }
        }
        outline
    }

    fn file(&mut self, index: usize, documents: &[Arc<Document>]) {
        let document = &documents[index];
        self.kinds.entry(document.kind).or_default().push(index);
        match self.names.entry(document.kind).or_default().entry(Arc::clone(&document.id)) {
            Entry::Occupied(mut named) => {
                let is_known_now = documents[*named.get()].content.is_none() && document.content.is_some();
                let other = if is_known_now { named.insert(index) } else { index };
                self.namesakes.push((other, *named.get()));
            }
            Entry::Vacant(place) => drop(place.insert(index)),
        }
        self.paths.insert(Arc::clone(&document.path), index);
        for place in &document.body.exercises {
            self.shown.entry(Arc::clone(&place.id)).or_insert(index);
        }
    }
}
