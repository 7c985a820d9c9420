//! The place in the file of each character of a scalar's value.
//!
//! The library gives a scalar's value and the place of the whole scalar. Here the scalar is read once more by the rules of
//! each style (YAML 1.2, chapters 7.3 and 8.1), and each character of the value keeps its place. Line breaks at the end,
//! which no place is in, are left out. If no reading is the library's value, every place in it is the whole scalar.

use std::ops::Range as Bytes;

use super::Range;
use super::offsets::{Offsets, Traced};

/// The places of the characters of `value`, the value of the scalar at `at` of `file`.
pub(super) fn offsets(value: &str, file: &str, at: Range) -> Offsets {
    let (start, end) = (at.start as usize, at.end as usize);
    let Some(scalar) = file.get(start..end) else { return Offsets::inexact(at) };
    let quoted = match scalar.as_bytes().first() {
        Some(b'"') => Some(Style::Double),
        Some(b'\'') => Some(Style::Single),
        _ => None,
    };
    // The place of a block scalar begins with its content; the header with its style is before it.
    let line = file[..start].rfind('\n').map_or(0, |at| at + 1);
    let block_styles =
        [Style::Literal, Style::Folded].into_iter().filter(|_| file[line..start].trim().is_empty());
    let styles = quoted.into_iter().chain(block_styles).chain([Style::Plain]);
    let mut readings = styles.map(|style| {
        let mut out = Traced::new(file);
        match style {
            Style::Plain => flow(start..end, style, &mut out),
            Style::Single | Style::Double => flow(start + 1..end.saturating_sub(1), style, &mut out),
            Style::Literal | Style::Folded => block(start, style, value, &mut out),
        }
        out
    });
    let reading = readings.find(|it| it.text.trim_end_matches('\n') == value.trim_end_matches('\n'));
    reading.map_or_else(|| Offsets::inexact(at), Traced::into_offsets)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

// ---- plain and quoted scalars

/// Reads the scalar at `inner` of the file, which leaves out the quotation marks.
fn flow(inner: Bytes<usize>, style: Style, out: &mut Traced<'_>) {
    let mut at = inner.start;
    while at < inner.end {
        // A range that is not one of whole characters belongs to no scalar of this style.
        let Some(rest) = out.file.get(at..inner.end) else { return };
        at = match rest.as_bytes() {
            [b'\n' | b'\r', ..] => {
                out.trim_end();
                let (length, breaks) = blank_lines(rest);
                let folded = if breaks == 1 { " ".to_owned() } else { "\n".repeat(breaks - 1) };
                out.replace(at..at + length, &folded);
                at + length
            }
            [b'\'', b'\'', ..] if style == Style::Single => {
                out.replace(at..at + 2, "'");
                at + 2
            }
            [b'\\', ..] if style == Style::Double => {
                let (length, value) = escape(rest);
                out.replace(at..at + length, &value);
                at + length
            }
            _ => {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let special: &[char] = match style {
                    Style::Single => &['\n', '\r', '\''],
                    Style::Double => &['\n', '\r', '\\'],
                    _ => &['\n', '\r'],
                };
                let length = rest[first..].find(special).map_or(rest.len(), |found| first + found);
                out.copy(at..at + length);
                at + length
            }
        };
    }
}

/// The length of the line breaks and the blanks that `text` begins with, and the number of line breaks.
fn blank_lines(text: &str) -> (usize, usize) {
    let length = text.len() - text.trim_start_matches([' ', '\t', '\n', '\r']).len();
    (length, breaks(&text[..length]))
}

fn breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_break =
        |at: &usize| bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(is_break).count()
}

