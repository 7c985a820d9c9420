//! Postings: for each gram the entries that hold it, and where.
//!
//! Most grams are in few entries, and are written as lists of them: `5,,3!`. A gram in many entries is written as a set, in
//! fewer bytes: `=` and six entries a character, then for each [`GramPlace`] but the text its sign and the list of its entries.

use rustc_hash::FxHashMap;

use super::grams::Gram;

/// Where in an entry a gram is; of several places the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GramPlace {
    /// In its title.
    Title,
    /// In its subtitle, another name or a heading.
    Head,
    /// In what everyone reads.
    Text,
    /// In what is shown only after an attempt, or in a later stage of a case.
    Later,
}

/// The places with a sign; the text has none.
const SIGNED: [(GramPlace, char); 3] =
    [(GramPlace::Title, '!'), (GramPlace::Head, ';'), (GramPlace::Later, '?')];

impl GramPlace {
    fn of(number: usize) -> Self {
        [Self::Title, Self::Head, Self::Text, Self::Later][number & 3]
    }

    fn sign(self) -> Option<char> {
        SIGNED.iter().find(|(place, _)| *place == self).map(|(_, sign)| *sign)
    }
}

/// The entries that hold one gram.
#[derive(Default)]
pub(super) struct Postings {
    /// Of each entry the difference from the one before, times four, and the place of the gram: seven bits a byte, the
    /// lowest first, the eighth set where more follow.
    steps: Vec<u8>,
    last: usize,
}

impl Postings {
    /// Adds an entry, whose number is not less than those before; the last one again changes nothing.
    pub(super) fn add(&mut self, number: usize, place: GramPlace) {
        if !self.steps.is_empty() && self.last == number {
            return;
        }
        let mut step = (number - self.last) * 4 + place as usize;
        while step >= 0x80 {
            self.steps.push(low_bits(step, 0x7f) | 0x80);
            step >>= 7;
        }
        self.steps.push(low_bits(step, 0x7f));
        self.last = number;
    }

    /// The entries, each with the place of the gram.
    fn entries(&self) -> impl Iterator<Item = (usize, GramPlace)> {
        let (mut number, mut step, mut bits) = (0, 0, 0);
        self.steps.iter().filter_map(move |byte| {
            step |= usize::from(byte & 0x7f) << bits;
            bits += 7;
            (byte & 0x80 == 0).then(|| {
                number += step / 4;
                let place = GramPlace::of(step);
                (step, bits) = (0, 0);
                (number, place)
            })
        })
    }

    /// What the file says, in the way that is shorter: a list has about a character for each byte here, if not more.
    pub(super) fn written(&self) -> String {
        if self.steps.len() > self.last / 6 + 2 {
            return self.set();
        }
        let mut list = list(self.entries());
        list.shrink_to_fit();
        list
    }

    fn set(&self) -> String {
        let mut sixes = vec![0_u8; self.last / 6 + 1];
        for (number, _) in self.entries() {
            sixes[number / 6] |= 1 << (number % 6);
        }
        let mut out = String::from("=");
        out.extend(sixes.into_iter().map(|six| char::from(SIXES[usize::from(six)])));
        for (place, sign) in SIGNED {
            let there: Vec<_> = self.entries().filter(|(_, it)| *it == place).collect();
            if !there.is_empty() {
                out.push(sign);
                out.push_str(&list(there.into_iter().map(|(number, _)| (number, GramPlace::Text))));
            }
        }
        out
    }
}

/// A character for each set of six entries.
const SIXES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Differences in base 36, a difference of one left out, behind each entry the sign of the place.
fn list(entries: impl Iterator<Item = (usize, GramPlace)>) -> String {
    let mut out = String::new();
    let mut last = None;
    for (number, place) in entries {
        match last {
            Some(last) => {
                out.push(',');
                if number - last != 1 {
                    push_base_36(number - last, &mut out);
                }
            }
            None => push_base_36(number, &mut out),
        }
        out.extend(place.sign());
        last = Some(number);
    }
    out
}

fn push_base_36(number: usize, out: &mut String) {
    if number >= 36 {
        push_base_36(number / 36, out);
    }
    out.push(char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]));
}

fn low_bits(number: usize, mask: u8) -> u8 {
    number.to_le_bytes()[0] & mask
}

/// Postings by gram.
pub(super) type PostingsTable = FxHashMap<Gram, Postings>;

/// A number with its bits well spread.
pub(super) fn mixed(number: u64) -> u64 {
    let product = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ (product >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[(usize, GramPlace)]) -> String {
        let mut postings = Postings::default();
        for &(number, place) in rows {
            postings.add(number, place);
        }
        postings.written()
    }

    #[test]
    fn postings_of_many_are_a_set() {
        let all = |places: &[(usize, GramPlace)]| -> String {
            let place =
                |number| places.iter().find(|(it, _)| *it == number).map_or(GramPlace::Text, |(_, it)| *it);
            written(&(0..18).map(|number| (number, place(number))).collect::<Vec<_>>())
        };
        assert_eq!(all(&[]), "=___");
        assert_eq!(all(&[(0, GramPlace::Title), (5, GramPlace::Title)]), "=___!0,5");
        assert_eq!(all(&[(0, GramPlace::Later), (5, GramPlace::Head), (6, GramPlace::Head)]), "=___;5,?0");
        assert_eq!(written(&[(0, GramPlace::Text), (100, GramPlace::Text)]), "0,2s");
    }

    #[test]
    fn postings_are_differences() {
        use GramPlace::{Head, Later, Text, Title};
        assert_eq!(written(&[(5, Text), (6, Text), (9, Title)]), "5,,3!");
        assert_eq!(written(&[(0, Title), (0, Later), (40, Text)]), "0!,14");
        assert_eq!(written(&[(1, Head), (1297, Later)]), "1;,100?");
    }
}
