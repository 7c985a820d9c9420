//! What several kinds of exercises are made of.

use tera::Value;

use crate::host::Host;
use crate::record;
use crate::theme::map;
use crate::yaml::{Id, Rich, Text};

record! {
    /// Something to choose by its title: a state of a checklist, a skill of interviewing.
    pub struct Titled {
        /// Its id within the exercise.
        id "id": Id,
        /// Its title.
        title "title": Text,
    }
}

record! {
    /// A place for cards or a tag for sentences: a title, and a few words on it.
    pub struct Group {
        /// Its id within the exercise.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// A few words on it.
        about "about": Option<Rich>,
    }
}

record! {
    /// A card: what it says.
    pub struct Card {
        /// Its id within the exercise. Answers hang on it: it never changes.
        id "id": Id,
        /// What it says.
        text "text": Rich,
    }
}

impl Titled {
    pub(super) fn view(&self) -> Value {
        map([("id", (&*self.id).into()), ("title", (&*self.title).into())])
    }

    pub(super) fn option(&self) -> (String, String) {
        (self.id.to_string(), self.title.to_string())
    }
}

impl Group {
    pub(super) fn view(&self, page: &dyn Host) -> Value {
        map([
            ("id", (&*self.id).into()),
            ("title", (&*self.title).into()),
            ("about", self.about.as_ref().map(|about| page.rich(about)).into()),
        ])
    }

    pub(super) fn option(&self) -> (String, String) {
        (self.id.to_string(), self.title.to_string())
    }
}

impl Card {
    pub(super) fn view(&self, page: &dyn Host) -> Value {
        map([
            ("id", (&*self.id).into()),
            ("text", page.rich(&self.text)),
            ("plain", self.text.body.plain.trim().into()),
        ])
    }
}
