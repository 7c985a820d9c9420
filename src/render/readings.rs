//! Readings of words, each shown where a page first uses the word.
//!
//! The values of a page are not made in the order in which its template shows them. So each use is marked with the number of its
//! word while texts are written, and when the page is whole, [`ReadWords::only_first`] leaves the reading of the first. The marks are
//! characters that Unicode reserves for programs, and no text of a course has them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::Write as _;
use std::sync::Arc;

use memchr::memmem;

use crate::html::ruby_end;

/// Before a word: then come its number and [`WORD`].
const USE: char = '\u{FDD0}';
/// Before the word itself.
const WORD: char = '\u{FDD1}';
/// Before and after its reading.
const READING: char = '\u{FDD2}';

/// The words with readings that a page uses, each with its number.
#[derive(Default)]
pub(super) struct ReadWords(RefCell<HashMap<Arc<str>, usize>>);

impl ReadWords {
    /// Marks the beginning of a use of `word`.
    pub(super) fn begin(&self, word: &Arc<str>, out: &mut String) {
        let mut words = self.0.borrow_mut();
        let next = words.len();
        let number = *words.entry(Arc::clone(word)).or_insert(next);
        out.push(USE);
        out.push_str(&number.to_string());
        out.push(WORD);
    }

    /// Marks the end of a use, which has this reading.
    pub(super) fn end(reading: &str, out: &mut String) {
        out.push(READING);
        ruby_end(reading, out);
        out.push(READING);
    }

    /// The page without marks: the first use of each word has its reading.
    pub(super) fn only_first(&self, html: Vec<u8>) -> Vec<u8> {
        let count = self.0.borrow().len();
        if count == 0 {
            return html;
        }
        let mut is_read = vec![false; count];
        let mut plain = Vec::with_capacity(html.len());
        let mut rest = &html[..];
        while let Some((before, [number, word, reading, after])) = next_use(rest) {
            plain.extend_from_slice(before);
            let number = std::str::from_utf8(number).ok().and_then(|it| it.parse::<usize>().ok());
            let is_first =
                number.and_then(|it| is_read.get_mut(it)).is_some_and(|it| !std::mem::replace(it, true));
            if is_first {
                let _ = plain.write_all(b"<ruby>");
            }
            plain.extend_from_slice(word);
            if is_first {
                plain.extend_from_slice(reading);
            }
            rest = after;
        }
        plain.extend_from_slice(rest);
        plain
    }
}

/// What is before the next use in `html`; its number, its word, its reading, and what is after it.
fn next_use(html: &[u8]) -> Option<(&[u8], [&[u8]; 4])> {
    let (before, rest) = cut(html, USE)?;
    let (number, rest) = cut(rest, WORD)?;
    let (word, rest) = cut(rest, READING)?;
    let (reading, rest) = cut(rest, READING)?;
    Some((before, [number, word, reading, rest]))
}

/// What is before and after the first `mark` in `html`.
fn cut(html: &[u8], mark: char) -> Option<(&[u8], &[u8])> {
    let mut buffer = [0; 4];
    let mark = mark.encode_utf8(&mut buffer).as_bytes();
    let at = memmem::find(html, mark)?;
    Some((&html[..at], &html[at + mark.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_use_of_a_word_has_its_reading_whatever_was_written_first() {
        let words = ReadWords::default();
        let used = |word: &str, reading: &str| {
            let mut out = String::new();
            words.begin(&Arc::from(word), &mut out);
            out.push_str(word);
            ReadWords::end(reading, &mut out);
            out
        };
        let [second, first, other] =
            [used("主訴", "しゅそ"), used("主訴", "しゅそ"), used("招集", "しょうしゅう")];
        let page = words.only_first(format!("<p>{first}</p><p>{other}と{second}</p>").into_bytes());
        let read = |word: &str, reading: &str| {
            format!("<ruby>{word}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>")
        };
        let expected =
            format!("<p>{}</p><p>{}と主訴</p>", read("主訴", "しゅそ"), read("招集", "しょうしゅう"));
        assert_eq!(String::from_utf8(page).ok(), Some(expected));
    }

    #[test]
    fn a_page_that_uses_none_stays_as_it_is() {
        let html = format!("a{USE}b").into_bytes();
        assert_eq!(ReadWords::default().only_first(html.clone()), html);
    }
}
