//! The blocks that need more than a pair of tags: tables, alerts, footnotes, exercises, anchors.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind};

use super::writer::{Writer, clamp, number};
use crate::diagnostic::{Code, Language};
use crate::model::{Body, ExercisePlace, Piece};
use crate::source::Span;
use crate::yaml::Id;

/// Where HTML is appended: the text, or the footnote that is being written.
pub(super) struct Sink<'p> {
    pub pieces: &'p mut Vec<Piece>,
}

impl Sink<'_> {
    /// Appends HTML to the last piece where that is HTML.
    pub(super) fn raw(&mut self, html: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Html(last)) => last.push_str(html),
            _ => self.pieces.push(Piece::Html(html.to_owned())),
        }
    }

    /// Takes `tag` back from the piece before `index`, where it is the last thing there.
    pub(super) fn take_back(&mut self, tag: &str, index: usize) -> bool {
        let Some(Piece::Html(html)) = index.checked_sub(1).and_then(|index| self.pieces.get_mut(index))
        else {
            return false;
        };
        let Some(rest) = html.strip_suffix(tag) else { return false };
        html.truncate(rest.len());
        true
    }
}

// ---- footnotes

/// The footnotes of a text: numbered by their first reference, written at the end.
#[derive(Default)]
pub(super) struct Footnotes {
    /// How often each was referred to, in order of the first reference.
    numbers: HashMap<String, (usize, usize)>,
    notes: Vec<Note>,
    is_inside: bool,
    /// The links that are open, innermost last.
    pub open_links: Vec<u32>,
}

struct Note {
    name: String,
    range: Range<usize>,
    pieces: Vec<Piece>,
}

impl Footnotes {
    /// Where HTML goes now.
    pub(super) fn sink<'p>(&'p mut self, body: &'p mut Body) -> Sink<'p> {
        match self.notes.last_mut().filter(|_| self.is_inside) {
            Some(note) => Sink { pieces: &mut note.pieces },
            None => Sink { pieces: &mut body.pieces },
        }
    }

    pub(super) fn is_inside(&self) -> bool {
        self.is_inside
    }

    /// The HTML of a reference.
    pub(super) fn refer(&mut self, name: &str) -> String {
        let next = self.numbers.len() + 1;
        let (number, count) = self.numbers.entry(name.to_owned()).or_insert((next, 0));
        *count += 1;
        let suffix = if *count == 1 { String::new() } else { format!("-{count}") };
        format!(
            "<sup class=\"footnote-ref\"><a id=\"fnref-{number}{suffix}\" href=\"#fn-{number}\">{number}</a></sup>"
        )
    }

    /// A definition begins, whose first line stands at `range`.
    pub(super) fn define(&mut self, name: &str, range: Range<usize>) {
        self.notes.push(Note { name: name.to_owned(), range, pieces: Vec::new() });
        self.is_inside = true;
    }

    pub(super) fn end_definition(&mut self) {
        self.is_inside = false;
    }

    /// Definitions that nothing refers to.
    pub(super) fn unused(&self) -> Vec<(String, Range<usize>)> {
        let lost = self.notes.iter().filter(|note| !self.numbers.contains_key(&note.name));
        lost.map(|note| (note.name.clone(), note.range.clone())).collect()
    }

    /// All notes, in the order of their numbers.
    pub(super) fn take_section(&mut self) -> Vec<Piece> {
        let mut notes: Vec<(usize, usize, Vec<Piece>)> = Vec::new();
        for note in std::mem::take(&mut self.notes) {
            // Of two definitions with one name the first counts.
            if let Some(&(number, count)) = self.numbers.get(&note.name)
                && !notes.iter().any(|(other, ..)| *other == number)
            {
                notes.push((number, count, note.pieces));
            }
        }
        if notes.is_empty() {
            return Vec::new();
        }
        notes.sort_by_key(|(number, ..)| *number);
        let mut out = vec![Piece::Html("<section class=\"footnotes\"><ol>\n".into())];
        for (number, count, mut pieces) in notes {
            out.push(Piece::Html(format!("<li id=\"fn-{number}\">")));
            let mut sink = Sink { pieces: &mut pieces };
            let last = sink.pieces.len();
            let has_paragraph = sink.take_back("</p>\n", last);
            for nth in 1..=count {
                let suffix = if nth == 1 { String::new() } else { format!("-{nth}") };
                sink.raw(&format!(" <a class=\"footnote-back\" href=\"#fnref-{number}{suffix}\" aria-label=\"{number}{suffix} ↩\">↩</a>"));
            }
            sink.raw(if has_paragraph { "</p></li>\n" } else { "</li>\n" });
            out.append(&mut pieces);
        }
        out.push(Piece::Html("</ol></section>\n".into()));
        out
    }
}

