//! The values that a locale file consists of: words, patterns, texts taken as they are written.

use std::collections::HashSet;
use std::ops::Deref;
use std::sync::Arc;

use regex::Regex;
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
    set: HashSet<String>,
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

/// What patterns may use by name: `{digit}` of either width, `{dash}` of any length, `{wide}` a character of Japanese.
const PIECES: [(&str, &str); 3] =
    [("{digit}", "[0-9０-９]"), ("{dash}", "[-‐‑–−ー－]"), ("{wide}", r"[\p{Script=Han}ぁ-んァ-ヶ]")];

/// A regular expression that the program and the scripts read alike. What it names is written out.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The expression.
    pub source: String,
    /// The same, compiled.
    pub regex: Regex,
}

impl Pattern {
    /// The pattern `text`, or why it is none.
    fn new(text: &str) -> Result<Self, String> {
        let source = PIECES.iter().fold(text.to_owned(), |text, (name, piece)| text.replace(name, piece));
        // What else is in braces is a number: the scripts fill it in.
        let filled = source.replace("{n}", r"(?<n>\d{1,2})");
        let regex = Regex::new(&filled).map_err(|error| {
            let reason = error.to_string();
            reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
        })?;
        Ok(Self { source: filled, regex })
    }
}

impl Shape for Pattern {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = Text::word(node, decoder)?;
        match Self::new(&text) {
            Ok(pattern) => Some(pattern),
            Err(reason) => {
                decoder.report(Code::LocalePattern, node.at, |it| it.with("reason", reason));
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
