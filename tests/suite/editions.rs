//! Editions: of what is for facilitators only, the learners' edition has no trace, in no byte of any file and in no name of a file.
//!
//! `tests/editions/course.txt` is a course in which everything for facilitators holds words at random, the marks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::course::{files, mitate, mitate_in, project, put, small, stderr, stdout, temporary};
use crate::fuzz::targets::archives::unzipped;
use crate::package;

/// A word of letters that no text holds.
fn mark() -> String {
    let mut number = RandomState::new().build_hasher().finish();
    let mut word = String::from("zq");
    while number > 0 {
        word.extend(char::from_u32(u32::from('a') + u32::try_from(number % 26).unwrap()));
        number /= 26;
    }
    word
}

/// The course as it is written, and its marks by name.
struct Marked {
    /// The text of each file by its path; whether the file is for facilitators.
    files: Vec<(String, String, bool)>,
    marks: BTreeMap<String, String>,
}

impl Marked {
    fn new() -> Self {
        static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new("@([a-z]+(?:-[a-z]+)*)").unwrap());
        let written = fs::read_to_string(project().join("tests/editions/course.txt")).unwrap();
        let mut marks = BTreeMap::new();
        let text = NAME.replace_all(&written, |found: &Captures<'_>| {
            marks.entry(found[1].to_owned()).or_insert_with(mark).clone()
        });
        let (_, text) = text.split_once("=== ").unwrap();
        let files = text.split("\n=== ").map(|file| {
            let (head, text) = file.split_once('\n').unwrap();
            let (path, is_hidden) =
                head.split_once(" (facilitator)").map_or((head, false), |(it, _)| (it, true));
            (path.to_owned(), format!("{text}\n"), is_hidden)
        });
        let files = files.collect();
        marks.remove("name");
        Self { files, marks }
    }

    /// Writes the course into `folder`; or, with `is_other`, the course of an author with other secrets.
    fn write(&self, folder: &Path, is_other: bool) {
        for (path, text, _) in self.files.iter().filter(|(.., is_hidden)| !(is_other && *is_hidden)) {
            let mut out = String::new();
            // Which of the two texts a line is part of, if of any.
            let mut part = None;
            for line in text.lines() {
                match line.trim() {
                    "%{" => part = Some(false),
                    "%|" => part = Some(true),
                    "%}" => part = None,
                    _ if part.is_none_or(|it| it == is_other) => out.extend([line, "\n"]),
                    _ => {}
                }
            }
            put(folder, path, &out);
        }
    }
}

/// The files of a site of the course in `folder`.
fn site(folder: &Path, edition: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = temporary();
    let arguments = ["build", folder.to_str().unwrap(), "--out", out.path().to_str().unwrap()];
    let output = mitate(&[&arguments[..], &["--edition", edition]].concat());
    assert_eq!(stdout(&output).lines().count(), 1, "{}", stdout(&output));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    files(out.path()).into_iter().map(|(path, bytes)| (path.clone(), inflated(&path, bytes))).collect()
}

/// The bytes of a file; of an archive the names and the bytes of all that is in it.
fn inflated(path: &Path, bytes: Vec<u8>) -> Vec<u8> {
    if !path.extension().is_some_and(|it| it == "docx" || it == "xlsx" || it == "zip") {
        return bytes;
    }
    unzipped(&bytes).into_iter().flat_map(|(name, bytes)| [name.into_bytes(), bytes].concat()).collect()
}

/// Where `mark` is in `site`: the names of files, a `/` before those that are named by it.
fn places(mark: &str, site: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let pattern = mark.as_bytes();
    let is_inside =
        |bytes: &[u8]| bytes.windows(pattern.len()).any(|part| part.eq_ignore_ascii_case(pattern));
    let named = site.keys().map(|path| path.display().to_string()).filter(|path| path.contains(mark));
    let held = site.iter().filter(|(_, bytes)| is_inside(bytes)).map(|(path, _)| path.display().to_string());
    named.map(|path| format!("/{path}")).chain(held).collect()
}

