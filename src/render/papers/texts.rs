//! The texts of papers that are not filled in: run sheets, cards, cases, modules.

use super::super::text::TextWriter;
use super::super::views;
use super::{CARDS_ON_A_PAGE, What};
use crate::model::{
    Case, Content, Course, Document, Edition, Kind, Meeting, MeetingRole, Module, Session, SessionStep,
};
use crate::paper::PaperPart;
use crate::paper::prose::{Line, Prose, ProseWords, TextBlock, bold, words};
use crate::theme::Theme;
use crate::yaml::Rich;

/// Writes the texts of one document.
pub(super) struct Texts<'a> {
    pub writer: TextWriter<'a>,
    pub course: &'a Course,
    pub document: &'a Document,
    pub said: &'a dyn Fn(&str) -> String,
}

/// A row of a table of what is known beforehand: its name and its words.
type NamedLine = (String, Line);

impl Texts<'_> {
    pub(super) fn parts(&mut self, what: What) -> Vec<PaperPart> {
        let blocks = match (&self.document.content, what) {
            (Some(Content::Meeting(meeting)), What::RunSheet) => self.meeting(meeting),
            (Some(Content::Meeting(meeting)), What::Cards) => return self.cards(meeting),
            (Some(Content::Session(session)), _) => self.session(session),
            (Some(Content::Case(case)), What::Stage(index)) => self.stage(case, index),
            (Some(Content::Case(case)), _) => self.case(case),
            (Some(Content::Module(_)), _) => return self.module(),
            _ => Vec::new(),
        };
        vec![PaperPart::Blocks(blocks)]
    }

    fn theme(&self) -> &Theme {
        self.writer.theme
    }

    fn said(&self, key: &str) -> String {
        (self.said)(key)
    }

    fn said_with(&self, key: &str, arguments: &[(&'static str, String)]) -> String {
        self.theme().messages.text(key, arguments)
    }

    fn prose_words(&self) -> ProseWords {
        ProseWords::new(self.said)
    }

    fn prose_of<'b>(&'b self, document: &'b Document, words: &'b ProseWords) -> Prose<'b> {
        Prose { course: self.course, document, words }
    }

    /// Words that are apart, but on one line.
    fn gap(&self) -> String {
        self.said("sign-gap")
    }

    /// A title in bold, and `line` behind it.
    fn titled(&self, key: &str, line: Line) -> Line {
        [bold(&self.said(key)), words(&self.said("sign-space")), line].concat()
    }

    fn rich(&self, text: &Rich) -> Vec<TextBlock> {
        self.prose_of(self.document, &self.prose_words()).rich(text)
    }

    fn line(&self, text: &Rich) -> Line {
        self.prose_of(self.document, &self.prose_words()).line(text)
    }

    /// Each on a line of its own.
    fn lines<'r>(&self, texts: impl IntoIterator<Item = &'r Rich>) -> Line {
        let bullet = words(&self.said("sign-bullet"));
        let lines = texts.into_iter().map(|text| [bullet.clone(), self.line(text)].concat());
        joined(lines)
    }

    fn title_of(&self, kind: Kind, id: &str) -> String {
        self.course.find(kind, id).map_or("", |it| it.title()).to_owned()
    }

    fn heading(&self, key: &str) -> TextBlock {
        TextBlock::Heading(2, words(&self.said(key)))
    }

    /// A table of names and words.
    fn named(rows: Vec<NamedLine>) -> Option<TextBlock> {
        let rows: Vec<Vec<Line>> = rows
            .into_iter()
            .filter(|(_, line)| !line.is_empty())
            .map(|(name, line)| vec![bold(&name), line])
            .collect();
        (!rows.is_empty()).then_some(TextBlock::Table(Vec::new(), rows))
    }

    fn span(&self, from: u32, to: u32) -> String {
        self.said_with("minutes-span", &[("from", from.to_string()), ("to", to.to_string())])
    }

    fn minutes(&self, minutes: u32) -> String {
        self.said_with("minutes", &[("n", minutes.to_string())])
    }

    // ---- meetings

    fn meeting(&self, meeting: &Meeting) -> Vec<TextBlock> {
        let is_open = self.course.edition != Edition::Learner;
        let mut blocks = vec![TextBlock::Paragraph(words(
            &self.said_with("meeting-takes", &[("n", meeting.minutes.value.to_string())]),
        ))];
        blocks.extend(self.rich(&meeting.purpose));
        let about = format!("procedure-about-{}", meeting.procedure.word());
        let case = meeting.case.as_ref().map(|case| words(&self.title_of(Kind::Case, case)));
        let roles = if is_open { &[][..] } else { &meeting.roles };
        let people = meeting.people.as_ref().map(|people| {
            let (from, to) = (people.from.value, people.to.value);
            words(&if from == to {
                self.said_with("people-exactly", &[("n", to.to_string())])
            } else {
                self.said_with("people-span", &[("from", from.to_string()), ("to", to.to_string())])
            })
        });
        let papers = meeting.papers.iter().map(|it| words(&self.title_of(Kind::Worksheet, it)));
        let rows = vec![
            (self.said("meeting-procedure"), words(&self.said(&about))),
            (self.said("kind-case"), case.unwrap_or_default()),
            (self.said("meeting-roles"), joined(roles.iter().map(|role| words(&self.label(role))))),
            (self.said("meeting-rules"), self.lines(&meeting.rules)),
            (self.said("meeting-people"), people.unwrap_or_default()),
            (self.said("meeting-prepare"), self.lines(&meeting.prepare)),
            (self.said("meeting-papers"), joined(papers)),
        ];
        blocks.extend(Self::named(rows));
        blocks.push(self.heading(if is_open { "run-sheet" } else { "meeting-outline" }));
        let head = ["step-clock", "step-minutes", if is_open { "step-title" } else { "meeting-step" }];
        let mut begins = 0;
        let mut rows: Vec<Vec<Line>> = Vec::new();
        for (index, step) in meeting.steps.iter().enumerate() {
            let from = begins;
            begins += step.length();
            let mut text = vec![bold(&format!("{} {}", index + 1, &*step.title))];
            if !meeting.allows_notes(step) {
                text.push(words(&self.said("no-notes")));
            }
            if is_open {
                text.push(self.line(&step.does));
            }
            if let Some(question) = &step.question {
                text.push(self.titled("question-on-table", self.line(question)));
            }
            let text = joined(text.into_iter().filter(|line| !line.is_empty()));
            rows.push(vec![words(&self.span(from, begins)), words(&self.minutes(step.length())), text]);
        }
        let spare = meeting.minutes.value.saturating_sub(begins);
        if spare > 0 {
            let span = self.span(begins, meeting.minutes.value);
            rows.push(vec![words(&span), words(&self.minutes(spare)), words(&self.said("step-spare"))]);
        }
        blocks.push(TextBlock::Table(head.iter().map(|key| words(&self.said(key))).collect(), rows));
        blocks
    }

    fn label(&self, role: &MeetingRole) -> String {
        let of_role = || role.role.as_ref().map(|role| self.title_of(Kind::Role, role)).unwrap_or_default();
        role.label.as_ref().map_or_else(of_role, |label| label.to_string())
    }

    /// A card for each role: what only that role knows. Cards are cut apart, so that each has a frame of its own.
    fn cards(&self, meeting: &Meeting) -> Vec<PaperPart> {
        let mut parts = Vec::new();
        for (sheet, roles) in meeting.roles.chunks(CARDS_ON_A_PAGE).enumerate() {
            if sheet > 0 {
                parts.push(PaperPart::NewPage);
            }
            parts.push(PaperPart::Blocks(roles.iter().map(|role| self.card(role)).collect()));
        }
        parts
    }

    fn card(&self, role: &MeetingRole) -> TextBlock {
        let mut blocks = Vec::new();
        for (key, text) in [("card-knows", &role.card), ("card-task", &role.task)] {
            if let Some(text) = text {
                blocks.push(TextBlock::Paragraph(bold(&self.said(key))));
                blocks.extend(self.rich(text));
            }
        }
        if let Some(role) = &role.role {
            let title = self.title_of(Kind::Role, role);
            blocks.push(TextBlock::Paragraph(words(&self.said_with("card-role", &[("role", title)]))));
        }
        blocks.push(TextBlock::Paragraph(words(self.document.title())));
        TextBlock::Card(words(&self.label(role)), blocks)
    }

    // ---- sessions

    fn session(&self, session: &Session) -> Vec<TextBlock> {
        let minutes = self.said_with("meeting-takes", &[("n", session.minutes.value.to_string())]);
        let people = views::people(session, self.theme());
        let mut blocks = vec![TextBlock::Paragraph(words(&format!("{minutes}{}{people}", self.gap())))];
        blocks.extend(session.summary.iter().flat_map(|it| self.rich(it)));
        blocks.push(self.heading("session-beforehand"));
        let module = session.module.as_ref().map(|it| words(&self.title_of(Kind::Module, it)));
        let papers = session.papers.iter().map(|it| words(&self.title_of(Kind::Worksheet, it)));
        let mut rows = vec![
            (self.said("session-audience"), self.line(&session.audience)),
            (self.said("session-module"), module.unwrap_or_default()),
            (self.said("session-goals"), self.lines(&session.goals)),
            (self.said("session-room"), session.room.as_ref().map(|it| self.line(it)).unwrap_or_default()),
            (self.said("session-prepare"), self.lines(&session.prepare)),
            (self.said("session-print"), joined(papers)),
        ];
        rows.extend(session.sizes.iter().map(|size| {
            let with = self.said_with("session-with", &[("n", size.people.value.to_string())]);
            (with, self.line(&size.note))
        }));
        blocks.extend(Self::named(rows));
        blocks.push(self.heading("run-sheet"));
        let mut begins = 0;
        let mut rows: Vec<Vec<Line>> = Vec::new();
        for (index, step) in session.steps.iter().enumerate() {
            let from = begins;
            begins += step.length();
            let at = format!("{}\n{}", self.span(from, begins), self.minutes(step.length()));
            rows.push(vec![words(&at), self.session_step(index + 1, step)]);
        }
        let spare = session.minutes.value.saturating_sub(begins);
        if spare > 0 {
            let at = format!("{}\n{}", self.span(begins, session.minutes.value), self.minutes(spare));
            rows.push(vec![words(&at), words(&self.said("step-spare"))]);
        }
        let head = ["step-clock", "session-step"];
        blocks.push(TextBlock::Table(head.iter().map(|key| words(&self.said(key))).collect(), rows));
        blocks
    }

    fn session_step(&self, number: usize, step: &SessionStep) -> Line {
        let mut lines = vec![bold(&format!("{number} {}", &*step.title))];
        let mut add = |key: &str, line: Line| {
            if !line.is_empty() {
                lines.push(self.titled(key, line));
            }
        };
        if let Some(show) = &step.show {
            let line = match (&show.page, &show.case, &show.slide) {
                (Some(page), _, _) => words(&self.title_of(Kind::Page, page)),
                (_, Some(case), _) => words(&self.title_of(Kind::Case, case)),
                (_, _, Some(slide)) => self.line(slide),
                _ => Line::new(),
            };
            add("session-show", line);
        }
        if let Some(practice) = &step.practice {
            let how = self.said(&format!("session-how-{}", practice.how().word()));
            let on = self.said(&format!("session-on-{}", practice.on().word()));
            let title = self.title_of(Kind::Exercise, &practice.exercise);
            add(
                "session-do",
                words(&format!("{title}{}{how}{}{on}", self.gap(), self.said("list-separator"))),
            );
        }
        if let Some(talk) = &step.talk {
            add("session-talk", self.line(talk));
        }
        if let Some(meet) = &step.meet {
            add("session-meet", words(&self.title_of(Kind::Meeting, meet)));
        }
        if let Some(say) = &step.say {
            add("session-say", self.line(say));
        }
        let bullet = words(&self.said("sign-bullet"));
        let often = step
            .often
            .iter()
            .map(|it| [bullet.clone(), self.line(&it.said), words("\n→ "), self.line(&it.answer)].concat());
        let often = joined(often);
        if !often.is_empty() {
            add("session-often", [words("\n"), often].concat());
        }
        if let Some(hard) = &step.hard {
            add("session-hard", self.line(hard));
        }
        if let Some(cut) = &step.cut {
            add("session-cut", self.line(cut));
        }
        joined(lines)
    }

    // ---- cases

    /// The text of a stage, with its title.
    pub(super) fn stage_text(&self, case: &Case, index: usize) -> Vec<TextBlock> {
        let (_, stages) = views::divided(case, &self.document.body);
        let said = self.prose_words();
        let prose = self.prose_of(self.document, &said);
        let number = self.said_with("stage-number", &[("n", (index + 1).to_string())]);
        let name = case.stages.get(index).map_or("", |stage| &*stage.title);
        let mut blocks = vec![TextBlock::Heading(2, words(&format!("{number}{}{name}", self.gap())))];
        if let Some(pieces) = stages.get(index) {
            blocks.extend(prose.part(&self.document.body, pieces));
        }
        blocks
    }

    fn stage(&self, case: &Case, index: usize) -> Vec<TextBlock> {
        let said = self.prose_words();
        let mut blocks = self.stage_text(case, index);
        for diagram in case.diagrams().into_iter().filter(|it| it.stage == index) {
            let drawing = self.writer.diagram(diagram.kind, &diagram.data);
            blocks.push(TextBlock::Heading(3, words(&self.said(&format!("diagram-{}", diagram.kind)))));
            // Word shows no drawing that LibreOffice shows too, so that the diagram is there in words.
            blocks.extend(drawing.text.iter().map(|line| said.item(words(line))));
        }
        blocks
    }

    fn case(&self, case: &Case) -> Vec<TextBlock> {
        let mut blocks = Vec::new();
        let said = self.prose_words();
        let person = &case.person;
        let age = person.age.map(|age| self.said_with("age", &[("n", age.to_string())]));
        let parts = [Some(person.label.to_string()), age, person.grade.as_ref().map(|it| it.to_string())];
        let about = parts.into_iter().flatten().collect::<Vec<_>>().join(&self.gap());
        let setting = case.setting.as_ref().map(|it| self.line(it)).unwrap_or_default();
        blocks.extend(case.summary.iter().flat_map(|it| self.rich(it)));
        blocks.extend(Self::named(vec![
            (self.said("case-person"), words(&about)),
            (self.said("case-setting"), setting),
        ]));
        if !case.content_notes.is_empty() {
            let notes = case.content_notes.iter().map(|note| said.item(words(note)));
            blocks.push(TextBlock::Apart(words(&self.said("content-notes-lead")), notes.collect()));
        }
        let (before, _) = views::divided(case, &self.document.body);
        blocks.extend(self.prose_of(self.document, &said).part(&self.document.body, before));
        if !case.persons.is_empty() {
            blocks.push(self.heading("cast"));
            let rows = case.persons.iter().map(|it| (it.label.to_string(), self.line(&it.about)));
            blocks.extend(Self::named(rows.collect()));
        }
        (0..case.stages.len()).for_each(|index| blocks.extend(self.stage(case, index)));
        if !case.knowledge.is_empty() {
            blocks.push(self.heading("knowledge"));
            let head = ["who", "knows", "does-not-know"].map(|key| words(&self.said(key)));
            let rows = case.knowledge.iter().map(|it| {
                vec![
                    words(&self.title_of(Kind::Role, &it.role)),
                    self.line(&it.knows),
                    self.line(&it.does_not_know),
                ]
            });
            blocks.push(TextBlock::Table(head.into(), rows.collect()));
        }
        if !case.strengths.is_empty() {
            blocks.push(self.heading("strengths"));
            blocks.extend(case.strengths.iter().map(|it| said.item(self.line(it))));
        }
        if !case.formulations.is_empty() {
            blocks.push(self.heading("formulations"));
            for (index, it) in case.formulations.iter().enumerate() {
                let number = self.said_with("reading-number", &[("n", (index + 1).to_string())]);
                blocks.push(TextBlock::Heading(3, words(&format!("{number}{}{}", self.gap(), &*it.title))));
                blocks.extend(self.rich(&it.reading));
                blocks.push(TextBlock::Apart(words(&self.said("misses")), self.rich(&it.misses)));
            }
        }
        if !case.questions.is_empty() {
            blocks.push(self.heading("questions"));
            let items = case.questions.iter().enumerate();
            blocks.extend(items.map(|(at, it)| TextBlock::Item(0, format!("{}.", at + 1), self.line(it))));
        }
        blocks
    }

    // ---- modules

    fn module(&self) -> Vec<PaperPart> {
        let is_it = |module: &&Module| module.front.as_ref().is_some_and(|it| it.path == self.document.path);
        let Some(module) = self.course.modules.iter().find(is_it) else { return Vec::new() };
        let said = self.prose_words();
        let text = |document: &Document| self.prose_of(document, &said).blocks(&document.body);
        let mut parts = vec![PaperPart::Blocks(text(self.document))];
        for page in &module.pages {
            let mut blocks = vec![TextBlock::Heading(1, words(page.title()))];
            blocks.extend(text(page));
            parts.push(PaperPart::Blocks(blocks));
        }
        parts
    }
}

/// Lines, one below the other.
fn joined(lines: impl IntoIterator<Item = Line>) -> Line {
    let mut all = Line::new();
    for line in lines {
        if !all.is_empty() {
            all.extend(words("\n"));
        }
        all.extend(line);
    }
    all
}
