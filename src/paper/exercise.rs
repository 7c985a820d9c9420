//! An exercise as a form: what [`crate::exercise::sheet`] says in blocks and questions.

use unicode_width::UnicodeWidthStr as _;

use super::form::{Form, FormMaker, FormQuestion, FormSection};
use super::prose::{Line, TextBlock, bold, plain, words};
use crate::exercise::{Exercise, SheetPart, SheetQuestion, SheetShape, SheetText};
use crate::field::slots::{asked_slot, label, of_asked};
use crate::field::{Slot, SlotKind, SlotOption, Slots};
use crate::model::Field;

/// Lines to write on where an exercise asks for a text.
const LINES: u32 = 2;
/// Rows where an exercise asks for as many as are needed.
const ROWS: u32 = 4;
/// The most options that are columns of a matrix.
const MOST_COLUMNS: usize = 6;
/// Labels that are so long, in half widths, are above the answer and not beside it.
const LONG_LABEL: usize = 40;

impl Form {
    /// The exercise `id`.
    #[must_use]
    pub fn of_exercise(exercise: &Exercise, id: &str, maker: FormMaker<'_>) -> Self {
        let fields: Vec<&Field> = exercise.common.fields.iter().collect();
        let kind = exercise.task.kind();
        let sheet = kind.sheet(maker.host);
        let mut sections: Vec<FormSection> = sheet.parts.into_iter().map(|part| maker.part(part)).collect();
        let mut own: Vec<FormQuestion> = fields.iter().map(|field| maker.question(field, &fields)).collect();
        // In every other kind the rubric is shown only after the learner has answered.
        if kind.is_rating() {
            own.extend(maker.ratings(exercise));
        }
        sections.push(FormSection { questions: own, ..FormSection::default() }.stacked_if_long());
        sections.extend(sheet.held_back.map(|part| maker.part(part)));
        sections.retain(|section| !section.is_empty());
        Self {
            key: format!("exercise/{id}"),
            variant: String::new(),
            revision: 0,
            title: exercise.common.title.to_string(),
            heading: words(&exercise.common.title),
            instructions: maker.prose.rich(&exercise.common.ask),
            sections,
        }
    }
}

impl FormSection {
    fn is_empty(&self) -> bool {
        self.title.is_empty() && self.help.is_empty() && self.questions.is_empty()
    }

    fn stacked_if_long(self) -> Self {
        let is_long = |question: &FormQuestion| plain(&question.label).width() > LONG_LABEL;
        Self { is_stacked: self.questions.iter().any(is_long), ..self }
    }
}

