//! Writing: a [`Site`] becomes a folder, whole or not at all.
//!
//! 1. the folder must be empty, new, or one that mitate made (it holds the manifest [`MANIFEST`]);
//! 2. every path that was not made of the same the last time is rendered, in parallel, a few at a time in memory; what differs from the file that stands is written
//!    beside it under a temporary name;
//! 3. only when all rendered without error, the temporary files are renamed into place, and files of paths that went
//!    are removed. A failed build removes its temporary files and changes nothing.
//!
//! Before any of that, [`standing`] tells whether there is anything to do: a build that finds all that it was made of as it
//! was, and its files there, renders nothing.
//!
//! A kill leaves every file whole, old or new; the next build finds the leftovers by their name and completes the work.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufWriter, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::render::{Bytes, Site};

/// The file that tells which files of a folder mitate made, and their hashes.
pub const MANIFEST: &str = ".mitate-manifest.json";

/// What a temporary file's name ends with.
const TEMPORARY: &str = ".mitate-new";

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Pages of the site.
    pub pages: usize,
    /// Files that were written.
    pub written: usize,
    /// Files that were removed.
    pub removed: usize,
}

/// How to write.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Write into a folder that mitate did not make.
    pub force: bool,
    /// Told after each path: how many of how many are rendered.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// The hash of all that the site is made of; [`standing`] knows it again. `None`: the next build looks for itself.
    pub inputs: Option<&'a str>,
    /// What tells this program from others: files that it has made of the same are not made again. `None`: all are.
    pub program: Option<&'a str>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    generator: String,
    /// What the files were made of; `None` where that must not be relied on.
    inputs: Option<String>,
    files: BTreeMap<String, Made>,
}

/// A file that mitate made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Made {
    /// Empty while it is not known which of two builds the file is of.
    hash: String,
    len: u64,
    /// What it was made of; `None` where that is not known.
    of: Option<String>,
}

