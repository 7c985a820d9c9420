//! Marks at the beginning of a line that is part of a paragraph, an item or a cell.

use std::ops::Range;

use super::MarkSlip;
use crate::steps;

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    Plain,
    Item,
    Cell,
    Heading,
}

/// Reports the marks at the beginnings of the lines of `range`.
pub(super) fn look(text: &str, range: &Range<usize>, block: Block, out: &mut Vec<MarkSlip>) {
    if block == Block::Cell || block == Block::Heading {
        return;
    }
    let mut lines: Vec<(Range<usize>, &str)> = Vec::new();
    let mut at = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        let words = line.trim_end();
        // In a quotation or an item, the marks of the block come before the words.
        let head = if at == range.start { words } else { words.trim_start_matches([' ', '\t', '>']) };
        let start = at + (words.len() - head.len());
        lines.push((start..start + head.len(), head));
        at += line.len();
    }
    if block == Block::Item
        && let Some((place, line)) = lines.first()
        && let Some(fix) = task(line)
    {
        out.push(MarkSlip::raw("task", place.clone(), fix));
    }
    for (index, (place, line)) in lines.iter().enumerate() {
        if let Some(mark) = single(line, index > 0 && block == Block::Item) {
            out.push(MarkSlip { range: place.clone(), ..mark });
        }
    }
    several(&lines, out);
}

/// A check box as Markdown has it, where an item begins with brackets that were meant as one.
fn task(line: &str) -> Option<String> {
    let (sign, words) = line.strip_prefix(['[', '［'])?.split_once([']', '］'])?;
    let is_one = matches!(sign, " " | "x" | "X") && line.starts_with('[') && words.starts_with([' ', '\t']);
    let mark = match sign.trim() {
        // That is a check box.
        _ if is_one => return None,
        "" => " ",
        "x" | "X" | "ｘ" | "×" | "✓" | "✔" | "レ" => "x",
        _ => return None,
    };
    (!words.trim().is_empty() && !words.starts_with(['(', '[', ':']))
        .then(|| format!("[{mark}] {}", words.trim()))
}

/// The mark of one line by itself.
fn single(line: &str, continues_item: bool) -> Option<MarkSlip> {
    let raw = |what, fix: String| Some(MarkSlip::raw(what, 0..0, fix));
    let body = |marks: &[char]| line.trim_start_matches(marks).trim_start().to_owned();
    let hashes = line.chars().take_while(|c| matches!(c, '#' | '＃')).count();
    if hashes > 0 {
        let behind = body(&['#', '＃']);
        let is_wide = line.starts_with('＃') || line.trim_start_matches('#').starts_with(is_other_blank);
        if (hashes > 1 || is_wide) && !behind.is_empty() {
            return raw("heading", format!("{} {behind}", "#".repeat(hashes.clamp(2, 6))));
        }
    }
    if line.starts_with("｀｀｀") {
        let behind = body(&['｀']);
        return Some(MarkSlip::lost("fence-wide", 0..0, format!("```{behind}")));
    }
    // The line that ends a container belongs to the one that begins it.
    if line.starts_with(":::") && line.trim_end().len() > 3 {
        return Some(super::blocks::container(line, 0..0));
    }
    if continues_item && line.starts_with('　') {
        let inner = line.trim_start_matches('　');
        if inner.starts_with(['-', '*', '+', '・', '－']) {
            let fix = format!("  - {}", inner.trim_start_matches(['-', '*', '+', '・', '－', ' ', '　']));
            return raw("indent", fix);
        }
    }
    let first = line.chars().next()?;
    let second = line.chars().nth(1);
    let is_bullet = match first {
        '-' | '+' => second.is_some_and(|c| is_other_blank(c) || is_japanese(c)),
        '*' | '－' => second.is_some_and(is_other_blank),
        _ => false,
    };
    if is_bullet {
        return raw("bullet", format!("- {}", body(&['-', '+', '*', '－'])));
    }
    // A check box whose hyphen has no blank behind it.
    if let Some(rest) = line.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(['[', '［'])) {
        let is_one = ["[ ] ", "[x] ", "[X] "].iter().any(|mark| rest.starts_with(mark));
        if let Some(fix) = task(rest).or_else(|| is_one.then(|| rest.to_owned())) {
            return raw("task", format!("- {fix}"));
        }
    }
    // The words of a footnote behind a full-width colon.
    if line.starts_with("[^") && line.split_once("]：").is_some_and(|(name, _)| !name.contains(']')) {
        return raw("footnote", line.replacen("]：", "]: ", 1));
    }
    if first == '＞' && second.is_some_and(|c| c == ' ' || c == '　' || is_japanese(c)) {
        return raw("quote", format!("> {}", body(&['＞'])));
    }
    let is_rule = matches!(first, '－' | 'ー' | '―' | '─' | '＊' | '＝')
        && line.chars().count() >= 3
        && line.chars().all(|c| c == first);
    if is_rule {
        return raw("rule", "---".to_owned());
    }
    if is_table_line(line) {
        let row = line.replace(['｜'], "|");
        let is_rule = row.chars().all(|c| "|-－ー―─:： 　".contains(c));
        let fix =
            if is_rule { row.replace(['－', 'ー', '―', '─'], "-").replace('：', ":") } else { row };
        return raw("table", fix);
    }
    None
}

