//! One thing, one word: texts use the words of `tests/words.txt`. And each key of the Fluent files is defined once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::course::{self, mitate_in, project, stderr, temporary};

/// The groups of `tests/words.txt`: each word that texts do without, with the usual one.
fn table() -> BTreeMap<String, Vec<(String, String)>> {
    let text = fs::read_to_string(project().join("tests/words.txt")).unwrap();
    let mut groups = BTreeMap::<String, Vec<(String, String)>>::new();
    let mut group = String::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            name.clone_into(&mut group);
            continue;
        }
        let (word, usual) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}: no “ = ”"));
        groups.entry(group.clone()).or_default().push((word.to_owned(), usual.to_owned()));
    }
    groups
}

/// What a line has to be for its words to count.
#[derive(Clone, Copy)]
enum Part {
    /// Any line.
    All,
    /// A comment or the title of a test.
    Comment,
    /// A description of a schema.
    Description,
    /// The value of a Fluent file, without its key and without what is quoted: keys and values of YAML.
    Value,
}

impl Part {
    /// What counts of `line`.
    fn of(self, line: &str) -> Option<String> {
        let trimmed = line.trim();
        match self {
            Self::All => Some(line.to_owned()),
            Self::Comment => {
                let starts = ["//", "/*", "*", "# ", "test(", "describe("];
                starts.iter().any(|it| trimmed.starts_with(it)).then(|| line.to_owned())
            }
            Self::Description => trimmed.starts_with("\"description\"").then(|| line.to_owned()),
            Self::Value => {
                let text = trimmed.strip_prefix('[').or(trimmed.strip_prefix("*[")).unwrap_or(trimmed);
                let begins = [" = ", "] "].iter().find_map(|it| text.split_once(it)).map(|it| it.1);
                (!trimmed.starts_with('#')).then(|| unquoted(begins.unwrap_or(text)))
            }
        }
    }
}

/// `text` without what is between “ and ”.
fn unquoted(text: &str) -> String {
    let parts = text.split('“').enumerate();
    parts.map(|(at, part)| if at == 0 { part } else { part.split_once('”').map_or("", |it| it.1) }).collect()
}

/// The files of the project below `folder` of which `is_meant` is true, by their paths.
fn files(folder: &str, is_meant: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let root = project();
    let entries = walkdir::WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(|it| it.file_name() != "node_modules").map(Result::unwrap);
    let mut found = Vec::new();
    for entry in entries.filter(|it| it.file_type().is_file()) {
        let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        if is_meant(&path) {
            found.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    assert!(!found.is_empty(), "{folder}");
    found
}

/// Whether a file has words in the language `tag`: `en.ftl`, `en-work.ftl`, `cli-en.ftl`.
fn is_words(path: &str, tag: &str) -> bool {
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
    // `en-GB.ftl` would be another language.
    let name = name.strip_suffix(".ftl").filter(|it| *it == it.to_lowercase()).unwrap_or_default();
    name == tag || name.starts_with(&format!("{tag}-")) || name.ends_with(&format!("-{tag}"))
}

fn ends_with_any(path: &str, ends: &[&str]) -> bool {
    ends.iter().any(|end| path.ends_with(end))
}

/// Whether `text` has `word`, not as a part of a longer one.
fn has(text: &str, word: &str) -> bool {
    let is_part = |sign: Option<char>| sign.is_some_and(|it| it.is_alphanumeric() || "-_`".contains(it));
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    })
}

/// Every place in `files` where a word of `words` is, with the usual one.
fn unusual(files: &[(String, String)], part: Part, words: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in files {
        for (number, line) in text.lines().enumerate() {
            let Some(line) = part.of(line).map(|line| line.to_lowercase()) else { continue };
            for (word, usual) in words.iter().filter(|(word, _)| has(&line, word)) {
                wrong.push(format!("{path}:{}: “{word}”: {usual}", number + 1));
            }
        }
    }
    wrong
}

/// The schemas as the program writes them for a course in English.
fn english_schemas() -> Vec<(String, String)> {
    let folder = temporary();
    let made = mitate_in(folder.path(), &["schema", "--out", "schema", "--lang", "en"]);
    assert!(made.status.success(), "{}", stderr(&made));
    let all = course::files(&folder.path().join("schema")).into_iter();
    let all: Vec<_> =
        all.map(|(path, text)| (path.display().to_string(), String::from_utf8(text).unwrap())).collect();
    assert!(all.len() > 10, "{}", all.len());
    all
}

