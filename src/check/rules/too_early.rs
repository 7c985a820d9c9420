//! A case that is read stage by stage is not given away early: neither by its summary, nor by what an exercise asks, nor by
//! an exercise on the same page that shows the whole case.

use std::collections::HashMap;

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::exercise::{Exercise, Task};
use crate::model::{Body, Case, Course, Document, Kind, Piece};
use crate::source::Sources;
use crate::yaml::Rich;

/// A run of this many equal characters is a quotation.
const RUN: usize = 15;

/// Texts that a reader meets before a stage quote none of what comes later.
pub(super) fn quoted_too_early(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    let mut cases: HashMap<&str, Stages> = HashMap::new();
    for document in course.of_kind(Kind::Case) {
        let Some(case) = document.case() else { continue };
        let stages = Stages::of(case, &document.body);
        if let Some(summary) = &case.summary {
            stages.report(document, summary, 0, out);
        }
        cases.insert(&document.id, stages);
    }
    for document in course.of_kind(Kind::Exercise) {
        let Some(exercise) = document.exercise() else { continue };
        let Task::Staged(task) = &exercise.task else { continue };
        let Some(stages) = cases.get(&*task.case) else { continue };
        stages.report(document, &exercise.common.ask, 0, out);
        for (index, pause) in task.stages.iter().enumerate() {
            stages.report(document, &pause.ask, index, out);
        }
    }
    for document in course.of_kind(Kind::Case) {
        let Some(stages) = cases.get(&*document.id) else { continue };
        for (stage, id) in &stages.exercises {
            let Some(shown) = course.find(Kind::Exercise, id) else { continue };
            let Some(exercise) = shown.exercise() else { continue };
            stages.report(shown, &exercise.common.ask, *stage, out);
            for example in &exercise.common.examples {
                stages.report(shown, &example.text, *stage, out);
            }
        }
    }
}

/// A page on which a case is read by stages does not show the whole of it.
pub(super) fn whole_case_shown(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    for document in &course.documents {
        for place in &document.body.exercises {
            let Some(Exercise { task: Task::Staged(staged), .. }) = course.exercise(&place.id) else {
                continue;
            };
            let is_whole = |id: &str| matches!(course.exercise(id), Some(Exercise { task: Task::Ledger(ledger), .. }) if *ledger.case == *staged.case);
            let by = document.body.exercises.iter().find(|other| is_whole(&other.id));
            let is_case = document.kind == Kind::Case && *document.id == *staged.case;
            if !is_case && by.is_none() {
                continue;
            }
            let diagnostic =
                Diagnostic::new(Code::WholeCaseShown, span(document, place.at)).with("id", &*place.id);
            let diagnostic = diagnostic.with("by", if is_case { "case" } else { "exercise" });
            out.push(diagnostic.with("other", by.map_or("", |other| &*other.id)));
        }
    }
}

/// The stages of a case: which runs of characters come first in which of them.
struct Stages {
    first: HashMap<[char; RUN], usize>,
    titles: Vec<String>,
    /// The exercises in the text of the case, with the stage of each.
    exercises: Vec<(usize, String)>,
}

impl Stages {
    fn of(case: &Case, body: &Body) -> Self {
        let titles = case.stages.iter().map(|stage| stage.title.to_string()).collect();
        let mut stages = Self { first: HashMap::new(), titles, exercises: Vec::new() };
        // What comes before the first stage is read with it.
        let (mut at, mut start) = (0, 0);
        for piece in &body.pieces {
            match piece {
                Piece::HeadingStart(heading) => {
                    let heading = &body.headings[*heading as usize];
                    if let Some(next) = case.stages.iter().position(|stage| *stage.id.name == *heading.id) {
                        stages.add(at, &body.plain[start..heading.plain_at]);
                        (at, start) = (next, heading.plain_at);
                    }
                }
                Piece::Exercise(exercise) => {
                    stages.exercises.push((at, body.exercises[*exercise as usize].id.to_string()));
                }
                _ => {}
            }
        }
        stages.add(at, &body.plain[start..]);
        stages
    }

    fn add(&mut self, stage: usize, text: &str) {
        for run in runs(text) {
            let first = self.first.entry(run).or_insert(stage);
            *first = stage.min(*first);
        }
    }

    /// Reports a text that is read with the stage `read` and quotes a later one.
    fn report(&self, document: &Document, text: &Rich, read: usize, out: &mut Vec<Diagnostic>) {
        let plain = &text.body.plain;
        let Some((run, stage)) =
            runs(plain).find_map(|run| Some((run, *self.first.get(&run).filter(|stage| **stage > read)?)))
        else {
            return;
        };
        let found: String = run.iter().collect();
        let diagnostic = Diagnostic::new(Code::ReadTooEarly, span(document, text.at)).with("found", found);
        out.push(diagnostic.with("stage", self.titles.get(stage).map_or("", |title| title.as_str())));
    }
}

/// Every run of [`RUN`] characters of a text, without its blanks.
fn runs(text: &str) -> impl Iterator<Item = [char; RUN]> {
    let letters: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let ends = (letters.len() + 1).saturating_sub(RUN);
    (0..ends).filter_map(move |at| letters[at..at + RUN].try_into().ok())
}
