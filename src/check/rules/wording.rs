//! Words that the field has left behind, and marks written with the wrong character.
//!
//! A practitioner who meets 登校拒否 or “wheelchair-bound” on a page stops trusting the rest of it. The words are the locale's;
//! `allow` in `course.yaml` permits one, for texts about the word itself.

use super::{allowed, text_span};
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Circles;
use crate::model::Document;

pub(super) fn wording(document: &Document, text: &str, context: &CheckContext, out: &mut Vec<Diagnostic>) {
    let is_allowed = allowed(&context.allow);
    let mut report = |code, at: usize, found: &str, instead: &str| {
        let place = text_span(document, &(at..at + found.len()));
        let fixed = Diagnostic::new(code, place.clone()).fixed(place, instead);
        out.push(fixed.with("found", found).with("use", instead));
    };
    // The `allow` list of course.yaml names the words themselves.
    let words = context.locale.outdated().filter(|_| document.kind != crate::model::Kind::Course);
    for (number, range) in words.iter().flat_map(|words| words.find(text)) {
        let outdated = &context.locale.rules.outdated[number];
        let found = &text[range.clone()];
        if !is_allowed(&outdated.word) && !is_allowed(found) {
            report(Code::OutdatedTerm, range.start, found, &outdated.say);
        }
    }
    let Some(circles) = &context.locale.rules.circles else { return };
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
        if !is_placeholder(circles, before, after) {
            report(Code::MixedCircle, at, found, "○");
        }
    }
}

/// `〇` is also used for a left-out name (`〇〇市`) and for a zero (`二〇二六`): there it is right.
fn is_placeholder(circles: &Circles, before: Option<char>, after: Option<char>) -> bool {
    let is_number = |c: Option<char>| c.is_some_and(|c| circles.numbers.contains(c));
    is_number(before) || is_number(after) || after.is_some_and(|c| circles.places.contains(c))
}

#[cfg(test)]
mod tests {
    use crate::theme::default_locale;

    #[test]
    fn no_outdated_word_overlaps_another() {
        let locale = default_locale("ja");
        let words: Vec<&str> = locale.rules.outdated.iter().map(|it| &*it.word).collect();
        assert!(words.len() > 10);
        for first in &words {
            for second in words.iter().filter(|second| *second != first) {
                let mut ends = second.char_indices().skip(1).map(|(at, _)| &second[..at]);
                assert!(!first.contains(second) && !ends.any(|end| first.ends_with(end)));
            }
        }
    }
}
