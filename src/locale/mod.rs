//! A locale: everything of a language that is not a sentence, as data.
//!
//! `locales/<tag>.yaml` of a theme is one [`LocaleRules`]: where sentences end, what personal data and names look like, words of
//! hard themes and outdated ones, dates, school systems, search, type and paper. The words of the site are beside it, in
//! Fluent (`locales/<tag>.ftl`).
//!
//! 1. [`LanguageTag`] is what `language:` in `course.yaml` says, such as `en-GB`, and knows which tags it falls back to;
//! 2. [`read`] reads one file into its [`record`], and reports every mistake in it;
//! 3. [`Locale::new`] puts the files of a tag and of those it falls back to together, section by section. What is written, not
//!    checked, falls back to English; a check falls back to no other language, and is listed in [`Locale::unchecked`].

mod checks;
mod dates;
mod for_scripts;
mod parts;
mod personal;
mod record;
mod sentences;
mod tag;
mod terms;

use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::model::Body;
use crate::yaml::Decoder;
pub use checks::{
    Circles, Institutions, NameMethod, NameRules, OutdatedWord, PersonalKind, PersonalRules, PersonalShape,
};
pub use dates::{DateRules, School, ShownDates};
pub use parts::{Pattern, Raw, ScriptPattern, Words};
pub use record::{BlockWords, GlossaryRows, LocaleRules, QuestionRules, SearchRules, SentenceRules, Writing};
pub use tag::LanguageTag;
pub use terms::{TermFinder, is_ideograph, is_part};

/// The language that everything falls back to.
pub const FALLBACK: &str = "en";

/// A language as a course is written in it.
#[derive(Debug)]
pub struct Locale {
    /// The tag that the course has.
    pub tag: LanguageTag,
    /// What its files say.
    pub rules: LocaleRules,
    /// The checks that know nothing of the language: keys of the file.
    pub unchecked: Vec<&'static str>,
    /// The hash of the files.
    pub hash: blake3::Hash,
    titles: OnceLock<Option<TermFinder>>,
    hard_themes: OnceLock<Option<TermFinder>>,
    outdated: OnceLock<Option<TermFinder>>,
    dates_for_scripts: OnceLock<String>,
}

/// Reads the locale file `text` at `path` of a theme. `None` if it cannot be read: then `out` says why.
pub fn read(path: &Arc<str>, text: &str, out: &mut Vec<Diagnostic>) -> Option<LocaleRules> {
    let mut decoder = Decoder::new(path, text, &|_, _, _, _, _| Body::default());
    let file = decoder.read(0, text.len());
    out.append(&mut decoder.diagnostics);
    file
}

impl Locale {
    /// The locale of `tag`. `own` are the files of the tag and of those it falls back to, the nearest first; `fallback` gives the
    /// English one, if it is needed.
    #[must_use]
    pub fn new(
        tag: LanguageTag,
        own: Vec<LocaleRules>,
        fallback: impl FnOnce() -> Option<LocaleRules>,
        hash: blake3::Hash,
    ) -> Self {
        let own = own.into_iter().reduce(LocaleRules::or).unwrap_or_default();
        let unchecked = own.unchecked();
        let below = if own.falls_back() { fallback() } else { None };
        Self {
            tag,
            rules: own.or(below.map(LocaleRules::without_checks).unwrap_or_default()),
            unchecked,
            hash,
            titles: OnceLock::new(),
            hard_themes: OnceLock::new(),
            outdated: OnceLock::new(),
            dates_for_scripts: OnceLock::new(),
        }
    }

    /// Finds titles behind names.
    #[must_use]
    pub fn titles(&self) -> Option<&TermFinder> {
        let make = || {
            let names = self.rules.names.as_ref()?;
            Some(TermFinder::new(names.honorifics.list().chain(names.offices.list()), false))
        };
        self.titles.get_or_init(make).as_ref()
    }

    /// Finds the words of hard themes.
    #[must_use]
    pub fn hard_themes(&self) -> Option<&TermFinder> {
        let make = || Some(TermFinder::new(self.rules.hard_themes.as_ref()?.list(), self.rules.spaced));
        self.hard_themes.get_or_init(make).as_ref()
    }

    /// Finds outdated words. Their numbers are those of `outdated` in the file.
    #[must_use]
    pub fn outdated(&self) -> Option<&TermFinder> {
        let make = || {
            let words = self.rules.outdated.iter().map(|it| &*it.word);
            (!self.rules.outdated.is_empty()).then(|| TermFinder::new(words, self.rules.spaced))
        };
        self.outdated.get_or_init(make).as_ref()
    }
}