/// Whether a line was meant as a row of a table: full-width bars at both ends, or a rule of full-width dashes.
fn is_table_line(line: &str) -> bool {
    let is_wide_row = line.starts_with('｜') && line.ends_with('｜') && line.chars().count() > 2;
    let is_rule = line.starts_with(['|', '｜'])
        && line.contains(['－', 'ー', '―', '─', '-'])
        && line.chars().all(|c| "|｜-－ー―─:： 　".contains(c));
    is_wide_row && !line.contains('《') || is_rule
}

/// The marks of items that run together because two lines or more begin with the same kind of sign.
fn several(lines: &[(Range<usize>, &str)], out: &mut Vec<MarkSlip>) {
    if lines.len() < 2 {
        return;
    }
    // A line that ends with a break stays a line by itself.
    let is_broken = |line: &str| line.ends_with('\\');
    let last = lines.len() - 1;
    if lines[..last].iter().all(|(_, line)| is_broken(line)) {
        return;
    }
    // Of each sign: the first line with it, and how many there are.
    let mut kinds: Vec<(Sign, usize, &str, usize)> = Vec::new();
    for (index, (_, line)) in lines.iter().enumerate() {
        steps::count(kinds.len());
        let Some((kind, words)) = sign(line.trim_start_matches('　')) else { continue };
        match kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((.., count)) => *count += 1,
            None => kinds.push((kind, index, words, 1)),
        }
    }
    for (kind, index, words, _) in kinds.into_iter().filter(|(.., count)| *count >= 2) {
        let is_number = matches!(kind, Sign::Number | Sign::Letter);
        let fix = if is_number { format!("1. {words}") } else { format!("- {words}") };
        let what = if is_number { "number" } else { "bullet" };
        out.push(MarkSlip::first_of_several(what, lines[index].0.clone(), fix));
    }
    rows(lines, out);
    tabs(lines, out);
    labels(lines, out);
}

/// Rows of a table without a rule below the first of them, with bars around them or only between their cells.
fn rows(lines: &[(Range<usize>, &str)], out: &mut Vec<MarkSlip>) {
    let around: Vec<_> = lines
        .iter()
        .filter(|(_, line)| line.starts_with('|') && line.ends_with('|') && line.len() > 2)
        .collect();
    let between: Vec<_> =
        lines.iter().filter(|(_, line)| line.contains(" | ") && !line.contains("[[")).collect();
    let has_rule = lines.iter().any(|(_, line)| is_table_line(line));
    let Some((rows, edge)) =
        [(around, 1), (between, 0)].into_iter().find(|(rows, _)| rows.len() >= 2 && !has_rule)
    else {
        return;
    };
    let (place, line) = rows[0];
    let columns = (line.matches('|').count() + 1).saturating_sub(2 * edge).max(1);
    out.push(MarkSlip::raw("table-rule", place.clone(), format!("|{}", "---|".repeat(columns))));
}

