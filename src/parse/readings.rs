//! The words whose reading is shown where a page first uses them: those of `wording.yaml`, and the terms of the glossary.
//!
//! They are found while a text is parsed, so that no page looks for them. Which use is the first on a page is known when the page is
//! rendered.

use std::ops::Range;
use std::sync::Arc;

use crate::locale::{Locale, TermFinder, is_ideograph, is_part};
use crate::model::{Content, Document, ReadWord};

/// Words with their readings, ready to look for.
#[derive(Debug)]
pub struct WordReadings {
    words: Vec<ReadWord>,
    finder: Option<TermFinder>,
    /// The hash of all of them.
    pub hash: blake3::Hash,
}

impl WordReadings {
    /// The words of `documents`, the glossary and `wording.yaml`; none in a language without readings.
    #[must_use]
    pub fn new(documents: &[Option<Arc<Document>>], locale: &Locale) -> Self {
        let has_readings = locale.rules.writing.as_ref().is_some_and(|it| it.readings);
        let mut words: Vec<ReadWord> = Vec::new();
        for document in documents.iter().flatten().filter(|_| has_readings) {
            match &document.content {
                Some(Content::Glossary(it)) => words.extend(it.terms.iter().filter_map(|term| {
                    let reading = Arc::clone(&term.reading.as_ref()?.0);
                    Some(ReadWord { word: Arc::clone(&term.term.value.0), reading })
                })),
                Some(Content::Wording(it)) => words.extend(it.readings.iter().map(|it| ReadWord {
                    word: Arc::clone(&it.word.value.0),
                    reading: Arc::clone(&it.reading.value.0),
                })),
                _ => {}
            }
        }
        words.retain(|it| it.word.contains(is_ideograph) && it.word != it.reading);
        // Of two readings of one word the first counts.
        words.sort_by(|a, b| b.word.len().cmp(&a.word.len()).then_with(|| a.word.cmp(&b.word)));
        words.dedup_by(|a, b| a.word == b.word);
        let mut hasher = blake3::Hasher::new();
        for ReadWord { word, reading } in &words {
            hasher.update(word.as_bytes()).update(&[0]).update(reading.as_bytes()).update(&[0]);
        }
        let finder = TermFinder::new(words.iter().map(|it| &*it.word), false);
        Self { finder: (!words.is_empty()).then_some(finder), words, hash: hasher.finalize() }
    }

    /// The words in `text`, with their places. A word of ideographs within a longer one may be read otherwise, and is left out.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a ReadWord)> {
        let found = self.finder.iter().flat_map(|finder| finder.find(text));
        found.filter_map(|(index, at)| (!is_part(text, &at, is_ideograph)).then(|| (at, &self.words[index])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Piece};
    use crate::parse::{parse_source, parse_with};
    use crate::source::Source;
    use crate::theme::default_locale;

    fn source(path: &str, text: &str) -> Source {
        Source { path: Arc::from(path), text: Arc::from(text), hash: blake3::hash(text.as_bytes()) }
    }

    /// The words that are marked in the text of a case, and that text parsed without readings.
    fn marked(text: &str) -> Vec<String> {
        let locale = default_locale("ja");
        let rules = "readings:\n  - { word: 主訴, reading: しゅそ }\n  - { word: 人, reading: ひと }\n";
        let rules = parse_source(&source("wording.yaml", rules), &locale).document;
        let readings = WordReadings::new(&[rules], &locale);
        let case = source("cases/a.md", &format!("---\ntitle: 例\n---\n{text}\n"));
        let with = parse_with(&case, &locale, Some(&readings)).document.unwrap();
        let without = parse_source(&case, &locale).document.unwrap();
        assert_eq!(with.kind, Kind::Case);
        let ids = |it: &Document| it.body.sentences.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!((ids(&with), &with.body.plain), (ids(&without), &without.body.plain));
        let starts = with.body.pieces.iter().filter_map(|piece| match piece {
            Piece::WordStart(index) => Some(with.body.read_words[*index as usize].word.to_string()),
            _ => None,
        });
        starts.collect()
    }

    #[test]
    fn words_are_marked_in_texts_only_and_change_neither_sentences_nor_plain_words() {
        assert_eq!(marked("主訴を控える。人が来た。主訴だ。"), ["主訴", "人", "主訴"]);
        assert_eq!(marked("**主訴**と[主訴](#a)。\n\n- 主訴\n\n## 主訴 {#a}"), ["主訴", "主訴", "主訴"]);
        let none: [&str; 0] = [];
        assert_eq!(
            marked("本人と人口。`主訴`と｜主訴《しゅそ》、また主訴。\n\n```\n主訴\n```\n\n![主訴](a.png)"),
            none
        );
    }
}
