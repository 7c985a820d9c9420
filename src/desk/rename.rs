//! Another id for a thing: the changes of every text that names it, and the new names of its files.
//!
//! Answers are stored under the ids of exercises, forms and meetings. Their old id stays in the file as `was`, so that answers are found.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::AuthorDesk;
use super::loose::{Loose, LooseValue};
use super::names::{Mention, NamedBy, Thing, mentions};
use super::new_id::{can_be_id, possible_id};
use crate::diagnostic::nearest;
use crate::model::{Body, Course, Document, Found, Kind, Target};
use crate::parse::unnumbered;
use crate::yaml::{Node, Range as YamlRange, Value, Visitor, parse};

/// What gives a thing another id. The changes of texts come first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renaming {
    /// By path: the bytes that change, in order, and what they become.
    pub edits: BTreeMap<Arc<str>, Vec<(Range<usize>, String)>>,
    /// The files and folders that get another name: the path, and the new one.
    pub moves: Vec<(String, String)>,
}

/// Why a thing gets no other id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRenamed {
    /// Nothing is named here.
    NothingHere,
    /// There is no such thing: its kind and id, and the nearest.
    Missing(String, Option<String>),
    /// The new id cannot be one; the nearest that can.
    Invalid(String, Option<String>),
    /// The new id is that of something else, or was it once: what it is, and the path of the file.
    Taken(String, Arc<str>),
    /// Something is already at the path that its file would have.
    There(String),
    /// A page stays in its module, which has this id.
    OtherModule(String),
    /// Two files have the old id.
    Twice(Arc<str>, Arc<str>),
    /// A file cannot be read, so what it names is not known.
    Unread(Arc<str>),
    /// A place names the thing in a way that cannot be changed: the path and the line.
    Unclear(Arc<str>, usize),
}

impl NotRenamed {
    /// The word that chooses its sentence, and what that names.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let near = |near: &Option<String>| ("near", near.clone().unwrap_or_else(|| "none".to_owned()));
        let name = |name: &str| ("name", name.to_owned());
        let path = |path: &str| ("path", path.to_owned());
        match self {
            Self::NothingHere => ("nothing", Vec::new()),
            Self::Missing(id, it) => ("missing", vec![name(id), near(it)]),
            Self::Invalid(id, it) => ("id", vec![name(id), near(it)]),
            Self::Taken(id, at) => ("taken", vec![name(id), path(at)]),
            Self::There(at) => ("there", vec![path(at)]),
            Self::OtherModule(module) => ("module", vec![name(module)]),
            Self::Twice(at, other) => ("twice", vec![path(at), ("other", other.to_string())]),
            Self::Unread(at) => ("unread", vec![path(at)]),
            Self::Unclear(at, line) => ("unclear", vec![path(at), ("line", line.to_string())]),
        }
    }
}

/// The kinds whose things may get another id.
pub fn renamed_kinds() -> impl Iterator<Item = Kind> {
    Kind::LINKED.into_iter().chain([Kind::Item, Kind::Area])
}

