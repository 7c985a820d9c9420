//! A whole course: its documents, and the one way to look things up in it.
//!
//! [`Course::new`] only sorts documents by kind, id and path; the rules of the check stage report what is wrong among them.
//! [`Course::after`] does the same after a change: if only the bodies of pages changed, the tables are kept.
//! [`Course::locate`] finds what a link means: rules use it to report dead links, pages to write addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::outline::Outline;
use super::{Content, Document, Edition, Glossary, Info, Kind, ModuleShelf, Syllabus, Target, Term};
use crate::fresh::has_same_outline;
use crate::source::Asset;

/// A course: documents that have been read, filed for looking up.
#[derive(Debug, Clone, Default)]
pub struct Course {
    /// Every document, in the order of their paths.
    pub documents: Vec<Arc<Document>>,
    /// Files that are neither Markdown nor YAML, by path.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// The modules, in order.
    pub modules: Vec<Module>,
    /// Who the site of this course is for.
    pub edition: Edition,
    pub(super) outline: Arc<Outline>,
    /// The paths of the files that a document links to or shows. Only these are published.
    used: Arc<BTreeSet<Arc<str>>>,
}

/// A module: its front page and its pages.
#[derive(Debug, Clone)]
pub struct Module {
    /// The id: the folder's name without the number that orders it.
    pub id: Arc<str>,
    /// The folder, such as `modules/01-encounter`.
    pub folder: Arc<str>,
    /// The front page: `None` where `index.md` is missing, which is an error.
    pub front: Option<Arc<Document>>,
    /// The pages, in order.
    pub pages: Vec<Arc<Document>>,
    /// Its number in the order of the course; `None` on the shelf.
    pub number: Option<usize>,
}

