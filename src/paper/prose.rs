//! A text of the course as papers show it: blocks of runs, without markup and without a file format.
//!
//! What the course decides (where a link leads, which picture is shown) is typed in a [`Body`]. Its pieces of HTML are written by
//! `parse::markdown` and by nothing else, with the few tags that are listed here; a tag that is not listed fails a test.

use crate::model::{Body, Course, Document, Found, Kind, Piece, Target};
use crate::yaml::{Label, LabelPart, Rich};

/// Words on one line, or in one paragraph.
pub type Line = Vec<Run>;

/// Words that look the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words; `\n` breaks the line.
    pub words: String,
    /// Their reading.
    pub reading: Option<String>,
    /// How they look.
    pub style: Style,
    /// The blank that is here instead of words: its id.
    pub blank: Option<String>,
}

/// How words look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is independent of the others")]
pub struct Style {
    /// `strong`.
    pub bold: bool,
    /// `em`.
    pub emphasis: bool,
    /// `del`.
    pub struck: bool,
    /// `code`.
    pub code: bool,
    /// A footnote mark.
    pub raised: bool,
    /// Small and grey: an address behind a link.
    pub aside: bool,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading, from level 2.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// An item of a list: how deep the list is from 0, its number or sign, its words. Without a sign it continues the item before.
    Item(usize, String, Line),
    /// Blocks that are set apart: a quotation, an alert, a block for facilitators. With their title.
    Apart(Line, Vec<Block>),
    /// A table: the head, if there is one, and the rows.
    Table(Vec<Line>, Vec<Vec<Line>>),
    /// Code, with its line breaks.
    Code(String),
    /// A picture: its path in the course, the alternative text, the caption.
    Picture(String, String, Option<String>),
    /// The place of an exercise: its id.
    Exercise(String),
    /// A line between two parts.
    Rule,
}

/// The words of `line` without their looks.
#[must_use]
pub fn plain(line: &[Run]) -> String {
    line.iter().map(|run| &*run.words).collect()
}

/// The words of `blocks`, one line each.
#[must_use]
pub fn plain_blocks(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(_, line) | Block::Paragraph(line) => lines.push(plain(line)),
            Block::Item(_, sign, line) => lines.push(format!("{sign}{}", plain(line))),
            Block::Apart(title, blocks) => lines.extend([plain(title), plain_blocks(blocks)]),
            Block::Table(head, rows) => {
                let rows = [head].into_iter().chain(rows).filter(|row| !row.is_empty());
                lines.extend(rows.map(|row| row.iter().map(|it| plain(it)).collect::<Vec<_>>().join(" ")));
            }
            Block::Code(text) => lines.push(text.clone()),
            Block::Picture(_, alt, caption) => {
                lines.extend([alt.clone(), caption.clone().unwrap_or_default()])
            }
            Block::Exercise(_) | Block::Rule => {}
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// `words` as they are.
#[must_use]
pub fn words(words: &str) -> Line {
    if words.is_empty() { Vec::new() } else { vec![Run { words: words.to_owned(), ..Run::default() }] }
}

/// The words of `label` with their readings.
#[must_use]
pub fn of_label(label: &Label) -> Line {
    let run = |(words, reading): &LabelPart| Run {
        words: words.to_string(),
        reading: reading.as_deref().map(str::to_owned),
        ..Run::default()
    };
    label.parts().iter().map(run).collect()
}

/// Reads the texts of one document.
#[derive(Clone, Copy)]
pub struct Prose<'a> {
    /// The course.
    pub course: &'a Course,
    /// The document that the texts are of: links are relative to it.
    pub document: &'a Document,
    /// The title above a block for facilitators.
    pub for_facilitators: &'a str,
}