impl Made {
    /// Whether the file at `target` has that length.
    fn stands(&self, target: &Path) -> bool {
        fs::metadata(target).is_ok_and(|it| it.len() == self.len)
    }
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failure {
    /// A template failed.
    Diagnostics(Vec<Diagnostic>),
    /// The environment failed.
    Error(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// What a build would do that finds `folder` as the last one left it, and made of the same: nothing. `None` where it must be
/// looked at more closely.
#[must_use]
pub fn standing(folder: &Path, inputs: &str) -> Option<Written> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()?;
    let is_same = manifest.generator == generator() && manifest.inputs.as_deref() == Some(inputs);
    let files: Vec<(&String, &Made)> = manifest.files.iter().collect();
    let stands = is_same && files.par_iter().all(|(path, made)| made.stands(&folder.join(path)));
    stands.then(|| Written { pages: pages(manifest.files.keys()), ..Written::default() })
}

fn pages<'a>(paths: impl Iterator<Item = &'a String>) -> usize {
    paths.filter(|path| path.ends_with(".html")).count()
}

/// Writes `site` into `folder`.
///
/// # Errors
/// When a template fails, or the folder cannot be written or is not mitate's.
pub fn write(site: &Site, folder: &Path, options: Options<'_>) -> Result<Written, Failure> {
    let old = open(folder, options.force)?;
    site.prepare();
    let made_of = options.program.map(|program| site.made_of(program));
    let paths: Vec<&String> = site.paths().collect();
    let done = AtomicUsize::new(0);
    let diagnostics = Mutex::new(Vec::new());
    let made: Result<Vec<Option<Staged>>, Error> = paths
        .par_iter()
        .map(|path| {
            let of = made_of.as_ref().and_then(|it| it.hash(path));
            let staged = match kept(folder, path, of.as_ref(), &old) {
                Some(made) => Some(Staged { path: (*path).clone(), made, temporary: None }),
                None => match site.render(path) {
                    Ok(Some(bytes)) => Some(stage(folder, path, &bytes, of, &old)?),
                    Ok(None) => None,
                    Err(diagnostic) => {
                        lock(&diagnostics).push(*diagnostic);
                        None
                    }
                },
            };
            (options.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
            Ok(staged)
        })
        .collect();
    let diagnostics = std::mem::take(&mut *lock(&diagnostics));
    let staged = match made {
        Ok(staged) if diagnostics.is_empty() => staged.into_iter().flatten().collect::<Vec<_>>(),
        made => {
            sweep(folder, &paths);
            return Err(made.err().map_or(Failure::Diagnostics(diagnostics), Failure::Error));
        }
    };
    Ok(commit(folder, &old, staged, options.inputs)?)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A path whose bytes are made: its hash, and the temporary file where it differs from what stands.
struct Staged {
    path: String,
    made: Made,
    temporary: Option<PathBuf>,
}

/// The manifest of the folder as it stands.
fn open(folder: &Path, force: bool) -> Result<Manifest, Error> {
    let file = folder.join(MANIFEST);
    match fs::read(&file) {
        // A manifest that cannot be read says nothing of what stands: every file is written again.
        Ok(bytes) => return Ok(serde_json::from_slice(&bytes).unwrap_or_default()),
        Err(error) if error.kind() == ErrorKind::NotFound || error.kind() == ErrorKind::NotADirectory => {}
        Err(error) => return Err(Error::read(&file, error)),
    }
    let is_free = match fs::read_dir(folder) {
        Ok(entries) => {
            entries.flatten().all(|entry| entry.file_name().to_string_lossy().ends_with(TEMPORARY))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(Error::read(folder, error)),
    };
    if !is_free && !force {
        return Err(Error::ForeignOutput(folder.to_path_buf()));
    }
    // From here on the folder is mitate's, also if this build is killed half-way.
    fs::create_dir_all(folder).map_err(|error| Error::write(folder, error))?;
    save(folder, &Manifest::default())?;
    Ok(Manifest::default())
}

/// The file at `path`, where it stands and was made `of` the same.
fn kept(folder: &Path, path: &str, of: Option<&String>, old: &Manifest) -> Option<Made> {
    let made = old.files.get(path).filter(|made| of.is_some() && made.of.as_ref() == of)?;
    made.stands(&folder.join(path)).then(|| made.clone())
}

fn stage(
    folder: &Path,
    path: &str,
    bytes: &Bytes<'_>,
    of: Option<String>,
    old: &Manifest,
) -> Result<Staged, Error> {
    let read;
    let bytes = match bytes {
        Bytes::Made(bytes) => bytes,
        Bytes::Copied(asset) => {
            read = crate::source::read_asset(asset)?;
            &read
        }
    };
    let made = Made { hash: blake3::hash(bytes).to_hex().to_string(), len: bytes.len() as u64, of };
    let path = path.to_owned();
    let is_same = old.files.get(&path).is_some_and(|it| (&it.hash, it.len) == (&made.hash, made.len));
    if is_same && made.stands(&folder.join(&path)) {
        return Ok(Staged { path, made, temporary: None });
    }
    let temporary = temporary(folder, &path);
    put(&temporary, bytes).map_err(|error| Error::write(&temporary, error))?;
    Ok(Staged { path, made, temporary: Some(temporary) })
}

/// Writes a file; its folder is made only where it is not there: most files are in one that is.
fn put(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    match (fs::write(file, bytes), file.parent()) {
        (Err(error), Some(parent)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(parent)?;
            fs::write(file, bytes)
        }
        (result, _) => result,
    }
}

fn temporary(folder: &Path, path: &str) -> PathBuf {
    folder.join(format!("{path}{TEMPORARY}"))
}

/// Removes the temporary files of a failed build.
fn sweep(folder: &Path, paths: &[&String]) {
    for path in paths {
        // It may not be there; and what cannot be removed is found by the next build.
        let _ = fs::remove_file(temporary(folder, path));
    }
}

fn commit(
    folder: &Path,
    old: &Manifest,
    staged: Vec<Staged>,
    inputs: Option<&str>,
) -> Result<Written, Error> {
    let (mut files, mut fresh) = (BTreeMap::new(), Vec::new());
    for Staged { path, made, temporary } in staged {
        fresh.extend(temporary.map(|temporary| (temporary, folder.join(&path))));
        files.insert(path, made);
    }
    let gone: BTreeSet<&String> = old.files.keys().filter(|path| !files.contains_key(*path)).collect();
    let is_same = fresh.is_empty() && gone.is_empty();
    if !is_same {
        // Before the first rename the manifest tells of old and new files, each without a hash: after a kill, the next
        // build trusts none of them and forgets none of them.
        let all = old.files.keys().chain(files.keys()).map(|path| (path.clone(), Made::default()));
        save(folder, &Manifest { generator: generator(), inputs: None, files: all.collect() })?;
    }
    fresh.par_iter().try_for_each(|(temporary, target)| {
        fs::rename(temporary, target).map_err(|error| Error::write(target, error))
    })?;
    let mut done = Written { pages: pages(files.keys()), written: fresh.len(), removed: 0 };
    for path in gone {
        done.removed += usize::from(remove(folder, &folder.join(path))?);
    }
    let manifest = Manifest { generator: generator(), inputs: inputs.map(str::to_owned), files };
    if !is_same || *old != manifest {
        save(folder, &manifest)?;
    }
    Ok(done)
}

/// Removes a file and the folders that it leaves empty; tells whether it was there.
fn remove(folder: &Path, target: &Path) -> Result<bool, Error> {
    let was_there = match fs::remove_file(target) {
        Ok(()) => true,
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) => return Err(Error::write(target, error)),
    };
    remove_empty_parents(folder, target);
    Ok(was_there)
}

fn generator() -> String {
    concat!("mitate ", env!("CARGO_PKG_VERSION")).to_owned()
}

fn remove_empty_parents(folder: &Path, file: &Path) {
    let mut parent = file.parent();
    while let Some(dir) = parent.filter(|dir| *dir != folder && dir.starts_with(folder)) {
        // A folder that is not empty is not removed: then the rest stays too.
        if fs::remove_dir(dir).is_err() {
            return;
        }
        parent = dir.parent();
    }
}

fn save(folder: &Path, manifest: &Manifest) -> Result<(), Error> {
    let file = folder.join(MANIFEST);
    let temporary = temporary(folder, MANIFEST);
    // Not by way of a text: that of a large site would take more memory than anything else at that time.
    let write = || {
        let mut out = BufWriter::new(fs::File::create(&temporary)?);
        serde_json::to_writer(&mut out, manifest)?;
        out.flush()
    };
    write().map_err(|error| Error::write(&temporary, error))?;
    fs::rename(&temporary, &file).map_err(|error| Error::write(&file, error))
}
