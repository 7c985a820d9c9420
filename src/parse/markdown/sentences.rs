//! Step 7: where sentences end, and what they are called.
//!
//! A sentence ends after 。！？ (and closing brackets right after), outside brackets and outside emphasis and links;
//! or with its block. Its id is made from its words: an author may insert sentences before it without moving what
//! learners pointed at.

use std::collections::HashMap;

use super::writer::{Writer, clamp};
use crate::model::{Piece, Sentence};

/// The sentences of a text while it is written.
#[derive(Default)]
pub(super) struct Sentences {
    /// The sentence being written: the index of its first piece, and its words so far.
    open: Option<(usize, String)>,
    ends: Ends,
    names: Names,
    number: u32,
    stage: u32,
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
                self.end_sentence();
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
        if self.depth == 0 && self.sentences.ends.is_before(c) {
            self.end_sentence();
        }
        if self.depth == 0 && !c.is_whitespace() {
            self.open_sentence();
        }
        self.sentences.ends.push(c);
        if let Some((_, words)) = &mut self.sentences.open {
            words.push(if c == '\n' { ' ' } else { c });
        }
    }

    fn open_sentence(&mut self) {
        if self.sentences.open.is_none() {
            let next = clamp(self.body.sentences.len());
            self.body.pieces.push(Piece::SentenceStart(next));
            self.sentences.open = Some((self.body.pieces.len() - 1, String::new()));
        }
    }

    /// The sentence ends here, if one is open.
    pub(super) fn end_sentence(&mut self) {
        self.sentences.ends = Ends::default();
        let Some((start, words)) = self.sentences.open.take() else { return };
        let words = words.trim();
        if words.is_empty() {
            // No sentence after all.
            self.body.pieces.remove(start);
            return;
        }
        self.sentences.number += 1;
        let (number, stage) = (self.sentences.number, self.sentences.stage);
        let id = self.sentences.names.id(words);
        let index = clamp(self.body.sentences.len());
        self.body.pieces.push(Piece::SentenceEnd(index));
        self.body.sentences.push(Sentence { id, number, stage, text: words.to_owned() });
    }
}

/// Reads a text character by character.
#[derive(Debug, Default)]
struct Ends {
    brackets: usize,
    /// A mark that ends sentences was the last thing but closing brackets.
    is_due: bool,
}

impl Ends {
    /// Whether the sentence is over and only waits for the next to begin.
    fn is_due(&self) -> bool {
        self.is_due && self.brackets == 0
    }

    /// Whether the sentence ends before `c`.
    fn is_before(&self, c: char) -> bool {
        self.is_due() && !is_closing(c) && !is_mark(c)
    }

    /// `c` is the next character of the sentence.
    fn push(&mut self, c: char) {
        match c {
            '「' | '『' | '（' | '(' | '【' | '〈' | '《' => self.brackets += 1,
            '」' | '』' | '）' | ')' | '】' | '〉' | '》' => {
                self.brackets = self.brackets.saturating_sub(1);
            }
            _ => {}
        }
        if is_mark(c) {
            // Within brackets a mark ends a sentence of what is said, not of the text.
            self.is_due = self.brackets == 0;
        } else if !is_closing(c) {
            self.is_due = false;
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

fn is_closing(c: char) -> bool {
    "」』）)】〉》\"”’".contains(c)
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
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let mut ends = Ends::default();
        let mut out = vec![String::new()];
        for c in text.chars() {
            if ends.is_before(c) {
                ends = Ends::default();
                out.push(String::new());
            }
            ends.push(c);
            out.last_mut().unwrap().push(c);
        }
        out
    }

    #[test]
    fn a_sentence_ends_outside_brackets() {
        assert_eq!(
            cut("朝だ。「行かない。眠い。」とAは言った。夜。"),
            ["朝だ。", "「行かない。眠い。」とAは言った。", "夜。"]
        );
        assert_eq!(cut("本当か！？ええ。"), ["本当か！？", "ええ。"]);
        assert_eq!(cut("「はい。」"), ["「はい。」"]);
        assert_eq!(cut("朝。』夜。"), ["朝。』", "夜。"]);
    }

    #[test]
    fn the_same_words_have_the_same_name_and_repeats_a_number() {
        let mut names = Names::default();
        let first = names.id("朝だ。");
        assert_eq!(Names::default().id(" 朝 だ。"), first);
        assert_eq!(names.id("朝だ。"), format!("{first}-2"));
    }
}
