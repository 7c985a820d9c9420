//! What a cell shows: its value in its number format, as Excel writes it in Japan. A format that is not known shows the value alone.

mod dates;
mod numbers;

use calamine::DataRef;

use self::dates::dated;
use self::numbers::{Decimal, numbered};
use crate::paper::read::words_of_cell;

/// What a cell with `value` shows in the format `code`, whose number among those that every workbook has is `id`.
pub(super) fn shown(value: &DataRef<'_>, code: &str, id: Option<u32>, is_1904: bool) -> String {
    let code = id.and_then(built_in).unwrap_or(code);
    let number = match value {
        #[allow(clippy::cast_precision_loss, reason = "a cell of Excel is a float")]
        DataRef::Int(number) => *number as f64,
        DataRef::Float(number) => *number,
        DataRef::DateTime(time) => time.as_f64(),
        DataRef::String(text) => return with_text(code, text),
        DataRef::SharedString(text) => return with_text(code, text),
        other => return words_of_cell(other),
    };
    let sections = sections(code);
    let (section, is_minus) = match &sections[..] {
        [_, _, zero, ..] if number == 0.0 => (zero, false),
        [_, minus, ..] if number < 0.0 => (minus, false),
        [first, ..] => (first, number < 0.0),
        [] => return plain(value, number),
    };
    let Some(parts) = parts(section) else { return plain(value, number) };
    if parts.iter().any(|part| matches!(part, FormatPart::Date(_) | FormatPart::Elapsed(_))) {
        // Excel has no date before 1900 or after 9999.
        let is_date = (0.0..2_958_466.0).contains(&number);
        return if is_date { dated(&parts, number, is_1904) } else { plain(value, number) };
    }
    match numbered(&parts, number.abs()) {
        Some(words) if is_minus => format!("-{words}"),
        Some(words) => words,
        None => plain(value, number),
    }
}

/// A value without a format: a number without the digits that only calculating adds.
fn plain(value: &DataRef<'_>, number: f64) -> String {
    match value {
        DataRef::DateTime(_) => words_of_cell(value),
        _ => format!("{}{}", if number < 0.0 { "-" } else { "" }, Decimal::of(number.abs()).to_words()),
    }
}

/// The formats that every workbook has, and that depend on the language of Excel.
fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        14 => "yyyy/m/d",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 57 => "ge.m.d",
        28 | 29 | 51 | 54 | 58 => "ggge年m月d日",
        30 => "m/d/yy",
        31 => "yyyy年m月d日",
        32 => "h時mm分",
        33 => "h時mm分ss秒",
        34 | 52 | 55 => "yyyy年m月",
        35 | 53 | 56 => "m月d日",
        _ => return None,
    })
}

/// Words in a format: `@` is where they are.
fn with_text(code: &str, text: &str) -> String {
    let sections = sections(code);
    let section = match &sections[..] {
        [_, _, _, section] => section,
        [.., last] if last.contains('@') => last,
        _ => return text.to_owned(),
    };
    let Some(parts) = parts(section) else { return text.to_owned() };
    let words = parts.iter().map(|part| match part {
        FormatPart::Words(words) => words,
        FormatPart::Text => text,
        _ => "",
    });
    words.collect()
}

