//! The engine of editors: it offers each key at its place, knows where things are defined and named, and reports what `check` reports.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use mitate::desk::{AuthorDesk, Completion, CompletionKind, Thing};
use mitate::diagnostic::Language;
use mitate::fresh::Changed;
use mitate::model::Kind;
use mitate::pipeline::Workshop;
use mitate::schema::schemas;
use mitate::yaml::NAMES;
use serde_json::Value;

use crate::course::{put, small, temporary};

/// The mark of the cursor in the texts of these tests.
const CURSOR: &str = "‸";

/// A small course on the desk.
fn desk(folder: &Path) -> AuthorDesk {
    small(folder);
    put(
        folder,
        "syllabus.yaml",
        "areas: [{ id: first, title: 一 }]\nitems: [{ id: hearing, title: 聴く, area: first }]\n",
    );
    put(
        folder,
        "cases/box.md",
        "---\ntitle: 箱\nfictional: true\nperson: { label: A }\nstages:\n  - { id: morning, title: 朝 }\n  - { id: noon, title: 昼 }\n---\n## 朝\n\n文。\n\n## 昼\n\n文。\n",
    );
    put(
        folder,
        "exercises/read.yaml",
        "title: 読む\nkind: staged\nminutes: 3\nask: 何が見えましたか。\ncase: box\nstages:\n  - { stage: morning, ask: 何がありましたか。 }\n",
    );
    AuthorDesk::new(Workshop::new(folder, None, &[]).unwrap()).unwrap()
}

/// What is offered at the cursor in `text`, which is not saved.
fn offered(desk: &mut AuthorDesk, path: &str, text: &str) -> Vec<Completion> {
    let cursor = text.find(CURSOR).unwrap();
    desk.unsaved().set(path, Some(&text.replacen(CURSOR, "", 1)));
    desk.look(Changed::Paths(&[])).unwrap();
    desk.complete(path, cursor, Language::Ja)
}

fn labels(completions: &[Completion]) -> Vec<&str> {
    completions.iter().map(|it| it.label.as_str()).collect()
}

/// A file of each kind.
const FILES: [(Kind, &str); 16] = [
    (Kind::Course, "course.yaml"),
    (Kind::Syllabus, "syllabus.yaml"),
    (Kind::Glossary, "glossary.yaml"),
    (Kind::Wording, "wording.yaml"),
    (Kind::Module, "modules/01-m/index.md"),
    (Kind::Page, "modules/01-m/10-p.md"),
    (Kind::Case, "cases/c.md"),
    (Kind::Role, "roles/r.md"),
    (Kind::Principle, "principles/p.md"),
    (Kind::Process, "processes/p.yaml"),
    (Kind::Worksheet, "worksheets/w.yaml"),
    (Kind::Variant, "worksheets/w.easy.yaml"),
    (Kind::Exercise, "exercises/e.yaml"),
    (Kind::Meeting, "meetings/m.yaml"),
    (Kind::Session, "sessions/s.yaml"),
    (Kind::Panel, "panels/e.yaml"),
];

/// The records and words that a schema may be: the name of a record, or the schema itself.
fn alternatives<'s>(root: &'s Value, schema: &'s Value) -> Vec<(&'s str, &'s Value)> {
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.strip_prefix("#/$defs/")) {
        let target = &root["$defs"][name];
        return if target["properties"].is_object() {
            vec![(name, target)]
        } else {
            alternatives(root, target)
        };
    }
    match schema["allOf"].as_array().or(schema["anyOf"].as_array()) {
        Some(all) => all.iter().flat_map(|it| alternatives(root, it)).collect(),
        None => vec![("", schema)],
    }
}

/// A way to a record: the keys, each with the lists that the next key is in.
type Route = Vec<(String, usize)>;

