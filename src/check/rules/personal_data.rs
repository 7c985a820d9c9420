//! Nothing in a case looks like a living person's data: no phone number, address of mail, post code, or full date of
//! birth.
//!
//! Cases are passed on, printed, projected. What looks real will be taken for real, and sometimes is.

use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Kind};
use crate::source::Span;

static PATTERNS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    let hyphen = "[-‐‑–−ー－]";
    [
        ("phone", format!(r"0\d{{1,4}}{hyphen}\d{{1,4}}{hyphen}\d{{3,4}}|0[5789]0\d{{8}}|0\d{{1,4}}[(（]\d{{1,4}}[)）]\d{{4}}")),
        ("mail", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+".to_owned()),
        ("postcode", format!(r"〒\s?\d{{3}}{hyphen}?\d{{4}}|\b\d{{3}}{hyphen}\d{{4}}\b")),
        (
            "birth-date",
            r"(?:(?:19|20)\d\d|(?:昭和|平成|令和)(?:\d{1,2}|元))年\s?\d{1,2}月\s?\d{1,2}日|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b".to_owned(),
        ),
    ]
    .into_iter()
    .filter_map(|(what, pattern)| Some((what, Regex::new(&pattern).ok()?)))
    .collect()
});

pub(super) fn personal_data(document: &Document, text: &str, _: &Course, out: &mut Vec<Diagnostic>) {
    if document.kind != Kind::Case {
        return;
    }
    let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
    for (what, pattern) in PATTERNS.iter() {
        for found in pattern.find_iter(text) {
            if taken.iter().any(|range| range.start < found.end() && found.start() < range.end) {
                continue;
            }
            taken.push(found.range());
            let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let place = Span::new(&document.path, byte(found.start()), byte(found.end()));
            out.push(
                Diagnostic::new(Code::PersonalData, place).with("what", *what).with("found", found.as_str()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PATTERNS;

    fn kinds(text: &str) -> Vec<&'static str> {
        PATTERNS.iter().filter(|(_, pattern)| pattern.is_match(text)).map(|(what, _)| *what).collect()
    }

    #[test]
    fn what_looks_like_a_living_persons_data_is_found() {
        assert_eq!(PATTERNS.len(), 4);
        assert_eq!(kinds("電話は03-1234-5678です"), ["phone"]);
        assert_eq!(kinds("090 1234"), [] as [&str; 0]);
        assert_eq!(kinds("a.b@example.jp"), ["mail"]);
        assert_eq!(kinds("〒1000001"), ["postcode"]);
        assert_eq!(kinds("平成22年4月3日生まれ"), ["birth-date"]);
        assert_eq!(kinds("X年4月、13歳、2-3日"), [] as [&str; 0]);
    }
}
