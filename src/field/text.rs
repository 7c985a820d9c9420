//! `text`: a few words on one line.

use super::{FieldType, Layout};

/// The type `text`.
pub(super) struct TextField;

impl FieldType for TextField {
    fn keys(&self) -> &'static [&'static str] {
        &["unlike"]
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn is_cell(&self) -> bool {
        true
    }
}
