//! No word of a YAML value is lost in silence: documents of unique words, in every construct that YAML has and authors type by
//! accident. Every word is in the document that was read, or a diagnostic is at its place.

use std::fmt::Write as _;
use std::sync::Arc;

use mitate::diagnostic::{Code, Diagnostic, Severity};
use mitate::parse::{Parsed, parse_source};
use mitate::source::Source;
use mitate::theme::default_locale;
use proptest::prelude::*;

/// What is written after a key, with a place `@` for each word. A line after the first is indented as the key's value is.
const VALUES: [&str; 58] = [
    " @",
    " @ @",
    " @ #@",
    " @ #@ @",
    " @#@",
    " @ # memo",
    " #@",
    "",
    ":@",
    "@",
    "：@",
    "　@",
    " @：@",
    " @:@",
    " @: @",
    " \"@ #@\"",
    " \"@\" @",
    " \"@\" #@",
    " \"@",
    " '@''@'",
    " '@' #@",
    " \"@\\n@\"",
    " \"@\\u0041@\"",
    " \"@\n  @\"",
    " '@\n  @'",
    " @\n  @",
    " @ #@\n  @",
    " @\n  #@\n  @",
    " @\n@",
    " |\n  @\n  @",
    " |\n  @ #@",
    " |-\n  @\n\n  @",
    " |+\n  @\n",
    " | @\n  @",
    " | #@\n  @",
    " >\n  @\n  @",
    " >-\n  @\n\n  @",
    " > @\n  @",
    " |2\n    @\n  @",
    " &@ @",
    " *@",
    " !@ @",
    " !!str @",
    " <<@>>",
    " [@, @]",
    " [@, @",
    " [@] @",
    " { @: @ }",
    " {@}",
    " {@} @",
    " - @",
    " ? @",
    " %@",
    " `@`",
    " “@”",
    " @, @",
    " - @\n  - @",
    " @ --- @",
];

/// Lines among the entries of a list of terms, and what comes of an entry in it.
const LINES: [&str; 13] = [
    "  - { id: x@, term: @, definition: @ }",
    "  - { id: x@, term: @, definition: @ #@ }",
    "  - { id: x@, term: @, definition: @",
    "  - [@, @]",
    "  - @",
    "  -@",
    "  - id: x@\n    term: @\n    definition: @\n    definition: @",
    "  - id: x@\n    term: @\n    definition: @\n    @: @",
    "  - id: x@\n    term: @\n    <<: { definition: @ }",
    "---\nterms:\n  - { id: x@, term: @, definition: @ }",
    "...\n@: @",
    "terms:\n  - { id: x@, term: @, definition: @ }",
    "@: @",
];

/// `text` with another word in each place.
fn with_words(text: &str, number: &mut usize) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c == '@' {
            *number += 1;
            let _ = write!(out, "w{number}");
        } else {
            out.push(c);
        }
    }
    out
}

/// An entry of a list of terms with that value in one of its keys.
fn entry(key: usize, value: &str, number: &mut usize) -> String {
    *number += 1;
    let mut out = format!("  - id: t{number}\n");
    for (index, name) in ["term", "reading", "definition"].into_iter().enumerate() {
        let value = if index == key { value } else { " @" };
        let value = value.replace('\n', "\n    ");
        let _ = writeln!(out, "    {name}:{}", with_words(&value, number));
    }
    out
}

/// The text of a document of these parts, each with the key that has the value, or no key for a line.
fn document(parts: &[(usize, Option<usize>)]) -> (String, Vec<std::ops::Range<usize>>, usize) {
    let (mut text, mut places, mut number) = ("terms:\n".to_owned(), Vec::new(), 100);
    for &(index, key) in parts {
        let start = text.len();
        let part = key.map(|key| entry(key, VALUES[index % VALUES.len()], &mut number));
        text.push_str(&part.unwrap_or_else(|| with_words(LINES[index % LINES.len()], &mut number) + "\n"));
        places.push(start..text.len());
    }
    (text, places, number)
}

/// The words that are neither in the document nor in the lines of a report.
fn lost(text: &str, places: &[std::ops::Range<usize>], last: usize) -> Vec<String> {
    let hash = blake3::hash(text.as_bytes());
    let source = Source { path: Arc::from("glossary.yaml"), text: Arc::from(text), hash };
    let Parsed { document, diagnostics } = parse_source(&source, &default_locale("ja"));
    let read = format!("{:?}", document.as_ref().map(|it| &it.content));
    // Of a document that cannot be read because of one place, the rest is read when that is corrected.
    let has_content = document.as_ref().is_some_and(|it| it.content.is_some());
    let is_unread = !has_content && diagnostics.iter().any(|it| it.severity() == Severity::Error);
    let words = (101..=last).map(|number| format!("w{number}"));
    let is_reported = |word: &str| {
        let at = text.find(word).unwrap();
        let place = places.iter().find(|place| place.contains(&at)).unwrap();
        let is_here = |it: &Diagnostic| {
            // All that is under a key that is not read is one place.
            let is_unread_key = matches!(it.code, Code::DuplicateKey | Code::UnknownKey);
            is_unread_key && (it.span.start as usize) < at
                || (it.span.start as usize) < place.end && place.start <= it.span.end as usize
        };
        is_unread || diagnostics.iter().any(is_here)
    };
    let is_word = |word: &String| text.contains(word.as_str());
    words.filter(is_word).filter(|word| !read.contains(word.as_str()) && !is_reported(word)).collect()
}

#[test]
fn no_word_of_any_value_is_lost_without_a_report() {
    let mut silent = Vec::new();
    let all = (0..VALUES.len()).flat_map(|index| (0..3).map(move |key| (index, Some(key))));
    for part in all.chain((0..LINES.len()).map(|index| (index, None))) {
        for parts in [vec![part], vec![(0, Some(0)), part, (0, Some(0))]] {
            let (text, places, last) = document(&parts);
            let gone = lost(&text, &places, last);
            if !gone.is_empty() {
                silent.push(format!("{text}loses {gone:?}"));
            }
        }
    }
    assert!(silent.is_empty(), "{}\n{}", silent.len(), silent.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_among_several_values(
        parts in prop::collection::vec((0..200_usize, prop::option::weighted(0.8, 0..3_usize)), 1..6)
    ) {
        let (text, places, last) = document(&parts);
        let gone = lost(&text, &places, last);
        prop_assert!(gone.is_empty(), "{}loses {:?}", text, gone);
    }
}
