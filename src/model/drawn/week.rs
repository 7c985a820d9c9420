//! A week at a glance: what is done in which part of which day.

use serde_json::{Value as Json, json};

use super::{Shows, compact, place};
use crate::yaml::{At, Id, Text};
use crate::{choice, record};

record! {
    /// A week.
    pub struct Week {
        /// The title.
        title "title": Option<Text>,
        /// The times of day, from morning to night.
        rows "rows": At<Vec<WeekRow>>,
        /// What is done, and when.
        cells "cells": Vec<WeekCell>,
    }
}

record! {
    /// A time of day.
    pub struct WeekRow {
        /// The id within the week.
        id "id": Id,
        /// Its name.
        label "label": Text,
    }
}

choice! {
    /// A day of the week.
    pub enum Day {
        /// Monday.
        Monday "mon",
        /// Tuesday.
        Tuesday "tue",
        /// Wednesday.
        Wednesday "wed",
        /// Thursday.
        Thursday "thu",
        /// Friday.
        Friday "fri",
        /// Saturday.
        Saturday "sat",
        /// Sunday.
        Sunday "sun",
    }
}

choice! {
    /// What kind of time it is.
    pub enum WeekKind {
        /// Care for others, housework.
        Care "care",
        /// School, learning.
        School "school",
        /// Work.
        Work "work",
        /// Rest, hobbies.
        Rest "rest",
        /// Time alone.
        Alone "alone",
    }
}

record! {
    /// What is done at one time of day, on one or several days.
    pub struct WeekCell {
        /// The id of the time of day.
        row "row": Id,
        /// The days.
        days "days": At<Vec<Day>>,
        /// What is done.
        text "text": Text,
        /// What kind of time it is.
        kind "kind": Option<WeekKind>,
        /// The first stage of the case in which it is shown.
        stage "stage": Option<Id>,
        /// The last stage of the case in which it is shown.
        until "until": Option<Id>,
    }
}

impl Week {
    /// Every stage that it names, with its place.
    pub fn stages(&self) -> impl Iterator<Item = &Id> {
        self.cells.iter().flat_map(|it| it.stage.iter().chain(&it.until))
    }

    /// What it shows in a stage, as input of the drawing.
    #[must_use]
    pub fn drawn(&self, shows: Shows<'_>) -> Json {
        let rows =
            self.rows.iter().map(|it| json!({ "id": &*it.id, "label": &*it.label, "at": place(it.id.at) }));
        let cells = self.cells.iter().filter(|it| shows(it.stage.as_ref(), it.until.as_ref()));
        let cells = cells.flat_map(|it| {
            it.days.iter().map(move |day| {
                compact(json!({
                    "day": day.word(),
                    "row": &*it.row,
                    "text": &*it.text,
                    "kind": it.kind.map(WeekKind::word),
                    "at": place(it.row.at),
                }))
            })
        });
        compact(json!({
            "title": self.title.as_deref(),
            "rows": rows.collect::<Vec<_>>(),
            "cells": cells.collect::<Vec<_>>(),
        }))
    }
}
