//! Texts of the course as HTML: every link gets its address, every picture its size, every exercise its place.

use std::fmt::Write as _;

use tera::value::Key;
use tera::{Context, Value};

use super::frame::map;
use super::highlight;
use super::place::{Sheet, Shown};
use crate::diagram::{self, Drawing};
use crate::exercise::{Page, Task};
use crate::html::escape;
use crate::model::{Body, Content, Course, Document, Found, Heading, Image, Kind, Link, Mark, Piece, Target};
use crate::theme::Theme;
use crate::yaml::Rich;

/// Writes texts of one document for one page.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
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
    sheet: Option<&'a Sheet>,
}

impl<'a> Words<'a> {
    /// For the page of `document`.
    pub(super) fn new(course: &'a Course, theme: &'a Theme, document: &'a Document, base: &'a str) -> Self {
        Self { course, theme, document: Some(document), page: Some(document), base, lower: 0, sheet: None }
    }

    /// For texts of `course.yaml` and of other documents' summaries, which are shown on many pages.
    pub(super) fn of_course(course: &'a Course, theme: &'a Theme, base: &'a str) -> Self {
        Self { course, theme, document: None, page: None, base, lower: 0, sheet: None }
    }

    /// For a page that is no document's own.
    pub(super) fn of_no_document(self) -> Self {
        Self { page: None, ..self }
    }

    /// For texts below a heading of the page.
    pub(super) fn lowered(self) -> Self {
        Self { lower: self.lower + 1, ..self }
    }

    /// For texts on `sheet`, which keeps what goes wrong in a template within a text.
    pub(super) fn on(self, sheet: &'a Sheet) -> Self {
        Self { sheet: Some(sheet), ..self }
    }

    /// For texts of another document on the same page.
    pub(super) fn from(self, document: &'a Document) -> Self {
        Self { document: Some(document), ..self }
    }

    /// A text of YAML, as a value that templates do not escape again.
    pub(super) fn rich(&self, rich: &Rich) -> Value {
        Value::safe_string(&self.html(&rich.body))
    }

    /// A list of texts.
    pub(super) fn riches(&self, list: &[Rich]) -> Value {
        list.iter().map(|rich| self.rich(rich)).collect::<Vec<_>>().into()
    }

    /// A whole text, in a place of its own.
    pub(super) fn html(&self, body: &Body) -> String {
        self.part(&self.shown(body, &[&body.pieces]), 0, &body.pieces)
    }

