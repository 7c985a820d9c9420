//! A form has fields, and each field has what its kind needs.

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Document, Field, FieldKind};
use crate::yaml::{At, Range, Text};

pub(super) fn worksheet_fields(document: &Document, _: &str, _: &[Text], out: &mut Vec<Diagnostic>) {
    let fields = document.fields();
    if fields.is_empty() && matches!(document.content, Some(Content::Worksheet(_))) {
        out.push(Diagnostic::new(Code::WorksheetWithoutFields, document.span()));
    }
    for field in &fields {
        options(document, field, out);
        bounds(document, field, out);
        idle_keys(document, field, out);
        condition(document, &fields, field, out);
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

/// A key that a field of its kind does not have is one that the author counts on in vain.
fn idle_keys(document: &Document, field: &Field, out: &mut Vec<Diagnostic>) {
    use FieldKind::{Choice, Choices, Diagram, List, LongText, Mark, Matrix, Number, Scale, Table, Week};
    let kind = field.kind.value;
    let given: [(&'static str, bool, &[FieldKind]); 12] = [
        ("lines", field.lines.is_some(), &[LongText, Diagram]),
        ("unit", field.unit.is_some(), &[Number]),
        ("min", field.min.is_some(), &[Number, Scale]),
        ("max", field.max.is_some(), &[Number, Scale]),
        ("low", field.low.is_some(), &[Scale]),
        ("high", field.high.is_some(), &[Scale]),
        ("options", !field.options.is_empty(), &[Choice, Choices, Mark]),
        ("rows", !field.rows.is_empty(), &[Matrix, Week]),
        ("columns", !field.columns.is_empty(), &[Matrix, Table]),
        ("min-rows", field.min_rows.is_some(), &[Table, List]),
        ("unlike", field.unlike.is_some(), &[FieldKind::Text, LongText]),
        ("max-rows", field.max_rows.is_some(), &[Table, List]),
    ];
    for (key, is_given, kinds) in given {
        if is_given && !kinds.contains(&kind) {
            let told = Diagnostic::new(Code::MeaninglessKey, span(document, field.id.at));
            out.push(told.with("key", key).with("why", "kind").with("kind", kind.word()));
        }
    }
}

/// A condition names another field, and an option that it has.
fn condition(document: &Document, fields: &[&Field], field: &Field, out: &mut Vec<Diagnostic>) {
    let Some(when) = &field.when else { return };
    let others = || fields.iter().filter(|other| other.id.name != field.id.name);
    let Some(other) = others().find(|other| other.id.name == when.field.name) else {
        let known = others().map(|other| &*other.id.name);
        let told = Diagnostic::new(Code::UnknownField, span(document, when.field.at));
        out.push(told.with("id", &*when.field).with("by", "when").near(&when.field, known));
        return;
    };
    let has_options = matches!(other.kind.value, FieldKind::Choice | FieldKind::Choices);
    if !has_options {
        let told = Diagnostic::new(Code::ConditionNeedsChoice, span(document, when.field.at));
        out.push(told.with("id", &*other.id).with("kind", other.kind.word()));
    } else if !other.options.iter().any(|option| option.id.name == when.is.name) {
        let known = other.options.iter().map(|option| &*option.id.name);
        let words = known.clone().collect::<Vec<_>>().join(", ");
        let told = Diagnostic::new(Code::UnknownValue, span(document, when.is.at));
        out.push(told.with("value", &*when.is).with("known", words).near(&when.is, known));
    }
}