impl Prose<'_> {
    /// The blocks of a value.
    #[must_use]
    pub fn rich(&self, rich: &Rich) -> Vec<Block> {
        self.blocks(&rich.body)
    }

    /// The same in one paragraph.
    #[must_use]
    pub fn line(&self, rich: &Rich) -> Line {
        let mut line = Line::new();
        for block in self.rich(rich) {
            let part = match block {
                Block::Heading(_, line) | Block::Paragraph(line) => line,
                Block::Item(_, sign, line) => [words(&sign), line].concat(),
                other => words(&plain_blocks(&[other])),
            };
            if !line.is_empty() {
                line.extend(words("\n"));
            }
            line.extend(part);
        }
        line
    }

    /// The blocks of `body`, with its footnotes at the end.
    #[must_use]
    pub fn blocks(&self, body: &Body) -> Vec<Block> {
        self.part(body, &body.pieces)
    }

    /// The blocks of `pieces`, a part of `body`, with the footnotes that are marked in it at the end.
    #[must_use]
    pub fn part(&self, body: &Body, pieces: &[Piece]) -> Vec<Block> {
        let mut reader = ProseReader::new(*self, body);
        reader.pieces(pieces);
        let (mut blocks, mut marked) = reader.finish();
        marked.sort_unstable();
        marked.dedup();
        if !marked.is_empty() {
            blocks.push(Block::Rule);
        }
        for note in marked {
            let mut reader = ProseReader::new(*self, body);
            reader.pieces(&body.notes[note as usize].pieces);
            for (at, block) in reader.finish().0.into_iter().enumerate() {
                let sign = if at == 0 { format!("{} ", note + 1) } else { String::new() };
                blocks.push(match block {
                    Block::Paragraph(line) => Block::Item(0, sign, line),
                    other => other,
                });
            }
        }
        blocks
    }
}

/// A list that is open, or something else that holds blocks.
enum Frame {
    /// A list: its next number, if it has numbers.
    List(Option<u64>),
    /// A definition.
    Definition,
    /// Blocks that are set apart.
    Apart(Line, Vec<Block>),
}

/// A table that is being read.
#[derive(Default)]
struct Table {
    head: Vec<Line>,
    rows: Vec<Vec<Line>>,
    is_head: bool,
}

struct ProseReader<'a> {
    prose: Prose<'a>,
    body: &'a Body,
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    line: Line,
    style: Style,
    /// The sign of the item whose first paragraph comes next.
    sign: Option<String>,
    table: Option<Table>,
    /// The base of the ruby that is being read, and whether its reading is being read now.
    ruby: Option<(String, Option<String>)>,
    /// Between `rp` tags: signs for programs without ruby.
    skips: bool,
    /// Whether the title of an alert is being read.
    is_title: bool,
    /// Whether a table has just ended, so that the next `div` that ends is the one around it.
    is_after_table: bool,
    /// The reading of the word that is being read.
    word: Option<String>,
    link_was_empty: bool,
    marked: Vec<u32>,
}

impl<'a> ProseReader<'a> {
    fn new(prose: Prose<'a>, body: &'a Body) -> Self {
        Self {
            prose,
            body,
            blocks: Vec::new(),
            frames: Vec::new(),
            line: Vec::new(),
            style: Style::default(),
            sign: None,
            table: None,
            ruby: None,
            skips: false,
            is_title: false,
            is_after_table: false,
            word: None,
            link_was_empty: false,
            marked: Vec::new(),
        }
    }

