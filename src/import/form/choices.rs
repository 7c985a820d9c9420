//! Words of which one is circled: `男・女・その他`, `はい／いいえ`, `1・2・3・4・5`, `①学習　②友人`.

use unicode_normalization::UnicodeNormalization as _;

use super::room::ProposedKind;

/// Words to choose from in a line.
pub(super) struct OfferedWords {
    /// The words before them.
    pub(super) label: String,
    pub(super) kind: ProposedKind,
    /// Whether they can hardly be anything else. Others are options only beside a label.
    pub(super) is_sure: bool,
}

/// The longest option of a list of words: what is longer is a sentence.
const OPTION: usize = 14;

/// Words that lists to choose from have, and few other lists.
const USUAL: [&str; 48] = [
    "はい",
    "いいえ",
    "有",
    "無",
    "あり",
    "なし",
    "ある",
    "ない",
    "可",
    "否",
    "済",
    "未",
    "要",
    "不要",
    "必要",
    "男",
    "女",
    "男性",
    "女性",
    "父",
    "母",
    "その他",
    "高",
    "中",
    "低",
    "高い",
    "低い",
    "良",
    "否",
    "良好",
    "普通",
    "ふつう",
    "不明",
    "わからない",
    "どちらともいえない",
    "同居",
    "別居",
    "希望する",
    "希望しない",
    "該当",
    "非該当",
    "暗い",
    "Yes",
    "No",
    "yes",
    "no",
    "Other",
    "other",
];

/// What divides options.
const DIVIDERS: [char; 6] = ['・', '･', '／', '/', '｜', '|'];

/// The words to choose from in `words`.
pub(super) fn offered(words: &str) -> Option<OfferedWords> {
    if words.contains('。') || words.trim().contains('\n') {
        return None;
    }
    signs(words)
        .or_else(|| scale(words))
        .or_else(|| circled(words))
        .or_else(|| divided(words))
        .or_else(|| spaced(words))
}

/// The signs ◎○△×.
fn signs(words: &str) -> Option<OfferedWords> {
    let signs = words.chars().filter(|c| matches!(c, '◎' | '○' | '〇' | '△' | '×')).count();
    let is_alone = words.chars().all(|c| !c.is_alphanumeric());
    (signs >= 3 && is_alone).then(|| OfferedWords {
        label: String::new(),
        kind: ProposedKind::Mark,
        is_sure: true,
    })
}

/// Numbers that follow each other, between words for their ends: `低 1・2・3・4・5 高`.
fn scale(words: &str) -> Option<OfferedWords> {
    let is_between = |text: &str| {
        text.chars().all(|c| c.is_whitespace() || DIVIDERS.contains(&c) || "―-－‐–—─、,・→←…".contains(c))
    };
    let numbers = numbers(words);
    let follows = |pair: &[(usize, usize, i64)]| {
        pair[1].2 == pair[0].2 + 1
            && !words[pair[0].1..pair[1].0].is_empty()
            && is_between(&words[pair[0].1..pair[1].0])
    };
    let first = (0..numbers.len()).find(|&at| {
        matches!(numbers[at].2, 0 | 1)
            && numbers[at..].windows(2).take_while(|pair| follows(pair)).count() >= 2
    })?;
    let count = 1 + numbers[first..].windows(2).take_while(|pair| follows(pair)).count();
    let (start, min) = (numbers[first].0, numbers[first].2);
    let (_, end, max) = numbers[first + count - 1];
    let (before, after) = (&words[..start], &words[end..]);
    // `1・2・3年` are not numbers to circle.
    if after.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let after = after
        .trim_matches(|c: char| c.is_whitespace() || "）)】」".contains(c) || is_between(&c.to_string()));
    let is_end = |text: &str| {
        !text.is_empty() && text.chars().count() <= OPTION && !text.starts_with(['（', '(', '※'])
    };
    let (label, low) = if is_end(after) {
        let (label, low) =
            before_gap(before.trim_end_matches(|c: char| c.is_whitespace() || is_between(&c.to_string())));
        (label, low.trim())
    } else {
        (before, "")
    };
    let end = if low.is_empty() { "" } else { after };
    Some(OfferedWords {
        label: label.trim_end_matches(['（', '(', '【', '「']).trim().to_owned(),
        kind: ProposedKind::Scale(min, max, low.to_owned(), end.to_owned()),
        is_sure: true,
    })
}

/// The numbers in `words`, each with where it begins and ends.
fn numbers(words: &str) -> Vec<(usize, usize, i64)> {
    let mut numbers = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (at, sign) in words.char_indices().chain([(words.len(), ' ')]) {
        let digit = sign
            .nfkc()
            .next()
            .filter(char::is_ascii_digit)
            .filter(|_| sign.is_ascii_digit() || ('０'..='９').contains(&sign));
        match (digit, &mut open) {
            (Some(digit), Some((_, digits))) => digits.push(digit),
            (Some(digit), open) => *open = Some((at, digit.to_string())),
            (None, open) => {
                if let Some((start, digits)) = open.take() {
                    numbers.push((start, at, digits.parse().unwrap_or(i64::MAX)));
                }
            }
        }
    }
    numbers
}

