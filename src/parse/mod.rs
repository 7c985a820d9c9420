//! Parsing: [`Sources`] become [`Document`]s. Each document is parsed by itself; it knows no other.
//!
//! 1. [`place`] finds the kind and the id of a document in its path;
//! 2. [`front_matter`] divides a Markdown file into YAML and text;
//! 3. [`crate::yaml`] reads the YAML into the record of its kind, reporting every mistake;
//! 4. [`markdown`] reads the text.
//!
//! A document that cannot be read stays known by its kind and id, with no content.

pub mod front_matter;
pub mod markdown;
mod place;
mod readings;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::exercise::Exercise;
use crate::fresh::face_hash;
use crate::locale::{LanguageTag, Locale};
use crate::model::{
    Body, Case, Content, Document, EASY, FormWords, Glossary, Info, Kind, Meeting, ModuleFront, OneEdition,
    Page, Panel, PrincipleSet, Process, Role, Session, Syllabus, Wording, Worksheet, form_and_variant,
};
use crate::source::{Source, Sources, Span};
use crate::yaml::{self, Decoder, Offsets, Shape, Value};
use front_matter::{Lead, Split};
use markdown::ParseOptions;
pub use place::{DocumentPlace, place, unnumbered};
pub use readings::WordReadings;

/// One parsed document, and what is wrong with it by itself.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The document; `None` for a file that is no part of a course.
    pub document: Option<Arc<Document>>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses every text of a course in the language of `locale`, in the order of their paths.
#[must_use]
pub fn parse(sources: &Sources, locale: &Locale) -> Vec<Parsed> {
    let texts: Vec<&Source> = sources.texts.values().collect();
    texts.into_par_iter().map(|source| parse_source(source, locale)).collect()
}

/// The language that `course.yaml` says.
#[must_use]
pub fn language(sources: &Sources) -> Option<LanguageTag> {
    language_in(&sources.texts.get("course.yaml")?.text)
}

/// The language that `text`, which is that of a `course.yaml`, says.
#[must_use]
pub fn language_in(text: &str) -> Option<LanguageTag> {
    said(text, "language").map(|tag| LanguageTag::new(&tag))
}

/// Whether `course.yaml` says that there is one edition, for everyone.
#[must_use]
pub fn is_open(sources: &Sources) -> bool {
    let word = sources.texts.get("course.yaml").and_then(|source| said(&source.text, "edition"));
    word.is_some_and(|word| word == OneEdition::Open.word())
}

/// The word behind `key` in the text of `course.yaml`.
fn said(text: &str, key: &str) -> Option<String> {
    let (node, _) = yaml::parse(text, 0);
    let Value::Map(entries) = node?.value else { return None };
    let (_, node) = entries.into_iter().find(|(it, _)| it.name == key)?;
    let Value::Text(word) = node.value else { return None };
    Some(word.trim().to_owned())
}

/// The document at a path whose text is not known: it has a kind and an id, and no content.
#[must_use]
pub fn unreadable(path: &Arc<str>) -> Option<Arc<Document>> {
    Some(empty(path, place(path).ok()?, blake3::Hash::from_bytes([0; 32])))
}

/// A document that is known by its place only.
fn empty(path: &Arc<str>, DocumentPlace { kind, id }: DocumentPlace, hash: blake3::Hash) -> Arc<Document> {
    let body = Body::default();
    Arc::new(Document {
        path: Arc::clone(path),
        kind,
        id,
        content: None,
        body,
        face_hash: hash,
        own_hash: hash,
    })
}

/// Parses one text in the language of `locale`.
#[must_use]
pub fn parse_source(source: &Source, locale: &Locale) -> Parsed {
    parse_with(source, locale, None)
}

/// The same, with the words whose `readings` are shown.
#[must_use]
pub fn parse_with(source: &Source, locale: &Locale, readings: Option<&WordReadings>) -> Parsed {
    let DocumentPlace { kind, id } = match place(&source.path) {
        Ok(place) => place,
        // A file with a wrong ending stays known by what it was meant to be.
        Err(diagnostic) => {
            let meant = place::renamed(&source.path).and_then(|path| place(&Arc::from(path)).ok());
            let document = meant.map(|place| empty(&source.path, place, source.hash));
            return Parsed { document, diagnostics: vec![*diagnostic] };
        }
    };
    // Other words of a form may be in another language.
    let readings = readings.filter(|_| kind != Kind::Variant || form_and_variant(&id).1 == EASY);
    let parse_rich = |text: &str, blanks, offsets: &Offsets, path: &Arc<str>, out: &mut Vec<Diagnostic>| {
        let options = ParseOptions { inline: true, blanks, readings, ..ParseOptions::new(locale) };
        markdown::parse(text, offsets, path, options, out)
    };
    let set_quotes = |text: &str| markdown::with_quotes(text, locale);
    let mut decoder = Decoder::new(&source.path, &source.text, &parse_rich);
    // Rules on words are compared with what authors have written.
    decoder.set_quotes = (kind != Kind::Wording).then_some(&set_quotes);
    let (content, body) = if source.path.ends_with(".md") {
        markdown_document(kind, source, (locale, readings), &mut decoder)
    } else {
        (yaml_document(kind, source, &mut decoder), Body::default())
    };
    // The heading that may be the title belongs to the front.
    let front =
        front(&source.text).ok().map(|front| front.split.body + front.lead.map_or(0, |lead| lead.end));
    let face_hash = face_hash(kind, source, front, &body);
    let path = Arc::clone(&source.path);
    let document = Document { path, kind, id, content, body, face_hash, own_hash: source.hash };
    Parsed { document: Some(Arc::new(document)), diagnostics: decoder.diagnostics }
}

