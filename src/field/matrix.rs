//! `matrix`: one column is chosen for each row.

use super::{Asked, FieldType, Labelled, Layout, Slot, SlotKind, SlotOption, Slots};
use crate::host::Host;
use crate::model::{Choice, Column, Field};

/// The type `matrix`.
pub(super) struct MatrixField;

impl FieldType for MatrixField {
    fn keys(&self) -> &'static [&'static str] {
        &["rows", "columns"]
    }

    fn layout(&self) -> Layout {
        Layout::Wide
    }

    fn lacks(&self, field: &Field) -> bool {
        field.rows.is_empty() || field.columns.is_empty()
    }

    fn slots(&self, field: &Field, page: &dyn Host) -> Slots {
        let column =
            |it: &Column| SlotOption { id: it.id.to_string(), label: it.label.clone(), sign: String::new() };
        let columns: Vec<SlotOption> = field.columns.iter().map(column).collect();
        let slot = |(row, asked): (&Choice, Asked)| {
            let kind = SlotKind::One(columns.clone());
            (row.label.clone(), Slot { name: asked.id, label: asked.label, kind })
        };
        let rows = field.rows.iter().zip(self.asked(field, page)).map(slot).collect();
        Slots::Matrix(columns, rows)
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let row = |row: &Choice| Asked::part(field, &row.id, &row.label, page).options(columns(field));
        field.rows.iter().map(row).collect()
    }
}

fn columns(field: &Field) -> Vec<Labelled> {
    field.columns.iter().map(|it| (it.id.to_string(), it.label.to_string())).collect()
}
