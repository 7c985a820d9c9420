//! The fields of a form, or of an exercise that asks to write.

use tera::Value;

use super::super::frame::map;
use super::super::words::Words;
use super::{rich, text};
use crate::exercise::{Page, given};
use crate::model::{Field, FieldKind, Unlike};

/// The most steps of a scale that are shown one by one.
const MOST_STEPS: u64 = 20;

/// Rows that stand in a table or list that says nothing of rows.
const BLANK_ROWS: u32 = 4;

/// The values of `fields`. `all` are the fields that their conditions may name, `dom` is what the ids of their elements
/// begin with.
pub(in super::super) fn fields(fields: &[Field], all: &[&Field], dom: &str, words: &Words<'_>) -> Value {
    fields.iter().map(|it| field(it, all, dom, words)).collect::<Vec<_>>().into()
}

fn field(field: &Field, all: &[&Field], dom: &str, words: &Words<'_>) -> Value {
    let columns = field.columns.iter().map(|column| {
        map([
            ("id", (&*column.id).into()),
            ("label", (&*column.label).into()),
            ("kind", column.kind.unwrap_or(FieldKind::Text).word().into()),
            (
                "options",
                named(given::options(column.kind.unwrap_or(FieldKind::Text), &column.options, words)),
            ),
        ])
    });
    let is_scale = field.kind.value == FieldKind::Scale;
    let bound = |given: Option<i64>, of_scale: i64| given.or(is_scale.then_some(of_scale));
    let min_rows = field.min_rows.as_ref().map(|rows| rows.value);
    let max_rows = field.max_rows.as_ref().map(|rows| rows.value);
    let blank_rows = min_rows.unwrap_or(BLANK_ROWS).max(BLANK_ROWS).min(max_rows.unwrap_or(u32::MAX));
    let of_kind = |kind: FieldKind, given: fn(&dyn Page) -> Vec<given::Named>| {
        (field.kind.value == kind).then(|| named(given(words)))
    };
    map([
        ("id", (&*field.id).into()),
        ("name", (&*field.id).into()),
        ("dom", format!("{dom}{}", &*field.id).into()),
        ("kind", field.kind.word().into()),
        ("label", (&*field.label).into()),
        ("help", rich(words, field.help.as_ref())),
        ("example", rich(words, field.example.as_ref())),
        ("required", field.required.into()),
        ("lines", field.lines.as_ref().map_or(3, |lines| lines.value).into()),
        ("unit", text(field.unit.as_ref())),
        ("min", bound(field.min.as_ref().map(|it| it.value), 1).into()),
        ("max", bound(field.max.as_ref().map(|it| it.value), 5).into()),
        ("step", step(field).into()),
        ("low", text(field.low.as_ref())),
        ("high", text(field.high.as_ref())),
        ("options", named(given::options(field.kind.value, &field.options, words))),
        ("rows", named(given::rows(field, words))),
        ("days", of_kind(FieldKind::Week, given::days).into()),
        ("hours", of_kind(FieldKind::Day, given::hours).into()),
        ("columns", columns.collect::<Vec<_>>().into()),
        ("blank_rows", blank_rows.into()),
        ("max_rows", max_rows.into()),
        ("unlike", field.unlike.as_ref().map(|it| unlike(it, words)).into()),
        ("when", condition(all, field, words).into()),
        ("when_is", field.when.as_ref().map(|when| format!("{}={}", &*when.field, &*when.is)).into()),
    ])
}

/// A scale of many numbers is shown by tenths: from 0 to 100 there are eleven to choose from.
fn step(field: &Field) -> u64 {
    let bound = |given: Option<i64>, default: i64| given.unwrap_or(default);
    let span = bound(field.max.as_ref().map(|it| it.value), 5)
        .saturating_sub(bound(field.min.as_ref().map(|it| it.value), 1));
    u64::try_from(span).ok().filter(|&span| span > MOST_STEPS && span % 10 == 0).map_or(1, |span| span / 10)
}

fn named(named: Vec<given::Named>) -> Value {
    let named = named.into_iter().map(|(id, label)| map([("id", id.into()), ("label", label.into())]));
    named.collect::<Vec<_>>().into()
}

/// The form whose text must not be copied here, and its field.
fn unlike(unlike: &Unlike, words: &Words<'_>) -> Value {
    map([("form", words.form(&unlike.worksheet)), ("field", (&*unlike.field).into())])
}

/// The condition of a field in words: "where X is Y".
fn condition(all: &[&Field], field: &Field, words: &Words<'_>) -> Option<String> {
    let when = field.when.as_ref()?;
    let other = all.iter().find(|other| other.id.name == when.field.name)?;
    let option = other.options.iter().find(|option| option.id.name == when.is.name);
    let answer = option.map_or(&*when.is, |option| &option.label);
    Some(
        words
            .theme
            .words
            .text("field-when", &[("field", other.label.to_string()), ("answer", answer.to_owned())]),
    )
}
