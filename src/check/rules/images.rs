//! Every picture is in the course, and its size can be read, so that nothing moves while a page loads.

use super::{each_body, span};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Missing};

pub(super) fn images(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    each_body(document, |body| {
        for image in &body.images {
            let told = |code| Diagnostic::new(code, span(document, image.at)).with("path", &*image.path);
            match course.locate_image(&document.path, &image.path) {
                Ok(asset) if asset.size.is_some() || !asset.faults.is_empty() => {}
                Ok(_) => out.push(told(Code::ImageUnreadable)),
                Err(Missing::Outside) => out.push(told(Code::OutsideCourse)),
                Err(_) => {
                    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
                    let known: Vec<String> = course.assets.keys().map(|path| name(path)).collect();
                    let told = told(Code::ImageNotFound);
                    out.push(told.near(&name(&image.path), known.iter().map(String::as_str)));
                }
            }
        }
    });
}
