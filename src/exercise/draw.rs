//! `draw`: a genogram, an ecomap, a timeline or a week that the learner builds by form and sees drawn at once; afterwards
//! the author's diagram is shown beside it.

mod form;

use serde_json::{Value as Json, json};

use super::{Asked, Built, Checker, ExerciseSheet, SheetPart, SheetText, TaskKind};
use crate::choice;
use crate::diagnostic::Code;
use crate::field::defaults;
use crate::host::{Host, Values};
use crate::model::{Case, Ecomap, Genogram, Timeline, Week};
use crate::yaml::{
    At, Decoder, Fields, Id, Node, Record, RecordSchema, RichWriter, Schemas, Shape, To, View, Visitor,
};
use form::DrawTable;

choice! {
    /// What is drawn.
    pub enum DiagramKind {
        /// A family.
        Genogram "genogram",
        /// What a person lives with.
        Ecomap "ecomap",
        /// What happened when.
        Timeline "timeline",
        /// A week.
        Week "week",
    }
}

/// A diagram to be built.
#[derive(Debug, Clone)]
pub struct Draw {
    /// What is drawn.
    pub draws: At<DiagramKind>,
    /// The case whose diagram is shown beside the learner's afterwards.
    pub case: Option<To<Case>>,
    /// The stage of the case in which its diagram is shown.
    pub stage: Option<Id>,
    /// What is given at the beginning.
    pub start: Option<Start>,
}

/// What a diagram contains at the beginning, written as in a case.
#[derive(Debug, Clone)]
pub enum Start {
    /// Of a family.
    Genogram(Genogram),
    /// Of an ecomap.
    Ecomap(Ecomap),
    /// Of a timeline.
    Timeline(Timeline),
    /// Of a week.
    Week(Week),
}

impl Start {
    fn read(draws: DiagramKind, node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(match draws {
            DiagramKind::Genogram => Self::Genogram(Genogram::decode(node, decoder)?),
            DiagramKind::Ecomap => Self::Ecomap(Ecomap::decode(node, decoder)?),
            DiagramKind::Timeline => Self::Timeline(Timeline::decode(node, decoder)?),
            DiagramKind::Week => Self::Week(Week::decode(node, decoder)?),
        })
    }

    /// The ids of what answers can name, or what has ids of its own.
    fn ids(&self) -> Vec<&Id> {
        match self {
            Self::Genogram(it) => it.persons.iter().map(|person| &person.id).collect(),
            Self::Ecomap(it) => it.systems.iter().map(|system| &system.id).collect(),
            Self::Timeline(it) => it.spans.iter().map(|span| &span.id).collect(),
            Self::Week(it) => it.rows.iter().map(|row| &row.id).collect(),
        }
    }

    /// The stages of a case that it names, though it belongs to none.
    fn stages(&self) -> Vec<&Id> {
        match self {
            Self::Genogram(it) => it.stages().collect(),
            Self::Ecomap(it) => it.stages().collect(),
            Self::Timeline(it) => it.stages().collect(),
            Self::Week(it) => it.stages().collect(),
        }
    }

    fn drawn(&self) -> Json {
        let always = |_: Option<&Id>, _: Option<&Id>| true;
        match self {
            Self::Genogram(it) => it.drawn(&always),
            Self::Ecomap(it) => it.drawn("", &always),
            Self::Timeline(it) => it.drawn(&always),
            Self::Week(it) => it.drawn(&always),
        }
    }
}

impl Record for Draw {
    fn take(fields: &mut Fields<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let draws = fields.take::<At<DiagramKind>>("draws", decoder);
        let case = fields.take::<Option<To<Case>>>("case", decoder);
        let stage = fields.take::<Option<Id>>("stage", decoder);
        // Its type depends on what is drawn.
        let start = match (fields.node("start"), &draws) {
            (Some(node), Some(draws)) => Start::read(draws.value, node, decoder).map(Some),
            _ => Some(None),
        };
        Some(Self { draws: draws?, case: case?, stage: stage?, start: start? })
    }

