//! `diagram`: room to draw on paper, and a text for what is drawn.

use super::{FieldType, Layout};

/// The type `diagram`.
pub(super) struct DiagramField;

impl FieldType for DiagramField {
    fn keys(&self) -> &'static [&'static str] {
        &["lines"]
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }
}
