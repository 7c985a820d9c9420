//! What was written, as it is stored.

use super::plain::{narrow, plain};
use crate::answers::AnswerValue;
use crate::field::{SlotKind, SlotOption};

/// What `text` means in a slot of the kind `kind`; `None` if it means nothing there. `is_day_first` is for dates whose year comes last.
pub(super) fn value(kind: &SlotKind, text: &str, is_day_first: bool) -> Option<AnswerValue> {
    match kind {
        SlotKind::Text(_) | SlotKind::Drawing(_) => Some(AnswerValue::Text(lines(text))),
        SlotKind::Number(unit, _) => Some(AnswerValue::Text(number(text, unit.as_ref().map_or("", |it| it)))),
        SlotKind::Date => date(text, is_day_first).map(AnswerValue::Text),
        SlotKind::One(options) => option(options, text).map(|it| AnswerValue::Text(it.id.clone())),
        SlotKind::Many(options) => {
            let parts = text.split(['、', ',', '，', '\n', '/', '／', ';']);
            let ids = parts
                .filter(|part| !plain(part).is_empty())
                .map(|part| Some(option(options, part)?.id.clone()));
            ids.collect::<Option<Vec<_>>>().map(AnswerValue::List)
        }
    }
}

/// Whether the text in the place of a check box says that it is ticked; `None` if it is neither a tick nor an empty box.
pub(super) fn is_ticked(text: &str) -> Option<bool> {
    match &*plain(text) {
        "" | "☐" | "□" | "◻" | "⬜" | "FALSE" | "0" => Some(false),
        "☑" | "☒" | "■" | "◼" | "✓" | "✔" | "✅" | "レ" | "✗" | "✘" | "●" | "○" | "◎" | "x" | "X" | "v"
        | "V" | "TRUE" | "1" => Some(true),
        _ => None,
    }
}

/// The text without blank lines around it, with one kind of line end.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n");
    let start = text.find(|sign: char| !sign.is_whitespace()).unwrap_or(0);
    let start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    text[start..].trim_end().to_owned()
}

/// A number in narrow digits without its unit. Words stay as they are: whoever wrote them meant something.
fn number(text: &str, unit: &str) -> String {
    let narrowed = narrow(text);
    let bare = narrowed.strip_suffix(&*narrow(unit)).unwrap_or(&narrowed).trim();
    let bare: String = bare.chars().filter(|sign| *sign != ',').collect();
    let digits = bare.strip_prefix(['-', '+']).unwrap_or(&bare);
    let is_number = digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
        && digits.starts_with(|sign: char| sign.is_ascii_digit())
        && digits.matches('.').count() < 2
        && !digits.ends_with('.');
    if is_number { bare } else { text.trim().to_owned() }
}

/// The option that `text` names: by its words, by its id, or by the sign that its words begin with.
fn option<'a>(options: &'a [SlotOption], text: &str) -> Option<&'a SlotOption> {
    let text = plain(text);
    let mut named = options.iter().filter(|option| plain(&option.label) == text);
    let by_words = named.next();
    // Two options of the same words: only the writer knows which is meant.
    if named.next().is_some() {
        return None;
    }
    let signed = |option: &&SlotOption| {
        !option.sign.is_empty() && [plain(&option.sign), plain(&option.called())].contains(&text)
    };
    let by_sign = || options.iter().find(signed);
    by_words.or_else(by_sign).or_else(|| options.iter().find(|option| option.id == text)).or_else(|| {
        let begins = |option: &&SlotOption| {
            let words = plain(&option.label);
            let mut signs = words.chars();
            signs.next().is_some_and(|sign| "◎○△×".contains(sign) && text == sign.to_string())
        };
        let mut found = options.iter().filter(begins);
        found.next().filter(|_| found.next().is_none())
    })
}

/// A date as it is stored, `2026-04-01`.
fn date(text: &str, is_day_first: bool) -> Option<String> {
    let text = plain(text);
    let text = text.split_once('(').map_or(&*text, |(date, _)| date);
    let last_part = text.rsplit(['/', '.', '-']).next().unwrap_or_default();
    if last_part.len() == 4 && last_part.len() < text.len() {
        // The usual order of the course, unless it is none: 4/13/2026.
        let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
        let [first, second, year] = *parts.as_slice() else { return None };
        let in_order = |month: &str, day: &str| date(&format!("{year}/{month}/{day}"), true);
        let (usual, other) = ((second, first), (first, second));
        let (usual, other) = if is_day_first { (usual, other) } else { (other, usual) };
        return in_order(usual.0, usual.1).or_else(|| in_order(other.0, other.1));
    }
    let (year, rest) = year(text)?;
    let mut parts = rest.split(['年', '月', '日', '/', '-', '.', '・']).filter(|part| !part.is_empty());
    let (month, day) = (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<u32>().ok()?);
    if parts.next().is_some_and(|it| !it.starts_with("T00:00") && !it.ends_with("曜")) {
        return None;
    }
    let last = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=last).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The date of a day as Excel counts it, from 1954 to 2119: `46113` is `2026-04-01`.
