//! ZIP archives in memory, as tests take them apart and put them together.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The files of an archive by their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What is in an archive.
#[must_use]
pub fn unzipped(bytes: &[u8]) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Files::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    files
}

/// The archive of `files`.
#[must_use]
pub fn zipped(files: &Files) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(&**name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The archive of `files`, in which the file `name` is `bytes`.
#[must_use]
pub fn with(files: &Files, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut files = files.clone();
    files.insert(name.to_owned(), bytes.to_owned());
    zipped(&files)
}
