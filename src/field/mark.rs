//! `mark`: ◎, ○, △ or × with its words, and a note.

use super::{Asked, FieldType, Named, defaults};
use crate::host::Host;
use crate::model::{Choice, Field};

/// The type `mark`.
pub(super) struct Mark;

impl FieldType for Mark {
    fn keys(&self) -> &'static [&'static str] {
        &["options"]
    }

    fn options(&self, options: &[Choice], page: &dyn Host) -> Vec<Named> {
        if options.is_empty() { defaults::marks(page) } else { defaults::named(options) }
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let mark = Asked::new(&*field.id, &field.label).options(self.options(&field.options, page));
        let note = Asked::part(field, "note", &page.said("asked-mark-note", &[]), page);
        vec![mark, note]
    }
}
