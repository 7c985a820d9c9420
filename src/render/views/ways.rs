//! The ways into the course and through it, which `course.yaml` lists: entrances and paths.

use std::sync::Arc;

use tera::{Context, Value};

use super::super::Site;
use super::super::text::TextWriter;
use super::line::{Effort, line};
use crate::model::{Document, Entrance, StudyPath};
use crate::yaml::{Record as _, ToPage};

/// The entrances, and how to get to the paths, for the home page.
pub(super) fn of_home(site: &Site, writer: &TextWriter<'_>) -> [(&'static str, Value); 2] {
    let Some(info) = site.course.info() else { return [("entrances", ().into()), ("paths", ().into())] };
    let entrance = |it: &Entrance| it.view_with(writer, [("lines", lines(&it.links, site))]);
    let path = |(index, it): (usize, &StudyPath)| {
        let url = format!("paths/index.html#path-{}", index + 1);
        it.view_with(writer, [("url", url.into()), ("days", it.days.len().into())])
    };
    [
        ("entrances", info.entrances.iter().map(entrance).collect::<Vec<_>>().into()),
        ("paths", info.paths.iter().enumerate().map(path).collect::<Vec<_>>().into()),
    ]
}

/// The page of the paths.
pub(super) fn paths(site: &Site, writer: &TextWriter<'_>, context: &mut Context) -> &'static str {
    let path = |it: &StudyPath| {
        let days = it.days.iter().enumerate().map(|(index, day)| {
            let computed = [
                ("number", (index + 1).into()),
                ("lines", lines(&day.links, site)),
                ("effort", effort(&day.links, site)),
            ];
            day.view_with(writer, computed)
        });
        it.view_with(writer, [("days", days.collect::<Vec<_>>().into())])
    };
    let paths = site.course.info().into_iter().flat_map(|info| &info.paths).map(path);
    context.insert_value("paths", paths.collect::<Vec<_>>().into());
    "paths.html"
}

fn documents<'s>(links: &'s [ToPage], site: &'s Site) -> impl Iterator<Item = &'s Arc<Document>> {
    links.iter().filter_map(|it| site.course.find(it.kind, &it.id))
}

fn lines(links: &[ToPage], site: &Site) -> Value {
    documents(links, site).filter_map(|document| line(document, site)).collect::<Vec<_>>().into()
}

/// The effort of all links together.
fn effort(links: &[ToPage], site: &Site) -> Value {
    let efforts = documents(links, site).map(|document| Effort::of(document, &site.course));
    efforts.fold(Effort::default(), Effort::with).words(&site.theme)
}
