//! `choice`: one of some options, or several; each says what it would lead to.

use super::{Asked, Checker, ExerciseSheet, SheetPart, SheetQuestion, TaskKind, drawn};
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{Id, Record as _, Rich, Shape as _};

record! {
    /// Questions with options.
    pub struct Questions {
        /// The questions.
        questions "questions": Vec<Question>,
    }
}

record! {
    /// A question with options.
    pub struct Question {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What is asked; optional if there is only one question.
        text "text": Option<Rich>,
        /// Whether several options may be chosen.
        several "several": bool,
        /// Whether the options are shown in the order of the file. By default they are shuffled.
        keep_order "keep-order": bool,
        /// The options.
        options "options": Vec<Answer>,
    }
}

record! {
    /// An option of a question.
    pub struct Answer {
        /// Its id within the question.
        id "id": Id,
        /// What is chosen.
        text "text": Rich,
        /// What choosing it would lead to. Shown only afterwards.
        leads "leads": Rich,
        /// Whether this option is correct. If no option has it, none is right or wrong.
        settled "settled": bool,
    }
}

impl Question {
    fn shown(&self, page: &dyn Host) -> Vec<&Answer> {
        drawn(&self.options, self.keep_order, page.exercise(), &self.id, |it| &it.id.name)
    }
}

impl TaskKind for Questions {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(1, self.questions.len(), "questions", checker.head());
        for question in &self.questions {
            checker.at_least(2, question.options.len(), "options", question.id.at);
        }
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        let options =
            self.questions.iter().map(|question| question.options.iter().map(|it| &it.id).collect());
        std::iter::once(self.questions.iter().map(|it| &it.id).collect()).chain(options).collect()
    }

    fn view(&self, page: &dyn Host) -> Values {
        let question = |question: &Question| {
            let options = question.shown(page).into_iter().map(|option| option.view(page));
            let settled = question.options.iter().any(|option| option.settled);
            let computed = [("settled", settled.into()), ("options", options.collect::<Vec<_>>().into())];
            question.view_with(page, computed)
        };
        vec![("questions", self.questions.iter().map(question).collect::<Vec<_>>().into())]
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let asked = |question: &Question| {
            let label = match &question.text {
                Some(text) => text.body.plain.clone(),
                None => page.said("asked-choice", &[]),
            };
            let options = question.options.iter().map(|it| (it.id.to_string(), it.text.body.plain.clone()));
            Asked::new(&*question.id, &label).options(options).several(question.several)
        };
        self.questions.iter().map(asked).collect()
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let questions = self.questions.iter().zip(self.asked(page)).map(|(question, asked)| {
            let shown = question.shown(page).into_iter();
            let options = shown.map(|it| (it.id.to_string(), it.text.body.plain.clone()));
            let help = page.said(if question.several { "pick-several" } else { "pick-one" }, &[]);
            SheetQuestion { asked: asked.options(options), help, ..SheetQuestion::default() }
        });
        vec![SheetPart { questions: questions.collect(), ..SheetPart::default() }].into()
    }
}
