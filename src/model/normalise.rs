//! The form in which texts, terms, queries and answers are compared: NFKC, lower case, hiragana, single spaces, one dash, one
//! hyphen, straight quotation marks, no ・ and no characters without width; the same as in `scripts/dom/normalise.js`, held together by
//! `tests/shared/normalise.json`.
//!
//! Most of a Japanese text is in that form already but for its case and its kana, so only the runs that need NFKC go
//! through its tables. Such a run begins with the character before it, which a combining mark may join.

use unicode_normalization::UnicodeNormalization;

/// Calls `take` for every character of the normal form of `text`.
pub fn normalise(text: &str, mut take: impl FnMut(char)) {
    let mut spaces = Spaces { pending: false, begun: false };
    let mut rest = text.chars();
    let mut held: Option<char> = None;
    while let Some(c) = rest.next() {
        if is_plain(c) {
            if let Some(before) = held.replace(c) {
                spaces.push(before, &mut take);
            }
            continue;
        }
        let behind = rest.as_str();
        let (run, behind) = behind.split_at(behind.find(is_plain).unwrap_or(behind.len()));
        for c in held.take().into_iter().chain([c]).chain(run.chars()).nfkc() {
            spaces.push(c, &mut take);
        }
        rest = behind.chars();
    }
    if let Some(last) = held {
        spaces.push(last, &mut take);
    }
}

/// The normal form of `text`.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    normalise(text, |c| out.push(c));
    out
}

/// Whether two texts are one to a reader: they differ in width, case, kana, dashes or blanks at most.
#[must_use]
pub fn is_alike(one: &str, other: &str) -> bool {
    one == other || normalised(one) == normalised(other)
}

/// Whether NFKC leaves `c` as it is and joins it with nothing before it.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{7f}' | 'ぁ'..='ゖ' | 'ァ'..='ー' | '\u{4e00}'..='\u{9fff}' | '、'..='〃' | '「'..='】')
}

/// Runs of white space become one space; at the ends they go.
struct Spaces {
    pending: bool,
    begun: bool,
}

impl Spaces {
    /// Takes one character of the NFKC form.
    fn push(&mut self, c: char, take: &mut impl FnMut(char)) {
        match c {
            '・' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            '‘' | '’' => self.put_letter('\'', take),
            '“' | '”' => self.put_letter('"', take),
            '〜' | '∼' | '〰' => self.put_letter('~', take),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => self.put_letter('-', take),
            'ぁ'..='ゖ' | 'ー' | '\u{4e00}'..='\u{9fff}' => self.put_letter(c, take),
            'ァ'..='ヶ' => self.put_letter(char::from_u32(c as u32 - 0x60).unwrap_or(c), take),
            c if c.is_ascii() => self.put(c.to_ascii_lowercase(), take),
            c => c.to_lowercase().for_each(|c| self.put(c, take)),
        }
    }

    fn put(&mut self, c: char, take: &mut impl FnMut(char)) {
        if c.is_whitespace() {
            self.pending = self.begun;
        } else {
            self.put_letter(c, take);
        }
    }

    /// The same of what is no white space.
    fn put_letter(&mut self, c: char, take: &mut impl FnMut(char)) {
        if std::mem::take(&mut self.pending) {
            take(' ');
        }
        self.begun = true;
        take(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normalising_follows_the_table_that_the_scripts_follow() {
        let table = include_str!("../../tests/shared/normalise.json");
        let rows: Vec<(String, String)> = serde_json::from_str(table).unwrap();
        assert!(rows.len() > 10);
        for (input, expected) in rows {
            assert_eq!(normalised(&input), expected, "{input:?}");
        }
    }

    #[test]
    fn runs_are_as_the_whole() {
        let whole = |text: &str| {
            let folded = text.nfkc().flat_map(char::to_lowercase).map(|c| match c {
                'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
                c => c,
            });
            folded.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        for text in [
            "か\u{3099}き",
            "１２：３０　ＡＢ",
            "e\u{301}E\u{301}",
            "ﾊﾞｽは㍿の前",
            "  あ\u{3000}\n い ",
            "が\u{3099}",
            "\u{3099}か",
            "각각x\u{323}\u{307}",
        ] {
            assert_eq!(normalised(text), whole(text), "{text:?}");
        }
    }

    #[test]
    fn every_plain_character_is_left_alone_by_nfkc_and_joined_with_nothing() {
        for c in ('\u{0}'..='\u{ffff}').filter(|&c| is_plain(c)) {
            let text: String = ['か', c, 'e', c].iter().collect();
            assert_eq!(text.nfkc().collect::<String>(), text, "{c:?}");
        }
    }
}
