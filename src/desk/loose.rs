//! A YAML text as a tree, also while it is being written.
//!
//! [`crate::yaml::parse`] gives a tree of a text that is right, and nothing of one that is not. A text under the cursor is nearly always
//! wrong somewhere. [`Loose::read`] goes by the indents of the lines: what follows no grammar is left out, and the rest is still known.

use std::ops::Range;

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Loose {
    /// Its place.
    pub at: Range<usize>,
    /// What it is.
    pub value: LooseValue,
}

/// What a value can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LooseValue {
    /// Nothing is written.
    Nothing,
    /// A text, a number, a word.
    Scalar,
    /// A list.
    List(Vec<Loose>),
    /// A mapping.
    Map(Vec<LooseEntry>),
}

/// A key, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LooseEntry {
    /// The place of the key, without quotation marks.
    pub key: Range<usize>,
    /// The value; `None` if there is no colon yet.
    pub value: Option<Loose>,
}

/// The deepest mappings and lists that are read.
const DEEPEST: usize = 32;

impl Loose {
    /// The tree of `text[region]`.
    pub(super) fn read(text: &str, region: Range<usize>) -> Self {
        let mut reader = Reader { text, end: region.end, lines: lines(text, region), next: 0 };
        reader.block(0, DEEPEST)
    }

    /// The words of a scalar, without quotation marks.
    pub(super) fn words<'t>(&self, text: &'t str) -> Option<&'t str> {
        matches!(self.value, LooseValue::Scalar).then(|| unquoted(text, self.at.clone()))
    }

    /// The words of the scalar behind `key`.
    pub(super) fn scalar<'t>(&self, key: &str, text: &'t str) -> Option<&'t str> {
        let LooseValue::Map(entries) = &self.value else { return None };
        let entry = entries.iter().find(|entry| &text[entry.key.clone()] == key)?;
        entry.value.as_ref()?.words(text)
    }
}

/// What is written at `at`, without quotation marks around it.
fn unquoted(text: &str, at: Range<usize>) -> &str {
    let words = text[at].trim();
    let inner = ['"', '\''].iter().find_map(|&mark| {
        let open = words.strip_prefix(mark)?;
        Some(open.strip_suffix(mark).unwrap_or(open))
    });
    inner.unwrap_or(words)
}

/// A line that says something: from its first sign to the end of its words.
#[derive(Debug, Clone)]
struct LooseLine {
    start: usize,
    end: usize,
    indent: usize,
}

fn lines(text: &str, region: Range<usize>) -> Vec<LooseLine> {
    let mut lines = Vec::new();
    let mut at = region.start;
    for line in text[region].split_inclusive('\n') {
        let words = line.trim_end();
        let indent = words.len() - words.trim_start_matches([' ', '\t']).len();
        if indent < words.len() {
            lines.push(LooseLine { start: at + indent, end: at + words.len(), indent });
        }
        at += line.len();
    }
    lines
}

struct Reader<'t> {
    text: &'t str,
    end: usize,
    lines: Vec<LooseLine>,
    next: usize,
}

