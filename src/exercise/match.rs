//! `match`: items, each to be paired with one of some choices.

use tera::Value;

use super::{
    Asked, Card, Checker, ExerciseSheet, SheetPart, SheetQuestion, SheetShape, SheetText, TaskKind, drawn,
};
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{Id, Record as _, Rich};

record! {
    /// Items and what they can be paired with.
    pub struct Match {
        /// What an item can be paired with. Some may be left over.
        choices "choices": Vec<Card>,
        /// Whether the choices are shown in the order of the file. By default they are shuffled.
        keep_order "keep-order": bool,
        /// The items.
        items "items": Vec<Paired>,
    }
}

record! {
    /// An item to be paired.
    pub struct Paired {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What it says.
        text "text": Rich,
        /// The ids of the choices that fit; any of several is accepted.
        answers "answers": Vec<Id>,
        /// Why. Shown only afterwards.
        because "because": Rich,
    }
}

impl TaskKind for Match {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(2, self.choices.len(), "choices", checker.head());
        checker.at_least(2, self.items.len(), "items", checker.head());
        let known: Vec<&str> = self.choices.iter().map(|choice| &*choice.id.name).collect();
        for item in &self.items {
            checker.at_least(1, item.answers.len(), "answers", item.id.at);
            checker.known(&item.answers, &known);
        }
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![self.items.iter().map(|it| &it.id).collect(), self.choices.iter().map(|it| &it.id).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let text = |id: &Id| {
            let choice = self.choices.iter().find(|choice| choice.id.name == id.name);
            choice.map(|choice| page.rich(&choice.text))
        };
        let item = |item: &Paired| {
            let texts: Vec<Value> = item.answers.iter().filter_map(text).collect();
            item.view_with(page, [("answer_texts", texts.into())])
        };
        let choices = drawn(&self.choices, self.keep_order, page.exercise(), "choices", |it| &it.id.name);
        vec![
            ("choices", choices.into_iter().map(|choice| choice.shown(page)).collect::<Vec<_>>().into()),
            ("items", self.items.iter().map(item).collect::<Vec<_>>().into()),
        ]
    }

    fn asked(&self, _: &dyn Host) -> Vec<Asked> {
        let options = || self.choices.iter().map(|it| (it.id.to_string(), it.text.body.plain.clone()));
        let items = self.items.iter();
        items.map(|item| Asked::new(&*item.id, &item.text.body.plain).options(options())).collect()
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let choices = drawn(&self.choices, self.keep_order, page.exercise(), "choices", |it| &it.id.name);
        let signs: Vec<String> = (1..=choices.len()).map(|number| number.to_string()).collect();
        let options = || choices.iter().map(|it| (it.id.to_string(), it.text.body.plain.clone()));
        let question = |asked: Asked| SheetQuestion {
            asked: asked.options(options()),
            signs: signs.clone(),
            ..SheetQuestion::default()
        };
        let items = choices.iter().zip(&signs);
        let items = items.map(|(it, sign)| SheetText::Item(sign.clone(), &it.text, String::new())).collect();
        let part = SheetPart {
            questions: self.asked(page).into_iter().map(question).collect(),
            ..SheetPart::default()
        };
        let shape = SheetShape::Short(page.said("paper-how-match", &[]), page.said("paper-number", &[]));
        vec![part.reading(items).shaped(shape)].into()
    }
}