    /// A place on the page for `parts` of a text.
    pub(super) fn shown<'b>(&self, body: &'b Body, parts: &[&'b [Piece]]) -> Shown<'b> {
        Shown::new(body, parts, (self.document, self.page), self.sheet)
    }

    /// The part `index` of `shown`, with the footnotes that are first marked in it.
    pub(super) fn part(&self, shown: &Shown<'_>, index: usize, pieces: &[Piece]) -> String {
        let mut out = String::with_capacity(pieces.len() * 64);
        self.pieces(shown, pieces, &mut out);
        self.notes(shown, index, &mut out);
        out
    }

    fn pieces(&self, shown: &Shown<'_>, pieces: &[Piece], out: &mut String) {
        let body = shown.body;
        let mut before = &Piece::HeadingEnd(0);
        for piece in pieces {
            match piece {
                Piece::Html(html) => out.push_str(html),
                Piece::HeadingStart(index) => self.heading_start(shown, &body.headings[*index as usize], out),
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
                Piece::Exercise(index) => self.exercise(&body.exercises[*index as usize].id, out),
                Piece::Blank(index) => self.blank(&body.blanks[*index as usize].id, out),
                Piece::SentenceStart(index) => {
                    // Only at home a sentence is a place to go to; elsewhere its id says which sentence it is.
                    let name = if shown.is_home { "id" } else { "data-s" };
                    let _ =
                        write!(out, "<span class=\"s\" {name}=\"{}\">", body.sentences[*index as usize].id);
                }
                Piece::SentenceEnd(_) => out.push_str("</span>"),
                Piece::FootnoteRef(index) => mark(shown, body.marks[*index as usize], out),
            }
            before = piece;
        }
    }

    /// The notes of the part `index`, each with a way back to every mark that is shown.
    fn notes(&self, shown: &Shown<'_>, index: usize, out: &mut String) {
        let notes = shown.notes.get(index).map_or(&[][..], Vec::as_slice);
        if notes.is_empty() {
            return;
        }
        let prefix = &shown.prefix;
        out.push_str("<section class=\"footnotes\"><ol>\n");
        for &index in notes {
            let (note, number) = (&shown.body.notes[index as usize], index + 1);
            let _ = write!(out, "<li id=\"{prefix}fn-{number}\">");
            self.pieces(shown, &note.pieces, out);
            for &nth in &shown.marks[index as usize] {
                let mark = numbered(number, nth);
                let _ = write!(
                    out,
                    " <a class=\"footnote-back\" href=\"#{prefix}fnref-{mark}\" aria-label=\"{mark} ↩\">↩</a>"
                );
            }
            out.push_str(if note.ends_in_paragraph { "</p></li>\n" } else { "</li>\n" });
        }
        out.push_str("</ol></section>\n");
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
        let label = self.theme.words.text("heading-anchor", &[("heading", heading.text.clone())]);
        let _ = write!(out, "<a class=\"anchor\" href=\"#{}", shown.prefix);
        escape(&heading.id, out);
        out.push_str("\" aria-label=\"");
        escape(&label, out);
        let _ = writeln!(out, "\">#</a></h{}>", self.level(heading));
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

    /// An exercise, as the theme's template shows it.
    fn exercise(&self, id: &str, out: &mut String) {
        let Some(document) = self.course.find(Kind::Exercise, id) else { return };
        let Some(Content::Exercise(exercise)) = &document.content else { return };
        let words = self.from(document);
        let all: Vec<_> = exercise.common.fields.iter().collect();
        let mut values = vec![
            ("id", id.into()),
            ("kind", exercise.task.word().into()),
            ("fields", super::views::fields(&exercise.common.fields, &all, &format!("x-{id}-"), &words)),
        ];
        values.extend(exercise.common.view(exercise.task.kind().own_fields(), &words));
        values.extend(exercise.task.kind().view(&words));
        self.filled("exercise/shell.html", "x", values, out);
    }

    /// A diagram and the same in words. What fails is kept, to be reported with the page.
    pub(super) fn diagram(&self, kind: &str, data: &serde_json::Value) -> Drawing {
        diagram::draw(kind, data, self.theme.diagram_words()).unwrap_or_else(|reason| {
            self.fail(tera::Error::message(reason));
            Drawing::default()
        })
    }

    fn fail(&self, error: tera::Error) {
        if let Some(sheet) = self.sheet {
            sheet.failure.borrow_mut().get_or_insert(error);
        }
    }

    /// A blank of a text, as the theme's template shows it.
    fn blank(&self, id: &str, out: &mut String) {
        let Some(Content::Exercise(exercise)) = self.document.and_then(|it| it.content.as_ref()) else {
            return;
        };
        let Task::Cloze(cloze) = &exercise.task else { return };
        let Some(blank) = cloze.blank(id, self) else { return };
        let mut context = Context::new();
        context.insert_value("b", blank);
        context.insert_value("exercise", self.exercise_id().into());
        self.template("exercise/blank.html", &context, out);
    }

    fn filled(
        &self,
        template: &str,
        name: &'static str,
        values: Vec<(&'static str, Value)>,
        out: &mut String,
    ) {
        let values: tera::Map = values.into_iter().map(|(key, value)| (Key::from(key), value)).collect();
        let mut context = Context::new();
        context.insert_value(name, Value::from(values));
        context.insert_value("base", self.base.into());
        self.template(template, &context, out);
    }

    /// Renders a template into a text. What fails is kept, to be reported with the page.
    fn template(&self, name: &str, context: &Context, out: &mut String) {
        match self.theme.tera.render(name, context) {
            Ok(html) => out.push_str(&html),
            Err(error) => self.fail(error),
        }
    }

    fn exercise_id(&self) -> &str {
        self.document.map_or("", |document| &document.id)
    }
}

impl Page for Words<'_> {
    fn rich(&self, text: &Rich) -> Value {
        Words::rich(self, text)
    }

    fn said(&self, key: &str, arguments: &[(&'static str, String)]) -> String {
        self.theme.words.text(key, arguments)
    }

    fn exercise(&self) -> &str {
        self.exercise_id()
    }

    fn member(&self, set: &str, member: &str) -> Value {
        let Some(document) = self.course.find(Kind::Principle, set) else { return Value::none() };
        let Some(Content::Principles(set)) = &document.content else { return Value::none() };
        let title = set.members.iter().find(|it| &*it.id == member).map_or("", |it| &it.title);
        let url = format!("{}{}#{member}", self.base, document.url().unwrap_or_default());
        map([("title", title.into()), ("url", url.into())])
    }

    fn stage(&self, case: &str, stage: &str) -> (Value, Value) {
        let Some(document) = self.course.find(Kind::Case, case) else {
            return (Value::none(), Value::none());
        };
        let Some(Content::Case(case)) = &document.content else { return (Value::none(), Value::none()) };
        let words = self.from(document).lowered().lowered();
        let (_, stages) = super::views::divided(case, &document.body);
        let found = case.stages.iter().zip(stages).find(|(it, _)| &*it.id == stage);
        found.map_or((Value::none(), Value::none()), |(stage, pieces)| {
            let html = words.part(&words.shown(&document.body, &[pieces]), 0, pieces);
            ((&*stage.title).into(), Value::safe_string(&html))
        })
    }

    fn passages(&self, case: &str) -> Value {
        let Some(document) = self.course.find(Kind::Case, case) else { return Value::none() };
        let Some(Content::Case(case)) = &document.content else { return Value::none() };
        let words = self.from(document).lowered().lowered();
        let (_, passages) = super::views::divided(case, &document.body);
        let shown = words.shown(&document.body, &passages);
        let stages = case.stages.iter().zip(&passages).enumerate().map(|(index, (stage, pieces))| {
            let html = words.part(&shown, index, pieces);
            map([
                ("id", (&*stage.id).into()),
                ("number", (index + 1).into()),
                ("title", (&*stage.title).into()),
                ("html", Value::safe_string(&html)),
            ])
        });
        stages.collect::<Vec<_>>().into()
    }

    fn shown(&self, case: &str, stage: &str, kind: &str) -> Option<serde_json::Value> {
        let Some(Content::Case(case)) = &self.course.find(Kind::Case, case)?.content else { return None };
        case.diagram_at(kind, stage)
    }

    fn drawn(&self, kind: &str, data: &serde_json::Value) -> Value {
        let drawing = self.diagram(kind, data);
        map([
            ("svg", Value::safe_string(&drawing.svg)),
            ("related", drawing.related.as_deref().map(Value::safe_string).into()),
            ("text", drawing.text.iter().map(|line| Value::from(line.as_str())).collect::<Vec<_>>().into()),
        ])
    }

    fn case(&self, id: &str) -> Value {
        let Some(document) = self.course.find(Kind::Case, id) else { return Value::none() };
        let Some(Content::Case(case)) = &document.content else { return Value::none() };
        let words = self.from(document);
        let formulations = case.formulations.iter().map(|it| {
            map([
                ("title", (&*it.title).into()),
                ("reading", Words::rich(&words, &it.reading)),
                ("misses", Words::rich(&words, &it.misses)),
            ])
        });
        let strengths = case.strengths.iter().map(|it| Value::from(it.body.plain.trim()));
        map([
            ("title", document.title().into()),
            ("url", format!("{}{}", self.base, document.url().unwrap_or_default()).into()),
            ("notes", case.content_notes.iter().map(|it| Value::from(&**it)).collect::<Vec<_>>().into()),
            ("strengths", strengths.collect::<Vec<_>>().into()),
            ("formulations", formulations.collect::<Vec<_>>().into()),
        ])
    }

    fn form(&self, id: &str) -> Value {
        let Some(document) = self.course.find(Kind::Worksheet, id) else { return Value::none() };
        map([
            ("id", id.into()),
            ("title", document.title().into()),
            ("summary", document.summary().map(|it| Words::rich(&self.from(document), it)).into()),
            ("total", document.fields().len().into()),
            ("url", document.url().unwrap_or_default().into()),
        ])
    }
}

/// A footnote mark.
fn mark(shown: &Shown<'_>, mark: Mark, out: &mut String) {
    let (prefix, number) = (&shown.prefix, mark.note + 1);
    let id = numbered(number, mark.nth);
    let _ = write!(
        out,
        "<sup class=\"footnote-ref\"><a id=\"{prefix}fnref-{id}\" href=\"#{prefix}fn-{number}\">{number}</a></sup>"
    );
}

/// The number of a note's mark: `1` for the first, `1-2` for the second.
fn numbered(number: u32, nth: u32) -> String {
    if nth == 1 { number.to_string() } else { format!("{number}-{nth}") }
}

/// A path as part of an address: every byte that is not plain is percent-encoded.
pub(super) fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
