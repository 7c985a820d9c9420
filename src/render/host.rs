//! The page as its field types and exercises see it: a [`Host`].

use tera::{Context, Value};

use super::frame::map;
use super::text::TextWriter;
use crate::host::Host;
use crate::model::Kind;
use crate::yaml::{Record as _, Rich, RichWriter, Shape as _};

impl RichWriter for TextWriter<'_> {
    fn rich(&self, text: &Rich) -> Value {
        TextWriter::rich(self, text)
    }
}

impl Host for TextWriter<'_> {
    fn said(&self, key: &str, arguments: &[(&'static str, String)]) -> String {
        self.theme.messages.text(key, arguments)
    }

    fn part(&self, template: &str, name: &'static str, values: Value) -> Value {
        let mut context = Context::new();
        context.insert_value(name, values);
        context.insert_value("base", self.base.into());
        context.insert_value("own_lang", Value::safe_string(self.own_lang));
        let mut html = Vec::new();
        if let Err(error) = self.theme.render(template, &context, &mut html) {
            self.fail(error);
            html.clear();
        }
        Value::safe_string(&String::from_utf8_lossy(&html))
    }

    fn exercise(&self) -> &str {
        self.document_id()
    }

    fn member(&self, set: &str, member: &str) -> Value {
        let Some(document) = self.course.find(Kind::Principle, set) else { return Value::none() };
        let Some(set) = document.principles() else { return Value::none() };
        let title = set.members.iter().find(|it| &*it.id == member).map_or("", |it| &it.title);
        let url = format!("{}{}#{member}", self.base, document.url().unwrap_or_default());
        map([("title", title.into()), ("url", url.into())])
    }

    fn stage(&self, case: &str, stage: &str) -> (Value, Value) {
        let Some(document) = self.course.find(Kind::Case, case) else {
            return (Value::none(), Value::none());
        };
        let Some(case) = document.case() else { return (Value::none(), Value::none()) };
        let writer = self.from(document).lowered().lowered();
        let (_, stages) = super::views::divided(case, &document.body);
        let found = case.stages.iter().zip(stages).find(|(it, _)| &*it.id == stage);
        found.map_or((Value::none(), Value::none()), |(stage, pieces)| {
            let html = writer.passage(&writer.shown(&document.body, &[pieces]), 0, pieces);
            ((&*stage.title).into(), Value::safe_string(&html))
        })
    }

    fn passages(&self, case: &str) -> Value {
        let Some(document) = self.course.find(Kind::Case, case) else { return Value::none() };
        let Some(case) = document.case() else { return Value::none() };
        let writer = self.from(document).lowered().lowered();
        let (_, passages) = super::views::divided(case, &document.body);
        let shown = writer.shown(&document.body, &passages);
        let stages = case.stages.iter().zip(&passages).enumerate().map(|(index, (stage, pieces))| {
            let html = Value::safe_string(&writer.passage(&shown, index, pieces));
            stage.view_with(&writer, [("number", (index + 1).into()), ("html", html)])
        });
        stages.collect::<Vec<_>>().into()
    }

    fn shown(&self, case: &str, stage: &str, kind: &str) -> Option<serde_json::Value> {
        self.course.case(case)?.diagram_at(kind, stage)
    }

    fn drawn(&self, kind: &str, data: &serde_json::Value) -> Value {
        let drawing = self.diagram(kind, data);
        map([
            ("svg", Value::safe_string(&drawing.svg)),
            ("related", drawing.related.as_deref().map(Value::safe_string).into()),
            ("text", drawing.text.iter().map(|line| Value::from(line.as_str())).collect::<Vec<_>>().into()),
        ])
    }

    fn in_words(&self, kind: &str, data: &serde_json::Value) -> Vec<String> {
        self.diagram(kind, data).text
    }

    fn case(&self, id: &str) -> Value {
        let Some(document) = self.course.find(Kind::Case, id) else { return Value::none() };
        let Some(case) = document.case() else { return Value::none() };
        let writer = self.from(document);
        let strengths = case.strengths.iter().map(|it| Value::from(it.body.plain.trim()));
        map([
            ("title", document.title().into()),
            ("url", format!("{}{}", self.base, document.url().unwrap_or_default()).into()),
            ("content_notes", case.content_notes.view(&writer)),
            ("strengths", strengths.collect::<Vec<_>>().into()),
            ("formulations", case.formulations.view(&writer)),
        ])
    }

    fn panel(&self, exercise: &str) -> Value {
        self.panel_of(exercise)
    }

    fn form(&self, id: &str) -> Value {
        let Some(document) = self.course.find(Kind::Worksheet, id) else { return Value::none() };
        map([
            ("id", id.into()),
            ("title", document.title().into()),
            ("summary", document.summary().map(|it| TextWriter::rich(&self.from(document), it)).into()),
            (
                "fields",
                document.fields().iter().map(|field| &*field.id.name).collect::<Vec<_>>().join(" ").into(),
            ),
            ("url", document.url().unwrap_or_default().into()),
        ])
    }
}
