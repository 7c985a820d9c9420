//! `rubric`: a rating of oneself, criterion by criterion, with evidence; done again later, both are compared.

use super::{Checker, TaskKind};
use crate::diagnostic::Code;
use crate::record;

record! {
    /// A rating of oneself: the key `rubric`.
    pub struct SelfRating {}
}

impl TaskKind for SelfRating {
    fn check(&self, checker: &mut Checker<'_>) {
        let Some(rubric) = &checker.common.rubric else {
            return checker.tell(Code::MissingKey, checker.head(), |it| it.with("key", "rubric"));
        };
        for criterion in rubric.criteria.iter().filter(|criterion| criterion.toward.is_none()) {
            checker.tell(Code::MissingKey, criterion.id.at, |it| it.with("key", "toward"));
        }
    }

    fn is_rating(&self) -> bool {
        true
    }
}
