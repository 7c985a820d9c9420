//! Step 8: marks that did not become anything, and words that the parser drops.
//!
//! `CommonMark` never fails: what it cannot read stays on the page as it was written, or is lost. Authors who come from
//! a word processor see neither. Here every such mark is reported with its place and, if there is only one, the
//! corrected line: [`Code::WordsLost`] if words are missing on the page, else [`Code::RawMark`].
//!
//! 1. [`blocks`]: fences, tables, quotations, headings, definitions;
//! 2. [`lines`]: marks at the beginning of a line;
//! 3. [`words`]: marks inside a line.

mod blocks;
mod lines;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::emphasis::is_inline;
use super::events::Spanned;
use super::writer::{Writer, first_line};
use crate::diagnostic::Code;
use crate::steps;

/// A mark that was found.
pub(super) struct MarkSlip {
    code: Code,
    /// Which sentence of its code is used.
    what: &'static str,
    range: Range<usize>,
    /// The corrected line, or whatever else the sentence shows.
    fix: String,
    /// Whether `fix` in the place of the mark is all that has to change.
    is_exact: bool,
}

/// The sentences whose `fix` is all that has to change.
const EXACT: [&str; 17] = [
    "alert",
    "anchor",
    "braces",
    "bullet",
    "colon",
    "emphasis",
    "exercise",
    "heading",
    "link",
    "picture",
    "quote",
    "ruby",
    "ruby-open",
    "term",
    "task",
    "term-in-cell",
    "times",
];

impl MarkSlip {
    fn raw(what: &'static str, range: Range<usize>, fix: impl Into<String>) -> Self {
        Self { code: Code::RawMark, what, range, fix: fix.into(), is_exact: EXACT.contains(&what) }
    }

    fn lost(what: &'static str, range: Range<usize>, fix: impl Into<String>) -> Self {
        Self { code: Code::WordsLost, ..Self::raw(what, range, fix) }
    }

    /// A block that was meant for facilitators: learners would read it.
    fn facilitator(what: &'static str, range: Range<usize>, fix: impl Into<String>) -> Self {
        Self { code: Code::FacilitatorBlock, is_exact: what == "misspelt", ..Self::raw(what, range, fix) }
    }

    /// The first of several marks: the others have to change too.
    fn first_of_several(what: &'static str, range: Range<usize>, fix: impl Into<String>) -> Self {
        Self { is_exact: false, ..Self::raw(what, range, fix) }
    }
}

/// Reports every mark in `events`, the events of `text`.
pub(super) fn report(writer: &mut Writer<'_>, events: &[Spanned<'_>], text: &str) {
    let mut found = marks(events, text);
    blocks::definitions(text, events, &writer.ties.defined, &mut found);
    // What is lost as a whole is not reported for its marks too.
    let lost = found.iter().filter(|mark| mark.code == Code::WordsLost);
    let lost = Ranges::new(lost.map(|mark| mark.range.clone()).collect());
    // Nor is a line of signs reported for each of them.
    let rules = found.iter().filter(|mark| mark.what == "rule");
    let rules = Ranges::new(rules.map(|mark| mark.range.clone()).collect());
    found.retain(|mark| {
        mark.code == Code::WordsLost
            || !lost.has_around(&mark.range) && (mark.what == "rule" || !rules.has_around(&mark.range))
    });
    for mark in found {
        let shown: String =
            text[mark.range.clone()].lines().next().unwrap_or_default().chars().take(40).collect();
        writer.report(mark.code, mark.range, |it| {
            let at = it.span.clone();
            let it = if mark.is_exact { it.fixed(at, mark.fix.clone()) } else { it };
            it.with("what", mark.what).with("found", shown).with("fix", mark.fix)
        });
    }
}

/// Ranges in order, each with the end of those that begin before it or with it.
struct Ranges(Vec<(usize, usize)>);

impl Ranges {
    fn new(mut ranges: Vec<Range<usize>>) -> Self {
        ranges.sort_by_key(|range| range.start);
        let ends = ranges.iter().scan(0, |end, range| {
            *end = range.end.max(*end);
            Some((range.start, *end))
        });
        Self(ends.collect())
    }

    /// Whether one of them holds all of `range`.
    fn has_around(&self, range: &Range<usize>) -> bool {
        steps::count(1);
        let after = self.0.partition_point(|(start, _)| *start <= range.start);
        after.checked_sub(1).is_some_and(|last| range.end <= self.0[last].1)
    }
}

