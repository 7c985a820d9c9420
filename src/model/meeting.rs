//! A case meeting: its procedure, who takes part with what knowledge, and its steps with their minutes.
//!
//! One file gives everything that a meeting needs: the run sheet, the cards of the roles, the presenter's view, the
//! form of the minutes.

use super::{Audience, Case, Item, Kind, Role, Worksheet};
use crate::choice;
use crate::record;
use crate::yaml::{At, Id, Named, Rich, Text, To};

choice! {
    /// How a meeting proceeds.
    pub enum Procedure {
        /// A meeting of the services that support a person.
        ServiceMeeting "service-meeting",
        /// The counselling section of a school.
        CounsellingSection "counselling-section",
        /// Everyone around one person: sharing, one direction, the plan, who does what.
        IndividualSupport "individual-support",
        /// Residents, supporters and the person, about living in one place together.
        CommunityTalk "community-talk",
        /// Half an hour without papers, looking for what already works.
        SolutionFocused "solution-focused",
        /// Supported decision-making.
        DecisionSupport "decision-support",
        /// An incident, facts by asking, the problem, a response with its reason.
        IncidentProcess "incident-process",
        /// No blame, no notes, one question each in turn.
        Pcagip "pcagip",
    }
}

record! {
    /// A case meeting: `meetings/<id>.yaml`.
    pub struct Meeting {
        /// The title.
        title "title": Text,
        /// The ids that it had before, if minutes were written under them. Answers are stored under ids: with these they are found again.
        was "was": Vec<Id>,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// How it proceeds.
        procedure "procedure": At<Procedure>,
        /// The id of the case that it is about.
        case "case": Option<To<Case>>,
        /// What it is for.
        purpose "purpose": Rich,
        /// The total minutes.
        minutes "minutes": At<u32>,
        /// How many can take part.
        people "people": Option<People>,
        /// What to print, bring and tell beforehand.
        prepare "prepare": Vec<Rich>,
        /// The rules for the participants.
        rules "rules": Vec<Rich>,
        /// The participants, each with a card.
        roles "roles": Vec<MeetingRole>,
        /// The steps, in order.
        steps "steps": Vec<MeetingStep>,
        /// The ids of the forms that are used in the meeting.
        papers "papers": Vec<To<Worksheet>>,
        /// Who it is for, if not everyone: `facilitator`.
        audience "for": Option<At<Audience>>,
        /// The syllabus items that it practises.
        covers "covers": Vec<To<Item>>,
    }
}

record! {
    /// How many can take part in a meeting. Those without a card observe.
    pub struct People {
        /// The fewest.
        from "from": At<u32>,
        /// The most.
        to "to": At<u32>,
    }
}

record! {
    /// A participant of a meeting, and the card that is handed out.
    pub struct MeetingRole {
        /// Its id within the meeting.
        id "id": Id,
        /// Its name on the card; by default that of the role.
        label "label": Option<At<Text>>,
        /// The id of the role in the course.
        role "role": Option<To<Role>>,
        /// What only this role knows.
        card "card": Option<Rich>,
        /// What it does in the meeting.
        task "task": Option<Rich>,
    }
}

record! {
    /// A step of a meeting.
    pub struct MeetingStep {
        /// Its id within the meeting. The minutes are stored under it: never change it.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// The minutes that it takes.
        minutes "minutes": Option<At<u32>>,
        /// What the facilitator does.
        does "does": Rich,
        /// The question for discussion.
        question "question": Option<Rich>,
        /// Whether the participants may take notes; by default they may, except in PCAGIP.
        notes "notes": Option<At<bool>>,
    }
}

impl Meeting {
    /// Whether the participants may write during `step`.
    #[must_use]
    pub fn allows_notes(&self, step: &MeetingStep) -> bool {
        let usual = self.procedure.value != Procedure::Pcagip;
        step.notes.as_ref().map_or(usual, |notes| notes.value)
    }

    /// The minutes of all steps together.
    #[must_use]
    pub fn planned(&self) -> u32 {
        self.steps.iter().map(MeetingStep::length).fold(0, u32::saturating_add)
    }
}

impl MeetingStep {
    /// Its minutes; 0 if none are given, which is an error.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.minutes.as_ref().map_or(0, |minutes| minutes.value)
    }
}

impl Named for Meeting {
    const KIND: Kind = Kind::Meeting;
}
