//! Paths of files and folders that are written, as they are meant.

use std::fs;
use std::path::{Component, Path, PathBuf, is_separator};

use clap::builder::{PathBufValueParser, TypedValueParser};

use super::terminal::copyable;
use crate::error::Error;

/// Reads the path of a folder that may be made.
pub(super) fn folder() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| without_detours(&path))
}

/// Reads the path of a file that may be made. If it ends like a folder's, it stays so.
pub(super) fn file() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|path| {
        let is_folder = path.to_string_lossy().ends_with(is_separator);
        let plain = without_detours(&path);
        if is_folder { plain.join("") } else { plain }
    })
}

/// The path without a `..` behind a folder that is not there. Else `mine/new/..` would look free, and be `mine` as soon as
/// `mine/new` is made.
fn without_detours(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        let leaves = part == Component::ParentDir && plain.file_name().is_some();
        if leaves && fs::symlink_metadata(&plain).is_err() {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    if plain.as_os_str().is_empty() { PathBuf::from(".") } else { plain }
}

/// Expects that `out` is not in the course. There it would be a file of the course, which the next site or package would hold.
pub(super) fn expect_outside(course: &Path, out: &Path) -> Result<(), Error> {
    let there = std::path::absolute(out).ok();
    // The folder may not exist yet.
    let real =
        there.as_deref().and_then(|it| it.ancestors().skip(1).find_map(|it| fs::canonicalize(it).ok()));
    let (Ok(root), Some(real)) = (fs::canonicalize(course), real) else { return Ok(()) };
    if !real.starts_with(&root) {
        return Ok(());
    }
    let name = out.file_name().unwrap_or_default();
    // From the current folder, whether that is the course or above it.
    let beside =
        if course == Path::new(".") { Path::new("..").join(name) } else { course.join("..").join(name) };
    Err(Error::FileInCourse(out.to_path_buf(), PathBuf::from(copyable(&beside))))
}
