//! `glossary.yaml`: terms.

use super::Kind;
use crate::record;
use crate::yaml::{At, Id, Named, Rich, Text, To};

record! {
    /// The terms of the course: `glossary.yaml`.
    pub struct Glossary {
        /// The terms, in any order: the page sorts them by reading.
        terms "terms": Vec<Term>,
    }
}

record! {
    /// A term.
    pub struct Term {
        /// Its id.
        id "id": Id,
        /// The term, as `[[…]]` names it.
        term "term": At<Text>,
        /// Its reading in hiragana: terms are sorted by it.
        reading "reading": Option<Text>,
        /// Its English name.
        en "en": Option<Text>,
        /// Other spellings that `[[…]]` may use.
        also "also": Vec<At<Text>>,
        /// What it means, in one to three sentences.
        definition "definition": Rich,
        /// Related terms.
        see "see": Vec<To<Term>>,
    }
}

impl Named for Term {
    const KIND: Kind = Kind::Term;
}