/// Rows of a table that was copied from a spreadsheet or a word processor: their cells are divided by tabs.
fn tabs(lines: &[(Range<usize>, &str)], out: &mut Vec<MarkSlip>) {
    let cells = |line: &str| if sign(line).is_none() { line.matches('\t').count() } else { 0 };
    let mut pairs = lines.windows(2);
    let Some([(place, line), _]) =
        pairs.find(|pair| cells(pair[0].1) > 0 && cells(pair[0].1) == cells(pair[1].1))
    else {
        return;
    };
    let head: Vec<&str> = line.split('\t').map(str::trim).collect();
    let fix = format!("| {} |\n|{}", head.join(" | "), "---|".repeat(head.len()));
    out.push(MarkSlip::raw("table-tabs", place.clone(), fix));
}

/// Lines that each begin with a word and a full-width colon, such as who speaks, or the date and the place of a meeting.
fn labels(lines: &[(Range<usize>, &str)], out: &mut Vec<MarkSlip>) {
    let is_labelled = |line: &str| {
        line.split_once('：').is_some_and(|(label, words)| {
            let is_short = (1..=8).contains(&label.chars().count());
            is_short && !words.trim().is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '・')
        })
    };
    let is_broken = |line: &str| line.ends_with('\\');
    let mut pairs = lines.windows(2);
    let found = pairs.find(|pair| {
        is_labelled(pair[0].1) && is_labelled(pair[1].1) && !is_broken(pair[0].1) && sign(pair[0].1).is_none()
    });
    if let Some([(place, line), _]) = found {
        out.push(MarkSlip::first_of_several("labels", place.clone(), format!("- {line}")));
    }
}

/// The signs that authors write before items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Bullet(char),
    Number,
    /// `ア．` and `a.`, which no list of Markdown has.
    Letter,
}

/// The words behind a letter that counts: `ア．`, `（イ）`, `a.`.
fn behind_letter(line: &str) -> Option<&str> {
    let inner = line.strip_prefix(['(', '（']);
    let mut chars = inner.unwrap_or(line).chars();
    let letter = chars.next()?;
    let is_kana = matches!(letter, 'ア'..='ン' | 'ｱ'..='ﾝ');
    let is_latin = letter.is_ascii_lowercase() && inner.is_none();
    let closing: &[char] = if inner.is_some() { &[')', '）'] } else { &['.', '．', ')', '）'] };
    let words = chars.as_str().strip_prefix(closing)?;
    ((is_kana || is_latin) && !words.trim().is_empty()).then_some(words)
}

/// The sign that a line begins with, and the words behind it.
fn sign(line: &str) -> Option<(Sign, &str)> {
    let first = line.chars().next()?;
    let behind = |rest: &'_ str| -> usize { line.len() - rest.trim_start().len() };
    // Fonts of word processors have their bullets among the characters that each font may define.
    let is_of_font = ('\u{f020}'..='\u{f0ff}').contains(&first);
    if is_of_font || "・･＊●○■□◆◇◎▪▫◦•∙·⁃‣※⚫⚪－‐–—→⇒➡➢➤▶▷▸★☆✓✔✗☐☑☒❖◉".contains(first)
    {
        return Some((Sign::Bullet(first), &line[behind(&line[first.len_utf8()..])..]));
    }
    // Two of them are a dash in a sentence.
    if first == '―' && line['―'.len_utf8()..].starts_with([' ', '　']) {
        return Some((Sign::Bullet(first), &line[behind(&line['―'.len_utf8()..])..]));
    }
    if let Some(words) = behind_letter(line) {
        return Some((Sign::Letter, &line[behind(words)..]));
    }
    if matches!(first, '①'..='⑳' | '㈠'..='㈩' | 'Ⅰ'..='Ⅻ' | '❶'..='❿') {
        return Some((Sign::Number, &line[behind(&line[first.len_utf8()..])..]));
    }
    let inner = line.strip_prefix(['(', '（']);
    let digits = inner.unwrap_or(line);
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    if rest.len() == digits.len() {
        return None;
    }
    let closing: &[char] =
        if inner.is_some() { &[')', '）'] } else { &['.', '．', ')', '）', '、', '：'] };
    let words = rest.strip_prefix(closing)?;
    // 1.5倍 is a number.
    let is_number = words.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    (!is_number && !words.trim().is_empty()).then(|| (Sign::Number, &line[behind(words)..]))
}

/// A blank that Markdown takes for a letter: full-width, or one that does not break a line.
fn is_other_blank(c: char) -> bool {
    c.is_whitespace() && !c.is_ascii()
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '々' | '「' | '『' | '\u{ff66}'..='\u{ff9f}')
}
