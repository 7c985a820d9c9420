//! A role's duties name stages of the role's process; a tension names members of its set.

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Course, Document, Kind};
use crate::yaml::Id;

pub(super) fn duties(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    match &document.content {
        Some(Content::Role(role)) => {
            let Some(first) = role.duties.first() else { return };
            let Some(named) = &role.process else {
                out.push(Diagnostic::new(Code::DutyWithoutProcess, span(document, first.stage.at)));
                return;
            };
            let Some(process) = course.find(Kind::Process, named) else { return };
            for duty in &role.duties {
                expect_part(document, Kind::Process, process, &duty.stage, out);
            }
        }
        Some(Content::Principles(set)) => {
            for member in set.tensions.iter().flat_map(|tension| &tension.between) {
                expect_part(document, Kind::Principle, document, member, out);
            }
        }
        _ => {}
    }
}

fn expect_part(document: &Document, kind: Kind, owner: &Document, id: &Id, out: &mut Vec<Diagnostic>) {
    if owner.content.is_some() && !owner.parts().any(|part| part == &**id) {
        let diagnostic =
            Diagnostic::new(Code::UnknownMember, span(document, id.at)).with("kind", kind.word());
        out.push(diagnostic.with("id", &*owner.id).with("member", &**id).near(id, owner.parts()));
    }
}
