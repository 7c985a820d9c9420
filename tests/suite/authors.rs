//! Slips of authors in YAML and in names of files, one course each: every one is reported at its line.

use std::path::Path;

use crate::course::{mitate_in, project, put, stdout, temporary};

/// What is slipped, the file, its text, the code of the report and its line.
type Row = (String, String, String, String, usize);

/// The rows of the table.
pub fn slips() -> Vec<Row> {
    let table = std::fs::read_to_string(project().join("tests/shared/slips.json")).unwrap();
    serde_json::from_str(&table).unwrap()
}

/// The course that each file of the table is put into.
pub fn put_course(folder: &Path) {
    put(folder, "course.yaml", "id: slips\ntitle: 見本\nlanguage: ja\nrevision: 1\n");
    put(folder, "modules/01-m/index.md", "---\ntitle: はじめ\n---\n本文。\n");
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>";
    put(folder, "images/a.svg", picture);
    put(folder, "glossary.yaml", "terms:\n  - { id: rapport, term: ラポール, definition: 信頼。 }\n");
    put(
        folder,
        "syllabus.yaml",
        "areas: [{ id: m1, title: 一 }]\nitems: [{ id: genogram, title: ジェノグラム, area: m1 }]\n",
    );
}

#[test]
fn every_slip_in_yaml_and_in_names_is_reported_at_its_line() {
    let rows = slips();
    assert!(rows.len() > 30);
    let mut silent = Vec::new();
    for (slip, path, text, code, line) in rows {
        let folder = temporary();
        put_course(folder.path());
        put(folder.path(), &path, &text);
        let reports = stdout(&mitate_in(folder.path(), &["check", "--format", "short"]));
        let start = format!("{path}:{line}:");
        let is_it = |report: &str| report.starts_with(&start) && report.contains(&format!("[{code}]"));
        if !reports.lines().any(is_it) {
            silent.push(format!("{slip} in {path}: {text:?}\n{reports}"));
        }
    }
    assert!(silent.is_empty(), "\n{}", silent.join("\n"));
}

/// What is written, the file, its text, and what the hint says, in Japanese.
type Hinted = (String, String, String, String);

#[test]
fn a_hint_names_what_to_write_and_not_what_would_be_wrong_again() {
    let table = std::fs::read_to_string(project().join("tests/shared/hints.json")).unwrap();
    let rows: Vec<Hinted> = serde_json::from_str(&table).unwrap();
    let mut wrong = Vec::new();
    for (slip, path, text, hint) in rows {
        let folder = temporary();
        put_course(folder.path());
        put(folder.path(), &path, &text);
        let said = crate::course::stderr(&mitate_in(folder.path(), &["--lang", "ja", "check"]));
        let said = said.split_whitespace().collect::<String>();
        if !said.contains(&hint.split_whitespace().collect::<String>()) {
            wrong.push(format!("{slip}: {text:?}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn two_files_whose_names_differ_in_capitals_are_reported() {
    let folder = temporary();
    put(folder.path(), "course.yaml", "id: slips\ntitle: 見本\nlanguage: ja\nrevision: 1\n");
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>";
    put(folder.path(), "images/Seat.svg", picture);
    put(folder.path(), "images/seat.svg", picture);
    let reports = stdout(&mitate_in(folder.path(), &["check", "--format", "short"]));
    assert!(reports.contains("images/seat.svg:1:1: error[unportable-name]"), "{reports}");
}

#[test]
fn mistakes_on_the_command_line_are_reported_in_japanese() {
    let folder = temporary();
    for (arguments, expected) in [
        (&["--lang", "ja", "chekc"][..], "「chekc」というコマンドはありません。"),
        (&["--lang", "ja", "check", "--fromat", "short"][..], "「--fromat」という指定はありません。"),
        (&["--lang", "ja", "check", "--format", "long"][..], "「long」は書けません。"),
    ] {
        let output = mitate_in(folder.path(), arguments);
        let said = crate::course::stderr(&output);
        assert_eq!(output.status.code(), Some(2));
        assert!(said.contains(expected) && !said.contains("error:"), "{said}");
    }
}
