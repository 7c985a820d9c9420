//! The paths of a site, and what makes the bytes of each. Nothing is rendered here.
//!
//! Every path is added by one function, which reports a document whose page would have a path that is taken: one page would
//! overwrite the other. The paths of the site's own pages are taken even if a course has nothing to show there yet: the
//! address of a page must not become invalid because a glossary or a meeting is added.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::search::{Entries, shard_count};
use super::{Paper, Site, SitePath, offline, papers, views};
use crate::diagnostic::{Code, Diagnostic};
use crate::fresh::has_same_routes;
use crate::model::{Course, Document, Edition, Kind, PaperFormat};
use crate::theme::Theme;

/// What makes the bytes of one path.
#[derive(Debug, Clone)]
pub(super) enum Route {
    Home,
    Module(usize),
    Page(usize, usize),
    Document(Arc<Document>),
    /// A form in other words.
    Variant(Arc<Document>),
    Present(Arc<Document>),
    /// The card of one role of a meeting, by its place among them.
    Card(Arc<Document>, usize),
    List(Kind),
    Glossary,
    Map,
    Paths,
    Search,
    Answers,
    /// Where the answers of a group are gathered.
    Board,
    /// The answers of a group, which the board loads.
    Gathered,
    Catalogue,
    PagesOfWorks,
    ItemsOfWorks,
    AnswerSchema,
    /// Where answers are commented on.
    Review,
    ReviewSchema,
    NotFound,
    Style(String),
    ThemeAsset(String),
    WebManifest,
    CourseAsset(Arc<str>),
    /// A paper beside a page.
    Paper(Box<Paper>, PaperFormat),
    /// The script with the blank Word file of a form.
    PaperScript(Box<Paper>),
    SearchMeta,
    SearchShard(usize),
    SearchText(usize),
    /// Nothing yet: the path is kept free.
    Reserved,
}

/// Every path of a site.
#[derive(Clone)]
pub struct Routes {
    by_path: BTreeMap<SitePath, Route>,
    collisions: Vec<Diagnostic>,
    course: Arc<Course>,
    theme: Arc<Theme>,
}

impl Routes {
    /// Lists every path of the site of `course` in `theme`.
    #[must_use]
    pub fn new(course: &Arc<Course>, theme: &Arc<Theme>) -> Self {
        let mut routes = Self {
            by_path: BTreeMap::new(),
            collisions: Vec::new(),
            course: Arc::clone(course),
            theme: Arc::clone(theme),
        };
        routes.add_own_pages(course);
        routes.add_documents(course);
        routes.add_files(course, theme);
        routes.by_path.retain(|_, route| !matches!(route, Route::Reserved));
        routes
    }

    /// The same after a change, where `before` are the paths before it.
    #[must_use]
    pub fn after(before: &Arc<Self>, course: &Arc<Course>, theme: &Arc<Theme>) -> Arc<Self> {
        if has_same_routes((&before.course, &before.theme), (course, theme)) {
            return Arc::clone(before);
        }
        Arc::new(Self::new(course, theme))
    }

    /// The same with the answers of a group.
    #[must_use]
    pub(super) fn with_gathered(&self) -> Self {
        let mut routes = self.clone();
        routes.by_path.insert(Site::GATHERED.to_owned(), Route::Gathered);
        routes
    }

    /// The documents whose pages have a path that is taken.
    #[must_use]
    pub fn collisions(&self) -> &[Diagnostic] {
        &self.collisions
    }

    pub(super) fn get(&self, path: &str) -> Option<&Route> {
        self.by_path.get(path)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.by_path.keys()
    }

    /// The pages of the site that are no document's.
    fn add_own_pages(&mut self, course: &Course) {
        let has_works = has_works(course);
        let mut add = |is_there: bool, path: &str, route| {
            self.add(path.to_owned(), if is_there { route } else { Route::Reserved });
        };
        add(true, "index.html", Route::Home);
        add(true, "404.html", Route::NotFound);
        let has_paths = course.info().is_some_and(|info| !info.paths.is_empty());
        add(has_paths, "paths/index.html", Route::Paths);
        add(true, "search/index.html", Route::Search);
        add(true, "search/meta.js", Route::SearchMeta);
        add(!course.terms().is_empty(), "glossary/index.html", Route::Glossary);
        add(course.syllabus().is_some(), "map/index.html", Route::Map);
        add(has_works, "answers/index.html", Route::Answers);
        add(has_board(course), "board/index.html", Route::Board);
        add(has_works, "answers/course.js", Route::Catalogue);
        add(has_works, "answers/pages.js", Route::PagesOfWorks);
        add(has_works, "answers/items.js", Route::ItemsOfWorks);
        add(has_works, "answers/answers.schema.json", Route::AnswerSchema);
        add(has_works, "review/index.html", Route::Review);
        add(has_works, "review/review.schema.json", Route::ReviewSchema);
        for kind in Kind::SHELVES {
            let is_there = course.of_kind(kind).next().is_some();
            add(is_there, &format!("{}/index.html", kind.folder()), Route::List(kind));
        }
        for folder in ["assets", "files"] {
            add(false, &format!("{folder}/index.html"), Route::Reserved);
        }
    }

