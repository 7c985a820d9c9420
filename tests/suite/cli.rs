//! The commands as processes.

use std::fs;

use mitate::diagnostic::Code;

use crate::course::{files, mitate, mitate_in, project, put, small, stderr, stdout, temporary};

#[test]
fn new_makes_a_course_without_a_mistake_in_both_languages() {
    for lang in ["ja", "en"] {
        let folder = temporary();
        let made = mitate_in(folder.path(), &["new", "my-course", "--lang", lang]);
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        let checked = mitate_in(folder.path(), &["check", "my-course", "--format", "short"]);
        assert_eq!(stdout(&checked).lines().count(), 1, "{lang}: {}", stdout(&checked));
        assert_eq!(checked.status.code(), Some(0));
        let built = mitate_in(&folder.path().join("my-course"), &["build"]);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
        let whole = ["build", "--edition", "facilitator", "--out", "whole"];
        let built = mitate_in(&folder.path().join("my-course"), &whole);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
        let plan = folder.path().join("my-course/whole/sessions/thirty-minutes/present/index.html");
        assert!(plan.exists(), "{lang}: a session is projected");
        let whole = folder.path().join("my-course/whole");
        assert!(
            whole.join("meetings/at-the-box/cards/librarian/index.html").exists(),
            "{lang}: a meeting has cards"
        );
        let case = fs::read_to_string(whole.join("cases/collection-box/index.html")).unwrap();
        // Three stages; the genogram of the second is that of the first.
        assert_eq!(case.matches("class=\"dg dg-").count(), 5, "{lang}: a genogram and an ecomap");
        let again = mitate_in(folder.path(), &["new", "my-course"]);
        assert_eq!(again.status.code(), Some(2), "an author's folder is never overwritten");
    }
}

#[test]
fn what_new_makes_has_no_warning() {
    for arguments in [&["--lang", "ja"][..], &["--lang", "en"], &["--sample"], &["--manual"]] {
        let folder = temporary();
        let made = mitate_in(folder.path(), &[&["new", "it"], arguments].concat());
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        let checked = mitate_in(folder.path(), &["check", "it", "--lang", "en"]);
        let said = format!("{}{}", stdout(&checked), stderr(&checked));
        assert!(said.contains("no errors, no warnings"), "{arguments:?}: {said}");
        // The next command is given as this one was called: the program may be on no path.
        let next = stdout(&made).lines().last().unwrap_or_default().to_owned();
        assert!(next.ends_with("mitate serve it") && next.starts_with('/'), "{next}");
    }
}

#[test]
fn a_course_that_is_misspelt_is_suggested() {
    let folder = temporary();
    small(&folder.path().join("my-course"));
    for command in
        [&["build", "my-cours"][..], &["check", "my_course"], &["package", "mycourse", "--as", "zip"]]
    {
        let said = stderr(&mitate_in(folder.path(), command));
        assert!(said.contains("Did you mean “my-course”?"), "{command:?}: {said}");
    }
}

// The bundled course is only shown to someone who names no course.
#[test]
fn a_course_is_changed_only_where_it_is_named_or_current() {
    let folder = temporary();
    small(&folder.path().join("content"));
    let before = files(folder.path());
    let output = mitate_in(folder.path(), &["add", "page", "first/more"]);
    assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
    assert!(stderr(&output).contains("course.yaml") && files(folder.path()) == before, "{}", stderr(&output));
    assert!(mitate_in(&folder.path().join("content"), &["add", "page", "first/more"]).status.success());
}

#[test]
fn a_missing_option_leads_to_the_help_of_its_command() {
    let said = stderr(&mitate(&["package", "content", "--lang", "ja"]));
    assert!(said.contains("mitate package --help") && said.contains("zip、html、scorm12"), "{said}");
}

// Invariant 3.
#[test]
fn a_folder_without_course_yaml_is_no_course() {
    let folder = temporary();
    for command in ["check", "build"] {
        let output = mitate_in(folder.path(), &[command, "."]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("course.yaml"), "{}", stderr(&output));
    }
}

