//! Marks of blocks: fences, tables, quotations, headings, definitions, lists.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use unicode_normalization::UnicodeNormalization;

use super::super::events::Spanned;
use super::super::writer::first_line;
use super::{ListItems, MarkSlip};
use crate::steps;

/// Code: a fence that never ends, one that was meant as an exercise, code that was meant as text.
pub(super) fn code(text: &str, kind: &CodeBlockKind<'_>, range: &Range<usize>, out: &mut Vec<MarkSlip>) {
    let source = &text[range.clone()];
    let head = first_line(text, range.clone());
    match kind {
        CodeBlockKind::Fenced(info) => {
            let language = info.split([' ', ',', '\t', '　']).next().unwrap_or_default();
            if let Some(word) = nearly(language).filter(|word| *word != language) {
                out.push(match word {
                    "facilitator" => {
                        let fence: String = source.chars().take_while(|c| matches!(c, '`' | '~')).collect();
                        MarkSlip::facilitator("misspelt", head, fence + word)
                    }
                    _ => MarkSlip::lost("exercise", head, "```exercise"),
                });
            } else if !is_closed(source) {
                let fence: String = source.chars().take_while(|c| matches!(c, '`' | '~')).collect();
                out.push(MarkSlip::lost("fence", head, fence));
            }
        }
        CodeBlockKind::Indented if source.contains("```") => {
            let start = range.start + source.find("```").unwrap_or(0);
            out.push(MarkSlip::lost("indented-fence", first_line(text, start..range.end), "```exercise"));
        }
        CodeBlockKind::Indented if source.chars().any(|c| c > '\u{2e80}') => {
            let indent = text[..head.start].len() - text[..head.start].trim_end_matches(' ').len();
            let line = head.start - indent.min(4)..head.end;
            out.push(MarkSlip::raw("indented", line.clone(), text[line].trim()));
        }
        CodeBlockKind::Indented => {}
    }
}

/// The word with a meaning behind a fence that `written` is, or was meant as.
pub(super) fn nearly(written: &str) -> Option<&'static str> {
    let word: String = written.nfkc().flat_map(char::to_lowercase).collect();
    let is_like = |right: &str| {
        (6..20).contains(&word.len()) && strsim::damerau_levenshtein(&word, right) <= 2
            || word.strip_prefix('{').and_then(|it| it.strip_suffix('}')) == Some(right)
    };
    match &*word {
        "演習" | "えんしゅう" | "エクササイズ" | "練習" => Some("exercise"),
        "進行役" | "進行役へ" | "司会" | "ファシリテーター" | "ファシリテータ" => {
            Some("facilitator")
        }
        _ => ["exercise", "facilitator"].into_iter().find(|right| is_like(right)),
    }
}

/// Whether the last line of a fenced block closes it.
fn is_closed(source: &str) -> bool {
    let Some(mark) = source.chars().next() else { return true };
    let length = source.chars().take_while(|&c| c == mark).count();
    let mut lines = source.trim_end().lines();
    let last = lines.next_back().unwrap_or_default().trim_start_matches([' ', '\t', '>']).trim_end();
    lines.next().is_some() && last.chars().count() >= length && last.chars().all(|c| c == mark)
}

/// A row with more cells than the table has columns: the parser drops those at the end.
pub(super) fn row(text: &str, range: &Range<usize>, columns: usize, out: &mut Vec<MarkSlip>) {
    let line = first_line(text, range.clone());
    swallowed(text, line.clone(), out);
    let source = text[line.clone()].trim().trim_start_matches(['>', ' ']);
    let source = source.strip_prefix('|').unwrap_or(source);
    let ends_open = source.ends_with('|') && !source.ends_with("\\|");
    let source = if ends_open { &source[..source.len() - 1] } else { source };
    let is_begun = text[line.clone()].trim().trim_start_matches(['>', ' ']).starts_with('|');
    let bars = source.match_indices('|').filter(|(at, _)| !source[..*at].ends_with('\\')).count();
    if is_begun && !ends_open && bars + 1 < columns {
        // The rest of its cells is in the next line, which is a row of its own.
        out.push(MarkSlip::raw("table-broken", line, columns.to_string()));
    } else if bars + 1 > columns {
        // If a bar inside a term divides the cell, the corrected row is known.
        let has_term = source.contains("[[") && source.contains("]]");
        let what = if has_term { "term-in-cell" } else { "cells" };
        let fix = if has_term { with_escaped_terms(source) } else { columns.to_string() };
        out.push(MarkSlip::lost(what, line, fix));
    }
}

