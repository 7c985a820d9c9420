//! The invariants of the source tree, as `src/lib.rs` states them.

use std::fs;
use std::path::PathBuf;

use crate::course::project;

/// Every Rust file below `src`: its path from there, and its text without its tests.
fn sources() -> Vec<(String, String)> {
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

/// The module of the crate that a file belongs to.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

#[test]
fn a_stage_imports_no_stage_but_the_values_of_the_one_before() {
    const STAGES: [&str; 5] = ["source", "parse", "check", "render", "output"];
    const ALLOWED: [(&str, &str); 5] = [
        ("parse", "source"),
        ("check", "source"),
        ("render", "source"),
        ("output", "render"),
        ("output", "source"),
    ];
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let from = module(&path);
        if !STAGES.contains(&from) {
            continue;
        }
        for to in STAGES.into_iter().chain(["pipeline", "cli", "serve"]) {
            let is_own = from == to || ALLOWED.contains(&(from, to));
            if !is_own && code.contains(&format!("crate::{to}::")) {
                wrong.push(format!("{path} imports {to}"));
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

#[test]
fn only_the_named_modules_touch_files_sockets_clocks_and_the_environment() {
    const OUTSIDE: [&str; 6] = ["source", "output", "theme", "cli", "serve", "main"];
    const TOUCHES: [&str; 8] = [
        "std::fs",
        "fs::",
        "std::net",
        "std::env::",
        "Instant::",
        "SystemTime",
        "std::process::",
        "File::open",
    ];
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        if !OUTSIDE.contains(&module(&path)) {
            let code: String = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            let found = TOUCHES.iter().filter(|touch| code.contains(**touch));
            wrong.extend(found.map(|touch| format!("{path}: {touch}")));
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
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

#[test]
fn every_kind_of_exercise_is_one_name_in_four_places() {
    let theme = project().join("themes/default");
    let shell = fs::read_to_string(theme.join("templates/exercise/shell.html")).unwrap();
    for kind in mitate::exercise::Task::WORDS {
        assert!(project().join(format!("src/exercise/{kind}.rs")).is_file(), "{kind}");
        assert!(theme.join(format!("templates/exercise/{kind}.html")).is_file(), "{kind}");
        assert!(shell.contains(&format!("exercise/{kind}.html")), "{kind}");
        for fixture in [format!("exercise-{kind}"), format!("exercise-{kind}-wrong")] {
            assert!(project().join("tests/sites").join(&fixture).is_dir(), "{fixture}");
        }
    }
    // A script stands only where a kind does more than a form does by itself; none stands for no kind.
    let scripts = fs::read_dir(theme.join("scripts/exercise")).unwrap();
    let table = fs::read_to_string(theme.join("scripts/exercise/kinds.js")).unwrap();
    for kind in mitate::exercise::Task::WORDS {
        let has_script = theme.join(format!("scripts/exercise/{kind}.js")).is_file();
        assert_eq!(has_script, table.contains(&format!("./{kind}.js")), "{kind}");
    }
    assert!(scripts.count() > 3);
}

#[test]
fn every_rule_is_in_the_table() {
    let rules = project().join("src/check/rules");
    let table = fs::read_to_string(rules.join("mod.rs")).unwrap();
    for entry in fs::read_dir(rules).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().trim_end_matches(".rs").to_owned();
        assert!(name == "mod" || table.contains(&format!("({name}::")), "{name}");
    }
}

#[test]
fn templates_have_no_inline_style_or_script_and_the_theme_names_no_other_host() {
    for entry in walkdir::WalkDir::new(project().join("themes/default")) {
        let path = entry.unwrap().into_path();
        let extension = path.extension().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        if extension == "html" {
            for inline in [" style=", "<style", " onclick=", " onload=", "javascript:"] {
                assert!(!text.contains(inline), "{}: {inline}", path.display());
            }
            assert!(!text.contains("<script>"), "{}", path.display());
        }
        if matches!(extension.as_str(), "html" | "css" | "js") {
            let hosts = text
                .match_indices("://")
                .map(|(at, _)| text[at.saturating_sub(5)..].chars().take(40).collect::<String>());
            // `\\://` escapes addresses that learners wrote.
            let named = hosts.filter(|host| {
                !host.contains("www.w3.org") && !host.contains("\\://") && !host.contains("file://")
            });
            let foreign: Vec<String> = named.collect();
            assert_eq!(foreign, [] as [String; 0], "{}", path.display());
        }
    }
}
