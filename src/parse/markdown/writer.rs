//! Step 3: events become pieces.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Event;

use super::blocks::{self, Footnotes, Table};
use super::inline::{Part, parts};
use super::sentences::{Ends, Names};
use super::{Options, breaks};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, Image, Link, Offsets, Piece, Sentence, Target};
use crate::source::Span;

/// Turns events into a body, telling what is wrong.
pub(super) struct Writer<'a> {
    pub(super) text: &'a str,
    pub(super) offsets: &'a Offsets,
    pub(super) path: &'a Arc<str>,
    pub(super) options: Options,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    pub(super) body: Body,
    pub(super) footnotes: Footnotes,
    pub(super) table: Option<Table>,
    /// How many tables there were.
    pub(super) tables: usize,
    /// The heading being written: its words.
    pub(super) heading: Option<String>,
    pub(super) anchors: HashMap<String, Option<Span>>,
    /// The picture being read: its text.
    pub(super) image: Option<(Image, Range<usize>)>,
    /// The code being read.
    pub(super) code: Option<(String, String, Range<usize>)>,
    /// Paragraphs whose only content is a picture stand without `<p>`: where the open tag of the current one is.
    pub(super) paragraph: Option<usize>,
    pub(super) last: Option<char>,
    pub(super) break_pending: bool,
    pub(super) depth: usize,
    pub(super) sentence: SentenceState,
}

