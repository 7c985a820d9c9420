//! A line of a handout as Markdown.

use super::escape::{WrittenPlace, begun, escaped, flanks, is_readable};
use super::handout::{Inline, WordLook, words_of};
use super::word::room;

/// A line as Markdown: its pictures by the paths that `pictures` has, with their words.
pub(super) struct LineWriter<'a> {
    pub(super) pictures: &'a [(String, String)],
}

/// What is written of a line so far.
#[derive(Default)]
struct WrittenLine {
    out: String,
    /// The last character that is seen.
    last: Option<char>,
    /// Whether the last thing written is the end of an emphasis.
    ends_emphasis: bool,
}

impl LineWriter<'_> {
    /// The line of a paragraph, an item or a note. Line breaks are kept; what follows them begins with `indent`.
    pub(super) fn paragraph(&self, line: &[Inline], indent: &str) -> String {
        let text = self.inline(line, WrittenPlace::Line);
        let lines: Vec<&str> = text.split('\n').collect();
        let first = lines.iter().position(|it| !it.trim().is_empty()).unwrap_or(0);
        let last = lines.iter().rposition(|it| !it.trim().is_empty()).unwrap_or(0);
        let lines: Vec<String> = lines[first..=last.max(first)].iter().map(|line| begun(line)).collect();
        lines.join(&format!("\\\n{indent}"))
    }

    /// A heading.
    pub(super) fn heading(&self, line: &[Inline]) -> String {
        self.inline(line, WrittenPlace::Heading).replace('\n', " ").trim().to_owned()
    }

    /// What a cell of a table has in one of its lines.
    pub(super) fn cell(&self, line: &[Inline]) -> String {
        self.inline(line, WrittenPlace::Cell).replace('\n', "　").trim_matches([' ', '\t']).to_owned()
    }

    fn inline(&self, line: &[Inline], place: WrittenPlace) -> String {
        let all = words_of(line);
        let mut written = WrittenLine::default();
        for (at, inline) in line.iter().enumerate() {
            let next = line[at + 1..].iter().find_map(first_sign);
            self.add(inline, place, &all, next, &mut written);
        }
        written.out
    }

    fn add(&self, inline: &Inline, place: WrittenPlace, all: &str, next: Option<char>, to: &mut WrittenLine) {
        let plain = |to: &mut WrittenLine, text: &str, last: Option<char>| {
            to.out.push_str(text);
            to.last = last.or(to.last);
            to.ends_emphasis = false;
        };
        match inline {
            Inline::Words(words, look) => self.words(words, *look, place, all, next, to),
            Inline::Ruby { base, reading } if is_readable(base) && is_readable(reading) => {
                plain(to, &format!("｜{base}《{reading}》"), Some('》'));
            }
            Inline::Ruby { base, reading } => {
                let words = format!("{base}（{reading}）");
                plain(to, &escaped(&words, place, all), Some('）'));
            }
            Inline::Break => plain(to, "\n", Some('\n')),
            Inline::Link(address, inner) => {
                let words = self.inline(inner, place).replace('\n', " ");
                let address = address_of(address);
                plain(to, &format!("[{}]({address})", words.trim()), Some(')'));
            }
            Inline::Note(at) => plain(to, &format!("[^{}]", at + 1), Some(']')),
            Inline::Picture(at) => {
                if let Some((path, alt)) = self.pictures.get(*at) {
                    let alt = escaped(&alt.replace('\n', " "), place, alt);
                    plain(to, &format!("![{alt}]({path})"), Some(')'));
                }
            }
            Inline::Control(control) => plain(to, room(control), Some('＿')),
        }
    }

    #[allow(clippy::unused_self, reason = "one of the parts of a line")]
    fn words(
        &self,
        words: &str,
        look: WordLook,
        place: WrittenPlace,
        all: &str,
        next: Option<char>,
        to: &mut WrittenLine,
    ) {
        let mark = match look {
            WordLook::Plain => "",
            WordLook::Strong => "**",
            WordLook::Slanted => "*",
            WordLook::Struck => "~~",
        };
        let inner = words.trim();
        let start = words.len() - words.trim_start().len();
        let (before, after) = (&words[..start], &words[start + inner.len()..]);
        let outside = before.chars().next_back().or(to.last).filter(|c| *c != '\n');
        let behind = after.chars().next().or(next);
        let can_mark = flanks(outside, inner.chars().next()) && flanks(behind, inner.chars().next_back());
        // Two marks of emphasis that touch may be read as one.
        let touches = to.ends_emphasis && before.is_empty();
        // Headings are bold as they are.
        let is_marked =
            can_mark && !touches && !mark.is_empty() && (place != WrittenPlace::Heading || mark != "**");
        to.out.push_str(before);
        let text = escaped(inner, place, all);
        if is_marked {
            to.out.push_str(mark);
            to.out.push_str(&text);
            to.out.push_str(mark);
        } else {
            to.out.push_str(&text);
        }
        to.out.push_str(after);
        to.last = words.chars().next_back().or(to.last);
        to.ends_emphasis = is_marked && after.is_empty();
    }
}

/// The first character that is seen of something in a line.
fn first_sign(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Words(words, _) => words.chars().next(),
        Inline::Ruby { .. } => Some('｜'),
        Inline::Break => Some('\n'),
        Inline::Link(..) | Inline::Note(_) => Some('['),
        Inline::Picture(_) => Some('!'),
        Inline::Control(_) => Some('＿'),
    }
}

/// An address between the parentheses of a link.
fn address_of(address: &str) -> String {
    let mut out = String::new();
    for c in address.trim().chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '&' => out.push_str("&amp;"),
            '*' => out.push_str("%2A"),
            '_' | '~' | '`' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
