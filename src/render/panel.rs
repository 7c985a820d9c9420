//! How a panel weighed the rounds of an exercise, for templates.

use tera::Value;

use super::frame::map;
use super::text::TextWriter;
use crate::exercise::Weighed;
use crate::model::{Kind, Panel, Spread, WEIGHTS};

impl TextWriter<'_> {
    /// The panel of the exercise `id`: where its answers come from, and its rounds; none if the course has no such panel.
    pub(super) fn panel_of(&self, id: &str) -> Value {
        let found = || {
            let document = self.course.find(Kind::Panel, id)?;
            let exercise = self.course.find(Kind::Exercise, id)?;
            Some((document, document.panel()?, exercise, exercise.exercise()?.task.kind().weighed()?))
        };
        let Some((document, panel, exercise, weighed)) = found() else { return Value::none() };
        let (answers, asked) = (self.from(document), self.from(exercise));
        let terms = self.shared_terms(panel, &weighed);
        let rounds = weighed.rounds.into_iter().enumerate().map(|(index, round)| {
            let spread = panel.spread(round.id);
            map([
                ("id", (&*round.id.name).into()),
                ("number", (index + 1).into()),
                ("stage", round.stage.map(|stage| Value::from(&*stage.name)).into()),
                ("hypothesis", round.hypothesis.map(|it| asked.rich(&it.text)).into()),
                ("information", asked.rich(round.information)),
                ("spread", answers.spread(&spread)),
            ])
        });
        map([
            ("source", panel.source.word().into()),
            ("title", exercise.title().into()),
            ("rounds", rounds.collect::<Vec<_>>().into()),
            ("terms", terms),
        ])
    }

    /// The terms of the glossary that the panel uses, each with its words and the rounds whose hypothesis or reasons have them.
    fn shared_terms(&self, panel: &Panel, weighed: &Weighed<'_>) -> Value {
        let texts: Vec<(usize, String)> = weighed
            .rounds
            .iter()
            .enumerate()
            .map(|(index, round)| {
                let hypothesis = round.hypothesis.map(|it| it.text.body.plain.as_str());
                let spread = panel.spread(round.id);
                let reasons = spread
                    .answers
                    .iter()
                    .filter_map(|(_, answer)| Some(answer.why.as_ref()?.body.plain.as_str()));
                (index + 1, hypothesis.into_iter().chain(reasons).collect::<Vec<_>>().join("\n"))
            })
            .collect();
        let terms = self.course.terms().iter().filter_map(|term| {
            let words: Vec<&str> = std::iter::once(&term.term).chain(&term.also).map(|it| &***it).collect();
            let has = |text: &str| words.iter().any(|word| text.contains(word));
            let rounds: Vec<Value> =
                texts.iter().filter(|(_, text)| has(text)).map(|(number, _)| (*number).into()).collect();
            (!rounds.is_empty()).then(|| {
                map([
                    ("term", (&**term.term).into()),
                    ("url", format!("{}glossary/index.html#{}", self.base, &*term.id).into()),
                    ("words", words.join("|").into()),
                    ("rounds", rounds.into()),
                ])
            })
        });
        terms.collect::<Vec<_>>().into()
    }

    /// How one round was weighed. Of too few answers nothing is given but that they are too few.
    fn spread(&self, spread: &Spread<'_>) -> Value {
        if spread.is_too_few() {
            return map([("few", true.into())]);
        }
        let [weaker, same, stronger] = spread.sides();
        let weights = WEIGHTS.map(|(weight, value, key)| {
            map([("value", value.into()), ("key", key.into()), ("count", spread.count(weight).into())])
        });
        let reasons = spread.answers.iter().filter_map(|(person, answer)| {
            let key = WEIGHTS.iter().find(|(weight, ..)| *weight == answer.weigh.value)?.2;
            Some(map([
                ("key", key.into()),
                ("role", person.role.as_ref().map(|role| Value::from(&**role)).into()),
                ("why", self.rich(answer.why.as_ref()?)),
            ]))
        });
        map([
            ("few", false.into()),
            ("people", spread.answers.len().into()),
            ("weaker", weaker.into()),
            ("same", same.into()),
            ("stronger", stronger.into()),
            ("split", spread.is_split().into()),
            ("weights", Vec::from(weights).into()),
            ("reasons", reasons.collect::<Vec<_>>().into()),
        ])
    }
}
