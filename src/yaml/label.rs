//! The words of a label: plain text of one line, with readings (`｜漢字《かんじ》`) where they are shown.

use std::ops::Deref;
use std::sync::Arc;

use serde_json::Value as Json;
use tera::Value;

use super::shapes::report_markup;
use super::{Decoder, Node, RichWriter, Schemas, Shape, Text, Visitor};
use crate::diagnostic::Code;
use crate::html::{escape, escaped, ruby_end};

/// A label. It is its words without readings; [`Label::html`] and [`Label::parts`] have the readings too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    text: Text,
    html: Arc<str>,
    parts: Arc<[LabelPart]>,
}

/// Words of a label, with their reading if they have one.
pub type LabelPart = (Text, Option<Text>);

impl Label {
    /// The label that is written `marked`.
    fn new(marked: &str) -> Self {
        let (mut plain, mut html) = (String::new(), String::new());
        let parts = parts(marked);
        for &(words, reading) in &parts {
            plain.push_str(words);
            let Some(reading) = reading else {
                escape(words, &mut html);
                continue;
            };
            html.push_str("<ruby>");
            escape(words, &mut html);
            ruby_end(reading, &mut html);
        }
        let part = |(words, reading): (&str, Option<&str>)| {
            (Text(Arc::from(words)), reading.map(|it| Text(Arc::from(it))))
        };
        let parts = parts.into_iter().filter(|(words, _)| !words.is_empty()).map(part).collect();
        Self { text: Text(Arc::from(plain)), html: Arc::from(html), parts }
    }

    /// The words in order, each with its reading if it has one.
    #[must_use]
    pub fn parts(&self) -> &[LabelPart] {
        &self.parts
    }

    /// The words with their readings.
    #[must_use]
    pub fn html(&self) -> Value {
        Value::safe_string(&self.html)
    }
}

impl Deref for Label {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<Text> for Label {
    fn from(text: Text) -> Self {
        let html = Arc::from(escaped(&text));
        let parts = if text.is_empty() { Arc::default() } else { Arc::from([(text.clone(), None)]) };
        Self { text, html, parts }
    }
}

impl Shape for Label {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let label = Self::new(&Text::word(node, decoder)?.with_quotes(decoder));
        report_markup(&label, Code::PlainMarkup, node, decoder);
        Some(label)
    }
    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.text.visit(visitor);
    }
    fn schema(schemas: &mut Schemas) -> Json {
        Text::schema(schemas)
    }
    fn view(&self, writer: &dyn RichWriter) -> Value {
        self.text.view(writer)
    }
    fn marked_view(&self) -> Option<Value> {
        Some(self.html())
    }
}

/// The words of `text` in order, each with its reading if it has one.
fn parts(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, words, reading, after)) = next(rest) {
        found.extend([(before, None), (words, Some(reading))]);
        rest = after;
    }
    found.push((rest, None));
    found
}

/// What is before the first reading in `text`, its words, the reading, and what is behind it.
fn next(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (open, _) = text.match_indices('《').next()?;
    let bar = text[..open].rfind('｜')?;
    let words = &text[bar + '｜'.len_utf8()..open];
    let inside = &text[open + '《'.len_utf8()..];
    let reading = &inside[..inside.find('》')?];
    let is_one = !words.is_empty() && !reading.is_empty() && !reading.contains(['｜', '《']);
    is_one.then(|| (&text[..bar], words, reading, &inside[reading.len() + '》'.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_its_words_and_shows_their_readings() {
        let label = Label::new("｜困《こま》っている「こと」<｜体《からだ》>");
        assert_eq!(&*label, "困っている「こと」<体>");
        let ruby = |words: &str, reading: &str| {
            format!("<ruby>{words}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>")
        };
        let html = format!("{}っている「こと」&lt;{}&gt;", ruby("困", "こま"), ruby("体", "からだ"));
        assert_eq!(&*label.html, html);
        for plain in ["はい", "｜", "《声》", "｜声《", "｜《こえ》", "声《こえ》"] {
            assert_eq!(&*Label::new(plain), plain);
        }
    }
}
