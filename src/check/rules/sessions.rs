//! A session can be held as it is planned: the minutes of its steps add up to those of the session, what a step does fits its
//! minutes, what it shows exists, and no case is revealed early.
//!
//! People come for a fixed time, and what overruns is lost from the end, which is where participants look back.

use std::collections::HashMap;

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::exercise::Task;
use crate::model::{Case, Course, Document, Kind, Session, SessionStep, ShownThing};
use crate::yaml::Range;

/// The shortest and the longest session, in minutes.
const LENGTHS: std::ops::RangeInclusive<u32> = 15..=600;

/// The plan by itself.
pub(super) fn plan(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(session) = document.session() else { return };
    let mut report = |code, at, more: &[(&'static str, String)]| {
        let diagnostic = Diagnostic::new(code, span(document, at));
        out.push(more.iter().fold(diagnostic, |it, (name, value)| it.with(name, value.as_str())));
    };
    if session.steps.is_empty() {
        report(Code::SessionWithoutSteps, Range::default(), &[]);
    }
    for step in &session.steps {
        let id = [("id", step.id.to_string())];
        if step.length() == 0 {
            let at = step.minutes.as_ref().map_or(step.id.at, |minutes| minutes.at);
            report(Code::StepWithoutMinutes, at, &id);
        }
        let acts = acts(step);
        if let [_, (second, at), ..] = acts[..] {
            report(Code::CrowdedStep, at, &[("id", step.id.to_string()), ("key", second.to_owned())]);
        }
        if acts.is_empty() && step.show.is_none() && step.say.is_none() {
            report(Code::EmptyStep, step.id.at, &id);
        }
        if let Some(show) = &step.show
            && let Some(what) = unclear(show)
        {
            report(Code::UnclearShow, show.at, &[("id", step.id.to_string()), ("what", what.to_owned())]);
        }
    }
    length(session, &mut report);
    people(session, &mut report);
}

/// What participants do at a step: the keys, each with its place.
fn acts(step: &SessionStep) -> Vec<(&'static str, Range)> {
    let acts = [
        ("do", step.practice.as_ref().map(|it| it.exercise.at)),
        ("talk", step.talk.as_ref().map(|it| it.at)),
        ("meet", step.meet.as_ref().map(|it| it.at)),
    ];
    acts.into_iter().filter_map(|(key, at)| Some((key, at?))).collect()
}

/// Why it is unclear what is shown.
fn unclear(shown: &ShownThing) -> Option<&'static str> {
    let given = [shown.page.is_some(), shown.case.is_some(), shown.slide.is_some()];
    match given.into_iter().filter(|is_given| *is_given).count() {
        0 => Some("none"),
        1 if shown.heading.is_some() && shown.page.is_none() => Some("heading"),
        1 if shown.stage.is_some() && shown.case.is_none() => Some("stage"),
        1 if shown.case.is_some() && shown.stage.is_none() => Some("no-stage"),
        1 => None,
        _ => Some("several"),
    }
}

