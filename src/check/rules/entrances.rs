//! An entrance of the home page and a day of a path lead somewhere.
//!
//! They are for learners who have little time: a heading without a link below it costs them that time.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;
use crate::yaml::{At, Text};

pub(super) fn entrances(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(info) = document.info() else { return };
    let mut report = |title: &At<Text>, what: &str| {
        let diagnostic = Diagnostic::new(Code::LeadsNowhere, span(document, title.at));
        out.push(diagnostic.with("title", &*title.value).with("what", what));
    };
    for entrance in info.entrances.iter().filter(|it| it.links.is_empty()) {
        report(&entrance.title, "links");
    }
    for path in &info.paths {
        if path.days.is_empty() {
            report(&path.title, "days");
        }
        for day in path.days.iter().filter(|it| it.links.is_empty()) {
            report(&day.title, "links");
        }
    }
}
