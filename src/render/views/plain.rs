//! Pages of modules, and the modules' front pages.

use tera::{Context, Value};

use super::super::frame::map;
use super::super::words::Words;
use super::{covers, rich};
use crate::model::{Document, Module};

/// A page that is a text.
pub(super) fn page(document: &Document, words: &Words<'_>, context: &mut Context) -> &'static str {
    context.insert_value("body", Value::safe_string(&words.html(&document.body)));
    "page.html"
}

/// A module's front page: its text, and its pages.
pub(super) fn module(module: &Module, words: &Words<'_>, context: &mut Context) -> &'static str {
    if let Some(front) = &module.front {
        context.insert_value("body", Value::safe_string(&words.html(&front.body)));
    }
    let pages = module.pages.iter().map(|page| {
        let words = words.from(page);
        map([
            ("title", page.title().into()),
            ("summary", rich(&words, page.summary())),
            ("url", page.url().unwrap_or_default().into()),
            ("minutes", page.minutes().into()),
            ("covers", covers(&words, page).into()),
        ])
    });
    context.insert_value("listing", map([("pages", pages.collect::<Vec<_>>().into())]));
    "module.html"
}
