//! A text written in Markdown, parsed once: pieces of HTML with typed nodes between them.
//!
//! What can be decided from the text alone is HTML already. What needs the rest of the course (where a link leads, what a
//! term means, which exercise is here) or the place on a page where the text is shown (every id) is a typed [`Piece`]
//! that points into a table, and becomes HTML when the page is rendered. No string holds a placeholder, and nothing reads
//! HTML back: the words without markup are kept beside it.

use std::sync::Arc;

use crate::steps;
use crate::yaml::Range;

/// A parsed text.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// What it consists of, in order.
    pub pieces: Vec<Piece>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// The indices of the headings, in the order of their anchors.
    anchors: Vec<u32>,
    /// Its links and glossary terms, in order.
    pub links: Vec<Link>,
    /// Its pictures, in order.
    pub images: Vec<Image>,
    /// Its exercises, in order.
    pub exercises: Vec<ExercisePlace>,
    /// Its blanks to fill in, in order, if they were asked for: in cloze exercises.
    pub blanks: Vec<BlankPlace>,
    /// Its sentences, in order, if they were asked for: in cases, whose sentences are pointed at one by one.
    pub sentences: Vec<Sentence>,
    /// Its blocks for facilitators, in order. Each is a text by itself.
    pub facilitator: Vec<Body>,
    /// Its footnotes, in the order of their numbers: a note's number is its index and one.
    pub notes: Vec<Note>,
    /// Its footnote marks, in order.
    pub marks: Vec<FootnoteMark>,
    /// The words in it whose reading is shown where a page first uses them, each once.
    pub read_words: Vec<ReadWord>,
    /// Its words without markup, blocks separated by line breaks.
    pub plain: String,
}

/// One piece of a text. The numbers are indices into the tables of its [`Body`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML; not necessarily balanced by itself.
    Html(String),
    /// A heading begins: up to [`Piece::HeadingEnd`] come its words.
    HeadingStart(u32),
    /// The heading ends.
    HeadingEnd(u32),
    /// A link begins: up to [`Piece::LinkEnd`] come its words.
    LinkStart(u32),
    /// The link ends.
    LinkEnd(u32),
    /// A picture.
    Image(u32),
    /// A block of code, to be highlighted.
    Code {
        /// The language after the fence, and the file that is named behind it; empty if none was given.
        language: String,
        /// The code.
        text: String,
    },
    /// The place of an exercise.
    Exercise(u32),
    /// A blank to fill in.
    Blank(u32),
    /// A sentence begins.
    SentenceStart(u32),
    /// The sentence ends.
    SentenceEnd(u32),
    /// A block for facilitators.
    Facilitator(u32),
    /// A footnote mark.
    FootnoteRef(u32),
    /// A word with a reading begins: up to [`Piece::WordEnd`] come its characters.
    WordStart(u32),
    /// The word ends.
    WordEnd(u32),
}

/// A word with its reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadWord {
    /// The word.
    pub word: Arc<str>,
    /// Its reading.
    pub reading: Arc<str>,
}

/// A footnote. Its pieces point into the tables of the text that it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub pieces: Vec<Piece>,
    /// Whether it ends within a paragraph, which is left open for the way back to the mark.
    pub ends_in_paragraph: bool,
}

/// A footnote mark in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FootnoteMark {
    /// The index of the note that it opens.
    pub note: u32,
    /// How many marks open that note up to this one.
    pub nth: u32,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its anchor: given by hand as `{#id}`, else made from the words.
    pub id: String,
    /// Whether the id was given by hand.
    pub by_hand: bool,
    /// From 2 to 6.
    pub level: u8,
    /// Its words without markup.
    pub text: String,
    /// Where its words begin in [`Body::plain`].
    pub plain_at: usize,
    /// Its place.
    pub at: Range,
}

/// A link or a glossary term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written.
    pub target: Target,
    /// Its place: of the address if that is known, else of the whole link.
    pub at: Range,
}

/// Where a link leads, as far as the text alone shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `https:`, `http:`, `mailto:` or `tel:`.
    External(String),
    /// `#anchor` in the same document.
    Anchor(String),
    /// A path to another file of the course, relative to this one, percent-decoded; the anchor without `#`.
    Path(String, Option<String>),
    /// `kind:id` or `kind:id#member`.
    Entity {
        /// The word before the colon.
        kind: String,
        /// The id.
        id: String,
        /// What comes after `#`.
        member: Option<String>,
    },
    /// `[[term]]`.
    Term(String),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The path as written, percent-decoded, relative to the file.
    pub path: String,
    /// The alternative text; empty if the author gave none (which is reported).
    pub alt: String,
    /// The caption, from the Markdown title.
    pub caption: Option<String>,
    /// Its place.
    pub at: Range,
}

/// The place of an exercise in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExercisePlace {
    /// The exercise's id.
    pub id: Arc<str>,
    /// The place of the id.
    pub at: Range,
}

/// A blank in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankPlace {
    /// The blank's id.
    pub id: Arc<str>,
    /// The place of the id.
    pub at: Range,
}

/// A sentence of a text whose sentences are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its anchor: `s-` and a hash of its words, so that it stays when other sentences come and go.
    pub id: String,
    /// Its number in its stage, from 1.
    pub number: u32,
    /// The stage: the number of the level-2 heading above it, from 1; 0 before the first.
    pub stage: u32,
    /// Its words without markup and without line breaks.
    pub text: String,
}

impl Body {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Itself, and its blocks for facilitators.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.facilitator)
    }

    /// Removes its blocks for facilitators.
    pub fn remove_facilitator(&mut self) {
        self.facilitator = Vec::new();
        let is_other = |piece: &Piece| !matches!(piece, Piece::Facilitator(_));
        self.pieces.retain(is_other);
        self.notes.iter_mut().for_each(|note| note.pieces.retain(is_other));
    }

    /// The heading with the anchor `id`; of several the first.
    #[must_use]
    pub fn heading(&self, id: &str) -> Option<&Heading> {
        let anchor = |&index: &u32| self.headings[index as usize].id.as_str();
        let at = self.anchors.partition_point(|index| {
            steps::count(1);
            anchor(index) < id
        });
        let index = self.anchors.get(at).filter(|index| anchor(index) == id)?;
        self.headings.get(*index as usize)
    }

    /// Completes the body: joins neighbouring pieces of HTML, drops empty ones, and files the headings by their anchors.
    pub fn complete(&mut self) {
        self.anchors = (0..u32::try_from(self.headings.len()).unwrap_or(u32::MAX)).collect();
        let headings = &self.headings;
        self.anchors.sort_by_key(|&index| (&headings[index as usize].id, index));
        join(&mut self.pieces);
        self.notes.iter_mut().for_each(|note| join(&mut note.pieces));
        self.headings.shrink_to_fit();
        self.links.shrink_to_fit();
        self.plain.truncate(self.plain.trim_end().len());
        self.plain.shrink_to_fit();
        let end = self.plain.len();
        self.headings.iter_mut().for_each(|heading| heading.plain_at = heading.plain_at.min(end));
    }
}

/// Joins neighbouring pieces of HTML, and drops empty ones.
fn join(pieces: &mut Vec<Piece>) {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in std::mem::take(pieces) {
        match (joined.last_mut(), piece) {
            (Some(Piece::Html(last)), Piece::Html(html)) => last.push_str(&html),
            (_, Piece::Html(html)) if html.is_empty() => {}
            (_, piece) => joined.push(piece),
        }
    }
    for piece in &mut joined {
        if let Piece::Html(html) = piece {
            html.shrink_to_fit();
        }
    }
    joined.shrink_to_fit();
    *pieces = joined;
}