    fn finish(mut self) -> (Vec<Block>, Vec<u32>) {
        self.end_line();
        (self.blocks, self.marked)
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.html(html),
                Piece::HeadingStart(_) => self.end_line(),
                Piece::HeadingEnd(index) => {
                    let level = self.body.headings[*index as usize].level;
                    let line = std::mem::take(&mut self.line);
                    self.push(Block::Heading(level, trimmed(line)));
                }
                Piece::LinkStart(_) => self.link_was_empty = true,
                Piece::LinkEnd(index) => self.link_end(&self.body.links[*index as usize].target),
                Piece::Image(index) => {
                    let image = &self.body.images[*index as usize];
                    self.end_line();
                    let path = &self.prose.document.path;
                    let path =
                        self.prose.course.locate_image(path, &image.path).map(|it| it.path.to_string());
                    let picture =
                        Block::Picture(path.unwrap_or_default(), image.alt.clone(), image.caption.clone());
                    self.push(picture);
                }
                Piece::Code { text, .. } => {
                    self.end_line();
                    self.push(Block::Code(text.trim_end().to_owned()));
                }
                Piece::Exercise(index) => {
                    self.end_line();
                    let id = self.body.exercises[*index as usize].id.to_string();
                    self.push(Block::Exercise(id));
                }
                Piece::Blank(index) => {
                    let id = self.body.blanks[*index as usize].id.to_string();
                    self.line.push(Run { blank: Some(id), ..Run::default() });
                }
                Piece::Facilitator(index) => {
                    self.end_line();
                    let body = &self.body.facilitator[*index as usize];
                    let blocks = self.prose.blocks(body);
                    self.push(Block::Apart(words(self.prose.for_facilitators), blocks));
                }
                Piece::FootnoteRef(index) => {
                    let note = self.body.marks[*index as usize].note;
                    self.marked.push(note);
                    let style = Style { raised: true, ..self.style };
                    self.line.push(Run { words: (note + 1).to_string(), style, ..Run::default() });
                }
                Piece::WordStart(index) => {
                    self.word = Some(self.body.read_words[*index as usize].reading.to_string());
                }
                Piece::WordEnd(_) => self.word = None,
                Piece::SentenceStart(_) | Piece::SentenceEnd(_) => {}
            }
        }
    }

    /// The words of a link that has none are the title of what it leads to; on paper an address is written behind the words.
    fn link_end(&mut self, target: &Target) {
        let (course, document) = (self.prose.course, self.prose.document);
        let found = course.locate(document, target).ok();
        if std::mem::take(&mut self.link_was_empty) {
            let title = match &found {
                Some(Found::Document(document, member)) => {
                    let heading = member.and_then(|id| document.body.heading(id));
                    heading.map_or(document.title(), |heading| &heading.text).to_owned()
                }
                Some(Found::Term(term)) => term.term.to_string(),
                Some(Found::External(url)) => (*url).to_owned(),
                Some(Found::Asset(asset)) => asset.path.rsplit('/').next().unwrap_or_default().to_owned(),
                Some(Found::Here(anchor)) => (*anchor).to_owned(),
                None => String::new(),
            };
            self.words(&title);
        } else if let Some(Found::External(url)) = found
            && !plain(&self.line).ends_with(url)
        {
            let style = Style { aside: true, ..self.style };
            self.line.push(Run { words: format!(" <{url}>"), style, ..Run::default() });
        }
    }

    // ---- tags

    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, tag)) = rest.split_once('<') {
            self.text(before);
            let Some((tag, after)) = tag.split_once('>') else { return };
            self.tag(tag);
            rest = after;
        }
        self.text(rest);
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
        match name {
            "p" => {
                self.end_line();
                self.is_title = tag.contains("alert-title");
            }
            "/p" if std::mem::take(&mut self.is_title) => {
                let line = trimmed(std::mem::take(&mut self.line));
                if let Some(Frame::Apart(title, _)) = self.frames.last_mut() {
                    *title = line;
                }
            }
            "/p" => self.end_line(),
            "ul" => self.open(Frame::List(None)),
            "ol" => {
                let start = tag.split('"').nth(1).and_then(|start| start.parse().ok()).unwrap_or(1);
                self.open(Frame::List(Some(start)));
            }
            "dl" => self.end_line(),
            "/ul" | "/ol" | "/dd" => self.close(),
            "/dl" => {}
            "li" => self.item(),
            "/li" => {
                self.end_line();
                self.sign = None;
            }
            "dt" => {
                self.end_line();
                self.style.bold = true;
            }
            "/dt" => {
                self.end_line();
                self.style.bold = false;
            }
            "dd" => {
                self.open(Frame::Definition);
                self.sign = Some(String::new());
            }
            // A `div` is an alert, or scrolls a table.
            "div" if tag.contains("class=\"table\"") => self.end_line(),
            "blockquote" | "div" => self.open(Frame::Apart(Vec::new(), Vec::new())),
            "/blockquote" => self.close(),
            "/div" => match std::mem::take(&mut self.is_after_table) {
                true => {}
                false => self.close(),
            },
            "table" => {
                self.end_line();
                self.table = Some(Table::default());
            }
            "/table" => {
                if let Some(table) = self.table.take() {
                    self.push(Block::Table(table.head, table.rows));
                    self.is_after_table = true;
                }
            }
            "thead" | "/thead" => {
                if let Some(table) = &mut self.table {
                    table.is_head = name == "thead";
                }
            }
            "tr" => {
                if let Some(table) = self.table.as_mut().filter(|table| !table.is_head) {
                    table.rows.push(Vec::new());
                }
            }
            "th" | "td" => self.line.clear(),
            "/th" | "/td" => {
                let line = trimmed(std::mem::take(&mut self.line));
                if let Some(table) = &mut self.table {
                    let row = if table.is_head { Some(&mut table.head) } else { table.rows.last_mut() };
                    row.into_iter().for_each(|row| row.push(line.clone()));
                }
            }
            "strong" | "/strong" => self.style.bold = name == "strong",
            "em" | "/em" => self.style.emphasis = name == "em",
            "del" | "/del" => self.style.struck = name == "del",
            "code" | "/code" => self.style.code = name == "code",
            "br" => self.line.push(Run { words: "\n".into(), ..Run::default() }),
            "hr" => {
                self.end_line();
                self.push(Block::Rule);
            }
            "input" => self.words(if tag.contains(" checked") { "☑" } else { "☐" }),
            "ruby" => self.ruby = Some((String::new(), None)),
            "rp" | "/rp" => self.skips = name == "rp",
            "rt" => {
                if let Some((_, reading)) = &mut self.ruby {
                    *reading = Some(String::new());
                }
            }
            "/ruby" => {
                if let Some((base, reading)) = self.ruby.take() {
                    let style = self.style;
                    self.line.push(Run { words: base, reading, style, blank: None });
                }
            }
            "/rt" | "tbody" | "/tbody" | "/tr" => {}
            _ => debug_assert!(false, "no tag of a text: {tag}"),
        }
    }

    fn text(&mut self, text: &str) {
        if self.skips || text.is_empty() {
            return;
        }
        let text = unescaped(text);
        if let Some((base, reading)) = &mut self.ruby {
            reading.as_mut().unwrap_or(base).push_str(&text);
            return;
        }
        self.words(&text);
    }

    fn words(&mut self, words: &str) {
        // Line breaks of the source are spaces, as in a browser.
        let mut text = String::with_capacity(words.len());
        for c in words.chars() {
            let is_blank = matches!(c, ' ' | '\n' | '\t');
            if !is_blank {
                text.push(c);
            } else if !text.ends_with(' ') {
                text.push(' ');
            }
        }
        let is_after_blank =
            self.line.last().is_none_or(|run| run.words.ends_with([' ', '\n']) && run.blank.is_none());
        let text = if is_after_blank { text.trim_start_matches(' ') } else { &text };
        if text.is_empty() {
            return;
        }
        self.link_was_empty = false;
        let (style, reading) = (self.style, self.word.take());
        match self.line.last_mut() {
            Some(last)
                if last.style == style
                    && last.reading.is_none()
                    && reading.is_none()
                    && last.blank.is_none() =>
            {
                last.words.push_str(text);
            }
            _ => self.line.push(Run { words: text.to_owned(), reading, style, blank: None }),
        }
    }

    // ---- blocks

    fn item(&mut self) {
        self.end_line();
        let sign = match self.frames.last_mut() {
            Some(Frame::List(Some(number))) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "・".to_owned(),
        };
        self.sign = Some(sign);
    }

    fn open(&mut self, frame: Frame) {
        self.end_line();
        self.frames.push(frame);
    }

    fn close(&mut self) {
        self.end_line();
        if let Some(Frame::Apart(title, blocks)) = self.frames.pop() {
            self.push(Block::Apart(title, blocks));
        }
    }

    /// Ends the paragraph that is being read.
    fn end_line(&mut self) {
        let line = trimmed(std::mem::take(&mut self.line));
        if line.is_empty() {
            return;
        }
        let depth = self.depth();
        let block = match depth {
            0 => Block::Paragraph(line),
            depth => Block::Item(depth - 1, self.sign.take().unwrap_or_default(), line),
        };
        self.push(block);
    }

    /// How many lists and definitions are open within what is set apart.
    fn depth(&self) -> usize {
        self.frames.iter().rev().take_while(|frame| !matches!(frame, Frame::Apart(..))).count()
    }

    fn push(&mut self, block: Block) {
        let apart = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Apart(_, blocks) => Some(blocks),
            _ => None,
        });
        apart.unwrap_or(&mut self.blocks).push(block);
    }
}

/// `line` without blanks at its ends.
fn trimmed(mut line: Line) -> Line {
    while let Some(last) = line.last_mut() {
        last.words.truncate(last.words.trim_end_matches([' ', '\n']).len());
        if !last.words.is_empty() || last.blank.is_some() {
            break;
        }
        line.pop();
    }
    line
}

/// `text` with its entities as characters: those that [`crate::html::escape`] writes.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Whether `course` has an exercise of that id, to be named where a text shows it.
#[must_use]
pub fn exercise_title(course: &Course, id: &str) -> String {
    course.find(Kind::Exercise, id).map_or("", |it| it.title()).to_owned()
}
