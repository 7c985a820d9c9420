//! Folders and processes for tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use tempfile::TempDir;

/// The project's folder.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder that goes when the test ends.
pub fn temporary() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The program with `arguments`, in `folder`, speaking English.
pub fn mitate_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mitate"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "en_US.UTF-8")
        .output()
        .unwrap()
}

/// The program with `arguments`, in the project's folder.
pub fn mitate(arguments: &[&str]) -> Output {
    mitate_in(project(), arguments)
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Writes `text` to `path` in `folder`.
pub fn put(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// Every file of `folder` but the manifest: path and bytes.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| entry.file_name() != ".mitate-manifest.json")
        .map(|entry| {
            (entry.path().strip_prefix(folder).unwrap().to_path_buf(), fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Builds `course` into `out`, without a mistake.
pub fn build(course: &Path, out: &Path) {
    let output = mitate(&["build", course.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
}

/// The files of the bundled course's site, which is built once for all tests.
pub fn bundled_site() -> &'static BTreeMap<PathBuf, Vec<u8>> {
    static SITE: LazyLock<BTreeMap<PathBuf, Vec<u8>>> = LazyLock::new(|| {
        let out = temporary();
        build(&project().join("content"), out.path());
        files(out.path())
    });
    &SITE
}

/// A small course without a mistake.
pub fn small(folder: &Path) {
    put(folder, "course.yaml", "id: small\ntitle: 小さな教材\nlanguage: ja\nrevision: 1\n");
    put(
        folder,
        "glossary.yaml",
        "terms:\n  - { id: rapport, term: ラポール, definition: 信頼し合える関係。 }\n",
    );
    put(folder, "modules/01-first/index.md", "---\ntitle: はじめ\n---\nこの単元では聴くことを学びます。\n");
    put(
        folder,
        "modules/01-first/10-listen.md",
        "---\ntitle: 聴く\n---\n## 場面 {#scene}\n\n[[ラポール]]の話。\n",
    );
    put(folder, "modules/01-first/20-ask.md", "---\ntitle: 問う\n---\n[前の頁](10-listen.md#scene)\n");
}
