//! A YAML document as a tree whose every key and value knows its place.

use std::fmt;

use super::cause::diagnose;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_yaml::{Location, Spanned};

/// A byte range of the source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Range {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its place.
    pub at: Range,
    /// What it is.
    pub value: Value,
}

/// A mapping's key and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its place.
    pub at: Range,
    /// Its text.
    pub name: String,
}

/// What a YAML value can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Another number.
    Number(f64),
    /// Text.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file.
    Map(Vec<(Key, Node)>),
}

impl Node {
    /// Whether it is one value that is no mapping and no list, and is not missing.
    pub(super) fn is_scalar(&self) -> bool {
        !matches!(self.value, Value::Null | Value::List(_) | Value::Map(_))
    }
}

/// Mappings and lists nested deeper than this are refused: they are read by recursion.
const DEEPEST: usize = 24;

/// Why a text is not YAML, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlFault {
    /// It does not follow YAML's grammar: the likely cause, by the name that the messages know.
    Syntax(Range, &'static str),
    /// A mapping has one key twice.
    DuplicateKey(Range, String),
}

/// Parses `text`; every place is moved by `offset`, the byte where `text` begins in its file.
///
/// A document that only repeats keys still gives its tree (the first of the equal keys counts), with the fault beside.
#[must_use]
pub fn parse(text: &str, offset: u32) -> (Option<Node>, Vec<YamlFault>) {
    let read = |policy| {
        let options = serde_yaml::options! {
            duplicate_keys: policy,
            merge_keys: MergeKeyPolicy::Error,
            strict_booleans: true,
            with_snippet: false,
            budget: serde_yaml::budget! { max_depth: DEEPEST },
        };
        serde_yaml::from_str_with_options::<Option<Spanned<Value>>>(text, options)
    };
    let place = |location: Option<Location>| match location {
        Some(location) if location.span().byte_len().is_some_and(|length| length > 0) => {
            range(&location, text, offset)
        }
        Some(location) => of_line_and_column(&location, text, offset),
        None => Range { start: offset, end: offset },
    };
    let mut faults = Vec::new();
    let mut read_value = read(DuplicateKeyPolicy::Error);
    if let Err(serde_yaml::Error::DuplicateMappingKey { key, location }) = unwrapped(&read_value) {
        faults.push(YamlFault::DuplicateKey(place(Some(*location)), key.clone().unwrap_or_default()));
        read_value = read(DuplicateKeyPolicy::FirstWins);
    }
    match read_value {
        Ok(Some(spanned)) => {
            let mut node = Node { at: range(&spanned.defined, text, 0), value: spanned.value };
            node.shift(text, offset);
            (Some(node), faults)
        }
        Ok(None) => (Some(Node { at: Range { start: offset, end: offset }, value: Value::Null }), faults),
        Err(error) => {
            let at = place(error.location());
            let local = Range { start: at.start - offset, end: at.end - offset };
            let (local, cause) = diagnose(&error, text, local);
            let at = Range { start: local.start + offset, end: local.end + offset };
            faults.push(YamlFault::Syntax(at, cause));
            (None, faults)
        }
    }
}

fn unwrapped<T>(result: &Result<T, serde_yaml::Error>) -> Result<(), &serde_yaml::Error> {
    result.as_ref().map(|_| ()).map_err(serde_yaml::Error::without_snippet)
}

/// The place of an error of grammar, which has a line and a column only: the rest of that line.
fn of_line_and_column(location: &Location, text: &str, offset: u32) -> Range {
    let clamp = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    // An error at the end of the text belongs to the last line that says something.
    let last = lines.iter().rposition(|line| !line.trim().is_empty()).unwrap_or(0);
    let line = usize::try_from(location.line().saturating_sub(1)).unwrap_or(0).min(last);
    let before: usize = lines.iter().take(line).map(|line| line.len()).sum();
    let words = lines.get(line).map_or("", |line| line.trim_end());
    let column = usize::try_from(location.column().saturating_sub(1)).unwrap_or(0);
    let within = words.char_indices().nth(column).map_or(words.len(), |(at, _)| at);
    let within = if within == words.len() { words.len() - words.trim_start().len() } else { within };
    Range { start: offset + clamp(before + within), end: offset + clamp(before + words.len()) }
}

