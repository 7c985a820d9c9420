//! Another id for a thing: every place that names it changes, and nothing is written unless all of it can be.

use std::fs;
use std::path::Path;

use mitate::desk::{AuthorDesk, NotRenamed, Thing, renamed_kinds};
use mitate::model::Kind;
use mitate::pipeline::Workshop;
use serde_json::{Value, json};

use crate::course::{files, mitate_in, project, put, small, stderr, stdout, temporary};

/// A course in which things are named in every way.
fn course(folder: &Path) {
    small(folder);
    put(
        folder,
        "course.yaml",
        "id: small\ntitle: 小さな教材\nlanguage: ja\nrevision: 1\nrequired: [exercise:read, \"worksheet:visit\"]\n",
    );
    put(
        folder,
        "syllabus.yaml",
        "areas: [{ id: first, title: 一 }]\nitems: [{ id: hearing, title: 聴く, area: first }]\n",
    );
    put(
        folder,
        "wording.yaml",
        "wording:\n  - { avoid: 子供, use: 子ども, except: [cases/box.md, modules/01-m] }\n",
    );
    put(
        folder,
        "cases/box.md",
        "---\ntitle: 箱\nfictional: true\nperson: { label: A }\nstages:\n  - { id: box, title: 朝 }\n---\n## 朝 {#box}\n\nbox。\n",
    );
    let read = "title: 読む # 箱\nkind: staged\nminutes: 3\nask: 何が見えましたか。\ncase: box\nstages:\n  - { stage: box, ask: 何がありましたか。 }\n";
    put(folder, "exercises/read.yaml", read);
    put(
        folder,
        "worksheets/visit.yaml",
        "{ title: 訪問, revision: 1, sections: [{ id: all, title: 全, fields: [{ id: words, kind: text, label: 言葉 }] }] }\n",
    );
    put(
        folder,
        "modules/01-m/index.md",
        "---\ntitle: 単元\n---\n[頁](10-p.md)。[頁](page:m/p)。[単元](module:m)。\n",
    );
    put(
        folder,
        "modules/01-m/10-p.md",
        "---\ntitle: 頁\ncovers: [hearing]\n---\n[[ラポール]]と[box](case:box#box)、[箱](../../cases/box.md)、[箱](/cases/box.md#box)、[語](term:rapport)、[様式](worksheet:visit)。\n\n```exercise\nread\n```\n\n```facilitator\n[箱](case:box)\n```\n",
    );
    put(
        folder,
        "modules/01-first/20-ask.md",
        "---\ntitle: 問う\n---\n[頁](../01-m/10-p.md)と[頁](../../modules/01-m/./10-p.md)。\n",
    );
}

fn desk(folder: &Path) -> AuthorDesk {
    AuthorDesk::new(Workshop::new(folder, None, &[]).unwrap()).unwrap()
}

/// The changes, each as `path: old → new`.
fn changes(desk: &AuthorDesk, kind: Kind, id: &str, new: &str) -> Vec<String> {
    let renaming = desk.renaming(&Thing::new(kind, id), new).unwrap();
    let edits = renaming.edits.iter().flat_map(|(path, edits)| {
        edits
            .iter()
            .map(move |(at, new)| format!("{path}: {} → {new}", &desk.sources().text(path)[at.clone()]))
    });
    edits.chain(renaming.moves.iter().map(|(old, new)| format!("{old} ⇒ {new}"))).collect()
}

