//! Finds any of many words in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

/// A finder of words. In a language that is written with blanks, a word is found as a whole, in any case; with `*` at its
/// end it may have any ending.
#[derive(Debug)]
pub struct TermFinder {
    words: Option<AhoCorasick>,
    /// Whether each may go on.
    open: Vec<bool>,
    is_spaced: bool,
}

impl TermFinder {
    /// A finder of `words`.
    pub fn new<'w>(words: impl Iterator<Item = &'w str>, is_spaced: bool) -> Self {
        let words: Vec<&str> = words.collect();
        let bare = words.iter().map(|word| word.trim_end_matches('*'));
        // Of this kind, and of no other, the first three bytes of all are looked for at once.
        let kind = if is_spaced { MatchKind::Standard } else { MatchKind::LeftmostFirst };
        let built = AhoCorasick::builder().match_kind(kind).ascii_case_insensitive(is_spaced).build(bare);
        Self { words: built.ok(), open: words.iter().map(|word| word.ends_with('*')).collect(), is_spaced }
    }

    /// The numbers of the words in `text` and their places, in order.
    pub fn find<'t>(&'t self, text: &'t str) -> Box<dyn Iterator<Item = (usize, Range<usize>)> + 't> {
        let Some(words) = &self.words else { return Box::new(std::iter::empty()) };
        if !self.is_spaced {
            return Box::new(words.find_iter(text).map(|it| (it.pattern().as_usize(), it.range())));
        }
        // A term goes on over the end of a line. The places stay the same.
        let line = text.replace('\n', " ");
        let whole = words
            .find_overlapping_iter(&line)
            .filter_map(|it| self.whole(text, it.pattern().as_usize(), it.range()));
        // Of words that begin at one place the longest counts, and none within another.
        let mut found: Vec<(usize, Range<usize>)> = whole.collect();
        found.sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        found.retain(|(_, range)| {
            let is_free = range.start >= end;
            end = if is_free { range.end } else { end };
            is_free
        });
        Box::new(found.into_iter())
    }

    /// The word at `range`, to its end, if it is one as a whole.
    fn whole(&self, text: &str, word: usize, range: Range<usize>) -> Option<(usize, Range<usize>)> {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if is_letter(text[..range.start].chars().next_back()) {
            return None;
        }
        let rest = &text[range.end..];
        let ending = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        (ending == 0 || self.open[word]).then_some((word, range.start..range.end + ending))
    }
}

/// Whether the word at `range` of `text` is a part of a longer one: a character that `is_joined` is beside another, over an end of it.
pub fn is_part(text: &str, range: &Range<usize>, is_joined: impl Fn(char) -> bool) -> bool {
    let word = &text[range.clone()];
    let goes_on = |a: Option<char>, b: Option<char>| a.is_some_and(&is_joined) && b.is_some_and(&is_joined);
    goes_on(text[..range.start].chars().next_back(), word.chars().next())
        || goes_on(word.chars().next_back(), text[range.end..].chars().next())
}

/// Whether `c` is written for a word or a part of one, and read in more than one way.
#[must_use]
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '々' | '〆' | 'ヶ' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_as_a_whole_in_any_case_with_its_open_ending() {
        let finder = TermFinder::new(["rape*", "suicid*", "committed suicide"].into_iter(), true);
        let text = "Grapes. She was Raped. He committed suicide; suicidal.";
        let found: Vec<&str> = finder.find(text).map(|(_, range)| &text[range]).collect();
        assert_eq!(found, ["Raped", "committed suicide", "suicidal"]);
    }
}
