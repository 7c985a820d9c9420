//! The templates of a theme, compiled, and the functions that they may call.
//!
//! A template is named by its path in the theme, without `templates/` in front: `page.html`, `exercise/choice/form.html`.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, PoisonError, RwLock};

use fluent_bundle::FluentArgs;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::files::{self, Files};
use super::words;
use crate::diagnostic::{Code, Diagnostic, Messages};
use crate::html;
use crate::locale::Locale;
use crate::source::Span;

/// The name of the template at `path` in the theme.
pub(super) fn name(path: &str) -> Option<&str> {
    path.ends_with(".html").then(|| path.strip_prefix("templates/").unwrap_or(path))
}

/// The path in the theme of the template `name`.
pub(super) fn path(name: &str) -> String {
    let is_own_folder = name.starts_with("exercise/") || name.starts_with("field/");
    if is_own_folder { name.to_owned() } else { format!("templates/{name}") }
}

/// All templates. One that cannot be compiled is reported, and the default templates are used.
pub(super) fn compile(
    files: &Files,
    locale: &Arc<Locale>,
    messages: &Arc<Messages>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Tera {
    match with_templates(files, locale, messages) {
        Ok(tera) => tera,
        Err(error) => {
            diagnostics.push(fault(Code::ThemeSyntax, &error, files));
            let default = with_templates(&files::default(), locale, messages);
            debug_assert!(default.is_ok());
            default.unwrap_or_default()
        }
    }
}

fn with_templates(files: &Files, locale: &Arc<Locale>, messages: &Arc<Messages>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_escape_fn(|text, out| {
        let mut result = Ok(());
        html::escape_into(text, |piece| {
            if result.is_ok() {
                result = out.write_all(piece.as_bytes());
            }
        });
        result
    });
    add_words(&mut tera, messages);
    add_script_words(&mut tera, files, locale, messages);
    super::current::register(&mut tera);
    let texts = files.iter().filter_map(|(path, bytes)| Some((name(path)?, String::from_utf8_lossy(bytes))));
    let texts: Vec<_> = texts.collect();
    tera.add_raw_templates(texts.iter().map(|(name, text)| (*name, text.as_ref())))?;
    Ok(tera)
}

/// `t(key="…", n=1)`: the words of the site under a key. Words without arguments are the same on every page: they are cached.
fn add_words(tera: &mut Tera, messages: &Arc<Messages>) {
    let messages = Arc::clone(messages);
    let cache: RwLock<HashMap<String, Value>> = RwLock::default();
    tera.register_function("t", move |arguments: Kwargs, _: &State| -> TeraResult<Value> {
        let key = arguments.must_get::<&str>("key")?;
        let has_arguments = arguments.iter().nth(1).is_some();
        let cached = || cache.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        if let Some(value) = (!has_arguments).then(cached).flatten() {
            return Ok(value);
        }
        let words = messages.format(key, &values(&arguments));
        let value = Value::from(
            words.ok_or_else(|| tera::Error::message(format!("t(key=\"{key}\"): no such words")))?,
        );
        if !has_arguments {
            cache.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), value.clone());
        }
        Ok(value)
    });
}

/// `script_words(of="…")`: what scripts show, as rows `<i data-k="KEY">WORDS</i>` of a `<template data-words>`. Variables stay
/// as they are written, `{$name}`: the script fills them in. Rows whose key begins with `@` are JSON: rules of the locale.
fn add_script_words(tera: &mut Tera, files: &Files, locale: &Arc<Locale>, messages: &Arc<Messages>) {
    let (files, locale, messages) = (words_only(files), Arc::clone(locale), Arc::clone(messages));
    let cache: RwLock<HashMap<String, Value>> = RwLock::default();
    tera.register_function("script_words", move |arguments: Kwargs, _: &State| -> TeraResult<Value> {
        let of = arguments.must_get::<&str>("of")?;
        if let Some(value) = cache.read().unwrap_or_else(PoisonError::into_inner).get(of) {
            return Ok(value.clone());
        }
        let value = Value::safe_string(&script_rows(&files, &locale, &messages, of));
        cache.write().unwrap_or_else(PoisonError::into_inner).insert(of.to_owned(), value.clone());
        Ok(value)
    });
}

/// The rows of `script_words`.
pub(super) fn script_rows(files: &Files, locale: &Locale, messages: &Messages, of: &str) -> String {
    let mut rows = String::new();
    let mut row = |key: &str, words: &str| {
        let _ = writeln!(rows, "<i data-k=\"{key}\">{}</i>", html::escaped(words));
    };
    for key in words::script_keys(files, of, &locale.tag) {
        let words = messages.text(&key, &[]);
        row(&key, &words);
        for (form, counted) in messages.plurals(&key).into_iter().filter(|(_, counted)| *counted != words) {
            row(&format!("{key}.{form}"), &counted);
        }
    }
    for (key, rules) in rules_of(of, locale) {
        row(key, &rules.to_string());
    }
    rows
}

/// The rules of the locale that the scripts of `of` use.
fn rules_of(of: &str, locale: &Locale) -> Vec<(&'static str, serde_json::Value)> {
    match of {
        "lms" => vec![("@shown-dates", locale.shown_dates_for_scripts())],
        "work" => vec![
            ("@shown-dates", locale.shown_dates_for_scripts()),
            ("@personal", locale.personal_for_scripts()),
            ("@goals", locale.goals_for_scripts()),
        ],
        "board" => vec![("@called", locale.called_for_scripts())],
        "exercise/formulation" => vec![("@questions", locale.questions_for_scripts())],
        _ => Vec::new(),
    }
}

fn words_only(files: &Files) -> Files {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".ftl"))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// The arguments of `t` but its key.
fn values(arguments: &Kwargs) -> FluentArgs<'static> {
    let mut values = FluentArgs::new();
    for (name, value) in arguments.iter().map(|(name, value)| (name.to_string(), value)) {
        if name == "key" {
            continue;
        }
        match value.as_i64() {
            Some(number) => values.set(name, number),
            None => values.set(name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
        }
    }
    values
}

/// A template's fault as a diagnostic, at its place in the template.
pub(super) fn fault(code: Code, error: &tera::Error, files: &Files) -> Diagnostic {
    let report = error.to_string();
    let reason = report.lines().next().unwrap_or_default().trim_start_matches("error: ").trim();
    // The report names the place as `--> page.html:5:4`.
    let place = report.lines().find_map(|line| line.trim().strip_prefix("--> "));
    let mut parts = place.unwrap_or("base.html").rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.trim().parse::<usize>().ok());
    let (column, line) = (number(), number());
    let path = path(parts.next().unwrap_or("base.html").trim_matches(['[', ']', ' ']));
    let text = files.get(&path).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let at = line.zip(column).map_or(0, |(line, column)| offset(&text, line, column));
    let at = u32::try_from(at).unwrap_or(0);
    Diagnostic::new(code, Span::new(&Arc::from(path), at, at)).with("reason", reason)
}

/// The byte at a line and a column, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    before + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}