// Invariant 11.
#[test]
fn of_what_is_for_facilitators_the_learners_edition_has_no_trace() {
    let marked = Marked::new();
    let folder = temporary();
    marked.write(folder.path(), false);
    let (learners, facilitators) = (site(folder.path(), "learner"), site(folder.path(), "facilitator"));
    let mut found = Vec::new();
    for (name, mark) in &marked.marks {
        found.extend(places(mark, &learners).into_iter().map(|path| format!("@{name}: {path}")));
        assert!(!places(mark, &facilitators).is_empty(), "the facilitators' edition does not have @{name}");
    }
    assert_eq!(found, [] as [String; 0]);
}

// Invariant 11.
#[test]
fn learners_have_no_board() {
    let folder = temporary();
    Marked::new().write(folder.path(), false);
    let (learners, facilitators) = (site(folder.path(), "learner"), site(folder.path(), "facilitator"));
    for path in ["board/index.html", "assets/board.js", "assets/board.css", "assets/interview-map.js"] {
        assert!(facilitators.contains_key(Path::new(path)), "{path}");
        assert!(!learners.contains_key(Path::new(path)), "{path}");
        assert_eq!(
            places(path, &learners),
            [] as [String; 0],
            "no file of the learners' edition names {path}"
        );
    }
}

/// The files in a package of the course in `folder`, as `kind`.
fn packed(folder: &Path, kind: &str, edition: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = temporary();
    let file = out.path().join("package");
    let arguments = ["package", folder.to_str().unwrap(), "--as", kind, "--out", file.to_str().unwrap()];
    let output = mitate(&[&arguments[..], &["--edition", edition]].concat());
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    package::opened(&file)
}

// Invariant 11.
#[test]
fn a_package_has_no_trace_of_what_is_for_facilitators_either() {
    const PACKAGES: [&str; 5] = ["zip", "html", "scorm12", "scorm2004", "cmi5"];
    let marked = Marked::new();
    let folder = temporary();
    marked.write(folder.path(), false);
    for kind in PACKAGES {
        let (learners, facilitators) =
            (packed(folder.path(), kind, "learner"), packed(folder.path(), kind, "facilitator"));
        let mut found = Vec::new();
        for (name, mark) in &marked.marks {
            found.extend(places(mark, &learners).into_iter().map(|path| format!("{kind}: @{name}: {path}")));
            assert!(!places(mark, &facilitators).is_empty(), "{kind} for facilitators does not have @{name}");
        }
        assert_eq!(found, [] as [String; 0]);
    }
}

/// What an office is handed of the course in `folder`.
fn evidence(folder: &Path, edition: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = temporary();
    let arguments = ["evidence", folder.to_str().unwrap(), "--out", out.path().to_str().unwrap()];
    let output = mitate(&[&arguments[..], &["--edition", edition]].concat());
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    let made = files(out.path());
    assert_eq!(made.len(), 2);
    made.into_iter().map(|(path, bytes)| (path.clone(), inflated(&path, bytes))).collect()
}

// Invariant 11.
#[test]
fn neither_evidence_nor_a_record_of_learning_has_a_trace_of_what_is_for_facilitators() {
    let marked = Marked::new();
    let folder = temporary();
    marked.write(folder.path(), false);
    let learners = evidence(folder.path(), "learner");
    let found: Vec<_> = marked.marks.iter().filter(|(_, mark)| !places(mark, &learners).is_empty()).collect();
    assert_eq!(found, []);
    let facilitators = evidence(folder.path(), "facilitator");
    assert!(marked.marks.values().any(|mark| !places(mark, &facilitators).is_empty()));
    // A record of learning is made from these files and from what the learner has written.
    let of_record = |edition: &str| {
        let mut made = site(folder.path(), edition);
        made.retain(|path, _| {
            ["answers/items.js", "answers/course.js"].iter().any(|it| path == Path::new(it))
        });
        assert_eq!(made.len(), 2, "{edition}");
        made
    };
    let learners = of_record("learner");
    assert!(marked.marks.values().all(|mark| places(mark, &learners).is_empty()));
    let facilitators = of_record("facilitator");
    assert!(marked.marks.values().any(|mark| !places(mark, &facilitators).is_empty()));
}

