//! `dialogue`: an interview that branches. The learner chooses what to say, or says it in their own words; the person reacts.

use std::collections::{BTreeSet, HashMap};

use tera::Value;

use super::{
    Asked, Checker, ExerciseSheet, SheetPart, SheetQuestion, SheetShape, SheetText, TaskKind, Titled, drawn,
};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::model::PrincipleSet;
use crate::record;
use crate::yaml::{Id, Record as _, Rich, Text, To};

/// How many steps of the way there is room for on paper.
const MOST_STEPS: usize = 12;

record! {
    /// A branching interview.
    pub struct Dialogue {
        /// The name of the person.
        person "person": Text,
        /// The set of principles that the options honour or strain.
        principles "principles": To<PrincipleSet>,
        /// The skills that options use.
        skills "skills": Vec<Titled>,
        /// Whether what may be said is shown in the order of the file. By default they are shuffled for each turn.
        keep_order "keep-order": bool,
        /// The turns; the interview starts with the first.
        turns "turns": Vec<Turn>,
    }
}

record! {
    /// What the person says or does, and what may be said next.
    pub struct Turn {
        /// Its id within the exercise. Stored answers depend on it: never change it.
        id "id": Id,
        /// What the person says or does: words, a silence, a gesture.
        says "says": Rich,
        /// What may be said next; none if the interview ends here.
        options "options": Vec<Reply>,
        /// Whether the learner may also say something of their own.
        own "own": Option<Own>,
        /// Whether the interview ends here.
        ends "ends": bool,
    }
}

record! {
    /// Something to say.
    pub struct Reply {
        /// Its id within the turn.
        id "id": Id,
        /// What is said.
        say "say": Rich,
        /// How the person reacts: words, a silence, a gesture.
        reaction "reaction": Rich,
        /// The principles that it honours.
        honours "honours": Vec<Id>,
        /// The principles that it strains.
        strains "strains": Vec<Id>,
        /// The skills that it uses.
        uses "uses": Vec<Id>,
        /// Why the person reacts so. Shown in the review of the whole path.
        because "because": Rich,
        /// The turn that comes next.
        to "to": Id,
    }
}

record! {
    /// An answer in the learner's own words.
    pub struct Own {
        /// Examples from others. Shown after the learner has answered.
        examples "examples": Vec<OwnExample>,
        /// The turn that comes next.
        to "to": Id,
    }
}

record! {
    /// An example of what can be said here.
    pub struct OwnExample {
        /// What was said.
        text "text": Rich,
        /// What it does.
        because "because": Rich,
    }
}

impl Turn {
    /// The turns that may come next, where each is named.
    fn next(&self) -> impl Iterator<Item = &Id> {
        self.options.iter().map(|option| &option.to).chain(self.own.iter().map(|own| &own.to))
    }
}

