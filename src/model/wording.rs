//! `wording.yaml`: how the course spells its words, and how hard ones are read.

use super::Kind;
use crate::record;
use crate::yaml::{At, Text};

record! {
    /// The words of the course: `wording.yaml`.
    pub struct Wording {
        /// Words that the course does not use, each with the one that it uses instead.
        wording "wording": Vec<WordingRule>,
        /// Words whose reading is shown where a page first uses them. Terms of the glossary have theirs there.
        readings "readings": Vec<WordReading>,
    }
}

record! {
    /// A word that the course does not use.
    pub struct WordingRule {
        /// The word.
        avoid "avoid": At<Text>,
        /// The word that is used instead.
        instead "use": At<Text>,
        /// The reason, shown with every finding.
        why "why": Option<Text>,
        /// Files and folders in which the word is right, such as `cases/morning.md` or `modules/90-authoring`.
        except "except": Vec<At<Text>>,
        /// Other forms of the word, such as `asked` of `ask`. Each begins as the word does, up to where the two words differ; in English only if these are spellings of one word.
        forms "forms": Vec<At<Text>>,
    }
}

record! {
    /// A word with its reading.
    pub struct WordReading {
        /// The word, with at least one ideograph.
        word "word": At<Text>,
        /// Its reading in kana.
        reading "reading": At<Text>,
    }
}

/// How many characters two spellings of one word begin with.
const SAME_START: usize = 3;

impl Wording {
    /// The id of the one document of its kind.
    pub const ID: &str = Kind::Wording.word();
}

impl WordingRule {
    /// What is written instead of `form`: the part in which `avoid` and `use` differ changes, its ending stays. `None` if the form
    /// does not begin with that part. Where blanks separate words (`is_spaced`), another word has other endings, but for a
    /// plural with `s`: then it is `use` as it is.
    #[must_use]
    pub fn inflected(&self, form: &str, is_spaced: bool) -> Option<String> {
        let (avoid, instead) = (&**self.avoid, &**self.instead);
        let is_other_word =
            avoid.chars().zip(instead.chars()).take_while(|(a, b)| a == b).count() < SAME_START;
        if is_spaced && is_other_word {
            let is_plural = form.strip_suffix('s').is_some_and(|it| it == avoid);
            return Some(format!("{instead}{}", if is_plural { "s" } else { "" }));
        }
        let shared = avoid.chars().rev().zip(instead.chars().rev()).take_while(|(a, b)| a == b);
        let ending: usize = shared.map(|(c, _)| c.len_utf8()).sum();
        let stem = &avoid[..avoid.len() - ending];
        let rest = form.strip_prefix(stem).filter(|_| !stem.is_empty())?;
        Some([&instead[..instead.len() - ending], rest].concat())
    }

    /// Whether the word is right in the file at `path`.
    #[must_use]
    pub fn allows(&self, path: &str) -> bool {
        self.except.iter().any(|except| covers(except, path))
    }
}

/// Whether `except` is the file at `path`, or a folder that it is in.
#[must_use]
pub fn covers(except: &str, path: &str) -> bool {
    let rest = path.strip_prefix(except.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
