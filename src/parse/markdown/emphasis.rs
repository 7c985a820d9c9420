//! Step 2: emphasis beside Japanese punctuation.
//!
//! `CommonMark` takes `**` before 「 or behind 。 for no delimiter, so `これは**「重要」**です` stays as it is written, and
//! `**「甲」**と**「乙」**` makes と bold. Here every run of `*`, `_` and `~` in a text with Japanese is paired again, by
//! `CommonMark`'s own procedure, with these differences:
//!
//! - East Asian punctuation counts as letters, and so do half-width kana; a variation selector belongs to the character
//!   before it;
//! - `__` works inside a Japanese word as `**` does; a single `_` does not, because names of files have it;
//! - only `~~` strikes out: a single `~` is the dash of `3~5人`.
//!
//! Runs that were paired already are taken apart first, or the pairs would go wrong. Text without Japanese is left alone.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use unicode_width::UnicodeWidthChar;

use super::events::Spanned;
use crate::steps;

/// The marks of emphasis.
const MARKS: [char; 3] = ['*', '_', '~'];

/// Runs nested deeper than this in links and other emphases are left as they are: nobody nests so deep.
const DEEPEST: usize = 32;

/// Pairs the runs of marks again if the text holds Japanese.
pub(super) fn repair<'a>(events: Vec<Spanned<'a>>, text: &'a str) -> Vec<Spanned<'a>> {
    if !text.contains(MARKS) || !text.chars().any(is_east_asian) {
        return events;
    }
    let mut out = Vec::with_capacity(events.len());
    let mut line = None;
    let mut is_code = false;
    for event in events {
        match event.0 {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => is_code = true,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => is_code = false,
            _ => {}
        }
        if !is_code && is_inline(&event.0) {
            line.get_or_insert(out.len());
        } else if let Some(start) = line.take() {
            repair_line(&mut out, start, text);
        }
        out.push(event);
    }
    if let Some(start) = line {
        repair_line(&mut out, start, text);
    }
    out
}

/// Pairs the runs of one line, the events of `out` from `start` on.
fn repair_line<'a>(out: &mut Vec<Spanned<'a>>, start: usize, text: &'a str) {
    let line = &out[start..];
    let begin = line.iter().map(|(_, range)| range.start).min().unwrap_or(0);
    let end = line.iter().map(|(_, range)| range.end).max().unwrap_or(0);
    if line.iter().any(|event| has_marks(event, text)) && text[begin..end].chars().any(is_east_asian) {
        let line = out.split_off(start);
        pair(line, text, DEEPEST, out);
    }
}

/// Whether a text holds marks of emphasis, or an emphasis begins here.
fn has_marks((event, range): &Spanned<'_>, text: &str) -> bool {
    match event {
        Event::Text(_) => text[range.clone()].contains(MARKS),
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
            text[range.clone()].starts_with(MARKS)
        }
        _ => false,
    }
}

/// Whether an event is within a line of text. Those of one block come in a row, balanced.
pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
        ),
        Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

enum Token<'a> {
    MarkRun(MarkRun),
    Other(Vec<Spanned<'a>>),
}

/// A run of one mark.
struct MarkRun {
    mark: char,
    range: Range<usize>,
    /// Marks not yet used.
    left: usize,
    can_open: bool,
    can_close: bool,
    /// What begins here, innermost first.
    opens: Vec<usize>,
    /// What ends here, innermost first.
    closes: Vec<usize>,
}

/// Pairs the runs of one line, and of what it contains down to `depth`, into `out`.
fn pair<'a>(line: Vec<Spanned<'a>>, text: &'a str, depth: usize, out: &mut Vec<Spanned<'a>>) {
    if depth == 0 || !line.iter().any(|event| has_marks(event, text)) {
        out.extend(line);
        return;
    }
    let mut tokens = tokens(line, text, depth);
    match_runs(&mut tokens);
    for token in tokens {
        match token {
            Token::Other(events) => out.extend(events),
            Token::MarkRun(run) => write(&run, out),
        }
    }
}

