//! What every page shows around its own text: the course, the modules, the shelves. Computed once and shared.

use tera::{Context, Value};

use super::place::PageState;
use super::text::{TextWriter, encoded};
use crate::model::{Course, Document, Edition, Kind, Module};
use crate::theme::Theme;
pub(super) use crate::theme::map;
use crate::yaml::Shape as _;

/// Values shared by all pages. A [`Value`] is cheap to clone.
#[derive(Clone)]
pub(super) struct Frame {
    /// The course's title.
    pub title: String,
    language: Value,
    /// The direction of the lines.
    pub direction: &'static str,
    /// Whether characters have readings, which can be switched off.
    has_readings: bool,
    course: Value,
    /// The keys that answers were stored under before.
    was: Value,
    modules: Value,
    kinds: Value,
    generator: Value,
    /// The picture at the head of every page, if the course has one.
    logo: Value,
    edition: Edition,
    /// Whether there is a board for the answers of a group.
    has_board: bool,
    of_module: Vec<Value>,
}

/// A page's own line in lists and in the contents.
pub(super) fn entry(title: &str, url: &str) -> Value {
    map([("title", title.into()), ("url", url.into())])
}

impl Frame {
    pub(super) fn new(course: &Course, theme: &Theme) -> Self {
        let info = course.info();
        let writing = theme.locale.rules.writing.as_ref();
        let state = PageState::default();
        let writer = TextWriter::of_course(course, theme, "").on(&state);
        let title = info.map_or("", |info| &info.title).to_owned();
        let modules = course.modules.iter().filter(|module| module.number.is_some());
        Self {
            title,
            language: (&*theme.locale.tag).into(),
            direction: writing.map_or("ltr", |it| it.direction.word()),
            has_readings: writing.is_some_and(|it| it.readings),
            course: info.map(|info| info.view(&writer)).into(),
            was: course.earlier_keys_in_words().into(),
            modules: modules.map(|module| module_line(&writer, module)).collect::<Vec<_>>().into(),
            kinds: kinds(course, theme, &writer).into(),
            logo: logo(course).into(),
            edition: course.edition,
            has_board: super::routes::has_board(course),
            generator: concat!("mitate ", env!("CARGO_PKG_VERSION")).into(),
            of_module: course.modules.iter().map(with_pages).collect(),
        }
    }

    /// The same for a site that nobody reads over a network: its pages offer nothing for reading offline.
    pub(super) fn without_network(&self) -> Self {
        let mut course = self.course.as_map().cloned().unwrap_or_default();
        course.insert("offline".into(), false.into());
        Self { course: course.into(), ..self.clone() }
    }

    /// The context of a page, with all that does not depend on the page. `module` is the index of its module.
    pub(super) fn context(&self, base: &str, module: Option<usize>) -> Context {
        let mut context = Context::new();
        context.insert_value("lang", self.language.clone());
        context.insert_value("dir", self.direction.into());
        context.insert_value("has_readings", self.has_readings.into());
        context.insert_value("words_lang", "".into());
        context.insert_value("frame_lang", "".into());
        context.insert_value("form_title", Value::none());
        context.insert_value("base", base.into());
        context.insert_value("course", self.course.clone());
        context.insert_value("was", self.was.clone());
        context.insert_value("modules", self.modules.clone());
        context.insert_value("kinds", self.kinds.clone());
        context.insert_value("edition", self.edition.word().into());
        context.insert_value("has_board", self.has_board.into());
        context.insert_value("generator", self.generator.clone());
        context.insert_value("logo", self.logo.clone());
        context.insert_value("module", module.map(|index| self.of_module[index].clone()).into());
        context
    }

    /// The course's title for the margins of printed pages; with the edition if that is the facilitators'.
    pub(super) fn title_on_paper(&self, theme: &Theme) -> String {
        let said = |key: &str| theme.messages.text(key, &[]);
        match self.edition {
            Edition::Facilitator => {
                format!("{}{}{}", self.title, said("sign-gap"), said("edition-facilitator"))
            }
            _ => self.title.clone(),
        }
    }

    /// The shelves, for the home page.
    pub(super) fn kinds(&self) -> Value {
        self.kinds.clone()
    }
}

/// The height of the logo in CSS pixels.
const LOGO_HEIGHT: u32 = 32;

/// The logo: its address, and its size at the head of a page.
fn logo(course: &Course) -> Option<Value> {
    let logo = course.info()?.theme.as_ref()?.logo.as_ref()?;
    let asset = course.locate_image("course.yaml", &logo.value).ok()?;
    let (width, height) = asset.size?;
    let width = u64::from(width) * u64::from(LOGO_HEIGHT) / u64::from(height.max(1));
    Some(map([
        ("url", format!("files/{}", encoded(&asset.path)).into()),
        ("width", width.max(1).into()),
        ("height", LOGO_HEIGHT.into()),
    ]))
}

fn module_line(writer: &TextWriter<'_>, module: &Module) -> Value {
    let summary = module.front.as_ref().and_then(|front| front.summary());
    map([
        ("id", (&*module.id).into()),
        ("number", module.number.into()),
        ("title", module.title().into()),
        ("summary", summary.map(|it| writer.rich(it)).into()),
        ("url", module_url(module).into()),
    ])
}

fn with_pages(module: &Module) -> Value {
    let page = |page: &std::sync::Arc<Document>| {
        map([
            ("id", (&*page.id).into()),
            ("title", page.title().into()),
            ("url", page.url().unwrap_or_default().into()),
        ])
    };
    map([
        ("id", (&*module.id).into()),
        ("number", module.number.into()),
        ("title", module.title().into()),
        ("url", module_url(module).into()),
        ("pages", module.pages.iter().map(page).collect::<Vec<_>>().into()),
    ])
}

/// The address of a module's front page.
pub(super) fn module_url(module: &Module) -> String {
    format!("{}/index.html", module.id)
}

/// The shelf: the index pages that the site has, and the modules that are no part of the course's order.
fn kinds(course: &Course, theme: &Theme, writer: &TextWriter<'_>) -> Vec<Value> {
    let line = |word: &str, folder: &str, count: usize| {
        map([
            ("kind", folder.into()),
            ("title", theme.messages.text(&format!("shelf-{word}"), &[]).into()),
            ("url", format!("{folder}/index.html").into()),
            ("count", count.into()),
            ("about", theme.messages.text(&format!("about-{folder}"), &[]).into()),
        ])
    };
    let modules = course.modules.iter().filter(|module| module.number.is_none()).map(|module| {
        map([
            ("kind", "module".into()),
            ("module", (&*module.id).into()),
            ("title", module.title().into()),
            ("url", module_url(module).into()),
            ("about", module.front.as_ref().and_then(|it| it.summary()).map(|it| writer.rich(it)).into()),
        ])
    });
    let counted =
        Kind::SHELVES.into_iter().map(|kind| (kind.word(), kind.folder(), course.of_kind(kind).count()));
    let items = course.syllabus().map_or(0, |syllabus| syllabus.items.len());
    counted
        .chain([("glossary", "glossary", course.terms().len()), ("map", "map", items)])
        .filter(|(.., count)| *count > 0)
        .map(|(word, folder, count)| line(word, folder, count))
        .chain(modules)
        .collect()
}
