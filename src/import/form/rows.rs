//! What is filled in in the rows of a table.

use unicode_normalization::UnicodeNormalization as _;

use super::room::{ProposedKind, fields_beside_label, inline_fields, is_template, is_tick, kind_of, missed};
use super::tables::{
    CrossedTable, RepeatedRows, TablePart, cell_label, cell_line, crossed, is_blank, is_room, parts,
    repeated, same_options,
};
use super::{FormProposal, MOST};
use crate::import::handout::{HandoutCell, HandoutTable, TableRow};
use crate::paper::read::FoundPlace;

impl FormProposal<'_> {
    /// What is filled in in a table.
    pub(super) fn table(&mut self, table: &HandoutTable) {
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
        let labels = || table.rows.iter().map(|row| row.label.clone()).collect::<Vec<String>>();
        if let Some(options) = same_options(table) {
            let name = self.waiting_label();
            let head = table.heads.first().map_or("", |head| head);
            let separator = if name.is_empty() || head.is_empty() { "" } else { "：" };
            return self.field(&format!("{name}{separator}{head}"), ProposedKind::Matrix(labels(), options));
        }
        match &table.ticked[..] {
            [] => self.flush(),
            [column] => {
                self.flush();
                self.field(&table.heads[*column], ProposedKind::Many(labels()));
            }
            columns => {
                let name = self.waiting_label();
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
