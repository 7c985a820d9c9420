//! What a [`crate::pipeline::Workshop`] caches between two looks at a course.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::Changed;
use crate::check::{CheckContext, CourseWording, check_alone};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::locale::{LanguageTag, Locale};
use crate::model::{Course, Document, Edition, for_learners};
use crate::parse::{Parsed, WordReadings, parse_source, parse_with, unreadable};
use crate::source::{ReadAfter, Reading, Source, Sources, read, read_after};
use crate::theme::Theme;

/// The files of a course as they were read.
#[derive(Default)]
pub struct Readings {
    last: Option<Reading>,
    /// Whether every change since the last reading was reported. It is false after a folder changed: files may have been added to
    /// it before it was watched.
    is_complete: bool,
}

impl Readings {
    /// The files of the course in `folder` after a change, and whether only files of the course changed. Whoever keeps the
    /// result calls [`Readings::keep`]; until then nothing is cached, so that a fault makes the next call read everything.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn after(
        &mut self,
        folder: &Path,
        skip: &[PathBuf],
        changed: Changed<'_>,
    ) -> Result<(Reading, bool), Error> {
        let before = self.last.take();
        let is_first = before.is_none();
        let part = match (&before, changed) {
            (Some(before), Changed::Paths(paths)) => read_after(folder, skip, before, paths)?,
            _ => None,
        };
        let was_complete = std::mem::replace(
            &mut self.is_complete,
            part.is_some() || is_first || changed == Changed::Anything,
        );
        match part.filter(|_| was_complete) {
            Some(ReadAfter { reading, outside_course }) => Ok((reading, !outside_course)),
            None => Ok((read(folder, skip)?, false)),
        }
    }

    /// Caches a reading.
    pub fn keep(&mut self, reading: Reading) {
        self.last = Some(reading);
    }
}

/// The texts of a course, each parsed and checked by itself.
#[derive(Default)]
pub struct ParsedTexts {
    cached: HashMap<Arc<str>, Arc<ParsedText>>,
    /// What they were parsed and checked with.
    shared: Option<SharedTexts>,
}

/// The texts that all others are parsed and checked with.
const SHARED: [&str; 3] = ["course.yaml", "wording.yaml", "glossary.yaml"];

/// What the texts of [`SHARED`] say to all others.
struct SharedTexts {
    /// The hashes of the texts.
    hashes: [Option<blake3::Hash>; 3],
    /// What texts are checked with.
    context: CheckContext,
    /// The words whose readings they are parsed with.
    readings: WordReadings,
}

impl SharedTexts {
    fn new(sources: &Sources, locale: &Arc<Locale>, hashes: [Option<blake3::Hash>; 3]) -> Self {
        let parsed =
            |path: &str| sources.texts.get(path).and_then(|source| parse_source(source, locale).document);
        let [course, wording, glossary] = SHARED.map(parsed);
        let allow = course.and_then(|document| Some(document.info()?.allow.clone())).unwrap_or_default();
        let readings = WordReadings::new(&[wording.clone(), glossary], locale);
        let wording = Arc::new(CourseWording::new(wording.as_deref(), locale.rules.spaced));
        Self { hashes, context: CheckContext { allow, wording, locale: Arc::clone(locale) }, readings }
    }

    /// Whether texts are parsed and checked alike with both.
    fn is_like(&self, other: &Self) -> bool {
        let (one, two) = (&self.context, &other.context);
        self.readings.hash == other.readings.hash
            && one.allow == two.allow
            && one.wording.hash == two.wording.hash
            && one.locale.hash == two.locale.hash
    }
}

/// A text, parsed and checked by itself.
struct ParsedText {
    /// The hash of the text.
    hash: blake3::Hash,
    /// The document; `None` for a file that is no part of a course.
    document: Option<Arc<Document>>,
    /// What is wrong with it by itself.
    findings: Vec<Diagnostic>,
}

