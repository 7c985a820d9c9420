//! A handout as a page of a course: front matter, and Markdown.

use super::escape::{begun, yaml};
use super::handout::{
    HandoutBlock, HandoutCell, HandoutDocument, HandoutTable, Inline, ItemMark, LeftKind, LeftOut,
    TableSection, WordLook, is_blank_line, words_of,
};
use super::heads::{TableHead, head_of, joined};
use super::line::LineWriter;
use std::fmt::Write as _;

/// The text of the page. `pictures` has the path of each picture; what could not be written as it was goes to `left`.
pub(super) fn page(
    handout: &HandoutDocument,
    title: &str,
    pictures: &[(String, String)],
    left: &mut Vec<LeftOut>,
) -> String {
    let line = LineWriter { pictures };
    let mut front = format!("---\ntitle: {}\n", yaml(title));
    if let Some(subtitle) = &handout.subtitle {
        let _ = writeln!(front, "subtitle: {}", yaml(&plain(subtitle)));
    }
    let mut writer = PageWriter { line, left, level: 1, shift: shift(&handout.blocks), out: Vec::new() };
    writer.blocks(&handout.blocks, "", false);
    let mut text = writer.out.join("\n\n");
    for (at, note) in handout.notes.iter().enumerate() {
        writer.out.clear();
        writer.blocks(note, "    ", true);
        let note = writer.out.join("\n\n");
        let _ = write!(text, "\n\n[^{}]: {}", at + 1, note.trim_start());
    }
    format!("{front}---\n{}\n", text.trim_end_matches('\n'))
}

/// Words of a label: on one line, with readings.
pub(super) fn label(line: &[Inline]) -> String {
    let mut words = String::new();
    for inline in line {
        match inline {
            Inline::Ruby { base, reading } if super::escape::is_readable(base) => {
                let _ = write!(words, "｜{base}《{reading}》");
            }
            Inline::Ruby { base, reading } => {
                let _ = write!(words, "{base}（{reading}）");
            }
            Inline::Link(_, inner) => words += &label(inner),
            Inline::Break => words.push(' '),
            other => words += &words_of(std::slice::from_ref(other)),
        }
    }
    words.trim().to_owned()
}

/// Words of a title, which has no readings above its words.
pub(super) fn plain(line: &[Inline]) -> String {
    let mut words = String::new();
    for inline in line {
        match inline {
            Inline::Ruby { base, reading } => {
                let _ = write!(words, "{base}（{reading}）");
            }
            Inline::Link(_, inner) => words += &plain(inner),
            Inline::Break => words.push(' '),
            other => words += &words_of(std::slice::from_ref(other)),
        }
    }
    words.trim().to_owned()
}

/// By how much the levels of headings change, so that the highest is below the title.
fn shift(blocks: &[HandoutBlock]) -> i16 {
    let levels = blocks.iter().filter_map(|block| match block {
        HandoutBlock::Heading(level, _) => Some(i16::from(*level)),
        _ => None,
    });
    levels.min().map_or(0, |highest| 2 - highest)
}

/// Writes the blocks of a page.
struct PageWriter<'a> {
    line: LineWriter<'a>,
    left: &'a mut Vec<LeftOut>,
    /// The level of the last heading.
    level: i16,
    shift: i16,
    out: Vec<String>,
}

/// A list that is open.
struct OpenList {
    level: usize,
    /// Where the words of its items begin.
    content: usize,
    /// The last number; `None` for bullets.
    number: Option<u32>,
}

