//! Data-driven: every folder of `tests/sites` is a course (`in/`) and what `check` reports of it (`diagnostics.txt`).
//!
//! `UPDATE=1 cargo test` writes the expected diagnostics instead of comparing them: read the difference before you
//! commit it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use mitate::diagnostic::Code;

use crate::course::{files, mitate_in, project, stderr, stdout, temporary};

fn fixtures() -> Vec<PathBuf> {
    let mut fixtures: Vec<PathBuf> = fs::read_dir(project().join("tests/sites"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    fixtures.sort();
    fixtures
}

fn name(fixture: &Path) -> String {
    fixture.file_name().unwrap().to_string_lossy().into_owned()
}

/// Files that a repository cannot hold, as lines of `setup.txt`: `pipe PATH`, `sparse PATH BYTES`, and `move FROM TO` for names that differ
/// in capitals only. The fixture is copied for them.
fn set_up(fixture: &Path) -> Option<tempfile::TempDir> {
    let setup = fs::read_to_string(fixture.join("setup.txt")).ok()?;
    let folder = temporary();
    for (path, bytes) in files(fixture) {
        let target = folder.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    for line in setup.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let path = folder.path().join(words[1]);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match words[..] {
            ["pipe", _] => assert!(Command::new("mkfifo").arg(path).status().unwrap().success()),
            ["sparse", _, bytes] => File::create(path).unwrap().set_len(bytes.parse().unwrap()).unwrap(),
            ["move", from, to] => fs::rename(folder.path().join(from), folder.path().join(to)).unwrap(),
            _ => panic!("{}: {line}", name(fixture)),
        }
    }
    Some(folder)
}

/// What `check` prints, without its last line.
fn diagnostics(fixture: &Path) -> String {
    let copy = set_up(fixture);
    let fixture = copy.as_ref().map_or(fixture, |copy| copy.path());
    let mut arguments = vec!["check", "in", "--format", "short"];
    if fixture.join("theme").is_dir() {
        arguments.extend(["--theme", "theme"]);
    }
    let output = mitate_in(fixture, &arguments);
    let has_errors = stdout(&output).lines().any(|line| line.contains(": error["));
    assert_eq!(output.status.code(), Some(i32::from(has_errors)), "{}: {}", name(fixture), stderr(&output));
    let text = stdout(&output);
    let lines: Vec<&str> = text.lines().collect();
    let diagnostic = lines.split_last().map_or(&[][..], |(_, diagnostic)| diagnostic);
    diagnostic.iter().flat_map(|line| [*line, "\n"]).collect()
}

/// Whether expected results are written instead of compared.
fn updates() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

// Invariant 4.
#[test]
fn every_fixture_says_what_it_should() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let expected = fs::read_to_string(fixture.join("diagnostics.txt")).unwrap_or_default();
        let actual = diagnostics(&fixture);
        if actual != expected && updates() {
            fs::write(fixture.join("diagnostics.txt"), &actual).unwrap();
        } else if actual != expected {
            wrong.push(format!("== {}\n-- expected\n{expected}-- actual\n{actual}", name(&fixture)));
        }
    }
    assert!(
        wrong.is_empty(),
        "\n{}\nIf this is right: UPDATE=1 cargo test --test suite every_fixture",
        wrong.join("\n")
    );
}

// Invariant 8.
#[test]
fn every_code_has_a_fixture_that_triggers_it_and_one_that_does_not() {
    let expected: BTreeMap<String, String> = fixtures()
        .iter()
        .map(|fixture| {
            (name(fixture), fs::read_to_string(fixture.join("diagnostics.txt")).unwrap_or_default())
        })
        .collect();
    let mut missing = Vec::new();
    for code in Code::ALL {
        let mark = format!("[{}]:", code.name());
        let triggered = expected.iter().any(|(name, text)| name != "forty-mistakes" && text.contains(&mark));
        let spared = expected.get(&format!("{}-not", code.name())).is_some_and(|text| !text.contains(&mark));
        if !triggered || !spared {
            missing.push(code.name());
        }
    }
    assert_eq!(missing, [] as [&str; 0]);
}

// Invariant 7.
#[test]
fn every_kind_of_exercise_is_a_form_on_its_page() {
    for kind in mitate::exercise::Task::WORDS {
        let fixture = project().join(format!("tests/sites/exercise-{kind}"));
        let folder = temporary();
        let out = folder.path().to_str().unwrap();
        let built = mitate_in(&fixture, &["build", "in", "--out", out]);
        assert_eq!(built.status.code(), Some(0), "{kind}: {}", stderr(&built));
        let page = fs::read_to_string(folder.path().join("first/index.html"))
            .unwrap_or_else(|_| panic!("exercise-{kind}/in has no modules/01-first/index.md"));
        for exercise in fs::read_dir(fixture.join("in/exercises")).unwrap() {
            let path = exercise.unwrap().path();
            let id = path.file_stem().unwrap().to_string_lossy().into_owned();
            // An exercise of another kind is there only to be referred to.
            let text = fs::read_to_string(&path).unwrap();
            let own = text.lines().find_map(|line| line.strip_prefix("kind: ")).unwrap();
            assert!(
                page.contains(&format!("data-answer=\"exercise/{id}\" data-kind=\"{own}\"")),
                "{kind}: modules/01-first/index.md does not show {id}"
            );
            let catalogue = fs::read_to_string(folder.path().join("answers/course.js")).unwrap();
            assert!(catalogue.contains(&format!("\"key\":\"exercise/{id}\"")), "{kind}: {id}");
        }
    }
}

// Invariant 3.
#[test]
fn forty_mistakes_are_forty_diagnostics_in_one_run() {
    let fixture = project().join("tests/sites/forty-mistakes");
    let lines = diagnostics(&fixture);
    assert_eq!(lines.lines().count(), 40, "\n{lines}");
}
