//! Words that the field has left behind, words that the course spells otherwise, and marks written with the wrong character.
//!
//! A practitioner who meets 登校拒否 or “wheelchair-bound” on a page stops trusting the rest of it. Those words are the locale's;
//! `allow` in `course.yaml` permits one, for texts about the word itself. The spellings are the course's: readers of a text in
//! which one thing has two names ask whether two are meant.

use std::ops::Range;

use super::{allowed, text_span};
use crate::check::{CheckContext, WordFound};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Circles;
use crate::model::{Document, Kind};

pub(super) fn wording(document: &Document, text: &str, context: &CheckContext, out: &mut Vec<Diagnostic>) {
    // The rules themselves name the words.
    if document.kind == Kind::Wording {
        return;
    }
    let own = course_wording(document, text, context, out);
    let is_allowed = allowed(&context.allow);
    let mut report = |code, at: usize, found: &str, instead: &str| {
        let place = text_span(document, &(at..at + found.len()));
        let fixed = Diagnostic::new(code, place.clone()).fixed(place, instead);
        out.push(fixed.with("found", found).with("use", instead));
    };
    // The `allow` list of course.yaml names the words themselves.
    let words = context.locale.outdated().filter(|_| document.kind != Kind::Course);
    for (number, range) in words.iter().flat_map(|words| words.find(text)) {
        let outdated = &context.locale.rules.outdated[number];
        let found = &text[range.clone()];
        // What the course says of the word comes first.
        let is_own = own.iter().any(|it| it.start < range.end && range.start < it.end);
        if !is_own && !is_allowed(&outdated.word) && !is_allowed(found) {
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

/// Reports the words that `wording.yaml` says to avoid. Returns their places.
fn course_wording(
    document: &Document,
    text: &str,
    context: &CheckContext,
    out: &mut Vec<Diagnostic>,
) -> Vec<Range<usize>> {
    let found = context.wording.find(&document.path, text).map(|WordFound { at, instead, rule, rule_at }| {
        let place = text_span(document, &at);
        let it = Diagnostic::new(Code::CourseWording, place.clone()).fixed(place, &*instead).related(rule_at);
        let why = rule.why.as_ref().map_or("", |why| why);
        let it = it.with("found", &text[at.clone()]).with("use", instead).with("why", why);
        out.push(
            it.with("explained", if why.is_empty() { "no" } else { "yes" }).with("path", &*document.path),
        );
        at
    });
    found.collect()
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
        assert!(words.len() > 5);
        for first in &words {
            for second in words.iter().filter(|second| *second != first) {
                let mut ends = second.char_indices().skip(1).map(|(at, _)| &second[..at]);
                assert!(!first.contains(second) && !ends.any(|end| first.ends_with(end)));
            }
        }
    }
}
