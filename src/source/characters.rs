//! The characters of a text as everything after this compares them.
//!
//! File names of macOS and text from PDFs hold letters in parts (か and a sound mark), and words copied from web pages
//! hold characters without width. Both look like the usual spelling, so a link or a term that is written otherwise would
//! fail for no reason that the author can see. Old programs of the Macintosh end lines with a carriage return alone.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` with lines that end as everywhere, letters composed, and without characters that have no width. Only letters with marks are composed: NFC of
/// a whole text would also replace variants of Han characters in names.
pub(crate) fn settled(text: &str) -> Cow<'_, str> {
    if has_lone_return(text) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        return Cow::Owned(settled(&text).into_owned());
    }
    if text.is_ascii() || !text.chars().any(|c| is_part(c) || is_invisible(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letter = String::new();
    for c in text.chars().filter(|&c| !is_invisible(c)) {
        if !is_part(c) {
            out.extend(letter.drain(..).nfc());
        }
        letter.push(c);
        // A letter is kept back until the marks behind it are known; a Han character takes none.
        if matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}') {
            out.push_str(&letter);
            letter.clear();
        }
    }
    out.extend(letter.nfc());
    Cow::Owned(out)
}

/// Where the places of a settled text are in the text as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenPlaces {
    /// The places in both from which on they run alike, ascending; empty if the texts are the same.
    runs: Vec<[u32; 2]>,
}

impl WrittenPlaces {
    /// The places of the settled `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if matches!(settled(text), Cow::Borrowed(_)) {
            return Self::default();
        }
        let has_lone_return = has_lone_return(text);
        let mut runs: Vec<[usize; 2]> = Vec::new();
        let (mut before, mut after) = (0, 0);
        while before < text.len() {
            let rest = &text[before..];
            let letter = letter_length(rest);
            if runs.last().is_none_or(|[a, b]| a + before != b + after) {
                runs.push([after, before]);
            }
            let is_break = has_lone_return && rest.starts_with('\r');
            after += if is_break { 1 } else { settled(&rest[..letter]).len() };
            before += letter;
        }
        runs.push([after, before]);
        Self { runs: runs.into_iter().map(|run| run.map(clamp)).collect() }
    }

    /// The byte of the text as it was written, for byte `offset` of the settled one.
    #[must_use]
    pub fn written(&self, offset: u32) -> u32 {
        self.moved(offset, 0, 1)
    }

    /// The byte of the settled text, for byte `offset` of the text as it was written.
    #[must_use]
    pub fn settled(&self, offset: u32) -> u32 {
        self.moved(offset, 1, 0)
    }

    fn moved(&self, offset: u32, from: usize, to: usize) -> u32 {
        let after = self.runs.partition_point(|run| run[from] <= offset);
        let Some(run) = after.checked_sub(1).and_then(|at| self.runs.get(at)) else { return offset };
        let end = self.runs.get(after).map_or(u32::MAX, |next| next[to]);
        (run[to] + (offset - run[from])).min(end)
    }
}

/// The length of the letter that `text` begins with: with the marks behind it, and what has no width.
fn letter_length(text: &str) -> usize {
    let mut signs = text.char_indices().skip(1).skip_while(|(at, c)| {
        is_part(*c) || is_invisible(*c) || *at == 1 && *c == '\n' && text.starts_with('\r')
    });
    signs.next().map_or(text.len(), |(at, _)| at)
}

fn clamp(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Whether there is a carriage return without a line feed.
fn has_lone_return(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}

/// Whether `c` may join the character before it. Variation selectors stay where they are.
fn is_part(c: char) -> bool {
    is_combining_mark(c) && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || matches!(c, '\u{1160}'..='\u{11ff}')
}

/// A character without width that means nothing. Joiners, which make one picture of several, are kept.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_composed_and_invisible_characters_go() {
        assert_eq!(settled("フ\u{309a}ロク\u{3099}ラム"), "プログラム");
        assert_eq!(settled("ガ\u{200b}イド\u{feff}"), "ガイド");
        assert_eq!(settled("e\u{301}"), "é");
        assert_eq!(settled("\u{1112}\u{1161}\u{11ab}"), "한");
    }

    #[test]
    fn every_line_ends_with_a_line_feed() {
        assert_eq!(settled("一\r二\r"), "一\n二\n");
        assert_eq!(settled("a\r\rb\r\nc"), "a\n\nb\nc");
        assert_eq!(settled("一\r\n二\r\n"), "一\r\n二\r\n");
    }

    #[test]
    fn a_place_in_a_settled_text_leads_to_the_same_letter_as_it_was_written() {
        for text in [
            "\u{feff}a\rb",
            "フ\u{309a}ロク\u{3099}ラム",
            "ガ\u{200b}イ\r\nド\r",
            "本文",
            "a\u{301}",
            "\u{200b}",
        ] {
            let settled = settled(text);
            let written = WrittenPlaces::new(text);
            for (at, sign) in settled.char_indices() {
                let place = written.written(u32::try_from(at).unwrap()) as usize;
                let found = &text[place..];
                let letter = super::settled(&found[..letter_length(found)]).replace('\r', "\n");
                assert!(letter.is_empty() || letter.starts_with(sign), "{text:?} {at} {place}");
                assert_eq!(written.settled(u32::try_from(place).unwrap()) as usize, at, "{text:?}");
            }
            let ends = [settled.len(), text.len()].map(|it| u32::try_from(it).unwrap());
            assert_eq!([written.settled(ends[1]), written.written(ends[0])], ends, "{text:?}");
        }
    }

    #[test]
    fn variants_of_characters_and_pictures_of_several_are_kept() {
        for text in ["神\u{fa19}", "葛\u{e0100}飾", "👩\u{200d}🏫", "本文", "\u{3099}"] {
            assert_eq!(settled(text), text);
        }
    }
}
