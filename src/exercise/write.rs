//! `write`: something to write. What there is to read afterwards — examples, good and nearly good — is common to all kinds.

use super::{Checker, Level, TaskKind};
use crate::diagnostic::Code;
use crate::record;

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
            checker.report(Code::MissingExamples, checker.head(), |it| it);
        }
    }
}
