//! Postings: for each gram the entries that hold it.
//!
//! Most grams are in few entries, and are written as lists of them: `5,,3!`. A gram in many entries is written as a set, in
//! fewer bytes: `=` and six entries a character, then `!` and the list of those that hold it in the title.

use rustc_hash::FxHashMap;

use super::grams::Gram;

/// The entries that hold one gram.
#[derive(Default)]
pub(super) struct Postings {
    /// Of each entry the difference from the one before, doubled, and one more if the gram is in its title: seven bits a
    /// byte, the lowest first, the eighth set where more follow.
    steps: Vec<u8>,
    last: usize,
}

impl Postings {
    /// Adds an entry, whose number is not less than those before; the last one again changes nothing.
    pub(super) fn add(&mut self, number: usize, in_title: bool) {
        if !self.steps.is_empty() && self.last == number {
            return;
        }
        let mut step = (number - self.last) * 2 + usize::from(in_title);
        while step >= 0x80 {
            self.steps.push(low_bits(step, 0x7f) | 0x80);
            step >>= 7;
        }
        self.steps.push(low_bits(step, 0x7f));
        self.last = number;
    }

    /// The entries, each with whether the gram is in its title.
    fn entries(&self) -> impl Iterator<Item = (usize, bool)> {
        let (mut number, mut step, mut bits) = (0, 0, 0);
        self.steps.iter().filter_map(move |byte| {
            step |= usize::from(byte & 0x7f) << bits;
            bits += 7;
            (byte & 0x80 == 0).then(|| {
                number += step / 2;
                let in_title = step % 2 == 1;
                (step, bits) = (0, 0);
                (number, in_title)
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
        if self.entries().any(|(_, in_title)| in_title) {
            out.push('!');
            let titled = self.entries().filter(|(_, in_title)| *in_title);
            out.push_str(&list(titled.map(|(number, _)| (number, false))));
        }
        out
    }
}

/// A character for each set of six entries.
const SIXES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Differences in base 36, a difference of one left out, `!` behind an entry with the gram in its title.
fn list(entries: impl Iterator<Item = (usize, bool)>) -> String {
    let mut out = String::new();
    let mut last = None;
    for (number, in_title) in entries {
        match last {
            Some(last) => {
                out.push(',');
                if number - last != 1 {
                    push_base_36(number - last, &mut out);
                }
            }
            None => push_base_36(number, &mut out),
        }
        if in_title {
            out.push('!');
        }
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

    #[test]
    fn postings_of_many_are_a_set() {
        let written = |numbers: &[usize], titles: &[usize]| {
            let mut postings = Postings::default();
            for number in numbers {
                postings.add(*number, titles.contains(number));
            }
            postings.written()
        };
        let all: Vec<usize> = (0..18).collect();
        assert_eq!(written(&all, &[]), "=___");
        assert_eq!(written(&all, &[0, 5]), "=___!0,5");
        assert_eq!(written(&[0, 2, 4, 6, 8, 10, 12], &[2]), "=VVB!2");
        assert_eq!(written(&[0, 100], &[]), "0,2s");
    }

    #[test]
    fn postings_are_differences() {
        let written = |rows: &[(usize, bool)]| {
            let mut postings = Postings::default();
            for &(number, in_title) in rows {
                postings.add(number, in_title);
            }
            postings.written()
        };
        assert_eq!(written(&[(5, false), (6, false), (9, true)]), "5,,3!");
        assert_eq!(written(&[(0, true), (0, false), (40, false)]), "0!,14");
        assert_eq!(written(&[(1, false), (1297, false)]), "1,100");
    }
}
