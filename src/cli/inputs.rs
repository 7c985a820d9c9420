//! The files that learners hand in: those that are named, and those in folders that are named.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::Error;
use crate::source::is_by_the_way;

/// The endings of the files that a folder is searched for: forms, answer files, and those that are refused with the reason.
const ENDINGS: [&str; 7] = ["docx", "xlsx", "json", "docm", "xlsm", "doc", "xls"];

/// A file to read, and its name within the folder that was searched.
pub(super) struct InputFile {
    pub path: PathBuf,
    pub name: PathBuf,
    /// It is a link in a folder. A link that is named is followed.
    pub is_link: bool,
}

/// The files that `named` are, and those in the folders among them, in order.
pub(super) fn inputs(named: &[PathBuf]) -> Result<Vec<InputFile>, Error> {
    let mut inputs = Vec::new();
    for path in named {
        if !path.is_dir() {
            let name = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            inputs.push(InputFile { path: path.clone(), name, is_link: false });
            continue;
        }
        let is_content = |name: &std::ffi::OsStr| !is_by_the_way(name);
        let walk = WalkDir::new(path).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_content(entry.file_name())) {
            let entry = entry.map_err(|error| Error::read(path, error.into()))?;
            let found = entry.path();
            if entry.file_type().is_dir() || !ENDINGS.contains(&&*ending_of(found)) {
                continue;
            }
            let name = found.strip_prefix(path).unwrap_or(found).to_path_buf();
            inputs.push(InputFile { path: found.to_path_buf(), name, is_link: entry.path_is_symlink() });
        }
    }
    Ok(inputs)
}

/// The ending of a path in small letters.
pub(super) fn ending_of(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}
