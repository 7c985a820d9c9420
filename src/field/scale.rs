//! `scale`: a step between two ends, from 1 to 5 by default.

use super::FieldType;
use crate::host::{Host, Values};
use crate::model::Field;

/// The most steps that are shown one by one.
const MOST_STEPS: u64 = 20;

/// The type `scale`.
pub(super) struct ScaleField;

impl FieldType for ScaleField {
    fn keys(&self) -> &'static [&'static str] {
        &["min", "max", "low", "high"]
    }

    fn view(&self, field: &Field, _: &dyn Host) -> Values {
        vec![
            ("min", field.min.as_ref().map_or(1, |it| it.value).into()),
            ("max", field.max.as_ref().map_or(5, |it| it.value).into()),
            ("step", step(field).into()),
        ]
    }
}

/// A scale of many numbers is shown by tenths: from 0 to 100 there are eleven to choose from.
fn step(field: &Field) -> u64 {
    let max = field.max.as_ref().map_or(5, |it| it.value);
    let span = max.saturating_sub(field.min.as_ref().map_or(1, |it| it.value));
    u64::try_from(span).ok().filter(|&span| span > MOST_STEPS && span % 10 == 0).map_or(1, |span| span / 10)
}
