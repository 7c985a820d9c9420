//! Step 7: where sentences end, and what they are called.
//!
//! A sentence may end after a mark (and what closes right after it), outside brackets and outside emphasis and links; it ends
//! with its block. The marks are the locale's ([`SentenceRules`]). While a block is written it is cut at each of them; when it
//! ends, pieces that belong together, such as `Mr.` and `Smith left.`, are joined.
//!
//! The id of a sentence is made from its words: an author may insert sentences before it without moving what learners
//! pointed at.

use std::collections::HashMap;

use super::quotes;
use super::writer::{Writer, clamp};
use crate::locale::SentenceRules;
use crate::model::{Piece, Sentence};

/// The sentences of a text while it is written.
#[derive(Default)]
pub(super) struct Sentences {
    /// What is being written: the index of its first piece, and its words so far.
    open: Option<(usize, String)>,
    /// What may be whole sentences of the block.
    fragments: Vec<Fragment>,
    ends: Ends,
    names: Names,
    number: u32,
    stage: u32,
}

/// What is between two marks.
struct Fragment {
    /// The index of the piece that begins it.
    start: usize,
    /// The index of the piece that ends it.
    end: usize,
    words: String,
    /// The white space behind it.
    gap: String,
}

impl Sentences {
    /// A new stage: sentences count from 1 again.
    pub(super) fn start_stage(&mut self) {
        self.number = 0;
        self.stage += 1;
    }
}

/// In the body, the writer puts every character into a sentence, and every tag within a line as well.
impl Writer<'_> {
    /// Markup begins that may hold words. If it begins a sentence it is inside the sentence.
    pub(super) fn enter(&mut self) {
        if self.depth == 0 && self.marks_sentences() {
            if self.sentences.ends.is_due() {
                self.end_fragment();
            }
            self.open_sentence();
        }
        self.depth += 1;
    }

    /// The markup ends.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// The next character is `c`.
    pub(super) fn follow(&mut self, c: char) {
        let Some(rules) = self.options.locale.rules.sentences.as_ref() else { return };
        if self.depth == 0 && self.sentences.ends.is_before(c, rules) {
            self.end_fragment();
        }
        if self.depth == 0 && !c.is_whitespace() {
            self.open_sentence();
        }
        self.sentences.ends.push(c, rules);
        let c = if c == '\n' { ' ' } else { c };
        match (&mut self.sentences.open, self.sentences.fragments.last_mut()) {
            (Some((_, words)), _) => words.push(c),
            (None, Some(fragment)) => fragment.gap.push(c),
            (None, None) => {}
        }
    }

    fn open_sentence(&mut self) {
        if self.sentences.open.is_none() {
            self.body.pieces.push(Piece::SentenceStart(0));
            self.sentences.open = Some((self.body.pieces.len() - 1, String::new()));
        }
    }

    /// A sentence may end here, if one is open.
    fn end_fragment(&mut self) {
        self.sentences.ends = Ends::default();
        let Some((start, words)) = self.sentences.open.take() else { return };
        if words.trim().is_empty() {
            // No sentence after all.
            self.body.pieces.remove(start);
            return;
        }
        self.body.pieces.push(Piece::SentenceEnd(0));
        let end = self.body.pieces.len() - 1;
        self.sentences.fragments.push(Fragment { start, end, words, gap: String::new() });
    }

    /// The block ends here, and its last sentence with it.
    pub(super) fn end_sentence(&mut self) {
        self.end_fragment();
        let Some(rules) = self.options.locale.rules.sentences.as_ref() else { return };
        let mut fragments = std::mem::take(&mut self.sentences.fragments).into_iter();
        let Some(mut open) = fragments.next() else { return };
        let mut joints = Vec::new();
        for next in fragments {
            if rules.goes_on(&open.words, &open.gap, &next.words) {
                joints.extend([open.end, next.start]);
                open = Fragment { start: open.start, words: open.words + &open.gap + &next.words, ..next };
            } else {
                self.name_sentence(&open);
                open = next;
            }
        }
        self.name_sentence(&open);
        drop_pieces(&mut self.body.pieces, &joints);
    }

    fn name_sentence(&mut self, Fragment { start, end, words, .. }: &Fragment) {
        let words = words.trim();
        self.sentences.number += 1;
        let (number, stage) = (self.sentences.number, self.sentences.stage);
        // However the quotation marks are set, the sentence is the same.
        let id = match self.quotes() {
            Some(set) => self.sentences.names.id(&quotes::straightened(words, set)),
            None => self.sentences.names.id(words),
        };
        let index = clamp(self.body.sentences.len());
        self.body.pieces[*start] = Piece::SentenceStart(index);
        self.body.pieces[*end] = Piece::SentenceEnd(index);
        self.body.sentences.push(Sentence { id, number, stage, text: words.to_owned() });
    }
}

