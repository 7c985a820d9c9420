//! Which files of a folder are read, and which are published.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use mitate::error::Error;
use mitate::output::{Failure, Folder, WriteOptions, write};
use mitate::pipeline::Workshop;
use mitate::render::Bytes;
use mitate::source::read_asset;

use crate::course::{files, mitate_in, put, small, stderr, stdout, temporary};

fn build(folder: &Path, out: &str) {
    let output = mitate_in(folder, &["build", "course", "--out", out]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
}

#[test]
fn only_files_that_a_text_links_to_or_shows_are_published() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    for path in ["名簿.xlsx", "下書き/覚え書き.txt", "files/紙.pdf", "images/a.svg", "files/様式.pdf"]
    {
        put(&course, path, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>");
    }
    put(
        &course,
        "modules/01-first/20-ask.md",
        "---\ntitle: 問う\n---\n[紙](/files/紙.pdf)と![図](/images/a.svg)。\n",
    );
    // Also from texts in YAML.
    let info =
        "id: small\ntitle: 小さな教材\nlanguage: ja\nrevision: 1\ndescription: '[様式](/files/様式.pdf)'\n";
    put(&course, "course.yaml", info);
    build(folder.path(), "o");
    let published: Vec<String> = files(&folder.path().join("o/files"))
        .keys()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    assert_eq!(published, ["files/様式.pdf", "files/紙.pdf", "images/a.svg"]);
    // A file is published as soon as a text links to it, and no longer than that.
    put(&course, "modules/01-first/20-ask.md", "---\ntitle: 問う\n---\n[名簿](/名簿.xlsx)\n");
    build(folder.path(), "o");
    let published = files(&folder.path().join("o/files"));
    assert_eq!(published.len(), 2);
    assert!(published.contains_key(Path::new("名簿.xlsx")));
}

#[test]
fn an_earlier_site_in_the_folder_is_not_read() {
    let folder = temporary();
    small(&folder.path().join("course"));
    build(folder.path(), "course/old/site");
    let output = mitate_in(folder.path(), &["check", "course", "--format", "short"]);
    assert_eq!(stdout(&output).lines().count(), 1, "{}", stdout(&output));
    build(folder.path(), "o");
    let (old, new) = (files(&folder.path().join("course/old/site")), files(&folder.path().join("o")));
    assert!(old == new);
}

#[test]
fn a_new_course_has_an_id_of_its_own() {
    let folder = temporary();
    let ids: Vec<String> = ["one", "two", "my-course", "研修"]
        .into_iter()
        .map(|name| {
            let made = mitate_in(folder.path(), &["new", name]);
            assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
            let text = fs::read_to_string(folder.path().join(name).join("course.yaml")).unwrap();
            text.lines().find_map(|line| line.strip_prefix("id: ")).unwrap().to_owned()
        })
        .collect();
    for (id, start) in ids.iter().zip(["one-", "two-", "my-course-", "course-"]) {
        assert!(id.starts_with(start) && id.len() == start.len() + 4, "{id}");
    }
}

#[test]
fn what_a_killed_new_left_is_completed_and_nothing_else_is_overwritten() {
    let folder = temporary();
    let made = mitate_in(folder.path(), &["new", "whole"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let whole = files(&folder.path().join("whole"));
    let glossary = String::from_utf8(whole[Path::new("glossary.yaml")].clone()).unwrap();
    put(folder.path(), "left/glossary.yaml", &glossary[..20]);
    put(folder.path(), "left/.course.yaml.mitate-new", "id: le");
    let made = mitate_in(folder.path(), &["new", "left"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    assert_eq!(files(&folder.path().join("left")).len(), whole.len());
    for (path, text) in [("glossary.yaml", "terms: []\n"), ("notes.txt", ""), ("course.yaml", "")] {
        put(folder.path(), &format!("{path}-x/{path}"), text);
        let made = mitate_in(folder.path(), &["new", &format!("{path}-x")]);
        assert_eq!(made.status.code(), Some(2), "{path}");
        assert_eq!(files(&folder.path().join(format!("{path}-x"))).len(), 1, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn what_a_killed_new_left_is_replaced_and_a_second_name_of_a_file_keeps_its_content() {
    let folder = temporary();
    put(folder.path(), "mine.txt", "mine");
    put(folder.path(), "empty.txt", "");
    fs::create_dir(folder.path().join("left")).unwrap();
    fs::hard_link(folder.path().join("mine.txt"), folder.path().join("left/.course.yaml.mitate-new"))
        .unwrap();
    fs::hard_link(folder.path().join("empty.txt"), folder.path().join("left/glossary.yaml")).unwrap();
    let made = mitate_in(folder.path(), &["new", "left"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    assert_eq!(fs::read_to_string(folder.path().join("mine.txt")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(folder.path().join("empty.txt")).unwrap(), "");
}

#[cfg(unix)]
#[test]
fn a_file_that_becomes_a_link_after_it_was_read_is_not_published() {
    use std::os::unix::fs::symlink;

    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    put(folder.path(), "outside/a.txt", "not for anybody");
    put(&course, "files/a.txt", "for learners");
    put(&course, "papers/b.txt", "for learners");
    let links = "---\ntitle: 問う\n---\n[紙](/files/a.txt)と[別の紙](/papers/b.txt)\n";
    put(&course, "modules/01-first/20-ask.md", links);
    let site = Workshop::new(&course, None, &[]).unwrap().load().unwrap().site().unwrap();
    let read = |path: &str| match site.render(path) {
        Ok(Some(Bytes::Copied(asset))) => read_asset(asset),
        other => panic!("{path}: {:?}", other.is_ok()),
    };
    for path in ["files/files/a.txt", "files/papers/b.txt"] {
        assert_eq!(read(path).unwrap(), b"for learners");
    }
    fs::remove_file(course.join("files/a.txt")).unwrap();
    symlink("../../outside/a.txt", course.join("files/a.txt")).unwrap();
    fs::rename(folder.path().join("outside/a.txt"), folder.path().join("outside/b.txt")).unwrap();
    fs::remove_dir_all(course.join("papers")).unwrap();
    symlink("../outside", course.join("papers")).unwrap();
    put(folder.path(), "outside/a.txt", "not for anybody");
    for path in ["files/files/a.txt", "files/papers/b.txt"] {
        assert!(matches!(read(path), Err(Error::LeadsOutside(_))), "{path}");
    }
    let out = Folder::lock(&folder.path().join("o"), false, &mut || false).unwrap().unwrap();
    let stop = AtomicBool::new(false);
    let options = WriteOptions { progress: &|_, _| {}, stop: &stop, inputs: None, program: None };
    assert!(matches!(write(&site, out, options), Err(Failure::Error(Error::LeadsOutside(_)))));
    assert!(!folder.path().join("o").exists());
}

#[cfg(unix)]
#[test]
fn a_pipe_never_hangs_a_command() {
    use std::process::Command;
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    build(folder.path(), "o");
    let pipe = |path: &str| {
        let path = folder.path().join(path);
        let _ = fs::remove_file(&path);
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    pipe("o/.mitate-manifest.json");
    let output = mitate_in(folder.path(), &["build", "course", "--out", "o"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    pipe("course/course.yaml");
    let output = mitate_in(folder.path(), &["check", "course"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("isn’t a regular file"), "{}", stderr(&output));
    fs::create_dir(folder.path().join("c")).unwrap();
    pipe("c/glossary.yaml");
    let output = mitate_in(folder.path(), &["new", "c"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
}

#[test]
fn hidden_files_of_a_theme_are_not_published() {
    let folder = temporary();
    small(&folder.path().join("course"));
    for path in [".DS_Store", ".env", ".git/config", "logo.svg~", "logo.svg.bak", "Thumbs.db"] {
        put(folder.path(), &format!("theme/assets/{path}"), "secret");
        put(folder.path(), &format!("theme/{path}"), "secret");
    }
    put(folder.path(), "theme/assets/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let output = mitate_in(folder.path(), &["build", "course", "--out", "o", "--theme", "theme"]);
    assert_eq!((output.status.code(), &*stderr(&output)), (Some(0), ""));
    let published = files(&folder.path().join("o"));
    assert!(published.contains_key(Path::new("assets/logo.svg")));
    assert!(published.values().all(|bytes| bytes != b"secret"));
}

#[cfg(unix)]
#[test]
fn a_link_in_a_theme_is_reported_and_not_followed() {
    let folder = temporary();
    small(&folder.path().join("course"));
    put(folder.path(), "secret.txt", "secret");
    fs::create_dir_all(folder.path().join("theme/assets")).unwrap();
    std::os::unix::fs::symlink("../../secret.txt", folder.path().join("theme/assets/a.txt")).unwrap();
    let output = mitate_in(folder.path(), &["build", "course", "--out", "o", "--theme", "theme"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("assets/a.txt") && !folder.path().join("o").exists());
    let output = mitate_in(folder.path(), &["check", "course", "--theme", "secret.txt"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("secret.txt"), "{}", stderr(&output));
}

#[cfg(unix)]
#[test]
fn two_files_whose_names_look_the_same_are_reported_and_no_name_commands_the_terminal() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    for name in
        ["が.pdf".as_bytes(), "か\u{3099}.pdf".as_bytes(), b"a\xff.pdf", b"a\xfe.pdf", b"\x1b[31m.pdf"]
    {
        fs::create_dir_all(course.join("files")).unwrap();
        fs::write(course.join("files").join(OsStr::from_bytes(name)), "紙").unwrap();
    }
    for format in ["short", "human", "json"] {
        let output = mitate_in(folder.path(), &["check", "course", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        let told = stdout(&output) + &stderr(&output);
        assert!(!told.contains('\u{1b}'), "{told:?}");
        for path in ["files/が.pdf", "files/a\u{fffd}.pdf"] {
            assert!(told.contains(path), "{told}");
        }
    }
}

#[cfg(unix)]
#[test]
fn no_schema_is_written_through_a_link() {
    let folder = temporary();
    put(folder.path(), "victim.txt", "mine");
    fs::create_dir(folder.path().join("schema")).unwrap();
    for name in ["page.json", ".case.json.mitate-new"] {
        let link = folder.path().join("schema").join(name);
        std::os::unix::fs::symlink("../victim.txt", &link).unwrap();
        let output = mitate_in(folder.path(), &["schema", "--out", "schema"]);
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stderr(&output).contains(name), "{}", stderr(&output));
        assert_eq!(fs::read_to_string(folder.path().join("victim.txt")).unwrap(), "mine");
        fs::remove_file(link).unwrap();
    }
    let output = mitate_in(folder.path(), &["schema", "--out", "schema"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}