impl Reader<'_> {
    /// The next line that is no comment.
    fn peek(&mut self) -> Option<LooseLine> {
        while let Some(line) = self.lines.get(self.next) {
            if !self.text[line.start..].starts_with('#') {
                return Some(line.clone());
            }
            self.next += 1;
        }
        None
    }

    fn nothing(&self) -> Loose {
        let at = self.lines.get(self.next).map_or(self.end, |line| line.start);
        Loose { at: at..at, value: LooseValue::Nothing }
    }

    /// The value that the next lines are, if they are indented by `least` or more.
    fn block(&mut self, least: usize, depth: usize) -> Loose {
        let Some(line) = self.peek().filter(|line| line.indent >= least && depth > 0) else {
            return self.nothing();
        };
        if is_item(&self.text[line.start..line.end]) {
            return self.list(line.indent, depth);
        }
        if self.text[line.start..].starts_with(['{', '[']) {
            return self.flow(line.start, least, depth);
        }
        let is_map = self.colon(&line).is_some() || self.has_key_below(line.indent);
        if is_map { self.map(line.indent, depth) } else { self.scalar(line.start, line.indent) }
    }

    /// Whether the line behind the next one is a key with the same indent.
    fn has_key_below(&self, indent: usize) -> bool {
        let below = self.lines.get(self.next + 1).filter(|line| line.indent == indent);
        below.is_some_and(|line| self.colon(line).is_some())
    }

    fn list(&mut self, indent: usize, depth: usize) -> Loose {
        let mut items: Vec<Loose> = Vec::new();
        let start = self.lines[self.next].start;
        while let Some(line) = self.peek().filter(|line| line.indent >= indent) {
            let words = &self.text[line.start..line.end];
            if line.indent > indent {
                self.next += 1;
                continue;
            }
            if !is_item(words) {
                break;
            }
            let rest = words[1..].trim_start();
            if rest.is_empty() || rest.starts_with('#') {
                self.next += 1;
            } else {
                let moved = words.len() - rest.len();
                self.lines[self.next] =
                    LooseLine { start: line.start + moved, indent: indent + moved, end: line.end };
            }
            items.push(self.block(indent + 1, depth.saturating_sub(1)));
        }
        let end = items.last().map_or(start, |item| item.at.end);
        Loose { at: start..end.max(start), value: LooseValue::List(items) }
    }

    fn map(&mut self, indent: usize, depth: usize) -> Loose {
        let mut entries: Vec<LooseEntry> = Vec::new();
        let start = self.lines[self.next].start;
        while let Some(line) = self.peek().filter(|line| line.indent >= indent) {
            if line.indent > indent {
                self.next += 1;
                continue;
            }
            if is_item(&self.text[line.start..line.end]) {
                break;
            }
            let Some(colon) = self.colon(&line) else {
                entries.push(LooseEntry { key: self.key(line.start..line.end), value: None });
                self.next += 1;
                continue;
            };
            let key = self.key(line.start..colon);
            let value = self.value(&line, colon + 1, depth);
            entries.push(LooseEntry { key, value: Some(value) });
        }
        let end =
            entries.last().map_or(start, |last| last.value.as_ref().map_or(last.key.end, |it| it.at.end));
        Loose { at: start..end.max(start), value: LooseValue::Map(entries) }
    }

    /// The value behind the colon of `line`, whose words begin at or behind byte `from`.
    fn value(&mut self, line: &LooseLine, from: usize, depth: usize) -> Loose {
        let words = &self.text[from..line.end];
        let start = from + words.len() - words.trim_start().len();
        if start == line.end || self.text[start..].starts_with('#') {
            self.next += 1;
            let is_list =
                |next: &LooseLine| next.indent == line.indent && is_item(&self.text[next.start..next.end]);
            if self.lines.get(self.next).is_some_and(is_list) {
                return self.list(line.indent, depth.saturating_sub(1));
            }
            let value = self.block(line.indent + 1, depth.saturating_sub(1));
            let is_empty = value.value == LooseValue::Nothing;
            return if is_empty { Loose { at: start..start, ..value } } else { value };
        }
        if self.text[start..].starts_with(['{', '[']) {
            return self.flow(start, line.indent + 1, depth);
        }
        self.scalar(start, line.indent)
    }

    /// A scalar that begins at `start`, with the lines behind it that are indented by more than `indent`.
    fn scalar(&mut self, start: usize, indent: usize) -> Loose {
        let first = self.lines[self.next].end;
        self.next += 1;
        let is_plain = !self.text[start..].starts_with(['"', '\'', '|', '>']);
        let mut end = first;
        if is_plain && let Some(comment) = self.text[start..first].find(" #") {
            end = start + self.text[start..start + comment].trim_end().len();
        }
        while let Some(line) = self.lines.get(self.next).filter(|line| line.indent > indent) {
            end = line.end;
            self.next += 1;
        }
        Loose { at: start..end, value: LooseValue::Scalar }
    }

    /// The byte of the colon behind the key that `line` begins with.
    fn colon(&self, line: &LooseLine) -> Option<usize> {
        let words = &self.text[line.start..line.end];
        let quoted = words.starts_with(['"', '\'']).then(|| words[1..].find(&words[..1])).flatten();
        let from = quoted.map_or(0, |at| at + 2);
        if words.starts_with(['{', '[', '"', '\'']) && quoted.is_none() {
            return None;
        }
        let mut colons = words[from..].match_indices(':').map(|(at, _)| from + at);
        let at = colons.find(|at| words[at + 1..].chars().next().is_none_or(char::is_whitespace))?;
        (quoted.is_none() || at == from).then_some(line.start + at)
    }

    fn key(&self, at: Range<usize>) -> Range<usize> {
        let words = self.text[at.clone()].trim_end();
        let is_quoted = words.len() > 1 && words.starts_with(['"', '\'']) && words.ends_with(['"', '\'']);
        let inner = usize::from(is_quoted);
        at.start + inner..at.start + words.len() - inner
    }

    /// A value in braces or brackets that begins at `start`. It ends at the latest before a line with less indent than `least`.
    fn flow(&mut self, start: usize, least: usize, depth: usize) -> Loose {
        let below = &self.lines[self.next + 1..];
        let end = below.iter().find(|line| line.indent < least).map_or(self.end, |line| line.start);
        let mut flow = FlowText { text: &self.text[..end], at: start };
        let value = flow.value(depth);
        let end = flow.at;
        while self.lines.get(self.next).is_some_and(|line| line.start < end) {
            self.next += 1;
        }
        value
    }
}

/// Whether a line begins an item of a list.
fn is_item(words: &str) -> bool {
    words.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// What is within braces and brackets.
struct FlowText<'t> {
    text: &'t str,
    at: usize,
}

