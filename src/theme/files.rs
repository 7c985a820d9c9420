//! The files of a theme: embedded ones, and those of an overlay instead of them.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use walkdir::{DirEntry, WalkDir};

use super::locales::is_locale;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;
use crate::source::{FILE_LIMIT, Span, is_by_the_way, read_inside};

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Files of a theme by path.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The folders of a theme, and the extensions of the files in them that are part of it; none: every file.
const FOLDERS: [(&str, &[&str]); 6] = [
    ("templates", &["html"]),
    ("exercise", &["html", "css", "ftl"]),
    ("field", &["html", "css", "ftl"]),
    ("styles", &["css"]),
    ("locales", &["ftl", "yaml"]),
    ("assets", &[]),
];

/// The embedded files, those of the overlay instead of them, and what is wrong with the latter.
pub(super) fn gather(overlay: Option<&Path>) -> Result<(Files, Vec<Diagnostic>), Error> {
    let mut files = default();
    let mut diagnostics = Vec::new();
    if let Some(folder) = overlay {
        expect_folder(folder)?;
        lay_over(folder, &mut files, &mut diagnostics)?;
    }
    Ok((files, diagnostics))
}

fn expect_folder(folder: &Path) -> Result<(), Error> {
    let found = fs::metadata(folder).map_err(|error| Error::read(folder, error))?;
    if found.is_dir() { Ok(()) } else { Err(Error::read(folder, ErrorKind::NotADirectory.into())) }
}

/// The embedded files.
pub(super) fn default() -> Files {
    let mut files = Files::new();
    embedded(&DEFAULT, &mut files);
    files
}

/// A hasher that has taken all files in.
pub(super) fn hasher(files: &Files) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in files {
        hasher.update(path.as_bytes()).update(&[0]).update(blake3::hash(bytes).as_bytes());
    }
    hasher
}

fn embedded(dir: &Dir<'_>, files: &mut Files) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if is_part(&path) {
            files.insert(path, file.contents().to_vec());
        }
    }
    for dir in dir.dirs() {
        embedded(dir, files);
    }
}

fn is_part(path: &str) -> bool {
    let Some((folder, rest)) = path.split_once('/') else { return false };
    let known = FOLDERS.iter().find(|(name, _)| *name == folder);
    known.is_some_and(|(_, extensions)| {
        let extension = rest.rsplit_once('.').map_or("", |(_, extension)| extension);
        extensions.is_empty() || extensions.contains(&extension)
    })
}

/// Whether a file or folder is one of the theme's folders, or in one of them.
fn is_in_folder(path: &str) -> bool {
    let folder = path.split('/').next().unwrap_or_default();
    FOLDERS.iter().any(|(name, _)| *name == folder)
}

/// Whether the generator knows a file of a theme that it does not publish, such as the sources of scripts.
fn is_known(path: &str) -> bool {
    let is_source =
        path.ends_with(".js") && ["scripts/", "exercise/", "field/"].iter().any(|it| path.starts_with(it));
    matches!(path, "theme.yaml" | "screenshot.png") || is_source
}

/// Whether a template replaces none and cannot be included by one: most likely, its name is misspelt.
fn is_stray_template(path: &str, files: &Files) -> bool {
    path.ends_with(".html") && !files.contains_key(path) && !path.starts_with("templates/part/")
}

fn lay_over(folder: &Path, files: &mut Files, diagnostics: &mut Vec<Diagnostic>) -> Result<(), Error> {
    let root = fs::canonicalize(folder).map_err(|error| Error::read(folder, error))?;
    // Nobody put hidden files, and temporary files of editors and systems, there to be published.
    let is_meant = |entry: &DirEntry| entry.depth() == 0 || !is_by_the_way(entry.file_name());
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_meant) {
        let entry = entry.map_err(|error| Error::read(folder, error.into()))?;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = path.to_string_lossy().replace('\\', "/");
        if entry.path_is_symlink() && entry.depth() > 0 && is_in_folder(&path) {
            let target = fs::read_link(entry.path()).unwrap_or_default();
            let place = Span::file(&Arc::from(path.as_str()));
            let link = Diagnostic::new(Code::SymlinkOutside, place);
            diagnostics.push(link.with("target", target.display().to_string()).with("why", "outside"));
        }
        if !entry.file_type().is_file() {
            continue;
        }
        let is_part = is_part(&path);
        let is_stray = is_stray_template(&path, files) || !is_locale(&path);
        if is_part && is_stray || !is_part && !is_known(&path) {
            let place = Span::file(&Arc::from(path.as_str()));
            diagnostics.push(Diagnostic::new(Code::ThemeUnknownFile, place).with("path", &path));
        } else if is_part {
            files.insert(path, read_inside(&root, entry.path(), FILE_LIMIT)?);
        }
    }
    Ok(())
}
