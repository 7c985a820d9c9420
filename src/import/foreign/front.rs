//! Front matter of Hugo, Jekyll, Zola and others: YAML between lines of `---`, TOML between lines of `+++`.

use super::leave;
use crate::import::handout::{LeftKind, LeftOut};

/// What a page has of it.
#[derive(Debug, Default)]
pub(super) struct FrontValues {
    pub(super) title: Option<String>,
    pub(super) subtitle: Option<String>,
    pub(super) summary: Option<String>,
}

/// The values of the front matter of `text`, the text behind it, and the number of its first line. Other keys go to `left`.
pub(super) fn divided<'t>(text: &'t str, left: &mut Vec<LeftOut>) -> (FrontValues, &'t str, usize) {
    let mut values = FrontValues::default();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let fence = first.trim_end();
    let sign = match fence {
        "---" => ':',
        "+++" => '=',
        _ => return (values, text, 1),
    };
    let mut at = first.len();
    let mut entries: Vec<(usize, String)> = Vec::new();
    let mut number = 1;
    for line in lines {
        number += 1;
        at += line.len();
        let words = line.trim_end();
        if words == fence || fence == "---" && words == "..." {
            for (number, entry) in entries {
                values.take(&entry, sign, number, left);
            }
            return (values, &text[at..], number + 1);
        }
        let is_entry = !words.starts_with([' ', '\t', '-', '#', '[', ']', '}']) && words.contains(sign);
        if is_entry || entries.is_empty() {
            entries.push((number, words.to_owned()));
        } else if let Some((_, entry)) = entries.last_mut() {
            entry.push('\n');
            entry.push_str(words);
        }
    }
    // It never ends: it is text.
    (values, text, 1)
}

impl FrontValues {
    fn take(&mut self, entry: &str, sign: char, number: usize, left: &mut Vec<LeftOut>) {
        let Some((key, value)) = entry.split_once(sign) else {
            return leave(left, number, LeftKind::Key, entry);
        };
        let to = match key.trim().trim_matches(['"', '\'']) {
            "title" => &mut self.title,
            "subtitle" => &mut self.subtitle,
            "description" | "summary" | "excerpt" => &mut self.summary,
            _ => return leave(left, number, LeftKind::Key, entry),
        };
        let value = unquoted(value);
        if to.is_some() || value.is_empty() {
            return leave(left, number, LeftKind::Key, entry);
        }
        *to = Some(value);
    }
}

/// A value without its quotation marks, on one line.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    let value = value.strip_prefix(['|', '>']).filter(|rest| rest.contains('\n')).unwrap_or(value);
    let folded = value.lines().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    for quotes in ["\"\"\"", "'''", "\"", "'"] {
        let inner = folded.strip_prefix(quotes).and_then(|it| it.strip_suffix(quotes));
        if let Some(inner) = inner {
            return match quotes {
                "\"" | "\"\"\"" => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
                "'" => inner.replace("''", "'"),
                _ => inner.to_owned(),
            };
        }
    }
    folded
}
