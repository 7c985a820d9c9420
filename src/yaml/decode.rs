//! From [`Node`] to typed values, reporting every mistake on the way.

use std::sync::Arc;

use super::node::YamlFault;
use super::{Node, Range, RichWriter, Schemas, Text, Value, View};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Body, Kind};
use crate::source::Span;

/// A type that an author writes in YAML.
pub trait Shape: Sized {
    /// Reads it from a node. `None` when it cannot be read: then `decoder` has a diagnostic.
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self>;

    /// Its value if the key is missing; `None` when the key must be there.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Shows `visitor` every text and reference in it, so that checks need not know where they are.
    fn visit<'a>(&'a self, _visitor: &mut dyn Visitor<'a>) {}

    /// Its JSON Schema.
    fn schema(schemas: &mut Schemas) -> serde_json::Value;

    /// Its value for templates.
    fn view(&self, writer: &dyn RichWriter) -> tera::Value;
}

/// A visitor of all texts and references of a document.
pub trait Visitor<'a> {
    /// A text in Markdown, at its place.
    fn body(&mut self, body: &'a Body, at: Range);
    /// A reference by id.
    fn reference(&mut self, kind: Kind, id: &'a str, at: Range);
    /// A plain text.
    fn text(&mut self, _text: &'a str) {}
}

/// Where Markdown inside YAML is parsed: given by the parse stage, so that this module needs not know it. With `blanks` (the
/// second argument), `{{id}}` is a place to fill in.
pub type ParseRich<'a> = &'a dyn Fn(&str, bool, &super::Offsets, &Arc<str>, &mut Vec<Diagnostic>) -> Body;

/// A [`Shape`] that is a mapping of known keys: it can be read together with another one from the same mapping.
pub trait Record: Shape {
    /// Takes its keys from `fields`. `None` when one of them cannot be read or is missing.
    fn take(fields: &mut Fields<'_>, decoder: &mut Decoder<'_>) -> Option<Self>;

    /// Adds its keys to a schema.
    fn describe(schemas: &mut Schemas, record: &mut super::RecordSchema);

    /// Adds its fields to the values for a template.
    fn show(&self, view: &mut View<'_>);

    /// Its value for templates, with the `computed` ones instead of the fields of the same name.
    fn view_with(
        &self,
        writer: &dyn RichWriter,
        computed: impl IntoIterator<Item = (&'static str, tera::Value)>,
    ) -> tera::Value {
        let mut view = View::with(writer, computed);
        self.show(&mut view);
        view.finish().into()
    }
}

/// What decoding needs to know, and what it has found wrong.
pub struct Decoder<'a> {
    /// The file.
    pub path: &'a Arc<str>,
    /// Its whole text.
    pub text: &'a str,
    /// How Markdown in a value is parsed.
    pub parse_rich: ParseRich<'a>,
    /// What is wrong so far.
    pub diagnostics: Vec<Diagnostic>,
    /// The heading that the text begins with: the title of a record that has none. Taken when it is used, or says the same.
    pub lead: Option<(Range, String)>,
}

impl<'a> Decoder<'a> {
    /// A decoder for the file `path` with the whole `text`.
    #[must_use]
    pub fn new(path: &'a Arc<str>, text: &'a str, parse_rich: ParseRich<'a>) -> Self {
        Self { path, text, parse_rich, diagnostics: Vec::new(), lead: None }
    }

    /// Parses the YAML `text[start..end]` and reads a `T` from it.
    pub fn read<T: Shape>(&mut self, start: usize, end: usize) -> Option<T> {
        let offset = u32::try_from(start).unwrap_or(u32::MAX);
        let (mut node, faults) = super::parse(&self.text[start..end], offset);
        for fault in faults {
            match fault {
                YamlFault::Syntax(at, cause) => self.report(Code::YamlSyntax, at, |d| d.with("cause", cause)),
                YamlFault::DuplicateKey(at, key) => {
                    self.report(Code::DuplicateKey, at, |d| d.with("key", key));
                }
            }
        }
        if let Some(node) = &mut node {
            self.add_title(node);
            let mut slips = Vec::new();
            super::values::look(node, self.text, &mut slips);
            for slip in slips {
                self.report(slip.code, slip.at, |it| it.with("found", slip.found).with("fix", slip.fix));
            }
        }
        let node = node?;
        // A file that is one sentence has a slip in its first key.
        if let (Value::Text(_), Some((at, cause))) = (&node.value, super::slips::find(self.text, node.at)) {
            self.report(Code::YamlSyntax, at, |d| d.with("cause", cause));
            return None;
        }
        T::decode(&node, self)
    }

    /// Gives a mapping without a title that of the heading that the text begins with.
    fn add_title(&mut self, node: &mut Node) {
        let Some((at, title)) = &self.lead else { return };
        if node.value == Value::Null {
            node.value = Value::Map(Vec::new());
        }
        let Value::Map(entries) = &mut node.value else { return };
        let known = entries.iter().find(|(key, _)| key.name == "title").map(|(_, node)| &node.value);
        let is_same = matches!(known, Some(Value::Text(known)) if known.trim() == title);
        if known.is_none() {
            let key = super::Key { at: *at, name: "title".to_owned() };
            entries.push((key, Node { at: *at, value: Value::Text(title.clone()) }));
            self.lead = None;
        } else if is_same {
            self.lead = None;
        }
    }

    /// A span of this file.
    #[must_use]
    pub fn span(&self, at: Range) -> Span {
        Span::new(self.path, at.start, at.end)
    }

    /// Reports that something is wrong at `at`.
    pub fn report(&mut self, code: Code, at: Range, more: impl FnOnce(Diagnostic) -> Diagnostic) {
        let diagnostic = more(Diagnostic::new(code, self.span(at)));
        self.diagnostics.push(diagnostic);
    }

    /// Reports that `node` is not of the type `expected` (the key of a sentence, such as `type-text`).
    pub fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        if node.value == Value::Null {
            // A missing value has the place of the colon before it.
            let colon = u32::from(self.text.as_bytes().get(node.at.start as usize) == Some(&b':'));
            let at = Range { start: node.at.start + colon, end: node.at.end.max(node.at.start + colon) };
            self.report(Code::EmptyValue, at, |d| d.with("expected", expected));
        } else {
            let found = node.value.type_name();
            self.report(Code::WrongType, node.at, |d| d.with("expected", expected).with("found", found));
        }
    }

    /// The keys of a mapping, to be taken one by one; `None` when `node` is none.
    pub fn fields<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        let Value::Map(entries) = &node.value else {
            self.wrong_type(node, "map");
            return None;
        };
        Some(Fields { at: node.at, entries, known: Vec::new(), missing: Vec::new() })
    }

    /// The items of a list; `None` when `node` is none.
    pub fn items<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        let Value::List(items) = &node.value else {
            self.wrong_type(node, "list");
            return None;
        };
        Some(items)
    }
}

