//! From the answer files of practitioners to a panel: who agreed, what they answered at their first attempt, and why.
//!
//! Nothing of a person is taken but the answers. Only a first attempt that was compared counts: later ones were written after the panel
//! was read, and an attempt that was compared never changes. So its hash knows a person again, in whatever file the attempt is.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::AskedCourse;
use crate::answers::{AnswerValue, AnsweredSheet, Exported};
use crate::field::FieldKind;
use crate::field::consent::CONSENTED;
use crate::model::{Course, Kind, Panel, PanelSource, WEIGHTS};

/// An exercise whose answers can become a panel, and what was found for it.
pub struct PanelAsked<'c> {
    /// Its id.
    pub id: &'c str,
    /// Its fields of the kind `consent`; without one nothing is taken.
    consents: Vec<&'c str>,
    rounds: Vec<&'c str>,
    /// The panel that the course has.
    known: Option<&'c Panel>,
    /// The answers of those who agreed and are not in the panel yet.
    found: BTreeMap<String, Vec<NewAnswer>>,
    /// How many attempts were left out because their person did not agree.
    pub without_consent: usize,
    /// How many were left out because the exercise asks for no consent.
    pub unasked: usize,
}

/// An answer that becomes part of a panel.
struct NewAnswer {
    round: String,
    weigh: i64,
    why: String,
    /// Whether the reason looks like personal data and is left out.
    is_personal: bool,
}

impl<'c> PanelAsked<'c> {
    /// Every exercise of `course` that weighs information.
    #[must_use]
    pub fn all(course: &'c Course) -> Vec<Self> {
        let asked = course.of_kind(Kind::Exercise).filter_map(|document| {
            let exercise = document.exercise()?;
            let weighed = exercise.task.kind().weighed()?;
            let consents = exercise.common.fields.iter().filter(|field| *field.kind == FieldKind::Consent);
            Some(Self {
                id: &document.id,
                consents: consents.map(|field| &*field.id.name).collect(),
                rounds: weighed.rounds.iter().map(|round| &*round.id.name).collect(),
                known: course.panel(&document.id),
                found: BTreeMap::new(),
                without_consent: 0,
                unasked: 0,
            })
        });
        asked.collect()
    }

    /// Takes what `file` answers to it.
    pub fn take(&mut self, file: &Exported, course: &AskedCourse) {
        let key = format!("exercise/{}", self.id);
        let attempts = file.answers.iter().filter(|sheet| sheet.key == key && is_whole(sheet));
        let Some(first) = attempts.min_by_key(|sheet| sheet.sheet) else { return };
        let answers: Vec<NewAnswer> =
            self.rounds.iter().filter_map(|round| new_answer(first, round, course)).collect();
        if answers.is_empty() {
            return;
        }
        let is_ticked = |id: &&str| value(first, id).is_some_and(|it| it.has(CONSENTED));
        if self.consents.is_empty() {
            self.unasked += 1;
        } else if self.consents.iter().all(is_ticked) {
            self.found.insert(token(first), answers);
        } else {
            self.without_consent += 1;
        }
    }

    /// Whether anything was found for it.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        !self.found.is_empty() || self.without_consent > 0 || self.unasked > 0
    }

    /// Whether the course's panel was written by its authors: collected answers are not mixed with it.
    #[must_use]
    pub fn has_example(&self) -> bool {
        self.known.is_some_and(|panel| panel.source == PanelSource::Example)
    }

    /// How many people the panel has already.
    #[must_use]
    pub fn known(&self) -> usize {
        self.known.map_or(0, |panel| panel.people.len())
    }

    /// Those who agreed and are not in the panel yet.
    fn newcomers(&self) -> impl Iterator<Item = (&String, &Vec<NewAnswer>)> {
        let is_known = |token: &str| {
            let people = self.known.iter().flat_map(|panel| &panel.people);
            people.filter_map(|person| person.token.as_ref()).any(|known| &**known == token)
        };
        self.found.iter().filter(move |(token, _)| !is_known(token))
    }

    /// How many people come to the panel.
    #[must_use]
    pub fn added(&self) -> usize {
        self.newcomers().count()
    }

    /// How many reasons of those who come to it are left out, because they look like personal data.
    #[must_use]
    pub fn personal(&self) -> usize {
        self.newcomers().flat_map(|(_, answers)| answers).filter(|answer| answer.is_personal).count()
    }

    /// The text of the panel, which was `before`: what is there stays as it is, and the new people come behind it. `None` if `before` does
    /// not end with its people.
    #[must_use]
    pub fn text(&self, before: Option<&str>) -> Option<String> {
        let begin = "# yaml-language-server: $schema=../.schema/panel.json\nsource: collected\npeople:\n";
        let mut out = before.unwrap_or(begin).trim_end().to_owned();
        let indent = before.map_or(Some("  "), indent_of_people)?;
        for (token, answers) in self.newcomers() {
            let _ = write!(out, "\n{indent}- from: \"{token}\"\n{indent}  answers:");
            for NewAnswer { round, weigh, why, is_personal } in answers {
                let _ = write!(out, "\n{indent}    - {{ round: \"{round}\", weigh: {weigh}");
                if !why.is_empty() && !is_personal {
                    // A string of JSON is one of YAML.
                    let _ = write!(out, ", why: {}", serde_json::Value::from(markdown(why)));
                }
                out.push_str(" }");
            }
        }
        out.push('\n');
        Some(out)
    }
}