#[test]
fn the_course_is_the_current_folder_or_content() {
    let folder = temporary();
    small(&folder.path().join("content"));
    assert_eq!(mitate_in(folder.path(), &["check"]).status.code(), Some(0));
    assert_eq!(mitate_in(&folder.path().join("content"), &["check"]).status.code(), Some(0));
}

#[test]
fn every_mistake_of_a_file_is_told_in_the_language_asked_for() {
    let folder = temporary();
    small(folder.path());
    put(
        folder.path(),
        "modules/01-first/10-listen.md",
        "---\ntitel: 題\norder: 一\n---\n## 場面 {#scene}\n\n日本語のあとの[[ラポル]]と[[ない語]]。\n\n#### 飛ぶ\n",
    );
    let ja = mitate_in(folder.path(), &["check", ".", "--lang", "ja", "--format", "short"]);
    let lines: Vec<String> = stdout(&ja).lines().map(str::to_owned).collect();
    let places: Vec<&str> = lines.iter().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(
        places[..5],
        [
            "modules/01-first/10-listen.md:2:1",
            "modules/01-first/10-listen.md:3:8",
            "modules/01-first/10-listen.md:7:10",
            "modules/01-first/10-listen.md:7:18",
            "modules/01-first/10-listen.md:9:1",
        ],
        "{lines:#?}"
    );
    let human = mitate_in(folder.path(), &["check", ".", "--lang", "ja"]);
    assert!(stderr(&human).contains("ラポール"), "suggests the near term: {}", stderr(&human));
    assert!(!stderr(&human).contains("\u{1b}["), "no colour into a pipe");
}

#[test]
fn json_is_one_object_a_line() {
    let folder = temporary();
    small(folder.path());
    put(folder.path(), "modules/01-first/30-x.md", "---\ntitle: x\n---\n[a](role:nobody)\n");
    let output = mitate_in(folder.path(), &["check", ".", "--format", "json"]);
    let objects: Vec<serde_json::Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), 1);
    assert_eq!(objects[0]["code"], "unknown-reference");
    assert_eq!(objects[0]["line"], 4);
    assert_eq!(objects[0]["path"], "modules/01-first/30-x.md");
}

