//! Pages of modules, and the modules' front pages.

use tera::{Context, Value};

use super::super::frame::map;
use super::super::text::TextWriter;
use super::{covers, rich};
use crate::model::{Document, Module};

/// A page that is a text.
pub(super) fn page(document: &Document, writer: &TextWriter<'_>, context: &mut Context) -> &'static str {
    context.insert_value("body", Value::safe_string(&writer.html(&document.body)));
    "page.html"
}

/// A module's front page: its text, and its pages.
pub(super) fn module(module: &Module, writer: &TextWriter<'_>, context: &mut Context) -> &'static str {
    if let Some(front) = &module.front {
        context.insert_value("body", Value::safe_string(&writer.html(&front.body)));
    }
    let pages = module.pages.iter().map(|page| {
        let writer = writer.from(page);
        map([
            ("title", page.title().into()),
            ("summary", rich(&writer, page.summary())),
            ("url", page.url().unwrap_or_default().into()),
            ("minutes", page.minutes().into()),
            ("covers", covers(&writer, page).into()),
        ])
    });
    context.insert_value("listing", map([("pages", pages.collect::<Vec<_>>().into())]));
    "module.html"
}