impl FormMaker<'_> {
    fn part(&self, part: SheetPart<'_>) -> FormSection {
        let section = FormSection {
            title: words(&part.title),
            help: part.reads.iter().flat_map(|text| self.read(text)).collect(),
            is_apart: part.is_apart,
            ..FormSection::default()
        };
        let columns = part.questions.first().map_or(0, |question| question.asked.options.len());
        let questions = match part.shape {
            SheetShape::Matrix(asked) if columns <= MOST_COLUMNS => {
                let options = part.questions.first().map(slot).map(|slot| slot.kind.options().to_vec());
                let rows = part.questions.iter().map(row).collect();
                vec![FormQuestion::of(&asked, Slots::Matrix(options.unwrap_or_default(), rows))]
            }
            SheetShape::Short(asked, name) => {
                let rows = part.questions.iter().map(row).collect();
                vec![FormQuestion::of(&asked, Slots::Short(label(&name), rows))]
            }
            SheetShape::Grid(asked, corner, heads, names) => {
                let cells = part.questions.chunks(heads.len().max(1));
                let cells = cells.map(|cells| cells.iter().map(slot).collect());
                let rows = names.iter().map(|name| label(name)).zip(cells).collect();
                let columns = heads.iter().map(|head| label(head)).collect();
                vec![FormQuestion::of(&asked, Slots::Grid { corner: label(&corner), columns, rows })]
            }
            SheetShape::InText => {
                let one = |it: &SheetQuestion| FormQuestion {
                    is_in_text: true,
                    ..FormQuestion::of(&it.asked.label, Slots::One(slot(it)))
                };
                part.questions.iter().map(one).collect()
            }
            SheetShape::Each | SheetShape::Matrix(_) => part.questions.iter().map(question).collect(),
        };
        FormSection { questions, ..section }.stacked_if_long()
    }

    /// The blocks of something that is read.
    fn read(&self, text: &SheetText<'_>) -> Vec<TextBlock> {
        let said = |key: &str| self.host.said(key, &[]);
        let gap = || words(&said("sign-space"));
        match text {
            SheetText::Words(said) => vec![TextBlock::Paragraph(words(said))],
            SheetText::Rich(text) => self.prose.rich(text),
            SheetText::Named(name, text) => {
                vec![TextBlock::Paragraph([bold(name), gap(), self.prose.line(text)].concat())]
            }
            SheetText::Item(sign, text, more) => {
                vec![TextBlock::Item(0, sign.clone(), [self.prose.line(text), words(more)].concat())]
            }
            SheetText::Gaps(text, numbers) => {
                let mut blocks = self.prose.rich(&text.0);
                for block in &mut blocks {
                    number_gaps(block, numbers);
                }
                blocks
            }
            SheetText::Bank(title, bank) => {
                let all = bank.join(&said("sign-slash"));
                vec![TextBlock::Card(words(title), vec![TextBlock::Paragraph(words(&all))])]
            }
            SheetText::Card(title, texts, more) => {
                let mut blocks: Vec<TextBlock> = texts.iter().flat_map(|it| self.prose.rich(it)).collect();
                if !more.is_empty() {
                    blocks.push(TextBlock::Paragraph(words(more)));
                }
                vec![TextBlock::Card(words(title), blocks)]
            }
            SheetText::Stage(case, stage) => (self.stages)(case, Some(stage)),
            SheetText::Case(case) => (self.stages)(case, None),
            SheetText::Notes(case) => {
                let notes = self.prose.course.case(case).map_or(&[][..], |case| &case.content_notes);
                let items = notes.iter().map(|note| self.prose.words.item(words(note)));
                let items: Vec<TextBlock> = items.collect();
                let title = words(&said("content-notes-lead"));
                if items.is_empty() { Vec::new() } else { vec![TextBlock::Apart(title, items)] }
            }
            SheetText::Form(id) => {
                let title = self.prose.course.worksheet(id).map_or("", |form| &*form.title);
                let said = self.host.said("paper-use-form", &[("title", title.to_owned())]);
                vec![TextBlock::Paragraph(words(&said))]
            }
            SheetText::Lines(lines) => lines.iter().map(|line| self.prose.words.item(words(line))).collect(),
            SheetText::Room => vec![TextBlock::Room],
        }
    }

    /// The criteria of a rubric, each with what its levels look like.
    fn ratings(&self, exercise: &Exercise) -> Vec<FormQuestion> {
        let asked = exercise.common.asked_of_rubric(self.host);
        let rubric = exercise.common.rubric.iter();
        let helps = rubric.flat_map(|rubric| {
            rubric.criteria.iter().flat_map(|criterion| {
                let levels = rubric.levels.iter().zip(criterion.descriptors.iter());
                let lines = levels.enumerate().map(|(at, (level, looks))| {
                    let start = if at == 0 { Line::new() } else { words("\n") };
                    let gap = words(&self.host.said("sign-space", &[]));
                    [start, bold(level), gap, self.prose.line(looks)].concat()
                });
                // A criterion has its level, and the evidence for it.
                [lines.collect::<Vec<_>>().concat(), Line::new()]
            })
        });
        let questions = asked.into_iter().map(SheetQuestion::from).zip(helps);
        questions.map(|(it, help)| FormQuestion { help, ..question(&it) }).collect()
    }
}

/// The question `it`, with its answer below or beside it.
fn question(it: &SheetQuestion) -> FormQuestion {
    let lines = if it.lines == 0 { LINES } else { it.lines };
    let said = if it.label.is_empty() { &it.asked.label } else { &it.label };
    FormQuestion { help: words(&it.help), ..FormQuestion::of(said, of_asked(&it.asked, lines, ROWS)) }
}

fn slot(it: &SheetQuestion) -> Slot {
    let slot = asked_slot(&it.asked);
    let signed = |options: Vec<SlotOption>| -> Vec<SlotOption> {
        let signs = it.signs.iter().cloned().chain(std::iter::repeat(String::new()));
        options.into_iter().zip(signs).map(|(option, sign)| SlotOption { sign, ..option }).collect()
    };
    let kind = match slot.kind {
        SlotKind::One(options) => SlotKind::One(signed(options)),
        SlotKind::Many(options) => SlotKind::Many(signed(options)),
        kind => kind,
    };
    Slot { kind, ..slot }
}

fn row(it: &SheetQuestion) -> (crate::yaml::Label, Slot) {
    (label(&it.asked.label), slot(it))
}

/// Writes its number before each gap.
fn number_gaps(block: &mut TextBlock, numbers: &[(String, String)]) {
    let number = |line: &mut Line| {
        for run in line.iter_mut() {
            let known = numbers.iter().find(|(name, _)| Some(name) == run.blank.as_ref());
            if let Some((_, number)) = known {
                run.words.clone_from(number);
            }
        }
    };
    match block {
        TextBlock::Heading(_, line) | TextBlock::Paragraph(line) | TextBlock::Item(_, _, line) => {
            number(line);
        }
        TextBlock::Apart(title, blocks) | TextBlock::Card(title, blocks) => {
            number(title);
            for block in blocks {
                number_gaps(block, numbers);
            }
        }
        TextBlock::Table(head, rows) => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(number),
        _ => {}
    }
}
