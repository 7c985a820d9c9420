//! The papers of a course: what there is for Word and Excel, and the bytes of each.

mod texts;
pub(super) mod words;

use std::sync::Arc;

use tera::Value;

use super::frame::map;
use super::text::TextWriter;
use super::{Site, minutes, views};
use crate::diagnostic::{Code, Diagnostic};
use crate::html::in_script;
use crate::model::{Content, Course, Document, Edition, Kind, PaperFormat, form_and_variant};
use crate::paper::PaperPart;
use crate::paper::address::Mark;
use crate::paper::docx;
use crate::paper::docx::fill::Answers;
use crate::paper::form::{Form, FormMaker};
use crate::paper::prose::{Prose, ProseWords, TextBlock};
use crate::paper::read::Papers;
use crate::paper::xlsx::SheetWords;
use crate::theme::Theme;
use texts::Texts;
use words::{form_words, writing};

/// The cards of a meeting on a page.
const CARDS_ON_A_PAGE: usize = 4;

/// The papers of a site's course, as those who read filled ones need them.
pub struct SitePapers<'a> {
    site: &'a Site,
    forms: Vec<Form>,
}

impl<'a> SitePapers<'a> {
    /// The papers of the course of `site`.
    #[must_use]
    pub fn new(site: &'a Site) -> Self {
        Self { site, forms: site.forms() }
    }
}

impl SitePapers<'_> {
    /// The keys that answers were stored under before, each with the one of now.
    #[must_use]
    pub fn earlier_keys(&self) -> std::collections::BTreeMap<String, String> {
        self.site.course.earlier_keys()
    }
}

impl Papers for SitePapers<'_> {
    fn course(&self) -> &str {
        self.site.course.info().map_or("", |info| &*info.id)
    }
    fn forms(&self) -> &[Form] {
        &self.forms
    }
    fn current_key(&self, key: &str) -> String {
        self.site.course.earlier_keys().remove(key).unwrap_or_else(|| key.to_owned())
    }
    fn docx(&self, form: &Form) -> Option<Vec<u8>> {
        self.site.blank_docx(form)
    }
    fn is_day_first(&self, form: &Form) -> bool {
        self.site.is_day_first(form)
    }
    fn words(&self, form: &Form) -> SheetWords {
        self.site.sheet_words(form)
    }
}

/// A paper of a course.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What it shows.
    pub what: What,
    /// The document that it is of.
    document: Arc<Document>,
}

/// What a paper shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A form, in its own words or in others.
    Form,
    /// The run sheet of a meeting or a session; for learners the outline of a meeting.
    RunSheet,
    /// The cards of the roles of a meeting.
    Cards,
    /// The minutes of a meeting.
    Minutes,
    /// A whole case.
    Case,
    /// One stage of a case, by its index.
    Stage(usize),
    /// An exercise.
    Exercise,
    /// The texts of a module.
    Module,
}

