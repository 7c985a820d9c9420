//! One file of a course.

use std::sync::Arc;

use super::variant::variant_url;
use super::{
    Body, Case, Course, Field, FormWords, Glossary, Info, Item, Kind, Meeting, ModuleFront, Page, Panel,
    PrincipleSet, Process, Role, Session, Syllabus, Wording, Worksheet,
};
use crate::exercise::Exercise;
use crate::source::Span;
use crate::yaml::{Id, Rich, Shape, To, Visitor};

/// One file of a course, parsed.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file's path in the course.
    pub path: Arc<str>,
    /// Its kind, which its path shows.
    pub kind: Kind,
    /// Its id, which its file name shows.
    pub id: Arc<str>,
    /// Its record; `None` if it could not be read. Its id is known even then, so that references to it
    /// are not reported too.
    pub content: Option<Content>,
    /// The text below the front matter, of kinds that are Markdown.
    pub body: Body,
    /// The hash of everything that other documents and their pages can see of it: [`crate::fresh::face_hash`].
    pub face_hash: blake3::Hash,
    /// The hash of its whole text.
    pub own_hash: blake3::Hash,
}

/// What a document says.
#[derive(Debug, Clone)]
pub enum Content {
    /// `course.yaml`.
    Info(Box<Info>),
    /// `syllabus.yaml`.
    Syllabus(Syllabus),
    /// `glossary.yaml`.
    Glossary(Glossary),
    /// `wording.yaml`.
    Wording(Wording),
    /// `modules/…/index.md`.
    Module(ModuleFront),
    /// `modules/…/….md`.
    Page(Page),
    /// `cases/….md`.
    Case(Box<Case>),
    /// `roles/….md`.
    Role(Box<Role>),
    /// `principles/….md`.
    Principles(PrincipleSet),
    /// `processes/….yaml`.
    Process(Process),
    /// `worksheets/….yaml`.
    Worksheet(Box<Worksheet>),
    /// `worksheets/….….yaml`.
    Variant(Box<FormWords>),
    /// `exercises/….yaml`.
    Exercise(Box<Exercise>),
    /// `meetings/….yaml`.
    Meeting(Box<Meeting>),
    /// `sessions/….yaml`.
    Session(Box<Session>),
    /// `panels/….yaml`.
    Panel(Box<Panel>),
}

macro_rules! accessors {
    ($($name:ident $kind:ident $variant:ident $record:ty,)*) => {
        impl Document {
            $(
                /// Its record, if it is a document of that kind and could be read.
                #[must_use]
                pub fn $name(&self) -> Option<&$record> {
                    match &self.content {
                        Some(Content::$variant(it)) => Some(it),
                        _ => None,
                    }
                }
            )*
        }

        impl Course {
            $(
                /// The record of the document of that kind and id, if it could be read.
                #[must_use]
                pub fn $name(&self, id: &str) -> Option<&$record> {
                    self.find(Kind::$kind, id)?.$name()
                }
            )*
        }
    };
}

accessors! {
    case Case Case Case,
    role Role Role Role,
    principles Principle Principles PrincipleSet,
    process Process Process Process,
    worksheet Worksheet Worksheet Worksheet,
    words Variant Variant FormWords,
    exercise Exercise Exercise Exercise,
    meeting Meeting Meeting Meeting,
    session Session Session Session,
    panel Panel Panel Panel,
    wording Wording Wording Wording,
}

