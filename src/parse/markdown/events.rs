//! Step 1: pulldown-cmark's events, with neighbouring texts joined.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag};

use super::Ties;
use crate::yaml::{Offsets, Traced};

/// An event and its place in the text.
pub(super) type Spanned<'a> = (Event<'a>, Range<usize>);

/// The extensions, one by one: math would turn `$100と$200` into a formula, smart punctuation would change quotes.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The events of `text`. Texts that touch in the source, and are there as they are, become one: the library divides
/// them at brackets and stars. `ties` gets the definitions, and the place of that of each link that has one.
pub(super) fn events<'a>(text: &'a str, ties: &mut Ties) -> Vec<Spanned<'a>> {
    // About as many as a page has: a list that grows is copied again and again.
    let mut events: Vec<Spanned<'_>> = Vec::with_capacity(text.len() / 32);
    let mut parser = Parser::new_ext(text, EXTENSIONS).into_offset_iter();
    let defined = parser.reference_definitions().iter();
    ties.defined = defined.map(|(name, it)| (name.to_lowercase(), it.span.clone())).collect();
    ties.defined.sort_by_key(|(_, place)| place.start);
    while let Some((event, range)) = parser.next() {
        if let Event::Start(Tag::Link { id, .. }) = &event
            && let Some(definition) = parser.reference_definitions().get(id)
        {
            ties.definitions.insert(range.start, definition.span.clone());
        }
        if let (Event::Text(more), Some((Event::Text(before), place))) = (&event, events.last_mut())
            && place.end == range.start
            && place.len() == before.len()
            && text[range.clone()] == **more
        {
            place.end = range.end;
            *before = CowStr::from(&text[place.clone()]);
            continue;
        }
        events.push((event, range));
    }
    events
}

/// Joins every two texts in a row that touch, also those that differ from the source (`&amp;`), and those
/// with only the backslash of a table's `\|` between them: `[[語\|言い方]]`. Other escapes still divide.
///
/// `seams` gets the places in the source of each text that differs from it, by its first byte.
///
/// This comes after the repair of emphasis, which must see what was escaped.
pub(super) fn join<'a>(
    events: Vec<Spanned<'a>>,
    text: &'a str,
    seams: &mut HashMap<usize, Offsets>,
) -> Vec<Spanned<'a>> {
    let mut joined: Vec<Spanned<'a>> = Vec::with_capacity(events.len());
    let mut rest = events.into_iter().peekable();
    while let Some((event, mut range)) = rest.next() {
        let Event::Text(first) = event else {
            joined.push((event, range));
            continue;
        };
        let goes_on = rest.peek().is_some_and(|next| touches(&range, next, text));
        if !goes_on && text.get(range.clone()) == Some(&*first) {
            joined.push((Event::Text(first), range));
            continue;
        }
        let mut traced = Traced::new(text);
        traced.push(range.clone(), &first);
        while let Some((Event::Text(next), place)) = rest.next_if(|next| touches(&range, next, text)) {
            range.end = place.end;
            traced.push(place, &next);
        }
        joined.push((Event::Text(CowStr::from(std::mem::take(&mut traced.text))), range.clone()));
        seams.insert(range.start, traced.into_offsets());
    }
    joined
}

fn touches(before: &Range<usize>, (event, range): &Spanned<'_>, text: &str) -> bool {
    let Event::Text(words) = event else { return false };
    let between = text.get(before.end..range.start);
    between == Some("") || between == Some("\\") && words.starts_with('|')
}
