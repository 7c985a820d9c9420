//! What stands in a field where its author names nothing: the parts of a day, its hours, the days of a week, the marks.
//!
//! Forms, the catalogue of what is asked and the diagram of a week take them from here. The ids are names of fields:
//! they never change, for answers hang on them.

use super::Page;
use crate::model::{Choice, Field, FieldKind};

/// An id and its words.
pub type Named = (String, String);

/// The rows of a field: of a weekly grid that names none, the parts of a day.
#[must_use]
pub fn rows(field: &Field, page: &dyn Page) -> Vec<Named> {
    if field.rows.is_empty() && field.kind.value == FieldKind::Week {
        parts_of_a_day(page)
    } else {
        words_of(&field.rows)
    }
}

/// The options of a field or column of this kind: of a mark that names none, ◎ ○ △ ×.
#[must_use]
pub fn options(kind: FieldKind, options: &[Choice], page: &dyn Page) -> Vec<Named> {
    if options.is_empty() && kind == FieldKind::Mark {
        said(page, "mark", &["best", "good", "part", "not"])
    } else {
        words_of(options)
    }
}

/// From early morning to night.
#[must_use]
pub fn parts_of_a_day(page: &dyn Page) -> Vec<Named> {
    said(page, "part", &["early", "morning", "afternoon", "evening", "night"])
}

/// From Monday to Sunday.
#[must_use]
pub fn days(page: &dyn Page) -> Vec<Named> {
    said(page, "day", &["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
}

/// Every second hour of a day, from the morning on.
#[must_use]
pub fn hours(page: &dyn Page) -> Vec<Named> {
    let hour = |at: u32| (at.to_string(), page.said("oclock", &[("n", at.to_string())]));
    [6, 8, 10, 12, 14, 16, 18, 20, 22, 0, 2, 4].map(hour).into()
}

/// The words of what an author has named.
#[must_use]
pub fn words_of(choices: &[Choice]) -> Vec<Named> {
    choices.iter().map(|choice| (choice.id.to_string(), choice.label.to_string())).collect()
}

fn said(page: &dyn Page, of: &str, ids: &[&str]) -> Vec<Named> {
    ids.iter().map(|id| ((*id).to_owned(), page.said(&format!("{of}-{id}"), &[]))).collect()
}
