//! `sort`: cards to be put into groups, or into the cells of a grid of rows and columns.

use tera::Value;

use super::{Asked, Checker, ExerciseSheet, Group, SheetPart, SheetShape, SheetText, TaskKind, drawn};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::record;
use crate::yaml::{At, Id, Record as _, Rich, Text};

/// How many cells of a grid are shown beside each card; more are a list to choose from.
const MOST_CELLS: usize = 6;

record! {
    /// Cards and where they can be put.
    pub struct Sort {
        /// The groups; none if there is a grid.
        groups "groups": Vec<Group>,
        /// The rows of a grid.
        rows "rows": Vec<Group>,
        /// The columns of a grid.
        columns "columns": Vec<Group>,
        /// Whether a card may be put into several groups.
        several "several": bool,
        /// Whether the cards are shown in the order of the file. By default they are shuffled.
        keep_order "keep-order": bool,
        /// The cards.
        cards "cards": Vec<SortCard>,
    }
}

record! {
    /// A card to be sorted.
    pub struct SortCard {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What it says.
        text "text": Rich,
        /// The groups that it belongs to, in a grid `row/column`; none if practitioners differ.
        places "in": Vec<At<Text>>,
        /// Why, or how views differ. Shown only afterwards.
        because "because": Rich,
    }
}

impl Sort {
    /// Every place that a card can be put into: its id and its title, with `between` its row and its column.
    fn places(&self, between: &str) -> Vec<(String, String)> {
        let groups = self.groups.iter().map(Group::option);
        let cells = self.rows.iter().flat_map(|row| {
            self.columns.iter().map(|column| {
                let title = format!("{}{between}{}", &*row.title, &*column.title);
                (format!("{}/{}", &*row.id, &*column.id), title)
            })
        });
        groups.chain(cells).collect()
    }
}

impl TaskKind for Sort {
    fn check(&self, checker: &mut Checker<'_>) {
        let has_grid = !self.rows.is_empty() || !self.columns.is_empty();
        let head = checker.head();
        if has_grid {
            if let Some(group) = self.groups.first() {
                checker.report(Code::MeaninglessKey, group.id.at, |it| {
                    it.with("key", "groups").with("why", "grid")
                });
            }
            checker.at_least(1, self.rows.len(), "rows", head);
            checker.at_least(1, self.columns.len(), "columns", head);
        } else {
            checker.at_least(2, self.groups.len(), "groups", head);
        }
        checker.at_least(2, self.cards.len(), "cards", head);
        let places = self.places("");
        let known: Vec<&str> = places.iter().map(|(id, _)| id.as_str()).collect();
        let put: Vec<&At<Text>> = self.cards.iter().flat_map(|card| &card.places).collect();
        for place in &put {
            checker.one_of(place, place.at, &known);
        }
        let names = |part: fn(&str) -> &str| put.iter().map(|place| part(place)).collect::<Vec<_>>();
        let whole = names(|place| place);
        let rows = names(|place| place.split('/').next().unwrap_or_default());
        let columns = names(|place| place.split('/').nth(1).unwrap_or_default());
        // A sort in which no card has a place is discussed, not compared.
        if put.is_empty() {
            return;
        }
        let by_group = if has_grid { &[][..] } else { &self.groups };
        for (groups, used) in [(by_group, whole), (&self.rows, rows), (&self.columns, columns)] {
            checker.none_empty(&groups.iter().map(|it| (&it.id, &it.title)), &used);
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        &["card"]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![
            Vec::new(),
            self.cards.iter().map(|it| &it.id).collect(),
            self.groups.iter().map(|it| &it.id).collect(),
            self.rows.iter().map(|it| &it.id).collect(),
            self.columns.iter().map(|it| &it.id).collect(),
        ]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let places = self.places(&page.said("sign-slash", &[]));
        let card = |card: &SortCard| {
            let ids: Vec<&str> = card.places.iter().map(|place| &***place).collect();
            let titles = places.iter().filter(|(id, _)| ids.contains(&id.as_str()));
            let titles: Vec<Value> = titles.map(|(_, title)| title.as_str().into()).collect();
            card.view_with(page, [("settled", ids.join("|").into()), ("in_titles", titles.into())])
        };
        let cards = drawn(&self.cards, self.keep_order, page.exercise(), "cards", |it| &it.id.name);
        vec![
            // So many cells would bury each card under its own grid.
            ("as_list", (!self.several && self.rows.len() * self.columns.len() > MOST_CELLS).into()),
            ("cards", cards.into_iter().map(card).collect::<Vec<_>>().into()),
        ]
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let asked = |card: &SortCard| {
            Asked::new(format!("card.{}", &*card.id), &card.text.body.plain)
                .options(self.places(&page.said("sign-slash", &[])))
                .several(self.several)
        };
        self.cards.iter().map(asked).collect()
    }

    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let asked = self.asked(page);
        let asked_of = |card: &SortCard| {
            let index = self.cards.iter().position(|it| it.id.name == card.id.name)?;
            asked.get(index).cloned()
        };
        let cards = drawn(&self.cards, self.keep_order, page.exercise(), "cards", |it| &it.id.name);
        let abouts = self
            .groups
            .iter()
            .filter_map(|group| Some(SheetText::Named(group.title.to_string(), group.about.as_ref()?)));
        let how = page.said(if self.several { "how-sort-several" } else { "how-sort" }, &[]);
        let part = SheetPart::of(cards.into_iter().filter_map(asked_of)).reading(abouts.collect());
        vec![part.shaped(SheetShape::Matrix(how))].into()
    }
}
