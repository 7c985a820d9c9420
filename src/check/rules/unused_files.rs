//! Every file of the course is used by something: a picture that nothing shows is forgotten, or misspelt somewhere.

use std::collections::HashSet;

use rayon::prelude::*;

use super::{each_body, is_hidden};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Found, Target};
use crate::source::{Sources, Span};

pub(super) fn unused_files(course: &Course, sources: &Sources, out: &mut Vec<Diagnostic>) {
    if course.assets.is_empty() {
        return;
    }
    let used: HashSet<&str> = course.documents.par_iter().flat_map_iter(|it| used_by(it, course)).collect();
    for path in course.assets.keys().filter(|path| !used.contains(&***path)) {
        let name = path.rsplit('/').next().unwrap_or(path);
        if !is_hidden(name, course, sources) {
            out.push(Diagnostic::new(Code::UnusedFile, Span::file(path)).with("path", &**path));
        }
    }
}

/// The files of the course that `document` uses.
fn used_by<'c>(document: &'c Document, course: &'c Course) -> Vec<&'c str> {
    let mut used: Vec<&str> = Vec::new();
    each_body(document, |body| {
        for image in &body.images {
            used.extend(course.locate_image(&document.path, &image.path).ok().map(|asset| &*asset.path));
        }
        for link in body.links.iter().filter(|link| matches!(link.target, Target::Path(..))) {
            if let Ok(Found::Asset(asset)) = course.locate(document, &link.target) {
                used.push(&asset.path);
            }
        }
    });
    used
}
