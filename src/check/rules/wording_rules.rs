//! A rule of `wording.yaml` that finds nothing, or whose fix another rule reports, corrects no text.

use std::collections::{BTreeSet, HashMap};

use super::span;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Course, Document, Kind, Wording, WordingRule, covers};
use crate::source::Sources;
use crate::yaml::{At, Text};

/// The rules among themselves.
pub(super) fn wording_rules(document: &Document, _: &str, context: &CheckContext, out: &mut Vec<Diagnostic>) {
    let Some(wording) = document.wording() else { return };
    let mut avoided: HashMap<&str, &At<Text>> = HashMap::new();
    for rule in &wording.wording {
        for form in std::iter::once(&rule.avoid).chain(&rule.forms) {
            if let Some(first) = avoided.insert(form, form) {
                let twice = wrong(document, form, "twice").with("word", &***form);
                out.push(twice.related(span(document, first.at)));
            }
        }
    }
    for rule in &wording.wording {
        out.extend(fault(document, rule, &avoided));
        for form in rule.forms.iter().filter(|_| rule.avoid.value != rule.instead.value) {
            if rule.inflected(form, context.locale.rules.spaced).is_none() {
                let it = wrong(document, form, "form").with("word", &***form);
                out.push(it.with("avoid", &**rule.avoid).with("use", &**rule.instead));
            }
        }
    }
}

/// What is wrong with the word that `rule` puts in the place of another.
fn fault(document: &Document, rule: &WordingRule, avoided: &HashMap<&str, &At<Text>>) -> Option<Diagnostic> {
    let instead = &rule.instead;
    if rule.avoid.value == instead.value {
        return Some(wrong(document, instead, "same").with("word", &***instead));
    }
    let (word, first) = avoided.get_key_value(&***instead)?;
    Some(wrong(document, instead, "avoided").with("word", *word).related(span(document, first.at)))
}

/// A file or folder that `except` names and that is not there.
pub(super) fn exceptions(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    let Some(document) = course.find(Kind::Wording, Wording::ID) else { return };
    let excepts = document.wording().into_iter().flat_map(|it| &it.wording).flat_map(|rule| &rule.except);
    for except in excepts {
        if course.documents.iter().any(|it| covers(except, &it.path)) {
            continue;
        }
        let paths = course.documents.iter().map(|it| &*it.path);
        let folders: BTreeSet<&str> = paths.clone().filter_map(|it| Some(it.rsplit_once('/')?.0)).collect();
        let it = wrong(document, except, "except").with("word", &***except);
        out.push(it.near(except, paths.chain(folders)));
    }
}

fn wrong(document: &Document, word: &At<Text>, what: &str) -> Diagnostic {
    Diagnostic::new(Code::WordingRule, span(document, word.at)).with("what", what)
}
