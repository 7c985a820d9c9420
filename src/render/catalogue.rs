//! The catalogue of everything to answer, in the order of the course: `answers/course.js`. With it, answers are listed,
//! read and taken along away from the page they were written on.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::minutes;
use super::text::TextWriter;
use crate::field::{self, Asked};
use crate::host::Host as _;
use crate::html::in_script;
use crate::model::{Body, Content, Course, Document, Kind, Section, Sequence};
use crate::theme::Theme;

#[derive(Serialize)]
struct Catalogue<'a> {
    id: &'a str,
    title: &'a str,
    revision: u32,
    language: &'a str,
    groups: Vec<WorkGroup>,
    works: Vec<Work>,
}

/// A module, or a shelf.
#[derive(Serialize)]
struct WorkGroup {
    title: String,
    url: String,
}

/// An exercise, a form or the minutes of a meeting, as what is asked in it.
#[derive(Debug, Serialize)]
pub struct Work {
    /// The key that its answers are stored under: `exercise/one-mitten`.
    pub key: String,
    /// The kind of the exercise; `worksheet` and `meeting` for forms.
    pub kind: &'static str,
    /// The title.
    pub title: String,
    /// Where it is on the site.
    pub url: String,
    /// Its place among the groups.
    group: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u32>,
    /// What is asked, in order.
    pub fields: Vec<Asked>,
}

/// Everything to answer, in the order of the course.
pub(super) fn works(course: &Course, theme: &Theme) -> Vec<Work> {
    catalogue(course, theme).works
}

/// The script that hands the catalogue over.
pub(super) fn script(course: &Course, theme: &Theme) -> String {
    let json = serde_json::to_string(&catalogue(course, theme)).unwrap_or_default();
    format!("mitateCourse({});\n", in_script(&json))
}

fn catalogue<'a>(course: &'a Course, theme: &'a Theme) -> Catalogue<'a> {
    let info = course.info();
    let mut catalogue = Catalogue {
        id: info.map_or("", |info| &*info.id),
        title: info.map_or("", |info| &*info.title),
        revision: info.map_or(1, |info| info.revision.value),
        language: &theme.locale.tag,
        groups: Vec::new(),
        works: Vec::new(),
    };
    let mut maker = CatalogueMaker { course, theme, catalogue: &mut catalogue, seen: HashSet::new() };
    for module in &course.modules {
        let shown = module.front.iter().chain(&module.pages);
        maker.exercises(module.title(), super::frame::module_url(module), shown.map(|page| &**page));
    }
    for kind in Kind::SHELVES {
        let title = theme.messages.text(&format!("shelf-{}", kind.word()), &[]);
        let shelf = || course.of_kind(kind).map(|document| &**document);
        let url = format!("{}/index.html", kind.folder());
        maker.exercises(&title, url.clone(), shelf());
        maker.group(&title, url, shelf().filter_map(|document| form_of(course, theme, document)).collect());
    }
    catalogue
}

/// The script that says on which page each work is: all that the marks in lists of pages need.
pub(super) fn pages(course: &Course) -> String {
    let exercises = course.of_kind(Kind::Exercise);
    let forms = course.of_kind(Kind::Worksheet).chain(course.of_kind(Kind::Meeting));
    let entries = exercises.chain(forms).filter_map(|document| {
        let address = course.url(document)?;
        Some((format!("{}/{}", document.kind.word(), document.id), [address, document.title().to_owned()]))
    });
    let pages: BTreeMap<String, [String; 2]> = entries.collect();
    let json = serde_json::to_string(&pages).unwrap_or_default();
    format!("mitatePages({});\n", in_script(&json))
}

