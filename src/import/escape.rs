//! Words as Markdown that shows just these words: what means something to Markdown or to mitate is escaped, and nothing else, so that
//! authors can go on writing in the result.

use std::sync::LazyLock;

use regex::Regex;
use unicode_width::UnicodeWidthChar as _;

/// Where words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenPlace {
    Line,
    Heading,
    Cell,
}

static ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"https?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+").ok());

/// `words` as Markdown. `line` are all words of their line.
pub(super) fn escaped(words: &str, place: WrittenPlace, line: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut at = 0;
    for found in ADDRESS.iter().flat_map(|pattern| pattern.find_iter(words)) {
        let address =
            found.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', ')']);
        if address.contains(['*', '_', '~', '\'', '&']) && address.len() > "https://".len() {
            signs(&words[at..found.start()], place, line, &mut out);
            out.push('<');
            out.push_str(address);
            out.push('>');
            at = found.start() + address.len();
        }
    }
    signs(&words[at..], place, line, &mut out);
    out
}

fn signs(words: &str, place: WrittenPlace, line: &str, out: &mut String) {
    let has_reading = line.contains('《');
    let has_strikes = line.matches('~').count() > 1;
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        let is_mark = match sign {
            '\\' | '`' | '*' | '[' | ']' => true,
            '_' => {
                !(next.is_some_and(|c| c.is_ascii_alphanumeric())
                    && out.ends_with(|c: char| c.is_ascii_alphanumeric()))
            }
            '~' => has_strikes,
            '<' => next.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            '&' => next.is_none_or(|c| c == '#' || c.is_ascii_alphabetic()),
            '|' => place == WrittenPlace::Cell,
            '{' | '}' | '#' => place == WrittenPlace::Heading,
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(sign);
        // Else a bar with brackets behind it would be a word with its reading.
        if sign == '｜' && has_reading {
            out.push_str("<!-- -->");
        }
    }
}

/// Whether `words` can be a word with a reading, or the reading.
pub(super) fn is_readable(words: &str) -> bool {
    let is_plain = |c: char| !c.is_ascii_punctuation() && !matches!(c, '｜' | '《' | '》') && !c.is_control();
    !words.trim().is_empty() && words.chars().all(is_plain)
}

/// A line of Markdown whose beginning means nothing.
pub(super) fn begun(line: &str) -> String {
    let line = line.trim_matches([' ', '\t']);
    let Some(first) = line.chars().next() else { return String::new() };
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = line[digits..].chars().next();
    if (1..10).contains(&digits) && matches!(behind, Some('.' | ')')) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    // Every line of dashes, equals signs or tildes, and every mark of a list, a quotation, a heading or a definition.
    if matches!(first, '#' | '>' | '+' | '-' | '=' | ':' | '~' | '|') {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// Whether a mark of emphasis between `outside` and `inside` begins (or ends) an emphasis.
pub(super) fn flanks(outside: Option<char>, inside: Option<char>) -> bool {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_mark =
        |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace() && !is_wide(c));
    !is_space(inside)
        && (!is_mark(inside) || is_space(outside) || is_mark(outside) || outside.is_some_and(is_wide))
}

/// Whether a character belongs to East Asian text, beside which marks of emphasis work as beside letters.
pub(super) fn is_wide(c: char) -> bool {
    c as u32 >= 0x1100 && c.width() == Some(2)
}

/// `text` as a value of YAML on one line.
pub(super) fn yaml(text: &str) -> String {
    let is_plain_sign =
        |c: char| c.is_alphanumeric() || is_wide(c) || " ・、。（）「」『』〜～－-_/・".contains(c);
    let begins = text.chars().next().is_some_and(|c| c.is_alphabetic() || is_wide(c) && !"、。".contains(c));
    let is_word =
        !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&&*text.to_ascii_lowercase());
    let is_trimmed = text.trim() == text;
    if begins && is_word && is_trimmed && text.chars().all(is_plain_sign) {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_something_is_escaped() {
        for (words, escaped_words) in [
            ("3*4 と [[語]] と `x`", "3\\*4 と \\[\\[語\\]\\] と \\`x\\`"),
            ("a_b __c__", "a_b \\_\\_c\\_\\_"),
            ("10:00~12:00", "10:00~12:00"),
            ("~~x~~", "\\~\\~x\\~\\~"),
            ("1 < 2 <b> &amp; A & B", "1 < 2 \\<b> \\&amp; A & B"),
            ("｜漢字《かんじ》", "｜<!-- -->漢字《かんじ》"),
            ("｜だけ", "｜だけ"),
            ("https://a.example/b_c。", "<https://a.example/b_c>。"),
            ("https://a.example/b。", "https://a.example/b。"),
        ] {
            assert_eq!(escaped(words, WrittenPlace::Line, words), escaped_words);
        }
        assert_eq!(escaped("a|b", WrittenPlace::Cell, ""), "a\\|b");
        assert_eq!(escaped("a {#b}", WrittenPlace::Heading, ""), "a \\{\\#b\\}");
    }

    #[test]
    fn no_line_begins_with_a_mark() {
        for (line, begun_line) in [
            ("# x", "\\# x"),
            ("1. x", "1\\. x"),
            ("2026) x", "2026\\) x"),
            ("- x", "\\- x"),
            (": x", "\\: x"),
            ("  x ", "x"),
            ("　字下げ", "　字下げ"),
            ("1．x", "1．x"),
        ] {
            assert_eq!(begun(line), begun_line);
        }
    }

    #[test]
    fn a_value_of_yaml_is_quoted_where_it_must_be() {
        for (text, value) in [
            ("見立ての基本", "見立ての基本"),
            ("a: b", "\"a: b\""),
            ("true", "\"true\""),
            ("2026", "\"2026\""),
            ("say \"x\"", "\"say \\\"x\\\"\""),
            ("", "\"\""),
        ] {
            assert_eq!(yaml(text), value);
        }
    }
}
