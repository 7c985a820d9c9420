//! From [`Node`] to typed values, reporting every mistake on the way.

use std::sync::Arc;

use super::node::YamlFault;
use super::{Node, Range, RichWriter, Schemas, Text, Value, View};
use crate::diagnostic::{Code, Diagnostic, Edit, nearest};
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

    /// How the author's `text`, which is item `index` of its list, is written with the keys that it needs; `None` if it needs none,
    /// or they are not known.
    #[must_use]
    fn sketch(_text: &str, _index: usize) -> Option<String> {
        None
    }

    /// Shows `visitor` every text and reference in it, so that checks need not know where they are.
    fn visit<'a>(&'a self, _visitor: &mut dyn Visitor<'a>) {}

    /// Its JSON Schema.
    fn schema(schemas: &mut Schemas) -> serde_json::Value;

    /// Its value for templates.
    fn view(&self, writer: &dyn RichWriter) -> tera::Value;

    /// The same with its readings, where it may have some.
    fn marked_view(&self) -> Option<tera::Value> {
        None
    }
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
    /// How quotation marks are set in a plain text; as they are written by default.
    pub set_quotes: Option<&'a dyn Fn(&str) -> String>,
    /// What is wrong so far.
    pub diagnostics: Vec<Diagnostic>,
    /// The heading that the text begins with: the title of a record that has none. Taken when it is used, or says the same.
    pub lead: Option<(Range, String)>,
    /// The place of the whole document.
    root: Range,
}

impl<'a> Decoder<'a> {
    /// A decoder for the file `path` with the whole `text`.
    #[must_use]
    pub fn new(path: &'a Arc<str>, text: &'a str, parse_rich: ParseRich<'a>) -> Self {
        let root = Range::default();
        Self { path, text, parse_rich, set_quotes: None, diagnostics: Vec::new(), lead: None, root }
    }

    /// Parses the YAML `text[start..end]` and reads a `T` from it.
    pub fn read<T: Shape>(&mut self, start: usize, end: usize) -> Option<T> {
        let offset = u32::try_from(start).unwrap_or(u32::MAX);
        let (mut node, faults) = super::parse(&self.text[start..end], offset);
        for fault in faults {
            match fault {
                YamlFault::Syntax(at, cause) => self.syntax(at, cause),
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
                let edit = slip.replaced.map(|at| Edit::new(self.span(at), slip.fix.clone()));
                self.report(slip.code, slip.at, |it| {
                    let it = Diagnostic { edit, ..it }.with("found", slip.found).with("fix", slip.fix);
                    it.with("what", slip.what)
                });
            }
        }
        let node = node?;
        // A file that is one sentence has a slip in its first key.
        if matches!(node.value, Value::Text(_)) {
            let without_colon = || Some((super::slips::without_colon(self.text, node.at)?, "colon-missing"));
            if let Some((at, cause)) = super::slips::find(self.text, node.at).or_else(without_colon) {
                self.syntax(at, cause);
                return None;
            }
        }
        self.root = node.at;
        T::decode(&node, self)
    }

    /// Reports a mistake in YAML's grammar, with the words that would be right.
    fn syntax(&mut self, at: Range, cause: &'static str) {
        let before = self.text.get(..at.start as usize).unwrap_or_default();
        let right = super::slips::corrected(cause, before, self.written(at));
        let edit = right.clone().map(|right| Edit::new(self.span(at), right));
        self.report(Code::YamlSyntax, at, |it| {
            Diagnostic { edit, ..it }.with("cause", cause).with("fix", right.unwrap_or_default())
        });
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

    /// What is written at `at`.
    pub fn written(&self, at: Range) -> &'a str {
        self.text.get(at.start as usize..at.end as usize).unwrap_or_default()
    }

