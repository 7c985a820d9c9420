//! `person`: a label, an age, a relation.

use super::{Asked, FieldType};
use crate::host::Host;
use crate::model::Field;

/// The type `person`.
pub(super) struct PersonField;

impl FieldType for PersonField {
    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        [("label", "person-name"), ("age", "person-age"), ("relation", "person-relation")]
            .map(|(name, key)| Asked::part(field, name, &page.said(key, &[]), page))
            .into()
    }
}
