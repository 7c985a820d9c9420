//! What the desk says of places, as the client has them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;

use serde_json::{Value as Json, json};

use super::courses::Courses;
use super::position::Places;
use crate::desk::AuthorDesk;
use crate::diagnostic::{Diagnostic, Messages, Severity, hint, message};
use crate::source::{Span, WrittenPlaces};

/// One thing that is wrong, as the protocol has it.
pub(super) fn problem(diagnostic: &Diagnostic, sentences: &Messages, shown: &mut ShownTexts<'_>) -> Json {
    let said = message(diagnostic, sentences);
    let said = match hint(diagnostic, sentences) {
        Some(hint) => format!("{said}\n{hint}"),
        None => said,
    };
    let mut problem = json!({
        "range": shown.range(&diagnostic.span),
        "severity": if diagnostic.severity() == Severity::Error { 1 } else { 2 },
        "code": diagnostic.code.name(),
        "source": "mitate",
        "message": said,
    });
    if let Some(related) = &diagnostic.related {
        let own = sentences.find(&format!("{}.related", diagnostic.code.name()), &diagnostic.arguments);
        let said = own.unwrap_or_else(|| sentences.text("related-here", &[]));
        problem["relatedInformation"] = json!([{ "location": shown.location(related), "message": said }]);
    }
    problem
}

/// The texts of a course as the client has them, to lead from places of the desk to its places.
pub(super) struct ShownTexts<'a> {
    courses: &'a Courses,
    desk: &'a AuthorDesk,
    known: HashMap<String, ShownText<'a>>,
}

struct ShownText<'a> {
    text: Cow<'a, str>,
    written: WrittenPlaces,
}

impl<'a> ShownTexts<'a> {
    pub(super) fn new(courses: &'a Courses, desk: &'a AuthorDesk) -> Self {
        Self { courses, desk, known: HashMap::new() }
    }

    fn text(&mut self, path: &str) -> &ShownText<'a> {
        let (courses, desk) = (self.courses, self.desk);
        self.known.entry(path.to_owned()).or_insert_with(|| {
            let file = desk.folder().join(path);
            let text: Cow<'a, str> = match courses.text(&file) {
                Some(text) => Cow::Borrowed(text),
                // A file may be written otherwise than it is read: with a byte-order mark, with letters in parts.
                None => match fs::read_to_string(&file) {
                    Ok(text) if text != desk.sources().text(path) => Cow::Owned(text),
                    _ => Cow::Borrowed(desk.sources().text(path)),
                },
            };
            ShownText { written: WrittenPlaces::new(&text), text }
        })
    }

    /// The range of a place.
    pub(super) fn range(&mut self, span: &Span) -> Json {
        let encoding = self.courses.encoding;
        let ShownText { text, written } = self.text(&span.path);
        let byte = |at: u32| written.written(at) as usize;
        Places::new(text, encoding).shown(&(byte(span.start)..byte(span.end)))
    }

    /// The range of some bytes of the text at `path`.
    pub(super) fn bytes(&mut self, path: &str, range: &std::ops::Range<usize>) -> Json {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.range(&Span::new(&path.into(), byte(range.start), byte(range.end)))
    }

    /// A place with the address of its file.
    pub(super) fn location(&mut self, span: &Span) -> Json {
        json!({ "uri": self.courses.address(self.desk, &span.path), "range": self.range(span) })
    }

    /// The byte of a position in the text at `path`.
    pub(super) fn offset(&mut self, path: &str, position: &Json) -> Option<usize> {
        let encoding = self.courses.encoding;
        let ShownText { text, written } = self.text(path);
        let at = u32::try_from(Places::new(text, encoding).offset(position)?).ok()?;
        Some(written.settled(at) as usize)
    }
}
