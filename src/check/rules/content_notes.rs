//! A case that speaks of self-harm, abuse or violence says so before it begins.
//!
//! Readers have their own histories. A note lets them choose the time, or leave the case out.

use super::text_span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;
use crate::yaml::Text;

const WORDS: &[&str] = &[
    "自殺",
    "自死",
    "希死念慮",
    "死にたい",
    "自傷",
    "リストカット",
    "虐待",
    "性暴力",
    "性被害",
    "家庭内暴力",
    "体罰",
    "殴ら",
    "殴る",
    "殴っ",
    "首を吊",
];

pub(super) fn content_notes(document: &Document, text: &str, _: &[Text], out: &mut Vec<Diagnostic>) {
    let Some(case) = document.case() else { return };
    if !case.content_notes.is_empty() {
        return;
    }
    let first = WORDS.iter().filter_map(|word| text.find(word).map(|at| (at, *word))).min();
    if let Some((at, word)) = first {
        let place = text_span(document, &(at..at + word.len()));
        out.push(Diagnostic::new(Code::MissingContentNote, place).with("word", word));
    }
}
