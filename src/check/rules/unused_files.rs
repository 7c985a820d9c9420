//! Every file of the course is used by something: a picture that nothing shows is forgotten, or misspelt somewhere. It is not
//! published.

use super::is_hidden;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Course;
use crate::source::{Sources, Span};

pub(super) fn unused_files(course: &Course, sources: &Sources, out: &mut Vec<Diagnostic>) {
    for path in course.assets.keys().filter(|path| !course.is_used(path)) {
        let name = path.rsplit('/').next().unwrap_or(path);
        if !is_hidden(name, course, sources) {
            let unused = Diagnostic::new(Code::UnusedFile, Span::file(path)).with("path", &**path);
            out.push(unused.with("what", "file"));
        }
    }
}
