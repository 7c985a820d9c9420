//! `staged`: a case read stage by stage. Before the next stage opens, the learner commits a formulation and how sure they are.

use super::{Asked, Checker, ExerciseSheet, SheetPart, SheetQuestion, SheetText, TaskKind};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::model::{Case, Panel};
use crate::record;
use crate::yaml::{Id, Record as _, Rich, To};

record! {
    /// A case read stage by stage.
    pub struct Staged {
        /// The case.
        case "case": To<Case>,
        /// What is asked after each stage, in the order of the case.
        stages "stages": Vec<Pause>,
        /// The id of a panel on the case, which is shown stage by stage. Shown only afterwards.
        panel "panel": Option<To<Panel>>,
    }
}

record! {
    /// What is asked after a stage.
    pub struct Pause {
        /// The id of the stage. Stored answers depend on it: never change it.
        stage "stage": Id,
        /// What the learner is asked to write before reading on.
        ask "ask": Rich,
    }
}

/// What is kept of each stage: the name before its id, and the key of its label.
const PARTS: [(&str, &str); 4] =
    [("read", "asked-reading"), ("sure", "asked-sure"), ("change", "asked-change"), ("later", "asked-later")];

impl TaskKind for Staged {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.panel(self.panel.as_ref(), &self.case);
        let Some(case) = checker.course.case(&self.case) else { return };
        let known: Vec<&str> = case.stages.iter().map(|stage| &*stage.id.name).collect();
        let before = checker.out.len();
        for pause in &self.stages {
            checker.one_of(&pause.stage, pause.stage.at, &known);
        }
        if checker.out.len() > before {
            return;
        }
        for (index, name) in known.iter().enumerate() {
            match self.stages.get(index) {
                Some(pause) if &*pause.stage == *name => {}
                // The first that is elsewhere is the mistake; the others follow from it.
                Some(pause) => {
                    return checker.report(Code::StagedOrder, pause.stage.at, |it| it.with("id", *name));
                }
                None => {
                    let at = self.case.at;
                    return checker.report(Code::StagedOrder, at, |it| it.with("id", *name));
                }
            }
        }
    }

    fn own_names(&self) -> &'static [&'static str] {
        &["read", "sure", "change", "later"]
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        vec![Vec::new(), self.stages.iter().map(|pause| &pause.stage).collect()]
    }

    fn view(&self, page: &dyn Host) -> Values {
        let stages = self.stages.iter().enumerate().map(|(index, pause)| {
            let (title, html) = page.stage(&self.case, &pause.stage);
            pause.view_with(page, [("number", (index + 1).into()), ("title", title), ("html", html)])
        });
        vec![
            ("stages", stages.collect::<Vec<_>>().into()),
            ("case", page.case(&self.case)),
            ("panel", self.panel.as_ref().map(|it| page.panel(it)).into()),
        ]
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let fields = self.stages.iter().enumerate().flat_map(|(index, pause)| {
            let stage = [("n", (index + 1).to_string())];
            PARTS.map(|(name, key)| Asked::new(format!("{name}.{}", &*pause.stage), &page.said(key, &stage)))
        });
        fields.collect()
    }

    /// Each stage begins on a page of its own: the next one is handed out when the last is written.
    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        let how = SheetPart::default().reading(vec![
            SheetText::Words(page.said("paper-how-staged", &[])),
            SheetText::Notes(&self.case),
        ]);
        let asked = self.asked(page);
        let stages = self.stages.iter().zip(asked.chunks(PARTS.len())).enumerate();
        let stages = stages.map(|(index, (pause, asked))| {
            let keys = ["staged-read", "paper-sure", "staged-change"];
            let lines = [6, 1, 3];
            let wanted = if index == 0 { 2 } else { 3 };
            let questions = asked.iter().zip(keys).zip(lines).take(wanted);
            let questions = questions.map(|((asked, key), lines)| SheetQuestion {
                asked: asked.clone(),
                label: page.said(key, &[]),
                lines,
                ..SheetQuestion::default()
            });
            let reads = vec![SheetText::Stage(&self.case, &pause.stage), SheetText::Rich(&pause.ask)];
            let part =
                SheetPart { questions: questions.collect(), is_apart: index > 0, ..SheetPart::default() };
            part.reading(reads)
        });
        std::iter::once(how).chain(stages).collect::<Vec<_>>().into()
    }
}
