//! What the bytes of a path are made of, told without making them: a file that was made of the same need not be made again.
//!
//! A page, and its text in the search index, is made of its document's text, of the course's outline — what documents show of
//! each other, as [`crate::model::Document::face`] tells — and of the theme. Lists, the home page and scripts are made of
//! the latter two. Nothing is told of what every text is in — the shards of the search index, and the glossary, which lists
//! where its terms are used — nor of copied files.

use super::{Route, Site};

/// Tells what the paths of a site are made of.
pub struct MadeOf<'s> {
    site: &'s Site,
    /// Of what all are made.
    shared: blake3::Hasher,
}

impl Site {
    /// Tells what its paths are made of, by the program `program`.
    #[must_use]
    pub fn made_of(&self, program: &str) -> MadeOf<'_> {
        let mut shared = blake3::Hasher::new();
        shared.update(program.as_bytes()).update(&[0]);
        shared.update(self.theme.hash.as_bytes()).update(self.course.outline_hash().as_bytes());
        MadeOf { site: self, shared }
    }
}

impl MadeOf<'_> {
    /// The hash of all that the bytes of `path` depend on; `None` where it cannot be told.
    #[must_use]
    pub fn hash(&self, path: &str) -> Option<String> {
        let course = &self.site.course;
        let document = match self.site.routes.get(path)? {
            Route::Glossary | Route::SearchShard(_) | Route::CourseAsset(_) => return None,
            Route::Module(m) => course.modules[*m].front.as_ref(),
            Route::Page(m, p) => Some(&course.modules[*m].pages[*p]),
            // What was routed may be older than the course: what counts is its document now.
            Route::Document(document) | Route::Present(document) => course.at_path(&document.path),
            Route::SearchText(entry) => self.site.entries.document(*entry),
            _ => None,
        };
        let mut hasher = self.shared.clone();
        if let Some(document) = document {
            hasher.update(document.hash.as_bytes());
        }
        let hash = hasher.finalize().to_hex();
        // Half of it tells any two apart, in half the room.
        Some(hash[..32].to_owned())
    }
}
