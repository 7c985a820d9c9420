//! The Markdown of other programs as a page of a course: [`front`] reads front matter, [`html`] turns tags and shortcodes into marks,
//! [`blocks`] headings and containers. Code stays as it is.

mod blocks;
mod front;
mod html;
mod marks;
mod ruby;
mod table;

use super::escape::yaml;
use super::handout::{LeftKind, LeftOut};
use crate::paper::read::{FoundPlace, Refusal};
use crate::source::{settled, utf8};
use std::fmt::Write as _;

/// A page of another program.
#[derive(Debug, Clone)]
pub(super) struct ForeignPage {
    pub(super) title: Option<String>,
    subtitle: Option<String>,
    summary: Option<String>,
    body: String,
    pub(super) left: Vec<LeftOut>,
}

/// A line of a page, and whether it is code.
struct TextLine {
    words: String,
    is_code: bool,
    /// Its number in the file.
    number: usize,
}

/// Reads a text.
///
/// # Errors
/// When it is not UTF-8.
pub(super) fn read(bytes: &[u8]) -> Result<ForeignPage, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = utf8(bytes.to_vec()).map_err(Refusal::NotUtf8)?;
    let text = settled(&text).replace("\r\n", "\n");
    let mut left = Vec::new();
    let (front, body, first) = front::divided(&text, &mut left);
    let mut lines = lines(body, first, &mut left);
    let title = blocks::title(&mut lines, front.title.as_deref());
    let lines = blocks::contained(lines, &mut left);
    let body = blocks::levelled(lines);
    left.sort_by_key(|it| match it.place {
        FoundPlace::Line(number) => number,
        _ => 0,
    });
    let title = front.title.or(title).filter(|it| !it.trim().is_empty());
    Ok(ForeignPage { title, subtitle: front.subtitle, summary: front.summary, body, left })
}

/// The lines of `body` with tags and shortcodes turned into marks, outside of code.
fn lines(body: &str, first: usize, left: &mut Vec<LeftOut>) -> Vec<TextLine> {
    let mut out: Vec<TextLine> = Vec::new();
    let mut text: Vec<&str> = Vec::new();
    let mut fence: Option<String> = None;
    let mut start = first;
    for (number, line) in (first..).zip(body.lines()) {
        let mark = fence_of(line);
        match &fence {
            None if mark.is_some() => {
                convert(&std::mem::take(&mut text), start, &mut out, left);
                fence = mark;
                out.push(TextLine { words: line.to_owned(), is_code: true, number });
            }
            None => {
                if text.is_empty() {
                    start = number;
                }
                text.push(line);
            }
            Some(open) => {
                out.push(TextLine { words: line.to_owned(), is_code: true, number });
                let rest = line.trim_start_matches([' ', '>']).trim_end();
                if rest.starts_with(open.as_str()) && rest.chars().all(|c| open.starts_with(c)) {
                    fence = None;
                }
            }
        }
    }
    convert(&text, start, &mut out, left);
    out
}

fn convert(text: &[&str], start: usize, out: &mut Vec<TextLine>, left: &mut Vec<LeftOut>) {
    if text.is_empty() {
        return;
    }
    let converted = html::converted(&text.join("\n"), start, left);
    let lines = converted.lines().enumerate();
    out.extend(lines.map(|(at, line)| TextLine {
        words: line.to_owned(),
        is_code: false,
        number: start + at,
    }));
    if converted.is_empty() || converted.ends_with('\n') {
        out.push(TextLine { words: String::new(), is_code: false, number: start + text.len() });
    }
}

/// The mark that begins a block of code.
fn fence_of(line: &str) -> Option<String> {
    let rest = line.trim_start_matches([' ', '>']);
    let mark = rest.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = rest.chars().take_while(|c| *c == mark).count();
    let is_fence = length >= 3 && (mark == '~' || !rest[length..].contains('`'));
    is_fence.then(|| mark.to_string().repeat(length))
}

impl ForeignPage {
    /// The text of the page.
    pub(super) fn text(&self, title: &str) -> String {
        let mut text = format!("---\ntitle: {}\n", yaml(title));
        for (key, value) in [("subtitle", &self.subtitle), ("summary", &self.summary)] {
            if let Some(value) = value.as_deref().filter(|it| !it.trim().is_empty()) {
                let _ = writeln!(text, "{key}: {}", yaml(value.trim()));
            }
        }
        format!("{text}---\n{}\n", self.body.trim_matches('\n'))
    }
}

/// Notes what was left out.
fn leave(left: &mut Vec<LeftOut>, number: usize, what: LeftKind, words: &str) {
    if !words.trim().is_empty() {
        left.push(LeftOut { place: FoundPlace::Line(number), what, words: words.trim().to_owned() });
    }
}
