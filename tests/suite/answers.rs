//! The names that answers are kept under.

use std::collections::BTreeSet;

use mitate::field::FieldKind;
use mitate::model::Kind;
use mitate::pipeline::Workshop;
use serde_json::Value;

use crate::course::{build, project, temporary};

/// Every name of an answer is a field of the file, an id that the kind lists, or a name that the kind declares as its own: so
/// `check` reports any field that would share a name with it.
#[test]
fn a_kind_declares_the_names_that_its_answers_are_kept_under() {
    let course = project().join("tests/browser/course");
    let out = temporary();
    build(&course, out.path());
    let script = std::fs::read_to_string(out.path().join("answers/course.js")).unwrap();
    let json = script.trim().strip_prefix("mitateCourse(").unwrap().trim_end_matches([';', ')']);
    let catalogue: Value = serde_json::from_str(json).unwrap();

    let loaded = Workshop::new(&course, None, &[]).unwrap().load().unwrap();
    let mut kinds = BTreeSet::new();
    for document in loaded.course.of_kind(Kind::Exercise) {
        let exercise = document.exercise().unwrap();
        let kind = exercise.task.kind();
        kinds.insert(exercise.task.word());
        let mut known: BTreeSet<&str> = kind.own_names().iter().copied().collect();
        known.extend(kind.own_fields().iter().map(|(name, _)| *name));
        known.extend(kind.ids().first().into_iter().flatten().map(|id| &***id));
        known.extend(exercise.common.fields.iter().map(|field| &*field.id.name));
        if exercise.common.rubric.is_some() {
            known.extend(["rate", "evidence"]);
        }
        let key = format!("exercise/{}", document.id);
        let works = catalogue["works"].as_array().unwrap();
        let Some(work) = works.iter().find(|work| work["key"] == *key) else { continue };
        for field in work["fields"].as_array().unwrap() {
            let id = field["id"].as_str().unwrap();
            let name = id.split('.').next().unwrap();
            assert!(
                known.contains(name),
                "{key} keeps an answer under {id}, and own_names does not list {name}"
            );
        }
    }
    assert_eq!(kinds.len(), mitate::exercise::Task::WORDS.len(), "one exercise of every kind");
}

#[test]
fn a_type_of_field_can_be_a_column_where_it_has_a_cell() {
    for kind in FieldKind::ALL {
        let cell = project().join("themes/default/field").join(kind.word()).join("cell.html");
        assert_eq!(kind.of_type().is_cell(), cell.exists(), "is_cell of {} and its cell.html", kind.word());
    }
}