type PlanReport<'r> = &'r mut dyn FnMut(Code, Range, &[(&'static str, String)]);

/// The minutes of the session, and those of its steps together.
fn length(session: &Session, report: PlanReport<'_>) {
    let (total, planned) = (&session.minutes, session.planned());
    let numbers = |n: u32| [("total", total.value.to_string()), ("n", n.to_string())];
    if !LENGTHS.contains(&total.value) {
        // The sum says nothing about a mistyped total.
        let (least, most) = (LENGTHS.start().to_string(), LENGTHS.end().to_string());
        report(
            Code::SessionLength,
            total.at,
            &[("total", total.value.to_string()), ("least", least), ("most", most)],
        );
    } else if planned > total.value {
        report(Code::SessionOverruns, total.at, &numbers(planned));
    } else if planned < total.value && session.steps.iter().all(|step| step.length() > 0) && planned > 0 {
        report(Code::SessionSpare, total.at, &numbers(total.value - planned));
    }
}

/// The group sizes, and what is said of each.
fn people(session: &Session, report: PlanReport<'_>) {
    let mut wrong = |what: &str, at, n: u32| {
        let known: Vec<String> = session.people.iter().map(|it| it.value.to_string()).collect();
        let more = [("what", what.to_owned()), ("n", n.to_string()), ("known", known.join(", "))];
        report(Code::SessionPeople, at, &more);
    };
    if session.people.is_empty() {
        wrong("none", session.people.at, 0);
    }
    for (index, size) in session.people.iter().enumerate() {
        if size.value == 0 {
            wrong("zero", size.at, 0);
        } else if session.people[..index].iter().any(|before| before.value == size.value) {
            wrong("twice", size.at, size.value);
        }
    }
    for (index, size) in session.sizes.iter().enumerate() {
        let n = size.people.value;
        if session.sizes[..index].iter().any(|before| before.people.value == n) {
            wrong("noted-twice", size.people.at, n);
        } else if !session.people.iter().any(|it| it.value == n) && !session.people.is_empty() {
            wrong("unknown", size.people.at, n);
        }
    }
}

/// The plan and what it uses of the course.
pub(super) fn uses(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    let Some(session) = document.session() else { return };
    let mut uses = PlanUses { document, course, shown: HashMap::new(), out };
    for step in &session.steps {
        if let Some(show) = &step.show {
            uses.page(show);
            uses.stage(show);
        }
        uses.fits(step);
    }
}

struct PlanUses<'c> {
    document: &'c Document,
    course: &'c Course,
    /// How many stages of each case the steps so far have shown.
    shown: HashMap<&'c str, usize>,
    out: &'c mut Vec<Diagnostic>,
}

impl<'c> PlanUses<'c> {
    fn report(&mut self, code: Code, at: Range, more: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.out.push(more(Diagnostic::new(code, span(self.document, at))));
    }

    /// The heading of a page exists.
    fn page(&mut self, shown: &ShownThing) {
        let (Some(id), Some(heading)) = (&shown.page, &shown.heading) else { return };
        let Some(page) = self.course.find(Kind::Page, id).filter(|page| !page.has_anchor(heading)) else {
            return;
        };
        let known = page.body.headings.iter().map(|it| it.id.as_str());
        self.report(Code::DeadAnchor, heading.at, |it| {
            it.with("anchor", &***heading).with("path", &*page.path).near(heading, known)
        });
    }

    /// The stage of a case exists, and those before it have been shown.
    fn stage(&mut self, shown: &'c ShownThing) {
        let (Some(id), Some(stage)) = (&shown.case, &shown.stage) else { return };
        let Some(case) = self.course.case(id) else { return };
        let Some(place) = case.stages.iter().position(|it| it.id.name == stage.name) else {
            let known = case.stages.iter().map(|it| &*it.id.name);
            return self.report(Code::UnknownMember, stage.at, |it| {
                let it = it.with("kind", Kind::Case.word()).with("id", &**id);
                it.with("member", &**stage).near(stage, known)
            });
        };
        let before = self.shown.entry(id).or_default();
        let missing = case.stages.get(*before).filter(|_| place > *before);
        *before = (*before).max(place + 1);
        if let Some(missing) = missing {
            self.report(Code::StageTooEarly, stage.at, |it| {
                it.with("id", &**id).with("stage", &**stage).with("missing", &*missing.id)
            });
        }
    }

    /// What participants do fits the minutes of the step. An exercise that shows a whole case has shown all its stages.
    fn fits(&mut self, step: &'c SessionStep) {
        let exercise = step.practice.as_ref().and_then(|it| {
            let exercise = self.course.exercise(&it.exercise)?;
            Some((&it.exercise.id, it.exercise.at, exercise))
        });
        if let Some((id, at, exercise)) = exercise {
            self.too_short(step, "exercise", id, exercise.common.minutes, at);
            let case = match &exercise.task {
                Task::Staged(task) => Some(&task.case),
                Task::Ledger(task) => Some(&task.case),
                _ => None,
            };
            let whole = case.and_then(|case| Some((&*case.id, self.course.case(case)?)));
            if let Some((id, Case { stages, .. })) = whole {
                self.shown.insert(id, stages.len());
            }
        }
        let meeting = step.meet.as_ref().and_then(|it| Some((it, self.course.meeting(it)?)));
        if let Some((to, meeting)) = meeting {
            self.too_short(step, "meeting", &to.id, meeting.minutes.value, to.at);
        }
    }

    fn too_short(&mut self, step: &SessionStep, what: &str, id: &str, takes: u32, at: Range) {
        let length = step.length();
        if length > 0 && takes > length {
            self.report(Code::StepTooShort, at, |it| {
                let it = it.with("what", what).with("id", &*step.id).with("other", id);
                it.with("n", length.to_string()).with("takes", takes.to_string())
            });
        }
    }
}
