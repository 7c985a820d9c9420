//! `mitate check --coverage`: the curriculum map as text.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::diagnostic::Messages;
use crate::model::{Course, Document, coverage};

/// What each item of the syllabus is taught, practised and assessed by, area by area.
pub(super) fn table(course: &Course, messages: &Messages) -> String {
    let coverage = coverage(course);
    let mut out = String::new();
    let (mut covered, mut total) = (0, 0);
    for area in course.syllabus().iter().flat_map(|syllabus| &syllabus.areas) {
        let _ = writeln!(out, "{}", &*area.title);
        for item in
            course.syllabus().iter().flat_map(|it| &it.items).filter(|item| *item.area == *area.id.name)
        {
            total += 1;
            let _ = writeln!(out, "  {} ({})", &*item.title, &*item.id);
            let Some(by) = coverage.of(&item.id) else {
                let _ = writeln!(out, "    {}", messages.text("coverage-none", &[]));
                continue;
            };
            covered += 1;
            for (key, documents) in [
                ("coverage-taught", &by.taught),
                ("coverage-practised", &by.practised),
                ("coverage-assessed", &by.assessed),
            ] {
                if !documents.is_empty() {
                    let _ = writeln!(out, "    {}: {}", messages.text(key, &[]), paths(documents));
                }
            }
        }
    }
    let arguments = [("count", covered.to_string()), ("n", total.to_string())];
    out + &messages.text("coverage-summary", &arguments)
}

fn paths(documents: &[Arc<Document>]) -> String {
    documents.iter().map(|document| &*document.path).collect::<Vec<_>>().join(", ")
}
