//! Exercises are complete, as their kinds define it, and are shown on exactly one page.

use std::collections::{HashMap, HashSet};

use super::{each_body, is_hidden, span};
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::exercise::Checker;
use crate::model::{Course, Document, Kind};
use crate::source::Sources;

/// What is asked can be answered, and every answer gets its feedback.
pub(super) fn exercises(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    let Some(exercise) = document.exercise() else { return };
    let mut checker = Checker { document, common: &exercise.common, course, out };
    let kind = exercise.task.kind();
    kind.check(&mut checker);
    exercise.common.check(kind, &mut checker);
}

/// A page shows an exercise once: otherwise the page would have two fields of the same name.
pub(super) fn shown_once(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    each_body(document, |body| {
        for place in &body.exercises {
            if let Some(first) = seen.insert(&*place.id, place.at) {
                let diagnostic = Diagnostic::new(Code::ExerciseTwice, span(document, place.at));
                out.push(diagnostic.with("id", &*place.id).related(span(document, first)));
            }
        }
    });
}

/// The lines inside fences: an exercise that is named there is lost by a mistake that is reported at its place. An id that
/// is in the text by itself does not place the exercise.
fn fenced(sources: &Sources) -> HashSet<&str> {
    let mut found = HashSet::new();
    for source in sources.texts.values().filter(|source| source.path.ends_with(".md")) {
        let mut open: Option<&str> = None;
        for line in source.text.lines().map(str::trim) {
            let fence = &line[..line.len() - line.trim_start_matches(['`', '~', '｀']).len()];
            match open {
                None if fence.chars().count() >= 3 => open = Some(fence),
                None => {}
                // A block inside a longer fence does not end it.
                Some(first) if fence == line && line.starts_with(first) => open = None,
                Some(_) => drop(found.insert(line)),
            }
        }
    }
    found
}

/// Every exercise is shown by a page: otherwise no learner can reach it.
pub(super) fn unplaced(course: &Course, sources: &Sources, out: &mut Vec<Diagnostic>) {
    // An exercise that a misspelt fence meant is reported at that fence; so is a fence with two ids.
    let places = course.documents.iter().flat_map(|document| &document.body.exercises);
    let misspelt = places.filter(|place| !course.has(Kind::Exercise, &place.id));
    let meant: HashSet<&str> =
        misspelt.filter_map(|place| nearest(&place.id, course.ids(Kind::Exercise))).collect();
    let mut unplaced =
        course.of_kind(Kind::Exercise).filter(|document| course.shows(&document.id).is_none()).peekable();
    if unplaced.peek().is_none() {
        return;
    }
    let named = fenced(sources);
    for document in unplaced {
        let id = &*document.id;
        if !meant.contains(id) && !named.contains(id) && !is_hidden(id, course, sources) {
            out.push(Diagnostic::new(Code::UnplacedExercise, document.span()).with("id", &*document.id));
        }
    }
}
