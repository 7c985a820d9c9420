//! Reading again only the files that are known to have changed.
//!
//! That is right only if the path of a change shows everything that may have changed with it. So [`read_after`] gives up, and
//! everything is read again, when a folder changed (files may have come or gone with it), when there is a link (another file
//! shows its content), when a name can be encoded in two ways (two files may share it), and when the manifest of a site
//! changed (all files of its folder become content, or are no longer).

use std::fs;
use std::io::ErrorKind;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::read::{course_path, is_hidden, is_site, is_text, read_entry, resolved};
use super::{MANIFEST, Reading};
use crate::error::Error;

/// What was read after a change.
pub struct ReadAfter {
    /// The course as it is now; the same value as before if no file changed its content.
    pub reading: Reading,
    /// Whether some of the changed files are not in the course.
    pub outside_course: bool,
}

/// What a changed path is now.
enum Now {
    File,
    Gone,
    /// Other files may have changed with it.
    Unclear,
}

/// Reads only the files `changed` of the course in `folder`, given what was read before. They are absolute paths without links.
/// `None` if other files may have changed too.
///
/// # Errors
/// When a file cannot be read.
pub fn read_after(
    folder: &Path,
    skip: &[PathBuf],
    before: &Reading,
    changed: &[PathBuf],
) -> Result<Option<ReadAfter>, Error> {
    let (root, skip) = resolved(folder, skip)?;
    if before.sources.has_links {
        return Ok(None);
    }
    let mut outside_course = false;
    let mut reading = before.clone();
    for file in changed {
        let Some(relative) =
            file.strip_prefix(&root).ok().filter(|_| !skip.iter().any(|it| file.starts_with(it)))
        else {
            outside_course = true;
            continue;
        };
        if file.file_name().is_some_and(|name| name == MANIFEST) {
            return Ok(None);
        }
        let folders = || relative.ancestors().skip(1).filter(|it| !it.as_os_str().is_empty());
        let path = course_path(&root, file);
        if relative.ancestors().any(is_hidden) {
            continue;
        }
        if folders().any(|it| is_site(&root.join(it))) {
            // Whether a site holds texts is reported. What is not a file is a folder, or may have been one.
            if is_text(&path) || !file.is_file() {
                return Ok(None);
            }
            continue;
        }
        match now(&reading, file, relative, &path) {
            Now::Unclear => return Ok(None),
            Now::Gone => reading.remove(&path),
            Now::File => {
                let found = read_entry(&root, file, false)?;
                reading.remove(&path);
                reading.add(found);
            }
        }
    }
    if reading.diagnostics == before.diagnostics && reading.sources.has_same_content(&before.sources) {
        reading = before.clone();
    }
    Ok(Some(ReadAfter { reading, outside_course }))
}

fn now(reading: &Reading, file: &Path, relative: &Path, path: &str) -> Now {
    let is_written_one_way = relative.to_str().is_some_and(|text| text.nfd().eq(text.chars()));
    match fs::canonicalize(file) {
        Ok(real) if is_written_one_way && real == file && file.is_file() => Now::File,
        Err(error)
            if is_written_one_way && error.kind() == ErrorKind::NotFound && !was_folder(reading, path) =>
        {
            // A link that leads nowhere is still there.
            if file.is_symlink() { Now::Unclear } else { Now::Gone }
        }
        _ => Now::Unclear,
    }
}

/// Whether anything in a folder `path` is known: a file, or what was reported of a site there.
fn was_folder(Reading { sources, diagnostics }: &Reading, path: &str) -> bool {
    let start = format!("{path}/");
    let from = (Bound::Included(start.as_str()), Bound::Unbounded);
    let texts = sources.texts.range::<str, _>(from).next().map(|(path, _)| path);
    let assets = sources.assets.range::<str, _>(from).next().map(|(path, _)| path);
    let unreadable = sources.unreadable.range::<str, _>(from).next();
    let mut next: [Option<&Arc<str>>; 3] = [texts, assets, unreadable];
    next.iter_mut().flatten().any(|path| path.starts_with(&start))
        || diagnostics.iter().any(|it| it.span.path.starts_with(&start))
}
