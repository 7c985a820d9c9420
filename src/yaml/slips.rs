//! Slips that the YAML library reports at the next line, which is right, or in words of its own: a full-width colon, a blank or a
//! comma that is missing, a value that must be in quotation marks.

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
        "wide-colon" | "colon-blank" | "colon-missing" => ": ".to_owned(),
        "wide-blank" => written.replacen('　', " ", 1),
        "wide-comma" | "comma-missing" => ", ".to_owned(),
        "wide-dash" => "- ".to_owned(),
        "dash-blank" => written.replacen('-', "- ", 1),
        "quote" => super::values::in_quotes(written.trim_end()),
        "wide-brace" => written.replace('｛', "{").replace('｝', "}"),
        "block-words" => {
            let (sign, words) = written.split_once([' ', '　'])?;
            let line = before.rsplit('\n').next().unwrap_or_default();
            let indent = line.len() - line.trim_start_matches([' ', '-']).len();
            format!("{sign}\n{}{}", " ".repeat(indent + 2), words.trim())
        }
        "escape" => {
            let inner = written.get(1..written.len().checked_sub(1)?)?;
            format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "''"))
        }
        "below" => format!("  {written}"),
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
    if let Some(item) = rest.strip_prefix(['－', 'ー', '–', '—', '―', '‐']) {
        let words = item.trim_start_matches([' ', '　']);
        let is_item = words.len() < item.len() || words.starts_with(|c: char| c.is_ascii_lowercase());
        return is_item.then(|| (blank..line.len() - words.len(), "wide-dash"));
    }
    let dash = rest.strip_prefix('-').filter(|rest| !rest.starts_with(['-', ' ']) && !rest.is_empty());
    if let Some(item) = dash {
        let id = item
            .trim_end()
            .trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let is_key =
            item.starts_with(|c: char| c.is_ascii_lowercase()) && (id.is_empty() || id.starts_with(": "));
        let is_word = item.starts_with(|c: char| !c.is_ascii()) || is_key;
        return is_word
            .then(|| (blank..line.len(), if item.starts_with('　') { "wide-blank" } else { "dash-blank" }));
    }
    let item = rest.strip_prefix("- ").map_or(rest, |item| item.trim_start_matches(' '));
    let begin = line.len() - item.len();
    let key = item.len()
        - item.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-').len();
    if key == 0 {
        return wide_brace(line, begin).or_else(|| in_flow(line));
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
    let is_key = item.starts_with(|c: char| c.is_ascii_lowercase());
    if value.starts_with(|c: char| !c.is_ascii() || is_key && c.is_ascii_alphanumeric()) {
        return Some((colon..colon + 1, "colon-blank"));
    }
    let words = value.trim_start_matches(' ');
    let start = line.len() - words.len();
    let end = start + words.trim_end().len();
    if value.starts_with(' ') && has_words_behind_sign(words) {
        return Some((start..end, "block-words"));
    }
    if value.starts_with(' ') && has_false_escape(words.trim_end()) {
        return Some((start..end, "escape"));
    }
    if value.starts_with(' ') && needs_quotes(words) {
        return Some((start..line.len(), "quote"));
    }
    wide_brace(line, start).or_else(|| in_flow(line))
}

/// The key without a colon that a file of one sentence begins with: `title 声`.
pub(super) fn without_colon(text: &str, at: Range) -> Option<Range> {
    let (start, line) = line_text(text, at.start);
    let words = line.trim_start_matches(' ');
    let key = words.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
    let value = key.trim_start_matches([' ', '　']);
    let from = start + line.len() - key.len();
    let is_key =
        key.len() < words.len() && value.len() < key.len() && value.starts_with(|c: char| !c.is_ascii());
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    is_key.then(|| Range { start: byte(from), end: byte(from + key.len() - value.len()) })
}

/// Whether words follow the sign `|` or `>` on its line.
fn has_words_behind_sign(value: &str) -> bool {
    let Some(rest) = value.strip_prefix(['|', '>']) else { return false };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
    let words = rest.trim_start_matches([' ', '　']);
    words.len() < rest.len() && !words.is_empty() && !words.starts_with('#')
}

