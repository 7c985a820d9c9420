//! The theme: templates, styles and words of the site. The default one is embedded in the program; a folder may replace
//! single files of it (an *overlay*).
//!
//! | folder | contents |
//! |---|---|
//! | `templates/` | pages and their parts |
//! | `exercise/K/` | a kind of exercise: `form.html`, `after.html`, `K.css`, `ja.ftl`, `en.ftl`; its scripts are in the bundle |
//! | `field/T/` | a type of field: `form.html`, `cell.html`, `T.css`, `ja.ftl`, `en.ftl` |
//! | `styles/` | `*.css` is `style.css`; `X/*.css` is `X.css`, for the pages that need it |
//! | `locales/` | of each language the words of the site (`<tag>.ftl`), and everything else as data (`<tag>.yaml`) |
//! | `assets/` | files that the site holds as they are, scripts among them |
//!
//! 1. [`Theme::load`] takes the embedded files, then those of the overlay ([`files`]);
//! 2. the locale files become one [`Locale`] ([`locales`]), the Fluent files the messages of its language ([`words`]), the
//!    templates one [`tera::Tera`] ([`templates`]);
//! 3. the styles become sheets, in the order of their names.

mod compact;
mod current;
mod files;
mod locales;
mod overlay;
mod templates;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tera::{Context, Tera, TeraResult, Value};

use crate::diagnostic::{Code, Diagnostic, Messages};
use crate::error::Error;
use crate::locale::{LanguageTag, Locale};
pub use current::Shared;
use files::Files;
pub use locales::{default_locale, default_messages};

/// A theme, ready to render in one language.
pub struct Theme {
    /// The templates, compiled.
    pub tera: Tera,
    /// The words of the site.
    pub messages: Arc<Messages>,
    /// The language as data.
    pub locale: Arc<Locale>,
    /// The words of drawings, read when the first one is drawn.
    diagram_words: OnceLock<serde_json::Value>,
    /// The hash of all its files and its language.
    pub hash: blake3::Hash,
    files: Files,
    observer: Option<Box<Observer>>,
    /// The same theme in other languages, for forms in other words.
    others: Mutex<BTreeMap<LanguageTag, Arc<Theme>>>,
}

/// What is called with a template's name and its values before it is rendered.
type Observer = dyn Fn(&str, &Context) + Send + Sync;

impl Theme {
    /// The default theme with the files of `overlay` instead of its own if the names agree, in the language `tag`. A
    /// template that cannot be compiled is reported, and the default one is used.
    ///
    /// # Errors
    /// When the overlay cannot be read.
    pub fn load(overlay: Option<&Path>, tag: &str) -> Result<(Self, Vec<Diagnostic>), Error> {
        let (files, mut diagnostics) = files::gather(overlay)?;
        let tag = LanguageTag::new(tag);
        overlay::report(&files, &tag, &mut diagnostics);
        let theme = Self::of_files(files, &tag, &mut diagnostics);
        if theme.knows_language() {
            words::report_missing(&theme.files, &tag, &mut diagnostics);
        }
        Ok((theme, diagnostics))
    }

    /// The theme of `files` in the language `tag`, and what is wrong with them.
    fn of_files(files: Files, tag: &LanguageTag, out: &mut Vec<Diagnostic>) -> Self {
        let mut hasher = files::hasher(&files);
        hasher.update(tag.as_bytes());
        let locale = Arc::new(locales::locale(&files, tag, out));
        let messages = Arc::new(words::messages(&files, tag, out));
        let tera = templates::compile(&files, &locale, &messages, out);
        Self {
            tera,
            messages,
            locale,
            diagram_words: OnceLock::new(),
            hash: hasher.finalize(),
            files,
            observer: None,
            others: Mutex::default(),
        }
    }

