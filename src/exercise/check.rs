//! What the checks of all kinds of exercises say in the same way.

use super::Common;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Course, Document, Panel};
use crate::source::Span;
use crate::yaml::{Id, Range, Text, To};

/// Collects what is wrong in one exercise.
pub struct Checker<'a> {
    /// The file.
    pub document: &'a Document,
    /// What the exercise has besides its kind.
    pub common: &'a Common,
    /// The course that it belongs to.
    pub course: &'a Course,
    /// What is wrong so far.
    pub out: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    /// Reports that something is wrong at `at`.
    pub fn report(&mut self, code: Code, at: Range, more: impl FnOnce(Diagnostic) -> Diagnostic) {
        let span = Span::new(&self.document.path, at.start, at.end);
        self.out.push(more(Diagnostic::new(code, span)));
    }

    /// There are at least `least` of `what`, a key of the file.
    pub fn at_least(&mut self, least: usize, given: usize, what: &'static str, at: Range) {
        if given < least {
            self.report(Code::TooFew, at, |it| {
                it.with("what", what).with("given", given.to_string()).with("least", least.to_string())
            });
        }
    }

    /// There are at most `most` of `what`, a key of the file.
    pub fn at_most(&mut self, most: usize, given: usize, what: &'static str, at: Range) {
        if given > most {
            self.report(Code::TooMany, at, |it| {
                it.with("what", what).with("given", given.to_string()).with("most", most.to_string())
            });
        }
    }

    /// Each of `named` is one of `known`.
    pub fn known(&mut self, named: &[Id], known: &[&str]) {
        for id in named {
            self.one_of(id, id.at, known);
        }
    }

    /// `name`, written at `at`, is one of `known`.
    pub fn one_of(&mut self, name: &str, at: Range, known: &[&str]) {
        if !known.contains(&name) {
            self.report(Code::UnknownValue, at, |it| {
                it.with("value", name).with("known", known.join(", ")).near(name, known.iter().copied())
            });
        }
    }

    /// Each of `groups` is among `used`. A group that a misspelt name meant is reported there.
    pub fn none_empty<'i>(
        &mut self,
        groups: &(impl Iterator<Item = (&'i Id, &'i Text)> + Clone),
        used: &[&str],
    ) {
        let known = || groups.clone().map(|(id, _)| &**id);
        let misspelt = used.iter().filter(|name| !known().any(|id| id == **name));
        let meant: Vec<&str> = misspelt.filter_map(|name| nearest(name, known())).collect();
        for (id, title) in groups.clone() {
            if !used.contains(&&**id) && !meant.contains(&&**id) {
                self.report(Code::EmptyGroup, id.at, |it| it.with("id", &**id).with("title", &**title));
            }
        }
    }

    /// The panel weighs what becomes known in the stages of that case.
    pub fn panel(&mut self, panel: Option<&To<Panel>>, case: &str) {
        let weighed = panel.and_then(|panel| self.course.exercise(panel)?.task.kind().weighed());
        let (Some(panel), Some(weighed)) = (panel, weighed) else { return };
        let has_stage = weighed.rounds.iter().any(|round| round.stage.is_some());
        if weighed.case != Some(case) || !has_stage {
            self.report(Code::PanelOfOtherCase, panel.at, |it| it.with("id", &**panel).with("case", case));
        }
    }

    /// The beginning of the file: for what is missing as a whole.
    #[must_use]
    pub fn head(&self) -> Range {
        Range::default()
    }
}
