//! `choices`: any of some options.

use super::FieldType;

/// The type `choices`.
pub(super) struct ChoicesField;

impl FieldType for ChoicesField {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn is_choice(&self) -> bool {
        true
    }
}
