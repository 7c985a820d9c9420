//! What every exercise has in common, whatever its kind.

use super::{Item, Kind};
use crate::record;
use crate::yaml::{Named, Rich, Text, To};

record! {
    /// An exercise: `exercises/<id>.yaml`.
    pub struct Exercise {
        /// The title.
        title "title": Text,
        /// About how many minutes it takes: learners are told beforehand.
        minutes "minutes": u32,
        /// What the learner is asked to do.
        ask "ask": Rich,
        /// The syllabus items that it practises.
        covers "covers": Vec<To<Item>>,
        /// The syllabus items that it lets the learner assess.
        assesses "assesses": Vec<To<Item>>,
    }
}

impl Named for Exercise {
    const KIND: Kind = Kind::Exercise;
}