/// The line with its emphases taken apart into runs. A link or another container is one token.
fn tokens<'a>(line: Vec<Spanned<'a>>, text: &'a str, depth: usize) -> Vec<Token<'a>> {
    let mut tokens: Vec<Token<'a>> = Vec::new();
    let mut open: Vec<(char, Range<usize>)> = Vec::new();
    let mut rest = line.into_iter();
    while let Some((event, range)) = rest.next() {
        let mark = text[range.clone()].chars().next().filter(|c| MARKS.contains(c));
        match (event, mark) {
            (Event::Start(tag @ (Tag::Strong | Tag::Emphasis | Tag::Strikethrough)), Some(mark)) => {
                let is_double = tag == Tag::Strong || text[range.clone()].starts_with("~~");
                let length = 1 + usize::from(is_double);
                push_run(&mut tokens, mark, range.start..range.start + length);
                open.push((mark, range.end - length..range.end));
            }
            (Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough), _) => {
                if let Some((mark, closing)) = open.pop() {
                    push_run(&mut tokens, mark, closing);
                }
            }
            (event @ Event::Start(_), _) => {
                let (inside, end) = contents(&mut rest);
                let mut group = vec![(event, range)];
                pair(inside, text, depth - 1, &mut group);
                group.extend(end);
                tokens.push(Token::Other(group));
            }
            (Event::Text(words), _) if range.len() == words.len() => push_text(&mut tokens, text, range),
            (event, _) => tokens.push(Token::Other(vec![(event, range)])),
        }
    }
    for token in &mut tokens {
        if let Token::MarkRun(run) = token {
            let before = text[..run.range.start].chars().rev().find(|&c| !joins(c));
            let after = text[run.range.end..].chars().next();
            let (opens, closes) = (flanks(before, after), flanks(after, before));
            run.can_open = opens && may_begin(run, closes, before);
            run.can_close = closes && may_begin(run, opens, after);
        }
    }
    tokens
}

/// What a container holds, and its end.
fn contents<'a>(rest: &mut impl Iterator<Item = Spanned<'a>>) -> (Vec<Spanned<'a>>, Option<Spanned<'a>>) {
    let mut inside = Vec::new();
    let mut depth = 1;
    for next in rest {
        match &next.0 {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (inside, Some(next));
        }
        inside.push(next);
    }
    (inside, None)
}

fn push_run(tokens: &mut Vec<Token<'_>>, mark: char, range: Range<usize>) {
    if let Some(Token::MarkRun(run)) = tokens.last_mut()
        && run.range.end == range.start
        && run.mark == mark
    {
        run.range.end = range.end;
        run.left += range.len();
        return;
    }
    let left = range.len();
    tokens.push(Token::MarkRun(MarkRun {
        mark,
        range,
        left,
        can_open: false,
        can_close: false,
        opens: Vec::new(),
        closes: Vec::new(),
    }));
}

/// Divides a text at its marks. An escaped mark comes after a backslash that is no part of any text.
fn push_text<'a>(tokens: &mut Vec<Token<'a>>, text: &'a str, range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let is_escaped = at == range.start && text[..at].ends_with('\\');
        let mark = rest.chars().next().filter(|c| MARKS.contains(c));
        if let Some(mark) = mark.filter(|_| !is_escaped) {
            let length = rest.len() - rest.trim_start_matches(mark).len();
            push_run(tokens, mark, at..at + length);
            at += length;
            continue;
        }
        let skip = usize::from(mark.is_some());
        let end = rest[skip..].find(MARKS).map_or(range.end, |mark| at + skip + mark);
        tokens.push(Token::Other(vec![(Event::Text(CowStr::from(&text[at..end])), at..end)]));
        at = end;
    }
}

/// Whether a run between `outside` and `inside` can open (or, the other way round, close) an emphasis.
fn flanks(outside: Option<char>, inside: Option<char>) -> bool {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_mark = |c: Option<char>| c.is_some_and(|c| is_punctuation(c) && !is_east_asian(c));
    !is_space(inside)
        && (!is_mark(inside) || is_space(outside) || is_mark(outside) || outside.is_some_and(is_east_asian))
}

