//! Incremental work: what is cached, what makes it stale, and where that is decided.
//!
//! Two commands work incrementally. `serve` keeps everything in memory and receives what changed ([`Changed`]). `build` starts
//! with nothing but the manifest of the last build, and compares fingerprints.
//!
//! | cached | kept by | stale when | decided in |
//! |---|---|---|---|
//! | the files that were read | [`Readings`] | the watcher names the file; a folder, a link or a manifest changed, or the watcher lost what changed: all of them | [`Readings::after`], [`crate::source::read_after`] |
//! | a parsed text and its own findings | [`ParsedTexts`] | the hash of the text changed; `allow` of `course.yaml`, `wording.yaml`, a reading in the glossary or the locale changed: all of them | [`ParsedTexts::after`] |
//! | the compiled theme | [`Themes`] | the fingerprint of its files or the language changed | [`Themes::after`] |
//! | the tables for looking things up | [`crate::model::Course`] | a path, a face hash, or a file beside the texts changed | [`has_same_outline`] |
//! | the findings of a document in its course | [`crate::check::Checked`] | the document or the outline changed; a finding points into a changed document: all of them | [`dirty_documents`] |
//! | what learners see of a document | [`Editions`] | the document changed | [`Editions::after`] |
//! | the paths of the site | [`crate::render::Routes`] | the outline, the theme, or the set of used files changed | [`has_same_routes`] |
//! | navigation, reading order, search entries | [`crate::render::Site`] | the outline or the theme changed | [`has_same_frame`] |
//! | a rendered file | the output folder | the fingerprint of its path changed; another program changed the file | [`PathFingerprints`], [`crate::output::write`] |
//! | the whole site | the output folder | the fingerprint of all inputs changed; another program changed a file of it | [`inputs`], [`crate::output::unchanged`] |
//!
//! The search index, the glossary and copied files have no path fingerprint: they depend on every text, or on bytes that
//! only reading them shows. They are made by every build that is not stopped by the last row. So are the lists of all files
//! (`offline: true`), from the hashes that the output folder has of each.
//!
//! Words: a *fingerprint* is a hash of everything that a value depends on. The *own hash* of a document is the hash of its
//! whole text. Its *face hash* is the hash of everything that other documents and their pages can see of it. The *outline* of
//! a course is the paths and face hashes of its documents, and the files beside them. A value is *dirty* when it must be
//! computed again. A function `x_after(…)` gives what `x(…)` would give, from what is cached.
//!
//! The rule: after any change, the result is the same as without any cache. `tests/suite/again.rs` holds it for `serve`,
//! `tests/suite/build.rs` for `build`.

mod cache;
mod fingerprint;
mod scope;

use std::path::PathBuf;

pub use cache::{Editions, ParsedTexts, Readings, Themes};
pub use fingerprint::{Depends, PathFingerprints, face_hash, inputs};
pub use scope::{dirty_documents, has_same_frame, has_same_outline, has_same_routes};

/// What changed since the last look at the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed<'a> {
    /// These files or folders, and nothing else. Absolute paths without links.
    Paths(&'a [PathBuf]),
    /// Anything may have changed.
    Anything,
}
