//! Places in a text: byte ranges inside, lines and columns for people.

use std::sync::Arc;

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

/// The line and column of byte `offset`; past the end counts as the end.
#[must_use]
pub fn line_column(text: &str, offset: u32) -> LineColumn {
    let mut offset = (offset as usize).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    LineColumn {
        line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// The line that holds byte `offset`, without its line break, and the byte where it begins.
#[must_use]
pub fn line_text(text: &str, offset: u32) -> (usize, &str) {
    let mut offset = (offset as usize).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    (start, text[start..end].trim_end_matches('\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "あい\nうえxお\n";
        let at = u32::try_from(text.find('x').unwrap()).unwrap();
        assert_eq!(line_column(text, at), LineColumn { line: 2, column: 3 });
        assert_eq!(line_text(text, at), (7, "うえxお"));
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        assert_eq!(line_column("a\n", 99), LineColumn { line: 2, column: 1 });
        assert_eq!(line_column("", 0), LineColumn { line: 1, column: 1 });
    }
}
