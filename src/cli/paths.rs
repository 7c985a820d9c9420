//! Paths of files and folders that are written, as they are meant.

use std::fs;
use std::path::{Component, Path, PathBuf, is_separator};

use clap::builder::{PathBufValueParser, TypedValueParser};

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
