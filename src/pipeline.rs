//! The five stages in order. Every command goes through here.
//!
//! [`Workshop::load`] reads, parses and checks; [`Loaded::site`] routes; [`crate::output::write`] writes. A workshop
//! remembers: a text that has not changed is not parsed again, and [`Workshop::load_again`], which is told what has
//! changed, neither reads nor looks up what cannot be another. What it makes is what a new workshop would make.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{Checked, check, check_alone};
use crate::diagnostic::{Diagnostic, Language, any_error, sorted};
use crate::error::Error;
use crate::model::{Course, CourseLanguage, Document};
use crate::parse::{Parsed, parse_source, unreadable};
use crate::render::{Site, route, route_again};
use crate::source::{Again, Asset, Reading, Source, Sources, hash_asset, is_course, read, read_again};
use crate::theme::Theme;
use crate::yaml::Text;

/// A course folder, a theme, and what is known of them.
pub struct Workshop {
    folder: PathBuf,
    overlay: Option<PathBuf>,
    skip: Vec<PathBuf>,
    /// What was read by [`Workshop::load_again`].
    read: Option<Memory>,
    /// What is known of each text by itself, where `course.yaml` allows the words `allow`.
    known: HashMap<Arc<str>, Arc<Known>>,
    allow: Vec<Text>,
    /// The course as it was the last time.
    checked: Option<Checked>,
    /// The theme as it was the last time.
    theme: Option<Compiled>,
}

/// What was read, to be read again in part.
struct Memory {
    reading: Reading,
    /// Not so where folders have changed just before: files may have come into one before anybody could watch it.
    is_sure: bool,
}

/// A text by itself.
struct Known {
    /// The text's hash.
    hash: blake3::Hash,
    /// The document; `None` for a file that is no part of a course.
    document: Option<Arc<Document>>,
    /// What is wrong with it.
    diagnostics: Vec<Diagnostic>,
}

/// A theme, and what made it.
struct Compiled {
    /// The hash of its files, and its language.
    made_of: (blake3::Hash, Language),
    theme: Arc<Theme>,
    /// What is wrong with it.
    diagnostics: Vec<Diagnostic>,
}

/// A course as it stands in its folder now.
pub struct Loaded {
    /// The texts, to show places of diagnostics.
    pub sources: Arc<Sources>,
    /// The course.
    pub course: Arc<Course>,
    /// The theme in the course's language.
    pub theme: Arc<Theme>,
    /// All that is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

impl Workshop {
    /// A workshop for the course in `folder`. `overlay` is a folder whose files lie over those of the default theme; `skip` are
    /// folders that are no part of the course, such as the output.
    ///
    /// # Errors
    /// When `folder` is no course.
    pub fn new(folder: &Path, overlay: Option<&Path>, skip: &[PathBuf]) -> Result<Self, Error> {
        if !is_course(folder) {
            return Err(Error::NoCourse(folder.to_path_buf()));
        }
        let mut skip = skip.to_vec();
        skip.extend(overlay.map(Path::to_path_buf));
        Ok(Self {
            folder: folder.to_path_buf(),
            overlay: overlay.map(Path::to_path_buf),
            skip,
            read: None,
            known: HashMap::new(),
            allow: Vec::new(),
            checked: None,
            theme: None,
        })
    }

    /// Read → parse → check, and the theme.
    ///
    /// # Errors
    /// When the environment fails: a file cannot be read.
    pub fn load(&mut self) -> Result<Loaded, Error> {
        let reading = self.read()?;
        self.load_from(reading)
    }

