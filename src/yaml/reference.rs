//! References: the id of a thing that is declared elsewhere. Whether it is declared is for the check stage to say.

use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::{Decoder, Id, NAMES, Node, Range, RichWriter, Schemas, Shape, Text, Visitor};
use crate::diagnostic::Code;
use crate::model::Kind;

/// What a reference can point at.
pub trait Named {
    /// Its kind.
    const KIND: Kind;
    /// What its ids look like, for schemas.
    const PATTERN: &str = Id::PATTERN;
}

/// A reference by id to a `K` that is declared elsewhere.
pub struct To<K> {
    /// The id that is meant.
    pub id: Arc<str>,
    /// Its place.
    pub at: Range,
    kind: PhantomData<fn() -> K>,
}

impl<K> Clone for To<K> {
    fn clone(&self) -> Self {
        Self { id: Arc::clone(&self.id), at: self.at, kind: PhantomData }
    }
}

impl<K> std::fmt::Debug for To<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.id)
    }
}

impl<K> Deref for To<K> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.id
    }
}

impl<K: Named> Shape for To<K> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(Self { id: Text::word(node, decoder)?.0, at: node.at, kind: PhantomData })
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.reference(K::KIND, &self.id, self.at);
    }
    fn schema(_: &mut Schemas) -> Json {
        let kind = K::KIND.word();
        json!({ "type": ["string", "integer", "boolean"], "pattern": K::PATTERN, "minimum": 0, NAMES: kind })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (&*self.id).into()
    }
}

/// A reference `kind:id` to a document with a page, or to an exercise.
#[derive(Debug, Clone)]
pub struct ToPage {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: Arc<str>,
    /// Its place.
    pub at: Range,
}

impl ToPage {
    fn kinds() -> impl Iterator<Item = Kind> {
        Kind::LINKED.into_iter().filter(|kind| *kind != Kind::Term)
    }
}

impl Shape for ToPage {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let (kind, id) = kind_and_id(&Self::kinds().collect::<Vec<_>>(), node, decoder)?;
        Some(Self { kind, id, at: node.at })
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.reference(self.kind, &self.id, self.at);
    }
    fn schema(_: &mut Schemas) -> Json {
        pattern(Self::kinds())
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (&*self.id).into()
    }
}
/// A reference `kind:id` to something that learners answer: an exercise, a form or the minutes of a meeting.
#[derive(Debug, Clone)]
pub struct ToWork {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: Arc<str>,
    /// Its place.
    pub at: Range,
}

impl ToWork {
    const KINDS: [Kind; 3] = [Kind::Exercise, Kind::Worksheet, Kind::Meeting];

    /// The key that its answers are stored under.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}/{}", self.kind.word(), self.id)
    }
}

impl Shape for ToWork {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let (kind, id) = kind_and_id(&Self::KINDS, node, decoder)?;
        Some(Self { kind, id, at: node.at })
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.reference(self.kind, &self.id, self.at);
    }
    fn schema(_: &mut Schemas) -> Json {
        pattern(Self::KINDS.into_iter())
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        self.key().into()
    }
}

/// The parts of `kind:id`, where the kind is one of `kinds`.
fn kind_and_id(kinds: &[Kind], node: &Node, decoder: &mut Decoder<'_>) -> Option<(Kind, Arc<str>)> {
    let text = Text::word(node, decoder)?;
    let (word, id) = text.split_once(':').unwrap_or((&text, ""));
    let kind = kinds.iter().copied().find(|kind| kind.word() == word).filter(|_| !id.is_empty());
    if kind.is_none() {
        let words: Vec<&str> = kinds.iter().copied().map(Kind::word).collect();
        let known = words.join(", ");
        decoder.report(Code::NotAReference, node.at, |it| {
            it.with("value", &*text).with("known", known).near(word, words)
        });
    }
    Some((kind?, Arc::from(id)))
}

fn pattern(kinds: impl Iterator<Item = Kind>) -> Json {
    let words: Vec<&str> = kinds.map(Kind::word).collect();
    json!({ "type": "string", "pattern": format!("^({}):.", words.join("|")) })
}
