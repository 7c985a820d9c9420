//! `mark`: ◎, ○, △ or × with its words, and a note.

use super::{Asked, FieldType, Labelled, Slot, SlotKind, Slots, defaults, slots};
use crate::host::Host;
use crate::model::{Choice, Field};

/// The type `mark`.
pub(super) struct MarkField;

impl FieldType for MarkField {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn options(&self, options: &[Choice], page: &dyn Host) -> Vec<Labelled> {
        if options.is_empty() { defaults::marks(page) } else { defaults::named(options) }
    }

    fn slots(&self, field: &Field, page: &dyn Host) -> Slots {
        let mark = slots::slot(field, self.slot_kind(&field.options, page));
        let note = Asked::part(field, "note", &page.said("asked-mark-note", &[]), page);
        let note = Slot { name: note.id, label: note.label, kind: SlotKind::Text(1) };
        Slots::Several(vec![(slots::label(""), mark), (slots::label(&page.said("mark-note", &[])), note)])
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let mark = Asked::new(&*field.id, &field.label).options(self.options(&field.options, page));
        let note = Asked::part(field, "note", &page.said("asked-mark-note", &[]), page);
        vec![mark, note]
    }

    fn is_cell(&self) -> bool {
        true
    }
}
