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
    // In the order in which they are read: the first use of a word has its reading.
    let instructions = worksheet.instructions.as_ref().map(|it| writer.rich(it));
    let all: Vec<_> = worksheet.fields().collect();
    let sections = worksheet.sections.iter().map(|section| {
        let help = section.help.as_ref().map(|it| writer.rich(it));
        let fields = fields(&section.fields, &all, &format!("{}-", &*section.id), writer);
        section.view_with(writer, [("help", help.into()), ("fields", fields)])
    });
    let sections: Vec<Value> = sections.collect();
    let is_compared = worksheet.fields().any(|field| field.unlike.is_some());
    let computed = [
        ("id", id.into()),
        ("summary", Value::none()),
        ("instructions", instructions.into()),
        ("variants", variants),
        ("sequence", sequence(worksheet, writer)),
        ("looks", (worksheet.sequence.is_some() || is_compared).into()),
        ("sections", sections.into()),
    ];
    context.insert_value("worksheet", worksheet.view_with(writer, computed));
    "worksheet.html"
}
