//! `<ruby>` of HTML as words with their readings.

use std::fmt::Write as _;

use super::html::tag;

/// Words with their readings: `漢字<rt>かんじ</rt>`, with or without `<rb>` and `<rp>`.
pub(super) fn ruby(inner: &str) -> String {
    let (mut out, mut base, mut reading) = (String::new(), String::new(), String::new());
    let mut place = "rb";
    let mut rest = inner;
    let flush = |out: &mut String, base: &mut String, reading: &mut String| {
        match (base.trim(), reading.trim()) {
            ("", "") => {}
            (base, "") => out.push_str(base),
            ("", reading) => out.push_str(reading),
            (base, reading) => {
                let _ = write!(out, "｜{base}《{reading}》");
            }
        }
        base.clear();
        reading.clear();
    };
    while !rest.is_empty() {
        if let Some(tag) = tag(rest) {
            match (&*tag.name, tag.is_end) {
                ("rt", false) => place = "rt",
                ("rp", false) => place = "rp",
                ("rt", true) => {
                    flush(&mut out, &mut base, &mut reading);
                    place = "rb";
                }
                ("rp", true) => place = "rb",
                _ => {}
            }
            rest = &rest[tag.length..];
            continue;
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let length = rest[first..].find('<').map_or(rest.len(), |at| at + first);
        match place {
            "rt" => reading.push_str(&rest[..length]),
            // The parentheses of browsers that know no readings; anything else in their place is words.
            "rp" if rest[..length].trim().chars().all(|c| "()（）《》[]".contains(c)) => {}
            _ => base.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    flush(&mut out, &mut base, &mut reading);
    out
}
