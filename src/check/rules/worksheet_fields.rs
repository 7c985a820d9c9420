//! A form has fields, and each field has what its kind needs.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::field::FieldKind;
use crate::model::{Document, Field, FromMinutes};
use crate::yaml::{At, Range};

pub(super) fn worksheet_fields(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let fields = document.fields();
    if fields.is_empty() && document.worksheet().is_some() {
        out.push(Diagnostic::new(Code::WorksheetWithoutFields, document.span()));
    }
    for field in &fields {
        options(document, field, out);
        bounds(document, field, out);
        idle_keys(document, field, out);
        from_minutes(document, field, out);
        condition(document, &fields, field, out);
    }
}

fn options(document: &Document, field: &Field, out: &mut Vec<Diagnostic>) {
    let column =
        field.columns.iter().find(|column| column.kind().of_type().is_choice() && column.options.is_empty());
    let wrong = column.map(|column| (column.id.at, &*column.id, FieldKind::Choice));
    let lacks = field.kind.of_type().lacks(field);
    let wrong = wrong.or(lacks.then(|| (field.kind.at, &*field.id, field.kind.value)));
    if let Some((at, id, kind)) = wrong {
        let it = Diagnostic::new(Code::FieldWithoutOptions, span(document, at));
        out.push(it.with("id", id).with("kind", kind.word()));
    }
}

fn bounds(document: &Document, field: &Field, out: &mut Vec<Diagnostic>) {
    let mut expect = |low: Option<i64>, high: Option<i64>, at: Range| {
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            let diagnostic = Diagnostic::new(Code::FieldBounds, span(document, at)).with("id", &*field.id);
            out.push(diagnostic.with("min", low.to_string()).with("max", high.to_string()));
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

/// A key that fields of its type do not have changes nothing, though the author counts on it.
fn idle_keys(document: &Document, field: &Field, out: &mut Vec<Diagnostic>) {
    let keys = field.kind.of_type().keys();
    for key in field.given_keys().into_iter().filter(|key| !keys.contains(key)) {
        let it = Diagnostic::new(Code::MeaninglessKey, span(document, field.id.at));
        out.push(it.with("key", key).with("why", "kind").with("kind", field.kind.word()));
    }
    for column in &field.columns {
        let is_table = field.kind.value == FieldKind::Table;
        let takes_options = is_table && column.kind().of_type().keys().contains(&"options");
        let why = if is_table { "column" } else { "matrix" };
        let given = [
            ("kind", !is_table && column.kind.is_some()),
            ("options", !takes_options && !column.options.is_empty()),
            ("from-minutes", !is_table && column.from_minutes.is_some()),
        ];
        for (key, _) in given.into_iter().filter(|(_, is_idle)| *is_idle) {
            let it = Diagnostic::new(Code::MeaninglessKey, span(document, column.id.at)).with("key", key);
            out.push(it.with("why", why).with("id", &*column.id).with("kind", column.kind().word()));
        }
    }
}

/// What was decided at a meeting can be taken into the columns of a table: words into columns of words, each part into one, and what is
/// to be done among them.
fn from_minutes(document: &Document, field: &Field, out: &mut Vec<Diagnostic>) {
    if field.kind.value != FieldKind::Table {
        return;
    }
    let mut report = |at: Range, why: &str, id: &str, part: FromMinutes| {
        let it = Diagnostic::new(Code::MinutesColumn, span(document, at)).with("why", why);
        out.push(it.with("id", id).with("part", part.word()));
    };
    let mut taken: Vec<FromMinutes> = Vec::new();
    let mut first = None;
    for column in &field.columns {
        let Some(part) = &column.from_minutes else { continue };
        first = first.or(Some(part));
        if taken.contains(&part.value) {
            report(part.at, "twice", &field.id, part.value);
        } else if !matches!(column.kind(), FieldKind::Text | FieldKind::LongText) {
            report(part.at, "kind", &column.id, part.value);
        }
        taken.push(part.value);
    }
    if let Some(first) = first.filter(|_| !taken.contains(&FromMinutes::What)) {
        report(first.at, "what", &field.id, first.value);
    }
}

/// A condition names another field, and an option that it has.
fn condition(document: &Document, fields: &[&Field], field: &Field, out: &mut Vec<Diagnostic>) {
    let Some(when) = &field.when else { return };
    let others = || fields.iter().filter(|other| other.id.name != field.id.name);
    let Some(other) = others().find(|other| other.id.name == when.field.name) else {
        let known = others().map(|other| &*other.id.name);
        let diagnostic = Diagnostic::new(Code::UnknownField, span(document, when.field.at));
        out.push(diagnostic.with("id", &*when.field).with("by", "when").near(&when.field, known));
        return;
    };
    if !other.kind.of_type().is_choice() {
        let diagnostic = Diagnostic::new(Code::ConditionNeedsChoice, span(document, when.field.at));
        out.push(diagnostic.with("id", &*other.id).with("kind", other.kind.word()));
    } else if !other.options.is_empty() && other.options.iter().all(|option| option.id.name != when.is.name) {
        let known = other.options.iter().map(|option| &*option.id.name);
        let words = known.clone().collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::new(Code::UnknownValue, span(document, when.is.at));
        out.push(diagnostic.with("value", &*when.is).with("known", words).near(&when.is, known));
    }
}
