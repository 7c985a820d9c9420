//! `rubric`: a self-assessment, criterion by criterion, with evidence. A later one is compared with the earlier.

use super::{Checker, TaskKind};
use crate::diagnostic::Code;
use crate::record;

record! {
    /// A self-assessment: the key `rubric`.
    pub struct SelfRating {}
}

impl TaskKind for SelfRating {
    fn check(&self, checker: &mut Checker<'_>) {
        let Some(rubric) = &checker.common.rubric else {
            return checker.report(Code::MissingKey, checker.head(), |it| it.with("key", "rubric"));
        };
        for criterion in rubric.criteria.iter().filter(|criterion| criterion.toward.is_none()) {
            checker.report(Code::MissingKey, criterion.id.at, |it| it.with("key", "toward"));
        }
    }

    fn is_rating(&self) -> bool {
        true
    }
}
