//! Pages of modules, and the modules' front pages.

use tera::{Context, Value};

use super::super::Site;
use super::super::frame::map;
use super::super::text::TextWriter;
use super::line::line;
use super::{covers, rich};
use crate::model::{Document, Module};

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
    context.insert_value("listing", map([("pages", pages.collect::<Vec<_>>().into())]));
    "module.html"
}