/// Every record of a kind of file with a way to it, and the first line that it needs.
fn records(root: &Value) -> Vec<(String, Value, Route, Option<String>)> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut queue: VecDeque<(&str, &Value, Route, Option<String>)> = VecDeque::new();
    for (name, record) in alternatives(root, root) {
        let kind = record["properties"]["kind"]["const"].as_str().map(|kind| format!("kind: {kind}"));
        queue.push_back((name, record, Vec::new(), kind));
    }
    while let Some((name, record, path, first)) = queue.pop_front() {
        if !seen.insert(name) {
            continue;
        }
        found.push((name.to_owned(), record.clone(), path.clone(), first.clone()));
        for (key, property) in record["properties"].as_object().unwrap() {
            let mut level = vec![property];
            for lists in 0..3 {
                let all: Vec<(&str, &Value)> =
                    level.iter().flat_map(|schema| alternatives(root, schema)).collect();
                for (name, record) in all.iter().filter(|(name, _)| !name.is_empty()) {
                    let mut path = path.clone();
                    path.push((key.clone(), lists));
                    queue.push_back((name, record, path, first.clone()));
                }
                level = all.iter().filter_map(|(_, schema)| schema.get("items")).collect();
            }
        }
    }
    found
}

/// A text with `inner` where the record at `path` is, in lines.
fn in_lines(path: &Route, first: Option<&str>, inner: &str) -> String {
    let mut text = first.map(|line| format!("{line}\n")).unwrap_or_default();
    let mut indent = String::new();
    let mut before = String::new();
    for (key, lists) in path {
        text = format!("{text}{before}{key}:\n");
        indent.push_str("  ");
        before.clone_from(&indent);
        before.push_str(&"- ".repeat(*lists));
        indent.push_str(&"  ".repeat(*lists));
    }
    format!("{text}{before}{inner}\n")
}

/// The same in braces.
fn in_braces(path: &Route, first: Option<&str>, inner: &str) -> String {
    let (mut open, mut close) = (String::new(), String::new());
    for (index, (key, lists)) in path.iter().enumerate() {
        let brace = if index == 0 { "" } else { "{ " };
        open = format!("{open}{brace}{key}: {}", "[".repeat(*lists));
        let end = if index == 0 { "" } else { " }" };
        close = format!("{}{end}{close}", "]".repeat(*lists));
    }
    let first = first.map(|line| format!("{line}\n")).unwrap_or_default();
    if path.is_empty() { format!("{first}{inner}\n") } else { format!("{first}{open}{{ {inner} }}{close}\n") }
}

fn whole(path: &str, yaml: &str) -> String {
    if path.ends_with(".md") { format!("---\n{yaml}---\n本文。\n") } else { yaml.to_owned() }
}

#[test]
fn every_key_of_every_record_is_offered_at_its_place() {
    let folder = temporary();
    let mut desk = desk(folder.path());
    let (mut lacking, mut count) = (Vec::new(), 0);
    for (kind, root) in schemas(Language::En) {
        let (_, path) = FILES.iter().find(|(known, _)| *known == kind).unwrap();
        for (name, record, way, first) in records(&root) {
            let given = first.as_deref().filter(|_| way.is_empty()).map(|_| "kind");
            for text in [in_lines(&way, first.as_deref(), CURSOR), in_braces(&way, first.as_deref(), CURSOR)]
            {
                let text = whole(path, &text);
                let all = offered(&mut desk, path, &text);
                let keys: Vec<&str> = all
                    .iter()
                    .filter(|it| it.kind == CompletionKind::Key)
                    .map(|it| it.label.as_str())
                    .collect();
                for key in record["properties"].as_object().unwrap().keys() {
                    count += 1;
                    if Some(key.as_str()) != given && !keys.contains(&key.as_str()) {
                        lacking.push(format!("{path}: {name}.{key} in\n{text}"));
                    }
                }
            }
        }
    }
    assert!(count > 900, "{count}");
    assert!(lacking.is_empty(), "{} of {count}, first: {}", lacking.len(), lacking[0]);
}

