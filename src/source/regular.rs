//! Opening regular files only, up to a size. Reading a pipe blocks, a device never ends, and a huge file fills the memory.
//!
//! A file of a course or a theme is opened by [`open_inside`]: between the walk that found it and the moment it is opened, it or a
//! folder on the way to it may have been replaced by a link that leads elsewhere.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use same_file::Handle;

use super::read::is_by_the_way;
use crate::error::Error;

/// The size limit of a file that is read as text (Markdown, YAML, SVG): 5 MB.
pub const TEXT_LIMIT: u64 = 5_000_000;

/// The size limit of every other file: 100 MB.
pub const FILE_LIMIT: u64 = 100_000_000;

/// Opens the file at `path`.
///
/// # Errors
/// When it cannot be opened, is not a regular file, or is larger than `limit`.
pub fn open_regular(path: &Path, limit: u64) -> Result<File, Error> {
    // Opening a device may already do something, so the file's type is checked before.
    expect_regular(path, &fs::metadata(path).map_err(|error| Error::read(path, error))?, limit)?;
    open_now(path, limit)
}

/// Opens the file at `path`, which may have become something else since its type was checked.
fn open_now(path: &Path, limit: u64) -> Result<File, Error> {
    let mut options = File::options();
    options.read(true);
    // Opening a pipe would wait for its writer, and so would reading some files of the system.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
    let file = options.open(path).map_err(|error| Error::read(path, error))?;
    expect_regular(path, &file.metadata().map_err(|error| Error::read(path, error))?, limit)?;
    Ok(file)
}

/// The same for a file in the folder `root`, which is a path without links. What is open is a file of that folder, wherever the
/// links on the way lead later.
///
/// # Errors
/// As [`open_regular`]; also when `path` leads out of `root`, or to a hidden file in it.
pub fn open_inside(root: &Path, path: &Path, limit: u64) -> Result<File, Error> {
    let file = open_regular(path, limit)?;
    let fault = |error| Error::read(path, error);
    let real = fs::canonicalize(path).map_err(fault)?;
    let is_content = real.strip_prefix(root).is_ok_and(|it| !it.iter().any(is_by_the_way));
    // The path may lead elsewhere now than when it was opened.
    let is_open = || Ok(Handle::from_file(file.try_clone()?)? == Handle::from_path(&real)?);
    if is_content && is_open().map_err(fault)? {
        Ok(file)
    } else {
        Err(Error::LeadsOutside(path.to_path_buf()))
    }
}

fn expect_regular(path: &Path, found: &fs::Metadata, limit: u64) -> Result<(), Error> {
    if !found.is_file() {
        return Err(Error::NotAFile(path.to_path_buf()));
    }
    if found.len() > limit { Err(Error::TooLarge(path.to_path_buf(), limit)) } else { Ok(()) }
}

/// Reads the file at `path`.
///
/// # Errors
/// As [`open_regular`]; also when the file grows beyond `limit` while it is read.
pub fn read_regular(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    read_whole(open_regular(path, limit)?, path, limit)
}

/// The same for a file in the folder `root`.
///
/// # Errors
/// As [`open_inside`] and [`read_regular`].
pub fn read_inside(root: &Path, path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    read_whole(open_inside(root, path, limit)?, path, limit)
}

fn read_whole(file: File, path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| Error::read(path, error))?;
    if bytes.len() as u64 > limit { Err(Error::TooLarge(path.to_path_buf(), limit)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_up_to_the_limit_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        fs::write(&file, "12345").unwrap();
        assert_eq!(read_regular(&file, 5).unwrap(), b"12345");
        assert!(matches!(read_regular(&file, 4), Err(Error::TooLarge(_, 4))));
        assert!(matches!(read_regular(folder.path(), 5), Err(Error::NotAFile(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_became_a_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("a");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(matches!(open_now(&pipe, 5), Err(Error::NotAFile(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_behind_a_link_out_of_the_folder_is_not_read() {
        use std::os::unix::fs::symlink;

        let outer = tempfile::tempdir().unwrap();
        let outer = fs::canonicalize(outer.path()).unwrap();
        let root = outer.join("course");
        fs::create_dir_all(root.join("files")).unwrap();
        fs::write(outer.join("secret"), "outside").unwrap();
        fs::write(root.join(".hidden"), "hidden").unwrap();
        fs::write(root.join("files/a"), "inside").unwrap();
        symlink("files/a", root.join("to-inside")).unwrap();
        symlink("../secret", root.join("to-file")).unwrap();
        symlink("..", root.join("to-folder")).unwrap();
        symlink(".hidden", root.join("to-hidden")).unwrap();
        let read = |path: &str| read_inside(&root, &root.join(path), 99);
        assert_eq!(read("files/a").unwrap(), b"inside");
        assert_eq!(read("to-inside").unwrap(), b"inside");
        for path in ["to-file", "to-folder/secret", "to-hidden", ".hidden"] {
            assert!(matches!(read(path), Err(Error::LeadsOutside(_))), "{path}");
        }
    }
}
