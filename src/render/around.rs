//! The parts around every page: the masthead, the contents, which list every module and the pages of the reader's own, and
//! the colophon. On all pages of a module they are the same but for one attribute, so they are rendered once for a module.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tera::Context;

use crate::theme::{Shared, Theme};

/// The parts, as the page's template calls them, and their own templates.
const PARTS: [(&str, &str); 3] = [
    ("masthead", "part/masthead.html"),
    ("contents", "part/contents.html"),
    ("colophon", "part/colophon.html"),
];

/// How many are cached: pages are rendered in order, module by module.
const KEPT: usize = 16;

/// The parts around the pages of the modules that were rendered last, by module and by the way to the site's root.
#[derive(Default)]
pub(super) struct FrameCache(Mutex<HashMap<FrameKey, Arc<Around>>>);

/// The key of cached parts: the module, and the path to the site's root.
type FrameKey = (Option<usize>, String);

/// The parts around the pages of one module.
pub(super) struct Around([Shared; 3]);

impl FrameCache {
    /// The parts around pages of `module`, `base` away from the root, rendered from `context`.
    pub(super) fn get(
        &self,
        theme: &Theme,
        context: &Context,
        module: Option<usize>,
        base: &str,
    ) -> tera::TeraResult<Arc<Around>> {
        let key = (module, base.to_owned());
        if let Some(around) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(around));
        }
        let part = |index: usize| theme.render_shared(PARTS[index].1, context);
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