/// The length of the escape that `text` begins with, and its value. What is no escape has no value, and the
/// reading will differ from the library's.
fn escape(text: &str) -> (usize, String) {
    let Some(name) = text[1..].chars().next() else { return (1, String::new()) };
    let plain = |value: &str| (1 + name.len_utf8(), value.to_owned());
    match name {
        '0' => plain("\0"),
        'a' => plain("\u{7}"),
        'b' => plain("\u{8}"),
        't' | '\t' => plain("\t"),
        'n' => plain("\n"),
        'v' => plain("\u{b}"),
        'f' => plain("\u{c}"),
        'r' => plain("\r"),
        'e' => plain("\u{1b}"),
        ' ' | '"' | '/' | '\\' => plain(name.encode_utf8(&mut [0; 4])),
        'N' => plain("\u{85}"),
        '_' => plain("\u{a0}"),
        'L' => plain("\u{2028}"),
        'P' => plain("\u{2029}"),
        'x' => code(text, 2),
        'u' => code(text, 4),
        'U' => code(text, 8),
        '\n' | '\r' => {
            let (length, breaks) = blank_lines(&text[1..]);
            (1 + length, "\n".repeat(breaks - 1))
        }
        _ => plain(""),
    }
}

/// A character by its number in `digits` hexadecimal digits; two halves of a pair are one character.
fn code(text: &str, digits: usize) -> (usize, String) {
    let number = |from: usize| u32::from_str_radix(text.get(from..from + digits)?, 16).ok();
    let length = 2 + digits;
    let Some(high) = number(2) else { return (text.len(), String::new()) };
    if let Some(c) = char::from_u32(high) {
        return (length, c.to_string());
    }
    let low = text.get(length..).filter(|rest| rest.starts_with("\\u")).and_then(|_| number(length + 2));
    let pair = low.filter(|low| (0xdc00..0xe000).contains(low));
    let pair = pair.map(|low| 0x1_0000 + ((high & 0x3ff) << 10) + (low & 0x3ff)).and_then(char::from_u32);
    pair.map_or((length, String::new()), |c| (2 * length, c.to_string()))
}

// ---- block scalars

/// One line of a block scalar. Bytes count from the beginning of the file.
struct BlockLine<'f> {
    /// The bytes without the line break.
    at: Bytes<usize>,
    /// The byte after the line break.
    next: usize,
    text: &'f str,
}

impl BlockLine<'_> {
    fn spaces(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    fn break_at(&self) -> Bytes<usize> {
        self.at.end..self.next
    }
}

fn lines(text: &str, start: usize) -> impl Iterator<Item = BlockLine<'_>> {
    let mut at = start;
    text.split_inclusive('\n').map(move |line| {
        let text = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
        let begin = at;
        at += line.len();
        BlockLine { at: begin..begin + text.len(), next: at, text }
    })
}

/// Reads the block scalar whose content begins at `start`. The value shows the indent: an indent that the header names is
/// relative to a parent that is not known here.
fn block(start: usize, style: Style, value: &str, out: &mut Traced<'_>) {
    let file = out.file;
    let is_content = |line: &str| !line.trim_matches([' ', '\t']).is_empty();
    let kept = value.split('\n').find(|line| is_content(line)).unwrap_or_default();
    let kept = kept.len() - kept.trim_start_matches(' ').len();
    let begin = first_line(file, start);
    let body = || lines(&file[begin..], begin);
    let Some(first) = body().find(|line| is_content(line.text)) else { return };
    let Some(indent) = first.spaces().checked_sub(kept) else { return };
    let mut reader = BlockScalar { is_folded: style == Style::Folded, out, after: None, empty: Vec::new() };
    let mut was_blank = false;
    for line in body() {
        let spaces = line.spaces();
        if spaces == line.text.len() && spaces <= indent {
            reader.empty.push(line.break_at());
        } else if spaces < indent || reader.out.text.len() > value.len() {
            break;
        } else {
            was_blank = reader.line(&line, indent, was_blank);
        }
    }
}

/// Where the line begins that holds `start`, or the first of the empty lines before it.
fn first_line(file: &str, start: usize) -> usize {
    let before = &file[..start];
    let blank = before.len() - before.trim_end_matches([' ', '\r', '\n']).len();
    let break_at = before[before.len() - blank..].find('\n');
    break_at.map_or_else(|| before.rfind('\n').map_or(0, |at| at + 1), |at| before.len() - blank + at + 1)
}

