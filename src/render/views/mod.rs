//! Pages: the values of each kind of page, and the template that shows them. One file a kind.

mod board;
mod case;
mod draw;
mod fields;
mod glossary;
mod line;
mod lists;
mod meeting;
mod plain;
mod principle;
mod process;
mod role;
mod sequence;
mod session;
mod variant;
mod ways;
mod worksheet;

use std::collections::BTreeSet;

use tera::{Context, Value};

use super::frame::{entry, map};
use super::place::PageState;
use super::text::TextWriter;
use super::{Route, Site};
use crate::diagnostic::Diagnostic;
use crate::model::{Content, Document, Found, Kind};
use crate::theme::Theme;
use crate::yaml::{Range, Record as _, Visitor};
pub(super) use case::divided;
pub(super) use fields::fields;
pub(super) use line::OPEN_EXERCISES;
pub(super) use meeting::{card_url, present_url};
pub(super) use session::people;
pub(super) use variant::speaking;

/// The values of every page, before its kind adds its own.
struct PageHead<'a> {
    kind: &'static str,
    title: String,
    url: &'a str,
    document: Option<&'a Document>,
    module: Option<usize>,
    crumbs: Vec<Value>,
    neighbours: [Option<Value>; 2],
}

/// The bytes that most pages need beside the parts around them, so that the buffer seldom grows.
const ROOM: usize = 16 * 1024;

/// The HTML of the page at `path`.
pub(super) fn page(site: &Site, path: &str, route: &Route) -> Result<Vec<u8>, Box<Diagnostic>> {
    let base = site.base(path);
    let language = variant::language(site, route);
    let theme = language.as_ref().map_or(&site.theme, |it| &it.theme);
    let head = head(site, theme, path, route);
    let any = site.course.documents.first();
    let writer = match (head.document, any) {
        (Some(document), _) => TextWriter::new(&site.course, theme, document, &base),
        (None, Some(any)) => TextWriter::new(&site.course, theme, any, &base).of_no_document(),
        (None, None) => TextWriter::of_course(&site.course, theme, &base),
    };
    let writer = writer.with_own_lang(language.as_ref().map_or("", |it| &it.own));
    let state = PageState::default();
    let writer = writer.on(&state);
    let mut context = site.frame.context(&base, head.module);
    let failed = |error: tera::Error| Box::new(theme.failed(&error));
    let around = site.around.get(&site.theme, &context, head.module, &base).map_err(failed)?;
    let mut room = ROOM;
    for (name, html) in around.on(path) {
        room += html.len();
        context.insert_value(name, Value::safe_string(&html));
    }
    if let Some(language) = &language {
        language.put_into(site, &mut context);
    }
    context.insert_value("own_lang", Value::safe_string(writer.own_lang));
    context.insert_value("body", Value::safe_string(""));
    context.insert_value("page", page_value(&writer, &head));
    let (papers, form_paper) = papers(site, &writer, route);
    context.insert_value("papers", papers);
    context.insert_value("form_paper", form_paper);
    let template = fill(site, &writer.read(), route, &mut context);
    if let Some(error) = state.failure.take() {
        return Err(failed(error));
    }
    let mut html = Vec::with_capacity(room);
    theme.render(template, &context, &mut html).map_err(failed)?;
    Ok(state.words.only_first(html))
}

/// The papers of what the page shows, and the script with the blank file of its form.
fn papers(site: &Site, writer: &TextWriter<'_>, route: &Route) -> (Value, Value) {
    let document = match route {
        Route::Document(document) | Route::Variant(document) => Some(document),
        Route::Module(index) => site.course.modules[*index].front.as_ref(),
        _ => None,
    };
    document.map_or((Value::none(), Value::none()), |document| {
        (super::papers::links(writer, document), super::papers::script(writer, document))
    })
}

