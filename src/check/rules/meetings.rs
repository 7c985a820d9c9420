//! A meeting can be held as it is written: the minutes of its steps fit the time, a group of the size that is given exists,
//! every card belongs to a role, and no step allows notes if the procedure forbids them.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Document, Meeting, People, Procedure};

pub(super) fn meetings(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(meeting) = document.meeting() else { return };
    if meeting.steps.is_empty() {
        out.push(Diagnostic::new(Code::MeetingWithoutSteps, document.span()));
    }
    steps(document, meeting, out);
    let (total, planned) = (&meeting.minutes, meeting.planned());
    if planned > total.value {
        let diagnostic = Diagnostic::new(Code::MeetingOverruns, span(document, total.at));
        out.push(diagnostic.with("total", total.value.to_string()).with("n", planned.to_string()));
    }
    if let Some(People { from, to }) = &meeting.people
        && !(1..=to.value).contains(&from.value)
    {
        let diagnostic = Diagnostic::new(Code::MeetingPeople, span(document, from.at));
        out.push(diagnostic.with("from", from.value.to_string()).with("to", to.value.to_string()));
    }
    for role in meeting.roles.iter().filter(|role| role.label.is_none() && role.role.is_none()) {
        let diagnostic = Diagnostic::new(Code::CardWithoutRole, span(document, role.id.at));
        out.push(diagnostic.with("id", &*role.id));
    }
}

fn steps(document: &Document, meeting: &Meeting, out: &mut Vec<Diagnostic>) {
    for step in &meeting.steps {
        if step.length() == 0 {
            let at = step.minutes.as_ref().map_or(step.id.at, |minutes| minutes.at);
            out.push(Diagnostic::new(Code::StepWithoutMinutes, span(document, at)).with("id", &*step.id));
        }
        if meeting.procedure.value == Procedure::Pcagip
            && let Some(notes) = step.notes.as_ref().filter(|notes| notes.value)
        {
            out.push(Diagnostic::new(Code::PcagipNotes, span(document, notes.at)).with("id", &*step.id));
        }
    }
}