    /// The pages of documents. Modules come last, so that of two pages with one path the module's is reported: its name is free,
    /// those of the other folders are not.
    fn add_documents(&mut self, course: &Course) {
        for kind in Kind::SHELVES {
            for document in course.of_kind(kind) {
                self.add(document.url().unwrap_or_default(), Route::Document(Arc::clone(document)));
            }
        }
        for variant in course.of_kind(Kind::Variant) {
            self.add(variant.url().unwrap_or_default(), Route::Variant(Arc::clone(variant)));
        }
        let presented = [Kind::Meeting, Kind::Session].into_iter().flat_map(|kind| course.of_kind(kind));
        for document in presented.filter(|_| course.edition != Edition::Learner) {
            self.add(views::present_url(document), Route::Present(Arc::clone(document)));
            for (index, role) in document.meeting().into_iter().flat_map(|it| &it.roles).enumerate() {
                self.add(views::card_url(document, role), Route::Card(Arc::clone(document), index));
            }
        }
        for (m, module) in course.modules.iter().enumerate() {
            self.add(format!("{}/index.html", module.id), Route::Module(m));
            for (p, page) in module.pages.iter().enumerate() {
                self.add(page.url().unwrap_or_default(), Route::Page(m, p));
            }
        }
    }

    fn add_files(&mut self, course: &Arc<Course>, theme: &Arc<Theme>) {
        let is_offline = offline::is_offline(course);
        for sheet in theme.sheets().into_iter().filter(|it| offline::has_sheet(it, is_offline)) {
            let name = format!("{sheet}.css");
            if course.edition.has_asset(&name) {
                self.add(format!("assets/{name}"), Route::Style(sheet.to_owned()));
            }
        }
        let assets = theme.assets().filter(|(name, _)| course.edition.has_asset(name));
        for (name, _) in assets.filter(|(name, _)| offline::has_asset(name, is_offline)) {
            self.add(format!("assets/{name}"), Route::ThemeAsset(name.to_owned()));
        }
        if is_offline {
            self.add(offline::WORKER.to_owned(), Route::ThemeAsset(offline::WORKER_ASSET.to_owned()));
            self.add(offline::MANIFEST.to_owned(), Route::WebManifest);
        }
        for (path, paper, format) in papers::published(course) {
            self.add(path, Route::Paper(Box::new(paper), format));
        }
        for (path, paper) in papers::scripts(course) {
            self.add(path, Route::PaperScript(Box::new(paper)));
        }
        for asset in course.used_assets() {
            self.add(format!("files/{}", asset.path), Route::CourseAsset(Arc::clone(&asset.path)));
        }
        let entries = Entries::new(course, theme);
        for shard in 0..shard_count(entries.len()) {
            self.add(format!("search/shard-{shard}.js"), Route::SearchShard(shard));
        }
        for file in 0..entries.starts().len() {
            self.add(format!("search/text-{file}.js"), Route::SearchText(file));
        }
    }

    fn add(&mut self, path: SitePath, route: Route) {
        let taken = match self.by_path.entry(path) {
            Entry::Vacant(free) => {
                free.insert(route);
                return;
            }
            Entry::Occupied(taken) => taken,
        };
        let Some(document) = document_of(&self.course, &route) else { return };
        let first = document_of(&self.course, taken.get());
        // Two files of one kind with one id are reported as such.
        if first.is_some_and(|first| first.kind == document.kind && first.id == document.id) {
            return;
        }
        let collision =
            Diagnostic::new(Code::DuplicateUrl, document.span()).with("url", taken.key().as_str());
        self.collisions.push(match first {
            Some(first) => collision.related(first.span()),
            None => collision,
        });
    }
}

/// The document that a route shows. A module without a front page is known by its first page.
fn document_of<'a>(course: &'a Course, route: &'a Route) -> Option<&'a Arc<Document>> {
    match route {
        Route::Module(m) => course.modules[*m].front.as_ref().or_else(|| course.modules[*m].pages.first()),
        Route::Page(m, p) => Some(&course.modules[*m].pages[*p]),
        Route::Document(document)
        | Route::Variant(document)
        | Route::Present(document)
        | Route::Card(document, _) => Some(document),
        _ => None,
    }
}

/// Whether the course has anything to answer.
pub(super) fn has_works(course: &Course) -> bool {
    [Kind::Exercise, Kind::Worksheet, Kind::Meeting]
        .into_iter()
        .any(|kind| course.of_kind(kind).next().is_some())
}

/// Whether the site has the page on which answers are gathered.
pub(super) fn has_board(course: &Course) -> bool {
    course.edition != Edition::Learner && has_works(course)
}
