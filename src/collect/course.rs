//! What the course asks: how fields are called, and what is written into them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::file::RevisionAge;
use crate::answers::Exported;
use crate::field::Asked;
use crate::locale::PersonalRules;
use crate::render::{Site, Work};

/// A course as rows need it.
#[derive(Debug)]
pub struct AskedCourse {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    revision: u64,
    works: HashMap<String, AskedWork>,
    /// The keys that answers were stored under before, each with the one of now.
    pub(super) earlier: BTreeMap<String, String>,
    pub(super) personal: Option<PersonalRules>,
}

/// An exercise or a form, with its fields by their names.
#[derive(Debug)]
pub(super) struct AskedWork {
    pub(super) kind: &'static str,
    pub(super) title: String,
    /// Where it is on the site, with the part of the page.
    pub(super) page: String,
    fields: HashMap<String, Asked>,
}

/// A field of a course.
pub(super) struct NamedField<'c> {
    pub(super) asked: &'c Asked,
    pub(super) label: Cow<'c, str>,
    /// The row of a table.
    pub(super) row: Option<u32>,
}

impl AskedCourse {
    /// The course of `site`.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        let info = site.course().info();
        let work = |work: Work| {
            let fields = work.fields.into_iter().map(|asked| (asked.id.clone(), asked)).collect();
            (work.key, AskedWork { kind: work.kind, title: work.title, page: work.url, fields })
        };
        Self {
            id: info.map_or_else(String::new, |info| info.id.to_string()),
            title: info.map_or_else(String::new, |info| info.title.to_string()),
            revision: info.map_or(1, |info| info.revision.value.into()),
            works: site.works().into_iter().map(work).collect(),
            earlier: site.course().earlier_keys(),
            personal: site.locale().rules.personal_data.clone(),
        }
    }

    /// The exercise or form that is stored under `key`; `None` if the course has none.
    pub(super) fn work(&self, key: &str) -> Option<&AskedWork> {
        self.works.get(key)
    }

    /// Whether `file` is of this revision of the course.
    #[must_use]
    pub fn standing(&self, file: &Exported) -> RevisionAge {
        match file.course.revision.as_u64() {
            Some(theirs) if theirs < self.revision => RevisionAge::Older(theirs, self.revision),
            Some(theirs) if theirs > self.revision => RevisionAge::Newer(theirs, self.revision),
            _ => RevisionAge::Same,
        }
    }
}

impl AskedWork {
    /// The field that is stored under `name`. `people.2.age` is the column `age` in row 2 of the table `people`, `present.3` the third
    /// of the list `present`.
    pub(super) fn field(&self, name: &str) -> Option<NamedField<'_>> {
        if let Some(asked) = self.fields.get(name) {
            return Some(NamedField { asked, label: Cow::Borrowed(&asked.label), row: None });
        }
        let mut cut = name.len();
        while let Some(dot) = name[..cut].rfind('.') {
            if let Some(asked) = self.fields.get(&name[..dot]) {
                return within(asked, &name[dot + 1..]);
            }
            cut = dot;
        }
        None
    }
}

/// The part `rest` of a field: `2`, `2.age`.
fn within<'c>(asked: &'c Asked, rest: &str) -> Option<NamedField<'c>> {
    let (row, column) = rest.split_once('.').unwrap_or((rest, ""));
    let number = row.parse::<u32>().ok().filter(|it| *it > 0 && !row.starts_with(['0', '+']))?;
    let called = |words: &str| Cow::Owned(format!("{} {row} {words}", asked.label).trim_end().to_owned());
    if !asked.columns.is_empty() {
        let column = asked.columns.iter().find(|it| it.id == column)?;
        return Some(NamedField { asked: column, label: called(&column.label), row: Some(number) });
    }
    (asked.many && column.is_empty()).then(|| NamedField { asked, label: called(""), row: Some(number) })
}
