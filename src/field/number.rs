//! `number`: a number, with its unit and its bounds.

use tera::Value;

use super::{FieldType, Layout};
use crate::host::{Host, Values};
use crate::model::Field;
use crate::yaml::At;

/// The type `number`.
pub(super) struct Number;

impl FieldType for Number {
    fn keys(&self) -> &'static [&'static str] {
        &["unit", "min", "max"]
    }

    fn layout(&self) -> Layout {
        Layout::Control
    }

    fn view(&self, field: &Field, _: &dyn Host) -> Values {
        let bound = |bound: &Option<At<i64>>| Value::from(bound.as_ref().map(|it| it.value));
        vec![
            ("unit", field.unit.as_ref().map(|it| Value::from(&**it)).into()),
            ("min", bound(&field.min)),
            ("max", bound(&field.max)),
        ]
    }
}
