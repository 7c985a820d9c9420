//! The output folder is hostile input, and a build of it is whole or not at all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use mitate::output::{Failure, Folder, WriteOptions, write};
use mitate::pipeline::Workshop;
use mitate::render::route;
use mitate::theme::Theme;

use crate::course::{files, mitate_in, put, small, stderr, stdout, temporary};

const MANIFEST: &str = ".mitate-manifest.json";
const STAGING: &str = ".mitate-new";

fn build(folder: &Path) -> Output {
    mitate_in(folder, &["build", "course", "--out", "o"])
}

fn expect_built(folder: &Path) {
    let output = build(folder);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    assert!(!folder.join("o").join(STAGING).exists());
}

/// The bytes of a clean build of the course in `folder`.
fn clean(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = temporary();
    let path = out.path().join("clean");
    let output = mitate_in(folder, &["build", "course", "--out", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    files(&path)
}

/// A course whose build takes long enough to be killed in the middle.
fn long(course: &Path, words: &str) {
    small(course);
    for number in 0..200 {
        put(
            course,
            &format!("modules/01-first/p{number:03}.md"),
            &format!("---\ntitle: 頁{number}\n---\n{words}\n"),
        );
    }
}

fn started(folder: &Path, course: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_mitate"))
        .args(["build", course, "--out", "o"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits until the build has written so many temporary files, or has ended. Says whether it still runs.
fn wait_for(child: &mut Child, folder: &Path, count: usize) -> bool {
    let staging = folder.join("o").join(STAGING);
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        if fs::read_dir(&staging).is_ok_and(|entries| entries.count() > count) {
            return true;
        }
        std::thread::yield_now();
    }
}

#[test]
fn a_manifest_names_nothing_outside_the_folder() {
    let folder = temporary();
    small(&folder.path().join("course"));
    expect_built(folder.path());
    let manifest = folder.path().join("o").join(MANIFEST);
    let text = fs::read_to_string(&manifest).unwrap();
    let precious = folder.path().join("precious.txt");
    put(folder.path(), "precious.txt", "mine");
    put(folder.path(), "o/.git/config", "mine");
    let absolute = precious.to_str().unwrap();
    for path in ["../precious.txt", "cases/../../precious.txt", absolute, ".git/config", "./../precious.txt"]
    {
        let entry = format!("\"files\":{{\"{path}\":{{\"hash\":\"\",\"len\":4,\"of\":null}},");
        fs::write(&manifest, text.replacen("\"files\":{", &entry, 1)).unwrap();
        put(
            &folder.path().join("course"),
            "course.yaml",
            &format!("id: small\ntitle: 別{path:?}\nlanguage: ja\nrevision: 1\n"),
        );
        build(folder.path());
        assert_eq!(fs::read_to_string(&precious).unwrap(), "mine", "{path}");
        assert_eq!(fs::read_to_string(folder.path().join("o/.git/config")).unwrap(), "mine", "{path}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_in_the_folder() {
    use std::os::unix::fs::symlink;
    let folder = temporary();
    let (course, out) = (folder.path().join("course"), folder.path().join("o"));
    small(&course);
    expect_built(folder.path());
    put(folder.path(), "victim.txt", "mine");
    put(folder.path(), "victims/1", "mine");
    let expect_spared = || {
        assert_eq!(fs::read_to_string(folder.path().join("victim.txt")).unwrap(), "mine");
        assert_eq!(files(&folder.path().join("victims")).len(), 1);
        assert_eq!(fs::read_to_string(folder.path().join("victims/1")).unwrap(), "mine");
    };
    let edit =
        |words: &str| put(&course, "modules/01-first/20-ask.md", &format!("---\ntitle: {words}\n---\n"));
    // Where temporary files could be.
    symlink("../victim.txt", out.join("index.html.mitate-new")).unwrap();
    symlink("../victims", out.join(STAGING)).unwrap();
    edit("一");
    expect_built(folder.path());
    expect_spared();
    fs::create_dir(out.join(STAGING)).unwrap();
    for name in ["lock", "0", "1", "2", MANIFEST] {
        symlink("../../victim.txt", out.join(STAGING).join(name)).unwrap();
    }
    edit("二");
    expect_built(folder.path());
    expect_spared();
    // In the place of a file, and of a folder.
    fs::remove_file(out.join("index.html")).unwrap();
    symlink("../victim.txt", out.join("index.html")).unwrap();
    edit("三");
    expect_built(folder.path());
    expect_spared();
    assert!(fs::symlink_metadata(out.join("index.html")).unwrap().is_file());
    fs::remove_dir_all(out.join("first")).unwrap();
    symlink("../victims", out.join("first")).unwrap();
    edit("四");
    let before = files(&out);
    let output = build(folder.path());
    assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
    assert!(stderr(&output).contains("o/first is a link"), "{}", stderr(&output));
    expect_spared();
    assert!(files(&out) == before);
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link_in_the_folder() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    put(&course, "modules/02-gone/index.md", "---\ntitle: 消える\n---\n");
    expect_built(folder.path());
    fs::rename(folder.path().join("o/gone"), folder.path().join("gone")).unwrap();
    std::os::unix::fs::symlink("../gone", folder.path().join("o/gone")).unwrap();
    fs::remove_dir_all(course.join("modules/02-gone")).unwrap();
    expect_built(folder.path());
    assert!(folder.path().join("gone/index.html").is_file());
}

#[test]
fn what_is_in_the_way_is_told_before_anything_is_written() {
    let folder = temporary();
    let (course, out) = (folder.path().join("course"), folder.path().join("o"));
    small(&course);
    expect_built(folder.path());
    put(&course, "course.yaml", "id: small\ntitle: 別の題\nlanguage: ja\nrevision: 1\n");
    let expect_refused = |place: &str| {
        let before = files(&out);
        let output = build(folder.path());
        assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
        assert!(stderr(&output).contains(place), "{}", stderr(&output));
        assert!(files(&out) == before);
        assert!(!out.join(STAGING).exists());
    };
    fs::remove_file(out.join("index.html")).unwrap();
    fs::create_dir(out.join("index.html")).unwrap();
    expect_refused("o/index.html is a folder");
    put(&out, "index.html/notes.txt", "mine");
    expect_refused("o/index.html is a folder");
    fs::remove_dir_all(out.join("index.html")).unwrap();
    fs::remove_dir_all(out.join("first")).unwrap();
    put(&out, "first", "mine");
    expect_refused("o/first is a file");
    fs::remove_file(out.join("first")).unwrap();
    expect_built(folder.path());
    assert!(files(&out) == clean(folder.path()));
}

#[test]
fn a_file_of_the_site_may_become_a_folder_and_a_file_again() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    for path in [
        "files/a.txt",
        "files/a.txt/b.txt",
        "files/a.txt/b.txt/c.txt",
        "files/a.txt",
        "files/a.txt/b.txt/c.txt",
    ] {
        if course.join("files").exists() {
            fs::remove_dir_all(course.join("files")).unwrap();
        }
        put(&course, path, "紙");
        put(&course, "modules/01-first/20-ask.md", &format!("---\ntitle: 問う\n---\n[紙](/{path})\n"));
        expect_built(folder.path());
        assert!(files(&folder.path().join("o")) == clean(folder.path()), "{path}");
    }
}

#[test]
fn a_way_back_out_of_a_folder_that_is_not_there_leads_to_no_foreign_files() {
    let folder = temporary();
    small(&folder.path().join("course"));
    put(folder.path(), "mine/index.html", "mine");
    put(folder.path(), "mine/course.yaml", "id: mine");
    let before = files(folder.path());
    for arguments in [
        &["build", "course", "--out", "mine/new/.."][..],
        &["build", "course", "--out", "mine/new/deep/../.."],
        &["build", "course", "--out", "course/new/.."],
        &["new", "mine/new/.."],
    ] {
        let output = mitate_in(folder.path(), arguments);
        assert_ne!(output.status.code(), Some(0), "{arguments:?}: {}", stdout(&output));
        assert!(files(folder.path()) == before, "{arguments:?}");
    }
    let output = mitate_in(folder.path(), &["build", "course", "--out", "new/../other"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(folder.path().join("other/index.html").exists() && !folder.path().join("new").exists());
}

// Invariant 5.
#[test]
fn a_failed_build_leaves_no_new_folder() {
    let folder = temporary();
    small(&folder.path().join("course"));
    put(folder.path(), "theme/templates/page.html", "{{ no.such.value }}");
    let failing = ["build", "course", "--theme", "theme", "--out", "new/a/b"];
    let output = mitate_in(folder.path(), &failing);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(!folder.path().join("new").exists());
    fs::create_dir_all(folder.path().join("new/a")).unwrap();
    mitate_in(folder.path(), &failing);
    assert_eq!(fs::read_dir(folder.path().join("new/a")).unwrap().count(), 0);
    put(&folder.path().join("course"), "modules/01-first/20-ask.md", "本文だけ。");
    let output = mitate_in(folder.path(), &["build", "course", "--out", "other"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(!folder.path().join("other").exists());
}

#[test]
fn a_file_that_was_changed_in_the_output_is_written_again() {
    let folder = temporary();
    small(&folder.path().join("course"));
    expect_built(folder.path());
    let before = files(&folder.path().join("o"));
    for path in ["index.html", "assets/style.css", "first/listen/index.html"] {
        let file = folder.path().join("o").join(path);
        let changed: Vec<u8> = fs::read(&file).unwrap().iter().map(|byte| byte ^ 1).collect();
        fs::write(&file, changed).unwrap();
    }
    expect_built(folder.path());
    assert!(files(&folder.path().join("o")) == before);
}

#[test]
fn a_copied_site_is_known_by_its_content() {
    let folder = temporary();
    small(&folder.path().join("course"));
    expect_built(folder.path());
    fs::rename(folder.path().join("o"), folder.path().join("old")).unwrap();
    for (path, bytes) in files(&folder.path().join("old")) {
        let target = folder.path().join("o").join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    fs::copy(folder.path().join("old").join(MANIFEST), folder.path().join("o").join(MANIFEST)).unwrap();
    let output = build(folder.path());
    assert!(stdout(&output).contains("no files written"), "{}", stdout(&output));
}

#[test]
fn what_a_killed_build_left_goes_with_the_next_even_if_nothing_changed() {
    let folder = temporary();
    small(&folder.path().join("course"));
    expect_built(folder.path());
    let before = files(&folder.path().join("o"));
    for path in ["lock", "17", "deep/er"] {
        put(&folder.path().join("o").join(STAGING), path, "<p>half");
    }
    expect_built(folder.path());
    assert!(files(&folder.path().join("o")) == before);
}

// Invariant 5.
#[test]
fn a_kill_at_any_point_leaves_whole_files_and_nothing_after_the_next_build() {
    let folder = temporary();
    let (course, out) = (folder.path().join("course"), folder.path().join("o"));
    long(&course, "古い本文。");
    expect_built(folder.path());
    let old = files(&out);
    let mut killed = 0;
    for count in [0, 1, 20, 90, 180, 210, 230, 400] {
        long(&course, "新しい本文。");
        let new = clean(folder.path());
        let mut child = started(folder.path(), "course");
        killed += usize::from(wait_for(&mut child, folder.path(), count));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().unwrap();
        for (path, bytes) in files(&out) {
            let is_temporary = path.starts_with(STAGING);
            let is_whole = [&old, &new].iter().any(|site| site.get(&path) == Some(&bytes));
            assert!(is_temporary || is_whole, "{}", path.display());
        }
        long(&course, "古い本文。");
        expect_built(folder.path());
        assert!(files(&out) == old);
    }
    assert!(killed > 2, "no build was killed while it wrote");
}

#[cfg(unix)]
#[test]
fn a_signal_in_the_middle_leaves_the_old_site_and_nothing_else() {
    let folder = temporary();
    let (course, out) = (folder.path().join("course"), folder.path().join("o"));
    long(&course, "古い本文。");
    expect_built(folder.path());
    let old = files(&out);
    let mut stopped = 0;
    for (signal, code) in [("-INT", 130), ("-TERM", 143), ("-INT", 130)] {
        long(&course, "新しい本文。");
        let mut child = started(folder.path(), "course");
        wait_for(&mut child, folder.path(), 10);
        Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        let status = child.wait().unwrap().code();
        assert!(!out.join(STAGING).exists());
        if status == Some(code) {
            stopped += 1;
            assert!(files(&out) == old);
        } else {
            assert_eq!(status, Some(0));
            assert!(files(&out) == clean(folder.path()));
        }
        long(&course, "古い本文。");
        expect_built(folder.path());
    }
    assert!(stopped > 0, "no build was stopped while it wrote");
    fs::remove_dir_all(&out).unwrap();
    let mut child = started(folder.path(), "course");
    wait_for(&mut child, folder.path(), 10);
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(child.wait().unwrap().code() == Some(0) || !out.exists());
}

#[test]
fn of_two_builds_at_once_one_course_is_whole() {
    let folder = temporary();
    long(&folder.path().join("one"), "一つめ。");
    long(&folder.path().join("two"), "二つめ。");
    put(&folder.path().join("two"), "modules/02-more/index.md", "---\ntitle: 加えた\n---\n");
    let site = |course: &str| {
        let output = mitate_in(folder.path(), &["build", course, "--out", &format!("clean-{course}")]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        files(&folder.path().join(format!("clean-{course}")))
    };
    let sites = [site("one"), site("two")];
    for _ in 0..3 {
        let builds = [started(folder.path(), "one"), started(folder.path(), "two")];
        for mut child in builds {
            assert_eq!(child.wait().unwrap().code(), Some(0));
        }
        let out = files(&folder.path().join("o"));
        assert!(sites.contains(&out));
        assert!(!folder.path().join("o").join(STAGING).exists());
        fs::remove_dir_all(folder.path().join("o")).unwrap();
    }
}

#[test]
fn a_build_that_waited_reads_the_course_again() {
    use std::io::{BufRead as _, BufReader};
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    expect_built(folder.path());
    put(&course, "modules/01-first/20-ask.md", "---\ntitle: 問う\n---\n待つ前。\n");
    put(&folder.path().join("o").join(STAGING), "lock", "");
    let lock = File::options().write(true).open(folder.path().join("o").join(STAGING).join("lock")).unwrap();
    lock.lock().unwrap();
    let mut child = started(folder.path(), "course");
    let mut line = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains('o'), "says that it waits: {line}");
    put(&course, "modules/01-first/20-ask.md", "---\ntitle: 問う\n---\n待つあいだ。\n");
    drop(lock);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(files(&folder.path().join("o")) == clean(folder.path()));
}

#[test]
fn a_file_that_vanishes_during_a_build_changes_nothing() {
    let folder = temporary();
    let (course, out) = (folder.path().join("course"), folder.path().join("o"));
    small(&course);
    put(&course, "files/a.txt", "紙");
    put(&course, "modules/01-first/20-ask.md", "---\ntitle: 問う\n---\n[紙](/files/a.txt)\n");
    expect_built(folder.path());
    let before = files(&out);
    put(&course, "course.yaml", "id: small\ntitle: 別の題\nlanguage: ja\nrevision: 1\n");
    let site = Workshop::new(&course, None, &[]).unwrap().load().unwrap().site().unwrap();
    fs::remove_file(course.join("files/a.txt")).unwrap();
    let locked = Folder::lock(&out, false, &mut || false).unwrap().unwrap();
    let stop = AtomicBool::new(false);
    let options = WriteOptions { progress: &|_, _| {}, stop: &stop, inputs: None, program: None };
    assert!(matches!(write(&site, locked, options), Err(Failure::Error(mitate::error::Error::Read(..)))));
    assert!(files(&out) == before);
    assert!(!out.join(STAGING).exists());
}

// Invariant 5.
#[test]
fn a_panic_while_a_page_is_rendered_changes_nothing_and_names_the_page() {
    let folder = temporary();
    let (course, out) = (folder.path().join("course"), folder.path().join("o"));
    small(&course);
    expect_built(folder.path());
    let before = files(&out);
    put(&course, "course.yaml", "id: small\ntitle: 別の題\nlanguage: ja\nrevision: 1\n");
    let loaded = Workshop::new(&course, None, &[]).unwrap().load().unwrap();
    let (mut theme, _) = Theme::load(None, "ja").unwrap();
    let current = |_: tera::Kwargs, _: &tera::State| -> tera::TeraResult<tera::Value> { panic!("injected") };
    theme.tera.register_function("current", current);
    let site = route(&loaded.course, &Arc::new(theme));
    let locked = Folder::lock(&out, false, &mut || false).unwrap().unwrap();
    let stop = AtomicBool::new(false);
    let options = WriteOptions { progress: &|_, _| {}, stop: &stop, inputs: None, program: None };
    let Err(Failure::Error(error)) = write(&site, locked, options) else { panic!("the panic is lost") };
    let (key, arguments) = error.message();
    assert_eq!(key, "error-render-panicked");
    assert!(arguments[0].1.ends_with(".html") && arguments[1].1.contains("injected"), "{arguments:?}");
    assert!(files(&out) == before);
    assert!(!out.join(STAGING).exists());
}

#[test]
fn a_name_may_be_as_long_as_the_disk_allows() {
    let folder = temporary();
    let course = folder.path().join("course");
    small(&course);
    let name = format!("{}.txt", "a".repeat(251));
    put(&course, &format!("files/{name}"), "紙");
    put(&course, "modules/01-first/20-ask.md", &format!("---\ntitle: 問う\n---\n[紙](/files/{name})\n"));
    expect_built(folder.path());
    assert!(folder.path().join("o/files/files").join(name).is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_printed_are_a_fault() {
    let folder = temporary();
    small(folder.path());
    for arguments in
        [&["check", "."][..], &["check", ".", "--coverage"], &["explain"], &["--help"], &["schema", "page"]]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_mitate"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(File::options().write(true).open("/dev/full").unwrap())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_more_files_may_be_open_nothing_is_left_behind() {
    let folder = temporary();
    small(&folder.path().join("course"));
    for most in (6..24).step_by(3) {
        let command = format!("ulimit -n {most}; exec {} build course --out o", env!("CARGO_BIN_EXE_mitate"));
        let output = Command::new("sh").args(["-c", &command]).current_dir(folder.path()).output().unwrap();
        let (code, told) = (output.status.code(), stderr(&output));
        assert!(matches!(code, Some(0 | 2)) && !told.contains("because of a bug"), "{most}: {told}");
        assert_eq!(folder.path().join("o").exists(), code == Some(0), "{most}: {told}");
        if code == Some(0) {
            fs::remove_dir_all(folder.path().join("o")).unwrap();
        }
    }
}