impl ParsedTexts {
    /// Parses and checks the texts that changed, in the language of `locale`. Gives all documents in the order of their paths;
    /// adds what is wrong with any of them by itself to `findings`.
    pub fn after(
        &mut self,
        sources: &Sources,
        locale: &Arc<Locale>,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Arc<Document>> {
        let hashes = SHARED.map(|path| sources.texts.get(path).map(|source| source.hash));
        let shared = match self.shared.take() {
            Some(shared) if shared.hashes == hashes && shared.context.locale.hash == locale.hash => shared,
            before => {
                let shared = SharedTexts::new(sources, locale, hashes);
                if !before.is_some_and(|before| before.is_like(&shared)) {
                    self.cached.clear();
                }
                shared
            }
        };
        let SharedTexts { context, readings, .. } = &*self.shared.insert(shared);
        let texts: Vec<&Source> = sources.texts.values().collect();
        // One by one: cases are neighbours, and one with its diagrams takes as long as a hundred pages.
        let parsed: Vec<Arc<ParsedText>> = texts
            .par_iter()
            .with_max_len(1)
            .map(|source| match self.cached.get(&source.path) {
                Some(cached) if cached.hash == source.hash => Arc::clone(cached),
                _ => Arc::new(ParsedText::new(source, context, readings)),
            })
            .collect();
        let documents = parsed.iter().filter_map(|it| it.document.clone());
        let mut documents: Vec<Arc<Document>> =
            documents.chain(sources.unreadable.iter().filter_map(unreadable)).collect();
        if !sources.unreadable.is_empty() {
            documents.sort_by(|a, b| a.path.cmp(&b.path));
        }
        findings.extend(parsed.iter().flat_map(|it| &it.findings).cloned());
        self.cached = texts.iter().map(|source| Arc::clone(&source.path)).zip(parsed).collect();
        documents
    }
}

impl ParsedText {
    fn new(source: &Source, context: &CheckContext, readings: &WordReadings) -> Self {
        let Parsed { document, diagnostics: mut findings } =
            parse_with(source, &context.locale, Some(readings));
        findings.extend(document.iter().flat_map(|it| check_alone(it, &source.text, context)));
        Self { hash: source.hash, document, findings }
    }
}

/// The course as an edition shows it.
#[derive(Default)]
pub struct Editions {
    /// The documents that learners see in part, by path: all of each, and what they see.
    in_part: HashMap<Arc<str>, [Arc<Document>; 2]>,
    /// The learners' course as it was the last time.
    of_learners: Option<Arc<Course>>,
}

impl Editions {
    /// The course that the site of `edition` is made from. A document that did not change stays the same one.
    pub fn after(&mut self, course: &Arc<Course>, edition: Edition) -> Arc<Course> {
        match edition {
            Edition::Open => Arc::clone(course),
            Edition::Facilitator => Arc::new(course.for_facilitators()),
            Edition::Learner => {
                let before = std::mem::take(&mut self.in_part);
                let seen = |whole: &Arc<Document>| {
                    let part = match before.get(&whole.path) {
                        Some([known, part]) if Arc::ptr_eq(known, whole) => Arc::clone(part),
                        _ => match for_learners(whole) {
                            Some(part) => Arc::new(part),
                            None => return Arc::clone(whole),
                        },
                    };
                    self.in_part.insert(Arc::clone(&whole.path), [Arc::clone(whole), Arc::clone(&part)]);
                    part
                };
                let course = Arc::new(course.for_learners(self.of_learners.as_deref(), seen));
                self.of_learners = Some(Arc::clone(&course));
                course
            }
        }
    }
}

/// The theme, compiled.
#[derive(Default)]
pub struct Themes {
    cached: Option<CompiledTheme>,
}

/// A theme, and the fingerprint of its files.
struct CompiledTheme {
    fingerprint: blake3::Hash,
    language: LanguageTag,
    theme: Arc<Theme>,
    findings: Vec<Diagnostic>,
}

impl Themes {
    /// The theme with the files of `overlay` in the language of the course, and what is wrong with it. `is_unchanged`: no file of it changed.
    ///
    /// # Errors
    /// When a file of it cannot be read.
    pub fn after(
        &mut self,
        overlay: Option<&Path>,
        language: &LanguageTag,
        is_unchanged: bool,
    ) -> Result<(Arc<Theme>, Vec<Diagnostic>), Error> {
        let fingerprint = match self.cached.as_ref().filter(|_| is_unchanged) {
            Some(cached) => cached.fingerprint,
            None => Theme::fingerprint(overlay)?,
        };
        let is_same = |it: &&CompiledTheme| it.fingerprint == fingerprint && it.language == *language;
        if let Some(cached) = self.cached.as_ref().filter(is_same) {
            return Ok((Arc::clone(&cached.theme), cached.findings.clone()));
        }
        let (theme, findings) = Theme::load(overlay, language)?;
        let theme = Arc::new(theme);
        let cached = CompiledTheme {
            fingerprint,
            language: language.clone(),
            theme: Arc::clone(&theme),
            findings: findings.clone(),
        };
        self.cached = Some(cached);
        Ok((theme, findings))
    }
}
