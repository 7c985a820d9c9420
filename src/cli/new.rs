//! `mitate new`: a small course that an author can edit at once, with comments that teach.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use include_dir::{Dir, include_dir};

use super::{Outcome, Terminal, said};
use crate::diagnostic::Language;
use crate::error::Error;

static JA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter/ja");
static EN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter/en");

#[derive(Debug, Args)]
pub(super) struct New {
    /// The folder to make; it may be there when it is empty
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

impl New {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let is_free = match fs::read_dir(&self.dir) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
            Err(error) => return Err(Error::read(&self.dir, error)),
        };
        if !is_free {
            return Err(Error::NotEmpty(self.dir.clone()));
        }
        let starter = match terminal.messages.language() {
            Language::Ja => &JA,
            Language::En => &EN,
        };
        write(starter, &self.dir)?;
        super::schema::write_all(&self.dir.join(".schema"))?;
        terminal.line(&said(terminal.messages, "new-made", "path", self.dir.display()));
        Ok(Outcome::Done)
    }
}

fn write(dir: &Dir<'_>, target: &Path) -> Result<(), Error> {
    for file in dir.files() {
        let path = target.join(file.path());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Error::write(parent, error))?;
        }
        fs::write(&path, file.contents()).map_err(|error| Error::write(&path, error))?;
    }
    dir.dirs().try_for_each(|dir| write(dir, target))
}
