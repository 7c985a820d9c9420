//! The five stages in order. Every command goes through here.
//!
//! [`Workshop::load`] reads, parses and checks; [`Loaded::site`] gives the site of an edition, which shows what
//! [`Editions`] leaves of the course: what is reported is always about the whole; [`crate::output::write`] writes it. A workshop
//! caches what it can use again: [`Workshop::load_after`] gives what [`Workshop::load`] of a new workshop would give. What is
//! cached, and what makes it stale, is in [`crate::fresh`].

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{Checked, check};
use crate::diagnostic::{Code, Diagnostic, any_error, sorted};
use crate::error::Error;
use crate::fresh::{self, Changed, Editions, ParsedTexts, Readings, Themes};
use crate::locale::LanguageTag;
use crate::model::{Course, Edition};
use crate::parse;
use crate::render::{Routes, Site, route};
use crate::source::{Reading, Source, Sources, Span, Unsaved, expect_course, read};
use crate::theme::Theme;

/// A course folder, a theme, and what is cached of them.
pub struct Workshop {
    folder: PathBuf,
    overlay: Option<PathBuf>,
    skip: Vec<PathBuf>,
    unsaved: Unsaved,
    /// The edition that was asked for.
    asked: Option<Edition>,
    readings: Readings,
    texts: ParsedTexts,
    themes: Themes,
    /// The course as it was the last time.
    checked: Option<Checked>,
    editions: Editions,
    /// The paths of its site, if the site showed the whole course, and those of its edition.
    routes: Option<[Arc<Routes>; 2]>,
}

/// A course as it is in its folder now.
pub struct Loaded {
    /// The texts, to show places of diagnostics.
    pub sources: Arc<Sources>,
    /// The whole course.
    pub course: Arc<Course>,
    /// The course that the site is made from.
    shown: Arc<Course>,
    /// The theme in the course's language.
    pub theme: Arc<Theme>,
    /// The paths of its site.
    routes: Arc<Routes>,
    /// Everything that is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

impl Workshop {
    /// A workshop for the course in `folder`. The files in `overlay` replace those of the default theme; `skip` are folders that
    /// are no part of the course, such as the output.
    ///
    /// # Errors
    /// When `folder` is no course.
    pub fn new(folder: &Path, overlay: Option<&Path>, skip: &[PathBuf]) -> Result<Self, Error> {
        expect_course(folder)?;
        let mut skip = skip.to_vec();
        skip.extend(overlay.map(Path::to_path_buf));
        Ok(Self {
            folder: folder.to_path_buf(),
            overlay: overlay.map(Path::to_path_buf),
            skip,
            unsaved: Unsaved::default(),
            asked: None,
            readings: Readings::default(),
            texts: ParsedTexts::default(),
            themes: Themes::default(),
            checked: None,
            editions: Editions::default(),
            routes: None,
        })
    }

    /// The same for another edition than the learners'.
    #[must_use]
    pub fn of_edition(self, asked: Option<Edition>) -> Self {
        Self { asked, ..self }
    }

    /// The edition of the site.
    ///
    /// # Errors
    /// When one was asked for, but the course has only one, for everyone.
    pub fn edition(&self, sources: &Sources) -> Result<Edition, Error> {
        match (parse::is_open(sources), self.asked) {
            (true, None) => Ok(Edition::Open),
            (true, Some(asked)) => Err(Error::OpenCourse(self.folder.join("course.yaml"), asked.word())),
            (false, asked) => Ok(asked.unwrap_or(Edition::Learner)),
        }
    }

    /// Reads, parses and checks the course, and loads the theme.
    ///
    /// # Errors
    /// When the environment fails: a file cannot be read.
    pub fn load(&mut self) -> Result<Loaded, Error> {
        let reading = self.read()?;
        self.load_from(reading)
    }

    /// The same after a change of the folder of the course or of the theme.
    ///
    /// # Errors
    /// When the environment fails.
    pub fn load_after(&mut self, changed: Changed<'_>) -> Result<Loaded, Error> {
        let (reading, is_theme_unchanged) = self.readings.after(&self.folder, &self.skip, changed)?;
        let seen = self.with_course(reading.clone())?;
        let loaded = self.load_with(seen, is_theme_unchanged)?;
        self.readings.keep(reading);
        Ok(loaded)
    }

    /// The texts that are read instead of files. A change of them counts at the next look.
    pub fn unsaved(&mut self) -> &mut Unsaved {
        &mut self.unsaved
    }

    /// Reads the course.
    ///
    /// # Errors
    /// When the environment fails.
    pub fn read(&self) -> Result<Reading, Error> {
        self.with_course(read(&self.folder, &self.skip)?)
    }

    /// What was read, with the texts that are not saved, if that is a course.
    fn with_course(&self, reading: Reading) -> Result<Reading, Error> {
        let reading = self.unsaved.over(&self.folder, &self.skip, reading)?;
        let sources = &reading.sources;
        let is_course =
            sources.texts.contains_key("course.yaml") || sources.unreadable.contains("course.yaml");
        if is_course { Ok(reading) } else { Err(Error::NoCourse(self.folder.clone())) }
    }