#[test]
fn explain_knows_every_code_and_helps_with_a_misspelt_one() {
    for code in Code::ALL {
        for lang in ["ja", "en"] {
            let output = mitate(&["explain", code.name(), "--lang", lang]);
            assert_eq!(output.status.code(), Some(0));
            assert!(stdout(&output).lines().count() > 5, "{}", stdout(&output));
        }
    }
    let output = mitate(&["explain", "mising-alt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("missing-alt"));
}

#[test]
fn the_schemas_of_the_bundled_course_are_fresh() {
    let folder = temporary();
    // Their descriptions are in the language of the course.
    put(folder.path(), "course.yaml", "language: ja\n");
    let made = mitate_in(folder.path(), &["schema", "--out", "schema", "--lang", "en"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    assert!(
        files(&folder.path().join("schema")) == files(&project().join("content/.schema")),
        "run: cargo run -- schema --out content/.schema"
    );
    let one = mitate(&["schema", "worksheet"]);
    let schema: serde_json::Value = serde_json::from_str(&stdout(&one)).unwrap();
    assert!(schema["$defs"]["Field"]["properties"]["kind"]["enum"].as_array().unwrap().len() >= 15);
    assert_eq!(mitate(&["schema", "workshet"]).status.code(), Some(2));
}

#[test]
fn yaml_files_of_the_bundled_course_name_their_schema() {
    for entry in walkdir::WalkDir::new(project().join("content")) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let text = fs::read_to_string(&path).unwrap();
            let first = text.lines().next().unwrap_or_default();
            let schema = first
                .strip_prefix("# yaml-language-server: $schema=")
                .unwrap_or_else(|| panic!("{}", path.display()));
            assert!(path.parent().unwrap().join(schema).is_file(), "{}: {schema}", path.display());
        }
    }
}

#[test]
fn the_curriculum_map_names_what_covers_each_item() {
    let output = mitate(&["check", "content", "--coverage"]);
    let text = stdout(&output);
    assert!(text.contains("(biestek-7)") && text.contains("modules/01-encounter/"), "{text}");
    // What the syllabus promises is both taught and practised.
    let count = |mark: &str| text.lines().filter(|line| line.trim_start().starts_with(mark)).count();
    let items = text.lines().filter(|line| line.starts_with("  ") && line.ends_with(')')).count();
    assert!(items >= 39);
    assert_eq!((count("Taught:"), count("Practised:")), (items, items), "{text}");
}

#[test]
fn help_is_in_the_language_asked_for() {
    assert!(stdout(&mitate(&["--help"])).contains("Write the site"));
    let ja = stdout(&mitate(&["--lang", "ja", "--help"]));
    assert!(ja.contains("書き出") && !ja.contains("Write the site"), "{ja}");
    let ja = stdout(&mitate(&["build", "--lang", "ja", "--help"]));
    assert!(!ja.contains("Output folder"), "{ja}");
}

#[test]
fn a_wrong_argument_is_a_fault_of_use() {
    assert_eq!(mitate(&["build", "--nonsense"]).status.code(), Some(2));
    assert_eq!(mitate(&[]).status.code(), Some(2));
}

#[test]
fn hostile_input_is_told_and_never_panics() {
    let folder = temporary();
    small(folder.path());
    let bombs: [(&str, &[u8]); 6] = [
        ("modules/01-first/31-a.md", b"---\n---\n"),
        ("modules/01-first/32-b.md", b"---\ntitle: \xff\n---\n"),
        ("modules/01-first/33-c.md", b""),
        ("worksheets/a.yaml", b"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n"),
        ("worksheets/b.yaml", b"- [[[[[[[[[[[[[[[[[[[[[[\n"),
        ("roles/c.md", b"---\ntitle: [a\n---\n"),
    ];
    for (path, bytes) in bombs {
        put(folder.path(), path, "");
        fs::write(folder.path().join(path), bytes).unwrap();
    }
    let output = mitate_in(folder.path(), &["check", ".", "--format", "short"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(!stderr(&output).contains("panicked"));
    for (path, _) in bombs {
        assert!(stdout(&output).contains(path), "{path}: {}", stdout(&output));
    }
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let commands = ["new", "add", "rename", "check", "build", "serve", "explain", "schema"];
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = mitate(&["completions", shell]);
        assert_eq!(script.status.code(), Some(0), "{shell}");
        for command in commands {
            assert!(stdout(&script).contains(command), "{shell}: {command}");
        }
    }
    for lang in ["ja", "en"] {
        let all = stdout(&mitate(&["man", "--lang", lang]));
        assert!(all.contains(".TH mitate 1"), "{all}");
        for command in commands {
            assert!(all.contains(&format!("mitate\\-{command}(1)")), "{lang}: {command}: {all}");
            let page = stdout(&mitate(&["man", command, "--lang", lang]));
            assert!(page.contains(&format!(".TH mitate-{command} 1")), "{page}");
        }
        assert!(stdout(&mitate(&["man", "serve", "--lang", lang])).contains("\\-\\-host"), "{lang}");
    }
    let folder = temporary();
    let all = mitate_in(folder.path(), &["man", "--out", "pages", "--lang", "en"]);
    assert_eq!(all.status.code(), Some(0), "{}", stderr(&all));
    for command in commands {
        let written = fs::read_to_string(folder.path().join(format!("pages/mitate-{command}.1"))).unwrap();
        assert_eq!(written, stdout(&mitate(&["man", command, "--lang", "en"])));
    }
    let unknown = mitate(&["man", "bild", "--lang", "en"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("Choose from: new, add, rename, check"), "{}", stderr(&unknown));
}
