//! The rules, one file each, and the table that lists them.

mod case_shape;
mod content_notes;
mod diagrams;
mod duplicate_ids;
mod duties;
mod earlier_ids;
mod entrances;
mod exercises;
mod fictional;
mod file_names;
mod for_facilitators_only;
mod images;
mod linked_files;
mod links;
mod look;
mod meetings;
mod module_index;
mod names;
mod obvious_best;
mod odd_characters;
mod panels;
mod personal_data;
mod placeholder_id;
mod process_shape;
mod readings;
mod references;
mod sequence;
mod sessions;
mod too_early;
mod uncovered;
mod unused_files;
mod variants;
mod wording;
mod wording_rules;
mod worksheet_fields;

pub(crate) use file_names::is_device;

use std::cell::LazyCell;
use std::collections::HashSet;

use super::Rule;
use crate::yaml::Text;

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule::Document(links::links),
    Rule::Document(references::references),
    Rule::Document(for_facilitators_only::for_facilitators_only),
    Rule::Document(images::images),
    Rule::Document(linked_files::links),
    Rule::Document(look::look),
    Rule::Course(linked_files::faults),
    Rule::Alone(placeholder_id::placeholder_id),
    Rule::Alone(entrances::entrances),
    Rule::Alone(fictional::fictional),
    Rule::Alone(case_shape::case_shape),
    Rule::Alone(diagrams::diagrams),
    Rule::Alone(content_notes::content_notes),
    Rule::Alone(personal_data::personal_data),
    Rule::Alone(names::real_names),
    Rule::Alone(process_shape::process_shape),
    Rule::Document(duties::duties),
    Rule::Alone(worksheet_fields::worksheet_fields),
    Rule::Document(variants::variants),
    Rule::Alone(sequence::sequence),
    Rule::Course(sequence::unlike),
    Rule::Alone(meetings::meetings),
    Rule::Alone(sessions::plan),
    Rule::Document(sessions::uses),
    Rule::Document(exercises::exercises),
    Rule::Alone(exercises::shown_once),
    Rule::Document(panels::panels),
    Rule::Course(exercises::unplaced),
    Rule::Alone(obvious_best::obvious_best),
    Rule::Course(too_early::quoted_too_early),
    Rule::Course(too_early::whole_case_shown),
    Rule::Alone(duplicate_ids::within_document),
    Rule::Alone(odd_characters::odd_characters),
    Rule::Alone(wording::wording),
    Rule::Alone(wording_rules::wording_rules),
    Rule::Course(wording_rules::exceptions),
    Rule::Alone(readings::readings),
    Rule::Course(readings::read_twice),
    Rule::Course(duplicate_ids::among_documents),
    Rule::Course(earlier_ids::earlier_ids),
    Rule::Course(module_index::module_index),
    Rule::Course(unused_files::unused_files),
    Rule::Course(file_names::file_names),
    Rule::Course(uncovered::uncovered),
];

/// Whether a word is one of `allow`. They are sorted out when the first word is looked for.
fn allowed(allow: &[Text]) -> impl Fn(&str) -> bool {
    let plain = |word: &str| word.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    let words = LazyCell::new(move || allow.iter().map(|it| plain(it)).collect::<HashSet<String>>());
    move |word| words.contains(&plain(word))
}

/// Calls `see` for every text of `document`.
fn each_body<'a>(document: &'a crate::model::Document, see: impl FnMut(&'a crate::model::Body)) {
    document.each_body(see);
}

/// The span of a place in `document`.
fn span(document: &crate::model::Document, at: crate::yaml::Range) -> crate::source::Span {
    crate::source::Span::new(&document.path, at.start, at.end)
}

/// The span of a byte range of `document`'s text.
fn text_span(document: &crate::model::Document, range: &std::ops::Range<usize>) -> crate::source::Span {
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    crate::source::Span::new(&document.path, byte(range.start), byte(range.end))
}

/// Whether a document that could not be read may be what uses `name`: its text holds it, or is not known.
fn is_hidden(name: &str, course: &crate::model::Course, sources: &crate::source::Sources) -> bool {
    course.documents.iter().filter(|document| document.content.is_none()).any(|document| {
        let text = sources.text(&document.path);
        text.is_empty() || text.contains(name)
    })
}
