//! The words of a theme in one language, from its Fluent files.
//!
//! `locales/<tag>.ftl` and `locales/<tag>-<name>.ftl` hold the words of the site, `exercise/K/<tag>.ftl` and
//! `field/T/<tag>.ftl` those of one kind or type. Words that scripts show are in a group whose heading begins with
//! `## Script`; a page hands them over with `script_words(of="…")` ([`script_keys`]).
//!
//! What a tag has no words for, the tags say that it falls back to, and in the end English.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::files::{self, Files};
use crate::diagnostic::{Code, Diagnostic, Messages};
use crate::locale::{FALLBACK, LanguageTag};
use crate::source::Span;

/// The heading of a group of words that scripts show.
const SCRIPT_GROUP: &str = "## Script";

/// How many missing words one diagnostic lists.
const LISTED: usize = 20;

/// The messages of one language. Those of the default theme come first: an overlay may give only some.
pub(super) fn messages(files: &Files, tag: &LanguageTag, diagnostics: &mut Vec<Diagnostic>) -> Messages {
    let mut messages = Messages::empty(&tag.identifier());
    let defaults = files::default();
    let mut add = |language: &str| {
        let given = files.iter().filter(|(path, bytes)| defaults.get(*path) != Some(*bytes));
        for (path, bytes) in defaults.iter().chain(given).filter(|(path, _)| name(path, language).is_some()) {
            for reason in messages.add(&String::from_utf8_lossy(bytes)) {
                let place = Span::file(&Arc::from(path.as_str()));
                diagnostics.push(Diagnostic::new(Code::ThemeSyntax, place).with("reason", reason));
            }
        }
    };
    let mut chain: Vec<&str> = tag.chain().collect();
    chain.reverse();
    // The default theme has all its words in Japanese, so that nothing falls back there.
    if chain[0] != FALLBACK {
        add(FALLBACK);
    }
    chain.into_iter().for_each(&mut add);
    messages
}

/// Reports the words of the default theme that `tag` has none for, and that are shown in English.
pub(super) fn report_missing(files: &Files, tag: &LanguageTag, diagnostics: &mut Vec<Diagnostic>) {
    let base = tag.chain().last().unwrap_or_default();
    if base == FALLBACK {
        return;
    }
    let defaults = files::default();
    let of = |language: &str| {
        let texts = defaults.iter().chain(files).filter(|(path, _)| name(path, language).is_some());
        let keys = texts.flat_map(|(_, bytes)| {
            String::from_utf8_lossy(bytes).lines().filter_map(key_of).map(str::to_owned).collect::<Vec<_>>()
        });
        keys.collect::<BTreeSet<String>>()
    };
    let known: BTreeSet<String> = tag.chain().flat_map(of).collect();
    let missing: Vec<String> = of(FALLBACK).into_iter().filter(|key| !known.contains(key)).collect();
    if missing.is_empty() {
        return;
    }
    let place = Span::file(&Arc::from(format!("locales/{base}.ftl")));
    let diagnostic = Diagnostic::new(Code::ThemeMissingWords, place).with("language", base);
    let listed = missing[..missing.len().min(LISTED)].join(", ");
    diagnostics.push(diagnostic.with("n", missing.len().to_string()).with("keys", listed));
}

/// The name of a Fluent file of `language`: `""` for `locales/ja.ftl`, `work` for `locales/ja-work.ftl`, `exercise/K` for
/// `exercise/K/ja.ftl`; `None` for any other file.
fn name<'p>(path: &'p str, language: &str) -> Option<&'p str> {
    let (folder, file) = path.strip_suffix(".ftl")?.rsplit_once('/')?;
    match folder {
        "locales" => {
            let (tag, name) = tag_and_name(file);
            (tag == language).then_some(name)
        }
        folder => (file == language).then_some(folder),
    }
}

/// The tag and the name of `locales/<file>.ftl`. A name is in small letters: `ja-work` is `ja` and `work`, `en-GB` is a tag.
pub(super) fn tag_and_name(file: &str) -> (&str, &str) {
    let is_name = |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase());
    file.rsplit_once('-').filter(|(_, name)| is_name(name)).unwrap_or((file, ""))
}

/// The keys of the words that the scripts of `of` show, in the order of the English file, which has them all; then those that
/// only another file of that name has.
pub(super) fn script_keys(files: &Files, of: &str, tag: &LanguageTag) -> Vec<String> {
    let defaults = files::default();
    let mut keys = Vec::new();
    let languages = tag.chain().chain([FALLBACK]).collect::<Vec<_>>();
    let is_of = |path: &str| languages.iter().any(|language| name(path, language) == Some(of));
    for (_, bytes) in defaults.iter().chain(files).filter(|(path, _)| is_of(path)) {
        let mut is_script = false;
        for line in String::from_utf8_lossy(bytes).lines() {
            if line.starts_with("## ") {
                is_script = line.starts_with(SCRIPT_GROUP);
            } else if let Some(key) = key_of(line).filter(|key| is_script && !keys.iter().any(|it| it == key))
            {
                keys.push(key.to_owned());
            }
        }
    }
    keys
}

/// The keys of a Fluent file, each with its place.
pub(super) fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    starts.filter_map(|(at, line)| Some((at, key_of(line)?)))
}

/// The key of a line `key = …`.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" =")?;
    key.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(key)
}

/// The words of drawings. Their keys are those of the default theme; the words may be an overlay's. A variable without a
/// value stays as it is written, `{$name}`: the drawing fills it in.
pub(super) fn diagram_words(messages: &Messages) -> serde_json::Map<String, serde_json::Value> {
    let defaults = files::default();
    let text = defaults.get("locales/en-diagram.ftl").map(|bytes| String::from_utf8_lossy(bytes));
    let text = text.unwrap_or_default();
    let mut words = serde_json::Map::new();
    for key in text.lines().filter_map(key_of) {
        let other = messages.text(key, &[]);
        for (form, counted) in messages.plurals(key).into_iter().filter(|(_, counted)| *counted != other) {
            words.insert(format!("{key}.{form}"), counted.into());
        }
        words.insert(key.to_owned(), other.into());
    }
    if words.keys().any(|key| key.contains('.')) {
        words.insert("@plurals".to_owned(), serde_json::json!(messages.plural_forms()).to_string().into());
    }
    words
}
