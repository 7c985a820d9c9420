//! How far a change reaches, decided by comparing the course before it with the course after it.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::{Course, Document};
use crate::source::Asset;
use crate::theme::Theme;

/// Whether `documents` and `assets` have the outline of the course `before`: the same documents in the same order with the same
/// face hashes, and the same files beside them.
#[must_use]
pub fn has_same_outline(
    before: &Course,
    documents: &[Arc<Document>],
    assets: &BTreeMap<Arc<str>, Asset>,
) -> bool {
    let is_same = |(old, new): (&Arc<Document>, &Arc<Document>)| {
        Arc::ptr_eq(old, new) || old.path == new.path && old.face_hash == new.face_hash
    };
    before.documents.len() == documents.len()
        && before.documents.iter().zip(documents).all(is_same)
        && before.assets == *assets
}

/// The documents of `after` that must be checked in their course again, and the cached `findings` of all others. `None` if all
/// documents must be checked again.
#[must_use]
pub fn dirty_documents<'c>(
    before: &Course,
    after: &'c Course,
    findings: &[Diagnostic],
) -> Option<(Vec<&'c Arc<Document>>, Vec<Diagnostic>)> {
    if !after.shares_outline(before) {
        return None;
    }
    let pairs = before.documents.iter().zip(&after.documents);
    let changed: Vec<_> = pairs.filter(|(old, new)| !Arc::ptr_eq(old, new)).map(|(_, new)| new).collect();
    let paths: HashSet<&str> = changed.iter().map(|document| &*document.path).collect();
    let of_others = findings.iter().filter(|it| !paths.contains(&*it.span.path));
    let cached: Vec<Diagnostic> = of_others.cloned().collect();
    let points_into = |it: &Diagnostic| it.related.as_ref().is_some_and(|at| paths.contains(&*at.path));
    (!cached.iter().any(points_into)).then_some((changed, cached))
}

/// Whether what surrounds the pages of two sites is the same: navigation, reading order, the list of what can be found.
#[must_use]
pub fn has_same_frame(before: (&Course, &Arc<Theme>), after: (&Course, &Arc<Theme>)) -> bool {
    after.0.shares_outline(before.0) && Arc::ptr_eq(before.1, after.1)
}

/// Whether two sites have the same paths.
#[must_use]
pub fn has_same_routes(before: (&Course, &Arc<Theme>), after: (&Course, &Arc<Theme>)) -> bool {
    has_same_frame(before, after) && after.0.has_same_used_assets(before.0)
}
