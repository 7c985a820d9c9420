//! Step 2: emphasis beside Japanese punctuation.
//!
//! `CommonMark` does not accept `**` before 「 or after 。 as a delimiter: `これは**「重要」**です` is shown as it is written, and
//! `**「甲」**と**「乙」**` makes と bold. This step pairs every run of `*` in a text with Japanese again, by `CommonMark`'s own
//! procedure, with the one difference that East Asian punctuation counts as letters. Pairs that the parser made are taken
//! apart first. Text without Japanese does not change.
//!
//! The step can be left out: everything else works on the events as they are.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use unicode_width::UnicodeWidthChar;

use super::events::Spanned;
use crate::steps;

/// Runs nested deeper than this in links and other emphases are left as they are: nobody nests so deep.
const DEEPEST: usize = 32;

/// Pairs the runs of `*` again where the text holds Japanese.
pub(super) fn repair<'a>(events: Vec<Spanned<'a>>, text: &'a str) -> Vec<Spanned<'a>> {
    if !text.contains('*') || !text.chars().any(is_east_asian) {
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
    if line.iter().any(|event| has_stars(event, text)) && text[begin..end].chars().any(is_east_asian) {
        let line = out.split_off(start);
        pair(line, text, DEEPEST, out);
    }
}

/// Whether a text holds stars, or an emphasis of stars begins here.
fn has_stars((event, range): &Spanned<'_>, text: &str) -> bool {
    match event {
        Event::Text(_) => text[range.clone()].contains('*'),
        Event::Start(Tag::Emphasis | Tag::Strong) => text[range.clone()].starts_with('*'),
        _ => false,
    }
}

/// Whether an event is within a line of text. Those of one block come in a row, balanced.
fn is_inline(event: &Event<'_>) -> bool {
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
    Run(Run),
    Other(Vec<Spanned<'a>>),
}

/// A run of stars.
struct Run {
    range: Range<usize>,
    /// Stars not yet used.
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
    if depth == 0 || !line.iter().any(|event| has_stars(event, text)) {
        out.extend(line);
        return;
    }
    let mut tokens = tokens(line, text, depth);
    match_runs(&mut tokens);
    for token in tokens {
        match token {
            Token::Other(events) => out.extend(events),
            Token::Run(run) => write(&run, out),
        }
    }
}

/// The line with its emphases of stars taken apart into runs. A link or another container is one token.
fn tokens<'a>(line: Vec<Spanned<'a>>, text: &'a str, depth: usize) -> Vec<Token<'a>> {
    let mut tokens: Vec<Token<'a>> = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut rest = line.into_iter();
    while let Some((event, range)) = rest.next() {
        let is_star = text[range.clone()].starts_with('*');
        match event {
            Event::Start(tag @ (Tag::Strong | Tag::Emphasis)) if is_star => {
                let length = 1 + usize::from(tag == Tag::Strong);
                push_run(&mut tokens, range.start..range.start + length);
                open.push(range.end - length..range.end);
            }
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => {
                if let Some(closing) = open.pop() {
                    push_run(&mut tokens, closing);
                }
            }
            Event::Start(_) => {
                let (inside, end) = contents(&mut rest);
                let mut group = vec![(event, range)];
                pair(inside, text, depth - 1, &mut group);
                group.extend(end);
                tokens.push(Token::Other(group));
            }
            Event::Text(words) if range.len() == words.len() => push_text(&mut tokens, text, range),
            event => tokens.push(Token::Other(vec![(event, range)])),
        }
    }
    for token in &mut tokens {
        if let Token::Run(run) = token {
            let before = text[..run.range.start].chars().next_back();
            let after = text[run.range.end..].chars().next();
            run.can_open = flanks(before, after);
            run.can_close = flanks(after, before);
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

fn push_run(tokens: &mut Vec<Token<'_>>, range: Range<usize>) {
    if let Some(Token::Run(run)) = tokens.last_mut()
        && run.range.end == range.start
    {
        run.range.end = range.end;
        run.left += range.len();
        return;
    }
    let left = range.len();
    tokens.push(Token::Run(Run {
        range,
        left,
        can_open: false,
        can_close: false,
        opens: Vec::new(),
        closes: Vec::new(),
    }));
}

/// Divides a text at its stars. Before an escaped star is a backslash that is no part of any text.
fn push_text<'a>(tokens: &mut Vec<Token<'a>>, text: &'a str, range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let is_escaped = at == range.start && text[..at].ends_with('\\');
        let stars = if is_escaped { 0 } else { rest.bytes().take_while(|&byte| byte == b'*').count() };
        if stars > 0 {
            push_run(tokens, at..at + stars);
            at += stars;
            continue;
        }
        let skip = usize::from(is_escaped && rest.starts_with('*'));
        let end = rest[skip..].find('*').map_or(range.end, |star| at + skip + star);
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

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// A character of full width: letters and punctuation of Chinese, Japanese and Korean.
fn is_east_asian(c: char) -> bool {
    c as u32 >= 0x1100 && c.width() == Some(2)
}

/// `CommonMark`'s procedure: each run that can close looks back for the nearest one that can open.
fn match_runs(tokens: &mut [Token<'_>]) {
    let places: Vec<usize> = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| matches!(token, Token::Run(_)))
        .map(|(index, _)| index)
        .collect();
    let mut stack: Vec<usize> = Vec::new();
    let mut searched = Searched::default();
    for &closer in &places {
        while let Some(found) = opener(tokens, &stack, closer, &mut searched) {
            let (Token::Run(open), Token::Run(close)) = (&tokens[stack[found]], &tokens[closer]) else {
                break;
            };
            let used = if open.left >= 2 && close.left >= 2 { 2 } else { 1 };
            let opener = stack[found];
            stack.truncate(found + 1);
            if let Token::Run(run) = &mut tokens[opener] {
                run.left -= used;
                run.opens.push(used);
                if run.left == 0 {
                    stack.pop();
                }
            }
            if let Token::Run(run) = &mut tokens[closer] {
                run.left -= used;
                run.closes.push(used);
            }
        }
        if let Token::Run(run) = &tokens[closer]
            && run.left > 0
            && run.can_open
        {
            stack.push(closer);
        }
    }
}

/// For each sort of closer (its length modulo three, whether it can open): no token before this one opens for it. So that
/// no run is looked at again and again.
type Searched = HashMap<(usize, bool), usize>;

/// The place in `stack` of the run that opens for `closer`.
fn opener(tokens: &[Token<'_>], stack: &[usize], closer: usize, searched: &mut Searched) -> Option<usize> {
    let Token::Run(close) = &tokens[closer] else { return None };
    if !close.can_close || close.left == 0 {
        return None;
    }
    let sort = (close.range.len() % 3, close.can_open);
    let bottom = searched.get(&sort).copied().unwrap_or(0);
    let first = stack.partition_point(|&token| token < bottom);
    let found = (first..stack.len()).rev().find(|&index| {
        steps::count(1);
        let Token::Run(open) = &tokens[stack[index]] else { return false };
        // The rule of three: a run that could do both pairs only with lengths whose sum is no multiple of three.
        let (a, b) = (open.range.len(), close.range.len());
        let is_both = open.can_close || close.can_open;
        !(is_both && (a + b).is_multiple_of(3) && !(a.is_multiple_of(3) && b.is_multiple_of(3)))
    });
    if found.is_none() {
        searched.insert(sort, closer);
    }
    found
}

fn write(run: &Run, out: &mut Vec<Spanned<'_>>) {
    let tag = |used: &usize| if *used == 2 { Tag::Strong } else { Tag::Emphasis };
    let mut at = run.range.start;
    for used in &run.closes {
        out.push((Event::End(tag(used).to_end()), at..at + used));
        at += used;
    }
    if run.left > 0 {
        out.push((Event::Text(CowStr::from("*".repeat(run.left))), at..at + run.left));
        at += run.left;
    }
    for used in run.opens.iter().rev() {
        out.push((Event::Start(tag(used)), at..at + used));
        at += used;
    }
}
