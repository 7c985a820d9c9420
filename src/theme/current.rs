//! `current(url=…)` in a template: in the link to the page that is shown, it writes `aria-current="page"`.
//!
//! The parts around the pages of one module are the same but for that. [`Shared`] is such a template rendered once for all of
//! them, with the places where the attribute can be: the function records how much is written when it is called.

use std::cell::RefCell;
use std::io::Write;

use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

const ATTRIBUTE: &str = " aria-current=\"page\"";

thread_local! {
    /// The rendering of a [`Shared`] that is under way on this thread.
    static UNDER_WAY: RefCell<Option<Rendering>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Rendering {
    html: Vec<u8>,
    places: Vec<(usize, String)>,
    /// Whether every place gets the attribute.
    marks_all: bool,
}

/// Writes to the rendering that is under way.
struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        UNDER_WAY.with_borrow_mut(|rendering| {
            if let Some(rendering) = rendering {
                rendering.html.extend_from_slice(bytes);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The HTML of a template on every page that it is shared by.
pub struct Shared {
    html: String,
    /// Where the attribute can be, in order, and the address of the page that gets it there.
    places: Vec<(usize, String)>,
}

impl Shared {
    /// Renders `template`.
    ///
    /// # Errors
    /// When the template fails, or calls `current` if it is not known what is written before it.
    pub fn new(tera: &Tera, template: &str, context: &Context) -> TeraResult<Self> {
        let render = |marks_all: bool| {
            UNDER_WAY.set(Some(Rendering { marks_all, ..Rendering::default() }));
            let done = tera.render_to(template, context, Output);
            let rendering = UNDER_WAY.take().unwrap_or_default();
            done.and_then(|()| Ok((String::from_utf8(rendering.html)?, rendering.places)))
        };
        let (html, places) = render(false)?;
        let shared = Self { html, places };
        let is_sure = shared.places.is_empty() || shared.with(|_| true) == render(true)?.0;
        let refused = || {
            let reason =
                "current(url=…) must stand in the template itself, not in {% set %}, a filter or a component";
            tera::Error::message(format!("{template}: {reason}"))
        };
        is_sure.then_some(shared).ok_or_else(refused)
    }

    /// The HTML on the page at `url`.
    #[must_use]
    pub fn on(&self, url: &str) -> String {
        self.with(|place| place == url)
    }

    fn with(&self, is_current: impl Fn(&str) -> bool) -> String {
        let mut out = String::with_capacity(self.html.len() + ATTRIBUTE.len());
        let mut copied = 0;
        for (at, _) in self.places.iter().filter(|(_, url)| is_current(url)) {
            out.push_str(&self.html[copied..*at]);
            out.push_str(ATTRIBUTE);
            copied = *at;
        }
        out.push_str(&self.html[copied..]);
        out
    }
}

/// Adds the function to `tera`.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("current", |arguments: Kwargs, _: &State| -> TeraResult<Value> {
        let url = arguments.must_get::<&str>("url")?;
        UNDER_WAY.with_borrow_mut(|rendering| {
            let Some(rendering) = rendering else {
                let parts = "the masthead, the contents and the colophon";
                return Err(tera::Error::message(format!("current(url=…) is for {parts}")));
            };
            rendering.places.push((rendering.html.len(), url.to_owned()));
            Ok(Value::safe_string(if rendering.marks_all { ATTRIBUTE } else { "" }))
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(template: &str) -> TeraResult<Shared> {
        let mut tera = Tera::new();
        register(&mut tera);
        tera.add_raw_template("t.html", template)?;
        Shared::new(&tera, "t.html", &Context::new())
    }

    #[test]
    fn the_link_to_the_page_itself_is_marked() {
        let part = shared(
            "<a{{ current(url=\"a\") }}>一</a>{% if true %}<a{{ current(url=\"b\") }}>二</a>{% endif %}",
        )
        .unwrap();
        assert_eq!(part.on("b"), "<a>一</a><a aria-current=\"page\">二</a>");
        assert_eq!(part.on("c"), "<a>一</a><a>二</a>");
    }

    #[test]
    fn if_the_place_is_not_known_the_template_fails() {
        assert!(shared("{% set link %}<a{{ current(url=\"a\") }}>{% endset %}<p>{{ link }}").is_err());
    }
}
