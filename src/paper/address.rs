//! Where an answer is on a paper: the names that Word and Excel can hold for the name that the answer is stored under.
//!
//! A slot is named by the name of its answer: `wish`, `decisions.2.who`. A check box is one option of a slot: `way=letter`. Word takes
//! that as a tag if it is short; a bookmark must be letters and digits, so it is a code. The code also contains the key of the form, and
//! who reads a paper computes the codes of all names of the form.

use std::fmt;
use std::str::FromStr;

/// The name of the document property that a [`Mark`] is in.
pub const PROPERTY: &str = "mitate";

/// The most characters that Word allows in a tag.
const LONGEST_TAG: usize = 64;

/// The digits of a code. Word does not distinguish case in bookmarks.
const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// What is between the name of an answer and the id of one of its options.
pub const OPTION: char = '=';

/// The code of `name` in the form `key`: `m_` and ten base-32 digits.
///
/// The hash is FNV-1a with 64 bits, of `KEY NAME`; the code is its 50 upper bits. `themes/default/scripts/papers/address.js` computes the
/// same, and `tests/shared/paper-codes.json` holds both.
#[must_use]
pub fn code(key: &str, name: &str) -> String {
    let bytes = key.bytes().chain([b' ']).chain(name.bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let digit = |at: u32| char::from(DIGITS[(hash >> (59 - 5 * at) & 31) as usize]);
    ["m_".to_owned(), (0..10).map(digit).collect()].concat()
}

/// The tag of `name` in the form `key`: the name itself, or its code if Word would cut it.
#[must_use]
pub fn tag(key: &str, name: &str) -> String {
    if name.len() > LONGEST_TAG { code(key, name) } else { name.to_owned() }
}

/// What a paper says of itself, in a property that is not shown: which form of which course it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The id of the course.
    pub course: String,
    /// The key of the form, such as `worksheet/cf-sheet`.
    pub key: String,
    /// The name of the variant; empty if the form is in its own words.
    pub variant: String,
    /// The revision of the form; 0 if it has none.
    pub revision: u32,
    /// Which copy of the form it is, from 1.
    pub sheet: u32,
}

/// `mitate-basic worksheet/ws-support-plan easy 2 1`; `-` for no variant.
impl fmt::Display for Mark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variant = if self.variant.is_empty() { "-" } else { &self.variant };
        write!(out, "{} {} {variant} {} {}", self.course, self.key, self.revision, self.sheet)
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let [course, key, variant, revision, sheet] =
            text.split_whitespace().collect::<Vec<_>>().try_into().map_err(|_| ())?;
        let number = |text: &str| text.parse::<u32>().map_err(|_| ());
        let variant = if variant == "-" { "" } else { variant };
        Ok(Self {
            course: course.into(),
            key: key.into(),
            variant: variant.into(),
            revision: number(revision)?,
            sheet: number(sheet)
                .and_then(|sheet| if (1..=9999).contains(&sheet) { Ok(sheet) } else { Err(()) })?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_shared_table() {
        let table = include_str!("../../tests/shared/paper-codes.json");
        let rows: Vec<[String; 3]> = serde_json::from_str(table).expect("it is JSON");
        for [key, name, expected] in rows {
            assert_eq!(code(&key, &name), expected, "{key} {name}");
        }
    }

    #[test]
    fn a_tag_that_word_would_cut_is_a_code() {
        let long = "a".repeat(65);
        assert_eq!(tag("worksheet/a", "wish"), "wish");
        assert_eq!(tag("worksheet/a", &long), code("worksheet/a", &long));
    }

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        for variant in ["", "easy"] {
            let mark = Mark {
                course: "mitate-basic".into(),
                key: "worksheet/ws-support-plan".into(),
                variant: variant.into(),
                revision: 2,
                sheet: 3,
            };
            assert_eq!(mark.to_string().parse(), Ok(mark));
        }
        for none in ["", "a b c", "a b - x 1", "a b - 1 0", "a b - 1 1 more"] {
            assert_eq!(none.parse::<Mark>(), Err(()), "{none}");
        }
    }
}
