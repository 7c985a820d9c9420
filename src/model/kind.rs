//! The kinds of things that a course names.

/// A kind of thing with an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `course.yaml`.
    Course,
    /// `syllabus.yaml`.
    Syllabus,
    /// `glossary.yaml`.
    Glossary,
    /// `wording.yaml`.
    Wording,
    /// A module: the folder's `index.md`.
    Module,
    /// A page of a module.
    Page,
    /// A fictional case.
    Case,
    /// A role: who does what.
    Role,
    /// A set of principles.
    Principle,
    /// A process in stages.
    Process,
    /// A form.
    Worksheet,
    /// A form in other words.
    Variant,
    /// An exercise.
    Exercise,
    /// A case meeting.
    Meeting,
    /// A session plan.
    Session,
    /// What practitioners answered to an exercise.
    Panel,
    /// An item of the syllabus.
    Item,
    /// An area of the syllabus.
    Area,
    /// A term of the glossary.
    Term,
}

impl Kind {
    /// The kinds that a link `kind:id` can name.
    pub const LINKED: [Kind; 11] = [
        Kind::Case,
        Kind::Role,
        Kind::Principle,
        Kind::Process,
        Kind::Worksheet,
        Kind::Exercise,
        Kind::Meeting,
        Kind::Session,
        Kind::Page,
        Kind::Module,
        Kind::Term,
    ];

    /// The kinds that have a folder of their own, with an index page: one file of it is one document.
    pub const SHELVES: [Kind; 7] = [
        Kind::Case,
        Kind::Role,
        Kind::Principle,
        Kind::Process,
        Kind::Worksheet,
        Kind::Meeting,
        Kind::Session,
    ];

    /// Its word, as in `role:homeroom-teacher` and in the names of schemas.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Syllabus => "syllabus",
            Self::Glossary => "glossary",
            Self::Wording => "wording",
            Self::Module => "module",
            Self::Page => "page",
            Self::Case => "case",
            Self::Role => "role",
            Self::Principle => "principle",
            Self::Process => "process",
            Self::Worksheet => "worksheet",
            Self::Variant => "variant",
            Self::Exercise => "exercise",
            Self::Meeting => "meeting",
            Self::Session => "session",
            Self::Panel => "panel",
            Self::Item => "item",
            Self::Area => "area",
            Self::Term => "term",
        }
    }

    /// The folder of its files and of its pages; empty for kinds without one.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Case => "cases",
            Self::Role => "roles",
            Self::Principle => "principles",
            Self::Process => "processes",
            Self::Worksheet => "worksheets",
            Self::Exercise => "exercises",
            Self::Meeting => "meetings",
            Self::Session => "sessions",
            Self::Panel => "panels",
            Self::Page | Self::Module => "modules",
            _ => "",
        }
    }
}
