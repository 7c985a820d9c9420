//! What YAML takes away from a value, or leaves in it, without an error: words behind ` #`, line breaks inside a value,
//! typographic quotation marks around it, marks of Markdown in a value that is none.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use unicode_width::UnicodeWidthChar;

use super::{Node, Range, Value};
use crate::diagnostic::Code;
use crate::steps;

/// A slip that YAML accepts.
pub(super) struct Slip {
    pub code: Code,
    pub at: Range,
    /// What was written.
    pub found: String,
    /// Which sentence of its code is used.
    pub what: &'static str,
    /// The corrected value, or the word that chooses the sentence.
    pub fix: String,
    /// What `fix` replaces, if it is all that has to change.
    pub replaced: Option<Range>,
}

/// Finds the slips of `node` and everything in it; `text` is the whole file.
pub(super) fn look(node: &Node, text: &str, out: &mut Vec<Slip>) {
    look_into(node, &YamlText::new(text), out);
}

fn look_into(node: &Node, file: &YamlText<'_>, out: &mut Vec<Slip>) {
    let text = file.text;
    let source = text.get(node.at.start as usize..node.at.end as usize).unwrap_or_default();
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|(_, value)| look_into(value, file, out)),
        Value::List(items) => items.iter().for_each(|item| look_into(item, file, out)),
        Value::Text(value) => {
            folded(node.at, source, text, out);
            quoted(node.at, value, out);
        }
        Value::Integer(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
    cut(node, source, file, out);
    named(node, source, file, out);
}

/// A file, with what is asked of it for each of its values, so that a line of many values is looked through once.
struct YamlText<'f> {
    text: &'f str,
    /// Of each line: where it begins, and where it ends without its line break and the blanks before that.
    lines: Vec<(usize, usize)>,
    /// What follows each `*`, in order.
    used: Vec<&'f str>,
}

impl<'f> YamlText<'f> {
    fn new(text: &'f str) -> Self {
        let mut start = 0;
        let lines = text.split('\n').map(|line| {
            let begin = start;
            start += line.len() + 1;
            (begin, begin + line.trim_end().len())
        });
        let lines = lines.collect();
        // A name may hold a `*`; what follows each is listed anyway.
        let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}' | '*');
        let name = |(at, _)| {
            let name = text[at + 1..].split(is_end).next().unwrap_or_default();
            steps::count(1 + name.len());
            name
        };
        let mut used: Vec<&str> = text.match_indices('*').map(name).collect();
        used.sort_unstable();
        Self { text, lines, used }
    }

    /// The number of the line that holds the byte `at`.
    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1)
    }

    /// Where the line of the byte `at` ends, without blanks at its end.
    fn end_of_line(&self, at: usize) -> usize {
        self.lines[self.line_of(at)].1
    }

    /// Whether a `*` is followed by words that begin with `name`.
    fn uses(&self, name: &str) -> bool {
        let name = name.split('*').next().unwrap_or_default();
        let from = self.used.partition_point(|used| *used < name);
        self.used.get(from).is_some_and(|used| used.starts_with(name))
    }
}