#[test]
fn every_place_that_names_a_thing_changes_and_nothing_else() {
    let folder = temporary();
    course(folder.path());
    let desk = desk(folder.path());
    let of = |kind, id, new| changes(&desk, kind, id, new);
    assert_eq!(
        of(Kind::Case, "box", "tin"),
        [
            "exercises/read.yaml: box → tin",
            "modules/01-m/10-p.md: box → tin",
            "modules/01-m/10-p.md: box.md → tin.md",
            "modules/01-m/10-p.md: box.md → tin.md",
            "modules/01-m/10-p.md: box → tin",
            "wording.yaml: box.md → tin.md",
            "cases/box.md ⇒ cases/tin.md",
        ]
    );
    assert_eq!(
        of(Kind::Term, "rapport", "trust"),
        ["glossary.yaml: rapport → trust", "modules/01-m/10-p.md: rapport → trust"]
    );
    assert_eq!(
        of(Kind::Item, "hearing", "listening"),
        ["modules/01-m/10-p.md: hearing → listening", "syllabus.yaml: hearing → listening"]
    );
    assert_eq!(of(Kind::Area, "first", "one"), ["syllabus.yaml: first → one", "syllabus.yaml: first → one"]);
    assert_eq!(
        of(Kind::Page, "m/p", "q"),
        [
            "modules/01-first/20-ask.md: 10-p.md → 10-q.md",
            "modules/01-first/20-ask.md: 10-p.md → 10-q.md",
            "modules/01-m/index.md: 10-p.md → 10-q.md",
            "modules/01-m/index.md: m/p → m/q",
            "modules/01-m/10-p.md ⇒ modules/01-m/10-q.md",
        ]
    );
    assert_eq!(of(Kind::Page, "m/p", "m/q"), of(Kind::Page, "m/p", "q"));
    assert_eq!(
        of(Kind::Module, "m", "n"),
        [
            "modules/01-first/20-ask.md: 01-m → 01-n",
            "modules/01-first/20-ask.md: 01-m → 01-n",
            "modules/01-m/index.md: m/p → n/p",
            "modules/01-m/index.md: m → n",
            "wording.yaml: 01-m → 01-n",
            "modules/01-m ⇒ modules/01-n",
        ]
    );
    assert_eq!(
        of(Kind::Exercise, "read", "look"),
        [
            "course.yaml: read → look",
            "exercises/read.yaml:  → \nwas: [read]",
            "modules/01-m/10-p.md: read → look",
            "exercises/read.yaml ⇒ exercises/look.yaml",
        ]
    );
    assert_eq!(
        of(Kind::Worksheet, "visit", "call"),
        [
            "course.yaml: visit → call",
            "modules/01-m/10-p.md: visit → call",
            "worksheets/visit.yaml:  → was: [visit], ",
            "worksheets/visit.yaml ⇒ worksheets/call.yaml",
        ]
    );
}

#[test]
fn what_cannot_be_renamed_says_why() {
    let folder = temporary();
    course(folder.path());
    put(
        folder.path(),
        "exercises/old.yaml",
        "title: 前\nwas: [older]\nkind: write\nminutes: 3\nask: 書く。\nfields: [{ id: a, kind: text, label: 字 }]\n",
    );
    let own =
        |desk: &AuthorDesk, kind, id: &str, new: &str| desk.renaming(&Thing::new(kind, id), new).unwrap_err();
    {
        let desk = desk(folder.path());
        let not = |kind, id, new| own(&desk, kind, id, new);
        let text = |it: &str| it.to_owned();
        assert_eq!(not(Kind::Case, "bocks", "a"), NotRenamed::Missing(text("case:bocks"), None));
        assert_eq!(
            not(Kind::Term, "raport", "a"),
            NotRenamed::Missing(text("term:raport"), Some(text("term:rapport")))
        );
        assert_eq!(not(Kind::Course, "course", "a"), NotRenamed::Missing(text("course:course"), None));
        for (wrong, near) in
            [("箱", None), ("New_Box", Some("new-box")), ("1-a", Some("a")), ("con", None), ("null", None)]
        {
            let near = near.map(text);
            assert_eq!(not(Kind::Case, "box", wrong), NotRenamed::Invalid(text(wrong), near));
        }
        let there = NotRenamed::Taken(text("case:box"), "cases/box.md".into());
        assert_eq!(not(Kind::Case, "box", "box"), there);
        let had = NotRenamed::Taken(text("exercise:older"), "exercises/old.yaml".into());
        assert_eq!(not(Kind::Exercise, "read", "older"), had);
        assert_eq!(not(Kind::Page, "m/p", "first/p"), NotRenamed::OtherModule(text("m")));
        assert_eq!(not(Kind::Page, "m/p", "index"), NotRenamed::Invalid(text("index"), None));
    }
    // What is written otherwise than it means is not changed: the author does it.
    put(
        folder.path(),
        "exercises/read.yaml",
        "title: 読む\nkind: staged\nminutes: 3\nask: 何が見えましたか。\ncase: \"b\\x6fx\"\nstages:\n  - { stage: box, ask: 何がありましたか。 }\n",
    );
    assert_eq!(
        own(&desk(folder.path()), Kind::Case, "box", "tin"),
        NotRenamed::Unclear("exercises/read.yaml".into(), 5)
    );
    // A file that cannot be read may name anything.
    put(folder.path(), "exercises/read.yaml", "title: [\n");
    assert_eq!(
        own(&desk(folder.path()), Kind::Case, "box", "tin"),
        NotRenamed::Unread("exercises/read.yaml".into())
    );
    fs::remove_file(folder.path().join("exercises/read.yaml")).unwrap();
    put(
        folder.path(),
        "cases/2-box.md",
        "---\ntitle: 箱\nfictional: true\nperson: { label: A }\nstages:\n  - { id: box, title: 朝 }\n---\n## 朝 {#box}\n\nbox。\n",
    );
    assert!(matches!(own(&desk(folder.path()), Kind::Case, "box", "tin"), NotRenamed::Twice(..)));
}

