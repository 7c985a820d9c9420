//! A form has fields, and each field has what its kind needs.

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Document, Field, FieldKind, Worksheet};
use crate::yaml::{At, Range, Text};

pub(super) fn worksheet_fields(document: &Document, _: &str, _: &[Text], out: &mut Vec<Diagnostic>) {
    let Some(Content::Worksheet(worksheet)) = &document.content else { return };
    if worksheet.fields().next().is_none() {
        out.push(Diagnostic::new(Code::WorksheetWithoutFields, document.span()));
    }
    for field in worksheet.fields() {
        options(document, field, out);
        bounds(document, field, out);
        condition(document, worksheet, field, out);
    }
}

fn options(document: &Document, field: &Field, out: &mut Vec<Diagnostic>) {
    let is_short = match field.kind.value {
        FieldKind::Choice | FieldKind::Choices => field.options.is_empty(),
        FieldKind::Matrix => field.rows.is_empty() || field.columns.is_empty(),
        FieldKind::Table => field.columns.is_empty(),
        _ => false,
    };
    let column = field.columns.iter().find(|column| {
        matches!(column.kind, Some(FieldKind::Choice | FieldKind::Choices)) && column.options.is_empty()
    });
    let wrong = column.map(|column| (column.id.at, &*column.id, "choice"));
    let wrong = wrong.or(is_short.then(|| (field.kind.at, &*field.id, field.kind.word())));
    if let Some((at, id, kind)) = wrong {
        let told = Diagnostic::new(Code::FieldWithoutOptions, span(document, at));
        out.push(told.with("id", id).with("kind", kind));
    }
}

fn bounds(document: &Document, field: &Field, out: &mut Vec<Diagnostic>) {
    let mut expect = |low: Option<i64>, high: Option<i64>, at: Range| {
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            let told = Diagnostic::new(Code::FieldBounds, span(document, at)).with("id", &*field.id);
            out.push(told.with("min", low.to_string()).with("max", high.to_string()));
        }
    };
    if let (Some(min), Some(max)) = (&field.min, &field.max) {
        expect(Some(min.value), Some(max.value), min.at);
    }
    let count = |count: &At<u32>| i64::from(count.value);
    if let (Some(min), Some(max)) = (&field.min_rows, &field.max_rows) {
        expect(Some(count(min)), Some(count(max)), min.at);
    }
}

/// A condition names another field, and an option that it has.
fn condition(document: &Document, worksheet: &Worksheet, field: &Field, out: &mut Vec<Diagnostic>) {
    let Some(when) = &field.when else { return };
    let others = || worksheet.fields().filter(|other| other.id.name != field.id.name);
    let Some(other) = others().find(|other| other.id.name == when.field.name) else {
        let known = others().map(|other| &*other.id.name);
        let told = Diagnostic::new(Code::UnknownField, span(document, when.field.at));
        out.push(told.with("id", &*when.field).near(&when.field, known));
        return;
    };
    let has_options = matches!(other.kind.value, FieldKind::Choice | FieldKind::Choices);
    if has_options && !other.options.iter().any(|option| option.id.name == when.is.name) {
        let known = other.options.iter().map(|option| &*option.id.name);
        let words = known.clone().collect::<Vec<_>>().join(", ");
        let told = Diagnostic::new(Code::UnknownValue, span(document, when.is.at));
        out.push(told.with("value", &*when.is).with("known", words).near(&when.is, known));
    }
}
