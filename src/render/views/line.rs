//! A line of a list: a document's title, what it is about, and how long it takes.

use std::sync::Arc;

use tera::Value;

use super::super::Site;
use super::super::frame::map;
use crate::model::{Content, Course, Document, Kind};
use crate::theme::Theme;

/// How long a document takes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Effort {
    /// The minutes of reading.
    reading: u32,
    /// How many exercises it shows.
    exercises: usize,
    /// The minutes of these exercises.
    answering: u32,
}

impl Effort {
    /// The effort of `document` and of the exercises on its page.
    pub(super) fn of(document: &Document, course: &Course) -> Self {
        let shown = document.body.exercises.iter().filter_map(|it| course.find(Kind::Exercise, &it.id));
        let answering: Vec<u32> = shown.filter_map(|exercise| exercise.minutes()).collect();
        let total = answering.iter().fold(0, |sum: u32, minutes| sum.saturating_add(*minutes));
        Self { reading: document.minutes().unwrap_or(0), exercises: answering.len(), answering: total }
    }

    /// The effort with other minutes of reading.
    pub(super) fn reading(self, minutes: u32) -> Self {
        Self { reading: minutes, ..self }
    }

    /// The efforts together.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            reading: self.reading.saturating_add(other.reading),
            exercises: self.exercises + other.exercises,
            answering: self.answering.saturating_add(other.answering),
        }
    }

    /// In words: "reading 12 min, 2 exercises 30 min"; none if nothing is known.
    pub(super) fn words(self, theme: &Theme) -> Value {
        let said = |key: &str, n: usize, minutes: u32| {
            let values = [("n", n.to_string()), ("minutes", minutes.to_string())];
            theme.messages.text(key, &values)
        };
        let reading = (self.reading > 0).then(|| said("effort-reading", 0, self.reading));
        let answering =
            (self.exercises > 0).then(|| said("effort-exercises", self.exercises, self.answering));
        let parts: Vec<String> = reading.into_iter().chain(answering).collect();
        let joint = theme.messages.text("effort-joint", &[]);
        (!parts.is_empty()).then(|| parts.join(&joint)).into()
    }
}

/// The line of `document`; none if no page shows it.
pub(super) fn line(document: &Arc<Document>, site: &Site) -> Option<Value> {
    let effort = match &document.content {
        Some(Content::Exercise(_) | Content::Meeting(_)) => {
            let kind = kind_of_work(document, site);
            let minutes = document.minutes().unwrap_or(0).to_string();
            site.theme.messages.text("effort-work", &[("kind", kind), ("minutes", minutes)]).into()
        }
        _ => Effort::of(document, &site.course).words(&site.theme),
    };
    Some(map([
        ("id", (&*document.id).into()),
        ("kind", document.kind.word().into()),
        ("title", document.title().into()),
        ("subtitle", document.subtitle().into()),
        ("url", site.course.url(document)?.into()),
        ("effort", effort),
    ]))
}

/// The word for the kind of an exercise, or that for a meeting.
fn kind_of_work(document: &Document, site: &Site) -> String {
    let key = match &document.content {
        Some(Content::Exercise(exercise)) => format!("exercise-kind-{}", exercise.task.word()),
        _ => "kind-meeting".to_owned(),
    };
    site.theme.messages.text(&key, &[])
}