    /// The same after a change of the files or folders `changed` (`None`: of any), absolute paths without links.
    ///
    /// # Errors
    /// When the environment fails.
    pub fn load_again(&mut self, changed: Option<&[PathBuf]>) -> Result<Loaded, Error> {
        // A fault forgets what was read: then all is read.
        let before = self.read.take();
        let again = match (&before, changed) {
            (Some(before), Some(changed)) => read_again(&self.folder, &self.skip, &before.reading, changed)?,
            _ => None,
        };
        let is_sure = again.is_some() || before.is_none() || changed.is_none();
        let again = again.filter(|_| before.is_some_and(|before| before.is_sure));
        let (reading, theme_stands) = match again {
            Some(Again { reading, beside }) => (reading, !beside),
            None => (self.read()?, false),
        };
        let reading = self.with_course(reading)?;
        let loaded = self.load_with(reading.clone(), theme_stands)?;
        self.read = Some(Memory { reading, is_sure });
        Ok(loaded)
    }

    /// Read.
    ///
    /// # Errors
    /// When the environment fails.
    pub fn read(&self) -> Result<Reading, Error> {
        self.with_course(read(&self.folder, &self.skip)?)
    }

    fn with_course(&self, reading: Reading) -> Result<Reading, Error> {
        let sources = &reading.sources;
        let is_course =
            sources.texts.contains_key("course.yaml") || sources.unreadable.contains("course.yaml");
        if is_course { Ok(reading) } else { Err(Error::NoCourse(self.folder.clone())) }
    }

    /// The hash of all that the site is made of but the program: every file of the course and of the theme.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn inputs(&self, reading: &Reading) -> Result<blake3::Hash, Error> {
        let mut hasher = blake3::Hasher::new();
        let mut add = |path: &str, hash: &blake3::Hash| {
            hasher.update(path.as_bytes()).update(&[0]).update(hash.as_bytes());
        };
        reading.sources.texts.values().for_each(|source| add(&source.path, &source.hash));
        let assets: Vec<&Asset> = reading.sources.assets.values().collect();
        // A file with a fault is never published: how long it is says enough.
        let digest = |asset: &&Asset| {
            if asset.faults.is_empty() {
                hash_asset(asset)
            } else {
                Ok(blake3::hash(format!("{:?}", asset.faults).as_bytes()))
            }
        };
        let digests: Vec<blake3::Hash> = assets.par_iter().map(digest).collect::<Result<_, _>>()?;
        assets.iter().zip(&digests).for_each(|(asset, digest)| add(&asset.path, digest));
        add("/theme", &Theme::fingerprint(self.overlay.as_deref())?);
        Ok(hasher.finalize())
    }

    /// Parse → check, and the theme.
    ///
    /// # Errors
    /// When a file of the theme cannot be read.
    pub fn load_from(&mut self, reading: Reading) -> Result<Loaded, Error> {
        self.load_with(reading, false)
    }

    fn load_with(&mut self, reading: Reading, theme_stands: bool) -> Result<Loaded, Error> {
        let Reading { mut sources, mut diagnostics } = reading;
        let documents = self.parse(&sources, &mut diagnostics);
        let checked = check(documents, &sources, self.checked.as_ref());
        let course = Arc::clone(&checked.course);
        diagnostics.extend(checked.diagnostics.iter().cloned());
        self.checked = Some(checked);
        let language = match course.info().map(|info| info.language) {
            Some(CourseLanguage::En) => Language::En,
            _ => Language::Ja,
        };
        let (theme, found) = self.theme(language, theme_stands)?;
        diagnostics.extend(found);
        if self.overlay.is_some() {
            let texts = &mut Arc::make_mut(&mut sources).texts;
            for (path, text) in theme.templates() {
                let source = Source { path: Arc::from(path), text: Arc::from(text), hash: theme.hash };
                texts.insert(Arc::from(path), source);
            }
        }
        Ok(Loaded { sources, course, theme, diagnostics: sorted(diagnostics) })
    }

