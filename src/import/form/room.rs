//! What is filled in in a line: lines to write on, boxes to tick, words to choose from, dates.

use crate::import::handout::{FormControl, Inline};

/// What is filled in in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ProposedKind {
    Text,
    /// So many lines.
    Lines(usize),
    Date,
    /// With a unit.
    Number(String),
    One(Vec<String>),
    Many(Vec<String>),
    Mark,
    /// The columns, and how many rows there are.
    Table(Vec<(String, ProposedKind)>, usize),
}

/// The boxes that people tick.
const BOXES: [char; 4] = ['□', '☐', '☑', '☒'];

/// Whether words in a cell are only there to be filled in or chosen from.
pub(super) fn is_pattern(words: &str) -> bool {
    matches!(&inline_fields(words, &[])[..], [(name, _)] if name.trim().is_empty())
}

/// What is filled in in a line: each with the words before it.
pub(super) fn inline_fields(words: &str, line: &[Inline]) -> Vec<(String, ProposedKind)> {
    let control = line.iter().find_map(|it| match it {
        Inline::Control(control) => Some(control.clone()),
        _ => None,
    });
    if let Some(control) = control {
        let kind = match control {
            FormControl::Text => kind_of(words),
            FormControl::Date => ProposedKind::Date,
            FormControl::Choice(options) if options.is_empty() => ProposedKind::Text,
            FormControl::Choice(options) => ProposedKind::One(options),
        };
        return vec![(words.to_owned(), kind)];
    }
    if let Some(at) = words.find(BOXES) {
        return vec![(words[..at].to_owned(), ticked(&words[at..]))];
    }
    if let Some(found) = chosen(words) {
        return vec![found];
    }
    if let Some(at) = date_at(words) {
        return vec![(words[..at].to_owned(), ProposedKind::Date)];
    }
    blanks(words)
}

/// What `words` say that is in none of the fields they became.
pub(super) fn missed(words: &str, fields: &[(String, ProposedKind)]) -> String {
    let mut kept = String::new();
    for (label, kind) in fields {
        kept.push_str(label);
        match kind {
            ProposedKind::One(options) | ProposedKind::Many(options) => {
                kept.extend(options.iter().map(|it| &**it));
            }
            ProposedKind::Number(unit) => kept.push_str(unit),
            _ => {}
        }
    }
    let is_missed = |word: &&str| !word.is_empty() && !kept.contains(*word) && !is_date_sign(word);
    words.split(|c: char| !c.is_alphanumeric()).filter(is_missed).collect::<Vec<_>>().join(" ")
}

/// Whether a word is only what a blank date has around its blanks.
fn is_date_sign(word: &str) -> bool {
    ["年", "月", "日", "令和", "平成", "昭和", "西暦"].contains(&word)
}

/// The options behind boxes: two that exclude each other are a choice.
fn ticked(words: &str) -> ProposedKind {
    let options: Vec<String> = words
        .split(BOXES)
        .map(|it| it.trim_matches([' ', '　', '\n', '・', '、']).replace('\n', " "))
        .filter(|it| !it.is_empty())
        .collect();
    let excludes = |words: [&str; 2]| {
        options.len() == 2 && options[0].starts_with(words[0]) && options[1].starts_with(words[1])
    };
    if PAIRS.iter().any(|pair| excludes(*pair)) {
        ProposedKind::One(options)
    } else {
        ProposedKind::Many(options)
    }
}

/// Words of which one is chosen.
const PAIRS: [[&str; 2]; 8] = [
    ["はい", "いいえ"],
    ["有", "無"],
    ["あり", "なし"],
    ["ある", "ない"],
    ["可", "否"],
    ["Yes", "No"],
    ["yes", "no"],
    ["済", "未"],
];

/// `有 ・ 無`, and the signs ◎○△×.
fn chosen(words: &str) -> Option<(String, ProposedKind)> {
    let signs = words.chars().filter(|c| matches!(c, '◎' | '○' | '〇' | '△' | '×')).count();
    if signs >= 3 && words.chars().filter(|c| c.is_alphanumeric()).count() == 0 {
        return Some((String::new(), ProposedKind::Mark));
    }
    for [first, second] in PAIRS {
        let Some(at) = words.find(first) else { continue };
        let rest = &words[at + first.len()..];
        let divided = rest.trim_start_matches([' ', '　', '・', '/', '／', '･', '、']);
        let is_divided = divided.len() < rest.len();
        let after = divided.strip_prefix(second);
        if let Some(after) =
            after.filter(|after| is_divided && after.trim_matches([' ', '　', ')', '）', '。']).is_empty())
        {
            let _ = after;
            let name = words[..at].trim_end_matches([' ', '　', '(', '（']);
            return Some((name.to_owned(), ProposedKind::One(vec![first.to_owned(), second.to_owned()])));
        }
    }
    None
}

