//! Editions: what each site of a course shows.
//!
//! The facilitators' edition shows everything. In the learners' edition there is no trace of what is for facilitators only:
//! it is the site of another course, [`Course::for_learners`], in which these documents, blocks and fields are not there.
//! Whatever lists, searches or links things sees only that course. Everything that is for facilitators is named here.

use std::collections::HashSet;
use std::sync::Arc;

use super::variant::form_and_variant;
use super::{Content, Course, Document, Kind, Meeting};
use crate::choice;
use crate::yaml::{At, Rich};

choice! {
    /// What `course.yaml` says of editions.
    pub enum OneEdition {
        /// There is one, for everyone, with everything in it: for a course that is read alone.
        Open "open",
    }
}

choice! {
    /// Who a file is for, if not everyone.
    pub enum Audience {
        /// Facilitators only: the learners' edition has no trace of it.
        Facilitator "facilitator",
    }
}

/// Who a site is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edition {
    /// For learners: without what is for facilitators.
    Learner,
    /// For facilitators: with everything.
    Facilitator,
    /// For everyone: with everything, because the course has no secrets.
    #[default]
    Open,
}

impl Edition {
    /// Its word, as on the command line, in templates and in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Facilitator => "facilitator",
            Self::Open => "open",
        }
    }

    /// Whether it has the file of the theme that is called `name` among its assets.
    #[must_use]
    pub fn has_asset(self, name: &str) -> bool {
        self != Self::Learner || !FILES_OF_FACILITATORS.contains(&name)
    }
}

/// The kinds that are for facilitators without saying so.
const OF_FACILITATORS: [Kind; 1] = [Kind::Session];

/// The files of the theme that the learners' edition does not have: the board, on which answers are gathered, and the map of interviews
/// (`serve` has it for authors at an address of its own).
const FILES_OF_FACILITATORS: [&str; 3] = ["board.css", "board.js", "interview-map.js"];

/// The indices of the `documents` that are for facilitators only. A page is if its module is, a form in other words if the form is,
/// an exercise if only such documents show it, a panel if its exercise is.
pub(super) fn for_facilitators(documents: &[Arc<Document>]) -> HashSet<usize> {
    let own = |it: &&Arc<Document>| it.audience().is_some() || OF_FACILITATORS.contains(&it.kind);
    let ids_of = |kind: Kind| -> HashSet<&str> {
        documents.iter().filter(|it| it.kind == kind).filter(own).map(|it| &*it.id).collect()
    };
    let (modules, forms) = (ids_of(Kind::Module), ids_of(Kind::Worksheet));
    let exercises = ids_of(Kind::Exercise);
    let is_hidden = |it: &&Arc<Document>| match it.kind {
        Kind::Page if modules.contains(it.id.split('/').next().unwrap_or_default()) => true,
        Kind::Variant => forms.contains(form_and_variant(&it.id).0),
        Kind::Panel => exercises.contains(&*it.id),
        _ => own(it),
    };
    let (hidden, open): (Vec<_>, Vec<_>) = documents.iter().partition(is_hidden);
    if hidden.is_empty() {
        return HashSet::new();
    }
    let shown_by = |documents: &[&Arc<Document>]| -> HashSet<Arc<str>> {
        documents.iter().flat_map(|it| &it.body.exercises).map(|it| Arc::clone(&it.id)).collect()
    };
    let (secret, public) = (shown_by(&hidden), shown_by(&open));
    let is_secret = |it: &Arc<Document>| {
        let is_of_exercise = matches!(it.kind, Kind::Exercise | Kind::Panel);
        is_of_exercise && secret.contains(&it.id) && !public.contains(&it.id)
    };
    let indices = documents.iter().enumerate().filter(|(_, it)| is_hidden(it) || is_secret(it));
    indices.map(|(index, _)| index).collect()
}

/// What learners see of a document; `None` if they see all of it.
#[must_use]
pub fn for_learners(document: &Document) -> Option<Document> {
    let is_meeting = matches!(document.content, Some(Content::Meeting(_)));
    if document.body.facilitator.is_empty() && !is_meeting {
        return None;
    }
    let mut document = document.clone();
    document.body.remove_facilitator();
    if let Some(Content::Meeting(meeting)) = &mut document.content {
        without_secrets(meeting);
    }
    Some(document)
}

/// Removes from a meeting what only one role knows and does, and what only the facilitator does and brings.
fn without_secrets(meeting: &mut Meeting) {
    meeting.prepare.clear();
    for role in &mut meeting.roles {
        role.card = None;
        role.task = None;
    }
    for step in &mut meeting.steps {
        step.does = Rich { body: Box::default(), at: step.does.at };
    }
}

impl Course {
    /// The course that its facilitators' site is made from: all of it.
    #[must_use]
    pub fn for_facilitators(&self) -> Self {
        let mut course = self.clone();
        course.edition = Edition::Facilitator;
        course
    }

    /// The course that its learners' site is made from, where `seen` gives what learners see of a document, and `before` is the
    /// one that was made before a change.
    #[must_use]
    pub fn for_learners(
        &self,
        before: Option<&Self>,
        seen: impl FnMut(&Arc<Document>) -> Arc<Document>,
    ) -> Self {
        let open = self.documents.iter().filter(|it| !self.is_for_facilitators(it));
        let documents: Vec<Arc<Document>> = open.map(seen).collect();
        let mut course = match before {
            _ if self.has_documents(&documents) => self.clone(),
            Some(before) => Self::after(before, documents, self.assets.clone()),
            None => Self::new(documents, self.assets.clone()),
        };
        course.edition = Edition::Learner;
        course
    }

    /// Whether the course has just these documents, unchanged.
    #[must_use]
    pub fn has_documents(&self, documents: &[Arc<Document>]) -> bool {
        self.documents.len() == documents.len()
            && self.documents.iter().zip(documents).all(|(own, other)| Arc::ptr_eq(own, other))
    }

    /// Whether a document of the course is for facilitators only.
    #[must_use]
    pub fn has_part_for_facilitators(&self) -> bool {
        !self.outline.for_facilitators.is_empty()
    }

    /// Whether the learners' edition has no trace of `document`.
    #[must_use]
    pub fn is_for_facilitators(&self, document: &Document) -> bool {
        let index = self.outline.paths.get(&document.path);
        index.is_some_and(|index| self.outline.for_facilitators.contains(index))
    }
}

impl Document {
    /// Who it says it is for.
    #[must_use]
    pub fn audience(&self) -> Option<&At<Audience>> {
        match self.content.as_ref()? {
            Content::Module(it) => it.audience.as_ref(),
            Content::Page(it) => it.audience.as_ref(),
            Content::Case(it) => it.audience.as_ref(),
            Content::Role(it) => it.audience.as_ref(),
            Content::Principles(it) => it.audience.as_ref(),
            Content::Process(it) => it.audience.as_ref(),
            Content::Worksheet(it) => it.audience.as_ref(),
            Content::Exercise(it) => it.common.audience.as_ref(),
            Content::Meeting(it) => it.audience.as_ref(),
            Content::Info(_)
            | Content::Syllabus(_)
            | Content::Glossary(_)
            | Content::Wording(_)
            | Content::Variant(_)
            | Content::Session(_)
            | Content::Panel(_) => None,
        }
    }
}
