//! Tags of HTML, shortcodes and marks of other dialects, as the marks that a page has.

use std::fmt::Write as _;
use std::sync::LazyLock;

use regex::Regex;

use super::marks::{highlighted, note_to_oneself};
use super::{leave, ruby::ruby, table};
use crate::import::handout::{LeftKind, LeftOut};

/// A tag: its name, whether it ends something, and its attributes as they are written.
pub(super) struct HtmlTag<'t> {
    pub(super) name: String,
    pub(super) is_end: bool,
    pub(super) attributes: &'t str,
    /// How long it is.
    pub(super) length: usize,
}

static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"^<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^\s<>"'=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?)*)\s*/?>"#)
        .ok()
});

/// The tag that `text` begins with.
pub(super) fn tag(text: &str) -> Option<HtmlTag<'_>> {
    let found = TAG.as_ref()?.captures(text)?;
    Some(HtmlTag {
        name: found[2].to_ascii_lowercase(),
        is_end: !found[1].is_empty(),
        attributes: found.get(3).map_or("", |it| it.as_str()).trim(),
        length: found[0].len(),
    })
}

impl HtmlTag<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start();
            let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            let key = &rest[..end];
            if key.is_empty() {
                return None;
            }
            let behind = rest[end..].trim_start();
            let value = if let Some(value) = behind.strip_prefix('=') {
                let value = value.trim_start();
                let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
                let inner = quote.map_or(value, |_| &value[1..]);
                let end = match quote {
                    Some(quote) => inner.find(quote).unwrap_or(inner.len()),
                    None => inner.find(char::is_whitespace).unwrap_or(inner.len()),
                };
                rest = inner[end..].trim_start_matches(['"', '\'']);
                &inner[..end]
            } else {
                rest = behind;
                ""
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(entities(value));
            }
        }
    }
}

