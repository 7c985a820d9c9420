//! `choices`: any of some options.

use super::{Asked, FieldType, SlotKind, defaults, slots};
use crate::host::Host;
use crate::model::{Choice, Field};

/// The type `choices`.
pub(super) struct ChoicesField;

impl FieldType for ChoicesField {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn is_choice(&self) -> bool {
        true
    }

    fn slot_kind(&self, options: &[Choice], _: &dyn Host) -> SlotKind {
        SlotKind::Many(slots::options(defaults::named(options), options))
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let options = self.options(&field.options, page);
        vec![Asked::new(&*field.id, &field.label).options(options).several(true)]
    }
}