fn byte(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// ` #2` behind a value is a comment: the words are gone. `# a remark`, with a blank behind, is meant as one.
fn cut(node: &Node, source: &str, file: &YamlText<'_>, out: &mut Vec<Slip>) {
    let text = file.text;
    let behind = if node.value == Value::Null { node.at.start } else { node.at.end } as usize;
    let comment = header_comment(node, source, file).or_else(|| {
        let rest = text.get(behind..file.end_of_line(behind))?;
        // A missing value has the place of the colon before it.
        let is_null = node.value == Value::Null && rest.starts_with(':');
        let line = &rest[usize::from(is_null)..];
        let comment = line.trim_start_matches([' ', '\t']);
        steps::count(line.len() - comment.len());
        let is_apart = comment.len() < line.len() && is_value_like(comment);
        let start = behind + rest.len() - comment.len();
        is_apart.then(|| Range { start: byte(start), end: byte(start + comment.len()) })
    });
    let Some(comment) = comment else { return };
    let written = |at: Range| text.get(at.start as usize..at.end as usize).unwrap_or_default();
    let found = written(comment).to_owned();
    let is_one_line = !source.contains('\n') && !matches!(node.value, Value::List(_) | Value::Map(_));
    if is_one_line {
        // Words in quotation marks stay in them.
        let value = source.trim_matches(['"', '\'', ':']);
        let between = text.get(node.at.end as usize..comment.start as usize).unwrap_or_default();
        let fix = in_quotes(format!("{value}{}{found}", between.trim_start_matches(':')).trim_start());
        let start = if node.value == Value::Null { comment.start } else { node.at.start };
        let replaced = Some(Range { start, end: comment.end });
        out.push(Slip { code: Code::ValueCut, at: comment, what: "value", found, fix, replaced });
    } else {
        let fix = found.replacen('#', "# ", 1);
        out.push(Slip {
            code: Code::ValueCut,
            at: comment,
            what: "comment",
            found,
            fix,
            replaced: Some(comment),
        });
    }
}

/// Whether a comment looks like words that belong to the value before it.
fn is_value_like(comment: &str) -> bool {
    let words = comment.strip_prefix('#');
    words.is_some_and(|words| words.starts_with(|c: char| !c.is_whitespace() && c != '#' && c != '!'))
}

/// The place of such a comment behind the sign `|` or `>` of a value of several lines.
fn header_comment(node: &Node, source: &str, file: &YamlText<'_>) -> Option<Range> {
    if !matches!(node.value, Value::Text(_)) {
        return None;
    }
    let at = node.at.start as usize;
    let own = file.line_of(at);
    let is_sign_before =
        || file.text.get(file.lines[own].0..at).is_some_and(|before| before.trim().is_empty());
    let (start, end) = if source.starts_with(['|', '>']) {
        file.lines[own]
    } else if own > 0 && is_sign_before() {
        file.lines[own - 1]
    } else {
        return None;
    };
    let line = file.text.get(start..end)?;
    steps::count(line.len());
    let header = line.rfind(['|', '>'])?;
    let rest = line[header + 1..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
    let comment = rest.trim_start_matches([' ', '\t']);
    let is_sign = line[..header].ends_with(' ') && comment.len() < rest.len() && is_value_like(comment);
    let at = start + line.len() - comment.len();
    is_sign.then(|| Range { start: byte(at), end: byte(at + comment.len()) })
}

/// `&word` or `!word` before a value is its name or its type to YAML: the word is gone. A name that `*word` uses is meant as one.
fn named(node: &Node, source: &str, file: &YamlText<'_>, out: &mut Vec<Slip>) {
    let before = file.text.get(..node.at.start as usize).unwrap_or_default().trim_end();
    let start = before.rfind([' ', '\n', '[', '{', ',']).map_or(0, |at| at + 1);
    let word = &before[start..];
    steps::count(word.len());
    let is_text = matches!(node.value, Value::Text(_)) && !source.contains('\n');
    let is_unused = |name: &str| is_text && !file.uses(name);
    let is_name = word.strip_prefix('&').is_some_and(is_unused);
    let is_type = word.starts_with('!') && !word.starts_with("!!");
    if word.len() < 2 || !is_name && !is_type {
        return;
    }
    let at = Range { start: byte(start), end: byte(before.len()) };
    let value = source.trim_matches(['"', '\'']);
    let fix = if is_text { in_quotes(&format!("{word} {value}")) } else { String::new() };
    let replaced = is_text.then_some(Range { start: at.start, end: node.at.end });
    let what = if is_text { "name" } else { "name-alone" };
    out.push(Slip { code: Code::ValueCut, at, what, found: word.to_owned(), fix, replaced });
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
            let fix = "|".to_owned();
            out.push(Slip { code: Code::FoldedValue, at: place, what: "value", found, fix, replaced: None });
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
        let (found, fix) = (value.chars().take(40).collect(), in_quotes(inner));
        out.push(Slip { code: Code::ShownQuotes, at, what: "value", found, fix, replaced: Some(at) });
    }
}

/// `words` as a value in quotation marks.
pub(super) fn in_quotes(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A mark of Markdown.
static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let shape = r"(?P<emphasis>\*\*[^*\n]+\*\*|＊＊[^＊\n]+＊＊|~~[^~\n]+~~)|(?P<term>\[\[[^\[\]\n]+\]\]|［［[^［］\n]+］］)|(?P<ruby>[|｜][^《》\n]+《[^《》\n]+》|[\p{Han}々]+《[\p{Hiragana}ー]+》)|(?P<link>\[[^\[\]\n]+\]\([^()\n]+\))|(?P<tag></?[a-z]+\s*/?>)";
    Regex::new(shape).ok()
});

/// The kinds of mark, by the names of the groups of [`MARK`].
const KINDS: [&str; 5] = ["emphasis", "term", "ruby", "link", "tag"];

/// `text` without the marks that [`markup`] finds.
pub(super) fn without_markup(text: &str) -> String {
    let words = |captures: &Captures<'_>| {
        let found = captures.get(0).map_or("", |it| it.as_str());
        let kind = KINDS.into_iter().find(|kind| captures.name(kind).is_some());
        let words = match kind {
            Some("term") => found.trim_matches(['[', ']', '［', '］']).rsplit('|').next(),
            Some("ruby") => found.trim_start_matches(['|', '｜']).split('《').next(),
            Some("link") => found.trim_start_matches('[').split("](").next(),
            Some("tag") => None,
            _ => Some(found.trim_matches(['*', '＊', '~'])),
        };
        words.unwrap_or_default().to_owned()
    };
    let mut out = text.to_owned();
    // A mark may be in another, of each kind once.
    for _ in KINDS {
        steps::count(out.len());
        let Some(Cow::Owned(less)) = MARK.as_ref().map(|mark| mark.replace_all(&out, words)) else { break };
        out = less;
    }
    out
}

/// The first Markdown mark in a value that is shown as it is written: what it is, and where.
pub(super) fn markup(text: &str) -> Option<(&'static str, std::ops::Range<usize>)> {
    if !text.contains(['*', '＊', '~', '[', '［', '《', '<']) {
        return None;
    }
    steps::count(text.len());
    let captures = MARK.as_ref()?.captures(text)?;
    KINDS.into_iter().find_map(|kind| Some((kind, captures.name(kind)?.range())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_from_their_words() {
        for (text, words) in [
            ("**大事**な[[語|言葉]]", "大事な言葉"),
            ("｜見立《みた》てと見立《みた》て", "見立てと見立て"),
            ("[題](a.md)<br>~~古い~~", "題古い"),
            ("**[[語]]と[題](a.md)と｜声《こえ》**", "語と題と声"),
        ] {
            assert_eq!(without_markup(text), words);
        }
    }

    #[test]
    fn markdown_in_a_plain_value_is_found() {
        assert_eq!(markup("**大事**な語"), Some(("emphasis", 0..10)));
        assert_eq!(markup("３ [[語]]"), Some(("term", 4..11)));
        assert_eq!(markup("3 * 4 * 5、[1]、a < b、《声》"), None);
    }
}
