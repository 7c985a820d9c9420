//! The kind and the id of a file, by its path alone.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Kind;
use crate::source::Span;
use crate::yaml::Id;

/// What a file is, and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its kind.
    pub kind: Kind,
    /// Its id: of a page, `module/page`.
    pub id: Arc<str>,
}

/// The place of the text file at `path`.
///
/// # Errors
/// A diagnostic when nothing of a course lies there, or when the name can be no id.
pub fn place(path: &Arc<str>) -> Result<Place, Box<Diagnostic>> {
    let parts: Vec<&str> = path.split('/').collect();
    let unused = || Box::new(Diagnostic::new(Code::UnusedFile, Span::file(path)).with("path", &**path));
    let (kind, id) = match parts[..] {
        ["course.yaml"] => (Kind::Course, "course".to_owned()),
        ["syllabus.yaml"] => (Kind::Syllabus, "syllabus".to_owned()),
        ["glossary.yaml"] => (Kind::Glossary, "glossary".to_owned()),
        ["modules", module, "index.md"] => (Kind::Module, checked(path, module)?),
        ["modules", module, page] if page.ends_with(".md") => {
            (Kind::Page, format!("{}/{}", checked(path, module)?, checked(path, stem(page))?))
        }
        ["cases", file] if file.ends_with(".md") => (Kind::Case, checked(path, stem(file))?),
        ["roles", file] if file.ends_with(".md") => (Kind::Role, checked(path, stem(file))?),
        ["principles", file] if file.ends_with(".md") => (Kind::Principle, checked(path, stem(file))?),
        ["processes", file] if is_yaml(file) => (Kind::Process, checked(path, stem(file))?),
        ["worksheets", file] if is_yaml(file) => (Kind::Worksheet, checked(path, stem(file))?),
        ["meetings", file] if is_yaml(file) => (Kind::Meeting, checked(path, stem(file))?),
        ["exercises", file] if is_yaml(file) => (Kind::Exercise, checked(path, stem(file))?),
        _ => return Err(unused()),
    };
    Ok(Place { kind, id: Arc::from(id) })
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn is_yaml(file: &str) -> bool {
    file.ends_with(".yaml")
}

/// A name without the number that only orders it: `10-biestek` is `biestek`.
fn checked(path: &Arc<str>, name: &str) -> Result<String, Box<Diagnostic>> {
    let id = match name.split_once('-') {
        Some((number, rest)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => rest,
        _ => name,
    };
    if Id::is_valid(id) {
        return Ok(id.to_owned());
    }
    Err(Box::new(Diagnostic::new(Code::InvalidId, Span::file(path)).with("id", name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> Option<(Kind, String)> {
        place(&Arc::from(path)).ok().map(|place| (place.kind, place.id.to_string()))
    }

    #[test]
    fn a_number_before_a_name_only_orders() {
        assert_eq!(of("modules/01-encounter/10-biestek.md"), Some((Kind::Page, "encounter/biestek".into())));
        assert_eq!(of("modules/01-encounter/index.md"), Some((Kind::Module, "encounter".into())));
        assert_eq!(of("cases/morning-classroom.md"), Some((Kind::Case, "morning-classroom".into())));
    }

    #[test]
    fn what_is_no_part_of_a_course_has_no_place() {
        assert_eq!(of("notes.md"), None);
        assert_eq!(of("cases/deep/a.md"), None);
        assert_eq!(of("cases/朝.md"), None);
        assert_eq!(of("worksheets/a.yml"), None);
    }
}
