//! `formulation`: a hypothesis log for a case. Each hypothesis has sentences of the case as evidence, an
//! alternative, what is missing, a confidence and a next check; a revision keeps the earlier text and its reason.

use tera::Value;

use super::{Asked, Checker, ExerciseSheet, Holds, SheetPart, SheetQuestion, SheetText, TaskKind};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::model::{Case, Panel};
use crate::theme::map;
use crate::yaml::{At, To};
use crate::{choice, record};

/// How many hypotheses there may be room for.
const MOST_HYPOTHESES: usize = 8;

record! {
    /// A hypothesis log for a case.
    pub struct Ledger {
        /// The case.
        case "case": To<Case>,
        /// How many hypotheses there is room for: from 1 to 8.
        hypotheses "hypotheses": At<u32>,
        /// The views in which hypotheses are arranged; all three by default.
        views "views": Vec<At<LedgerView>>,
        /// The id of a panel on the case, which is shown stage by stage. Shown only afterwards.
        panel "panel": Option<To<Panel>>,
    }
}

choice! {
    /// A view in which hypotheses are arranged.
    pub enum LedgerView {
        /// The four questions: why it began, how it changed, why it lasts, how it can get better.
        Questions "questions",
        /// The five Ps.
        FiveP "five-p",
        /// Time and relations.
        Axes "axes",
    }
}

/// The places of each view: the field, and the ids of its places.
const QUESTION: (&str, &[&str]) = ("question", &["began", "changed", "lasts", "better"]);
const FIVE_P: (&str, &[&str]) =
    ("p", &["presenting", "predisposing", "precipitating", "perpetuating", "protective"]);
const TIME: (&str, &[&str]) = ("time", &["past", "present", "future"]);
const RELATION: (&str, &[&str]) = ("relation", &["self", "family", "friends", "teachers", "society"]);

/// The seven fields of the sheet.
const SHEET: [&str; 7] = ["development", "upbringing", "reading", "issues", "resources", "policy", "system"];

/// What is written to each hypothesis.
const TEXTS: [&str; 10] = ["say", "for", "against", "other", "missing", "sure", "next", "who", "when", "why"];

/// All names that answers are kept under, whichever views there are.
const NAMES: &[&str] = &[
    "say", "for", "against", "other", "missing", "sure", "next", "who", "when", "why", QUESTION.0, FIVE_P.0,
    TIME.0, RELATION.0, "rev", "sheet",
];

impl Ledger {
    fn has(&self, view: &str) -> bool {
        self.views.is_empty() || self.views.iter().any(|it| it.word() == view)
    }

