//! A role, with what it does at each stage of its process.

use tera::{Context, Value};

use super::super::frame::{entry, map};
use super::super::text::TextWriter;
use super::{rich, text};
use crate::model::{Content, Document, Kind, Role};

pub(super) fn role(
    role: &Role,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    context.insert_value("body", Value::safe_string(&writer.html(&document.body)));
    let process = role.process.as_ref().and_then(|process| writer.course.find(Kind::Process, process));
    let stages = process.and_then(|process| match &process.content {
        Some(Content::Process(it)) => Some((process.url().unwrap_or_default(), &it.stages)),
        _ => None,
    });
    let duties = stages.iter().flat_map(|(url, stages)| {
        stages.iter().enumerate().map(move |(index, stage)| {
            let duty = role.duties.iter().find(|duty| duty.stage.name == stage.id.name);
            let stage = map([
                ("id", (&*stage.id).into()),
                ("number", (index + 1).into()),
                ("title", (&*stage.title).into()),
                ("url", format!("{url}#{}", &*stage.id).into()),
            ]);
            map([
                ("stage", stage),
                ("acts", duty.is_some().into()),
                ("does", rich(writer, duty.map(|duty| &duty.does))),
                ("with", rich(writer, duty.and_then(|duty| duty.with.as_ref()))),
            ])
        })
    });
    let value = map([
        ("reading", text(role.reading.as_ref())),
        ("en", text(role.en.as_ref())),
        ("process", process.map(|it| entry(it.title(), &it.url().unwrap_or_default())).into()),
        ("duties", duties.collect::<Vec<Value>>().into()),
        ("knows", writer.riches(&role.knows)),
        ("cannot_know", writer.riches(&role.cannot_know)),
    ]);
    context.insert_value("role", value);
    "role.html"
}
