//! No command removes or replaces a file that it did not write, whatever its output holds; and what a killed command left goes at the next
//! start.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::course::{files, mitate_in, project, put, small, stderr, temporary};

const FORM: &str = "title: 用紙\nrevision: 1\nsections:\n  - id: one\n    title: 一\n    fields:\n      - { id: wish, kind: text, label: 望み }\n";

/// Commands that write below `--out`, without `--force`.
const WRITERS: [&[&str]; 8] = [
    &["build", "course"],
    &["build", "course", "--edition", "facilitator"],
    &["paper", "course"],
    &["package", "course", "--as", "zip"],
    &["package", "course", "--as", "html"],
    &["evidence", "course"],
    &["collect", "in", "--course", "course"],
    &["schema"],
];

fn course_in(folder: &Path) {
    small(&folder.join("course"));
    put(&folder.join("course"), "worksheets/sheet.yaml", FORM);
    put(folder, "in/a.mitate.json", "{}");
}

fn run(folder: &Path, command: &[&str], out: &str) -> Output {
    mitate_in(folder, &[command, &["--out", out]].concat())
}

// Invariant 5.
#[test]
fn every_command_leaves_what_another_wrote_and_what_is_the_authors() {
    for first in [&["build", "course"][..], &["paper", "course"], &["none"]] {
        for then in WRITERS {
            // The same command again renews its own files.
            if first[0] == then[0] {
                continue;
            }
            let folder = temporary();
            course_in(folder.path());
            if first[0] == "none" {
                for name in ["index.html", "page.json", "course.json", "worksheets/sheet.docx", "notes.txt"] {
                    put(&folder.path().join("o"), name, "mine");
                }
            } else {
                let output = run(folder.path(), first, "o");
                assert_eq!(output.status.code(), Some(0), "{first:?}: {}", stderr(&output));
            }
            let before = files(folder.path());
            let output = run(folder.path(), then, "o");
            let after = files(folder.path());
            for (path, bytes) in &before {
                assert!(after.get(path) == Some(bytes), "{first:?} {then:?}: {}", path.display());
            }
            if matches!(then[0], "build" | "paper" | "package") {
                assert_eq!(output.status.code(), Some(2), "{first:?} {then:?}: {}", stderr(&output));
            }
        }
    }
}

#[test]
fn a_file_of_the_authors_in_the_place_of_a_new_page_stays() {
    let folder = temporary();
    course_in(folder.path());
    assert!(run(folder.path(), &["build", "course"], "o").status.success());
    put(folder.path(), "course/modules/02-more/index.md", "---\ntitle: もっと\n---\n続きます。\n");
    put(folder.path(), "o/more/index.html", "mine");
    let output = run(folder.path(), &["build", "course"], "o");
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("isn’t from mitate"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(folder.path().join("o/more/index.html")).unwrap(), "mine");
    let output = run(folder.path(), &["build", "course", "--force"], "o");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(fs::read_to_string(folder.path().join("o/more/index.html")).unwrap().contains("もっと"));
}

#[test]
fn a_folder_of_another_command_is_told_even_with_force() {
    let folder = temporary();
    course_in(folder.path());
    assert!(run(folder.path(), &["build", "course"], "site").status.success());
    assert!(run(folder.path(), &["paper", "course"], "papers").status.success());
    for (command, out, said) in [
        (&["paper", "course"][..], "site", "contains a site that mitate wrote"),
        (&["build", "course", "--force"], "papers", "contains papers that mitate paper wrote"),
    ] {
        let before = files(&folder.path().join(out));
        let output = run(folder.path(), command, out);
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
        assert!(files(&folder.path().join(out)) == before);
    }
}

