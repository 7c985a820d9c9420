//! Answers that were written under earlier ids (`was`), under the ids of now: as the browser does (`themes/default/scripts/answers/earlier.js`).

use std::collections::BTreeMap;

use super::file::MAX_OTHERS;
use super::{AnswerEntry, AnsweredSheet, Exported, OtherAnswer};

impl Exported {
    /// The same with the keys of now in the place of `earlier` ones. Of two entries of one answer the newer is kept, and the other beside it.
    #[must_use]
    pub fn with_current_keys(mut self, earlier: &BTreeMap<String, String>) -> Self {
        if earlier.is_empty() {
            return self;
        }
        let mut answers: Vec<AnsweredSheet> = Vec::new();
        for mut sheet in self.answers {
            if let Some(now) = earlier.get(&sheet.key) {
                sheet.key.clone_from(now);
            }
            match answers.iter_mut().find(|it| (&it.key, it.sheet) == (&sheet.key, sheet.sheet)) {
                Some(there) => there.join(sheet),
                None => answers.push(sheet),
            }
        }
        self.answers = answers;
        self
    }
}

impl AnsweredSheet {
    /// Takes in the answers of the same sheet under another key.
    fn join(&mut self, other: Self) {
        for (name, entry) in other.fields.0 {
            match self.fields.0.iter_mut().find(|(it, _)| *it == name) {
                Some((_, there)) => there.join(entry),
                None => self.fields.0.push((name, entry)),
            }
        }
        let labels =
            other.labels.0.into_iter().filter(|(name, _)| !self.labels.0.iter().any(|(it, _)| it == name));
        let labels: Vec<_> = labels.collect();
        self.labels.0.extend(labels);
        let words =
            other.words.0.into_iter().filter(|(name, _)| !self.words.0.iter().any(|(it, _)| it == name));
        let words: Vec<_> = words.collect();
        self.words.0.extend(words);
    }
}

impl AnswerEntry {
    /// Keeps the newer of two, and the other beside it.
    fn join(&mut self, other: Self) {
        let (mut newer, older) =
            if self.at >= other.at { (self.clone(), other) } else { (other, self.clone()) };
        let rev = newer.rev.max(older.rev);
        let beside = std::iter::once(OtherAnswer { value: older.value, at: older.at }).chain(older.others);
        for it in beside {
            let is_known =
                it.value == newer.value || newer.others.iter().any(|other| other.value == it.value);
            if !is_known && newer.others.len() < MAX_OTHERS {
                newer.others.push(it);
            }
        }
        *self = Self { rev, ..newer };
    }
}