impl Paper {
    /// The id of the document that it is of.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.document.id
    }

    /// The kind of the document that it is of.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.document.kind
    }

    /// Its path in a folder of papers, without the ending: `worksheets/cf-sheet`, `cases/stopped-water-1`.
    #[must_use]
    pub fn path(&self) -> String {
        let folder = match self.document.kind {
            Kind::Variant => Kind::Worksheet.folder(),
            Kind::Module => "modules",
            kind => kind.folder(),
        };
        format!("{folder}/{}", self.name())
    }

    /// The name of its file, without the ending.
    fn name(&self) -> String {
        let id = &self.document.id;
        match self.what {
            What::RunSheet if self.document.kind == Kind::Meeting => format!("{id}-run-sheet"),
            What::Cards => format!("{id}-cards"),
            What::Minutes => format!("{id}-minutes"),
            What::Stage(index) => format!("{id}-{}", index + 1),
            _ => id.to_string(),
        }
    }

    /// Whether it can be filled in.
    #[must_use]
    pub fn is_form(&self) -> bool {
        matches!(self.what, What::Form | What::Minutes | What::Exercise)
    }

    /// The formats that it is made in.
    #[must_use]
    pub fn formats(&self) -> &'static [PaperFormat] {
        // Minutes and exercises are text for the most part: a workbook is no room for it.
        if self.what == What::Form { &[PaperFormat::Docx, PaperFormat::Xlsx] } else { &[PaperFormat::Docx] }
    }

    /// Where it is on a site: beside the page of its document; `None` if that has no page.
    fn url(&self, course: &Course, format: PaperFormat) -> Option<String> {
        let page = match self.document.kind {
            Kind::Module => format!("{}/index.html", self.document.id),
            _ => course.url(&self.document)?,
        };
        let (folder, _) = page.rsplit_once('/')?;
        Some(format!("{folder}/{}.{}", self.name(), format.word()))
    }

    /// What part of the document it shows; `None` if it shows all of it.
    fn part(&self, theme: &Theme) -> Option<String> {
        let said = |key: &str| Some(theme.messages.text(key, &[]));
        match self.what {
            What::RunSheet if self.document.kind == Kind::Meeting => said("run-sheet"),
            What::Cards => said("role-cards"),
            What::Minutes => said("meeting-minutes"),
            What::Case => said("paper-whole"),
            What::Stage(index) => {
                Some(theme.messages.text("stage-number", &[("n", (index + 1).to_string())]))
            }
            _ => None,
        }
    }
}

/// Every paper of `course`.
#[must_use]
pub fn papers(course: &Course) -> Vec<Paper> {
    let kinds = [
        Kind::Worksheet,
        Kind::Variant,
        Kind::Meeting,
        Kind::Case,
        Kind::Session,
        Kind::Exercise,
        Kind::Module,
    ];
    let documents = kinds.into_iter().flat_map(|kind| course.of_kind(kind));
    documents.flat_map(|document| papers_of(course, document)).collect()
}

/// The papers of `document`.
fn papers_of(course: &Course, document: &Arc<Document>) -> Vec<Paper> {
    let what = match &document.content {
        Some(Content::Worksheet(_) | Content::Variant(_)) => vec![What::Form],
        Some(Content::Meeting(meeting)) => {
            let has_cards = course.edition != Edition::Learner && !meeting.roles.is_empty();
            let cards = has_cards.then_some(What::Cards);
            [What::RunSheet].into_iter().chain(cards).chain([What::Minutes]).collect()
        }
        Some(Content::Case(case)) => {
            let stages = (0..case.stages.len()).map(What::Stage);
            [What::Case].into_iter().chain(stages).collect()
        }
        Some(Content::Session(_)) => vec![What::RunSheet],
        Some(Content::Exercise(_)) => vec![What::Exercise],
        Some(Content::Module(_)) => vec![What::Module],
        _ => Vec::new(),
    };
    what.into_iter().map(|what| Paper { what, document: Arc::clone(document) }).collect()
}

/// The files of papers that the pages of `course` offer: their paths beside the pages.
pub(super) fn published(course: &Course) -> Vec<(String, Paper, PaperFormat)> {
    let formats = formats(course);
    if formats.is_empty() {
        return Vec::new();
    }
    let files = papers(course).into_iter().flat_map(|paper| {
        let formats = formats.iter().copied().filter(|format| paper.formats().contains(format));
        let urls = formats.filter_map(|format| Some((paper.url(course, format)?, paper.clone(), format)));
        urls.collect::<Vec<_>>()
    });
    files.collect()
}

/// The formats that the pages of `course` offer.
fn formats(course: &Course) -> &[PaperFormat] {
    course.info().map_or(&[], |info| &info.papers)
}