    /// Reports that `node` is not of the type `expected` (the key of a sentence, such as `type-text`).
    pub fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        if node.value == Value::Null {
            // A missing value has the place of the colon before it.
            let colon = u32::from(self.text.as_bytes().get(node.at.start as usize) == Some(&b':'));
            let at = Range { start: node.at.start + colon, end: node.at.end.max(node.at.start + colon) };
            // Words behind a # are reported as such.
            let is_cut = |it: &Diagnostic| {
                let between = self.text.get(at.start as usize..it.span.start as usize);
                it.code == Code::ValueCut && between.is_some_and(|between| between.trim().is_empty())
            };
            if !self.diagnostics.iter().any(is_cut) {
                self.report(Code::EmptyValue, at, |d| d.with("expected", expected));
            }
        } else {
            let found = node.value.type_name();
            let right = super::sketch::retyped(expected, &node.value, self.written(node.at));
            let edit = right.clone().map(|right| Edit::new(self.span(node.at), right));
            self.report(Code::WrongType, node.at, |it| {
                let it = Diagnostic { edit, ..it }.with("expected", expected).with("found", found);
                it.with("fix", right.unwrap_or_else(|| "[a, b]".to_owned()))
            });
        }
    }

    /// The keys of a `T`, to be taken one by one; `None` when `node` is no mapping.
    pub fn fields<'n, T: Shape>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        let Value::Map(entries) = &node.value else {
            if node.is_scalar() {
                self.plain_items::<T>(std::slice::from_ref(node));
            } else {
                self.wrong_type(node, "map");
            }
            return None;
        };
        Some(Fields { at: node.at, entries, known: Vec::new(), missing: Vec::new() })
    }

    /// Reports `items`, of which none is a mapping though each has to be a `T`: once, and how they are written with keys.
    pub(super) fn plain_items<T: Shape>(&mut self, items: &[Node]) {
        let (Some(first), Some(last)) = (items.first(), items.last()) else { return };
        let right = super::sketch::with_keys::<T>(items, self.text);
        let Some((one, all)) = right else { return self.wrong_type(first, "map") };
        let at = Range { start: first.at.start, end: last.at.end };
        let edit = Edit::new(self.span(at), all);
        self.report(Code::WrongType, first.at, |it| {
            let it = Diagnostic { edit: Some(edit), ..it }.with("expected", "record");
            it.with("found", first.value.type_name()).with("fix", one)
        });
    }

    /// The items of a list of `T`; `None` when `node` is none.
    pub fn items<'n, T: Shape>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        let Value::List(items) = &node.value else {
            match super::sketch::with_keys::<T>(std::slice::from_ref(node), self.text) {
                Some((one, _)) if node.is_scalar() => self.report(Code::WrongType, node.at, |it| {
                    let at = it.span.clone();
                    let it = it.fixed(at, format!("[{one}]")).with("expected", "list");
                    it.with("found", node.value.type_name()).with("fix", format!("[{one}]"))
                }),
                _ => self.wrong_type(node, "list"),
            }
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
        let is_flow = decoder.written(self.at).starts_with('{');
        let entries = self.entries;
        for (index, (key, value)) in entries.iter().enumerate() {
            if !self.known.contains(&key.name.as_str()) && !self.is_slip_in_braces(index, decoder) {
                let near = nearest(&key.name, self.known.iter().copied());
                // A misspelt key is one mistake, not also a missing one.
                self.missing.retain(|missing| Some(*missing) != near);
                let known = self.known.join(", ");
                // The id of a file is its name.
                let is_file_id = key.name == "id" && self.at == decoder.root;
                // What is behind the comma of a text within braces.
                let is_text = is_flow && matches!(value.value, Value::Null) && near.is_none();
                let what = match () {
                    () if is_file_id => "file-id",
                    () if is_text => "comma",
                    () => "key",
                };
                decoder.report(Code::UnknownKey, key.at, |it| {
                    it.with("key", &key.name).with("known", known).with("what", what).near(&key.name, near)
                });
            }
        }
        self.finish_missing(decoder);
    }

    /// Reports the unknown key `index` of a mapping in braces where it is no key: one without a blank behind its colon, or words behind a
    /// comma in the value before.
    fn is_slip_in_braces(&mut self, index: usize, decoder: &mut Decoder<'_>) -> bool {
        let is_empty = |(key, value): &(super::Key, Node)| {
            value.value == Value::Null && !self.known.contains(&key.name.as_str())
        };
        let written = decoder.written(self.at);
        if !written.starts_with('{') || !is_empty(&self.entries[index]) {
            return false;
        }
        let key = &self.entries[index].0;
        if let Some((name, _)) = key.name.split_once(':').filter(|(name, _)| self.known.contains(name)) {
            self.missing.retain(|missing| *missing != name);
            let colon = key.at.start + u32::try_from(name.len()).unwrap_or_default();
            decoder.syntax(Range { start: colon, end: colon + 1 }, "colon-blank");
            return true;
        }
        let Some(before) = self.entries[..index].iter().rev().find(|entry| !is_empty(entry)) else {
            return false;
        };
        let last = self.entries[index..].iter().take_while(|entry| is_empty(entry)).last();
        let end = last.map_or(key.at.end, |(key, _)| key.at.end);
        let value = Range { start: before.1.at.start, end };
        let words = decoder.written(value);
        if key.name.is_ascii()
            || !before.1.is_scalar()
            || words.starts_with(['"', '\''])
            || words.contains('\n')
        {
            return false;
        }
        // Several pieces are reported once.
        if self.entries[..index].last().is_some_and(|entry| !is_empty(entry)) {
            decoder.syntax(value, "quote");
        }
        true
    }

    /// Reports every key that is missing, and ignores the others.
    pub fn finish_missing(self, decoder: &mut Decoder<'_>) {
        for key in self.missing {
            // The mapping's first line is place enough: its end may be a page below.
            let head = Range { start: self.at.start, end: self.at.start };
            let is_flow = decoder.written(self.at).starts_with('{');
            let place = if is_flow { "braces" } else { "lines" };
            decoder.report(Code::MissingKey, head, |it| it.with("key", key).with("place", place));
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
