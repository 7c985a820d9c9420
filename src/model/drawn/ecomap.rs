//! An ecomap: what a person lives with.

use serde_json::{Value as Json, json};

use super::genogram::Labels;
use super::{Shows, compact, place};
use crate::yaml::{Id, Text};
use crate::{choice, record};

record! {
    /// An ecomap.
    pub struct Ecomap {
        /// How the one in the middle is called; the person of the case where nothing is said.
        center "center": Option<Text>,
        /// Persons, groups and services around.
        systems "systems": Vec<System>,
        /// What ties the middle to them.
        ties "ties": Vec<Tie>,
        /// What ties them among each other.
        between "between": Vec<Between>,
        /// What the middle and the systems are called: by their labels where nothing is said.
        labels "labels": Option<Labels>,
        /// The time that it shows.
        as_of "as-of": Option<Text>,
    }
}

choice! {
    /// Whether a system is an office or people who are close.
    pub enum SystemKind {
        /// An office, a school, a service.
        Formal "formal",
        /// Family, friends, neighbours, a club.
        Informal "informal",
    }
}

record! {
    /// A person, a group or a service around the one in the middle.
    pub struct System {
        /// The id within the ecomap.
        id "id": Id,
        /// How it is called.
        label "label": Text,
        /// Whether it is an office or people who are close.
        kind "kind": SystemKind,
        /// A few words below the label.
        note "note": Option<Text>,
        /// The stage of the case from which on it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

choice! {
    /// What a tie is like.
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
    /// Which way support goes, seen from the middle.
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
    /// The consent to sharing along a tie.
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
    /// What ties the middle to a system.
    pub struct Tie {
        /// The id of the system.
        to "to": Id,
        /// What the tie is like.
        kind "kind": TieKind,
        /// Which way support goes.
        flow "flow": Option<Flow>,
        /// A few words on the line.
        label "label": Option<Text>,
        /// The consent to sharing.
        consent "consent": Option<Consent>,
        /// The stage of the case from which on it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

record! {
    /// What ties two systems.
    pub struct Between {
        /// The id of the one.
        a "a": Id,
        /// The id of the other.
        b "b": Id,
        /// What the tie is like.
        kind "kind": TieKind,
        /// The stage of the case from which on it is shown.
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

    /// What it shows in a stage, as the drawing takes it. `person` stands in the middle where nothing else is said.
    #[must_use]
    pub fn drawn(&self, person: &str, shows: Shows<'_>) -> Json {
        let present: Vec<&System> =
            self.systems.iter().filter(|it| shows(it.stage.as_ref(), it.until.as_ref())).collect();
        // What is tied to nothing at all is a mistake; what is tied to something not shown yet is not.
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