/// The script that says which items of the syllabus each work practises or lets a learner assess: what the record of learning needs.
pub(super) fn items(course: &Course) -> String {
    #[derive(Serialize)]
    struct Items<'a> {
        /// Id and title of each item, in order.
        items: Vec<[&'a str; 2]>,
        /// The ids of the items of each work.
        of: BTreeMap<String, Vec<&'a str>>,
    }
    let items = course.syllabus().into_iter().flat_map(|it| &it.items);
    let items = items.map(|item| [&*item.id.name, &*item.title]).collect();
    let works =
        [Kind::Exercise, Kind::Worksheet, Kind::Meeting].into_iter().flat_map(|kind| course.of_kind(kind));
    let of = works.filter_map(|document| {
        let assessed = document.exercise().map_or(&[][..], |exercise| &exercise.common.assesses);
        let mut ids: Vec<&str> = Vec::new();
        for id in document.covers().iter().chain(assessed).map(|item| &**item) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        (!ids.is_empty()).then(|| (format!("{}/{}", document.kind.word(), document.id), ids))
    });
    let items = Items { items, of: of.collect() };
    let json = serde_json::to_string(&items).unwrap_or_default();
    format!("mitateItems({});\n", in_script(&json))
}

struct CatalogueMaker<'a, 'c> {
    course: &'a Course,
    theme: &'a Theme,
    catalogue: &'c mut Catalogue<'a>,
    seen: HashSet<&'a str>,
}

impl<'a> CatalogueMaker<'a, '_> {
    /// Files the exercises that `documents` show, each where it is shown first.
    fn exercises(&mut self, title: &str, url: String, documents: impl Iterator<Item = &'a Document>) {
        let bodies: Vec<&'a Body> = documents.map(|document| &document.body).collect();
        let mut works = Vec::new();
        for place in bodies.into_iter().flat_map(|body| &body.exercises) {
            let Some(document) = self.course.find(Kind::Exercise, &place.id) else { continue };
            let Some(exercise) = document.exercise() else { continue };
            if !self.seen.insert(&place.id) {
                continue;
            }
            let page = TextWriter::new(self.course, self.theme, document, "");
            works.push(Work {
                key: format!("exercise/{}", place.id),
                kind: exercise.task.word(),
                title: exercise.common.title.to_string(),
                url: self.course.url(document).unwrap_or_default(),
                group: 0,
                minutes: Some(exercise.common.minutes),
                revision: None,
                fields: exercise.asked(&page),
            });
        }
        self.group(title, url, works);
    }

    fn group(&mut self, title: &str, url: String, works: Vec<Work>) {
        if works.is_empty() {
            return;
        }
        let group = self.catalogue.groups.len();
        self.catalogue.groups.push(WorkGroup { title: title.to_owned(), url });
        self.catalogue.works.extend(works.into_iter().map(|work| Work { group, ..work }));
    }
}

/// With what is asked of a row that is marked ×: what to do with it, and why.
fn with_ways(mut fields: Vec<Asked>, sequence: Option<&Sequence>, writer: &TextWriter<'_>) -> Vec<Asked> {
    let Some(rows) = sequence.and_then(|it| it.rows.as_ref()) else { return fields };
    let said = |key: &str| writer.said(key, &[]);
    if let Some(table) = fields.iter_mut().find(|it| it.id == *rows.table) {
        let ways = ["review", "end", "reword"].map(|way| (way.to_owned(), said(&format!("if-not-{way}"))));
        table.columns.push(Asked::new("if-not", &said("if-not")).options(ways));
        table.columns.push(Asked::new("if-not-why", &said("if-not-why")));
    }
    fields
}

/// The form that a document is, or that is on its page: the minutes of a meeting.
fn form_of(course: &Course, theme: &Theme, document: &Document) -> Option<Work> {
    let writer = TextWriter::new(course, theme, document, "");
    let asked = |sections: &[Section]| {
        sections.iter().flat_map(|section| field::asked(&section.fields, &writer)).collect::<Vec<_>>()
    };
    let (revision, fields) = match document.content.as_ref()? {
        Content::Worksheet(form) => {
            (Some(form.revision.value), with_ways(asked(&form.sections), form.sequence.as_ref(), &writer))
        }
        Content::Meeting(meeting) => (None, asked(&minutes::sections(meeting, &writer))),
        _ => return None,
    };
    Some(Work {
        key: format!("{}/{}", document.kind.word(), document.id),
        kind: document.kind.word(),
        title: document.title().to_owned(),
        url: document.url().unwrap_or_default(),
        group: 0,
        minutes: None,
        revision,
        fields,
    })
}
