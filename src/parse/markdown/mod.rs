//! Markdown to [`Body`]: pieces of HTML, with typed nodes for what the rest of the course decides.
//!
//! 1. [`events`]: the parser's events, texts joined;
//! 2. [`emphasis`]: emphasis beside Japanese punctuation is paired;
//! 3. [`twins`]: HTML tags that say the same as Markdown become it; [`breaks`]: a line break between two wide characters is no space;
//! 4. [`writer`]: events become pieces and words without markup: [`text`] writes what is in a line, [`headings`],
//!    [`blocks`] and [`footnotes`] what is not;
//! 5. [`inline`] and [`addresses`]: in plain text, ruby, glossary terms, addresses and lost footnotes are found,
//!    and [`readings`](super::readings) gives words theirs;
//! 6. [`links`]: addresses and references are distinguished;
//! 7. [`sentences`]: on request, every sentence gets an id; [`quotes`] sets quotation marks;
//! 8. [`marks`]: marks that did not become anything, and words that the parser drops, are reported.
//!
//! It knows no other document: whether a reference leads anywhere is for the check stage.

mod addresses;
mod blocks;
mod breaks;
mod emphasis;
mod events;
mod footnotes;
mod headings;
mod html;
mod inline;
mod links;
mod marks;
mod quotes;
mod sentences;
#[cfg(test)]
mod tests;
mod text;
mod twins;
mod writer;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::WordReadings;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::model::Body;
use crate::yaml::Offsets;
use writer::Writer;

/// How a text is parsed.
#[derive(Debug, Clone, Copy)]
pub struct ParseOptions<'l> {
    /// Give every sentence an id, so that evidence can point at it.
    pub sentences: bool,
    /// A value in YAML: a single paragraph has no `<p>`, and headings are not checked.
    pub inline: bool,
    /// `{{id}}` is a blank to fill in.
    pub blanks: bool,
    /// The text is a block for facilitators, in another text.
    pub block: Option<FacilitatorBlock>,
    /// The words whose readings are shown where a page first uses them.
    pub readings: Option<&'l WordReadings>,
    /// The language: where sentences end, and the few words that the HTML itself carries.
    pub locale: &'l Locale,
}

impl<'l> ParseOptions<'l> {
    /// For a text of a Markdown file in the language of `locale`.
    #[must_use]
    pub fn new(locale: &'l Locale) -> Self {
        Self { sentences: false, inline: false, blanks: false, block: None, readings: None, locale }
    }
}

/// Where a block for facilitators is.
#[derive(Debug, Clone, Copy)]
pub struct FacilitatorBlock {
    /// The level of the heading that it is below; 1 if it is below the title.
    level: u8,
    /// Its number in the text, from 1.
    number: usize,
}

/// Parses `text`. `offsets` leads from places in it to places in the file `path`; diagnostics go to `out`.
pub fn parse(
    text: &str,
    offsets: &Offsets,
    path: &Arc<str>,
    options: ParseOptions<'_>,
    out: &mut Vec<Diagnostic>,
) -> Body {
    let mut ties = Ties::default();
    let events = emphasis::repair(events::events(text, &mut ties), text);
    let events = twins::read(events::join(events, text, &mut ties.seams));
    let events = breaks::drop_breaks(events);
    let mut writer = Writer::new(text, ties, offsets, path, options, out);
    writer.headings.reserve(&events);
    marks::report(&mut writer, &events, text);
    for (event, range) in events {
        writer.event(event, range);
    }
    writer.finish()
}

/// A plain text with the quotation marks of `locale`.
pub fn with_quotes(text: &str, locale: &Locale) -> String {
    match quotes::of(locale) {
        Some(quotes) => quotes::set(text, None, quotes),
        None => text.to_owned(),
    }
}

/// What leads from events back to the source where their own range does not.
#[derive(Default)]
struct Ties {
    /// The definitions `[name]: address`, in order: the name as it is compared, and the place.
    defined: Vec<(String, Range<usize>)>,
    /// The definition of each link that has one, by the link's first byte.
    definitions: HashMap<usize, Range<usize>>,
    /// The places of each text that differs from the source, by its first byte.
    seams: HashMap<usize, Offsets>,
}
