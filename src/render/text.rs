//! Texts of the course as HTML: every link gets its address, every picture its size, every exercise its place.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use tera::value::Key;
use tera::{Map, Value};

use super::place::{PageState, Shown};
use super::readings::ReadWords;
use super::{footnotes, highlight};
use crate::diagram::{self, Drawing};
use crate::exercise::Exercise;
use crate::host::Host as _;
use crate::html::escape;
use crate::model::{Body, Course, Document, Found, Heading, Image, Kind, Link, Piece, Target};
use crate::theme::Theme;
use crate::yaml::{Range, Rich, Visitor};

/// Writes texts of one document for one page.
#[derive(Clone, Copy)]
pub(super) struct TextWriter<'a> {
    pub course: &'a Course,
    pub theme: &'a Theme,
    /// The document that the texts are of: paths and anchors are relative to it.
    document: Option<&'a Document>,
    /// The document whose page this is.
    page: Option<&'a Document>,
    /// The way from the page to the site's root.
    pub base: &'a str,
    /// How many levels the headings of a text are lower on the page than in the text.
    lower: u8,
    /// The page that is rendered.
    state: Option<&'a PageState>,
    /// The attributes of the theme's words in a form whose own words are in another language.
    pub own_lang: &'a str,
    /// Whether words have their reading where the page first uses them: not in what is beside its text.
    is_read: bool,
}

impl<'a> TextWriter<'a> {
    /// For the page of `document`.
    pub(super) fn new(course: &'a Course, theme: &'a Theme, document: &'a Document, base: &'a str) -> Self {
        Self { document: Some(document), page: Some(document), ..Self::of_course(course, theme, base) }
    }

    /// For texts of `course.yaml` and of other documents' summaries, which are shown on many pages.
    pub(super) fn of_course(course: &'a Course, theme: &'a Theme, base: &'a str) -> Self {
        Self {
            course,
            theme,
            document: None,
            page: None,
            base,
            lower: 0,
            state: None,
            own_lang: "",
            is_read: false,
        }
    }

    /// For a page that is no document's own.
    pub(super) fn of_no_document(self) -> Self {
        Self { page: None, ..self }
    }

    /// For texts below a heading of the page.
    pub(super) fn lowered(self) -> Self {
        Self { lower: self.lower + 1, ..self }
    }

    /// For texts on `state`, which keeps what goes wrong in a template within a text.
    pub(super) fn on(self, state: &'a PageState) -> Self {
        Self { state: Some(state), ..self }
    }

    /// For the text of the page: words have their reading where they come first.
    pub(super) fn read(self) -> Self {
        Self { is_read: true, ..self }
    }

    /// For a form whose words are in another language than the theme's: `own` are the attributes of the theme's.
    pub(super) fn with_own_lang(self, own: &'a str) -> Self {
        Self { own_lang: own, ..self }
    }

    /// For texts of another document on the same page.
    pub(super) fn from(self, document: &'a Document) -> Self {
        Self { document: Some(document), ..self }
    }

    /// A text of YAML, as a value that templates do not escape again.
    pub(super) fn rich(&self, rich: &Rich) -> Value {
        Value::safe_string(&self.html(&rich.body))
    }

    /// A whole text, in a place of its own.
    pub(super) fn html(&self, body: &Body) -> String {
        self.passage(&self.shown(body, &[&body.pieces]), 0, &body.pieces)
    }

