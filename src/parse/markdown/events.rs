//! Step 1: pulldown-cmark's events, with neighbouring texts joined.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser};

/// An event and its place in the text.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);

/// The extensions, one by one: math would turn `$100と$200` into a formula, smart punctuation would change quotes.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The events of `text`. Texts that touch in the source are one: the library divides them at brackets.
pub(super) fn events(text: &str) -> Vec<Spanned<'_>> {
    let mut events: Vec<Spanned<'_>> = Vec::new();
    for (event, range) in Parser::new_ext(text, EXTENSIONS).into_offset_iter() {
        if let (Event::Text(more), Some((Event::Text(before), place))) = (&event, events.last_mut())
            && place.end == range.start
            && place.len() == before.len()
            && range.len() == more.len()
        {
            *before = CowStr::from(format!("{before}{more}"));
            place.end = range.end;
            continue;
        }
        events.push((event, range));
    }
    events
}
