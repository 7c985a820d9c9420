//! The search index: bigrams in shards, loaded by script tags, so that it works from a folder without a server.
//!
//! 1. every page with a text, and every term of the glossary, is one entry;
//! 2. its text is normalised ([`normalise`], the same as in `scripts/search/normalise.js`, held together by
//!    `tests/shared/normalise.json`) and cut into grams: pairs of characters, and single Han characters;
//! 3. a gram's postings — the entries that hold it — lie in the shard that its hash names;
//! 4. the text of each entry lies in a file of its own: results show the passage, and are verified on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use crate::model::{Body, Course, Document, Kind};
use crate::theme::Theme;
use crate::yaml::{Range, Visitor};

/// One thing that can be found.
struct Entry {
    url: String,
    title: String,
    kind: &'static str,
    section: String,
    text: String,
}

/// The index of a course.
pub(super) struct SearchIndex {
    entries: Vec<Entry>,
    shards: Vec<BTreeMap<String, String>>,
}

/// The documents that can be found: those with a page and a text of their own.
fn found(course: &Course) -> impl Iterator<Item = &Arc<Document>> {
    const KINDS: [Kind; 7] =
        [Kind::Module, Kind::Page, Kind::Case, Kind::Role, Kind::Principle, Kind::Process, Kind::Worksheet];
    course.documents.iter().filter(|document| KINDS.contains(&document.kind))
}

/// How many entries the index of `course` has.
pub(super) fn entry_count(course: &Course) -> usize {
    found(course).count() + course.terms().len()
}

/// How many shards an index of so many entries has: a shard stays within some tens of kilobytes.
pub(super) fn shard_count(entries: usize) -> usize {
    entries.div_ceil(4).clamp(1, 1024)
}

impl SearchIndex {
    /// Makes the index.
    pub(super) fn new(course: &Course, theme: &Theme) -> Self {
        let entries = entries(course, theme);
        let grams: Vec<BTreeMap<String, bool>> = entries.par_iter().map(grams_of_entry).collect();
        let mut postings: BTreeMap<String, Vec<(usize, bool)>> = BTreeMap::new();
        for (number, grams) in grams.into_iter().enumerate() {
            for (gram, in_title) in grams {
                postings.entry(gram).or_default().push((number, in_title));
            }
        }
        let mut shards = vec![BTreeMap::new(); shard_count(entries.len())];
        let count = shards.len();
        for (gram, postings) in postings {
            shards[shard_of(&gram, count)].insert(gram, written(&postings));
        }
        Self { entries, shards }
    }

    /// `search/meta.js`.
    pub(super) fn meta(&self) -> String {
        call("meta", &[json!({ "pages": self.entries.len(), "shards": self.shards.len() })])
    }

    /// `search/shard-K.js`.
    pub(super) fn shard(&self, number: usize) -> String {
        call("shard", &[json!(number), json!(self.shards.get(number))])
    }

    /// `search/text-N.js`.
    pub(super) fn text(&self, number: usize) -> String {
        let Some(entry) = self.entries.get(number) else { return String::new() };
        let value =
            json!({ "u": entry.url, "t": entry.title, "k": entry.kind, "s": entry.section, "x": entry.text });
        call("text", &[json!(number), value])
    }
}

fn call(name: &str, arguments: &[serde_json::Value]) -> String {
    let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    format!("mitateSearch.{name}({});\n", arguments.join(","))
}

fn entries(course: &Course, theme: &Theme) -> Vec<Entry> {
    let sections: BTreeMap<&str, &str> =
        course.modules.iter().map(|module| (&*module.id, module.title())).collect();
    let pages = found(course).map(|document| {
        let module = document.id.split('/').next().unwrap_or_default();
        let section = match document.kind {
            Kind::Page => sections.get(module).copied().unwrap_or_default().to_owned(),
            Kind::Module => String::new(),
            kind => theme.words.text(&format!("shelf-{}", kind.word()), &[]),
        };
        Entry {
            url: document.url().unwrap_or_default(),
            title: document.title().to_owned(),
            kind: document.kind.word(),
            section,
            text: text_of(document),
        }
    });
    let glossary = theme.words.text("shelf-glossary", &[]);
    let terms = course.terms().iter().map(|term| {
        let names =
            term.also.iter().map(|also| &***also).chain(term.reading.as_deref()).chain(term.en.as_deref());
        let names: Vec<&str> = names.collect();
        Entry {
            url: format!("glossary/index.html#{}", &*term.id),
            title: term.term.to_string(),
            kind: Kind::Term.word(),
            section: glossary.clone(),
            text: tidy(&format!("{}\n{}", names.join(" "), term.definition.body.plain_text())),
        }
    });
    pages.chain(terms).collect()
}

