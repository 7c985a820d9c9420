//! A form as a paper form, to be filled on the screen.

use tera::Context;

use super::super::frame::map;
use super::super::text::TextWriter;
use super::fields::fields;
use super::rich;
use super::sequence::sequence;
use crate::model::{Document, Worksheet};

pub(super) fn worksheet(
    worksheet: &Worksheet,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    let all: Vec<_> = worksheet.fields().collect();
    let sections = worksheet.sections.iter().map(|section| {
        map([
            ("id", (&*section.id).into()),
            ("title", (&*section.title).into()),
            ("help", rich(writer, section.help.as_ref())),
            ("fields", fields(&section.fields, &all, &format!("{}-", &*section.id), writer)),
        ])
    });
    let is_compared = worksheet.fields().any(|field| field.unlike.is_some());
    let value = map([
        ("id", (&*document.id).into()),
        ("sequence", sequence(worksheet, writer)),
        ("looks", (worksheet.sequence.is_some() || is_compared).into()),
        ("revision", worksheet.revision.value.into()),
        ("instructions", rich(writer, worksheet.instructions.as_ref())),
        ("sections", sections.collect::<Vec<_>>().into()),
    ]);
    context.insert_value("worksheet", value);
    "worksheet.html"
}
