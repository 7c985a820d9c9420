//! A form as a paper form, to be filled on the screen.

use tera::Context;

use super::super::text::TextWriter;
use super::fields::fields;
use super::sequence::sequence;
use crate::model::{Document, Worksheet};
use crate::yaml::Record as _;

pub(super) fn worksheet(
    worksheet: &Worksheet,
    document: &Document,
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
        ("id", (&*document.id).into()),
        ("sequence", sequence(worksheet, writer)),
        ("looks", (worksheet.sequence.is_some() || is_compared).into()),
        ("sections", sections.collect::<Vec<_>>().into()),
    ];
    context.insert_value("worksheet", worksheet.view_with(writer, computed));
    "worksheet.html"
}
