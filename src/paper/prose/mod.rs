//! A text of the course as papers show it: blocks of runs, without markup and without a file format.
//!
//! What the course decides (where a link leads, which picture is shown) is typed in a [`Body`]. Its pieces of HTML are written by
//! `parse::markdown` and by nothing else, with the few tags that are listed here; a tag that is not listed fails a test.

mod reader;

use crate::model::{Body, Course, Document, Piece};
use crate::yaml::{Label, LabelPart, Rich};
use reader::ProseReader;

/// Words on one line, or in one paragraph.
pub type Line = Vec<TextRun>;

/// Words that look the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextRun {
    /// The words; `\n` breaks the line.
    pub words: String,
    /// Their reading.
    pub reading: Option<String>,
    /// Whether the reading is shown only where the paper first uses the words.
    pub is_read_once: bool,
    /// How they look.
    pub style: RunStyle,
    /// The blank that is behind the words: its id.
    pub blank: Option<String>,
}

/// How words look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is independent of the others")]
pub struct RunStyle {
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
pub enum TextBlock {
    /// A heading, from level 2.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// An item of a list: how deep the list is from 0, its number or sign, its words. Without a sign it continues the item before.
    Item(usize, String, Line),
    /// Blocks that are set apart: a quotation, an alert, a block for facilitators. With their title.
    Apart(Line, Vec<TextBlock>),
    /// A card with its title, in a frame of its own.
    Card(Line, Vec<TextBlock>),
    /// A table: the head, if there is one, and the rows.
    Table(Vec<Line>, Vec<Vec<Line>>),
    /// A table in small letters without a head, such as names and what is said of each: its rows.
    Facts(Vec<Vec<Line>>),
    /// Code, with its line breaks.
    Code(String),
    /// A picture: its path in the course, the alternative text, the caption.
    Picture(String, String, Option<String>),
    /// The place of an exercise: its id.
    Exercise(String),
    /// Room to draw in.
    Room,
    /// A line between two parts.
    Rule,
}

/// The words of `line` without their looks.
#[must_use]
pub fn plain(line: &[TextRun]) -> String {
    line.iter().map(|run| &*run.words).collect()
}

/// The words of `blocks`, one line each.
#[must_use]
pub fn plain_blocks(blocks: &[TextBlock]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            TextBlock::Heading(_, line) | TextBlock::Paragraph(line) => lines.push(plain(line)),
            TextBlock::Item(_, sign, line) => lines.push(format!("{sign}{}", plain(line))),
            TextBlock::Apart(title, blocks) | TextBlock::Card(title, blocks) => {
                lines.extend([plain(title), plain_blocks(blocks)]);
            }
            TextBlock::Table(head, rows) => {
                let rows = [head].into_iter().chain(rows).filter(|row| !row.is_empty());
                lines.extend(rows.map(|row| row.iter().map(|it| plain(it)).collect::<Vec<_>>().join(" ")));
            }
            TextBlock::Facts(rows) => {
                lines.extend(
                    rows.iter().map(|row| row.iter().map(|it| plain(it)).collect::<Vec<_>>().join(" ")),
                );
            }
            TextBlock::Code(text) => lines.push(text.clone()),
            TextBlock::Picture(_, alt, caption) => {
                lines.extend([alt.clone(), caption.clone().unwrap_or_default()]);
            }
            TextBlock::Exercise(_) | TextBlock::Room | TextBlock::Rule => {}
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// `words` as they are.
#[must_use]
pub fn words(words: &str) -> Line {
    if words.is_empty() {
        Vec::new()
    } else {
        vec![TextRun { words: words.to_owned(), ..TextRun::default() }]
    }
}

/// `text` in bold.
#[must_use]
pub fn bold(text: &str) -> Line {
    let style = RunStyle { bold: true, ..RunStyle::default() };
    words(text).into_iter().map(|run| TextRun { style, ..run }).collect()
}

/// The words of `label` with their readings.
#[must_use]
pub fn of_label(label: &Label) -> Line {
    let run = |(words, reading): &LabelPart| TextRun {
        words: words.to_string(),
        reading: reading.as_deref().map(str::to_owned),
        ..TextRun::default()
    };
    label.parts().iter().map(run).collect()
}

/// What the theme writes between the words of the course.
#[derive(Debug)]
pub struct ProseWords {
    /// The title above a block for facilitators.
    pub for_facilitators: String,
    /// Before an item of a list that has no numbers.
    pub bullet: String,
}

impl ProseWords {
    /// The words that `said` gives.
    pub fn new(said: impl Fn(&str) -> String) -> Self {
        Self { for_facilitators: said("for-facilitator"), bullet: said("sign-bullet") }
    }

    /// An item of a list with `line`.
    #[must_use]
    pub fn item(&self, line: Line) -> TextBlock {
        TextBlock::Item(0, self.bullet.clone(), line)
    }
}

/// Reads the texts of one document.
#[derive(Clone, Copy)]
pub struct Prose<'a> {
    /// The course.
    pub course: &'a Course,
    /// The document that the texts are of: links are relative to it.
    pub document: &'a Document,
    /// What is written between its words.
    pub words: &'a ProseWords,
}

impl Prose<'_> {
    /// The blocks of a value.
    #[must_use]
    pub fn rich(&self, rich: &Rich) -> Vec<TextBlock> {
        self.blocks(&rich.body)
    }

    /// The same in one paragraph.
    #[must_use]
    pub fn line(&self, rich: &Rich) -> Line {
        let mut line = Line::new();
        for block in self.rich(rich) {
            let part = match block {
                TextBlock::Heading(_, line) | TextBlock::Paragraph(line) => line,
                TextBlock::Item(_, sign, line) => [words(&sign), line].concat(),
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
    pub fn blocks(&self, body: &Body) -> Vec<TextBlock> {
        self.part(body, &body.pieces)
    }

    /// The blocks of `pieces`, a part of `body`, with the footnotes that are marked in it at the end.
    #[must_use]
    pub fn part(&self, body: &Body, pieces: &[Piece]) -> Vec<TextBlock> {
        let mut reader = ProseReader::new(*self, body);
        reader.pieces(pieces);
        let (mut blocks, mut marked) = reader.finish();
        marked.sort_unstable();
        marked.dedup();
        if !marked.is_empty() {
            blocks.push(TextBlock::Rule);
        }
        for note in marked {
            let mut reader = ProseReader::new(*self, body);
            reader.pieces(&body.notes[note as usize].pieces);
            for (at, block) in reader.finish().0.into_iter().enumerate() {
                let sign = if at == 0 { format!("{} ", note + 1) } else { String::new() };
                blocks.push(match block {
                    TextBlock::Paragraph(line) => TextBlock::Item(0, sign, line),
                    other => other,
                });
            }
        }
        blocks
    }
}
