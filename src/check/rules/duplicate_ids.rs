//! An id names one thing. Answers, links and evidence depend on ids: two equal ids would mix them up.

use std::collections::HashMap;

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Course, Document};
use crate::source::Sources;
use crate::yaml::Id;

/// No two files of a kind have the same id.
pub(super) fn among_documents(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    // Why a document has no content is reported: often because of its name, and then it has another id.
    for (document, first) in course.namesakes().filter(|(document, _)| document.content.is_some()) {
        out.push(
            Diagnostic::new(Code::DuplicateId, document.span())
                .with("kind", document.kind.word())
                .with("id", &*document.id)
                .related(first.span()),
        );
    }
}

/// No two parts of a document have the same id.
pub(super) fn within_document(document: &Document, _: &str, _: &CheckContext, out: &mut Vec<Diagnostic>) {
    let mut unique = |ids: &mut dyn Iterator<Item = &Id>| {
        let mut seen: HashMap<&str, &Id> = HashMap::new();
        for id in ids {
            if let Some(first) = seen.insert(&id.name, id) {
                let diagnostic = Diagnostic::new(Code::DuplicateId, span(document, id.at))
                    .with("kind", document.kind.word());
                out.push(diagnostic.with("id", &**id).related(span(document, first.at)));
            }
        }
    };
    match &document.content {
        Some(Content::Case(it)) => {
            unique(&mut it.stages.iter().map(|part| &part.id));
            unique(&mut it.persons.iter().map(|part| &part.id));
            unique(&mut it.formulations.iter().map(|part| &part.id));
            unique(&mut it.genogram.iter().flat_map(|drawn| &drawn.persons).map(|part| &part.id));
            unique(&mut it.ecomap.iter().flat_map(|drawn| &drawn.systems).map(|part| &part.id));
            unique(&mut it.timeline.iter().flat_map(|drawn| &drawn.spans).map(|part| &part.id));
            unique(&mut it.week.iter().flat_map(|drawn| drawn.rows.iter()).map(|part| &part.id));
        }
        Some(Content::Principles(it)) => {
            let members = it.members.iter().map(|part| &part.id);
            unique(&mut members.chain(it.tensions.iter().map(|part| &part.id)));
        }
        Some(Content::Process(it)) => unique(&mut it.stages.iter().map(|part| &part.id)),
        Some(Content::Syllabus(it)) => {
            unique(&mut it.areas.iter().map(|part| &part.id));
            unique(&mut it.items.iter().map(|part| &part.id));
        }
        Some(Content::Glossary(it)) => unique(&mut it.terms.iter().map(|part| &part.id)),
        Some(Content::Worksheet(it)) => {
            unique(&mut it.sections.iter().map(|part| &part.id));
            unique(&mut it.fields().map(|part| &part.id));
        }
        Some(Content::Meeting(it)) => {
            unique(&mut it.roles.iter().map(|part| &part.id));
            unique(&mut it.steps.iter().map(|part| &part.id));
        }
        Some(Content::Session(it)) => unique(&mut it.steps.iter().map(|part| &part.id)),
        Some(Content::Exercise(it)) => {
            let mut lists = it.task.kind().ids().into_iter();
            let answers = lists.next().unwrap_or_default();
            unique(&mut answers.into_iter().chain(it.common.fields.iter().map(|field| &field.id)));
            lists.for_each(|ids| unique(&mut ids.into_iter()));
            let criteria = it.common.rubric.iter().flat_map(|rubric| &rubric.criteria);
            unique(&mut criteria.map(|criterion| &criterion.id));
        }
        _ => {}
    }
    for field in document.fields() {
        unique(&mut field.options.iter().map(|part| &part.id));
        unique(&mut field.rows.iter().map(|part| &part.id));
        unique(&mut field.columns.iter().map(|part| &part.id));
    }
}
