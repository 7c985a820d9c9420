//! Reads the pieces of a text: what is typed in them, and the few tags that `parse::markdown` writes.

use super::{Line, Prose, RunStyle, TextBlock, TextRun, plain, words};
use crate::model::{Body, Found, Piece, Target};

/// A list that is open, or something else that holds blocks.
enum ProseFrame {
    /// A list: its next number, if it has numbers.
    List(Option<u64>),
    /// A definition.
    Definition,
    /// Blocks that are set apart.
    Apart(Line, Vec<TextBlock>),
}

/// A table that is being read.
#[derive(Default)]
struct ProseTable {
    head: Vec<Line>,
    rows: Vec<Vec<Line>>,
    is_head: bool,
}

/// Blocks are set apart in each other so deep; those deeper come behind each other.
const DEEPEST: usize = 32;

#[allow(clippy::struct_excessive_bools, reason = "each says which tag was read last")]
pub(super) struct ProseReader<'a> {
    prose: Prose<'a>,
    body: &'a Body,
    blocks: Vec<TextBlock>,
    frames: Vec<ProseFrame>,
    /// How many of the frames are set apart.
    apart: usize,
    line: Line,
    style: RunStyle,
    /// The sign of the item whose first paragraph comes next.
    sign: Option<String>,
    table: Option<ProseTable>,
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
    pub(super) fn new(prose: Prose<'a>, body: &'a Body) -> Self {
        Self {
            prose,
            body,
            blocks: Vec::new(),
            frames: Vec::new(),
            apart: 0,
            line: Vec::new(),
            style: RunStyle::default(),
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

    pub(super) fn finish(mut self) -> (Vec<TextBlock>, Vec<u32>) {
        self.end_line();
        (self.blocks, self.marked)
    }

    pub(super) fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Html(html) => self.html(html),
                Piece::HeadingStart(_) => self.end_line(),
                Piece::HeadingEnd(index) => {
                    let level = self.body.headings[*index as usize].level;
                    let line = std::mem::take(&mut self.line);
                    self.push(TextBlock::Heading(level, trimmed(line)));
                }
                Piece::LinkStart(_) => self.link_was_empty = true,
                Piece::LinkEnd(index) => self.link_end(&self.body.links[*index as usize].target),
                Piece::Image(index) => {
                    let image = &self.body.images[*index as usize];
                    self.end_line();
                    let path = &self.prose.document.path;
                    let path =
                        self.prose.course.locate_image(path, &image.path).map(|it| it.path.to_string());
                    let picture = TextBlock::Picture(
                        path.unwrap_or_default(),
                        image.alt.clone(),
                        image.caption.clone(),
                    );
                    self.push(picture);
                }
                Piece::Code { text, .. } => {
                    self.end_line();
                    self.push(TextBlock::Code(text.trim_end().to_owned()));
                }
                Piece::Exercise(index) => {
                    self.end_line();
                    let id = self.body.exercises[*index as usize].id.to_string();
                    self.push(TextBlock::Exercise(id));
                }
                Piece::Blank(index) => {
                    let id = self.body.blanks[*index as usize].id.to_string();
                    self.line.push(TextRun { blank: Some(id), ..TextRun::default() });
                }
                Piece::Facilitator(index) => {
                    self.end_line();
                    let body = &self.body.facilitator[*index as usize];
                    let blocks = self.prose.blocks(body);
                    self.push(TextBlock::Apart(words(&self.prose.words.for_facilitators), blocks));
                }
                Piece::FootnoteRef(index) => {
                    let note = self.body.marks[*index as usize].note;
                    self.marked.push(note);
                    let style = RunStyle { raised: true, ..self.style };
                    self.line.push(TextRun { words: (note + 1).to_string(), style, ..TextRun::default() });
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
            let style = RunStyle { aside: true, ..self.style };
            self.line.push(TextRun { words: format!(" <{url}>"), style, ..TextRun::default() });
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
                if let Some(ProseFrame::Apart(title, _)) = self.frames.last_mut() {
                    *title = line;
                }
            }
            "/p" | "dl" => self.end_line(),
            "ul" => self.open(ProseFrame::List(None)),
            "ol" => {
                let start = tag.split('"').nth(1).and_then(|start| start.parse().ok()).unwrap_or(1);
                self.open(ProseFrame::List(Some(start)));
            }
            "/div" if std::mem::take(&mut self.is_after_table) => {}
            "/ul" | "/ol" | "/dd" | "/blockquote" | "/div" => self.close(),
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
                self.open(ProseFrame::Definition);
                self.sign = Some(String::new());
            }
            // A `div` is an alert, or scrolls a table.
            "div" if tag.contains("class=\"table\"") => self.end_line(),
            "blockquote" | "div" => self.open(ProseFrame::Apart(Vec::new(), Vec::new())),
            "table" => {
                self.end_line();
                self.table = Some(ProseTable::default());
            }
            "/table" => {
                if let Some(table) = self.table.take() {
                    self.push(TextBlock::Table(table.head, table.rows));
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
                    if let Some(row) = row {
                        row.push(line);
                    }
                }
            }
            "strong" | "/strong" => self.style.bold = name == "strong",
            "em" | "/em" => self.style.emphasis = name == "em",
            "del" | "/del" => self.style.struck = name == "del",
            "code" | "/code" => self.style.code = name == "code",
            "br" => self.line.push(TextRun { words: "\n".into(), ..TextRun::default() }),
            "hr" => {
                self.end_line();
                self.push(TextBlock::Rule);
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
                    self.line.push(TextRun { words: base, reading, style, ..TextRun::default() });
                }
            }
            "/dl" | "/rt" | "tbody" | "/tbody" | "/tr" => {}
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
        let is_read_once = reading.is_some();
        match self.line.last_mut() {
            Some(last)
                if last.style == style
                    && last.reading.is_none()
                    && reading.is_none()
                    && last.blank.is_none() =>
            {
                last.words.push_str(text);
            }
            _ => {
                self.line.push(TextRun { words: text.to_owned(), reading, is_read_once, style, blank: None });
            }
        }
    }

    // ---- blocks

    fn item(&mut self) {
        self.end_line();
        let sign = match self.frames.last_mut() {
            Some(ProseFrame::List(Some(number))) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => self.prose.words.bullet.clone(),
        };
        self.sign = Some(sign);
    }

    fn open(&mut self, frame: ProseFrame) {
        self.end_line();
        self.apart += usize::from(matches!(frame, ProseFrame::Apart(..)));
        self.frames.push(frame);
    }

    fn close(&mut self) {
        self.end_line();
        if let Some(ProseFrame::Apart(title, blocks)) = self.frames.pop() {
            self.apart -= 1;
            if self.apart < DEEPEST {
                self.push(TextBlock::Apart(title, blocks));
            } else {
                let title = (!title.is_empty()).then_some(TextBlock::Paragraph(title));
                title.into_iter().chain(blocks).for_each(|block| self.push(block));
            }
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
            0 => TextBlock::Paragraph(line),
            depth => TextBlock::Item(depth - 1, self.sign.take().unwrap_or_default(), line),
        };
        self.push(block);
    }

    /// How many lists and definitions are open within what is set apart.
    fn depth(&self) -> usize {
        self.frames.iter().rev().take_while(|frame| !matches!(frame, ProseFrame::Apart(..))).count()
    }

    fn push(&mut self, block: TextBlock) {
        let apart = self.frames.iter_mut().rev().find_map(|frame| match frame {
            ProseFrame::Apart(_, blocks) => Some(blocks),
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
