//! `course.yaml`.

use crate::choice;
use crate::record;
use crate::yaml::{At, Id, Rich, Text};

/// The id in the example of `mitate new`. No course may have it.
pub const PLACEHOLDER_ID: &str = "my-course";

choice! {
    /// The language of a course: of its texts, and of the site's own words.
    pub enum CourseLanguage {
        /// Japanese.
        Ja "ja",
        /// English.
        En "en",
    }
}

record! {
    /// What the course is: `course.yaml`.
    pub struct Info {
        /// The course's id. Stored answers depend on it: never change it.
        id "id": Id,
        /// The title.
        title "title": Text,
        /// The language of the texts: `ja` or `en`.
        language "language": CourseLanguage,
        /// The number of the revision, from 1; raise it when exercises change.
        revision "revision": At<u32>,
        /// One or two sentences on what the course is for.
        description "description": Option<Rich>,
        /// Who wrote it.
        authors "authors": Vec<Text>,
        /// The licence of the content, such as `CC BY 4.0`.
        licence "licence": Option<Text>,
        /// Words that the wording check ignores.
        allow "allow": Vec<Text>,
    }
}
