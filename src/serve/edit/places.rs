//! Places as the editor counts them: a line from 1, and the code units of UTF-16 before the place in it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::source::WrittenPlaces;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct EditorPlace {
    pub line: usize,
    pub column: usize,
}

/// A text as an editor has it, which is read with settled characters.
pub(super) struct EditorText<'t> {
    text: &'t str,
    written: WrittenPlaces,
}

impl<'t> EditorText<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, written: WrittenPlaces::new(text) }
    }

    /// The place of a byte of the settled text.
    pub(super) fn place(&self, byte: usize) -> EditorPlace {
        let byte = self.written.written(u32::try_from(byte).unwrap_or(u32::MAX)) as usize;
        let before = &self.text[..self.text.floor_char_boundary(byte)];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        EditorPlace { line, column: before[start..].encode_utf16().count() }
    }

    /// Both ends of some bytes of the settled text.
    pub(super) fn range(&self, bytes: &Range<usize>) -> [EditorPlace; 2] {
        [self.place(bytes.start), self.place(bytes.end)]
    }

    /// The byte of the settled text at a place. One past the end of its line is the end of the line.
    pub(super) fn byte(&self, place: EditorPlace) -> usize {
        let lines = self.text.split_inclusive('\n').take(place.line.saturating_sub(1));
        let start: usize = lines.map(str::len).sum();
        let line = self.text[start..].split(['\n', '\r']).next().unwrap_or_default();
        let mut units = 0;
        let within = line.char_indices().find(|(_, sign)| {
            units += sign.len_utf16();
            units > place.column
        });
        let byte = start + within.map_or(line.len(), |(at, _)| at);
        self.written.settled(u32::try_from(byte).unwrap_or(u32::MAX)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_and_its_place_lead_to_each_other() {
        let text = "一行目\n𠮷野家で😀\n\n終";
        let places = EditorText::new(text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(places.byte(places.place(byte)), byte);
        }
        assert_eq!(places.place("一行目\n𠮷".len()), EditorPlace { line: 2, column: 2 });
        assert_eq!(places.byte(EditorPlace { line: 1, column: 99 }), "一行目".len());
        assert_eq!(places.byte(EditorPlace { line: 99, column: 0 }), text.len());
    }

    #[test]
    fn a_letter_in_parts_is_one_place() {
        let text = "フ\u{309a}ロ";
        let places = EditorText::new(text);
        assert_eq!(places.place("プ".len()), EditorPlace { line: 1, column: 2 });
        assert_eq!(places.byte(EditorPlace { line: 1, column: 2 }), "プ".len());
    }
}
