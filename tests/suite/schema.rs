//! What editors say while an author types, from the schemas, is what `check` says: on every key of every kind of document, changed
//! to what authors write there by mistake.
//!
//! `check` knows more: whether a name is known, whether a text has a mistake in its Markdown. So only how values are read is compared.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::sync::Arc;

use mitate::diagnostic::Code;
use mitate::model::{Body, Kind};
use mitate::parse::parse_source;
use mitate::source::Source;
use mitate::theme::default_locale;
use mitate::yaml::{Id, Range, Visitor};
use regex::Regex;
use serde_json::{Map, Value, json};

use crate::course::project;

/// What a schema can hold too: the other codes need more than one value to be found.
const OF_VALUES: [Code; 7] = [
    Code::EmptyValue,
    Code::InvalidId,
    Code::MissingKey,
    Code::NotAReference,
    Code::UnknownKey,
    Code::UnknownValue,
    Code::WrongType,
];

/// Where the two differ on purpose: the end of a place, the kind of change, and why. In the place, `*` is an item of any list.
const DIFFERENT: [(&str, &str, &str); 1] = [(
    "draw/start",
    "{}",
    "the schema takes what any kind of diagram begins with, and one of them needs no key",
)];

/// One document of every kind, and one exercise of every kind: the word of its schema, its path in a course, its text.
fn documents() -> Vec<(String, String, String)> {
    let mut documents = Vec::new();
    let mut add = |kind: &str, file: &str, path: &str| {
        let text = fs::read_to_string(project().join(file)).unwrap();
        documents.push((kind.to_owned(), path.to_owned(), text));
    };
    add("course", "src/cli/starter/ja/course.yaml", "course.yaml");
    add("glossary", "src/cli/starter/ja/glossary.yaml", "glossary.yaml");
    add("syllabus", "tests/explain/course/syllabus.yaml", "syllabus.yaml");
    add("worksheet", "tests/browser/course/worksheets/everything.yaml", "worksheets/a.yaml");
    add("process", "content/processes/from-person-to-council.yaml", "processes/a.yaml");
    add("meeting", "content/meetings/one-question-each.yaml", "meetings/a.yaml");
    add("session", "tests/sites/session/in/sessions/first-hour.yaml", "sessions/a.yaml");
    add("case", "tests/browser/course/cases/exercise-book.md", "cases/a.md");
    add("role", "tests/explain/course/roles/homeroom-teacher.md", "roles/a.md");
    add("principle", "tests/browser/course/principles/listening.md", "principles/a.md");
    add("module", "tests/explain/course/modules/01-first/index.md", "modules/01-a/index.md");
    add("page", "tests/explain/course/modules/01-first/20-interview.md", "modules/01-a/10-b.md");
    for exercise in fs::read_dir(project().join("tests/browser/course/exercises")).unwrap() {
        let file = format!("tests/browser/course/exercises/{}", exercise.unwrap().file_name().display());
        add("exercise", &file, "exercises/a.yaml");
    }
    documents
}

/// The settings of a document, and what follows them in the file.
fn settings(text: &str) -> (Value, Option<&str>) {
    let parts = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let (yaml, body) = parts.map_or((text, None), |(yaml, body)| (yaml, Some(body)));
    (serde_yaml::from_str(yaml).unwrap(), body)
}

/// Whether `check` reads the document, and otherwise what it reports.
fn checked(path: &str, settings: &Value, body: Option<&str>) -> Vec<&'static str> {
    let yaml = settings.to_string();
    let text = body.map_or(yaml.clone(), |body| format!("---\n{yaml}\n---\n{body}"));
    let hash = blake3::hash(text.as_bytes());
    let source = Source { path: Arc::from(path), text: Arc::from(text), hash };
    let parsed = parse_source(&source, &default_locale("ja"));
    let mut found = References(Vec::new());
    parsed.document.iter().for_each(|document| document.visit(&mut found));
    let codes = parsed.diagnostics.into_iter().map(|it| it.code);
    codes.filter(|code| OF_VALUES.contains(code)).map(Code::name).chain(found.0).collect()
}

