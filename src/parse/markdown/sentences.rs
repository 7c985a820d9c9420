//! Step 6: where sentences end, and what they are called.
//!
//! A sentence ends behind 。！？ (and closing brackets right behind), outside brackets and outside emphasis and links;
//! or with its block. Its id is made from its words: an author may insert sentences before it without moving what
//! learners pointed at.

use std::collections::HashMap;

/// Follows a text character by character.
#[derive(Debug, Default)]
pub(super) struct Ends {
    brackets: usize,
    /// A mark that ends sentences was the last thing but closing brackets.
    is_due: bool,
}

impl Ends {
    /// Whether the sentence ends *before* `c`. Call it for every character in turn.
    pub(super) fn before(&mut self, c: char) -> bool {
        let is_closing = "」』）)】〉》\"”’".contains(c);
        let ends = self.is_due && self.brackets == 0 && !is_closing && !is_mark(c);
        if ends {
            self.is_due = false;
        }
        match c {
            '「' | '『' | '（' | '(' | '【' | '〈' | '《' => self.brackets += 1,
            '」' | '』' | '）' | ')' | '】' | '〉' | '》' => {
                self.brackets = self.brackets.saturating_sub(1)
            }
            _ => {}
        }
        if is_mark(c) {
            // Within brackets a mark ends a sentence of what is said, not of the text.
            self.is_due = self.brackets == 0;
        } else if !is_closing && !c.is_whitespace() {
            self.is_due = false;
        }
        ends
    }

    /// Whether the sentence is over and only waits for the next to begin.
    pub(super) fn is_due(&self) -> bool {
        self.is_due
    }

    /// A new sentence begins.
    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// Gives out ids.
#[derive(Debug, Default)]
pub(super) struct Names {
    seen: HashMap<String, u32>,
}

impl Names {
    /// The id of a sentence with these words: six hexadecimal digits of their hash; a repeated sentence gets a number.
    pub(super) fn id(&mut self, text: &str) -> String {
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
            if ends.before(c) {
                out.push(String::new());
            }
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
    }

    #[test]
    fn the_same_words_have_the_same_name_and_repeats_a_number() {
        let mut names = Names::default();
        let first = names.id("朝だ。");
        assert_eq!(Names::default().id(" 朝 だ。"), first);
        assert_eq!(names.id("朝だ。"), format!("{first}-2"));
    }
}
