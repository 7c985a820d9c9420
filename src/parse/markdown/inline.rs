//! Step 5: what plain text holds: ruby, glossary terms, footnotes that lead nowhere.

use std::ops::Range;

use crate::steps;

/// A part of a text. Ranges are bytes of that text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Words.
    Text(&'a str),
    /// `｜漢字《かんじ》`: base and reading.
    Ruby(&'a str, &'a str),
    /// `[[term]]` or `[[term|shown]]`: term, shown words, place of the term.
    Term(&'a str, &'a str, Range<usize>),
    /// `{{id}}`: id, its place, and the whole as it is written.
    Blank(&'a str, Range<usize>, &'a str),
    /// `[^name]`, which has no definition, or the parser would have taken it: name and place.
    LostFootnote(&'a str, Range<usize>),
}

/// Divides `text` into its parts.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(found) = mark(&text[at..]).map(|index| at + index) {
        let part = match text[found..].chars().next() {
            Some('｜') => ruby(text, found),
            Some('{') => blank(text, found),
            _ => term(text, found).or_else(|| footnote(text, found)),
        };
        match part {
            Some((part, end)) => {
                if from < found {
                    parts.push(Part::Text(&text[from..found]));
                }
                parts.push(part);
                (from, at) = (end, end);
            }
            None => at = found + text[found..].chars().next().map_or(1, char::len_utf8),
        }
    }
    if from < text.len() {
        parts.push(Part::Text(&text[from..]));
    }
    parts
}

/// The first `｜`, `[` or `{` of `text`.
fn mark(text: &str) -> Option<usize> {
    let is_bar = |at: &usize| text.as_bytes()[*at] < 0x80 || text[*at..].starts_with('｜');
    let found = memchr::memchr3_iter(b'[', b'{', "｜".as_bytes()[0], text.as_bytes()).find(is_bar);
    steps::count(found.unwrap_or(text.len()));
    found
}

/// The part of `text` before `close`. `None` if one of `others` comes first: no part holds the beginning of another, so
/// that no character is looked at for more than two beginnings.
fn before<'a>(text: &'a str, close: char, others: &[char]) -> Option<&'a str> {
    let found = text.find(|c| c == close || others.contains(&c));
    steps::count(found.unwrap_or(text.len()));
    found.filter(|&at| text[at..].starts_with(close)).map(|at| &text[..at])
}

/// The first character that is seen of `text`.
pub(super) fn first_char(text: &str) -> Option<char> {
    parts(text).first().and_then(|part| part.shown().chars().next())
}

/// The last character that is seen of `text`.
pub(super) fn last_char(text: &str) -> Option<char> {
    parts(text).last().and_then(|part| part.shown().chars().next_back())
}

impl<'a> Part<'a> {
    /// What is seen of it in its line.
    fn shown(&self) -> &'a str {
        match self {
            Self::Text(words)
            | Self::Ruby(words, _)
            | Self::Term(_, words, _)
            | Self::LostFootnote(words, _)
            | Self::Blank(.., words) => words,
        }
    }
}

fn ruby(text: &str, at: usize) -> Option<(Part<'_>, usize)> {
    let rest = &text[at + '｜'.len_utf8()..];
    let base = before(rest, '《', &['｜', '\n']).filter(|base| !base.is_empty())?;
    let rest = &rest[base.len() + '《'.len_utf8()..];
    let reading = before(rest, '》', &['｜', '《', '\n']).filter(|reading| !reading.is_empty())?;
    let length = '｜'.len_utf8() + base.len() + '《'.len_utf8() + reading.len() + '》'.len_utf8();
    Some((Part::Ruby(base, reading), at + length))
}

fn term(text: &str, at: usize) -> Option<(Part<'_>, usize)> {
    let rest = text[at..].strip_prefix("[[")?;
    let inner = inner(rest, ']', &['[', '\n'])?;
    let (term, shown) = inner.split_once('|').unwrap_or((inner, inner));
    let (name, shown) = (term.trim(), shown.trim());
    if name.is_empty() || shown.is_empty() {
        return None;
    }
    let start = at + 2 + (term.len() - term.trim_start().len());
    Some((Part::Term(name, shown, start..start + name.len()), at + inner.len() + 4))
}

fn blank(text: &str, at: usize) -> Option<(Part<'_>, usize)> {
    let rest = text[at..].strip_prefix("{{")?;
    let inner = inner(rest, '}', &['{', '\n'])?;
    let id = inner.trim();
    let start = at + 2 + (inner.len() - inner.trim_start().len());
    let end = at + inner.len() + 4;
    (!id.is_empty()).then(|| (Part::Blank(id, start..start + id.len(), &text[at..end]), end))
}

/// The part of `text` before two of `close` in a row; one alone belongs to it.
fn inner<'a>(text: &'a str, close: char, others: &[char]) -> Option<&'a str> {
    let mut length = 0;
    loop {
        length += before(&text[length..], close, others)?.len();
        if text[length + close.len_utf8()..].starts_with(close) {
            return Some(&text[..length]);
        }
        length += close.len_utf8();
    }
}

fn footnote(text: &str, at: usize) -> Option<(Part<'_>, usize)> {
    let rest = text[at..].strip_prefix("[^")?;
    let name = before(rest, ']', &['['])?;
    let is_name = !name.is_empty() && !name.contains(char::is_whitespace);
    is_name.then(|| (Part::LostFootnote(name, at..at + name.len() + 3), at + name.len() + 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_and_double_brackets_are_ruby() {
        assert_eq!(
            parts("この｜見立《みた》て"),
            [Part::Text("この"), Part::Ruby("見立", "みた"), Part::Text("て")]
        );
        assert_eq!(parts("｜閉じない《みた"), [Part::Text("｜閉じない《みた")]);
        assert_eq!(parts("見立《みた》"), [Part::Text("見立《みた》")]);
    }

    #[test]
    fn double_square_brackets_are_a_term() {
        assert_eq!(parts("[[傾聴]]と"), [Part::Term("傾聴", "傾聴", 2..8), Part::Text("と")]);
        assert_eq!(parts("[[ 傾聴 | 聴くこと ]]"), [Part::Term("傾聴", "聴くこと", 3..9)]);
        assert_eq!(parts("[[]] [[a"), [Part::Text("[[]] [[a")]);
    }

    #[test]
    fn double_braces_are_a_blank() {
        assert_eq!(
            parts("個人、{{ family }}を"),
            [Part::Text("個人、"), Part::Blank("family", 12..18, "{{ family }}"), Part::Text("を")]
        );
        assert_eq!(parts("{{}} {{a"), [Part::Text("{{}} {{a")]);
    }

    #[test]
    fn a_footnote_that_stayed_text_leads_nowhere() {
        assert_eq!(parts("語[^x]。"), [Part::Text("語"), Part::LostFootnote("x", 3..7), Part::Text("。")]);
    }
}