/// What a link means.
#[derive(Debug, Clone)]
pub enum Found<'a> {
    /// Another host, or an email address.
    External(&'a str),
    /// A place in the same document.
    Here(&'a str),
    /// A document, or a place in it.
    Document(&'a Arc<Document>, Option<&'a str>),
    /// A term of the glossary.
    Term(&'a Term),
    /// A file to look at or to take along.
    Asset(&'a Asset),
}

/// Why a link means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// There are no such things to refer to.
    Kind,
    /// No thing of that kind has that id.
    Id(Kind),
    /// The thing has no such part.
    Member(Kind),
    /// The glossary has no such term.
    Term,
    /// Several terms are written like that: the ids of the first two.
    Ambiguous(Arc<str>, Arc<str>),
    /// There is no such file.
    Path,
    /// The document has no such heading; its path, empty for the same document.
    Anchor(Arc<str>),
    /// The path leads out of the course.
    Outside,
}

impl Course {
    /// Files `documents` for looking up. Of two with the same name the first whose content is known counts.
    #[must_use]
    pub fn new(documents: Vec<Arc<Document>>, assets: BTreeMap<Arc<str>, Asset>) -> Self {
        let outline = Arc::new(Outline::new(&documents));
        Self::with_outline(outline, documents, assets)
    }

    /// The same after a change, where `before` is the course before it.
    #[must_use]
    pub fn after(before: &Self, documents: Vec<Arc<Document>>, assets: BTreeMap<Arc<str>, Asset>) -> Self {
        if !has_same_outline(before, &documents, &assets) {
            return Self::new(documents, assets);
        }
        Self::with_outline(Arc::clone(&before.outline), documents, assets)
    }

    fn with_outline(
        outline: Arc<Outline>,
        documents: Vec<Arc<Document>>,
        assets: BTreeMap<Arc<str>, Asset>,
    ) -> Self {
        let modules = modules(&documents);
        let edition = Edition::default();
        let mut course = Self { modules, documents, assets, edition, outline, used: Arc::default() };
        if !course.assets.is_empty() {
            let used = course.documents.par_iter().flat_map_iter(|document| course.used_by(document));
            course.used = Arc::new(used.collect());
        }
        course
    }

    /// The files that `document` links to or shows.
    fn used_by(&self, document: &Document) -> Vec<Arc<str>> {
        let mut used = Vec::new();
        document.each_body(|body| {
            let images = body.images.iter().filter_map(|it| self.locate_image(&document.path, &it.path).ok());
            let links = body.links.iter().filter_map(|link| match self.locate(document, &link.target) {
                Ok(Found::Asset(asset)) => Some(asset),
                _ => None,
            });
            used.extend(images.chain(links).map(|asset| Arc::clone(&asset.path)));
        });
        let look = document.info().and_then(|info| info.theme.as_ref());
        let files = look.into_iter().flat_map(|look| [&look.logo, &look.font]).flatten();
        let files = files.filter_map(|file| self.locate_image(&document.path, &file.value).ok());
        used.extend(files.map(|asset| Arc::clone(&asset.path)));
        used
    }

    /// The files that a document links to or shows, in the order of their paths.
    pub fn used_assets(&self) -> impl Iterator<Item = &Asset> {
        self.used.iter().filter_map(|path| self.assets.get(path))
    }

    /// Whether a document links to the file at `path` or shows it.
    #[must_use]
    pub fn is_used(&self, path: &str) -> bool {
        self.used.contains(path)
    }

    /// Whether the documents use the same files as in `other`.
    #[must_use]
    pub fn has_same_used_assets(&self, other: &Self) -> bool {
        self.used == other.used
    }

    /// Whether this course was made from `other`, or the other way round, by changes of page bodies alone.
    #[must_use]
    pub fn shares_outline(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.outline, &other.outline)
    }

    /// The document of that kind and id.
    #[must_use]
    pub fn find(&self, kind: Kind, id: &str) -> Option<&Arc<Document>> {
        self.outline.names.get(&kind)?.get(id).map(|&index| &self.documents[index])
    }

    /// The document at that path.
    #[must_use]
    pub fn at_path(&self, path: &str) -> Option<&Arc<Document>> {
        self.outline.paths.get(path).map(|&index| &self.documents[index])
    }

    /// The documents of a kind, in the order of their paths.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Arc<Document>> {
        self.outline.kinds.get(&kind).into_iter().flatten().map(|&index| &self.documents[index])
    }

    /// Every document that does not count because another has its kind and id, and that other.
    pub fn namesakes(&self) -> impl Iterator<Item = (&Arc<Document>, &Arc<Document>)> {
        self.outline.namesakes.iter().map(|&(index, first)| (&self.documents[index], &self.documents[first]))
    }

    /// The document that shows the exercise `id`.
    #[must_use]
    pub fn shows(&self, id: &str) -> Option<&Arc<Document>> {
        self.outline.shown.get(id).map(|&index| &self.documents[index])
    }

    /// The address of a document from the site's root. An exercise has that of its place in the text that shows it.
    #[must_use]
    pub fn url(&self, document: &Document) -> Option<String> {
        match document.kind {
            Kind::Exercise => Some(format!("{}#exercise-{}", self.shows(&document.id)?.url()?, document.id)),
            _ => document.url(),
        }
    }

    /// `course.yaml`, if it could be read.
    #[must_use]
    pub fn info(&self) -> Option<&Info> {
        self.find(Kind::Course, "course")?.info()
    }

    /// `syllabus.yaml`, if there is one that could be read.
    #[must_use]
    pub fn syllabus(&self) -> Option<&Syllabus> {
        match self.find(Kind::Syllabus, "syllabus")?.content.as_ref()? {
            Content::Syllabus(syllabus) => Some(syllabus),
            _ => None,
        }
    }

    fn glossary(&self) -> Option<&Glossary> {
        match self.find(Kind::Glossary, "glossary")?.content.as_ref()? {
            Content::Glossary(glossary) => Some(glossary),
            _ => None,
        }
    }

    /// The terms of the glossary, in the order of the file.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        self.glossary().map_or(&[], |glossary| &glossary.terms)
    }

    /// The term of that id.
    #[must_use]
    pub fn term_by_id(&self, id: &str) -> Option<&Term> {
        self.outline.term_ids.get(id).map(|&index| &self.terms()[index])
    }

    /// Whether `kind` has a thing named `id`. A file that could not be read hides what it would have declared, so
    /// everything that refers into it counts as known.
    #[must_use]
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        match kind {
            Kind::Term => self.term_by_id(id).is_some() || self.unread(Kind::Glossary).is_some(),
            Kind::Item => {
                self.syllabus().is_some_and(|it| it.items.iter().any(|item| &*item.id == id))
                    || self.unread(Kind::Syllabus).is_some()
            }
            Kind::Area => self.syllabus().is_some_and(|it| it.areas.iter().any(|area| &*area.id == id)),
            kind => self.find(kind, id).is_some(),
        }
    }

    /// The ids that `kind` has, for "did you mean".
    pub fn ids(&self, kind: Kind) -> Box<dyn Iterator<Item = &str> + '_> {
        match kind {
            Kind::Term => Box::new(self.terms().iter().map(|term| &*term.id.name)),
            Kind::Item => {
                Box::new(self.syllabus().into_iter().flat_map(|it| &it.items).map(|item| &*item.id.name))
            }
            Kind::Area => {
                Box::new(self.syllabus().into_iter().flat_map(|it| &it.areas).map(|area| &*area.id.name))
            }
            kind => Box::new(self.of_kind(kind).map(|document| &*document.id)),
        }
    }

    /// Every way to write a term, for "did you mean".
    pub fn term_names(&self) -> impl Iterator<Item = &str> {
        self.outline.terms.keys().map(|name| &**name)
    }

    /// A document of `kind` that could not be read, in the place of whatever it would have declared.
    fn unread(&self, kind: Kind) -> Option<Found<'_>> {
        let lost = self.of_kind(kind).find(|document| document.content.is_none());
        lost.map(|document| Found::Document(document, None))
    }

    /// What `target`, written in `from`, means.
    ///
    /// # Errors
    /// Why it means nothing.
    pub fn locate<'a>(&'a self, from: &'a Document, target: &'a Target) -> Result<Found<'a>, Missing> {
        match target {
            Target::External(url) => Ok(Found::External(url)),
            Target::Anchor(anchor) if from.has_anchor(anchor) => Ok(Found::Here(anchor)),
            Target::Anchor(_) => Err(Missing::Anchor(Arc::from(""))),
            Target::Term(name) => self.locate_term(name),
            Target::Entity { kind, id, member } => self.locate_entity(kind, id, member.as_deref()),
            Target::Path(path, anchor) => self.locate_path(&from.path, path, anchor.as_deref()),
        }
    }

    fn locate_term(&self, name: &str) -> Result<Found<'_>, Missing> {
        let exact = self.outline.terms.get(name);
        let found = exact.or_else(|| self.outline.alike_terms.get(&super::normalised(name)));
        match found.map(Vec::as_slice) {
            Some([index]) => Ok(Found::Term(&self.terms()[*index])),
            Some([first, second, ..]) => {
                let id = |index: usize| Arc::clone(&self.terms()[index].id.name);
                Err(Missing::Ambiguous(id(*first), id(*second)))
            }
            _ => self.unread(Kind::Glossary).ok_or(Missing::Term),
        }
    }

    fn locate_entity<'a>(
        &'a self,
        kind: &str,
        id: &str,
        member: Option<&'a str>,
    ) -> Result<Found<'a>, Missing> {
        let kind = Kind::LINKED.into_iter().find(|known| known.word() == kind).ok_or(Missing::Kind)?;
        if kind == Kind::Term {
            let known = self.term_by_id(id).map(Found::Term);
            return known.or_else(|| self.unread(Kind::Glossary)).ok_or(Missing::Id(kind));
        }
        let document = self.find(kind, id).ok_or(Missing::Id(kind))?;
        match member {
            Some(member) if !document.has_anchor(member) => Err(Missing::Member(kind)),
            member => Ok(Found::Document(document, member)),
        }
    }

    fn locate_path<'a>(
        &'a self,
        from: &str,
        path: &str,
        anchor: Option<&'a str>,
    ) -> Result<Found<'a>, Missing> {
        let path = joined(from, path).ok_or(Missing::Outside)?;
        if let Some(asset) = self.assets.get(&*path) {
            return Ok(Found::Asset(asset));
        }
        let document = self.at_path(&path).ok_or(Missing::Path)?;
        match anchor {
            Some(anchor) if !document.has_anchor(anchor) => Err(Missing::Anchor(Arc::clone(&document.path))),
            anchor => Ok(Found::Document(document, anchor)),
        }
    }

    /// The picture that `path`, written in the file `from`, means.
    ///
    /// # Errors
    /// Why it means nothing.
    pub fn locate_image(&self, from: &str, path: &str) -> Result<&Asset, Missing> {
        let path = joined(from, path).ok_or(Missing::Outside)?;
        self.assets.get(&*path).ok_or(Missing::Path)
    }
}