pub(super) fn date_of_serial(text: &str) -> Option<String> {
    let serial = narrow(text).parse::<u32>().ok().filter(|serial| (20_000..80_000).contains(serial))?;
    let date = calamine::ExcelDateTime::new(serial.into(), calamine::ExcelDateTimeType::DateTime, false);
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The eras: their names, and the year before their first.
const ERAS: [(&[&str], u32); 5] = [
    (&["令和", "令", "R", "r"], 2018),
    (&["平成", "平", "H", "h"], 1988),
    (&["昭和", "昭", "S", "s"], 1925),
    (&["大正", "大", "T", "t"], 1911),
    (&["明治", "明", "M", "m"], 1867),
];

/// The year that a date begins with, and what follows it.
fn year(text: &str) -> Option<(u32, &str)> {
    for (names, before) in ERAS {
        let Some(rest) = names.iter().find_map(|name| text.strip_prefix(name)) else { continue };
        if let Some(rest) = rest.strip_prefix('元') {
            return Some((before + 1, rest));
        }
        let (digits, rest) = rest.split_at(rest.find(|sign: char| !sign.is_ascii_digit())?);
        let number: u32 = digits.parse().ok()?;
        return (1..100).contains(&number).then_some((before + number, rest));
    }
    let (digits, rest) = text.split_at(text.find(|sign: char| !sign.is_ascii_digit())?);
    (digits.len() == 4).then(|| Some((digits.parse().ok()?, rest)))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::slots::label;

    fn options(words: &[(&str, &str)]) -> Vec<SlotOption> {
        words
            .iter()
            .map(|(id, words)| SlotOption { id: (*id).into(), label: label(words), sign: String::new() })
            .collect()
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2026-04-01",
            "2026/4/1",
            "2026年4月1日",
            "２０２６年４月１日",
            "令和8年4月1日",
            "令和８年 ４月 １日（水）",
            "R8.4.1",
            "r8/4/1",
            "令8.4.1",
            "2026.04.01",
            "2026年4月1日水曜",
        ] {
            assert_eq!(date(text, true).as_deref(), Some("2026-04-01"), "{text}");
        }
        assert_eq!(date("令和元年5月1日", true).as_deref(), Some("2019-05-01"));
        assert_eq!(date("昭和64年1月7日", true).as_deref(), Some("1989-01-07"));
        assert_eq!(date("平成31年4月30日", true).as_deref(), Some("2019-04-30"));
        assert_eq!(date("2024/2/29", true).as_deref(), Some("2024-02-29"));
        assert_eq!(date("1/4/2026", true).as_deref(), Some("2026-04-01"));
        assert_eq!(date("1/4/2026", false).as_deref(), Some("2026-01-04"));
        assert_eq!(date("4/13/2026", true).as_deref(), Some("2026-04-13"));
        for none in [
            "",
            "4月1日",
            "来週",
            "2026年",
            "2026/2/29",
            "2026/13/1",
            "26/4/1",
            "令和8年4月31日",
            "2026-04-01 か 02",
        ] {
            assert_eq!(date(none, true), None, "{none}");
        }
    }

    #[test]
    fn a_day_is_a_number_to_excel() {
        for (serial, date) in
            [("46113", Some("2026-04-01")), ("44256", Some("2021-03-01")), ("45", None), ("20260401", None)]
        {
            assert_eq!(date_of_serial(serial).as_deref(), date, "{serial}");
        }
    }

    #[test]
    fn numbers_are_narrow_and_words_stay() {
        for (text, unit, stored) in [
            ("４５", "分", "45"),
            ("45 分", "分", "45"),
            ("４５分", "分", "45"),
            ("1,200", "", "1200"),
            ("3.5", "", "3.5"),
            ("-2", "", "-2"),
            ("三十", "分", "三十"),
            ("1.2.3", "", "1.2.3"),
            ("=1+1", "", "=1+1"),
        ] {
            assert_eq!(number(text, unit), stored);
        }
    }

    #[test]
    fn options_are_named_by_words_ids_and_signs() {
        let marks = options(&[
            ("best", "◎ 足りている"),
            ("good", "○ 進んでいる"),
            ("part", "△ まだ"),
            ("not", "× やめた"),
        ]);
        for (text, id) in [
            ("◎ 足りている", "best"),
            ("〇", "good"),
            ("◯　進んでいる", "good"),
            ("part", "part"),
            ("✕", "not"),
        ] {
            assert_eq!(option(&marks, text).map(|it| &*it.id), Some(id), "{text}");
        }
        assert!(option(&marks, "たぶん").is_none());
        let both = SlotKind::Many(options(&[("a", "電話"), ("b", "手紙")]));
        assert_eq!(value(&both, "手紙、電話", true), Some(AnswerValue::List(vec!["b".into(), "a".into()])));
        assert_eq!(value(&both, "手紙、鳩", true), None);
    }

    #[test]
    fn a_text_keeps_its_lines() {
        for (text, stored) in [
            ("\n\n  a\r\nb\u{b}c \n\n", "  a\nb\nc"),
            ("=1+1", "=1+1"),
            ("　字下げ", "　字下げ"),
            ("👨‍👩‍👧 <&>", "👨‍👩‍👧 <&>"),
        ] {
            assert_eq!(lines(text), stored);
        }
    }

    #[test]
    fn a_tick_is_whatever_people_tick_with() {
        for ticked in ["☑", "☒", "■", "レ", "✔", " 〇 ", "●"] {
            assert_eq!(is_ticked(ticked), Some(true), "{ticked}");
        }
        assert_eq!(is_ticked("□"), Some(false));
        // It is "no" to some and a tick to others.
        assert_eq!(is_ticked("×"), None);
    }
}
