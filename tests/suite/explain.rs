//! The examples of `mitate explain` are fixtures: what is shown as wrong is reported, and what is shown as right is not.
//!
//! `tests/explain/course` is a course around them, and every file of `tests/explain/frames` a place where an example can be:
//! a file with `{example}` in it. An example is tried in all of them. `run.txt` lists those that some frame holds, `UPDATE=1 cargo
//! test` rewrites it; the others show file names, or things that are no text, or want a frame.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use mitate::check::{CheckContext, check, check_alone};
use mitate::diagnostic::{Code, Diagnostic, Language, messages};
use mitate::model::Document;
use mitate::parse::{Parsed, parse_source};
use mitate::source::{Source, Sources};
use mitate::theme::default_locale;
use walkdir::WalkDir;

use crate::course::project;

/// The text files below `folder`, by their paths from there.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let named = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (path, fs::read_to_string(entry.path()).unwrap())
    });
    named.collect()
}

/// A frame with an example in it: the path and the text of a file. The lines of the example are indented as its mark is.
fn framed(frame: &str, example: &str) -> (String, String) {
    let (head, text) = frame.split_once('\n').unwrap();
    let line = text.lines().find(|line| line.contains("{example}")).unwrap();
    let indent = &line[..line.find('{').unwrap()];
    let example: String =
        example.lines().map(|line| format!("{indent}{line}").trim_end().to_owned() + "\n").collect();
    (head.trim_start_matches("=== ").to_owned(), text.replace(&format!("{line}\n"), &example))
}

/// A file as it is read, its document, and what is wrong with it by itself.
type Read = (Source, Option<Arc<Document>>, Vec<Diagnostic>);

fn read(path: &str, text: &str, language: &str) -> Read {
    let hash = blake3::hash(text.as_bytes());
    let source = Source { path: Arc::from(path), text: Arc::from(text), hash };
    let context = CheckContext::of_no_course(default_locale(language));
    let Parsed { document, mut diagnostics } = parse_source(&source, &context.locale);
    diagnostics.extend(document.iter().flat_map(|it| check_alone(it, text, &context)));
    (source, document, diagnostics)
}

/// Whether `code` is reported of `course` with one file more.
fn is_reported(
    code: Code,
    course: &BTreeMap<String, Read>,
    (path, text): &(String, String),
    language: &str,
) -> bool {
    let one = read(path, text, language);
    let others = course.iter().filter(|(name, _)| *name != path).map(|(_, it)| it);
    let (mut sources, mut documents, mut found) = (Sources::default(), Vec::new(), Vec::new());
    for (source, document, diagnostics) in others.chain([&one]) {
        sources.texts.insert(Arc::clone(&source.path), source.clone());
        documents.extend(document.clone());
        found.extend(diagnostics.iter().map(|it| it.code));
    }
    if found.contains(&code) {
        return true;
    }
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    check(documents, &sources, None).diagnostics.iter().any(|it| it.code == code)
}

// Invariant 4.
#[test]
fn what_explain_shows_as_a_mistake_is_reported_and_what_it_shows_as_mended_is_not() {
    let folder = project().join("tests/explain");
    let course = texts(&folder.join("course")).into_iter();
    let course: BTreeMap<String, Read> =
        course.map(|(path, text)| (path.clone(), read(&path, &text, "ja"))).collect();
    let frames = texts(&folder.join("frames"));
    let mut run = String::new();
    for &code in Code::ALL {
        for (language, name) in [(Language::Ja, "ja"), (Language::En, "en")] {
            let part = |part: &str| messages(language).find(&format!("{}.{part}", code.name()), &[]).unwrap();
            let (bad, good) = (part("bad"), part("good"));
            // What only Japanese has, English explains by Japanese.
            let fits = |frame: &String, name: &str| {
                is_reported(code, &course, &framed(frame, &bad), name)
                    && !is_reported(code, &course, &framed(frame, &good), name)
            };
            if frames.values().any(|frame| fits(frame, name) || fits(frame, "ja")) {
                run.extend([code.name(), " ", name, "\n"]);
            }
        }
    }
    let list = folder.join("run.txt");
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(list, run).unwrap();
        return;
    }
    let listed = fs::read_to_string(list).unwrap();
    let failed: Vec<&str> = listed.lines().filter(|line| !run.lines().any(|it| it == *line)).collect();
    assert_eq!(failed, [] as [&str; 0], "no frame reports the wrong example and not the right one");
}
