//! What the keys and values of a schema mean, in the language of the course.
//!
//! Records describe themselves in English. `words.json` has the Japanese of every sentence, and what each word that an author
//! chooses among means: its meanings in both languages, the beginning of the theme's keys for it, or `@` and the place of the same words.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::diagnostic::{Language, Messages};
use crate::theme::default_messages;

#[derive(Default, Deserialize)]
struct SchemaWords {
    /// The Japanese of each sentence.
    sentences: HashMap<String, String>,
    /// What the words of a key mean, under `Record.key`.
    values: HashMap<String, Meanings>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Meanings {
    /// In Japanese and in English.
    Given(HashMap<String, [String; 2]>),
    /// How the keys of the theme's words begin, or `@` and another place of this table.
    Elsewhere(String),
}

static TABLE: &str = include_str!("words.json");

static WORDS: LazyLock<SchemaWords> = LazyLock::new(|| serde_json::from_str(TABLE).unwrap_or_default());

/// Describes `schema` in `language`.
pub(super) fn describe(schema: &mut Json, language: Language) {
    let messages = default_messages(language.tag());
    let speaker = Speaker { language, messages: &messages };
    for (name, record) in schema["$defs"].as_object_mut().into_iter().flatten() {
        for (key, property) in record["properties"].as_object_mut().into_iter().flatten() {
            speaker.say_values(name, key, property);
        }
    }
    speaker.translate(schema);
}

struct Speaker<'m> {
    language: Language,
    messages: &'m Messages,
}

impl Speaker<'_> {
    /// Adds to the description of a property what the words mean that it takes.
    fn say_values(&self, record: &str, key: &str, property: &mut Json) {
        // All kinds of exercise are one record to an author.
        let record = record.split(':').next().unwrap_or(record);
        let items = property["items"]["enum"].as_array();
        let given = property["enum"].as_array().or(items).cloned();
        let constant = property.get("const").cloned();
        let words = given.unwrap_or_else(|| constant.into_iter().collect());
        let said: Vec<String> = words
            .iter()
            .filter_map(Json::as_str)
            .filter_map(|word| Some(self.pair(word, &self.meaning(record, key, word)?)))
            .collect();
        if said.is_empty() {
            return;
        }
        let sentence = self.sentence(property["description"].as_str().unwrap_or_default());
        let list = match self.language {
            Language::Ja => format!("{sentence}{}。", said.join("、")),
            Language::En => format!("{sentence} {}.", said.join(", ")),
        };
        property["description"] = list.trim().into();
    }

    fn pair(&self, word: &str, meaning: &str) -> String {
        match self.language {
            Language::Ja => format!("`{word}` {meaning}"),
            Language::En => format!("`{word}` ({meaning})"),
        }
    }

    fn meaning(&self, record: &str, key: &str, word: &str) -> Option<String> {
        let mut place = format!("{record}.{key}");
        loop {
            match WORDS.values.get(&place)? {
                Meanings::Given(given) => {
                    return given.get(word).map(|it| it[self.language as usize].clone());
                }
                Meanings::Elsewhere(other) => match other.strip_prefix('@') {
                    Some(other) => other.clone_into(&mut place),
                    None => return self.messages.find(&format!("{other}{word}"), &[]),
                },
            }
        }
    }

    fn sentence(&self, english: &str) -> String {
        match self.language {
            Language::Ja => WORDS.sentences.get(english).map_or(english, String::as_str).to_owned(),
            Language::En => english.to_owned(),
        }
    }

    /// Puts every description into the language.
    fn translate(&self, schema: &mut Json) {
        match schema {
            Json::Object(map) => {
                for (key, value) in map {
                    match value {
                        Json::String(text) if key == "description" => *text = self.sentence(text),
                        value => self.translate(value),
                    }
                }
            }
            Json::Array(items) => items.iter_mut().for_each(|it| self.translate(it)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every sentence of the schemas in English, and every place of a word to choose.
    fn all(schema: &Json, sentences: &mut BTreeSet<String>) {
        match schema {
            Json::Object(map) => {
                for (key, value) in map {
                    match value {
                        Json::String(text) if key == "description" => drop(sentences.insert(text.clone())),
                        value => all(value, sentences),
                    }
                }
            }
            Json::Array(items) => items.iter().for_each(|it| all(it, sentences)),
            _ => {}
        }
    }

    #[test]
    fn every_sentence_has_its_japanese_and_no_other_is_in_the_table() {
        let words: SchemaWords = serde_json::from_str(TABLE).unwrap();
        let mut said = BTreeSet::new();
        for (_, schema) in &super::super::undescribed() {
            all(schema, &mut said);
        }
        let known: BTreeSet<String> = words.sentences.keys().cloned().collect();
        let missing: Vec<_> = said.difference(&known).collect();
        let unused: Vec<_> = known.difference(&said).collect();
        assert!(missing.is_empty() && unused.is_empty(), "missing: {missing:#?}\nunused: {unused:#?}");
    }

    #[test]
    fn every_word_that_an_author_chooses_among_has_a_meaning_in_both_languages() {
        for language in [Language::Ja, Language::En] {
            let mut silent = Vec::new();
            for (_, mut schema) in super::super::undescribed() {
                describe(&mut schema, language);
                for (name, record) in schema["$defs"].as_object().unwrap() {
                    for (key, property) in record["properties"].as_object().into_iter().flatten() {
                        let items = property["items"]["enum"].as_array();
                        let words = property["enum"].as_array().or(items).into_iter().flatten();
                        let said = property["description"].as_str().unwrap_or_default();
                        let lacks = |word: &&Json| !said.contains(&format!("`{}`", word.as_str().unwrap()));
                        silent.extend(words.filter(lacks).map(|word| format!("{name}.{key}: {word}")));
                    }
                }
            }
            assert!(silent.is_empty(), "{language:?}: {silent:#?}");
        }
    }
}
