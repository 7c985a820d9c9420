//! A family, a network or a life that is impossible: what the drawing refuses is reported at its place.
//!
//! The rules are those of the drawing script, which refuses the same in a learner's own diagram: dates and kinship are
//! read in one place only.

use std::collections::HashSet;

use serde_json::{Value as Json, json};

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::diagram;
use crate::model::{Case, Content, Document, Genogram, Kind};
use crate::yaml::Range;

/// What a problem names: as the sentences call it, and as the script does.
const ARGUMENTS: [(&str, &str); 7] = [
    ("problem", "code"),
    ("id", "id"),
    ("parent", "parent"),
    ("child", "child"),
    ("date", "date"),
    ("from", "from"),
    ("to", "to"),
];

pub(super) fn diagrams(document: &Document, _: &str, context: &CheckContext, out: &mut Vec<Diagnostic>) {
    match &document.content {
        Some(Content::Case(case)) => {
            let before = out.len();
            stages(case, document, out);
            if out.len() > before {
                return;
            }
            if let Some(genogram) = &case.genogram {
                unjoined(document, genogram, out);
            }
            for drawn in case.diagrams() {
                impossible(document, (drawn.kind, &drawn.data), case.genogram.as_ref(), context, out);
            }
        }
        Some(Content::Exercise(exercise)) => {
            let Some(built) = exercise.task.kind().builds() else { return };
            let Some(start) = built.start else { return };
            impossible(document, (built.kind, &start), built.family, context, out);
        }
        _ => {}
    }
}

/// Reports what is impossible in a diagram, once for all stages.
fn impossible(
    document: &Document,
    (kind, data): (&str, &Json),
    family: Option<&Genogram>,
    context: &CheckContext,
    out: &mut Vec<Diagnostic>,
) {
    let found = diagram::problems(kind, data, context.locale.dates_for_scripts());
    // Too large to be drawn: the first person, place, entry or part of the day is where the author finds the diagram.
    let found = found.unwrap_or_else(|_| {
        let list = ["persons", "systems", "spans", "rows"].into_iter().find(|key| data[key].is_array());
        vec![json!({ "code": "too-large", "path": format!("{}.0", list.unwrap_or_default()) })]
    });
    for problem in found {
        if problem["code"] == "duplicate-id" {
            // Ids of all kinds are reported in the same way.
            continue;
        }
        let mut diagnostic =
            Diagnostic::new(Code::ImpossibleDiagram, span(document, place(family, data, &problem)));
        for (argument, key) in ARGUMENTS {
            let value = &problem[key];
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            diagnostic = diagnostic.with(argument, if value.is_null() { String::new() } else { text });
        }
        let unit = data["unit"].as_str().unwrap_or_default();
        diagnostic = diagnostic.with("examples", context.locale.date_examples(unit).join(" / "));
        if !out.contains(&diagnostic) {
            out.push(diagnostic);
        }
    }
}

/// A relative that no union and no relation line joins to the family: a reader of the drawing cannot know who it is.
fn unjoined(document: &Document, genogram: &Genogram, out: &mut Vec<Diagnostic>) {
    let joined: HashSet<&str> = genogram
        .unions
        .iter()
        .flat_map(|union| union.partners.iter().chain(union.children.iter().map(|child| &child.0.id)))
        .chain(genogram.relations.iter().flat_map(|relation| [&relation.a, &relation.b]))
        .map(|id| &**id)
        .collect();
    // One person alone is a beginning.
    let relatives = genogram.persons.iter().filter(|_| genogram.persons.len() > 1);
    for person in relatives.filter(|person| !joined.contains(&*person.id)) {
        let diagnostic = Diagnostic::new(Code::UnjoinedRelative, span(document, person.id.at));
        out.push(diagnostic.with("label", &**person.label).with("id", &*person.id));
    }
}

/// What is shown from a stage on names one that the case has.
fn stages(case: &Case, document: &Document, out: &mut Vec<Diagnostic>) {
    for id in case.diagram_stages() {
        let known = case.stages.iter().map(|stage| &*stage.id.name);
        if !known.clone().any(|stage| stage == &*id.name) {
            let diagnostic =
                Diagnostic::new(Code::UnknownMember, span(document, id.at)).with("kind", Kind::Case.word());
            out.push(diagnostic.with("id", &*document.id).with("member", &**id).near(id, known));
        }
    }
}

/// The place of a problem: of the innermost thing on its path that knows its own.
fn place(family: Option<&Genogram>, data: &Json, problem: &Json) -> Range {
    let path = problem["path"].as_str().unwrap_or_default();
    // The beginning and the end of a timeline are bare words.
    let mut at = data["places"][path].as_array().cloned();
    let mut value = data;
    for step in path.split('.') {
        value = match step.parse::<usize>() {
            Ok(index) => &value[index],
            Err(_) => &value[step],
        };
        at = value["at"].as_array().cloned().or(at);
    }
    let number = |at: &[Json], index: usize| {
        at.get(index).and_then(Json::as_u64).and_then(|it| u32::try_from(it).ok())
    };
    if let Some(at) = at {
        return Range { start: number(&at, 0).unwrap_or(0), end: number(&at, 1).unwrap_or(0) };
    }
    // Households are lists of bare ids.
    let named = problem["id"].as_str().unwrap_or_default();
    let households = family.iter().flat_map(|genogram| genogram.households.iter().flatten());
    households.filter(|id| &*id.name == named).map(|id| id.at).next().unwrap_or_default()
}