    /// The fingerprint of all inputs of the site but the program.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn inputs(&self, reading: &Reading) -> Result<blake3::Hash, Error> {
        let theme = Theme::fingerprint(self.overlay.as_deref())?;
        fresh::inputs(&reading.sources, &theme, self.edition(&reading.sources)?)
    }

    /// Parses and checks what was read, and loads the theme.
    ///
    /// # Errors
    /// When a file of the theme cannot be read.
    pub fn load_from(&mut self, reading: Reading) -> Result<Loaded, Error> {
        self.load_with(reading, false)
    }

    fn load_with(&mut self, reading: Reading, is_theme_unchanged: bool) -> Result<Loaded, Error> {
        let Reading { mut sources, mut diagnostics } = reading;
        let edition = self.edition(&sources)?;
        // The theme comes first: how the texts are read and checked depends on its locale files.
        let language = parse::language(&sources).unwrap_or_else(|| LanguageTag::new("ja"));
        let (theme, found) = self.themes.after(self.overlay.as_deref(), &language, is_theme_unchanged)?;
        diagnostics.extend(found);
        let documents = self.texts.after(&sources, &theme.locale, &mut diagnostics);
        let checked = check(documents, &sources, self.checked.as_ref());
        let course = Arc::clone(&checked.course);
        diagnostics.extend(checked.diagnostics.iter().cloned());
        self.checked = Some(checked);
        diagnostics.extend(of_language(&course, &theme));
        let shown = self.editions.after(&course, edition);
        let of = |which: usize, course: &Arc<Course>| match &self.routes {
            Some(before) => Routes::after(&before[which], course, &theme),
            None => Arc::new(Routes::new(course, &theme)),
        };
        let whole = of(0, &course);
        // Learners do not have every file of the theme, nor every document.
        let is_whole = shown.edition != Edition::Learner && shown.has_documents(&course.documents);
        let routes = if is_whole { Arc::clone(&whole) } else { of(1, &shown) };
        diagnostics.extend(whole.collisions().iter().cloned());
        self.routes = Some([whole, Arc::clone(&routes)]);
        if self.overlay.is_some() {
            let texts = &mut Arc::make_mut(&mut sources).texts;
            for (path, text) in theme.texts() {
                let source = Source { path: Arc::from(path), text: Arc::from(text), hash: theme.hash };
                texts.insert(Arc::from(path), source);
            }
        }
        Ok(Loaded { sources, course, shown, theme, routes, diagnostics: sorted(diagnostics) })
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

/// What is wrong with the language of `course`: there are no words for it, or checks that know nothing of it.
fn of_language(course: &Course, theme: &Theme) -> Option<Diagnostic> {
    let language = &course.info()?.language;
    let document = course.documents.iter().find(|document| document.info().is_some())?;
    let place = Span::new(&document.path, language.at.start, language.at.end);
    if !theme.knows_language() {
        let known: Vec<String> = theme.languages().into_iter().collect();
        let diagnostic = Diagnostic::new(Code::UnknownLanguage, place).with("language", &***language);
        return Some(diagnostic.with("known", known.join(", ")).near(language, known.iter().map(|it| &**it)));
    }
    let unchecked = &theme.locale.unchecked;
    (!unchecked.is_empty()).then(|| {
        let diagnostic = Diagnostic::new(Code::UncheckedLanguage, place).with("language", &***language);
        diagnostic.with("checks", unchecked.join(", "))
    })
}

/// What fails when every page of `site` is rendered.
fn failures(site: &Site) -> Vec<Diagnostic> {
    let pages: Vec<&String> = site.paths().filter(|path| path.ends_with(".html")).collect();
    pages.par_iter().filter_map(|path| site.render(path).err()).map(|failure| *failure).collect()
}

impl Loaded {
    /// Frees the texts of the course: when nothing is wrong with it, only diagnostics of the theme need texts.
    pub fn forget_texts(&mut self) {
        Arc::make_mut(&mut self.sources)
            .texts
            .retain(|path, _| path.starts_with("templates/") || path.starts_with("locales/"));
    }

    /// Who the site is for.
    #[must_use]
    pub fn edition(&self) -> Edition {
        self.shown.edition
    }

    /// The site, unless something is wrong.
    #[must_use]
    pub fn site(&self) -> Option<Site> {
        (!any_error(&self.diagnostics)).then(|| Site::new(&self.shown, &self.theme, &self.routes))
    }

    /// The site of the whole course, with what is for facilitators, unless something is wrong: the forms that papers are read by.
    #[must_use]
    pub fn whole_site(&self) -> Option<Site> {
        let whole = || route(&Arc::new(self.course.for_facilitators()), &self.theme);
        (!any_error(&self.diagnostics)).then(whole)
    }

    /// The same after a change, where `before` is the site before it.
    #[must_use]
    pub fn site_after(&self, before: &Site) -> Option<Site> {
        (!any_error(&self.diagnostics)).then(|| Site::after(before, &self.shown, &self.theme, &self.routes))
    }

    /// What fails when every page is rendered: a theme's own templates are code, and may fail.
    #[must_use]
    pub fn failures(&self) -> Vec<Diagnostic> {
        let Some(site) = self.site() else { return Vec::new() };
        // Facilitators see pages and parts of pages that learners do not.
        let others = route(&Arc::new(self.course.for_facilitators()), &self.theme);
        sorted([site, others].iter().flat_map(failures).collect())
    }
}