#[test]
fn learners_see_the_same_whatever_is_for_facilitators() {
    let marked = Marked::new();
    let (one, other) = (temporary(), temporary());
    marked.write(one.path(), false);
    marked.write(other.path(), true);
    let (one, other) = (site(one.path(), "learner"), site(other.path(), "learner"));
    let names: BTreeSet<&PathBuf> = one.keys().chain(other.keys()).collect();
    let different: Vec<_> = names.into_iter().filter(|name| one.get(*name) != other.get(*name)).collect();
    assert_eq!(different, [] as [&PathBuf; 0]);
}

/// The files and the last line of a build of the small course in `folder` with a meeting, into `out`.
fn built(folder: &Path, out: &Path, more: &[&str]) -> (BTreeMap<PathBuf, Vec<u8>>, String) {
    let arguments = ["build", folder.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let output = mitate(&[&arguments[..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    (files(out), stdout(&output).lines().last().unwrap().to_owned())
}

/// A small course with a meeting: `more` is added to its `course.yaml`.
fn with_meeting(folder: &Path, more: &str) {
    small(folder);
    put(folder, "course.yaml", &format!("id: small\ntitle: 小さな教材\nlanguage: ja\nrevision: 1\n{more}"));
    let meeting = "title: 会議\nprocedure: incident-process\npurpose: 話す。\nminutes: 10\nroles:\n  \
         - { id: a, label: 甲, card: 鍵は二本。 }\nsteps:\n  - { id: one, title: 聞く, minutes: 10, does: 一人ずつ。 }\n";
    put(folder, "meetings/talk.yaml", meeting);
}

#[test]
fn another_edition_in_the_same_folder_leaves_nothing_of_the_first() {
    let (course, out) = (temporary(), temporary());
    with_meeting(course.path(), "");
    let (learners, line) = built(course.path(), out.path(), &[]);
    assert!(line.starts_with("Learner’s edition:"), "{line}");
    let (facilitators, line) = built(course.path(), out.path(), &["--edition", "facilitator"]);
    assert!(line.starts_with("Facilitator’s edition"), "{line}");
    assert_eq!(facilitators, built(course.path(), temporary().path(), &["--edition", "facilitator"]).0);
    assert_eq!(built(course.path(), out.path(), &["--edition", "learner"]).0, learners);
    let pages = facilitators.iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "html"));
    for (path, html) in pages {
        let html = String::from_utf8_lossy(html);
        assert!(html.contains("進行役版"), "{}", path.display());
    }
}

#[test]
fn each_edition_has_a_folder_of_its_own_by_default() {
    let folder = temporary();
    with_meeting(folder.path(), "");
    for (edition, out) in [("facilitator", "site-facilitator"), ("learner", "site")] {
        let output = mitate_in(folder.path(), &["build", "--edition", edition]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(folder.path().join(out).join("index.html").is_file(), "{edition}");
    }
    assert!(!folder.path().join("site/meetings/talk/present").exists());
}

#[test]
fn a_course_with_one_edition_has_everything_in_it_and_no_other() {
    let folder = temporary();
    with_meeting(folder.path(), "edition: open\n");
    let (site, line) = built(folder.path(), temporary().path(), &[]);
    assert!(line.starts_with("Site:"), "{line}");
    let page = |path: &str| String::from_utf8_lossy(&site[Path::new(path)]).into_owned();
    assert!(page("meetings/talk/index.html").contains("鍵は二本。"));
    assert!(!page("meetings/talk/present/index.html").contains("進行役版"));
    for edition in ["learner", "facilitator"] {
        let output = mitate(&["build", folder.path().to_str().unwrap(), "--edition", edition]);
        assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
        assert!(stderr(&output).contains("course.yaml says “edition: open”"), "{}", stderr(&output));
    }
}
