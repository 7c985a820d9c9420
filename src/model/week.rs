//! A week: the parts of a day, and what is done in them on which days.

use serde_json::{Value as Json, json};

use super::genogram::{compact, place};
use crate::yaml::{Id, Text};
use crate::{choice, record};

record! {
    /// A week.
    pub struct Week {
        /// The title.
        title "title": Option<Text>,
        /// The parts of a day, from above to below: the usual five where nothing is said.
        rows "rows": Vec<WeekRow>,
        /// What is done when.
        cells "cells": Vec<WeekCell>,
    }
}

record! {
    /// A part of the day.
    pub struct WeekRow {
        /// The id within the week.
        id "id": Id,
        /// How it is called.
        label "label": Text,
    }
}

choice! {
    /// A day of the week.
    pub enum Day {
        /// Monday.
        Mon "mon",
        /// Tuesday.
        Tue "tue",
        /// Wednesday.
        Wed "wed",
        /// Thursday.
        Thu "thu",
        /// Friday.
        Fri "fri",
        /// Saturday.
        Sat "sat",
        /// Sunday.
        Sun "sun",
    }
}

choice! {
    /// What a time is spent on.
    pub enum WeekKind {
        /// Care and housework.
        Care "care",
        /// School.
        School "school",
        /// Work.
        Work "work",
        /// Rest, and what one likes.
        Rest "rest",
        /// Alone.
        Alone "alone",
    }
}

record! {
    /// What is done in one part of one day.
    pub struct WeekCell {
        /// The day.
        day "day": Day,
        /// The id of the part of the day.
        row "row": Id,
        /// What is done.
        text "text": Text,
        /// What the time is spent on.
        kind "kind": Option<WeekKind>,
    }
}

impl Week {
    /// What it shows, as the drawing takes it. `usual` are the parts of a day where none are written.
    #[must_use]
    pub fn drawn(&self, usual: &[(String, String)]) -> Json {
        let written = self.rows.iter().map(|row| (row.id.to_string(), row.label.to_string()));
        let rows: Vec<_> = if self.rows.is_empty() { usual.to_vec() } else { written.collect() };
        let rows = rows.iter().map(|(id, label)| json!({ "id": id, "label": label }));
        let cells = self.cells.iter().map(|it| {
            compact(json!({
                "day": it.day.word(),
                "row": &*it.row,
                "text": &*it.text,
                "kind": it.kind.map(WeekKind::word),
                "at": place(it.row.at),
            }))
        });
        compact(json!({
            "title": self.title.as_deref(),
            "rows": rows.collect::<Vec<_>>(),
            "cells": cells.collect::<Vec<_>>(),
        }))
    }
}