impl Document {
    /// The beginning of the file: for what is wrong with it as a whole.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::file(&self.path)
    }

    /// Its title; the id if it could not be read or has none.
    #[must_use]
    pub fn title(&self) -> &str {
        match &self.content {
            Some(Content::Info(it)) => &it.title,
            Some(Content::Module(it)) => &it.title,
            Some(Content::Page(it)) => &it.title,
            Some(Content::Case(it)) => &it.title,
            Some(Content::Role(it)) => &it.title,
            Some(Content::Principles(it)) => &it.title,
            Some(Content::Process(it)) => &it.title,
            Some(Content::Worksheet(it)) => &it.title,
            Some(Content::Variant(it)) => &it.title,
            Some(Content::Exercise(it)) => &it.common.title,
            Some(Content::Meeting(it)) => &it.title,
            Some(Content::Session(it)) => &it.title,
            Some(Content::Syllabus(_) | Content::Glossary(_) | Content::Wording(_) | Content::Panel(_))
            | None => &self.id,
        }
    }

    /// What it is about, in a few words beside its title.
    #[must_use]
    pub fn subtitle(&self) -> Option<&str> {
        let subtitle = match self.content.as_ref()? {
            Content::Page(it) => it.subtitle.as_ref(),
            Content::Exercise(it) => it.common.subtitle.as_ref(),
            _ => None,
        };
        subtitle.map(|text| &**text)
    }

    /// Its one sentence for lists.
    #[must_use]
    pub fn summary(&self) -> Option<&Rich> {
        match self.content.as_ref()? {
            Content::Info(it) => it.description.as_ref(),
            Content::Module(it) => it.summary.as_ref(),
            Content::Page(it) => it.summary.as_ref(),
            Content::Case(it) => it.summary.as_ref(),
            Content::Role(it) => it.summary.as_ref(),
            Content::Principles(it) => it.summary.as_ref(),
            Content::Process(it) => it.summary.as_ref(),
            Content::Worksheet(it) => it.summary.as_ref(),
            Content::Variant(it) => it.summary.as_ref(),
            Content::Meeting(it) => it.summary.as_ref(),
            Content::Session(it) => it.summary.as_ref(),
            Content::Exercise(_)
            | Content::Syllabus(_)
            | Content::Glossary(_)
            | Content::Wording(_)
            | Content::Panel(_) => None,
        }
    }

    /// What it says as `course.yaml`.
    #[must_use]
    pub fn info(&self) -> Option<&Info> {
        match self.content.as_ref()? {
            Content::Info(info) => Some(info),
            _ => None,
        }
    }

    /// The syllabus items that it names.
    #[must_use]
    pub fn covers(&self) -> &[To<Item>] {
        match &self.content {
            Some(Content::Module(it)) => &it.covers,
            Some(Content::Page(it)) => &it.covers,
            Some(Content::Case(it)) => &it.covers,
            Some(Content::Role(it)) => &it.covers,
            Some(Content::Principles(it)) => &it.covers,
            Some(Content::Process(it)) => &it.covers,
            Some(Content::Worksheet(it)) => &it.covers,
            Some(Content::Exercise(it)) => &it.common.covers,
            Some(Content::Meeting(it)) => &it.covers,
            Some(Content::Session(it)) => &it.covers,
            Some(
                Content::Info(_)
                | Content::Syllabus(_)
                | Content::Glossary(_)
                | Content::Wording(_)
                | Content::Variant(_)
                | Content::Panel(_),
            )
            | None => &[],
        }
    }

    /// The ids that it had before; `None` if nothing is stored under the ids of its kind.
    #[must_use]
    pub fn earlier_ids(&self) -> Option<&[Id]> {
        match self.content.as_ref()? {
            Content::Worksheet(it) => Some(&it.was),
            Content::Exercise(it) => Some(&it.common.was),
            Content::Meeting(it) => Some(&it.was),
            _ => None,
        }
    }

    /// The fields of its form, or those that its exercise asks to write on.
    #[must_use]
    pub fn fields(&self) -> Vec<&Field> {
        match &self.content {
            Some(Content::Worksheet(it)) => it.fields().collect(),
            Some(Content::Exercise(it)) => it.common.fields.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Its position among documents of its kind, if the author gave one.
    #[must_use]
    pub fn order(&self) -> Option<i64> {
        match self.content.as_ref()? {
            Content::Module(it) => it.order,
            Content::Page(it) => it.order,
            _ => None,
        }
    }

    /// The minutes that it takes, if the author gave them.
    #[must_use]
    pub fn minutes(&self) -> Option<u32> {
        match self.content.as_ref()? {
            Content::Module(it) => it.minutes,
            Content::Page(it) => it.minutes,
            Content::Exercise(it) => Some(it.common.minutes),
            Content::Meeting(it) => Some(it.minutes.value),
            Content::Session(it) => Some(it.minutes.value),
            _ => None,
        }
    }

    /// Shows `visitor` every text and reference in it.
    pub fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        match &self.content {
            Some(Content::Info(it)) => it.visit(visitor),
            Some(Content::Syllabus(it)) => it.visit(visitor),
            Some(Content::Glossary(it)) => it.visit(visitor),
            Some(Content::Wording(it)) => it.visit(visitor),
            Some(Content::Module(it)) => it.visit(visitor),
            Some(Content::Page(it)) => it.visit(visitor),
            Some(Content::Case(it)) => it.visit(visitor),
            Some(Content::Role(it)) => it.visit(visitor),
            Some(Content::Principles(it)) => it.visit(visitor),
            Some(Content::Process(it)) => it.visit(visitor),
            Some(Content::Worksheet(it)) => it.visit(visitor),
            Some(Content::Variant(it)) => it.visit(visitor),
            Some(Content::Exercise(it)) => it.visit(visitor),
            Some(Content::Meeting(it)) => it.visit(visitor),
            Some(Content::Session(it)) => it.visit(visitor),
            Some(Content::Panel(it)) => it.visit(visitor),
            None => {}
        }
        self.body.all().for_each(|body| visitor.body(body, crate::yaml::Range::default()));
    }

    /// Calls `see` for every text in it.
    pub fn each_body<'a>(&'a self, mut see: impl FnMut(&'a Body)) {
        struct Bodies<F>(F);
        impl<'a, F: FnMut(&'a Body)> Visitor<'a> for Bodies<F> {
            fn body(&mut self, body: &'a Body, _: crate::yaml::Range) {
                (self.0)(body);
            }
            fn reference(&mut self, _: Kind, _: &'a str, _: crate::yaml::Range) {}
        }
        self.visit(&mut Bodies(&mut see));
    }
}

