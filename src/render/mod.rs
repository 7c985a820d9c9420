//! Routing and rendering: a [`Course`] and a [`Theme`] become a [`Site`], an ordered map from path to what makes its bytes.
//!
//! 1. [`route`] lists every path of the site; nothing is rendered yet;
//! 2. [`Site::render`] makes the bytes of one path, a pure function that may run in parallel and in any order;
//! 3. a page is the values of its kind (`views/`), its texts with every link resolved ([`words`]), and a template.

mod around;
mod catalogue;
mod frame;
mod highlight;
mod host;
mod made_of;
mod minutes;
mod search;
mod text;
mod views;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::model::{Course, Document, Kind};
use crate::source::Asset;
use crate::theme::Theme;
use frame::Frame;
pub use made_of::MadeOf;
use search::{Entries, SearchIndex};

/// A path of the site, relative to its root, with `/` between its parts.
pub type SitePath = String;

/// What makes the bytes of one path.
#[derive(Debug, Clone)]
enum Route {
    Home,
    Module(usize),
    Page(usize, usize),
    Document(Arc<Document>),
    Present(Arc<Document>),
    List(Kind),
    Glossary,
    Map,
    Search,
    Answers,
    Catalogue,
    AnswerSchema,
    NotFound,
    Style(String),
    ThemeAsset(String),
    CourseAsset(Arc<str>),
    SearchMeta,
    SearchShard(usize),
    SearchText(usize),
}

/// The bytes of one path: made here, or a file of the course to be copied.
#[derive(Debug)]
pub enum Bytes<'a> {
    /// Made.
    Made(Vec<u8>),
    /// To be copied.
    Copied(&'a Asset),
}

/// A site: every path, and how its bytes are made.
pub struct Site {
    course: Arc<Course>,
    theme: Arc<Theme>,
    routes: Arc<BTreeMap<SitePath, Route>>,
    frame: Arc<Frame>,
    row: Arc<Row>,
    around: around::Shelf,
    entries: Entries,
    search: OnceLock<SearchIndex>,
}

/// The pages of all modules in reading order: what comes before and after each.
#[derive(Default)]
struct Row {
    /// Title and address.
    lines: Vec<(String, String)>,
    /// The place of an address in `lines`.
    places: HashMap<String, usize>,
}

impl Row {
    fn new(course: &Course) -> Self {
        let mut row = Self::default();
        for module in &course.modules {
            row.push(module.title(), frame::module_url(module));
            for page in &module.pages {
                row.push(page.title(), page.url().unwrap_or_default());
            }
        }
        row
    }

    fn push(&mut self, title: &str, url: String) {
        self.places.insert(url.clone(), self.lines.len());
        self.lines.push((title.to_owned(), url));
    }
}

/// Whether the course has anything to answer.
fn has_works(course: &Course) -> bool {
    [Kind::Exercise, Kind::Worksheet, Kind::Meeting]
        .into_iter()
        .any(|kind| course.of_kind(kind).next().is_some())
}

/// Lists every path of the site of `course` in `theme`.
#[must_use]
pub fn route(course: &Arc<Course>, theme: &Arc<Theme>) -> Site {
    let mut routes = BTreeMap::new();
    let mut add = |path: &str, route: Route| drop(routes.insert(path.to_owned(), route));
    add("index.html", Route::Home);
    add("404.html", Route::NotFound);
    add("search/index.html", Route::Search);
    for (m, module) in course.modules.iter().enumerate() {
        add(&format!("{}/index.html", module.id), Route::Module(m));
        for (p, page) in module.pages.iter().enumerate() {
            add(&page.url().unwrap_or_default(), Route::Page(m, p));
        }
    }
    for kind in Kind::SHELVES {
        for document in course.of_kind(kind) {
            add(&document.url().unwrap_or_default(), Route::Document(Arc::clone(document)));
            add(&format!("{}/index.html", kind.folder()), Route::List(kind));
        }
    }
    for meeting in course.of_kind(Kind::Meeting) {
        add(&views::present_url(meeting), Route::Present(Arc::clone(meeting)));
    }
    if !course.terms().is_empty() {
        add("glossary/index.html", Route::Glossary);
    }
    if course.syllabus().is_some() {
        add("map/index.html", Route::Map);
    }
    if has_works(course) {
        add("answers/index.html", Route::Answers);
        add("answers/course.js", Route::Catalogue);
        add("answers/answers.schema.json", Route::AnswerSchema);
    }
    for sheet in theme.sheets() {
        add(&format!("assets/{sheet}.css"), Route::Style(sheet.to_owned()));
    }
    for (name, _) in theme.assets() {
        add(&format!("assets/{name}"), Route::ThemeAsset(name.to_owned()));
    }
    for asset in course.used_assets() {
        add(&format!("files/{}", asset.path), Route::CourseAsset(Arc::clone(&asset.path)));
    }
    let entries = Entries::new(course, theme);
    add("search/meta.js", Route::SearchMeta);
    for shard in 0..search::shard_count(entries.len()) {
        add(&format!("search/shard-{shard}.js"), Route::SearchShard(shard));
    }
    for entry in 0..entries.len() {
        add(&format!("search/text-{entry}.js"), Route::SearchText(entry));
    }
    Site {
        course: Arc::clone(course),
        theme: Arc::clone(theme),
        routes: Arc::new(routes),
        frame: Arc::new(Frame::new(course, theme)),
        row: Arc::new(Row::new(course)),
        around: around::Shelf::default(),
        entries,
        search: OnceLock::new(),
    }
}

