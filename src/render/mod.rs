//! Routing and rendering: a [`Course`] and a [`Theme`] become a [`Site`], an ordered map from path to what makes its bytes.
//!
//! 1. [`Routes::new`] lists every path of the site; nothing is rendered yet;
//! 2. [`Site::render`] makes the bytes of one path, a pure function that may run in parallel and in any order;
//! 3. a page is the values of its kind (`views/`), its texts with every link resolved ([`text`]), and a template.

mod around;
mod catalogue;
mod depends;
mod footnotes;
mod frame;
mod highlight;
mod host;
mod minutes;
mod offline;
mod panel;
mod papers;
mod place;
mod readings;
mod routes;
mod search;
mod text;
mod tokens;
mod views;
mod workbooks;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::fresh::has_same_frame;
use crate::locale::Locale;
use crate::model::Course;
use crate::paper::docx::fill::Answers;
use crate::source::Asset;
use crate::theme::Theme;
pub use catalogue::Work;
use frame::Frame;
pub use offline::FileDigest;
pub use papers::{Paper, SitePapers, What};
use routes::Route;
pub use routes::Routes;
use search::{Entries, SearchIndex};

/// The style sheet of the document around a site in a learning management system.
pub const LMS_SHEET: &str = "lms";

/// A path of the site, relative to its root, with `/` between its parts.
pub type SitePath = String;

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
    routes: Arc<Routes>,
    frame: Arc<Frame>,
    order: Arc<ReadingOrder>,
    around: around::FrameCache,
    entries: Entries,
    search: OnceLock<SearchIndex>,
    /// The way from every page to the root of the site, if it is one for all of them.
    root: Option<&'static str>,
    /// The script with the answers of a group, if they are gathered in the site.
    gathered: Option<Arc<Vec<u8>>>,
}

/// The pages of all modules in reading order: what comes before and after each.
#[derive(Default)]
struct ReadingOrder {
    /// Title and address; `None` between two orders: that of the course, and that of each module on the shelf.
    lines: Vec<Option<(String, String)>>,
    /// The place of an address in `lines`.
    places: HashMap<String, usize>,
}

impl ReadingOrder {
    fn new(course: &Course) -> Self {
        let mut order = Self::default();
        for module in &course.modules {
            if module.number.is_none() {
                order.lines.push(None);
            }
            order.push(module.title(), frame::module_url(module));
            for page in &module.pages {
                order.push(page.title(), page.url().unwrap_or_default());
            }
        }
        order
    }

    fn push(&mut self, title: &str, url: String) {
        self.places.insert(url.clone(), self.lines.len());
        self.lines.push(Some((title.to_owned(), url)));
    }
}

/// The site of `course` in `theme`.
#[must_use]
pub fn route(course: &Arc<Course>, theme: &Arc<Theme>) -> Site {
    Site::new(course, theme, &Arc::new(Routes::new(course, theme)))
}

impl Site {
    /// Where the answers of a group are, if they are gathered in the site.
    pub const GATHERED: &str = "board/gathered.js";

    /// The site of `course` in `theme` with the paths `routes`.
    #[must_use]
    pub fn new(course: &Arc<Course>, theme: &Arc<Theme>, routes: &Arc<Routes>) -> Self {
        Self {
            course: Arc::clone(course),
            theme: Arc::clone(theme),
            routes: Arc::clone(routes),
            frame: Arc::new(Frame::new(course, theme)),
            order: Arc::new(ReadingOrder::new(course)),
            around: around::FrameCache::default(),
            entries: Entries::new(course, theme),
            search: OnceLock::new(),
            root: None,
            gathered: None,
        }
    }

    /// The same after a change, where `before` is the site before it.
    #[must_use]
    pub fn after(before: &Self, course: &Arc<Course>, theme: &Arc<Theme>, routes: &Arc<Routes>) -> Self {
        if !has_same_frame((&before.course, &before.theme), (course, theme)) {
            return Self::new(course, theme, routes);
        }
        Self {
            course: Arc::clone(course),
            theme: Arc::clone(theme),
            routes: Arc::clone(routes),
            frame: Arc::clone(&before.frame),
            order: Arc::clone(&before.order),
            around: around::FrameCache::default(),
            entries: before.entries.after(course),
            search: OnceLock::new(),
            root: before.root,
            gathered: None,
        }
    }