/// Removes the pieces at `places`, which ascend.
fn drop_pieces(pieces: &mut Vec<Piece>, places: &[usize]) {
    let Some(&first) = places.first() else { return };
    let mut places = places.iter().peekable();
    let rest = pieces.split_off(first).into_iter().enumerate();
    pieces.extend(rest.filter(|(at, _)| places.next_if_eq(&&(first + at)).is_none()).map(|(_, piece)| piece));
}

/// Reads a text character by character.
#[derive(Debug, Default)]
struct Ends {
    brackets: usize,
    /// Whether a straight quotation mark is open.
    is_quoted: bool,
    before: Option<char>,
    /// A mark that ends sentences was the last thing but what closes.
    is_due: bool,
}

impl Ends {
    /// Whether the sentence is over and only waits for the next to begin.
    fn is_due(&self) -> bool {
        self.is_due && self.brackets == 0 && !self.is_quoted
    }

    /// Whether the sentence may end before `c`.
    fn is_before(&self, c: char, rules: &SentenceRules) -> bool {
        self.is_due() && !rules.is_closing(c) && !rules.is_mark(c)
    }

    /// `c` is the next character of the sentence.
    fn push(&mut self, c: char, rules: &SentenceRules) {
        match rules.depth(c) {
            1 => self.brackets += 1,
            -1 => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
        if c == '"' && rules.straight_quotes {
            self.is_quoted = !self.is_quoted && quotes::opens(self.before);
        }
        if rules.is_mark(c) {
            // Within brackets a mark ends a sentence of what is said, and the text's own only where the locale says so.
            self.is_due = rules.ends_with_speech || self.brackets == 0;
        } else if !rules.is_closing(c) {
            self.is_due = false;
        }
        self.before = Some(c);
    }
}

/// Gives out ids.
#[derive(Debug, Default)]
struct Names {
    seen: HashMap<String, u32>,
}

impl Names {
    /// The id of a sentence with these words: six hexadecimal digits of their hash; a repeated sentence gets a number.
    fn id(&mut self, text: &str) -> String {
        let words: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let hash = blake3::hash(words.as_bytes()).to_hex();
        let id = format!("s-{}", &hash.as_str()[..6]);
        let count = self.seen.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{count}") }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::super::{ParseOptions, parse};
    use super::*;
    use crate::theme::default_locale;
    use crate::yaml::Offsets;

    fn cut(text: &str, tag: &str) -> Vec<String> {
        let locale = default_locale(tag);
        let options = ParseOptions { sentences: true, ..ParseOptions::new(&locale) };
        let body = parse(text, &Offsets::of_run(0, text.len()), &Arc::from("a.md"), options, &mut Vec::new());
        body.sentences.into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn sentences_end_where_the_table_says() {
        let table = include_str!("../../../tests/shared/sentences.json");
        let table: BTreeMap<String, Vec<(String, Vec<String>)>> = serde_json::from_str(table).unwrap();
        for (tag, rows) in table {
            assert!(rows.len() >= 4, "{tag}");
            for (text, expected) in rows {
                assert_eq!(cut(&text, &tag), expected, "{tag}: {text}");
            }
        }
    }

    #[test]
    fn the_id_of_a_sentence_does_not_depend_on_how_quotation_marks_are_typed() {
        let locale = default_locale("en");
        let options = ParseOptions { sentences: true, ..ParseOptions::new(&locale) };
        let id = |text: &str| {
            let body =
                parse(text, &Offsets::of_run(0, text.len()), &Arc::from("a.md"), options, &mut Vec::new());
            body.sentences[0].id.clone()
        };
        assert_eq!(id("\"I'm fine,\" she said."), id("“I’m fine,” she said."));
    }

    #[test]
    fn the_same_words_have_the_same_name_and_repeats_a_number() {
        let mut names = Names::default();
        let first = names.id("朝だ。");
        assert_eq!(Names::default().id(" 朝 だ。"), first);
        assert_eq!(names.id("朝だ。"), format!("{first}-2"));
    }
}
