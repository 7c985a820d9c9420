//! `date`: a date.

use super::{FieldType, Layout};

/// The type `date`.
pub(super) struct DateField;

impl FieldType for DateField {
    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn is_cell(&self) -> bool {
        true
    }
}