    /// The selects that place a hypothesis in the views.
    fn places(&self) -> Vec<(&'static str, &'static [&'static str])> {
        let mut places = Vec::new();
        if self.has("questions") {
            places.push(QUESTION);
        }
        if self.has("five-p") {
            places.push(FIVE_P);
        }
        if self.has("axes") {
            places.extend([TIME, RELATION]);
        }
        places
    }
}

impl TaskKind for Ledger {
    fn check(&self, checker: &mut Checker<'_>) {
        let (given, at) = (self.hypotheses.value as usize, self.hypotheses.at);
        checker.at_least(1, given, "hypotheses", at);
        checker.at_most(MOST_HYPOTHESES, given, "hypotheses", at);
        for (index, view) in self.views.iter().enumerate() {
            if self.views[..index].iter().any(|before| before.word() == view.word()) {
                checker.report(Code::LedgerView, view.at, |it| it.with("view", view.word()));
            }
        }
        checker.panel(self.panel.as_ref(), &self.case);
        let Some(case) = checker.course.case(&self.case) else { return };
        if case.strengths.is_empty() {
            checker.report(Code::LedgerWithoutStrengths, self.case.at, |it| it.with("id", &*self.case));
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        NAMES
    }

    fn view(&self, page: &dyn Host) -> Values {
        let place = |(field, ids): (&str, &[&str])| {
            map([
                ("field", field.into()),
                ("ids", ids.iter().map(|id| Value::from(*id)).collect::<Vec<_>>().into()),
            ])
        };
        vec![
            ("case", page.case(&self.case)),
            ("stages", page.passages(&self.case)),
            ("panel", self.panel.as_ref().map(|it| page.panel(it)).into()),
            ("places", self.places().into_iter().map(place).collect::<Vec<_>>().into()),
            ("sheet", SHEET.iter().map(|id| Value::from(*id)).collect::<Vec<_>>().into()),
        ]
    }

    /// Evidence is a list in `for.N` and `against.N`: the words of each sentence, and behind them its id in the case, so that
    /// it can be read after the case has changed. The text before the Kth revision is `rev.N.K.say` and so on.
    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let said = |key: &str| page.said(key, &[]);
        let mut asked = Vec::new();
        for n in 1..=self.hypotheses.value {
            let label = page.said("ledger-hypothesis", &[("n", n.to_string())]);
            let part = |words: &str| {
                page.said("asked-part", &[("label", label.clone()), ("part", words.to_owned())])
            };
            for field in TEXTS {
                let is_evidence = matches!(field, "for" | "against");
                let holds = if is_evidence { Holds::Sentences } else { Holds::Words };
                let words = part(&said(&format!("ledger-{field}")));
                asked.push(Asked::new(format!("{field}.{n}"), &words).holding(holds));
            }
            for (field, ids) in self.places() {
                let options = ids.iter().map(|id| ((*id).to_owned(), said(&format!("ledger-{field}-{id}"))));
                let words = part(&said(&format!("ledger-{field}")));
                asked.push(Asked::new(format!("{field}.{n}"), &words).options(options));
            }
            let columns = ["say", "sure", "why", "at"].map(|id| Asked {
                earlier_of: matches!(id, "say" | "sure").then(|| format!("{id}.{n}")),
                ..Asked::new(id, &said(&format!("ledger-rev-{id}")))
            });
            asked.push(Asked {
                columns: columns.into(),
                ..Asked::new(format!("rev.{n}"), &part(&said("ledger-revision")))
            });
        }
        asked.extend(SHEET.map(|id| Asked::new(format!("sheet.{id}"), &said(&format!("ledger-sheet-{id}")))));
        asked
    }

    /// The sentences of the case, a block for each hypothesis, and the sheet. Earlier texts are no part of a blank sheet.
    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let said = |key: &str| page.said(key, &[]);
        let how = SheetText::Words(said("paper-how-ledger"));
        let mut parts = vec![SheetPart::default().reading(vec![
            how,
            SheetText::Notes(&self.case),
            SheetText::Case(&self.case),
        ])];
        let asked = self.asked(page);
        for n in 1..=self.hypotheses.value {
            let is_own = |it: &&Asked| {
                it.id.rsplit_once('.').is_some_and(|(name, number)| number == n.to_string() && name != "rev")
            };
            let question = |it: &Asked| {
                let name = it.id.split('.').next().unwrap_or_default();
                let key = if name == "sure" { "paper-sure".to_owned() } else { format!("ledger-{name}") };
                let lines = match name {
                    "say" | "for" | "against" => 3,
                    "sure" | "who" | "when" => 1,
                    _ => 2,
                };
                SheetQuestion { asked: it.clone(), label: said(&key), lines, ..SheetQuestion::default() }
            };
            let title = page.said("ledger-hypothesis", &[("n", n.to_string())]);
            let questions = asked.iter().filter(is_own).map(question).collect();
            parts.push(SheetPart { title, questions, is_apart: n == 1, ..SheetPart::default() });
        }
        let sheet = SHEET.map(|id| SheetQuestion {
            help: said(&format!("ledger-sheet-{id}-help")),
            lines: 3,
            ..Asked::new(format!("sheet.{id}"), &said(&format!("ledger-sheet-{id}"))).into()
        });
        parts.push(SheetPart {
            title: said("ledger-sheet"),
            reads: vec![SheetText::Words(said("ledger-sheet-how"))],
            questions: sheet.into(),
            is_apart: true,
            ..SheetPart::default()
        });
        parts.into()
    }
}
