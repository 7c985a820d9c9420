//! `choice`: one of some options.

use super::FieldType;

/// The type `choice`.
pub(super) struct Choice;

impl FieldType for Choice {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn is_choice(&self) -> bool {
        true
    }
}
