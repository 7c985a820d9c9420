//! The locale files of a theme: which languages there are, and the [`Locale`] of one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::files::{self, Files};
use super::words::{messages, tag_and_name};
use crate::diagnostic::{Diagnostic, Messages};
use crate::locale::{FALLBACK, LanguageTag, Locale, LocaleRules, read};

/// The tags that there are words or rules for.
pub(super) fn languages(files: &Files) -> BTreeSet<String> {
    files.keys().filter_map(|path| tag_of(path.strip_prefix("locales/")?)).map(str::to_owned).collect()
}

/// Whether a file in `locales` is one of a language.
pub(super) fn is_locale(path: &str) -> bool {
    let Some(file) = path.strip_prefix("locales/") else { return true };
    tag_of(file).is_some_and(LanguageTag::is_usual)
}

/// The tag that a file in `locales` is of: `en-GB` of `en-GB.yaml`, `ja` of `ja-work.ftl`.
fn tag_of(file: &str) -> Option<&str> {
    let words = file.strip_suffix(".ftl").map(|file| tag_and_name(file).0);
    words.or_else(|| file.strip_suffix(".yaml"))
}

/// The locale of `tag`, and what is wrong with its files.
pub(super) fn locale(files: &Files, tag: &LanguageTag, out: &mut Vec<Diagnostic>) -> Locale {
    let path = |tag: &str| format!("locales/{tag}.yaml");
    let mut hasher = blake3::Hasher::new();
    hasher.update(tag.as_bytes());
    for path in tag.chain().chain([FALLBACK]).map(path) {
        hasher.update(path.as_bytes()).update(files.get(&path).map_or(&[], |bytes| bytes));
    }
    let mut is_broken = false;
    let mut file = |tag: &str, out: &mut Vec<Diagnostic>| -> Option<LocaleRules> {
        let path = path(tag);
        let bytes = files.get(&path)?;
        let file = read(&Arc::from(path), &String::from_utf8_lossy(bytes), out);
        is_broken |= file.is_none();
        file
    };
    let own: Vec<LocaleRules> = tag.chain().filter_map(|tag| file(tag, out)).collect();
    // What is wrong with the English file is reported with the others where it is the course's own.
    let is_english = tag.chain().any(|tag| tag == FALLBACK);
    let fallback = || if is_english { None } else { file(FALLBACK, &mut Vec::new()) };
    let mut locale = Locale::new(tag.clone(), own, fallback, hasher.finalize());
    if is_broken {
        // What the file would have said is not known.
        locale.unchecked.clear();
    }
    locale
}

/// The locale of `tag` in the default theme.
#[must_use]
pub fn default_locale(tag: &str) -> Arc<Locale> {
    static KNOWN: Mutex<BTreeMap<String, Arc<Locale>>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let make = || Arc::new(locale(&files::default(), &LanguageTag::new(tag), &mut Vec::new()));
    Arc::clone(known.entry(tag.to_owned()).or_insert_with(make))
}

/// The words of the default theme in the language `tag`.
#[must_use]
pub fn default_messages(tag: &str) -> Messages {
    messages(&files::default(), &LanguageTag::new(tag), &mut Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_files_of_the_default_theme_are_right() {
        for tag in ["ja", "en", "en-GB", "en-US"] {
            let mut out = Vec::new();
            let found = locale(&files::default(), &LanguageTag::new(tag), &mut out);
            assert_eq!(out, [], "{tag}");
            assert_eq!(found.unchecked, [] as [&str; 0], "{tag}");
        }
    }

    /// What the tests of the scripts read instead of a page. `UPDATE=1 cargo test` writes it.
    #[test]
    fn what_scripts_get_of_a_locale_is_what_their_tests_read() {
        for tag in ["ja", "en", "en-GB", "en-US"] {
            let path = format!("{}/tests/shared/locales/{tag}.json", env!("CARGO_MANIFEST_DIR"));
            let rules = default_locale(tag).for_scripts();
            let rows =
                rules.as_object().into_iter().flatten().map(|(key, value)| format!("\"{key}\": {value}"));
            let actual = format!("{{\n{}\n}}\n", rows.collect::<Vec<_>>().join(",\n"));
            if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
                std::fs::write(&path, &actual).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), actual, "{tag}");
        }
    }
}