/// The scripts with blank Word files that forms of `course` are saved with: their paths beside the pages.
pub(super) fn scripts(course: &Course) -> Vec<(String, Paper)> {
    let published = published(course).into_iter();
    let forms = published.filter(|(_, paper, format)| paper.is_form() && *format == PaperFormat::Docx);
    forms.map(|(path, paper, _)| (format!("{path}.js"), paper)).collect()
}

/// The address of the script with the blank Word file of the form of `document`, from its page.
pub(super) fn script(writer: &TextWriter<'_>, document: &Arc<Document>) -> Value {
    if !formats(writer.course).contains(&PaperFormat::Docx) {
        return Value::none();
    }
    let form = papers_of(writer.course, document).into_iter().find(Paper::is_form);
    let url = form.and_then(|paper| paper.url(writer.course, PaperFormat::Docx));
    url.map(|url| format!("{}{url}.js", writer.base)).into()
}

/// The links to the papers of `document`, for its page.
pub(super) fn links(writer: &TextWriter<'_>, document: &Arc<Document>) -> Value {
    let (course, theme) = (writer.course, writer.theme);
    let mut links = Vec::new();
    for paper in papers_of(course, document) {
        for &format in formats(course).iter().filter(|format| paper.formats().contains(format)) {
            let Some(url) = paper.url(course, format) else { continue };
            let label = theme.messages.text(&format!("paper-{}", format.word()), &[]);
            let label = match paper.part(theme) {
                Some(part) => theme.messages.text("paper-part", &[("paper", label), ("part", part)]),
                None => label,
            };
            links.push(map([("url", format!("{}{url}", writer.base).into()), ("label", label.into())]));
        }
    }
    links.into()
}

impl Site {
    /// Every paper of the site.
    #[must_use]
    pub fn papers(&self) -> Vec<Paper> {
        papers(&self.course)
    }

    /// Every form of the course, in its own words and in those of its variants: forms, minutes of meetings, exercises.
    #[must_use]
    pub fn forms(&self) -> Vec<Form> {
        let kinds = [Kind::Worksheet, Kind::Variant, Kind::Meeting, Kind::Exercise];
        let documents = kinds.into_iter().flat_map(|kind| self.course.of_kind(kind));
        documents.filter_map(|document| self.form(document)).collect()
    }

