//! Rows: one answer of one person to one field, with everything that is needed to count it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;

use super::AskedCourse;
use super::course::{AskedWork, NamedField};
use crate::answers::{AnswerEntry, AnswerValue, AnsweredSheet, Exported};
use crate::field::{Asked, Holds, sentence_of};

/// One answer of one person to one field. `row.schema.json` describes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a column")]
pub struct AnswerRow<'c> {
    /// The id of the course.
    pub course: &'c str,
    /// The revision of the course in which it was written, if it is a number.
    pub revision: Option<u64>,
    /// Who wrote it: a number from 1.
    pub person: u32,
    /// Where it is asked on the site.
    pub page: Option<&'c str>,
    /// The key of what is answered: `exercise/one-mitten`.
    pub work: String,
    /// The kind of exercise, `worksheet` or `meeting`; none if the course no longer has it.
    pub kind: Option<&'static str>,
    /// The title of what is answered.
    pub title: Cow<'c, str>,
    /// Which attempt, or which copy of a form: from 1.
    pub attempt: u32,
    /// When the attempt was compared with the examples.
    pub compared: Option<String>,
    /// Whether something else was written before it: in an earlier attempt, or before a revision.
    pub revised: bool,
    /// Whether nothing was written after it.
    pub latest: bool,
    /// The name of the field.
    pub field: String,
    /// What is asked.
    pub label: Option<Cow<'c, str>>,
    /// Whether the course has the field.
    pub known: bool,
    /// The field whose wording before a revision it is.
    pub earlier_of: Option<&'c str>,
    /// What kind of answer it is.
    pub r#type: RowType,
    /// The answer in words; one line for each option and each sentence.
    pub text: Option<String>,
    /// The answer to a field of numbers, if it is one.
    pub number: Option<f64>,
    /// What was chosen.
    pub choices: Vec<Chosen>,
    /// The sentences that were taken as evidence.
    pub sentences: Vec<EvidenceSentence>,
    /// What else was written here and not chosen.
    pub others: Vec<AnswerValue>,
    /// Whether something in it looks like a living person's data.
    pub personal: bool,
    /// Whether its words are left out because the field asks for a name.
    pub withheld: bool,
}

/// Kinds of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowType {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// One of some options.
    Choice,
    /// Any of some options.
    Choices,
    /// Sentences of a case.
    Evidence,
}

/// An option that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// The id.
    pub id: String,
    /// The words; the id if nothing is known of it.
    pub label: String,
}

/// A sentence of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceSentence {
    /// Its id in the case.
    pub id: Option<String>,
    /// What it says.
    pub text: String,
}

impl RowType {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Evidence => "evidence",
        }
    }
}

/// The rows of what `person` wrote into `file`, in its order. Marks, whose names begin with `@`, are no answers, and neither is what was
/// emptied.
#[must_use]
pub fn rows_of<'c>(file: &Exported, person: u32, course: &'c AskedCourse) -> Vec<AnswerRow<'c>> {
    let attempts = Attempts::of(file);
    let mut rows = Vec::new();
    for sheet in &file.answers {
        let work = course.work(&sheet.key);
        let maker = RowMaker {
            sheet,
            work,
            personal: course.personal.as_ref(),
            fields: sheet.fields.0.iter().map(|(name, entry)| (&**name, entry)).collect(),
            labels: sheet.labels.0.iter().map(|(name, label)| (&**name, &**label)).collect(),
            revised: work.map(|work| revised(sheet, work)).unwrap_or_default(),
        };
        let common = AnswerRow {
            course: &course.id,
            revision: file.course.revision.as_u64(),
            person,
            page: work.map(|work| &*work.page).filter(|page| !page.is_empty()),
            work: sheet.key.clone(),
            kind: work.map(|work| work.kind),
            title: work.map_or_else(|| Cow::Owned(title_of(sheet)), |work| Cow::Borrowed(&*work.title)),
            attempt: sheet.sheet,
            compared: maker.mark("@looked").and_then(second_of),
            revised: attempts.is_revised(sheet, maker.mark("@before").is_some()),
            latest: attempts.is_latest(sheet),
            field: String::new(),
            label: None,
            known: false,
            earlier_of: None,
            r#type: RowType::Text,
            text: None,
            number: None,
            choices: Vec::new(),
            sentences: Vec::new(),
            others: Vec::new(),
            personal: false,
            withheld: false,
        };
        let answers = sheet.fields.0.iter().filter(|(name, entry)| is_answer(name, entry));
        rows.extend(answers.map(|(name, entry)| maker.row(&common, name, entry)));
    }
    rows
}

/// How many rows [`rows_of`] makes of `file`.
#[must_use]
pub fn row_count(file: &Exported) -> usize {
    let answers =
        |sheet: &AnsweredSheet| sheet.fields.0.iter().filter(|(name, entry)| is_answer(name, entry)).count();
    file.answers.iter().map(answers).sum()
}