impl FlowText<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn value(&mut self, depth: usize) -> Loose {
        self.skip_blanks();
        match self.rest().chars().next() {
            Some(open @ ('{' | '[')) if depth > 0 => self.collection(open, depth),
            _ => {
                let at = self.scalar(false);
                let value = if at.is_empty() { LooseValue::Nothing } else { LooseValue::Scalar };
                Loose { at, value }
            }
        }
    }

    fn collection(&mut self, open: char, depth: usize) -> Loose {
        let start = self.at;
        self.at += 1;
        let (mut items, mut entries) = (Vec::new(), Vec::new());
        loop {
            self.skip_blanks();
            match self.rest().chars().next() {
                None => break,
                Some('}' | ']') => {
                    self.at += 1;
                    break;
                }
                Some(',') => self.at += 1,
                Some(_) if open == '[' => {
                    let before = self.at;
                    items.push(self.value(depth - 1));
                    self.step_from(before);
                }
                Some(_) => {
                    let before = self.at;
                    let key = self.scalar(true);
                    self.skip_blanks();
                    let has_colon = self.rest().starts_with(':');
                    self.at += usize::from(has_colon);
                    let value = has_colon.then(|| self.value(depth - 1));
                    entries.push(LooseEntry { key, value });
                    self.step_from(before);
                }
            }
        }
        let value = if open == '[' { LooseValue::List(items) } else { LooseValue::Map(entries) };
        Loose { at: start..self.at, value }
    }

    /// Goes on by one sign, if nothing was read since `before`.
    fn step_from(&mut self, before: usize) {
        if self.at == before {
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        }
    }

    /// The place of a scalar, without quotation marks around a key.
    fn scalar(&mut self, is_key: bool) -> Range<usize> {
        let start = self.at;
        let rest = self.rest();
        if let Some(mark) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let closed = rest[1..].find(mark).map(|at| at + 2);
            self.at += closed.unwrap_or(rest.len());
            let [opening, closing] = [is_key, is_key && closed.is_some()].map(usize::from);
            return start + opening..self.at - closing;
        }
        let mut signs = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((at, sign)) = signs.next() {
            let is_colon =
                sign == ':' && signs.peek().is_none_or(|(_, c)| c.is_whitespace() || ",]}".contains(*c));
            if matches!(sign, ',' | '}' | ']' | '{' | '[' | '\n') || is_key && is_colon {
                end = at;
                break;
            }
        }
        let words = rest[..end].trim_end().len();
        self.at += end;
        start..start + words
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tree in words: `{key: value}`, `[item]`, `key!` for a key without a colon.
    fn shown(text: &str, node: &Loose) -> String {
        match &node.value {
            LooseValue::Nothing => "~".to_owned(),
            LooseValue::Scalar => node.words(text).unwrap().replace('\n', "/"),
            LooseValue::List(items) => {
                format!("[{}]", items.iter().map(|it| shown(text, it)).collect::<Vec<_>>().join(", "))
            }
            LooseValue::Map(entries) => {
                let entry = |it: &LooseEntry| match &it.value {
                    Some(value) => format!("{}: {}", &text[it.key.clone()], shown(text, value)),
                    None => format!("{}!", &text[it.key.clone()]),
                };
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn tree(text: &str) -> String {
        shown(text, &Loose::read(text, 0..text.len()))
    }

    #[test]
    fn a_text_that_is_right_is_read_as_it_is() {
        let text = "title: 朝の会 # 注\n\"b\": 'c'\nlist:\n- one\n- two: 2\n  more:\n    - [x, y]\ntext: |\n  a: b\n  - c\nnull:\nflow: { a: [1, 二], b: {c: d} }\nend: x\n";
        assert_eq!(
            tree(text),
            "{title: 朝の会, b: c, list: [one, {two: 2, more: [[x, y]]}], text: |/  a: b/  - c, null: ~, \
             flow: {a: [1, 二], b: {c: d}}, end: x}"
        );
    }

    #[test]
    fn what_is_being_written_costs_nothing_around_it() {
        assert_eq!(tree("title: a\nsu\nend: x\n"), "{title: a, su!, end: x}");
        assert_eq!(tree("a:\n  - b: 1\n    c\nend: x\n"), "{a: [{b: 1, c!}], end: x}");
        assert_eq!(tree("a: [x, { b: 1, c\nend: x\n"), "{a: [x, {b: 1, c!}], end: x}");
        assert_eq!(tree("a: \"open\nend: x\n"), "{a: open, end: x}");
        assert_eq!(tree("a:\n  b\nend: x\n"), "{a: b, end: x}");
        assert_eq!(tree("a:\n      - x\n   odd\nend: x\n"), "{a: [x], end: x}");
        assert_eq!(tree("ti"), "ti");
        assert_eq!(tree("{'終"), "{終!}");
        assert_eq!(tree(""), "~");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[-a:{}\\[\\],\"'|># \n\u{e000}あ]{0,60}") {
            let tree = Loose::read(&text, 0..text.len());
            shown(&text, &tree);
        }
    }
}