impl AuthorDesk {
    /// The thing whose id is at byte `offset` of the text at `path`, and the place of the id, if it can be changed there.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn renamable(&self, path: &str, offset: usize) -> Result<(Thing, Range<usize>), NotRenamed> {
        let mention = self.mention_at(path, offset).ok_or(NotRenamed::NothingHere)?;
        let is_known = renamed_kinds().any(|kind| kind == mention.thing.kind);
        if mention.by != NamedBy::Id || !is_known {
            return Err(NotRenamed::NothingHere);
        }
        if !exists(self.course(), &mention.thing) {
            return Err(self.missing(&mention.thing));
        }
        Ok((mention.thing, mention.at))
    }

    /// What gives `thing` the id `new`. Of a page, `new` is the part behind the slash, or all of it.
    ///
    /// # Errors
    /// Why it gets no other id.
    pub fn renaming(&self, thing: &Thing, new: &str) -> Result<Renaming, NotRenamed> {
        let course = self.course();
        if !renamed_kinds().any(|kind| kind == thing.kind) || !exists(course, thing) {
            return Err(self.missing(thing));
        }
        let unread = course.documents.iter().find(|it| it.content.is_none()).map(|it| &it.path);
        if let Some(path) = unread.or(self.sources().unreadable.first()) {
            return Err(NotRenamed::Unread(Arc::clone(path)));
        }
        let own = course.find(thing.kind, &thing.id);
        if let Some((twin, first)) =
            course.namesakes().find(|(it, _)| it.kind == thing.kind && it.id == thing.id)
        {
            return Err(NotRenamed::Twice(Arc::clone(&first.path), Arc::clone(&twin.path)));
        }
        let id = new_id(thing, new)?;
        if let Some(path) = self.taken(thing, &id) {
            return Err(NotRenamed::Taken(format!("{}:{id}", thing.kind.word()), path));
        }
        let moves = own.map_or_else(Vec::new, |own| moves(course, own, &id));
        let is_there = |path: &str| course.at_path(path).is_some() || course.assets.contains_key(path);
        if let Some((_, new)) = moves.iter().find(|(_, new)| is_there(new)) {
            return Err(NotRenamed::There(new.clone()));
        }
        let mut renaming = Renaming { edits: BTreeMap::new(), moves };
        for document in &course.documents {
            let mut edits = self.edits(document, thing, &id, &renaming.moves)?;
            if own.is_some_and(|own| own.path == document.path) && document.earlier_ids().is_some() {
                edits.push(self.kept(document, &id)?);
            }
            edits.sort_by_key(|(at, _)| (at.start, at.end));
            edits.dedup();
            if !edits.is_empty() {
                renaming.edits.insert(Arc::clone(&document.path), edits);
            }
        }
        Ok(renaming)
    }

    fn missing(&self, thing: &Thing) -> NotRenamed {
        let word = thing.kind.word();
        let ids = self.course().ids(thing.kind).filter(|id| *id != &*thing.id);
        let near = nearest(&thing.id, ids).map(|id| format!("{word}:{id}"));
        NotRenamed::Missing(format!("{word}:{}", thing.id), near)
    }

    /// The file of what has the id, or had it once.
    fn taken(&self, thing: &Thing, id: &str) -> Option<Arc<str>> {
        let new = Thing::new(thing.kind, id);
        if exists(self.course(), &new) {
            return self.defined_at(&new).map(|span| span.path);
        }
        let others = self.course().of_kind(thing.kind).filter(|it| it.id != thing.id);
        let had = |it: &&Arc<Document>| it.earlier_ids().is_some_and(|ids| ids.iter().any(|it| &**it == id));
        others.into_iter().find(had).map(|it| Arc::clone(&it.path))
    }

    /// The changes of one text.
    fn edits(
        &self,
        document: &Document,
        thing: &Thing,
        id: &str,
        moves: &[(String, String)],
    ) -> Result<Vec<(Range<usize>, String)>, NotRenamed> {
        let (course, text) = (self.course(), self.text(&document.path));
        let unclear = |at: usize| NotRenamed::Unclear(Arc::clone(&document.path), line(text, at));
        let mut edits = Vec::new();
        for Mention { thing: named, by, at, .. } in mentions(course, document, text) {
            let new = if named == *thing {
                id.to_owned()
            } else if let Some(page) = page_of(thing, &named) {
                format!("{id}/{page}")
            } else {
                continue;
            };
            match by {
                NamedBy::Id if text[at.clone()] == *named.id => edits.push((at, new)),
                NamedBy::Id => return Err(unclear(at.start)),
                NamedBy::Path | NamedBy::Words => {}
            }
        }
        for (path, written, at) in paths(course, document) {
            for (old, new) in moves {
                let edit = moved_path(text, &at, &written, &path, (old, new));
                edits.extend(edit.map_err(|_| unclear(at.start))?);
            }
        }
        Ok(edits)
    }

    /// The change that keeps the old id of `document` as `was`.
    fn kept(&self, document: &Document, new: &str) -> Result<(Range<usize>, String), NotRenamed> {
        let text = self.text(&document.path);
        let unclear = || NotRenamed::Unclear(Arc::clone(&document.path), 1);
        let earlier = document.earlier_ids().unwrap_or_default().iter().map(|id| &**id);
        let ids: Vec<&str> = earlier.filter(|id| *id != new).chain([&*document.id]).collect();
        let (Some(Node { value: Value::Map(entries), .. }), _) = parse(text, 0) else {
            return Err(unclear());
        };
        let list = format!("[{}]", ids.join(", "));
        if entries.iter().any(|(key, _)| key.name == "was") {
            // The library gives the beginning of a list only.
            let Loose { value: LooseValue::Map(loose), .. } = Loose::read(text, 0..text.len()) else {
                return Err(unclear());
            };
            let was = loose.into_iter().find(|entry| &text[entry.key.clone()] == "was");
            let value = was.and_then(|entry| entry.value).ok_or_else(unclear)?;
            return Ok((value.at, list));
        }
        let (key, title) = entries.iter().find(|(key, _)| key.name == "title").ok_or_else(unclear)?;
        let start = key.at.start as usize;
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let before = &text[line_start..start];
        if !before.trim().is_empty() {
            // A mapping in braces.
            return Ok((start..start, format!("was: {list}, ")));
        }
        let end = text[..title.at.end as usize].trim_end().len();
        let end = text[end..].find('\n').map_or(text.len(), |at| end + at);
        let end = text[..end].trim_end_matches('\r').len();
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Ok((end..end, format!("{line_end}{before}was: {list}")))
    }
}

fn exists(course: &Course, thing: &Thing) -> bool {
    let mut ids = course.ids(thing.kind);
    ids.any(|id| *id == *thing.id)
}

