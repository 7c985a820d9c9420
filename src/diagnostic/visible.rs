//! Text that comes from files and names, as a terminal may print it: a control character in it is a sign, not a command.

use std::borrow::Cow;

/// `text` on one line, without a character that changes the terminal or the order of what is shown.
#[must_use]
pub fn visible_line(text: &str) -> Cow<'_, str> {
    visible(text, |_| false)
}

/// The same of a text that may have several lines.
#[must_use]
pub fn visible_text(text: &str) -> Cow<'_, str> {
    visible(text, |c| matches!(c, '\n' | '\t'))
}

fn visible(text: &str, is_kept: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_command = |c: char| {
        let turns_order = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        (c.is_control() || turns_order) && !is_kept(c)
    };
    if !text.contains(is_command) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_command(c) { sign(c) } else { c }).collect())
}

/// The picture of a control character: ␛ for that of escape.
fn sign(c: char) -> char {
    match u32::from(c) {
        code @ 0..=0x1f => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_become_signs_and_all_else_stays() {
        assert_eq!(visible_line("a\u{1b}[31mb\nc\u{7f}\u{9b}\u{202e}"), "a␛[31mb␊c␡\u{fffd}\u{fffd}");
        assert_eq!(visible_text("a\n\tb\r"), "a\n\tb␍");
        assert!(matches!(visible_line("漢字 か\u{3099} é 👩‍👩‍👧"), Cow::Borrowed(_)));
    }
}
