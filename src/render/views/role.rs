//! A role, with what it does at each stage of its process.

use tera::{Context, Value};

use super::super::frame::{entry, map};
use super::super::text::TextWriter;
use crate::model::{Document, Kind, Role};
use crate::yaml::Record as _;

pub(super) fn role(
    role: &Role,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    context.insert_value("body", Value::safe_string(&writer.html(&document.body)));
    let process = role.process.as_ref().and_then(|process| writer.course.find(Kind::Process, process));
    let stages =
        process.and_then(|process| Some((process.url().unwrap_or_default(), &process.process()?.stages)));
    let duties = stages.iter().flat_map(|(url, stages)| {
        stages.iter().enumerate().map(move |(index, stage)| {
            let duty = role.duties.iter().find(|duty| duty.stage.name == stage.id.name);
            let at = map([
                ("id", (&*stage.id).into()),
                ("number", (index + 1).into()),
                ("title", (&*stage.title).into()),
                ("url", format!("{url}#{}", &*stage.id).into()),
            ]);
            let computed = [("stage", at), ("acts", duty.is_some().into())];
            duty.map_or_else(|| map(computed.clone()), |duty| duty.view_with(writer, computed.clone()))
        })
    });
    let computed = [
        ("process", process.map(|it| entry(it.title(), &it.url().unwrap_or_default())).into()),
        ("duties", duties.collect::<Vec<Value>>().into()),
    ];
    context.insert_value("role", role.view_with(writer, computed));
    "role.html"
}
