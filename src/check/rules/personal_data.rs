//! Nothing in a course looks like a living person's data: no phone number, email address, postcode, full date of birth,
//! or street address.
//!
//! Cases, role cards and examples are passed on, printed, projected. What looks real will be taken for real, and sometimes
//! is. In a case every full date is reported; elsewhere a date is often that of a law or a book, so only a date of birth is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::{allowed, text_span};
use crate::check::unmarked::Unmarked;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Document, Kind};
use crate::steps;
use crate::yaml::Text;

/// What each kind of data looks like. `D` is a digit and `H` a hyphen, of either width; `C` a character of a Japanese name.
/// The same as in `themes/default/scripts/answers/personal.js`, held together by `tests/shared/personal.json`.
const SHAPES: [(&str, &str); 5] = [
    ("phone", r"[0０]D{1,4}HD{1,4}HD{3,4}|[0０][5789５７８９][0０]D{8}|[0０]D{1,4}[(（]D{1,4}[)）]D{4}"),
    ("mail", r"[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    ("postcode", r"〒\s?D{3}H?D{4}|D{3}HD{4}"),
    (
        "birth-date",
        r"(?:(?:19|20|１９|２０)DD|(?:昭和|平成|令和)(?:D{1,2}|元))年\s?D{1,2}月\s?D{1,2}日|(?:19|20)DD[-/.]D{1,2}[-/.]D{1,2}",
    ),
    (
        "address",
        r"[A-Za-zＡ-Ｚ]?C{0,8}[市区町村郡]C{0,12}D{1,4}(?:丁目(?:D{1,4}番(?:地|D{1,4}号)?)?|番地|番D{1,4}号|HD{1,4}HD{1,4})",
    ),
];

/// Ways to write that only a course is searched for, not what learners write.
const MORE_SHAPES: [(&str, &str); 2] = [
    ("phone", r"[0０][5789５７８９][0０][ 　]D{4}[ 　]D{4}|[+＋][1-9]D{0,2}[- ]?D{1,4}[- ]D{2,4}[- ]?D{3,4}"),
    ("birth-date", r"[S\x48R]D{1,2}[./]D{1,2}[./]D{1,2}"),
];

static PATTERNS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    let patterns = SHAPES.into_iter().chain(MORE_SHAPES).map(|(what, shape)| {
        let pattern = shape.replace('D', "[0-9０-９]").replace('H', "[-‐‑–−ー－]");
        let pattern = pattern.replace('C', r"[\p{Han}ぁ-んァ-ヶ]");
        Some((what, Regex::new(&pattern).ok()?))
    });
    patterns.flatten().collect()
});

/// Whether digits go on before or behind what was found: then it is part of another number.
fn is_part_of_number(text: &str, found: &Range<usize>) -> bool {
    let is_number =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '-');
    is_number(text[..found.start].chars().next_back()) || is_number(text[found.end..].chars().next())
}

/// A市, X町: a letter is no real name, and without one it is the beginning of another word.
fn is_invented(address: &str) -> bool {
    address.starts_with(|c: char| {
        c.is_ascii_alphabetic() || ('Ａ'..='Ｚ').contains(&c) || "市区町村郡".contains(c)
    })
}

/// Whether a phone number is one that anyone may call: free of charge or at a common rate, as helplines are.
fn is_public(phone: &str) -> bool {
    let first: String = phone.nfkc().take_while(char::is_ascii_digit).collect();
    ["0120", "0800", "0570", "0990"].contains(&first.as_str())
}

/// Whether data outside a case is there on purpose: a date that is not of a birth, a link that calls or writes.
fn is_meant(text: &str, what: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    match what {
        "birth-date" => !is_birth(text, range),
        "mail" => before.ends_with("mailto:"),
        "phone" => before.ends_with("tel:") || is_public(&text[range.clone()]),
        _ => false,
    }
}

/// Whether the words around `range` speak of a birth.
fn is_birth(text: &str, range: &Range<usize>) -> bool {
    const WORDS: [&str; 6] = ["生まれ", "生年月日", "誕生", "born", "birth", "DOB"];
    let is_in_line = |&(_, c): &(usize, char)| c != '\n';
    let before = text[..range.start].char_indices().rev().take(12).take_while(is_in_line);
    let start = before.last().map_or(range.start, |(at, _)| at);
    let after = text[range.end..].char_indices().take(6).take_while(is_in_line);
    let end = range.end + after.last().map_or(0, |(at, c)| at + c.len_utf8());
    let (before, after) = (&text[start..range.start], &text[range.end..end]);
    steps::count(end - start);
    WORDS.iter().any(|word| before.contains(word) || after.contains(word)) || after.starts_with('生')
}

pub(super) fn personal_data(document: &Document, text: &str, allow: &[Text], out: &mut Vec<Diagnostic>) {
    let unmarked = Unmarked::new(text);
    let is_allowed = allowed(allow);
    for (what, range) in found(&unmarked.text) {
        let shown = &unmarked.text[range.clone()];
        let is_free = document.kind != Kind::Case && is_meant(&unmarked.text, what, &range);
        if is_free || is_allowed(shown) {
            continue;
        }
        let place = text_span(document, &unmarked.source(&range));
        out.push(Diagnostic::new(Code::PersonalData, place).with("what", what).with("found", shown));
    }
}

/// What looks like personal data, and where. What one shape has taken is not taken again by another.
fn found(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for (what, pattern) in PATTERNS.iter() {
        for range in pattern.find_iter(text).map(|it| it.range()) {
            // What was found does not overlap: only the last of what begins before the end may reach into it.
            let before = taken.range(..range.end).next_back();
            let is_taken = before.is_some_and(|(_, &end)| range.start < end);
            let is_nobodys = match *what {
                "address" => is_invented(&text[range.clone()]),
                _ => is_part_of_number(text, &range),
            };
            if !is_taken && !is_nobodys {
                taken.insert(range.start, range.end);
                found.push((what, range));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn what_looks_like_a_living_persons_data_is_what_the_scripts_take_for_it() {
        let table = include_str!("../../../tests/shared/personal.json");
        let table: Vec<(String, Vec<(String, String)>)> = serde_json::from_str(table).unwrap();
        assert!(table.len() > 25);
        for (text, expected) in table {
            let mut found = found(&text);
            found.sort_by_key(|(_, range)| range.start);
            let found: Vec<_> =
                found.into_iter().map(|(what, range)| (what.to_owned(), text[range].to_owned())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_course_is_searched_for_more_ways_to_write() {
        for (text, expected) in [
            ("携帯は090 1234 5678へ", "090 1234 5678"),
            ("０８０　１２３４　５６７８", "０８０　１２３４　５６７８"),
            ("call +81 90-1234-5678", "+81 90-1234-5678"),
            ("H24.5.14生", "H24.5.14"),
            ("S60/3/2生まれ", "S60/3/2"),
        ] {
            let found = found(text);
            assert_eq!(found.iter().map(|(_, range)| &text[range.clone()]).collect::<Vec<_>>(), [expected]);
        }
        assert!(found("A4.5.6とB1.2").is_empty());
    }

    #[test]
    fn a_helpline_is_public_and_a_mobile_phone_is_not() {
        for (phone, expected) in [("0120-000-000", true), ("0800-123-4567", true), ("080-0000-1111", false)] {
            assert_eq!(super::is_public(phone), expected, "{phone}");
        }
    }
}
