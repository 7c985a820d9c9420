//! The files of a course as an editor reads and writes them.
//!
//! A path is a document's: its folder and its name are those that a course has, so it leads nowhere else. What is read is inside the
//! course ([`read_inside`]), and what is written too: no link is on the way, and none is replaced. A file is written
//! beside its place and renamed. The editor ends every line with a line feed; a file keeps the line ends and the byte-order mark that
//! it has.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::desk::plain_name;
use crate::error::Error;
use crate::output::{FileChange, NewFile, change_together};
use crate::parse::place;
use crate::source::{FILE_LIMIT, TEXT_LIMIT, is_by_the_way, is_site, read_inside};

const MARK: &str = "\u{feff}";

/// Why a file is not read or written.
#[derive(Debug)]
pub(super) enum EditRefusal {
    /// No document of a course can be there.
    NoDocument,
    /// There is no such file.
    Gone,
    /// It is no UTF-8.
    NoText,
    /// It is not as it was when the editor read it; `None` if it is gone. It stays.
    Changed(Option<EditedFile>),
    /// A file of that name is there.
    There,
    /// The environment failed.
    Fault(Error),
}

impl From<Error> for EditRefusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Read(_, error) if error.kind() == io::ErrorKind::NotFound => Self::Gone,
            error => Self::Fault(error),
        }
    }
}

/// A file as an editor has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EditedFile {
    /// The text, with line feeds and without a byte-order mark.
    pub text: String,
    /// What the bytes of the file are known by.
    pub hash: String,
}

/// The folder of a course, without links, and what in it is no course.
pub(super) struct CourseFolder {
    root: PathBuf,
    skipped: Vec<PathBuf>,
}

impl CourseFolder {
    pub(super) fn new(folder: &Path, skipped: &[PathBuf]) -> Result<Self, EditRefusal> {
        let root = fs::canonicalize(folder).map_err(|error| Error::read(folder, error))?;
        Ok(Self { root, skipped: skipped.iter().filter_map(|it| fs::canonicalize(it).ok()).collect() })
    }

    /// Where the document at `path` is.
    pub(super) fn document(&self, path: &str) -> Result<PathBuf, EditRefusal> {
        let is_document = place(&path.into()).is_ok() && !path.contains('\\');
        if is_document { self.inside(path) } else { Err(EditRefusal::NoDocument) }
    }

    /// Where the file at `path` is: no part of it is hidden or leads upwards, and its folder, if it is there, is no link.
    fn inside(&self, path: &str) -> Result<PathBuf, EditRefusal> {
        let is_plain = |part: &str| !part.is_empty() && !is_by_the_way(part.as_ref());
        let file = self.root.join(path);
        let folder = file.parent().unwrap_or(&self.root);
        let there = folder.ancestors().find(|it| fs::symlink_metadata(it).is_ok());
        let is_real = there.is_some_and(|it| fs::canonicalize(it).is_ok_and(|real| real == it));
        let mut folders = file.ancestors().skip(1).take_while(|it| *it != self.root);
        let is_skipped = self.skipped.iter().any(|it| file.starts_with(it)) || folders.any(is_site);
        if path.split('/').all(is_plain) && is_real && !is_skipped {
            Ok(file)
        } else {
            Err(EditRefusal::NoDocument)
        }
    }

    /// Reads the document at `path`.
    pub(super) fn read(&self, path: &str) -> Result<EditedFile, EditRefusal> {
        let bytes = read_inside(&self.root, &self.document(path)?, TEXT_LIMIT)?;
        EditedFile::of(&bytes)
    }

    /// Writes `text` into the document at `path`, which the editor read as the file `base`. Gives what the file is known by now.
    pub(super) fn save(&self, path: &str, text: &str, base: &str) -> Result<String, EditRefusal> {
        let file = self.document(path)?;
        let before = match read_inside(&self.root, &file, TEXT_LIMIT) {
            Ok(bytes) => bytes,
            Err(error) => {
                let refusal = EditRefusal::from(error);
                return Err(if matches!(refusal, EditRefusal::Gone) {
                    EditRefusal::Changed(None)
                } else {
                    refusal
                });
            }
        };
        if hash(&before) != base {
            return Err(EditRefusal::Changed(Some(EditedFile::of(&before)?)));
        }
        let after = kept(std::str::from_utf8(&before).map_err(|_| EditRefusal::NoText)?, text);
        if after.len() as u64 > TEXT_LIMIT {
            return Err(EditRefusal::Fault(Error::TooLarge(file, TEXT_LIMIT)));
        }
        if after.as_bytes() != before {
            let change = FileChange { file, before, after: after.clone().into_bytes() };
            match change_together(&[change], &[]) {
                // It was changed since it was read above.
                Err(Error::ForeignFile(_)) => return Err(EditRefusal::Changed(self.read(path).ok())),
                written => written?,
            }
        }
        Ok(hash(after.as_bytes()))
    }

    /// Writes the text of a document that the editor has, but the folder has no more.
    pub(super) fn restore(&self, path: &str, text: &str) -> Result<String, EditRefusal> {
        let file = self.document(path)?;
        create(&file, text.as_bytes())?;
        Ok(hash(text.as_bytes()))
    }

    /// Removes the document at `path`.
    pub(super) fn remove(&self, path: &str) -> Result<PathBuf, EditRefusal> {
        let file = self.document(path)?;
        let is_file = fs::symlink_metadata(&file).map_err(|error| Error::read(&file, error))?.is_file();
        if !is_file {
            return Err(EditRefusal::NoDocument);
        }
        fs::remove_file(&file).map_err(|error| Error::write(&file, error))?;
        Ok(file)
    }

