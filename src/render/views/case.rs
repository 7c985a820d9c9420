//! A case as a case file.

use tera::{Context, Value};

use super::super::frame::{entry, map};
use super::super::text::TextWriter;
use crate::diagram::Drawing;
use crate::model::{Body, Case, Document, Kind, Piece, StageDiagram};
use crate::yaml::Record as _;

pub(super) fn case(
    case: &Case,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    let (before, stages) = divided(case, &document.body);
    let diagrams = drawn(case, writer);
    let mut parts = vec![before];
    parts.extend(stages);
    let shown = writer.shown(&document.body, &parts);
    context.insert_value("body", Value::safe_string(&writer.passage(&shown, 0, before)));
    let stages = case.stages.iter().zip(&parts[1..]).enumerate().map(|(index, (stage, pieces))| {
        let html = writer.lowered().passage(&shown, index + 1, pieces);
        let computed = [
            ("number", (index + 1).into()),
            ("html", Value::safe_string(&html)),
            ("diagrams", changed(&diagrams, index)),
        ];
        stage.view_with(writer, computed)
    });
    let knowledge = case.knowledge.iter().map(|row| {
        let role = writer.course.find(Kind::Role, &row.role);
        let role = role.map(|role| entry(role.title(), &role.url().unwrap_or_default()));
        row.view_with(writer, [("role", role.into())])
    });
    let computed = [
        ("drawn", (!diagrams.is_empty()).into()),
        ("knowledge", knowledge.collect::<Vec<_>>().into()),
        ("stages", stages.collect::<Vec<_>>().into()),
    ];
    context.insert_value("case", case.view_with(writer, computed));
    "case.html"
}

/// A diagram of a case, drawn.
struct DrawnDiagram {
    kind: &'static str,
    /// The index of the stage from which on it looks like that.
    stage: usize,
    drawing: Drawing,
}

/// Draws all diagrams of a case, in the order of its stages.
fn drawn(case: &Case, writer: &TextWriter<'_>) -> Vec<DrawnDiagram> {
    let diagrams = case.diagrams().into_iter();
    let draw = |it: StageDiagram| DrawnDiagram {
        kind: it.kind,
        stage: it.stage,
        drawing: writer.diagram(it.kind, &it.data),
    };
    diagrams.map(draw).collect()
}

/// The diagrams that change in the stage of that index. The first of a kind is described in full, a later one by its changes.
fn changed(drawn: &[DrawnDiagram], stage: usize) -> Value {
    let values = drawn.iter().filter(|it| it.stage == stage).map(|now| {
        let before = drawn.iter().rfind(|it| it.kind == now.kind && it.stage < stage);
        let without = |lines: &[String], others: &[String]| -> Value {
            lines
                .iter()
                .filter(|line| !others.contains(line))
                .map(|line| Value::from(line.as_str()))
                .collect::<Vec<_>>()
                .into()
        };
        let known = before.map_or(&[][..], |before| &before.drawing.text);
        map([
            ("kind", now.kind.into()),
            ("svg", Value::safe_string(&now.drawing.svg)),
            ("text", without(&now.drawing.text, known)),
            ("gone", without(known, &now.drawing.text)),
            ("related", now.drawing.related.as_deref().map(Value::safe_string).into()),
            ("changes", before.is_some().into()),
            ("last", (!drawn.iter().any(|it| it.kind == now.kind && it.stage > stage)).into()),
        ])
    });
    values.collect::<Vec<_>>().into()
}

/// The text of a case divided at the headings of its stages: the text before the first, then each stage without its
/// heading, which the template writes.
pub(in super::super) fn divided<'b>(case: &Case, body: &'b Body) -> (&'b [Piece], Vec<&'b [Piece]>) {
    let is_stage = |piece: &Piece, id: &str| {
        matches!(piece, Piece::HeadingStart(index)
            if body.headings[*index as usize].level == 2 && body.headings[*index as usize].id == id)
    };
    let starts: Vec<Option<usize>> = case
        .stages
        .iter()
        .map(|stage| body.pieces.iter().position(|piece| is_stage(piece, &stage.id)))
        .collect();
    let end_of = |start: usize| {
        let later = starts.iter().flatten().copied().filter(|&other| other > start).min();
        later.unwrap_or(body.pieces.len())
    };
    let parts = starts.iter().map(|start| match *start {
        Some(start) => {
            let part = &body.pieces[start..end_of(start)];
            let heading =
                part.iter().position(|piece| matches!(piece, Piece::HeadingEnd(_))).map_or(0, |at| at + 1);
            &part[heading..]
        }
        None => &[],
    });
    let first = starts.iter().flatten().copied().min().unwrap_or(body.pieces.len());
    (&body.pieces[..first], parts.collect())
}
