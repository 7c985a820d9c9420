//! What can be written at a place of a YAML text, by the schema of its file.

use std::ops::Range;

use serde_json::Value as Json;

use super::loose::{Loose, LooseEntry, LooseValue};

/// One of the schemas that hold at a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'s> {
    /// The name of its record; empty for what is no record.
    pub name: &'s str,
    /// The schema itself, without references.
    pub schema: &'s Json,
}

/// What a place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SpotKind {
    /// A key, or the beginning of one.
    Key {
        /// The other keys of its mapping.
        given: Vec<String>,
        /// Whether the colon is there.
        has_colon: bool,
    },
    /// A value.
    Value,
}

/// A place in a YAML text.
#[derive(Debug)]
pub(super) struct Spot<'s> {
    pub kind: SpotKind,
    /// Of a key the records that it may be in, of a value what it may be.
    pub ways: Vec<Way<'s>>,
    /// The key whose value is here: the name of its record, the key and what the schema says of it.
    pub owner: Option<(&'s str, &'s str, &'s Json)>,
    /// The key or the value itself.
    pub at: Range<usize>,
    /// The keys and scalars of the mappings around it, innermost first.
    pub around: Vec<(String, String)>,
}

impl Spot<'_> {
    /// The nearest scalar behind `key`, in the mappings around.
    pub(super) fn nearest(&self, key: &str) -> Option<&str> {
        self.around.iter().find(|(name, _)| name == key).map(|(_, value)| &**value)
    }
}

/// The schemas that `schema` of the document schema `root` means.
pub(super) fn ways<'s>(root: &'s Json, schema: &'s Json) -> Vec<Way<'s>> {
    named_ways(root, schema, "")
}

fn named_ways<'s>(root: &'s Json, schema: &'s Json, name: &'s str) -> Vec<Way<'s>> {
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.strip_prefix("#/$defs/")) {
        return named_ways(root, &root["$defs"][name], name);
    }
    match schema["allOf"].as_array().or(schema["anyOf"].as_array()) {
        Some(all) => all.iter().flat_map(|it| named_ways(root, it, name)).collect(),
        None => vec![Way { name, schema }],
    }
}

/// The place at byte `offset` of the tree of `text`, whose file has the schema `root`.
pub(super) fn find<'s>(root: &'s Json, text: &str, tree: &Loose, offset: usize) -> Option<Spot<'s>> {
    let mut finder = Finder { root, text, offset, around: Vec::new() };
    let mut spot = finder.descend(ways(root, root), None, tree)?;
    finder.around.reverse();
    spot.around = finder.around.into_iter().flatten().collect();
    Some(spot)
}

type Owner<'s> = Option<(&'s str, &'s str, &'s Json)>;

struct Finder<'s, 't> {
    root: &'s Json,
    text: &'t str,
    offset: usize,
    around: Vec<Vec<(String, String)>>,
}

impl<'s> Finder<'s, '_> {
    fn is_in(&self, at: &Range<usize>) -> bool {
        at.start <= self.offset && self.offset <= at.end
    }

    fn descend(&mut self, ways: Vec<Way<'s>>, owner: Owner<'s>, node: &Loose) -> Option<Spot<'s>> {
        let spot =
            |kind, ways, at: &Range<usize>| Spot { kind, ways, owner, at: at.clone(), around: Vec::new() };
        match &node.value {
            LooseValue::Map(entries) => self.within(&ways, owner, entries),
            LooseValue::List(items) => {
                let item = items.iter().find(|item| self.is_in(&item.at))?;
                let lists = ways.iter().filter_map(|way| way.schema.get("items"));
                let ways = lists.flat_map(|items| self::ways(self.root, items)).collect();
                self.descend(ways, owner, item)
            }
            LooseValue::Scalar | LooseValue::Nothing => Some(spot(SpotKind::Value, ways, &node.at)),
        }
    }

    fn within(&mut self, ways: &[Way<'s>], owner: Owner<'s>, entries: &[LooseEntry]) -> Option<Spot<'s>> {
        let records = records(ways, self.text, entries);
        let name = |entry: &LooseEntry| self.text[entry.key.clone()].to_owned();
        let scalars = entries
            .iter()
            .filter_map(|entry| Some((name(entry), entry.value.as_ref()?.words(self.text)?.to_owned())));
        let scalars = scalars.collect();
        if let Some(here) = entries.iter().position(|entry| self.is_in(&entry.key)) {
            let entry = &entries[here];
            let others = entries.iter().enumerate().filter(|(index, _)| *index != here);
            let given = others.map(|(_, entry)| name(entry)).collect();
            let kind = SpotKind::Key { given, has_colon: entry.value.is_some() };
            self.around.push(scalars);
            return Some(Spot { kind, ways: records, owner, at: entry.key.clone(), around: Vec::new() });
        }
        let is_here = |entry: &&LooseEntry| entry.value.as_ref().is_some_and(|value| self.is_in(&value.at));
        let entry = entries.iter().find(is_here)?;
        let key = &self.text[entry.key.clone()];
        let holders: Vec<(Way<'s>, &'s str, &'s Json)> = records
            .iter()
            .filter_map(|way| {
                let (key, property) = way.schema["properties"].as_object()?.get_key_value(key)?;
                Some((*way, key.as_str(), property))
            })
            .collect();
        let owner = holders.first().map(|(way, key, property)| (way.name, *key, *property));
        let inner = holders.iter().flat_map(|(_, _, property)| self::ways(self.root, property)).collect();
        self.around.push(scalars);
        self.descend(inner, owner, entry.value.as_ref()?)
    }
}

/// The records among `ways` that the mapping may be: by the keys whose words say which it is, such as the `kind` of an exercise.
fn records<'s>(ways: &[Way<'s>], text: &str, entries: &[LooseEntry]) -> Vec<Way<'s>> {
    let all: Vec<Way<'s>> = ways.iter().copied().filter(|way| way.schema["properties"].is_object()).collect();
    let says = |way: &&Way<'s>| {
        entries.iter().all(|entry| {
            let fixed = way.schema["properties"][&text[entry.key.clone()]]["const"].as_str();
            let written = entry.value.as_ref().and_then(|value| value.words(text));
            fixed.is_none() || fixed == written
        })
    };
    let fitting: Vec<Way<'s>> = all.iter().filter(says).copied().collect();
    if fitting.is_empty() { all } else { fitting }
}
