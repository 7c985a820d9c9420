//! Replacing the old site by the new one, when every file of the new one is ready.
//!
//! 1. [`expect_room`], before anything is rendered: no folder is in the place of a file, no file or link in that of a folder;
//! 2. [`commit`]: the manifest names all old and new files, files in the way of new ones are removed, temporary files are
//!    renamed into place, files that are gone are removed, and the manifest names the new files.
//!
//! A kill in between leaves every file whole, old or new, and the manifest names all of them: the next build completes it.
//! Nothing is written or removed through a link.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::folder::Folder;
use super::manifest::{Manifest, Purpose, WrittenFile};
use super::{Written, pages};
use crate::error::{Blocked, Error};

/// A path whose bytes are ready: the record for the manifest, and the temporary file if it differs from the file in place.
pub(super) struct StagedFile {
    pub path: String,
    pub made: WrittenFile,
    pub temporary: Option<PathBuf>,
}

/// Reports what is in the way of the files `paths`, other than files that mitate wrote and that this build removes.
pub(super) fn expect_room(folder: &Path, paths: &[&String], old: &Manifest) -> Result<(), Error> {
    expect_folders(folder, paths.iter().copied(), old)?;
    paths.par_iter().try_for_each(|path| {
        let target = folder.join(path);
        match fs::symlink_metadata(&target) {
            Ok(found) if found.is_dir() && !is_ours(folder, &target, old) => {
                Err(Error::OutputBlocked(target, Blocked::ByFolder))
            }
            Ok(_) => Ok(()),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(()),
            Err(error) => Err(Error::write(&target, error)),
        }
    })
}

/// Reports a file in the place of one of `paths` that mitate did not write.
pub(super) fn expect_own_files(folder: &Folder, paths: &[&String], old: &Manifest) -> Result<(), Error> {
    if folder.is_forced() || !old.is_known() {
        return Ok(());
    }
    paths.par_iter().filter(|path| !old.files.contains_key(**path)).try_for_each(|path| {
        let target = folder.target(path);
        match fs::symlink_metadata(&target) {
            Ok(found) if !found.is_dir() => Err(Error::OutputBlocked(target, Blocked::ByForeign)),
            _ => Ok(()),
        }
    })
}

/// The part of [`expect_room`] that looks at the folders of `paths`.
pub(super) fn expect_folders<'a>(
    folder: &Path,
    paths: impl Iterator<Item = &'a String>,
    old: &Manifest,
) -> Result<(), Error> {
    // An outer folder comes before those in it: what is behind a link is not looked at.
    for inner in folders_of(paths) {
        let there = folder.join(inner);
        match fs::symlink_metadata(&there) {
            Ok(found) if found.is_dir() || old.files.contains_key(inner) => {}
            Ok(found) => {
                let by = if found.is_symlink() { Blocked::ByLink } else { Blocked::ByFile };
                return Err(Error::OutputBlocked(there, by));
            }
            Err(_) => {}
        }
    }
    Ok(())
}

/// Every folder inside the output that holds one of `paths`.
fn folders_of<'a>(paths: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    let mut folders = BTreeSet::new();
    for path in paths {
        let mut rest = path.as_str();
        while let Some((folder, _)) = rest.rsplit_once('/') {
            if !folders.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    folders
}

/// Whether `inner` holds files, all of which mitate wrote.
fn is_ours(folder: &Path, inner: &Path, old: &Manifest) -> bool {
    let mut is_empty = true;
    let are_ours = WalkDir::new(inner).into_iter().all(|entry| {
        let Ok(entry) = entry else { return false };
        if entry.file_type().is_dir() {
            return true;
        }
        is_empty = false;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
        parts.is_some_and(|parts| old.files.contains_key(&parts.join("/")))
    });
    are_ours && !is_empty
}

/// Replaces the old site by the new one.
pub(super) fn commit(
    folder: &mut Folder,
    old: &Manifest,
    staged: Vec<StagedFile>,
    purpose: &Purpose,
    inputs: Option<&str>,
) -> Result<Written, Error> {
    let (mut files, mut fresh) = (BTreeMap::new(), Vec::new());
    for StagedFile { path, made, temporary } in staged {
        fresh.extend(temporary.map(|temporary| (temporary, path.clone())));
        files.insert(path, made);
    }
    let gone: Vec<&String> = old.files.keys().filter(|path| !files.contains_key(*path)).collect();
    if !fresh.is_empty() || !gone.is_empty() {
        // Without their hashes: after a kill, the next build trusts none of these files and forgets none of them.
        let known = files.keys().map(|path| (path, old.files.get(path)));
        let going = gone.iter().map(|path| (*path, old.files.get(*path)));
        let unknown = |(path, old): (&String, Option<&WrittenFile>)| {
            let new = files.get(path).or(old).cloned().unwrap_or_default();
            (path.clone(), WrittenFile::between(old, &new))
        };
        let all = known.chain(going).map(unknown).collect();
        folder.save(&Manifest::new(purpose, None, all))?;
    }
    let folders = folders_of(files.keys());
    let is_in_the_way = |path: &str| {
        folders.contains(path) || path.match_indices('/').any(|(at, _)| files.contains_key(&path[..at]))
    };
    let (first, last): (Vec<&String>, Vec<&String>) = gone.into_iter().partition(|path| is_in_the_way(path));
    let mut removed = remove_all(folder, &first)?;
    for inner in &folders {
        folder.expect_own(inner)?;
        let there = folder.target(inner);
        match fs::create_dir(&there) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(Error::write(&there, error));
            }
            _ => {}
        }
    }
    let shared: &Folder = folder;
    fresh.par_iter().try_for_each(|(temporary, path)| {
        let target = shared.target(path);
        shared.expect_own(path)?;
        fs::rename(temporary, &target).map_err(|error| Error::write(&target, error))
    })?;
    removed += remove_all(folder, &last)?;
    let done = Written { pages: pages(files.keys()), written: fresh.len(), removed };
    let manifest = Manifest::new(purpose, inputs, files);
    if *old != manifest || done.written + done.removed > 0 {
        folder.save(&manifest)?;
    }
    Ok(done)
}

/// Removes files and the folders that they leave empty. Says how many were there.
fn remove_all(folder: &Folder, paths: &[&String]) -> Result<usize, Error> {
    let mut removed = 0;
    for path in paths {
        folder.expect_own("")?;
        if is_behind_a_link(folder.path(), path) {
            continue;
        }
        let target = folder.target(path);
        match fs::remove_file(&target) {
            Ok(()) => removed += 1,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            // A folder in the place of the file is not mitate's.
            Err(_) if target.is_dir() => continue,
            Err(error) => return Err(Error::write(&target, error)),
        }
        remove_empty_parents(folder.path(), &target);
    }
    Ok(removed)
}

/// Whether a folder on the way from `folder` to `path` is a link.
fn is_behind_a_link(folder: &Path, path: &str) -> bool {
    path.match_indices('/')
        .any(|(at, _)| fs::symlink_metadata(folder.join(&path[..at])).is_ok_and(|found| found.is_symlink()))
}

fn remove_empty_parents(folder: &Path, file: &Path) {
    let mut parent = file.parent();
    while let Some(dir) = parent.filter(|dir| *dir != folder && dir.starts_with(folder)) {
        match fs::remove_dir(dir) {
            Ok(()) => {}
            // It may have been left empty before, with the folders around it.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            // A folder that is not empty is not removed; so those around it stay too.
            Err(_) => return,
        }
        parent = dir.parent();
    }
}
