//! The type of a column: one of those that have a `cell.html`.

use serde_json::{Value as Json, json};

use super::FieldKind;
use crate::yaml::{Decoder, Node, RichWriter, Schemas, Shape, one_of};

/// What is written into a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnKind(FieldKind);

impl ColumnKind {
    /// The type.
    #[must_use]
    pub fn kind(self) -> FieldKind {
        self.0
    }

    fn words() -> Vec<&'static str> {
        FieldKind::ALL.iter().filter(|kind| kind.of_type().is_cell()).map(|kind| kind.word()).collect()
    }
}

impl Shape for ColumnKind {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let word = one_of(&Self::words(), node, decoder)?;
        FieldKind::ALL.iter().copied().find(|kind| kind.word() == word).map(Self)
    }

    fn schema(_: &mut Schemas) -> Json {
        json!({ "enum": Self::words(), "description": "What is written into a column." })
    }

    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        self.0.word().into()
    }
}
