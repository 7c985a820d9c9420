//! A form as a paper form, to be filled on the screen.

use tera::{Context, Value};

use super::super::text::TextWriter;
use super::fields::fields;
use super::sequence::sequence;
use crate::model::Worksheet;
use crate::yaml::Record as _;

/// The form `id`, in its own words or in others.
pub(super) fn worksheet(
    worksheet: &Worksheet,
    id: &str,
    variants: Value,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    let all: Vec<_> = worksheet.fields().collect();
    let sections = worksheet.sections.iter().map(|section| {
        let fields = fields(&section.fields, &all, &format!("{}-", &*section.id), writer);
        section.view_with(writer, [("fields", fields)])
    });
    let is_compared = worksheet.fields().any(|field| field.unlike.is_some());
    let computed = [
        ("id", id.into()),
        ("variants", variants),
        ("sequence", sequence(worksheet, writer)),
        ("looks", (worksheet.sequence.is_some() || is_compared).into()),
        ("sections", sections.collect::<Vec<_>>().into()),
    ];
    context.insert_value("worksheet", worksheet.view_with(writer, computed));
    "worksheet.html"
}
