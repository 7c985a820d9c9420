//! Texts as they are compared: what people and programs change without meaning it makes no difference.

use unicode_normalization::UnicodeNormalization as _;

use super::found::is_invisible;

/// `text` without blanks, in one width and with one kind of circle and cross, and without readings in 《》.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut is_reading = false;
    for sign in text.nfkc() {
        match sign {
            '《' => is_reading = true,
            '》' => is_reading = false,
            _ if is_reading || sign.is_whitespace() || is_invisible(sign) => {}
            _ => plain.push(one_shape(sign)),
        }
    }
    plain
}

/// The signs that look the same are one: marks are typed as letters, as numbers, as mathematics.
fn one_shape(sign: char) -> char {
    match sign {
        '〇' | '◯' | '⭕' => '○',
        '⦿' | '◉' => '◎',
        '✕' | '✖' | '╳' | '❌' => '×',
        '▵' | '🔺' => '△',
        '−' | '‐' | '‑' | '–' | '—' => '-',
        _ => sign,
    }
}

/// Digits and signs in one width.
pub(super) fn narrow(text: &str) -> String {
    text.nfkc().filter(|sign| !is_invisible(*sign)).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (a, b) in [
            ("〇", "○"),
            ("◯ はい", "○はい"),
            ("漢字《かんじ》", "漢字"),
            ("Ａ１", "A1"),
            ("本人\n から", "本人から"),
            ("ｶﾅ", "カナ"),
        ] {
            assert_eq!(plain(a), plain(b));
        }
        assert_ne!(plain("△"), plain("○"));
    }
}