    /// The same with `root` before every address in it, whatever the page: for a site whose pages are in one file.
    #[must_use]
    pub fn with_root(self, root: &'static str) -> Self {
        Self { root: Some(root), ..self.without_network() }
    }

    /// The same without an offer to read it offline.
    #[must_use]
    pub fn without_network(self) -> Self {
        let frame = Arc::new(self.frame.without_network());
        Self { frame, around: around::FrameCache::default(), ..self }
    }

    /// The same with the answers of a group, which its board loads as the script `gathered`: `window.mitateGathered=[TEXT,…]`, with the
    /// text of one answer file for each person. The site must have a board ([`Course::for_facilitators`]); one without gets no answers.
    #[must_use]
    pub fn with_gathered(self, gathered: Vec<u8>) -> Self {
        if !routes::has_board(&self.course) {
            return self;
        }
        let routes = Arc::new(self.routes.with_gathered());
        Self { gathered: Some(Arc::new(gathered)), routes, ..self }
    }

    /// Whether it holds the answers of a group.
    #[must_use]
    pub fn is_gathered(&self) -> bool {
        self.gathered.is_some()
    }

    /// What comes before the path of a file of the site in an address on the page at `path`.
    fn base(&self, path: &str) -> String {
        self.root.map_or_else(|| "../".repeat(path.matches('/').count()), str::to_owned)
    }

    /// Every path, in order, but the lists of all of them ([`Site::lists`]).
    pub fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.routes.paths()
    }

    /// The course that the site shows.
    #[must_use]
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// Everything to answer, in the order of the course.
    #[must_use]
    pub fn works(&self) -> Vec<Work> {
        catalogue::works(&self.course, &self.theme)
    }

    /// The language of the site as data.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.theme.locale
    }

    /// A file below `assets/` of the theme, also if the edition has no such file.
    #[must_use]
    pub fn theme_asset(&self, name: &str) -> Option<&[u8]> {
        self.theme.asset(name)
    }

    /// The bytes of `path`; `None` if the site has no such path.
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
            Route::PagesOfWorks => catalogue::pages(&self.course).into_bytes(),
            Route::ItemsOfWorks => catalogue::items(&self.course).into_bytes(),
            Route::AnswerSchema => crate::answers::SCHEMA.as_bytes().to_vec(),
            Route::ReviewSchema => crate::answers::REVIEW_SCHEMA.as_bytes().to_vec(),
            Route::Gathered => self.gathered.as_deref().cloned().unwrap_or_default(),
            Route::ThemeAsset(name) => self.theme.asset(name).unwrap_or_default().to_vec(),
            Route::WebManifest => self.web_manifest(),
            Route::Paper(paper, format) => self.paper(paper, *format, &Answers::new())?,
            Route::PaperScript(paper) => self.paper_script(paper),
            Route::SearchMeta => search::meta(&self.entries).into_bytes(),
            Route::SearchShard(shard) => self.search_index().shard(*shard).as_bytes().to_vec(),
            Route::SearchText(file) => search::text(&self.entries, *file).into_bytes(),
            page => views::page(self, path, page)?,
        };
        Ok(Some(Bytes::Made(bytes)))
    }

    /// Builds the search index. Otherwise the first path that needs it would build it, while other threads wait.
    pub fn prepare(&self) {
        self.search_index();
    }

    fn search_index(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(&self.entries))
    }

    /// The theme's sheet; before the common one, what the language decides, and after it, what the course does.
    fn style(&self, sheet: &str) -> Vec<u8> {
        let before = if sheet == "style" {
            tokens::tokens(&self.frame.title_on_paper(&self.theme), &self.theme)
        } else {
            String::new()
        };
        // A site that is one file has no files beside it.
        let has_files = self.root.is_none();
        let after = match sheet {
            "style" => tokens::of_course(&self.course, &self.theme, has_files),
            _ => String::new(),
        };
        (before + &self.theme.style(sheet) + &after).into_bytes()
    }
}