impl Dialogue {
    fn shown<'a>(&self, turn: &'a Turn, page: &dyn Host) -> Vec<&'a Reply> {
        drawn(&turn.options, self.keep_order, page.exercise(), &turn.id, |it| &it.id.name)
    }

    fn index(&self) -> HashMap<&str, usize> {
        self.turns.iter().enumerate().map(|(index, turn)| (&*turn.id.name, index)).collect()
    }

    /// The turns that are reached from `from`, going forwards or backwards.
    fn reached(&self, from: Vec<usize>, backwards: bool) -> BTreeSet<usize> {
        let index = self.index();
        let edges: Vec<(usize, usize)> = self
            .turns
            .iter()
            .enumerate()
            .flat_map(|(at, turn)| {
                turn.next().filter_map(|to| Some((at, *index.get(&**to)?))).collect::<Vec<_>>()
            })
            .map(|(at, to)| if backwards { (to, at) } else { (at, to) })
            .collect();
        let mut seen: BTreeSet<usize> = from.iter().copied().collect();
        let mut open = from;
        while let Some(at) = open.pop() {
            for &(_, to) in edges.iter().filter(|(start, _)| *start == at) {
                if seen.insert(to) {
                    open.push(to);
                }
            }
        }
        seen
    }

    /// Every turn can be met, and from every turn the interview can come to an end.
    fn check_ways(&self, checker: &mut Checker<'_>) {
        let known: Vec<&str> = self.turns.iter().map(|turn| &*turn.id.name).collect();
        let before = checker.out.len();
        for to in self.turns.iter().flat_map(Turn::next) {
            checker.one_of(to, to.at, &known);
        }
        for turn in &self.turns {
            let is_last = turn.next().next().is_none();
            if is_last != turn.ends {
                let problem = if is_last { "dead-end" } else { "end-goes-on" };
                checker.report(Code::DialogueWay, turn.id.at, |it| {
                    it.with("problem", problem).with("id", &*turn.id)
                });
            }
        }
        if checker.out.len() > before || self.turns.is_empty() {
            // What follows from a way that leads nowhere is not a mistake of its own.
            return;
        }
        let ends = self.turns.iter().enumerate().filter(|(_, turn)| turn.ends).map(|(index, _)| index);
        let (met, ending) = (self.reached(vec![0], false), self.reached(ends.collect(), true));
        for (index, turn) in self.turns.iter().enumerate() {
            let problem = match (met.contains(&index), ending.contains(&index)) {
                (false, _) => "unreachable",
                (true, false) => "no-exit",
                (true, true) => continue,
            };
            checker.report(Code::DialogueWay, turn.id.at, |it| {
                it.with("problem", problem).with("id", &*turn.id)
            });
        }
    }
}

impl TaskKind for Dialogue {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.at_least(2, self.turns.len(), "turns", checker.head());
        self.check_ways(checker);
        let skills: Vec<&str> = self.skills.iter().map(|skill| &*skill.id.name).collect();
        let course = checker.course;
        let set = course.principles(&self.principles);
        let members: Option<Vec<&str>> = set.map(|set| set.members.iter().map(|it| &*it.id.name).collect());
        for option in self.turns.iter().flat_map(|turn| &turn.options) {
            checker.known(&option.uses, &skills);
            if let Some(members) = &members {
                checker.known(&option.honours, members);
                checker.known(&option.strains, members);
            }
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        &["step", "own", "why"]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        let turns: Vec<&Id> = self.turns.iter().map(|turn| &turn.id).collect();
        let options = self.turns.iter().map(|turn| turn.options.iter().map(|option| &option.id).collect());
        std::iter::once(turns).chain(options).chain([self.skills.iter().map(|it| &it.id).collect()]).collect()
    }

    fn view(&self, page: &dyn Host) -> Values {
        let index = self.index();
        let number = |id: &Id| -> Value { index.get(&**id).map(|at| at + 1).into() };
        let principles = |ids: &[Id]| -> Value {
            ids.iter().map(|id| page.member(&self.principles, id)).collect::<Vec<_>>().into()
        };
        let skill = |id: &Id| {
            self.skills.iter().find(|skill| skill.id.name == id.name).map(|it| Value::from(&*it.title))
        };
        let option = |option: &Reply| {
            let computed = [
                ("honours", principles(&option.honours)),
                ("strains", principles(&option.strains)),
                ("uses", option.uses.iter().filter_map(skill).collect::<Vec<_>>().into()),
                ("to_number", number(&option.to)),
            ];
            option.view_with(page, computed)
        };
        let own = |own: &Own| own.view_with(page, [("to_number", number(&own.to))]);
        let turn = |(at, turn): (usize, &Turn)| {
            let computed = [
                ("number", (at + 1).into()),
                ("options", self.shown(turn, page).into_iter().map(option).collect::<Vec<_>>().into()),
                ("own", turn.own.as_ref().map(own).into()),
            ];
            turn.view_with(page, computed)
        };
        vec![("turns", self.turns.iter().enumerate().map(turn).collect::<Vec<_>>().into())]
    }