    /// The bytes of `paper`, filled in with `answers`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn paper(
        &self,
        paper: &Paper,
        format: PaperFormat,
        answers: &Answers,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let made = match format {
            PaperFormat::Docx => self.docx(paper).bytes(answers).map_err(|error| error.to_string()),
            PaperFormat::Xlsx => self.xlsx(&paper.document, answers),
        };
        made.map_err(|reason| {
            let place = paper.document.span();
            Box::new(Diagnostic::new(Code::ThemeRender, place).with("reason", reason))
        })
    }

    /// The script that hands the blank Word file of `paper` over.
    pub(super) fn paper_script(&self, paper: &Paper) -> Vec<u8> {
        let json = serde_json::to_string(&self.docx(paper)).unwrap_or_default();
        format!("mitatePaper({});\n", in_script(&json)).into_bytes()
    }

    /// `paper` for Word, to be filled in.
    #[must_use]
    pub fn docx(&self, paper: &Paper) -> docx::WordFile {
        let document = &*paper.document;
        let (id, variant) = form_and_variant(&document.id);
        let (tag, theme) = views::speaking(self, variant);
        let writer = TextWriter::new(&self.course, &theme, document, "");
        let said = |key: &str| theme.messages.text(key, &[]);
        let form = if paper.is_form() { self.form(document) } else { None };
        let mark = form.as_ref().map(|form| self.mark(form).to_string());
        let revision = form.as_ref().map_or(0, |form| form.revision);
        let title = form.as_ref().map_or_else(|| document.title().to_owned(), |form| form.title.clone());
        let mut texts = Texts { writer, course: &self.course, document, said: &said };
        let parts = match (paper.what, form) {
            (What::Form | What::Exercise | What::Minutes, Some(form)) => vec![PaperPart::Form(form)],
            (what, _) => texts.parts(what),
        };
        let of_course = self.course.info().map_or("", |info| &*info.title);
        let subtitle = match paper.what {
            What::Form => {
                let of_form = if variant.is_empty() { None } else { self.course.worksheet(id) };
                let own =
                    of_form.map_or_else(String::new, |form| format!("{}{}", &*form.title, said("sign-gap")));
                let number = theme.messages.text("form-revision", &[("n", revision.to_string())]);
                format!("{own}{of_course}{}{number}", said("sign-gap"))
            }
            _ => of_course.to_owned(),
        };
        let title = match paper.what {
            What::Minutes => theme.messages.text("minutes-of", &[("title", title)]),
            _ => title,
        };
        let exercises = |id: &str| {
            let title = self.course.find(Kind::Exercise, id).map_or("", |it| it.title());
            theme.messages.text("paper-exercise", &[("title", title.to_owned())])
        };
        docx::document(&docx::WordContent {
            title: &title,
            subtitle: &subtitle,
            foot: of_course,
            mark,
            parts: &parts,
            exercises: &exercises,
            words: &form_words(&theme),
            writing: &writing(&tag, &theme),
            between: &said("list-separator"),
        })
    }

    /// A text that is no paper of the course, for Word, on the course's paper and in its language.
    #[must_use]
    pub fn text_docx(&self, title: &str, subtitle: &str, blocks: Vec<TextBlock>) -> docx::WordFile {
        let course = self.course.info().map_or("", |info| &*info.title);
        docx::document(&docx::WordContent {
            title,
            subtitle,
            foot: course,
            mark: None,
            parts: &[PaperPart::Blocks(blocks)],
            exercises: &|_| String::new(),
            words: &form_words(&self.theme),
            writing: &writing(&self.theme.locale.tag, &self.theme),
            between: "",
        })
    }

    /// What a paper of `form` says of itself.
    pub(super) fn mark(&self, form: &Form) -> Mark {
        Mark {
            course: self.course.info().map_or_else(String::new, |info| info.id.to_string()),
            key: form.key.clone(),
            variant: form.variant.clone(),
            revision: form.revision,
            sheet: 1,
        }
    }

    /// The form that `document` is, or that is on its page; `None` if it has none.
    pub(super) fn form(&self, document: &Document) -> Option<Form> {
        let (id, variant) = form_and_variant(&document.id);
        let (_, theme) = views::speaking(self, variant);
        let writer = TextWriter::new(&self.course, &theme, document, "");
        let said = |key: &str| theme.messages.text(key, &[]);
        let prose_words = ProseWords::new(said);
        let prose = Prose { course: &self.course, document, words: &prose_words };
        let stages = |case: &str, stage: Option<&str>| {
            let Some(document) = self.course.find(Kind::Case, case) else { return Vec::new() };
            let Some(case) = document.case() else { return Vec::new() };
            let writer = TextWriter::new(&self.course, &theme, document, "");
            let texts = Texts { writer, course: &self.course, document, said: &said };
            let stages = case.stages.iter().enumerate();
            let chosen = stages.filter(|(_, it)| stage.is_none_or(|id| &*it.id == id));
            chosen.flat_map(|(index, _)| texts.stage_text(case, index)).collect()
        };
        let maker = FormMaker { prose, host: &writer, stages: &stages };
        match document.content.as_ref()? {
            Content::Worksheet(form) => Some(Form::of_worksheet(form, id, "", maker)),
            Content::Variant(words) => {
                let form = words.applied(self.course.worksheet(id)?);
                Some(Form::of_worksheet(&form, id, variant, maker))
            }
            Content::Meeting(meeting) => {
                let sections = minutes::sections(meeting, &writer);
                Some(Form::of_minutes(id, document.title(), &sections, maker))
            }
            Content::Exercise(exercise) => Some(Form::of_exercise(exercise, id, maker)),
            _ => None,
        }
    }
}
