//! The order of the source tree: what files say of themselves, what belongs together, which test holds which invariant.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use crate::course::project;

/// Every Rust file below `src`: its path from there, and its text without its tests.
pub fn sources() -> Vec<(String, String)> {
    let root = project().join("src");
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(&root)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    assert!(files.len() > 50);
    let named = files.into_iter().map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("\n#[cfg(test)]").next().unwrap_or_default().to_owned();
        (path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"), code)
    });
    named.collect()
}

#[test]
fn files_are_small_and_say_what_they_do() {
    for (path, code) in sources() {
        assert!(code.lines().count() <= 420, "{path} is too long");
        assert!(code.starts_with("//!"), "{path} does not say what it does");
        assert!(!code.contains("static mut"), "{path}");
        assert!(
            !code.contains("mod $"),
            "{path} declares modules by a macro: rustfmt does not see their files"
        );
    }
}

/// The names of the types that `code` declares, beside associated ones.
fn types(code: &str) -> impl Iterator<Item = &str> {
    code.lines().filter_map(|line| {
        let mut words =
            line.split_whitespace().skip_while(|word| word.starts_with("pub") || *word == "super)");
        let keyword = words.next()?;
        let is_type = ["struct", "enum", "trait", "union"].contains(&keyword)
            || keyword == "type" && !line.starts_with(' ');
        let name = words.next().filter(|_| is_type)?;
        Some(name.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default())
    })
}