    /// The theme, compiled again only when a file of it has changed. `stands`: none has.
    fn theme(&mut self, language: Language, stands: bool) -> Result<(Arc<Theme>, Vec<Diagnostic>), Error> {
        let overlay = self.overlay.as_deref();
        let known = self.theme.as_ref().map(|known| known.made_of.0).filter(|_| stands);
        let made_of = (known.map_or_else(|| Theme::fingerprint(overlay), Ok)?, language);
        if let Some(known) = self.theme.as_ref().filter(|known| known.made_of == made_of) {
            return Ok((Arc::clone(&known.theme), known.diagnostics.clone()));
        }
        let (theme, diagnostics) = Theme::load(overlay, language)?;
        let theme = Arc::new(theme);
        self.theme = Some(Compiled { made_of, theme: Arc::clone(&theme), diagnostics: diagnostics.clone() });
        Ok((theme, diagnostics))
    }

    /// Parses what has changed since the last time, and checks it by itself. What is wrong with any text is added to
    /// `diagnostics`.
    fn parse(&mut self, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Arc<Document>> {
        let course = sources.texts.get("course.yaml").and_then(|source| parse_source(source).document);
        let allow = course.and_then(|document| Some(document.info()?.allow.clone())).unwrap_or_default();
        if self.allow != allow {
            self.known.clear();
            self.allow = allow;
        }
        let texts: Vec<&Source> = sources.texts.values().collect();
        // One by one: cases stand side by side, and one with its diagrams takes as long as a hundred pages.
        let known: Vec<Arc<Known>> = texts
            .par_iter()
            .with_max_len(1)
            .map(|source| match self.known.get(&source.path) {
                Some(known) if known.hash == source.hash => Arc::clone(known),
                _ => Arc::new(Known::new(source, &self.allow)),
            })
            .collect();
        let documents = known.iter().filter_map(|known| known.document.clone());
        let mut documents: Vec<Arc<Document>> =
            documents.chain(sources.unreadable.iter().filter_map(unreadable)).collect();
        if !sources.unreadable.is_empty() {
            documents.sort_by(|a, b| a.path.cmp(&b.path));
        }
        diagnostics.extend(known.iter().flat_map(|known| &known.diagnostics).cloned());
        self.known = texts.iter().map(|source| Arc::clone(&source.path)).zip(known).collect();
        documents
    }

    /// The course's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folders whose changes matter.
    pub fn watched(&self) -> impl Iterator<Item = &Path> {
        std::iter::once(self.folder.as_path()).chain(self.overlay.as_deref())
    }

    /// The folders inside those whose changes do not matter.
    #[must_use]
    pub fn skipped(&self) -> &[PathBuf] {
        &self.skip
    }
}

impl Known {
    fn new(source: &Source, allow: &[Text]) -> Self {
        let Parsed { document, mut diagnostics } = parse_source(source);
        diagnostics.extend(document.iter().flat_map(|it| check_alone(it, &source.text, allow)));
        Self { hash: source.hash, document, diagnostics }
    }
}

impl Loaded {
    /// Forgets the course's texts: when nothing is wrong with it, only those of the theme are still pointed into.
    pub fn forget_texts(&mut self) {
        Arc::make_mut(&mut self.sources).texts.retain(|path, _| path.starts_with("templates/"));
    }

    /// Route: the site, unless something is wrong.
    #[must_use]
    pub fn site(&self) -> Option<Site> {
        (!any_error(&self.diagnostics)).then(|| route(&self.course, &self.theme))
    }

    /// The same after a change, where `before` is the site as it was.
    #[must_use]
    pub fn site_after(&self, before: &Site) -> Option<Site> {
        (!any_error(&self.diagnostics)).then(|| route_again(before, &self.course, &self.theme))
    }

    /// What fails when every page is rendered: a theme's own templates are code, and may.
    #[must_use]
    pub fn failures(&self) -> Vec<Diagnostic> {
        let Some(site) = self.site() else { return Vec::new() };
        let pages: Vec<&String> = site.paths().filter(|path| path.ends_with(".html")).collect();
        let failures = pages.par_iter().filter_map(|path| site.render(path).err());
        sorted(failures.map(|failure| *failure).collect())
    }
}