// ---- tables

/// The table that is being written.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    pub column: usize,
    pub is_head: bool,
}

pub(super) fn table_start(writer: &mut Writer<'_>, alignments: &[Alignment]) -> String {
    writer.table = Some(Table { alignments: alignments.to_vec(), column: 0, is_head: true });
    writer.tables += 1;
    let mut html = String::from("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html.push_str(if writer.options.language == Language::Ja { "表" } else { "Table " });
    number(&mut html, writer.tables);
    if let Some(heading) = writer.body.headings.last() {
        html.push_str(if writer.options.language == Language::Ja { "：" } else { ": " });
        escape(&heading.text, &mut html);
    }
    html.push_str("\"><table>\n");
    html
}

impl Table {
    pub(super) fn cell_start(&mut self) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        self.column += 1;
        if self.is_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    pub(super) fn cell_end(&mut self) -> &'static str {
        if self.is_head { "</th>" } else { "</td>" }
    }
}

// ---- quotations and alerts

pub(super) fn quote(kind: Option<BlockQuoteKind>, language: Language) -> String {
    let Some(kind) = kind else { return "<blockquote>\n".to_owned() };
    let (class, ja, en) = match kind {
        BlockQuoteKind::Note => ("note", "補足", "Note"),
        BlockQuoteKind::Tip => ("tip", "ヒント", "Tip"),
        BlockQuoteKind::Important => ("important", "要点", "Important"),
        BlockQuoteKind::Warning => ("warning", "注意", "Warning"),
        BlockQuoteKind::Caution => ("caution", "警告", "Caution"),
    };
    let title = if language == Language::Ja { ja } else { en };
    format!("<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n")
}

pub(super) fn quote_end(kind: Option<BlockQuoteKind>) -> &'static str {
    if kind.is_some() { "</div>\n" } else { "</blockquote>\n" }
}

// ---- code and exercises

/// The words behind a fence.
pub(super) fn info(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.to_string(),
        CodeBlockKind::Indented => String::new(),
    }
}

/// A fenced block that names an exercise.
pub(super) fn exercise(writer: &mut Writer<'_>, text: &str, range: Range<usize>) {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let [id] = lines[..] else {
        return writer.tell(Code::EmptyExercise, range, |it| it);
    };
    let source = &writer.text[range.clone()];
    let first_line = source.find('\n').unwrap_or(0);
    let at = source[first_line..].find(id).map_or(range.start, |at| range.start + first_line + at);
    if !Id::is_valid(id) {
        return writer.tell(Code::EmptyExercise, at..at + id.len(), |it| it);
    }
    let place = ExercisePlace { id: id.into(), at: writer.place(at..at + id.len()) };
    writer.body.exercises.push(place);
    let index = clamp(writer.body.exercises.len() - 1);
    writer.piece(Piece::Exercise(index));
}

// ---- headings

/// An anchor made from a heading's words, that no heading has yet.
pub(super) fn fresh_anchor(text: &str, taken: &HashMap<String, Option<Span>>) -> String {
    let mut base = String::new();
    for c in text.trim().chars() {
        if c.is_alphanumeric() || c == 'ー' {
            base.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-') && !base.ends_with('-') {
            base.push('-');
        }
    }
    let base = match base.trim_matches('-') {
        "" => "section",
        base => base,
    };
    let mut anchor = base.to_owned();
    let mut count = 1;
    while taken.contains_key(&anchor) {
        count += 1;
        anchor = format!("{base}-{count}");
    }
    anchor
}

// ---- values in YAML

/// A value that is one paragraph stands without its tags: it is shown within a line.
pub(super) fn unwrap_single_paragraph(body: &mut Body) {
    let opens = |piece: &Piece| match piece {
        Piece::Html(html) => html.matches("<p>").count(),
        _ => 0,
    };
    let is_single = body.pieces.iter().map(opens).sum::<usize>() == 1
        && matches!(body.pieces.first(), Some(Piece::Html(html)) if html.starts_with("<p>"))
        && matches!(body.pieces.last(), Some(Piece::Html(html)) if html.ends_with("</p>\n"));
    if !is_single {
        return;
    }
    if let Some(Piece::Html(html)) = body.pieces.first_mut() {
        html.drain(.."<p>".len());
    }
    if let Some(Piece::Html(html)) = body.pieces.last_mut() {
        html.truncate(html.len() - "</p>\n".len());
    }
}

/// Appends `text` with the characters that mean something in HTML escaped.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
