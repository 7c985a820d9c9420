//! The glossary: by initial, each term with where it is used.

use std::collections::BTreeMap;

use tera::{Context, Value};

use super::super::Site;
use super::super::frame::{entry, map};
use super::super::text::TextWriter;
use crate::locale::GlossaryRows;
use crate::model::{Body, Document, Found, Kind, Term};
use crate::yaml::{Range, Record as _, Visitor};

pub(super) fn glossary(site: &Site, writer: &TextWriter<'_>, context: &mut Context) -> &'static str {
    let used = uses(site);
    let mut terms: Vec<&Term> = site.course.terms().iter().collect();
    terms.sort_by_cached_key(|term| (sort_key(term), term.term.to_string()));
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for term in terms {
        let initial = initial(term, site.locale().rules.glossary.as_ref());
        let value = term_value(site, term, used.get(&*term.id), writer);
        match groups.last_mut() {
            Some((last, group)) if *last == initial => group.push(value),
            _ => groups.push((initial, vec![value])),
        }
    }
    let groups = groups
        .into_iter()
        .map(|(initial, terms)| map([("initial", initial.into()), ("terms", terms.into())]));
    context.insert_value("groups", groups.collect::<Vec<_>>().into());
    "glossary.html"
}

fn term_value(site: &Site, term: &Term, used: Option<&Vec<Value>>, writer: &TextWriter<'_>) -> Value {
    let see = term.see.iter().filter_map(|id| site.course.term_by_id(id));
    let see = see.map(|term| map([("id", (&*term.id).into()), ("term", (&**term.term).into())]));
    let computed =
        [("see", see.collect::<Vec<_>>().into()), ("used", used.cloned().unwrap_or_default().into())];
    term.view_with(writer, computed)
}

/// The pages that link each term, by the term's id.
fn uses(site: &Site) -> BTreeMap<String, Vec<Value>> {
    struct Uses<'s> {
        site: &'s Site,
        document: &'s Document,
        out: BTreeMap<String, Vec<Value>>,
        last: BTreeMap<String, &'s str>,
    }
    impl<'a> Visitor<'a> for Uses<'_> {
        fn body(&mut self, body: &'a Body, _: Range) {
            for link in &body.links {
                let Ok(Found::Term(term)) = self.site.course.locate(self.document, &link.target) else {
                    continue;
                };
                let Some(url) = self.document.url() else { continue };
                if self.last.insert(term.id.to_string(), &self.document.path) != Some(&*self.document.path) {
                    self.out.entry(term.id.to_string()).or_default().push(entry(self.document.title(), &url));
                }
            }
        }
        fn reference(&mut self, _: Kind, _: &'a str, _: Range) {}
    }
    let Some(first) = site.course.documents.first() else { return BTreeMap::new() };
    let mut uses = Uses { site, document: first, out: BTreeMap::new(), last: BTreeMap::new() };
    for document in site.course.documents.iter().filter(|document| document.kind != Kind::Glossary) {
        uses.document = document;
        document.visit(&mut uses);
    }
    uses.out
}

/// The reading in hiragana; the term itself if there is none.
fn sort_key(term: &Term) -> String {
    crate::model::normalised(term.reading.as_ref().map_or(&**term.term, |reading| reading))
}

/// The row of characters, or the letter, under which a term is listed.
fn initial(term: &Term, rows: Option<&GlossaryRows>) -> String {
    let Some(first) = sort_key(term).chars().next() else { return String::new() };
    rows.and_then(|rows| rows.row_of(first)).map_or_else(|| first.to_uppercase().to_string(), String::from)
}