/// What a run between a flank and `outside` must be besides, if it `also` flanks the other side.
fn may_begin(run: &MarkRun, also: bool, outside: Option<char>) -> bool {
    match run.mark {
        '_' if run.range.len() == 1 => !also || outside.is_none_or(is_punctuation),
        '_' => !also || outside.is_none_or(|c| is_punctuation(c) || is_east_asian(c)),
        '~' => run.range.len() == 2,
        _ => true,
    }
}

/// Whether `c` is no character by itself: a variation selector, or a sound mark.
fn joins(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{3099}' | '\u{309a}')
}

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// A letter or a punctuation mark of Chinese, Japanese and Korean: of full width, or half-width kana.
fn is_east_asian(c: char) -> bool {
    c as u32 >= 0x1100 && c.width() == Some(2) || matches!(c, '\u{ff61}'..='\u{ff9f}')
}

/// `CommonMark`'s procedure: each run that can close looks back for the nearest one that can open.
fn match_runs(tokens: &mut [Token<'_>]) {
    let places: Vec<usize> = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| matches!(token, Token::MarkRun(_)))
        .map(|(index, _)| index)
        .collect();
    let mut stack: Vec<usize> = Vec::new();
    let mut searched = Searched::default();
    for &closer in &places {
        while let Some(found) = opener(tokens, &stack, closer, &mut searched) {
            let (Token::MarkRun(open), Token::MarkRun(close)) = (&tokens[stack[found]], &tokens[closer])
            else {
                break;
            };
            let used = if open.left >= 2 && close.left >= 2 { 2 } else { 1 };
            let opener = stack[found];
            stack.truncate(found + 1);
            if let Token::MarkRun(run) = &mut tokens[opener] {
                run.left -= used;
                run.opens.push(used);
                if run.left == 0 {
                    stack.pop();
                }
            }
            if let Token::MarkRun(run) = &mut tokens[closer] {
                run.left -= used;
                run.closes.push(used);
            }
        }
        if let Token::MarkRun(run) = &tokens[closer]
            && run.left > 0
            && run.can_open
        {
            stack.push(closer);
        }
    }
}

/// For each sort of closer (its length modulo three, whether it can open): no token before this one opens for it. So that
/// no run is looked at again and again.
type Searched = HashMap<(char, usize, bool), usize>;

/// The place in `stack` of the run that opens for `closer`.
fn opener(tokens: &[Token<'_>], stack: &[usize], closer: usize, searched: &mut Searched) -> Option<usize> {
    let Token::MarkRun(close) = &tokens[closer] else { return None };
    if !close.can_close || close.left == 0 {
        return None;
    }
    let sort = (close.mark, close.range.len() % 3, close.can_open);
    let bottom = searched.get(&sort).copied().unwrap_or(0);
    let first = stack.partition_point(|&token| token < bottom);
    let found = (first..stack.len()).rev().find(|&index| {
        steps::count(1);
        let Token::MarkRun(open) = &tokens[stack[index]] else { return false };
        if open.mark != close.mark {
            return false;
        }
        // The rule of three: a run that could do both pairs only with lengths whose sum is no multiple of three.
        let (a, b) = (open.range.len(), close.range.len());
        // `~~` is one mark of two characters.
        if close.mark == '~' {
            return true;
        }
        let is_both = open.can_close || close.can_open;
        !(is_both && (a + b).is_multiple_of(3) && !(a.is_multiple_of(3) && b.is_multiple_of(3)))
    });
    if found.is_none() {
        searched.insert(sort, closer);
    }
    found
}

fn write(run: &MarkRun, out: &mut Vec<Spanned<'_>>) {
    let tag = |used: &usize| match (run.mark, used) {
        ('~', _) => Tag::Strikethrough,
        (_, 2) => Tag::Strong,
        _ => Tag::Emphasis,
    };
    let mut at = run.range.start;
    for used in &run.closes {
        out.push((Event::End(tag(used).to_end()), at..at + used));
        at += used;
    }
    if run.left > 0 {
        out.push((Event::Text(CowStr::from(run.mark.to_string().repeat(run.left))), at..at + run.left));
        at += run.left;
    }
    for used in run.opens.iter().rev() {
        out.push((Event::Start(tag(used)), at..at + used));
        at += used;
    }
}
