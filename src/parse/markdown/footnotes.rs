//! Footnotes: numbered by their first mark, collected in that order.

use std::collections::HashMap;
use std::ops::Range;

use super::html;
use super::writer::clamp;
use crate::model::{Body, FootnoteMark, Note, Piece};

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes {
    /// For each name with a mark, in small letters: the index of its note, and the number of its marks.
    named: HashMap<String, (u32, u32)>,
    marks: Vec<FootnoteMark>,
    definitions: Vec<Definition>,
    /// The definitions that are open, innermost last.
    open: Vec<usize>,
}

#[derive(Default)]
struct Definition {
    name: String,
    /// The first line of the definition.
    range: Range<usize>,
    pieces: Vec<Piece>,
    plain: String,
}

impl Footnotes {
    /// The pieces of the definition that is being written, if one is.
    pub(super) fn pieces(&mut self) -> Option<&mut Vec<Piece>> {
        self.inside().map(|definition| &mut definition.pieces)
    }

    /// The words without markup of the definition that is being written, if one is.
    pub(super) fn plain(&mut self) -> Option<&mut String> {
        self.inside().map(|definition| &mut definition.plain)
    }

    fn inside(&mut self) -> Option<&mut Definition> {
        self.definitions.get_mut(*self.open.last()?)
    }

    /// Whether a definition is being written.
    pub(super) fn is_inside(&self) -> bool {
        !self.open.is_empty()
    }

    /// A mark of the note `name`.
    pub(super) fn mark(&mut self, name: &str) -> Piece {
        let next = clamp(self.named.len());
        let (note, nth) = self.named.entry(name.to_lowercase()).or_insert((next, 0));
        *nth += 1;
        self.marks.push(FootnoteMark { note: *note, nth: *nth });
        Piece::FootnoteRef(clamp(self.marks.len() - 1))
    }

    /// A definition begins, whose first line is at `range`.
    pub(super) fn define(&mut self, name: &str, range: Range<usize>) {
        self.open.push(self.definitions.len());
        self.definitions.push(Definition { name: name.to_owned(), range, ..Definition::default() });
    }

    /// The innermost open definition ends.
    pub(super) fn end_definition(&mut self) {
        self.open.pop();
    }

    /// Definitions that no mark opens: name and place.
    pub(super) fn unused(&self) -> Vec<(String, Range<usize>)> {
        let lost = self.definitions.iter().filter(|it| !self.named.contains_key(&it.name.to_lowercase()));
        lost.map(|it| (it.name.clone(), it.range.clone())).collect()
    }

    /// Hands the notes and their marks over to `body`. Of two definitions with one name the first counts.
    pub(super) fn finish(self, body: &mut Body) {
        let mut first: Vec<Option<Definition>> = (0..self.named.len()).map(|_| None).collect();
        for definition in self.definitions {
            if let Some(&(note, _)) = self.named.get(&definition.name.to_lowercase()) {
                first[note as usize].get_or_insert(definition);
            }
        }
        for definition in first {
            let mut definition = definition.unwrap_or_default();
            let last = definition.pieces.len().checked_sub(1);
            let ends_in_paragraph = html::take_back(&mut definition.pieces, last, "</p>\n");
            body.notes.push(Note { pieces: definition.pieces, ends_in_paragraph });
            body.plain.push('\n');
            body.plain.push_str(&definition.plain);
        }
        body.marks = self.marks;
    }
}