    fn describe(schemas: &mut Schemas, record: &mut RecordSchema) {
        record.field("draws", " What is drawn.", true, DiagramKind::schema(schemas));
        let case = " The case whose diagram is shown beside the learner's afterwards.";
        record.field("case", case, false, To::<Case>::schema(schemas));
        let stage = " The stage of the case in which its diagram is shown.";
        record.field("stage", stage, false, Id::schema(schemas));
        let start = [
            Genogram::schema(schemas),
            Ecomap::schema(schemas),
            Timeline::schema(schemas),
            Week::schema(schemas),
        ];
        let doc = " What is there from the beginning, written as in a case.";
        record.field("start", doc, false, json!({ "anyOf": start }));
    }

    /// What is there from the beginning is shown drawn.
    fn show(&self, view: &mut View<'_>) {
        view.field("draws", "draws", &self.draws);
        view.field("case", "case", &self.case);
        view.field("stage", "stage", &self.stage);
    }
}

impl Shape for Draw {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields::<Self>(node)?;
        let draw = Self::take(&mut fields, decoder);
        fields.finish(decoder);
        draw
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.case.visit(visitor);
        match &self.start {
            Some(Start::Genogram(it)) => it.visit(visitor),
            Some(Start::Ecomap(it)) => it.visit(visitor),
            Some(Start::Timeline(it)) => it.visit(visitor),
            Some(Start::Week(it)) => it.visit(visitor),
            None => {}
        }
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.record("Draw", " A diagram to be built.", Self::describe)
    }

    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.view_with(writer, [])
    }
}

impl Draw {
    /// What the learner's form begins with: the start, with the middle and the axis, which the case gives where `start` does not.
    fn base(&self, page: &dyn Host) -> Json {
        let mut base = match &self.start {
            Some(start) => start.drawn(),
            None if self.draws.value == DiagramKind::Week => {
                let part = |(id, label): defaults::Labelled| json!({ "id": id, "label": label });
                json!({ "rows": defaults::parts_of_a_day(page).into_iter().map(part).collect::<Vec<_>>(), "cells": [] })
            }
            None => json!({}),
        };
        let of_case = self.compared(page).unwrap_or_default();
        let is_middle_missing = base["center"]["label"].as_str().is_none_or(str::is_empty);
        if self.draws.value == DiagramKind::Ecomap && is_middle_missing {
            base["center"] = of_case["center"].clone();
        }
        if self.draws.value == DiagramKind::Timeline && self.start.is_none() {
            for key in ["unit", "start", "end"] {
                base[key] = of_case[key].clone();
            }
        }
        without_places(&mut base);
        base
    }

    fn compared(&self, page: &dyn Host) -> Option<Json> {
        page.shown(self.case.as_ref()?, self.stage.as_ref()?, self.draws.word())
    }

    fn tables(&self, base: &Json) -> Vec<DrawTable> {
        match self.draws.value {
            DiagramKind::Genogram => form::genogram(),
            DiagramKind::Ecomap => form::ecomap(),
            DiagramKind::Timeline => form::timeline(),
            DiagramKind::Week => form::week(&labelled(&base["rows"])),
        }
    }

    /// What is not given yet: who is in the centre, what the axis counts.
    fn single(&self, base: &Json) -> Option<&'static str> {
        match self.draws.value {
            DiagramKind::Ecomap if base["center"].is_null() => Some("center.label"),
            DiagramKind::Timeline if base["unit"].is_null() => Some("axis.unit"),
            _ => None,
        }
    }
}