impl PageWriter<'_> {
    /// Writes blocks; each line but the first of each begins with `indent`. Headings within something else are paragraphs.
    fn blocks(&mut self, blocks: &[HandoutBlock], indent: &str, is_inside: bool) {
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            at += 1;
            match block {
                HandoutBlock::Heading(_, line) if is_blank_line(line) => {}
                HandoutBlock::Heading(level, line) if !is_inside => {
                    self.level = (i16::from(*level) + self.shift).clamp(2, self.level + 1).min(6);
                    let marks = "#".repeat(usize::try_from(self.level).unwrap_or(2));
                    self.out.push(format!("{marks} {}", self.line.heading(line)));
                }
                HandoutBlock::Heading(_, line) | HandoutBlock::Paragraph(line) => {
                    let text = self.line.paragraph(line, indent);
                    if !text.is_empty() {
                        self.out.push(format!("{indent}{text}"));
                    }
                }
                HandoutBlock::Item(..) => {
                    let start = at - 1;
                    while matches!(blocks.get(at), Some(HandoutBlock::Item(..))) {
                        at += 1;
                    }
                    self.items(&blocks[start..at], indent);
                }
                HandoutBlock::Quote(inner) => self.quote(inner, indent),
                HandoutBlock::Table(table) if table.columns <= 1 => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    let inner: Vec<HandoutBlock> = cells.flat_map(|cell| cell.blocks.clone()).collect();
                    self.quote(&inner, indent);
                }
                HandoutBlock::Table(table) => self.table(table, indent),
            }
        }
    }

    fn quote(&mut self, inner: &[HandoutBlock], indent: &str) {
        let before = std::mem::take(&mut self.out);
        self.blocks(inner, "", true);
        let text = std::mem::replace(&mut self.out, before).join("\n\n");
        if !text.is_empty() {
            let lines: Vec<String> =
                text.lines().map(|line| format!("{indent}> {line}").trim_end().to_owned()).collect();
            self.out.push(lines.join("\n"));
        }
    }

    // ---- lists

    /// A run of items. Numbers of other forms than Markdown's are words of lines.
    fn items(&mut self, items: &[HandoutBlock], indent: &str) {
        let mut open: Vec<OpenList> = Vec::new();
        let mut text = String::new();
        let mut was_written = false;
        for item in items {
            let HandoutBlock::Item(level, mark, line) = item else { continue };
            while open.last().is_some_and(|list| list.level > *level) {
                open.pop();
            }
            let written = match mark {
                ItemMark::Written(mark) => Some(mark),
                _ => None,
            };
            if written.is_some() {
                while open.last().is_some_and(|list| list.level >= *level) {
                    open.pop();
                }
            }
            let outer = open.iter().rev().find(|list| list.level < *level).map_or(0, |list| list.content);
            let deep = format!("{indent}{}", " ".repeat(outer));
            if let Some(mark) = written {
                let depth = level - open.len().min(*level);
                let words = format!("{}{}", "　".repeat(depth), begun(&self.written(mark, line, &deep)));
                text += if was_written {
                    "\\\n"
                } else if text.is_empty() {
                    ""
                } else {
                    "\n\n"
                };
                let _ = write!(text, "{deep}{words}");
                was_written = true;
                continue;
            }
            let number = match mark {
                ItemMark::Number(number) => Some(*number),
                _ => None,
            };
            let same = open.last_mut().filter(|list| list.level == *level);
            let continues = match &same {
                Some(list) => match (list.number, number) {
                    (Some(before), Some(next)) => before.checked_add(1) == Some(next),
                    (None, None) => true,
                    _ => false,
                },
                None => false,
            };
            let bullet = match (mark, number) {
                (_, Some(number)) => format!("{number}. "),
                (ItemMark::Check(is_ticked), _) => if *is_ticked { "- [x] " } else { "- [ ] " }.to_owned(),
                _ => "- ".to_owned(),
            };
            let begins_again = same.is_some() && !continues;
            if begins_again || !text.is_empty() && !was_written && !continues && outer == 0 {
                // Else it would go on with the numbers of the list before it.
                let _ = write!(text, "\n\n{deep}<!-- -->\n\n");
            } else if !text.is_empty() {
                text += if was_written { "\n\n" } else { "\n" };
            }
            let width = if number.is_some() { bullet.len() } else { 2 };
            let content = outer + width;
            let below = format!("{indent}{}", " ".repeat(content));
            let _ = write!(text, "{deep}{bullet}{}", self.line.paragraph(line, &below));
            match same {
                Some(list) => (list.number, list.content) = (number, content),
                None => open.push(OpenList { level: *level, content, number }),
            }
            was_written = false;
        }
        self.out.push(text);
    }

    /// An item with its number as it is seen.
    fn written(&self, mark: &str, line: &[Inline], indent: &str) -> String {
        let marked: Vec<Inline> =
            std::iter::once(Inline::plain(format!("{mark} "))).chain(line.iter().cloned()).collect();
        self.line.paragraph(&marked, indent)
    }

    // ---- tables

    /// A table. Cells as wide as it is are lines between tables, each of which has the heads of the first.
    fn table(&mut self, table: &HandoutTable, indent: &str) {
        let sections = table.sections();
        if sections.len() < 2 {
            return self.rows(table, indent);
        }
        let mut heads: Option<HandoutTable> = None;
        for (at, section) in sections.iter().enumerate() {
            let table = match section {
                TableSection::Line(cell) => {
                    self.wide_cell(cell, indent);
                    continue;
                }
                TableSection::Table(table) => table,
            };
            let has_room_for = |heads: &HandoutTable| heads.columns == table.columns && table.head_rows == 0;
            if let Some(heads) = &heads {
                let mut table = table.clone();
                if has_room_for(heads) {
                    table.head_rows = heads.rows.len();
                    table.rows.splice(0..0, heads.rows.iter().cloned());
                }
                self.rows(&table, indent);
                continue;
            }
            let count =
                if let TableHead::Rows(count) = head_of(table) { count.min(table.rows.len()) } else { 0 };
            let is_only_head = count == table.rows.len();
            heads = Some(HandoutTable { rows: table.rows[..count].to_vec(), ..table.clone() });
            let next = sections[at + 1..].iter().find_map(|it| match it {
                TableSection::Table(table) => Some(table),
                TableSection::Line(_) => None,
            });
            if !is_only_head || next.is_none_or(|next| next.columns != table.columns || next.head_rows > 0) {
                self.rows(table, indent);
            }
        }
    }

    /// A cell as wide as its table. A short one is a heading of what follows.
    fn wide_cell(&mut self, cell: &HandoutCell, indent: &str) {
        let short = |line: &[Inline]| words_of(line).chars().count() <= SHORT;
        match &cell.blocks[..] {
            [HandoutBlock::Paragraph(line)] if short(line) => {
                let strong = line.iter().map(|it| match it {
                    Inline::Words(words, WordLook::Plain) => Inline::Words(words.clone(), WordLook::Strong),
                    other => other.clone(),
                });
                self.blocks(&[HandoutBlock::Paragraph(strong.collect())], indent, true);
            }
            blocks => self.blocks(blocks, indent, true),
        }
    }

    fn rows(&mut self, table: &HandoutTable, indent: &str) {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut inner: Vec<HandoutTable> = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            let mut words = vec![String::new(); table.columns];
            for cell in &row.cells {
                let Some(to) = words.get_mut(cell.column) else { continue };
                *to = self.cell(cell, &mut inner);
                if cell.is_continued && to.is_empty() {
                    // The words of a cell that goes on are repeated.
                    *to = rows.last().and_then(|above| above.get(cell.column)).cloned().unwrap_or_default();
                }
            }
            // A row of cells that all go on from those above it is the height of these; headings are counted by rows.
            let is_only_height =
                row.cells.iter().all(|cell| cell.is_continued && cell.words().trim().is_empty());
            if !is_only_height || at < table.head_rows.max(1) {
                rows.push(words);
            }
        }
        let head = match head_of(table) {
            TableHead::Rows(count) => {
                let count = count.min(rows.len());
                let heads: Vec<Vec<String>> = rows.drain(..count).collect();
                joined(table, &heads)
            }
            TableHead::Column => vec![String::new(); table.columns],
        };
        let row = |cells: &[String]| format!("{indent}| {} |", cells.join(" | "));
        let mut lines = vec![row(&head), format!("{indent}|{}", "---|".repeat(table.columns))];
        lines.extend(rows.iter().map(|cells| row(cells)));
        if !rows.is_empty() || head.iter().any(|it| !it.is_empty()) {
            self.out.push(lines.join("\n"));
        }
        for table in inner {
            let place = crate::paper::read::FoundPlace::Cell(table.number, 1, 1);
            self.left.push(LeftOut { place, what: LeftKind::Nested, words: table.number.to_string() });
            self.blocks(&[HandoutBlock::Table(table)], indent, true);
        }
    }

    /// The words of a cell on one line. Tables in it are put behind its table.
    fn cell(&self, cell: &HandoutCell, inner: &mut Vec<HandoutTable>) -> String {
        let mut parts: Vec<String> = Vec::new();
        self.cell_parts(&cell.blocks, inner, &mut parts);
        parts.retain(|part| !part.trim().is_empty());
        parts.join("　")
    }

    fn cell_parts(&self, blocks: &[HandoutBlock], inner: &mut Vec<HandoutTable>, parts: &mut Vec<String>) {
        for block in blocks {
            match block {
                HandoutBlock::Heading(_, line) | HandoutBlock::Paragraph(line) => {
                    parts.push(self.line.cell(line));
                }
                HandoutBlock::Item(_, mark, line) => {
                    let mark = match mark {
                        ItemMark::Bullet => "・".to_owned(),
                        ItemMark::Number(number) => format!("{number}. "),
                        ItemMark::Written(mark) => format!("{mark} "),
                        ItemMark::Check(is_ticked) => if *is_ticked { "☑ " } else { "☐ " }.to_owned(),
                    };
                    let marked: Vec<Inline> =
                        std::iter::once(Inline::plain(mark)).chain(line.iter().cloned()).collect();
                    parts.push(self.line.cell(&marked));
                }
                HandoutBlock::Quote(blocks) => self.cell_parts(blocks, inner, parts),
                HandoutBlock::Table(table) => inner.push(table.clone()),
            }
        }
    }
}

/// The longest line that is the heading of rows.
const SHORT: usize = 40;
