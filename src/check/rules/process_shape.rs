//! A process has at least two stages, and returns only to an earlier one.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Document, Kind};

pub(super) fn process_shape(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(process) = document.process() else { return };
    if process.stages.len() < 2 {
        let at = process.stages.first().map_or(document.span(), |stage| span(document, stage.id.at));
        out.push(Diagnostic::new(Code::ProcessOneStage, at));
    }
    for (index, stage) in process.stages.iter().enumerate() {
        let Some(back) = &stage.back_to else { continue };
        let place = span(document, back.at);
        match process.stages.iter().position(|other| other.id.name == back.name) {
            Some(target) if target < index => {}
            Some(_) => out.push(Diagnostic::new(Code::BackToLaterStage, place).with("id", &**back)),
            None => {
                let known = process.stages.iter().map(|other| &*other.id.name);
                let diagnostic =
                    Diagnostic::new(Code::UnknownMember, place).with("kind", Kind::Process.word());
                out.push(diagnostic.with("id", &*document.id).with("member", &**back).near(back, known));
            }
        }
    }
}