/// The references that lead nowhere whatever the course has: nothing has such an id.
struct References(Vec<&'static str>);

impl<'a> Visitor<'a> for References {
    fn body(&mut self, _: &'a Body, _: Range) {}

    fn reference(&mut self, _: Kind, id: &'a str, _: Range) {
        if id.split('/').any(|part| !Id::is_valid(part)) {
            self.0.push(Code::UnknownReference.name());
        }
    }
}

/// A schema of those that the program writes: of JSON Schema it has what these need, and fails at anything else.
pub struct Schema(Value, RefCell<HashMap<String, Regex>>);

impl Schema {
    fn of(kind: &str) -> Self {
        let text = fs::read_to_string(project().join(format!("content/.schema/{kind}.json"))).unwrap();
        Self::read(serde_json::from_str(&text).unwrap())
    }

    pub fn read(schema: Value) -> Self {
        Self(schema, RefCell::default())
    }

    pub fn allows(&self, value: &Value) -> bool {
        self.holds(&self.0, value)
    }

    fn holds(&self, schema: &Value, value: &Value) -> bool {
        schema.as_object().unwrap().iter().all(|(key, rule)| match key.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "examples" | "properties" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().trim_start_matches("#/$defs/");
                self.holds(&self.0["$defs"][name], value)
            }
            "allOf" => rule.as_array().unwrap().iter().all(|rule| self.holds(rule, value)),
            "anyOf" => rule.as_array().unwrap().iter().any(|rule| self.holds(rule, value)),
            "const" => rule == value,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule {
                Value::Array(types) => types.iter().any(|it| is_of_type(value, it.as_str().unwrap())),
                rule => is_of_type(value, rule.as_str().unwrap()),
            },
            "pattern" => value.as_str().is_none_or(|it| self.fits(rule.as_str().unwrap(), it)),
            "minimum" => value.as_f64().is_none_or(|it| it >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|it| it <= rule.as_f64().unwrap()),
            "items" => value.as_array().is_none_or(|items| items.iter().all(|it| self.holds(rule, it))),
            "required" => value.as_object().is_none_or(|map| {
                rule.as_array().unwrap().iter().all(|key| map.contains_key(key.as_str().unwrap()))
            }),
            "additionalProperties" => value.as_object().is_none_or(|map| self.knows(schema, map)),
            other => panic!("the schemas use {other}, which this test does not know"),
        })
    }

    fn fits(&self, pattern: &str, text: &str) -> bool {
        let mut known = self.1.borrow_mut();
        let regex = known.entry(pattern.to_owned()).or_insert_with(|| Regex::new(pattern).unwrap());
        regex.is_match(text)
    }

    /// Whether every key is one of the schema, with a value that it allows.
    fn knows(&self, schema: &Value, map: &Map<String, Value>) -> bool {
        let known = &schema["properties"];
        map.iter().all(|(key, value)| known.get(key).is_some_and(|schema| self.holds(schema, value)))
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("{other} is a type that this test does not know"),
    }
}

/// Every place in `value`, the first of each kind: as a JSON pointer, and with `*` for the items of lists.
fn places(value: &Value, pointer: &str, name: &str, out: &mut BTreeMap<String, String>) {
    out.entry(name.to_owned()).or_insert_with(|| pointer.to_owned());
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                places(value, &format!("{pointer}/{key}"), &format!("{name}/{key}"), out);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                places(value, &format!("{pointer}/{index}"), &format!("{name}/*"), out);
            }
        }
        _ => {}
    }
}

/// What authors write in place of a value by mistake.
fn mistakes(value: &Value) -> Vec<(String, Value)> {
    let others = [
        json!(null),
        json!(""),
        json!("  "),
        json!("語"),
        json!("A b"),
        json!("-1"),
        json!(-1),
        json!(0),
        json!(1.5),
        json!(5_000_000_000_u64),
        json!(true),
        json!([]),
        json!(["語"]),
        json!({}),
        json!({ "zzz": 1 }),
    ];
    let mut changed: Vec<(String, Value)> = others.into_iter().map(|it| (it.to_string(), it)).collect();
    if let Value::Object(map) = value {
        for key in map.keys() {
            let mut less = map.clone();
            less.remove(key);
            changed.push((format!("without {key}"), less.into()));
        }
        let mut more = map.clone();
        more.insert("zzz".to_owned(), json!("語"));
        changed.push(("with zzz".to_owned(), more.into()));
    }
    changed
}

#[test]
fn what_a_schema_allows_is_what_check_reads() {
    let (mut tried, mut apart, mut used) = (0, Vec::new(), BTreeSet::new());
    let mut seen = BTreeSet::new();
    // A third of the places is a sample.
    let is_all = std::env::var("MITATE_TESTS").is_ok_and(|tests| tests == "all");
    let share = if is_all { 1 } else { 3 };
    for (kind, path, text) in documents() {
        let schema = Schema::of(&kind);
        let (whole, body) = settings(&text);
        let task = whole["kind"].as_str().filter(|_| kind == "exercise").unwrap_or_default();
        assert!(schema.allows(&whole), "{kind} {task}: {whole}");
        assert_eq!(checked(&path, &whole, body), [] as [&str; 0], "{kind} {task}: {whole}");
        let mut found = BTreeMap::new();
        places(&whole, "", &format!("{kind} {task}"), &mut found);
        for (name, pointer) in found.into_iter().step_by(share) {
            // What every exercise has is tried once.
            let known = name.replacen(task, "", usize::from(!task.is_empty()));
            let is_common = ["title", "examples", "rubric", "thinking", "covers", "assesses", "differs"]
                .iter()
                .any(|key| known.starts_with(&format!("exercise /{key}")));
            if is_common && !seen.insert(known) {
                continue;
            }
            for (change, value) in mistakes(whole.pointer(&pointer).unwrap()) {
                let mut changed = whole.clone();
                *changed.pointer_mut(&pointer).unwrap() = value;
                tried += 1;
                let (allowed, reported) = (schema.allows(&changed), checked(&path, &changed, body));
                if allowed == reported.is_empty() {
                    continue;
                }
                let reason =
                    DIFFERENT.iter().position(|(place, what, _)| name.ends_with(place) && change == *what);
                match reason {
                    Some(index) => drop(used.insert(index)),
                    None => apart.push(format!("{name}: {change}: schema {allowed}, check {reported:?}")),
                }
            }
        }
    }
    assert!(apart.is_empty(), "{} of {tried}\n{}", apart.len(), apart.join("\n"));
    assert!(!is_all || used.len() == DIFFERENT.len(), "of the differences on purpose, {used:?} are there");
    assert!(tried > 2_000, "{tried}");
}
