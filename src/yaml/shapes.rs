//! The shapes that every kind of document uses: text, rich text, ids, numbers, lists.

use std::ops::Deref;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::{Decoder, Node, Range, RichWriter, Schemas, Shape, Value, Visitor};
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::model::Body;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// What it is.
    pub value: T,
    /// Its place.
    pub at: Range,
}

impl<T> Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Shape> Shape for At<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(Self { value: T::decode(node, decoder)?, at: node.at })
    }
    fn sketch(text: &str, index: usize) -> Option<String> {
        T::sketch(text, index)
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.value.visit(visitor);
    }
    fn schema(schemas: &mut Schemas) -> Json {
        T::schema(schemas)
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.value.view(writer)
    }
}

/// Plain text of one line, never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(pub Arc<str>);

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Text {
    /// Reads a text that is no sentence: a word of a list, an id.
    pub fn word(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = scalar(node, decoder)?;
        let text = text.trim();
        if text.is_empty() {
            decoder.report(Code::EmptyValue, node.at, |d| d.with("expected", "text"));
            return None;
        }
        Some(Self(Arc::from(text)))
    }

    /// The text with quotation marks as the decoder sets them.
    pub(super) fn with_quotes(self, decoder: &Decoder<'_>) -> Self {
        match decoder.set_quotes {
            Some(set) if self.contains(['"', '\'']) => Self(Arc::from(set(&self))),
            _ => self,
        }
    }
}

impl Shape for Text {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = Self::word(node, decoder)?;
        report_markup(&text, Code::PlainMarkup, node, decoder);
        Some(text.with_quotes(decoder))
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.text(&self.0);
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (&*self.0).into()
    }
}

/// Reports Markdown in a text that is shown as it is written.
pub(super) fn report_markup(text: &str, code: Code, node: &Node, decoder: &mut Decoder<'_>) {
    if let Some((what, found)) = super::values::markup(text) {
        let found = text[found].to_owned();
        let words = super::values::without_markup(text);
        let edit = Edit { at: decoder.span(node.at), found: text.to_owned(), text: words };
        decoder.report(code, node.at, |it| {
            Diagnostic { edit: Some(edit), ..it }.with("what", what).with("found", found)
        });
    }
}

/// A text that learners' answers are compared with, letter by letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exact(pub Text);

impl Deref for Exact {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Shape for Exact {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = Text::word(node, decoder)?;
        report_markup(&text, Code::MarkedAnswer, node, decoder);
        Some(Self(text.with_quotes(decoder)))
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.visit(visitor);
    }
    fn schema(schemas: &mut Schemas) -> Json {
        Text::schema(schemas)
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.0.view(writer)
    }
}

/// The text of a scalar. A number or a truth value written without quotes is taken as it is written.
fn scalar(node: &Node, decoder: &mut Decoder<'_>) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.clone()),
        Value::Integer(_) | Value::Number(_) | Value::Bool(_) => {
            decoder.text.get(node.at.start as usize..node.at.end as usize).map(str::to_owned)
        }
        _ => {
            decoder.wrong_type(node, "text");
            None
        }
    }
}

/// Markdown in a YAML value: a few words, or paragraphs.
#[derive(Debug, Clone)]
pub struct Rich {
    /// What it says.
    pub body: Box<Body>,
    /// Its place.
    pub at: Range,
}

impl Shape for Rich {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        markdown(node, false, decoder)
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.body(&self.body, self.at);
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": ["string", "number", "boolean"], "pattern": "\\S", "description": "Markdown" })
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        writer.rich(self)
    }
}

fn markdown(node: &Node, blanks: bool, decoder: &mut Decoder<'_>) -> Option<Rich> {
    let text = scalar(node, decoder)?;
    if text.trim().is_empty() {
        decoder.report(Code::EmptyValue, node.at, |d| d.with("expected", "text"));
        return None;
    }
    let offsets = super::scalar::offsets(&text, decoder.text, node.at);
    let body = (decoder.parse_rich)(&text, blanks, &offsets, decoder.path, &mut decoder.diagnostics);
    Some(Rich { body: Box::new(body), at: node.at })
}

