//! A text without the marks that can occur inside a word: `**田中**さん` and `｜田中《たなか》先生` are read as they are seen.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::steps;

/// A text without inline marks, and where its characters are in the text with them.
pub struct Unmarked {
    /// The text without marks.
    pub text: String,
    /// Pairs of (byte in `text`, byte in the source), ascending: from each on, both advance together.
    runs: Vec<(usize, usize)>,
}

/// Marks that are left out. From `《` to `》` the reading is left out too.
static MARKS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::new(["《", "**", "~~", "[[", "]]", "｜", "\u{200b}", "\u{feff}", "\u{2060}"]).ok()
});

impl Unmarked {
    /// Reads `source`.
    pub fn new(source: &str) -> Self {
        let mut text = String::with_capacity(source.len());
        let mut runs = vec![(0, 0)];
        let mut at = 0;
        for mark in MARKS.iter().flat_map(|marks| marks.find_iter(source)) {
            let is_reading = source[mark.range()].starts_with('《');
            let length = if is_reading { reading(&source[mark.start()..]) } else { Some(mark.len()) };
            // A mark inside a reading was left out with it.
            let Some(length) = length.filter(|_| mark.start() >= at) else { continue };
            text.push_str(&source[at..mark.start()]);
            at = mark.start() + length;
            runs.push((text.len(), at));
        }
        text.push_str(&source[at..]);
        Self { text, runs }
    }

    /// The place in the source of `range` of the text.
    pub fn source(&self, range: &Range<usize>) -> Range<usize> {
        // The end is that of the last character, so that a mark behind it is left out.
        let last = self.byte(range.end.saturating_sub(1)) + 1;
        self.byte(range.start)..last.max(self.byte(range.start))
    }

    fn byte(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|&(start, _)| start <= at).saturating_sub(1);
        let (start, source) = self.runs[run];
        source + (at - start)
    }
}

/// The length of the reading of ruby that `text` begins with. No reading holds the beginning of another.
fn reading(text: &str) -> Option<usize> {
    let inside = &text['《'.len_utf8()..];
    let found = inside.find(['》', '《', '\n']);
    steps::count(found.unwrap_or(inside.len()));
    let end = found.filter(|&at| inside[at..].starts_with('》'))?;
    Some('《'.len_utf8() + end + '》'.len_utf8())
}
