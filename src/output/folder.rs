//! The output folder while one process writes it.
//!
//! 1. [`Folder::lock`] refuses a folder that mitate did not make, takes the lock, and removes what a killed build left;
//! 2. temporary files are created in the folder [`STAGING`] inside it, always new, never through a link;
//! 3. when the [`Folder`] is dropped, [`STAGING`] is removed, and after a failure every folder that was created too.
//!
//! The folder, and every folder in it, may be moved away and replaced by a link at any moment. So [`Folder::expect_own`] looks
//! again directly before each file is created, renamed or removed.
//!
//! The lock is a lock of the system on a file in [`STAGING`]: it ends with the process, also with one that is killed.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use same_file::Handle;

use super::manifest::{Manifest, Purpose};
use crate::error::Error;
use crate::source::MANIFEST;

/// The folder of temporary files. It is there only while a build writes, or after one was killed.
const STAGING: &str = ".mitate-new";

/// The file in it that is locked.
const LOCK: &str = "lock";

/// How long to wait before trying the lock again.
const PAUSE: Duration = Duration::from_millis(20);

/// An output folder that this process alone writes.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Locked as long as it is open.
    lock: Option<File>,
    /// The folder itself, wherever its path leads later.
    own: Option<Handle>,
    /// Folders that were created for the output, the outermost last.
    created: Vec<PathBuf>,
    has_waited: bool,
    is_forced: bool,
    is_written: bool,
}

/// Whether to go on waiting for the lock.
pub type Wait<'a> = &'a mut dyn FnMut() -> bool;

impl Folder {
    /// Locks the folder at `path`; creates it if it is not there. `force` allows a folder with files that mitate did not
    /// write. `wait` is called again and again while another process writes the folder; `None` when it says no.
    ///
    /// # Errors
    /// When the folder holds foreign files, or cannot be written.
    pub fn lock(path: &Path, force: bool, wait: Wait<'_>) -> Result<Option<Self>, Error> {
        if !force && is_foreign(path)? {
            return Err(Error::ForeignOutput(path.to_path_buf()));
        }
        let mut folder = Self {
            path: path.to_path_buf(),
            lock: None,
            own: None,
            created: missing(path),
            has_waited: false,
            is_forced: force,
            is_written: false,
        };
        folder.lock = folder.take_lock(wait).map_err(|error| Error::write(path, error))?;
        if folder.lock.is_none() {
            return Ok(None);
        }
        folder.own = Some(Handle::from_path(path).map_err(|error| Error::write(path, error))?);
        folder.expect_own("")?;
        folder.sweep()?;
        Ok(Some(folder))
    }

    /// Expects that the folder is still the one that was locked, and that neither the folder of temporary files nor one on the
    /// way to the file at `path` is a link.
    pub(super) fn expect_own(&self, path: &str) -> Result<(), Error> {
        if Handle::from_path(&self.path).ok() != self.own {
            return Err(Error::OutputReplaced(self.path.clone()));
        }
        let is_link = |there: &PathBuf| fs::symlink_metadata(there).is_ok_and(|found| found.is_symlink());
        let on_the_way = path.match_indices('/').map(|(at, _)| self.target(&path[..at]));
        match std::iter::once(self.staging()).chain(on_the_way).find(is_link) {
            Some(link) => Err(Error::OutputReplaced(link)),
            None => Ok(()),
        }
    }

