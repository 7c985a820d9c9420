//! Words that the field has left behind, and marks written with the wrong character.
//!
//! A practitioner who meets 登校拒否 or 障害程度区分 on a page stops trusting the rest of it. `allow` in `course.yaml` permits a
//! word, for texts about the word itself.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{allowed, text_span};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;
use crate::yaml::Text;

/// Words of the past, and what is said now.
const OUTDATED: &[(&str, &str)] = &[
    ("登校拒否", "不登校"),
    ("父兄", "保護者"),
    ("アスペルガー", "自閉スペクトラム症"),
    ("障害程度区分", "障害支援区分"),
    ("サービス利用計画", "サービス等利用計画"),
    ("障害を持つ", "障害のある"),
    ("問題のある家族", "支援を必要とする家族"),
    ("支援拒否", "支援につながりにくい"),
    ("精神薄弱", "知的障害"),
    ("痴呆", "認知症"),
    ("精神分裂病", "統合失調症"),
    ("バックアツプ", "バックアップ"),
    ("インタベーション", "インターベンション"),
];

/// All of them, found in one pass. No two can overlap, so that none hides another.
static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = OUTDATED.iter().map(|(word, _)| word);
    // Of this kind, and of no other, the first three bytes of all are looked for at once.
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(words).ok()
});

pub(super) fn wording(document: &Document, text: &str, allow: &[Text], out: &mut Vec<Diagnostic>) {
    let is_allowed = allowed(allow);
    let mut report = |code, at: usize, found: &str, instead: &str| {
        let place = text_span(document, &(at..at + found.len()));
        let fixed = Diagnostic::new(code, place.clone()).fixed(place, instead);
        out.push(fixed.with("found", found).with("use", instead));
    };
    // The `allow` list of course.yaml names the words themselves.
    let words = WORDS.as_ref().filter(|_| document.kind != crate::model::Kind::Course);
    for found in words.iter().flat_map(|words| words.find_iter(text)) {
        let (word, instead) = OUTDATED[found.pattern().as_usize()];
        if !is_allowed(word) {
            report(Code::OutdatedTerm, found.start(), word, instead);
        }
    }
    for (at, found) in text.match_indices('x') {
        let is_japanese =
            |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && c.is_alphanumeric() && !c.is_numeric());
        if is_japanese(text[..at].chars().next_back()) && is_japanese(text[at + 1..].chars().next()) {
            report(Code::MixedCircle, at, found, "×");
        }
    }
    for (at, found) in text.match_indices('〇') {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        if !is_placeholder(before, after) {
            report(Code::MixedCircle, at, found, "○");
        }
    }
}

/// `〇` is also used for a left-out name (`〇〇市`) and for a zero (`二〇二六`): there it is right.
fn is_placeholder(before: Option<char>, after: Option<char>) -> bool {
    let is_number = |c: Option<char>| c.is_some_and(|c| "〇一二三四五六七八九十百千".contains(c));
    is_number(before) || is_number(after) || after.is_some_and(|c| "市町村区県年月日".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_overlaps_another() {
        for (first, _) in OUTDATED {
            for (second, _) in OUTDATED.iter().filter(|(second, _)| second != first) {
                let ends = second.char_indices().skip(1).map(|(at, _)| &second[..at]);
                assert!(!first.contains(second) && !ends.into_iter().any(|end| first.ends_with(end)));
            }
        }
    }
}
