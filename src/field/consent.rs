//! `consent`: a box to tick by whoever agrees that their answers are used. Without it, `mitate panel` takes nothing.

use super::{Asked, FieldType, Labelled, SlotKind, slots};
use crate::host::Host;
use crate::model::{Choice, Field};

/// What is stored if the box is ticked.
pub const CONSENTED: &str = "yes";

/// The type `consent`.
pub(super) struct ConsentField;

impl FieldType for ConsentField {
    fn options(&self, _: &[Choice], page: &dyn Host) -> Vec<Labelled> {
        vec![(CONSENTED.to_owned(), page.said("consent-yes", &[]))]
    }

    fn slot_kind(&self, _: &[Choice], page: &dyn Host) -> SlotKind {
        SlotKind::Many(slots::options(self.options(&[], page), &[]))
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        vec![Asked::new(&*field.id, &field.label).options(self.options(&[], page)).several(true)]
    }
}
