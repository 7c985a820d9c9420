//! `course.yaml`.

use super::{CourseLook, OneEdition};
use crate::locale::LanguageTag;
use crate::yaml::{At, Id, Rich, Text, ToPage, ToWork};
use crate::{choice, record};

/// The id in the example of `mitate new`. No course may have it.
pub const PLACEHOLDER_ID: &str = "my-course";

choice! {
    /// A format of papers: forms and texts as files to print, to fill in and to send.
    pub enum PaperFormat {
        /// Word.
        Docx "docx",
        /// Excel: forms only.
        Xlsx "xlsx",
    }
}

choice! {
    /// What a learning management system gets beside the copy of the answers and the bookmark.
    pub enum ReportLevel {
        /// Nothing.
        None "none",
        /// Whether the course is completed, and the time spent on it.
        Progress "progress",
        /// Progress, and the answers in the learner's own words, for the trainer to read.
        Answers "answers",
    }
}

record! {
    /// What the course is: `course.yaml`.
    pub struct Info {
        /// The course's id. Stored answers depend on it: never change it.
        id "id": Id,
        /// The title.
        title "title": Text,
        /// The language of the texts, as a tag: `ja`, `en`, `en-GB`, `en-US`, or one that the theme adds.
        language "language": At<LanguageTag>,
        /// The number of the revision, from 1; raise it when exercises change.
        revision "revision": At<u32>,
        /// One or two sentences on what the course is for.
        description "description": Option<Rich>,
        /// Who wrote it.
        authors "authors": Vec<Text>,
        /// The licence of the content, such as `CC BY 4.0`.
        licence "licence": Option<Text>,
        /// Who the course is for. `mitate evidence` prints it, as the next keys.
        audience "audience": Option<Text>,
        /// Who to ask about the course: an office, a telephone number.
        contact "contact": Option<Text>,
        /// The day of this revision.
        date "date": Option<Text>,
        /// What it costs to use the course.
        cost "cost": Option<Text>,
        /// The laws, guidelines and books that the course is based on.
        sources "sources": Vec<CitedSource>,
        /// `open`: one site for everyone, with everything in it. By default there are two: for learners and for facilitators.
        edition "edition": Option<At<OneEdition>>,
        /// `true`: learners can store the whole site in their browser and read it without a network.
        offline "offline": bool,
        /// How the pages look: a logo, an accent, a font.
        theme "theme": Option<CourseLook>,
        /// What packages for a learning management system report to it: `none`, `progress` (by default) or `answers`.
        report "report": Option<At<ReportLevel>>,
        /// What has to be attempted for the course to be completed in a learning management system: each `exercise:id`, `worksheet:id`
        /// or `meeting:id`. By default half of the exercises.
        required "required": Vec<ToWork>,
        /// Words that the wording check ignores.
        allow "allow": Vec<Text>,
        /// The formats of papers that pages offer; none by default.
        papers "papers": Vec<PaperFormat>,
        /// Entrances for learners in a given situation, shown on the home page.
        entrances "entrances": Vec<Entrance>,
        /// Paths through the course, day by day.
        paths "paths": Vec<StudyPath>,
    }
}

record! {
    /// A law, a guideline or a book that the course is based on.
    pub struct CitedSource {
        /// Its title, with its author if it has one.
        title "title": Text,
        /// When it was published or last changed.
        date "date": Option<Text>,
        /// The day on which someone compared the course with it. Leave it out if nobody did.
        checked "checked": Option<Text>,
    }
}

record! {
    /// An entrance to the course for learners in a given situation.
    pub struct Entrance {
        /// The situation, in a few words.
        title "title": At<Text>,
        /// One sentence on it.
        summary "summary": Option<Rich>,
        /// Where to go, in order: each `kind:id`.
        links "links": Vec<ToPage>,
    }
}

record! {
    /// A path through the course, day by day.
    pub struct StudyPath {
        /// The title.
        title "title": At<Text>,
        /// One sentence on it.
        summary "summary": Option<Rich>,
        /// The days, in order.
        days "days": Vec<StudyDay>,
    }
}

record! {
    /// A day of a path.
    pub struct StudyDay {
        /// What the day is about.
        title "title": At<Text>,
        /// What to read and do, in order: each `kind:id`.
        links "links": Vec<ToPage>,
    }
}