#[derive(Default)]
pub(super) struct SentenceState {
    /// The piece before which the sentence began, and its words so far.
    pub(super) open: Option<(usize, String)>,
    pub(super) ends: Ends,
    pub(super) names: Names,
    pub(super) number: u32,
    pub(super) stage: u32,
    pub(super) is_in_block: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        text: &'a str,
        offsets: &'a Offsets,
        path: &'a Arc<str>,
        options: Options,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let footnotes = Footnotes::default();
        Self {
            text,
            offsets,
            path,
            options,
            diagnostics,
            body: Body::default(),
            footnotes,
            table: None,
            tables: 0,
            heading: None,
            anchors: HashMap::new(),
            image: None,
            code: None,
            paragraph: None,
            last: None,
            break_pending: false,
            depth: 0,
            sentence: SentenceState::default(),
        }
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) => self.text_event(&text, range),
            Event::Code(code) => {
                self.inline_start("<code>", range);
                self.words(&code);
                self.inline_end("</code>");
            }
            Event::SoftBreak => self.break_pending = true,
            Event::HardBreak => {
                self.raw("<br>\n");
                self.last = None;
            }
            Event::Rule => self.block("<hr>\n"),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::Html(html) | Event::InlineHtml(html) => {
                let words = html.trim();
                if !words.is_empty() && !words.starts_with("<!--") && !words.ends_with("-->") {
                    let shown: String = words.chars().take(40).collect();
                    self.tell(Code::RawHtml, range.start..range.start + words.len(), |it| {
                        it.with("html", shown)
                    });
                }
            }
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    pub(super) fn tell(
        &mut self,
        code: Code,
        range: Range<usize>,
        more: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let at = self.offsets.range(range);
        self.diagnostics.push(more(Diagnostic::new(code, Span::new(self.path, at.start, at.end))));
    }

    pub(super) fn place(&self, range: Range<usize>) -> crate::yaml::Range {
        self.offsets.range(range)
    }

    // ---- writing

    /// Appends HTML.
    pub(super) fn raw(&mut self, html: &str) {
        // Inside a picture's text there is no markup.
        if self.image.is_some() || self.code.is_some() {
            return;
        }
        self.footnotes.sink(&mut self.body).raw(html);
    }

    /// Appends a block's tag: what comes before and behind is no neighbour in a line.
    pub(super) fn block(&mut self, html: &str) {
        self.raw(html);
        self.last = None;
        self.break_pending = false;
    }

    /// Appends a typed piece.
    pub(super) fn piece(&mut self, piece: Piece) {
        self.footnotes.sink(&mut self.body).pieces.push(piece);
    }

    /// Appends words: escaped, in sentences where asked for.
    pub(super) fn words(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
        if let Some((image, _)) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        for c in text.chars() {
            if self.sentence.is_in_block {
                self.follow_sentence(c);
            }
            let mut sink = self.footnotes.sink(&mut self.body);
            match c {
                '&' => sink.raw("&amp;"),
                '<' => sink.raw("&lt;"),
                '>' => sink.raw("&gt;"),
                '"' => sink.raw("&quot;"),
                c => sink.raw(c.encode_utf8(&mut [0; 4])),
            }
            self.last = Some(c);
        }
    }

    pub(super) fn flush_break(&mut self, next: Option<char>) {
        if std::mem::take(&mut self.break_pending) && !breaks::is_dropped(self.last, next) {
            self.words("\n");
        }
    }

    /// As [`Self::flush_break`], before something that begins with marks: the first letter behind them counts.
    pub(super) fn flush_break_before(&mut self, range: &Range<usize>) {
        let next = self.text[range.start..].chars().find(|c| !"*_~`![".contains(*c));
        self.flush_break(next);
    }

    // ---- sentences

    pub(super) fn follow_sentence(&mut self, c: char) {
        if self.sentence.ends.before(c) && self.depth == 0 {
            self.end_sentence();
        }
        if !c.is_whitespace() {
            self.open_sentence();
        }
        if let Some((_, words)) = &mut self.sentence.open {
            words.push(c);
        }
    }

    pub(super) fn open_sentence(&mut self) {
        if self.sentence.open.is_none() {
            let sink = self.footnotes.sink(&mut self.body);
            // The sentence begins a piece of its own, so that its tag can be put before it.
            sink.pieces.push(Piece::Html(String::new()));
            self.sentence.open = Some((sink.pieces.len() - 1, String::new()));
        }
    }

    /// An emphasis or a link begins: it stands within one sentence, which ends outside it.
    pub(super) fn begin_within_sentence(&mut self) {
        if self.sentence.is_in_block && self.depth == 0 {
            if self.sentence.ends.is_due() {
                self.end_sentence();
            }
            self.open_sentence();
        }
    }

    pub(super) fn end_sentence(&mut self) {
        let Some((start, words)) = self.sentence.open.take() else { return };
        self.sentence.ends.reset();
        self.sentence.number += 1;
        let id = self.sentence.names.id(&words);
        let open = format!("<span class=\"s\" id=\"{id}\" data-n=\"{}\">", self.sentence.number);
        let mut sink = self.footnotes.sink(&mut self.body);
        sink.pieces.insert(start, Piece::Html(open));
        sink.raw("</span>");
        let (number, stage) = (self.sentence.number, self.sentence.stage);
        self.body.sentences.push(Sentence { id, number, stage, text: words });
    }

    pub(super) fn start_sentences(&mut self) {
        self.sentence.is_in_block = self.options.sentences && !self.footnotes.is_inside();
    }

    pub(super) fn stop_sentences(&mut self) {
        if self.sentence.is_in_block {
            self.end_sentence();
            self.sentence.is_in_block = false;
        }
    }

    // ---- text

    pub(super) fn text_event(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, code, _)) = &mut self.code {
            code.push_str(text);
            return;
        }
        self.flush_break(text.chars().next());
        let is_linear = text.len() == range.len();
        for part in parts(text) {
            match part {
                Part::Text(text) => self.words(text),
                Part::Ruby(base, reading) => {
                    self.raw("<ruby>");
                    self.words(base);
                    if self.image.is_none() {
                        let mut html = String::from("<rp>（</rp><rt>");
                        blocks::escape(reading, &mut html);
                        html.push_str("</rt><rp>）</rp></ruby>");
                        self.raw(&html);
                    }
                }
                Part::Term(term, shown, place) => {
                    let place = if is_linear {
                        range.start + place.start..range.start + place.end
                    } else {
                        range.clone()
                    };
                    self.link_start(Target::Term(term.to_owned()), place);
                    self.words(shown);
                    self.link_end();
                }
                Part::LostFootnote(name, place) => {
                    let place = if is_linear {
                        range.start + place.start..range.start + place.end
                    } else {
                        range.clone()
                    };
                    self.tell(Code::UndefinedFootnote, place, |it| it.with("name", name));
                }
            }
        }
    }

    pub(super) fn link_start(&mut self, target: Target, place: Range<usize>) {
        self.begin_within_sentence();
        let at = self.place(place);
        self.body.links.push(Link { target, at });
        let index = clamp(self.body.links.len() - 1);
        if self.image.is_none() {
            self.piece(Piece::LinkStart(index));
        }
        self.footnotes.open_links.push(index);
        self.depth += 1;
    }

    pub(super) fn link_end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        let Some(index) = self.footnotes.open_links.pop() else { return };
        if self.image.is_none() {
            self.piece(Piece::LinkEnd(index));
        }
    }

    pub(super) fn footnote_reference(&mut self, name: &str) {
        self.break_pending = false;
        let html = self.footnotes.refer(name);
        self.raw(&html);
    }

    pub(super) fn finish(mut self) -> Body {
        self.stop_sentences();
        for (name, range) in self.footnotes.unused() {
            self.tell(Code::UnusedFootnote, range, |it| it.with("name", name));
        }
        let notes = self.footnotes.take_section();
        self.body.pieces.extend(notes);
        if self.options.inline {
            blocks::unwrap_single_paragraph(&mut self.body);
        }
        self.body.join();
        self.body
    }
}

/// An index as pieces hold it.
pub(super) fn clamp(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Writes a number into HTML.
pub(super) fn number(out: &mut String, number: usize) {
    let _ = write!(out, "{number}");
}