/// The usual references to characters resolved.
fn entities(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

/// What is open while a text is converted.
struct Converter<'t, 'l> {
    text: &'t str,
    at: usize,
    /// The number of the line.
    line: usize,
    /// The ends that are nowhere in the rest of the text: nobody looks for them twice.
    missing: Vec<String>,
    out: String,
    /// The addresses of links that are open.
    links: Vec<String>,
    /// The lists that are open: the number of the last item, or none.
    lists: Vec<Option<u32>>,
    left: &'l mut Vec<LeftOut>,
}

/// `text`, whose first line has the number `first`, without tags and shortcodes.
pub(super) fn converted(text: &str, first: usize, left: &mut Vec<LeftOut>) -> String {
    let mut converter = Converter {
        text,
        at: 0,
        line: first,
        missing: Vec::new(),
        out: String::new(),
        links: Vec::new(),
        lists: Vec::new(),
        left,
    };
    while converter.at < text.len() {
        converter.step();
    }
    // A link that never ends is words.
    while let Some(address) = converter.links.pop() {
        let _ = write!(converter.out, "]({address})");
    }
    converter.out
}

impl Converter<'_, '_> {
    fn leave(&mut self, what: LeftKind, words: &str) {
        leave(self.left, self.line, what, words);
    }

    /// Where `end` is in `rest`, in any case.
    fn end(&mut self, rest: &str, end: &str) -> Option<usize> {
        if self.missing.iter().any(|it| it == end) {
            return None;
        }
        let found = find(rest, end);
        if found.is_none() {
            self.missing.push(end.to_owned());
        }
        found
    }

    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let Some(sign) = rest.chars().next() else { return };
        let taken = match sign {
            '`' => self.code(rest),
            '\\' => {
                let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                self.out.push_str(&rest[..length]);
                length
            }
            '<' => self.tag(rest),
            '{' => self.braces(rest),
            '[' => self.brackets(rest),
            '%' | '=' => self.pair(rest),
            _ => 0,
        };
        let length = if taken > 0 { taken } else { sign.len_utf8() };
        if taken == 0 {
            self.out.push(sign);
        }
        self.line += rest[..length].matches('\n').count();
        self.at += length;
    }

    /// Code within a line stays as it is.
    fn code(&mut self, rest: &str) -> usize {
        let marks = rest.len() - rest.trim_start_matches('`').len();
        // Code ends in its paragraph.
        let inner = rest[marks..].split("\n\n").next().unwrap_or_default();
        let mut from = 0;
        while let Some(found) = inner[from..].find('`').map(|at| from + at) {
            let run = inner[found..].len() - inner[found..].trim_start_matches('`').len();
            if run == marks {
                let length = marks + found + run;
                self.out.push_str(&rest[..length]);
                return length;
            }
            from = found + run;
        }
        self.out.push_str(&rest[..marks]);
        marks
    }

    /// Shortcodes and templates: they are listed. `{漢字|かんじ}` is a word with its reading.
    fn braces(&mut self, rest: &str) -> usize {
        for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{:", "}")] {
            let Some(inner) = near(rest).strip_prefix(open) else { continue };
            let Some(end) = inner.find(close).filter(|end| !inner[..*end].contains("\n\n")) else { continue };
            let whole = &rest[..open.len() + end + close.len()];
            self.leave(LeftKind::Shortcode, whole);
            let is_address = rest[whole.len()..].starts_with(')') && self.out.ends_with("](");
            return whole.len() + usize::from(is_address && self.end_link());
        }
        let inner = near(rest)[1..].split_once('}').map_or("", |(inner, _)| inner);
        let Some((base, reading)) = inner.split_once('|') else { return 0 };
        let is_kana = |c: char| matches!(c, 'ぁ'..='ヿ' | '|');
        if base.is_empty() || reading.is_empty() || !reading.chars().all(is_kana) || base.is_ascii() {
            return 0;
        }
        let _ = write!(self.out, "｜{base}《{}》", reading.replace('|', ""));
        inner.len() + 2
    }

    /// Ends a link whose address was a shortcode: only its words are kept.
    fn end_link(&mut self) -> bool {
        let line = self.out.rfind('\n').map_or(0, |at| at + 1);
        let words = &self.out[line..self.out.len() - "](".len()];
        let mut depth = 0;
        let is_open = |&(at, sign): &(usize, char)| {
            if !words[..at].ends_with('\\') {
                depth += i32::from(sign == ']') - i32::from(sign == '[');
            }
            depth < 0
        };
        let Some((at, _)) = words.char_indices().rev().find(is_open) else { return false };
        let (open, end) = (line + at, line + words.len());
        self.out.truncate(end);
        let start = if self.out[..open].ends_with('!') { open - 1 } else { open };
        self.out.replace_range(start..=open, "");
        true
    }

    /// `[[page]]` of a wiki leads to no term of the course; a title of a link is listed.
    fn brackets(&mut self, rest: &str) -> usize {
        if let Some(inner) =
            near(rest).strip_prefix("[[").and_then(|it| it.split_once("]]")).map(|(inner, _)| inner)
            && !inner.contains(['\n', '['])
            && !inner.trim().is_empty()
        {
            let (page, shown) = inner.split_once('|').unwrap_or((inner, inner));
            // In a table, the bar is escaped.
            let page = page.trim_end_matches('\\');
            let is_contents = inner.eq_ignore_ascii_case("toc");
            self.leave(if is_contents { LeftKind::Contents } else { LeftKind::Link }, page);
            // A picture or a page that is shown within another has a mark before it.
            if self.out.ends_with('!') && !self.out.ends_with("\\!") {
                self.out.pop();
            }
            if !is_contents {
                self.out.push_str(shown.trim());
            }
            return inner.len() + 4;
        }
        if rest.len() >= 5 && rest.is_char_boundary(5) && rest[..5].eq_ignore_ascii_case("[toc]") {
            self.leave(LeftKind::Contents, &rest[..5]);
            return 5;
        }
        0
    }

    /// `%%words%%` and `==words==`.
    fn pair(&mut self, rest: &str) -> usize {
        if let Some(inner) = note_to_oneself(near(rest)) {
            self.leave(LeftKind::Hidden, inner);
            return inner.len() + 4;
        }
        let Some(inner) = highlighted(near(rest), &self.out) else { return 0 };
        let _ = write!(self.out, "**{inner}**");
        inner.len() + 4
    }

    fn tag(&mut self, rest: &str) -> usize {
        if rest.starts_with("<!--") {
            // Comments are not shown here either.
            let length = self.end(rest, "-->").map_or(4, |end| end + 3);
            self.out.push_str(&rest[..length]);
            return length;
        }
        let Some(tag) = tag(rest) else { return 0 };
        match &*tag.name {
            "table" if !tag.is_end => {
                let end = self.end(rest, "</table>").map_or(rest.len(), |at| at + "</table>".len());
                let table = table::table(&rest[..end], self.line, self.left);
                self.own_block(&table);
                return end;
            }
            "ruby" if !tag.is_end => {
                if let Some(end) = self.end(rest, "</ruby>") {
                    let ruby = ruby(&rest[tag.length..end]);
                    self.out.push_str(&ruby);
                    return end + "</ruby>".len();
                }
            }
            "script" | "style" | "iframe" | "video" | "audio" | "object" | "svg" | "form" if !tag.is_end => {
                let close = format!("</{}>", tag.name);
                let end = self.end(rest, &close).map_or(tag.length, |at| at + close.len());
                self.leave(LeftKind::Tag, &rest[..end]);
                return end;
            }
            _ => self.simple(&tag, &rest[..tag.length]),
        }
        tag.length
    }

    /// A tag with a mark of its own, or none.
    fn simple(&mut self, tag: &HtmlTag<'_>, whole: &str) {
        match &*tag.name {
            "br" if self.is_in_row() => self.out.push('　'),
            "br" => {
                let is_last = self.text[self.at + tag.length..].starts_with('\n');
                let is_begun = self.out.lines().next_back().is_some_and(|line| !line.trim().is_empty())
                    && !self.out.ends_with('\n');
                if is_begun {
                    self.out.push_str(if is_last { "\\" } else { "\\\n" });
                }
            }
            "b" | "strong" | "u" | "mark" | "ins" | "font" => self.mark("**"),
            "i" | "em" | "cite" | "dfn" => self.mark("*"),
            "s" | "del" | "strike" => self.mark("~~"),
            "code" | "kbd" | "samp" | "tt" => self.mark("`"),
            "hr" => self.own_block("---"),
            "a" if tag.is_end => {
                if let Some(address) = self.links.pop() {
                    let _ = write!(self.out, "]({address})");
                }
            }
            "a" => match tag.attribute("href") {
                Some(address) => {
                    self.out.push('[');
                    self.links.push(address.replace(' ', "%20"));
                }
                None => self.leave(LeftKind::Tag, whole),
            },
            "img" => {
                let alt = tag.attribute("alt").unwrap_or_default();
                match tag.attribute("src") {
                    Some(path) => {
                        let _ = write!(self.out, "![{alt}]({})", path.replace(' ', "%20"));
                    }
                    None => self.leave(LeftKind::Tag, whole),
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = tag.name[1..].parse().unwrap_or(2);
                let mark = if tag.is_end { "\n\n".to_owned() } else { format!("\n\n{} ", "#".repeat(level)) };
                self.out.push_str(&mark);
            }
            "ul" | "ol" | "li" if !(tag.name == "li" && tag.is_end) => self.list_tag(tag),
            "p" | "div" | "section" | "article" | "center" | "figure" | "details" | "blockquote"
            | "aside" | "header" | "footer" | "main" | "nav" | "dl" => {
                if !self.out.is_empty() && !self.out.ends_with("\n\n") {
                    self.out.push_str("\n\n");
                }
                self.leave_attributes(tag, whole);
            }
            "summary" | "figcaption" | "caption" | "dt" => {
                self.out.push_str(if tag.is_end { "**\n\n" } else { "\n\n**" });
            }
            "li" | "dd" | "span" | "sup" | "sub" | "small" | "big" | "abbr" | "wbr" | "time" | "q" => {
                self.leave_attributes(tag, whole);
            }
            _ => self.leave(LeftKind::Tag, whole),
        }
    }

    /// A list or an item of one.
    fn list_tag(&mut self, tag: &HtmlTag<'_>) {
        if tag.name == "li" {
            let depth = self.lists.len().saturating_sub(1);
            let mark = match self.lists.last_mut() {
                Some(Some(number)) => {
                    *number = number.saturating_add(1);
                    format!("{number}. ")
                }
                _ => "- ".to_owned(),
            };
            let trimmed = self.out.trim_end_matches([' ', '\n']).len();
            let is_first = self.out[trimmed..].contains("\n\n");
            self.out.truncate(trimmed);
            self.out.push_str(if is_first { "\n\n" } else { "\n" });
            let _ = write!(self.out, "{}{mark}", "   ".repeat(depth));
        } else if tag.is_end {
            self.lists.pop();
            if self.lists.is_empty() {
                self.out.push('\n');
            }
        } else {
            if self.lists.is_empty() {
                self.out.push_str("\n\n");
            }
            let start = tag.attribute("start").and_then(|it| it.parse::<u32>().ok()).unwrap_or(1);
            self.lists.push((tag.name == "ol").then(|| start.saturating_sub(1)));
        }
    }

    /// Attributes may hold words.
    fn leave_attributes(&mut self, tag: &HtmlTag<'_>, whole: &str) {
        if !tag.attributes.is_empty() {
            self.leave(LeftKind::Tag, whole);
        }
    }

    fn mark(&mut self, mark: &str) {
        self.out.push_str(mark);
    }

    fn own_block(&mut self, text: &str) {
        let trimmed = self.out.trim_end_matches([' ', '\n']).len();
        self.out.truncate(trimmed);
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    /// Whether the line is a row of a table or a heading, which have no line breaks.
    fn is_in_row(&self) -> bool {
        let start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        self.text[start..].trim_start().starts_with(['|', '#'])
    }
}

/// The beginning of `text`, in which a mark that begins there ends.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(2_000)]
}

/// The place of a tag in any case.
fn find(text: &str, tag: &str) -> Option<usize> {
    (0..text.len()).find(|&at| {
        let end = at + tag.len();
        end <= text.len() && text.as_bytes()[at..end].eq_ignore_ascii_case(tag.as_bytes())
    })
}