    /// A place on the page for `parts` of a text.
    pub(super) fn shown<'b>(&self, body: &'b Body, parts: &[&'b [Piece]]) -> Shown<'b> {
        Shown::new(body, parts, (self.document, self.page), self.state)
    }

    /// The part `index` of `shown`, with the footnotes that are first marked in it.
    pub(super) fn passage(&self, shown: &Shown<'_>, index: usize, pieces: &[Piece]) -> String {
        let mut out = String::with_capacity(pieces.len() * 64);
        self.pieces(shown, pieces, &mut out);
        self.notes(shown, index, &mut out);
        out
    }

    /// Pieces of a text in its place.
    pub(super) fn pieces(&self, shown: &Shown<'_>, pieces: &[Piece], out: &mut String) {
        let body = shown.body;
        let mut before = &Piece::HeadingEnd(0);
        let words = self.state.filter(|_| self.is_read).map(|state| &state.words);
        let mut is_headed = self.lower > 0;
        let is_own =
            self.page.zip(self.document).is_some_and(|(page, document)| std::ptr::eq(page, document));
        for piece in pieces {
            match piece {
                Piece::Html(html) => out.push_str(html),
                Piece::HeadingStart(index) => {
                    is_headed = true;
                    self.heading_start(shown, &body.headings[*index as usize], out);
                }
                Piece::HeadingEnd(index) => self.heading_end(shown, &body.headings[*index as usize], out),
                Piece::LinkStart(index) => self.link_start(shown, &body.links[*index as usize], out),
                Piece::LinkEnd(index) => {
                    if matches!(before, Piece::LinkStart(_)) {
                        self.title_of(&body.links[*index as usize], out);
                    }
                    out.push_str("</a>");
                }
                Piece::Image(index) => self.image(&body.images[*index as usize], out),
                Piece::Code { language, text } => highlight::block(language, text, out),
                Piece::Exercise(index) => {
                    if !std::mem::replace(&mut is_headed, true) {
                        self.heading_of_exercises(out);
                    }
                    let is_folded = is_own && *index as usize >= super::views::OPEN_EXERCISES;
                    self.exercise(&body.exercises[*index as usize].id, is_folded, out);
                }
                Piece::Facilitator(index) => self.facilitator(&body.facilitator[*index as usize], out),
                Piece::Blank(index) => self.blank(&body.blanks[*index as usize].id, out),
                Piece::SentenceStart(index) => {
                    // Only on its own page a sentence is a link target; elsewhere its id says which sentence it is.
                    let name = if shown.is_home { "id" } else { "data-s" };
                    let _ =
                        write!(out, "<span class=\"s\" {name}=\"{}\">", body.sentences[*index as usize].id);
                }
                Piece::SentenceEnd(_) => out.push_str("</span>"),
                Piece::FootnoteRef(index) => footnotes::mark(shown, body.marks[*index as usize], out),
                Piece::WordStart(index) => {
                    if let Some(words) = words {
                        words.begin(&body.read_words[*index as usize].word, out);
                    }
                }
                Piece::WordEnd(index) => {
                    if words.is_some() {
                        ReadWords::end(&body.read_words[*index as usize].reading, out);
                    }
                }
            }
            before = piece;
        }
    }

    fn level(&self, heading: &Heading) -> u8 {
        (heading.level + self.lower).min(6)
    }

    fn heading_start(&self, shown: &Shown<'_>, heading: &Heading, out: &mut String) {
        let _ = write!(out, "<h{} id=\"{}", self.level(heading), shown.prefix);
        escape(&heading.id, out);
        out.push_str("\">");
    }

    fn heading_end(&self, shown: &Shown<'_>, heading: &Heading, out: &mut String) {
        let label = self.theme.messages.text("heading-anchor", &[("heading", heading.text.clone())]);
        let _ = write!(out, "<a class=\"anchor\" href=\"#{}", shown.prefix);
        escape(&heading.id, out);
        out.push_str("\" aria-label=\"");
        escape(&label, out);
        let _ = writeln!(out, "\">#</a></h{}>", self.level(heading));
    }

    /// The heading above exercises that no heading precedes: theirs are one level lower, and none is skipped.
    fn heading_of_exercises(&self, out: &mut String) {
        out.push_str("<h2 class=\"visually-hidden\">");
        escape(&self.theme.messages.text("exercises-of-page", &[]), out);
        out.push_str("</h2>\n");
    }

    fn link_start(&self, shown: &Shown<'_>, link: &Link, out: &mut String) {
        let (class, address) = self.address(shown, &link.target);
        out.push_str("<a");
        if !class.is_empty() {
            let _ = write!(out, " class=\"{class}\"");
        }
        if class == "external" {
            out.push_str(" rel=\"noopener noreferrer\"");
        }
        if let Some(Found::Term(term)) = self.found(&link.target) {
            let _ = write!(out, " data-term=\"{}\"", &*term.id);
        }
        out.push_str(" href=\"");
        escape(&address, out);
        out.push_str("\">");
    }

    /// The class and the address of a link. A link that leads nowhere is an error, and a page with errors is never rendered.
    fn address(&self, shown: &Shown<'_>, target: &Target) -> (String, String) {
        match self.found(target) {
            Some(Found::External(url)) => ("external".into(), url.to_owned()),
            Some(Found::Here(anchor)) => (String::new(), self.anchor(shown, anchor)),
            Some(Found::Term(term)) => {
                ("term".into(), format!("{}glossary/index.html#{}", self.base, &*term.id))
            }
            Some(Found::Asset(asset)) => {
                ("file".into(), format!("{}files/{}", self.base, encoded(&asset.path)))
            }
            Some(Found::Document(document, anchor)) => {
                let hash = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
                let url = self.course.url(document).unwrap_or_default();
                (format!("ref ref-{}", document.kind.word()), format!("{}{url}{hash}", self.base))
            }
            None => (String::new(), "#".into()),
        }
    }

    /// The address of an anchor in the text's own document: in the same place, on the same page, or on the document's page.
    fn anchor(&self, shown: &Shown<'_>, anchor: &str) -> String {
        if shown.has(anchor) {
            return format!("#{}{anchor}", shown.prefix);
        }
        let path = |document: Option<&'a Document>| document.map(|document| &*document.path);
        let elsewhere = self.document.filter(|_| path(self.document) != path(self.page));
        let url = elsewhere.and_then(|document| self.course.url(document));
        url.map_or_else(|| format!("#{anchor}"), |url| format!("{}{url}#{anchor}", self.base))
    }

    fn found<'t>(&'t self, target: &'t Target) -> Option<Found<'t>> {
        let document = self.document.or_else(|| self.course.documents.first().map(|document| &**document))?;
        self.course.locate(document, target).ok()
    }

    /// The words of a link that has none of its own: the title of what it leads to.
    fn title_of(&self, link: &Link, out: &mut String) {
        match self.found(&link.target) {
            Some(Found::Document(document, member)) => {
                let heading = member.and_then(|id| document.body.heading(id));
                escape(heading.map_or(document.title(), |heading| &heading.text), out);
            }
            Some(Found::Term(term)) => escape(&term.term, out),
            Some(Found::External(url)) => escape(url, out),
            Some(Found::Asset(asset)) => escape(asset.path.rsplit('/').next().unwrap_or_default(), out),
            Some(Found::Here(anchor)) => escape(anchor, out),
            None => {}
        }
    }

    fn image(&self, image: &Image, out: &mut String) {
        let path = self.document.map_or("", |document| &document.path);
        let Ok(asset) = self.course.locate_image(path, &image.path) else { return };
        let _ = write!(out, "<figure><img src=\"{}files/{}\" alt=\"", self.base, encoded(&asset.path));
        escape(&image.alt, out);
        if let Some((width, height)) = asset.size {
            let _ = write!(out, "\" width=\"{width}\" height=\"{height}");
        }
        out.push_str("\" loading=\"lazy\" decoding=\"async\">");
        if let Some(caption) = &image.caption {
            out.push_str("<figcaption>");
            escape(caption, out);
            out.push_str("</figcaption>");
        }
        out.push_str("</figure>\n");
    }

    /// A block for facilitators.
    fn facilitator(&self, body: &Body, out: &mut String) {
        out.push_str("<div class=\"for-facilitator\" role=\"note\"><p class=\"for-facilitator-title\">");
        escape(&self.theme.messages.text("for-facilitator", &[]), out);
        out.push_str("</p>\n");
        out.push_str(&self.html(body));
        out.push_str("</div>\n");
    }

    /// An exercise, as the theme's templates show it, behind a fold or not.
    fn exercise(&self, id: &str, is_folded: bool, out: &mut String) {
        let Some(document) = self.course.find(Kind::Exercise, id) else { return };
        let Some(exercise) = document.exercise() else { return };
        let writer = self.from(document);
        let all: Vec<_> = exercise.common.fields.iter().collect();
        let dom = format!("x-{id}-");
        let values = || -> Map {
            let fields = super::views::fields(&exercise.common.fields, &all, &dom, &writer);
            let mut values = exercise.values(fields, &writer);
            values.insert(Key::from("id"), id.into());
            values
        };
        let mut form = values();
        // The feedback shows texts of the form again: those with ids are rendered again, in a place of their own.
        let after = if has_ids(document) { values() } else { form.clone() };
        let after = writer.part_of(exercise, "after", "x", Value::from(after));
        let html = writer.part_of(exercise, "form", "x", Value::from(form.clone()));
        form.insert(Key::from("form"), html);
        form.insert(Key::from("after"), after);
        form.insert(Key::from("folded"), is_folded.into());
        form.insert(Key::from("papers"), super::papers::links(&writer, document));
        form.insert(Key::from("form_paper"), super::papers::script(&writer, document));
        out.push_str(writer.part("exercise/shell.html", "x", Value::from(form)).as_str().unwrap_or_default());
    }

    /// A template of the folder of the exercise's kind; nothing if the kind has no such template.
    fn part_of(&self, exercise: &Exercise, template: &str, name: &'static str, values: Value) -> Value {
        let template = format!("exercise/{}/{template}.html", exercise.task.word());
        if self.theme.has_template(&template) { self.part(&template, name, values) } else { Value::from("") }
    }

    /// A diagram and the same in words. What fails is kept, to be reported with the page.
    pub(super) fn diagram(&self, kind: &str, data: &serde_json::Value) -> Drawing {
        diagram::draw(kind, data, self.theme.diagram_words()).unwrap_or_else(|reason| {
            self.fail(tera::Error::message(reason));
            Drawing::default()
        })
    }

    pub(super) fn fail(&self, error: tera::Error) {
        if let Some(state) = self.state {
            state.failure.borrow_mut().get_or_insert(error);
        }
    }

    /// A blank of a text, as the template of the exercise's kind shows it.
    fn blank(&self, id: &str, out: &mut String) {
        let Some(exercise) = self.document.and_then(|it| it.exercise()) else { return };
        let Some(blank) = exercise.task.kind().blank(id, self) else { return };
        out.push_str(self.part_of(exercise, "blank", "b", blank).as_str().unwrap_or_default());
    }

    /// The id of the document that the text belongs to.
    pub(super) fn document_id(&self) -> &str {
        self.document.map_or("", |document| &document.id)
    }
}

/// Whether a text of `document` has footnotes or headings.
fn has_ids(document: &Document) -> bool {
    struct Ids(bool);
    impl<'a> Visitor<'a> for Ids {
        fn body(&mut self, body: &'a Body, _: Range) {
            self.0 |= !(body.notes.is_empty() && body.headings.is_empty());
        }
        fn reference(&mut self, _: Kind, _: &'a str, _: Range) {}
    }
    let mut ids = Ids(false);
    document.visit(&mut ids);
    ids.0
}

/// What a path keeps in an address; every other byte is percent-encoded.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A path as part of an address.
pub(super) fn encoded(path: &str) -> PercentEncode<'_> {
    utf8_percent_encode(path, PLAIN)
}
