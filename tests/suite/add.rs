//! `mitate add`: every template passes `check` at once, in the starter course and in an empty one; nothing is ever replaced.

use std::fs;
use std::path::Path;

use mitate::exercise::Task;
use mitate::model::Kind;

use crate::course::{files, mitate, mitate_in, put, stderr, stdout, temporary};

/// Runs `mitate add` on the course in `folder`, which must be done.
fn add(folder: &Path, arguments: &[&str]) {
    let output = mitate(&[&["add"], arguments, &["--course", folder.to_str().unwrap()]].concat());
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}{}", stdout(&output), stderr(&output));
}

/// Expects that `check` reports nothing at all of the course in `folder`.
fn expect_sound(folder: &Path, what: &str) {
    let output = mitate(&["check", folder.to_str().unwrap(), "--format", "short"]);
    let reported = stdout(&output) + &stderr(&output);
    let problems: Vec<&str> =
        reported.lines().filter(|line| line.contains("error[") || line.contains("warning[")).collect();
    assert_eq!(problems, [] as [&str; 0], "{what}");
    assert_eq!(output.status.code(), Some(0), "{what}: {reported}");
}

/// What is added, by kind. Exercises are shown on `page`; one that shows a case stage by stage, on `other`, since others show all of it.
fn everything(page: &str, other: &str) -> Vec<Vec<String>> {
    let kinds = Kind::LINKED.into_iter().chain([Kind::Panel]).filter(|kind| *kind != Kind::Exercise);
    let mut all: Vec<Vec<String>> = kinds
        .map(|kind| {
            let id = match kind {
                Kind::Page => "start/new-one",
                Kind::Panel => "new-concordance",
                _ => "new-one",
            };
            vec![kind.word().to_owned(), id.to_owned()]
        })
        .collect();
    let exercise = |word: &&str| {
        let id = format!("new-{word}");
        let page = if *word == "staged" { other } else { page };
        ["exercise", &id, "--kind", word, "--on", page].map(str::to_owned).to_vec()
    };
    // A panel is about an exercise.
    all.splice(0..0, Task::WORDS.iter().map(exercise));
    all
}

