//! `date`: a date.

use super::{FieldType, Layout};

/// The type `date`.
pub(super) struct Date;

impl FieldType for Date {
    fn layout(&self) -> Layout {
        Layout::Control
    }
}