/// A row that is a line of the text behind the table: without an empty line between them it is part of it.
fn swallowed(text: &str, line: Range<usize>, out: &mut Vec<MarkSlip>) {
    let words = text[line.clone()].trim_start_matches(['>', ' ']);
    if !words.contains('|') && !words.starts_with('{') && !words.trim().is_empty() {
        out.push(MarkSlip::raw("table-end", line, ""));
    }
}

/// A row that an empty line divides from its table.
pub(super) fn row_apart(text: &str, range: &Range<usize>, out: &mut Vec<MarkSlip>) {
    let line = first_line(text, range.clone());
    let words = text[line.clone()].trim();
    if words.len() > 2 && words.starts_with('|') && words.ends_with('|') {
        out.push(MarkSlip::raw("table-apart", line, ""));
    }
}

/// An item of a bullet list that is one blank deeper than the first: it was meant to be inside the item before it.
pub(super) fn item(text: &str, range: &Range<usize>, items: &mut ListItems, out: &mut Vec<MarkSlip>) {
    // The place of an item that tabs indent begins with the end of the line before it.
    let marker = range.end - text[range.clone()].trim_start().len();
    let line_start = text[..marker].rfind('\n').map_or(0, |at| at + 1);
    let depth = marker - line_start;
    let first = *items.first.get_or_insert(depth);
    let line = first_line(text, marker..range.end);
    let is_indented =
        depth > first && text.get(line_start + first..marker).is_some_and(|it| it.chars().all(|c| c == ' '));
    if !items.is_reported && is_indented && text[marker..].starts_with(['-', '*', '+']) {
        items.is_reported = true;
        let fix = format!("{}{}", " ".repeat(first + 2), &text[line.clone()]);
        out.push(MarkSlip::raw("indent", line, fix));
    }
}

/// An item with another number than the one that it is shown with: the first number of a list counts, and no other. Lists whose
/// items all have the first number are meant to be counted.
pub(super) fn numbered(text: &str, range: &Range<usize>, items: &mut ListItems, out: &mut Vec<MarkSlip>) {
    let Some((first, next)) = &mut items.numbers else { return };
    let shown = *next;
    *next += 1;
    let line = first_line(text, range.clone());
    let words = text[line.clone()].trim_start();
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let written: Option<u64> = words[..digits].parse().ok();
    if !items.is_reported && written.is_some_and(|number| number != shown && number != *first) {
        items.is_reported = true;
        out.push(MarkSlip::raw("number-jump", line, format!("{shown}.")));
    }
}

/// The row with `\|` for the bar inside `[[term|words]]`.
fn with_escaped_terms(row: &str) -> String {
    let mut out = String::new();
    let mut rest = row;
    while let Some((before, term)) = rest.split_once("[[") {
        let Some((inner, after)) = term.split_once("]]") else { break };
        let inner = inner.replace("\\|", "|").replace('|', "\\|");
        let _ = write!(out, "{before}[[{inner}]]");
        rest = after;
    }
    format!("| {} |", (out + rest).trim())
}

/// A quotation that was meant as an alert. `line` is its first line.
pub(super) fn quote(text: &str, line: Range<usize>, out: &mut Vec<MarkSlip>) {
    steps::count(line.len());
    let words = text[line.clone()].trim_start_matches(['>', ' ']);
    let inner = words.strip_prefix(['[', '［']).map(str::trim_start);
    let Some(inner) = inner.and_then(|it| it.strip_prefix(['!', '！'])) else { return };
    let Some((word, behind)) = inner.split_once([']', '］']) else { return };
    let word: String = word.nfkc().flat_map(char::to_uppercase).collect();
    if nearly(&word) == Some("facilitator") {
        return out.push(MarkSlip::facilitator("alert", line, "```facilitator"));
    }
    let known = match word.trim() {
        "TIP" | "ヒント" => "TIP",
        "IMPORTANT" | "要点" | "重要" | "大事" => "IMPORTANT",
        "WARNING" | "注意" => "WARNING",
        "CAUTION" | "警告" | "危険" => "CAUTION",
        _ => "NOTE",
    };
    let rest = behind.trim();
    let fix = if rest.is_empty() { format!("> [!{known}]") } else { format!("> [!{known}]\n> {rest}") };
    out.push(MarkSlip::raw("alert", line, fix));
}

