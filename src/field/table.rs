//! `table`: rows of columns, as many as are needed. A column is of a type that has a `cell.html`.

use tera::Value;

use super::{Asked, FieldType, Layout, Rows, SlotColumn, Slots, defaults, named_values};
use crate::host::{Host, Values};
use crate::model::{Column, Field};
use crate::theme::map;
use crate::yaml::Record as _;

/// The type `table`.
pub(super) struct TableField;

impl FieldType for TableField {
    fn keys(&self) -> &'static [&'static str] {
        &["columns", "min-rows", "max-rows"]
    }

    fn layout(&self) -> Layout {
        Layout::Wide
    }

    fn lacks(&self, field: &Field) -> bool {
        field.columns.is_empty()
    }

    fn view(&self, field: &Field, page: &dyn Host) -> Values {
        let column = |column: &Column| {
            let options =
                named_values(column.kind().of_type().options(&column.options, page), &column.options);
            column.view_with(page, [("kind", column.kind().word().into()), ("options", options)])
        };
        let columns: Vec<Value> = field.columns.iter().map(column).collect();
        let rows = 1..=defaults::blank_rows(field);
        let cells = rows.map(|row| {
            let cells = field.columns.iter().zip(&columns).map(|(column, value)| {
                let cell =
                    map([("row", row.into()), ("field", (&*field.id).into()), ("column", value.clone())]);
                page.part(&format!("field/{}/cell.html", column.kind().word()), "cell", cell)
            });
            cells.collect::<Vec<_>>().into()
        });
        let cells = cells.collect::<Vec<Value>>();
        let takes = field.columns.iter().filter_map(|column| {
            column.from_minutes.as_ref().map(|part| format!("{}:{}", part.value.word(), &*column.id))
        });
        let takes = takes.collect::<Vec<_>>().join(" ");
        let mut values = defaults::row_counts(field);
        values.extend([("takes", takes.into()), ("columns", columns.into()), ("cells", cells.into())]);
        values
    }

    fn slots(&self, field: &Field, page: &dyn Host) -> Slots {
        let column = |column: &Column| SlotColumn {
            id: column.id.to_string(),
            label: column.label.clone(),
            kind: column.kind().of_type().slot_kind(&column.options, page),
        };
        Slots::Rows(Rows::of_field(field, field.columns.iter().map(column).collect()))
    }

    fn asked(&self, field: &Field, page: &dyn Host) -> Vec<Asked> {
        let column = |column: &Column| {
            let options = column.kind().of_type().options(&column.options, page);
            let holds = column.kind().of_type().holds();
            Asked::new(&*column.id, &column.label).options(options).holding(holds)
        };
        let columns = field.columns.iter().map(column).collect();
        vec![Asked { columns, ..Asked::new(&*field.id, &field.label) }]
    }
}