impl TaskKind for Draw {
    fn check(&self, checker: &mut Checker<'_>) {
        let draws = self.draws.word();
        for stage in self.start.iter().flat_map(Start::stages) {
            checker.report(Code::MeaninglessKey, stage.at, |it| it.with("key", "stage").with("why", "start"));
        }
        let Some(case_id) = &self.case else {
            if let Some(stage) = &self.stage {
                checker
                    .report(Code::MeaninglessKey, stage.at, |it| it.with("key", "stage").with("why", "case"));
            }
            return;
        };
        let Some(case) = checker.course.case(case_id) else { return };
        let Some(stage) = &self.stage else {
            return checker.report(Code::MissingKey, case_id.at, |it| it.with("key", "stage"));
        };
        let known: Vec<&str> = case.stages.iter().map(|stage| &*stage.id.name).collect();
        checker.one_of(stage, stage.at, &known);
        if known.contains(&&**stage) && case.diagram_at(draws, stage).is_none() {
            checker.report(Code::CaseWithoutDiagram, case_id.at, |it| {
                it.with("id", &**case_id).with("draws", draws)
            });
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        &[
            "center", "axis", "person", "couple", "home", "relation", "system", "tie", "between", "entry",
            "block",
        ]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![Vec::new(), self.start.as_ref().map(Start::ids).unwrap_or_default()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let draws = self.draws.word();
        let base = self.base(page);
        let tables = self.tables(&base);
        let given = self.given(&base);
        let author = self.compared(page).map(|data| page.drawn(draws, &data));
        let begun = self.start.is_some().then(|| page.drawn(draws, &base));
        let table = |it: &DrawTable| it.view(&tables, &given, page);
        vec![
            ("base", base.to_string().into()),
            ("begun", begun.into()),
            (
                "singles",
                self.single(&base).map(|id| form::single(id, page).1).into_iter().collect::<Vec<_>>().into(),
            ),
            ("tables", tables.iter().map(table).collect::<Vec<_>>().into()),
            ("author", author.into()),
            ("case", self.case.as_ref().map(|case| page.case(case)).into()),
        ]
    }

    fn builds(&self) -> Option<Built<'_>> {
        let family = match &self.start {
            Some(Start::Genogram(family)) => Some(family),
            _ => None,
        };
        Some(Built { kind: self.draws.word(), start: self.start.as_ref().map(Start::drawn), family })
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let base = self.base(page);
        let single = self.single(&base).map(|id| form::single(id, page).0);
        let given = self.given(&base);
        single.into_iter().chain(self.tables(&base).iter().map(|table| table.asked(&given, page))).collect()
    }

    /// What is given in words, room to draw, and the tables for those who write instead of drawing.
    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let mut reads = vec![SheetText::Words(page.said("paper-how-draw", &[]))];
        if self.start.is_some() {
            reads.push(SheetText::Lines(page.in_words(self.draws.word(), &self.base(page))));
        }
        reads.push(SheetText::Room);
        let tables = SheetPart { is_apart: true, ..SheetPart::of(self.asked(page)) };
        vec![
            SheetPart::default().reading(reads),
            SheetPart { title: page.said("paper-draw-tables", &[]), ..tables },
        ]
        .into()
    }
}

impl Draw {
    /// What is given at the beginning and can be named by an answer.
    fn given(&self, base: &Json) -> Vec<(String, String)> {
        match self.draws.value {
            DiagramKind::Genogram => labelled(&base["persons"]),
            DiagramKind::Ecomap => labelled(&base["systems"]),
            DiagramKind::Timeline | DiagramKind::Week => Vec::new(),
        }
    }
}

/// The ids and labels of a list.
fn labelled(list: &Json) -> Vec<(String, String)> {
    let text = |it: &Json, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    list.as_array().into_iter().flatten().map(|it| (text(it, "id"), text(it, "label"))).collect()
}

/// The drawing does not need the places of its data in the file.
fn without_places(json: &mut Json) {
    match json {
        Json::Object(entries) => {
            entries.remove("at");
            entries.retain(|_, value| !value.is_null());
            entries.values_mut().for_each(without_places);
        }
        Json::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}
