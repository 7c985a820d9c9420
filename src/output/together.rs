//! Files of a course that change together: all of them, or none.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;

use super::NewFile;
use crate::error::Error;

/// A file with other contents.
#[derive(Debug, Clone)]
pub struct FileChange {
    /// The file.
    pub file: PathBuf,
    /// What it must hold now.
    pub before: Vec<u8>,
    /// What it holds afterwards.
    pub after: Vec<u8>,
}

/// Changes files, and then gives files and folders other names: `moves` has the old and the new ones. Everything that can fail before the
/// first change is tried before it. If something fails later, what was done is undone.
///
/// # Errors
/// When a file is not as expected, when there is something in the place of a new name, or when something cannot be written.
pub fn change_together(changes: &[FileChange], moves: &[(PathBuf, PathBuf)]) -> Result<(), Error> {
    for (old, new) in moves {
        if fs::symlink_metadata(new).is_ok() {
            return Err(Error::FileThere(new.clone()));
        }
        fs::symlink_metadata(old).map_err(|error| Error::read(old, error))?;
    }
    let mut waiting = Vec::new();
    for change in changes {
        waiting.push((change, begun(change, &change.before, &change.after)?));
    }
    let mut done: Vec<&FileChange> = Vec::new();
    let mut renamed: Vec<&(PathBuf, PathBuf)> = Vec::new();
    let outcome = waiting.into_iter().try_for_each(|(change, new)| {
        new.commit(&|file| holds(file, &change.before))?;
        done.push(change);
        Ok(())
    });
    let outcome = outcome.and_then(|()| {
        moves.iter().try_for_each(|pair| {
            fs::rename(&pair.0, &pair.1).map_err(|error| Error::write(&pair.1, error))?;
            renamed.push(pair);
            Ok(())
        })
    });
    if outcome.is_err() {
        for (old, new) in renamed.into_iter().rev() {
            let _ = fs::rename(new, old);
        }
        for change in done {
            let _ = begun(change, &change.after, &change.before)
                .and_then(|new| new.commit(&|file| holds(file, &change.after)));
        }
    }
    outcome
}

/// The file with `after`, if it holds `before`; not in its place yet.
fn begun(change: &FileChange, before: &[u8], after: &[u8]) -> Result<NewFile, Error> {
    let mut new = NewFile::create(&change.file, &|file| holds(file, before))?;
    new.write_all(after).and_then(|()| new.flush()).map_err(|error| Error::write(&change.file, error))?;
    if let Ok(found) = fs::metadata(&change.file) {
        new.set_permissions(found.permissions()).map_err(|error| Error::write(&change.file, error))?;
    }
    Ok(new)
}

fn holds(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    let mut there = Vec::new();
    file.take(bytes.len() as u64 + 1).read_to_end(&mut there)?;
    Ok(there == bytes)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn change(folder: &Path, name: &str, before: &str, after: &str) -> FileChange {
        FileChange { file: folder.join(name), before: before.into(), after: after.into() }
    }

    /// The files of a folder, as `name=contents`.
    fn listed(folder: &Path) -> Vec<String> {
        let mut all: Vec<String> = walkdir::WalkDir::new(folder)
            .into_iter()
            .map(Result::unwrap)
            .filter(|it| it.file_type().is_file())
            .map(|it| {
                let name = it.path().strip_prefix(folder).unwrap().display().to_string();
                format!("{name}={}", fs::read_to_string(it.path()).unwrap())
            })
            .collect();
        all.sort();
        all
    }

    fn three() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a", "b", "c"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        folder
    }

    #[test]
    fn all_files_change_and_are_renamed() {
        let folder = three();
        let at = |name: &str| folder.path().join(name);
        let changes = [change(folder.path(), "a", "a", "A"), change(folder.path(), "b", "b", "B")];
        change_together(&changes, &[(at("b"), at("d"))]).unwrap();
        assert_eq!(listed(folder.path()), ["a=A", "c=c", "d=B"]);
    }

    #[test]
    fn nothing_changes_if_one_cannot() {
        let folder = three();
        let at = |name: &str| folder.path().join(name);
        let own = change(folder.path(), "a", "a", "A");
        // A file that is not as expected, one that is not there, a name that is taken, a name in a folder that is not there.
        for (changes, moves) in [
            (vec![own.clone(), change(folder.path(), "b", "other", "B")], vec![]),
            (vec![own.clone(), change(folder.path(), "none", "", "B")], vec![(at("none"), at("d"))]),
            (vec![own.clone()], vec![(at("b"), at("c"))]),
            (vec![own], vec![(at("b"), at("d")), (at("c"), at("none/c"))]),
        ] {
            assert!(change_together(&changes, &moves).is_err(), "{changes:?} {moves:?}");
            assert_eq!(listed(folder.path()), ["a=a", "b=b", "c=c"]);
        }
    }
}
