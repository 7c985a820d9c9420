//! `syllabus.yaml`: what the course promises to teach.

use super::Kind;
use crate::record;
use crate::yaml::{Id, Named, Text, To};

record! {
    /// The items that the course promises to teach: `syllabus.yaml`.
    pub struct Syllabus {
        /// The areas, in order.
        areas "areas": Vec<Area>,
        /// The items, in order.
        items "items": Vec<Item>,
    }
}

record! {
    /// A group of items.
    pub struct Area {
        /// Its id.
        id "id": Id,
        /// Its title.
        title "title": Text,
    }
}

record! {
    /// One thing to be taught.
    pub struct Item {
        /// Its id, which `covers` names.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// Its English title.
        en "en": Option<Text>,
        /// The id of its area.
        area "area": To<Area>,
    }
}

impl Named for Item {
    const KIND: Kind = Kind::Item;
}

impl Named for Area {
    const KIND: Kind = Kind::Area;
}