/// Whether a value in quotation marks holds a backslash that YAML does not know: `"C:\dir"`.
fn has_false_escape(value: &str) -> bool {
    let Some(inner) = value.strip_prefix('"').and_then(|it| it.strip_suffix('"')) else { return false };
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c == '\\' && chars.next().is_none_or(|next| !"0abtnvfre \"/\\N_LPxuU\t".contains(next)) {
            return true;
        }
    }
    false
}

/// Full-width braces around keys; the value begins at byte `start`.
fn wide_brace(line: &str, start: usize) -> Option<(std::ops::Range<usize>, &'static str)> {
    let inner = line[start..].strip_prefix('｛')?;
    let key = inner.trim_start_matches([' ', '　']);
    let behind = key.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
    let end = line.rfind('｝').map_or(start + '｛'.len_utf8(), |at| at + '｝'.len_utf8());
    (behind.len() < key.len() && behind.starts_with(':')).then_some((start..end, "wide-brace"))
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

/// A comma between the keys of a mapping in braces that is full-width or missing, a colon without a blank, a value that must be in
/// quotation marks.
fn in_flow(line: &str) -> Option<(std::ops::Range<usize>, &'static str)> {
    let open = line.find('{')?;
    let is_key = |text: &str| {
        let text = text.trim_start_matches([' ', '　']);
        let rest = text.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
        rest.len() < text.len() && rest.starts_with([':', '：'])
    };
    let mut quote = None;
    // Where the value of a key begins.
    let mut value = None;
    for (at, c) in line[open..].char_indices() {
        let place = open + at;
        let behind = &line[place + c.len_utf8()..];
        let wide = place..place + c.len_utf8();
        match c {
            _ if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' if line[..place].ends_with([' ', '{', '[', ',']) => quote = Some(c),
            '、' | '，' if is_key(behind) => return Some((wide, "wide-comma")),
            ';' if is_key(behind) => return Some((wide, "comma-missing")),
            '：' if line[..place].ends_with(|c: char| c.is_ascii_lowercase()) => {
                return Some((wide, "wide-colon"));
            }
            ':' if behind.starts_with(' ') && value.is_none() => value = Some(place + 1),
            ' ' if value.is_some_and(|start| !line[start..place].trim().is_empty()) && is_key(behind) => {
                let blank = behind.len() - behind.trim_start_matches(' ').len();
                return Some((place..place + 1 + blank, "comma-missing"));
            }
            ',' | '}' => {
                let start = value.take().map_or(place, |start| place - line[start..place].trim_start().len());
                let words = line[start..place].trim_end();
                if !words.starts_with(['{', '[']) && needs_quotes(words) {
                    return Some((start..start + words.len(), "quote"));
                }
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
            ("  - id:a", "colon-blank", ":"),
            ("  － id: a", "wide-dash", "－ "),
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
            ("  -id: b", "dash-blank", "-id: b"),
            ("  -waiting", "dash-blank", "-waiting"),
            ("  - ｛ id: a, label: 声 ｝", "wide-brace", "｛ id: a, label: 声 ｝"),
            ("  - { id: a kind: text }", "comma-missing", " "),
            ("  - { id: a; kind: text }", "comma-missing", ";"),
            ("  - { id: a, label: 声: と }", "quote", "声: と"),
            ("  - { id: a, label: \"声\"と }", "quote", "\"声\"と"),
            ("title: | 声", "block-words", "| 声"),
            ("title: >- 声", "block-words", ">- 声"),
            ("title: \"C:\\dir\"", "escape", "\"C:\\dir\""),
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
            "a: { b: c d, e: \"f: g, h\", i: [j, k] }",
            "a: |",
            "a: >- # 注",
            "a: \"b\\n\"",
            "  -5",
            "  -x は一つ",
            "本文です。",
            "# 題：注",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }
}
