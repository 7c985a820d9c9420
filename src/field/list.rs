//! `list`: short lines, as many as are needed.

use super::{Asked, FieldType, Rows, SlotColumn, SlotKind, Slots, defaults, slots};
use crate::host::{Host, Values};
use crate::model::Field;

/// The type `list`.
pub(super) struct ListField;

impl FieldType for ListField {
    fn keys(&self) -> &'static [&'static str] {
        &["min-rows", "max-rows"]
    }

    fn view(&self, field: &Field, _: &dyn Host) -> Values {
        defaults::row_counts(field)
    }

    fn slots(&self, field: &Field, _: &dyn Host) -> Slots {
        let column = SlotColumn { id: String::new(), label: slots::label(""), kind: SlotKind::Text(1) };
        Slots::Rows(Rows::of_field(field, vec![column]))
    }

    fn asked(&self, field: &Field, _: &dyn Host) -> Vec<Asked> {
        vec![Asked::new(&*field.id, &field.label).many()]
    }
}
