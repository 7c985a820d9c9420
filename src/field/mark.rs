//! `mark`: ◎, ○, △ or × with its words, and a note.

use super::{Asked, FieldType, Labelled, defaults};
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

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let mark = Asked::new(&*field.id, &field.label).options(self.options(&field.options, page));
        let note = Asked::part(field, "note", &page.said("asked-mark-note", &[]), page);
        vec![mark, note]
    }

    fn is_cell(&self) -> bool {
        true
    }
}