/// Every text of a document but its title.
fn text_of(document: &Document) -> String {
    struct Texts<'d>(String, &'d str);
    impl<'a> Visitor<'a> for Texts<'_> {
        fn body(&mut self, body: &'a Body, _: Range) {
            self.0.push_str(&body.plain_text());
            self.0.push('\n');
        }
        fn reference(&mut self, _: Kind, _: &'a str, _: Range) {}
        fn text(&mut self, text: &'a str) {
            if text != self.1 {
                self.0.push_str(text);
                self.0.push('\n');
            }
        }
    }
    let mut texts = Texts(String::new(), document.title());
    document.visit(&mut texts);
    tidy(&texts.0)
}

/// A text in one line.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form in which texts and queries are compared: NFKC, lower case, hiragana, single spaces.
pub(crate) fn normalise(text: &str) -> String {
    let folded = text.nfkc().flat_map(char::to_lowercase).map(|c| match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        c => c,
    });
    tidy(&folded.collect::<String>())
}

fn is_indexed(c: char) -> bool {
    c.is_alphanumeric() || c == 'ー' || unicode_normalization::char::is_combining_mark(c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fd5}' | '々' | '〇' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303b}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The grams of an entry, and whether each is in the title.
fn grams_of_entry(entry: &Entry) -> BTreeMap<String, bool> {
    let mut grams: BTreeMap<String, bool> = BTreeMap::new();
    for text in [&entry.text, &entry.section] {
        grams.extend(grams_of(text).into_iter().map(|gram| (gram, false)));
    }
    grams.extend(grams_of(&entry.title).into_iter().map(|gram| (gram, true)));
    grams
}

fn grams_of(text: &str) -> BTreeSet<String> {
    let normal = normalise(text);
    let mut grams = BTreeSet::new();
    let mut before: Option<char> = None;
    for c in normal.chars() {
        let indexed = is_indexed(c);
        if let Some(before) = before.filter(|_| indexed) {
            grams.insert([before, c].iter().collect());
        }
        if is_han(c) {
            grams.insert(c.to_string());
        }
        before = indexed.then_some(c);
    }
    grams
}

/// FNV-1a over the gram's bytes, modulo the number of shards.
fn shard_of(gram: &str, count: usize) -> usize {
    let hash =
        gram.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % count.max(1)
}

/// Postings as text: differences in base 36, a difference of one left out, `!` behind an entry with the gram in its title.
fn written(postings: &[(usize, bool)]) -> String {
    let mut out = String::new();
    let mut last = None;
    for &(number, in_title) in postings {
        if last.is_some() {
            out.push(',');
        }
        match last.map_or(number, |last| number - last) {
            1 if last.is_some() => {}
            step => push_base_36(step, &mut out),
        }
        if in_title {
            out.push('!');
        }
        last = Some(number);
    }
    out
}

fn push_base_36(mut number: usize, out: &mut String) {
    let mut digits = Vec::new();
    loop {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
        number /= 36;
        if number == 0 {
            break;
        }
    }
    for digit in digits.into_iter().rev() {
        let _ = write!(out, "{}", char::from(digit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normalising_follows_the_table_that_the_scripts_follow() {
        let table = include_str!("../../tests/shared/normalise.json");
        let rows: Vec<(String, String)> = serde_json::from_str(table).unwrap();
        assert!(rows.len() > 10);
        for (input, expected) in rows {
            assert_eq!(normalise(&input), expected, "{input:?}");
        }
    }

    #[test]
    fn postings_are_differences() {
        assert_eq!(written(&[(5, false), (6, false), (9, true)]), "5,,3!");
        assert_eq!(written(&[(0, true), (40, false)]), "0!,14");
    }

    #[test]
    fn grams_do_not_span_punctuation() {
        let grams = grams_of("自己、決定");
        assert!(grams.contains("自己") && grams.contains("決定") && grams.contains("自"));
        assert!(!grams.contains("己、") && !grams.contains("己決"));
    }
}