/// `path` as seen from the file `from`; a leading `/` means the course's folder. `None` when it leads out of it.
fn joined(from: &str, path: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map(|(folder, _)| folder).filter(|_| !path.starts_with('/'));
    let mut parts: Vec<&str> = folder.map(|folder| folder.split('/').collect()).unwrap_or_default();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The order of two paths of one folder: by the numbers that their names begin with, then as texts.
fn by_number(a: &str, b: &str) -> std::cmp::Ordering {
    let number = |path: &str| -> u64 {
        let name = path.rsplit('/').next().unwrap_or(path);
        let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        // A name without a number comes last.
        name[..digits].parse().unwrap_or(u64::MAX)
    };
    number(a).cmp(&number(b)).then_with(|| a.cmp(b))
}

fn modules(documents: &[Arc<Document>]) -> Vec<Module> {
    let mut modules: Vec<Module> = Vec::new();
    // Documents come in the order of their paths: those of one folder follow each other.
    for document in documents.iter().filter(|document| matches!(document.kind, Kind::Module | Kind::Page)) {
        let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if modules.last().is_none_or(|last| &*last.folder != folder) {
            let id = Arc::from(document.id.split('/').next().unwrap_or_default());
            modules.push(Module {
                id,
                folder: Arc::from(folder),
                front: None,
                pages: Vec::new(),
                number: None,
            });
        }
        match (modules.last_mut(), document.kind) {
            (Some(module), Kind::Module) => module.front = Some(Arc::clone(document)),
            (Some(module), _) => module.pages.push(Arc::clone(document)),
            (None, _) => {}
        }
    }
    modules.sort_by(|a, b| by_number(&a.folder, &b.folder));
    let rank = |document: Option<&Arc<Document>>| document.and_then(|it| it.order()).unwrap_or(i64::MAX);
    for module in &mut modules {
        module.pages.sort_by(|a, b| by_number(&a.path, &b.path));
        module.pages.sort_by_key(|page| rank(Some(page)));
    }
    modules.sort_by_key(|module| (module.shelf().is_some(), rank(module.front.as_ref())));
    for (module, number) in modules.iter_mut().filter(|module| module.shelf().is_none()).zip(1..) {
        module.number = Some(number);
    }
    modules
}

impl Module {
    /// The title; the id if the front page is missing.
    #[must_use]
    pub fn title(&self) -> &str {
        self.front.as_ref().map_or(&self.id, |front| front.title())
    }

    /// The shelf that it is on; `None` if it is a part of the course's order.
    #[must_use]
    pub fn shelf(&self) -> Option<ModuleShelf> {
        match self.front.as_ref()?.content.as_ref()? {
            Content::Module(front) => front.shelf,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn numbers_at_the_head_of_names_are_compared_as_numbers() {
        let mut names = ["m/10-a.md", "m/2-b.md", "m/b.md", "m/1-c.md", "m/a.md", "m/002-a.md"];
        names.sort_by(|a, b| super::by_number(a, b));
        assert_eq!(names, ["m/1-c.md", "m/002-a.md", "m/2-b.md", "m/10-a.md", "m/a.md", "m/b.md"]);
    }

    #[test]
    fn a_path_is_seen_from_its_file_and_stays_inside() {
        assert_eq!(joined("modules/a/b.md", "../c/d.md").as_deref(), Some("modules/c/d.md"));
        assert_eq!(joined("modules/a/b.md", "./c.md").as_deref(), Some("modules/a/c.md"));
        assert_eq!(joined("cases/b.md", "/images/x.png").as_deref(), Some("images/x.png"));
        assert_eq!(joined("cases/b.md", "../../x.png"), None);
    }
}
