//! Nothing in a course looks like a living person's data: no phone number, email address, postcode, full date of birth,
//! or street address.
//!
//! Cases, role cards and examples are passed on, printed, projected. What looks real will be taken for real, and sometimes
//! is. In a case every full date is reported; elsewhere a date is often that of a law or a book, so only a date of birth is.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{allowed, text_span};
use crate::check::CheckContext;
use crate::check::unmarked::Unmarked;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Pattern, PersonalKind, PersonalRules, PersonalShape};
use crate::model::{Document, Kind};
use crate::steps;

/// Whether digits go on before or behind what was found: then it is part of another number.
fn is_part_of_number(text: &str, found: &Range<usize>) -> bool {
    let is_number =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '-');
    is_number(text[..found.start].chars().next_back()) || is_number(text[found.end..].chars().next())
}

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
    for (what, range) in found(&unmarked.text, rules) {
        let shown = &unmarked.text[range.clone()];
        let is_free = document.kind != Kind::Case && is_meant(&unmarked.text, what, &range, rules);
        if is_free || is_allowed(shown) {
            continue;
        }
        let place = text_span(document, &unmarked.source(&range));
        out.push(Diagnostic::new(Code::PersonalData, place).with("what", what.word()).with("found", shown));
    }
}

/// What looks like personal data, and where. What one shape has taken is not taken again by another.
fn found(text: &str, rules: &PersonalRules) -> Vec<(PersonalKind, Range<usize>)> {
    let mut found: Vec<(PersonalKind, Range<usize>)> = Vec::new();
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for PersonalShape { what, pattern, .. } in &rules.shapes {
        for range in pattern.regex.find_iter(text).map(|it| it.range()) {
            // What was found does not overlap: only the last of what begins before the end may reach into it.
            let before = taken.range(..range.end).next_back();
            let is_taken = before.is_some_and(|(_, &end)| range.start < end);
            let is_nobodys = match what {
                // A letter is no real name.
                PersonalKind::Address => {
                    rules.invented.as_ref().is_some_and(|it| it.regex.is_match(&text[range.clone()]))
                }
                _ => is_part_of_number(text, &range),
            };
            if !is_taken && !is_nobodys {
                taken.insert(range.start, range.end);
                found.push((*what, range));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::locale::PersonalRules;
    use crate::theme::default_locale;

    fn rules(tag: &str, only_of_learners: bool) -> PersonalRules {
        let mut rules = default_locale(tag).rules.personal_data.clone().unwrap();
        rules.shapes.retain(|it| !(only_of_learners && it.only_in_courses));
        rules
    }

    fn found(text: &str, rules: &PersonalRules) -> Vec<(String, String)> {
        let mut found = super::found(text, rules);
        found.sort_by_key(|(_, range)| range.start);
        found.into_iter().map(|(what, range)| (what.word().to_owned(), text[range].to_owned())).collect()
    }

    #[test]
    fn what_looks_like_a_living_persons_data_is_what_the_scripts_take_for_it() {
        type Rows = Vec<(String, Vec<(String, String)>)>;
        let table = include_str!("../../../tests/shared/personal.json");
        let table: BTreeMap<String, Rows> = serde_json::from_str(table).unwrap();
        for (tag, rows) in table {
            assert!(rows.len() > 25, "{tag}");
            let rules = rules(&tag, true);
            for (text, expected) in rows {
                assert_eq!(found(&text, &rules), expected, "{tag}: {text}");
            }
        }
    }

    #[test]
    fn a_course_is_searched_for_more_ways_to_write() {
        for (tag, text, expected) in [
            ("ja", "携帯は090 1234 5678へ", "090 1234 5678"),
            ("ja", "０８０　１２３４　５６７８", "０８０　１２３４　５６７８"),
            ("ja", "call +81 90-1234-5678", "+81 90-1234-5678"),
            ("ja", "H24.5.14生", "H24.5.14"),
            ("ja", "S60/3/2生まれ", "S60/3/2"),
            ("en", "born 5/14/10 in", "5/14/10"),
        ] {
            let found = found(text, &rules(tag, false));
            assert_eq!(found.iter().map(|(_, found)| found.as_str()).collect::<Vec<_>>(), [expected]);
        }
        assert!(found("A4.5.6とB1.2", &rules("ja", false)).is_empty());
    }

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
            assert_eq!(super::is_public(phone, &rules(tag, false)), expected, "{phone}");
        }
    }
}
