//! Pages that list: home, the shelves, the curriculum map.

use std::sync::Arc;

use tera::{Context, Value};

use super::super::Site;
use super::super::frame::{map, module_url};
use super::super::text::TextWriter;
use super::line::{Effort, line};
use super::{covers, rich, session, ways};
use crate::model::{Content, Document, Kind, Module, coverage};
use crate::yaml::{Record as _, Shape as _};

/// The home page: the course as a map.
pub(super) fn home(site: &Site, writer: &TextWriter<'_>, context: &mut Context) -> &'static str {
    let modules = site.course.modules.iter().filter(|module| module.number.is_some());
    let modules: Vec<Value> = modules.map(|module| home_module(site, writer, module)).collect();
    let [entrances, paths] = ways::of_home(site, writer);
    let has_works = ("has_works", super::super::routes::has_works(&site.course).into());
    let values = [("modules", modules.into()), ("kinds", site.frame.kinds()), has_works, entrances, paths];
    context.insert_value("home", map(values));
    "home.html"
}

fn home_module(site: &Site, writer: &TextWriter<'_>, module: &Module) -> Value {
    let front = module.front.as_deref();
    let efforts = module.pages.iter().map(|page| Effort::of(page, &site.course));
    let effort = efforts.fold(Effort::default(), Effort::with);
    let effort = front.and_then(Document::minutes).map_or(effort, |minutes| effort.whole(minutes));
    let mut items: Vec<Value> = front.map(|front| covers(writer, front)).unwrap_or_default();
    let mut seen: Vec<&str> = front.iter().flat_map(|front| front.covers()).map(|item| &**item).collect();
    for page in &module.pages {
        let fresh = covers(writer, page).into_iter().zip(page.covers());
        for (value, id) in fresh.filter(|(_, id)| !seen.contains(&&***id)).collect::<Vec<_>>() {
            seen.push(id);
            items.push(value);
        }
    }
    map([
        ("number", module.number.into()),
        ("title", module.title().into()),
        ("summary", front.map_or(().into(), |front| rich(&writer.from(front), front.summary()))),
        ("url", module_url(module).into()),
        ("effort", effort.words(&site.theme)),
        ("lines", module.pages.iter().filter_map(|page| line(page, site)).collect::<Vec<_>>().into()),
        ("covers", items.into()),
    ])
}

/// The index page of a shelf.
pub(super) fn list(site: &Site, writer: &TextWriter<'_>, kind: Kind, context: &mut Context) -> &'static str {
    let items = site.course.of_kind(kind).map(|document| {
        let en = match &document.content {
            Some(Content::Role(it)) => &it.en,
            Some(Content::Principles(it)) => &it.en,
            Some(Content::Process(it)) => &it.en,
            _ => &None,
        };
        map([
            ("title", document.title().into()),
            ("en", en.view(writer)),
            ("summary", rich(&writer.from(document), document.summary())),
            ("url", document.url().unwrap_or_default().into()),
            ("facts", facts(site, document).into()),
        ])
    });
    let items: Vec<Value> = items.collect();
    context.insert_value("list", map([("kind", kind.folder().into()), ("items", items.into())]));
    "list.html"
}

/// A few words on a thing of a shelf.
fn facts(site: &Site, document: &Document) -> Vec<Value> {
    let said = |key: &str, n: usize| Value::from(site.theme.messages.text(key, &[("n", n.to_string())]));
    match &document.content {
        Some(Content::Case(case)) => {
            let person = case.person.grade.as_ref().map(|grade| Value::from(&**grade));
            person.into_iter().chain([said("count-stages", case.stages.len())]).collect()
        }
        Some(Content::Principles(set)) => {
            let tensions = Some(set.tensions.len()).filter(|n| *n > 0).map(|n| said("count-tensions", n));
            std::iter::once(said("count-members", set.members.len())).chain(tensions).collect()
        }
        Some(Content::Process(process)) => vec![said("count-stages", process.stages.len())],
        Some(Content::Role(role)) if !role.duties.is_empty() => vec![said("count-duties", role.duties.len())],
        Some(Content::Worksheet(form)) => {
            vec![said("count-sections", form.sections.len()), said("count-fields", form.fields().count())]
        }
        Some(Content::Meeting(meeting)) => {
            let procedure = site.theme.messages.text(&format!("procedure-{}", meeting.procedure.word()), &[]);
            let minutes = said("about-minutes", meeting.minutes.value as usize);
            vec![procedure.into(), minutes, said("count-roles", meeting.roles.len())]
        }
        Some(Content::Session(session)) => {
            let minutes = session.minutes.value.to_string();
            let minutes = site.theme.messages.text("minutes", &[("n", minutes)]);
            vec![minutes.into(), session::people(session, &site.theme).into()]
        }
        _ => Vec::new(),
    }
}

/// The curriculum map.
pub(super) fn map_of_syllabus(site: &Site, writer: &TextWriter<'_>, context: &mut Context) -> &'static str {
    let coverage = coverage(&site.course);
    let lines = |documents: Option<&Vec<Arc<Document>>>| -> Value {
        documents.into_iter().flatten().filter_map(|it| line(it, site)).collect::<Vec<_>>().into()
    };
    let areas = site.course.syllabus().into_iter().flat_map(|syllabus| {
        syllabus.areas.iter().map(|area| {
            let items = syllabus.items.iter().filter(|item| *item.area == *area.id.name).map(|item| {
                let covered = coverage.of(&item.id);
                let computed = [
                    ("taught", lines(covered.map(|it| &it.taught))),
                    ("practised", lines(covered.map(|it| &it.practised))),
                    ("assessed", lines(covered.map(|it| &it.assessed))),
                ];
                item.view_with(writer, computed)
            });
            let items: Vec<Value> = items.collect();
            area.view_with(writer, [("items", items.into())])
        })
    });
    context.insert_value("areas", areas.collect::<Vec<Value>>().into());
    "map.html"
}
