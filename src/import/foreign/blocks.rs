//! Headings and containers of other programs.

use super::{TextLine, leave};
use crate::import::handout::{LeftKind, LeftOut};

/// Takes the title: the heading of the highest level that a text begins with. If the title is `known`, only a heading that says the same
/// is taken.
pub(super) fn title(lines: &mut Vec<TextLine>, known: Option<&str>) -> Option<String> {
    let first = lines.iter().position(|line| !line.words.trim().is_empty())?;
    if lines[first].is_code {
        return None;
    }
    let words = &lines[first].words;
    let underlined = lines.get(first + 1).is_some_and(|it| !it.is_code && is_underline(&it.words));
    let title = match heading(words) {
        Some((1, title)) => title.to_owned(),
        None if underlined && heading(words).is_none() => words.trim().to_owned(),
        _ => return None,
    };
    if known.is_some_and(|known| known.trim() != title) {
        return None;
    }
    lines.drain(first..first + 1 + usize::from(underlined));
    Some(title)
}

/// The level and the words of a heading.
fn heading(line: &str) -> Option<(u8, &str)> {
    let level = line.len() - line.trim_start_matches('#').len();
    let rest = &line[level..];
    let is_heading = (1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t', '　']));
    let words = rest.trim();
    let words = words.trim_end_matches('#').trim_end();
    is_heading.then(|| (u8::try_from(level).unwrap_or(6), words))
}

/// Whether a line makes a heading of the one above it.
fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 2 && line.chars().all(|c| c == '=')
}

