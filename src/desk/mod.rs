//! The author's desk: what an editor asks about a course while its texts are being written.
//!
//! A [`AuthorDesk`] holds a course and the texts that are not saved ([`crate::source::Unsaved`]), and answers for a byte of a text: what can be
//! written here ([`complete`]), what is this ([`hover`]), and where is it defined and named ([`names`]). It gives a thing
//! another id in every text ([`rename`]). What is wrong is what `check` reports of the same texts. It knows no protocol:
//! [`crate::lsp`] and [`crate::serve`] are its users.
//!
//! Places are bytes of the texts as [`crate::source`] has them; [`AuthorDesk::written`] leads from them to those of the text in the editor.

mod complete;
mod hover;
mod loose;
mod names;
mod new_id;
mod parts;
mod rename;
mod spot;
mod symbols;

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value as Json;

pub use complete::{Completion, CompletionKind};
pub use hover::Hover;
pub use names::Thing;
pub use new_id::{can_be_id, plain_name, possible_id};
pub use rename::{NotRenamed, Renaming, renamed_kinds};
pub use symbols::{Outlined, TitledThing};

use crate::diagnostic::{Diagnostic, Language};
use crate::error::Error;
use crate::fresh::Changed;
use crate::model::{Course, Document, Kind};
use crate::parse::front_matter::split;
use crate::parse::place;
use crate::pipeline::{Loaded, Workshop};
use crate::schema::schemas;
use crate::source::{Sources, Unsaved, WrittenPlaces};

/// A course on the desk.
pub struct AuthorDesk {
    workshop: Workshop,
    /// `None` until the first look.
    loaded: Option<Loaded>,
}

impl AuthorDesk {
    /// The course of `workshop`.
    ///
    /// # Errors
    /// When the environment fails.
    pub fn new(workshop: Workshop) -> Result<Self, Error> {
        let mut desk = Self::closed(workshop);
        desk.look(Changed::Anything)?;
        Ok(desk)
    }

    /// The course of `workshop`, before the first [`AuthorDesk::look`]: it has no document.
    #[must_use]
    pub fn closed(workshop: Workshop) -> Self {
        Self { workshop, loaded: None }
    }

    /// The texts that are read instead of files. A change of them counts at the next [`AuthorDesk::look`].
    pub fn unsaved(&mut self) -> &mut Unsaved {
        self.workshop.unsaved()
    }

    /// Looks at the course again, after a change of its folder or of a text that is not saved.
    ///
    /// # Errors
    /// When the environment fails; then the desk stays as it was.
    pub fn look(&mut self, changed: Changed<'_>) -> Result<(), Error> {
        self.loaded = Some(self.workshop.load_after(changed)?);
        Ok(())
    }

    /// The course as it was loaded at the last look.
    #[must_use]
    pub fn loaded(&self) -> Option<&Loaded> {
        self.loaded.as_ref()
    }

    /// Where it is loaded from.
    #[must_use]
    pub fn workshop(&self) -> &Workshop {
        &self.workshop
    }

    /// The course's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.workshop.folder()
    }

    /// The course.
    #[must_use]
    pub fn course(&self) -> &Course {
        static NOTHING: OnceLock<Course> = OnceLock::new();
        self.loaded.as_ref().map_or_else(|| NOTHING.get_or_init(Course::default), |loaded| &loaded.course)
    }

    /// Its texts.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        static NOTHING: OnceLock<Sources> = OnceLock::new();
        self.loaded.as_ref().map_or_else(|| NOTHING.get_or_init(Sources::default), |loaded| &loaded.sources)
    }

    /// The language of the course, if mitate speaks it.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        Language::of_locale(&self.course().info()?.language)
    }

    /// Everything that is wrong: what `check` reports of the same texts.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.loaded.as_ref().map_or(&[], |loaded| &loaded.diagnostics)
    }

    /// How the places of the text at `path`, which the editor has as `text`, lead to places in the editor.
    #[must_use]
    pub fn written(text: &str) -> WrittenPlaces {
        WrittenPlaces::new(text)
    }

    fn text(&self, path: &str) -> &str {
        self.sources().text(path)
    }

    fn document(&self, path: &str) -> Option<&Document> {
        self.course().at_path(path).map(|document| &**document)
    }
}

/// The kind and the id of the file at `path`, and the schema of its kind in `language`.
fn known_file(path: &str, language: Language) -> Option<(Kind, String, &'static Json)> {
    static SCHEMAS: [OnceLock<Vec<(Kind, Json)>>; 2] = [const { OnceLock::new() }; 2];
    let place = place(&path.into()).ok()?;
    let all = SCHEMAS[language as usize].get_or_init(|| schemas(language));
    let (_, schema) = all.iter().find(|(kind, _)| *kind == place.kind)?;
    Some((place.kind, place.id.to_string(), schema))
}

/// The YAML in the text of the file at `path`. Front matter that is not closed yet ends with the file.
fn yaml_region(path: &str, text: &str) -> Option<Range<usize>> {
    if !path.ends_with(".md") {
        return Some(0..text.len());
    }
    if let Ok(split) = split(text) {
        return Some(split.yaml);
    }
    let first = text.split_inclusive('\n').next().filter(|line| line.trim_end() == "---")?;
    Some(first.len()..text.len())
}