    /// Stores a picture in `images/`, under `name` or one like it that is free. Gives its path in the course.
    pub(super) fn store_picture(&self, name: &str, bytes: &[u8]) -> Result<String, EditRefusal> {
        if bytes.len() as u64 > FILE_LIMIT {
            return Err(EditRefusal::Fault(Error::TooLarge(name.into(), FILE_LIMIT)));
        }
        let (stem, ending) = picture_name(name, bytes).ok_or(EditRefusal::NoDocument)?;
        for number in 1..1000 {
            let number = if number == 1 { String::new() } else { format!("-{number}") };
            let path = format!("images/{stem}{number}.{ending}");
            let file = self.inside(&path)?;
            match fs::symlink_metadata(&file) {
                Err(_) => {
                    create(&file, bytes)?;
                    return Ok(path);
                }
                // The same picture again.
                Ok(_) if read_inside(&self.root, &file, FILE_LIMIT).is_ok_and(|there| there == bytes) => {
                    return Ok(path);
                }
                Ok(_) => {}
            }
        }
        Err(EditRefusal::There)
    }

    /// The path that the system reports of the file at `path`.
    pub(super) fn file(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

impl EditedFile {
    fn of(bytes: &[u8]) -> Result<Self, EditRefusal> {
        let text = std::str::from_utf8(bytes).map_err(|_| EditRefusal::NoText)?;
        let text = text.strip_prefix(MARK).unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        Ok(Self { text, hash: hash(bytes) })
    }
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

fn create(file: &Path, bytes: &[u8]) -> Result<(), EditRefusal> {
    let write = || {
        let mut new = NewFile::create(file, &|_| Ok(false))?;
        new.write_all(bytes).map_err(|error| Error::write(file, error))?;
        new.commit(&|_| Ok(false)).map(drop)
    };
    match write() {
        Err(Error::ForeignFile(_)) => Err(EditRefusal::There),
        written => written.map_err(EditRefusal::from),
    }
}

/// `text` with the byte-order mark and the line ends of `before`: a line that was there keeps its own, a new one gets what most have.
fn kept(before: &str, text: &str) -> String {
    let (mark, body) = before.strip_prefix(MARK).map_or(("", before), |body| (MARK, body));
    let old = lines(body);
    let new: Vec<&str> = text.split_inclusive('\n').collect();
    let is_same = |a: &str, b: &str| words(a) == words(b) && a.ends_with(['\n', '\r']) == b.ends_with('\n');
    let head = old.iter().zip(&new).take_while(|(a, b)| is_same(a, b)).count();
    let rest = (&old[head..], &new[head..]);
    let tail = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(a, b)| is_same(a, b)).count();
    let count = |end: &str| old.iter().filter(|line| line.ends_with(end)).count();
    let (pairs, feeds) = (count("\r\n"), count("\n"));
    let returns = count("\r");
    let end = if pairs * 2 > feeds.max(1) {
        "\r\n"
    } else if returns > feeds {
        "\r"
    } else {
        "\n"
    };
    let middle = new[head..new.len() - tail].iter().map(|line| match line.strip_suffix('\n') {
        Some(line) => format!("{line}{end}"),
        None => (*line).to_owned(),
    });
    let middle: String = middle.collect();
    [mark, &old[..head].concat(), &middle, &old[old.len() - tail..].concat()].concat()
}

/// The lines of a text, each with its end.
fn lines(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\n', '\r']) {
        let end = at + if rest[at..].starts_with("\r\n") { 2 } else { 1 };
        found.push(&rest[..end]);
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

fn words(line: &str) -> &str {
    line.trim_end_matches(['\n', '\r'])
}

/// The name of a picture, without and with its ending: small letters, digits and hyphens. `None` if it is no picture that a page can show.
fn picture_name(name: &str, bytes: &[u8]) -> Option<(String, &'static str)> {
    let ending = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpg",
        [b'G', b'I', b'F', b'8', ..] => "gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "webp",
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f', ..] => "avif",
        _ if name.to_ascii_lowercase().ends_with(".svg") && std::str::from_utf8(bytes).is_ok() => "svg",
        _ => return None,
    };
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let stem = plain_name(stem);
    let stem = if stem.is_empty() || crate::check::is_device(&stem) { "picture".to_owned() } else { stem };
    Some((stem.chars().take(60).collect(), ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_line_ends_and_its_mark() {
        for (before, text, after) in [
            ("a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n"),
            ("\u{feff}a\nb", "a\nb\nc", "\u{feff}a\nb\nc"),
            ("a\r\nb\nc\n", "a\nb\nc\nd\n", "a\r\nb\nc\nd\n"),
            ("a\rb\r", "a\nc\n", "a\rc\r"),
            ("a\r\nb", "a\nb\n", "a\r\nb\r\n"),
            ("", "a\n", "a\n"),
            ("a\n", "", ""),
            ("a\na\na\n", "a\na\n", "a\na\n"),
        ] {
            assert_eq!(kept(before, text), after, "{before:?} {text:?}");
            assert_eq!(EditedFile::of(after.as_bytes()).unwrap().text, text);
        }
    }

    #[test]
    fn a_picture_is_known_by_its_bytes_and_has_a_plain_name() {
        let png = b"\x89PNG....";
        let name = |name: &str| picture_name(name, png).map(|(stem, ending)| format!("{stem}.{ending}"));
        assert_eq!(name("../../My Photo (1).JPG").as_deref(), Some("my-photo-1.png"));
        assert_eq!(name("家系図.png").as_deref(), Some("picture.png"));
        assert_eq!(name("con.png").as_deref(), Some("picture.png"));
        assert_eq!(picture_name("a.png", b"#!/bin/sh"), None);
        assert!(picture_name("a.svg", b"<svg/>").is_some());
    }
}
