//! A process: ordered stages.

use super::{Audience, Item, Kind};
use crate::choice;
use crate::record;
use crate::yaml::{At, Id, Named, Rich, Text, To};

choice! {
    /// How a process is drawn.
    pub enum ProcessShape {
        /// The last stage leads to the first again.
        Cycle "cycle",
        /// From a beginning to an end.
        Path "path",
    }
}

record! {
    /// A process in stages: `processes/<id>.yaml`.
    pub struct Process {
        /// The title.
        title "title": Text,
        /// Its English name.
        en "en": Option<Text>,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// How it is drawn: `cycle` or `path`.
        shape "shape": ProcessShape,
        /// The stages, in order; at least two.
        stages "stages": Vec<ProcessStage>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
        /// A text below the stages.
        body "body": Option<Rich>,
    }
}

record! {
    /// A stage of a process.
    pub struct ProcessStage {
        /// Its id within the process.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// Its English name.
        en "en": Option<Text>,
        /// What it is for.
        purpose "purpose": Rich,
        /// What is done.
        does "does": Vec<Rich>,
        /// Questions for supporters.
        asks "asks": Vec<Rich>,
        /// Its result.
        output "output": Option<Rich>,
        /// The id of an earlier stage that the process may return to.
        back_to "back-to": Option<Id>,
        /// When it returns.
        back_when "back-when": Option<Rich>,
    }
}

impl Named for Process {
    const KIND: Kind = Kind::Process;
}