/// Adds the values of the page's kind, and returns its template.
fn fill(site: &Site, writer: &TextWriter<'_>, route: &Route, context: &mut Context) -> &'static str {
    match route {
        Route::Home => lists::home(site, writer, context),
        Route::Module(index) => plain::module(site, &site.course.modules[*index], writer, context),
        Route::Page(module, page) => plain::page(&site.course.modules[*module].pages[*page], writer, context),
        Route::List(kind) => lists::list(site, writer, *kind, context),
        Route::Glossary => glossary::glossary(site, writer, context),
        Route::Map => lists::map_of_syllabus(site, writer, context),
        Route::Paths => ways::paths(site, writer, context),
        Route::Search => "search.html",
        Route::Answers => "answers.html",
        Route::Board => board::board(site, context),
        Route::Review => "review.html",
        Route::Document(document) => match &document.content {
            Some(Content::Case(case)) => case::case(case, document, writer, context),
            Some(Content::Role(role)) => role::role(role, document, writer, context),
            Some(Content::Principles(set)) => principle::principles(set, document, writer, context),
            Some(Content::Process(process)) => process::process(process, document, writer, context),
            Some(Content::Meeting(it)) => meeting::meeting(it, document, writer, context),
            Some(Content::Session(it)) => session::session(it, document, writer, context),
            Some(Content::Worksheet(form)) => {
                let variants = variant::variants(site, &document.id, "");
                worksheet::worksheet(form, &document.id, variants, writer, context)
            }
            _ => plain::page(document, writer, context),
        },
        Route::Variant(document) => variant::variant(site, document, writer, context),
        Route::Present(document) => match &document.content {
            Some(Content::Meeting(it)) => meeting::present(it, document, writer, context),
            Some(Content::Session(it)) => session::present(it, document, writer, context),
            _ => "404.html",
        },
        Route::Card(document, index) => match document.meeting() {
            Some(it) => meeting::card_page(it, *index, document, writer, context),
            None => "404.html",
        },
        _ => "404.html",
    }
}

fn head<'a>(site: &'a Site, theme: &Theme, path: &'a str, route: &'a Route) -> PageHead<'a> {
    let said = |key: &str| theme.messages.text(key, &[]);
    let shelf = |kind: Kind| said(&format!("shelf-{}", kind.word()));
    let home = entry(&said("home"), "index.html");
    let plain = |kind, title| PageHead {
        kind,
        title,
        url: path,
        document: None,
        module: None,
        crumbs: vec![home.clone()],
        neighbours: [None, None],
    };
    match route {
        Route::Home => PageHead {
            document: site.course.find(Kind::Course, "course").map(|document| &**document),
            crumbs: Vec::new(),
            ..plain("home", site.frame.title.clone())
        },
        Route::Module(index) => {
            let module = &site.course.modules[*index];
            PageHead {
                document: module.front.as_deref(),
                module: Some(*index),
                neighbours: neighbours(site, path),
                ..plain("module", module.title().to_owned())
            }
        }
        Route::Page(m, p) => {
            let module = &site.course.modules[*m];
            let document = &module.pages[*p];
            PageHead {
                document: Some(document),
                module: Some(*m),
                crumbs: vec![home.clone(), entry(module.title(), &super::frame::module_url(module))],
                neighbours: neighbours(site, path),
                ..plain("page", document.title().to_owned())
            }
        }
        Route::Document(document) => PageHead {
            document: Some(document),
            crumbs: vec![
                home.clone(),
                entry(&shelf(document.kind), &format!("{}/index.html", document.kind.folder())),
            ],
            neighbours: shelf_neighbours(site, document),
            ..plain(document.kind.word(), document.title().to_owned())
        },
        Route::Variant(document) => {
            let shelf = entry(&shelf(Kind::Worksheet), &format!("{}/index.html", Kind::Worksheet.folder()));
            PageHead {
                document: Some(document),
                crumbs: vec![home.clone(), shelf],
                ..plain(Kind::Worksheet.word(), document.title().to_owned())
            }
        }
        Route::Present(document) => {
            PageHead { document: Some(document), ..plain("present", document.title().to_owned()) }
        }
        Route::Card(document, _) => {
            PageHead { document: Some(document), ..plain("card", document.title().to_owned()) }
        }
        Route::List(kind) => plain("list", shelf(*kind)),
        Route::Glossary => PageHead {
            document: site.course.find(Kind::Glossary, "glossary").map(|document| &**document),
            ..plain("glossary", said("shelf-glossary"))
        },
        Route::Map => plain("map", said("shelf-map")),
        Route::Paths => plain("paths", said("paths")),
        Route::Search => plain("search", said("search")),
        Route::Answers => plain("answers", said("my-answers")),
        Route::Board => plain("board", said("board")),
        Route::Review => plain("review", said("review")),
        _ => plain("not-found", said("not-found")),
    }
}

/// What comes before and after in the course, or in its module on the shelf: front pages and pages are one order.
fn neighbours(site: &Site, path: &str) -> [Option<Value>; 2] {
    let order = &site.order;
    let Some(&at) = order.places.get(path) else { return [None, None] };
    let line = |index: usize| order.lines.get(index)?.as_ref().map(|(title, url)| entry(title, url));
    [at.checked_sub(1).and_then(line), line(at + 1)]
}

/// The neighbours on the same shelf.
fn shelf_neighbours(site: &Site, document: &Document) -> [Option<Value>; 2] {
    let shelf: Vec<_> = site.course.of_kind(document.kind).collect();
    let Some(at) = shelf.iter().position(|other| other.path == document.path) else { return [None, None] };
    let line = |index: usize| shelf.get(index).map(|it| entry(it.title(), &it.url().unwrap_or_default()));
    [at.checked_sub(1).and_then(line), line(at + 1)]
}