    /// The theme in another language; `None` if it has no words for it, or if it is the theme's own.
    #[must_use]
    pub fn speaking(&self, tag: &LanguageTag) -> Option<Arc<Self>> {
        let is_own = tag.chain().last() == self.locale.tag.chain().last();
        let known = self.languages();
        if is_own || !tag.chain().any(|tag| known.contains(tag)) {
            return None;
        }
        // What is wrong with its files is reported where it is the language of a course.
        let make = || Arc::new(Self::of_files(self.files.clone(), tag, &mut Vec::new()));
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(others.entry(tag.clone()).or_insert_with(make)))
    }

    /// Whether there are words or rules for the language, or for one that it falls back to.
    #[must_use]
    pub fn knows_language(&self) -> bool {
        let known = self.languages();
        self.locale.tag.chain().any(|tag| known.contains(tag))
    }

    /// The tags of the languages that there are words or rules for.
    #[must_use]
    pub fn languages(&self) -> BTreeSet<String> {
        locales::languages(&self.files)
    }

    /// Calls `observer` with the name and the values of every template before it is rendered.
    pub fn observe(&mut self, observer: impl Fn(&str, &Context) + Send + Sync + 'static) {
        self.observer = Some(Box::new(observer));
    }

    /// Renders `template` to `out`.
    ///
    /// # Errors
    /// When the template fails.
    pub fn render(&self, template: &str, context: &Context, out: &mut Vec<u8>) -> TeraResult<()> {
        self.show(template, context);
        self.tera.render_to(template, context, out)
    }

    /// Renders `template` for all pages that share it.
    ///
    /// # Errors
    /// When the template fails.
    pub fn render_shared(&self, template: &str, context: &Context) -> TeraResult<Shared> {
        self.show(template, context);
        Shared::new(&self.tera, template, context)
    }

    fn show(&self, template: &str, context: &Context) {
        if let Some(observer) = &self.observer {
            observer(template, context);
        }
    }

    /// The hash of all files of the theme with that overlay, read without compiling them.
    ///
    /// # Errors
    /// When the overlay cannot be read.
    pub fn fingerprint(overlay: Option<&Path>) -> Result<blake3::Hash, Error> {
        let (files, diagnostics) = files::gather(overlay)?;
        let mut hasher = files::hasher(&files);
        for it in &diagnostics {
            hasher.update(it.span.path.as_bytes()).update(&[0]);
        }
        Ok(hasher.finalize())
    }

    /// The words of drawings, by key: those of `locales/…-diagram.ftl`, and as `@dates` how dates are read.
    pub fn diagram_words(&self) -> &serde_json::Value {
        self.diagram_words.get_or_init(|| {
            let mut words = words::diagram_words(&self.messages);
            words.insert("@dates".to_owned(), self.locale.dates_for_scripts().into());
            words.into()
        })
    }

    /// Whether there is a template of that name.
    #[must_use]
    pub fn has_template(&self, name: &str) -> bool {
        self.files.contains_key(&templates::path(name))
    }

    /// The names of the style sheets: `style`, and one for each folder of styles, for the pages that need it.
    #[must_use]
    pub fn sheets(&self) -> BTreeSet<&str> {
        self.files.keys().filter_map(|path| sheet_of(path)).map(|(sheet, _)| sheet).collect()
    }

    /// The words that the scripts of `of` show, as rows of a `<template data-words>`: what `script_words` gives to templates.
    #[must_use]
    pub fn script_words(&self, of: &str) -> String {
        templates::script_rows(&self.files, &self.locale, &self.messages, of)
    }

    /// A whole style sheet: its files one after another, sorted, without comments and needless blanks.
    #[must_use]
    pub fn style(&self, name: &str) -> String {
        let parts = self.files.iter().filter_map(|(path, bytes)| {
            let (sheet, place) = sheet_of(path)?;
            (sheet == name).then_some((place, path, bytes))
        });
        let mut parts: Vec<_> = parts.collect();
        parts.sort();
        let mut sheet = String::new();
        for (_, _, bytes) in parts {
            compact::compact(&String::from_utf8_lossy(bytes), &mut sheet);
        }
        sheet
    }

    /// The files that the site holds as they are: their names below `assets/`, and bytes.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.files.iter();
        files.filter_map(|(path, bytes)| Some((path.strip_prefix("assets/")?, bytes.as_slice())))
    }

    /// The paths and texts of templates, styles and words, for showing faults in them.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_text =
            |path: &str| path.ends_with(".css") || path.ends_with(".ftl") || path.starts_with("locales/");
        let texts =
            self.files.iter().filter(move |(path, _)| templates::name(path).is_some() || is_text(path));
        texts.filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
    }

    /// A template's failure while a page was rendered, as a diagnostic.
    #[must_use]
    pub fn failed(&self, error: &tera::Error) -> Diagnostic {
        templates::fault(Code::ThemeRender, error, &self.files)
    }

    /// One file below `assets/`.
    #[must_use]
    pub fn asset(&self, name: &str) -> Option<&[u8]> {
        self.files.get(&format!("assets/{name}")).map(Vec::as_slice)
    }
}

/// The style sheet that a file of styles is part of, and its place there. What is particular to kinds of exercise and types
/// of field comes after the common styles of work, and before its notes and its print rules.
fn sheet_of(path: &str) -> Option<(&str, &str)> {
    let path = path.strip_suffix(".css")?;
    match path.split_once('/')? {
        ("styles", rest) => Some(rest.split_once('/').unwrap_or(("style", rest))),
        ("field", _) => Some(("work", "39")),
        ("exercise", _) => Some(("work", "40")),
        _ => None,
    }
}

/// A map value of a template.
pub(crate) fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(tera::Map::from_iter(entries.map(|(key, value)| (tera::value::Key::from(key), value))))
}
