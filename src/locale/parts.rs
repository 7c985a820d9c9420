//! The values that a locale file consists of: words, patterns, texts taken as they are written.

use std::fmt::Display;
use std::ops::Deref;
use std::sync::Arc;

use regex::Regex;
use rustc_hash::FxHashSet;
use serde_json::{Value as Json, json};

use crate::diagnostic::Code;
use crate::yaml::{Decoder, Node, RichWriter, Schemas, Shape, Text};

/// A text as it is written: no Markdown is expected in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw(Arc<str>);

impl Deref for Raw {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Shape for Raw {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Text::word(node, decoder).map(|text| Self(text.0))
    }
    fn schema(schemas: &mut Schemas) -> Json {
        Text::schema(schemas)
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (&*self.0).into()
    }
}

/// Words separated by blanks; `_` is a blank within one: `p.m. no_one`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    list: Vec<String>,
    set: FxHashSet<String>,
}

impl Words {
    fn new(text: &str) -> Self {
        let list: Vec<String> = text.split_whitespace().map(|word| word.replace('_', " ")).collect();
        Self { set: list.iter().cloned().collect(), list }
    }

    /// The words, in the order of the file.
    pub fn list(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(String::as_str)
    }

    /// Whether `word` is one of them.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.set.contains(word)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl Shape for Words {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Text::word(node, decoder).map(|text| Self::new(&text))
    }
    fn absent() -> Option<Self> {
        Some(Self::default())
    }
    fn schema(schemas: &mut Schemas) -> Json {
        Text::schema(schemas)
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        self.list.iter().map(|word| tera::Value::from(word.as_str())).collect::<Vec<_>>().into()
    }
}

/// What patterns may use by name: `{digit}` of either width, `{dash}` of any length, `{gap}` what separates the parts of a phone number,
/// `{latin}` a letter or a digit of either width, `{wide}` a character of Japanese.
const PIECES: [(&str, &str); 5] = [
    ("{gap}", "(?:[ 　]{0,2}{dash}[ 　]{0,2}|[ 　.．・/／_]{1,2})"),
    ("{digit}", "[0-9０-９]"),
    ("{dash}", "[-‐‑‒–—―−ーｰ－─━]"),
    ("{latin}", "[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]"),
    ("{wide}", r"[\p{Script=Han}ぁ-んァ-ヶ]"),
];

/// `text` with what it names written out.
fn written_out(text: &str) -> String {
    let source = PIECES.iter().fold(text.to_owned(), |text, (name, piece)| text.replace(name, piece));
    // What else is in braces is a number: the scripts fill it in.
    source.replace("{n}", r"(?<n>\d{1,2})")
}

/// Reports a text that is no pattern.
fn report(error: &dyn Display, node: &Node, decoder: &mut Decoder<'_>) {
    let reason = error.to_string();
    let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
    decoder.report(Code::LocalePattern, node.at, |it| it.with("reason", reason.to_owned()));
}

/// A regular expression that the program and the scripts read alike.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The expression.
    pub source: String,
    /// The same, compiled.
    pub regex: Regex,
}

impl Shape for Pattern {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let source = written_out(&Text::word(node, decoder)?);
        match Regex::new(&source) {
            Ok(regex) => Some(Self { source, regex }),
            Err(error) => {
                report(&error, node, decoder);
                None
            }
        }
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "string", "format": "regex" })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        self.source.as_str().into()
    }
}

/// A regular expression that only the scripts run: it is read, not compiled.
#[derive(Debug, Clone)]
pub struct ScriptPattern(String);

impl ScriptPattern {
    /// The pattern `source` of `node`; reports what is none.
    pub(super) fn read(source: String, node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match regex_syntax::parse(&source) {
            Ok(_) => Some(Self(source)),
            Err(error) => {
                report(&error, node, decoder);
                None
            }
        }
    }
}

impl Deref for ScriptPattern {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Shape for ScriptPattern {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let source = written_out(&Text::word(node, decoder)?);
        Self::read(source, node, decoder)
    }
    fn schema(schemas: &mut Schemas) -> Json {
        Pattern::schema(schemas)
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        self.0.as_str().into()
    }
}
