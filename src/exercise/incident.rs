//! `incident`: the incident process. It begins with an event; everything else is learned only by asking, and
//! the learner chooses what to ask. Then they say what is to be decided now, what they would do first, and why.

use tera::Value;

use super::{Asked, Checker, ExerciseSheet, SheetPart, SheetQuestion, SheetText, TaskKind};
use crate::host::{Host, Values};
use crate::model::Case;
use crate::record;
use crate::theme::map;
use crate::yaml::{At, Id, Rich, Shape as _, Text, To};

/// Fewer facts leave nothing to choose from.
const LEAST_FACTS: usize = 4;

/// The learner's own fields, with the words that label them.
const OWN: &[(&str, &str)] = &[
    ("problem", "incident-problem"),
    ("response", "incident-response"),
    ("reason", "incident-reason"),
    ("sure", "staged-sure"),
];

record! {
    /// An event, and facts that are learned by asking.
    pub struct Incident {
        /// The case.
        case "case": To<Case>,
        /// The event: all that is known at the beginning.
        event "event": Rich,
        /// How many questions may be asked; any number by default.
        most "most": Option<At<u32>>,
        /// What can be asked, each with the fact that it brings.
        facts "facts": At<Vec<Fact>>,
        /// The reply to a question of the learner's own: that nobody knows it yet, and who could find out.
        unknown "unknown": Rich,
    }
}

record! {
    /// A question and the fact that it brings.
    pub struct Fact {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// Who is asked.
        of "of": Text,
        /// The question.
        question "question": Rich,
        /// The fact, learned only when asked.
        answer "answer": Rich,
        /// How it changes the formulation. Shown only afterwards.
        tells "tells": Option<Rich>,
    }
}

impl Incident {
    /// The persons who can be asked, in the order of the file, each with their facts.
    fn asked_persons(&self) -> Vec<(&str, Vec<&Fact>)> {
        let mut persons: Vec<(&str, Vec<&Fact>)> = Vec::new();
        for fact in self.facts.iter() {
            match persons.iter_mut().find(|(of, _)| *of == &*fact.of) {
                Some((_, facts)) => facts.push(fact),
                None => persons.push((&fact.of, vec![fact])),
            }
        }
        persons
    }
}

impl TaskKind for Incident {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(LEAST_FACTS, self.facts.len(), "facts", self.facts.at);
        if let Some(most) = &self.most {
            checker.at_least(1, most.value as usize, "most", most.at);
            checker.at_most(self.facts.len(), most.value as usize, "most", most.at);
        }
    }

    fn own_fields(&self) -> &'static [(&'static str, &'static str)] {
        OWN
    }

    fn own_names(&self) -> &'static [&'static str] {
        &["asked", "free"]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![Vec::new(), self.facts.iter().map(|fact| &fact.id).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let persons = self.asked_persons().into_iter().map(|(of, facts)| {
            let facts: Vec<_> = facts.into_iter().map(|fact| fact.view(page)).collect();
            map([("of", of.into()), ("facts", facts.into())])
        });
        // The facts are shown by who is asked.
        vec![
            ("case", page.case(&self.case)),
            ("facts", Value::none()),
            ("persons", persons.collect::<Vec<_>>().into()),
        ]
    }

    /// `asked.FACT` holds the number of the question, its words and the fact as they were when it was asked, so that it can be
    /// read after the author has changed them. Questions of the learner's own are `free.1`, `free.2` and so on.
    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let facts = self.asked_persons().into_iter().flat_map(|(of, facts)| {
            let label = page.said("asked-of", &[("of", of.to_owned())]);
            facts.into_iter().map(move |fact| Asked::new(format!("asked.{}", &*fact.id), &label))
        });
        let free = Asked::new("free", &page.said("incident-free", &[])).many();
        let own = OWN.iter().map(|(name, key)| Asked::new(*name, &page.said(key, &[])));
        facts.chain([free]).chain(own).collect()
    }

    /// The facts are at the end, to be handed out when they are asked for.
    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let said = |key: &str| page.said(key, &[]);
        let most =
            self.most.as_ref().map(|most| page.said("incident-how-most", &[("n", most.value.to_string())]));
        let how = format!("{}{}", said("incident-how"), most.unwrap_or_default());
        let event = SheetPart {
            title: said("incident-event"),
            reads: vec![SheetText::Rich(&self.event)],
            ..SheetPart::default()
        };
        let mut parts = vec![
            SheetPart::default().reading(vec![SheetText::Words(how), SheetText::Notes(&self.case)]),
            event,
        ];
        let mut held = vec![SheetText::Words(said("paper-incident-facts-how"))];
        for (of, facts) in self.asked_persons() {
            let label = page.said("asked-of", &[("of", of.to_owned())]);
            let question = |fact: &&Fact| SheetQuestion {
                asked: Asked::new(format!("asked.{}", &*fact.id), &label),
                label: fact.question.body.plain.trim().to_owned(),
                ..SheetQuestion::default()
            };
            held.extend(facts.iter().map(|fact| {
                SheetText::Card(of.to_owned(), vec![&fact.question, &fact.answer], String::new())
            }));
            let title = format!("{}{}{of}", said("incident-bank"), said("sign-gap"));
            let questions = facts.iter().map(question).collect();
            parts.push(SheetPart { title, questions, ..SheetPart::default() });
        }
        held.push(SheetText::Card(said("incident-unknown"), vec![&self.unknown], String::new()));
        let free = Asked::new("free", &said("incident-free")).many();
        parts.push(SheetPart {
            questions: vec![SheetQuestion { help: said("incident-free-how"), ..free.into() }],
            ..SheetPart::default()
        });
        let own = OWN.iter().map(|(name, key)| {
            let lines = if *name == "sure" { 1 } else { 3 };
            let label = if *name == "sure" { said("paper-sure") } else { String::new() };
            SheetQuestion { label, lines, ..Asked::new(*name, &said(key)).into() }
        });
        parts.push(SheetPart {
            title: said("incident-own"),
            questions: own.collect(),
            ..SheetPart::default()
        });
        let held = SheetPart {
            title: said("paper-incident-facts"),
            is_apart: true,
            reads: held,
            ..SheetPart::default()
        };
        ExerciseSheet { parts, held_back: Some(held) }
    }
}
