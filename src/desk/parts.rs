//! The ids that one key gives and another names within a record: which key names what.
//!
//! A key that names a document, a term or an item says so in its schema ([`crate::yaml::NAMES`]). The ids of parts do not: a stage of a case,
//! a field of a form, a card. A test asserts that every key that takes an id is in one of the two.

use std::ops::Range;

use serde_json::Value as Json;

use super::loose::{Loose, LooseValue};
use super::spot::{Spot, ways};
use crate::model::{Course, Kind};

/// Where the ids that a key names are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum GivenBy {
    /// By records of that name in the same file.
    Here(&'static str),
    /// By the parts of the document of that kind which the nearest of these keys names.
    Of(Kind, &'static str),
    /// By the document of that kind that has the name of the file.
    Namesake(Kind),
    /// By the key itself, or nowhere: any word will do.
    Free,
}

use GivenBy::{Free, Here, Namesake, Of};

/// The keys that name a part: the record, the key, and where its ids are given. A record `*` is any.
const NAMED: &[(&str, &str, &[GivenBy])] = &[
    ("Exercise: draw", "stage", &[Of(Kind::Case, "case")]),
    ("Pause", "stage", &[Of(Kind::Case, "case")]),
    ("Round", "stage", &[Of(Kind::Case, "case")]),
    ("ShownThing", "stage", &[Of(Kind::Case, "case")]),
    ("Duty", "stage", &[Of(Kind::Process, "process")]),
    ("*", "was", &[Free]),
    ("*", "stage", &[Here("Stage"), Of(Kind::Case, "case")]),
    ("*", "until", &[Here("Stage"), Of(Kind::Case, "case")]),
    ("Between", "a", &[Here("System")]),
    ("Between", "b", &[Here("System")]),
    ("Tie", "to", &[Here("System")]),
    ("Relation", "a", &[Here("Relative")]),
    ("Relation", "b", &[Here("Relative")]),
    ("Union", "partners", &[Here("Relative")]),
    ("Union", "children", &[Here("Relative")]),
    ("ChildOf", "id", &[Here("Relative")]),
    ("ChildOf", "twin", &[Here("Relative")]),
    ("Genogram", "households", &[Here("Relative")]),
    ("WeekCell", "row", &[Here("WeekRow")]),
    ("ProcessStage", "back-to", &[Here("ProcessStage")]),
    ("Tension", "between", &[Here("Member")]),
    ("ChecklistItem", "answers", &[Here("Titled")]),
    ("Grouping", "cards", &[Here("Card")]),
    ("Paired", "answers", &[Here("Card")]),
    ("TaggedSentence", "tags", &[Here("Group")]),
    ("SortCard", "in", &[Here("Group")]),
    ("Round", "hypothesis", &[Here("Card")]),
    ("PanelAnswer", "round", &[Namesake(Kind::Exercise)]),
    ("Own", "to", &[Here("Turn")]),
    ("Reply", "to", &[Here("Turn")]),
    ("Reply", "uses", &[Here("Titled")]),
    ("Reply", "honours", &[Of(Kind::Principle, "principles")]),
    ("Reply", "strains", &[Of(Kind::Principle, "principles")]),
    ("Example", "for", &[Here("Field")]),
    ("Unlike", "field", &[Of(Kind::Worksheet, "worksheet")]),
    ("When", "field", &[Here("Field")]),
    ("When", "is", &[Here("Choice")]),
    ("Ending", "field", &[Here("Field")]),
    ("Ending", "is", &[Here("Choice")]),
    ("Recorded", "field", &[Here("Field")]),
    ("Recorded", "column", &[Here("Column")]),
    ("Recorded", "is", &[Here("Choice")]),
    ("MarkedRows", "table", &[Here("Field")]),
    ("MarkedRows", "mark", &[Here("Column")]),
    ("MarkedRows", "person", &[Here("Column")]),
    ("MarkedRows", "new", &[Here("Choice")]),
    ("Opens", "table", &[Here("Field")]),
    ("RowsAsEcomap", "table", &[Here("Field")]),
    ("RowsAsEcomap", "who", &[Here("Column")]),
    ("RowsAsEcomap", "side", &[Here("Column")]),
    ("RowsAsEcomap", "tie", &[Here("Column")]),
    ("RowsAsEcomap", "center", &[Here("Field")]),
    ("Sequence", "first", &[Here("Section")]),
    ("Sequence", "later", &[Here("Section")]),
    ("Sequence", "carry", &[Here("Field")]),
    ("SectionWords", "id", &[Namesake(Kind::Worksheet)]),
    ("FieldWords", "id", &[Namesake(Kind::Worksheet)]),
    ("Case", "themes", &[Free]),
    ("*", "id", &[Free]),
];

/// Where the ids are given that `key` of `record` names; empty if it names no part.
pub(super) fn given(record: &str, key: &str) -> &'static [GivenBy] {
    let row = |wanted: &str| NAMED.iter().find(|(name, known, _)| *name == wanted && *known == key);
    row(record).or_else(|| row("*")).map_or(&[], |(_, _, given)| given)
}

