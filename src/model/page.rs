//! Pages and the front pages of modules: Markdown with front matter.

use super::{Item, Kind};
use crate::record;
use crate::yaml::{Named, Rich, Text, To};

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
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
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
        /// Whether it is for those who write the course, not for learners: the search lists its pages last.
        for_authors "for-authors": bool,
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
    }
}

impl Named for Page {
    const KIND: Kind = Kind::Page;
}
