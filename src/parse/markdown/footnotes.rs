//! Footnotes: numbered by their first reference, collected, written at the end.

use std::collections::HashMap;
use std::ops::Range;

use super::html;
use crate::model::Piece;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes {
    /// Of each name that was referred to: its number, and how often.
    references: HashMap<String, (usize, usize)>,
    notes: Vec<Note>,
    /// The definitions that are open, innermost last.
    open: Vec<usize>,
}

struct Note {
    name: String,
    /// The first line of the definition.
    range: Range<usize>,
    pieces: Vec<Piece>,
}

impl Footnotes {
    /// The pieces of the definition that is being written, if one is.
    pub(super) fn pieces(&mut self) -> Option<&mut Vec<Piece>> {
        let note = *self.open.last()?;
        self.notes.get_mut(note).map(|note| &mut note.pieces)
    }

    /// Whether a definition is being written.
    pub(super) fn is_inside(&self) -> bool {
        !self.open.is_empty()
    }

    /// The HTML of a reference.
    pub(super) fn refer(&mut self, name: &str) -> String {
        let next = self.references.len() + 1;
        let (number, count) = self.references.entry(name.to_owned()).or_insert((next, 0));
        *count += 1;
        let suffix = suffix(*count);
        format!(
            "<sup class=\"footnote-ref\"><a id=\"fnref-{number}{suffix}\" href=\"#fn-{number}\">{number}</a></sup>"
        )
    }

    /// A definition begins, whose first line stands at `range`.
    pub(super) fn define(&mut self, name: &str, range: Range<usize>) {
        self.open.push(self.notes.len());
        self.notes.push(Note { name: name.to_owned(), range, pieces: Vec::new() });
    }

    /// The innermost open definition ends.
    pub(super) fn end_definition(&mut self) {
        self.open.pop();
    }

    /// Definitions that nothing refers to: name and place.
    pub(super) fn unused(&self) -> Vec<(String, Range<usize>)> {
        let lost = self.notes.iter().filter(|note| !self.references.contains_key(&note.name));
        lost.map(|note| (note.name.clone(), note.range.clone())).collect()
    }

    /// The section of all notes, in the order of their numbers; nothing where there are none.
    pub(super) fn take_section(&mut self) -> Vec<Piece> {
        let mut notes: Vec<((usize, usize), Vec<Piece>)> = Vec::new();
        for note in std::mem::take(&mut self.notes) {
            // Of two definitions with one name the first counts.
            if let Some(&reference) = self.references.get(&note.name)
                && !notes.iter().any(|(other, _)| *other == reference)
            {
                notes.push((reference, note.pieces));
            }
        }
        if notes.is_empty() {
            return Vec::new();
        }
        notes.sort_by_key(|(reference, _)| *reference);
        let mut out = vec![Piece::Html("<section class=\"footnotes\"><ol>\n".into())];
        for ((number, count), pieces) in notes {
            push_note(number, count, pieces, &mut out);
        }
        out.push(Piece::Html("</ol></section>\n".into()));
        out
    }
}

/// One note, with a way back to each of its `count` references at the end of its last paragraph.
fn push_note(number: usize, count: usize, mut pieces: Vec<Piece>, out: &mut Vec<Piece>) {
    let last = pieces.len().checked_sub(1);
    let has_paragraph = html::take_back(&mut pieces, last, "</p>\n");
    for nth in 1..=count {
        let suffix = suffix(nth);
        let back = format!(
            " <a class=\"footnote-back\" href=\"#fnref-{number}{suffix}\" aria-label=\"{number}{suffix} ↩\">↩</a>"
        );
        html::push(&mut pieces, &back);
    }
    html::push(&mut pieces, if has_paragraph { "</p></li>\n" } else { "</li>\n" });
    out.push(Piece::Html(format!("<li id=\"fn-{number}\">")));
    out.append(&mut pieces);
}

fn suffix(nth: usize) -> String {
    if nth == 1 { String::new() } else { format!("-{nth}") }
}
