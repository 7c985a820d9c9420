//! Places in a text: byte ranges inside, lines and columns for people.

use std::sync::Arc;

use crate::steps;

/// A place in a file of the course: a byte range of its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file, as in [`super::Source::path`].
    pub path: Arc<str>,
    /// The first byte.
    pub start: u32,
    /// The byte after the last; equal to `start` for a place between two characters.
    pub end: u32,
}

impl Span {
    /// A span of `path` from byte `start` to byte `end`.
    #[must_use]
    pub fn new(path: &Arc<str>, start: u32, end: u32) -> Self {
        Self { path: Arc::clone(path), start, end: end.max(start) }
    }

    /// The very beginning of a file: for what is wrong with the file as a whole.
    #[must_use]
    pub fn file(path: &Arc<str>) -> Self {
        Self::new(path, 0, 0)
    }
}

/// A line and a column as editors count them: from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// From 1.
    pub line: usize,
    /// From 1, in characters (not bytes, not cells).
    pub column: usize,
}

/// The lines of a text. A place is looked up in the same time wherever it is.
///
/// Any number is a place: past the end it counts as the end, inside a character as the beginning of the character.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    /// The byte where each line begins.
    starts: Vec<usize>,
    /// The number of characters before each block of [`BLOCK`] bytes.
    characters: Vec<usize>,
}

/// Characters are counted from the last block before a place.
const BLOCK: usize = 256;

impl<'t> Lines<'t> {
    /// The lines of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(breaks.map(|at| at + 1)).collect();
        let mut count = 0;
        let counts = text.as_bytes().chunks(BLOCK).map(|block| {
            count += characters_in(block);
            count
        });
        let characters = std::iter::once(0).chain(counts).collect();
        Self { text, starts, characters }
    }

    /// A part of the text.
    #[must_use]
    pub fn text(&self, range: std::ops::Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The line and column of byte `offset`.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset as usize);
        let line = self.line(offset);
        let column = self.characters_before(offset) - self.characters_before(self.starts[line]) + 1;
        LineColumn { line: line + 1, column }
    }

    /// The line that holds byte `offset`, without its line break, and the byte where it begins.
    #[must_use]
    pub fn line_text(&self, offset: u32) -> (usize, &'t str) {
        let line = self.line(self.text.floor_char_boundary(offset as usize));
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        (start, self.text[start..end].trim_end_matches('\r'))
    }

    /// The index of the line that holds `offset`.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        steps::count(offset - block * BLOCK);
        self.characters[block] + characters_in(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

fn characters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// The line of `text` that holds byte `offset`, without its line break, and the byte where it begins.
#[must_use]
pub fn line_text(text: &str, offset: u32) -> (usize, &str) {
    let offset = text.floor_char_boundary(offset as usize);
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    (start, text[start..end].trim_end_matches('\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line_column(text: &str, offset: usize) -> (usize, usize) {
        let found = Lines::new(text).line_column(u32::try_from(offset).unwrap());
        (found.line, found.column)
    }

    #[test]
    fn columns_count_characters() {
        let text = "あい\nうえxお\n";
        let at = text.find('x').unwrap();
        assert_eq!(line_column(text, at), (2, 3));
        assert_eq!(Lines::new(text).line_text(u32::try_from(at).unwrap()), (7, "うえxお"));
        assert_eq!(line_text(text, u32::try_from(at).unwrap()), (7, "うえxお"));
    }

    #[test]
    fn an_offset_past_the_end_is_the_end_and_one_inside_a_character_its_beginning() {
        assert_eq!(line_column("a\n", 99), (2, 1));
        assert_eq!(line_column("", 0), (1, 1));
        assert_eq!(line_column("aあb", 2), (1, 2));
        assert_eq!(Lines::new("a\r\nb").line_text(1), (0, "a"));
    }

    #[test]
    fn columns_are_right_in_lines_longer_than_a_block() {
        let text = format!("x\n{}", "あ".repeat(400));
        for characters in [0, 84, 85, 86, 200, 399, 400] {
            assert_eq!(line_column(&text, 2 + 3 * characters), (2, 1 + characters));
        }
        let even = "a".repeat(2 * BLOCK);
        assert_eq!(line_column(&even, 2 * BLOCK), (1, 2 * BLOCK + 1));
    }
}
