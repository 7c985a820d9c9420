//! Footnotes on a page: marks, and the notes at the end of the part that marks them first.

use std::fmt::Write as _;

use super::place::Shown;
use super::text::TextWriter;
use crate::model::FootnoteMark;

impl TextWriter<'_> {
    /// The notes of the part `index`, each with a way back to every mark that is shown.
    pub(super) fn notes(&self, shown: &Shown<'_>, index: usize, out: &mut String) {
        let notes = shown.notes.get(index).map_or(&[][..], Vec::as_slice);
        if notes.is_empty() {
            return;
        }
        let prefix = &shown.prefix;
        out.push_str("<section class=\"footnotes\"><ol>\n");
        for &index in notes {
            let (note, number) = (&shown.body.notes[index as usize], index + 1);
            let _ = write!(out, "<li id=\"{prefix}fn-{number}\">");
            self.pieces(shown, &note.pieces, out);
            for &nth in &shown.marks[index as usize] {
                let mark = numbered(number, nth);
                let _ = write!(
                    out,
                    " <a class=\"footnote-back\" href=\"#{prefix}fnref-{mark}\" aria-label=\"{mark} ↩\">↩</a>"
                );
            }
            out.push_str(if note.ends_in_paragraph { "</p></li>\n" } else { "</li>\n" });
        }
        out.push_str("</ol></section>\n");
    }
}

/// A footnote mark.
pub(super) fn mark(shown: &Shown<'_>, mark: FootnoteMark, out: &mut String) {
    let (prefix, number) = (&shown.prefix, mark.note + 1);
    let id = numbered(number, mark.nth);
    let _ = write!(
        out,
        "<sup class=\"footnote-ref\"><a id=\"{prefix}fnref-{id}\" href=\"#{prefix}fn-{number}\">{number}</a></sup>"
    );
}

/// The number of a note's mark: `1` for the first, `1-2` for the second.
fn numbered(number: u32, nth: u32) -> String {
    if nth == 1 { number.to_string() } else { format!("{number}-{nth}") }
}
