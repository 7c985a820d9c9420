//! Papers: forms for Word and Excel.

use std::collections::{BTreeMap, BTreeSet};

use mitate::field::Slots;
use mitate::paper::address::code;
use mitate::paper::form::Form;
use mitate::pipeline::Workshop;
use mitate::render::{Bytes, Site};
use serde_json::Value as Json;

use crate::course::project;

fn site(folder: &str) -> Site {
    let mut workshop = Workshop::new(&project().join(folder), None, &[]).unwrap();
    workshop.load().unwrap().site().expect("the course is right")
}

/// The catalogue of answers, by key: the names that answers are stored under, with `N` for the number of a row.
fn catalogue(site: &Site) -> BTreeMap<String, BTreeSet<String>> {
    let Ok(Some(Bytes::Made(script))) = site.render("answers/course.js") else { panic!("no catalogue") };
    let script = String::from_utf8(script).unwrap();
    let json = script.trim().strip_prefix("mitateCourse(").unwrap().strip_suffix(");").unwrap();
    let json: Json = serde_json::from_str(json).unwrap();
    let names = |field: &Json| -> Vec<String> {
        let id = field["id"].as_str().unwrap();
        match field["columns"].as_array() {
            Some(columns) => {
                columns.iter().map(|it| format!("{id}.N.{}", it["id"].as_str().unwrap())).collect()
            }
            None if field["many"].as_bool().unwrap_or(false) => vec![format!("{id}.N")],
            None => vec![id.to_owned()],
        }
    };
    let works = json["works"].as_array().unwrap().iter();
    let of = |work: &Json| work["fields"].as_array().unwrap().iter().flat_map(names).collect();
    works.map(|work| (work["key"].as_str().unwrap().to_owned(), of(work))).collect()
}

fn names(form: &Form) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for question in form.questions() {
        if let Slots::Rows(rows) = &question.slots {
            let dot = |id: &str| if id.is_empty() { String::new() } else { format!(".{id}") };
            names.extend(rows.columns.iter().map(|it| format!("{}.N{}", rows.name, dot(&it.id))));
        } else {
            names.extend(question.slots.blank().into_iter().map(|slot| slot.name));
        }
    }
    names
}

#[test]
fn papers_name_what_is_filled_in_as_the_answer_file_does() {
    for folder in ["content", "tests/browser/course"] {
        let site = site(folder);
        let catalogue = catalogue(&site);
        for form in site.forms() {
            let Some(known) = catalogue.get(&form.key) else { continue };
            let names = names(&form);
            let unknown: Vec<_> = names.difference(known).collect();
            assert!(unknown.is_empty(), "{}: {unknown:?}", form.key);
            // What is to be done with a row that is marked ×, and ratings of an answer, are no part of the blank form.
            let is_later = |name: &str| {
                name.contains(".if-not") || name.starts_with("rate.") || name.starts_with("evidence.")
            };
            let missing: Vec<_> = known.difference(&names).filter(|name| !is_later(name)).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", form.key);
        }
    }
}

#[test]
fn no_two_slots_of_a_course_have_one_code() {
    let mut seen = BTreeMap::new();
    let mut count = 0;
    for form in site("content").forms() {
        for slot in form.slots() {
            let options = slot.kind.options().iter().map(|it| format!("{}={}", slot.name, it.id));
            for name in options.chain([slot.name.clone()]) {
                count += 1;
                let place = (form.key.clone(), name);
                let other = seen.insert(code(&place.0, &place.1), place.clone());
                assert!(other.as_ref().is_none_or(|other| *other == place), "{place:?} and {other:?}");
            }
        }
    }
    assert!(count > 5_000, "only {count} names");
}
