//! Writing: a [`Site`] becomes a folder, whole or not at all.
//!
//! 1. [`Folder::lock`]: the folder must be new, empty, or one that mitate made (it holds a manifest), and no other process may
//!    be writing it;
//! 2. [`write()`] renders every path whose fingerprint changed since the last build, in parallel, a few at a time in memory.
//!    What differs from the file in place is written to a temporary file;
//! 3. if the site has lists of all files, they are made from the others, as they are written ([`Site::lists`]);
//! 4. only when all paths are rendered without an error, `commit` renames the temporary files into place, and removes the
//!    files that are gone. A failed build removes its temporary files and changes nothing else.
//!
//! Before any of that, [`unchanged`] says whether there is nothing to do: the inputs of the site are the same, and
//! so are the files of the site.
//!
//! The folder is hostile input: what is in it was not necessarily written by mitate. The modules [`manifest`], [`folder`] and
//! `commit` say what that means for each. [`NewFile`] is the same for a package, which is one file;
//! [`change_together`] for files of a course that change together.

mod commit;
mod file;
mod folder;
mod manifest;
mod together;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::error::{Blocked, Error};
use crate::guard::guarded;
use crate::model::PaperFormat;
use crate::paper::docx::fill::Answers;
use crate::render::{Bytes, FileDigest, Paper, Site};
use crate::source::{copy_asset, hash_asset, open_regular};
use commit::{StagedFile, commit, expect_folders, expect_own_files, expect_room};
pub use file::{IsOwn, NewFile, remove_unfinished, sweep_course};
pub use folder::{Folder, Wait};
use manifest::{Contents, Manifest, Purpose};
pub use together::{FileChange, change_together};

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
pub struct WriteOptions<'a> {
    /// Called after each path: how many of how many are rendered.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Set by a signal when the writer must stop.
    pub stop: &'a AtomicBool,
    /// The fingerprint of all inputs of the site, for [`unchanged`]. `None`: the next build checks everything.
    pub inputs: Option<&'a str>,
    /// The hash of this program: a file that it wrote with the same fingerprint is not rendered again. `None`: all files are.
    pub program: Option<&'a str>,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failure {
    /// A template failed.
    Diagnostics(Vec<Diagnostic>),
    /// The environment failed.
    Error(Error),
    /// The writer was asked to stop.
    Stopped,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// The result of a build that finds nothing changed: neither the inputs of the site (`inputs`) nor the files in `folder`.
/// `None` if it must look more closely.
#[must_use]
pub fn unchanged(folder: &Path, inputs: &str) -> Option<Written> {
    if folder::is_being_written(folder) {
        return None;
    }
    let manifest = Manifest::read(folder).ok()??;
    if !manifest.is_of(inputs) || expect_folders(folder, manifest.files.keys(), &Manifest::default()).is_err()
    {
        return None;
    }
    let files: Vec<(&String, &manifest::WrittenFile)> = manifest.files.iter().collect();
    let is_same = files.par_iter().all(|(path, made)| made.unchanged(&folder.join(path)).is_some());
    is_same.then(|| Written { pages: pages(manifest.files.keys()), ..Written::default() })
}

fn pages<'a>(paths: impl Iterator<Item = &'a String>) -> usize {
    paths.filter(|path| path.ends_with(".html")).count()
}