/// The site of `course` in `theme`, where `before` is the site before an edit. What pages show of each other is taken from it
/// where it is the same: where only words within pages are others.
#[must_use]
pub fn route_again(before: &Site, course: &Arc<Course>, theme: &Arc<Theme>) -> Site {
    let is_same_map = course.has_outline_of(&before.course) && course.uses_as(&before.course);
    if !is_same_map || !Arc::ptr_eq(theme, &before.theme) {
        return route(course, theme);
    }
    Site {
        course: Arc::clone(course),
        theme: Arc::clone(theme),
        routes: Arc::clone(&before.routes),
        frame: Arc::clone(&before.frame),
        row: Arc::clone(&before.row),
        around: around::Shelf::default(),
        entries: before.entries.of(course),
        search: OnceLock::new(),
    }
}

impl Site {
    /// Every path, in order.
    pub fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.routes.keys()
    }

    /// The course that the site shows.
    #[must_use]
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// The bytes of `path`; `None` where the site has no such path.
    ///
    /// # Errors
    /// A diagnostic when a template of the theme fails.
    pub fn render(&self, path: &str) -> Result<Option<Bytes<'_>>, Box<Diagnostic>> {
        let Some(route) = self.routes.get(path) else { return Ok(None) };
        if let Route::CourseAsset(path) = route {
            return Ok(self.course.assets.get(path).map(Bytes::Copied));
        }
        let bytes = match route {
            Route::Style(sheet) => self.style(sheet),
            Route::Catalogue => catalogue::script(&self.course, &self.theme).into_bytes(),
            Route::AnswerSchema => crate::answers::SCHEMA.as_bytes().to_vec(),
            Route::ThemeAsset(name) => self.theme.asset(name).unwrap_or_default().to_vec(),
            Route::SearchMeta => self.search_index().meta().into_bytes(),
            Route::SearchShard(shard) => self.search_index().shard(*shard).as_bytes().to_vec(),
            Route::SearchText(entry) => search::text(&self.entries, *entry).into_bytes(),
            page => views::page(self, path, page)?,
        };
        Ok(Some(Bytes::Made(bytes)))
    }

    /// Makes what many paths share, for who will render all of them in parallel: made by the first of them, in the middle of
    /// its work, the others could neither wait for it nor help.
    pub fn prepare(&self) {
        self.search_index();
    }

    fn search_index(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(&self.entries))
    }

    /// The theme's sheet, and the course's title for the margins of printed pages.
    fn style(&self, sheet: &str) -> Vec<u8> {
        if sheet != "style" {
            return self.theme.style(sheet).into_bytes();
        }
        let title: String = self.frame.title.chars().flat_map(escape_in_css).collect();
        let mut sheet = format!(":root{{--course-title:\"{title}\"}}\n");
        sheet.push_str(&self.theme.style("style"));
        sheet.into_bytes()
    }
}

/// A character inside a string of a style sheet.
fn escape_in_css(c: char) -> Vec<char> {
    match c {
        '"' | '\\' => vec!['\\', c],
        c if c.is_control() => vec![' '],
        '<' => "\\3c ".chars().collect(),
        c => vec![c],
    }
}