    /// Whether another process wrote the folder before this one got the lock.
    #[must_use]
    pub fn has_waited(&self) -> bool {
        self.has_waited
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the file of the site at `path` is.
    pub(super) fn target(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }

    /// A path for a temporary file; it is free.
    pub(super) fn temporary(&self, number: usize) -> PathBuf {
        self.staging().join(number.to_string())
    }

    fn staging(&self) -> PathBuf {
        self.path.join(STAGING)
    }

    /// Whether mitate has written into it before.
    pub(super) fn is_written_before(&self) -> bool {
        fs::symlink_metadata(self.path.join(MANIFEST)).is_ok()
    }

    /// The manifest of the folder, which is for `purpose`. An empty one if there is none.
    ///
    /// # Errors
    /// When the folder holds what another command wrote, or what was made from another course, or the manifest cannot be read.
    pub(super) fn manifest(&self, purpose: &Purpose) -> Result<Manifest, Error> {
        let there = Manifest::read(&self.path)?.unwrap_or_default();
        let Purpose { contents, course } = &there.purpose;
        // Of one that is missing or cannot be parsed, nothing is known.
        if there.files.is_empty() {
            return Ok(there);
        }
        if *contents != purpose.contents {
            return Err(Error::OtherOutput(self.path.clone(), contents.word()));
        }
        if *course != purpose.course && !course.is_empty() && !self.is_forced {
            return Err(Error::OtherCourse(self.path.clone(), course.clone()));
        }
        Ok(there)
    }

    /// Whether a file that mitate did not write may be replaced.
    pub(super) fn is_forced(&self) -> bool {
        self.is_forced
    }

    /// Replaces the manifest. From now on the folder is mitate's, whatever happens.
    pub(super) fn save(&mut self, manifest: &Manifest) -> Result<(), Error> {
        let (temporary, file) = (self.staging().join(MANIFEST), self.path.join(MANIFEST));
        self.expect_own("")?;
        // Written piece by piece: the text of a large manifest takes more memory than everything else at that time.
        let write = || {
            let mut out = BufWriter::new(File::create_new(&temporary)?);
            serde_json::to_writer(&mut out, manifest)?;
            out.flush()
        };
        write().map_err(|error| Error::write(&temporary, error))?;
        self.expect_own("")?;
        fs::rename(&temporary, &file).map_err(|error| Error::write(&file, error))?;
        self.is_written = true;
        Ok(())
    }

    /// `None` when `wait` says no.
    fn take_lock(&mut self, wait: Wait<'_>) -> io::Result<Option<File>> {
        loop {
            let Some(file) = self.lock_file()? else { continue };
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => {
                    self.has_waited = true;
                    if !wait() {
                        return Ok(None);
                    }
                    std::thread::sleep(PAUSE);
                }
                // Some network drives know no locks. Then there is none.
                Err(TryLockError::Error(_)) => return Ok(Some(file)),
                Ok(()) => match self.is_lock(&file) {
                    Ok(true) => return Ok(Some(file)),
                    // The process that had the lock has removed this file.
                    Ok(false) => {}
                    Err(error) => {
                        // This process has the lock and gives up: the file goes, as in `drop`.
                        let _ = fs::remove_file(self.staging().join(LOCK));
                        return Err(error);
                    }
                },
            }
        }
    }

    /// The file to lock; `None` if another process removed it just now.
    fn lock_file(&self) -> io::Result<Option<File>> {
        let staging = self.staging();
        fs::create_dir_all(&self.path)?;
        match fs::symlink_metadata(&staging) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => fs::remove_file(&staging)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        let created = fs::create_dir(&staging);
        created
            .or_else(|error| if error.kind() == ErrorKind::AlreadyExists { Ok(()) } else { Err(error) })?;
        let path = staging.join(LOCK);
        let opened = match fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => OpenOptions::new().write(true).open(&path),
            Ok(_) => {
                remove(&path)?;
                return Ok(None);
            }
            Err(_) => File::create_new(&path),
        };
        match opened {
            Ok(file) => Ok(Some(file)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::AlreadyExists) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether `file` is the file that others would lock.
    fn is_lock(&self, file: &File) -> io::Result<bool> {
        let there = match Handle::from_path(self.staging().join(LOCK)) {
            Ok(there) => there,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        Ok(Handle::from_file(file.try_clone()?)? == there)
    }

    /// Removes what a killed build left.
    fn sweep(&self) -> Result<(), Error> {
        let fault = |error| Error::write(&self.staging(), error);
        // Names only: an entry keeps its folder open, and there may be no more files that can be opened.
        let names = fs::read_dir(self.staging()).and_then(|entries| {
            entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<OsString>>>()
        });
        for name in names.map_err(fault)?.iter().filter(|name| *name != LOCK) {
            self.expect_own("")?;
            remove(&self.staging().join(name)).map_err(fault)?;
        }
        Ok(())
    }
}

impl Drop for Folder {
    /// Removes temporary files, the lock, and the folders that were created if nothing was written into them. What cannot be
    /// removed is found by the next build.
    fn drop(&mut self) {
        // What is in its place now is not this build's.
        if self.own.is_some() && self.expect_own("").is_err() {
            return;
        }
        if self.lock.is_some() {
            let _ = self.sweep();
            let _ = fs::remove_file(self.staging().join(LOCK));
        }
        // The folder of another process is not empty, and stays.
        let _ = fs::remove_dir(self.staging());
        if !self.is_written {
            for folder in &self.created {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

/// Whether a build was killed in `folder`, or another one writes it now.
pub(super) fn is_being_written(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(STAGING)).is_ok()
}

/// Whether there are files in `folder` that mitate did not write.
fn is_foreign(folder: &Path) -> Result<bool, Error> {
    if fs::symlink_metadata(folder.join(MANIFEST)).is_ok_and(|found| found.is_file()) {
        return Ok(false);
    }
    match fs::read_dir(folder) {
        Ok(entries) => Ok(entries.flatten().any(|entry| entry.file_name() != STAGING)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Error::read(folder, error)),
    }
}

/// The folders of `path` that are not there, the innermost first.
pub(super) fn missing(path: &Path) -> Vec<PathBuf> {
    let is_missing = |it: &&Path| !it.as_os_str().is_empty() && fs::symlink_metadata(it).is_err();
    path.ancestors().take_while(is_missing).map(Path::to_path_buf).collect()
}

/// Removes a file, a link, or a folder with all that is in it. Links in it are removed, not followed.
fn remove(path: &Path) -> io::Result<()> {
    let result = match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        _ => fs::remove_file(path),
    };
    result.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
