//! `mitate schema`: the JSON Schema of each kind of file, so that an editor completes keys, says what they mean, and marks mistakes.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::{Outcome, Terminal};
use crate::diagnostic::Language;
use crate::error::Error;
use crate::output::NewFile;
use crate::parse;
use crate::schema::published;
use crate::source::{TEXT_LIMIT, read_regular};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// The kind: course, syllabus, glossary, wording, module, page, case, role, principle, process, worksheet, variant, exercise, meeting, session, panel; answers (an answer file), row (a row of `collect`), accessibility (results of checks, for `evidence`)
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Write the schemas of all kinds into a folder, as KIND.json
    #[arg(long, value_name = "DIR", conflicts_with = "kind", value_parser = super::paths::folder())]
    out: Option<PathBuf>,
}

impl Schema {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let asked = terminal.messages.language();
        if let Some(folder) = &self.out {
            write_all(folder, language_beside(folder).unwrap_or(asked))?;
            return Ok(Outcome::Done);
        }
        let name = self.kind.as_deref().unwrap_or_default();
        if let Some((_, schema)) = DATA.iter().find(|(known, _)| *known == name) {
            terminal.line(schema.trim_end());
            return Ok(Outcome::Done);
        }
        let schemas = published(asked);
        let words = schemas.iter().map(|(kind, _)| kind.word());
        let known = || words.chain(DATA.iter().map(|(name, _)| *name)).map(str::to_owned).collect();
        let Some((_, schema)) = schemas.iter().find(|(kind, _)| kind.word() == name) else {
            return Err(Error::Unknown("kind", name.to_owned(), known()));
        };
        terminal.line(&format!("{schema:#}"));
        Ok(Outcome::Done)
    }
}

/// The schemas of what learners hand in and what is gathered of it, which no editor needs.
const DATA: [(&str, &str); 3] = [
    ("answers", crate::answers::SCHEMA),
    ("row", crate::collect::ROW_SCHEMA),
    ("accessibility", crate::evidence::RESULTS_SCHEMA),
];

/// The language of the course whose folder `folder` is in.
fn language_beside(folder: &Path) -> Option<Language> {
    let course = std::path::absolute(folder).ok()?.parent()?.join("course.yaml");
    let text = String::from_utf8(read_regular(&course, TEXT_LIMIT).ok()?).ok()?;
    parse::language_in(&text).and_then(|tag| Language::of_locale(&tag))
}

/// The file `KIND.json` of every kind: its name and its text, in `language`.
pub(super) fn files(language: Language) -> impl Iterator<Item = (String, String)> {
    published(language)
        .into_iter()
        .map(|(kind, schema)| (format!("{}.json", kind.word()), format!("{schema:#}\n")))
}

fn write_all(folder: &Path, language: Language) -> Result<(), Error> {
    for (name, text) in files(language) {
        let file = folder.join(&name);
        let is_own = |there: &mut File| is_schema(there, &text);
        let mut new = NewFile::create(&file, &is_own)?;
        new.write_all(text.as_bytes()).map_err(|error| Error::write(&file, error))?;
        new.commit(&is_own)?;
    }
    Ok(())
}

/// Whether the file is a schema that mitate wrote: it says what it is a schema of, as the new one does.
fn is_schema(file: &mut File, text: &str) -> io::Result<bool> {
    let title = |text: &[u8]| -> Option<String> {
        let schema: serde_json::Value = serde_json::from_slice(text).ok()?;
        Some(schema.get("title").filter(|_| schema.get("$schema").is_some())?.as_str()?.to_owned())
    };
    let mut there = Vec::new();
    file.take(TEXT_LIMIT).read_to_end(&mut there)?;
    Ok(title(&there).is_some_and(|there| title(text.as_bytes()) == Some(there)))
}
