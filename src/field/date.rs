//! `date`: a date.

use super::{FieldType, Layout, SlotKind};
use crate::host::Host;
use crate::model::Choice;

/// The type `date`.
pub(super) struct DateField;

impl FieldType for DateField {
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
