//! The words of a theme in one language, from its Fluent files.
//!
//! `locales/<tag>.ftl` and `locales/<tag>-<name>.ftl` hold the words of the site, `exercise/K/<tag>.ftl` and
//! `field/T/<tag>.ftl` those of one kind or type. Words that scripts show are in a group whose heading begins with
//! `## Script`; a page hands them over with `script_words(of="…")` ([`script_keys`]).

use std::sync::Arc;

use super::files::{self, Files};
use crate::diagnostic::{Code, Diagnostic, Language, Messages};
use crate::source::Span;

/// The heading of a group of words that scripts show.
const SCRIPT_GROUP: &str = "## Script";

/// The messages of one language. Those of the default theme come first: an overlay may give only some.
pub(super) fn messages(files: &Files, language: Language, diagnostics: &mut Vec<Diagnostic>) -> Messages {
    let mut messages = Messages::empty(language);
    let defaults = files::default();
    let given = files.iter().filter(|(path, bytes)| defaults.get(*path) != Some(*bytes));
    for (path, bytes) in defaults.iter().chain(given).filter(|(path, _)| name(path, language).is_some()) {
        for reason in messages.add(&String::from_utf8_lossy(bytes)) {
            let place = Span::file(&Arc::from(path.as_str()));
            diagnostics.push(Diagnostic::new(Code::ThemeSyntax, place).with("reason", reason));
        }
    }
    messages
}

/// The name of a Fluent file of `language`: `""` for `locales/ja.ftl`, `work` for `locales/ja-work.ftl`, `exercise/K` for
/// `exercise/K/ja.ftl`; `None` for any other file.
fn name(path: &str, language: Language) -> Option<&str> {
    let (folder, file) = path.strip_suffix(".ftl")?.rsplit_once('/')?;
    let rest = file.strip_prefix(language.tag())?;
    match (folder, rest) {
        ("locales", "") => Some(""),
        ("locales", rest) => rest.strip_prefix('-'),
        (folder, "") => Some(folder),
        _ => None,
    }
}

/// The keys of the words that the scripts of `of` show: those of the default theme in the order of the file, then those that
/// only the overlay has.
pub(super) fn script_keys(files: &Files, of: &str, language: Language) -> Vec<String> {
    let defaults = files::default();
    let mut keys = Vec::new();
    for (_, bytes) in defaults.iter().chain(files).filter(|(path, _)| name(path, language) == Some(of)) {
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
pub(super) fn diagram_words(messages: &Messages) -> serde_json::Value {
    let defaults = files::default();
    let text = defaults.get("locales/ja-diagram.ftl").map(|bytes| String::from_utf8_lossy(bytes));
    let text = text.unwrap_or_default();
    text.lines()
        .filter_map(key_of)
        .map(|key| (key.to_owned(), serde_json::Value::from(messages.text(key, &[]))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