/// The line of a byte, from 1.
fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The whole id that `new` is for `thing`.
fn new_id(thing: &Thing, new: &str) -> Result<String, NotRenamed> {
    let module = thing.id.split_once('/').map(|(module, _)| module).filter(|_| thing.kind == Kind::Page);
    let page = match (module, new.split_once('/')) {
        (Some(module), Some((given, _))) if given != module => {
            return Err(NotRenamed::OtherModule(module.to_owned()));
        }
        (Some(_), Some((_, page))) => page,
        _ => new,
    };
    if !can_be_id(page) {
        return Err(NotRenamed::Invalid(page.to_owned(), possible_id(page)));
    }
    Ok(module.map_or_else(|| page.to_owned(), |module| format!("{module}/{page}")))
}

/// The name of the page `named` within its module, if that is `module`.
fn page_of<'n>(module: &Thing, named: &'n Thing) -> Option<&'n str> {
    let (own, page) = named.id.split_once('/')?;
    (module.kind == Kind::Module && named.kind == Kind::Page && own == &*module.id).then_some(page)
}

/// The files of a document, and those that have their names from it, with their new paths.
fn moves(course: &Course, document: &Document, id: &str) -> Vec<(String, String)> {
    let last = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
    let (old, new) = (last(&document.id), last(id));
    let follows = |it: &&Arc<Document>| match (document.kind, it.kind) {
        (Kind::Exercise, Kind::Panel) => it.id == document.id,
        (Kind::Worksheet, Kind::Variant) => it.id.split('.').next() == Some(&*document.id),
        _ => it.path == document.path,
    };
    let paths = course.documents.iter().filter(|it| follows(it) || it.path == document.path);
    let paths = paths.map(|it| match it.kind {
        Kind::Module => it.path.strip_suffix("/index.md").unwrap_or(&it.path),
        _ => &*it.path,
    });
    let moved = |path: &str| {
        let (folder, name) = path.rsplit_once('/')?;
        let rest = unnumbered(name).strip_prefix(&old)?;
        let number = name.strip_suffix(unnumbered(name))?;
        Some((path.to_owned(), format!("{folder}/{number}{new}{rest}")))
    };
    paths.filter_map(moved).collect()
}

/// Every path that `document` writes: the file that is meant, as it is written, and its place.
fn paths(course: &Course, document: &Document) -> Vec<(String, String, Range<usize>)> {
    struct Paths<'c>(&'c Course, &'c Document, Vec<(String, String, YamlRange)>);
    impl<'a> Visitor<'a> for Paths<'_> {
        fn body(&mut self, body: &'a Body, _: YamlRange) {
            let Self(course, document, found) = self;
            for link in &body.links {
                let Target::Path(written, _) = &link.target else { continue };
                let path = match course.locate(document, &link.target) {
                    Ok(Found::Document(other, _)) => &other.path,
                    Ok(Found::Asset(asset)) => &asset.path,
                    _ => continue,
                };
                found.push((path.to_string(), written.clone(), link.at));
            }
            for image in &body.images {
                let Ok(asset) = course.locate_image(&document.path, &image.path) else { continue };
                found.push((asset.path.to_string(), image.path.clone(), image.at));
            }
        }
        fn reference(&mut self, _: Kind, _: &'a str, _: YamlRange) {}
    }
    let mut all = Paths(course, document, Vec::new());
    document.visit(&mut all);
    let Paths(_, _, mut found) = all;
    let rules = document.wording().into_iter().flat_map(|it| &it.wording);
    found.extend(rules.flat_map(|it| &it.except).map(|it| (it.to_string(), it.to_string(), it.at)));
    let look = document.info().and_then(|info| info.theme.as_ref());
    let files = look.into_iter().flat_map(|look| [&look.logo, &look.font]).flatten();
    found.extend(files.map(|it| (it.to_string(), it.to_string(), it.at)));
    let bytes = |at: YamlRange| at.start as usize..at.end as usize;
    found.into_iter().map(|(path, written, at)| (path, written, bytes(at))).collect()
}

/// That a place cannot be changed as it is written.
struct NotWritten;

/// The change of a path that is `written` at `at`, and means `path`, when `old` becomes `new`; `None` if the path does not name `old`.
fn moved_path(
    text: &str,
    at: &Range<usize>,
    written: &str,
    path: &str,
    (old, new): (&str, &str),
) -> Result<Option<(Range<usize>, String)>, NotWritten> {
    let below = path.strip_prefix(old).filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let Some(below) = below else { return Ok(None) };
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let (old, new) = (last(old), last(new));
    let mut end = written.len();
    let names = written.rsplit('/').map(|name| {
        let at = end - name.len()..end;
        end = at.start.saturating_sub(1);
        (name, at)
    });
    // As many names are behind the one that changes as in the whole path. A path within the folder does not name it.
    let mut names = names.filter(|(name, _)| !matches!(*name, "" | "."));
    match names.nth(below.matches('/').count()) {
        None => Ok(None),
        Some((name, inner)) if name == old => {
            let from = text.get(at.clone()).and_then(|all| all.rfind(written)).ok_or(NotWritten)?;
            Ok(Some((at.start + from + inner.start..at.start + from + inner.end, new)))
        }
        Some(_) => Err(NotWritten),
    }
}
