//! `list`: short lines, as many as are needed.

use super::{Asked, FieldType, defaults};
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

    fn asked(&self, field: &Field, _: &dyn Host) -> Vec<Asked> {
        vec![Asked::new(&*field.id, &field.label).many()]
    }
}