fn range(location: &Location, text: &str, offset: u32) -> Range {
    let span = location.span();
    let clamp = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    let length = clamp(text.len() as u64);
    let start = span.byte_offset().map_or(0, clamp).min(length);
    let end = start.saturating_add(span.byte_len().map_or(0, clamp)).min(length);
    // A block's span runs to the next token: the blank end is no part of it.
    let slice = text.get(start as usize..end as usize).unwrap_or_default();
    let trimmed = clamp(slice.trim_end().len() as u64);
    Range { start: offset + start, end: offset + start + trimmed }
}

impl Node {
    /// Moves every place of the tree by `offset` and cuts blank ends off.
    fn shift(&mut self, text: &str, offset: u32) {
        self.at = moved(self.at, text, offset);
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(|item| item.shift(text, offset)),
            Value::Map(entries) => {
                for (key, value) in entries {
                    key.at = moved(key.at, text, offset);
                    value.shift(text, offset);
                }
            }
            _ => {}
        }
    }
}

fn moved(at: Range, text: &str, offset: u32) -> Range {
    let slice = text.get(at.start as usize..at.end as usize).unwrap_or_default();
    let blank = slice.len() - slice.trim_end().len();
    let end = at.end - u32::try_from(blank).unwrap_or(0);
    Range { start: offset + at.start, end: offset + end }
}

impl From<Spanned<Value>> for Node {
    fn from(spanned: Spanned<Value>) -> Self {
        Self { at: raw(&spanned.defined), value: spanned.value }
    }
}

fn raw(location: &Location) -> Range {
    let clamp = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    let span = location.span();
    let start = span.byte_offset().map_or(0, clamp);
    Range { start, end: start.saturating_add(span.byte_len().map_or(0, clamp)) }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(Self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number above i64 is no count of anything here")]
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::Number(value as f64), Value::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element::<Spanned<Value>>()? {
            items.push(item.into());
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            let value = map.next_value::<Spanned<Value>>()?;
            entries.push((Key { at: raw(&key.defined), name: key.value }, value.into()));
        }
        Ok(Value::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slice(text: &str, at: Range) -> &str {
        &text[at.start as usize..at.end as usize]
    }

    #[test]
    fn every_key_and_value_knows_its_bytes_after_japanese_text() {
        let text = "題: あいう\n表: { 甲: 乙, c: [1, 二] }\n本文: |\n  一行\n  二行\nend: x\n";
        let (node, faults) = parse(text, 0);
        assert_eq!(faults, []);
        let Value::Map(entries) = node.unwrap().value else { panic!() };
        assert_eq!(slice(text, entries[0].0.at), "題");
        assert_eq!(slice(text, entries[0].1.at), "あいう");
        let Value::Map(inner) = &entries[1].1.value else { panic!() };
        assert_eq!(slice(text, inner[0].0.at), "甲");
        assert_eq!(slice(text, inner[0].1.at), "乙");
        let Value::List(items) = &inner[1].1.value else { panic!() };
        assert_eq!(slice(text, items[1].at), "二");
        assert_eq!(entries[2].1.value, Value::Text("一行\n二行\n".into()));
        assert_eq!(slice(text, entries[3].0.at), "end");
    }

    #[test]
    fn a_repeated_key_is_reported_and_the_rest_still_read() {
        let text = "title: a\ntitle: b\norder: 2\n";
        let (node, faults) = parse(text, 100);
        assert_eq!(faults, [YamlFault::DuplicateKey(Range { start: 109, end: 114 }, "title".into())]);
        let Value::Map(entries) = node.unwrap().value else { panic!() };
        assert_eq!(entries.len(), 2);
    }

    #[test]
    fn a_syntax_fault_has_a_place() {
        let (node, faults) = parse("title: 「a」\nitems: [1, 2\nb: c\n", 0);
        assert!(node.is_none());
        assert!(matches!(faults[..], [YamlFault::Syntax(at, _)] if at.start > 10), "{faults:?}");
    }

    #[test]
    fn an_empty_document_is_null() {
        assert_eq!(parse("", 0).0.unwrap().value, Value::Null);
        assert_eq!(parse("# only a comment\n", 0).0.unwrap().value, Value::Null);
    }
}
