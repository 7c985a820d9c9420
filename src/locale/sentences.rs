//! Whether a sentence goes on behind a mark that may end it: `Mr. Smith`, `at 9 a.m. on Monday`, `"Ready?" Sam asked.`

use super::record::SentenceRules;

impl SentenceRules {
    /// Whether `c` may end a sentence.
    #[must_use]
    pub fn is_mark(&self, c: char) -> bool {
        self.marks.contains(c) || self.is_stop(c)
    }

    /// Whether `c` ends a sentence only if what follows begins one.
    fn is_stop(&self, c: char) -> bool {
        self.stops.as_ref().is_some_and(|stops| stops.contains(c))
    }

    /// Whether `c` may follow the mark within the sentence.
    #[must_use]
    pub fn is_closing(&self, c: char) -> bool {
        self.closing.contains(c)
    }

    /// Whether `c` opens (1) or closes (-1) a bracket.
    #[must_use]
    pub fn depth(&self, c: char) -> i32 {
        match self.brackets.chars().position(|it| it == c) {
            Some(place) if place % 2 == 0 => 1,
            Some(_) => -1,
            None => 0,
        }
    }

    /// Whether the sentence `before` goes on with `after`. `gap` is the white space between them.
    #[must_use]
    pub fn goes_on(&self, before: &str, gap: &str, after: &str) -> bool {
        let bare = before.trim_end_matches(|c| self.is_closing(c) && !self.is_mark(c));
        let Some(mark) = bare.chars().next_back().filter(|&c| self.is_stop(c)) else { return false };
        let first = after.chars().find(|c| c.is_alphanumeric());
        if gap.is_empty() || first.is_some_and(char::is_lowercase) {
            return true;
        }
        if mark != '.' {
            return bare.len() < before.len() && self.is_attributed(after);
        }
        let word = last_word(&bare[..bare.len() - mark.len_utf8()]);
        let is_number = first.is_some_and(char::is_numeric);
        self.before_names.has(word)
            || self.never_last.has(&word.to_lowercase())
            || is_number && self.before_numbers.has(&word.to_lowercase())
            || is_initial(word) && self.begins_name(&bare[..bare.len() - word.len() - mark.len_utf8()])
    }

    /// Whether `after` says who said what is quoted before it: `Sam asked.`
    fn is_attributed(&self, after: &str) -> bool {
        let words = after
            .split_whitespace()
            .take(4)
            .map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        after.starts_with(char::is_alphabetic) && words.skip(1).any(|word| self.says.has(word))
    }

    /// Whether an initial behind `before` belongs to a name: at the beginning, behind another initial or a title.
    fn begins_name(&self, before: &str) -> bool {
        let before = before.trim_end();
        let word = last_word(before.trim_end_matches('.'));
        before.is_empty() || before.ends_with('.') && is_initial(word) || self.before_names.has(word)
    }
}

/// The word that `text` ends with.
fn last_word(text: &str) -> &str {
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’');
    &text[text.trim_end_matches(is_of_word).len()..]
}

/// Whether `word` is the first letter of a name: the word “I” is none.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| c.is_uppercase() && c != 'I') && chars.next().is_none()
}