fn page_value(writer: &TextWriter<'_>, head: &PageHead<'_>) -> Value {
    let document = head.document;
    let headings = document.iter().flat_map(|it| &it.body.headings).filter(|heading| heading.level <= 3);
    let toc = headings.map(|heading| {
        map([
            ("id", heading.id.as_str().into()),
            ("title", heading.text.as_str().into()),
            ("level", u32::from(heading.level).into()),
        ])
    });
    let [prev, next] = head.neighbours.clone();
    map([
        ("kind", head.kind.into()),
        ("title", head.title.as_str().into()),
        ("summary", document.and_then(Document::summary).map(|it| writer.read().rich(it)).into()),
        (
            "description",
            document.and_then(Document::summary).map_or(&*head.title, |it| it.body.plain.trim()).into(),
        ),
        ("minutes", document.and_then(Document::minutes).into()),
        ("effort", document.map(|it| line::Effort::of(it, writer.course).words(writer.theme)).into()),
        ("subtitle", document.and_then(Document::subtitle).into()),
        ("url", head.url.into()),
        ("toc", toc.collect::<Vec<_>>().into()),
        ("crumbs", head.crumbs.clone().into()),
        ("works", (head.kind != "present" && document.is_some_and(has_works)).into()),
        ("first_exercise", document.and_then(|it| it.body.exercises.first()).map(|it| &*it.id).into()),
        ("exercise_kinds", document.map(|it| exercise_kinds(writer, it)).unwrap_or_default().into()),
        ("draws", document.and_then(|it| draw::diagram_words(writer, it)).into()),
        ("prev", prev.into()),
        ("next", next.into()),
        ("covers", document.map(|it| covers(writer, it)).unwrap_or_default().into()),
        (
            "terms",
            document
                .filter(|it| it.kind != Kind::Glossary)
                .map(|it| terms(writer, it))
                .unwrap_or_default()
                .into(),
        ),
    ])
}

/// The kinds of the exercises on the page of `document`, each once, sorted.
fn exercise_kinds(writer: &TextWriter<'_>, document: &Document) -> Vec<Value> {
    let shown = document.body.exercises.iter().filter_map(|it| writer.course.exercise(&it.id));
    let kinds: BTreeSet<&str> = shown.map(|it| it.task.word()).collect();
    kinds.into_iter().map(Value::from).collect()
}

/// Whether the page of `document` has something to answer.
fn has_works(document: &Document) -> bool {
    matches!(document.kind, Kind::Worksheet | Kind::Variant | Kind::Meeting)
        || !document.body.exercises.is_empty()
}

/// The syllabus items that a document names, each leading to the curriculum map.
fn covers(writer: &TextWriter<'_>, document: &Document) -> Vec<Value> {
    let Some(syllabus) = writer.course.syllabus() else { return Vec::new() };
    let items =
        document.covers().iter().filter_map(|id| syllabus.items.iter().find(|item| *item.id.name == **id));
    items
        .map(|item| {
            let url = format!("map/index.html#{}", &*item.id);
            item.view_with(writer, [("url", url.into())])
        })
        .collect()
}

/// The glossary terms that a document links, in the order of their first appearance.
fn terms(writer: &TextWriter<'_>, document: &Document) -> Vec<Value> {
    struct Terms<'w, 'd> {
        writer: &'w TextWriter<'w>,
        document: &'d Document,
        seen: BTreeSet<String>,
        out: Vec<Value>,
    }
    impl<'a> Visitor<'a> for Terms<'_, '_> {
        fn body(&mut self, body: &'a crate::model::Body, _: Range) {
            for link in &body.links {
                let Ok(Found::Term(term)) = self.writer.course.locate(self.document, &link.target) else {
                    continue;
                };
                if self.seen.insert(term.id.to_string()) {
                    let url = format!("glossary/index.html#{}", &*term.id);
                    let glossary = self.writer.course.find(Kind::Glossary, "glossary");
                    let writer = glossary.map_or(*self.writer, |glossary| self.writer.from(glossary));
                    self.out.push(term.view_with(&writer, [("url", url.into())]));
                }
            }
        }
        fn reference(&mut self, _: Kind, _: &'a str, _: Range) {}
    }
    let mut found = Terms { writer, document, seen: BTreeSet::new(), out: Vec::new() };
    document.visit(&mut found);
    found.out
}

/// An optional rich text as a value.
fn rich(writer: &TextWriter<'_>, text: Option<&crate::yaml::Rich>) -> Value {
    text.map(|text| writer.rich(text)).into()
}
