//! `staged`: a case read stage by stage. Before the next stage opens, the learner commits a formulation and how sure they are.

use super::{Asked, Checker, TaskKind};
use crate::diagnostic::Code;
use crate::host::{Host, Values};
use crate::model::Case;
use crate::record;
use crate::yaml::{Id, Record as _, Rich, To};

record! {
    /// A case read stage by stage.
    pub struct Staged {
        /// The case.
        case "case": To<Case>,
        /// What is asked after each stage, in the order of the case.
        stages "stages": Vec<Pause>,
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

impl TaskKind for Staged {
    fn check(&self, checker: &mut Checker<'_>) {
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
        vec![("stages", stages.collect::<Vec<_>>().into()), ("case", page.case(&self.case))]
    }

    fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let fields = self.stages.iter().enumerate().flat_map(|(index, pause)| {
            let stage = [("n", (index + 1).to_string())];
            let parts = [
                ("read", "asked-reading"),
                ("sure", "asked-sure"),
                ("change", "asked-change"),
                ("later", "asked-later"),
            ];
            parts.map(|(name, key)| Asked::new(format!("{name}.{}", &*pause.stage), &page.said(key, &stage)))
        });
        fields.collect()
    }
}
