//! Persons of a case are A, B or roles; schools, hospitals and places have letters for names.
//!
//! A name that could be a real person's makes readers look for that person. Every text of a course is searched: names
//! slip in with role cards, examples and sentences that were copied from a real report.

mod japanese;
mod latin;
mod words;

use std::collections::HashSet;
use std::ops::Range;

use super::{allowed, span, text_span};
use crate::check::CheckContext;
use crate::check::unmarked::Unmarked;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Institutions, Locale, NameMethod, NameRules};
use crate::model::{Content, Document, Kind};
use crate::source::Span;
use crate::yaml::{At, Text};
use words::{Script, is_built_like_name, is_given, is_surname, script};

/// A name that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    /// The name with its title.
    range: Range<usize>,
    /// The name alone.
    name: Range<usize>,
}

pub(super) fn real_names(document: &Document, text: &str, context: &CheckContext, out: &mut Vec<Diagnostic>) {
    let locale = &*context.locale;
    let Some(rules) = &locale.rules.names else { return };
    let mut found: Vec<(Span, String, String)> = Vec::new();
    for label in labels(document).into_iter().filter(|label| is_name(label, locale, rules)) {
        // The text that the label is in is searched as well: the name alone is the same there.
        let inside = names(label, locale, rules, false).into_iter().find(|it| it.range == (0..label.len()));
        let name = inside.map_or(&***label, |it| &label[it.name]).to_owned();
        found.push((span(document, label.at), label.to_string(), name));
    }
    let is_story =
        matches!(document.kind, Kind::Case | Kind::Meeting | Kind::Session | Kind::Exercise | Kind::Panel);
    let unmarked = Unmarked::new(text);
    for name in names(&unmarked.text, locale, rules, is_story) {
        let place = text_span(document, &unmarked.source(&name.range));
        let word = |range: &Range<usize>| unmarked.text[range.clone()].to_owned();
        found.push((place, word(&name.range), word(&name.name)));
    }
    // Authors in course.yaml are named on purpose.
    let authors = document.info().map(|info| &*info.authors).unwrap_or_default();
    let allows = allowed(&context.allow);
    let is_allowed = |word: &str| allows(word) || authors.iter().any(|it| it.contains(word));
    let mut reported: HashSet<String> = HashSet::new();
    for (place, shown, name) in found {
        if is_allowed(&shown) || is_allowed(&name) || reported.contains(&name) {
            continue;
        }
        reported.insert(name);
        out.push(Diagnostic::new(Code::RealLookingName, place).with("what", "person").with("found", shown));
    }
    if let Some(rules) = rules.institutions.as_ref().filter(|_| document.kind == Kind::Case) {
        institutions(document, text, context, rules, out);
    }
}

/// The names of persons in `text`, in order. With `bare`, common family names are names even without a title.
fn names(text: &str, locale: &Locale, rules: &NameRules, bare: bool) -> Vec<Name> {
    match rules.method {
        NameMethod::Japanese => japanese::names(text, locale, rules, bare),
        NameMethod::Latin => latin::names(text, rules),
    }
}

