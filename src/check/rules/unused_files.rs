//! Every file of the course is used by something: a picture that nothing shows is forgotten, or misspelt somewhere.

use std::collections::HashSet;

use super::{each_body, is_hidden};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Found};
use crate::source::{Sources, Span};

pub(super) fn unused_files(course: &Course, sources: &Sources, out: &mut Vec<Diagnostic>) {
    let mut used: HashSet<&str> = HashSet::new();
    for document in &course.documents {
        each_body(document, |body| {
            for image in &body.images {
                used.extend(course.locate_image(&document.path, &image.path).ok().map(|asset| &*asset.path));
            }
            for link in &body.links {
                if let Ok(Found::Asset(asset)) = course.locate(document, &link.target) {
                    used.insert(&asset.path);
                }
            }
        });
    }
    for path in course.assets.keys().filter(|path| !used.contains(&***path)) {
        let name = path.rsplit('/').next().unwrap_or(path);
        if !is_hidden(name, course, sources) {
            out.push(Diagnostic::new(Code::UnusedFile, Span::file(path)).with("path", &**path));
        }
    }
}
