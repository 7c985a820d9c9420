//! `choices`: any of some options.

use super::FieldType;

/// The type `choices`.
pub(super) struct Choices;

impl FieldType for Choices {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn is_choice(&self) -> bool {
        true
    }
}