fn is_answer(name: &str, entry: &AnswerEntry) -> bool {
    !name.starts_with('@') && (!entry.value.is_blank() || !entry.others.is_empty())
}

/// What a work is called that the course no longer has.
fn title_of(sheet: &AnsweredSheet) -> String {
    let id = || sheet.key.split_once('/').map_or("", |(_, id)| id).to_owned();
    if sheet.title.trim().is_empty() { id() } else { sheet.title.clone() }
}

/// A moment to the second: what is finer would lead back to the file.
fn second_of(time: &str) -> Option<String> {
    crate::answers::is_time(time).then(|| time.get(..19).map(|second| format!("{second}Z"))).flatten()
}

pub(super) fn texts(value: &AnswerValue) -> Vec<&str> {
    match value {
        AnswerValue::Text(text) => vec![text],
        AnswerValue::List(items) => items.iter().map(String::as_str).collect(),
    }
}

/// The fields of `sheet` that were revised: those of which an earlier wording is there.
fn revised(sheet: &AnsweredSheet, work: &AskedWork) -> HashSet<String> {
    let answered = sheet.fields.0.iter().filter(|(name, entry)| is_answer(name, entry));
    answered.filter_map(|(name, _)| work.field(name)?.asked.earlier_of.clone()).collect()
}

/// The attempts of a file: of an exercise the first and the last, of forms which copy follows which.
struct Attempts<'f> {
    ends: HashMap<&'f str, (u32, u32)>,
    followed: HashSet<(&'f str, u32)>,
}

impl<'f> Attempts<'f> {
    fn of(file: &'f Exported) -> Self {
        let mut ends: HashMap<&str, (u32, u32)> = HashMap::new();
        let mut followed = HashSet::new();
        for sheet in &file.answers {
            if sheet.fields.0.iter().any(|(name, entry)| is_answer(name, entry)) {
                let (first, last) = ends.entry(&sheet.key).or_insert((sheet.sheet, sheet.sheet));
                (*first, *last) = ((*first).min(sheet.sheet), (*last).max(sheet.sheet));
            }
            if let Some(AnswerEntry { value: AnswerValue::Text(before), .. }) = sheet.fields.get("@before")
                && let Ok(before) = before.parse()
            {
                followed.insert((&*sheet.key, before));
            }
        }
        Self { ends, followed }
    }

    fn is_revised(&self, sheet: &AnsweredSheet, follows: bool) -> bool {
        let is_later = || self.ends.get(&*sheet.key).is_some_and(|(first, _)| sheet.sheet > *first);
        follows || (sheet.key.starts_with("exercise/") && is_later())
    }

    fn is_latest(&self, sheet: &AnsweredSheet) -> bool {
        if sheet.key.starts_with("exercise/") {
            self.ends.get(&*sheet.key).is_none_or(|(_, last)| sheet.sheet == *last)
        } else {
            !self.followed.contains(&(&*sheet.key, sheet.sheet))
        }
    }
}

/// Makes the rows of one attempt.
struct RowMaker<'f, 'c> {
    sheet: &'f AnsweredSheet,
    work: Option<&'c AskedWork>,
    personal: Option<&'c crate::locale::PersonalRules>,
    fields: HashMap<&'f str, &'f AnswerEntry>,
    labels: HashMap<&'f str, &'f str>,
    revised: HashSet<String>,
}

