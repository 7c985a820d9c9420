//! What a field has by default: the parts of a day, its hours, the days of a week, the marks.
//!
//! Forms, the catalogue of answers and the diagram of a week take them from here. The ids are names of fields: they never
//! change, because answers are stored under them.

use crate::host::{Host, Values};
use crate::model::{Choice, Day, Field};

/// An id and its words.
pub type Labelled = (String, String);

/// The marks ◎ ○ △ ×, as they are stored.
pub const MARKS: [&str; 4] = ["best", "good", "part", "not"];

/// The rows of a table or list without `min-rows`.
const BLANK_ROWS: u32 = 4;

/// The marks ◎ ○ △ ×, with their words.
#[must_use]
pub fn marks(page: &dyn Host) -> Vec<Labelled> {
    said(page, "mark", &MARKS)
}

/// The parts of a day, from early morning to night.
#[must_use]
pub fn parts_of_a_day(page: &dyn Host) -> Vec<Labelled> {
    said(page, "part", &["early", "morning", "afternoon", "evening", "night"])
}

/// The days of a week, from Monday to Sunday.
#[must_use]
pub fn days(page: &dyn Host) -> Vec<Labelled> {
    said(page, "day", Day::WORDS)
}

/// Every second hour of a day, from the morning on.
#[must_use]
pub fn hours(page: &dyn Host) -> Vec<Labelled> {
    let hour = |at: u32| (at.to_string(), page.said("oclock", &[("n", at.to_string())]));
    [6, 8, 10, 12, 14, 16, 18, 20, 22, 0, 2, 4].map(hour).into()
}

/// The ids and words that an author has written.
#[must_use]
pub fn named(choices: &[Choice]) -> Vec<Labelled> {
    choices.iter().map(|choice| (choice.id.to_string(), choice.label.to_string())).collect()
}

/// The rows of a blank table or list.
pub(super) fn blank_rows(field: &Field) -> u32 {
    let (least, most) = (field.min_rows.as_ref(), field.max_rows.as_ref());
    let most = most.map_or(u32::MAX, |rows| rows.value);
    least.map_or(BLANK_ROWS, |rows| rows.value).max(BLANK_ROWS).min(most)
}

/// The numbers of rows for the template of a table or list.
pub(super) fn row_counts(field: &Field) -> Values {
    vec![("blank_rows", blank_rows(field).into())]
}

fn said(page: &dyn Host, of: &str, ids: &[&str]) -> Vec<Labelled> {
    ids.iter().map(|id| ((*id).to_owned(), page.said(&format!("{of}-{id}"), &[]))).collect()
}
