//! A language tag (BCP 47), such as `ja` or `en-GB`, in its usual spelling.

use std::ops::Deref;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::yaml::{Decoder, Node, RichWriter, Schemas, Shape, Text};

/// The codes of languages of two letters (ISO 639-1).
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl \
    km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os \
    pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk \
    ur uz ve vi vo wa wo xh yi yo za zh zu";

/// What languages call themselves: those that families in schools of Japan and Europe speak most.
const OWN_NAMES: [(&str, &str); 33] = [
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bn", "বাংলা"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fil", "Filipino"),
    ("fr", "Français"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("lo", "ລາວ"),
    ("mn", "Монгол"),
    ("my", "မြန်မာ"),
    ("ne", "नेपाली"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("si", "සිංහල"),
    ("so", "Soomaali"),
    ("th", "ไทย"),
    ("tl", "Tagalog"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
];

/// The language of a course. It need not be one that there are words for: the theme knows which it has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// Whether it is the tag of a language, in its usual spelling. A code of two letters is a listed one: `jp` and `cn` are countries.
    #[must_use]
    pub fn is_known(text: &str) -> bool {
        let code = text.split('-').next().unwrap_or_default();
        Self::is_usual(text) && (code.len() == 3 || LANGUAGES.split(' ').any(|it| it == code))
    }

    /// Whether its lines run from right to left.
    #[must_use]
    pub fn is_from_the_right(&self) -> bool {
        self.identifier().character_direction() == CharacterDirection::RTL
    }

    /// The language's own name for itself; the tag if that is not known.
    #[must_use]
    pub fn own_name(&self) -> &str {
        let name = |tag: &str| OWN_NAMES.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name);
        self.chain().find_map(name).unwrap_or(self)
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
        json!({ "type": ["string", "number", "boolean"], "pattern": "\\S", "examples": ["ja", "en", "en-GB", "en-US"] })
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
        for (tag, is_known) in [
            ("pt-BR", true),
            ("zh-Hans", true),
            ("fil", true),
            ("jp", false),
            ("easyy", false),
            ("pt-br", false),
        ] {
            assert_eq!(LanguageTag::is_known(tag), is_known, "{tag}");
        }
        assert!(LanguageTag::new("ar").is_from_the_right() && !LanguageTag::new("ja").is_from_the_right());
        assert_eq!(LanguageTag::new("pt-BR").own_name(), "Português");
        assert_eq!(LanguageTag::new("xal").own_name(), "xal");
    }
}
