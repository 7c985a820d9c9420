//! The exact change that corrects a mistake, where there is only one: editors apply it, and a test applies every one.

use std::ops::Range;

use super::Messages;
use crate::source::Span;

/// A change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where it is.
    pub at: Span,
    /// The words in that place that change; empty if all of it does.
    pub found: String,
    /// What they become.
    pub text: String,
}

impl Edit {
    /// All that is at `at` becomes `text`.
    #[must_use]
    pub fn new(at: Span, text: impl Into<String>) -> Self {
        Self { at, found: String::new(), text: text.into() }
    }

    /// The bytes of `source` that change; `None` if the words are not written there as they are known.
    #[must_use]
    pub fn place(&self, source: &str) -> Option<Range<usize>> {
        let (start, end) = (self.at.start as usize, self.at.end as usize);
        let words = source.get(start..end)?;
        if self.found.is_empty() {
            return Some(start..end);
        }
        // What is written twice is meant where a name is: at the end, as in `[role](role:name)`.
        let from = start + words.rfind(self.found.as_str())?;
        Some(from..from + self.found.len())
    }

    /// What the button for it says: its first line.
    #[must_use]
    pub fn title(&self, messages: &Messages) -> String {
        let text = self.text.trim();
        let first = text.lines().next().unwrap_or_default();
        let rest = if text.contains('\n') { "…" } else { "" };
        let key = if first.is_empty() { "desk-remove" } else { "desk-replace" };
        messages.text(key, &[("text", format!("{first}{rest}"))])
    }

    /// `source` with the change.
    #[must_use]
    pub fn applied(&self, source: &str) -> Option<String> {
        let place = self.place(source)?;
        Some([&source[..place.start], &self.text, &source[place.end..]].concat())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn words_change_where_they_are_written() {
        let edit = |found: &str, text: &str| Edit {
            at: Span::new(&Arc::from("a.md"), 0, 17),
            found: found.to_owned(),
            text: text.to_owned(),
        };
        let source = "[role](role:rloe)。";
        assert_eq!(edit("", "語").applied(source).as_deref(), Some("語。"));
        assert_eq!(edit("role", "case").applied(source).as_deref(), Some("[role](case:rloe)。"));
        assert_eq!(edit("rloe", "role").applied(source).as_deref(), Some("[role](role:role)。"));
        assert_eq!(edit("none", "role").applied(source), None);
    }
}
