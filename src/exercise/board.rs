//! `board`: cards to be made, grouped and named, after the manner of the KJ method.

use super::{Asked, Card, Checker, ExerciseSheet, SheetPart, SheetShape, TaskKind, drawn};
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{At, Id, Record as _, Rich, Text};

/// How many cards of their own learners may be given room for.
const MOST_CARDS: usize = 30;
/// How many groups there are on paper, as on the page.
const MOST_GROUPS: u32 = 9;

record! {
    /// A board of cards.
    pub struct Board {
        /// Cards to begin with.
        cards "cards": Vec<Card>,
        /// Whether the cards are shown in the order of the file. By default they are shuffled.
        keep_order "keep-order": bool,
        /// How many cards the learner can add: at most 30.
        own_cards "own-cards": At<u32>,
        /// What is written on one card.
        prompt "prompt": Rich,
        /// One possible grouping. Shown only afterwards.
        grouping "grouping": Vec<Grouping>,
    }
}

record! {
    /// One group of a possible grouping.
    pub struct Grouping {
        /// Its title.
        title "title": Text,
        /// The ids of its cards.
        cards "cards": Vec<Id>,
        /// Why they belong together.
        because "because": Rich,
    }
}

impl TaskKind for Board {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_most(MOST_CARDS, self.own_cards.value as usize, "own-cards", self.own_cards.at);
        let known: Vec<&str> = self.cards.iter().map(|card| &*card.id.name).collect();
        for group in &self.grouping {
            checker.known(&group.cards, &known);
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        &["in", "own", "title"]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![Vec::new(), self.cards.iter().map(|card| &card.id).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let text = |id: &Id| {
            let card = self.cards.iter().find(|card| card.id.name == id.name);
            card.map(|card| page.rich(&card.text))
        };
        let group = |group: &Grouping| {
            let cards: Vec<_> = group.cards.iter().filter_map(text).collect();
            group.view_with(page, [("cards", cards.into())])
        };
        let cards = drawn(&self.cards, self.keep_order, page.exercise(), "cards", |it| &it.id.name);
        vec![
            ("cards", cards.into_iter().map(|card| card.shown(page)).collect::<Vec<_>>().into()),
            ("grouping", self.grouping.iter().map(group).collect::<Vec<_>>().into()),
        ]
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let group = |id: &str, label: &str| {
            Asked::new(format!("in.{id}"), &page.said("asked-group-of", &[("card", label.trim().to_owned())]))
        };
        let mut asked = vec![
            Asked::new("own", &self.prompt.body.plain).many(),
            Asked::new("title", &page.said("asked-group-title", &[])).many(),
            group("own", &page.said("asked-own-card", &[])).many(),
        ];
        asked.extend(self.cards.iter().map(|card| group(&card.id, &card.text.body.plain)));
        asked
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let said = |key: &str| page.said(key, &[]);
        let cards = drawn(&self.cards, self.keep_order, page.exercise(), "cards", |it| &it.id.name);
        let given =
            cards.into_iter().map(|card| Asked::new(format!("in.{}", &*card.id), &card.text.body.plain));
        let numbers: Vec<String> = (1..=self.own_cards.value).map(|number| number.to_string()).collect();
        let own = numbers.iter().flat_map(|number| {
            let card = page.said("own-card", &[("n", number.clone())]);
            let group = page.said("own-card-group", &[("n", number.clone())]);
            [Asked::new(format!("own.{number}"), &card), Asked::new(format!("in.own.{number}"), &group)]
        });
        let heads = vec![self.prompt.body.plain.clone(), said("group")];
        let groups = (1..=MOST_GROUPS).map(|number| {
            Asked::new(format!("title.{number}"), &page.said("group-n", &[("n", number.to_string())]))
        });
        let mut parts = vec![
            SheetPart::of(given).shaped(SheetShape::Short(said("paper-how-board"), said("group"))),
            SheetPart::of(own).shaped(SheetShape::Grid(
                said("asked-own-card"),
                String::new(),
                heads,
                numbers.clone(),
            )),
            SheetPart::of(groups)
                .shaped(SheetShape::Short(said("how-board-groups"), said("asked-group-title"))),
        ];
        parts.retain(|part| !part.questions.is_empty());
        parts.into()
    }
}
