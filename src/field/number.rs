//! `number`: a number, with its unit and its bounds.

use super::{FieldType, Holds, Layout, SlotKind, Slots, slots};
use crate::host::Host;
use crate::model::{Choice, Field};

/// The type `number`.
pub(super) struct NumberField;

impl FieldType for NumberField {
    fn holds(&self) -> Holds {
        Holds::Number
    }

    fn keys(&self) -> &'static [&'static str] {
        &["unit", "min", "max"]
    }

    fn slot_kind(&self, _: &[Choice], _: &dyn Host) -> SlotKind {
        SlotKind::Number(None, None)
    }

    fn slots(&self, field: &Field, _: &dyn Host) -> Slots {
        let bounds = field.min.as_ref().zip(field.max.as_ref()).map(|(min, max)| (min.value, max.value));
        Slots::One(slots::slot(field, SlotKind::Number(field.unit.clone(), bounds)))
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn is_cell(&self) -> bool {
        true
    }
}
