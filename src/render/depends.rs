//! What the bytes of each path of a site depend on.

use super::{Route, Site, What};
use crate::fresh::{Depends, PathFingerprints};

impl Site {
    /// Computes the fingerprints of its paths, as `program` makes them.
    #[must_use]
    pub fn fingerprints(&self, program: &str) -> PathFingerprints {
        PathFingerprints::new(program, &self.theme.hash, &self.course)
    }

    /// What the bytes of `path` depend on.
    #[must_use]
    pub fn depends(&self, path: &str) -> Depends<'_> {
        let course = &self.course;
        let document = match self.routes.get(path) {
            // The files of the search hold many texts, the glossary lists where its terms are used.
            None
            | Some(
                Route::Glossary
                | Route::SearchMeta
                | Route::SearchShard(_)
                | Route::SearchText(_)
                | Route::CourseAsset(_),
            ) => return Depends::Everything,
            // The answers of a group are no part of the course.
            Some(Route::Board | Route::Gathered) if self.is_gathered() => return Depends::Everything,
            Some(Route::Module(m)) => course.modules[*m].front.as_ref(),
            Some(Route::Page(m, p)) => Some(&course.modules[*m].pages[*p]),
            // The route may be older than the course, so its document is looked up again.
            Some(
                Route::Document(document)
                | Route::Variant(document)
                | Route::Present(document)
                | Route::Card(document, _),
            ) => course.at_path(&document.path),
            // A paper of a module holds the texts of its pages; the text of every other document is in the outline.
            Some(Route::Paper(paper, _)) if paper.what == What::Module => return Depends::Everything,
            Some(_) => None,
        };
        document.map_or(Depends::Outline, |document| Depends::Document(document))
    }
}
