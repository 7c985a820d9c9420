//! `choice`: one of some options.

use super::FieldType;

/// The type `choice`.
pub(super) struct ChoiceField;

impl FieldType for ChoiceField {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn is_choice(&self) -> bool {
        true
    }

    fn is_cell(&self) -> bool {
        true
    }
}
