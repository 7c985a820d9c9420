//! What can be written at a place: keys and words by the schema, ids by the course.

use std::ops::Range;

use serde_json::Value as Json;

use super::loose::Loose;
use super::parts::parts;
use super::spot::{Spot, SpotKind, Way, find, ways};
use super::{AuthorDesk, known_file, yaml_region};
use crate::diagnostic::Language;
use crate::model::{Course, Kind};
use crate::yaml::NAMES;

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// A key of a record.
    Key,
    /// A word to choose.
    Word,
    /// The id of something in the course.
    Id,
    /// A term of the glossary.
    Term,
    /// A file.
    File,
}

/// Something that can be written at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is listed.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A few words beside it.
    pub detail: String,
    /// What it means, in Markdown.
    pub meaning: String,
    /// Whether it has to be written.
    pub is_required: bool,
    /// The bytes that it replaces: what is written of it so far.
    pub replaces: Range<usize>,
    /// What is written.
    pub text: String,
}

impl Completion {
    fn new(kind: CompletionKind, label: impl Into<String>, replaces: &Range<usize>) -> Self {
        let label = label.into();
        Self {
            text: label.clone(),
            label,
            kind,
            detail: String::new(),
            meaning: String::new(),
            is_required: false,
            replaces: replaces.clone(),
        }
    }

    fn with(self, detail: impl Into<String>, meaning: impl Into<String>) -> Self {
        Self { detail: detail.into(), meaning: meaning.into(), ..self }
    }
}

/// What is put into a text at the cursor before it is read: so that a place where nothing is written yet is a key or a value.
const MARK: char = '\u{e000}';

impl AuthorDesk {
    /// What can be written at byte `offset` of the text at `path`, described in `language`.
    #[must_use]
    pub fn complete(&self, path: &str, offset: usize, language: Language) -> Vec<Completion> {
        let text = self.text(path);
        let offset = text.floor_char_boundary(offset);
        let region = yaml_region(path, text).filter(|it| it.start <= offset && offset <= it.end);
        match (region, known_file(path, language)) {
            (Some(region), Some((_, own, root))) => self.in_yaml(text, region, offset, (&own, root)),
            (None, Some(_)) => self.in_markdown(path, text, offset),
            (_, None) => Vec::new(),
        }
    }

    fn in_yaml(
        &self,
        text: &str,
        region: Range<usize>,
        offset: usize,
        (own, root): (&str, &Json),
    ) -> Vec<Completion> {
        let marked = [&text[..offset], &MARK.to_string(), &text[offset..]].concat();
        let tree = Loose::read(&marked, region.start..region.end + MARK.len_utf8());
        let Some(spot) = find(root, &marked, &tree, offset + 1) else { return Vec::new() };
        if spot.at.start > offset || text[spot.at.start..offset].contains('\n') {
            return self.linked(text, spot.at.start.min(offset), offset);
        }
        let linked = self.linked(text, spot.at.start, offset);
        if !linked.is_empty() {
            return linked;
        }
        let is_quoted = text[spot.at.start..offset].starts_with(['"', '\'']);
        let replaces = spot.at.start + usize::from(is_quoted)..offset;
        match &spot.kind {
            SpotKind::Key { given, has_colon } => keys(root, &spot.ways, given, *has_colon, &replaces),
            SpotKind::Value => {
                let mut found = keys(root, &spot.ways, &[], false, &replaces);
                found.extend(self.values(root, &spot, &replaces));
                let places = parts(&spot, self.course(), (root, &marked, &tree), own);
                let ids = places.into_iter().filter(|part| !part.id.contains(MARK));
                found.extend(ids.map(|part| {
                    Completion::new(CompletionKind::Id, part.id, &replaces).with(part.title, "")
                }));
                found
            }
        }
    }

    /// The values that the schema of a key names.
    fn values(&self, root: &Json, spot: &Spot<'_>, replaces: &Range<usize>) -> Vec<Completion> {
        let meaning = spot.owner.and_then(|(_, _, it)| it["description"].as_str()).unwrap_or_default();
        let mut found = Vec::new();
        for way in &spot.ways {
            found.extend(self.of_schema(way.schema, replaces, meaning));
            // A list that is not begun yet.
            let items = way.schema.get("items").into_iter().flat_map(|items| ways(root, items));
            for item in items.flat_map(|item| self.of_schema(item.schema, replaces, meaning)) {
                found.push(Completion { text: format!("[{}]", item.text), ..item });
            }
        }
        found
    }