impl Document {
    /// The address of its page from the site's root; `None` for what has no page of its own.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        match self.kind {
            Kind::Module | Kind::Page => Some(format!("{}/index.html", self.id)),
            Kind::Glossary => Some("glossary/index.html".to_owned()),
            Kind::Syllabus => Some("map/index.html".to_owned()),
            Kind::Course => Some("index.html".to_owned()),
            Kind::Wording | Kind::Exercise | Kind::Panel | Kind::Item | Kind::Area | Kind::Term => None,
            Kind::Variant => Some(variant_url(&self.id)),
            kind => Some(format!("{}/{}/index.html", kind.folder(), self.id)),
        }
    }

    /// Whether its page has a place with that anchor: a heading, a member, a stage, a section, a field.
    #[must_use]
    pub fn has_anchor(&self, anchor: &str) -> bool {
        self.body.heading(anchor).is_some() || self.content.is_none() || self.parts().any(|id| id == anchor)
    }

    /// The ids of its parts that a link can name behind `#`.
    pub fn parts(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match &self.content {
            Some(Content::Case(it)) => Box::new(it.stages.iter().map(|stage| &*stage.id.name)),
            Some(Content::Principles(it)) => {
                let members = it.members.iter().map(|member| &*member.id.name);
                Box::new(members.chain(it.tensions.iter().map(|tension| &*tension.id.name)))
            }
            Some(Content::Process(it)) => Box::new(it.stages.iter().map(|stage| &*stage.id.name)),
            Some(Content::Worksheet(it)) => Box::new(it.sections.iter().map(|section| &*section.id.name)),
            Some(Content::Variant(it)) => Box::new(it.sections.iter().map(|section| &*section.id.name)),
            Some(Content::Meeting(it)) => Box::new(it.steps.iter().map(|step| &*step.id.name)),
            Some(Content::Session(it)) => Box::new(it.steps.iter().map(|step| &*step.id.name)),
            Some(Content::Syllabus(it)) => Box::new(it.areas.iter().map(|area| &*area.id.name)),
            Some(Content::Glossary(it)) => Box::new(it.terms.iter().map(|term| &*term.id.name)),
            _ => Box::new(std::iter::empty()),
        }
    }
}