/// The emphasis that begins at byte `start`, if it is between two digits: it was meant as a product.
fn product(text: &str, start: usize) -> Option<Range<usize>> {
    let inner = text[start..].strip_prefix('*')?;
    let end = inner.find(['*', '\n']).filter(|at| inner[*at..].starts_with('*'))?;
    let is_digit = |c: char| c.is_ascii_digit();
    (text[..start].ends_with(is_digit) && inner.starts_with(is_digit)).then(|| start..start + end + 2)
}

/// What is known of the items of a list that is open.
#[derive(Default)]
struct ListItems {
    /// How deep the first one is.
    first: Option<usize>,
    /// The number of the first, and the one that the next item is shown with.
    numbers: Option<(u64, u64)>,
    is_reported: bool,
}

fn marks(events: &[Spanned<'_>], text: &str) -> Vec<MarkSlip> {
    let mut found = Vec::new();
    let mut line: Option<Range<usize>> = None;
    let mut block = lines::Block::Plain;
    let mut columns = 0;
    let mut code = None;
    let mut quoted = 0;
    let mut notes = HashSet::new();
    let mut items = Vec::new();
    for (index, (event, range)) in events.iter().enumerate() {
        if is_inline(event) && code.is_none() {
            let line = line.get_or_insert(range.clone());
            line.end = line.end.max(range.end);
            if let Event::Text(words) = event {
                words::look(words, text, range, &mut found);
            }
            if let Event::Start(Tag::Emphasis) = event
                && let Some(product) = product(text, range.start)
            {
                found.push(MarkSlip::raw("times", product.clone(), text[product].replace('*', "×")));
            }
            if let Event::Start(Tag::Link { dest_url, .. }) = event
                && let Some(mark) = words::picture(dest_url, text, range)
            {
                found.push(mark);
            }
            if let Event::Start(Tag::Link { title, .. }) = event
                && !title.trim().is_empty()
            {
                found.push(MarkSlip::lost("link-title", range.clone(), &**title));
            }
            continue;
        }
        if let Some(range) = line.take() {
            lines::look(text, &range, block, &mut found);
        }
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                code = Some(());
                blocks::code(text, kind, range, &mut found);
            }
            Event::End(TagEnd::CodeBlock) => code = None,
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableRow) => blocks::row(text, range, columns, &mut found),
            Event::Start(Tag::FootnoteDefinition(name))
                if matches!(events.get(index + 1), Some((Event::End(TagEnd::FootnoteDefinition), _))) =>
            {
                notes.insert(name.to_lowercase());
                found.push(MarkSlip::raw("note-empty", first_line(text, range.clone()), &**name));
            }
            Event::Start(Tag::BlockQuote(Some(_)))
                if matches!(events.get(index + 1), Some((Event::End(TagEnd::BlockQuote(_)), _))) =>
            {
                found.push(MarkSlip::raw("alert-empty", first_line(text, range.clone()), ""));
            }
            Event::Start(Tag::FootnoteDefinition(name)) if !notes.insert(name.to_lowercase()) => {
                found.push(MarkSlip::lost("note-twice", first_line(text, range.clone()), &**name));
            }
            // One quotation inside another, on the same line, has the same words.
            Event::Start(Tag::BlockQuote(None)) if range.start >= quoted => {
                let line = first_line(text, range.clone());
                quoted = line.end;
                blocks::quote(text, line, &mut found);
            }
            Event::Start(Tag::Heading { classes, attrs, .. }) => {
                blocks::heading(text, range, !classes.is_empty() || !attrs.is_empty(), &mut found);
            }
            Event::Start(Tag::DefinitionListDefinition) => blocks::definition(text, range, &mut found),
            Event::Start(Tag::List(number)) => {
                items.push(ListItems { numbers: number.map(|first| (first, first)), ..ListItems::default() });
                if number.is_none() {
                    blocks::list(text, range, events[..index].last(), &mut found);
                }
            }
            Event::Start(Tag::Item) => {
                if let Some(items) = items.last_mut() {
                    blocks::item(text, range, items, &mut found);
                    blocks::numbered(text, range, items, &mut found);
                }
            }
            Event::End(TagEnd::List(_)) => drop(items.pop()),
            Event::Start(Tag::Paragraph)
                if matches!(events[..index].last(), Some((Event::End(TagEnd::Table), _))) =>
            {
                blocks::row_apart(text, range, &mut found);
            }
            _ => {}
        }
        block = match event {
            Event::Start(Tag::TableCell) => lines::Block::Cell,
            Event::Start(Tag::Heading { .. }) => lines::Block::Heading,
            Event::Start(Tag::Item) => lines::Block::Item,
            Event::Start(Tag::Paragraph) if block == lines::Block::Item => lines::Block::Item,
            Event::Start(_) => lines::Block::Plain,
            _ => block,
        };
    }
    if let Some(range) = line {
        lines::look(text, &range, block, &mut found);
    }
    found
}
