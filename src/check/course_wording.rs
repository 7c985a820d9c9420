//! Finds the words that `wording.yaml` says to avoid.
//!
//! A word within the one that is used instead is right: 計画 in サービス等利用計画, if the rule says so.

use std::ops::Range;
use std::sync::Arc;

use crate::locale::{TermFinder, is_part};
use crate::model::{Document, WordingRule};
use crate::source::Span;

/// The rules of `wording.yaml`, ready to look for.
#[derive(Debug)]
pub struct CourseWording {
    rules: Vec<WordingRule>,
    /// What is looked for, the longest first: the number of its rule, and what is written instead; `None` where the word is right.
    words: Vec<(usize, Option<String>)>,
    finder: Option<TermFinder>,
    is_spaced: bool,
    path: Arc<str>,
    /// The hash of the file.
    pub hash: blake3::Hash,
}

/// A word to avoid, in a text.
#[derive(Debug)]
pub struct WordFound<'a> {
    /// Its place.
    pub at: Range<usize>,
    /// What is written instead.
    pub instead: String,
    /// Its rule.
    pub rule: &'a WordingRule,
    /// The place of the rule.
    pub rule_at: Span,
}

impl CourseWording {
    /// The rules of `document`. Blanks separate the words of the course if it `is_spaced`.
    #[must_use]
    pub fn new(document: Option<&Document>, is_spaced: bool) -> Self {
        let rules = document.and_then(Document::wording).map_or(&[][..], |it| &it.wording).to_vec();
        let mut words: Vec<(String, usize, Option<String>)> = Vec::new();
        for (number, rule) in rules.iter().enumerate() {
            let avoided = std::iter::once(&rule.avoid).chain(&rule.forms);
            let pairs = avoided.filter_map(|form| Some((form.to_string(), rule.inflected(form, is_spaced)?)));
            for (form, instead) in pairs {
                if instead.contains(&form) {
                    words.push((instead.clone(), number, None));
                }
                words.push((form, number, Some(instead)));
            }
        }
        words.sort_by_key(|(word, ..)| std::cmp::Reverse(word.len()));
        let finder =
            (!words.is_empty()).then(|| TermFinder::new(words.iter().map(|(word, ..)| &**word), is_spaced));
        Self {
            rules,
            words: words.into_iter().map(|(_, number, instead)| (number, instead)).collect(),
            finder,
            is_spaced,
            path: document.map_or_else(|| Arc::from(""), |it| Arc::clone(&it.path)),
            hash: document.map_or(blake3::Hash::from_bytes([0; 32]), |it| it.own_hash),
        }
    }

    /// The words in `text`, the file at `path`, that have to be others.
    pub fn find<'a>(&'a self, path: &'a str, text: &'a str) -> impl Iterator<Item = WordFound<'a>> {
        let found = self.finder.iter().flat_map(|finder| finder.find(text));
        found.filter_map(move |(word, at)| {
            let (number, instead) = &self.words[word];
            let rule = &self.rules[*number];
            let is_right = rule.allows(path) || !self.is_spaced && is_part(text, &at, is_latin);
            let instead = instead.as_ref().filter(|_| !is_right)?;
            let instead = capitalised(&text[at.clone()], instead);
            let rule_at = Span::new(&self.path, rule.avoid.at.start, rule.avoid.at.end);
            Some(WordFound { at, instead, rule, rule_at })
        })
    }
}

/// Whether `c` is joined with others of its kind to one Latin word, an id for one.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// `instead` with a capital, if `found` has one where `instead` has none.
fn capitalised(found: &str, instead: &str) -> String {
    let mut letters = instead.chars();
    match letters.next() {
        Some(first) if found.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => instead.to_owned(),
    }
}
