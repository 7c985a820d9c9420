//! A proposal of a form for what is to be filled in in a handout: cells without words beside words, lines to write on, boxes to tick.
//!
//! It is a proposal: ids are numbers, and an author looks at every field. What is read as no field is a sentence of help, or it is listed.
//! [`room`] finds what is filled in in a line, [`tables`] in a table; [`text`] writes the YAML.

mod room;
mod tables;
mod text;

use self::room::{ProposedKind, inline_fields, kind_of, missed};
use self::tables::{RepeatedRows, cell_line, crossed, height, repeated};
use self::text::text;
use super::handout::{
    HandoutBlock, HandoutCell, HandoutDocument, HandoutTable, Inline, ItemMark, LeftKind, LeftOut, TableRow,
    is_blank_line,
};
use super::markdown::label;
use super::parts::file_name;
use crate::paper::read::FoundPlace;

/// A section that is proposed.
#[derive(Default)]
struct ProposedSection {
    title: String,
    help: Vec<String>,
    fields: Vec<ProposedField>,
}

/// A field that is proposed.
struct ProposedField {
    label: String,
    help: String,
    kind: ProposedKind,
}

/// The most lines and rows that a field has.
const MOST: usize = 30;

/// The form for `handout`; `None` if nothing is to be filled in. What is no field goes to `left`.
pub(super) fn form(handout: &HandoutDocument, title: &str, left: &mut Vec<LeftOut>) -> Option<String> {
    let mut proposal =
        FormProposal { sections: vec![ProposedSection::default()], waiting: None, paragraphs: 0, left };
    proposal.blocks(&handout.blocks);
    for note in &handout.notes {
        for line in note.iter().flat_map(HandoutBlock::lines) {
            proposal.leave(FoundPlace::Note, &label(line));
        }
    }
    proposal.flush();
    let sections = proposal.sections;
    if sections.iter().all(|section| section.fields.is_empty()) {
        return None;
    }
    for picture in &handout.pictures {
        let words = format!("{} {}", file_name(&picture.part), picture.alt).trim().to_owned();
        left.push(LeftOut { place: picture.place.clone(), what: LeftKind::FormPicture, words });
    }
    Some(text(title, handout.subtitle.as_deref().map(label), sections))
}

/// What was proposed so far.
struct FormProposal<'l> {
    sections: Vec<ProposedSection>,
    /// A paragraph that may be the label of what follows.
    waiting: Option<(FoundPlace, String)>,
    paragraphs: usize,
    left: &'l mut Vec<LeftOut>,
}

