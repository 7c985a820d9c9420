//! A case declares that it is fictional. The build fails without it: no living person may be used for teaching.

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;

pub(super) fn fictional(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(case) = document.case() else { return };
    match &case.fictional {
        Some(declared) if declared.value => {}
        Some(declared) => out.push(Diagnostic::new(Code::MissingFictional, span(document, declared.at))),
        None => out.push(Diagnostic::new(Code::MissingFictional, document.span())),
    }
}
