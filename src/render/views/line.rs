//! A line of a list: a document's title, what it is about, and how long it takes.

use std::sync::Arc;

use tera::Value;

use super::super::Site;
use super::super::frame::map;
use crate::model::{Content, Course, Document, Kind};
use crate::theme::Theme;

/// How many exercises of a page are open; the others are folded away.
pub(in super::super) const OPEN_EXERCISES: usize = 3;

/// How long a document takes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Effort {
    /// The minutes of a whole module, if its author says them: then nothing is added up.
    whole: Option<u32>,
    /// The minutes of reading.
    reading: u32,
    /// The exercises that are open.
    open: Answering,
    /// The exercises that are folded away.
    folded: Answering,
}

/// Exercises: how many, and their minutes.
#[derive(Debug, Clone, Copy, Default)]
struct Answering {
    exercises: usize,
    minutes: u32,
}

impl Answering {
    fn of(minutes: &[u32]) -> Self {
        let total = minutes.iter().fold(0, |sum: u32, minutes| sum.saturating_add(*minutes));
        Self { exercises: minutes.len(), minutes: total }
    }

    fn with(self, other: Self) -> Self {
        Self {
            exercises: self.exercises + other.exercises,
            minutes: self.minutes.saturating_add(other.minutes),
        }
    }

    /// In words, as the message `key` says them; none without exercises.
    fn words(self, key: &str, theme: &Theme) -> Option<String> {
        let values = [("n", self.exercises.to_string()), ("minutes", self.minutes.to_string())];
        (self.exercises > 0).then(|| theme.messages.text(key, &values))
    }
}

impl Effort {
    /// The effort of `document` and of the exercises on its page.
    pub(super) fn of(document: &Document, course: &Course) -> Self {
        let shown = document.body.exercises.iter().filter_map(|it| course.find(Kind::Exercise, &it.id));
        let minutes: Vec<u32> = shown.filter_map(|exercise| exercise.minutes()).collect();
        let (open, folded) = minutes.split_at(minutes.len().min(OPEN_EXERCISES));
        let is_module = document.kind == Kind::Module;
        Self {
            whole: document.minutes().filter(|_| is_module),
            reading: document.minutes().filter(|_| !is_module).unwrap_or(0),
            open: Answering::of(open),
            folded: Answering::of(folded),
        }
    }

    /// The effort of a module whose author says how many minutes it takes.
    pub(super) fn whole(self, minutes: u32) -> Self {
        Self { whole: Some(minutes), ..self }
    }

    /// The efforts together.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            whole: None,
            reading: self.reading.saturating_add(other.reading),
            open: self.open.with(other.open),
            folded: self.folded.with(other.folded),
        }
    }

    /// In words: "reading 12 min, 3 exercises 30 min, 2 more 20 min"; none if nothing is known.
    pub(super) fn words(self, theme: &Theme) -> Value {
        if let Some(minutes) = self.whole {
            return theme.messages.text("effort-whole", &[("minutes", minutes.to_string())]).into();
        }
        let minutes = [("minutes", self.reading.to_string())];
        let parts = [
            (self.reading > 0).then(|| theme.messages.text("effort-reading", &minutes)),
            self.open.words("effort-exercises", theme),
            self.folded.words("effort-more", theme),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let joint = theme.messages.text("effort-joint", &[]);
        (!parts.is_empty()).then(|| parts.join(&joint)).into()
    }
}

/// The line of `document`; none if no page shows it.
pub(super) fn line(document: &Arc<Document>, site: &Site) -> Option<Value> {
    let effort = match &document.content {
        Some(Content::Exercise(_) | Content::Meeting(_) | Content::Session(_)) => {
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

/// The word for the kind of an exercise, or that for a meeting or a session.
fn kind_of_work(document: &Document, site: &Site) -> String {
    let key = match &document.content {
        Some(Content::Exercise(exercise)) => format!("exercise-kind-{}", exercise.task.word()),
        Some(Content::Session(_)) => "kind-session".to_owned(),
        _ => "kind-meeting".to_owned(),
    };
    site.theme.messages.text(&key, &[])
}
