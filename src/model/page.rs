//! Pages and the front pages of modules: Markdown with front matter.

use super::{Audience, Item, Kind};
use crate::choice;
use crate::record;
use crate::yaml::{At, Named, Rich, Text, To};

record! {
    /// A page of a module: `modules/<module>/<page>.md`.
    pub struct Page {
        /// The title: the page's only first-level heading.
        title "title": Text,
        /// What the page is about, in a few words, if the title alone does not say it.
        subtitle "subtitle": Option<Text>,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// Its position among the pages of its module; by default they are sorted by file name.
        order "order": Option<i64>,
        /// About how many minutes it takes to read.
        minutes "minutes": Option<u32>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
    }
}

choice! {
    /// What a module is for that is no part of the course's order.
    pub enum ModuleShelf {
        /// To look things up.
        Reference "reference",
        /// For those who write the course.
        Authors "authors",
    }
}

record! {
    /// The front page of a module: `modules/<module>/index.md`.
    pub struct ModuleFront {
        /// The module's title.
        title "title": Text,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// Its position among the modules; by default they are sorted by folder name.
        order "order": Option<i64>,
        /// About how many minutes the whole module takes.
        minutes "minutes": Option<u32>,
        /// Puts the module on the shelf beside the course: it has no number, and no page of the course leads on to it.
        /// The search lists the pages of a module for authors last.
        shelf "shelf": Option<ModuleShelf>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
    }
}

impl Named for Page {
    const KIND: Kind = Kind::Page;
    const PATTERN: &str = "^[a-z0-9][a-z0-9-]{0,59}/[a-z0-9][a-z0-9-]{0,59}$";
}

impl Named for ModuleFront {
    const KIND: Kind = Kind::Module;
}
