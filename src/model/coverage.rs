//! The curriculum map: what each item of the syllabus is taught, practised and assessed by.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Course, Document, Kind};

/// What covers the items of a syllabus.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    items: BTreeMap<Arc<str>, Covered>,
}

/// What covers one item.
#[derive(Debug, Clone, Default)]
pub struct Covered {
    /// Pages and other texts that teach it.
    pub taught: Vec<Arc<Document>>,
    /// Exercises and forms that practise it.
    pub practised: Vec<Arc<Document>>,
    /// Exercises that let the learner assess it.
    pub assessed: Vec<Arc<Document>>,
}

impl Coverage {
    /// What covers the item `id`; `None` if nothing does.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&Covered> {
        self.items.get(id)
    }
}

/// The curriculum map of `course`. A session covers nothing by itself: it leads to the pages and exercises that do.
#[must_use]
pub fn coverage(course: &Course) -> Coverage {
    let mut coverage = Coverage::default();
    let mut entry =
        |id: &Arc<str>, add: &dyn Fn(&mut Covered)| add(coverage.items.entry(Arc::clone(id)).or_default());
    for document in course.documents.iter().filter(|document| document.kind != Kind::Session) {
        for item in document.covers() {
            entry(&item.id, &|covered| match document.kind {
                Kind::Exercise | Kind::Worksheet | Kind::Meeting => {
                    covered.practised.push(Arc::clone(document));
                }
                _ => covered.taught.push(Arc::clone(document)),
            });
        }
        if let Some(exercise) = document.exercise() {
            for item in &exercise.common.assesses {
                entry(&item.id, &|covered| covered.assessed.push(Arc::clone(document)));
            }
        }
    }
    coverage
}
