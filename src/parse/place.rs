//! The kind and the id of a file, by its path alone.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::locale::LanguageTag;
use crate::model::{EASY, Kind, Wording};
use crate::source::Span;
use crate::yaml::Id;

/// What a file is, and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPlace {
    /// Its kind.
    pub kind: Kind,
    /// Its id: of a page, `module/page`.
    pub id: Arc<str>,
}

/// The place of the text file at `path`.
///
/// # Errors
/// A diagnostic when no file of a course can be there, or when the name is not a valid id.
pub fn place(path: &Arc<str>) -> Result<DocumentPlace, Box<Diagnostic>> {
    let parts: Vec<&str> = path.split('/').collect();
    let unused = || {
        let code = if renamed(path).is_some() { Code::MisnamedFile } else { Code::UnusedFile };
        let diagnostic = Diagnostic::new(code, Span::file(path)).with("path", &**path);
        let name = renamed(path).and_then(|path| Some(path.rsplit('/').next()?.to_owned()));
        let right = right_place(path);
        let diagnostic = diagnostic.with("what", if right.is_some() { "document" } else { "file" });
        Box::new(diagnostic.with("right", right.unwrap_or_default()).with("name", name.unwrap_or_default()))
    };
    let (kind, id) = match parts[..] {
        ["course.yaml"] => (Kind::Course, "course".to_owned()),
        ["syllabus.yaml"] => (Kind::Syllabus, "syllabus".to_owned()),
        ["glossary.yaml"] => (Kind::Glossary, "glossary".to_owned()),
        ["wording.yaml"] => (Kind::Wording, Wording::ID.to_owned()),
        ["modules", module, "index.md"] => (Kind::Module, checked(path, module)?),
        ["modules", module, page] if page.ends_with(".md") => {
            (Kind::Page, format!("{}/{}", checked(path, module)?, checked(path, stem(page))?))
        }
        ["cases", file] if file.ends_with(".md") => (Kind::Case, checked(path, stem(file))?),
        ["roles", file] if file.ends_with(".md") => (Kind::Role, checked(path, stem(file))?),
        ["principles", file] if file.ends_with(".md") => (Kind::Principle, checked(path, stem(file))?),
        ["processes", file] if is_yaml(file) => (Kind::Process, checked(path, stem(file))?),
        ["worksheets", file] if is_yaml(file) => form(path, stem(file))?,
        ["meetings", file] if is_yaml(file) => (Kind::Meeting, checked(path, stem(file))?),
        ["sessions", file] if is_yaml(file) => (Kind::Session, checked(path, stem(file))?),
        ["panels", file] if is_yaml(file) => (Kind::Panel, checked(path, stem(file))?),
        ["exercises", file] if is_yaml(file) => (Kind::Exercise, checked(path, stem(file))?),
        _ => return Err(unused()),
    };
    Ok(DocumentPlace { kind, id: Arc::from(id) })
}

/// The folders of a course, and where a document in them is.
const PLACES: [(&str, &str); 10] = [
    ("modules", "modules/01-a/10-b.md"),
    ("cases", "cases/a.md"),
    ("roles", "roles/a.md"),
    ("principles", "principles/a.md"),
    ("processes", "processes/a.yaml"),
    ("worksheets", "worksheets/a.yaml"),
    ("meetings", "meetings/a.yaml"),
    ("sessions", "sessions/a.yaml"),
    ("panels", "panels/a.yaml"),
    ("exercises", "exercises/a.yaml"),
];

/// Where the document at `path` was meant to be, as an example: by the nearest of its folders' names.
fn right_place(path: &str) -> Option<&'static str> {
    let is_text = [".md", ".yaml"].iter().any(|end| path.ends_with(end));
    let mut folders = path.rsplit('/').skip(1).filter(|_| is_text);
    folders.find_map(|folder| {
        let near = nearest(&folder.to_lowercase(), PLACES.iter().map(|(name, _)| *name))?;
        PLACES.iter().find(|(name, _)| *name == near).map(|(_, right)| *right)
    })
}