/// The text with headings below the title, each at most one level deeper than the one before.
pub(super) fn levelled(lines: Vec<TextLine>) -> String {
    let mut out: Vec<(Option<u8>, String)> = Vec::new();
    for line in lines {
        // What was taken out leaves blank lines.
        let is_blank = !line.is_code && line.words.trim().is_empty();
        if is_blank && out.last().is_none_or(|(level, words)| level.is_none() && words.trim().is_empty()) {
            continue;
        }
        if !line.is_code
            && is_underline(&line.words)
            && let Some((level @ None, above)) = out.last_mut()
            && !above.trim().is_empty()
            && !above.starts_with(['>', '-', '|', '#'])
        {
            *level = Some(1);
            continue;
        }
        match heading(&line.words).filter(|(_, words)| !line.is_code && !words.is_empty()) {
            Some((level, words)) => out.push((Some(level), words.to_owned())),
            None => out.push((None, line.words)),
        }
    }
    let highest = out.iter().filter_map(|(level, _)| *level).min().unwrap_or(2);
    let mut last = 1;
    let lines = out.into_iter().map(|(level, words)| match level {
        Some(level) => {
            last = (i16::from(level) + 2 - i16::from(highest)).clamp(2, last + 1).min(6);
            format!("{} {words}", "#".repeat(usize::try_from(last).unwrap_or(2)))
        }
        None => words,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines with containers (`:::note`, `!!! note`, `> [!faq] Title`) as quotations of a kind.
pub(super) fn contained(lines: Vec<TextLine>, left: &mut Vec<LeftOut>) -> Vec<TextLine> {
    let mut out = Vec::with_capacity(lines.len());
    let mut depth = 0_usize;
    // Whether the container is one of MkDocs, whose lines are indented.
    let mut is_indented = false;
    for line in lines {
        let TextLine { words, is_code, number } = line;
        if !is_code && depth == 0 && callout(&words, number, &mut out) {
            continue;
        }
        let colons = words.len() - words.trim_start_matches(':').len();
        let rest = words[colons..].trim();
        if !is_code && colons >= 3 {
            if rest.is_empty() {
                depth = depth.saturating_sub(1);
                out.push(TextLine { words: quoted("", depth).trim_end().to_owned(), is_code, number });
            } else {
                depth += 1;
                begin(rest, depth, number, &mut out, left);
            }
            continue;
        }
        let admonition = words.strip_prefix("!!! ").or_else(|| words.strip_prefix("??? "));
        if let Some(rest) = admonition.filter(|_| !is_code && depth == 0) {
            is_indented = true;
            depth = 1;
            begin(rest, depth, number, &mut out, left);
            continue;
        }
        if is_indented {
            if words.trim().is_empty() || words.starts_with("    ") || words.starts_with('\t') {
                let inner = words.strip_prefix("    ").or_else(|| words.strip_prefix('\t')).unwrap_or("");
                out.push(TextLine { words: quoted(inner, depth), is_code, number });
                continue;
            }
            (is_indented, depth) = (false, 0);
            out.push(TextLine { words: String::new(), is_code: false, number });
        }
        out.push(TextLine { words: quoted(&words, depth), is_code, number });
    }
    out
}

fn quoted(words: &str, depth: usize) -> String {
    if depth == 0 { words.to_owned() } else { format!("{}{words}", "> ".repeat(depth)).trim_end().to_owned() }
}

/// The kind of a callout in the words of another program.
fn kind_of(word: &str) -> Option<&'static str> {
    Some(match &*word.to_lowercase() {
        "tip" | "hint" | "success" | "check" | "done" | "ヒント" => "TIP",
        "important" | "重要" => "IMPORTANT",
        "warning" | "attention" | "alert" | "注意" => "WARNING",
        "caution" | "danger" | "error" | "bug" | "fail" | "failure" | "missing" | "警告" => "CAUTION",
        "note" | "info" | "message" | "details" | "memo" | "abstract" | "summary" | "tldr" | "todo"
        | "question" | "help" | "faq" | "example" | "quote" | "cite" | "補足" => "NOTE",
        _ => return None,
    })
}

/// A callout of Obsidian (`> [!faq]- Title`) as one of a page: its title is in bold.
fn callout(words: &str, number: usize, out: &mut Vec<TextLine>) -> bool {
    let inner = words.trim_start_matches(['>', ' ']);
    let marks = &words[..words.len() - inner.len()];
    let Some((word, rest)) = inner.strip_prefix("[!").and_then(|it| it.split_once(']')) else { return false };
    let title = rest.trim_start_matches(['-', '+']).trim();
    let is_own = title.is_empty()
        && rest.is_empty()
        && ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"].contains(&word.to_uppercase().as_str());
    if !marks.contains('>') || is_own || word.is_empty() || word.contains(char::is_whitespace) {
        return false;
    }
    let mut push = |words: String| out.push(TextLine { words, is_code: false, number });
    let kind = kind_of(word);
    push(format!("{marks}[!{}]", kind.unwrap_or("NOTE")));
    // A kind that is not known is a word that its author chose.
    let title = match (kind, title) {
        (None, "") => word.to_owned(),
        (None, title) => format!("{word}：{title}"),
        (Some(_), title) => title.to_owned(),
    };
    if !title.is_empty() {
        push(format!("{marks}**{title}**"));
        push(marks.trim_end().to_owned());
    }
    true
}

/// The lines that begin a container.
fn begin(rest: &str, depth: usize, number: usize, out: &mut Vec<TextLine>, left: &mut Vec<LeftOut>) {
    let rest = rest.trim_start_matches('{').trim_end_matches('}').trim_start_matches('.');
    let end = rest.find(|c: char| c.is_whitespace() || c == '[' || c == '{').unwrap_or(rest.len());
    let (word, title) = (&rest[..end], rest[end..].trim().trim_matches(['[', ']', '"', '\'', '{', '}']));
    // Zenn writes the kind of a message behind it.
    let (word, title) = match title.split_once(char::is_whitespace).unwrap_or((title, "")) {
        ("alert", rest) if word == "message" => ("alert", rest),
        _ => (word, title),
    };
    let kind = kind_of(word).unwrap_or_else(|| {
        leave(left, number, LeftKind::Shortcode, word);
        "NOTE"
    });
    let mut push = |words: String| out.push(TextLine { words, is_code: false, number });
    push(quoted("", depth - 1));
    push(quoted(&format!("[!{kind}]"), depth));
    if !title.is_empty() {
        push(quoted(&format!("**{title}**"), depth));
        push(quoted("", depth));
    }
}
