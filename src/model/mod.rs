//! The records of a course.
//!
//! One file of a course is one [`Document`]; its [`Content`] is one of the kinds below. Each kind is a
//! [`record!`](crate::record): the struct, how it is read from YAML, its JSON Schema and its value for templates are declared together.
//!
//! The model knows no file, no template, and no other document: a reference is an id until the check stage looks it up.

mod body;
mod case;
mod course;
mod coverage;
mod document;
mod drawn;
mod earlier;
mod edition;
mod glossary;
mod info;
mod kind;
mod look;
mod meeting;
mod normalise;
mod outline;
mod page;
mod panel;
mod principle;
mod process;
mod role;
mod sequence;
mod session;
mod syllabus;
mod variant;
mod wording;
mod worksheet;

pub use body::{
    BlankPlace, Body, ExercisePlace, FootnoteMark, Heading, Image, Link, Note, Piece, ReadWord, Sentence,
    Target,
};
pub use case::{Case, CasePerson, Formulation, Knowledge, Stage, StageDiagram, Subject};
pub use course::{Course, Found, Missing, Module};
pub use coverage::{Coverage, Covered, coverage};
pub use document::{Content, Document};
pub use drawn::{
    Child, ChildKind, ChildOf, Consent, Day, Ecomap, Flow, Gender, Genogram, Labels, Lane, Relation,
    RelationKind, Relative, Shows, SystemKind, TieKind, Timeline, Union, UnionKind, Unit, Week, WeekCell,
    WeekKind, WeekRow,
};
pub use edition::{Audience, Edition, OneEdition, for_learners};
pub use glossary::{Glossary, Term};
pub use info::{CitedSource, Entrance, Info, PLACEHOLDER_ID, PaperFormat, ReportLevel, StudyPath};
pub use kind::Kind;
pub use look::{Colour, CourseLook, LEAST_CONTRAST};
pub use meeting::{Meeting, MeetingRole, MeetingStep, People, Procedure};
pub use normalise::{is_alike, normalise, normalised};
pub use page::{ModuleFront, ModuleShelf, Page};
pub use panel::{Panel, PanelAnswer, PanelPerson, PanelSource, Spread, WEIGHTS};
pub use principle::{Member, PrincipleSet, Tension, Utterance};
pub use process::{Process, ProcessShape, ProcessStage};
pub use role::{Duty, Role};
pub use sequence::{Ending, MarkedRows, Opens, Recorded, RowsAsEcomap, Sequence, Unlike};
pub use session::{GroupForm, GroupSize, Medium, Often, Practice, Session, SessionStep, ShownThing};
pub use syllabus::{Area, Item, Syllabus};
pub use variant::{
    ColumnWords, EASY, EndingWords, FieldWords, FormPart, FormWords, SectionWords, SequenceWords,
    form_and_variant, words_of,
};
pub use wording::{WordReading, Wording, WordingRule, covers};
pub use worksheet::{Choice, Column, Field, FromMinutes, Section, When, Worksheet};