/// Writes `site` into `folder`. A site with the answers of a group replaces none without.
///
/// # Errors
/// When a template fails, the folder cannot be written, or the writer is asked to stop.
pub fn write(site: &Site, mut folder: Folder, options: WriteOptions<'_>) -> Result<Written, Failure> {
    let purpose = Purpose::new(Contents::Site, site);
    let old = folder.manifest(&purpose)?;
    if site.is_gathered() && !old.files.contains_key(Site::GATHERED) && folder.is_written_before() {
        return Err(Error::NotForAnswers(folder.path().to_path_buf()).into());
    }
    let paths: Vec<&String> = site.paths().collect();
    let lists: Vec<String> = site.list_paths().iter().map(|path| (*path).to_owned()).collect();
    let all = [&paths[..], &lists.iter().collect::<Vec<_>>()].concat();
    expect_room(folder.path(), &all, &old)?;
    expect_own_files(&folder, &all, &old)?;
    let is_paper =
        |path: &&String| PaperFormat::ALL.iter().any(|it| path.ends_with(&format!(".{}", it.word())));
    expect_unchanged(
        &folder,
        old.files.iter().filter(|(_, made)| made.is_known()).map(|(path, _)| path).filter(is_paper),
        &old,
    )?;
    site.prepare();
    let fingerprints = options.program.map(|program| site.fingerprints(program));
    let of = |path: &str| fingerprints.as_ref().and_then(|it| it.of(site.depends(path)));
    let mut staged = stage(&folder, &old, &paths, options, &of, &|path| site.render(path))?;
    let writer = SiteWriter { folder: &folder, old: &old };
    if !lists.is_empty() {
        let lists = site.lists(&digests(&folder, &staged)?);
        for (number, (path, bytes)) in lists.into_iter().enumerate() {
            staged.push(writer.stage(paths.len() + number, path, &Bytes::Made(bytes), None)?);
        }
    }
    Ok(commit(&mut folder, &old, staged, &purpose, options.inputs)?)
}

/// Writes `papers` of `site` into `folder`, by path. Papers that are not among them stay if `keeps`.
///
/// # Errors
/// When a paper in the folder was changed, the folder cannot be written, or the writer is asked to stop.
pub fn write_papers(
    site: &Site,
    papers: &BTreeMap<String, (Paper, PaperFormat)>,
    mut folder: Folder,
    keeps: bool,
    options: WriteOptions<'_>,
) -> Result<Written, Failure> {
    let purpose = Purpose::new(Contents::Papers, site);
    let old = folder.manifest(&purpose)?;
    let paths: Vec<&String> = papers.keys().collect();
    expect_room(folder.path(), &paths, &old)?;
    let removed = old.files.keys().filter(|_| !keeps);
    expect_unchanged(&folder, paths.iter().copied().chain(removed), &old)?;
    let render = |path: &str| {
        let made = papers.get(path).map(|(paper, format)| site.paper(paper, *format, &Answers::new()));
        Ok(made.transpose()?.map(Bytes::Made))
    };
    let mut staged = stage(&folder, &old, &paths, options, &|_| None, &render)?;
    if keeps {
        let others = old.files.iter().filter(|(path, _)| !papers.contains_key(*path));
        staged.extend(others.map(|(path, made)| StagedFile {
            path: path.clone(),
            made: made.clone(),
            temporary: None,
        }));
    }
    Ok(commit(&mut folder, &old, staged, &purpose, options.inputs)?)
}

/// Someone may have filled in a paper where it is: what was changed is neither overwritten nor removed.
fn expect_unchanged<'a>(
    folder: &Folder,
    mut paths: impl Iterator<Item = &'a String>,
    old: &Manifest,
) -> Result<(), Error> {
    let changed = paths.find(|path| {
        let target = folder.target(path);
        let is_as_written = old.files.get(*path).is_some_and(|made| made.is_written(&target));
        std::fs::symlink_metadata(&target).is_ok() && !is_as_written
    });
    match changed {
        Some(path) => Err(Error::OutputBlocked(folder.target(path), Blocked::ByChange)),
        None => Ok(()),
    }
}

/// Makes the bytes of a path.
type Render<'r, 'a> = dyn Fn(&str) -> Result<Option<Bytes<'a>>, Box<Diagnostic>> + Sync + 'r;

