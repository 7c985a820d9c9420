//! Texts in a Word file.

use unicode_width::UnicodeWidthStr as _;

use super::super::prose::{Line, TextBlock, plain, words};
use super::body::{BodyWriter, Row, TableCell, WIDTH};

/// How far a list is indented for each level.
const INDENT: u32 = 400;
/// The height of room to draw in.
const ROOM: u32 = 9000;
/// A column is no narrower than this share of the table, in hundredths.
const NARROWEST: usize = 8;

/// Adds `blocks`; `level` is added to the levels of headings.
pub fn write(body: &mut BodyWriter, blocks: &[TextBlock], level: u8, titles: &dyn Fn(&str) -> String) {
    for block in blocks {
        match block {
            TextBlock::Heading(own, line) => {
                let level = (own + level).clamp(1, 4);
                body.paragraph(&format!("Heading{level}"), line);
            }
            TextBlock::Paragraph(line) => body.paragraph("", line),
            TextBlock::Item(depth, sign, line) => item(body, *depth, sign, line),
            TextBlock::Apart(title, blocks) => apart(body, "Apart", title, blocks, level, titles),
            TextBlock::Card(title, blocks) => apart(body, "Cards", title, blocks, level, titles),
            TextBlock::Table(head, rows) => table(body, head, rows, "TableCell"),
            TextBlock::Facts(rows) => table(body, &[], rows, "Small"),
            TextBlock::Code(text) => body.paragraph("Code", &words(text)),
            TextBlock::Picture(_, alt, caption) => {
                let caption = caption.clone().filter(|caption| caption != alt);
                let line = std::iter::once(alt.clone()).chain(caption).collect::<Vec<_>>().join("\n");
                body.paragraph("Caption", &words(&line));
            }
            TextBlock::Exercise(id) => body.paragraph("Exercise", &words(&titles(id))),
            TextBlock::Room => {
                body.open_table("Form", &[WIDTH]);
                body.open_row(Row { height: ROOM, ..Row::default() });
                body.cell(TableCell { width: WIDTH, ..TableCell::default() }, |body| body.end_cell(true));
                body.close_row();
                body.close_table();
            }
            TextBlock::Rule => {
                body.open("Rule");
                body.close();
            }
        }
    }
}

/// An item: its sign hangs before its words.
fn item(body: &mut BodyWriter, depth: usize, sign: &str, line: &Line) {
    let left = INDENT * (u32::try_from(depth).unwrap_or(0) + 1);
    body.open_with(&format!(
        "<w:pPr><w:pStyle w:val=\"Item\"/><w:tabs><w:tab w:val=\"left\" w:pos=\"{left}\"/></w:tabs>\
         <w:ind w:left=\"{left}\" w:hanging=\"{}\"/></w:pPr>",
        if sign.is_empty() { 0 } else { INDENT },
    ));
    if !sign.is_empty() {
        body.words(&format!("{}\t", sign.trim_end()));
    }
    body.line(line);
    body.close();
}

/// What is set apart is in a table of one cell, with a line at its left.
fn apart(
    body: &mut BodyWriter,
    style: &str,
    title: &Line,
    blocks: &[TextBlock],
    level: u8,
    titles: &dyn Fn(&str) -> String,
) {
    body.open_table(style, &[WIDTH]);
    body.open_row(Row::default());
    body.cell(TableCell { width: WIDTH, ..TableCell::default() }, |body| {
        if !title.is_empty() {
            body.paragraph_in_cell("ApartTitle", title);
        }
        write(body, blocks, level, titles);
        body.end_cell(title.is_empty() && blocks.is_empty());
    });
    body.close_row();
    body.close_table();
}

/// A table, with columns as wide as their words need.
fn table(body: &mut BodyWriter, head: &[Line], rows: &[Vec<Line>], style: &str) {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(head.len());
    let widths = if head.is_empty() && count == 2 { named_widths(rows) } else { widths(head, rows, count) };
    body.open_table("Form", &widths);
    let mut row = |line: &[Line], is_head: bool| {
        body.open_row(Row { is_head, ..Row::default() });
        for (index, &width) in widths.iter().enumerate() {
            let words = line.get(index).cloned().unwrap_or_default();
            let cell = TableCell { width, is_label: is_head, ..TableCell::default() };
            body.text_cell(cell, if is_head { "Label" } else { style }, &words);
        }
        body.close_row();
    };
    if !head.is_empty() {
        row(head, true);
    }
    for line in rows {
        row(line, false);
    }
    body.close_table();
}

/// The widths of a column of names and one of words.
fn named_widths(rows: &[Vec<Line>]) -> Vec<u32> {
    let longest =
        rows.iter().filter_map(|row| row.first()).map(|name| plain(name).width()).max().unwrap_or(0);
    // A half-width character of 10 points is 100 twentieths wide.
    let first = (u32::try_from(longest).unwrap_or(0) * 100 + 260).clamp(1000, 2600);
    vec![first, WIDTH - first]
}

/// The widths of `count` columns: in the ratio of the square roots of how much they hold, so that no column is too narrow.
fn widths(head: &[Line], rows: &[Vec<Line>], count: usize) -> Vec<u32> {
    let longest = |index: usize| {
        let cells = rows.iter().map(|row| &row[..]).chain([head]).filter_map(|row| row.get(index));
        cells.map(|line| plain(line).width()).max().unwrap_or(0).max(4)
    };
    let roots: Vec<usize> = (0..count).map(|index| (longest(index) * 100).isqrt()).collect();
    let total: usize = roots.iter().sum();
    let least = total * NARROWEST / 100;
    let roots: Vec<usize> = roots.into_iter().map(|root| root.max(least)).collect();
    let total = roots.iter().sum::<usize>().max(1);
    let mut widths: Vec<u32> =
        roots.iter().map(|root| u32::try_from(root * WIDTH as usize / total).unwrap_or(0)).collect();
    let sum: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += WIDTH - sum;
    }
    widths
}
