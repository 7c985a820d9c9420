//! A role: who does what, at which stage of a process.

use super::{Audience, Item, Kind, Process};
use crate::record;
use crate::yaml::{At, Id, Named, Rich, Text, To};

record! {
    /// A role: `roles/<id>.md`.
    pub struct Role {
        /// The title.
        title "title": Text,
        /// Its reading in hiragana.
        reading "reading": Option<Text>,
        /// Its English name.
        en "en": Option<Text>,
        /// Other names and abbreviations under which the search finds it, such as `SC`.
        also "also": Vec<Text>,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// The process whose stages the duties name.
        process "process": Option<To<Process>>,
        /// What the role does, stage by stage.
        duties "duties": Vec<Duty>,
        /// What can be known from this position.
        knows "knows": Vec<Rich>,
        /// What is hard to see from this position.
        cannot_know "cannot-know": Vec<Rich>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
    }
}

record! {
    /// What a role does at one stage.
    pub struct Duty {
        /// The id of the stage.
        stage "stage": Id,
        /// What it does.
        does "does": Rich,
        /// The people that it works with.
        with "with": Option<Rich>,
    }
}

impl Named for Role {
    const KIND: Kind = Kind::Role;
}