/// Where a date to fill in begins: `　　年　　月　　日`.
fn date_at(words: &str) -> Option<usize> {
    let year = words.find('年')?;
    let is_room = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_whitespace() || matches!(c, '＿' | '_' | '　'))
    };
    let (between, rest) = words[year + '年'.len_utf8()..].split_once('月')?;
    let (last, behind) = rest.split_once('日')?;
    if !is_room(between) || !is_room(last) || behind.chars().any(char::is_alphanumeric) {
        return None;
    }
    let before = words[..year].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '＿' | '_'));
    let before = before.strip_suffix("令和").or_else(|| before.strip_suffix("西暦")).unwrap_or(before);
    Some(before.trim_end_matches(['（', '(']).len())
}

/// Lines and parentheses to write into: `氏名＿＿＿＿`, `（　　　）人`.
fn blanks(words: &str) -> Vec<(String, ProposedKind)> {
    // Room for an address: `〒　　　-　　　　`.
    if words.contains('〒')
        && words.chars().all(|c| c.is_whitespace() || matches!(c, '〒' | '-' | '－' | '‐' | '―'))
    {
        return vec![(String::new(), ProposedKind::Text)];
    }
    let mut fields = Vec::new();
    let mut start = 0;
    let mut run: Option<(usize, usize)> = None;
    let signs: Vec<(usize, char)> = words.char_indices().chain([(words.len(), '\0')]).collect();
    for &(at, sign) in &signs {
        let is_rule = matches!(sign, '＿' | '_' | '…' | '‥');
        let is_space = matches!(sign, ' ' | '　') && run.is_some();
        if is_rule || is_space {
            let (begin, count) = run.unwrap_or((at, 0));
            run = Some((begin, count + usize::from(is_rule)));
            continue;
        }
        if let Some((begin, _)) = run.take().filter(|(_, count)| *count >= 3) {
            let unit = unit(&words[at..]);
            let kind = match unit {
                "" => kind_of(&words[start..begin]),
                unit => ProposedKind::Number(unit.to_owned()),
            };
            fields.push((words[start..begin].to_owned(), kind));
            start = at + unit.len();
        }
    }
    let is_open = |text: &str| {
        let inner = text.trim_matches([' ', '　']);
        text.chars().count() >= 2 && inner.is_empty()
    };
    if fields.is_empty()
        && let Some((before, rest)) = words.split_once(['（', '('])
        && let Some((inner, after)) = rest.split_once(['）', ')'])
        && is_open(inner)
    {
        let unit = unit(after);
        let kind = if unit.is_empty() { kind_of(before) } else { ProposedKind::Number(unit.to_owned()) };
        let name = format!("{before} {}", &after[unit.len()..]);
        return vec![(name.trim().to_owned(), kind)];
    }
    let rest = words.get(start..).unwrap_or_default().trim();
    if let Some((name, _)) = fields.last_mut().filter(|_| !rest.is_empty()) {
        // Words behind the last room belong to its label.
        *name = format!("{} {rest}", name.trim());
    }
    fields
}

/// The unit that words begin with.
fn unit(words: &str) -> &'static str {
    const UNITS: [&str; 12] = ["時間", "分", "回", "人", "名", "点", "歳", "才", "円", "日", "％", "%"];
    let found = UNITS.iter().find(|unit| words.starts_with(**unit));
    found.filter(|unit| !words[unit.len()..].starts_with(char::is_alphanumeric)).unwrap_or(&"")
}

/// What a label asks for.
pub(super) fn kind_of(name: &str) -> ProposedKind {
    let name = name.trim().trim_end_matches(['：', ':']).trim();
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    if ends(&["日付", "年月日", "記入日", "月日", "実施日", "作成日", "提出日", "Date", "date"])
    {
        ProposedKind::Date
    } else if name.contains("◎○△×") {
        ProposedKind::Mark
    } else {
        ProposedKind::Text
    }
}
