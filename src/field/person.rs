//! `person`: a label, an age, a relation.

use super::{Asked, FieldType, Slot, SlotKind, Slots, slots};
use crate::host::Host;
use crate::model::Field;

/// The type `person`.
pub(super) struct PersonField;

/// The names of its answers, and the keys of their words.
const PARTS: [(&str, &str); 3] =
    [("label", "person-name"), ("age", "person-age"), ("relation", "person-relation")];

impl FieldType for PersonField {
    fn slots(&self, field: &Field, page: &dyn Host) -> Slots {
        let slot = |((_, key), asked): ((&str, &str), Asked)| {
            let kind = SlotKind::Text(1);
            (slots::label(&page.said(key, &[])), Slot { name: asked.id, label: asked.label, kind })
        };
        Slots::Several(PARTS.into_iter().zip(self.asked(field, page)).map(slot).collect())
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        PARTS.map(|(name, key)| Asked::part(field, name, &page.said(key, &[]), page)).into()
    }
}
