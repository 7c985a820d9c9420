//! `choice`: one of some options.

use super::{Asked, FieldType, defaults};
use crate::host::Host;
use crate::model::Field;

/// The type `choice`.
pub(super) struct Choice;

impl FieldType for Choice {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn is_choice(&self) -> bool {
        true
    }

    fn asked(&self, field: &Field, _: &dyn Host) -> Vec<Asked> {
        vec![Asked::new(&*field.id, &field.label).options(defaults::named(&field.options))]
    }
}
