//! What is filled in in a line: lines to write on, boxes to tick, words to choose from, dates.

use super::choices::offered;
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
    /// From one number to another, with words for both ends.
    Scale(i64, i64, String, String),
    Mark,
    /// Rows, for each of which one of the columns is chosen.
    Matrix(Vec<String>, Vec<String>),
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
        let label = words[..at].trim();
        // A box alone is ticked for what is before it.
        let kind = match ticked(&words[at..]) {
            ProposedKind::Many(options) if options.is_empty() && label.is_empty() => return Vec::new(),
            ProposedKind::Many(options) if options.is_empty() => ProposedKind::Many(vec![label.to_owned()]),
            kind => kind,
        };
        return vec![(words[..at].to_owned(), kind)];
    }
    if let Some((at, behind)) = date_at(words) {
        let mut fields = vec![(words[..at].to_owned(), ProposedKind::Date)];
        fields.extend(blanks(behind));
        return fields;
    }
    if let Some(found) = offered(words).filter(|it| it.is_sure) {
        return vec![(found.label, found.kind)];
    }
    blanks(words)
}

/// What is filled in in a cell beside its label: also words that could be something else elsewhere.
pub(super) fn fields_beside_label(words: &str, line: &[Inline]) -> Vec<(String, ProposedKind)> {
    let has_else =
        words.contains(BOXES) || line.iter().any(|it| matches!(it, Inline::Break | Inline::Control(_)));
    match offered(words).filter(|it| !has_else && it.label.is_empty()) {
        Some(found) => vec![(String::new(), found.kind)],
        None => inline_fields(words, line),
    }
}

/// Whether words are only a box to tick.
pub(super) fn is_tick(words: &str) -> bool {
    let mut signs = words.trim().chars();
    matches!((signs.next(), signs.next()), (Some(sign), None) if BOXES.contains(&sign))
}

/// Whether words are room to write with the units that stand around it: `　　年　　組`, `　　－　　　－　　`.
pub(super) fn is_template(words: &str) -> bool {
    const UNITS: [&str; 27] = [
        "明治", "大正", "昭和", "平成", "令和", "西暦", "年生", "時間", "か月", "ヶ月", "学期", "年", "月",
        "日", "時", "分", "組", "番", "歳", "才", "第", "号", "回", "人", "名", "点", "円",
    ];
    let mut rest = words;
    let mut room = 0;
    while let Some(sign) = rest.chars().next() {
        if let Some(behind) = UNITS.iter().find_map(|unit| rest.strip_prefix(unit)) {
            rest = behind;
            continue;
        }
        let is_sign = sign.is_whitespace() || "（）()〒-－‐―ー〜～：:・/／＿_%％℃".contains(sign);
        if !is_sign {
            return false;
        }
        room += usize::from(matches!(sign, '　' | '＿' | '_')) * 2 + usize::from(sign == ' ');
        rest = &rest[sign.len_utf8()..];
    }
    room >= 2
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
            ProposedKind::Scale(_, _, low, high) => kept.extend([&**low, " ", &**high]),
            _ => {}
        }
    }
    let is_step = |word: &str| {
        let is_scale = fields.iter().any(|(_, kind)| matches!(kind, ProposedKind::Scale(..)));
        is_scale && word.chars().all(char::is_numeric)
    };
    let is_missed =
        |word: &&str| !word.is_empty() && !kept.contains(*word) && !is_date_sign(word) && !is_step(word);
    words.split(|c: char| !c.is_alphanumeric()).filter(is_missed).collect::<Vec<_>>().join(" ")
}

/// Whether a word is only what a blank date has around its blanks.
fn is_date_sign(word: &str) -> bool {
    ["年", "月", "日", "令和", "平成", "昭和", "大正", "西暦"].contains(&word)
}

/// Words that exclude each other.
const PAIRS: [[&str; 2]; 9] = [
    ["はい", "いいえ"],
    ["有", "無"],
    ["あり", "なし"],
    ["ある", "ない"],
    ["可", "否"],
    ["要", "不要"],
    ["Yes", "No"],
    ["yes", "no"],
    ["済", "未"],
];

/// The options behind boxes: two that exclude each other are a choice.
fn ticked(words: &str) -> ProposedKind {
    let options: Vec<String> = words
        .split(BOXES)
        .map(|it| it.trim_matches([' ', '　', '\n', '・', '、']).replace('\n', " "))
        .filter(|it| !it.is_empty())
        .collect();
    let excludes = |words: [&str; 2]| {
        matches!(options.len(), 2 | 3) && options[0].starts_with(words[0]) && options[1].starts_with(words[1])
    };
    if PAIRS.iter().any(|pair| excludes(*pair)) {
        ProposedKind::One(options)
    } else {
        ProposedKind::Many(options)
    }
}

/// Where a date to fill in begins, `　　年　　月　　日`, and what is behind it.
fn date_at(words: &str) -> Option<(usize, &str)> {
    let year = words.find('年')?;
    let is_room = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_whitespace() || matches!(c, '＿' | '_' | '　'))
    };
    let (between, rest) = words[year + '年'.len_utf8()..].split_once('月')?;
    let (last, behind) = rest.split_once('日')?;
    let is_last = !behind.chars().any(char::is_alphanumeric);
    if !is_room(between) || !is_room(last) || !is_last && blanks(behind).is_empty() {
        return None;
    }
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '＿' | '_' | '・' | '･' | '/' | '／');
    let mut before = words[..year].trim_end_matches(is_sign);
    // The eras to choose from.
    while let Some(shorter) =
        ["明治", "大正", "昭和", "平成", "令和", "西暦"].iter().find_map(|era| before.strip_suffix(era))
    {
        before = shorter.trim_end_matches(is_sign);
    }
    Some((before.trim_end_matches(['（', '(']).len(), if is_last { "" } else { behind }))
}

/// Lines and parentheses to write into: `氏名＿＿＿＿`, `（　　　）人`.
fn blanks(words: &str) -> Vec<(String, ProposedKind)> {
    // Room for an address: `〒　　　-　　　　`.
    if words.contains('〒')
        && words.chars().all(|c| c.is_whitespace() || matches!(c, '〒' | '-' | '－' | '‐' | '―'))
    {
        return vec![(String::new(), ProposedKind::Text)];
    }
    if let Some(found) = spaces(words) {
        return vec![found];
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

/// Room of blanks behind a label: `記録者：　　　　`, `氏名　　　　　　　㊞`.
fn spaces(words: &str) -> Option<(String, ProposedKind)> {
    let behind = words.trim_end_matches([' ', '　', '印', '㊞', '様', '殿', ')', '）', '（', '(']);
    let label = behind.trim();
    let room = words[behind.len()..].chars().filter(|c| *c == '　').count();
    let is_label = !label.is_empty() && label.chars().count() <= 20 && !label.ends_with(['。', '、']);
    (is_label && room >= 4 && !label.contains(['□', '＿', '_', '\n'])).then(|| {
        let sign: String =
            words[behind.len()..].chars().filter(|c| c.is_alphanumeric() || *c == '㊞').collect();
        let name = if sign.is_empty() { label.to_owned() } else { format!("{label}（{sign}）") };
        (name, kind_of(label))
    })
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
