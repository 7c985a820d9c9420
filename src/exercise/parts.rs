//! Parts that several kinds of exercises share.

use tera::Value;

use crate::host::Host;
use crate::record;
use crate::yaml::{Id, Record as _, Rich, Text};

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
    /// A group for cards or a tag for sentences: a title and a few words on it.
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
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What it says.
        text "text": Rich,
    }
}

impl Titled {
    pub(super) fn option(&self) -> (String, String) {
        (self.id.to_string(), self.title.to_string())
    }
}

impl Group {
    pub(super) fn option(&self) -> (String, String) {
        (self.id.to_string(), self.title.to_string())
    }
}

impl Card {
    pub(super) fn shown(&self, page: &dyn Host) -> Value {
        self.view_with(page, [("plain", self.text.body.plain.trim().into())])
    }
}
