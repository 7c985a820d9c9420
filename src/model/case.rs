//! A fictional case: front matter, and a text divided into stages.

use serde_json::Value as Json;

use super::{Audience, Ecomap, Genogram, Item, Kind, Role, Timeline, Week};
use crate::record;
use crate::yaml::{At, Id, Named, Rich, Text, To};

record! {
    /// A fictional case: `cases/<id>.md`.
    pub struct Case {
        /// The title.
        title "title": Text,
        /// Must be `true`: the case describes no living person.
        fictional "fictional": Option<At<bool>>,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// The person whose case it is.
        person "person": Subject,
        /// Ids of themes, such as `school-refusal`.
        themes "themes": Vec<Id>,
        /// Content that readers may want to be warned about: violence, self-harm, abuse.
        content_notes "content-notes": Vec<Text>,
        /// Place and time, such as `city A, year X`.
        setting "setting": Option<Rich>,
        /// Who appears.
        persons "persons": Vec<CasePerson>,
        /// The family, drawn.
        genogram "genogram": Option<Genogram>,
        /// What the person lives with, drawn.
        ecomap "ecomap": Option<Ecomap>,
        /// What happened when, drawn.
        timeline "timeline": Option<Timeline>,
        /// A week of the person, drawn.
        week "week": Option<Week>,
        /// What each professional knows and does not know at the beginning.
        knowledge "knowledge": Vec<Knowledge>,
        /// The stages, in the order of the text: each has a heading with its id.
        stages "stages": Vec<Stage>,
        /// Strengths of the person and of the environment.
        strengths "strengths": Vec<Rich>,
        /// At least two possible formulations of the case; never a single correct one.
        formulations "formulations": Vec<Formulation>,
        /// Questions to talk about.
        questions "questions": Vec<Rich>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it teaches.
        covers "covers": Vec<To<Item>>,
    }
}

record! {
    /// The person whose case it is.
    pub struct Subject {
        /// The name of the person: `A`, or a role.
        label "label": At<Text>,
        /// Age in years.
        age "age": Option<u32>,
        /// School year or walk of life.
        grade "grade": Option<Text>,
    }
}

record! {
    /// Someone who appears in the case.
    pub struct CasePerson {
        /// An id within the case.
        id "id": Id,
        /// The name of the person: `A`, or a role such as `mother`.
        label "label": At<Text>,
        /// Who it is.
        about "about": Rich,
    }
}

record! {
    /// What one professional knows at the beginning.
    pub struct Knowledge {
        /// The role.
        role "role": To<Role>,
        /// What is known.
        knows "knows": Rich,
        /// What is not known.
        does_not_know "does-not-know": Rich,
    }
}

record! {
    /// A stage of the case.
    pub struct Stage {
        /// The id of its heading.
        id "id": Id,
        /// Its title.
        title "title": Text,
    }
}

record! {
    /// One possible formulation of the case.
    pub struct Formulation {
        /// An id within the case.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// The formulation, with its evidence.
        reading "reading": Rich,
        /// What it might overlook.
        misses "misses": Rich,
    }
}

/// A diagram of a case as it is in one stage.
#[derive(Debug, Clone)]
pub struct StageDiagram {
    /// What is drawn: `genogram`, `ecomap`, `timeline`, `week`.
    pub kind: &'static str,
    /// The index of the stage from which on it looks like that.
    pub stage: usize,
    /// What is drawn, as the drawing takes it.
    pub data: Json,
}

impl Case {
    /// Its diagrams, stage by stage; a stage in which one looks as in the stage before has none of its own.
    #[must_use]
    pub fn diagrams(&self) -> Vec<StageDiagram> {
        let index = |id: &Id| self.stages.iter().position(|stage| stage.id.name == id.name);
        let mut diagrams: Vec<StageDiagram> = Vec::new();
        let mut add = |kind: &'static str, stage: usize, data: Json| {
            let last = diagrams.iter().rfind(|known| known.kind == kind);
            if last.is_none_or(|known| known.data != data) {
                diagrams.push(StageDiagram { kind, stage, data });
            }
        };
        for stage in 0..self.stages.len().max(1) {
            let shows = |from: Option<&Id>, until: Option<&Id>| {
                from.and_then(index).is_none_or(|from| from <= stage)
                    && until.and_then(index).is_none_or(|until| stage <= until)
            };
            if let Some(genogram) = &self.genogram {
                add("genogram", stage, genogram.drawn(&shows));
            }
            if let Some(ecomap) = &self.ecomap {
                add("ecomap", stage, ecomap.drawn(&self.person.label, &shows));
            }
            if let Some(timeline) = &self.timeline {
                add("timeline", stage, timeline.drawn(&shows));
            }
            if let Some(week) = &self.week {
                add("week", stage, week.drawn(&shows));
            }
        }
        diagrams
    }

    /// What its diagram of a kind shows in a stage.
    #[must_use]
    pub fn diagram_at(&self, kind: &str, stage: &str) -> Option<Json> {
        let at = self.stages.iter().position(|it| &*it.id.name == stage)?;
        self.diagrams().into_iter().rfind(|it| it.kind == kind && it.stage <= at).map(|it| it.data)
    }

    /// Every stage that a diagram names, with its place.
    pub fn diagram_stages(&self) -> impl Iterator<Item = &Id> {
        let genogram = self.genogram.iter().flat_map(Genogram::stages);
        let ecomap = self.ecomap.iter().flat_map(Ecomap::stages);
        let timeline = self.timeline.iter().flat_map(Timeline::stages);
        genogram.chain(ecomap).chain(timeline).chain(self.week.iter().flat_map(Week::stages))
    }
}

impl Named for Case {
    const KIND: Kind = Kind::Case;
}