#[test]
fn an_old_id_stays_once_and_goes_when_it_comes_back() {
    let folder = temporary();
    course(folder.path());
    let was = |id: &str| {
        let text = fs::read_to_string(folder.path().join(format!("exercises/{id}.yaml"))).unwrap();
        text.lines()
            .filter(|line| line.starts_with("was:") || line.starts_with("  - r"))
            .collect::<Vec<_>>()
            .join("|")
    };
    let rename = |old: &str, new: &str| {
        let done = mitate_in(folder.path(), &["rename", &format!("exercise:{old}"), new]);
        assert_eq!(done.status.code(), Some(0), "{}{}", stdout(&done), stderr(&done));
    };
    rename("read", "look");
    assert_eq!(was("look"), "was: [read]");
    rename("look", "see");
    assert_eq!(was("see"), "was: [read, look]");
    rename("see", "read");
    assert_eq!(was("read"), "was: [look, see]");
    // A list in lines becomes one in brackets.
    let file = folder.path().join("exercises/read.yaml");
    let text = fs::read_to_string(&file).unwrap().replace("was: [look, see]\n", "was:\n  - a\n  - b # why\n");
    fs::write(&file, text.replace('\n', "\r\n")).unwrap();
    rename("read", "c");
    assert_eq!(was("c"), "was:");
    let text = fs::read_to_string(folder.path().join("exercises/c.yaml")).unwrap();
    assert!(text.contains("was:\r\n  [a, b, read]"), "{text}");
    let checked = mitate_in(folder.path(), &["check", "."]);
    assert_eq!(checked.status.code(), Some(0), "{}{text}", stderr(&checked));
}

#[test]
fn a_file_that_is_written_otherwise_than_it_is_read_keeps_its_signs() {
    let folder = temporary();
    course(folder.path());
    // A byte-order mark, letters in parts, an invisible sign, line ends of Windows.
    let text = "\u{feff}---\r\ntitle: か\u{3099}\r\n---\r\nか\u{3099}\u{200b}の[箱](case:box)、か\u{3099}の[箱](case:box)。\r\n";
    put(folder.path(), "modules/01-first/30-odd.md", text);
    let done = mitate_in(folder.path(), &["rename", "case:box", "tin"]);
    assert_eq!(done.status.code(), Some(0), "{}{}", stdout(&done), stderr(&done));
    let after = fs::read_to_string(folder.path().join("modules/01-first/30-odd.md")).unwrap();
    assert_eq!(after, text.replace("case:box", "case:tin"));
}

