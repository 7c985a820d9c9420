//! The five stages in order. Every command goes through here.
//!
//! [`Workshop::load`] reads, parses and checks; [`Loaded::site`] routes; [`crate::output::write`] writes. A workshop
//! remembers what it has parsed: a text that has not changed is not parsed again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::check;
use crate::diagnostic::{Diagnostic, Language, any_error, sorted};
use crate::error::Error;
use crate::model::{Course, CourseLanguage, Document};
use crate::parse::{Parsed, parse_source, unreadable};
use crate::render::{Site, route};
use crate::source::{Asset, Source, Sources, read, read_asset};
use crate::theme::Theme;

/// A course folder, a theme, and what has been parsed of them.
pub struct Workshop {
    folder: PathBuf,
    overlay: Option<PathBuf>,
    skip: Vec<PathBuf>,
    parsed: HashMap<Arc<str>, (blake3::Hash, Parsed)>,
    /// The theme as it was the last time.
    theme: Option<Compiled>,
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
    pub sources: Sources,
    /// The course.
    pub course: Arc<Course>,
    /// The theme in the course's language.
    pub theme: Arc<Theme>,
    /// All that is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// What was read of a course, before anything is made of it.
pub struct Read {
    /// The files.
    pub sources: Sources,
    /// What cannot be read.
    pub diagnostics: Vec<Diagnostic>,
}

impl Workshop {
    /// A workshop for the course in `folder`. `overlay` is a folder whose files lie over those of the default theme; `skip` are
    /// folders that are no part of the course, such as the output.
    ///
    /// # Errors
    /// When `folder` is no course.
    pub fn new(folder: &Path, overlay: Option<&Path>, skip: &[PathBuf]) -> Result<Self, Error> {
        if !folder.join("course.yaml").is_file() {
            return Err(Error::NoCourse(folder.to_path_buf()));
        }
        let mut skip = skip.to_vec();
        skip.extend(overlay.map(Path::to_path_buf));
        Ok(Self {
            folder: folder.to_path_buf(),
            overlay: overlay.map(Path::to_path_buf),
            skip,
            parsed: HashMap::new(),
            theme: None,
        })
    }

    /// Read → parse → check, and the theme.
    ///
    /// # Errors
    /// When the environment fails: a file cannot be read.
    pub fn load(&mut self) -> Result<Loaded, Error> {
        let read = self.read()?;
        self.load_from(read)
    }

    /// Read.
    ///
    /// # Errors
    /// When the environment fails.
    pub fn read(&self) -> Result<Read, Error> {
        let (sources, diagnostics) = read(&self.folder, &self.skip)?;
        if !sources.texts.contains_key("course.yaml") && !sources.unreadable.contains("course.yaml") {
            return Err(Error::NoCourse(self.folder.clone()));
        }
        Ok(Read { sources, diagnostics })
    }

    /// The hash of all that the site is made of but the program: every file of the course and of the theme.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn inputs(&self, read: &Read) -> Result<blake3::Hash, Error> {
        let mut hasher = blake3::Hasher::new();
        let mut add = |path: &str, hash: &blake3::Hash| {
            hasher.update(path.as_bytes()).update(&[0]).update(hash.as_bytes());
        };
        read.sources.texts.values().for_each(|source| add(&source.path, &source.hash));
        let assets: Vec<&Asset> = read.sources.assets.values().collect();
        let digest = |asset: &&Asset| read_asset(asset).map(|bytes| blake3::hash(&bytes));
        let digests: Vec<blake3::Hash> = assets.par_iter().map(digest).collect::<Result<_, _>>()?;
        assets.iter().zip(&digests).for_each(|(asset, digest)| add(&asset.path, digest));
        add("/theme", &Theme::fingerprint(self.overlay.as_deref())?);
        Ok(hasher.finalize())
    }

    /// Parse → check, and the theme.
    ///
    /// # Errors
    /// When a file of the theme cannot be read.
    pub fn load_from(&mut self, read: Read) -> Result<Loaded, Error> {
        let Read { mut sources, mut diagnostics } = read;
        let documents = self.parse(&sources, &mut diagnostics);
        let (course, found) = check(documents, &sources);
        diagnostics.extend(found);
        let language = match course.info().map(|info| info.language) {
            Some(CourseLanguage::En) => Language::En,
            _ => Language::Ja,
        };
        let (theme, found) = self.theme(language)?;
        diagnostics.extend(found);
        if self.overlay.is_some() {
            for (path, text) in theme.templates() {
                let source = Source { path: Arc::from(path), text: Arc::from(text), hash: theme.hash };
                sources.texts.insert(Arc::from(path), source);
            }
        }
        let course = Arc::new(course);
        Ok(Loaded { sources, course, theme, diagnostics: sorted(diagnostics) })
    }

    /// The theme, compiled again only when a file of it has changed.
    fn theme(&mut self, language: Language) -> Result<(Arc<Theme>, Vec<Diagnostic>), Error> {
        let overlay = self.overlay.as_deref();
        let made_of = (Theme::fingerprint(overlay)?, language);
        if let Some(known) = self.theme.as_ref().filter(|known| known.made_of == made_of) {
            return Ok((Arc::clone(&known.theme), known.diagnostics.clone()));
        }
        let (theme, diagnostics) = Theme::load(overlay, language)?;
        let theme = Arc::new(theme);
        self.theme = Some(Compiled { made_of, theme: Arc::clone(&theme), diagnostics: diagnostics.clone() });
        Ok((theme, diagnostics))
    }

    /// Parses what has changed since the last time.
    fn parse(&mut self, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Arc<Document>> {
        let texts: Vec<&Source> = sources.texts.values().collect();
        let parsed: Vec<Parsed> = texts
            .par_iter()
            .map(|source| match self.parsed.get(&source.path) {
                Some((hash, parsed)) if *hash == source.hash => parsed.clone(),
                _ => parse_source(source),
            })
            .collect();
        let named =
            texts.iter().zip(&parsed).map(|(it, parsed)| (Arc::clone(&it.path), (it.hash, parsed.clone())));
        self.parsed = named.collect();
        let documents = parsed.into_iter().filter_map(|parsed| {
            diagnostics.extend(parsed.diagnostics);
            parsed.document
        });
        let mut documents: Vec<Arc<Document>> =
            documents.chain(sources.unreadable.iter().filter_map(unreadable)).collect();
        documents.sort_by(|a, b| a.path.cmp(&b.path));
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

impl Loaded {
    /// Forgets the course's texts: when nothing is wrong with it, only those of the theme are still pointed into.
    pub fn forget_texts(&mut self) {
        self.sources.texts.retain(|path, _| path.starts_with("templates/"));
    }

    /// Route: the site, unless something is wrong.
    #[must_use]
    pub fn site(&self) -> Option<Site> {
        (!any_error(&self.diagnostics)).then(|| route(&self.course, &self.theme))
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
