//! What was placed, as it is stored; and the words that mean nothing where they are.

use std::collections::HashMap;

use super::ReadAnswer;
use super::found::{FoundCell, FoundPlace};
use super::place::{Placed, PlacedWords};
use super::template::SlotNames;
use super::value::{date_of_serial, is_ticked, value};
use crate::answers::AnswerValue;
use crate::field::{Slot, SlotKind, SlotOption, Slots};
use crate::paper::address::OPTION;
use crate::paper::form::Form;

/// The answers, in the order of the form, and what is left over. `data` is what was typed on the sheet of data.
pub(super) fn answers(
    placed: Placed,
    data: &[(String, FoundCell)],
    names: &SlotNames<'_>,
    is_day_first: bool,
) -> (Vec<ReadAnswer>, Vec<PlacedWords>) {
    let mut gathered = Gathered { names, is_day_first, values: HashMap::new(), left: placed.left };
    let (ticks, texts): (Vec<_>, Vec<_>) =
        placed.answers.into_iter().partition(|(name, _)| name.contains(OPTION));
    for (name, (place, text)) in texts {
        gathered.text(&name, place, &text);
    }
    gathered.ticks(ticks);
    for (name, cell) in data {
        match name.split_once(OPTION) {
            Some((slot, option)) => gathered.data_tick(slot, option, cell),
            None => gathered.data_text(name, cell),
        }
    }
    let mut answers: Vec<ReadAnswer> = gathered
        .values
        .into_iter()
        .filter(|(_, value)| !value.is_blank())
        .map(|(name, value)| ReadAnswer { slot: slot(names, &name), value })
        .collect();
    answers.sort_by_cached_key(|answer| (order(names.form, &answer.slot.name), answer.slot.name.clone()));
    (answers, gathered.left)
}

/// The slot of `name`; one for text, if the form no longer has it.
fn slot(names: &SlotNames<'_>, name: &str) -> Slot {
    let label = names.more.get(name).filter(|label| !label.is_empty()).map_or(name, |label| label);
    let text = || Slot { name: name.to_owned(), label: label.to_owned(), kind: SlotKind::Text(1) };
    names.form.slot(name).unwrap_or_else(text)
}

/// The place of an answer in its form: the question, the row, the place in the row.
fn order(form: &Form, name: &str) -> (usize, u32, usize) {
    let mut questions = form.questions().enumerate();
    let Some((at, question)) = questions.find(|(_, question)| question.slots.find(name).is_some()) else {
        return (usize::MAX, 0, 0);
    };
    let (row, column) = match &question.slots {
        Slots::Rows(rows) => rows.find(name).map_or((0, 0), |(row, column)| {
            (row, rows.columns.iter().position(|it| it.id == column.id).unwrap_or(0))
        }),
        slots => (0, slots.blank().iter().position(|slot| slot.name == name).unwrap_or(0)),
    };
    (at, row, column)
}

fn label(options: &[SlotOption], id: &str) -> String {
    options.iter().find(|option| option.id == id).map_or(id.to_owned(), |it| it.label.to_string())
}

struct Gathered<'a> {
    names: &'a SlotNames<'a>,
    is_day_first: bool,
    values: HashMap<String, AnswerValue>,
    left: Vec<PlacedWords>,
}

impl Gathered<'_> {
    fn text(&mut self, name: &str, place: FoundPlace, text: &str) {
        let kind = slot(self.names, name).kind;
        let of_serial = || match (&kind, &place) {
            // A cell that lost its format shows a date as the number of its day.
            (SlotKind::Date, FoundPlace::Sheet(..)) => date_of_serial(text).map(AnswerValue::Text),
            _ => None,
        };
        // What an answer file can't hold is no answer.
        let value = value(&kind, text, self.is_day_first).or_else(of_serial).filter(AnswerValue::fits);
        match value {
            Some(value) => self.keep(name, value, place, text),
            None => self.left.push((place, text.trim().to_owned())),
        }
    }

    /// Keeps `value`, unless something else is known already: then its words are left over.
    fn keep(&mut self, name: &str, value: AnswerValue, place: FoundPlace, words: &str) {
        match self.values.get(name) {
            Some(known) if *known == value => {}
            Some(_) => self.left.push((place, words.to_owned())),
            None => {
                self.values.insert(name.to_owned(), value);
            }
        }
    }

    /// Boxes, by the names of their options.
    fn ticks(&mut self, boxes: Vec<(String, PlacedWords)>) {
        let mut ticked: Vec<(String, Vec<(String, FoundPlace)>)> = Vec::new();
        for (name, (place, text)) in boxes {
            let (slot, option) = name.split_once(OPTION).unwrap_or((&name, ""));
            match is_ticked(&text) {
                Some(true) => match ticked.iter_mut().find(|(known, _)| known == slot) {
                    Some((_, options)) => options.push((option.to_owned(), place)),
                    None => ticked.push((slot.to_owned(), vec![(option.to_owned(), place)])),
                },
                Some(false) => {}
                None => self.left.push((place, text)),
            }
        }
        for (name, options) in ticked {
            let kind = slot(self.names, &name).kind;
            let known = kind.options();
            let is_ticked = |it: &&SlotOption| options.iter().any(|(id, _)| *id == it.id);
            let ids: Vec<String> = known.iter().filter(is_ticked).map(|it| it.id.clone()).collect();
            let words: Vec<String> = ids.iter().map(|id| label(known, id)).collect();
            let place = options[0].1.clone();
            match (&kind, &*ids) {
                (SlotKind::One(_), [id]) => {
                    self.keep(&name, AnswerValue::Text(id.clone()), place, &words.join("、"));
                }
                (SlotKind::Many(_), _) => self.keep(&name, AnswerValue::List(ids), place, &words.join("、")),
                // Two of which one was to be chosen: only the writer knows which.
                _ => self.left.extend(options.into_iter().map(|(id, place)| (place, label(known, &id)))),
            }
        }
    }

    /// What was typed on the sheet of data. If the form says something else, the form is believed, and the other is left over.
    fn data_text(&mut self, name: &str, cell: &FoundCell) {
        self.text(name, cell.place.clone(), &cell.text());
    }

    fn data_tick(&mut self, name: &str, option: &str, cell: &FoundCell) {
        let text = cell.text();
        let known = self.values.get(name);
        let has = known.is_some_and(|value| value.has(option));
        match (is_ticked(&text), known, &slot(self.names, name).kind) {
            (Some(true), None, SlotKind::One(_)) => {
                self.values.insert(name.to_owned(), AnswerValue::Text(option.to_owned()));
            }
            (Some(true), Some(AnswerValue::List(_)) | None, SlotKind::Many(options)) if !has => {
                let is_chosen =
                    |it: &&SlotOption| it.id == option || known.is_some_and(|value| value.has(&it.id));
                let ids = options.iter().filter(is_chosen).map(|it| it.id.clone()).collect();
                self.values.insert(name.to_owned(), AnswerValue::List(ids));
            }
            (Some(ticked), ..) if ticked == has => {}
            _ => self.left.push((cell.place.clone(), text)),
        }
    }
}
