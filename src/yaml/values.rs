//! What YAML takes away from a value, or leaves in it, without an error: words behind ` #`, line breaks inside a value,
//! typographic quotation marks around it, marks of Markdown in a value that is none.

use std::sync::LazyLock;

use regex::Regex;
use unicode_width::UnicodeWidthChar;

use super::{Node, Range, Value};
use crate::diagnostic::Code;

/// A slip that YAML accepts.
pub(super) struct Slip {
    pub code: Code,
    pub at: Range,
    /// What was written.
    pub found: String,
    /// The corrected value, or the word that chooses the sentence.
    pub fix: String,
}

/// Finds the slips of `node` and everything in it; `text` is the whole file.
pub(super) fn look(node: &Node, text: &str, out: &mut Vec<Slip>) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|(_, value)| look(value, text, out)),
        Value::List(items) => items.iter().for_each(|item| look(item, text, out)),
        Value::Text(value) => {
            let source = text.get(node.at.start as usize..node.at.end as usize).unwrap_or_default();
            cut(node.at, source, text, out);
            folded(node.at, source, text, out);
            quoted(node.at, value, out);
        }
        Value::Integer(_) | Value::Number(_) | Value::Bool(_) => {
            let source = text.get(node.at.start as usize..node.at.end as usize).unwrap_or_default();
            cut(node.at, source, text, out);
        }
        Value::Null => {}
    }
}

fn byte(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// ` #2` behind a value is a comment: the words are gone. `# a remark`, with a blank behind, is meant as one.
fn cut(at: Range, source: &str, text: &str, out: &mut Vec<Slip>) {
    if source.starts_with(['|', '>', '"', '\'']) {
        return;
    }
    let rest = text.get(at.end as usize..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default().trim_end();
    let comment = line.trim_start_matches([' ', '\t']);
    let is_cut = comment.len() < line.len()
        && comment
            .strip_prefix('#')
            .is_some_and(|words| words.starts_with(|c: char| !c.is_whitespace() && c != '#' && c != '!'));
    if is_cut {
        let last = source.rsplit('\n').next().unwrap_or_default();
        let start = at.end as usize + line.len() - comment.len();
        let place = Range { start: byte(start), end: byte(start + comment.len()) };
        let fix = format!("\"{}{line}\"", last.trim_start().replace('"', "\\\""));
        out.push(Slip { code: Code::ValueCut, at: place, found: comment.to_owned(), fix });
    }
}

/// A value that goes on in the next line gets a blank at the joint, which Japanese has none.
fn folded(at: Range, source: &str, text: &str, out: &mut Vec<Slip>) {
    if !source.contains('\n') || is_literal(source, &text[..at.start as usize]) {
        return;
    }
    let skip = usize::from(source.starts_with('>'));
    let mut start = at.start as usize;
    let mut before: Option<&str> = None;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        let words = line.trim();
        let is_joined = before.is_some_and(|before| ends_wide(before) && starts_wide(words));
        if index > skip && is_joined {
            let first = start + line.len() - line.trim_start().len();
            let place = Range { start: byte(first), end: byte(first + words.len()) };
            let found = words.chars().take(20).collect();
            out.push(Slip { code: Code::FoldedValue, at: place, found, fix: "|".to_owned() });
            return;
        }
        before = (index >= skip).then_some(words);
        start += line.len();
    }
}

/// Whether a value keeps its line breaks: the sign `|` comes first, inside its place or before it.
fn is_literal(source: &str, before: &str) -> bool {
    let header = before.trim_end().rsplit(['\n', ' ']).next().unwrap_or_default();
    let is_sign = header.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+')) == "|";
    source.starts_with('|')
        || before.ends_with(['\n', ' ']) && is_sign && before.trim_end_matches(' ').ends_with('\n')
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2) && !matches!(c, '\u{ac00}'..='\u{d7ff}')
}

fn ends_wide(line: &str) -> bool {
    line.chars().next_back().is_some_and(is_wide)
}

fn starts_wide(line: &str) -> bool {
    line.chars().next().is_some_and(is_wide)
}

/// Quotation marks of a word processor around a whole value are part of the text.
fn quoted(at: Range, value: &str, out: &mut Vec<Slip>) {
    let value = value.trim();
    let inner = [('“', '”'), ('＂', '＂'), ('‘', '’'), ('〝', '〟'), ('”', '”')]
        .iter()
        .find_map(|&(open, close)| value.strip_prefix(open)?.strip_suffix(close));
    if let Some(inner) = inner.filter(|inner| value.starts_with('＂') || inner.chars().any(is_wide)) {
        let fix = format!("\"{inner}\"");
        out.push(Slip { code: Code::ShownQuotes, at, found: value.chars().take(40).collect(), fix });
    }
}

/// The first Markdown mark in a value that is shown as it is written: what it is, and where.
pub(super) fn markup(text: &str) -> Option<(&'static str, std::ops::Range<usize>)> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let shape = r"(?P<emphasis>\*\*[^*\n]+\*\*|＊＊[^＊\n]+＊＊|~~[^~\n]+~~)|(?P<term>\[\[[^\[\]\n]+\]\]|［［[^［］\n]+］］)|(?P<ruby>[|｜][^《》\n]+《[^《》\n]+》|[\p{Han}々]+《[\p{Hiragana}ー]+》)|(?P<link>\[[^\[\]\n]+\]\([^()\n]+\))|(?P<tag></?[a-z]+\s*/?>)";
        Regex::new(shape).ok()
    });
    if !text.contains(['*', '＊', '~', '[', '［', '《', '<']) {
        return None;
    }
    let captures = PATTERN.as_ref()?.captures(text)?;
    let kinds = ["emphasis", "term", "ruby", "link", "tag"];
    kinds.into_iter().find_map(|kind| Some((kind, captures.name(kind)?.range())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_in_a_plain_value_is_found() {
        assert_eq!(markup("**大事**な語"), Some(("emphasis", 0..10)));
        assert_eq!(markup("３ [[語]]"), Some(("term", 4..11)));
        assert_eq!(markup("3 * 4 * 5、[1]、a < b、《声》"), None);
    }
}
