//! Straight quotation marks in a text become those of the locale: `"` and `'` are what keyboards have.

use std::borrow::Cow;

use super::writer::Writer;
use crate::locale::Locale;

impl<'a> Writer<'a> {
    /// The quotation marks of the locale, if straight ones become them: of a quotation, and of one within it.
    pub(super) fn quotes(&self) -> Option<&'a str> {
        of(self.options.locale)
    }

    /// `words` with the quotation marks of the locale.
    pub(super) fn quoted<'w>(&mut self, words: &'w str) -> Cow<'w, str> {
        let before = self.last;
        self.last = words.chars().next_back().or(before);
        match self.quotes() {
            Some(quotes) if words.contains(['"', '\'']) => Cow::Owned(set(words, before, quotes)),
            _ => Cow::Borrowed(words),
        }
    }
}

/// The quotation marks of `locale`, if straight ones become them.
pub(super) fn of(locale: &Locale) -> Option<&str> {
    locale.rules.writing.as_ref()?.quotes.as_deref()
}

/// Whether a quotation mark behind `before` opens.
pub(super) fn opens(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || "([{“‘—–/\"".contains(c))
}

/// `words` behind `before` with the quotation marks `quotes`.
pub(super) fn set(words: &str, mut before: Option<char>, quotes: &str) -> String {
    let mut signs = quotes.chars();
    let mut next = |plain| signs.next().unwrap_or(plain);
    let (open, close, open_inner, close_inner) = (next('"'), next('"'), next('\''), next('\''));
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        // '90s: what is left out is an apostrophe.
        let is_year = chars.peek().is_some_and(char::is_ascii_digit);
        let sign = match c {
            '"' if opens(before) => open,
            '"' => close,
            '\'' if opens(before) && !is_year => open_inner,
            '\'' => close_inner,
            c => c,
        };
        out.push(sign);
        before = Some(sign);
    }
    out
}

/// `words` with straight quotation marks instead of those of the locale.
pub(super) fn straightened(words: &str, quotes: &str) -> String {
    let plain = |c| match quotes.chars().position(|quote| quote == c) {
        Some(0 | 1) => '"',
        Some(_) => '\'',
        None => c,
    };
    words.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_open_and_close_and_apostrophes_close() {
        let quotes = "“”‘’";
        for (straight, curly) in [
            ("\"I'm fine,\" she said.", "“I’m fine,” she said."),
            ("He said, \"She called it 'mine'.\"", "He said, “She called it ‘mine’.”"),
            ("the '90s (\"old\")", "the ’90s (“old”)"),
        ] {
            assert_eq!(set(straight, None, quotes), curly);
            assert_eq!(straightened(curly, quotes), straight);
        }
    }
}
