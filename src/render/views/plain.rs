//! Pages of modules, and the modules' front pages.

use std::sync::Arc;

use tera::{Context, Value};

use super::super::Site;
use super::super::frame::map;
use super::super::text::TextWriter;
use super::line::line;
use super::{covers, rich};
use crate::model::{Document, Kind, Module};

/// A page that is a text.
pub(super) fn page(document: &Document, writer: &TextWriter<'_>, context: &mut Context) -> &'static str {
    context.insert_value("body", Value::safe_string(&writer.html(&document.body)));
    "page.html"
}

/// A module's front page: its text, and its pages.
pub(super) fn module(
    site: &Site,
    module: &Module,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    if let Some(front) = &module.front {
        context.insert_value("body", Value::safe_string(&writer.html(&front.body)));
    }
    let pages = module.pages.iter().map(|page| {
        let writer = writer.from(page);
        map([
            ("line", line(page, site).into()),
            ("summary", rich(&writer, page.summary())),
            ("covers", covers(&writer, page).into()),
        ])
    });
    let pages: Vec<Value> = pages.collect();
    let of_module = |it: &&Arc<Document>| {
        let module_of = it.session().and_then(|session| session.module.as_ref());
        module_of.is_some_and(|id| **id == *module.id)
    };
    let sessions = site.course.of_kind(Kind::Session).filter(of_module);
    let sessions: Vec<Value> = sessions.filter_map(|it| line(it, site)).collect();
    context.insert_value("listing", map([("pages", pages.into()), ("sessions", sessions.into())]));
    "module.html"
}