/// Renders `paths` in parallel, and writes what differs from the files in place to temporary files. `of` gives the fingerprint of a
/// path, if it has one.
fn stage<'a>(
    folder: &Folder,
    old: &Manifest,
    paths: &[&String],
    options: WriteOptions<'_>,
    of: &(dyn Fn(&str) -> Option<String> + Sync),
    render: &Render<'_, 'a>,
) -> Result<Vec<StagedFile>, Failure> {
    let done = AtomicUsize::new(0);
    let diagnostics = Mutex::new(Vec::new());
    let writer = SiteWriter { folder, old };
    let made: Result<Vec<Option<StagedFile>>, Failure> = paths
        .par_iter()
        .enumerate()
        .map(|(number, path)| {
            if options.stop.load(Ordering::Relaxed) {
                return Err(Failure::Stopped);
            }
            let of = of(path);
            let render =
                || guarded(|| render(path)).map_err(|reason| Error::RenderPanicked((*path).clone(), reason));
            let staged = match writer.unchanged(path, of.as_ref()) {
                Some(staged) => Some(staged),
                None => match render()? {
                    Ok(Some(bytes)) => Some(writer.stage(number, path, &bytes, of)?),
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
    let staged = made?.into_iter().flatten().collect();
    let diagnostics = std::mem::take(&mut *lock(&diagnostics));
    if diagnostics.is_empty() { Ok(staged) } else { Err(Failure::Diagnostics(diagnostics)) }
}

/// What the lists of all files say of each. They have another hash than the manifest, for which each is read once more.
fn digests<'s>(folder: &Folder, staged: &'s [StagedFile]) -> Result<BTreeMap<&'s String, FileDigest>, Error> {
    let digest = |it: &'s StagedFile| {
        let file = it.temporary.clone().unwrap_or_else(|| folder.target(&it.path));
        let digest = FileDigest::read(open_regular(&file, u64::MAX)?);
        Ok((&it.path, digest.map_err(|error| Error::read(&file, error))?))
    };
    staged.par_iter().map(digest).collect()
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Makes the files of a site ready.
struct SiteWriter<'a> {
    folder: &'a Folder,
    old: &'a Manifest,
}

impl SiteWriter<'_> {
    /// The file at `path`, if it is unchanged since it was written and has the fingerprint `of`.
    fn unchanged(&self, path: &str, of: Option<&String>) -> Option<StagedFile> {
        let made = self.old.files.get(path).filter(|made| of.is_some() && made.of.as_ref() == of)?;
        self.in_place(path, made)
    }

    /// The file at `path`, if it is unchanged since it was written and has that hash.
    fn same_bytes(&self, path: &str, hash: blake3::Hash) -> Option<StagedFile> {
        let made = self.old.files.get(path).filter(|made| made.hash == hash.to_hex().as_str())?;
        self.in_place(path, made)
    }

    fn in_place(&self, path: &str, made: &manifest::WrittenFile) -> Option<StagedFile> {
        let time = made.unchanged(&self.folder.target(path))?;
        let made = manifest::WrittenFile { time, ..made.clone() };
        Some(StagedFile { path: path.to_owned(), made, temporary: None })
    }

    fn stage(
        &self,
        number: usize,
        path: &str,
        bytes: &Bytes<'_>,
        of: Option<String>,
    ) -> Result<StagedFile, Error> {
        let same = match bytes {
            Bytes::Made(bytes) => self.same_bytes(path, blake3::hash(bytes)),
            Bytes::Copied(asset) => self.same_bytes(path, hash_asset(asset)?),
        };
        let mut staged = match same {
            Some(staged) => staged,
            None => self.put(number, path, bytes)?,
        };
        staged.made.of = of;
        Ok(staged)
    }

    /// Writes a temporary file.
    fn put(&self, number: usize, path: &str, bytes: &Bytes<'_>) -> Result<StagedFile, Error> {
        let temporary = self.folder.temporary(number);
        let fault = |error| Error::write(&temporary, error);
        self.folder.expect_own("")?;
        let mut file = File::create_new(&temporary).map_err(fault)?;
        let (hash, len) = match bytes {
            Bytes::Made(bytes) => {
                file.write_all(bytes).map_err(fault)?;
                (blake3::hash(bytes), bytes.len() as u64)
            }
            Bytes::Copied(asset) => copy_asset(asset, &mut file, &fault)?,
        };
        let time = file.metadata().map(|found| manifest::time(&found)).unwrap_or_default();
        let made = manifest::WrittenFile { hash: hash.to_hex().to_string(), len, time, ..Default::default() };
        Ok(StagedFile { path: path.to_owned(), made, temporary: Some(temporary) })
    }
}
