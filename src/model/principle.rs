//! A set of principles and its members.

use super::{Audience, Item, Kind};
use crate::record;
use crate::yaml::{At, Id, Named, Rich, Text, To};

record! {
    /// A set of principles: `principles/<id>.md`.
    pub struct PrincipleSet {
        /// The title.
        title "title": Text,
        /// Its English name.
        en "en": Option<Text>,
        /// Where it comes from.
        source "source": Option<Rich>,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// The principles, in order.
        members "members": Vec<Member>,
        /// Dilemmas: situations in which principles conflict.
        tensions "tensions": Vec<Tension>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
    }
}

record! {
    /// One principle.
    pub struct Member {
        /// Its id within the set.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// Its English name.
        en "en": Option<Text>,
        /// What it means in practice for a supporter.
        asks "asks": Rich,
        /// What makes it hard to keep.
        strains "strains": Rich,
        /// Words that honour it.
        honours "honours": Option<Utterance>,
        /// Words that break it.
        breaks "breaks": Option<Utterance>,
    }
}

record! {
    /// Words, and why they matter.
    pub struct Utterance {
        /// The words.
        says "says": Rich,
        /// Why they honour or break the principle.
        because "because": Rich,
    }
}

record! {
    /// A dilemma: a situation in which principles conflict.
    pub struct Tension {
        /// Its id within the set.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// The ids of the members.
        between "between": Vec<Id>,
        /// What happens.
        scene "scene": Rich,
        /// How to think about it; no single answer.
        think "think": Rich,
    }
}

impl Named for PrincipleSet {
    const KIND: Kind = Kind::Principle;
}
