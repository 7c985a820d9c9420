//! `order`: cards to be put in order. The file has them in order; the page shows them shuffled, the same way in every build.

use std::ops::RangeInclusive;

use super::{Asked, Checker, ExerciseSheet, SheetPart, SheetShape, TaskKind};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{Id, Record as _, Rich, Shape as _};

record! {
    /// Cards in their order.
    pub struct Order {
        /// The cards, in their order.
        cards "cards": Vec<OrderCard>,
    }
}

record! {
    /// A card with its position in an order.
    pub struct OrderCard {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What it says.
        text "text": Rich,
        /// Why it has this position. Shown only afterwards.
        because "because": Rich,
        /// Whether it may also come before the card above it: both belong to one step.
        with_previous "with-previous": bool,
    }
}

impl Order {
    /// The positions, from 1, that the card of that index may have.
    fn places(&self, index: usize) -> RangeInclusive<usize> {
        let step = |card: &OrderCard| card.with_previous;
        let first = (0..=index).rev().find(|&at| at == 0 || !step(&self.cards[at])).unwrap_or(0);
        let behind = self.cards[index + 1..].iter().take_while(|card| step(card)).count();
        first + 1..=index + behind + 1
    }

    /// The indices of the cards as they are shown.
    fn shuffled(&self, exercise: &str) -> Vec<usize> {
        let ids: Vec<&str> = self.cards.iter().map(|card| &*card.id.name).collect();
        shuffled(&ids, exercise, |index, at| self.places(index).contains(&(at + 1)))
    }
}

/// How often the cards are shuffled at most.
const SHUFFLES: usize = 16;

/// The indices of `ids`, shuffled until at most a third of them `is_in_place`: whoever moves a card or two has not put them in
/// order.
fn shuffled(ids: &[&str], exercise: &str, is_in_place: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let shuffle = |n: usize| {
        let mut order: Vec<usize> = (0..ids.len()).collect();
        let again = "/".repeat(n);
        order.sort_by_key(|&index| {
            *blake3::hash(format!("{exercise}/{again}{}", ids[index]).as_bytes()).as_bytes()
        });
        order
    };
    let in_place = |order: &Vec<usize>| {
        order.iter().enumerate().filter(|&(at, &index)| is_in_place(index, at)).count().max(ids.len() / 3)
    };
    (0..SHUFFLES).map(shuffle).min_by_key(in_place).unwrap_or_default()
}

impl TaskKind for Order {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(3, self.cards.len(), "cards", checker.head());
        if let Some(first) = self.cards.first().filter(|card| card.with_previous) {
            checker.report(Code::MeaninglessKey, first.id.at, |it| {
                it.with("key", "with-previous").with("why", "first")
            });
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        &["place"]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![Vec::new(), self.cards.iter().map(|card| &card.id).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let shown = self.shuffled(page.exercise()).into_iter().map(|index| self.cards[index].view(page));
        let solution = self.cards.iter().enumerate().map(|(index, card)| {
            let places: Vec<String> = self.places(index).map(|place| place.to_string()).collect();
            card.view_with(page, [("place", places.join("|").into())])
        });
        vec![
            ("cards", shown.collect::<Vec<_>>().into()),
            ("solution", solution.collect::<Vec<_>>().into()),
            ("count", self.cards.len().into()),
        ]
    }

    fn asked(&self, _: &dyn Host) -> Vec<Asked> {
        let asked = |card: &OrderCard| Asked::new(format!("place.{}", &*card.id), &card.text.body.plain);
        self.cards.iter().map(asked).collect()
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let asked = self.asked(page);
        let shown = self.shuffled(page.exercise()).into_iter().map(|index| asked[index].clone());
        let how = page.said("how-order", &[("n", self.cards.len().to_string())]);
        let shape = SheetShape::Short(how, page.said("place", &[]));
        vec![SheetPart::of(shown).shaped(shape)].into()
    }
}

#[cfg(test)]
mod tests {
    use super::shuffled;

    #[test]
    fn few_cards_are_where_they_belong() {
        for length in 3..10 {
            let names: Vec<String> = (0..length).map(|n| format!("card-{n}")).collect();
            let ids: Vec<&str> = names.iter().map(|name| &**name).collect();
            for n in 0..200 {
                let order = shuffled(&ids, &format!("exercise-{n}"), |index, at| index == at);
                let in_place = order.iter().enumerate().filter(|&(at, &index)| index == at).count();
                assert!(in_place <= length / 3, "exercise-{n}: {order:?}");
            }
        }
    }

    #[test]
    fn cards_that_may_be_anywhere_are_shown_in_some_order() {
        assert_eq!(shuffled(&["a", "b", "c"], "x", |_, _| true).len(), 3);
    }
}
