//! A Word file as a handout: [`body`] reads blocks, [`runs`] what is in a line, [`drawings`] pictures and boxes, [`fields`] what instructions mean, [`styles`] which
//! paragraphs are headings, [`numbering`] the numbers of lists.
//!
//! The parts were checked before ([`crate::paper::read::OfficeParts`]): no document type, no link to a file, bounded in depth and size.

mod body;
mod drawings;
mod fields;
mod numbering;
mod runs;
mod styles;

pub(super) use self::body::{room, ticked};

use std::collections::BTreeMap;

use roxmltree::Node;

use self::numbering::WordLists;
use self::runs::OpenField;
use self::styles::WordStyles;
use super::handout::{HandoutBlock, HandoutDocument, Inline, LeftKind, LeftOut};
use super::parts::{inside, relations};
use super::xml::{all_words, attribute, child, tree};
use crate::paper::read::{FoundPlace, OfficeParts, Refusal};

/// A note by its kind and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
enum NoteId {
    Foot(String),
    End(String),
}

/// The reading of a Word file.
struct WordImport<'p> {
    parts: &'p OfficeParts,
    /// The folder of the main part: `word`.
    folder: &'p str,
    styles: WordStyles,
    lists: WordLists,
    /// The targets of the part that is read.
    relations: BTreeMap<String, String>,
    out: HandoutDocument,
    /// The notes whose marks were found, in order.
    notes: Vec<NoteId>,
    fields: Vec<OpenField>,
    place: FoundPlace,
    paragraphs: usize,
    tables: usize,
    page_breaks: usize,
    /// Whether the paragraph before is one of a quotation.
    in_quote: bool,
    /// Whether what is read is in a table of contents, and its words.
    in_contents: bool,
    contents: String,
}

/// Reads the parts of a Word file.
///
/// # Errors
/// When a part is not XML.
pub(super) fn read(parts: &OfficeParts) -> Result<HandoutDocument, Refusal> {
    let folder = parts.main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut word = WordImport {
        parts,
        folder,
        styles: WordStyles::default(),
        lists: WordLists::default(),
        relations: BTreeMap::new(),
        out: HandoutDocument::default(),
        notes: Vec::new(),
        fields: Vec::new(),
        place: FoundPlace::Paragraph(1),
        paragraphs: 0,
        tables: 0,
        page_breaks: 0,
        in_quote: false,
        in_contents: false,
        contents: String::new(),
    };
    word.with_part("styles.xml", |word, root| word.styles = WordStyles::read(root))?;
    word.with_part("numbering.xml", |word, root| word.lists = WordLists::read(root))?;
    let main = parts.main.strip_prefix(folder).unwrap_or(&parts.main).trim_start_matches('/').to_owned();
    word.with_part(&main, |word, root| {
        if let Some(body) = child(root, "body") {
            let blocks = word.blocks(body);
            word.out.blocks = blocks;
        }
        word.end_fields();
    })?;
    word.read_notes()?;
    word.read_around()?;
    if word.page_breaks > 0 {
        let (place, words) = (FoundPlace::Paragraph(1), word.page_breaks.to_string());
        word.out.left.push(LeftOut { place, what: LeftKind::PageBreak, words });
    }
    word.out.is_titled = word.out.title.is_some();
    if !word.out.is_titled {
        word.out.title = word.title_of_properties()?;
    }
    Ok(word.out)
}

