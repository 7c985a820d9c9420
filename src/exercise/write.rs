//! `write`: something to write. What there is to read afterwards — examples, good and nearly good — is common to all kinds.

use tera::Value;

use super::{Asked, Checker, Level, Page, TaskKind};
use crate::diagnostic::Code;
use crate::record;
use crate::yaml::Id;

record! {
    /// Something to write: `fields` and `examples`.
    pub struct Write {}
}

impl TaskKind for Write {
    fn check(&self, checker: &mut Checker<'_>) {
        let common = checker.common;
        checker.at_least(1, common.fields.len(), "fields", checker.head());
        let has = |level| common.examples.iter().any(|example| example.level == level);
        if !has(Level::Good) || !has(Level::Near) {
            checker.tell(Code::MissingExamples, checker.head(), |it| it);
        }
    }

    fn ids(&self) -> Vec<Vec<&Id>> {
        Vec::new()
    }

    fn view(&self, _: &dyn Page) -> Vec<(&'static str, Value)> {
        Vec::new()
    }

    fn asked(&self, _: &dyn Page) -> Vec<Asked> {
        Vec::new()
    }
}
