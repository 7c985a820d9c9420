//! `date`: a date.

use super::{FieldType, Holds, Layout, SlotKind};
use crate::host::Host;
use crate::model::Choice;

/// The type `date`.
pub(super) struct DateField;

impl FieldType for DateField {
    fn holds(&self) -> Holds {
        Holds::Date
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn is_cell(&self) -> bool {
        true
    }

    fn slot_kind(&self, _: &[Choice], _: &dyn Host) -> SlotKind {
        SlotKind::Date
    }
}
