//! No two files are published at the same address: the second would hide the first.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Kind};
use crate::source::Sources;

/// Folders of the site that a module may not be named after.
const TAKEN: &[&str] = &[
    "assets",
    "cases",
    "roles",
    "principles",
    "processes",
    "worksheets",
    "exercises",
    "glossary",
    "map",
    "search",
    "files",
];

pub(super) fn duplicate_urls(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    // Every kind has a folder of its own: without a module of that name no two files meet that are not namesakes.
    if !course.modules.iter().any(|module| TAKEN.contains(&&*module.id)) {
        return;
    }
    let mut seen: HashMap<String, &Document> = HashMap::new();
    for document in &course.documents {
        let Some(url) = document.url() else { continue };
        let told = || Diagnostic::new(Code::DuplicateUrl, document.span()).with("url", &url);
        if document.kind == Kind::Module && TAKEN.contains(&&*document.id) {
            out.push(told());
        }
        match seen.get(&url) {
            // Two files with one id are told of as such.
            Some(first) if first.kind == document.kind && first.id == document.id => {}
            Some(first) => out.push(told().related(first.span())),
            None => drop(seen.insert(url, document)),
        }
    }
}
