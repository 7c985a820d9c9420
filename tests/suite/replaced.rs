//! Folders that are replaced by links while a site is written into them: nothing is written or removed behind the link.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use mitate::output::{Failure, Folder, WriteOptions, write};
use mitate::pipeline::Workshop;

use crate::course::{files, mitate_in, put, small, stderr, temporary};

const STAGING: &str = ".mitate-new";

/// Builds a course twice; `replace` acts on the folder that holds the output folder `o` when the second build begins to render.
/// Gives the path that the second build stopped at.
fn replaced(folder: &Path, replace: &(dyn Fn(&Path) + Sync)) -> String {
    let (course, out) = (folder.join("course"), folder.join("o"));
    small(&course);
    let output = mitate_in(folder, &["build", "course", "--out", "o"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    put(folder, "victims/index.html", "mine");
    put(folder, "victims/0", "mine");
    put(folder, "victims/lock", "mine");
    put(folder, "victims/listen/index.html", "mine");
    fs::remove_file(course.join("modules/01-first/10-listen.md")).unwrap();
    put(&course, "modules/01-first/20-ask.md", "---\ntitle: 問う\n---\n問うこと。\n");
    put(&course, "course.yaml", "id: small\ntitle: 別の題\nlanguage: ja\nrevision: 1\n");
    let before = files(&folder.join("victims"));

    let site = Workshop::new(&course, None, &[]).unwrap().load().unwrap().site().unwrap();
    let locked = Folder::lock(&out, false, &mut || false).unwrap().unwrap();
    let (stop, is_done) = (AtomicBool::new(false), AtomicBool::new(false));
    let progress = |_: usize, _: usize| {
        if !is_done.swap(true, Ordering::SeqCst) {
            replace(folder);
        }
    };
    let options = WriteOptions { progress: &progress, stop: &stop, inputs: None, program: None };
    // One thread: between two steps of the replacement nothing is written.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let result = pool.install(|| write(&site, locked, options));
    assert!(files(&folder.join("victims")) == before, "something was written behind the link");
    let Err(Failure::Error(error)) = result else { panic!("the build went on: {result:?}") };
    let (key, arguments) = error.message();
    assert_eq!(key, "error-output-replaced", "{arguments:?}");
    arguments[0].1.clone()
}

#[test]
fn an_output_folder_that_becomes_a_link_during_a_build_is_not_followed() {
    let folder = temporary();
    let at = replaced(folder.path(), &|folder| {
        fs::rename(folder.join("o"), folder.join("moved")).unwrap();
        fs::create_dir_all(folder.join("victims").join(STAGING)).unwrap();
        symlink("victims", folder.join("o")).unwrap();
    });
    assert!(at.ends_with('o'), "{at}");
}

#[test]
fn a_folder_in_the_output_that_becomes_a_link_during_a_build_is_not_followed() {
    let folder = temporary();
    let at = replaced(folder.path(), &|folder| {
        fs::rename(folder.join("o/first"), folder.join("moved")).unwrap();
        symlink("../victims", folder.join("o/first")).unwrap();
    });
    assert!(at.ends_with("o/first"), "{at}");
}

#[test]
fn a_folder_of_temporary_files_that_becomes_a_link_during_a_build_is_not_followed() {
    let folder = temporary();
    let at = replaced(folder.path(), &|folder| {
        fs::rename(folder.join("o").join(STAGING), folder.join("moved")).unwrap();
        symlink("../victims", folder.join("o").join(STAGING)).unwrap();
    });
    assert!(at.ends_with(STAGING), "{at}");
}
