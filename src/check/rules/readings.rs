//! Readings that can be shown above their words: kana above ideographs, one reading for a word.

use std::collections::HashMap;

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::is_ideograph;
use crate::model::{Content, Course, Document, Kind, Wording};
use crate::source::Sources;
use crate::yaml::Range;

/// Each reading by itself.
pub(super) fn readings(document: &Document, _: &str, context: &CheckContext, out: &mut Vec<Diagnostic>) {
    let has_readings = context.locale.rules.writing.as_ref().is_some_and(|it| it.readings);
    let mut report = |what: &str, at: Range, word: &str, reading: &str| {
        let it = Diagnostic::new(Code::ReadingRule, span(document, at)).with("what", what);
        out.push(it.with("word", word).with("reading", reading));
    };
    match &document.content {
        Some(Content::Wording(wording)) => {
            for it in &wording.readings {
                if !has_readings {
                    return report("language", it.word.at, &it.word, &it.reading);
                }
                if !it.word.contains(is_ideograph) {
                    report("plain", it.word.at, &it.word, &it.reading);
                }
                if !it.reading.chars().all(is_kana) {
                    report("kana", it.reading.at, &it.word, &it.reading);
                }
            }
        }
        Some(Content::Glossary(glossary)) if has_readings => {
            for term in &glossary.terms {
                let Some(reading) = term.reading.as_ref().filter(|it| !it.chars().all(is_kana)) else {
                    continue;
                };
                report("kana", term.term.at, &term.term, reading);
            }
        }
        _ => {}
    }
}

/// No word has two readings, here or in the glossary.
pub(super) fn read_twice(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    let Some(document) = course.find(Kind::Wording, Wording::ID) else { return };
    let glossary = course.find(Kind::Glossary, "glossary");
    let terms = course.terms().iter().filter_map(|term| Some((term, term.reading.as_ref()?)));
    let terms: HashMap<&str, (Range, &str)> =
        terms.map(|(term, reading)| (&**term.term, (term.term.at, &**reading))).collect();
    let mut seen: HashMap<&str, Range> = HashMap::new();
    for it in document.wording().into_iter().flat_map(|it| &it.readings) {
        let twice = Diagnostic::new(Code::ReadingRule, span(document, it.word.at)).with("what", "twice");
        let twice = twice.with("word", &**it.word).with("reading", &**it.reading);
        let in_glossary = terms.get(&**it.word).filter(|(_, reading)| *reading != &**it.reading);
        if let Some(first) = seen.insert(&it.word, it.word.at) {
            out.push(twice.related(span(document, first)));
        } else if let (Some((at, _)), Some(glossary)) = (in_glossary, glossary) {
            out.push(twice.related(span(glossary, *at)));
        }
    }
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | ' ' | '　')
}
