//! The schema of every kind of file: its records, their keys and values, and what they mean, in Japanese and English.
//!
//! The records describe themselves ([`crate::yaml::Schemas`]); [`words`] adds what they say in the language of the course. `mitate schema`
//! writes the schemas down, and [`crate::desk`] completes and explains by them.

mod words;

use serde_json::Value as Json;

use crate::diagnostic::Language;
use crate::exercise::Exercise;
use crate::model::{
    Case, FormWords, Glossary, Info, Kind, Meeting, ModuleFront, Page, Panel, PrincipleSet, Process, Role,
    Session, Syllabus, Wording, Worksheet,
};
use crate::yaml::{NAMES, Schemas};

/// The schema of every kind of file, described in `language`. A value that is the id of something says of what, under [`NAMES`].
#[must_use]
pub fn schemas(language: Language) -> Vec<(Kind, Json)> {
    let mut schemas = undescribed();
    for (_, schema) in &mut schemas {
        words::describe(schema, language);
    }
    schemas
}

/// The same as JSON Schema, for other programs.
#[must_use]
pub fn published(language: Language) -> Vec<(Kind, Json)> {
    let mut schemas = schemas(language);
    for (_, schema) in &mut schemas {
        without_names(schema);
    }
    schemas
}

/// Removes what JSON Schema has no word for.
fn without_names(schema: &mut Json) {
    match schema {
        Json::Object(map) => {
            // A record may have a key of that name: its schema is no text.
            if map.get(NAMES).is_some_and(Json::is_string) {
                map.remove(NAMES);
            }
            map.values_mut().for_each(without_names);
        }
        Json::Array(items) => items.iter_mut().for_each(without_names),
        _ => {}
    }
}

/// The schema of every kind of file, with the sentences of the records.
fn undescribed() -> Vec<(Kind, Json)> {
    vec![
        (Kind::Course, Schemas::document::<Info>("course.yaml")),
        (Kind::Syllabus, Schemas::document::<Syllabus>("syllabus.yaml")),
        (Kind::Glossary, Schemas::document::<Glossary>("glossary.yaml")),
        (Kind::Wording, Schemas::document::<Wording>("wording.yaml")),
        (Kind::Module, Schemas::document::<ModuleFront>("modules/…/index.md")),
        (Kind::Page, Schemas::document::<Page>("modules/…/….md")),
        (Kind::Case, Schemas::document::<Case>("cases/….md")),
        (Kind::Role, Schemas::document::<Role>("roles/….md")),
        (Kind::Principle, Schemas::document::<PrincipleSet>("principles/….md")),
        (Kind::Process, Schemas::document::<Process>("processes/….yaml")),
        (Kind::Worksheet, Schemas::document::<Worksheet>("worksheets/….yaml")),
        (Kind::Variant, Schemas::document::<FormWords>("worksheets/….….yaml")),
        (Kind::Exercise, Schemas::document::<Exercise>("exercises/….yaml")),
        (Kind::Meeting, Schemas::document::<Meeting>("meetings/….yaml")),
        (Kind::Session, Schemas::document::<Session>("sessions/….yaml")),
        (Kind::Panel, Schemas::document::<Panel>("panels/….yaml")),
    ]
}
