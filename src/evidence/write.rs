//! Evidence as Markdown, and as blocks of a paper.

use std::fmt::Write as _;

use super::Evidence;
use crate::paper::prose::{Line, TextBlock, bold, words};

impl Evidence {
    /// It as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n\n{}\n", plain(&self.title), plain(&self.lead));
        for part in &self.parts {
            let _ = write!(out, "\n## {}\n\n", plain(&part.title));
            for (name, value) in &part.rows {
                let _ = writeln!(out, "- **{}**: {}", plain(name), plain(value));
            }
            if let Some((head, rows)) = part.table.split_first() {
                let line = |cells: &[String]| {
                    let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
                    format!("| {} |\n", cells.join(" | "))
                };
                let _ = write!(out, "\n{}|{}\n", line(head), "---|".repeat(head.len()));
                for row in rows {
                    out.push_str(&line(row));
                }
            }
        }
        out
    }

    /// It as blocks of a paper, without the title and the lead.
    #[must_use]
    pub fn blocks(&self) -> Vec<TextBlock> {
        let mut blocks = Vec::new();
        for part in &self.parts {
            blocks.push(TextBlock::Heading(2, words(&part.title)));
            if !part.rows.is_empty() {
                let rows = part.rows.iter().map(|(name, value)| vec![bold(name), words(value)]);
                blocks.push(TextBlock::Facts(rows.collect()));
            }
            if let Some((head, rows)) = part.table.split_first() {
                let line = |row: &Vec<String>| row.iter().map(|cell| words(cell)).collect::<Vec<Line>>();
                let head: Vec<Line> = head.iter().map(|cell| bold(cell)).collect();
                let rows = std::iter::once(head).chain(rows.iter().map(line));
                blocks.extend([TextBlock::Paragraph(Line::new()), TextBlock::Facts(rows.collect())]);
            }
        }
        blocks
    }
}

/// `text` on one line, without a sign that Markdown or HTML would read as more than text.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' | '\r' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '~' => out.extend(['\\', sign]),
            sign => out.push(sign),
        }
    }
    out
}
