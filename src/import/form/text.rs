//! A proposal of a form as YAML.

use std::fmt::Write as _;

use super::room::ProposedKind;
use super::{MOST, ProposedSection};
use crate::import::escape::{WrittenPlace, begun, escaped, yaml};

/// The text of the form.
pub(super) fn text(title: &str, subtitle: Option<String>, sections: Vec<ProposedSection>) -> String {
    let mut out = format!("title: {}\nrevision: 1\n", yaml(title));
    let mut sections: Vec<ProposedSection> = sections;
    // What is before the first field introduces the form.
    let mut first: Vec<String> = subtitle.into_iter().collect();
    let mut loose = Vec::new();
    let is_empty = |section: &ProposedSection| section.fields.is_empty();
    while sections.first().is_some_and(is_empty) {
        let section = sections.remove(0);
        first.extend([section.title].into_iter().chain(section.help).filter(|it| !it.is_empty()));
    }
    // Sections without fields are help of the one before them.
    for section in sections {
        if section.fields.is_empty() {
            let Some(last): Option<&mut ProposedSection> = loose.last_mut() else { continue };
            last.help.extend([section.title].into_iter().chain(section.help).filter(|it| !it.is_empty()));
        } else {
            loose.push(section);
        }
    }
    rich(&mut out, "", "instructions", &first);
    out += "sections:\n";
    for (at, section) in loose.iter().enumerate() {
        let name = if section.title.is_empty() { title } else { &section.title };
        let _ = writeln!(out, "  - id: part-{}\n    title: {}", at + 1, yaml(name));
        rich(&mut out, "    ", "help", &section.help);
        out += "    fields:\n";
        for (number, field) in section.fields.iter().enumerate() {
            let id = format!("q{}-{}", at + 1, number + 1);
            let name = if field.label.is_empty() { name } else { &field.label };
            let _ = writeln!(
                out,
                "      - id: {id}\n        kind: {}\n        label: {}",
                field.kind.word(),
                yaml(name)
            );
            rich(&mut out, "        ", "help", std::slice::from_ref(&field.help));
            field.kind.write(&mut out);
        }
    }
    out
}

/// A value that is Markdown.
fn rich(out: &mut String, indent: &str, key: &str, paragraphs: &[String]) {
    let paragraphs: Vec<&String> = paragraphs.iter().filter(|it| !it.trim().is_empty()).collect();
    if paragraphs.is_empty() {
        return;
    }
    let _ = writeln!(out, "{indent}{key}: |");
    for (at, words) in paragraphs.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        // A word with a reading is written as one: only its other signs are escaped.
        let written = |line: &str| begun(&escaped(line, WrittenPlace::Line, &line.replace('《', "")));
        let lines = words.lines().map(written);
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        let _ = writeln!(out, "{indent}  {}", lines.join(&format!("\\\n{indent}  ")));
    }
}

impl ProposedKind {
    fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Lines(_) => "long-text",
            Self::Date => "date",
            Self::Number(_) => "number",
            Self::One(_) => "choice",
            Self::Many(_) => "choices",
            Self::Scale(..) => "scale",
            Self::Mark => "mark",
            Self::Matrix(..) => "matrix",
            Self::Table(..) => "table",
        }
    }

    /// The keys of a field of this kind.
    fn write(&self, out: &mut String) {
        const INDENT: &str = "        ";
        match self {
            Self::Lines(lines) => {
                let _ = writeln!(out, "{INDENT}lines: {}", lines.max(&2));
            }
            Self::Number(unit) => {
                let _ = writeln!(out, "{INDENT}unit: {}", yaml(unit));
            }
            Self::One(options) | Self::Many(options) => {
                choices(out, INDENT, "options", "o", options);
            }
            Self::Scale(min, max, low, high) => {
                let _ = writeln!(out, "{INDENT}min: {min}\n{INDENT}max: {max}");
                for (key, words) in
                    [("low", low), ("high", high)].into_iter().filter(|(_, it)| !it.is_empty())
                {
                    let _ = writeln!(out, "{INDENT}{key}: {}", yaml(words));
                }
            }
            Self::Matrix(rows, columns) => {
                choices(out, INDENT, "rows", "r", rows);
                choices(out, INDENT, "columns", "c", columns);
            }
            Self::Table(columns, rows) => {
                let _ = writeln!(
                    out,
                    "{INDENT}min-rows: {}\n{INDENT}max-rows: {}\n{INDENT}columns:",
                    rows.min(&5),
                    (rows * 2).min(MOST)
                );
                for (at, (words, kind)) in columns.iter().enumerate() {
                    let _ = writeln!(out, "{INDENT}  - id: c{}\n{INDENT}    label: {}", at + 1, yaml(words));
                    match kind {
                        Self::One(options) | Self::Many(options) => {
                            let _ = writeln!(out, "{INDENT}    kind: choice");
                            choices(out, &format!("{INDENT}    "), "options", "o", options);
                        }
                        Self::Date | Self::Mark => {
                            let _ = writeln!(out, "{INDENT}    kind: {}", kind.word());
                        }
                        _ => {
                            let _ = writeln!(out, "{INDENT}    kind: text");
                        }
                    }
                }
            }
            Self::Text | Self::Date | Self::Mark => {}
        }
    }
}

/// The key `key` with words that have ids.
fn choices(out: &mut String, indent: &str, key: &str, id: &str, words: &[String]) {
    let _ = writeln!(out, "{indent}{key}:");
    for (at, words) in words.iter().enumerate() {
        let _ =
            writeln!(out, "{indent}  - {{ id: {id}{}, label: {} }}", at + 1, flow(&words.replace('\n', " ")));
    }
}

/// A value between braces.
fn flow(words: &str) -> String {
    let value = yaml(words);
    if value.starts_with('"') || !value.contains([',', '{', '}', '[', ']']) {
        value
    } else {
        format!("\"{value}\"")
    }
}
