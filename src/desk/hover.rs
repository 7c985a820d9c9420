//! What the thing at a place is: a key by the schema, an id or a term by the course.

use std::ops::Range;

use super::complete::title;
use super::loose::Loose;
use super::names::span;
use super::parts::{NamedPart, parts};
use super::spot::{SpotKind, find};
use super::{AuthorDesk, known_file, yaml_region};
use crate::diagnostic::Language;
use crate::model::Kind;
use crate::source::Span;

/// What is said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The words that it is about.
    pub at: Range<usize>,
    /// What it says, in Markdown.
    pub text: String,
}

impl AuthorDesk {
    /// What is at byte `offset` of the text at `path`, in `language`.
    #[must_use]
    pub fn hover(&self, path: &str, offset: usize, language: Language) -> Option<Hover> {
        if let Some(mention) = self.mention_at(path, offset) {
            let (kind, id) = (mention.thing.kind, &mention.thing.id);
            let name = title(self.course(), kind, id);
            let head = format!("**{}** `{}:{id}`", escaped(&name), kind.word());
            let text = format!("{head}\n\n{}", escaped(&self.meaning(kind, id)));
            return Some(Hover { at: mention.at, text: text.trim_end().to_owned() });
        }
        let text = self.text(path);
        let region = yaml_region(path, text).filter(|it| it.start <= offset && offset <= it.end)?;
        let (_, _, root) = known_file(path, language)?;
        let tree = Loose::read(text, region);
        let spot = find(root, text, &tree, offset)?;
        let said = match spot.kind {
            SpotKind::Key { .. } => {
                let key = &text[spot.at.clone()];
                spot.ways.iter().find_map(|way| way.schema["properties"][key]["description"].as_str())
            }
            // Words to choose among are explained where their key is. Of a text there is nothing to say.
            SpotKind::Value => spot.owner.and_then(|(_, _, property)| {
                let is_chosen = spot.ways.iter().any(|way| {
                    let schema = way.schema;
                    schema.get("enum").is_some()
                        || schema.get("const").is_some()
                        || schema["type"] == "boolean"
                });
                property["description"].as_str().filter(|_| is_chosen)
            }),
        };
        Some(Hover { at: spot.at, text: said.filter(|it| !it.is_empty())?.to_owned() })
    }

    /// What a thing is about, in a sentence; empty if it does not say.
    pub(super) fn meaning(&self, kind: Kind, id: &str) -> String {
        let course = self.course();
        let said = match kind {
            Kind::Term => course.term_by_id(id).map(|term| &*term.definition.body.plain),
            kind => {
                let document = course.find(kind, id);
                let summary = document.and_then(|it| it.summary()).map(|it| &*it.body.plain);
                summary.or_else(|| Some(&*document?.exercise()?.common.ask.body.plain))
            }
        };
        said.unwrap_or_default().trim().to_owned()
    }

    /// Where the part that is named at byte `offset` of the text at `path` is defined: a stage, a field, a card.
    pub(super) fn part_at(&self, path: &str, offset: usize) -> Option<Span> {
        let text = self.text(path);
        let region = yaml_region(path, text).filter(|it| it.start <= offset && offset <= it.end)?;
        let (_, own, root) = known_file(path, Language::En)?;
        let tree = Loose::read(text, region);
        let spot = find(root, text, &tree, offset).filter(|spot| spot.kind == SpotKind::Value)?;
        let all = parts(&spot, self.course(), (root, text, &tree), &own);
        let words = text[spot.at].trim_matches(['"', '\'']);
        let NamedPart { document, at, .. } = all.into_iter().find(|part| part.id == words)?;
        let Some((kind, id)) = document else { return Some(span(&path.into(), &at?)) };
        let other = self.course().find(kind, &id)?;
        let text = self.text(&other.path);
        // The line that gives the id.
        let line = format!("id: {words}");
        let ends =
            |at: &usize| !text[at + line.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
        let at = text.match_indices(&line).map(|(at, _)| at).find(ends)? + "id: ".len();
        Some(span(&other.path, &(at..at + words.len())))
    }
}

/// Words as Markdown that shows them as they are.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        if matches!(sign, '*' | '_' | '`' | '[' | ']' | '<' | '#' | '\\' | '|') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