/// A heading that drops what is in its braces, or a sentence that `---` below it made a heading.
pub(super) fn heading(text: &str, range: &Range<usize>, has_braces: bool, out: &mut Vec<MarkSlip>) {
    let source = text[range.clone()].trim_end();
    if has_braces {
        let line = first_line(text, range.clone());
        let fix = text[line.clone()].replace('{', "（").replace('}', "）");
        out.push(MarkSlip::lost("braces", line, fix));
    }
    if source.trim_start_matches(['#', ' ']).is_empty() {
        out.push(MarkSlip::raw("heading-empty", first_line(text, range.clone()), ""));
    }
    let Some((words, underline)) = source.rsplit_once('\n') else { return };
    let is_underlined = underline.trim_start_matches(['>', ' ']).trim_end().chars().all(|c| c == '-');
    let is_sentence =
        words.contains('\n') || words.trim_end().ends_with(['。', '．', '！', '？', '」', '.', ')', '）']);
    if is_underlined && is_sentence && !source.starts_with('#') {
        let start = range.start + words.len() + 1;
        out.push(MarkSlip::raw("underline", first_line(text, start..range.end), ""));
    }
}

/// A colon at the beginning of a line, which makes a definition of it.
pub(super) fn definition(text: &str, range: &Range<usize>, out: &mut Vec<MarkSlip>) {
    let source = &text[range.clone()];
    let is_meant = source.starts_with([':', '~']) && source[1..].starts_with([' ', '\t']);
    let line = first_line(text, range.clone());
    if source.starts_with(":::") {
        // The line that ends a container belongs to the one that begins it.
        if text[line.clone()].trim_end().len() == 3 {
            return;
        }
        out.push(container(&text[line.clone()], line));
    } else if !is_meant && source.starts_with(':') {
        let fix = format!("\\{}", &text[line.clone()]);
        out.push(MarkSlip::raw("colon", line, fix));
    }
}

/// The beginning of a container, such as `:::note`, which other dialects have.
pub(super) fn container(source: &str, line: Range<usize>) -> MarkSlip {
    match nearly(source.trim_start_matches(':').trim()) {
        Some("facilitator") => MarkSlip::facilitator("container", line, "```facilitator"),
        _ => MarkSlip::raw("container", line, "> [!NOTE]"),
    }
}

/// A definition `[name]: address` that no link uses: the parser takes the whole line away.
pub(super) fn definitions(
    text: &str,
    events: &[Spanned<'_>],
    defined: &[(String, Range<usize>)],
    out: &mut Vec<MarkSlip>,
) {
    if defined.is_empty() {
        return;
    }
    let used: HashSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(id.to_lowercase()),
            _ => None,
        })
        .collect();
    for (name, place) in defined.iter().filter(|(name, _)| !used.contains(name)) {
        let line = first_line(text, place.clone());
        out.push(MarkSlip::lost("definition", line, name.as_str()));
    }
}

/// A bullet list that was meant to be inside the numbered list before it.
pub(super) fn list(text: &str, range: &Range<usize>, before: Option<&Spanned<'_>>, out: &mut Vec<MarkSlip>) {
    let Some((Event::End(TagEnd::List(true)), place)) = before else { return };
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let marker = text[line_start..].find(['-', '*', '+']).map_or(range.start, |offset| line_start + offset);
    let prefix = &text[line_start..marker];
    // In a quotation its mark and one blank come first.
    let indent = prefix.rsplit_once('>').map_or(prefix, |(_, rest)| rest.strip_prefix(' ').unwrap_or(rest));
    let is_adjacent = text.get(place.end..range.start).is_none_or(|between| !between.contains("\n\n"));
    if is_adjacent && !indent.is_empty() && indent.chars().all(|c| c == ' ') {
        let line = first_line(text, marker..range.end.max(marker));
        let fix = format!("   {}", &text[line.clone()]);
        out.push(MarkSlip::raw("indent", line, fix));
    }
}
