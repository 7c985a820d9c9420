//! What stands around every page: its head and its foot, and the contents beside it, which list every module, and the pages of
//! the reader's own. On each page of a module they are the same but for one mark. So their templates are rendered once a
//! module, and cut where the mark may stand.
//!
//! A template says `{{ current(url=x.url) }}` in a link; there the page at that address gets `aria-current="page"`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Context, Tera};

use crate::theme::CURRENT;

/// The parts, as the page's template calls them, and their own templates.
const PARTS: [(&str, &str); 3] = [
    ("masthead", "part/masthead.html"),
    ("contents", "part/contents.html"),
    ("colophon", "part/colophon.html"),
];

/// So many are kept: pages are rendered in order, module by module.
const KEPT: usize = 16;

/// What stands around the pages of the modules that were asked for last, by module and by the way to the site's root.
#[derive(Default)]
pub(super) struct Shelf(Mutex<HashMap<Seen, Arc<Around>>>);

/// Where it is seen from: the module, and the way to the site's root.
type Seen = (Option<usize>, String);

/// The parts around the pages of one module.
pub(super) struct Around([Part; 3]);

/// One part.
struct Part {
    /// Text up to a place of the mark, and the address of the page that gets it there.
    pieces: Vec<(String, String)>,
    rest: String,
}

impl Shelf {
    /// The parts around pages of `module`, `base` away from the root; `context` is what they are made of.
    pub(super) fn get(
        &self,
        tera: &Tera,
        context: &Context,
        module: Option<usize>,
        base: &str,
    ) -> tera::TeraResult<Arc<Around>> {
        let key = (module, base.to_owned());
        if let Some(around) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(around));
        }
        let part = |index: usize| tera.render(PARTS[index].1, context).map(|html| Part::new(&html));
        let around = Arc::new(Around([part(0)?, part(1)?, part(2)?]));
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&around));
        Ok(around)
    }
}

impl Around {
    /// The name of each part, and the part as the page at `url` shows it.
    pub(super) fn on(&self, url: &str) -> impl Iterator<Item = (&'static str, String)> {
        PARTS.iter().zip(&self.0).map(move |((name, _), part)| (*name, part.on(url)))
    }
}

impl Part {
    fn new(html: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = html;
        while let Some((before, behind)) = rest.split_once(CURRENT) {
            let Some((url, behind)) = behind.split_once(CURRENT) else { break };
            pieces.push((before.to_owned(), url.to_owned()));
            rest = behind;
        }
        Self { pieces, rest: rest.to_owned() }
    }

    /// As the page at `url` shows it.
    fn on(&self, url: &str) -> String {
        let length: usize = self.pieces.iter().map(|(text, _)| text.len()).sum();
        let mut out = String::with_capacity(length + self.rest.len() + 32);
        for (text, place) in &self.pieces {
            out.push_str(text);
            if place == url {
                out.push_str(" aria-current=\"page\"");
            }
        }
        out.push_str(&self.rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_is_marked() {
        let mark = |url: &str| format!("{CURRENT}{url}{CURRENT}");
        let part = Part::new(&format!("<a{}>1</a><a{}>2</a>", mark("a"), mark("b")));
        assert_eq!(part.on("b"), "<a>1</a><a aria-current=\"page\">2</a>");
        assert_eq!(part.on("c"), "<a>1</a><a>2</a>");
    }
}