impl WordImport<'_> {
    /// Reads the part `name` of the main part's folder, if it is there.
    fn with_part(&mut self, name: &str, read: impl FnOnce(&mut Self, Node<'_, '_>)) -> Result<(), Refusal> {
        let path = if self.folder.is_empty() { name.to_owned() } else { format!("{}/{name}", self.folder) };
        let parts = self.parts;
        let Some(text) = parts.text(&path) else { return Ok(()) };
        self.relations = relations(parts, &path)?;
        read(self, tree(text, &path)?.root_element());
        Ok(())
    }

    /// The notes whose marks were found, and the words of the others.
    fn read_notes(&mut self) -> Result<(), Refusal> {
        let mut read: Vec<(NoteId, Vec<HandoutBlock>)> = Vec::new();
        for (name, element, of) in [
            ("footnotes.xml", "footnote", NoteId::Foot as fn(String) -> NoteId),
            ("endnotes.xml", "endnote", NoteId::End as fn(String) -> NoteId),
        ] {
            self.with_part(name, |word, root| {
                for it in root.children().filter(|it| it.tag_name().name() == element) {
                    // The lines between text and notes are notes too.
                    if matches!(
                        attribute(it, "type"),
                        Some("separator" | "continuationSeparator" | "continuationNotice")
                    ) {
                        continue;
                    }
                    word.place = FoundPlace::Note;
                    let id = of(attribute(it, "id").unwrap_or_default().to_owned());
                    if word.notes.contains(&id) {
                        let blocks = word.inner_blocks(it);
                        read.push((id, blocks));
                    } else {
                        word.leave(LeftKind::Hidden, &all_words(it));
                    }
                }
                word.end_fields();
            })?;
        }
        // A mark within a note adds to the list while notes are read: it has no words then.
        for id in std::mem::take(&mut self.notes) {
            let found = read.iter_mut().find(|(other, _)| *other == id);
            self.out.notes.push(found.map(|(_, blocks)| std::mem::take(blocks)).unwrap_or_default());
        }
        Ok(())
    }

    /// What is around the text: headers, footers, comments, parts of other documents.
    fn read_around(&mut self) -> Result<(), Refusal> {
        let folder = self.folder;
        let parts = self.parts;
        for (start, place, what) in [
            ("header", FoundPlace::Header, LeftKind::Header),
            ("footer", FoundPlace::Header, LeftKind::Header),
            ("comments.xml", FoundPlace::Comment, LeftKind::Comment),
        ] {
            let mut seen: Vec<String> = Vec::new();
            for (name, text) in parts.beginning(&format!("{folder}/{start}")) {
                let tree = tree(text, name)?;
                let comments = tree.root_element().children().filter(|it| it.tag_name().name() == "comment");
                let each: Vec<String> = if what == LeftKind::Comment {
                    comments.map(all_words).collect()
                } else {
                    vec![all_words(tree.root_element())]
                };
                for words in each.into_iter().filter(|it| !it.is_empty()) {
                    // Headers of the first page and of the others are often the same.
                    if !seen.contains(&words) {
                        self.out.left.push(LeftOut { place: place.clone(), what, words: words.clone() });
                        seen.push(words);
                    }
                }
            }
        }
        Ok(())
    }

    /// The title that the properties of the file say.
    fn title_of_properties(&self) -> Result<Option<Vec<Inline>>, Refusal> {
        let Some(text) = self.parts.text("docProps/core.xml") else { return Ok(None) };
        let tree = tree(text, "docProps/core.xml")?;
        let title = child(tree.root_element(), "title").and_then(|it| it.text()).unwrap_or_default().trim();
        Ok((!title.is_empty()).then(|| vec![Inline::plain(title)]))
    }

    /// The words of the parts that a chart or a diagram is in.
    fn drawn(&mut self, ids: &[&str]) {
        let parts = self.parts;
        for target in ids.iter().filter_map(|id| self.relation(id)).collect::<Vec<_>>() {
            let name = self.inside(&target);
            let Some(text) = parts.text(&name).filter(|_| name.contains("/data") || name.contains("/chart"))
            else {
                continue;
            };
            let words = tree(text, &name).map(|tree| all_words(tree.root_element())).unwrap_or_default();
            self.leave(LeftKind::Drawing, &words);
        }
    }

    /// Notes what was left out, unless it says nothing.
    fn leave(&mut self, what: LeftKind, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            self.out.left.push(LeftOut { place: self.place.clone(), what, words: words.to_owned() });
        }
    }

    fn leave_contents(&mut self) {
        let words = std::mem::take(&mut self.contents);
        self.leave(LeftKind::Contents, &words);
    }

    /// Fields that never end: what their instructions hold is listed.
    fn end_fields(&mut self) {
        for field in std::mem::take(&mut self.fields) {
            self.leave(LeftKind::Field, &field.instruction);
        }
        self.leave_contents();
    }

    fn relation(&self, id: &str) -> Option<String> {
        self.relations.get(id).cloned()
    }

    /// The name of the part that a target leads to.
    fn inside(&self, target: &str) -> String {
        inside(self.folder, target)
    }
}
