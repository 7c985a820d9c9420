//! `week`: seven days by parts of the day.

use super::{Asked, FieldType, Labelled, Layout, Slots, defaults, named_values, slots};
use crate::host::{Host, Values};
use crate::model::Field;

/// The type `week`.
pub(super) struct WeekField;

impl FieldType for WeekField {
    fn keys(&self) -> &'static [&'static str] {
        &["rows"]
    }

    fn layout(&self) -> Layout {
        Layout::Wide
    }

    fn view(&self, field: &Field, page: &dyn Host) -> Values {
        vec![
            ("rows", named_values(rows(field, page), &field.rows)),
            ("days", named_values(defaults::days(page), &[])),
        ]
    }

    fn slots(&self, field: &Field, page: &dyn Host) -> Slots {
        let rows = slots::options(rows(field, page), &field.rows);
        Slots::Grid {
            corner: slots::label(""),
            columns: defaults::days(page).iter().map(|(_, day)| slots::label(day)).collect(),
            rows: slots::grid(&self.asked(field, page), &rows),
        }
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let days = defaults::days(page);
        let cell = |(row, words): &Labelled, (day, name): &Labelled| {
            Asked::part(field, &format!("{row}.{day}"), &format!("{name} {words}"), page)
        };
        let rows = rows(field, page);
        rows.iter().flat_map(|row| days.iter().map(move |day| cell(row, day))).collect()
    }
}

/// The rows of the grid: the parts of the day by default.
fn rows(field: &Field, page: &dyn Host) -> Vec<Labelled> {
    if field.rows.is_empty() { defaults::parts_of_a_day(page) } else { defaults::named(&field.rows) }
}
