//! A process: drawn, and stage by stage, with who acts at each.

use tera::{Context, Value};

use super::super::frame::map;
use super::super::text::TextWriter;
use crate::diagram;
use crate::model::{Document, Kind, Process, ProcessStage};
use crate::yaml::Record as _;

pub(super) fn process(
    process: &Process,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    if let Some(body) = &process.body {
        context.insert_value("body", writer.rich(body));
    }
    let stages = process.stages.iter().enumerate().map(|(index, stage)| {
        let back =
            stage.back_to.as_ref().and_then(|id| process.stages.iter().find(|it| it.id.name == id.name));
        let back = back.map(|back| map([("id", (&*back.id).into()), ("title", (&*back.title).into())]));
        let computed = [
            ("number", (index + 1).into()),
            ("back_to", back.into()),
            ("actors", actors(document, stage, writer).into()),
        ];
        stage.view_with(writer, computed)
    });
    let said = |key: &str| writer.theme.messages.text(key, &[("title", process.title.to_string())]);
    let labels = diagram::ProcessLabels {
        title: said("diagram-title"),
        cycle: said("diagram-cycle"),
        path: said("diagram-path"),
        back: said("diagram-back"),
        separator: said("list-separator"),
    };
    let computed = [
        ("diagram", Value::safe_string(&diagram::process(process, &labels))),
        ("stages", stages.collect::<Vec<Value>>().into()),
        // Written above, as the body of the page.
        ("body", Value::none()),
    ];
    context.insert_value("process", process.view_with(writer, computed));
    "process.html"
}

/// The roles that act at `stage`, and what each does.
fn actors(document: &Document, stage: &ProcessStage, writer: &TextWriter<'_>) -> Vec<Value> {
    let acting = writer.course.of_kind(Kind::Role).filter_map(|owner| {
        let role = owner.role()?;
        role.process.as_ref().filter(|process| *process.id == *document.id)?;
        let duty = role.duties.iter().find(|duty| duty.stage.name == stage.id.name)?;
        Some(map([
            ("title", owner.title().into()),
            ("url", owner.url().unwrap_or_default().into()),
            ("does", writer.from(owner).rich(&duty.does)),
        ]))
    });
    acting.collect()
}