/// The keys of one mapping.
pub struct Fields<'n> {
    at: Range,
    entries: &'n [(super::Key, Node)],
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The node of `key`, if there is one.
    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.known.push(key);
        self.entries.iter().find(|(name, _)| name.name == key).map(|(_, node)| node)
    }

    /// The value of `key`. `None` when it is missing though it must be there, or cannot be read.
    pub fn take<T: Shape>(&mut self, key: &'static str, decoder: &mut Decoder<'_>) -> Option<T> {
        match self.node(key) {
            Some(node) => T::decode(node, decoder),
            None => T::absent().or_else(|| {
                self.missing.push(key);
                None
            }),
        }
    }

    /// Reports every key that was never taken, and every one that is missing.
    pub fn finish(mut self, decoder: &mut Decoder<'_>) {
        for (key, _) in self.entries {
            if !self.known.contains(&key.name.as_str()) {
                let near = nearest(&key.name, self.known.iter().copied());
                // A misspelt key is one mistake, not also a missing one.
                self.missing.retain(|missing| Some(*missing) != near);
                let known = self.known.join(", ");
                decoder.report(Code::UnknownKey, key.at, |d| {
                    d.with("key", &key.name).with("known", known).near(&key.name, near)
                });
            }
        }
        self.finish_missing(decoder);
    }

    /// Reports every key that is missing, and ignores the others.
    pub fn finish_missing(self, decoder: &mut Decoder<'_>) {
        for key in self.missing {
            // The mapping's first line is place enough: its end may be a page below.
            let head = Range { start: self.at.start, end: self.at.start };
            decoder.report(Code::MissingKey, head, |d| d.with("key", key));
        }
    }
}

