//! `long-text`: text on several lines.

use super::{FieldType, Layout};

/// The type `long-text`.
pub(super) struct LongTextField;

impl FieldType for LongTextField {
    fn keys(&self) -> &'static [&'static str] {
        &["lines", "unlike"]
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn is_cell(&self) -> bool {
        true
    }
}