#[test]
fn comments_documents_and_messages_are_in_plain_english() {
    let table = table();
    let everywhere = &table["everywhere"];
    let scripts = [".rs", ".js", ".mjs", ".ts", ".css"];
    let is_code = |path: &str| {
        ends_with_any(path, &scripts) && !ends_with_any(path, &["drawing.js", "package/single.js"])
    };
    let mut wrong = Vec::new();
    for folder in ["src", "tests/suite", "tests/browser", "tests/fuzz/src", "benches"] {
        wrong.extend(unusual(&files(folder, is_code), Part::Comment, everywhere));
    }
    for folder in ["scripts", "exercise", "styles"] {
        wrong.extend(unusual(
            &files(&format!("themes/default/{folder}"), is_code),
            Part::Comment,
            everywhere,
        ));
    }
    let documents = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "Cargo.toml", "tests/README.md"];
    let documents = documents.map(|it| (it.to_owned(), fs::read_to_string(project().join(it)).unwrap()));
    wrong.extend(unusual(&documents, Part::All, everywhere));
    for folder in ["src", "themes/default"] {
        wrong.extend(unusual(&files(folder, |path| is_words(path, "en")), Part::All, everywhere));
    }
    wrong.extend(unusual(&english_schemas(), Part::Description, everywhere));
    wrong.extend(unusual(&files("src/cli/starter/en", |_| true), Part::Comment, everywhere));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_thing_has_one_english_word() {
    let table = table();
    let theirs = files("themes/default", |path| is_words(path, "en"));
    let messages = files("src", |path| is_words(path, "en"));
    let wrong = [
        unusual(&theirs, Part::Value, &table["learners"]),
        unusual(&messages, Part::Value, &table["authors"]),
        unusual(&messages, Part::Value, &table["messages"]),
        unusual(&english_schemas(), Part::Description, &table["authors"]),
        unusual(&files("src/cli/starter/en", |_| true), Part::Comment, &table["authors"]),
    ]
    .concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_thing_has_one_japanese_word() {
    let table = table();
    let mut texts = files("src", |path| is_words(path, "ja"));
    texts.extend(files("themes/default", |path| is_words(path, "ja")));
    texts.extend([("README.md".to_owned(), fs::read_to_string(project().join("README.md")).unwrap())]);
    let mut wrong = Vec::new();
    for (path, text) in texts {
        for (number, line) in text.lines().enumerate() {
            for (word, usual) in &table["japanese"] {
                if line.replace(usual.as_str(), "").contains(word.as_str()) {
                    wrong.push(format!("{path}:{}: 「{word}」→「{usual}」", number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The keys of messages that a Fluent file defines, with their lines.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(number, line)| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let is_key = key.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '-')
            && key.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_".contains(sign));
        is_key.then_some((number + 1, key))
    })
}

/// The program merges the files of messages, the preview has its own, and the theme merges all files of one language: a key
/// that is defined twice replaces the first without a message.
#[test]
fn no_key_is_defined_twice_in_fluent_files_that_are_merged() {
    let mut wrong = Vec::new();
    for tag in ["ja", "en"] {
        for folder in ["src/diagnostic/messages", "src/serve/words", "themes/default"] {
            let mut defined = BTreeMap::<String, String>::new();
            for (path, text) in files(folder, |path| is_words(path, tag)) {
                for (number, key) in keys(&text) {
                    let place = format!("{path}:{number}");
                    if let Some(first) = defined.insert(key.to_owned(), place.clone()) {
                        wrong.push(format!("{place}: `{key}` is in {first} already"));
                    }
                }
            }
            assert!(defined.len() > 5, "{folder}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A language that lacks a key falls back to another, and readers see both languages on one page.
#[test]
fn both_languages_of_the_theme_define_the_same_keys() {
    for folder in ["src/serve/words", "themes/default"] {
        let of = |tag: &str| -> BTreeSet<String> {
            let files = files(folder, |path| is_words(path, tag));
            files.iter().flat_map(|(_, text)| keys(text)).map(|(_, key)| key.to_owned()).collect()
        };
        assert_eq!(of("ja"), of("en"), "{folder}");
    }
}

/// How Britain and America begin words that they spell in two ways.
const SPELLINGS: [(&str, &str); 9] = [
    ("centred", "centered"),
    ("centre", "center"),
    ("recognis", "recogniz"),
    ("practis", "practic"),
    ("colour", "color"),
    ("behaviour", "behavior"),
    ("organis", "organiz"),
    ("favour", "favor"),
    ("judgement", "judgment"),
];

#[test]
fn an_american_course_has_american_spelling_and_no_other_words_of_its_own() {
    let british = files("themes/default", |path| path.ends_with(".ftl") && is_words(path, "en"));
    let mut expected: BTreeMap<String, String> = BTreeMap::new();
    for (_, text) in &british {
        for message in messages_of(text) {
            let Some((key, words)) = message.split_once(" =") else { continue };
            let american = SPELLINGS.iter().fold(words.to_owned(), |text, (british, american)| {
                let (first, second) = (capital(british), capital(american));
                text.replace(british, american).replace(&first, &second)
            });
            if american != words {
                expected.insert(key.to_owned(), american);
            }
        }
    }
    let own = files("themes/default/locales", |path| path.ends_with("en-US.ftl"));
    let found = own.iter().flat_map(|(_, text)| messages_of(text));
    let found = found.filter_map(|message| {
        let (key, words) = message.split_once(" =")?;
        Some((key.to_owned(), words.to_owned()))
    });
    let found: BTreeMap<String, String> = found.collect();
    assert_eq!(found, expected);
}

/// The messages of a Fluent file, each with all its lines.
fn messages_of(text: &str) -> Vec<String> {
    let mut messages: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        match messages.last_mut() {
            Some(last) if line.starts_with([' ', '}']) => last.extend(["\n", line]),
            _ => messages.push(line.to_owned()),
        }
    }
    messages
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
