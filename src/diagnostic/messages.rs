//! The sentences of the command line, in Fluent, Japanese and English.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The names of arguments that count things.
const NUMBERS: [&str; 7] = ["n", "count", "total", "errors", "warnings", "written", "removed"];

/// A language that mitate speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Language {
    /// `ja` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of a locale name such as `ja_JP.UTF-8` or `en`; `None` for any other.
    #[must_use]
    pub fn of_locale(name: &str) -> Option<Self> {
        match name.get(..2)? {
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// Sentences in one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// The sentences of the command line in `language`.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    static JA: OnceLock<Messages> = OnceLock::new();
    static EN: OnceLock<Messages> = OnceLock::new();
    let (cell, files) = match language {
        Language::Ja => (&JA, [include_str!("messages/ja.ftl"), include_str!("messages/cli-ja.ftl")]),
        Language::En => (&EN, [include_str!("messages/en.ftl"), include_str!("messages/cli-en.ftl")]),
    };
    cell.get_or_init(|| {
        let mut sentences = Messages::empty(language);
        for file in files {
            sentences.add(file);
        }
        sentences
    })
}

impl Messages {
    /// No sentence yet.
    #[must_use]
    pub fn empty(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        Self { language, bundle }
    }

    /// Adds the sentences of a Fluent file; later ones replace earlier ones. Returns what could not be parsed.
    pub fn add(&mut self, file: &str) -> Vec<String> {
        let (resource, faults) = match FluentResource::try_new(file.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, faults)) => {
                // Faults come in the order of the file.
                let (mut counted, mut line) = (0, 1);
                let mut line_of = |at: usize| {
                    line += file.get(counted..at).map_or(0, |between| between.matches('\n').count());
                    counted = at.max(counted);
                    line
                };
                let faults = faults.iter().map(|fault| (line_of(fault.pos.start), fault));
                (resource, faults.map(|(line, fault)| format!("line {line}: {fault}")).collect())
            }
        };
        self.bundle.add_resource_overriding(resource);
        faults
    }

    /// Their language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence `key` with `arguments`; the key itself if there is none, so that nothing is ever blank.
    #[must_use]
    pub fn text(&self, key: &str, arguments: &[(&'static str, String)]) -> String {
        self.find(key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// The sentence `key`, or `key.attribute`, with `arguments`, if there is one. The arguments named in [`NUMBERS`]
    /// are numbers, which choose plurals; every other one is text.
    #[must_use]
    pub fn find(&self, key: &str, arguments: &[(&'static str, String)]) -> Option<String> {
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            let is_number = NUMBERS.contains(name);
            values.set(*name, if is_number { FluentValue::try_number(value) } else { value.as_str().into() });
        }
        self.format(key, &values)
    }

    /// As [`Self::find`], with arguments already made.
    #[must_use]
    pub fn format(&self, key: &str, values: &FluentArgs<'_>) -> Option<String> {
        let pattern = match key.split_once('.') {
            None => self.bundle.get_message(key)?.value()?,
            Some((key, attribute)) => self.bundle.get_message(key)?.get_attribute(attribute)?.value(),
        };
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(values), &mut faults).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    const FILES: [(Language, [&str; 2]); 2] = [
        (Language::Ja, [include_str!("messages/ja.ftl"), include_str!("messages/cli-ja.ftl")]),
        (Language::En, [include_str!("messages/en.ftl"), include_str!("messages/cli-en.ftl")]),
    ];

    #[test]
    fn the_files_are_fluent() {
        for (language, files) in FILES {
            for file in files {
                assert_eq!(Messages::empty(language).add(file), [] as [String; 0], "{language:?}");
            }
        }
    }

    #[test]
    fn every_code_has_its_sentences_in_both_languages() {
        for (language, _) in FILES {
            for code in Code::ALL {
                for part in ["", ".hint", ".why", ".bad", ".good"] {
                    let key = format!("{}{part}", code.name());
                    assert!(messages(language).find(&key, &[]).is_some(), "{language:?} {key}");
                }
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let keys = |files: [&str; 2]| {
            let lines = files.join("\n");
            let keys = lines.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
            let mut keys: Vec<String> =
                keys.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect();
            keys.sort();
            keys
        };
        // Help texts are English in the program itself.
        let ja: Vec<String> = keys(FILES[0].1).into_iter().filter(|key| !key.starts_with("help-")).collect();
        assert_eq!(ja, keys(FILES[1].1));
    }
}
