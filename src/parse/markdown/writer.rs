//! Step 4: events become pieces.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::blocks::{self, TableState};
use super::footnotes::Footnotes;
use super::headings::Headings;
use super::sentences::Sentences;
use super::{ParseOptions, Ties, html};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, Image, Piece};
use crate::source::Span;
use crate::yaml::{Offsets, Traced};

/// Turns events into a body, and reports what is wrong.
pub(super) struct Writer<'a> {
    pub(super) text: &'a str,
    pub(super) ties: Ties,
    pub(super) offsets: &'a Offsets,
    pub(super) path: &'a Arc<str>,
    pub(super) options: ParseOptions<'a>,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    pub(super) body: Body,
    pub(super) footnotes: Footnotes,
    pub(super) headings: Headings,
    pub(super) sentences: Sentences,
    pub(super) table: Option<TableState>,
    /// How many tables there were.
    pub(super) tables: usize,
    /// The picture being read, and how many more are open in its text.
    pub(super) image: Option<(Image, usize)>,
    /// The links that are open; `None` for one that is left out.
    pub(super) links: Vec<Option<u32>>,
    /// How much markup is open in the line.
    pub(super) depth: usize,
    /// The code being read: the words after the fence, the code.
    code: Option<(String, Traced<'a>)>,
    /// The block of HTML being read.
    html: Option<String>,
    /// The piece that would be the first of the paragraph being written.
    paragraph: usize,
    /// The last character of the words of the block.
    pub(super) last: Option<char>,
    /// The words that have ruby by the author's hand.
    pub(super) read: Vec<String>,
    /// Of each open block that can hold words: whether these are sentences.
    holders: Vec<bool>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        text: &'a str,
        ties: Ties,
        offsets: &'a Offsets,
        path: &'a Arc<str>,
        options: ParseOptions<'a>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            text,
            ties,
            offsets,
            path,
            options,
            diagnostics,
            body: Body::default(),
            footnotes: Footnotes::default(),
            headings: Headings::default(),
            sentences: Sentences::default(),
            table: None,
            tables: 0,
            image: None,
            links: Vec::new(),
            depth: 0,
            code: None,
            html: None,
            paragraph: 0,
            last: None,
            read: Vec::new(),
            holders: Vec::new(),
        }
    }

    /// Appends what `event` becomes.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => match self.ties.seams.remove(&range.start) {
                    Some(places) => code.append(&text, places),
                    None => code.push(range, &text),
                },
                None => self.text_event(&text, &range),
            },
            Event::Code(code) => self.code(&code),
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak => {
                self.raw("<br>");
                self.plain_break();
                self.words("\n");
            }
            Event::Rule => self.block("<hr>\n"),
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.html {
                Some(block) => block.push_str(&html),
                None => self.raw_html(&html, range),
            },
            Event::TaskListMarker(is_checked) => {
                let html = blocks::check_box(is_checked, self.options.locale);
                self.raw(&html);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// The whole body, with its footnotes at the end.
    pub(super) fn finish(mut self) -> Body {
        self.block("");
        for (name, range) in self.footnotes.unused() {
            self.report(Code::UnusedFootnote, range, |it| it.with("name", name));
        }
        std::mem::take(&mut self.footnotes).finish(&mut self.body);
        self.body.complete();
        if self.options.inline && self.body.notes.is_empty() {
            html::unwrap_single_paragraph(&mut self.body.pieces);
            self.body.complete();
        }
        self.body
    }

    // ---- places

    /// Reports that something is wrong at `range` of the text.
    pub(super) fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        more: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let at = self.place(range);
        self.diagnostics.push(more(Diagnostic::new(code, Span::new(self.path, at.start, at.end))));
    }

    /// The place in the file of `range` of the text.
    pub(super) fn place(&self, range: Range<usize>) -> crate::yaml::Range {
        self.offsets.range(range)
    }

    // ---- pieces

    /// Where pieces go now: the body, or the footnote that is being written.
    pub(super) fn pieces(&mut self) -> &mut Vec<Piece> {
        self.footnotes.pieces().unwrap_or(&mut self.body.pieces)
    }

    /// Where words without markup go now.
    pub(super) fn plain(&mut self) -> &mut String {
        self.footnotes.plain().unwrap_or(&mut self.body.plain)
    }

    /// Ends the line of the words without markup.
    pub(super) fn plain_break(&mut self) {
        let plain = self.plain();
        if !plain.is_empty() && !plain.ends_with('\n') {
            plain.push('\n');
        }
    }

    /// Appends a typed piece.
    pub(super) fn piece(&mut self, piece: Piece) {
        self.pieces().push(piece);
    }

    /// Appends HTML; not in a picture's text, which has no markup.
    pub(super) fn raw(&mut self, html: &str) {
        if self.image.is_none() {
            html::push(self.pieces(), html);
        }
    }

    /// Appends a block's tag: no sentence goes on over it.
    pub(super) fn block(&mut self, html: &str) {
        if !self.footnotes.is_inside() {
            self.end_sentence();
        }
        self.last = None;
        self.plain_break();
        self.raw(html);
    }

    /// Whether words are put into sentences now.
    pub(super) fn marks_sentences(&self) -> bool {
        self.options.sentences
            && self.image.is_none()
            && !self.footnotes.is_inside()
            && self.holders.last().copied().unwrap_or(false)
    }

    // ---- tags

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.hold("<p>", true);
                self.paragraph = self.pieces().len();
            }
            Tag::Heading { level, id, .. } => {
                self.heading_start(level, id.as_deref(), range);
                self.holders.push(false);
            }
            Tag::BlockQuote(kind) => blocks::quote(self, kind),
            Tag::CodeBlock(kind) => self.code = Some((blocks::info(&kind), Traced::new(self.text))),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::List(None) => self.block("<ul>\n"),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(first)) => self.block(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.hold("<li>", true),
            Tag::FootnoteDefinition(name) => {
                self.block("");
                self.footnotes.define(&name, first_line(self.text, range));
            }
            Tag::DefinitionList => self.block("<dl>\n"),
            Tag::DefinitionListTitle => self.hold("<dt>", false),
            Tag::DefinitionListDefinition => self.hold("<dd>", true),
            Tag::Table(alignments) => {
                let html = blocks::table_start(self, &alignments);
                self.block(&html);
            }
            Tag::TableHead => {
                // Markdown has no table without a head: one without words is not shown.
                let is_blank = self.text[range].chars().all(|c| c == '|' || c.is_whitespace());
                self.block(if is_blank { "<thead hidden><tr>" } else { "<thead><tr>" });
            }
            Tag::TableRow => self.row_start(),
            Tag::TableCell => {
                let text = &self.text[range];
                let html = self.table.as_mut().map(|table| table.cell_start(text)).unwrap_or_default();
                self.hold(&html, false);
            }
            Tag::Emphasis => self.tag_start("<em>"),
            Tag::Strong => self.tag_start("<strong>"),
            Tag::Strikethrough => self.tag_start("<del>"),
            Tag::Link { link_type, dest_url, .. } => self.address(link_type, &dest_url, range),
            Tag::Image { dest_url, title, .. } => self.image_start(&dest_url, &title, range),
            Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.paragraph_end(),
            TagEnd::Heading(_) => {
                self.heading_end();
                self.holders.pop();
            }
            TagEnd::BlockQuote(kind) => self.block(blocks::quote_end(kind)),
            TagEnd::CodeBlock => self.code_end(range),
            TagEnd::HtmlBlock => {
                let html = self.html.take().unwrap_or_default();
                self.raw_html(&html, first_line(self.text, range));
            }
            TagEnd::List(false) => self.block("</ul>\n"),
            TagEnd::List(true) => self.block("</ol>\n"),
            TagEnd::Item => self.release("</li>\n"),
            TagEnd::FootnoteDefinition => self.footnotes.end_definition(),
            TagEnd::DefinitionList => self.block("</dl>\n"),
            TagEnd::DefinitionListTitle => self.release("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.release("</dd>\n"),
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
                let html = self.table.as_ref().map(TableState::cell_end).unwrap_or_default();
                self.release(html);
            }
            TagEnd::Emphasis => self.tag_end("</em>"),
            TagEnd::Strong => self.tag_end("</strong>"),
            TagEnd::Strikethrough => self.tag_end("</del>"),
            TagEnd::Link => self.link_end(),
            TagEnd::Image => self.image_end(&range),
            TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    /// A block begins that holds words, which are sentences or not.
    fn hold(&mut self, html: &str, sentences: bool) {
        self.block(html);
        self.holders.push(sentences);
    }

    /// It ends.
    fn release(&mut self, html: &str) {
        self.block(html);
        self.holders.pop();
    }

    fn row_start(&mut self) {
        if let Some(table) = &mut self.table {
            table.column = 0;
        }
        self.block("<tr>");
    }

    /// A paragraph ends. A paragraph whose only content is a picture has no tags.
    fn paragraph_end(&mut self) {
        let start = self.paragraph;
        let pieces = self.pieces();
        let is_picture = matches!(pieces.get(start..), Some([Piece::Image(_)]));
        let is_bare = is_picture && html::take_back(pieces, start.checked_sub(1), "<p>");
        self.release(if is_bare { "" } else { "</p>\n" });
    }

    fn code_end(&mut self, range: Range<usize>) {
        let Some((info, code)) = self.code.take() else { return };
        self.block("");
        match info.split([' ', ',', '\t']).next().unwrap_or_default() {
            "exercise" => blocks::exercise(self, &code.text, range),
            "facilitator" => blocks::facilitator(self, code, range),
            language => {
                self.plain().push_str(&code.text);
                let language = match blocks::file_of(&info) {
                    Some(file) => format!("{language} {file}"),
                    None => language.to_owned(),
                };
                self.piece(Piece::Code { language, text: code.text });
                self.plain_break();
            }
        }
    }

    /// HTML that the author wrote: reported, once for a block or a pair of tags, and left out. Comments are left out
    /// without a report.
    fn raw_html(&mut self, html: &str, range: Range<usize>) {
        let html = html::without_comments(html);
        let first = html.trim().lines().next().unwrap_or_default();
        // A closing tag belongs to an opening one that was reported, unless words go with it.
        let is_closing = first.starts_with("</") && !html::has_words(&html);
        if !first.is_empty() && !is_closing {
            let shown: String = first.chars().take(40).collect();
            self.report(Code::RawHtml, range, |it| it.with("html", shown).with("twin", html::twin(first)));
        }
    }
}

/// The first line of `range`.
pub(super) fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let source = &text[range.clone()];
    let line = source.lines().next().unwrap_or_default();
    range.start..range.start + line.len()
}

/// An index as pieces hold it.
pub(super) fn clamp(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
