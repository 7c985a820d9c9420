//! `number`: a number, with its unit and its bounds.

use super::{FieldType, Layout};

/// The type `number`.
pub(super) struct NumberField;

impl FieldType for NumberField {
    fn keys(&self) -> &'static [&'static str] {
        &["unit", "min", "max"]
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn is_cell(&self) -> bool {
        true
    }
}
