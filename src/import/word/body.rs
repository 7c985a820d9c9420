//! The blocks of a Word file: headings, paragraphs, items, tables, boxes.

use roxmltree::Node;

use super::WordImport;
use super::runs::{OpenLine, alternative};
use super::styles::ParagraphRole;
use crate::import::handout::{
    FormControl, HandoutBlock, HandoutCell, HandoutTable, Inline, ItemMark, LeftKind, TableRow, WordLook,
    is_blank_line, words_of,
};
use crate::import::xml::{all_words, attribute, child, is_on, number, value};
use crate::paper::read::FoundPlace;

/// A line of writing in twentieths of a point: what is less high holds one line.
const LINE: u32 = 400;

/// Words of a title are at least this high, in half points.
const LARGE: u32 = 28;

/// The longest title that is known by its look.
const TITLE: usize = 50;

impl WordImport<'_> {
    /// The blocks that are the children of `node`.
    pub(super) fn blocks(&mut self, node: Node<'_, '_>) -> Vec<HandoutBlock> {
        let mut blocks = Vec::new();
        self.add_blocks(node, &mut blocks, true);
        blocks
    }

    /// The same within a cell, a box or a note: these have places of their own.
    pub(super) fn inner_blocks(&mut self, node: Node<'_, '_>) -> Vec<HandoutBlock> {
        let mut blocks = Vec::new();
        self.add_blocks(node, &mut blocks, false);
        blocks
    }

    /// The blocks of a box of text.
    pub(super) fn boxed(&mut self, node: Node<'_, '_>) -> Vec<HandoutBlock> {
        let fields = std::mem::take(&mut self.fields);
        let place = std::mem::replace(&mut self.place, FoundPlace::Box);
        let blocks = self.inner_blocks(node);
        self.end_fields();
        (self.fields, self.place) = (fields, place);
        blocks
    }

    fn add_blocks(&mut self, node: Node<'_, '_>, out: &mut Vec<HandoutBlock>, is_body: bool) {
        for it in node.children().filter(Node::is_element) {
            match it.tag_name().name() {
                "p" => self.paragraph(it, out, is_body),
                "tbl" => self.table(it, out),
                "sdt" => self.block_control(it, out, is_body),
                "ins" | "moveTo" | "customXml" | "smartTag" => self.add_blocks(it, out, is_body),
                "del" | "moveFrom" => self.leave(LeftKind::Deleted, &all_words(it)),
                "AlternateContent" => {
                    if let Some(chosen) = alternative(it) {
                        self.add_blocks(chosen, out, is_body);
                    }
                }
                "altChunk" => {
                    let part = attribute(it, "id").and_then(|id| self.relation(id)).unwrap_or_default();
                    self.leave(LeftKind::Embedded, &part);
                }
                "r" | "hyperlink" | "fldSimple" | "ruby" => {
                    // Words outside of any paragraph: no program writes them, but they are words.
                    let mut open = OpenLine::default();
                    self.part(it, &mut open);
                    out.push(HandoutBlock::Paragraph(open.line));
                    out.append(&mut open.boxes);
                }
                _ => {}
            }
        }
    }

    /// A control around blocks: a table of contents, or something to fill in.
    fn block_control(&mut self, node: Node<'_, '_>, out: &mut Vec<HandoutBlock>, is_body: bool) {
        let Some(content) = child(node, "sdtContent") else { return };
        let gallery = child(node, "sdtPr").and_then(|it| child(it, "docPartObj"));
        if gallery.and_then(|it| value(it, "docPartGallery")) == Some("Table of Contents") {
            let before = std::mem::replace(&mut self.in_contents, true);
            self.add_blocks(content, &mut Vec::new(), is_body);
            self.in_contents = before;
            return self.leave_contents();
        }
        match self.form_control(node, content) {
            Some(Ok(control)) => out.push(HandoutBlock::Paragraph(vec![Inline::Control(control)])),
            _ => self.add_blocks(content, out, is_body),
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, out: &mut Vec<HandoutBlock>, is_body: bool) {
        if is_body {
            self.place = FoundPlace::Paragraph(self.paragraphs + 1);
        }
        let format = child(node, "pPr");
        let style = format.and_then(|it| value(it, "pStyle")).unwrap_or_default();
        let mut role = self.styles.role(style);
        if let Some(level) = format.and_then(|it| number::<u8>(it, "outlineLvl")) {
            role = if level < 9 { ParagraphRole::Heading(level + 1) } else { ParagraphRole::Text };
        }
        let was_contents = self.in_contents;
        self.in_contents |= role == ParagraphRole::Contents;
        let is_heading =
            matches!(role, ParagraphRole::Heading(_) | ParagraphRole::Title | ParagraphRole::Subtitle);
        let mut open = OpenLine { is_bold: !is_heading && self.styles.is_bold(style), ..OpenLine::default() };
        self.line(node, &mut open);
        if self.is_contents() {
            self.contents.push('\n');
        }
        self.in_contents = was_contents;
        if role == ParagraphRole::Contents && !was_contents && !self.is_contents() {
            self.leave_contents();
        }
        self.page_breaks += usize::from(open.breaks_page);
        let mark = format.and_then(|it| self.mark(it, style)).filter(|_| !is_blank_line(&open.line));
        if is_body && !is_blank_line(&open.line) {
            self.paragraphs += 1;
        }
        let line = open.line;
        match role {
            _ if is_blank_line(&line) => {
                // Blank paragraphs are room to write: forms count them.
                if open.boxes.is_empty() {
                    out.push(HandoutBlock::Paragraph(Vec::new()));
                }
            }
            ParagraphRole::Title if is_body && self.out.title.is_none() => self.out.title = Some(line),
            ParagraphRole::Subtitle if is_body && self.out.subtitle.is_none() => {
                self.out.subtitle = Some(line);
            }
            _ if is_body && self.is_title(&line, node, style, out) => self.out.title = Some(line),
            ParagraphRole::Title => out.push(HandoutBlock::Heading(1, line)),
            ParagraphRole::Heading(level) => {
                let numbered = match mark {
                    Some((_, ItemMark::Number(number))) => vec![Inline::plain(format!("{number}. "))],
                    Some((_, ItemMark::Written(text))) => vec![Inline::plain(format!("{text} "))],
                    _ => Vec::new(),
                };
                out.push(HandoutBlock::Heading(level, numbered.into_iter().chain(line).collect()));
            }
            ParagraphRole::Quote if mark.is_none() => match out.last_mut() {
                // Paragraphs of a quotation follow each other.
                Some(HandoutBlock::Quote(inner)) if self.in_quote => {
                    inner.push(HandoutBlock::Paragraph(line));
                }
                _ => out.push(HandoutBlock::Quote(vec![HandoutBlock::Paragraph(line)])),
            },
            _ => out.push(match mark {
                Some((level, mark)) => HandoutBlock::Item(level, mark, line),
                None => ticked(line),
            }),
        }
        self.in_quote = role == ParagraphRole::Quote && open.boxes.is_empty();
        out.append(&mut open.boxes);
    }

    /// What is before an item, and how deep it is.
    fn mark(&mut self, format: Node<'_, '_>, style: &str) -> Option<(usize, ItemMark)> {
        let own = child(format, "numPr");
        let (of_style, level_of_style) = self.styles.list(style);
        let list = own.and_then(|it| value(it, "numId")).or(of_style)?.to_owned();
        let level = own.and_then(|it| number(it, "ilvl")).or(level_of_style).unwrap_or(0);
        if list == "0" {
            return None;
        }
        let is_of_style = own.is_none() && level == 0;
        let depth = if is_of_style { self.styles.depth(style) } else { level };
        Some((depth, self.lists.next(&list, level)?))
    }

    /// Whether the first words of a file look like its title: centred or large, and short.
    fn is_title(&self, line: &[Inline], node: Node<'_, '_>, style: &str, before: &[HandoutBlock]) -> bool {
        let is_first =
            before.iter().all(|it| matches!(it, HandoutBlock::Paragraph(line) if is_blank_line(line)));
        if !is_first || self.out.title.is_some() || words_of(line).chars().count() > TITLE {
            return false;
        }
        let format = child(node, "pPr");
        let alignment = format.and_then(|it| value(it, "jc"));
        let is_centred = alignment.map_or_else(|| self.styles.is_centred(style), |it| it == "center");
        let sizes = node.descendants().filter(|it| it.tag_name().name() == "sz");
        let largest = sizes.filter_map(|it| attribute(it, "val")?.parse().ok()).max();
        let is_words = line.iter().all(|it| !matches!(it, Inline::Picture(_) | Inline::Control(_)));
        is_words
            && (is_centred
                || largest.or_else(|| self.styles.size(style)).is_some_and(|size: u32| size >= LARGE))
    }

    // ---- tables

    fn table(&mut self, node: Node<'_, '_>, out: &mut Vec<HandoutBlock>) {
        self.in_quote = false;
        self.tables += 1;
        let number = self.tables;
        let outer = self.place.clone();
        let mut table = HandoutTable { number, ..HandoutTable::default() };
        let mut is_merged = false;
        self.rows(node, &mut table, &mut is_merged);
        table.squeeze();
        self.place = FoundPlace::Cell(number, 1, 1);
        if is_merged && table.is_divided() {
            self.leave(LeftKind::Merged, &number.to_string());
        }
        self.place = outer;
        out.push(HandoutBlock::Table(table));
    }

    fn rows(&mut self, node: Node<'_, '_>, table: &mut HandoutTable, is_merged: &mut bool) {
        for it in node.children().filter(Node::is_element) {
            match it.tag_name().name() {
                "tr" => {
                    let row = self.row(it, table, is_merged);
                    table.rows.push(row);
                }
                "sdt" => {
                    if let Some(content) = child(it, "sdtContent") {
                        self.rows(content, table, is_merged);
                    }
                }
                "ins" | "moveTo" | "customXml" => self.rows(it, table, is_merged),
                _ => {}
            }
        }
    }

    fn row(&mut self, node: Node<'_, '_>, table: &mut HandoutTable, is_merged: &mut bool) -> TableRow {
        let format = child(node, "trPr");
        if format.is_some_and(|it| child(it, "del").is_some()) {
            self.leave(LeftKind::Deleted, &all_words(node));
            return TableRow::default();
        }
        let is_head = format.and_then(|it| child(it, "tblHeader")).is_some_and(is_on);
        if is_head && table.head_rows == table.rows.len() {
            table.head_rows += 1;
        }
        let height = format.and_then(|it| number::<u32>(it, "trHeight")).unwrap_or(0);
        let mut row = TableRow { cells: Vec::new(), lines: (height / LINE).min(40) as usize };
        let mut column = format.and_then(|it| number::<usize>(it, "gridBefore")).unwrap_or(0).min(COLUMNS);
        self.cells(node, table, &mut row, &mut column, is_merged);
        row
    }

    fn cells(
        &mut self,
        node: Node<'_, '_>,
        table: &HandoutTable,
        row: &mut TableRow,
        column: &mut usize,
        is_merged: &mut bool,
    ) {
        for it in node.children().filter(Node::is_element) {
            match it.tag_name().name() {
                "tc" => {
                    let format = child(it, "tcPr");
                    let span =
                        format.and_then(|it| number::<usize>(it, "gridSpan")).unwrap_or(1).clamp(1, COLUMNS);
                    let merge = format.and_then(|it| child(it, "vMerge"));
                    let is_continued = merge.is_some_and(|it| attribute(it, "val") != Some("restart"));
                    let place = FoundPlace::Cell(table.number, table.rows.len() + 1, row.cells.len() + 1);
                    self.place = place.clone();
                    let blocks = self.inner_blocks(it);
                    *is_merged |= span > 1 || merge.is_some();
                    let cell = HandoutCell {
                        column: *column,
                        span,
                        is_continued,
                        is_strong: format.is_some_and(is_shaded) || is_strong(&blocks),
                        blocks,
                        place: Some(place),
                    };
                    row.cells.push(cell);
                    *column = (*column + span).min(COLUMNS * 2);
                }
                "sdt" => {
                    let Some(content) = child(it, "sdtContent") else { continue };
                    let first = row.cells.len();
                    let control = self.form_control(it, content);
                    self.cells(content, table, row, column, is_merged);
                    if let (Some(Ok(control)), Some(cell)) = (control, row.cells.get_mut(first)) {
                        cell.blocks = vec![HandoutBlock::Paragraph(vec![Inline::Control(control)])];
                    }
                }
                "ins" | "moveTo" | "customXml" => self.cells(it, table, row, column, is_merged),
                _ => {}
            }
        }
    }
}

