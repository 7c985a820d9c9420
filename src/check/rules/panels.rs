//! A panel belongs to an exercise that weighs information, answers its rounds, and has at least three people.
//!
//! Fewer people are no spread: one answer would read like the right one, and two could be known by who took part.

use super::span;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Course, Document, Kind, Panel, WEIGHTS};
use crate::yaml::{Id, Range};

pub(super) fn panels(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    let Some(panel) = document.panel() else { return };
    let given = panel.people.len();
    if given < Panel::LEAST {
        out.push(
            Diagnostic::new(Code::PanelTooSmall, document.span())
                .with("given", given.to_string())
                .with("least", Panel::LEAST.to_string()),
        );
    }
    let without = |what: &'static str| {
        Diagnostic::new(Code::PanelWithoutExercise, document.span())
            .with("what", what)
            .with("id", &*document.id)
    };
    if !course.has(Kind::Exercise, &document.id) {
        // The name of the file is wrong, and no text of it.
        let it = without("none");
        return out.push(match nearest(&document.id, course.ids(Kind::Exercise)) {
            Some(id) => it.with("suggestion", id),
            None => it,
        });
    }
    let Some(exercise) = course.exercise(&document.id) else { return };
    let Some(weighed) = exercise.task.kind().weighed() else { return out.push(without("kind")) };
    let rounds: Vec<&str> = weighed.rounds.iter().map(|round| &*round.id.name).collect();
    let weights = WEIGHTS.map(|(weight, ..)| weight.to_string());
    let mut not_one_of = |value: &str, at: Range, known: &[&str]| {
        let it = Diagnostic::new(Code::UnknownValue, span(document, at)).with("value", value);
        out.push(it.with("known", known.join(", ")).near(value, known.iter().copied()));
    };
    let mut twice: Vec<(&Id, &Id)> = Vec::new();
    for person in &panel.people {
        for (index, answer) in person.answers.iter().enumerate() {
            if !rounds.contains(&&*answer.round.name) {
                not_one_of(&answer.round, answer.round.at, &rounds);
            }
            let weigh = answer.weigh.value.to_string();
            if !weights.contains(&weigh) {
                not_one_of(&weigh, answer.weigh.at, &weights.each_ref().map(|it| &**it));
            }
            let first = person.answers[..index].iter().find(|it| it.round.name == answer.round.name);
            twice.extend(first.map(|first| (&answer.round, &first.round)));
        }
    }
    out.extend(twice.into_iter().map(|(id, first)| {
        let it = Diagnostic::new(Code::DuplicateId, span(document, id.at)).with("kind", document.kind.word());
        it.with("id", &**id).related(span(document, first.at))
    }));
}
