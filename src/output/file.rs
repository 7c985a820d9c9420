//! One file that is written whole or not at all.
//!
//! It is written beside its place under a name of its own, and renamed when it is complete. What is in its place before must be
//! a file that mitate made: a folder, a link and anything else are refused. The file beside is locked while it is written, so
//! that a process finds out whether it was left by a killed one.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use same_file::Handle;
use walkdir::{DirEntry, WalkDir};

use super::folder::missing;
use crate::error::Error;
use crate::source::{is_by_the_way, open_regular};

/// Whether a file is one that mitate made.
pub type IsOwn<'a> = &'a dyn Fn(&mut File) -> io::Result<bool>;

/// The temporary files of this process.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes the temporary files of this process, which a signal ends.
pub fn remove_unfinished() {
    let unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    for path in &*unfinished {
        let _ = fs::remove_file(path);
    }
}

fn unfinished(change: impl FnOnce(&mut Vec<PathBuf>)) {
    change(&mut UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner));
}

/// A file that is being written. When it is dropped before [`NewFile::commit`], nothing of it is left.
#[derive(Debug)]
pub struct NewFile {
    target: PathBuf,
    temporary: PathBuf,
    file: BufWriter<File>,
    /// Folders that were created for it, the innermost first.
    created: Vec<PathBuf>,
    is_done: bool,
}

impl NewFile {
    /// Begins the file at `target`. What is there must satisfy `is_own`.
    ///
    /// # Errors
    /// When something else is there, when another process writes it, or when it cannot be written.
    pub fn create(target: &Path, is_own: IsOwn<'_>) -> Result<Self, Error> {
        expect_free(target, is_own)?;
        let fault = |error| Error::write(target, error);
        let folder = target.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = beside(target);
        let mut created = Created(missing(folder));
        fs::create_dir_all(folder).map_err(fault)?;
        sweep(folder);
        for _ in 0..TRIES {
            match File::create_new(&temporary) {
                Ok(file) => {
                    // Some network drives know no locks. Then there is none.
                    let is_locked = !matches!(file.try_lock(), Err(TryLockError::WouldBlock));
                    let (file, target) = (BufWriter::new(file), target.to_path_buf());
                    let temporary = temporary.clone();
                    let mut new = Self { target, temporary, file, created: Vec::new(), is_done: false };
                    if is_locked && new.is_in_place() {
                        new.created = std::mem::take(&mut created.0);
                        unfinished(|paths| paths.push(new.temporary.clone()));
                        return Ok(new);
                    }
                    // Another process swept it before it was locked.
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => remove_left(&temporary, target)?,
                Err(error) => return Err(fault(error)),
            }
        }
        Err(Error::FileBusy(target.to_path_buf()))
    }

    /// Gives it the permissions of another file.
    pub(super) fn set_permissions(&self, permissions: fs::Permissions) -> io::Result<()> {
        self.file.get_ref().set_permissions(permissions)
    }

    /// Puts the complete file into its place. Says how long it is.
    ///
    /// # Errors
    /// When it cannot be written, or something else came into its place in the meantime.
    pub fn commit(mut self, is_own: IsOwn<'_>) -> Result<u64, Error> {
        let fault = |error| Error::write(&self.target, error);
        self.file.flush().map_err(fault)?;
        let len = self.file.get_ref().metadata().map_err(fault)?.len();
        expect_free(&self.target, is_own)?;
        if !self.is_in_place() {
            return Err(Error::OutputReplaced(self.temporary.clone()));
        }
        fs::rename(&self.temporary, &self.target).map_err(fault)?;
        self.is_done = true;
        Ok(len)
    }

    /// Whether the file beside its place is still this one.
    fn is_in_place(&self) -> bool {
        let own = self.file.get_ref().try_clone().and_then(Handle::from_file);
        let is_link = fs::symlink_metadata(&self.temporary).is_ok_and(|found| found.is_symlink());
        !is_link && own.is_ok_and(|own| Handle::from_path(&self.temporary).is_ok_and(|there| there == own))
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        unfinished(|paths| paths.retain(|path| *path != self.temporary));
        if self.is_done {
            return;
        }
        if self.is_in_place() {
            let _ = fs::remove_file(&self.temporary);
        }
        drop(Created(std::mem::take(&mut self.created)));
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for NewFile {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.file.seek(place)
    }
}

/// Folders that go again if nothing came into them.
struct Created(Vec<PathBuf>);

impl Drop for Created {
    fn drop(&mut self) {
        for folder in &self.0 {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// The end of the name of a file that is not complete; the name begins with a dot.
const UNFINISHED_END: &str = ".mitate-new";

/// How often a file is created again that another process swept.
const TRIES: usize = 8;

/// Where the file is while it is not complete.
fn beside(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(UNFINISHED_END);
    target.with_file_name(name)
}

/// Removes from `folder` what killed processes left: files that are not complete and that nobody writes now.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_unfinished =
            name.len() > 1 + UNFINISHED_END.len() && name.starts_with('.') && name.ends_with(UNFINISHED_END);
        if is_unfinished && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let path = entry.path();
            // Where there are no locks, it may be another process's.
            if open_regular(&path, u64::MAX).is_ok_and(|file| file.try_lock().is_ok()) {
                let _ = fs::remove_file(path);
            }
        }
    }
}

/// Removes from the course in `folder` what killed processes left in its folders.
pub fn sweep_course(folder: &Path) {
    let is_folder = |entry: &DirEntry| {
        entry.file_type().is_dir() && (entry.depth() == 0 || !is_by_the_way(entry.file_name()))
    };
    WalkDir::new(folder).into_iter().filter_entry(is_folder).flatten().for_each(|it| sweep(it.path()));
}

/// Expects that nothing is at `target`, or a file that mitate made.
fn expect_free(target: &Path, is_own: IsOwn<'_>) -> Result<(), Error> {
    let foreign = || Error::ForeignFile(target.to_path_buf());
    match fs::symlink_metadata(target) {
        Ok(found) if found.is_file() => {
            let mut file = open_regular(target, u64::MAX)?;
            let is_own = is_own(&mut file).map_err(|error| Error::read(target, error))?;
            if is_own { Ok(()) } else { Err(foreign()) }
        }
        Ok(_) => Err(foreign()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::write(target, error)),
    }
}

/// Removes what a killed process left beside `target`.
fn remove_left(temporary: &Path, target: &Path) -> Result<(), Error> {
    let found = fs::symlink_metadata(temporary).map_err(|error| Error::write(temporary, error))?;
    if !found.is_file() {
        return Err(Error::ForeignFile(temporary.to_path_buf()));
    }
    let file = open_regular(temporary, u64::MAX)?;
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        return Err(Error::FileBusy(target.to_path_buf()));
    }
    match fs::remove_file(temporary) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::write(temporary, error)),
        _ => Ok(()),
    }
}
