//! `checklist`: items to check; each says what to do or to ask if it is not so yet.

use tera::Value;

use super::{Asked, Checker, ExerciseSheet, SheetPart, SheetShape, TaskKind, Titled};
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{Id, Record as _, Rich};

record! {
    /// Points and the states that each can be in.
    pub struct Checklist {
        /// The states, such as heard and not yet.
        states "states": Vec<Titled>,
        /// The items.
        items "items": Vec<ChecklistItem>,
    }
}

record! {
    /// An item to check.
    pub struct ChecklistItem {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What is checked.
        text "text": Rich,
        /// What to do or to ask if it is not so yet. Shown only afterwards.
        next "next": Rich,
        /// The correct states, if the passage in `ask` decides them.
        answers "answers": Vec<Id>,
        /// Why. Shown only afterwards.
        because "because": Option<Rich>,
    }
}

impl TaskKind for Checklist {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(2, self.states.len(), "states", checker.head());
        checker.at_least(1, self.items.len(), "items", checker.head());
        let known: Vec<&str> = self.states.iter().map(|state| &*state.id.name).collect();
        for item in &self.items {
            checker.known(&item.answers, &known);
        }
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![self.items.iter().map(|it| &it.id).collect(), self.states.iter().map(|it| &it.id).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let item = |item: &ChecklistItem| {
            let answers: Vec<&str> = item.answers.iter().map(|answer| &**answer).collect();
            let titles = self.states.iter().filter(|state| answers.contains(&&*state.id));
            let titles: Vec<Value> = titles.map(|state| Value::from(&*state.title)).collect();
            item.view_with(page, [("settled", answers.join("|").into()), ("answer_titles", titles.into())])
        };
        vec![("items", self.items.iter().map(item).collect::<Vec<_>>().into())]
    }

    fn asked(&self, _: &dyn Host) -> Vec<Asked> {
        let options = || self.states.iter().map(Titled::option);
        let items = self.items.iter();
        items.map(|item| Asked::new(&*item.id, &item.text.body.plain).options(options())).collect()
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let shape = SheetShape::Matrix(page.said("how-checklist", &[]));
        vec![SheetPart::of(self.asked(page)).shaped(shape)].into()
    }
}
