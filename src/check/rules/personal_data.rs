//! Nothing in a course looks like a living person's data: no phone number, email address, postcode, full date of birth,
//! or street address.
//!
//! Cases, role cards and examples are passed on, printed, projected. What looks real will be taken for real, and sometimes
//! is. In a case every full date is reported; elsewhere a date is often that of a law or a book, so only a date of birth is.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{allowed, text_span};
use crate::check::CheckContext;
use crate::check::unmarked::Unmarked;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Pattern, PersonalKind, PersonalRules};
use crate::model::{Document, Kind};
use crate::steps;

/// Whether a phone number is one that anyone may call: free of charge or at a common rate, as helplines are.
fn is_public(phone: &str, rules: &PersonalRules) -> bool {
    let phone: String = phone.nfkc().collect();
    rules.public_phones.as_ref().is_some_and(|it| it.regex.is_match(&phone))
}

/// Whether data outside a case is there on purpose: a date that is not of a birth, a link that calls or writes.
fn is_meant(text: &str, what: PersonalKind, range: &Range<usize>, rules: &PersonalRules) -> bool {
    let before = &text[..range.start];
    match what {
        PersonalKind::BirthDate => !is_birth(text, range, rules),
        PersonalKind::Mail => before.ends_with("mailto:"),
        PersonalKind::Phone => before.ends_with("tel:") || is_public(&text[range.clone()], rules),
        _ => false,
    }
}

/// Whether the words around `range` speak of a birth.
fn is_birth(text: &str, range: &Range<usize>, rules: &PersonalRules) -> bool {
    let is_in_line = |&(_, c): &(usize, char)| c != '\n';
    let before = text[..range.start].char_indices().rev().take(16).take_while(is_in_line);
    let start = before.last().map_or(range.start, |(at, _)| at);
    let after = text[range.end..].char_indices().take(6).take_while(is_in_line);
    let end = range.end + after.last().map_or(0, |(at, c)| at + c.len_utf8());
    let (before, after) = (&text[start..range.start], &text[range.end..end]);
    steps::count(end - start);
    let speaks = |pattern: Option<&Pattern>, text: &str| pattern.is_some_and(|it| it.regex.is_match(text));
    speaks(rules.births.as_ref(), before)
        || speaks(rules.births.as_ref(), after)
        || speaks(rules.births_behind.as_ref(), after)
}

pub(super) fn personal_data(
    document: &Document,
    text: &str,
    context: &CheckContext,
    out: &mut Vec<Diagnostic>,
) {
    let Some(rules) = &context.locale.rules.personal_data else { return };
    let unmarked = Unmarked::new(text);
    let is_allowed = allowed(&context.allow);
    for (what, range) in rules.found(&unmarked.text, true) {
        let shown = &unmarked.text[range.clone()];
        let is_free = document.kind != Kind::Case && is_meant(&unmarked.text, what, &range, rules);
        if is_free || is_allowed(shown) {
            continue;
        }
        let place = text_span(document, &unmarked.source(&range));
        out.push(Diagnostic::new(Code::PersonalData, place).with("what", what.word()).with("found", shown));
    }
}

#[cfg(test)]
mod tests {
    use crate::theme::default_locale;

    #[test]
    fn a_helpline_is_public_and_a_mobile_phone_is_not() {
        for (tag, phone, expected) in [
            ("ja", "0120-000-000", true),
            ("ja", "0800-123-4567", true),
            ("ja", "080-0000-1111", false),
            ("en", "0800 1111", true),
            ("en", "0808 800 5000", true),
            ("en", "(800) 123-4567", true),
            ("en", "07700 900123", false),
            ("en", "(202) 555-0143", false),
        ] {
            let locale = default_locale(tag);
            assert_eq!(
                super::is_public(phone, locale.rules.personal_data.as_ref().unwrap()),
                expected,
                "{phone}"
            );
        }
    }
}
