//! `day`: the hours of one day, what is done and a note.

use super::{Asked, FieldType, Labelled, Layout, Slots, defaults, named_values, slots};
use crate::host::{Host, Values};
use crate::model::Field;

/// The type `day`.
pub(super) struct DayField;

impl FieldType for DayField {
    fn layout(&self) -> Layout {
        Layout::Wide
    }

    fn view(&self, _: &Field, page: &dyn Host) -> Values {
        vec![("hours", named_values(defaults::hours(page), &[]))]
    }

    fn slots(&self, field: &Field, page: &dyn Host) -> Slots {
        let column = |key: &str| slots::label(&page.said(key, &[]));
        Slots::Grid {
            corner: column("hour"),
            columns: ["day-does", "day-notes"].map(column).into(),
            rows: slots::grid(&self.asked(field, page), &slots::options(defaults::hours(page), &[])),
        }
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let cell = |(hour, at): &Labelled, (name, key)| {
            Asked::part(field, &format!("{hour}.{name}"), &format!("{at} {}", page.said(key, &[])), page)
        };
        let hours = defaults::hours(page);
        hours
            .iter()
            .flat_map(|hour| [("does", "day-does"), ("notes", "day-notes")].map(|it| cell(hour, it)))
            .collect()
    }
}