/// Markdown in a YAML value with blanks to fill in, written `{{id}}`.
#[derive(Debug, Clone)]
pub struct Gapped(pub Rich);

impl Shape for Gapped {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        markdown(node, true, decoder).map(Self)
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.0.visit(visitor);
    }
    fn schema(_: &mut Schemas) -> Json {
        let text = "Markdown, with {{id}} for each blank";
        json!({ "type": ["string", "number", "boolean"], "pattern": "\\S", "description": text })
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.0.view(writer)
    }
}

/// An id that an author gives: ASCII lower-case letters, digits and hyphens, beginning with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id {
    /// The id.
    pub name: Arc<str>,
    /// Its place.
    pub at: Range,
}

impl Id {
    /// What an id looks like, for schemas.
    pub const PATTERN: &str = "^[a-z0-9][a-z0-9-]{0,59}$";

    /// The most characters of an id. Names of answers consist of up to three ids, and browsers keep names of 200 characters
    /// (`FIELD` in `answers/record.js`).
    pub const LONGEST: usize = 60;

    /// Whether `name` can be an id.
    #[must_use]
    pub fn is_valid(name: &str) -> bool {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        name.len() <= Self::LONGEST
            && name.bytes().all(|byte| is_plain(byte) || byte == b'-')
            && name.bytes().next().is_some_and(is_plain)
    }
}

impl Deref for Id {
    type Target = str;
    fn deref(&self) -> &str {
        &self.name
    }
}

impl Shape for Id {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = Text::word(node, decoder)?;
        if !Self::is_valid(&text) {
            decoder.report(Code::InvalidId, node.at, |d| d.with("id", &*text));
            return None;
        }
        Some(Self { name: text.0, at: node.at })
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": ["string", "integer", "boolean"], "pattern": Self::PATTERN, "minimum": 0 })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (&*self.name).into()
    }
}

impl<T: Shape> Shape for Option<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        T::decode(node, decoder).map(Some)
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        if let Some(value) = self {
            value.visit(visitor);
        }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn schema(schemas: &mut Schemas) -> Json {
        T::schema(schemas)
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.as_ref().map(|value| value.view(writer)).into()
    }
    fn marked_view(&self) -> Option<tera::Value> {
        self.as_ref().and_then(T::marked_view)
    }
}

impl<T: Shape> Shape for Vec<T> {
    /// Every item is read, so that every wrong one is reported; the list is there when all could be read.
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let items = decoder.items::<T>(node)?;
        if !items.is_empty() && items.iter().all(Node::is_scalar) && T::sketch("", 0).is_some() {
            decoder.plain_items::<T>(items);
            return None;
        }
        let read: Vec<Option<T>> = items.iter().map(|item| T::decode(item, decoder)).collect();
        read.into_iter().collect()
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for value in self {
            value.visit(visitor);
        }
    }
    fn absent() -> Option<Self> {
        Some(Self::new())
    }
    fn schema(schemas: &mut Schemas) -> Json {
        json!({ "type": "array", "items": T::schema(schemas) })
    }
    fn view(&self, writer: &dyn RichWriter) -> tera::Value {
        self.iter().map(|value| value.view(writer)).collect::<Vec<_>>().into()
    }
}

impl Shape for bool {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Value::Bool(value) = node.value else {
            decoder.wrong_type(node, "bool");
            return None;
        };
        Some(value)
    }
    fn absent() -> Option<Self> {
        Some(false)
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "boolean" })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (*self).into()
    }
}

impl Shape for u32 {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let number = match node.value {
            Value::Integer(number) => Self::try_from(number).ok(),
            // 08 is no number to YAML; the author means 8.
            Value::Number(_) => {
                let written =
                    decoder.text.get(node.at.start as usize..node.at.end as usize).unwrap_or_default();
                let is_digits = written.bytes().all(|byte| byte.is_ascii_digit());
                if is_digits { written.parse().ok() } else { None }
            }
            _ => None,
        };
        if number.is_none() {
            decoder.wrong_type(node, "count");
        }
        number
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (*self).into()
    }
}

impl Shape for i64 {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Value::Integer(number) = node.value else {
            decoder.wrong_type(node, "integer");
            return None;
        };
        Some(number)
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "integer" })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (*self).into()
    }
}
