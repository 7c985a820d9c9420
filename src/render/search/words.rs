//! The words of a document that the search knows: names, what everyone reads, and what is shown only later.

use crate::exercise::Exercise;
use crate::model::{Body, Case, Content, Document, Kind, Meeting};
use crate::yaml::{Range, Shape, Visitor};

/// The words of a document, each text in one line.
#[derive(Default)]
pub(super) struct SearchWords {
    /// Other names and headings.
    pub names: String,
    /// What everyone reads.
    pub open: String,
    /// What is shown only after an attempt, or in a later stage of a case: the search knows it and does not show it.
    pub later: String,
}

impl SearchWords {
    /// The words of a document that shows everything at once.
    pub(super) fn of(document: &Document) -> Self {
        let mut texts = PlainTexts::without(&[document.title()]);
        document.visit(&mut texts);
        let mut names: Vec<&str> = document.body.headings.iter().map(|it| it.text.as_str()).collect();
        match &document.content {
            Some(Content::Role(role)) => {
                names.extend(role.also.iter().map(|it| &**it).chain(role.reading.as_deref()));
            }
            Some(Content::Principles(set)) => names.extend(set.members.iter().map(|it| &*it.title)),
            _ => {}
        }
        Self { names: tidy(&names.join("\n")), open: tidy(&texts.out), later: String::new() }
    }
}

/// The words of a case: from its second stage on they are read later.
pub(super) fn case_words(case: &Case, body: &Body) -> SearchWords {
    let is_stage = |id: &str| case.stages.iter().any(|stage| &*stage.id.name == id);
    let mut stages = body.headings.iter().filter(|it| is_stage(&it.id)).map(|it| it.plain_at);
    let second = stages.nth(1).unwrap_or(body.plain.len());
    let mut open = PlainTexts::without(&[]);
    case.summary.visit(&mut open);
    case.setting.visit(&mut open);
    case.persons.visit(&mut open);
    open.out.push_str(&body.plain[..second]);
    let mut later = PlainTexts::without(&[]);
    later.out.push_str(&body.plain[second..]);
    case.knowledge.visit(&mut later);
    case.strengths.visit(&mut later);
    case.formulations.visit(&mut later);
    case.questions.visit(&mut later);
    body.facilitator.iter().for_each(|block| later.push(&block.plain));
    SearchWords { names: String::new(), open: tidy(&open.out), later: tidy(&later.out) }
}

/// The words of an exercise: everything but the task is read later.
pub(super) fn exercise_words(document: &Document, exercise: &Exercise) -> SearchWords {
    let common = &exercise.common;
    let subtitle = common.subtitle.as_deref().unwrap_or_default();
    let mut later =
        PlainTexts { but: Some(&common.ask.body), ..PlainTexts::without(&[&common.title, subtitle]) };
    document.visit(&mut later);
    SearchWords { names: String::new(), open: tidy(&common.ask.body.plain), later: tidy(&later.out) }
}

/// The words of a meeting; what only one role knows is not found.
pub(super) fn meeting_words(meeting: &Meeting) -> SearchWords {
    let mut open = PlainTexts::without(&[]);
    meeting.purpose.visit(&mut open);
    meeting.summary.visit(&mut open);
    meeting.rules.visit(&mut open);
    meeting.steps.visit(&mut open);
    SearchWords { open: tidy(&open.out), ..SearchWords::default() }
}

/// Collects texts without markup.
struct PlainTexts<'d> {
    out: String,
    /// Texts that are left out: they are known already.
    known: Vec<&'d str>,
    /// A text in Markdown that is left out.
    but: Option<&'d Body>,
}

impl<'d> PlainTexts<'d> {
    fn without(known: &[&'d str]) -> Self {
        Self { out: String::new(), known: known.to_vec(), but: None }
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }
}

impl<'a> Visitor<'a> for PlainTexts<'_> {
    fn body(&mut self, body: &'a Body, _: Range) {
        if !self.but.is_some_and(|but| std::ptr::eq(but, body)) {
            self.push(&body.plain);
        }
    }

    fn reference(&mut self, _: Kind, _: &'a str, _: Range) {}

    fn text(&mut self, text: &'a str) {
        if !self.known.contains(&text) {
            self.push(text);
        }
    }
}

/// A text in one line.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
