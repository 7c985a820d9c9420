//! What looks like a living person's data in a text: the shapes of the locale file.
//!
//! The scripts find the same in what learners write (`themes/default/scripts/answers/personal.js`); `tests/shared/personal.json` holds
//! both. A course is searched for more ways to write than an answer.

use std::collections::BTreeMap;
use std::ops::Range;

use super::checks::{PersonalKind, PersonalRules, PersonalShape};

/// The longest answer that may be a name, in UTF-16 units.
const LONGEST_NAME: usize = 40;

/// What is between the words of a short answer.
const BETWEEN_WORDS: [char; 24] = [
    ' ', '　', '\t', '\n', '\r', '、', '，', ',', '。', '・', '/', '／', '(', ')', '（', '）', '「', '」',
    '+', '＋', ':', '：', '=', '＝',
];

/// Whether digits go on before or behind what was found: then it is part of another number.
fn is_part_of_number(text: &str, found: &Range<usize>) -> bool {
    let is_number =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '-');
    is_number(text[..found.start].chars().next_back()) || is_number(text[found.end..].chars().next())
}

/// Whether `text` is a date, or a moment that a page kept.
fn is_date(text: &str) -> bool {
    let is_day = |day: &str| {
        let shape = "0000-00-00".chars();
        day.len() == 10
            && day
                .chars()
                .zip(shape)
                .all(|(c, shape)| if shape == '0' { c.is_ascii_digit() } else { c == shape })
    };
    match text.split_once('T') {
        None => is_day(text),
        Some((day, time)) => {
            let time = time.strip_suffix('Z').unwrap_or_default();
            is_day(day)
                && !time.is_empty()
                && time.chars().all(|c| c.is_ascii_digit() || c == ':' || c == '.')
        }
    }
}

impl PersonalRules {
    /// What looks like personal data, and where. What one shape has taken is not taken again by another.
    #[must_use]
    pub fn found(&self, text: &str, in_course: bool) -> Vec<(PersonalKind, Range<usize>)> {
        let mut found: Vec<(PersonalKind, Range<usize>)> = Vec::new();
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        let is_sought =
            |shape: &&PersonalShape| if in_course { !shape.only_in_answers } else { !shape.only_in_courses };
        let shapes = self.shapes.iter().filter(is_sought);
        for PersonalShape { what, pattern, .. } in shapes {
            for range in pattern.regex.find_iter(text).map(|it| it.range()) {
                // What was found does not overlap: only the last of what begins before the end may reach into it.
                let before = taken.range(..range.end).next_back();
                let is_taken = before.is_some_and(|(_, &end)| range.start < end);
                let is_nobodys = match what {
                    // A letter is no real name.
                    PersonalKind::Address => {
                        self.invented.as_ref().is_some_and(|it| it.regex.is_match(&text[range.clone()]))
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

    /// Whether there is personal data in an answer to what `label` asks. A date is the day of writing, unless the label asks for a
    /// birthday.
    #[must_use]
    pub fn is_in_answer(&self, text: &str, label: &str) -> bool {
        let asks_for_birth = || self.births.as_ref().is_some_and(|it| it.regex.is_match(label));
        (!is_date(text) || asks_for_birth()) && !self.found(text, false).is_empty()
    }

    /// Whether an answer to what `label` asks, such as who someone is, may be a name: it is short, and has a word that is neither a role nor
    /// a letter.
    #[must_use]
    pub fn may_be_name(&self, text: &str, label: &str) -> bool {
        let (Some(labels), Some(roles)) = (&self.called_labels, &self.called_roles) else { return false };
        text.encode_utf16().count() <= LONGEST_NAME
            && labels.regex.is_match(label.trim())
            && text.split(BETWEEN_WORDS).any(|word| !word.is_empty() && !roles.regex.is_match(word))
    }

    /// Whether a field with that label asks for a living person's name.
    #[must_use]
    pub fn asks_for_name(&self, label: &str) -> bool {
        self.name_labels.as_ref().is_some_and(|it| it.regex.is_match(label.trim()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::locale::PersonalRules;
    use crate::theme::default_locale;

    fn rules(tag: &str) -> PersonalRules {
        default_locale(tag).rules.personal_data.clone().unwrap()
    }

    fn found(text: &str, tag: &str, in_course: bool) -> Vec<(String, String)> {
        let mut found = rules(tag).found(text, in_course);
        found.sort_by_key(|(_, range)| range.start);
        found.into_iter().map(|(what, range)| (what.word().to_owned(), text[range].to_owned())).collect()
    }

    #[test]
    fn what_looks_like_a_living_persons_data_is_what_the_scripts_take_for_it() {
        type Rows = Vec<(String, Vec<(String, String)>)>;
        let table = include_str!("../../tests/shared/personal.json");
        let table: BTreeMap<String, Rows> = serde_json::from_str(table).unwrap();
        for (tag, rows) in table {
            assert!(rows.len() > 25, "{tag}");
            for (text, expected) in rows {
                assert_eq!(found(&text, &tag, false), expected, "{tag}: {text}");
            }
        }
    }

    #[test]
    fn a_course_is_searched_for_more_ways_to_write() {
        for (tag, text, expected) in [
            ("ja", "H24.5.14生", "H24.5.14"),
            ("ja", "S60/3/2生まれ", "S60/3/2"),
            ("en", "born 5/14/10 in", "5/14/10"),
        ] {
            let found = found(text, tag, true);
            assert_eq!(found.iter().map(|(_, found)| found.as_str()).collect::<Vec<_>>(), [expected]);
            assert!(!rules(tag).is_in_answer(text, ""), "{text}");
        }
        assert!(found("A4.5.6とB1.2", "ja", true).is_empty());
    }

    #[test]
    fn a_date_in_an_answer_is_the_day_of_writing_unless_a_birthday_is_asked_for() {
        for (text, label, expected) in [
            ("2026-04-01", "書いた日", false),
            ("2026-04-01", "生年月日", true),
            ("2026-04-01T10:00:00.000Z", "いつ", false),
            ("2026-04-01に会う", "次", true),
            ("電話は03-1234-5678", "", true),
            ("三人で話した", "", false),
        ] {
            assert_eq!(rules("ja").is_in_answer(text, label), expected, "{text} {label}");
        }
    }

    #[test]
    fn an_answer_that_may_be_a_name_is_what_the_scripts_take_for_one() {
        let table: BTreeMap<String, Vec<(String, String, bool)>> =
            serde_json::from_str(include_str!("../../tests/shared/called.json")).unwrap();
        for (tag, rows) in table {
            for (label, text, expected) in rows {
                assert_eq!(rules(&tag).may_be_name(&text, &label), expected, "{tag}: {label}: {text}");
            }
        }
    }

    #[test]
    fn a_label_asks_for_a_name_if_it_is_the_word_for_one() {
        let table: BTreeMap<String, Vec<(String, bool)>> =
            serde_json::from_str(include_str!("../../tests/shared/name-labels.json")).unwrap();
        for (tag, rows) in table {
            for (label, expected) in rows {
                assert_eq!(rules(&tag).asks_for_name(&label), expected, "{tag}: {label}");
            }
        }
    }
}
