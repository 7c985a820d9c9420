//! An ecomap and a timeline: what a person lives with, and what happened when.

use serde_json::{Value as Json, json};

use super::genogram::{Labels, compact, place};
use crate::yaml::{At, Id, Text};
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

record! {
    /// A timeline: a life, a course of support.
    pub struct Timeline {
        /// The title.
        title "title": Option<Text>,
        /// What its axis counts.
        unit "unit": Unit,
        /// Where it begins, such as `小5` or `X年4月`; where the first entry is when nothing is said.
        start "start": Option<Text>,
        /// Where it ends.
        end "end": Option<Text>,
        /// The entries.
        spans "spans": Vec<TimelineSpan>,
    }
}

choice! {
    /// What the axis of a timeline counts.
    pub enum Unit {
        /// Years.
        Year "year",
        /// Years of age.
        Age "age",
        /// School years.
        Grade "grade",
        /// Months.
        Month "month",
    }
}

choice! {
    /// The lane of an entry.
    pub enum Lane {
        /// Life as a whole.
        Life "life",
        /// Home.
        Home "home",
        /// School.
        School "school",
        /// Work.
        Work "work",
        /// Health.
        Health "health",
        /// Support.
        Support "support",
    }
}

record! {
    /// An entry of a timeline.
    pub struct TimelineSpan {
        /// The id within the timeline.
        id "id": Id,
        /// When it was or began.
        from "from": At<Text>,
        /// When it ended; an event where nothing is said.
        to "to": Option<At<Text>>,
        /// What happened.
        label "label": Text,
        /// Its lane.
        lane "lane": Lane,
        /// How it felt to the person, from -2 to 2.
        feeling "feeling": Option<At<i64>>,
        /// Whether nothing is known of it yet.
        gap "gap": bool,
        /// The stage of the case from which on it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

/// Tells whether something that is shown from one stage on until another is shown in the stage that is meant.
pub type Shows<'a> = &'a dyn Fn(Option<&Id>, Option<&Id>) -> bool;

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

impl Timeline {
    /// Every stage that it names, with its place.
    pub fn stages(&self) -> impl Iterator<Item = &Id> {
        self.spans.iter().flat_map(|it| it.stage.iter().chain(&it.until))
    }

    /// What it shows in a stage, as the drawing takes it.
    #[must_use]
    pub fn drawn(&self, shows: Shows<'_>) -> Json {
        let spans = self.spans.iter().filter(|it| shows(it.stage.as_ref(), it.until.as_ref()));
        let spans = spans.map(|it| {
            compact(json!({
                "id": &*it.id,
                "from": &**it.from,
                "to": it.to.as_ref().map(|to| &***to),
                "label": &*it.label,
                "lane": it.lane.word(),
                "kind": if it.to.is_some() { "period" } else { "event" },
                "feeling": it.feeling.as_ref().map(|feeling| feeling.value),
                "gap": it.gap.then_some(true),
                "at": place(it.from.at),
            }))
        });
        compact(json!({
            "title": self.title.as_deref(),
            "unit": self.unit.word(),
            "start": self.start.as_deref(),
            "end": self.end.as_deref(),
            "spans": spans.collect::<Vec<_>>(),
        }))
    }
}
