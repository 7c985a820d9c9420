//! `scale`: a step between two ends, from 1 to 5 by default.

use super::{FieldType, Holds, SlotKind, Slots, slots};
use crate::host::{Host, Values};
use crate::model::Field;

/// The most steps that are shown one by one.
const MOST_STEPS: u64 = 20;

/// The type `scale`.
pub(super) struct ScaleField;

impl FieldType for ScaleField {
    fn holds(&self) -> Holds {
        Holds::Number
    }

    fn keys(&self) -> &'static [&'static str] {
        &["min", "max", "low", "high"]
    }

    fn slots(&self, field: &Field, _: &dyn Host) -> Slots {
        let (min, max) = ends(field);
        let steps = (min..=max).step_by(usize::try_from(step(field)).unwrap_or(1));
        let steps = steps.map(|step| (step.to_string(), step.to_string())).collect();
        let slot = slots::slot(field, SlotKind::One(slots::options(steps, &[])));
        Slots::Scale(slot, field.low.clone(), field.high.clone())
    }

    fn view(&self, field: &Field, _: &dyn Host) -> Values {
        vec![("min", ends(field).0.into()), ("max", ends(field).1.into()), ("step", step(field).into())]
    }
}

/// The first and the last step.
fn ends(field: &Field) -> (i64, i64) {
    (field.min.as_ref().map_or(1, |it| it.value), field.max.as_ref().map_or(5, |it| it.value))
}

/// A scale of many numbers is shown by tenths: from 0 to 100 there are eleven to choose from.
fn step(field: &Field) -> u64 {
    let (min, max) = ends(field);
    let span = max.saturating_sub(min);
    u64::try_from(span).ok().filter(|&span| span > MOST_STEPS && span % 10 == 0).map_or(1, |span| span / 10)
}