/// What comes before the text of a Markdown file.
struct Front {
    split: Split,
    /// The heading of level one that the text begins with; its places are those of the text.
    lead: Option<Lead>,
}

/// Divides a Markdown file. One without front matter is whole if it begins with its title as a heading.
fn front(text: &str) -> Result<Front, Code> {
    match front_matter::split(text) {
        Ok(split) => Ok(Front { lead: front_matter::lead(&text[split.body..]), split }),
        Err(code) => {
            let lead = front_matter::lead(text).filter(|_| code == Code::NoFrontMatter).ok_or(code)?;
            Ok(Front { split: Split { yaml: 0..0, body: 0 }, lead: Some(lead) })
        }
    }
}

/// The report of a Markdown file without front matter: at the line that was meant to begin or end it, if there is one.
fn without_front(code: Code, source: &Source) -> Diagnostic {
    let span = |at: &std::ops::Range<usize>| {
        let at = byte_range(at);
        Span::new(&source.path, at.start, at.end)
    };
    if code == Code::NoFrontMatter {
        return match front_matter::nearly_begun(&source.text) {
            Some(line) => Diagnostic::new(code, span(&line)).with("what", "nearly"),
            None => Diagnostic::new(code, Span::file(&source.path)).with("what", "none"),
        };
    }
    match front_matter::nearly_ended(&source.text) {
        Some((line, right)) => {
            Diagnostic::new(code, span(&line)).fixed(span(&line), right).with("what", "nearly")
        }
        None => Diagnostic::new(code, Span::file(&source.path)).with("what", "none"),
    }
}

fn markdown_document(
    kind: Kind,
    source: &Source,
    (locale, readings): (&Locale, Option<&WordReadings>),
    decoder: &mut Decoder<'_>,
) -> (Option<Content>, Body) {
    let Front { split, lead } = match front(&source.text) {
        Ok(front) => front,
        Err(code) => {
            decoder.diagnostics.push(without_front(code, source));
            return (None, Body::default());
        }
    };
    let (start, end) = (split.yaml.start, split.yaml.end);
    let mut body_start = split.body;
    if let Some(lead) = &lead {
        let at = split.body + lead.title.start..split.body + lead.title.end;
        decoder.lead = Some((byte_range(&at), source.text[at].to_owned()));
    }
    let content = match kind {
        Kind::Module => decoder.read::<ModuleFront>(start, end).map(Content::Module),
        Kind::Case => decoder.read::<Case>(start, end).map(|it| Content::Case(Box::new(it))),
        Kind::Role => decoder.read::<Role>(start, end).map(|it| Content::Role(Box::new(it))),
        Kind::Principle => decoder.read::<PrincipleSet>(start, end).map(Content::Principles),
        _ => decoder.read::<Page>(start, end).map(Content::Page),
    };
    // The heading is the title, or says the same: the page shows it once.
    if decoder.lead.take().is_none() {
        body_start += lead.map_or(0, |lead| lead.end);
    }
    if let Some(second) = front_matter::second(&source.text[body_start..]) {
        let at = byte_range(&(body_start + second.start..body_start + second.end));
        let place = Span::new(&source.path, at.start, at.end);
        let diagnostic = Diagnostic::new(Code::WordsLost, place).with("what", "second-front-matter");
        decoder.diagnostics.push(diagnostic.with("found", "---").with("fix", ""));
        body_start += second.end;
    }
    let text = &source.text[body_start..];
    let offsets = Offsets::of_run(body_start, source.text.len());
    let options = ParseOptions { sentences: kind == Kind::Case, readings, ..ParseOptions::new(locale) };
    let body = markdown::parse(text, &offsets, &source.path, options, &mut decoder.diagnostics);
    (content, body)
}

/// A range as diagnostics have it.
fn byte_range(range: &std::ops::Range<usize>) -> yaml::Range {
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    yaml::Range { start: byte(range.start), end: byte(range.end) }
}

fn yaml_document(kind: Kind, source: &Source, decoder: &mut Decoder<'_>) -> Option<Content> {
    fn whole<T: Shape>(source: &Source, decoder: &mut Decoder<'_>) -> Option<T> {
        decoder.read(0, source.text.len())
    }
    match kind {
        Kind::Course => whole::<Info>(source, decoder).map(Box::new).map(Content::Info),
        Kind::Syllabus => whole::<Syllabus>(source, decoder).map(Content::Syllabus),
        Kind::Glossary => whole::<Glossary>(source, decoder).map(Content::Glossary),
        Kind::Wording => whole::<Wording>(source, decoder).map(Content::Wording),
        Kind::Process => whole::<Process>(source, decoder).map(Content::Process),
        Kind::Variant => whole::<FormWords>(source, decoder).map(|it| Content::Variant(Box::new(it))),
        Kind::Worksheet => whole::<Worksheet>(source, decoder).map(|it| Content::Worksheet(Box::new(it))),
        Kind::Meeting => whole::<Meeting>(source, decoder).map(|it| Content::Meeting(Box::new(it))),
        Kind::Session => whole::<Session>(source, decoder).map(|it| Content::Session(Box::new(it))),
        Kind::Panel => whole::<Panel>(source, decoder).map(|it| Content::Panel(Box::new(it))),
        _ => whole::<Exercise>(source, decoder).map(|it| Content::Exercise(Box::new(it))),
    }
}
