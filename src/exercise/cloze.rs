//! `cloze`: a text with blanks to fill in, from memory or from a bank of words.

use tera::Value;

use super::{Asked, Checker, ExerciseSheet, SheetPart, SheetShape, SheetText, TaskKind, drawn};
use crate::diagnostic::{Code, nearest};
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{Exact, Gapped, Id, Record as _, Rich, Shape as _, Text};

record! {
    /// A text with blanks.
    pub struct Cloze {
        /// The text, with `{{id}}` for each blank.
        text "text": Gapped,
        /// The blanks.
        blanks "blanks": Vec<Blank>,
        /// Words to choose from; none if learners write from memory.
        bank "bank": Vec<Text>,
        /// Whether the bank is shown in the order of the file. By default they are shuffled.
        keep_order "keep-order": bool,
    }
}

record! {
    /// A blank.
    pub struct Blank {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// The accepted answers; the first is shown.
        answers "answers": Vec<Exact>,
        /// Why. Shown only afterwards.
        because "because": Rich,
        /// A few words of help.
        hint "hint": Option<Rich>,
    }
}

impl Cloze {
    fn shown_bank(&self, page: &dyn Host) -> Value {
        let words = drawn(&self.bank, self.keep_order, page.exercise(), "bank", |word| word);
        words.into_iter().map(|word| word.view(page)).collect::<Vec<_>>().into()
    }
}

fn label(index: usize, page: &dyn Host) -> String {
    page.said("asked-blank", &[("n", (index + 1).to_string())])
}

impl TaskKind for Cloze {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(1, self.blanks.len(), "blanks", checker.head());
        let places = &self.text.0.body.blanks;
        let known: Vec<&str> = self.blanks.iter().map(|blank| &*blank.id.name).collect();
        for (index, place) in places.iter().enumerate() {
            let problem = if !known.contains(&&*place.id) {
                "undeclared"
            } else if places[..index].iter().any(|before| before.id == place.id) {
                "twice"
            } else {
                continue;
            };
            checker.report(Code::BlankMismatch, place.at, |it| {
                it.with("problem", problem).with("id", &*place.id).near(&place.id, known.iter().copied())
            });
        }
        let undeclared = places.iter().filter(|place| !known.contains(&&*place.id));
        let meant: Vec<&str> =
            undeclared.filter_map(|place| nearest(&place.id, known.iter().copied())).collect();
        for blank in &self.blanks {
            // A blank that a misspelt blank of the text meant is reported there.
            let is_placed = places.iter().any(|place| *place.id == *blank.id.name);
            if !is_placed && !meant.contains(&&*blank.id) {
                checker.report(Code::BlankMismatch, blank.id.at, |it| {
                    it.with("problem", "unplaced").with("id", &*blank.id)
                });
            }
            checker.at_least(1, blank.answers.len(), "answers", blank.id.at);
            let first = blank.answers.first().filter(|_| !self.bank.is_empty());
            if let Some(first) = first.filter(|first| !self.bank.contains(&first.0)) {
                checker.report(Code::BankWithoutAnswer, blank.id.at, |it| {
                    it.with("id", &*blank.id).with("answer", &**first)
                });
            }
        }
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![self.blanks.iter().map(|blank| &blank.id).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let blank = |(index, blank): (usize, &Blank)| {
            let answers: Vec<&str> = blank.answers.iter().map(|answer| &**answer).collect();
            let computed = [("label", label(index, page).into()), ("settled", answers.join("|").into())];
            blank.view_with(page, computed)
        };
        vec![
            ("bank", self.shown_bank(page)),
            ("blanks", self.blanks.iter().enumerate().map(blank).collect::<Vec<_>>().into()),
        ]
    }

    fn blank(&self, id: &str, page: &dyn Host) -> Option<Value> {
        let index = self.blanks.iter().position(|blank| &*blank.id == id)?;
        let blank = &self.blanks[index];
        let answers = self.blanks.iter().flat_map(|blank| &blank.answers);
        let longest = answers.map(|answer| answer.chars().count()).max().unwrap_or(0);
        let computed = [
            ("label", label(index, page).into()),
            // Wide enough for each answer, and the same for all blanks: a width says nothing about its answer.
            ("size", longest.clamp(6, 14).into()),
            ("bank", self.shown_bank(page)),
        ];
        Some(blank.view_with(page, computed))
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let blanks = self.blanks.iter().enumerate();
        blanks.map(|(index, blank)| Asked::new(&*blank.id, &label(index, page))).collect()
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let mut reads = vec![SheetText::Words(page.said("how-cloze", &[]))];
        if !self.bank.is_empty() {
            let words = drawn(&self.bank, self.keep_order, page.exercise(), "bank", |word| word);
            let words = words.into_iter().map(|word| word.to_string()).collect();
            reads.push(SheetText::Bank(page.said("bank", &[]), words));
        }
        let blanks = || self.blanks.iter().enumerate();
        let numbers = blanks().map(|(index, blank)| (blank.id.to_string(), (index + 1).to_string()));
        reads.push(SheetText::Gaps(&self.text, numbers.collect()));
        reads.extend(blanks().filter_map(|(index, blank)| {
            let of = page.said("hint-of", &[("label", label(index, page))]);
            Some(SheetText::Named(of, blank.hint.as_ref()?))
        }));
        vec![SheetPart::of(self.asked(page)).reading(reads).shaped(SheetShape::InText)].into()
    }
}
