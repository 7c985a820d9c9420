//! An ecomap: what a person lives with.

use serde_json::{Value as Json, json};

use super::genogram::Labels;
use super::{Shows, compact, place};
use crate::yaml::{Id, Text};
use crate::{choice, record};

record! {
    /// An ecomap.
    pub struct Ecomap {
        /// The name of the central person; by default the person of the case.
        center "center": Option<Text>,
        /// Persons, groups and services around the central person.
        systems "systems": Vec<System>,
        /// The relationships between the central person and them.
        ties "ties": Vec<Tie>,
        /// The relationships between them.
        between "between": Vec<Between>,
        /// How the central person and the systems are labelled; by their labels by default.
        labels "labels": Option<Labels>,
        /// The date that it shows.
        as_of "as-of": Option<Text>,
    }
}

choice! {
    /// Whether a system is a service or people who are close.
    pub enum SystemKind {
        /// An agency, a school, a service.
        Formal "formal",
        /// Family, friends, neighbours, a club.
        Informal "informal",
    }
}

record! {
    /// A person, a group or a service around the central person.
    pub struct System {
        /// The id within the ecomap.
        id "id": Id,
        /// Its name.
        label "label": Text,
        /// Formal (a service) or informal (people and places close by).
        kind "kind": SystemKind,
        /// A few words below the label.
        note "note": Option<Text>,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

choice! {
    /// The kind of a relationship.
    pub enum TieKind {
        /// Strong.
        Strong "strong",
        /// Ordinary.
        Ordinary "ordinary",
        /// Weak.
        Weak "weak",
        /// Stressful.
        Stressful "stressful",
        /// Planned.
        Planned "planned",
        /// Severed.
        Severed "severed",
    }
}

choice! {
    /// The direction of support, seen from the central person.
    pub enum Flow {
        /// Received.
        In "in",
        /// Given.
        Out "out",
        /// Both.
        Both "both",
        /// Neither.
        None "none",
    }
}

choice! {
    /// The consent to sharing information along a relationship.
    pub enum Consent {
        /// Given.
        Given "given",
        /// Being asked for.
        Asked "asked",
        /// Not given.
        None "none",
        /// Shared under an exception.
        Exception "exception",
    }
}

record! {
    /// The relationship between the central person and a system.
    pub struct Tie {
        /// The id of the system.
        to "to": Id,
        /// The kind of the relationship.
        kind "kind": TieKind,
        /// The direction of support.
        flow "flow": Option<Flow>,
        /// A few words on the line.
        label "label": Option<Text>,
        /// The consent to sharing.
        consent "consent": Option<Consent>,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

record! {
    /// The relationship between two systems.
    pub struct Between {
        /// The id of the first.
        a "a": Id,
        /// The id of the second.
        b "b": Id,
        /// The kind of the relationship.
        kind "kind": TieKind,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

impl Ecomap {
    /// Every stage that it names, with its place.
    pub fn stages(&self) -> impl Iterator<Item = &Id> {
        let systems = self.systems.iter().flat_map(|it| it.stage.iter().chain(&it.until));
        let ties = self.ties.iter().flat_map(|it| it.stage.iter().chain(&it.until));
        systems.chain(ties).chain(self.between.iter().flat_map(|it| it.stage.iter().chain(&it.until)))
    }

    /// What it shows in a stage, as input of the drawing. `person` is in the centre by default.
    #[must_use]
    pub fn drawn(&self, person: &str, shows: Shows<'_>) -> Json {
        let present: Vec<&System> =
            self.systems.iter().filter(|it| shows(it.stage.as_ref(), it.until.as_ref())).collect();
        // A relationship with an unknown system is a mistake; one with a system that is not shown yet is not.
        let is_there = |id: &Id| {
            present.iter().any(|it| it.id.name == id.name)
                || !self.systems.iter().any(|it| it.id.name == id.name)
        };
        let systems = present.iter().map(|it| {
            compact(json!({
                "id": &*it.id, "label": &*it.label, "kind": it.kind.word(), "note": it.note.as_deref(), "at": place(it.id.at),
            }))
        });
        let ties =
            self.ties.iter().filter(|it| shows(it.stage.as_ref(), it.until.as_ref()) && is_there(&it.to));
        let ties = ties.map(|it| {
            compact(json!({
                "to": &*it.to,
                "kind": it.kind.word(),
                "flow": it.flow.map(Flow::word),
                "label": it.label.as_deref(),
                "consent": it.consent.map(Consent::word),
                "at": place(it.to.at),
            }))
        });
        let between = self
            .between
            .iter()
            .filter(|it| shows(it.stage.as_ref(), it.until.as_ref()) && is_there(&it.a) && is_there(&it.b));
        let between = between
            .map(|it| json!({ "a": &*it.a, "b": &*it.b, "kind": it.kind.word(), "at": place(it.a.at) }));
        compact(json!({
            "center": { "label": self.center.as_deref().unwrap_or(person) },
            "systems": systems.collect::<Vec<_>>(),
            "ties": ties.collect::<Vec<_>>(),
            "between": between.collect::<Vec<_>>(),
            "labels": self.labels.map(Labels::word),
            "asOf": self.as_of.as_deref(),
        }))
    }
}
