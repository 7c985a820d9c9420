//! `mitate new`: a small course that an author can edit at once, with comments that teach; with `--sample` a whole one, in
//! English, that shows what a course can have; with `--manual` the manual for authors as a course, in English.
//!
//! Its id is made from the name of the folder and a few random letters: answers are kept in the browser under the id of the
//! course, so no two courses may have the same.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use super::terminal::copyable;
use super::{Outcome, Terminal, paths, schema};
use crate::diagnostic::Language;
use crate::error::Error;
use crate::model::PLACEHOLDER_ID;
use crate::source::{TEXT_LIMIT, read_regular};

static JA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter/ja");
static EN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter/en");

/// A course for a pastoral team of a British school.
static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/sample/en");

/// The manual for authors. Its examples are about the starter course, which it contains.
static MANUAL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/manual/en");

/// The file that makes a folder a course. It is written last, and first under another name.
const COURSE: &str = "course.yaml";
const UNFINISHED: &str = ".course.yaml.mitate-new";

/// No vowels, so that they make no words, and nothing that looks like something else.
const LETTERS: &[u8; 24] = b"bcdfghjkmnpqrstvwxz23456";

#[derive(Debug, Args)]
pub(super) struct New {
    /// The folder to create; if it exists, it must be empty
    #[arg(value_name = "DIR", value_parser = paths::folder())]
    dir: PathBuf,
    /// Create the sample course instead: in English, with every kind of exercise
    #[arg(long)]
    sample: bool,
    /// Create the manual for authors instead, as a course to read with `mitate serve`: in English
    #[arg(long, conflicts_with = "sample")]
    manual: bool,
}

impl New {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let (parts, language): (&[&Dir<'_>], _) = match terminal.messages.language() {
            _ if self.sample => (&[&SAMPLE], Language::En),
            _ if self.manual => (&[&EN, &MANUAL], Language::En),
            Language::Ja => (&[&JA], Language::Ja),
            Language::En => (&[&EN], Language::En),
        };
        let mut files = BTreeMap::new();
        for part in parts {
            add(part, &mut files);
        }
        files.extend(
            schema::files(language)
                .map(|(name, text)| (PathBuf::from(".schema").join(name), text.into_bytes())),
        );
        let course = files.remove(Path::new(COURSE)).unwrap_or_default();
        expect_free(&self.dir, &files)?;
        for (path, bytes) in &files {
            write(&self.dir.join(path), bytes)?;
        }
        let course = String::from_utf8_lossy(&course).replace(PLACEHOLDER_ID, &id(&self.dir));
        let (unfinished, file) = (self.dir.join(UNFINISHED), self.dir.join(COURSE));
        write(&unfinished, course.as_bytes())?;
        fs::rename(&unfinished, &file).map_err(|error| Error::write(&file, error))?;
        let arguments = [("path", copyable(&self.dir)), ("program", program())];
        terminal.line(&terminal.messages.text("new-made", &arguments));
        Ok(Outcome::Done)
    }
}

/// How this program was called: by its name, or by its path where it is in no folder of programs.
fn program() -> String {
    let called = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
    if called.components().count() > 1 { copyable(&called) } else { "mitate".to_owned() }
}

fn add(dir: &Dir<'_>, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    files.extend(dir.files().map(|file| (file.path().to_path_buf(), file.contents().to_vec())));
    dir.dirs().for_each(|dir| add(dir, files));
}

/// The folder must be empty, new, or what a killed `new` left: beginnings of the files that would be written.
fn expect_free(dir: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) -> Result<(), Error> {
    for entry in WalkDir::new(dir) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 && fs::symlink_metadata(dir).is_err() => return Ok(()),
            Err(error) => {
                let path = error.path().unwrap_or(dir).to_path_buf();
                return Err(Error::read(&path, error.into()));
            }
        };
        let path = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        let is_left = || {
            let is_beginning = |bytes: &Vec<u8>| {
                read_regular(entry.path(), TEXT_LIMIT).is_ok_and(|there| bytes.starts_with(&there))
            };
            path == Path::new(UNFINISHED) || files.get(path).is_some_and(is_beginning)
        };
        let is_free = if entry.file_type().is_dir() {
            path.as_os_str().is_empty() || files.keys().any(|file| file.starts_with(path))
        } else {
            entry.file_type().is_file() && is_left()
        };
        if !is_free {
            return Err(Error::NotEmpty(dir.to_path_buf()));
        }
    }
    Ok(())
}

/// Writes a new file, in the place of what a killed `new` left: it may be a second name of a file elsewhere, which stays as it is.
fn write(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).map_err(|error| Error::write(parent, error))?;
    }
    let written = match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => File::create_new(file).and_then(|mut out| out.write_all(bytes)),
    };
    written.map_err(|error| Error::write(file, error))
}

/// An id for the course in `dir`: the letters and digits of its name, and four random letters.
fn id(dir: &Path) -> String {
    let absolute = fs::canonicalize(dir).unwrap_or_else(|_| dir.to_path_buf());
    let name = absolute.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { ' ' };
    let words: String = name.chars().map(plain).collect();
    let mut parts: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    if parts.is_empty() {
        parts.push("course".to_owned());
    }
    // The standard library takes the keys of a hasher from the random numbers of the system.
    let mut random = RandomState::new().hash_one(0);
    let mut letters = String::new();
    for _ in 0..4 {
        let count = LETTERS.len() as u64;
        letters.push(char::from(LETTERS[usize::try_from(random % count).unwrap_or_default()]));
        random /= count;
    }
    parts.push(letters);
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_from_the_name_of_the_folder() {
        for (name, start) in [("My Course_2", "my-course-2-"), ("研修", "course-"), ("研修-2026", "2026-")]
        {
            let id = id(Path::new(name));
            assert!(id.starts_with(start) && id.len() == start.len() + 4, "{id}");
            assert!(crate::yaml::Id::is_valid(&id), "{id}");
        }
        assert_ne!(id(Path::new("a")), id(Path::new("a")));
    }
}
