//! Where a text is shown on a page: what its ids begin with, and which of its footnotes go with which of its parts.
//!
//! A page's own text is at home on it: its ids are as they are. Any other text, and the same text a second time, is shown in
//! a place whose name comes before each of its ids, so that no id is on a page twice and every mark opens its own note.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::readings::ReadWords;
use crate::model::{Body, Document, Piece};

/// What is known of a page while it is rendered.
#[derive(Default)]
pub(super) struct PageState {
    /// The first failure of a template within a text, to be reported with the page.
    pub failure: RefCell<Option<tera::Error>>,
    /// How many places have each name.
    places: RefCell<HashMap<String, usize>>,
    /// The words with readings that it uses.
    pub words: ReadWords,
}

impl PageState {
    /// How many places of the page have the name `name`, with this one.
    fn claim(&self, name: &str) -> usize {
        let mut places = self.places.borrow_mut();
        let count = places.entry(name.to_owned()).or_insert(0);
        *count += 1;
        *count
    }
}

/// A text in its place. It may be shown in several parts, which share the place.
pub(super) struct Shown<'b> {
    pub body: &'b Body,
    /// What every id begins with.
    pub prefix: String,
    /// Whether it is at home: the page's own text, the first time.
    pub is_home: bool,
    /// For each note: for each of its marks that is shown, how many marks open the note up to it.
    pub marks: Vec<Vec<u32>>,
    /// For each part: the notes that are first marked in it.
    pub notes: Vec<Vec<u32>>,
    /// The anchors of the headings that are shown.
    anchors: HashSet<&'b str>,
}

impl<'b> Shown<'b> {
    /// `parts` of `body`, a text of `owner`, on the page of `page`.
    pub(super) fn new(
        body: &'b Body,
        parts: &[&'b [Piece]],
        (owner, page): (Option<&Document>, Option<&Document>),
        state: Option<&PageState>,
    ) -> Self {
        let mut shown = Self {
            body,
            prefix: String::new(),
            is_home: false,
            marks: vec![Vec::new(); body.notes.len()],
            notes: Vec::new(),
            anchors: HashSet::new(),
        };
        let has_ids = !(body.headings.is_empty() && body.notes.is_empty() && body.sentences.is_empty());
        if has_ids {
            let claim = |name: &str| state.map_or(1, |state| state.claim(name));
            let is_own = page.is_some_and(|page| std::ptr::eq(&raw const page.body, body));
            shown.is_home = is_own && claim("") == 1;
            if !shown.is_home {
                shown.prefix = prefix(owner, claim);
            }
            let mut seen = vec![false; body.notes.len()];
            shown.notes = parts.iter().map(|part| shown.trace(part, &mut seen)).collect();
        }
        shown
    }

    /// Records what is shown in `part` and in its notes. Returns the notes that no part before it has `seen`.
    fn trace(&mut self, part: &'b [Piece], seen: &mut [bool]) -> Vec<u32> {
        let body = self.body;
        let mut notes = Vec::new();
        let mut left: Vec<&'b [Piece]> = vec![part];
        while let Some(pieces) = left.pop() {
            for piece in pieces {
                match piece {
                    Piece::HeadingStart(index) => {
                        self.anchors.insert(&body.headings[*index as usize].id);
                    }
                    Piece::FootnoteRef(index) => {
                        let mark = body.marks[*index as usize];
                        self.marks[mark.note as usize].push(mark.nth);
                        if !std::mem::replace(&mut seen[mark.note as usize], true) {
                            notes.push(mark.note);
                            left.push(&body.notes[mark.note as usize].pieces);
                        }
                    }
                    _ => {}
                }
            }
        }
        notes.sort_unstable();
        notes
    }

    /// Whether a heading with that anchor is shown here.
    pub(super) fn has(&self, anchor: &str) -> bool {
        self.anchors.contains(anchor)
    }
}

/// The prefix of a place that shows a text of `owner`: `case-collection-box-`, and `case-collection-box-2-` the second time.
fn prefix(owner: Option<&Document>, claim: impl Fn(&str) -> usize) -> String {
    let name = owner.map_or("course".to_owned(), |owner| {
        let mut name = owner.kind.word().to_owned();
        for part in owner.id.split('/') {
            name.push('-');
            name.push_str(part);
        }
        name
    });
    match claim(&name) {
        1 => format!("{name}-"),
        nth => format!("{name}-{nth}-"),
    }
}
