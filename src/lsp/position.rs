//! Places as the protocol has them: a line, and a number of code units in it.

use std::ops::Range;

use serde_json::{Value as Json, json};

/// What the number of a place within its line counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16, which every client knows.
    Utf16,
}

impl Encoding {
    /// The first of the client's encodings that is known here.
    pub(super) fn chosen(capabilities: &Json) -> Self {
        let offered = capabilities["general"]["positionEncodings"].as_array();
        let known = offered.into_iter().flatten().find_map(|it| match it.as_str()? {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            _ => None,
        });
        known.unwrap_or(Self::Utf16)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
        }
    }

    fn units(self, sign: char) -> usize {
        match self {
            Self::Utf8 => sign.len_utf8(),
            Self::Utf16 => sign.len_utf16(),
        }
    }
}

/// A text with its lines, as the protocol counts them: a carriage return alone ends one too.
pub(super) struct Places<'t> {
    text: &'t str,
    encoding: Encoding,
    starts: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        Self { text, encoding, starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    /// The byte of a position. One past the end of its line is the end of the line, one inside a character its beginning.
    pub(super) fn offset(&self, position: &Json) -> Option<usize> {
        let number = |key: &str| usize::try_from(position[key].as_u64()?).ok();
        let (line, wanted) = (number("line")?, number("character")?);
        let Some(&start) = self.starts.get(line) else { return Some(self.text.len()) };
        let words = self.text[start..self.starts.get(line + 1).copied().unwrap_or(self.text.len())]
            .trim_end_matches(['\n', '\r']);
        let mut units = 0;
        for (at, sign) in words.char_indices() {
            units += self.encoding.units(sign);
            if units > wanted {
                return Some(start + at);
            }
        }
        Some(start + words.len())
    }

    /// The bytes of a range; `None` if it is none.
    pub(super) fn range(&self, range: &Json) -> Option<Range<usize>> {
        let (start, end) = (self.offset(&range["start"])?, self.offset(&range["end"])?);
        (start <= end).then_some(start..end)
    }

    /// The position of a byte.
    pub(super) fn position(&self, offset: usize) -> Json {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        let before = self.text[self.starts[line]..offset].trim_end_matches('\r');
        let units: usize = before.chars().map(|sign| self.encoding.units(sign)).sum();
        json!({ "line": line, "character": units })
    }

    /// The range of some bytes.
    pub(super) fn shown(&self, range: &Range<usize>) -> Json {
        json!({ "start": self.position(range.start), "end": self.position(range.end) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_in_code_units() {
        let text = "一\r\n𠮷🙂x\rend\n";
        for (encoding, units) in [(Encoding::Utf16, 4), (Encoding::Utf8, 8)] {
            let places = Places::new(text, encoding);
            let at = text.find('x').unwrap();
            assert_eq!(places.position(at), json!({ "line": 1, "character": units }));
            assert_eq!(places.offset(&json!({ "line": 1, "character": units })), Some(at));
            // Inside a character, past the end of a line, past the end of the text.
            assert_eq!(places.offset(&json!({ "line": 1, "character": 1 })), text.find('𠮷'));
            assert_eq!(places.offset(&json!({ "line": 0, "character": 99 })), Some(3));
            assert_eq!(places.offset(&json!({ "line": 9, "character": 0 })), Some(text.len()));
            assert_eq!(places.position(text.find("end").unwrap()), json!({ "line": 2, "character": 0 }));
            assert_eq!(places.position(text.len()), json!({ "line": 3, "character": 0 }));
            assert_eq!(places.offset(&json!({ "line": -1 })), None);
            let backwards =
                json!({ "start": { "line": 1, "character": 0 }, "end": { "line": 0, "character": 0 } });
            assert_eq!(places.range(&backwards), None);
        }
    }
}
