//! Nothing in a case looks like a living person's data: no phone number, address of mail, post code, or full date of
//! birth.
//!
//! Cases are passed on, printed, projected. What looks real will be taken for real, and sometimes is.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::text_span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Document, Kind};
use crate::yaml::Text;

/// What each kind of data looks like. `D` is a digit and `H` a hyphen, of either width.
const SHAPES: [(&str, &str); 4] = [
    ("phone", r"[0０]D{1,4}HD{1,4}HD{3,4}|[0０][5789５７８９][0０]D{8}|[0０]D{1,4}[(（]D{1,4}[)）]D{4}"),
    ("mail", r"[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    ("postcode", r"〒\s?D{3}H?D{4}|D{3}HD{4}"),
    (
        "birth-date",
        r"(?:(?:19|20|１９|２０)DD|(?:昭和|平成|令和)(?:D{1,2}|元))年\s?D{1,2}月\s?D{1,2}日|(?:19|20)DD[-/.]D{1,2}[-/.]D{1,2}",
    ),
];

static PATTERNS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    let patterns = SHAPES.into_iter().map(|(what, shape)| {
        let pattern = shape.replace('D', "[0-9０-９]").replace('H', "[-‐‑–−ー－]");
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

pub(super) fn personal_data(document: &Document, text: &str, _: &[Text], out: &mut Vec<Diagnostic>) {
    if document.kind != Kind::Case {
        return;
    }
    for (what, range) in found(text) {
        let place = text_span(document, &range);
        out.push(Diagnostic::new(Code::PersonalData, place).with("what", what).with("found", &text[range]));
    }
}

/// What looks like personal data, and where. What one shape has taken is not taken again by another.
fn found(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    for (what, pattern) in PATTERNS.iter() {
        for range in pattern.find_iter(text).map(|it| it.range()) {
            let is_taken = found.iter().any(|(_, other)| other.start < range.end && range.start < other.end);
            if !is_taken && !is_part_of_number(text, &range) {
                found.push((what, range));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{PATTERNS, found};

    fn kinds(text: &str) -> Vec<&'static str> {
        found(text).into_iter().map(|(what, _)| what).collect()
    }

    #[test]
    fn what_looks_like_a_living_persons_data_is_found() {
        assert_eq!(PATTERNS.len(), 4);
        assert_eq!(kinds("電話は03-1234-5678です"), ["phone"]);
        assert_eq!(kinds("電話は０３－１２３４－５６７８です"), ["phone"]);
        assert_eq!(kinds("090 1234"), [] as [&str; 0]);
        assert_eq!(kinds("a.b@example.jp"), ["mail"]);
        assert_eq!(kinds("〒1000001と100-0002"), ["postcode", "postcode"]);
        assert_eq!(kinds("平成22年4月3日生まれ、弟は2015-06-01"), ["birth-date", "birth-date"]);
        assert_eq!(kinds("X年4月、13歳、2-3日、1234-56789"), [] as [&str; 0]);
    }
}
