//! Postings: for each gram the entries that hold it, kept as they will be written.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::{BuildHasherDefault, Hasher};

use super::grams::Gram;

/// The entries that hold one gram: differences in base 36, a difference of one left out, `!` behind an entry with the gram in
/// its title.
#[derive(Default)]
pub(super) struct Postings {
    written: String,
    last: usize,
}

impl Postings {
    /// Adds an entry, whose number is not less than those before; the last one again changes nothing.
    pub(super) fn add(&mut self, number: usize, in_title: bool) {
        let is_first = self.written.is_empty();
        if !is_first && self.last == number {
            return;
        }
        if !is_first {
            self.written.push(',');
        }
        match number - self.last {
            1 if !is_first => {}
            step => push_base_36(step, &mut self.written),
        }
        if in_title {
            self.written.push('!');
        }
        self.last = number;
    }

    /// What the file says.
    pub(super) fn into_written(mut self) -> String {
        self.written.shrink_to_fit();
        self.written
    }
}

fn push_base_36(number: usize, out: &mut String) {
    if number >= 36 {
        push_base_36(number / 36, out);
    }
    let _ = write!(out, "{}", char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]));
}

/// Postings by gram.
pub(super) type Table = HashMap<Gram, Postings, BuildHasherDefault<Mix>>;

/// A hash of one number: grams come from the author's own texts, so nothing has to be defended.
#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mixed(self.0 ^ number);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A number with its bits well spread.
pub(super) fn mixed(number: u64) -> u64 {
    let product = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ (product >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_differences() {
        let written = |rows: &[(usize, bool)]| {
            let mut postings = Postings::default();
            for &(number, in_title) in rows {
                postings.add(number, in_title);
            }
            postings.into_written()
        };
        assert_eq!(written(&[(5, false), (6, false), (9, true)]), "5,,3!");
        assert_eq!(written(&[(0, true), (0, false), (40, false)]), "0!,14");
        assert_eq!(written(&[(1, false), (1297, false)]), "1,100");
    }
}