#[test]
fn every_word_to_choose_and_every_id_is_offered_behind_its_key() {
    let folder = temporary();
    let mut desk = desk(folder.path());
    let ids =
        BTreeMap::from([("item", "hearing"), ("case", "box"), ("exercise", "read"), ("term", "rapport")]);
    let (mut lacking, mut count) = (Vec::new(), 0);
    for (kind, root) in schemas(Language::En) {
        let (_, path) = FILES.iter().find(|(known, _)| *known == kind).unwrap();
        // The file itself would no longer define what it names.
        if matches!(kind, Kind::Syllabus | Kind::Glossary) {
            continue;
        }
        for (name, record, way, first) in records(&root) {
            for (key, property) in record["properties"].as_object().unwrap() {
                let is_list = property.get("items").is_some();
                let schema = if is_list { &property["items"] } else { property };
                let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
                let known = schema[NAMES].as_str().and_then(|kind| ids.get(kind)).copied();
                let wanted: Vec<&str> = words.chain(known).collect();
                if wanted.is_empty() {
                    continue;
                }
                let value = if is_list { format!("[{CURSOR}]") } else { CURSOR.to_owned() };
                let first =
                    first.as_deref().filter(|line| !line.starts_with(&format!("{key}:")) || !way.is_empty());
                let inner = format!("{key}: {value}");
                for text in [in_lines(&way, first, &inner), in_braces(&way, first, &inner)] {
                    let text = whole(path, &text);
                    let all = offered(&mut desk, path, &text);
                    for word in &wanted {
                        count += 1;
                        if !labels(&all).contains(word) {
                            lacking.push(format!("{path}: {name}.{key}: {word} in\n{text}"));
                        }
                    }
                }
            }
        }
    }
    assert!(count > 300, "{count}");
    assert!(lacking.is_empty(), "{} of {count}, first: {}", lacking.len(), lacking[0]);
}

#[test]
fn ids_terms_and_parts_are_offered_where_they_are_named() {
    let folder = temporary();
    let mut desk = desk(folder.path());
    let page = "modules/01-m/10-p.md";
    for (text, label, written) in [
        ("文[[‸", "ラポール", "ラポール"),
        ("文[[ラポ‸]]", "ラポール", "ラポール"),
        ("[箱](ca‸", "case:box", "case:box"),
        ("[箱](case:box#m‸)", "morning", "morning"),
        ("```exercise\n‸\n```", "read", "read"),
        ("```exercise\nre‸\n```\n", "read", "read"),
        ("```ex‸", "exercise", "exercise"),
        ("```facilitator\n[[‸\n```\n", "ラポール", "ラポール"),
    ] {
        let all = offered(&mut desk, page, &format!("---\ntitle: 頁\n---\n{text}"));
        let it =
            all.iter().find(|it| it.label == label).unwrap_or_else(|| panic!("{text}: {:?}", labels(&all)));
        assert_eq!(it.text, written, "{text}");
    }
    for (path, text, label) in [
        (page, "---\ntitle: 頁\ncovers: ‸\n---\n", "hearing"),
        (page, "---\ntitle: 頁\ncovers:\n  - ‸\n---\n", "hearing"),
        (page, "---\ncovers: [\"he‸\"]\n---\n", "hearing"),
        (page, "---\nsummary: 文[[‸\ntitle: 頁\n---\n", "ラポール"),
        (page, "---\nsummary: |\n  一行目。\n  [[‸\ntitle: 頁\n---\n", "ラポール"),
        ("exercises/read.yaml", "kind: staged\ncase: box\nstages:\n  - stage: ‸\n", "noon"),
        (
            "cases/c.md",
            "---\nstages:\n  - id: early\ngenogram:\n  persons:\n    - { id: a, stage: ‸ }\n---\n",
            "early",
        ),
        (
            "worksheets/w.yaml",
            "sections:\n  - fields:\n      - id: what\n      - id: b\n        when: { field: ‸",
            "what",
        ),
        ("course.yaml", "required: [ex‸]\n", "exercise:read"),
    ] {
        let all = offered(&mut desk, path, text);
        assert!(labels(&all).contains(&label), "{text}: {:?}", labels(&all));
        desk.unsaved().forget(path);
    }
    // Where nothing is named, nothing is offered.
    for text in ["文‸", "```yaml\n‸\n```\n", "[[ラポール]]‸", "```exercise\nread\n```‸"] {
        let all = offered(&mut desk, page, &format!("---\ntitle: 頁\n---\n{text}"));
        assert!(all.is_empty(), "{text}: {:?}", labels(&all));
    }
}

