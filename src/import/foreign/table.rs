//! Tables of HTML as tables of Markdown: what spans rows is repeated, what spans columns is in the first of them.

use super::html::{converted, tag};
use super::leave;
use crate::import::handout::{LeftKind, LeftOut};

/// A cell while it is read.
#[derive(Default)]
struct HtmlCell {
    text: String,
    columns: usize,
    rows: usize,
    is_head: bool,
}

/// The most columns and rows that a cell spans.
const SPAN: usize = 50;

/// The table in `html`, which begins in line `number`.
pub(super) fn table(html: &str, number: usize, left: &mut Vec<LeftOut>) -> String {
    let (rows, caption) = cells(html);
    let mut grid: Vec<Vec<Option<String>>> = Vec::new();
    let mut is_merged = false;
    for (at, row) in rows.iter().enumerate() {
        while grid.len() <= at {
            grid.push(Vec::new());
        }
        let mut column = 0;
        for cell in row {
            while grid[at].get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let text = converted(cell.text.trim(), number, left);
            let text = text.replace("\\\n", "　").replace('\n', " ").replace('|', "\\|");
            is_merged |= cell.columns > 1 || cell.rows > 1;
            for down in at..(at + cell.rows).min(rows.len()) {
                while grid.len() <= down {
                    grid.push(Vec::new());
                }
                for right in 0..cell.columns {
                    let to = column + right;
                    if grid[down].len() <= to {
                        grid[down].resize(to + 1, None);
                    }
                    grid[down][to] = Some(if right == 0 { text.trim().to_owned() } else { String::new() });
                }
            }
            column += cell.columns;
        }
    }
    if is_merged {
        leave(left, number, LeftKind::Merged, "1");
    }
    let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
    let caption = if caption.trim().is_empty() { String::new() } else { format!("{}\n\n", caption.trim()) };
    if columns == 0 {
        return caption;
    }
    let has_head = rows.first().is_some_and(|row| row.iter().all(|cell| cell.is_head)) || columns > 2;
    let line = |row: &[Option<String>]| {
        let cells: Vec<&str> =
            (0..columns).map(|at| row.get(at).and_then(Option::as_deref).unwrap_or("")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = grid.iter().map(|row| line(row)).collect();
    if !has_head {
        lines.insert(0, line(&[]));
    }
    lines.insert(1, format!("|{}", "---|".repeat(columns)));
    caption + &lines.join("\n")
}

/// The cells of each row, and the caption.
fn cells(html: &str) -> (Vec<Vec<HtmlCell>>, String) {
    let (mut rows, mut caption) = (Vec::<Vec<HtmlCell>>::new(), String::new());
    let mut is_cell = false;
    let mut rest = html;
    while !rest.is_empty() {
        let found = rest.starts_with('<').then(|| tag(rest)).flatten();
        if let Some(tag) = found {
            match (&*tag.name, tag.is_end) {
                ("tr", false) => {
                    rows.push(Vec::new());
                    is_cell = false;
                }
                ("td" | "th", false) => {
                    if rows.is_empty() {
                        rows.push(Vec::new());
                    }
                    let span = |name: &str| tag.attribute(name).and_then(|it| it.parse().ok()).unwrap_or(1);
                    let mut cell = HtmlCell {
                        text: String::new(),
                        columns: span("colspan").clamp(1, SPAN),
                        rows: span("rowspan").clamp(1, SPAN),
                        is_head: tag.name == "th",
                    };
                    rows.last_mut().into_iter().for_each(|row| row.push(std::mem::take(&mut cell)));
                    is_cell = true;
                }
                ("td" | "th" | "tr", true) => is_cell = false,
                ("table" | "thead" | "tbody" | "tfoot" | "colgroup" | "col" | "caption", _) => {}
                _ => push(&mut rows, &mut caption, is_cell, &rest[..tag.length]),
            }
            rest = &rest[tag.length..];
            continue;
        }
        let skip = rest.chars().next().map_or(1, char::len_utf8);
        let length = rest[skip..].find('<').map_or(rest.len(), |at| at + skip);
        push(&mut rows, &mut caption, is_cell, &rest[..length]);
        rest = &rest[length..];
    }
    rows.retain(|row| !row.is_empty());
    (rows, caption)
}

/// Words go into the open cell; those outside of cells before the table.
fn push(rows: &mut [Vec<HtmlCell>], caption: &mut String, is_cell: bool, text: &str) {
    let cell = rows.last_mut().and_then(|row| row.last_mut()).filter(|_| is_cell);
    match cell {
        Some(cell) => cell.text.push_str(text),
        None if !text.trim().is_empty() => caption.push_str(text),
        None => {}
    }
}
