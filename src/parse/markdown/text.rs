//! What is within a line: words, ruby, terms, links, pictures, emphasis.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, LinkType};

use super::addresses::{self, TextPart};
use super::html;
use super::inline::{Part, parts};
use super::links;
use super::writer::{Writer, clamp};
use crate::diagnostic::Code;
use crate::html::ruby_end;
use crate::model::{BlankPlace, Image, Link, Piece, Target};
use crate::yaml::Offsets;

impl Writer<'_> {
    /// Appends words: escaped, in sentences where asked for, with the quotation marks of the locale.
    pub(super) fn words(&mut self, words: &str) {
        let words = self.quoted(words);
        self.verbatim(&words);
    }

    /// Appends words as they are written.
    fn verbatim(&mut self, words: &str) {
        if let Some(heading) = &mut self.headings.words {
            heading.push_str(words);
        }
        if let Some((image, _)) = &mut self.image {
            image.alt.push_str(words);
            return;
        }
        self.plain().push_str(words);
        if self.marks_sentences() {
            for c in words.chars() {
                self.follow(c);
                html::push_words(self.pieces(), c.encode_utf8(&mut [0; 4]));
            }
        } else {
            html::push_words(self.pieces(), words);
        }
    }

    /// Appends words, those with a reading marked; not in a heading, in a picture's text, or behind ruby by hand for the same word.
    fn words_with_readings(&mut self, words: &str) {
        let is_shown = self.headings.words.is_none() && self.image.is_none();
        let Some(readings) = self.options.readings.filter(|_| is_shown) else { return self.words(words) };
        let mut written = 0;
        for (at, found) in readings.find(words) {
            if self.read.iter().any(|it| **it == *found.word) {
                continue;
            }
            self.words(&words[written..at.start]);
            let table = &mut self.body.read_words;
            let index = table.iter().position(|it| it.word == found.word).unwrap_or_else(|| {
                table.push(found.clone());
                table.len() - 1
            });
            self.enter();
            self.piece(Piece::WordStart(clamp(index)));
            self.words(&words[at.clone()]);
            self.piece(Piece::WordEnd(clamp(index)));
            self.leave();
            written = at.end;
        }
        self.words(&words[written..]);
    }

    /// Appends a text: words, and what the words hold.
    pub(super) fn text_event(&mut self, text: &str, range: &Range<usize>) {
        // An escaped bracket begins nothing: `\[[語]]`.
        let is_escaped = self.text[..range.start].ends_with('\\');
        let first = text.chars().next().filter(|_| is_escaped).map_or(0, char::len_utf8);
        if first > 0 {
            self.words(&text[..first]);
        }
        let seam = self.ties.seams.remove(&range.start);
        let offsets = seam.unwrap_or_else(|| Offsets::of_run(range.start, range.end));
        let source = |place: Range<usize>| {
            let at = offsets.range(first + place.start..first + place.end);
            at.start as usize..at.end as usize
        };
        for part in parts(&text[first..]) {
            match part {
                Part::Text(words) => {
                    // A part is a slice of the text: its place follows from its address.
                    let start = words.as_ptr() as usize - text[first..].as_ptr() as usize;
                    self.words_and_addresses(words, |place| source(start + place.start..start + place.end));
                }
                Part::Ruby(base, reading) => self.ruby(base, reading),
                Part::Term(term, shown, place) => self.term(term, shown, source(place)),
                Part::Blank(id, place, _) if self.options.blanks => {
                    let at = self.place(source(place));
                    let index = clamp(self.body.blanks.len());
                    self.body.blanks.push(BlankPlace { id: Arc::from(id), at });
                    let blank = self.options.locale.rules.blocks.as_ref().map_or("_", |it| &*it.blank);
                    self.plain().push_str(blank);
                    self.pieces().push(Piece::Blank(index));
                }
                Part::Blank(_, _, written) => self.words(written),
                Part::LostFootnote(name, place) => {
                    self.report(Code::UndefinedFootnote, source(place), |it| it.with("name", name));
                    self.words(&format!("[^{name}]"));
                }
            }
        }
    }

    /// Appends words that may hold addresses. `source` leads from bytes of them to bytes of the source.
    fn words_and_addresses(&mut self, words: &str, source: impl Fn(Range<usize>) -> Range<usize>) {
        for (part, place) in addresses::parts(words) {
            let place = source(place);
            match part {
                TextPart::Words(words) => self.words_with_readings(words),
                TextPart::Address(shown, target) => {
                    self.link_start(Some(Target::External(target)), place);
                    self.verbatim(shown);
                    self.link_end();
                }
                TextPart::File { is_image: true, label, path } => {
                    self.image_start(path, &CowStr::Borrowed(""), place.clone());
                    self.words(label);
                    self.image_end(&place);
                }
                TextPart::File { is_image: false, label, path } => {
                    self.link_start(links::target(path).ok(), place);
                    self.words(label);
                    self.link_end();
                }
            }
        }
    }

    fn ruby(&mut self, base: &str, reading: &str) {
        self.enter();
        self.read.push(base.to_owned());
        self.raw("<ruby>");
        self.words(base);
        let mut html = String::new();
        ruby_end(reading, &mut html);
        self.raw(&html);
        self.leave();
    }

    /// Appends code within a line.
    pub(super) fn code(&mut self, code: &str) {
        self.tag_start("<code>");
        self.verbatim(code);
        self.tag_end("</code>");
    }

    /// Markup begins, such as an emphasis.
    pub(super) fn tag_start(&mut self, html: &str) {
        if self.image.is_none() {
            self.enter();
            self.raw(html);
        }
    }

    /// The markup ends.
    pub(super) fn tag_end(&mut self, html: &str) {
        if self.image.is_none() {
            self.raw(html);
            self.leave();
        }
    }

    // ---- links

    /// A glossary term. In a link, or in a picture's text, it is only words.
    fn term(&mut self, term: &str, shown: &str, place: Range<usize>) {
        if !self.links.is_empty() {
            return self.words(shown);
        }
        self.link_start(Some(Target::Term(term.to_owned())), place);
        self.words_with_readings(shown);
        self.link_end();
    }

    /// A link begins. One whose address is not safe is reported, and leaves its words.
    pub(super) fn address(&mut self, kind: LinkType, address: &str, range: Range<usize>) {
        let place = self.address_place(address, range);
        if kind == LinkType::Email {
            return self.link_start(Some(Target::External(format!("mailto:{address}"))), place);
        }
        let target = links::target(address).ok();
        if target.is_none() {
            self.report(Code::UnsafeLink, place.clone(), |it| it.with("url", address));
        }
        self.link_start(target, place);
    }

    /// The place of the address of the link at `range`: where it is written as it is, else the definition or the whole link.
    fn address_place(&self, address: &str, range: Range<usize>) -> Range<usize> {
        let found = |at: usize| at..at + address.len();
        if let Some(definition) = self.ties.definitions.get(&range.start) {
            let source = &self.text[definition.clone()];
            let inside = source.find("]:").and_then(|colon| Some(colon + source[colon..].find(address)?));
            return inside.map_or(definition.clone(), |at| found(definition.start + at));
        }
        let source = &self.text[range.clone()];
        let begins = |&(at, mark): &(usize, &str)| {
            let rest = source[at + mark.len()..].trim_start();
            rest.strip_prefix('<').unwrap_or(rest).starts_with(address)
        };
        // A title, and the words of the link, may hold it as well.
        let inside = source.match_indices("](").filter(begins).last();
        let inside = inside.and_then(|(at, _)| Some(at + source[at..].find(address)?));
        let inside = inside.or_else(|| source.rfind(address)).filter(|_| !address.is_empty());
        inside.map_or(range.clone(), |at| found(range.start + at))
    }

    fn link_start(&mut self, target: Option<Target>, place: Range<usize>) {
        if self.image.is_some() {
            return;
        }
        self.enter();
        // The parser lets an address in angle brackets into a link: it is words there.
        let index = target.filter(|_| self.links.is_empty()).map(|target| {
            let at = self.place(place);
            self.body.links.push(Link { target, at });
            clamp(self.body.links.len() - 1)
        });
        if let Some(index) = index {
            self.piece(Piece::LinkStart(index));
        }
        self.links.push(index);
    }

    /// The link ends.
    pub(super) fn link_end(&mut self) {
        if self.image.is_some() {
            return;
        }
        if let Some(Some(index)) = self.links.pop() {
            self.piece(Piece::LinkEnd(index));
        }
        self.leave();
    }

    /// A reference to a footnote. The parser lets none into a link; in a picture's text it is nothing.
    pub(super) fn footnote_reference(&mut self, name: &str) {
        if self.image.is_some() {
            return;
        }
        let mark = self.footnotes.mark(name);
        self.piece(mark);
    }

    // ---- pictures

    /// A picture begins. One in another's text is part of that text.
    pub(super) fn image_start(&mut self, address: &str, title: &CowStr<'_>, range: Range<usize>) {
        if let Some((_, depth)) = &mut self.image {
            *depth += 1;
            return;
        }
        let at = self.place(range);
        let caption = Some(title.to_string()).filter(|title| !title.trim().is_empty());
        let image = Image { path: address.to_owned(), alt: String::new(), caption, at };
        self.image = Some((image, 0));
    }

    /// The picture ends.
    pub(super) fn image_end(&mut self, range: &Range<usize>) {
        if let Some((_, depth @ 1..)) = &mut self.image {
            *depth -= 1;
            return;
        }
        let Some((mut image, _)) = self.image.take() else { return };
        if links::is_remote(&image.path) {
            return self.report(Code::RemoteImage, range.clone(), |it| it.with("url", &image.path));
        }
        image.path = links::decoded(&image.path);
        if image.alt.trim().is_empty() {
            self.report(Code::MissingAlt, range.clone(), |it| it.with("path", &image.path));
        }
        self.plain().push_str(&image.alt);
        self.plain_break();
        self.body.images.push(image);
        self.piece(Piece::Image(clamp(self.body.images.len() - 1)));
    }
}