impl Value {
    /// The name of its type, as messages use it.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "bool",
            Self::Integer(_) => "integer",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Map(_) => "map",
        }
    }
}

/// Declares a record: a struct, how it is read, its schema, and its value for templates, in one table.
///
/// The name of a field in YAML is the field's name with `-` for `_`. A field is required unless its type has a value
/// for absence: `Option<T>` and `Vec<T>` have, `bool` is `false`.
#[macro_export]
macro_rules! record {
    ($(#[doc = $doc:literal])* $(#[derive($($derive:path),*)])? pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* $field:ident $key:literal : $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, $($($derive),*)?)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $type,)* }

        impl $crate::yaml::Record for $name {
            fn take(
                fields: &mut $crate::yaml::Fields<'_>,
                decoder: &mut $crate::yaml::Decoder<'_>,
            ) -> Option<Self> {
                let _ = (&fields, &decoder);
                $(let $field = fields.take::<$type>($key, decoder);)*
                Some(Self { $($field: $field?,)* })
            }

            fn describe(schemas: &mut $crate::yaml::Schemas, record: &mut $crate::yaml::RecordSchema) {
                let _ = (&schemas, &record);
                $(record.field(
                    $key,
                    concat!($($field_doc),*),
                    <$type as $crate::yaml::Shape>::absent().is_none(),
                    <$type as $crate::yaml::Shape>::schema(schemas),
                );)*
            }

            fn show(&self, view: &mut $crate::yaml::View<'_>) {
                let _ = &view;
                $(view.field($key, stringify!($field), &self.$field);)*
            }
        }

        impl $crate::yaml::Shape for $name {
            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::yaml::Decoder<'_>) -> Option<Self> {
                let mut fields = decoder.fields(node)?;
                let record = <Self as $crate::yaml::Record>::take(&mut fields, decoder);
                fields.finish(decoder);
                record
            }

            fn visit<'a>(&'a self, visitor: &mut dyn $crate::yaml::Visitor<'a>) {
                let _ = &visitor;
                $($crate::yaml::Shape::visit(&self.$field, visitor);)*
            }

            fn schema(schemas: &mut $crate::yaml::Schemas) -> serde_json::Value {
                let describe = <Self as $crate::yaml::Record>::describe;
                schemas.record(stringify!($name), concat!($($doc),*), describe)
            }

            fn view(&self, writer: &dyn $crate::yaml::RichWriter) -> tera::Value {
                $crate::yaml::Record::view_with(self, writer, [])
            }
        }
    };
}

/// Reads one of some words; reports any other, with the nearest of them.
pub fn one_of(words: &[&'static str], node: &Node, decoder: &mut Decoder<'_>) -> Option<&'static str> {
    let text = Text::word(node, decoder)?;
    let found = words.iter().copied().find(|word| *word == &*text);
    if found.is_none() {
        decoder.report(Code::UnknownValue, node.at, |it| {
            it.with("value", &*text).with("known", words.join(", ")).near(&text, words.iter().copied())
        });
    }
    found
}

/// Declares a choice among words: an enum, how it is read, its schema, and its value for templates.
#[macro_export]
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $($(#[doc = $variant_doc:literal])* $variant:ident $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $variant_doc])* $variant,)* }

        impl $name {
            /// Every word, as it is written.
            pub const WORDS: &[&str] = &[$($word),*];

            /// Every choice, in the order of [`Self::WORDS`].
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word, as it is written.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl $crate::yaml::Shape for $name {
            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::yaml::Decoder<'_>) -> Option<Self> {
                match $crate::yaml::one_of(Self::WORDS, node, decoder)? {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn schema(_: &mut $crate::yaml::Schemas) -> serde_json::Value {
                serde_json::json!({ "enum": Self::WORDS, "description": concat!($($doc),*).trim() })
            }

            fn view(&self, _: &dyn $crate::yaml::RichWriter) -> tera::Value {
                self.word().into()
            }
        }
    };
}
