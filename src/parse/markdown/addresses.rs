//! Bare addresses in words, and links to files whose names hold a blank.
//!
//! `CommonMark` takes neither for a link. Authors paste both: an address from the browser, and 「スクリーンショット
//! 2026-04-01.png」 as the computer named it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TextPart<'a> {
    /// Words.
    Words(&'a str),
    /// An address that is its own label, and where it leads.
    Address(&'a str, String),
    /// `[label](a file.pdf)` or `![label](a picture.png)`.
    File { is_image: bool, label: &'a str, path: &'a str },
}

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"https?://[!-~]+|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+").ok()
});

/// Divides `text`, each part with its place.
pub(super) fn parts(text: &str) -> Vec<(TextPart<'_>, Range<usize>)> {
    let files = files(text);
    let mut found: Vec<(TextPart<'_>, Range<usize>)> = files.clone();
    if text.contains("://") || text.contains('@') {
        for address in ADDRESS.iter().flat_map(|pattern| pattern.find_iter(text)) {
            let shown = without_punctuation(address.as_str());
            let range = address.start()..address.start() + shown.len();
            let is_word = text[..range.start].ends_with(|c: char| c.is_ascii_alphanumeric());
            let is_taken = files.iter().any(|(_, other)| other.start < range.end && range.start < other.end);
            if !is_word && !is_taken {
                let target = if shown.contains("://") { shown.to_owned() } else { format!("mailto:{shown}") };
                found.push((TextPart::Address(shown, target), range));
            }
        }
        found.sort_by_key(|(_, range)| range.start);
    }
    let mut parts = Vec::with_capacity(found.len() * 2 + 1);
    let mut at = 0;
    for (part, range) in found {
        if at < range.start {
            parts.push((TextPart::Words(&text[at..range.start]), at..range.start));
        }
        at = range.end;
        parts.push((part, range));
    }
    if at < text.len() {
        parts.push((TextPart::Words(&text[at..]), at..text.len()));
    }
    parts
}

/// An address without the punctuation of the sentence around it.
fn without_punctuation(address: &str) -> &str {
    let mut shown = address;
    loop {
        let shorter = shown.trim_end_matches([
            '.', ',', ';', ':', '!', '?', '\'', '"', '*', '_', '~', '|', '<', '>', '`', ']',
        ]);
        let closes = shorter.matches(')').count() > shorter.matches('(').count();
        let shorter = if closes { shorter.strip_suffix(')').unwrap_or(shorter) } else { shorter };
        if shorter.len() == shown.len() {
            return shown;
        }
        shown = shorter;
    }
}

/// The links to files whose names hold a blank or a parenthesis.
fn files(text: &str) -> Vec<(TextPart<'_>, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(middle) = text[at..].find("](").map(|offset| at + offset) {
        let opening = text[at..middle].rfind('[').map(|offset| at + offset);
        let path = closing(&text[middle + 2..]).map(|length| &text[middle + 2..middle + 2 + length]);
        if let (Some(opening), Some(path)) = (opening, path.filter(|path| is_file_with_blank(path))) {
            let is_image = text[..opening].ends_with('!');
            let start = opening - usize::from(is_image);
            let end = middle + 2 + path.len() + 1;
            let label = &text[opening + 1..middle];
            found.push((TextPart::File { is_image, label, path: path.trim() }, start..end));
            at = end;
        } else {
            at = middle + 2;
        }
    }
    found
}

/// The length of what comes before the parenthesis that closes, on the same line and not far away.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().take(300) {
        match c {
            '\n' => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether `path` is that of a file of a course, with a blank in it that keeps the parser from seeing the link.
pub(super) fn is_file_with_blank(path: &str) -> bool {
    let extension = path.trim().rsplit_once('.').map_or("", |(_, extension)| extension);
    path.trim().contains([' ', '　'])
        && !path.contains('"')
        && (1..=5).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_before_japanese_and_before_the_punctuation_of_its_sentence() {
        let address = |text| match &parts(text)[..] {
            [.., (TextPart::Address(shown, _), _), (TextPart::Words(_), _)] => (*shown).to_owned(),
            other => format!("{other:?}"),
        };
        assert_eq!(address("詳しくはhttps://example.jp/a_(b)を見る"), "https://example.jp/a_(b)");
        assert_eq!(address("(https://example.jp/a)."), "https://example.jp/a");
        assert_eq!(address("連絡はa.b@example.jpへ"), "a.b@example.jp");
    }

    #[test]
    fn a_file_with_a_blank_in_its_name_is_a_link() {
        let parts = parts("図は![席](../images/席 (1).png)です");
        let file = TextPart::File { is_image: true, label: "席", path: "../images/席 (1).png" };
        assert_eq!(parts[1].0, file);
        assert_eq!(parts.len(), 3);
        assert!(!is_file_with_blank("case: x") && !is_file_with_blank("a.md \"題\""));
    }
}
