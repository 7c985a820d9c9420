//! Every character of a text can be seen by its readers. Characters that an organisation made for itself, or that a font of a word
//! processor has for its bullets, are boxes or blanks on other computers; control characters come from copying, and are nothing.

use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;

/// The first character of each kind is reported: where there is one, there are often many.
pub(super) fn odd_characters(
    document: &Document,
    text: &str,
    context: &CheckContext,
    out: &mut Vec<Diagnostic>,
) {
    // What cannot be read is reported as that.
    if document.content.is_none() {
        return;
    }
    let writing = context.locale.rules.writing.as_ref();
    let is_rtl = writing.is_some_and(|it| it.direction.word() == "rtl");
    let mut seen: Vec<&str> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(kind) = kind(c).filter(|kind| !(is_rtl && *kind == "direction")) else { continue };
        if !seen.contains(&kind) {
            seen.push(kind);
            let span = super::text_span(document, &(at..at + c.len_utf8()));
            let name = format!("U+{:04X}", u32::from(c));
            out.push(Diagnostic::new(Code::OddCharacter, span).with("what", kind).with("name", name));
        }
    }
}

/// What is odd about a character.
fn kind(c: char) -> Option<&'static str> {
    match c {
        // Nearly all characters of nearly all texts.
        ' '..='~' | '\u{2070}'..='\u{d7ff}' | '\t' | '\n' | '\r' => None,
        '\u{fffd}' => Some("replacement"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some("private"),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("direction")
        }
        '\u{2028}' | '\u{2029}' => Some("control"),
        c if c.is_control() => Some("control"),
        _ => None,
    }
}