/// The labels of persons, each of which is a name or a role as a whole.
fn labels(document: &Document) -> Vec<&At<Text>> {
    match &document.content {
        Some(Content::Case(case)) => std::iter::once(&case.person.label)
            .chain(case.persons.iter().map(|person| &person.label))
            .chain(case.genogram.iter().flat_map(|drawn| &drawn.persons).map(|person| &person.label))
            .collect(),
        Some(Content::Meeting(meeting)) => {
            meeting.roles.iter().filter_map(|role| role.label.as_ref()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a label as a whole is a person's name.
fn is_name(label: &str, locale: &Locale, rules: &NameRules) -> bool {
    let label = label.split(['（', '(']).next().unwrap_or_default().trim();
    if rules.method == NameMethod::Latin {
        return latin::is_name(label, rules);
    }
    let bare: String = label.chars().filter(|c| !matches!(c, ' ' | '　' | '・')).collect();
    let is_letter = bare.chars().any(|c| script(c) == Script::Latin);
    let is_known = is_surname(&bare, rules) || is_given(&bare, rules);
    if is_known && bare.chars().count() > 1 && !rules.roles.has(&bare) {
        return true;
    }
    let is_full = names(label, locale, rules, false).iter().any(|name| name.range == (0..label.len()));
    let is_latin_name = is_letter && latin::is_name(label, rules);
    is_latin_name
        || !is_letter && !rules.roles.has(&bare) && (is_full || is_known || is_built_like_name(&bare, rules))
}

/// Reports names of schools and hospitals.
fn institutions(
    document: &Document,
    text: &str,
    context: &CheckContext,
    rules: &Institutions,
    out: &mut Vec<Diagnostic>,
) {
    let is_allowed = allowed(&context.allow);
    for found in rules.pattern.regex.find_iter(text) {
        if is_general(found.as_str(), rules) || is_allowed(found.as_str()) {
            continue;
        }
        let place = text_span(document, &found.range());
        let is_school = rules.schools.list().any(|kind| found.as_str().ends_with(kind));
        let what = if is_school { "school" } else { "place" };
        out.push(
            Diagnostic::new(Code::RealLookingName, place).with("what", what).with("found", found.as_str()),
        );
    }
}

/// Whether the words before a kind of institution are no name of one.
fn is_general(found: &str, rules: &Institutions) -> bool {
    let mut rest = rules.kinds.list().find_map(|kind| found.strip_suffix(kind)).unwrap_or(found).trim_end();
    // Several general words may follow each other: 地元公立中学校, the Local Primary School; a letter is no name: School B.
    let general = |rest: &str| {
        let last = rest.rsplit(' ').next().unwrap_or_default();
        let is_letter = last.chars().count() == 1 && last.is_ascii();
        let is_whole = rules.general.has(last) || is_letter;
        let word = rules.general.list().find(|word| rest.ends_with(word) && (!last.is_ascii() || is_whole));
        word.map_or(if is_whole { last.len() } else { 0 }, str::len)
    };
    while !rest.is_empty() {
        let length = general(rest);
        if length == 0 {
            return false;
        }
        rest = rest[..rest.len() - length].trim_end();
    }
    true
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::theme::default_locale;

    #[derive(serde::Deserialize)]
    struct Table {
        names: Vec<(String, String)>,
        no_names: Vec<String>,
        labels: Vec<String>,
        no_labels: Vec<String>,
    }

    fn tables() -> BTreeMap<String, Table> {
        serde_json::from_str(include_str!("../../../../tests/shared/names.json")).unwrap()
    }

    #[test]
    fn names_with_titles_and_full_names_are_found_and_roles_and_letters_are_not() {
        for (tag, table) in tables() {
            let locale = default_locale(&tag);
            let rules = locale.rules.names.as_ref().unwrap();
            let found = |text: &str| -> Vec<String> {
                let text = Unmarked::new(text).text;
                names(&text, &locale, rules, true).into_iter().map(|it| text[it.range].to_owned()).collect()
            };
            assert!(table.names.len() >= 20 && table.no_names.len() >= 20);
            let missed: Vec<_> =
                table.names.iter().filter(|(text, name)| found(text) != [name.as_str()]).collect();
            let missed: Vec<_> = missed.iter().map(|(text, _)| (text, found(text))).collect();
            let false_alarms: Vec<_> = table
                .no_names
                .iter()
                .map(|text| (text, found(text)))
                .filter(|(_, it)| !it.is_empty())
                .collect();
            assert!(
                missed.is_empty() && false_alarms.is_empty(),
                "{tag}: missed {missed:#?}\nfalse alarms {false_alarms:#?}"
            );
        }
    }

    #[test]
    fn labels_that_are_names_are_found_and_roles_are_not() {
        for (tag, table) in tables() {
            let locale = default_locale(&tag);
            let rules = locale.rules.names.as_ref().unwrap();
            let is_name = |label: &str| is_name(label, &locale, rules);
            let missed: Vec<_> = table.labels.iter().filter(|label| !is_name(label)).collect();
            let false_alarms: Vec<_> = table.no_labels.iter().filter(|label| is_name(label)).collect();
            assert!(
                missed.is_empty() && false_alarms.is_empty(),
                "{tag}: missed {missed:?}, false alarms {false_alarms:?}"
            );
        }
    }
}