    fn of_schema(&self, schema: &Json, replaces: &Range<usize>, meaning: &str) -> Vec<Completion> {
        let word = |word: &str| Completion::new(CompletionKind::Word, word, replaces).with("", meaning);
        let words = schema["enum"].as_array().into_iter().flatten().chain(schema.get("const"));
        let mut found: Vec<Completion> = words.filter_map(Json::as_str).map(word).collect();
        if schema["type"] == "boolean" {
            found.extend(["true", "false"].map(word));
        }
        if let Some(kind) = schema[NAMES].as_str().and_then(kind_named) {
            found.extend(self.ids(kind, "", replaces));
        }
        let kinds = schema["pattern"].as_str().and_then(|it| it.strip_prefix("^(")?.strip_suffix("):."));
        for kind in kinds.into_iter().flat_map(|kinds| kinds.split('|')).filter_map(kind_named) {
            found.extend(self.ids(kind, &format!("{}:", kind.word()), replaces));
        }
        found
    }

    /// The ids of a kind, each behind `before`.
    fn ids(&self, kind: Kind, before: &str, replaces: &Range<usize>) -> Vec<Completion> {
        let course = self.course();
        let id = |id: &str| {
            let it = Completion::new(CompletionKind::Id, format!("{before}{id}"), replaces);
            it.with(title(course, kind, id), self.meaning(kind, id))
        };
        course.ids(kind).map(id).collect()
    }

    fn in_markdown(&self, path: &str, text: &str, offset: usize) -> Vec<Completion> {
        let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let line = &text[start..offset];
        if let Some(info) = line.strip_prefix("```").filter(|info| !info.contains(char::is_whitespace)) {
            let replaces = offset - info.len()..offset;
            // The fence that ends a block says nothing.
            if fence(text, start).is_some() {
                return Vec::new();
            }
            let word = |word: &str| Completion::new(CompletionKind::Word, word, &replaces);
            return ["exercise", "facilitator"].map(word).to_vec();
        }
        match fence(text, start).as_deref() {
            Some("exercise") => {
                let blank = line.len() - line.trim_start().len();
                self.ids(Kind::Exercise, "", &(start + blank..offset))
            }
            Some("facilitator") | None => {
                let mut found = self.linked(text, start, offset);
                found.extend(self.files(path, text, start, offset));
                found
            }
            Some(_) => Vec::new(),
        }
    }

    /// What can be written in the term or the address of a link that begins between the bytes `start` and `offset`.
    fn linked(&self, text: &str, start: usize, offset: usize) -> Vec<Completion> {
        let line = text[..offset].rfind('\n').map_or(0, |at| at + 1).max(start);
        let written = &text[line..offset];
        let open = |mark: &str, end: &str| {
            let at = written.rfind(mark)? + mark.len();
            (!written[at..].contains(end)).then(|| line + at..offset)
        };
        if let Some(replaces) = open("[[", "]]").filter(|it| it.start > start + 2 || start == line) {
            return self.terms(&replaces);
        }
        let Some(replaces) = open("](", ")") else { return Vec::new() };
        let address = &text[replaces.clone()];
        if let Some((page, _)) = address.split_once('#') {
            let at = replaces.start + page.len() + 1..offset;
            let named = page.split_once(':').and_then(|(kind, id)| Some((kind_named(kind)?, id)));
            let anchors =
                named.and_then(|(kind, id)| self.course().find(kind, id)).map_or_else(Vec::new, |it| {
                    let headings = it.body.headings.iter().map(|heading| (&*heading.id, &*heading.text));
                    it.parts().map(|id| (id, "")).chain(headings).collect()
                });
            let anchor =
                |(id, title): (&str, &str)| Completion::new(CompletionKind::Id, id, &at).with(title, "");
            return anchors.into_iter().map(anchor).collect();
        }
        let ids = |kind: Kind| self.ids(kind, &format!("{}:", kind.word()), &replaces);
        Kind::LINKED.into_iter().flat_map(ids).collect()
    }

