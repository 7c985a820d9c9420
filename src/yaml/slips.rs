//! Slips that the YAML library reports at the next line, which is right: a full-width colon, a blank that is missing, a
//! value that must be in quotation marks.

use super::Range;
use crate::source::line_text;

/// The slip nearest to the error at `at`, on its line or the three lines before it, and the name of its cause.
pub(super) fn find(text: &str, at: Range) -> Option<(Range, &'static str)> {
    let (mut start, mut line) = line_text(text, at.start);
    for _ in 0..4 {
        if let Some((place, cause)) = of_line(line) {
            let byte = |offset: usize| u32::try_from(start + offset).unwrap_or(u32::MAX);
            return Some((Range { start: byte(place.start), end: byte(place.end) }, cause));
        }
        let before = start.checked_sub(1)?;
        (start, line) = line_text(text, u32::try_from(before).ok()?);
    }
    None
}

/// What would be right in the place of a slip, of which `written` is the text and `before` all that comes before it; `None` if
/// that is not known.
pub(super) fn corrected(cause: &str, before: &str, written: &str) -> Option<String> {
    Some(match cause {
        "tab" => " ".repeat(indent_after(before)),
        "wide-indent" => written.replace('　', "  "),
        "wide-colon" | "colon-blank" => ": ".to_owned(),
        "wide-blank" => written.replacen('　', " ", 1),
        "wide-comma" => ", ".to_owned(),
        "dash-blank" => written.replacen('-', "- ", 1),
        "quote" => super::values::in_quotes(written.trim_end()),
        _ => return None,
    })
}

/// How many blanks are missing at the end of `before`, which is the beginning of a line: it goes on as the line above does, or is
/// inside of it.
fn indent_after(before: &str) -> usize {
    let (above, begun) = before.rsplit_once('\n').unwrap_or(("", before));
    let Some(above) = above.lines().rev().find(|line| !line.trim().is_empty()) else { return 0 };
    let indent = above.len() - above.trim_start_matches([' ', '-']).len();
    let opens = above.trim_end().ends_with([':', '|', '>']);
    (indent + if opens { 2 } else { 0 }).saturating_sub(begun.len())
}

/// The slip of one line, as a place in it.
fn of_line(line: &str) -> Option<(std::ops::Range<usize>, &'static str)> {
    let blank = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[blank..];
    if rest.starts_with('#') {
        return None;
    }
    if rest.starts_with('　') {
        let words = rest.trim_start_matches(['　', ' ']);
        return Some((blank..line.len() - words.len(), "wide-indent"));
    }
    let dash = rest.strip_prefix('-').filter(|rest| !rest.starts_with(['-', ' ']) && !rest.is_empty());
    if let Some(item) = dash {
        let is_word = item.starts_with(|c: char| !c.is_ascii());
        return is_word
            .then(|| (blank..line.len(), if item.starts_with('　') { "wide-blank" } else { "dash-blank" }));
    }
    let item = rest.strip_prefix("- ").map_or(rest, |item| item.trim_start_matches(' '));
    let begin = line.len() - item.len();
    let key = item.len()
        - item.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-').len();
    if key == 0 {
        return in_flow(line);
    }
    let colon = begin + key;
    let value = &line[colon..];
    if value.starts_with('：') {
        return Some((colon..colon + '：'.len_utf8(), "wide-colon"));
    }
    let value = value.strip_prefix(':')?;
    if value.starts_with('　') {
        return Some((colon..colon + 1 + '　'.len_utf8(), "wide-blank"));
    }
    if value.starts_with(|c: char| !c.is_ascii()) {
        return Some((colon..colon + 1, "colon-blank"));
    }
    let words = value.trim_start_matches(' ');
    let start = line.len() - words.len();
    if value.starts_with(' ') && needs_quotes(words) {
        return Some((start..line.len(), "quote"));
    }
    in_flow(line)
}

/// Whether a value begins like a list, a mapping or another sign of YAML, and goes on as a sentence.
fn needs_quotes(value: &str) -> bool {
    let value = value.trim_end();
    let closing = match value.chars().next() {
        Some('[') => ']',
        Some('{') => '}',
        Some('"') => return closes_early(value, '"'),
        Some('\'') => return closes_early(value, '\''),
        Some('-' | '?') => return value[1..].starts_with(' '),
        Some('@' | '`' | '%' | '!' | '*' | '&') => return true,
        _ => return value.contains(": "),
    };
    let mut depth = 0_i32;
    for (at, c) in value.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let behind = value[at + c.len_utf8()..].trim_start();
            return c == closing && !behind.is_empty() && !behind.starts_with('#');
        }
    }
    false
}

/// Whether words follow the quotation mark that closes a value.
fn closes_early(value: &str, mark: char) -> bool {
    let inner = &value[1..];
    let Some(end) = inner.find(mark) else { return false };
    let behind = inner[end + 1..].trim_start();
    !behind.is_empty()
        && !behind.starts_with(['#', ',', ']', '}', ':', mark])
        && !inner[..end].ends_with('\\')
}

/// A full-width comma between the keys of a mapping in braces, or a colon without a blank.
fn in_flow(line: &str) -> Option<(std::ops::Range<usize>, &'static str)> {
    let open = line.find('{')?;
    let is_key = |text: &str| {
        let text = text.trim_start_matches([' ', '　']);
        let rest = text.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
        rest.len() < text.len() && rest.starts_with([':', '：'])
    };
    for (at, c) in line[open..].char_indices() {
        let place = open + at;
        let behind = &line[place + c.len_utf8()..];
        match c {
            '、' | '，' if is_key(behind) => return Some((place..place + c.len_utf8(), "wide-comma")),
            '：' if line[..place].ends_with(|c: char| c.is_ascii_lowercase()) => {
                return Some((place..place + c.len_utf8(), "wide-colon"));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_where_it_was_made() {
        for (line, cause, found) in [
            ("title：声", "wide-colon", "："),
            ("title:声", "colon-blank", ":"),
            ("title:　声", "wide-blank", ":　"),
            ("　title: 声", "wide-indent", "　"),
            ("  -項目", "dash-blank", "-項目"),
            ("title: [重要] 声", "quote", "[重要] 声"),
            ("summary: [[傾聴]]を学ぶ", "quote", "[[傾聴]]を学ぶ"),
            ("summary: {例}です", "quote", "{例}です"),
            ("summary: - 一つ", "quote", "- 一つ"),
            ("title: 面接: はじめ", "quote", "面接: はじめ"),
            ("title: \"声\"の題", "quote", "\"声\"の題"),
            ("  - { label: A、 age: 10 }", "wide-comma", "、"),
            ("  - { label：A }", "wide-colon", "："),
        ] {
            let found_cause = of_line(line).map(|(place, cause)| (cause, &line[place]));
            assert_eq!(found_cause, Some((cause, found)), "{line}");
        }
    }

    #[test]
    fn a_line_without_a_slip_has_none() {
        for line in [
            "title: 声",
            "title: \"面接: はじめ\"",
            "items: [1, 2] # 注",
            "- 項目",
            "---",
            "a: { b: c }",
            "本文です。",
            "# 題：注",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }
}
