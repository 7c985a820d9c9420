//! The fields of a form, or of an exercise that asks to write.

use tera::Value;
use tera::value::Key;

use super::super::text::TextWriter;
use crate::field::{self, Layout};
use crate::host::Host as _;
use crate::model::{Field, Unlike};
use crate::yaml::{Record as _, View};

/// The values of `fields`. `all` are the fields that their conditions may name; the ids of their elements begin with `dom`.
pub(in super::super) fn fields(
    fields: &[Field],
    all: &[&Field],
    dom: &str,
    writer: &TextWriter<'_>,
) -> Value {
    fields.iter().map(|it| field(it, all, dom, writer)).collect::<Vec<_>>().into()
}

/// The values of a field; `control` is what is written into, as the template of its type shows it.
fn field(field: &Field, all: &[&Field], dom: &str, writer: &TextWriter<'_>) -> Value {
    let of_type = field.kind.of_type();
    let layout = of_type.layout();
    let computed = [
        ("name", Value::from(&*field.id)),
        ("dom", format!("{dom}{}", &*field.id).into()),
        ("is_control", (layout == Layout::Control).into()),
        ("is_wide", (layout == Layout::Wide).into()),
        ("lines", field.lines.as_ref().map_or(3, |lines| lines.value).into()),
        ("options", field::options(field, writer)),
        ("unlike", field.unlike.as_ref().map(|it| unlike(it, writer)).into()),
        ("when", field::condition(all, field, writer).into()),
        ("when_is", field.when.as_ref().map(|when| format!("{}={}", &*when.field, &*when.is)).into()),
    ];
    let mut view = View::with(writer, computed.into_iter().chain(of_type.view(field, writer)));
    field.show(&mut view);
    let mut values = view.finish();
    let control =
        writer.part(&format!("field/{}/form.html", field.kind.word()), "f", Value::from(values.clone()));
    values.insert(Key::from("control"), control);
    Value::from(values)
}

/// The form whose text must not be copied here, and its field.
fn unlike(unlike: &Unlike, writer: &TextWriter<'_>) -> Value {
    unlike.view_with(writer, [("form", writer.form(&unlike.worksheet))])
}
