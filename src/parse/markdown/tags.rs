//! The events that begin and end something.

use std::ops::Range;

use pulldown_cmark::{HeadingLevel, Tag, TagEnd};

use super::blocks::{self, Table};
use super::links;
use super::writer::{Writer, clamp};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Heading, Image, Piece, Target};
use crate::source::Span;

impl Writer<'_> {
    pub(super) fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.raw("<p>");
                self.paragraph = Some(self.footnotes.sink(&mut self.body).pieces.len());
                self.last = None;
                self.start_sentences();
            }
            Tag::Heading { level, id, .. } => self.heading_start(level, id.as_deref(), range),
            Tag::BlockQuote(kind) => self.block(&blocks::quote(kind, self.options.language)),
            Tag::CodeBlock(kind) => self.code = Some((blocks::info(&kind), String::new(), range)),
            Tag::List(None) => self.block("<ul>\n"),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(first)) => self.block(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => {
                self.stop_sentences();
                self.block("<li>");
                self.start_sentences();
            }
            Tag::FootnoteDefinition(name) => {
                let range = range.start
                    ..self.text[range.clone()].find('\n').map_or(range.end, |end| range.start + end);
                self.footnotes.define(&name, range);
            }
            Tag::DefinitionList => self.block("<dl>\n"),
            Tag::DefinitionListTitle => self.block("<dt>"),
            Tag::DefinitionListDefinition => {
                self.block("<dd>");
                self.start_sentences();
            }
            Tag::Table(alignments) => {
                let html = blocks::table_start(self, &alignments);
                self.block(&html);
            }
            Tag::TableHead => self.block("<thead><tr>"),
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.column = 0;
                }
                self.block("<tr>");
            }
            Tag::TableCell => {
                let html = self.table.as_mut().map(Table::cell_start).unwrap_or_default();
                self.block(&html);
            }
            Tag::Emphasis => self.inline_start("<em>", range),
            Tag::Strong => self.inline_start("<strong>", range),
            Tag::Strikethrough => self.inline_start("<del>", range),
            Tag::Link { dest_url, .. } => self.address(&dest_url, range),
            Tag::Image { dest_url, title, .. } => {
                self.flush_break_before(&range);
                let at = self.place(range.clone());
                let caption = Some(title.to_string()).filter(|title| !title.trim().is_empty());
                let path = links::decoded(&dest_url);
                self.image = Some((Image { path, alt: String::new(), caption, at }, range));
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => {}
        }
    }

    /// An emphasis begins. One that begins a sentence stands inside it.
    pub(super) fn inline_start(&mut self, html: &str, range: Range<usize>) {
        self.flush_break_before(&range);
        self.begin_within_sentence();
        self.raw(html);
        self.depth += 1;
    }

    pub(super) fn inline_end(&mut self, html: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.raw(html);
    }

    fn address(&mut self, address: &str, range: Range<usize>) {
        self.flush_break_before(&range);
        let source = &self.text[range.clone()];
        // The address itself, where it stands as it is written.
        let place = match source.rfind(address).filter(|_| !address.is_empty()) {
            Some(at) => range.start + at..range.start + at + address.len(),
            None => range,
        };
        match links::target(address) {
            Ok(target) => self.link_start(target, place),
            Err(()) => {
                self.tell(Code::UnsafeLink, place.clone(), |it| it.with("url", address));
                self.link_start(Target::External(String::new()), place);
            }
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.paragraph_end(),
            TagEnd::Heading(_) => self.heading_end(),
            TagEnd::BlockQuote(kind) => self.block(blocks::quote_end(kind)),
            TagEnd::CodeBlock => self.code_end(),
            TagEnd::List(false) => self.block("</ul>\n"),
            TagEnd::List(true) => self.block("</ol>\n"),
            TagEnd::Item => {
                self.stop_sentences();
                self.block("</li>\n");
            }
            TagEnd::FootnoteDefinition => self.footnotes.end_definition(),
            TagEnd::DefinitionList => self.block("</dl>\n"),
            TagEnd::DefinitionListTitle => self.block("</dt>\n"),
            TagEnd::DefinitionListDefinition => {
                self.stop_sentences();
                self.block("</dd>\n");
            }
            TagEnd::Table => {
                self.table = None;
                self.block("</tbody></table></div>\n");
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.is_head = false;
                }
                self.block("</tr></thead>\n<tbody>");
            }
            TagEnd::TableRow => self.block("</tr>\n"),
            TagEnd::TableCell => {
                let html = self.table.as_mut().map(Table::cell_end).unwrap_or_default();
                self.block(html);
            }
            TagEnd::Emphasis => self.inline_end("</em>"),
            TagEnd::Strong => self.inline_end("</strong>"),
            TagEnd::Strikethrough => self.inline_end("</del>"),
            TagEnd::Link => self.link_end(),
            TagEnd::Image => self.image_end(range),
            TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    fn paragraph_end(&mut self) {
        self.stop_sentences();
        let start = self.paragraph.take().unwrap_or(0);
        let mut sink = self.footnotes.sink(&mut self.body);
        let is_picture = matches!(&sink.pieces[start.min(sink.pieces.len())..], [Piece::Image(_)]);
        if is_picture && sink.take_back("<p>", start) {
            self.last = None;
            return;
        }
        self.block("</p>\n");
    }

    fn heading_start(&mut self, level: HeadingLevel, id: Option<&str>, range: Range<usize>) {
        self.stop_sentences();
        let level = level as u8;
        if !self.options.inline {
            if level == 1 {
                self.tell(Code::HeadingOne, first_line(self.text, range.clone()), |it| it);
            }
            let before = self.body.headings.last().map_or(1, |heading| heading.level);
            if level > before + 1 {
                self.tell(Code::HeadingJump, first_line(self.text, range.clone()), |it| {
                    it.with("from", before.to_string()).with("to", level.to_string())
                });
            }
        }
        let at = self.place(first_line(self.text, range));
        let id = id.map(str::to_owned);
        let by_hand = id.is_some();
        self.body.headings.push(Heading {
            id: id.unwrap_or_default(),
            by_hand,
            level: level.max(2),
            text: String::new(),
            at,
        });
        self.piece(Piece::HeadingStart(clamp(self.body.headings.len() - 1)));
        self.heading = Some(String::new());
        self.last = None;
        if level <= 2 {
            self.sentence.number = 0;
            self.sentence.stage += 1;
        }
    }

    fn heading_end(&mut self) {
        let words = self.heading.take().unwrap_or_default();
        let index = self.body.headings.len().saturating_sub(1);
        let Some(heading) = self.body.headings.last_mut() else { return };
        heading.text = words.trim().to_owned();
        let span = Span::new(self.path, heading.at.start, heading.at.end);
        if heading.by_hand {
            let id = heading.id.clone();
            if let Some(first) = self.anchors.get(&id) {
                let told = Diagnostic::new(Code::DuplicateAnchor, span.clone()).with("anchor", &id);
                self.diagnostics.push(first.iter().fold(told, |told, first| told.related(first.clone())));
            }
            self.anchors.insert(id, Some(span));
        } else {
            heading.id = blocks::fresh_anchor(&heading.text, &self.anchors);
            self.anchors.insert(heading.id.clone(), None);
        }
        self.piece(Piece::HeadingEnd(clamp(index)));
        self.last = None;
    }

    fn code_end(&mut self) {
        let Some((info, text, range)) = self.code.take() else { return };
        self.last = None;
        if info.split_whitespace().next() == Some("exercise") {
            blocks::exercise(self, &text, range);
            return;
        }
        let language = info.split([' ', ',', '\t']).next().unwrap_or_default().to_owned();
        self.piece(Piece::Code { language, text });
    }

    fn image_end(&mut self, range: &Range<usize>) {
        let Some((image, _)) = self.image.take() else { return };
        if links::is_remote(&image.path) {
            self.tell(Code::RemoteImage, range.clone(), |it| it.with("url", &image.path));
            return;
        }
        if image.alt.trim().is_empty() {
            self.tell(Code::MissingAlt, range.clone(), |it| it.with("path", &image.path));
        }
        self.body.images.push(image);
        self.piece(Piece::Image(clamp(self.body.images.len() - 1)));
    }
}

fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let end = text[range.clone()].find('\n').map_or(range.end, |end| range.start + end);
    range.start..end
}