/// The indentation of the people, if they are what the text ends with.
fn indent_of_people(text: &str) -> Option<&str> {
    let mut lines = text.lines().skip_while(|line| line.trim_end() != "people:").skip(1).peekable();
    let is_person = |line: &&str| line.trim_start().starts_with("- ");
    let first = *lines.peek().filter(|line| is_person(line))?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let is_inside = |line: &str| line.is_empty() || line.starts_with([' ', '#', '-']);
    lines.all(is_inside).then_some(indent)
}

/// Whether an attempt is finished: it was compared, or it comes from paper, where nothing can be compared.
fn is_whole(sheet: &AnsweredSheet) -> bool {
    let is_compared = value(sheet, "@looked").is_some_and(|it| !it.is_blank());
    is_compared || !sheet.fields.0.iter().any(|(name, _)| name.starts_with('@'))
}

fn value<'f>(sheet: &'f AnsweredSheet, name: &str) -> Option<&'f AnswerValue> {
    sheet.fields.get(name).map(|entry| &entry.value)
}

fn new_answer(sheet: &AnsweredSheet, round: &str, course: &AskedCourse) -> Option<NewAnswer> {
    let AnswerValue::Text(stored) = value(sheet, &format!("weigh.{round}"))? else { return None };
    let weigh = WEIGHTS.iter().find(|(_, value, _)| value == stored)?.0;
    let why = match value(sheet, &format!("why.{round}")) {
        Some(AnswerValue::Text(why)) => why.trim().to_owned(),
        _ => String::new(),
    };
    let is_personal = course.personal.as_ref().is_some_and(|rules| rules.is_in_answer(&why, ""));
    Some(NewAnswer { round: round.to_owned(), weigh, why, is_personal })
}

/// What an attempt is known by again: a hash of its answers and of their moments.
fn token(sheet: &AnsweredSheet) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| {
        hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
    };
    let is_own = |name: &str| name.starts_with("weigh.") || name.starts_with("why.");
    let mut fields: Vec<_> = sheet.fields.0.iter().filter(|(name, _)| is_own(name)).collect();
    fields.sort_by(|one, other| one.0.cmp(&other.0));
    for (name, entry) in fields {
        part(name);
        part(&entry.at);
        if let AnswerValue::Text(text) = &entry.value {
            part(text);
        }
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// Words as Markdown that shows just these words, a paragraph for each line.
fn markdown(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        for sign in line.chars() {
            // Of all signs that mean something, only those in the middle of words and numbers stay without a backslash.
            let is_plain =
                !sign.is_ascii_punctuation() || matches!(sign, ',' | '\'' | '"' | '?' | ';' | '/' | '%');
            if !is_plain {
                out.push('\\');
            }
            if sign == '《' {
                // Else a word before it would have a reading.
                out.push_str("<!-- -->");
            }
            out.push(sign);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{indent_of_people, markdown};

    #[test]
    fn people_are_added_only_where_the_text_ends_with_them() {
        assert_eq!(
            indent_of_people("source: collected\npeople:\n  - from: a\n    answers: []\n"),
            Some("  ")
        );
        assert_eq!(indent_of_people("people:\n- from: a\n  answers: []\n\n# more\n"), Some(""));
        assert_eq!(indent_of_people("people:\n  - from: a\nsource: collected\n"), None);
        assert_eq!(indent_of_people("people: [{ answers: [] }]\n"), None);
        assert_eq!(indent_of_people("source: collected\n"), None);
    }

    #[test]
    fn words_are_escaped_and_lines_are_paragraphs() {
        assert_eq!(markdown("1. *a* [[b]]\n\n  <i>c"), "1\\. \\*a\\* \\[\\[b\\]\\]\n\n\\<i\\>c");
        assert_eq!(markdown("昼、12時15分"), "昼、12時15分");
    }
}
