//! How one sheet of a form follows another: values for the template, and data for the script.

use serde_json::{Value as Json, json};
use tera::Value;

use super::super::frame::map;
use super::super::text::TextWriter;
use super::draw;
use crate::field::FieldKind;
use crate::host::Host as _;
use crate::model::{Field, Sequence, Worksheet};
use crate::yaml::Record as _;

/// The values of `worksheet`'s sequence for the template; nothing if the form has no sequence.
pub(super) fn sequence(worksheet: &Worksheet, writer: &TextWriter<'_>) -> Value {
    let Some(sequence) = &worksheet.sequence else { return Value::none() };
    let called = sequence.called.as_ref().map_or_else(|| writer.said("sheet", &[]), |it| it.to_string());
    let recorded = recorded(worksheet, sequence);
    let needs = recorded.into_iter().map(|(dom, label)| map([("dom", dom.into()), ("label", label.into())]));
    let opens = sequence.opens.iter();
    let opens = opens.map(|it| it.view_with(writer, [("form", writer.form(&it.worksheet))]));
    let is_of_map = |key: &str| key.starts_with("eco-") || key.starts_with("map-");
    let computed = [
        ("data", data(worksheet, sequence, &called).to_string().into()),
        ("called", called.as_str().into()),
        ("needs", needs.collect::<Vec<_>>().into()),
        ("opens", opens.collect::<Vec<_>>().into()),
        ("drawn", sequence.ecomap.is_some().then(|| draw::words(writer, is_of_map)).into()),
    ];
    sequence.view_with(writer, computed)
}

/// What must be written before the next sheet: the place of each field, and its label.
fn recorded(worksheet: &Worksheet, sequence: &Sequence) -> Vec<(String, String)> {
    let find = |field: &str, column: Option<&str>| {
        let section = worksheet.sections.iter().find(|it| it.fields.iter().any(|it| &*it.id == field))?;
        let field = section.fields.iter().find(|it| &*it.id == field)?;
        let column = column.and_then(|id| field.column(id));
        let label = column.map_or(&field.label, |column| &column.label);
        Some((format!("{}-{}", &*section.id, &*field.id), label.to_string()))
    };
    let marks = sequence.rows.iter().filter_map(|rows| find(&rows.table, Some(&rows.mark)));
    let named = sequence.before_next.iter();
    marks.chain(named.filter_map(|it| find(&it.field, it.column.as_deref()))).collect()
}

/// The rules as the script reads them (`scripts/sequence/rules.js`).
fn data(worksheet: &Worksheet, sequence: &Sequence, called: &str) -> Json {
    let is_needed = |field: &str, column: &str| {
        let is_it = |it: &crate::model::Recorded| {
            &*it.field == field && it.column.as_ref().is_some_and(|it| &**it == column)
        };
        sequence.before_next.iter().any(is_it)
    };
    let rows = sequence.rows.as_ref();
    let is_mark =
        |field: &str, column: &str| rows.is_some_and(|rows| &*rows.table == field && &*rows.mark == column);
    // The review of a sheet stays on that sheet.
    let columns = |field: &Field| -> Vec<String> {
        let all = field.columns.iter().map(|column| &*column.id);
        let kept = all.filter(|column| !is_needed(&field.id, column) && !is_mark(&field.id, column));
        kept.map(str::to_owned).collect()
    };
    let field = |id: &str| worksheet.fields().find(|field| &*field.id == id);
    let of_table = |id: &str| field(id).map(columns).unwrap_or_default();
    let carry = sequence.carry.iter().filter_map(|id| field(id)).map(|field| match field.kind.value {
        FieldKind::Table => json!({ "field": &*field.id, "columns": columns(field) }),
        FieldKind::List => json!({ "field": &*field.id, "columns": [""] }),
        _ => json!({ "field": &*field.id }),
    });
    let stands_later = |section: &crate::model::Section, field: &Field| {
        sequence.later.iter().any(|id| id.name == section.id.name || id.name == field.id.name)
    };
    let sections = worksheet.sections.iter();
    let later = sections.flat_map(|section| {
        section.fields.iter().filter(|field| field.required && stands_later(section, field)).map(|it| &*it.id)
    });
    json!({
        "called": called,
        "first": sequence.first.iter().map(|id| &**id).collect::<Vec<_>>(),
        "later": sequence.later.iter().map(|id| &**id).collect::<Vec<_>>(),
        "carry": carry.collect::<Vec<_>>(),
        "rows": rows.map(|rows| json!({
            "table": &*rows.table,
            "mark": &*rows.mark,
            "person": rows.person.as_deref(),
            "added": rows.new.as_deref(),
            "columns": of_table(&rows.table),
        })),
        "needs": sequence.before_next.iter().map(|it| json!({
            "field": &*it.field,
            "column": it.column.as_deref(),
            "is": it.is.as_deref(),
            "columns": of_table(&it.field),
        })).collect::<Vec<_>>(),
        "laterNeeds": later.collect::<Vec<_>>(),
        "opens": sequence.opens.iter().map(|it| json!({
            "table": &*it.table,
            "from": it.from.value,
            "columns": of_table(&it.table),
        })).collect::<Vec<_>>(),
        "ending": sequence.ending.as_ref().map(|it| json!({ "field": &*it.field, "is": &*it.is })),
        "ecomap": sequence.ecomap.as_ref().map(|it| json!({
            "table": &*it.table,
            "who": &*it.who,
            "side": it.side.as_deref(),
            "tie": it.tie.as_deref(),
            "center": it.center.as_deref(),
        })),
    })
}
