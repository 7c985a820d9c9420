//! What stands in a line: words, ruby, terms, links, pictures, emphasis.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, LinkType};

use super::addresses::{self, Seen};
use super::html;
use super::inline::{Part, parts};
use super::links;
use super::writer::{Writer, clamp};
use crate::diagnostic::Code;
use crate::html::escape;
use crate::model::{BlankPlace, Image, Link, Piece, Target};

impl Writer<'_> {
    /// Appends words: escaped, in sentences where asked for.
    pub(super) fn words(&mut self, words: &str) {
        if let Some(heading) = &mut self.headings.words {
            heading.push_str(words);
        }
        if let Some((image, _)) = &mut self.image {
            image.alt.push_str(words);
            return;
        }
        if self.marks_sentences() {
            for c in words.chars() {
                self.follow(c);
                html::push_words(self.pieces(), c.encode_utf8(&mut [0; 4]));
            }
        } else {
            html::push_words(self.pieces(), words);
        }
    }

    /// Appends a text: words, and what the words hold.
    pub(super) fn text_event(&mut self, text: &str, range: &Range<usize>) {
        // An escaped bracket begins nothing: `\[[語]]`.
        let is_escaped = self.text[..range.start].ends_with('\\');
        let first = text.chars().next().filter(|_| is_escaped).map_or(0, char::len_utf8);
        if first > 0 {
            self.words(&text[..first]);
        }
        for part in parts(&text[first..]) {
            match part {
                Part::Text(words) => self.words_and_addresses(words, text, range),
                Part::Ruby(base, reading) => self.ruby(base, reading),
                Part::Term(term, shown, place) => {
                    let place = self.within(range, text, first, &place, term);
                    self.term(term, shown, place);
                }
                Part::Blank(id, place) if self.options.blanks => {
                    let place = self.within(range, text, first, &place, id);
                    let at = self.place(place);
                    let index = clamp(self.body.blanks.len());
                    self.body.blanks.push(BlankPlace { id: Arc::from(id), at });
                    self.pieces().push(Piece::Blank(index));
                }
                Part::Blank(id, _) => self.words(&format!("{{{{{id}}}}}")),
                Part::LostFootnote(name, place) => {
                    let place = self.within(range, text, first, &place, name);
                    self.tell(Code::UndefinedFootnote, place, |it| it.with("name", name));
                    self.words(&format!("[^{name}]"));
                }
            }
        }
    }

    /// Appends words that may hold addresses: `words` is a part of `text`, which is at `range` of the source.
    fn words_and_addresses(&mut self, words: &str, text: &str, range: &Range<usize>) {
        let start = words.as_ptr() as usize - text.as_ptr() as usize;
        for (part, place) in addresses::parts(words) {
            let place = self.within(range, text, start, &place, &words[place.clone()]);
            match part {
                Seen::Words(words) => self.words(words),
                Seen::Address(shown, target) => {
                    self.link_start(Some(Target::External(target)), place);
                    self.words(shown);
                    self.link_end();
                }
                Seen::File { is_image: true, label, path } => {
                    self.image_start(path, &CowStr::Borrowed(""), place.clone());
                    self.words(label);
                    self.image_end(&place);
                }
                Seen::File { is_image: false, label, path } => {
                    self.link_start(links::target(path).ok(), place);
                    self.words(label);
                    self.link_end();
                }
            }
        }
    }

    /// The place in the source of `part`, the bytes `first + place` of the event's `text` that stands at `range`. Where
    /// the text is not as it stands in the source (`&amp;`), `needle` is looked for.
    fn within(
        &self,
        range: &Range<usize>,
        text: &str,
        first: usize,
        place: &Range<usize>,
        needle: &str,
    ) -> Range<usize> {
        let source = &self.text[range.clone()];
        if source == text {
            let start = range.start + first;
            return start + place.start..start + place.end;
        }
        match source.find(needle) {
            Some(at) => range.start + at..range.start + at + needle.len(),
            None => range.clone(),
        }
    }

    fn ruby(&mut self, base: &str, reading: &str) {
        self.enter();
        self.raw("<ruby>");
        self.words(base);
        let mut html = String::from("<rp>（</rp><rt>");
        escape(reading, &mut html);
        html.push_str("</rt><rp>）</rp></ruby>");
        self.raw(&html);
        self.leave();
    }

    /// Appends code within a line.
    pub(super) fn code(&mut self, code: &str) {
        self.tag_start("<code>");
        self.words(code);
        self.tag_end("</code>");
    }

    /// Markup begins: an emphasis, for one.
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

    /// A glossary term. In a link, or in a picture's text, it is words and no more.
    fn term(&mut self, term: &str, shown: &str, place: Range<usize>) {
        if !self.links.is_empty() {
            return self.words(shown);
        }
        self.link_start(Some(Target::Term(term.to_owned())), place);
        self.words(shown);
        self.link_end();
    }

    /// A link begins. One whose address is not safe is told, and leaves its words.
    pub(super) fn address(&mut self, kind: LinkType, address: &str, range: Range<usize>) {
        let source = &self.text[range.clone()];
        // The address itself, where it stands as it is written.
        let place = match source.rfind(address).filter(|_| !address.is_empty()) {
            Some(at) => range.start + at..range.start + at + address.len(),
            None => range,
        };
        if kind == LinkType::Email {
            return self.link_start(Some(Target::External(format!("mailto:{address}"))), place);
        }
        let target = links::target(address).ok();
        if target.is_none() {
            self.tell(Code::UnsafeLink, place.clone(), |it| it.with("url", address));
        }
        self.link_start(target, place);
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
        let html = self.footnotes.refer(name);
        self.raw(&html);
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
            return self.tell(Code::RemoteImage, range.clone(), |it| it.with("url", &image.path));
        }
        image.path = links::decoded(&image.path);
        if image.alt.trim().is_empty() {
            self.tell(Code::MissingAlt, range.clone(), |it| it.with("path", &image.path));
        }
        self.body.images.push(image);
        self.piece(Piece::Image(clamp(self.body.images.len() - 1)));
    }
}
