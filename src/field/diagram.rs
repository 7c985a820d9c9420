//! `diagram`: room to draw on paper, and a text for what is drawn.

use super::{FieldType, Layout, SlotKind, Slots, slots};
use crate::host::Host;
use crate::model::Field;

/// The type `diagram`.
pub(super) struct DiagramField;

impl FieldType for DiagramField {
    fn keys(&self) -> &'static [&'static str] {
        &["lines"]
    }

    fn slots(&self, field: &Field, _: &dyn Host) -> Slots {
        let lines = field.lines.as_ref().map_or(8, |lines| lines.value);
        Slots::One(slots::slot(field, SlotKind::Drawing(lines)))
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }
}
