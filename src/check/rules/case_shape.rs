//! A case has stages, each stage a heading in the text, in the same order, and more than one reading.
//!
//! One "correct" formulation would teach that cases have answers.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;

pub(super) fn case_shape(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(case) = document.case() else { return };
    if case.stages.is_empty() {
        out.push(Diagnostic::new(Code::CaseWithoutStages, document.span()));
    }
    let mut last = 0;
    for stage in &case.stages {
        let place = document.body.headings.iter().position(|it| it.level == 2 && it.id == *stage.id.name);
        match place {
            None => {
                let diagnostic = Diagnostic::new(Code::StageWithoutHeading, span(document, stage.id.at));
                out.push(diagnostic.with("id", &*stage.id));
            }
            Some(place) if place < last => {
                let diagnostic =
                    Diagnostic::new(Code::StageOrder, span(document, stage.id.at)).with("id", &*stage.id);
                out.push(diagnostic.related(span(document, document.body.headings[place].at)));
            }
            Some(place) => {
                let heading = &document.body.headings[place];
                if !crate::model::is_alike(&heading.text, &stage.title) {
                    let diagnostic = Diagnostic::new(Code::WordsLost, span(document, heading.at));
                    let diagnostic = diagnostic.with("what", "stage-title").with("found", &*heading.text);
                    out.push(diagnostic.with("fix", &*stage.title).related(span(document, stage.id.at)));
                }
                last = place;
            }
        }
    }
    if let [only] = &case.formulations[..] {
        out.push(Diagnostic::new(Code::SingleFormulation, span(document, only.id.at)));
    }
}
