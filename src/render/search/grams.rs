//! Grams: pairs of neighbouring characters that are no punctuation, and single Han characters. The signs that are part of names
//! such as C++ and Q&A are characters too.

use crate::model::normalise;

/// A gram: its first character in the upper half, its second, or 0, in the lower. Their order is that of their texts.
pub(super) type Gram = u64;

/// Calls `take` for every gram of `text`, as often as it occurs.
pub(super) fn grams(text: &str, mut take: impl FnMut(Gram)) {
    let mut before: Option<char> = None;
    normalise(text, |c| {
        let is_han = is_han(c);
        let indexed = is_han || is_indexed(c);
        if let Some(before) = before.filter(|_| indexed) {
            take(gram(before) | c as Gram);
        }
        if is_han {
            take(gram(c));
        }
        before = indexed.then_some(c);
    });
}

fn gram(first: char) -> Gram {
    (first as Gram) << 32
}

/// The gram as text.
pub(super) fn text_of(gram: Gram) -> impl Iterator<Item = char> {
    [gram >> 32, gram & 0xffff_ffff]
        .into_iter()
        .filter(|&code| code != 0)
        .filter_map(|code| char::from_u32(u32::try_from(code).ok()?))
}

/// FNV-1a over the gram's bytes, modulo the number of shards.
pub(super) fn shard_of(gram: Gram, count: usize) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    let mut bytes = [0; 4];
    for c in text_of(gram) {
        for byte in c.encode_utf8(&mut bytes).bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash as usize % count.max(1)
}

fn is_indexed(c: char) -> bool {
    match c {
        'ぁ'..='ゖ' | 'ー' => true,
        '\u{0}'..='\u{7f}' => c.is_ascii_alphanumeric() || matches!(c, '+' | '&' | '#'),
        c => c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c),
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{2e80}'..='\u{2fd5}' | '々' | '〇' | '\u{3021}'..='\u{3029}'
        | '\u{3038}'..='\u{303b}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_do_not_span_punctuation() {
        let mut found = Vec::new();
        grams("自己、決定", |gram| found.push(text_of(gram).collect::<String>()));
        assert_eq!(found, ["自", "自己", "己", "決", "決定", "定"]);
    }

    #[test]
    fn the_signs_of_names_are_in_grams() {
        let mut found = Vec::new();
        grams("C++, Q&A", |gram| found.push(text_of(gram).collect::<String>()));
        assert_eq!(found, ["c+", "++", "q&", "&a"]);
    }
}