/// A block scalar that is being read.
struct BlockScalar<'o, 'f> {
    is_folded: bool,
    out: &'o mut Traced<'f>,
    /// The line break after the last line.
    after: Option<Bytes<usize>>,
    /// The line breaks of the empty lines after it.
    empty: Vec<Bytes<usize>>,
}

impl BlockScalar<'_, '_> {
    /// Reads a line that says something. `was_blank`: the line before begins with a blank. Whether this one does.
    fn line(&mut self, line: &BlockLine<'_>, indent: usize, was_blank: bool) -> bool {
        let content = line.at.start + indent..line.at.end;
        let is_blank = line.text[indent..].starts_with([' ', '\t']);
        let after = self.after.replace(line.break_at());
        match after {
            Some(at) if !self.is_folded || was_blank || is_blank => self.out.replace(at, "\n"),
            Some(at) if self.empty.is_empty() => self.out.replace(at.start..content.start, " "),
            _ => {}
        }
        for at in std::mem::take(&mut self.empty) {
            self.out.replace(at, "\n");
        }
        self.out.copy(content);
        is_blank
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::yaml::{Node, Value, parse};

    /// The first text below `node` that holds `needle`, and its place.
    fn text(node: &Node, needle: &str) -> Option<(String, Range)> {
        match &node.value {
            Value::Text(text) if text.contains(needle) => Some((text.clone(), node.at)),
            Value::List(items) => items.iter().find_map(|item| text(item, needle)),
            Value::Map(entries) => entries.iter().find_map(|(_, item)| text(item, needle)),
            _ => None,
        }
    }

    #[test]
    fn a_place_that_ends_inside_a_character_is_inexact() {
        for file in ["\"あ", "'あ", "'", "\"", "あ"] {
            let at = Range { start: 0, end: u32::try_from(file.len()).unwrap() };
            assert_eq!(offsets("別の値", file, at).range(0..3), at, "{file}");
        }
    }

    /// What is marked of `file` for `needle` in one of its values.
    fn found(file: &str, needle: &str) -> String {
        let (node, faults) = parse(file, 0);
        assert_eq!(faults, []);
        let (value, at) = text(&node.unwrap(), needle).unwrap();
        let start = value.find(needle).unwrap();
        let place = offsets(&value, file, at).range(start..start + needle.len());
        file[place.start as usize..place.end as usize].to_owned()
    }

    #[test]
    fn words_are_found_in_every_style() {
        for file in [
            "a: 一行目です。\n  二行目は[[語]]です。\n",
            "a: '「あ」''い''の\n  [[語]]です'\n",
            "a: \"「あ」\\\"い\\\"の\\\n  [[語]]です\"\n",
            "a: >\n  一行目\n  二行目の[[語]]\n\n    深い\nb: c\n",
            "a: |2-\n    前\n   [[語]]\nb: c\n",
            "a: |+\n\n  前\n\n  [[語]]\n\n\nb: c\n",
            "- - a: >-\n      前\n      [[語]]\n",
            "a: &x\n  前の[[語]]\nb: c\n",
            "a: !!str '前''[[語]]'\n",
            "a: |\r\n  前\r\n  の[[語]]\r\nb: c\r\n",
            "a: '前\r\n\r\n  の[[語]]'\r\n",
            "[ '前', [[語]] ]\n",
        ] {
            let needle = if file.starts_with('[') { "語" } else { "[[語]]" };
            assert_eq!(found(file, needle), needle, "{file:?}");
        }
    }

    #[test]
    fn escapes_and_folded_lines_are_marked_whole() {
        assert_eq!(found("a: \"x\\u3042y\"\n", "あ"), "\\u3042");
        assert_eq!(found("a: \"x\\ud83d\\ude00y\"\n", "😀"), "\\ud83d\\ude00");
        assert_eq!(found("a: 'x''y'\n", "'"), "''");
        assert_eq!(found("a: 二\n  行\n", "二 行"), "二\n  行");
        assert_eq!(found("a: >\n  二\n  行\n", "二 行"), "二\n  行");
    }

    #[test]
    fn an_alias_leads_to_the_text_that_it_repeats() {
        let file = "a: &x '前''[[語]]'\nb: *x\n";
        let (node, _) = parse(file, 0);
        let Value::Map(entries) = node.unwrap().value else { panic!() };
        assert_eq!(entries[0].1.at, entries[1].1.at);
    }

    #[test]
    fn a_value_that_is_not_in_its_place_is_marked_whole() {
        let at = Range { start: 3, end: 9 };
        assert_eq!(offsets("別の語", "a: 一二", at).range(3..6), at);
        assert_eq!(
            offsets("一", "a: 一二", Range { start: 4, end: 9 }).range(0..3),
            Range { start: 4, end: 9 }
        );
    }

    /// A scalar under construction: what is written, and of each character of its value where it is written.
    #[derive(Default)]
    struct Written {
        text: String,
        value: String,
        places: Vec<(char, std::ops::Range<usize>)>,
    }

    impl Written {
        fn push(&mut self, c: char, written: &str) {
            self.places.push((c, self.text.len()..self.text.len() + written.len()));
            self.value.push(c);
            self.text.push_str(written);
        }
    }

    /// Writes `words`, each with what comes before it, in the style `style`.
    fn written(style: usize, words: &[(String, u8)]) -> (String, Written) {
        let (open, close) = [("", ""), ("'", "'"), ("\"", "\""), ("|\n    ", ""), (">\n    ", "")][style];
        let mut out = Written::default();
        let prefix = format!("前: x\n値: {open}");
        for (index, (word, way)) in words.iter().enumerate() {
            if index > 0 {
                match (style, way % 4) {
                    (3, 0) => out.push('\n', "\n"),
                    (0..3, 0) => {
                        let blank = [" ", "", "\t"][style];
                        out.text.push_str(blank);
                        out.push('\n', "\n\n    ");
                    }
                    (4, 0) => {
                        out.text.push('\n');
                        out.push('\n', "\n");
                    }
                    (0..3 | 4, 1) => out.push(' ', "\n    "),
                    _ => out.push(' ', " "),
                }
                if matches!((style, way % 4), (3 | 4, 0)) {
                    out.text.push_str("    ");
                }
            }
            for (c, way) in word.chars().zip(way / 4..) {
                let escaped = match (style, c, way % 3) {
                    (1, '\'', _) => "''".to_owned(),
                    (2, '"' | '\\', _) => format!("\\{c}"),
                    (2, _, 0) => format!("\\U{:08x}", u32::from(c)),
                    (2, _, 1) if u32::from(c) < 0x1_0000 => format!("\\u{:04x}", u32::from(c)),
                    _ => c.to_string(),
                };
                out.push(c, &escaped);
            }
        }
        (format!("{prefix}{}{close}\n後: y\n", out.text), Written { text: prefix, ..out })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_character_of_a_value_has_its_bytes_in_the_file(
            style in 0..5_usize,
            words in prop::collection::vec(("[あ語é😀a]['\"\\\\あ。😀]{0,4}", any::<u8>()), 1..8),
        ) {
            let (file, expected) = written(style, &words);
            let (node, faults) = parse(&file, 0);
            prop_assert_eq!(faults, [], "{}", file);
            let Value::Map(entries) = node.unwrap().value else { panic!("{file}") };
            let Value::Text(value) = &entries[1].1.value else { panic!("{file}") };
            prop_assert_eq!(value.trim_end_matches('\n'), &expected.value, "{}", file);
            let offsets = offsets(value, &file, entries[1].1.at);
            let begin = expected.text.len();
            let mut at = 0;
            for (c, place) in expected.places {
                let found = offsets.range(at..at + c.len_utf8());
                let wanted = begin + place.start..begin + place.end;
                prop_assert_eq!(found.start as usize..found.end as usize, wanted, "{:?} in {}", c, file);
                at += c.len_utf8();
            }
        }
    }
}