/// A part with an id: the document that it is in (`None`: this one), its place there if it is this one, and its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedPart {
    pub id: String,
    pub title: String,
    pub document: Option<(Kind, String)>,
    pub at: Option<Range<usize>>,
}

/// The parts that may be named at `spot`. `tree` is that of `text`, whose file has the schema `root` and the id `own`.
pub(super) fn parts(
    spot: &Spot<'_>,
    course: &Course,
    (root, text, tree): (&Json, &str, &Loose),
    own: &str,
) -> Vec<NamedPart> {
    let Some((record, key, _)) = spot.owner else { return Vec::new() };
    let of = |given: &GivenBy| match *given {
        Here(record) => here(record, root, text, tree),
        Of(kind, key) => spot.nearest(key).map_or_else(Vec::new, |id| parts_of(course, kind, id)),
        Namesake(kind) => parts_of(course, kind, own.split('.').next().unwrap_or(own)),
        Free => Vec::new(),
    };
    given(record, key).iter().flat_map(of).collect()
}

/// The parts of the document `id` of that kind.
fn parts_of(course: &Course, kind: Kind, id: &str) -> Vec<NamedPart> {
    let Some(document) = course.find(kind, id) else { return Vec::new() };
    let fields = document.fields();
    let fields = fields.iter().map(|field| &*field.id.name);
    let rounds = document.exercise().and_then(|it| it.task.kind().weighed());
    let rounds = rounds.into_iter().flat_map(|it| it.rounds).map(|round| &*round.id.name);
    let part = |id: &str| NamedPart {
        id: id.to_owned(),
        title: String::new(),
        document: Some((kind, document.id.to_string())),
        at: None,
    };
    document.parts().chain(fields).chain(rounds).map(part).collect()
}

/// The records named `record` in a tree, each with its id.
fn here(record: &str, root: &Json, text: &str, tree: &Loose) -> Vec<NamedPart> {
    let mut found = Vec::new();
    each_record(root, text, &ways(root, root), tree, &mut |names, node| {
        let LooseValue::Map(entries) = &node.value else { return };
        let id = entries.iter().find(|entry| &text[entry.key.clone()] == "id");
        let Some(value) = id.and_then(|entry| entry.value.as_ref()).filter(|_| names.contains(&record))
        else {
            return;
        };
        let title = ["title", "label", "text"].iter().find_map(|key| node.scalar(key, text));
        found.extend(value.words(text).map(|id| NamedPart {
            id: id.to_owned(),
            title: title.unwrap_or_default().to_owned(),
            document: None,
            at: Some(value.at.clone()),
        }));
    });
    found
}

/// Calls `see` for every mapping of the tree, with the names of the records that it may be.
fn each_record(
    root: &Json,
    text: &str,
    known: &[super::spot::Way<'_>],
    node: &Loose,
    see: &mut dyn FnMut(&[&str], &Loose),
) {
    match &node.value {
        LooseValue::Map(entries) => {
            let names: Vec<&str> = known.iter().map(|way| way.name).collect();
            see(&names, node);
            for entry in entries {
                let key = &text[entry.key.clone()];
                let below: Vec<_> = known
                    .iter()
                    .filter_map(|way| way.schema["properties"].get(key))
                    .flat_map(|property| ways(root, property))
                    .collect();
                if let Some(value) = &entry.value {
                    each_record(root, text, &below, value, see);
                }
            }
        }
        LooseValue::List(items) => {
            let below: Vec<_> = known
                .iter()
                .filter_map(|way| way.schema.get("items"))
                .flat_map(|item| ways(root, item))
                .collect();
            for item in items {
                each_record(root, text, &below, item, see);
            }
        }
        LooseValue::Nothing | LooseValue::Scalar => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::diagnostic::Language;
    use crate::yaml::{Id, NAMES};

    #[test]
    fn every_key_that_takes_an_id_says_what_it_names() {
        let mut silent = BTreeSet::new();
        let mut used: BTreeSet<(&str, &str, &[GivenBy])> = BTreeSet::new();
        for (_, schema) in crate::schema::schemas(Language::En) {
            for (record, fields) in schema["$defs"].as_object().unwrap() {
                for (key, property) in fields["properties"].as_object().into_iter().flatten() {
                    let mut all: Vec<&Json> = vec![property];
                    let mut ids = Vec::new();
                    while let Some(it) = all.pop() {
                        all.extend(it.get("items"));
                        all.extend(it["anyOf"].as_array().into_iter().flatten());
                        ids.extend((it["pattern"] == Id::PATTERN).then_some(it));
                    }
                    let is_named = |it: &&Json| it.get(NAMES).is_some();
                    if !ids.is_empty() && !ids.iter().any(is_named) && given(record, key).is_empty() {
                        silent.insert(format!("{record}.{key}"));
                    }
                    used.extend(
                        NAMED.iter().copied().filter(|row| (row.0 == record || row.0 == "*") && row.1 == key),
                    );
                }
            }
        }
        assert!(silent.is_empty(), "{silent:#?}");
        let unused: Vec<_> =
            NAMED.iter().filter(|row| !used.iter().any(|it| it.0 == row.0 && it.1 == row.1)).collect();
        assert!(unused.is_empty(), "{unused:#?}");
    }
}
