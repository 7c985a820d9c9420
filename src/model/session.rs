//! A session plan: how a facilitator holds one training session in a room, step by step, with the minutes of each.

use super::{Case, Item, Kind, Meeting, ModuleFront, Page, Worksheet};
use crate::exercise::Exercise;
use crate::yaml::{At, Id, Named, Rich, Text, To};
use crate::{choice, record};

choice! {
    /// Who does an exercise together.
    pub enum GroupForm {
        /// Everyone alone.
        Alone "alone",
        /// In pairs.
        Pairs "pairs",
        /// In groups.
        Groups "groups",
        /// All together.
        Everyone "everyone",
    }
}

choice! {
    /// What an exercise is done on.
    pub enum Medium {
        /// On paper.
        Paper "paper",
        /// On a screen.
        Screen "screen",
        /// On paper or on a screen.
        Either "either",
    }
}

record! {
    /// A session plan: `sessions/<id>.yaml`. It is for facilitators.
    pub struct Session {
        /// The title.
        title "title": Text,
        /// One sentence for lists.
        summary "summary": Option<Rich>,
        /// Who it is for.
        audience "audience": Rich,
        /// The total minutes, from 15 to 600.
        minutes "minutes": At<u32>,
        /// The group sizes that the plan works for.
        people "people": At<Vec<At<u32>>>,
        /// What differs for a group size.
        sizes "sizes": Vec<GroupSize>,
        /// The room: tables, chairs, wall, projector.
        room "room": Option<Rich>,
        /// The id of the module that it belongs to.
        module "module": Option<To<ModuleFront>>,
        /// What participants can do afterwards.
        goals "goals": Vec<Rich>,
        /// What to bring, print and announce beforehand.
        prepare "prepare": Vec<Rich>,
        /// The ids of the forms to print.
        papers "papers": Vec<To<Worksheet>>,
        /// The steps, in order.
        steps "steps": Vec<SessionStep>,
        /// The syllabus items that it is about.
        covers "covers": Vec<To<Item>>,
    }
}

record! {
    /// What differs for a group size.
    pub struct GroupSize {
        /// The size: one of `people`.
        people "people": At<u32>,
        /// What differs.
        note "note": Rich,
    }
}

record! {
    /// A step of a session. It has at most one of `do`, `talk` and `meet`.
    pub struct SessionStep {
        /// Its id within the session.
        id "id": Id,
        /// Its title.
        title "title": Text,
        /// The minutes that it takes.
        minutes "minutes": Option<At<u32>>,
        /// What everyone looks at.
        show "show": Option<At<ShownThing>>,
        /// The exercise that participants do.
        practice "do": Option<Practice>,
        /// The question for discussion.
        talk "talk": Option<At<Rich>>,
        /// The id of the meeting that participants hold.
        meet "meet": Option<To<Meeting>>,
        /// What the facilitator says.
        say "say": Option<Rich>,
        /// What participants often say, and how to answer.
        often "often": Vec<Often>,
        /// A hard moment, and what to do then.
        hard "hard": Option<Rich>,
        /// What to leave out if time is short.
        cut "cut": Option<Rich>,
    }
}

record! {
    /// What everyone looks at: a page, a stage of a case, or a slide.
    pub struct ShownThing {
        /// The id of a page, such as `encounter/sharing`.
        page "page": Option<To<Page>>,
        /// The id of a heading of the page.
        heading "heading": Option<At<Text>>,
        /// The id of a case.
        case "case": Option<To<Case>>,
        /// The id of the stage of the case.
        stage "stage": Option<Id>,
        /// A few lines to project.
        slide "slide": Option<Rich>,
    }
}

record! {
    /// An exercise that participants do.
    pub struct Practice {
        /// The id of the exercise.
        exercise "exercise": To<Exercise>,
        /// Who does it together; `alone` by default.
        how "how": Option<GroupForm>,
        /// What it is done on; `either` by default.
        on "on": Option<Medium>,
    }
}

record! {
    /// What participants often say, and the answer.
    pub struct Often {
        /// What they say.
        said "said": Rich,
        /// How to answer.
        answer "answer": Rich,
    }
}

impl Session {
    /// The minutes of all steps together.
    #[must_use]
    pub fn planned(&self) -> u32 {
        self.steps.iter().map(SessionStep::length).fold(0, u32::saturating_add)
    }
}

impl SessionStep {
    /// Its minutes; 0 if none are given, which is an error.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.minutes.as_ref().map_or(0, |minutes| minutes.value)
    }
}

impl Practice {
    /// Who does it together.
    #[must_use]
    pub fn how(&self) -> GroupForm {
        self.how.unwrap_or(GroupForm::Alone)
    }

    /// What it is done on.
    #[must_use]
    pub fn on(&self) -> Medium {
        self.on.unwrap_or(Medium::Either)
    }
}

impl Named for Session {
    const KIND: Kind = Kind::Session;
}
