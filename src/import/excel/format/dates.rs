//! Dates and times in their formats.

use std::fmt::Write as _;

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::FormatPart;

/// An era of Japan. Its first year is the one of its first day.
struct Era {
    first_day: (u16, u8, u8),
    name: &'static str,
    sign: &'static str,
}

const ERAS: [Era; 5] = [
    Era { first_day: (2019, 5, 1), name: "令和", sign: "R" },
    Era { first_day: (1989, 1, 8), name: "平成", sign: "H" },
    Era { first_day: (1926, 12, 25), name: "昭和", sign: "S" },
    Era { first_day: (1912, 7, 30), name: "大正", sign: "T" },
    Era { first_day: (1868, 1, 25), name: "明治", sign: "M" },
];

/// A date or a time.
pub(super) fn dated(parts: &[FormatPart], number: f64, is_1904: bool) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const DAYS: [(&str, &str); 7] = [
        ("日", "Sunday"),
        ("月", "Monday"),
        ("火", "Tuesday"),
        ("水", "Wednesday"),
        ("木", "Thursday"),
        ("金", "Friday"),
        ("土", "Saturday"),
    ];
    // 9:59:59.9999 is 10:00. Parts of a second are not shown.
    let elapsed = (number * 86_400.0).round();
    let time = ExcelDateTime::new(elapsed / 86_400.0, ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let era = ERAS.iter().find(|era| era.first_day <= (year, month, day)).unwrap_or(&ERAS[4]);
    let weekday = DAYS[weekday(year, month, day)];
    let month_name = MONTHS[usize::from(month.clamp(1, 12)) - 1];
    let is_noon = parts.contains(&FormatPart::Noon);
    let clock_hour = if is_noon { (hour + 11) % 12 + 1 } else { hour };
    let mut words = String::new();
    // Minutes stand behind hours or before seconds.
    let letter = |part: &FormatPart| match part {
        FormatPart::Date(it) | FormatPart::Elapsed(it) => it.chars().next(),
        _ => None,
    };
    let mut before = None;
    for (at, part) in parts.iter().enumerate() {
        let next = parts[at + 1..].iter().find_map(letter);
        let is_minute = before == Some('h') || next == Some('s');
        match part {
            FormatPart::Words(it) => words += it,
            FormatPart::Noon => words += if hour < 12 { "AM" } else { "PM" },
            FormatPart::Comma => words.push(','),
            FormatPart::Point if parts.get(at + 1) == Some(&FormatPart::Digit('0')) => {}
            FormatPart::Point => words.push('.'),
            FormatPart::Elapsed(it) => {
                let per = match it.chars().next() {
                    Some('h') => 3600.0,
                    Some('m') => 60.0,
                    _ => 1.0,
                };
                let _ = write!(words, "{:0>width$}", (elapsed / per).floor(), width = it.len());
            }
            FormatPart::Date(it) => {
                let said = match &**it {
                    "y" | "yy" => format!("{:02}", year % 100),
                    "m" | "mm" if is_minute => format!("{minute:0>width$}", width = it.len()),
                    "m" | "mm" => format!("{month:0>width$}", width = it.len()),
                    "mmm" => month_name[..3].to_owned(),
                    "mmmmm" => month_name[..1].to_owned(),
                    "d" | "dd" => format!("{day:0>width$}", width = it.len()),
                    "ddd" => weekday.1[..3].to_owned(),
                    "h" | "hh" => format!("{clock_hour:0>width$}", width = it.len()),
                    "s" | "ss" => format!("{second:0>width$}", width = it.len()),
                    "e" | "ee" => {
                        format!("{:0>width$}", (year + 1).saturating_sub(era.first_day.0), width = it.len())
                    }
                    "g" => era.sign.to_owned(),
                    "gg" => era.name.chars().take(1).collect(),
                    "aaa" => weekday.0.to_owned(),
                    "aaaa" => format!("{}曜日", weekday.0),
                    it if it.starts_with('y') => format!("{year:04}"),
                    it if it.starts_with('m') => month_name.to_owned(),
                    it if it.starts_with('d') => weekday.1.to_owned(),
                    it if it.starts_with('g') => era.name.to_owned(),
                    it => it.to_owned(),
                };
                words += &said;
            }
            FormatPart::Digit(_) | FormatPart::Percent | FormatPart::General | FormatPart::Text => {}
        }
        before = letter(part).or(before);
    }
    words
}

/// The day of the week, from 0 for Sunday (Sakamoto's method).
fn weekday(year: u16, month: u8, day: u8) -> usize {
    const SHIFTS: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = usize::from(year) - usize::from(month < 3);
    (year + year / 4 - year / 100
        + year / 400
        + SHIFTS[usize::from(month.clamp(1, 12)) - 1]
        + usize::from(day))
        % 7
}
