//! `mitate rename`: another id for a thing, with every place that names it.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, Terminal, course_to_change};
use crate::desk::{AuthorDesk, NotRenamed, Thing, renamed_kinds};
use crate::diagnostic::nearest;
use crate::error::Error;
use crate::output::{FileChange, change_together};
use crate::pipeline::Workshop;
use crate::source::WrittenPlaces;

#[derive(Debug, Args)]
pub(super) struct Rename {
    /// What is renamed: case:first-meeting, page:start/facts, exercise:first-words, term:rapport, item:listening and so on
    #[arg(id = "rename-what", value_name = "KIND:ID")]
    what: String,
    /// Its new id
    #[arg(id = "rename-new", value_name = "NEW")]
    new: String,
    /// Course folder [default: the current folder]
    #[arg(id = "rename-course", long = "course", value_name = "DIR")]
    course: Option<PathBuf>,
}

impl Rename {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = course_to_change(self.course.as_ref());
        let desk = AuthorDesk::new(Workshop::new(&folder, None, &[])?)?;
        let thing = self.thing()?;
        let renaming = desk.renaming(&thing, &self.new).map_err(|why| cannot(&why))?;
        let changes = renaming.edits.iter();
        let changes = changes.map(|(path, edits)| change(&desk, &folder, path, edits));
        let changes = changes.collect::<Result<Vec<_>, Error>>()?;
        let moves = renaming.moves.iter().map(|(old, new)| (folder.join(old), folder.join(new)));
        let moves: Vec<(PathBuf, PathBuf)> = moves.collect();
        if let Some((_, new)) = moves.iter().find(|(_, new)| fs::symlink_metadata(new).is_ok()) {
            return Err(cannot(&NotRenamed::There(new.display().to_string())));
        }
        change_together(&changes, &moves)?;
        let shown = |path: &str| {
            if folder == Path::new(".") { path.to_owned() } else { folder.join(path).display().to_string() }
        };
        for path in renaming.edits.keys() {
            terminal.line(&terminal.messages.text("rename-changed", &[("path", shown(path))]));
        }
        for (old, new) in &renaming.moves {
            let paths = [("path", shown(old)), ("new", shown(new))];
            terminal.line(&terminal.messages.text("rename-moved", &paths));
        }
        let is_answered =
            desk.course().find(thing.kind, &thing.id).is_some_and(|it| it.earlier_ids().is_some());
        if is_answered {
            let id = [("id", thing.id.to_string())];
            terminal.line(&terminal.messages.text("rename-kept", &id));
        }
        Ok(Outcome::Done)
    }

    fn thing(&self) -> Result<Thing, Error> {
        let Some((word, id)) = self.what.split_once(':') else {
            return Err(Error::CannotRename("shape", vec![("name", self.what.clone())]));
        };
        let words = || renamed_kinds().map(crate::model::Kind::word);
        let kind = renamed_kinds().find(|kind| kind.word() == word).ok_or_else(|| {
            let near = nearest(word, words()).unwrap_or("none").to_owned();
            let known = words().collect::<Vec<_>>().join(", ");
            Error::CannotRename("kind", vec![("name", word.to_owned()), ("near", near), ("known", known)])
        })?;
        Ok(Thing::new(kind, id))
    }
}

fn cannot(why: &NotRenamed) -> Error {
    let (why, values) = why.message();
    Error::CannotRename(why, values)
}

/// The change of the file at `path`, whose text may be written otherwise than it is read.
fn change(
    desk: &AuthorDesk,
    folder: &Path,
    path: &str,
    edits: &[(std::ops::Range<usize>, String)],
) -> Result<FileChange, Error> {
    let file = folder.join(path);
    let mut text = fs::read_to_string(&file).map_err(|error| Error::read(&file, error))?;
    let before = text.clone().into_bytes();
    let written = WrittenPlaces::new(&text);
    let byte = |at: usize| written.written(u32::try_from(at).unwrap_or(u32::MAX)) as usize;
    for (at, new) in edits.iter().rev() {
        let old = &desk.sources().text(path)[at.clone()];
        let at = byte(at.start)..byte(at.end);
        if text.get(at.clone()) != Some(old) {
            let line = text.get(..at.start).unwrap_or_default().matches('\n').count() + 1;
            return Err(cannot(&NotRenamed::Unclear(path.into(), line)));
        }
        text.replace_range(at, new);
    }
    Ok(FileChange { file, before, after: text.into_bytes() })
}