impl FormProposal<'_> {
    fn leave(&mut self, place: FoundPlace, words: &str) {
        if !words.trim().is_empty() {
            self.left.push(LeftOut { place, what: LeftKind::NotAField, words: words.trim().to_owned() });
        }
    }

    fn section(&mut self) -> &mut ProposedSection {
        if self.sections.is_empty() {
            self.sections.push(ProposedSection::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }

    fn field(&mut self, label: &str, kind: ProposedKind) {
        let label = label.trim().trim_end_matches(['：', ':']).trim();
        let label = label.replace('\n', " ");
        self.section().fields.push(ProposedField { label, help: String::new(), kind });
    }

    /// Words that wait for what follows are help: of the section, or of the field before them.
    fn flush(&mut self) {
        let Some((place, words)) = self.waiting.take() else { return };
        let section = self.section();
        match section.fields.last_mut() {
            None => section.help.push(words),
            Some(field) if field.help.is_empty() => field.help = words,
            Some(_) => self.leave(place, &words),
        }
    }

    fn blocks(&mut self, blocks: &[HandoutBlock]) {
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            at += 1;
            match block {
                HandoutBlock::Heading(_, line) => {
                    self.flush();
                    let title = label(line);
                    let section = self.section();
                    if section.fields.is_empty() && section.help.is_empty() && section.title.is_empty() {
                        section.title = title;
                    } else {
                        self.sections.push(ProposedSection { title, ..ProposedSection::default() });
                    }
                }
                HandoutBlock::Table(table) => self.table(table),
                HandoutBlock::Quote(inner) => self.blocks(inner),
                HandoutBlock::Item(_, ItemMark::Check(_), _) => {
                    let start = at - 1;
                    while matches!(blocks.get(at), Some(HandoutBlock::Item(_, ItemMark::Check(_), _))) {
                        at += 1;
                    }
                    let options: Vec<String> =
                        blocks[start..at].iter().flat_map(HandoutBlock::lines).map(label).collect();
                    let words = self.waiting.take().map(|(_, words)| words).unwrap_or_default();
                    self.field(&words, ProposedKind::Many(options));
                }
                HandoutBlock::Item(_, mark, line) => {
                    let mark = match mark {
                        ItemMark::Number(number) => format!("{number}. "),
                        ItemMark::Written(mark) => format!("{mark} "),
                        ItemMark::Bullet | ItemMark::Check(_) => String::new(),
                    };
                    self.line(line, &mark, &blocks[at..]);
                }
                HandoutBlock::Paragraph(line) => self.line(line, "", &blocks[at..]),
            }
        }
    }

    /// A paragraph. `rest` is what follows it: blank paragraphs are room to write.
    fn line(&mut self, line: &[Inline], mark: &str, rest: &[HandoutBlock]) {
        if is_blank_line(line) {
            return;
        }
        self.paragraphs += 1;
        let place = FoundPlace::Paragraph(self.paragraphs);
        let blank =
            rest.iter().take_while(|it| matches!(it, HandoutBlock::Paragraph(line) if is_blank_line(line)));
        let blank = blank.count();
        let words = format!("{mark}{}", label(line));
        let mut fields = inline_fields(&words, line);
        if let [(name, _)] = &mut fields[..]
            && name.trim().is_empty()
            && let Some((_, waiting)) = self.waiting.take()
        {
            *name = waiting;
        }
        if fields.is_empty() {
            let asks = words.ends_with(['：', ':', '？', '?']) || words.ends_with("ください。");
            if asks && blank > 0 {
                self.flush();
                return self.field(
                    &words,
                    if blank > 1 { ProposedKind::Lines(blank.min(MOST)) } else { ProposedKind::Text },
                );
            }
            self.flush();
            self.waiting = Some((place, words));
            return;
        }
        self.flush();
        self.leave(place, &missed(&words, &fields));
        for (name, kind) in fields {
            self.field(&name, kind);
        }
    }

    // ---- tables

    fn table(&mut self, table: &HandoutTable) {
        let rows: Vec<&TableRow> = table.rows.iter().filter(|row| !row.cells.is_empty()).collect();
        if let Some(RepeatedRows { columns, numbers }) = repeated(&rows) {
            if let Some(words) = numbers {
                let first = rows.first().and_then(|row| row.cells.first()?.place.clone());
                self.leave(first.unwrap_or(FoundPlace::Box), &words);
            }
            let name = self.waiting.take().map(|(_, words)| words).unwrap_or_default();
            let filled = usize::from(rows.len() > 1);
            return self.field(&name, ProposedKind::Table(columns, (rows.len() - filled).clamp(1, MOST)));
        }
        self.flush();
        let heads = crossed(&rows);
        if let Some(corner) = rows.first().and_then(|row| row.cells.first()).filter(|_| heads.is_some()) {
            self.leave(corner.place.clone().unwrap_or(FoundPlace::Box), &corner.words());
        }
        // The words above each column that a merged cell goes on from.
        let mut above: Vec<String> = vec![String::new(); table.columns];
        for (at, row) in rows.iter().enumerate() {
            match &heads {
                Some(_) if at == 0 => {}
                Some(heads) => self.crossed_row(row, heads),
                None => {
                    let lines = row.lines.max(height(&rows[at..]));
                    self.row(&TableRow { lines, ..(*row).clone() }, &mut above);
                }
            }
        }
    }

    /// A row of a table that asks something for each row and column.
    fn crossed_row(&mut self, row: &TableRow, heads: &[String]) {
        let Some((first, cells)) = row.cells.split_first() else { return };
        for (cell, head) in cells.iter().zip(heads.iter().skip(1)) {
            let words = first.words();
            // A head may be what all cells below it are filled in with: ◎○△×.
            match &inline_fields(head, &[])[..] {
                [(name, kind)] if name.trim().is_empty() && cell.words().trim().is_empty() => {
                    self.field(&words, kind.clone());
                }
                _ => self.cell(&format!("{}：{head}", words.trim()), cell, row.lines),
            }
        }
    }

    /// A row of labels, each with what is filled in behind it. Two labels in a row are one: the first is that of a group.
    fn row(&mut self, row: &TableRow, above: &mut [String]) {
        let mut name: Option<(String, Option<FoundPlace>)> = None;
        let mut group = String::new();
        // The label of the group, until a field has it.
        let mut unused: Option<(String, Option<FoundPlace>)> = None;
        for cell in &row.cells {
            let words = cell.words().trim().to_owned();
            let line = cell_line(cell);
            let own = inline_fields(&words, &line);
            let kept = above.get_mut(cell.column);
            if cell.is_continued {
                self.leave(cell.place.clone().unwrap_or(FoundPlace::Box), &words);
                group = kept.map_or_else(String::new, |it| it.clone());
                continue;
            }
            if let Some(kept) = kept {
                kept.clone_from(&words);
            }
            let has_control = line.iter().any(|it| matches!(it, Inline::Control(_)));
            if words.is_empty() && !has_control || !own.is_empty() {
                match name.take() {
                    Some((name, _)) => {
                        unused = None;
                        let name = if group.is_empty() { name } else { format!("{group}：{name}") };
                        self.cell(&name, cell, row.lines);
                    }
                    None if !group.is_empty() && own.is_empty() => self.cell(&group.clone(), cell, row.lines),
                    None => {
                        self.leave(cell.place.clone().unwrap_or(FoundPlace::Box), &missed(&words, &own));
                        for (name, kind) in own {
                            self.field(&name, kind);
                        }
                    }
                }
                continue;
            }
            let Some(before) = name.replace((words, cell.place.clone())) else { continue };
            if unused.is_none() && group.is_empty() {
                group.clone_from(&before.0);
                unused = Some(before);
            } else {
                self.no_field(before.0, before.1);
            }
        }
        for (words, place) in unused.into_iter().chain(name) {
            self.no_field(words, place);
        }
    }

    fn no_field(&mut self, words: String, place: Option<FoundPlace>) {
        self.flush();
        self.waiting = Some((place.unwrap_or(FoundPlace::Box), words));
        let is_begun = !self.section().fields.is_empty();
        if is_begun {
            self.flush();
        }
    }

    /// What is filled in in a cell beside its label.
    fn cell(&mut self, name: &str, cell: &HandoutCell, lines: usize) {
        let words = cell.words();
        let own = inline_fields(words.trim(), &cell_line(cell));
        if !own.is_empty() {
            self.leave(cell.place.clone().unwrap_or(FoundPlace::Box), &missed(&words, &own));
        }
        match &own[..] {
            [(inner, kind)] if inner.trim().is_empty() => self.field(name, kind.clone()),
            [] if words.trim().is_empty() => {
                let room = cell.blocks.len().max(lines);
                let kind = match kind_of(name) {
                    ProposedKind::Text if room > 1 => ProposedKind::Lines(room.min(MOST)),
                    kind => kind,
                };
                self.field(name, kind);
            }
            [] => {
                self.field(name, kind_of(name));
                if let Some(field) = self.section().fields.last_mut() {
                    words.trim().clone_into(&mut field.help);
                }
            }
            _ => {
                for (inner, kind) in own {
                    let separator = if inner.trim().is_empty() { "" } else { "：" };
                    self.field(&format!("{name}{separator}{}", inner.trim()), kind);
                }
            }
        }
    }
}
