//! What a page needs on which learners build diagrams: the words of the drawings, which are drawn in the browser.

use serde_json::Value as Json;
use tera::Value;

use super::super::text::TextWriter;
use crate::html::in_script;
use crate::model::Document;

/// The words of the diagrams that learners build on the page of `document`, as JSON for a `<script>`.
pub(super) fn diagram_words(writer: &TextWriter<'_>, document: &Document) -> Option<Value> {
    let exercises = document.body.exercises.iter().filter_map(|it| writer.course.exercise(&it.id));
    let drawn: Vec<&str> =
        exercises.filter_map(|it| it.task.kind().builds()).map(|built| built.kind).collect();
    if drawn.is_empty() {
        return None;
    }
    let start = |draws: &str| match draws {
        "genogram" => "geno-",
        "ecomap" => "eco-",
        "timeline" => "time-",
        _ => "week-",
    };
    let wanted = |key: &str| {
        key.starts_with("problem-")
            || key.starts_with("map-")
            || drawn.iter().any(|draws| key.starts_with(start(draws)))
    };
    Some(Value::safe_string(&words(writer, wanted)))
}

/// The words of drawings whose keys are `wanted`, as JSON for a `<script>`.
pub(super) fn words(writer: &TextWriter<'_>, wanted: impl Fn(&str) -> bool) -> String {
    let all = writer.theme.diagram_words().as_object().into_iter().flatten();
    let some = all
        .filter(|(key, _)| key.starts_with('@') || wanted(key))
        .map(|(key, words)| (key.clone(), words.clone()));
    in_script(&Json::from(some.collect::<serde_json::Map<_, _>>()).to_string())
}
