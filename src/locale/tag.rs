//! A language tag (BCP 47), such as `ja` or `en-GB`, in its usual spelling.

use std::ops::Deref;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use unic_langid::LanguageIdentifier;

use crate::yaml::{Decoder, Node, RichWriter, Schemas, Shape, Text};

/// The language of a course. It need not be one that there are words for: the theme knows which it has.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LanguageTag(Arc<str>);

impl LanguageTag {
    /// `text` in its usual spelling: `en-gb` is `en-GB`. What is no tag stays as it is.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let known = text.parse::<LanguageIdentifier>().ok().filter(|it| !it.language.is_empty());
        Self(known.map_or_else(|| Arc::from(text), |it| Arc::from(it.to_string())))
    }

    /// Whether it is a tag in its usual spelling.
    #[must_use]
    pub fn is_usual(text: &str) -> bool {
        let known = text.parse::<LanguageIdentifier>();
        known.is_ok_and(|it| !it.language.is_empty() && it == text)
    }

    /// The tag, and those it falls back to: `en-GB`, `en`.
    pub fn chain(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(&*self.0), |tag| Some(tag.rsplit_once('-')?.0))
    }

    /// As Fluent takes it, for plurals and numbers.
    #[must_use]
    pub fn identifier(&self) -> LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }
}

impl Deref for LanguageTag {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Shape for LanguageTag {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(Self::new(&Text::word(node, decoder)?))
    }
    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "string", "examples": ["ja", "en", "en-GB", "en-US"] })
    }
    fn view(&self, _: &dyn RichWriter) -> tera::Value {
        (&**self).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_its_usual_spelling_and_falls_back_to_shorter_ones() {
        assert_eq!(&*LanguageTag::new("EN-gb"), "en-GB");
        assert_eq!(
            LanguageTag::new("zh-hant-TW").chain().collect::<Vec<_>>(),
            ["zh-Hant-TW", "zh-Hant", "zh"]
        );
        assert_eq!(&*LanguageTag::new("Japanese!"), "Japanese!");
        assert!(
            LanguageTag::is_usual("en-GB")
                && !LanguageTag::is_usual("en-gb")
                && !LanguageTag::is_usual("x/y")
        );
    }
}