fn new_course(folder: &Path, tag: &str, is_starter: bool) {
    if is_starter {
        let output = mitate(&["--lang", tag, "new", folder.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    } else {
        put(folder, "course.yaml", &format!("id: empty\ntitle: A\nlanguage: {tag}\nrevision: 1\n"));
        add(folder, &["module", "start"]);
        add(folder, &["page", "start/first"]);
    }
}

fn strs(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

#[test]
fn every_template_passes_in_the_starter_course() {
    for tag in ["ja", "en"] {
        let folder = temporary();
        let folder = folder.path().join("course");
        new_course(&folder, tag, true);
        expect_sound(&folder, "the starter");
        for arguments in everything("start/setting", "start/facts") {
            add(&folder, &strs(&arguments));
        }
        expect_sound(&folder, tag);
    }
}

#[test]
fn every_template_passes_in_an_empty_course() {
    for tag in ["ja", "en"] {
        let start = temporary();
        new_course(start.path(), tag, false);
        expect_sound(start.path(), "the empty course");
        for arguments in everything("start/first", "start/first") {
            let folder = temporary();
            for (path, bytes) in files(start.path()) {
                put(folder.path(), path.to_str().unwrap(), &String::from_utf8(bytes).unwrap());
            }
            if arguments[0] == "panel" {
                add(
                    folder.path(),
                    &["exercise", &arguments[1], "--kind", "concordance", "--on", "start/first"],
                );
            }
            let before = files(folder.path()).len();
            add(folder.path(), &strs(&arguments));
            assert!(files(folder.path()).len() > before);
            expect_sound(folder.path(), &format!("{tag} {arguments:?}"));
        }
    }
}

#[test]
fn what_is_there_stays_as_it_is() {
    let folder = temporary();
    let course = folder.path().join("course");
    new_course(&course, "en", true);
    let before = files(&course);
    for (arguments, said) in [
        (&["case", "collection-box"][..], "collection-box-2"),
        (&["page", "start/setting"], "start/setting-2"),
        (&["term", "formulation"], "formulation-2"),
        (&["exercise", "first-words", "--kind", "choice"], "first-words-2"),
        (&["case", "Collection Box"], "collection-box"),
        (&["case", "con"], "can’t be an id"),
        (&["case", "../outside"], "outside"),
        (&["page", "start/../a"], "can’t be an id"),
        (&["caes", "a"], "case"),
        (&["exercise", "a"], "choice"),
        (&["exercise", "a", "--kind", "chioce"], "choice"),
        (&["exercise", "a", "--kind", "write", "--on", "start/seting"], "start/setting"),
        (&["case", "a", "--kind", "write"], "--kind"),
        (&["page", "strat/a"], "start"),
        (&["panel", "first-words"], "concordance"),
    ] {
        for tag in ["en", "ja"] {
            let output = mitate(
                &[&["--lang", tag, "add"], arguments, &["--course", course.to_str().unwrap()]].concat(),
            );
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stdout(&output));
            if tag == "en" {
                assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
            } else {
                assert!(stderr(&output).contains('。'), "{}", stderr(&output));
            }
            assert!(files(&course) == before, "{arguments:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_huge_file_in_the_place_of_the_glossary_or_a_page_are_told() {
    let folder = temporary();
    new_course(folder.path(), "en", false);
    let glossary = folder.path().join("glossary.yaml");
    let add_term = || mitate_in(folder.path(), &["add", "term", "b"]);
    fs::File::create(&glossary).unwrap().set_len(6_000_000).unwrap();
    let output = add_term();
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("5 MB"), "{}", stderr(&output));
    fs::remove_file(&glossary).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(&glossary).status();
    assert!(pipe.unwrap().success());
    let output = add_term();
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("isn’t a regular file"), "{}", stderr(&output));
}

#[test]
fn a_page_and_a_glossary_get_their_lines_at_the_end_and_keep_the_rest() {
    let folder = temporary();
    new_course(folder.path(), "en", false);
    let page = folder.path().join("modules/01-start/10-first.md");
    let before = fs::read_to_string(&page).unwrap().replace('\n', "\r\n");
    fs::write(&page, before.trim_end()).unwrap();
    put(folder.path(), "glossary.yaml", "terms:\n- id: a\n  term: A\n  definition: B.\n# the end\n");
    // From within the course, and with a page that is named by its own name alone.
    for arguments in [&["exercise", "one", "--kind", "choice", "--on", "first"][..], &["term", "b"]] {
        let output = mitate_in(folder.path(), &[&["add"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    let after = fs::read_to_string(&page).unwrap();
    assert_eq!(after, format!("{}\r\n\r\n```exercise\r\none\r\n```\r\n", before.trim_end()));
    let glossary = fs::read_to_string(folder.path().join("glossary.yaml")).unwrap();
    assert!(
        glossary.starts_with("terms:\n- id: a\n  term: A\n  definition: B.\n# the end\n# Write"),
        "{glossary}"
    );
    expect_sound(folder.path(), "with a term");
    // A glossary that ends with something else is not touched.
    put(folder.path(), "glossary.yaml", "terms: []\n");
    let output = mitate_in(folder.path(), &["add", "term", "c"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("- id: c"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(folder.path().join("glossary.yaml")).unwrap(), "terms: []\n");
}

#[test]
fn pages_come_behind_the_others_and_an_exercise_without_a_page_says_how_to_show_it() {
    let folder = temporary();
    new_course(folder.path(), "ja", false);
    add(folder.path(), &["page", "second"]);
    assert!(folder.path().join("modules/01-start/20-second.md").is_file());
    let output = mitate_in(folder.path(), &["--lang", "ja", "add", "exercise", "one", "--kind", "write"]);
    assert!(stdout(&output).contains("```exercise\none\n```"), "{}", stdout(&output));
}

#[test]
fn a_shell_completes_the_kinds() {
    for shell in ["bash", "zsh"] {
        let script = stdout(&mitate(&["completions", shell]));
        for word in ["principle", "concordance"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}