    /// The way taken is `step.1`, `step.2` and so on: `TURN:OPTION`, or `TURN:own`. What was said in own words and the
    /// reasons are stored beside it under the same numbers.
    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let said = |turn: &Turn, option: &Reply| {
            (format!("{}:{}", &*turn.id, &*option.id), option.say.body.plain.clone())
        };
        let ways =
            self.turns.iter().flat_map(|turn| turn.options.iter().map(move |option| said(turn, option)));
        let own = page.said("asked-own-words", &[]);
        let owns = self.turns.iter().filter(|turn| turn.own.is_some());
        let owns = owns.map(|turn| (format!("{}:own", &*turn.id), own.clone()));
        vec![
            Asked::new("step", &page.said("asked-path", &[])).options(ways.chain(owns)).many(),
            Asked::new("own", &own).many(),
            Asked::new("why", &page.said("asked-why-said", &[])).many(),
        ]
    }

    /// A scene after the other, with the numbers of what may be said. What follows from it is at the end, to be read one by one.
    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let said = |key: &str| page.said(key, &[]);
        let index = self.index();
        let turn = |at: usize| page.said("dialogue-turn", &[("n", (at + 1).to_string())]);
        let goes_to = |to: &Id| {
            let number = index.get(&**to).map_or(0, |at| at + 1);
            page.said("dialogue-goes-to", &[("n", number.to_string())])
        };
        let how = page.said("paper-how-dialogue", &[("person", self.person.to_string())]);
        let mut parts = vec![SheetPart::default().reading(vec![SheetText::Words(how)])];
        let mut held = vec![SheetText::Words(said("paper-dialogue-then-how"))];
        let (mut signs, mut options) = (Vec::new(), Vec::new());
        for (at, of) in self.turns.iter().enumerate() {
            let mut reads = vec![SheetText::Named(self.person.to_string(), &of.says)];
            for (option, letter) in self.shown(of, page).into_iter().zip('A'..) {
                let sign = format!("{}{letter}", at + 1);
                reads.push(SheetText::Item(sign.clone(), &option.say, String::new()));
                held.push(SheetText::Card(sign.clone(), vec![&option.reaction], goes_to(&option.to)));
                signs.push(sign);
                options.push((format!("{}:{}", &*of.id, &*option.id), option.say.body.plain.clone()));
            }
            if let Some(own) = &of.own {
                let sign = format!("{}Z", at + 1);
                reads.push(SheetText::Words(format!("{sign}{}{}", said("sign-space"), said("dialogue-own"))));
                held.push(SheetText::Card(sign.clone(), Vec::new(), goes_to(&own.to)));
                signs.push(sign);
                options.push((format!("{}:own", &*of.id), said("asked-own-words")));
            }
            if of.ends {
                reads.push(SheetText::Words(said("dialogue-end")));
            }
            parts.push(SheetPart { title: turn(at), reads, ..SheetPart::default() });
        }
        let steps: Vec<String> = (1..=self.turns.len().clamp(6, MOST_STEPS)).map(|n| n.to_string()).collect();
        let questions = steps.iter().flat_map(|n| {
            let part =
                |name: &str, key: &str| Asked::new(format!("{name}.{n}"), &format!("{} {n}", said(key)));
            let step = SheetQuestion {
                asked: part("step", "asked-path").options(options.clone()),
                signs: signs.clone(),
                ..SheetQuestion::default()
            };
            [step, part("own", "asked-own-words").into(), part("why", "asked-why-said").into()]
        });
        let heads = ["asked-path", "asked-own-words", "asked-why-said"].map(said).into();
        let way = SheetPart { questions: questions.collect(), ..SheetPart::default() };
        parts.push(way.shaped(SheetShape::Grid(said("paper-dialogue-way"), String::new(), heads, steps)));
        let held = SheetPart {
            title: said("paper-dialogue-then"),
            is_apart: true,
            reads: held,
            ..SheetPart::default()
        };
        ExerciseSheet { parts, held_back: Some(held) }
    }
}
