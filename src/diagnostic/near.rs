//! "Did you mean": the known name nearest to one that is not known, and by which character the two differ if they look the same.

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::skeleton;

use crate::steps;

/// Of more known names than this the rest is not compared: what one mistake costs must not grow with the course.
const MOST_KNOWN: usize = 1000;

/// The nearest of `known`, when it is near enough to be what was meant.
#[must_use]
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = wrong.chars().count();
    // Short ids are all near each other: `m9` was not meant to be `m1`.
    if wrong.is_ascii() && length <= 3 {
        return None;
    }
    let limit = (length / 3).clamp(1, 3);
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .take(MOST_KNOWN)
        .inspect(|_| steps::count(1))
        .filter(|name| name.chars().count().abs_diff(length) <= limit)
        .map(|name| (strsim::osa_distance(&wrong, &name.to_lowercase()), name))
        .filter(|&(distance, name)| distance <= limit && distance < length.max(name.chars().count()))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// The first character of each of two texts that look the same, with its number in Unicode; `none` at the end of a text. `None` if
/// they are the same, or look different.
pub(super) fn lookalike(wrong: &str, known: &str) -> Option<(String, String)> {
    let look =
        |text: &str| skeleton(&text.nfkc().collect::<String>()).filter(|c| !is_invisible(*c)).collect();
    let (written, meant): (String, String) = (look(wrong), look(known));
    if wrong == known || written != meant {
        return None;
    }
    let shared = wrong.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let named = |text: &str| match text.chars().nth(shared) {
        Some(c) if is_invisible(c) || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
        Some(c) => format!("{c} U+{:04X}", u32::from(c)),
        None => "none".to_owned(),
    };
    Some((named(wrong), named(known)))
}

/// Whether a character takes no place: a joiner, a mark of order, a variant of the character before it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::{lookalike, nearest};

    #[test]
    fn two_names_that_look_the_same_are_told_apart_by_a_character() {
        for (wrong, known, written, meant) in [
            ("ラポ一ル", "ラポール", "一 U+4E00", "ー U+30FC"),
            ("ロ", "口", "ロ U+30ED", "口 U+53E3"),
            ("カ", "力", "カ U+30AB", "力 U+529B"),
            ("ニ", "二", "ニ U+30CB", "二 U+4E8C"),
            ("エ夫", "工夫", "エ U+30A8", "工 U+5DE5"),
            ("へヤ", "ヘヤ", "へ U+3078", "ヘ U+30D8"),
            ("傾\u{200b}聴", "傾聴", "U+200B", "聴 U+8074"),
            ("傾聴\u{feff}", "傾聴", "U+FEFF", "none"),
            ("а", "a", "а U+0430", "a U+0061"),
        ] {
            assert_eq!(lookalike(wrong, known), Some((written.into(), meant.into())), "{wrong}");
        }
        assert_eq!(lookalike("傾聴", "傾聴"), None);
        assert_eq!(lookalike("ラポル", "ラポール"), None);
    }

    #[test]
    fn a_slip_of_the_finger_is_near() {
        assert_eq!(nearest("titel", ["title", "order"]), Some("title"));
        assert_eq!(nearest("ラポル", ["ラポール", "傾聴"]), Some("ラポール"));
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(nearest("genogram", ["title", "order"]), None);
        assert_eq!(nearest("m9", ["m1"]), None);
    }
}