#[test]
fn no_two_files_have_a_type_of_the_same_name() {
    let mut declared = BTreeMap::<String, BTreeSet<String>>::new();
    for (path, code) in sources().into_iter().filter(|(path, _)| !path.ends_with("tests.rs")) {
        for name in types(&code).filter(|name| !name.is_empty()) {
            declared.entry(name.to_owned()).or_default().insert(path.clone());
        }
    }
    assert!(declared.len() > 200);
    let twice: Vec<_> = declared.into_iter().filter(|(_, files)| files.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

/// What the room of a kind of exercise or a type of field lacks, in sentences.
fn lacks(room: &str, name: &str, rust: &str, required: &[&str]) -> Vec<String> {
    let folder = project().join("themes/default").join(room).join(name);
    let mut missing: Vec<String> = required
        .iter()
        .filter(|file| !folder.join(file).is_file())
        .map(|file| format!("{room} `{name}` has no themes/default/{room}/{name}/{file}"))
        .collect();
    if !project().join(rust).is_file() {
        missing.push(format!("{room} `{name}` has no {rust}"));
    }
    if folder.join("ja.ftl").is_file() != folder.join("en.ftl").is_file() {
        missing.push(format!("{room} `{name}` has words in one language only"));
    }
    missing
}

/// The folders of a room of the theme that belong to none of `names`.
fn strangers(room: &str, names: &[&str]) -> Vec<String> {
    let entries = fs::read_dir(project().join("themes/default").join(room)).unwrap();
    let folders = entries.map(|it| it.unwrap()).filter(|it| it.path().is_dir());
    let folders = folders.map(|it| it.file_name().to_string_lossy().into_owned());
    folders
        .filter(|it| !names.contains(&it.as_str()))
        .map(|it| format!("{room} `{it}` is in no table"))
        .collect()
}

// Invariant 7.
#[test]
fn a_kind_of_exercise_is_one_rust_file_one_folder_and_two_fixtures() {
    let kinds = mitate::exercise::Task::WORDS;
    let mut wrong = strangers("exercise", kinds);
    for kind in kinds {
        wrong.extend(lacks(
            "exercise",
            kind,
            &format!("src/exercise/{kind}.rs"),
            &["form.html", "ja.ftl", "en.ftl"],
        ));
        for fixture in [format!("exercise-{kind}"), format!("exercise-{kind}-wrong")] {
            if !project().join("tests/sites").join(&fixture).is_dir() {
                wrong.push(format!(
                    "exercise `{kind}` has no fixture tests/sites/{fixture}: copy that of another kind"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// Invariant 7.
#[test]
fn a_type_of_field_is_one_rust_file_and_one_folder() {
    let types = mitate::field::FieldKind::WORDS;
    let mut wrong = strangers("field", types);
    for name in types {
        wrong.extend(lacks(
            "field",
            name,
            &format!("src/field/{}.rs", name.replace('-', "_")),
            &["form.html"],
        ));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// Invariant 7.
#[test]
fn the_renderer_names_no_kind_of_exercise() {
    let kinds = mitate::exercise::Task::WORDS;
    for (path, code) in sources().into_iter().filter(|(path, _)| path.starts_with("render/")) {
        let is_named = |kind: &&&str| code.contains(&format!("exercise/{kind}")) || code.contains("Task::");
        assert_eq!(kinds.iter().find(is_named), None, "{path}");
    }
}

// Invariant 8.
#[test]
fn every_rule_is_in_the_table() {
    let rules = project().join("src/check/rules");
    let table = fs::read_to_string(rules.join("mod.rs")).unwrap();
    for entry in fs::read_dir(rules).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().trim_end_matches(".rs").to_owned();
        assert!(name == "mod" || table.contains(&format!("({name}::")), "{name}");
    }
}

// Invariant 10.
#[test]
fn templates_have_no_inline_style_or_script_and_the_theme_names_no_other_host() {
    for entry in walkdir::WalkDir::new(project().join("themes/default")) {
        let path = entry.unwrap().into_path();
        let extension = path.extension().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        // The page of addresses that are not there has no files beside it.
        if extension == "html" && !path.ends_with("404.html") {
            for inline in [" style=", "<style", " onclick=", " onload=", "javascript:"] {
                assert!(!text.contains(inline), "{}: {inline}", path.display());
            }
            assert!(!text.contains("<script>"), "{}", path.display());
        }
        if matches!(extension.as_str(), "html" | "css" | "js") {
            let hosts = text
                .match_indices("://")
                .map(|(at, _)| text[at.saturating_sub(5)..].chars().take(40).collect::<String>());
            // `\\://` escapes addresses that learners wrote; the others are names of formats.
            let known = [
                "www.w3.org",
                "schemas.openxmlformats.org",
                "adlnet.gov/",
                "w3id.org/xapi",
                "\\://",
                "file://",
            ];
            let named = hosts.filter(|host| !known.iter().any(|it| host.contains(it)));
            let foreign: Vec<String> = named.collect();
            assert_eq!(foreign, [] as [String; 0], "{}", path.display());
        }
    }
}

/// Every file of tests: those of the suite, those beside the code, those of the browser.
fn test_files() -> Vec<(PathBuf, String)> {
    let folders = ["src", "tests/suite", "tests/browser/site", "tests/browser/serve", "tests/browser/unit"];
    let entries = folders.iter().flat_map(|folder| walkdir::WalkDir::new(project().join(folder)));
    let paths = entries.map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file());
    let texts = paths.filter_map(|path| Some((path.clone(), fs::read_to_string(path).ok()?)));
    texts.collect()
}

#[test]
fn each_invariant_is_stated_and_held_by_a_test_that_names_it() {
    let stated = fs::read_to_string(project().join("src/lib.rs")).unwrap();
    let mut held = [0; 12];
    for (path, text) in test_files() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(number) = line.trim().strip_prefix("// Invariant ").and_then(|it| it.strip_suffix('.'))
            else {
                continue;
            };
            let number: usize = number.parse().unwrap();
            let below = lines[at + 1..].iter().find(|line| !line.trim().starts_with("//")).unwrap().trim();
            let is_test =
                ["#[test]", "proptest!", "test(", "for ("].iter().any(|start| below.starts_with(start));
            assert!(is_test, "{}:{}: no test follows", path.display(), at + 1);
            held[number] += 1;
        }
    }
    for (number, tests) in held.iter().enumerate().skip(1) {
        assert!(stated.contains(&format!("//! {number}. ")), "src/lib.rs does not state invariant {number}");
        assert!(*tests > 0, "no test says that it holds invariant {number}");
    }
}
