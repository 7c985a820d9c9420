//! Persons of a case are A, B or roles; schools, hospitals and places have letters for names.
//!
//! A name that could be a real person's makes readers look for that person. Every text of a course is searched: names
//! slip in with role cards, examples and sentences that were copied from a real report.

mod found;
mod words;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{allowed, span, text_span};
use crate::check::unmarked::Unmarked;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Document, Kind};
use crate::source::Span;
use crate::yaml::{At, Text};
use words::{Script, is_built_like_name, is_given, is_surname, script};

/// The kinds of institution that carry names, longer words before those that they end with.
const KINDS: [&str; 7] = ["高等学校", "小学校", "中学校", "支援学校", "高校", "病院", "クリニック"];

/// A proper name in Han characters before a kind of institution.
static INSTITUTION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"[\p{{Han}}々ヶ]{{1,10}}(?:{})", KINDS.join("|"))).ok());

/// What is left of an institution's name when it is no name: 公立中学校, 総合病院, 同じ小学校.
const GENERAL: &str = "公立 私立 市立 県立 国立 町立 村立 区立 都立 府立 道立 地元 出身 近隣 隣 近所 同 母校 進学先 転校先 在籍 \
    定時制 通信制 全日制 夜間 特別 総合 精神科 小児科 内科 心療内科 大学 大学附属 専門 救急 中核 地域 小規模 大規模 全 各 当 本 前 元 現 小 中";

pub(super) fn real_names(document: &Document, text: &str, allow: &[Text], out: &mut Vec<Diagnostic>) {
    let mut found: Vec<(Span, String, String)> = Vec::new();
    for label in labels(document).into_iter().filter(|label| is_name(label)) {
        found.push((span(document, label.at), label.to_string(), label.to_string()));
    }
    let is_story = matches!(document.kind, Kind::Case | Kind::Meeting | Kind::Exercise);
    let unmarked = Unmarked::new(text);
    for name in found::names(&unmarked.text, is_story) {
        let place = text_span(document, &unmarked.source(&name.range));
        let word = |range: &Range<usize>| unmarked.text[range.clone()].to_owned();
        found.push((place, word(&name.range), word(&name.name)));
    }
    // Authors in course.yaml are named on purpose.
    let authors = document.info().map(|info| &*info.authors).unwrap_or_default();
    let allows = allowed(allow);
    let is_allowed = |word: &str| allows(word) || authors.iter().any(|it| it.contains(word));
    let mut reported: HashSet<String> = HashSet::new();
    for (place, shown, name) in found {
        if is_allowed(&shown) || is_allowed(&name) || reported.contains(&name) {
            continue;
        }
        reported.insert(name);
        out.push(Diagnostic::new(Code::RealLookingName, place).with("what", "person").with("found", shown));
    }
    if document.kind == Kind::Case {
        institutions(document, text, allow, out);
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
fn is_name(label: &str) -> bool {
    let label = label.split(['（', '(']).next().unwrap_or_default().trim();
    let bare: String = label.chars().filter(|c| !matches!(c, ' ' | '　' | '・')).collect();
    let is_letter = bare.chars().any(|c| script(c) == Script::Latin);
    let is_known = is_surname(&bare) || is_given(&bare);
    if is_known && bare.chars().count() > 1 && !words::is_listed_role(&bare) {
        return true;
    }
    let is_full = found::names(label, false).iter().any(|name| name.range == (0..label.len()));
    !is_letter && !words::is_listed_role(&bare) && (is_full || is_known || is_built_like_name(&bare))
}

/// Reports names of schools and hospitals.
fn institutions(document: &Document, text: &str, allow: &[Text], out: &mut Vec<Diagnostic>) {
    let Some(pattern) = INSTITUTION.as_ref() else { return };
    let is_allowed = allowed(allow);
    for found in pattern.find_iter(text) {
        if is_general(found.as_str()) || is_allowed(found.as_str()) {
            continue;
        }
        let place = text_span(document, &found.range());
        let what = if found.as_str().ends_with('校') { "school" } else { "place" };
        out.push(
            Diagnostic::new(Code::RealLookingName, place).with("what", what).with("found", found.as_str()),
        );
    }
}

/// Whether the words before a kind of institution are no name of one.
fn is_general(found: &str) -> bool {
    let name = KINDS.iter().find_map(|kind| found.strip_suffix(kind)).unwrap_or(found);
    // Several general words may follow each other: 地元公立中学校.
    let mut rest = name;
    while let Some(shorter) = GENERAL.split_whitespace().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Table {
        names: Vec<(String, String)>,
        no_names: Vec<String>,
        labels: Vec<String>,
        no_labels: Vec<String>,
    }

    fn table() -> Table {
        serde_json::from_str(include_str!("../../../../tests/shared/names.json")).unwrap()
    }

    #[test]
    fn names_before_titles_and_full_names_are_found_and_roles_and_letters_are_not() {
        let table = table();
        let found = |text: &str| -> Vec<String> {
            let text = Unmarked::new(text).text;
            found::names(&text, true).into_iter().map(|it| text[it.range].to_owned()).collect()
        };
        assert!(table.names.len() >= 60 && table.no_names.len() >= 60);
        let missed: Vec<_> =
            table.names.iter().filter(|(text, name)| found(text) != [name.as_str()]).collect();
        let missed: Vec<_> = missed.iter().map(|(text, _)| (text, found(text))).collect();
        let false_alarms: Vec<_> =
            table.no_names.iter().map(|text| (text, found(text))).filter(|(_, it)| !it.is_empty()).collect();
        assert!(
            missed.is_empty() && false_alarms.is_empty(),
            "missed {missed:#?}\nfalse alarms {false_alarms:#?}"
        );
    }

    #[test]
    fn labels_that_are_names_are_found_and_roles_are_not() {
        let table = table();
        let missed: Vec<_> = table.labels.iter().filter(|label| !is_name(label)).collect();
        let false_alarms: Vec<_> = table.no_labels.iter().filter(|label| is_name(label)).collect();
        assert!(
            missed.is_empty() && false_alarms.is_empty(),
            "missed {missed:?}, false alarms {false_alarms:?}"
        );
    }
}
