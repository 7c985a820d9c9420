//! Why a text is not YAML, in an author's terms.
//!
//! The library explains itself in English, and at the place where it could not go on, which is often a line after the
//! slip. Here the slip itself is looked for: a tab, a bracket or quotation mark that was never closed, a value that goes
//! on below itself.

use serde_yaml::budget::BudgetBreach;

use super::Range;
use crate::source::line_text;

/// The place of the slip and its likely cause, by the name that the messages know.
pub(super) fn diagnose(error: &serde_yaml::Error, text: &str, at: Range) -> (Range, &'static str) {
    use serde_yaml::Error as E;
    let error = error.without_snippet();
    let reason = error.to_string();
    let says = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    if matches!(error, E::MergeKeyNotAllowed { .. } | E::MergeValueNotMapOrSeqOfMaps { .. }) {
        return (at, "merge");
    }
    if let Some(tab) = tab_in_indent(text, at) {
        return (tab, "tab");
    }
    let is_deep =
        matches!(error, E::Budget { breach: BudgetBreach::Depth { .. }, .. }) || says(&["recursion limit"]);
    if let Some(line) = second_document(text, at) {
        return (line, "documents");
    }
    if let Some(slip) = super::slips::find(text, at).filter(|_| !is_deep) {
        return slip;
    }
    if let Some(slip) = without_key(text, at).filter(|_| !is_deep) {
        return slip;
    }
    if let Some(open) = unclosed(text, at) {
        return (open, "unclosed");
    }
    let cause = match error {
        _ if is_deep => "deep",
        E::UnknownAnchor { .. }
        | E::AliasReplayLimitExceeded { .. }
        | E::AliasExpansionLimitExceeded { .. } => "alias",
        _ if says(&["alias", "anchor", "budget"]) => "alias",
        _ if says(&["mapping values", "simple key", "':'"]) && is_below_a_value(text, at) => "indent",
        _ if says(&["mapping values", "simple key", "':'"]) => "colon",
        _ if says(&["indent", "block"]) => "indent",
        _ => "other",
    };
    (at, cause)
}

fn byte(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The line `---` or `...` that ends a document before the place of the error: a file is one.
fn second_document(text: &str, at: Range) -> Option<Range> {
    let (mut start, mut line) = line_text(text, at.start);
    loop {
        if matches!(line.trim_end(), "---" | "...") {
            // The first line may be the beginning of the only one.
            let is_first =
                text[..start].lines().all(|line| line.trim().is_empty() || line.starts_with(['#', '%']));
            return (!is_first)
                .then(|| Range { start: byte(start), end: byte(start + line.trim_end().len()) });
        }
        if !line.trim().is_empty() && start <= at.start as usize && start + line.len() < at.start as usize {
            return None;
        }
        (start, line) = line_text(text, byte(start.checked_sub(1)?));
    }
}

/// A line that has no key, though it is no deeper than the key above it: the value of that key, or the rest of it.
fn without_key(text: &str, at: Range) -> Option<(Range, &'static str)> {
    let (start, line) = line_text(text, at.start);
    let words = line.trim_start_matches(' ');
    let indent = line.len() - words.len();
    let is_words = words.starts_with(|c: char| !c.is_ascii()) && !words.contains([':', '：']);
    let above = text[..start].lines().rev().find(|line| !line.trim().is_empty())?;
    let key = above.trim_start_matches([' ', '-']);
    let is_key = key.starts_with(|c: char| c.is_ascii_lowercase()) && key.contains(':');
    if !is_words || !is_key || above.len() - key.len() < indent {
        return None;
    }
    let place = Range { start: byte(start + indent), end: byte(start + indent + words.trim_end().len()) };
    let is_open = above.trim_end().trim_end_matches(['-', '+']).ends_with([':', '|', '>']);
    Some((place, if is_open { "below" } else { "goes-on" }))
}

/// A tab among the spaces before a line: on the line of the error, or on the next.
fn tab_in_indent(text: &str, at: Range) -> Option<Range> {
    let (start, line) = line_text(text, at.start);
    let next = text[start..].find('\n').map(|at| start + at + 1);
    let lines = [(start, line), next.map_or((start, line), |next| line_text(text, byte(next)))];
    lines.into_iter().find_map(|(start, line)| {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let tab = start + indent.find('\t')?;
        Some(Range { start: byte(tab), end: byte(start + indent.len()) })
    })
}

/// The outermost bracket or quotation mark that nothing closes before the end of the error's line.
fn unclosed(text: &str, at: Range) -> Option<Range> {
    let (start, line) = line_text(text, at.start);
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut before = ' ';
    let mut is_escaped = false;
    for (index, c) in text[..start + line.len()].char_indices() {
        let quote = open.last().map(|&(_, mark)| mark).filter(|mark| matches!(mark, '"' | '\''));
        match (quote, c) {
            (Some('"'), '\\') if !is_escaped => {
                is_escaped = true;
                continue;
            }
            (Some(mark), c) if c != mark || is_escaped => {}
            (Some(_), _) | (None, ']' | '}') => drop(open.pop()),
            // A mark opens something only where a value may begin.
            (None, '"' | '\'' | '[' | '{') if " \n[{,:-".contains(before) => open.push((index, c)),
            (None, '\n') if !open.is_empty() && is_key_line(&text[index + 1..]) => break,
            _ => {}
        }
        is_escaped = false;
        before = c;
    }
    open.first().map(|&(index, c)| Range { start: byte(index), end: byte(index + c.len_utf8()) })
}

/// Whether a line begins with a key at the very left: then what was open before it is not closed by it.
fn is_key_line(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    line.starts_with(|c: char| c.is_alphanumeric()) && line.contains(": ")
}

/// Whether the line is indented deeper than a line above it that has a value already.
fn is_below_a_value(text: &str, at: Range) -> bool {
    let (start, line) = line_text(text, at.start);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let above = text[..start].lines().rev().find(|line| !line.trim().is_empty());
    let is_plain = line.matches(": ").count() == 1;
    is_plain && above.is_some_and(|above| indent(line) > indent(above) && above.contains(": "))
}