impl<'c> RowMaker<'_, 'c> {
    /// The value of a mark, if it is set.
    fn mark(&self, name: &str) -> Option<&str> {
        match &self.fields.get(name)?.value {
            AnswerValue::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    fn row(&self, common: &AnswerRow<'c>, name: &str, entry: &AnswerEntry) -> AnswerRow<'c> {
        let found = self.work.and_then(|work| work.field(name));
        let known = found.is_some();
        let earlier_of = found.as_ref().and_then(|it| it.asked.earlier_of.as_deref());
        let follows_revision = earlier_of.is_some() && found.as_ref().is_some_and(|it| it.row > Some(1));
        let mut row = AnswerRow {
            field: name.to_owned(),
            known,
            earlier_of,
            revised: common.revised || follows_revision || self.revised.contains(name),
            latest: common.latest && earlier_of.is_none(),
            ..common.clone()
        };
        self.answer(&mut row, found.as_ref(), &entry.value);
        let others = entry.others.iter().map(|other| other.value.clone());
        row.others = others.collect();
        let own = found.as_ref().map(|it| &*it.asked.label);
        let asks_for_name = self.personal.is_some_and(|rules| {
            own.or(self.labels.get(name).copied()).is_some_and(|label| rules.asks_for_name(label))
        });
        row.label = found
            .map(|it| it.label)
            .or_else(|| self.labels.get(name).map(|label| Cow::Owned((*label).to_owned())));
        self.protect(&mut row, &entry.value, own.unwrap_or_default(), asks_for_name);
        row
    }

    /// Leaves out the words of a field that asks for a name, and marks what looks like personal data. `own` is the label of the field, in
    /// a table that of the column.
    fn protect(&self, row: &mut AnswerRow<'c>, value: &AnswerValue, own: &str, asks_for_name: bool) {
        let Some(rules) = self.personal else { return };
        let label = row.label.as_deref().unwrap_or_default();
        if asks_for_name {
            (row.text, row.number, row.withheld) = (None, None, true);
            row.choices.clear();
            row.sentences.clear();
            row.others.clear();
        } else {
            let is_choice = !row.choices.is_empty();
            let is_written = |value: &AnswerValue| {
                let is_personal =
                    |it: &&str| rules.is_in_answer(it, label) || (!is_choice && rules.may_be_name(it, own));
                texts(value).iter().any(is_personal)
            };
            row.personal = is_written(value) || row.others.iter().any(is_written);
        }
    }

    /// The value as the kind of answer that it is.
    fn answer(&self, row: &mut AnswerRow<'c>, found: Option<&NamedField<'_>>, value: &AnswerValue) {
        let asked = found.map(|it| it.asked);
        let words = self.sheet.words.get(&row.field);
        let holds = asked.map_or(Holds::Words, |asked| asked.holds);
        let is_choice = words.is_some() || asked.is_some_and(|it| !it.options.is_empty() || it.of.is_some());
        let chosen = |id: &str| Chosen { id: id.to_owned(), label: self.called(asked, &row.field, id) };
        match value {
            _ if holds == Holds::Sentences => {
                let sentences = texts(value).into_iter().filter(|item| !item.trim().is_empty()).map(|item| {
                    let (text, id) = sentence_of(item);
                    EvidenceSentence { id: id.map(str::to_owned), text: text.to_owned() }
                });
                row.sentences = sentences.collect();
                row.r#type = RowType::Evidence;
            }
            AnswerValue::List(ids) => {
                row.choices = ids.iter().map(|id| chosen(id)).collect();
                row.r#type = RowType::Choices;
            }
            AnswerValue::Text(id) if is_choice => {
                row.choices = if id.trim().is_empty() { Vec::new() } else { vec![chosen(id)] };
                row.r#type = RowType::Choice;
            }
            AnswerValue::Text(text) => {
                row.r#type = match holds {
                    Holds::Number => RowType::Number,
                    Holds::Date => RowType::Date,
                    _ => RowType::Text,
                };
                row.number = (holds == Holds::Number).then(|| number(text)).flatten();
            }
        }
        row.text = Some(match row.r#type {
            RowType::Evidence => lines(row.sentences.iter().map(|it| &*it.text)),
            RowType::Choice | RowType::Choices => lines(row.choices.iter().map(|it| &*it.label)),
            _ => texts(value).concat(),
        });
    }

    /// The words of the value `id`: those of the course, of the row that it names, or of the answer file.
    fn called(&self, asked: Option<&Asked>, field: &str, id: &str) -> String {
        let option = asked.and_then(|asked| asked.options.iter().find(|(value, _)| value == id));
        if let Some((_, label)) = option {
            return label.clone();
        }
        if let Some(label) = asked.and_then(|asked| asked.of).and_then(|of| self.row_called(id, of)) {
            return label;
        }
        self.sheet
            .words
            .get(field)
            .and_then(|words| words.get(id))
            .map_or_else(|| id.to_owned(), Clone::clone)
    }

    /// How the row is called that `id` names, such as `person.2`: as its column `of` says, or by the table and the number.
    fn row_called(&self, id: &str, of: &str) -> Option<String> {
        let (table, number) = id.split_once('.')?;
        let is_row = number.parse::<u32>().is_ok() && table.chars().all(|sign| sign.is_ascii_lowercase());
        if !is_row {
            return None;
        }
        match self.fields.get(&*format!("{id}.{of}")).map(|entry| &entry.value) {
            Some(AnswerValue::Text(text)) if !text.trim().is_empty() => Some(text.clone()),
            _ => {
                let label = self.work.and_then(|work| work.field(table)).map(|it| it.label);
                Some(format!("{} {number}", label.as_deref().unwrap_or(table)))
            }
        }
    }
}

fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// The number that `text` is as a whole, also in wide digits.
fn number(text: &str) -> Option<f64> {
    let plain: String = text.trim().nfkc().collect();
    let is_number = plain.starts_with(|sign: char| sign.is_ascii_digit() || sign == '-' || sign == '+')
        && plain.ends_with(|sign: char| sign.is_ascii_digit());
    plain.parse::<f64>().ok().filter(|it| is_number && it.is_finite())
}