/// The sections of a format: of numbers above zero, below, of zero, and of words.
fn sections(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let (mut is_quoted, mut is_escaped) = (false, false);
    for sign in code.chars() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '"' => is_quoted = !is_quoted,
            '\\' | '_' | '*' if !is_quoted => is_escaped = true,
            ';' if !is_quoted => {
                sections.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = sections.last_mut() {
            last.push(sign);
        }
    }
    sections
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
enum FormatPart {
    Words(String),
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    General,
    /// A part of a date or of a time: its letter, as often as it is there.
    Date(String),
    /// Hours, minutes or seconds that go on counting.
    Elapsed(String),
    /// `AM/PM`.
    Noon,
    Text,
}

/// The parts of a section; `None` if it has something that is not known.
fn parts(section: &str) -> Option<Vec<FormatPart>> {
    let mut parts = Vec::new();
    let mut rest = section;
    while let Some(sign) = rest.chars().next() {
        let behind = &rest[sign.len_utf8()..];
        let starts = |word: &str| rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
        rest = behind;
        match sign {
            '"' => {
                let (words, after) = behind.split_once('"').unwrap_or((behind, ""));
                parts.push(FormatPart::Words(words.to_owned()));
                rest = after;
            }
            '\\' | '_' | '*' => {
                let next = behind.chars().next();
                rest = next.map_or("", |next| &behind[next.len_utf8()..]);
                if sign == '\\' {
                    parts.extend(next.map(|next| FormatPart::Words(next.to_string())));
                }
            }
            '[' => {
                let (inner, after) = behind.split_once(']')?;
                rest = after;
                let letters = inner.to_ascii_lowercase();
                if let Some(sign) = inner.strip_prefix('$') {
                    let sign = sign.split_once('-').map_or(sign, |(sign, _)| sign);
                    parts.push(FormatPart::Words(sign.to_owned()));
                } else if ["h", "hh", "m", "mm", "s", "ss"].contains(&&*letters) {
                    parts.push(FormatPart::Elapsed(letters));
                } else if inner.starts_with(['<', '>', '=']) {
                    return None;
                }
            }
            _ if starts("General") => {
                parts.push(FormatPart::General);
                rest = &behind["eneral".len()..];
            }
            _ if starts("AM/PM") => {
                parts.push(FormatPart::Noon);
                rest = &behind["M/PM".len()..];
            }
            '0' | '#' | '?' => parts.push(FormatPart::Digit(sign)),
            '.' => parts.push(FormatPart::Point),
            ',' => parts.push(FormatPart::Comma),
            '%' => parts.push(FormatPart::Percent),
            '@' => parts.push(FormatPart::Text),
            'E' | 'e' if behind.starts_with(['+', '-']) => return None,
            _ if "ymdhsgea".contains(sign.to_ascii_lowercase()) => {
                let more = behind.chars().take_while(|it| it.eq_ignore_ascii_case(&sign)).count();
                parts.push(FormatPart::Date(sign.to_ascii_lowercase().to_string().repeat(more + 1)));
                rest = &behind[more..];
            }
            _ => parts.push(FormatPart::Words(sign.to_string())),
        }
    }
    let is_fraction = |pair: &[FormatPart]| {
        pair[0] == FormatPart::Words("/".to_owned()) && matches!(pair[1], FormatPart::Digit(_))
    };
    let has_fraction = parts.windows(2).any(is_fraction);
    (!has_fraction).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_in_its_format() {
        for (number, code, words) in [
            (0.5, "0%", "50%"),
            (0.125, "0.0%", "12.5%"),
            (0.005, "0%", "1%"),
            (1_234_567.0, "#,##0", "1,234,567"),
            (1234.5, "\"¥\"#,##0", "¥1,235"),
            (1234.0, "[$¥-411]#,##0;[Red]-[$¥-411]#,##0", "¥1,234"),
            (-1234.0, "[$¥-411]#,##0;[Red]-[$¥-411]#,##0", "-¥1,234"),
            (-1234.0, "#,##0_);(#,##0)", "(1,234)"),
            (-0.5, "0.00", "-0.50"),
            (12.0, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", "12"),
            (0.0, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", "-"),
            (0.0, "0;-0;", ""),
            (2.0, "General\"人\"", "2人"),
            (45.0, "0\"分\"", "45分"),
            (3.0, "000", "003"),
            (312_345_678.0, "000-0000-0000", "003-1234-5678"),
            (1.25, "0.0", "1.3"),
            (2.0, "0.##", "2"),
            (2.5, "#.##", "2.5"),
            (0.25, "#.##", ".25"),
            (1_500_000.0, "#,##0,\"千円\"", "1,500千円"),
            (0.1 + 0.2, "General", "0.3"),
            (99.95, "0.0", "100.0"),
            (9.5, "0", "10"),
            (0.04, "0", "0"),
            (1234.5, "0.00E+00", "1234.5"),
            (0.5, "# ?/?", "0.5"),
            (-3.0, "General", "-3"),
            (1e15, "0", "1000000000000000"),
            (7.0, "[>5]0\"多\";0", "7"),
        ] {
            assert_eq!(shown(&DataRef::Float(number), code, None, false), words, "{number} in {code}");
        }
    }

    #[test]
    fn a_date_is_shown_in_its_format() {
        for (number, code, id, words) in [
            (46356.0, "yyyy/m/d", None, "2026/11/30"),
            (46356.0, "mm-dd-yy", Some(14), "2026/11/30"),
            (46356.0, "", Some(58), "令和8年11月30日"),
            (46356.0, "[$-411]ggge\"年\"m\"月\"d\"日\"(aaa)", None, "令和8年11月30日(月)"),
            (43585.0, "gge.m.d", None, "平31.4.30"),
            (46356.75, "yyyy-mm-dd h:mm", None, "2026-11-30 18:00"),
            (0.75, "h:mm AM/PM", None, "6:00 PM"),
            (1.5, "[h]:mm", None, "36:00"),
            (0.416_666_66, "h:mm", None, "10:00"),
            (46356.0, "d-mmm-yy", None, "30-Nov-26"),
            (46356.0, "yyyy\"年\"m\"月\"", None, "2026年11月"),
            (0.051, "mm:ss.0", None, "13:26"),
            (2_958_465.0, "yyyy/m/d", None, "9999/12/31"),
            (2_958_466.0, "yyyy/m/d", None, "2958466"),
            (-1.0, "yyyy/m/d", None, "-1"),
            (1e300, "h:mm", None, &*format!("1{}", "0".repeat(300))),
        ] {
            assert_eq!(shown(&DataRef::Float(number), code, id, false), words, "{number} in {code}");
        }
    }

    #[test]
    fn words_are_shown_in_their_format() {
        for (text, code, words) in
            [("山田", "@\"様\"", "山田様"), ("x", "0;-0;0;", ""), ("x", "0.0", "x"), ("x", "General", "x")]
        {
            assert_eq!(shown(&DataRef::SharedString(text), code, None, false), words);
        }
    }
}
