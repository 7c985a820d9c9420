//! The sentences of the command line, in Fluent, Japanese and English.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// The names of arguments that count things.
const NUMBERS: [&str; 12] = [
    "n", "count", "total", "errors", "warnings", "written", "removed", "left", "refused", "older", "people",
    "rows",
];

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

    /// As Fluent takes it.
    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
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
    tag: LanguageIdentifier,
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
        let mut sentences = Messages::empty(&language.identifier());
        for file in files {
            sentences.add(file);
        }
        sentences
    })
}

impl Messages {
    /// No sentence yet, in the language `tag`.
    #[must_use]
    pub fn empty(tag: &LanguageIdentifier) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.clone()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(placeholder));
        Self { tag: tag.clone(), bundle }
    }

    /// Adds the sentences of a Fluent file; later ones replace earlier ones. Returns what could not be parsed.
    pub fn add(&mut self, file: &str) -> Vec<String> {
        if let Some(line) = too_deep(file) {
            return vec![format!("line {line}: more than {MAX_NESTED} {{ and ( in one message")];
        }
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

    /// The language of mitate's own sentences that goes with them: English with any language but Japanese.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::of_locale(self.tag.language.as_str()).unwrap_or(Language::En)
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

    /// The plural form of each number from 0 to 102.
    #[must_use]
    pub fn plural_forms(&self) -> Vec<&'static str> {
        // The rules are those of the language, wherever it is spoken.
        let language = LanguageIdentifier::from_parts(self.tag.language, None, None, &[]);
        let Ok(forms) = PluralRules::create(language, PluralRuleType::CARDINAL) else { return Vec::new() };
        (0..=102_u32).map(|number| forms.select(number).map_or("other", |form| form_name(&form))).collect()
    }

    /// The sentence `key` for each plural form of the language, with `{$n}` where the number is. A script chooses the form.
    #[must_use]
    pub fn plurals(&self, key: &str) -> Vec<(&'static str, String)> {
        // The forms of whole numbers of every language are among those of these.
        let mut seen: Vec<(&str, String)> = Vec::new();
        for (number, form) in (0_u32..).zip(self.plural_forms()) {
            if seen.iter().any(|(known, _)| *known == form) {
                continue;
            }
            let values = ["n", "count", "total"].map(|name| (name, counted(name, number)));
            let Some(words) = self.format(key, &values.into_iter().collect()) else { break };
            seen.push((form, words));
        }
        seen
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

/// What marks a number that stays `{$name}` in the text: it only chooses the form.
const PLACEHOLDER: &str = "placeholder:";

/// `number` as an argument that chooses the form and is written as `{$name}`.
fn counted(name: &str, number: u32) -> FluentValue<'static> {
    let options =
        FluentNumberOptions { currency: Some(format!("{PLACEHOLDER}{name}")), ..Default::default() };
    FluentValue::Number(FluentNumber::new(number.into(), options))
}

/// Writes numbers that stay placeholders.
fn placeholder(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let name = number.options.currency.as_deref()?.strip_prefix(PLACEHOLDER)?;
    Some(format!("{{${name}}}"))
}

fn form_name(form: &PluralCategory) -> &'static str {
    match form {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// How many `{` and `(` one message of a Fluent file may hold. The parser goes one call deeper at each that is not closed.
const MAX_NESTED: usize = 500;

/// The line at which a message has too many. All are counted, not only those that are open: only a parser can see what
/// closes one. Inside a message no line begins with a name and `=`.
fn too_deep(file: &str) -> Option<usize> {
    let mut nested = 0;
    for (number, line) in file.lines().enumerate() {
        let begins = |name: &str| name.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_name =
            |name: &str| name.trim_end().chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        if line.split_once('=').is_some_and(|(name, _)| begins(name.trim_start_matches('-')) && is_name(name))
        {
            nested = 0;
        }
        nested += line.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count();
        if nested > MAX_NESTED {
            return Some(number + 1);
        }
    }
    None
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
    fn a_script_gets_the_words_of_every_plural_form() {
        let mut words = Messages::empty(&Language::En.identifier());
        words.add("places = { $n ->\n    [one] There may be { $n } place.\n   *[other] There may be { $n } places.\n }");
        let expected = [("other", "There may be {$n} places."), ("one", "There may be {$n} place.")];
        assert_eq!(words.plurals("places"), expected.map(|(form, words)| (form, words.to_owned())));
    }

    #[test]
    fn the_files_are_fluent() {
        for (language, files) in FILES {
            for file in files {
                assert_eq!(
                    Messages::empty(&language.identifier()).add(file),
                    [] as [String; 0],
                    "{language:?}"
                );
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
