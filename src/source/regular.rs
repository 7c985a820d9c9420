//! Opening regular files only, up to a size. Reading a pipe blocks, a device never ends, and a huge file fills the memory.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

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
    // Opening a pipe blocks already, so the file's type is checked before.
    expect_regular(path, &fs::metadata(path).map_err(|error| Error::read(path, error))?, limit)?;
    let file = File::open(path).map_err(|error| Error::read(path, error))?;
    expect_regular(path, &file.metadata().map_err(|error| Error::read(path, error))?, limit)?;
    Ok(file)
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
    let mut bytes = Vec::new();
    let mut file = open_regular(path, limit)?.take(limit + 1);
    file.read_to_end(&mut bytes).map_err(|error| Error::read(path, error))?;
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
}