#[test]
fn a_key_says_what_it_means_in_the_language_of_the_course() {
    let folder = temporary();
    let mut desk = desk(folder.path());
    let path = "modules/01-m/10-p.md";
    let text = "---\ntitle: 頁\nminutes: 3\ncovers: [hearing]\n---\n[[ラポール]]と[箱](case:box)。\n";
    desk.unsaved().set(path, Some(text));
    desk.look(Changed::Paths(&[])).unwrap();
    let hover = |words: &str, language| {
        desk.hover(path, text.find(words).unwrap() + 1, language).map(|it| (text[it.at].to_owned(), it.text))
    };
    let (at, said) = hover("minutes", Language::Ja).unwrap();
    assert!(at == "minutes" && said.contains('分'), "{said}");
    let (_, said) = hover("minutes", Language::En).unwrap();
    assert!(said.contains("minutes"), "{said}");
    assert_eq!(hover("hearing", Language::Ja).unwrap(), ("hearing".into(), "**聴く** `item:hearing`".into()));
    let (at, said) = hover("ラポール", Language::Ja).unwrap();
    assert!(at == "ラポール" && said.contains("信頼し合える関係。"), "{said}");
    assert_eq!(hover("box", Language::Ja).unwrap(), ("box".into(), "**箱** `case:box`".into()));
    assert!(hover("頁", Language::Ja).is_none());
}

#[test]
fn a_thing_is_found_where_it_is_defined_and_where_it_is_named() {
    let folder = temporary();
    let mut desk = desk(folder.path());
    let path = "modules/01-m/10-p.md";
    let text = "---\ntitle: 頁\ncovers: [hearing]\n---\n[[ラポール]]と[箱](case:box)、[箱](../../cases/box.md)、[語](term:rapport)。\n\n```exercise\nread\n```\n";
    desk.unsaved().set(path, Some(text));
    desk.look(Changed::Paths(&[])).unwrap();
    let defined = |path: &str, text: &str, words: &str| {
        let span = desk.definition(path, text.find(words).unwrap() + 1)?;
        let source = desk.sources().text(&span.path);
        Some((span.path.to_string(), source[span.start as usize..span.end as usize].to_owned()))
    };
    let file = |path: &str| Some((path.to_owned(), String::new()));
    assert_eq!(defined(path, text, "hearing"), Some(("syllabus.yaml".into(), "hearing".into())));
    assert_eq!(defined(path, text, "ラポール"), Some(("glossary.yaml".into(), "rapport".into())));
    assert_eq!(defined(path, text, "box)"), file("cases/box.md"));
    assert_eq!(defined(path, text, "read\n"), file("exercises/read.yaml"));
    let exercise = desk.sources().text("exercises/read.yaml").to_owned();
    assert_eq!(defined("exercises/read.yaml", &exercise, "box"), file("cases/box.md"));
    assert_eq!(
        defined("exercises/read.yaml", &exercise, "morning"),
        Some(("cases/box.md".into(), "morning".into()))
    );
    let named = |kind: Kind, id: &str| {
        let all = desk.references(&Thing::new(kind, id), false).into_iter();
        all.map(|span| {
            let source = desk.sources().text(&span.path);
            format!("{}: {}", span.path, &source[span.start as usize..span.end as usize])
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(
        named(Kind::Case, "box"),
        ["exercises/read.yaml: box", "modules/01-m/10-p.md: box", "modules/01-m/10-p.md: ../../cases/box.md"]
    );
    assert_eq!(
        named(Kind::Term, "rapport"),
        [
            "modules/01-first/10-listen.md: ラポール",
            "modules/01-m/10-p.md: ラポール",
            "modules/01-m/10-p.md: rapport"
        ]
    );
    assert_eq!(named(Kind::Exercise, "read"), ["modules/01-m/10-p.md: read"]);
    assert_eq!(named(Kind::Item, "hearing"), ["modules/01-m/10-p.md: hearing"]);
}