/// The path that a file with a wrong ending or with capitals should have, if it would be part of the course then.
#[must_use]
pub fn renamed(path: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 8] = [
        (".md.txt", ".md"),
        (".yaml.txt", ".yaml"),
        (".yml.txt", ".yaml"),
        (".markdown", ".md"),
        (".mdown", ".md"),
        (".yml", ".yaml"),
        (".md", ".md"),
        (".yaml", ".yaml"),
    ];
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let lower = name.to_ascii_lowercase();
    let (stem, ending) =
        ENDINGS.iter().find_map(|(wrong, right)| Some((lower.strip_suffix(wrong)?, right)))?;
    let right =
        if folder.is_empty() { format!("{stem}{ending}") } else { format!("{folder}/{stem}{ending}") };
    (right != path && place(&Arc::from(right.as_str())).is_ok()).then_some(right)
}

/// A form, or with a dot in its name the same form in other words.
fn form(path: &Arc<str>, name: &str) -> Result<(Kind, String), Box<Diagnostic>> {
    let Some((form, variant)) = name.split_once('.') else {
        return Ok((Kind::Worksheet, checked(path, name)?));
    };
    let id = checked(path, form)?;
    if variant == EASY || LanguageTag::is_known(variant) {
        return Ok((Kind::Variant, format!("{id}.{variant}")));
    }
    let usual = LanguageTag::new(variant);
    let it = Diagnostic::new(Code::UnknownVariant, Span::file(path)).with("what", "unknown");
    let it = it.with("variant", variant).with("name", format!("{form}.{EASY}.yaml"));
    let meant = if LanguageTag::is_known(&usual) { Some(&*usual) } else { nearest(variant, [EASY]) };
    Err(Box::new(meant.into_iter().fold(it, |it, meant| it.with("suggestion", meant))))
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn is_yaml(file: &str) -> bool {
    file.ends_with(".yaml")
}

/// A name without the number that only orders it: `10-biestek` is `biestek`.
#[must_use]
pub fn unnumbered(name: &str) -> &str {
    match name.split_once('-') {
        Some((number, rest)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => rest,
        _ => name,
    }
}

/// The id that a name is, without its number.
fn checked(path: &Arc<str>, name: &str) -> Result<String, Box<Diagnostic>> {
    let id = unnumbered(name);
    if Id::is_valid(id) {
        return Ok(id.to_owned());
    }
    let diagnostic = Diagnostic::new(Code::InvalidId, Span::file(path)).with("id", name);
    let valid = valid(name).filter(|valid| valid != name);
    Err(Box::new(valid.into_iter().fold(diagnostic, |it, valid| it.with("suggestion", valid))))
}

/// The name in letters that an id may have: half-width, small, with hyphens.
fn valid(name: &str) -> Option<String> {
    let narrow = name.nfkc().flat_map(char::to_lowercase);
    let plain: String = narrow.map(|c| if c == '_' || c.is_whitespace() { '-' } else { c }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let valid = words.join("-");
    Id::is_valid(&valid).then_some(valid)
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
    fn a_name_that_is_nearly_valid_is_known_with_the_right_one() {
        for (name, right) in [
            ("10-Page_One", Some("10-page-one")),
            ("１０ page", Some("10-page")),
            ("朝", None),
            ("a (1)", None),
        ] {
            assert_eq!(valid(name).as_deref(), right, "{name}");
        }
    }

    #[test]
    fn what_is_no_part_of_a_course_has_no_place() {
        assert_eq!(of("notes.md"), None);
        assert_eq!(of("cases/deep/a.md"), None);
        assert_eq!(of("cases/朝.md"), None);
        assert_eq!(of("worksheets/a.yml"), None);
    }

    #[test]
    fn a_wrong_ending_is_known_with_the_right_one() {
        for (wrong, right) in [
            ("worksheets/a.yml", "worksheets/a.yaml"),
            ("course.yml", "course.yaml"),
            ("modules/01-m/10-a.MD", "modules/01-m/10-a.md"),
            ("modules/01-m/Index.md", "modules/01-m/index.md"),
            ("cases/a.markdown", "cases/a.md"),
            ("cases/a.md.txt", "cases/a.md"),
        ] {
            assert_eq!(renamed(wrong).as_deref(), Some(right));
        }
        assert_eq!(renamed("notes.markdown"), None);
        assert_eq!(renamed("cases/a.md"), None);
    }
}