#[test]
fn a_course_in_which_everything_got_another_id_has_no_mistakes() {
    let folder = temporary();
    assert_eq!(mitate_in(folder.path(), &["new", "course", "--lang", "ja"]).status.code(), Some(0));
    let course = folder.path().join("course");
    let rename = |renamed: &str, new: &str| mitate_in(&course, &["rename", renamed, new]);
    let mut count = 0;
    for kind in renamed_kinds() {
        let ids: Vec<String> = desk(&course).course().ids(kind).map(str::to_owned).collect();
        for id in ids {
            let done = rename(&format!("{}:{id}", kind.word()), &format!("new-{count}"));
            assert_eq!(done.status.code(), Some(0), "{kind:?} {id}: {}{}", stdout(&done), stderr(&done));
            count += 1;
        }
    }
    assert!(count > 15, "{count}");
    let checked = mitate_in(&course, &["check", "--format", "short"]);
    assert_eq!(checked.status.code(), Some(0), "{}", stdout(&checked));
    assert!(!stdout(&checked).contains("warning["), "{}", stdout(&checked));
}

#[test]
fn nothing_is_written_unless_all_of_it_can_be() {
    let folder = temporary();
    course(folder.path());
    // Where the file would go there is something that is no part of the course.
    fs::create_dir(folder.path().join("cases/tin.md")).unwrap();
    let before = files(folder.path());
    for (arguments, code, said) in [
        (["case:box", "tin"], 2, "tin.md"),
        (["case:none", "a"], 2, "case:none"),
        (["box", "a"], 2, "case:first-meeting"),
        (["cases:box", "a"], 2, "Did you mean “case”?"),
        (["case:box", "Tin Box"], 2, "You can use “tin-box”"),
        (["case:box", "box"], 2, "already used"),
    ] {
        let done = mitate_in(folder.path(), &["rename", arguments[0], arguments[1]]);
        assert_eq!(done.status.code(), Some(code), "{arguments:?}");
        assert!(stderr(&done).contains(said), "{arguments:?}: {}", stderr(&done));
        assert_eq!(files(folder.path()), before, "{arguments:?}");
        let done = mitate_in(folder.path(), &["rename", arguments[0], arguments[1], "--lang", "ja"]);
        assert!(stderr(&done).contains("何も変えていません"), "{}", stderr(&done));
    }
}

/// The course of `tests/collect`, where its author gives an exercise and a form other ids.
pub fn renamed_course(folder: &Path) -> std::path::PathBuf {
    let course = folder.join("course");
    for (path, bytes) in files(&project().join("tests/collect/course")) {
        let file = course.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    for (what, new) in [("exercise:words", "first-words"), ("worksheet:sheet", "record")] {
        let done = mitate_in(folder, &["rename", what, new, "--course", "course"]);
        assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    }
    course
}

#[test]
fn answers_from_before_are_collected_under_the_new_id() {
    let folder = temporary();
    renamed_course(folder.path());
    let at = |n: u32| format!("2026-11-29T16:00:0{n}.000Z");
    let entry = |value: &str, n: u32| json!({ "value": value, "rev": 1, "at": at(n) });
    let file = json!({
        "format": "mitate-answers", "version": 1,
        "course": { "id": "gathered", "title": "集める見本", "revision": 3 }, "exported": at(9),
        "answers": [
            { "key": "exercise/words", "sheet": 1, "fields": { "say": entry("前に書いた", 1), "@looked": entry(&at(2), 2) } },
            // A file that has both: the newer text counts, and the other is beside it.
            { "key": "worksheet/record", "sheet": 1, "fields": { "nights": entry("3", 1) } },
            { "key": "worksheet/sheet", "sheet": 1, "fields": { "nights": entry("4", 2), "ease": entry("5", 1) } },
        ],
    });
    put(folder.path(), "a.mitate.json", &file.to_string());
    let done =
        mitate_in(folder.path(), &["collect", "a.mitate.json", "--course", "course", "--out", "rows.ndjson"]);
    assert_eq!(done.status.code(), Some(0), "{}{}", stdout(&done), stderr(&done));
    let rows = fs::read_to_string(folder.path().join("rows.ndjson")).unwrap();
    let rows: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let shown = |row: &Value| {
        format!("{} {} {} {} {}", row["work"], row["field"], row["known"], row["text"], row["others"])
    };
    assert_eq!(
        rows.iter().map(shown).collect::<Vec<_>>(),
        [
            r#""exercise/first-words" "say" true "前に書いた" []"#,
            r#""worksheet/record" "nights" true "4" ["3"]"#,
            r#""worksheet/record" "ease" true "5" []"#,
        ]
    );
}
