//! `long-text`: text on several lines.

use super::{FieldType, Layout, SlotKind, Slots, slots};
use crate::host::Host;
use crate::model::{Choice, Field};

/// The lines of a cell.
const LINES_OF_CELL: u32 = 2;

/// The type `long-text`.
pub(super) struct LongTextField;

impl FieldType for LongTextField {
    fn keys(&self) -> &'static [&'static str] {
        &["lines", "unlike"]
    }

    fn slot_kind(&self, _: &[Choice], _: &dyn Host) -> SlotKind {
        SlotKind::Text(LINES_OF_CELL)
    }

    fn slots(&self, field: &Field, _: &dyn Host) -> Slots {
        let lines = field.lines.as_ref().map_or(3, |lines| lines.value);
        Slots::One(slots::slot(field, SlotKind::Text(lines)))
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn is_cell(&self) -> bool {
        true
    }
}