#[test]
fn the_site_of_another_course_stays() {
    let folder = temporary();
    course_in(folder.path());
    course_in(&folder.path().join("other"));
    put(
        folder.path(),
        "other/course/course.yaml",
        "id: second\ntitle: 別の教材\nlanguage: ja\nrevision: 1\n",
    );
    for command in ["build", "paper"] {
        assert!(run(folder.path(), &[command, "course"], command).status.success());
        let before = files(&folder.path().join(command));
        let output = run(folder.path(), &[command, "other/course"], command);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(stderr(&output).contains("another course (id: small)"), "{}", stderr(&output));
        assert!(files(&folder.path().join(command)) == before, "{command}");
    }
    assert!(run(folder.path(), &["build", "other/course", "--force"], "build").status.success());
    // A manifest is hostile input: what is no id is not shown.
    let manifest = fs::read_to_string(folder.path().join("build/.mitate-manifest.json")).unwrap();
    fs::write(
        folder.path().join("build/.mitate-manifest.json"),
        manifest.replace("\"second\"", "\"\\u001b[2J\""),
    )
    .unwrap();
    let output = run(folder.path(), &["build", "course"], "build");
    assert!(output.status.success() && !stderr(&output).contains('\u{1b}'), "{}", stderr(&output));
}

#[test]
fn schemas_are_renewed_and_no_other_file_is() {
    let folder = temporary();
    assert!(run(folder.path(), &["schema"], "s").status.success());
    let clean = files(&folder.path().join("s"));
    let page = folder.path().join("s/page.json");
    let old = fs::read_to_string(&page).unwrap().replace("\"type\"", "\"kind\"");
    fs::write(&page, old).unwrap();
    assert!(run(folder.path(), &["schema"], "s").status.success());
    assert!(files(&folder.path().join("s")) == clean);
    for mine in ["mine", "{ \"$schema\": \"x\", \"title\": \"mine\" }"] {
        fs::write(&page, mine).unwrap();
        let output = run(folder.path(), &["schema"], "s");
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert_eq!(fs::read_to_string(&page).unwrap(), mine);
    }
}

#[test]
fn what_a_killed_command_left_in_a_course_goes_at_the_next_start() {
    let folder = temporary();
    course_in(folder.path());
    let left = ["modules/01-first/.10-a.md.mitate-new", "images/.a-1.png.mitate-new", ".b.yaml.mitate-new"];
    let handout = project().join("tests/import/pictures.docx");
    for command in [
        &["import", handout.to_str().unwrap(), "--into", "course"][..],
        &["import", "none.docx", "--into", "course"],
        &["add", "case", "new", "--course", "course"],
        &["add", "case", "Not An Id", "--course", "course"],
    ] {
        for path in left {
            put(&folder.path().join("course"), path, "half");
        }
        // One that another process writes now, and files of others.
        let busy = folder.path().join("course/modules/.busy.md.mitate-new");
        put(&folder.path().join("course"), "modules/.busy.md.mitate-new", "half");
        put(&folder.path().join("course"), "modules/.mitate-new", "mine");
        put(&folder.path().join("course"), "modules/a.mitate-new", "mine");
        let locked = File::open(&busy).unwrap();
        locked.lock().unwrap();
        mitate_in(folder.path(), command);
        for path in left {
            assert!(!folder.path().join("course").join(path).exists(), "{command:?}: {path}");
        }
        for name in [".busy.md.mitate-new", ".mitate-new", "a.mitate-new"] {
            assert!(folder.path().join("course/modules").join(name).exists(), "{command:?}: {name}");
        }
    }
}

#[test]
fn what_a_killed_command_left_beside_its_file_goes_with_the_next_whatever_that_writes() {
    let folder = temporary();
    course_in(folder.path());
    for command in [&["package", "course", "--as", "zip"][..], &["evidence", "course"], &["schema"]] {
        put(folder.path(), "o/.other.html.mitate-new", "half");
        let out = if command[0] == "package" { "o/a.zip" } else { "o/" };
        let output = run(folder.path(), command, out);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(!folder.path().join("o/.other.html.mitate-new").exists(), "{command:?}");
    }
}

#[test]
fn any_number_of_threads_that_is_asked_for_ends() {
    let folder = temporary();
    course_in(folder.path());
    let mut pages = Vec::new();
    for count in ["1", "3", "100000", "18446744073709551615", "0", "-1", "many"] {
        let output = Command::new(env!("CARGO_BIN_EXE_mitate"))
            .args(["build", "course", "--out", "o"])
            .current_dir(folder.path())
            .env("RAYON_NUM_THREADS", count)
            .stdout(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{count}: {}", stderr(&output));
        pages.push(files(&folder.path().join("o")));
        fs::remove_dir_all(folder.path().join("o")).unwrap();
    }
    assert!(pages.windows(2).all(|two| two[0] == two[1]));
}
