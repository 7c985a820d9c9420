//! A proposal of a form for what is to be filled in in a handout: cells without words beside words, lines to write on, boxes to tick.
//!
//! It is a proposal: ids are numbers, and an author looks at every field. What is read as no field is a sentence of help, or it is listed.
//! [`room`] finds what is filled in in a line, [`tables`] in a table; [`text`] writes the YAML.

mod choices;
mod room;
mod tables;
mod text;

use unicode_normalization::UnicodeNormalization as _;

use self::choices::says_many;
use self::room::{ProposedKind, fields_beside_label, inline_fields, is_template, is_tick, kind_of, missed};
use self::tables::{
    CrossedTable, RepeatedRows, TablePart, cell_label, cell_line, crossed, is_blank, is_room, parts,
    repeated, same_options,
};
use self::text::text;
use super::handout::{
    HandoutBlock, HandoutCell, HandoutDocument, HandoutTable, Inline, ItemMark, LeftKind, LeftOut, TableRow,
    is_blank_line, words_of,
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
    let mut proposal = FormProposal {
        sections: vec![ProposedSection::default()],
        waiting: None,
        paragraphs: 0,
        ruled: None,
        left,
    };
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
    /// The paragraph that was a line to write on.
    ruled: Option<usize>,
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
        let kind = match kind {
            ProposedKind::One(options) if says_many(&label) => ProposedKind::Many(options),
            kind => kind,
        };
        // Boxes in rows of their own belong to one list.
        if let (ProposedKind::Many(more), Some(field)) = (&kind, self.section().fields.last_mut())
            && let ProposedKind::Many(options) = &mut field.kind
            && field.label == label
        {
            return options.extend(more.iter().cloned());
        }
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
        let blank =
            rest.iter().take_while(|it| matches!(it, HandoutBlock::Paragraph(line) if is_blank_line(line)));
        let blank = blank.count();
        let words = format!("{mark}{}", label(line));
        let all = words_of(line);
        let mut fields = inline_fields(&format!("{words}{}", &all[all.trim_end().len()..]), line);
        if let [(name, kind)] = &mut fields[..]
            && name.trim().is_empty()
        {
            if let Some((_, waiting)) = self.waiting.take() {
                *name = waiting;
            } else if *kind == ProposedKind::Text
                && self.ruled == Some(self.paragraphs)
                && let Some(field) = self.section().fields.last_mut()
                && let ProposedKind::Text | ProposedKind::Lines(_) = field.kind
            {
                // A line to write on below another is more room.
                let lines = if let ProposedKind::Lines(lines) = field.kind { lines } else { 1 };
                field.kind = ProposedKind::Lines((lines + 1).min(MOST));
                self.paragraphs += 1;
                self.ruled = Some(self.paragraphs);
                return;
            }
            self.ruled = Some(self.paragraphs + 1);
        }
        self.paragraphs += 1;
        let place = FoundPlace::Paragraph(self.paragraphs);
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
        for part in parts(table) {
            match part {
                TablePart::Line(cell, lines) => self.wide_cell(&cell, lines),
                TablePart::Rows(rows) => self.rows(&rows, table.columns),
            }
        }
    }

    /// A cell as wide as its table: a heading, room to write, or both.
    fn wide_cell(&mut self, cell: &HandoutCell, lines: usize) {
        let words = cell_label(cell);
        if !is_blank(cell) && inline_fields(cell.words().trim_start(), &cell_line(cell)).is_empty() {
            self.flush();
            self.waiting = Some((cell.place.clone().unwrap_or(FoundPlace::Box), words));
        } else if let Some((_, name)) = self.waiting.take() {
            self.cell(&name, cell, lines);
        } else if !is_blank(cell) {
            self.own_fields(cell);
        }
    }

    fn rows(&mut self, rows: &[TableRow], columns: usize) {
        if let Some(RepeatedRows { columns, numbers, count }) = repeated(rows) {
            if let Some(words) = numbers {
                let first = rows.first().and_then(|row| row.cells.first()?.place.clone());
                self.leave(first.unwrap_or(FoundPlace::Box), &words);
            }
            let name = self.waiting_label();
            return self.field(&name, ProposedKind::Table(columns, count.clamp(1, MOST)));
        }
        if let Some(table) = crossed(rows) {
            return self.crossed(&table, rows);
        }
        self.flush();
        // The words above each column that a merged cell goes on from.
        let mut above: Vec<String> = vec![String::new(); columns];
        for row in rows {
            self.row(row, &mut above);
        }
    }

    /// The words that wait, if they can be a label; others are help.
    fn waiting_label(&mut self) -> String {
        let is_label = |words: &str| !words.ends_with('。') && !words.starts_with(['※', '＊', '*']);
        match self.waiting.take() {
            Some((_, words)) if is_label(&words) => words,
            waiting => {
                self.waiting = waiting;
                self.flush();
                String::new()
            }
        }
    }

    /// A table that asks something for each row and column.
    fn crossed(&mut self, table: &CrossedTable<'_>, rows: &[TableRow]) {
        let place = rows.first().and_then(|row| row.cells.first()?.place.clone()).unwrap_or(FoundPlace::Box);
        self.leave(place, &table.corner.join(" "));
        let name = self.waiting_label();
        let labels = || table.rows.iter().map(|row| row.label.clone()).collect::<Vec<String>>();
        if let Some(options) = same_options(table) {
            let head = table.heads.first().map_or("", |head| head);
            let separator = if name.is_empty() || head.is_empty() { "" } else { "：" };
            return self.field(&format!("{name}{separator}{head}"), ProposedKind::Matrix(labels(), options));
        }
        match &table.ticked[..] {
            [] => {}
            [column] => self.field(&table.heads[*column], ProposedKind::Many(labels())),
            columns => {
                let heads = columns.iter().map(|column| table.heads[*column].clone()).collect();
                self.field(&name, ProposedKind::Matrix(labels(), heads));
            }
        }
        for row in &table.rows {
            for (column, (cell, head)) in row.cells.iter().zip(&table.heads).enumerate() {
                let Some(cell) = cell.filter(|_| !table.ticked.contains(&column)) else { continue };
                // A head may be what all cells below it are filled in with: ◎○△×.
                match &inline_fields(head, &[])[..] {
                    [(name, kind)] if name.trim().is_empty() && is_blank(cell) => {
                        self.field(&row.label, kind.clone());
                    }
                    _ => self.cell(&format!("{}：{head}", row.label), cell, row.lines),
                }
            }
        }
    }

    /// A row of labels, each with what is filled in behind it. Two labels in a row are one: the first is that of a group.
    fn row(&mut self, row: &TableRow, above: &mut [String]) {
        if self.circled_row(row) || self.plain_row(row, above) {
            return;
        }
        let mut name: Option<(String, Option<FoundPlace>)> = None;
        let mut group = String::new();
        // The label of the group, until a field has it.
        let mut unused: Option<(String, Option<FoundPlace>)> = None;
        // Blank cells behind room to write are more of it.
        let mut is_filled = false;
        for (at, cell) in row.cells.iter().enumerate() {
            let words = cell.words().trim().to_owned();
            let kept = above.get_mut(cell.column);
            if cell.is_continued {
                self.leave(cell.place.clone().unwrap_or(FoundPlace::Box), &words);
                group = kept.map_or_else(String::new, |it| it.clone());
                continue;
            }
            if let Some(kept) = kept {
                kept.clone_from(&words);
            }
            // A label has room behind it: `学年・組` is nothing to choose from there.
            let has_room = row.cells.get(at + 1).is_some_and(is_blank);
            let line = cell_line(cell);
            let is_beside = (name.is_some() || !group.is_empty()) && !has_room;
            let own = if is_beside {
                fields_beside_label(cell.words().trim_start(), &line)
            } else {
                inline_fields(cell.words().trim_start(), &line)
            };
            let is_units = is_template(&cell.words()) && name.is_some();
            if is_blank(cell) || is_units || is_tick(&words) || !own.is_empty() {
                match name.take() {
                    Some((name, _)) => {
                        unused = None;
                        let name = if group.is_empty() { name } else { format!("{group}：{name}") };
                        self.cell(&name, cell, row.lines);
                    }
                    None if is_blank(cell) && is_filled => {}
                    None if !group.is_empty() && own.iter().all(|(name, _)| name.trim().is_empty()) => {
                        self.more_room(&group, cell, row.lines);
                    }
                    None => self.own_fields(cell),
                }
                is_filled = true;
                continue;
            }
            is_filled = false;
            let Some(before) = name.replace((words, cell.place.clone())) else { continue };
            if unused.is_none() && group.is_empty() {
                group.clone_from(&before.0);
                unused = Some(before);
            } else {
                self.no_field(before.0, before.1);
            }
        }
        for (words, place) in unused.into_iter().chain(name) {
            if words.ends_with(['：', ':']) && row.cells.len() > 1 {
                self.field(&words, kind_of(&words));
            } else {
                self.no_field(words, place);
            }
        }
    }

    /// A cell of a group: a blank one below another is more room of the same.
    fn more_room(&mut self, group: &str, cell: &HandoutCell, lines: usize) {
        if let Some(field) = self.section().fields.last_mut().filter(|it| it.label == group && is_blank(cell))
        {
            let before = match field.kind {
                ProposedKind::Text => 1,
                ProposedKind::Lines(before) => before,
                _ => return self.cell(group, cell, lines),
            };
            field.kind = ProposedKind::Lines((before + lines.max(1)).min(MOST));
        } else {
            self.cell(group, cell, lines);
        }
    }

    /// A row with numbers to circle behind its label, each in a cell.
    fn circled_row(&mut self, row: &TableRow) -> bool {
        let Some((first, steps)) = row.cells.split_first() else { return false };
        let step = |cell: &HandoutCell| cell.words().trim().nfkc().collect::<String>().parse::<i64>().ok();
        let Some(steps) = steps.iter().map(step).collect::<Option<Vec<i64>>>() else { return false };
        let follows = steps.windows(2).all(|pair| pair[1] == pair[0] + 1);
        let (Some(min), Some(max)) = (steps.first().copied(), steps.last().copied()) else { return false };
        if first.is_continued || is_room(first) || steps.len() < 3 || !matches!(min, 0 | 1) || !follows {
            return false;
        }
        self.field(&first.words(), ProposedKind::Scale(min, max, String::new(), String::new()));
        true
    }

    /// A row in which nothing is filled in: its words stay together.
    fn plain_row(&mut self, row: &TableRow, above: &mut [String]) -> bool {
        let is_asked = |cell: &HandoutCell| !cell.is_continued && is_room(cell);
        let own =
            |cell: &HandoutCell| !fields_beside_label(cell.words().trim_start(), &cell_line(cell)).is_empty();
        if row.cells.iter().any(|cell| is_asked(cell) || own(cell)) {
            return false;
        }
        let mut words = Vec::new();
        for cell in &row.cells {
            words.push(cell_label(cell));
            if let Some(kept) = above.get_mut(cell.column).filter(|_| !cell.is_continued) {
                kept.clone_from(&cell.words().trim().to_owned());
            }
        }
        words.retain(|it| !it.is_empty());
        let place = row.cells.first().and_then(|cell| cell.place.clone());
        if !words.is_empty() {
            self.no_field(words.join("　"), place);
        }
        true
    }

    fn no_field(&mut self, words: String, place: Option<FoundPlace>) {
        self.flush();
        self.waiting = Some((place.unwrap_or(FoundPlace::Box), words));
        let is_begun = !self.section().fields.is_empty();
        if is_begun {
            self.flush();
        }
    }

    /// What is filled in in a cell without a label beside it.
    fn own_fields(&mut self, cell: &HandoutCell) {
        let own = inline_fields(cell.words().trim_start(), &cell_line(cell));
        self.leave(cell.place.clone().unwrap_or(FoundPlace::Box), &missed(&cell.words(), &own));
        for (name, kind) in own {
            self.field(&name, kind);
        }
    }

    /// What is filled in in a cell beside its label.
    fn cell(&mut self, name: &str, cell: &HandoutCell, lines: usize) {
        let words = cell.words();
        let own = fields_beside_label(words.trim_start(), &cell_line(cell));
        if !own.is_empty() {
            self.leave(cell.place.clone().unwrap_or(FoundPlace::Box), &missed(&words, &own));
        }
        match &own[..] {
            [(inner, kind)] if inner.trim().is_empty() => self.field(name, kind.clone()),
            [] if is_blank(cell) => {
                let room = cell.blocks.len().max(lines);
                let kind = match kind_of(name) {
                    ProposedKind::Text if room > 1 => ProposedKind::Lines(room.min(MOST)),
                    kind => kind,
                };
                self.field(name, kind);
            }
            [] if is_tick(&words) => self.field(name, ProposedKind::Many(vec![name.trim().to_owned()])),
            [] => {
                self.field(name, kind_of(name));
                let says = words.contains(char::is_alphanumeric);
                if let Some(field) = self.section().fields.last_mut().filter(|_| says) {
                    field.help = words.lines().map(str::trim).collect::<Vec<_>>().join("\n");
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
