//! A timeline: what happened when.

use serde_json::{Value as Json, json};

use super::{Shows, compact, place};
use crate::yaml::{At, Id, Text};
use crate::{choice, record};

record! {
    /// A timeline: a life, a course of support.
    pub struct Timeline {
        /// The title.
        title "title": Option<Text>,
        /// What its axis counts.
        unit "unit": Unit,
        /// Where it begins, such as `Year 5`, `Grade 5`, `age 13` or `April of year X`; by default at the first entry.
        start "start": Option<At<Text>>,
        /// Where it ends.
        end "end": Option<At<Text>>,
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
        /// When it ended; without it the entry is an event.
        to "to": Option<At<Text>>,
        /// What happened.
        label "label": Text,
        /// Its row: an area of life.
        lane "lane": Lane,
        /// How the person felt, from -2 to 2.
        feeling "feeling": Option<At<i64>>,
        /// Whether nothing is known about it yet.
        gap "gap": bool,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

impl Timeline {
    /// Every stage that it names, with its place.
    pub fn stages(&self) -> impl Iterator<Item = &Id> {
        self.spans.iter().flat_map(|it| it.stage.iter().chain(&it.until))
    }

    /// What it shows in a stage, as input of the drawing.
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
            "start": self.start.as_ref().map(|it| &***it),
            "end": self.end.as_ref().map(|it| &***it),
            "places": compact(json!({
                "start": self.start.as_ref().map(|it| place(it.at)),
                "end": self.end.as_ref().map(|it| place(it.at)),
            })),
            "spans": spans.collect::<Vec<_>>(),
        }))
    }
}
