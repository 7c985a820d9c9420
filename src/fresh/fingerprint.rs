//! Fingerprints: hashes of everything that a value depends on.

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use crate::error::Error;
use crate::model::{Body, Course, Document, Edition, Kind};
use crate::source::{Asset, Source, Sources, hash_asset};

/// The face hash of a document: of everything that other documents, and pages other than its own, can see of it. Of a page
/// that is its front matter (the first `front` bytes of its text), its headings and its exercises. Of any other document it
/// is the whole text.
#[must_use]
pub fn face_hash(kind: Kind, source: &Source, front: Option<usize>, body: &Body) -> Hash {
    let is_page = matches!(kind, Kind::Module | Kind::Page);
    let Some(front) = front.filter(|_| is_page) else { return source.hash };
    let mut hasher = Hasher::new();
    hasher.update(source.text[..front].as_bytes());
    let headings = body.headings.iter().flat_map(|heading| [heading.id.as_str(), heading.text.as_str()]);
    for name in headings.chain([""]).chain(body.exercises.iter().map(|place| &*place.id)) {
        hasher.update(name.as_bytes()).update(&[0]);
    }
    hasher.finalize()
}

/// The fingerprint of all inputs of a site but the program: every file of the course, the `theme`, and who it is for.
///
/// # Errors
/// When a file cannot be read.
pub fn inputs(sources: &Sources, theme: &Hash, edition: Edition) -> Result<Hash, Error> {
    let mut hasher = Hasher::new();
    let mut add = |path: &str, hash: &Hash| {
        hasher.update(path.as_bytes()).update(&[0]).update(hash.as_bytes());
    };
    sources.texts.values().for_each(|source| add(&source.path, &source.hash));
    let assets: Vec<&Asset> = sources.assets.values().collect();
    // A file with a fault is never published, so its fault is all that matters of it.
    let digest = |asset: &&Asset| {
        if asset.faults.is_empty() {
            hash_asset(asset)
        } else {
            Ok(blake3::hash(format!("{:?}", asset.faults).as_bytes()))
        }
    };
    let digests: Vec<Hash> = assets.par_iter().map(digest).collect::<Result<_, _>>()?;
    assets.iter().zip(&digests).for_each(|(asset, digest)| add(&asset.path, digest));
    add("/theme", theme);
    add("/edition", &blake3::hash(edition.word().as_bytes()));
    Ok(hasher.finalize())
}

/// What the bytes of a path of the site depend on, besides the program and the theme.
#[derive(Debug, Clone, Copy)]
pub enum Depends<'a> {
    /// The texts of all documents, or bytes that only reading them shows.
    Everything,
    /// The outline of the course.
    Outline,
    /// The outline of the course, and the own text of a document.
    Document(&'a Document),
}

/// Computes the fingerprints of the paths of a site.
pub struct PathFingerprints(Hasher);

impl PathFingerprints {
    /// For the site of `course` in the theme with the hash `theme`, made by `program`.
    #[must_use]
    pub fn new(program: &str, theme: &Hash, course: &Course) -> Self {
        let mut shared = Hasher::new();
        shared.update(program.as_bytes()).update(&[0]);
        shared.update(theme.as_bytes()).update(outline_hash(course).as_bytes());
        shared.update(course.edition.word().as_bytes());
        Self(shared)
    }

    /// The fingerprint of a path; `None` if it depends on everything.
    #[must_use]
    pub fn of(&self, depends: Depends<'_>) -> Option<String> {
        let mut hasher = self.0.clone();
        match depends {
            Depends::Everything => return None,
            Depends::Outline => {}
            Depends::Document(document) => drop(hasher.update(document.own_hash.as_bytes())),
        }
        // Half of the hash distinguishes any two, and takes half of the space in the manifest.
        Some(hasher.finalize().to_hex()[..32].to_owned())
    }
}

/// The fingerprint of the outline of a course.
fn outline_hash(course: &Course) -> Hash {
    let mut hasher = Hasher::new();
    for document in &course.documents {
        hasher.update(document.path.as_bytes()).update(&[0]).update(document.face_hash.as_bytes());
    }
    for Asset { path, len, size, .. } in course.assets.values() {
        hasher.update(format!("{path}\0{len} {size:?}\0").as_bytes());
    }
    hasher.finalize()
}
