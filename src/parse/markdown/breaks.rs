//! A line break in the source between two wide characters is no space on the page: Japanese has none between words.

use unicode_width::UnicodeWidthChar;

/// Whether a line break between these two characters is dropped. Hangul has spaces between words and keeps it.
pub(super) fn is_dropped(before: Option<char>, after: Option<char>) -> bool {
    let is_wide = |c: char| c.width() == Some(2) && !is_hangul(c);
    before.is_some_and(is_wide) && after.is_some_and(is_wide)
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use super::is_dropped;

    #[test]
    fn only_between_wide_characters() {
        assert!(is_dropped(Some('あ'), Some('い')));
        assert!(is_dropped(Some('。'), Some('「')));
        assert!(!is_dropped(Some('あ'), Some('a')));
        assert!(!is_dropped(Some('가'), Some('나')));
        assert!(!is_dropped(None, Some('あ')));
    }
}