/// The most columns that a table of Word has.
const COLUMNS: usize = 63;

/// Whether a cell has a colour of its own.
fn is_shaded(format: Node<'_, '_>) -> bool {
    let fill = child(format, "shd").and_then(|it| attribute(it, "fill")).unwrap_or("auto");
    !fill.eq_ignore_ascii_case("auto") && !fill.eq_ignore_ascii_case("ffffff")
}

/// Whether all words of a cell are bold.
fn is_strong(blocks: &[HandoutBlock]) -> bool {
    let mut words = blocks.iter().flat_map(HandoutBlock::lines).flatten().filter_map(|it| match it {
        Inline::Words(text, look) if !text.trim().is_empty() => Some(*look == WordLook::Strong),
        _ => None,
    });
    words.next().is_some_and(|first| first && words.all(|it| it))
}

/// A paragraph that begins with a box to tick, and has no other, is an item.
pub(in crate::import) fn ticked(mut line: Vec<Inline>) -> HandoutBlock {
    const BOXES: [char; 5] = ['☐', '☑', '☒', '□', '■'];
    let words = words_of(&line);
    let begins = words.trim_start().chars().next();
    let count = words.chars().filter(|sign| BOXES.contains(sign)).count();
    let is_item = count == 1 && words.trim().chars().count() > 1;
    let Some(sign) = begins.filter(|sign| is_item && ['☐', '☑', '☒', '□'].contains(sign)) else {
        return dotted(line);
    };
    if let Some(Inline::Words(first, _)) = line.first_mut() {
        let rest = first.trim_start().trim_start_matches(BOXES).trim_start();
        *first = rest.to_owned();
    }
    HandoutBlock::Item(0, ItemMark::Check(matches!(sign, '☑' | '☒')), line)
}

/// A paragraph that begins with a dot is an item: blanks before it say how deep it is.
fn dotted(mut line: Vec<Inline>) -> HandoutBlock {
    if let Some(Inline::Words(first, _)) = line.first_mut() {
        let inner = first.trim_start();
        let words = inner.strip_prefix(['・', '･']).map(str::trim_start);
        if let Some(words) =
            words.filter(|it| it.starts_with(|c: char| c.is_alphanumeric() || "「『（(".contains(c)))
        {
            let depth = first[..first.len() - inner.len()].chars().filter(|c| *c == '　').count().min(DEPTH);
            *first = words.to_owned();
            return HandoutBlock::Item(depth, ItemMark::Bullet, line);
        }
    }
    HandoutBlock::Paragraph(line)
}

/// How deep an item is that blanks indent.
const DEPTH: usize = 3;

/// A control of a form as words of a page.
pub(in crate::import) fn room(control: &FormControl) -> &'static str {
    match control {
        FormControl::Text => "＿＿＿＿＿＿",
        FormControl::Date => "＿＿年＿＿月＿＿日",
        FormControl::Choice(_) => "＿＿＿＿",
    }
}