    fn terms(&self, replaces: &Range<usize>) -> Vec<Completion> {
        let term = |term: &crate::model::Term| {
            let names = std::iter::once(&term.term).chain(&term.also);
            let meaning = term.definition.body.plain.clone();
            let one = |name: &str| {
                Completion::new(CompletionKind::Term, name, replaces)
                    .with(&*term.term.value.0, meaning.clone())
            };
            names.map(|name| one(name)).collect::<Vec<_>>()
        };
        self.course().terms().iter().flat_map(term).collect()
    }

    /// The pictures and papers of the course, for the address of a link that begins between the bytes `start` and `offset`.
    fn files(&self, path: &str, text: &str, start: usize, offset: usize) -> Vec<Completion> {
        let written = &text[start..offset];
        let Some(at) = written.rfind("](").map(|at| at + 2).filter(|at| !written[*at..].contains(')')) else {
            return Vec::new();
        };
        let replaces = start + at..offset;
        let up = "../".repeat(path.matches('/').count());
        let file = |file: &str| Completion::new(CompletionKind::File, format!("{up}{file}"), &replaces);
        self.course().assets.keys().map(|path| file(path)).collect()
    }
}

/// The keys of the records among `ways` that are not `given`.
fn keys(
    root: &Json,
    ways: &[Way<'_>],
    given: &[String],
    has_colon: bool,
    replaces: &Range<usize>,
) -> Vec<Completion> {
    let mut found: Vec<Completion> = Vec::new();
    for way in ways {
        let required = way.schema["required"].as_array();
        for (key, property) in way.schema["properties"].as_object().into_iter().flatten() {
            if given.contains(key) || found.iter().any(|it| it.label == *key) {
                continue;
            }
            let is_required = required.is_some_and(|all| all.iter().any(|it| it == key));
            let has_lines = super::spot::ways(root, property)
                .iter()
                .any(|way| way.schema["properties"].is_object() || way.schema.get("items").is_some());
            let text = match () {
                () if has_colon => key.clone(),
                () if has_lines => format!("{key}:"),
                () => format!("{key}: "),
            };
            let meaning = property["description"].as_str().unwrap_or_default();
            let it = Completion::new(CompletionKind::Key, key, replaces).with("", meaning);
            found.push(Completion { is_required, text, ..it });
        }
    }
    found
}

/// The word behind the fence of the block that the line at byte `start` is in; `None` in no block.
fn fence(text: &str, start: usize) -> Option<String> {
    let mut open: Option<(&str, String)> = None;
    for line in text[..start].lines() {
        let words = line.trim_start();
        let sign = words.chars().next().filter(|sign| matches!(sign, '`' | '~'));
        let length = sign.map_or(0, |sign| words.len() - words.trim_start_matches(sign).len());
        if length < 3 {
            continue;
        }
        let (mark, info) = words.split_at(length);
        match &open {
            Some((opened, _)) if mark.starts_with(opened) && info.trim().is_empty() => open = None,
            Some(_) => {}
            None => open = Some((mark, info.split_whitespace().next().unwrap_or_default().to_owned())),
        }
    }
    open.map(|(_, info)| info)
}

fn kind_named(word: &str) -> Option<Kind> {
    let more = [Kind::Item, Kind::Area, Kind::Panel];
    Kind::LINKED.into_iter().chain(more).find(|kind| kind.word() == word)
}

/// The title of the thing of that kind and id; empty if it has none.
pub(super) fn title(course: &Course, kind: Kind, id: &str) -> String {
    let syllabus = course.syllabus();
    let title = match kind {
        Kind::Term => course.term_by_id(id).map(|term| &*term.term.value.0),
        Kind::Item => {
            syllabus.and_then(|it| it.items.iter().find(|item| &*item.id == id)).map(|it| &*it.title)
        }
        Kind::Area => {
            syllabus.and_then(|it| it.areas.iter().find(|area| &*area.id == id)).map(|it| &*it.title)
        }
        kind => course.find(kind, id).map(|document| document.title()),
    };
    title.unwrap_or_default().to_owned()
}