/// `①学習　②友人　③家庭`.
fn circled(words: &str) -> Option<OfferedWords> {
    let start = words.find('①')?;
    let mut options = Vec::new();
    let mut rest = &words[start..];
    for number in '①'..='⑳' {
        let Some(behind) = rest.strip_prefix(number) else { break };
        let next =
            char::from_u32(number as u32 + 1).and_then(|next| behind.find(next)).unwrap_or(behind.len());
        options.push(
            behind[..next]
                .trim_matches(|c: char| c.is_whitespace() || DIVIDERS.contains(&c) || c == '、')
                .to_owned(),
        );
        rest = &behind[next..];
    }
    let is_list =
        options.len() > 1 && options.iter().all(|it| !it.is_empty() && it.chars().count() <= OPTION * 2);
    let label = words[..start].trim().to_owned();
    is_list.then(|| OfferedWords { is_sure: !label.is_empty(), kind: one_or_many(&label, options), label })
}

/// `男・女・その他`, `良好／普通`. What is in parentheses divides nothing.
fn divided(words: &str) -> Option<OfferedWords> {
    let mut depth = 0_usize;
    let mut pieces: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, sign) in words.char_indices() {
        match sign {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            sign if depth == 0 && DIVIDERS.contains(&sign) => {
                pieces.push(&words[start..at]);
                start = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(&words[start..]);
    if pieces.len() < 2 {
        // `（ 有・無 ）`: the parentheses are around the list.
        let (before, inner) = words.trim_end().trim_end_matches(['）', ')']).split_once(['（', '('])?;
        let is_closed = words.trim_end().ends_with(['）', ')']) && !inner.contains(['（', '(', '）', ')']);
        let inner = divided(inner).filter(|it| is_closed && it.label.is_empty())?;
        return Some(OfferedWords { label: before.trim().to_owned(), ..inner });
    }
    let is_spaced = pieces
        .windows(2)
        .all(|pair| pair[0].ends_with(char::is_whitespace) && pair[1].starts_with(char::is_whitespace));
    let (label, first) = before_gap(pieces[0].trim_end());
    let mut options: Vec<String> = vec![first.trim().to_owned()];
    options.extend(pieces[1..].iter().map(|it| it.trim().to_owned()));
    // How to answer may stand behind the last: `高・中・低（○で囲む）`.
    if let Some(last) = options.last_mut()
        && let Some(at) =
            last.find(['（', '(']).filter(|at| *at > 0 && last[*at..].contains(['○', '〇', '囲']))
    {
        last.truncate(at);
        *last = last.trim_end().to_owned();
    }
    accepted(label, options, is_spaced)
}

/// `十分　どちらともいえない　不十分`.
fn spaced(words: &str) -> Option<OfferedWords> {
    let pieces: Vec<&str> =
        words.split('　').flat_map(|it| it.split("  ")).map(str::trim).filter(|it| !it.is_empty()).collect();
    let is_usual = |word: &&&str| USUAL.contains(*word);
    if pieces.len() < 2
        || pieces.iter().filter(is_usual).count() == 0
        || words.contains(['□', '☐', '＿', '_'])
    {
        return None;
    }
    // The first may be the label: it is one if it says so, or if the others are enough.
    let is_label = !USUAL.contains(&pieces[0])
        && (pieces[0].ends_with(['：', ':', '？', '?']) || pieces[0].starts_with(|c: char| c.is_numeric()));
    let (label, options) = if is_label { (pieces[0], &pieces[1..]) } else { ("", &pieces[..]) };
    let found = accepted(label, options.iter().map(|it| (*it).to_owned()).collect(), false)?;
    // Between blanks, one usual word may be by chance.
    (options.len() > 1 && found.is_sure).then_some(found)
}

/// The options, if all of them can be one.
fn accepted(label: &str, options: Vec<String>, is_spaced: bool) -> Option<OfferedWords> {
    let bare = |it: &String| it.split(['（', '(']).next().unwrap_or_default().trim().to_owned();
    let bares: Vec<String> = options.iter().map(bare).collect();
    let can_be = bares.iter().all(|it| {
        !it.is_empty()
            && it.chars().count() <= OPTION
            && it.chars().any(char::is_alphanumeric)
            && !it.contains(['：', ':', '、', '〒', '～', '〜', '_', '＿'])
    });
    let is_different = bares.iter().enumerate().all(|(at, it)| !bares[..at].contains(it));
    // `10/5`, `http://`, `3月4日・5日`.
    let is_number = bares.iter().any(|it| it.chars().all(|c| c.is_numeric() || ".．-".contains(c)));
    if options.len() < 2 || !can_be || !is_different || is_number {
        return None;
    }
    let is_usual = bares.iter().any(|it| USUAL.contains(&&**it));
    let is_short = bares.len() > 2 && bares.iter().all(|it| it.chars().count() == 1);
    let is_sure = is_usual || is_short || is_spaced && options.len() > 2;
    // Between a label and two words without anything usual, this is hardly a choice.
    let is_weak = options.len() < 3 && !is_sure;
    (!is_weak).then(|| OfferedWords {
        label: label.trim().to_owned(),
        kind: one_or_many(label, options),
        is_sure,
    })
}

/// The label and the last words of `words`: these are behind a colon or a blank.
fn before_gap(words: &str) -> (&str, &str) {
    // What is in parentheses divides nothing.
    let mut depth = 0_usize;
    let colon = words.char_indices().rev().find_map(|(at, sign)| {
        match sign {
            '）' | ')' => depth += 1,
            '（' | '(' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0 && matches!(sign, '：' | ':' | '　' | ' ' | '\t')).then_some(at)
    });
    match colon {
        Some(at) => {
            let width = words[at..].chars().next().map_or(1, char::len_utf8);
            (words[..at + width].trim_end(), &words[at + width..])
        }
        None => ("", words),
    }
}

/// A choice of several if the label says so.
fn one_or_many(label: &str, options: Vec<String>) -> ProposedKind {
    if says_many(label) { ProposedKind::Many(options) } else { ProposedKind::One(options) }
}

/// Whether a label asks for all that is true.
pub(super) fn says_many(label: &str) -> bool {
    ["複数", "すべて", "全て", "いくつでも", "all that apply"].iter().any(|it| label.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> String {
        match offered(words) {
            None => "-".to_owned(),
            Some(it) => {
                let sure = if it.is_sure { "" } else { "?" };
                match it.kind {
                    ProposedKind::One(options) => format!("{}{sure} one {}", it.label, options.join("|")),
                    ProposedKind::Many(options) => format!("{}{sure} many {}", it.label, options.join("|")),
                    ProposedKind::Scale(min, max, low, high) => {
                        format!("{} {min}-{max} {low}|{high}", it.label)
                    }
                    _ => format!("{} mark", it.label),
                }
            }
        }
    }

    #[test]
    fn words_to_circle_are_options() {
        for (words, expected) in [
            ("男・女・その他", " one 男|女|その他"),
            ("１．性別　　男 ・ 女 ・ その他", "１．性別 one 男|女|その他"),
            ("父・母・祖父母・その他（　　　　）", " one 父|母|祖父母|その他（　　　　）"),
            ("明るい ・ ふつう ・ 暗い", " one 明るい|ふつう|暗い"),
            ("よく眠れる　・　眠れない　・　昼夜逆転", " one よく眠れる|眠れない|昼夜逆転"),
            ("有（　　月　　日）・無", " one 有（　　月　　日）|無"),
            ("服薬（ 有・無 ）", "服薬 one 有|無"),
            ("毎日登校・別室登校・不登校", "? one 毎日登校|別室登校|不登校"),
            ("良好／普通／課題あり", " one 良好|普通|課題あり"),
            ("緊急度：高・中・低（○で囲む）", "緊急度： one 高|中|低"),
            ("A ・ B ・ C ・ D", " one A|B|C|D"),
            ("◎・○・△・×", " mark"),
            ("1 ・ 2 ・ 3 ・ 4 ・ 5", " 1-5 |"),
            ("５．困り感　　１・２・３・４・５", "５．困り感 1-5 |"),
            ("評価：　１　２　３　４　５　（○で囲む）", "評価： 1-5 |"),
            ("危険度　低い 1―2―3―4―5 高い", "危険度 1-5 低い|高い"),
            ("低 1－2－3 高", " 1-3 低|高"),
            ("①学習　②友人　③その他（　　）", "? one 学習|友人|その他（　　）"),
            ("困ること（複数可）①学習　②友人", "困ること（複数可） many 学習|友人"),
            (
                "６．家族の理解　　十分　どちらともいえない　不十分",
                "６．家族の理解 one 十分|どちらともいえない|不十分",
            ),
        ] {
            assert_eq!(found(words), expected, "{words}");
        }
    }

    #[test]
    fn other_words_are_no_options() {
        for words in [
            "学年・組",
            "住所・電話",
            "１０月５日（月）１５：３０",
            "10/5",
            "1・2・3年",
            "https://example.jp/a/b",
            "①事実\n②解釈",
            "校長、教頭、担任",
            "男子と女子のこと。有・無を問わない。",
            "本人の願い　保護者の願い",
        ] {
            assert_eq!(found(words), "-", "{words}");
        }
    }
}
