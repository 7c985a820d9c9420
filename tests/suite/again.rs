//! The law of incremental work: after any edits, what is made from caches is what a clean build makes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use mitate::fresh::Changed;
use mitate::model::Edition;
use mitate::output::{Folder, WriteOptions, write};
use mitate::pipeline::{Loaded, Workshop};
use mitate::render::{Bytes, Site};
use mitate::source::read_asset;
use proptest::prelude::*;
use proptest::sample::select;

use crate::course::{files, project, put, small, temporary};

/// What an author does to a course, also by accident.
#[derive(Debug, Clone)]
enum Edit {
    /// The file gets this text.
    Write(&'static str, String),
    /// This is added to the file.
    Append(&'static str, String),
    Remove(&'static str),
    /// A file or a folder gets another name.
    Rename(&'static str, &'static str),
    /// The file gets bytes that are no text.
    Break(&'static str),
    /// A file becomes a link to another.
    Link(&'static str, &'static str),
}

const PAGES: [&str; 5] = [
    "modules/01-first/10-setting.md",
    "modules/02-free/a.md",
    "modules/02-free/b.md",
    "modules/02-free/c.md",
    "modules/03-late/d.md",
];
const FILES: [&str; 4] = ["files/a.txt", "files/b.txt", "files/が.txt", "files/a.txt.bak"];
const FOLDERS: [&str; 7] = [
    "modules/02-free",
    "modules/03-late",
    "modules/04-new",
    "modules/05-meetings",
    "files",
    "exercises",
    "worksheets",
];

/// A file of each kind that is not a page.
const WORKS: [&str; 6] = [
    "exercises/pick.yaml",
    "exercises/stages.yaml",
    "cases/k.md",
    "worksheets/form.yaml",
    "worksheets/plan.yaml",
    "meetings/talk.yaml",
];

/// The text of a file of [`WORKS`]; every version is right by itself.
fn work(path: &str, it: u8) -> String {
    match path {
        "exercises/pick.yaml" => format!(
            "title: 選ぶ{it}\nkind: choice\nminutes: 3\nask: 選びます。[事例](case:k)\nquestions:\n  - id: first\n    text: はじめに。\n    options:\n      \
             - {{ id: wait, text: 待つ{it}, leads: 雨の音が聞こえます。 }}\n      - {{ id: rain, text: 話す, leads: 天気から始まります。 }}\n"
        ),
        "exercises/stages.yaml" => "title: 読む\nkind: staged\nminutes: 3\ncase: k\nask: 読みます。\nstages:\n  - { stage: one, ask: 書きます。 }\n  \
             - { stage: two, ask: 書き直します。 }\n"
            .to_owned(),
        "cases/k.md" => format!(
            "---\ntitle: 事例{it}\nfictional: true\nperson: {{ label: A }}\ngenogram:\n  persons:\n    - {{ id: a, label: A, age: {}, index: true }}\n\
             stages:\n  - {{ id: one, title: 一 }}\n  - {{ id: {}, title: 二 }}\nformulations:\n  - {{ id: f1, title: 甲, reading: 甲。, misses: 乙。 }}\n  \
             - {{ id: f2, title: 乙, reading: 乙。, misses: 甲。 }}\n---\n## 一 {{#one}}\n\n朝です。[[ラポール]]。\n\n## 二 {{#{}}}\n\n夜です。\n",
            it + 9,
            second(it),
            second(it),
        ),
        "worksheets/plan.yaml" => format!(
            "title: 計画{it}\nrevision: 1\nsections:\n  - id: plan\n    title: 計画\n    fields:\n      - {{ id: goal, kind: text, label: 目標{it} }}\n      \
             - id: needs\n        kind: table\n        label: すること\n        columns:\n          - {{ id: need, label: こと }}\n          \
             - {{ id: mark, label: 評価, kind: mark }}\nsequence:\n  called: 用紙{it}\n  carry: [{}]\n  rows: {{ table: needs, mark: mark }}\n  \
             opens: [{{ table: needs, from: 4, worksheet: form }}]\n",
            if it == 2 { "" } else { "goal" },
        ),
        "meetings/talk.yaml" => format!(
            "title: 会議{it}\nprocedure: incident-process\npurpose: '三人で話す。[事例](case:k)'\nminutes: 20\nsteps:\n  \
             - {{ id: telling, title: 聞く, minutes: {}, does: 一人ずつ話してもらう。 }}\nroles:\n  - {{ id: a, label: 甲, card: 'その{it}。' }}\n",
            10 + it,
        ),
        _ => format!(
            "title: 紙{it}\nrevision: 1\nsections:\n  - id: about\n    title: はじめに\n    fields:\n      - {{ id: day, kind: date, label: 日{it} }}\n"
        ),
    }
}

/// The id of a case's second stage, which goes by another name now and then.
fn second(it: u8) -> &'static str {
    if it == 2 { "other" } else { "two" }
}

/// A page for facilitators.
fn hidden_page(words: &str) -> String {
    page(0, words).replacen("---\n", "---\nfor: facilitator\n", 1)
}

fn page(title: u8, words: &str) -> String {
    format!("---\ntitle: 題{title}\n---\n{words}\n")
}

/// A page as it is at first, but for words within it.
fn first_page(words: &str) -> String {
    page(0, &format!("{words}\n\n## 見出し\n"))
}

/// Words within a page, most of which are seen on no other.
fn words() -> impl Strategy<Value = String> {
    let words = select(vec![
        "加筆。",
        "加筆。",
        "父兄の言葉。",
        "[[ラポール]]が要る。",
        "[[ラポール]]が要る。",
        "[[ない語]]。",
        "\n## 見出し\n",
        "\n```facilitator\n進行役へ。[い](b.md)\n```\n\n",
        "\n```facilitator\n## 見出し\n\n[[ラポール]]と[紙](/files/b.txt)。\n```\n\n",
        "[い](b.md)",
        "[い](b.md#見出し)",
        "[紙](/files/a.txt)",
        "[紙](/files/が.txt)",
        "![絵](/files/none.svg)",
        "\n```exercise\npick\n```\n\n",
        "\n```exercise\nstages\n```\n\n",
        "[事例](case:k#two)",
        "[紙](worksheet:form)",
        "[計画](worksheet:plan)",
        "[会議](meeting:talk#telling)",
    ]);
    (words, 0..4u8).prop_map(|(words, number)| format!("{words}{number}\n\n"))
}

fn edit() -> impl Strategy<Value = Edit> {
    let course =
        |it: u8, allow: &str| format!("id: small\ntitle: 教材{it}\nlanguage: ja\nrevision: 1\n{allow}");
    let terms = |it: u8| format!("terms:\n  - {{ id: rapport, term: ラポール, definition: 意味{it}。 }}\n");
    let theme = "../theme/styles/90-own.css";
    let templates = select(vec![
        "../theme/templates/404.html",
        "../theme/templates/role.html",
        "../theme/templates/part/own.html",
        "../theme/templates/typo.html",
    ]);
    let sentences = "../theme/locales/ja-own.ftl";
    let manifests = ["modules/02-free/.mitate-manifest.json", "files/.mitate-manifest.json"];
    prop_oneof![
        6 => (select(&PAGES[..]), words()).prop_map(|(path, words)| Edit::Append(path, words)),
        6 => (select(&PAGES[..]), words()).prop_map(|(path, words)| Edit::Write(path, first_page(&words))),
        3 => (select(&PAGES[..]), 0..2u8, words()).prop_map(move |(path, title, words)| Edit::Write(path, page(title, &words))),
        2 => (select(&PAGES[..]), words()).prop_map(|(path, words)| Edit::Write(path, hidden_page(&words))),
        1 => Just(Edit::Append("course.yaml", "edition: open\n".into())),
        1 => select(&PAGES[..]).prop_map(|path| Edit::Write(path, "本文だけ。".into())),
        1 => select(&PAGES[..]).prop_map(|path| Edit::Write(path, String::new())),
        2 => select(&PAGES[..]).prop_map(Edit::Remove),
        2 => (select(&PAGES[..]), select(&PAGES[..])).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (select(&FOLDERS[..]), select(&FOLDERS[..])).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => select(&FOLDERS[..]).prop_map(Edit::Remove),
        2 => (select(&FILES[..]), 0..3u8).prop_map(|(path, it)| Edit::Write(path, "紙".repeat(it.into()))),
        1 => select(&FILES[..]).prop_map(Edit::Remove),
        4 => (select(&WORKS[..]), 0..3u8).prop_map(|(path, it)| Edit::Write(path, work(path, it))),
        1 => select(&WORKS[..]).prop_map(Edit::Remove),
        1 => select(&WORKS[..]).prop_map(Edit::Break),
        1 => select(&PAGES[..]).prop_map(Edit::Break),
        1 => (0..3u8, select(vec!["", "allow: [父兄]\n"])).prop_map(move |(it, allow)| Edit::Write("course.yaml", course(it, allow))),
        1 => (0..3u8).prop_map(move |it| Edit::Write("glossary.yaml", terms(it))),
        1 => (0..3u8).prop_map(move |it| Edit::Write(theme, format!("p{{margin:{it}px}}"))),
        1 => (0..3u8).prop_map(move |it| Edit::Append("../theme/templates/404.html", format!("<!-- {it} -->"))),
        1 => Just(Edit::Remove(theme)),
        1 => (templates.clone(), select(vec!["<p>あ</p>", "{{ course.title }}", "{{ no.such }}", "{% if"]))
            .prop_map(|(path, text)| Edit::Write(path, text.into())),
        1 => templates.prop_map(Edit::Remove),
        1 => (0..3u8).prop_map(move |it| Edit::Write(sentences, format!("skip-to-main = 本文へ{it}\n"))),
        1 => Just(Edit::Remove(sentences)),
        1 => select(manifests.to_vec()).prop_map(|path| Edit::Write(path, "{}".into())),
        1 => select(manifests.to_vec()).prop_map(Edit::Remove),
        1 => (select(vec!["exercises", "worksheets", "cases", "meetings"]), select(vec!["worksheets", "old", "meetings"]))
            .prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (select(&PAGES[..]), select(&PAGES[..])).prop_map(|(from, to)| Edit::Link(from, to)),
    ]
}

fn link(from: &Path, to: &Path) {
    #[cfg(unix)]
    std::os::unix::fs::symlink(to, from).unwrap();
    #[cfg(not(unix))]
    drop(fs::copy(to, from));
}

/// Makes the edit and returns the paths that changed, as a watcher reports them. An edit that is impossible changes nothing.
fn apply(course: &Path, edit: &Edit) -> Vec<PathBuf> {
    let at = |path: &str| {
        path.strip_prefix("../").map_or_else(|| course.join(path), |it| course.with_file_name(it))
    };
    let remove = |path: &Path| match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => drop(fs::remove_dir_all(path)),
        _ => drop(fs::remove_file(path)),
    };
    let write = |path: &str, bytes: &[u8]| {
        let file = at(path);
        let folder = file.parent().unwrap();
        let is_new = !folder.exists();
        // A link may lead to a file of a folder that is not there.
        if fs::create_dir_all(folder).and_then(|()| fs::write(&file, bytes)).is_err() {
            return Vec::new();
        }
        // Of a new folder the system may tell no more than that it is there.
        vec![if is_new { folder.to_path_buf() } else { file.clone() }]
    };
    match edit {
        Edit::Write(path, text) => write(path, text.as_bytes()),
        Edit::Append(path, text) => {
            let known = fs::read(at(path)).unwrap_or_else(|_| page(0, "").into());
            write(path, &[&known, text.as_bytes()].concat())
        }
        Edit::Break(path) => write(path, b"---\ntitle: \xff\n---\n"),
        Edit::Remove(path) => {
            remove(&at(path));
            vec![at(path)]
        }
        Edit::Rename(from, to) => {
            if from == to || !at(from).exists() {
                return Vec::new();
            }
            remove(&at(to));
            fs::create_dir_all(at(to).parent().unwrap()).unwrap();
            fs::rename(at(from), at(to)).unwrap();
            vec![at(from), at(to)]
        }
        Edit::Link(from, to) => {
            if from == to || !at(from).parent().unwrap().exists() {
                return Vec::new();
            }
            remove(&at(from));
            link(&at(from), &at(to));
            vec![at(from)]
        }
    }
}

/// Every path of a site, and its bytes or why it cannot be rendered.
fn bytes(site: &Site) -> Vec<(&String, Result<Vec<u8>, String>)> {
    let of = |path| match site.render(path) {
        Ok(Some(Bytes::Made(bytes))) => Ok(bytes),
        Ok(Some(Bytes::Copied(asset))) => Ok(read_asset(asset).unwrap()),
        Ok(None) => Err(format!("{path} is listed, but there is no such path")),
        Err(failure) => Err(format!("{failure:?}")),
    };
    site.paths().map(|path| (path, of(path))).collect()
}

fn diagnostic(loaded: &Loaded) -> Vec<String> {
    loaded.diagnostics.iter().map(|it| format!("{it:?}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    // Invariant 6.
    #[test]
    fn after_any_edits_it_is_as_at_a_first_look(
        rounds in prop::collection::vec((prop::collection::vec(edit(), 1..4), prop::bool::weighted(0.1)), 1..6),
        is_linked in prop::bool::weighted(0.2),
        edition in select(vec![None, Some(Edition::Facilitator)]),
    ) {
        let folder = temporary();
        let root = fs::canonicalize(folder.path()).unwrap();
        let (course, theme, out) = (root.join("course"), root.join("theme"), root.join("out"));
        small(&course);
        for path in PAGES {
            put(&course, path, &first_page("本文。"));
        }
        put(&course, "modules/02-free/links.md", &page(0, "[い](b.md#見出し)\n\n```exercise\npick\n```\n\n```exercise\nstages\n```\n"));
        for path in WORKS {
            put(&course, path, &work(path, 0));
        }
        for folder in ["02-free", "03-late"] {
            put(&course, &format!("modules/{folder}/index.md"), "---\ntitle: 自由\nsummary: 一文。\n---\n");
        }
        if is_linked {
            link(&course.join("modules/02-free/same.md"), &course.join("modules/02-free/b.md"));
        }
        let not_found = fs::read_to_string(project().join("themes/default/templates/404.html")).unwrap();
        put(&theme, "templates/404.html", &not_found);
        let new = || Workshop::new(&course, Some(&theme), &[]).unwrap().of_edition(edition);
        let mut workshop = new();
        let mut standing = workshop.load_after(Changed::Anything).unwrap().site();
        prop_assert!(standing.is_some(), "the course is right before it is edited");
        for (edits, is_lost) in &rounds {
            let changed: Vec<PathBuf> = edits.iter().flat_map(|edit| apply(&course, edit)).collect();
            let again = workshop.load_after(if *is_lost { Changed::Anything } else { Changed::Paths(&changed) });
            let first = new().load();
            prop_assert_eq!(again.is_ok(), first.is_ok());
            let (Ok(again), Ok(first)) = (again, first) else {
                prop_assert!(edition.is_some(), "only an edition that an open course does not have is refused");
                continue;
            };
            prop_assert_eq!(diagnostic(&again), diagnostic(&first));
            let site = standing.as_ref().map_or_else(|| again.site(), |before| again.site_after(before));
            prop_assert_eq!(site.is_some(), first.site().is_some());
            if let (Some(site), Some(first)) = (site, first.site()) {
                let expected = bytes(&first);
                prop_assert!(bytes(&site) == expected);
                // Into a folder of an earlier build, where files with the same fingerprint are left as they are.
                let stop = AtomicBool::new(false);
                let options = WriteOptions { progress: &|_, _| {}, stop: &stop, inputs: None, program: Some("one") };
                let locked = Folder::lock(&out, false, &mut || false).unwrap().unwrap();
                let written = write(&first, locked, options);
                let expected: Result<BTreeMap<PathBuf, Vec<u8>>, String> =
                    expected.into_iter().map(|(path, bytes)| Ok((PathBuf::from(path), bytes?))).collect();
                prop_assert_eq!(written.is_ok(), expected.is_ok());
                if let Ok(expected) = expected {
                    prop_assert!(files(&out) == expected);
                }
                standing = Some(site);
            }
        }
    }
}
