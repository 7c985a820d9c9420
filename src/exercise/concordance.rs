//! `concordance`: new information arrives; does it make a hypothesis stronger or weaker, and why? Nothing is right or wrong:
//! afterwards the learner reads how a panel of practitioners weighed the same.

use super::{
    Asked, Card, Checker, ExerciseSheet, SheetPart, SheetQuestion, SheetText, TaskKind, Weighed, WeighedRound,
};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::model::{Case, WEIGHTS};
use crate::record;
use crate::theme::map;
use crate::yaml::{Id, Record as _, Rich, To};

record! {
    /// Hypotheses, and information that arrives round by round.
    pub struct Concordance {
        /// The case that it is about, if it is about one.
        case "case": Option<To<Case>>,
        /// The hypotheses.
        hypotheses "hypotheses": Vec<Card>,
        /// What becomes known, in this order.
        rounds "rounds": Vec<Round>,
    }
}

record! {
    /// New information, and the hypothesis that it is weighed for.
    pub struct Round {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// The id of the hypothesis.
        hypothesis "hypothesis": Id,
        /// The id of the stage of the case in which this is known.
        stage "stage": Option<Id>,
        /// The new information.
        information "information": Rich,
    }
}

impl Concordance {
    fn hypothesis(&self, id: &Id) -> Option<&Card> {
        self.hypotheses.iter().find(|it| it.id.name == id.name)
    }
}

impl TaskKind for Concordance {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(1, self.hypotheses.len(), "hypotheses", checker.head());
        checker.at_least(1, self.rounds.len(), "rounds", checker.head());
        let known: Vec<&str> = self.hypotheses.iter().map(|it| &*it.id.name).collect();
        for round in &self.rounds {
            checker.one_of(&round.hypothesis, round.hypothesis.at, &known);
        }
        let Some(case) = &self.case else {
            let stages = self.rounds.iter().filter_map(|round| round.stage.as_ref());
            return stages.for_each(|stage| {
                checker
                    .report(Code::MeaninglessKey, stage.at, |it| it.with("key", "stage").with("why", "case"));
            });
        };
        let Some(case) = checker.course.case(case) else { return };
        let known: Vec<&str> = case.stages.iter().map(|stage| &*stage.id.name).collect();
        for stage in self.rounds.iter().filter_map(|round| round.stage.as_ref()) {
            checker.one_of(stage, stage.at, &known);
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        &["weigh", "why"]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![
            Vec::new(),
            self.rounds.iter().map(|round| &round.id).collect(),
            self.hypotheses.iter().map(|it| &it.id).collect(),
        ]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let weights = WEIGHTS.map(|(_, value, key)| map([("value", value.into()), ("key", key.into())]));
        let round = |round: &Round| {
            let hypothesis = self.hypothesis(&round.hypothesis).map(|it| page.rich(&it.text));
            round.view_with(page, [("hypothesis", hypothesis.into())])
        };
        vec![
            ("case", self.case.as_ref().map(|case| page.case(case)).into()),
            ("weights", Vec::from(weights).into()),
            ("rounds", self.rounds.iter().map(round).collect::<Vec<_>>().into()),
            ("panel", page.panel(page.exercise())),
        ]
    }

    fn weighed(&self) -> Option<Weighed<'_>> {
        let rounds = self.rounds.iter().map(|round| WeighedRound {
            id: &round.id,
            hypothesis: self.hypothesis(&round.hypothesis),
            stage: round.stage.as_ref(),
            information: &round.information,
        });
        Some(Weighed { case: self.case.as_deref(), rounds: rounds.collect() })
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let options = WEIGHTS.map(|(_, value, key)| (value.to_owned(), page.said(key, &[])));
        let rounds = self.rounds.iter().enumerate().flat_map(|(index, round)| {
            let number = [("n", (index + 1).to_string())];
            let weigh = Asked::new(format!("weigh.{}", &*round.id), &page.said("asked-weigh", &number));
            let why = Asked::new(format!("why.{}", &*round.id), &page.said("asked-weigh-why", &number));
            [weigh.options(options.clone()), why]
        });
        rounds.collect()
    }

    /// Each piece of information is on a page of its own: the next one is handed out when the last is weighed.
    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let said = |key: &str| page.said(key, &[]);
        let how = SheetText::Words(said("concordance-how"));
        let notes = self.case.iter().map(|case| SheetText::Notes(case));
        let asked = self.asked(page);
        let rounds = self.rounds.iter().zip(asked.chunks(2)).enumerate().map(|(index, (round, asked))| {
            let labels = [(said("concordance-weigh"), 0), (said("concordance-why"), 3)];
            let questions = asked.iter().zip(labels).map(|(asked, (label, lines))| SheetQuestion {
                asked: asked.clone(),
                label,
                lines,
                ..SheetQuestion::default()
            });
            let hypothesis = self.hypothesis(&round.hypothesis);
            let hypothesis = hypothesis.map(|it| SheetText::Named(said("concordance-hypothesis"), &it.text));
            let information = SheetText::Named(said("concordance-information"), &round.information);
            SheetPart {
                title: page.said("concordance-round", &[("n", (index + 1).to_string())]),
                reads: hypothesis.into_iter().chain([information]).collect(),
                questions: questions.collect(),
                is_apart: index > 0,
                ..SheetPart::default()
            }
        });
        let first = SheetPart::default().reading(std::iter::once(how).chain(notes).collect());
        std::iter::once(first).chain(rounds).collect::<Vec<_>>().into()
    }
}
