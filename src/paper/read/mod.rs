//! Reading papers back: a form that was filled in with Word, Excel or another program becomes answers again.
//!
//! [`parts`] checks a file before anything reads it, [`docx`] and [`xlsx`] say what is in it, cell by cell ([`found`]), [`template`] is the
//! blank form in the same way, and [`place`] compares the two. Every word of a file is then an answer, or printed on the blank form, or in
//! the list of what could not be placed.

mod align;
mod answer;
mod docx;
mod found;
mod parts;
mod percent;
mod place;
mod plain;
mod refusal;
mod rows;
mod template;
mod value;
mod xlsx;

pub(crate) use self::docx::symbol;
use self::found::FoundPaper;
pub use self::found::FoundPlace;
pub(crate) use self::parts::{CELL_LIMIT, OfficeKind, OfficeParts, parts as office_parts};
use self::plain::plain;
pub use self::refusal::Refusal;
use self::template::{BlankForm, SlotNames};
pub(crate) use self::xlsx::{outside as outside_of_sheets, words as words_of_cell};
use super::address::Mark;
use super::form::Form;
use super::xlsx::{BOXES, SheetWords, layout};
use crate::answers::AnswerValue;
use crate::field::Slot;

/// What the course knows of its papers.
pub trait Papers {
    /// The id of the course.
    fn course(&self) -> &str;
    /// Its forms, also in the words of variants.
    fn forms(&self) -> &[Form];
    /// The key that answers under `key` are stored under now: that of a form may have been another.
    fn current_key(&self, key: &str) -> String;
    /// The blank form in Word.
    fn docx(&self, form: &Form) -> Option<Vec<u8>>;
    /// Whether the paper of `form` has the day of a date before the month, where the year comes last.
    fn is_day_first(&self, form: &Form) -> bool;
    /// What the workbook of a form says beside the form's own words.
    fn words(&self, form: &Form) -> SheetWords;
}

/// A paper that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPaper<'a> {
    /// The form.
    pub form: &'a Form,
    /// Which copy of it.
    pub sheet: u32,
    /// The revision that the paper was made from, if it says so.
    pub revision: Option<u32>,
    /// When it was saved, if it says so: a moment in UTC.
    pub saved: Option<String>,
    /// The answers, in the order of the form. Blank slots are not among them.
    pub answers: Vec<ReadAnswer>,
    /// What could not be placed: where it is, and its words.
    pub left: Vec<(FoundPlace, String)>,
}

/// An answer that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAnswer {
    /// The slot.
    pub slot: Slot,
    /// What was written.
    pub value: AnswerValue,
}

/// Reads the paper in `bytes`. `ending` is that of the file's name, in small letters.
///
/// # Errors
/// Why it is not read.
pub fn read<'a>(bytes: &[u8], ending: &str, papers: &'a dyn Papers) -> Result<ReadPaper<'a>, Refusal> {
    // A program of others, and a fault of it, is no reason to stop: the other files are read all the same.
    crate::guard::guarded(|| read_unguarded(bytes, ending, papers))
        .unwrap_or_else(|reason| Err(Refusal::Damaged(reason)))
}

/// The same without a guard: a fault of mitate stops the process. Fuzzing looks for those.
///
/// # Errors
/// As [`read`].
pub fn read_unguarded<'a>(
    bytes: &[u8],
    ending: &str,
    papers: &'a dyn Papers,
) -> Result<ReadPaper<'a>, Refusal> {
    let parts = parts::parts(bytes)?;
    if format!(".{ending}") != parts.kind.ending() {
        return Err(Refusal::WrongEnding(parts.kind.ending()));
    }
    let mut found = match parts.kind {
        OfficeKind::Word => docx::found(&parts)?,
        OfficeKind::Excel => xlsx::found(bytes, &parts)?,
    };
    let mark = found.mark.as_deref().and_then(|mark| mark.parse::<Mark>().ok());
    let form = form_of(&found, mark.as_ref(), papers)?;
    let names = SlotNames::of_paper(form, &found);
    let template = match parts.kind {
        OfficeKind::Word => {
            let blank = papers.docx(form).ok_or(Refusal::NoForm)?;
            BlankForm::of(&docx::found(&parts::parts(&blank)?)?, &names)
        }
        OfficeKind::Excel => {
            let words = papers.words(form);
            let rows = layout(form, &words, &|rows| rows.blank);
            xlsx::name_cells(&mut found, &names, &rows);
            BlankForm::of(
                &xlsx::blank(&form.key, &rows, more_words(form, words, found.mark.as_deref())),
                &names,
            )
        }
    };
    let placed = place::placed(&found, &template, &names)?;
    let (answers, left) = answer::answers(placed, &found.data, &names, papers.is_day_first(form));
    Ok(ReadPaper {
        form,
        sheet: mark.as_ref().map_or(1, |mark| mark.sheet),
        revision: mark.map(|mark| mark.revision),
        saved: found.saved.filter(|time| crate::answers::is_time(time)),
        answers,
        left,
    })
}

/// What is on the sheet of data and on the hidden one.
fn more_words(form: &Form, words: SheetWords, mark: Option<&str>) -> Vec<String> {
    let options = |slot: Slot| {
        let options: Vec<String> = slot.kind.options().iter().map(|it| it.label.to_string()).collect();
        options.into_iter().chain([slot.label])
    };
    let mut more: Vec<String> = form.slots().flat_map(options).collect();
    more.extend(words.heads);
    more.extend(BOXES.map(str::to_owned));
    more.extend(mark.map(str::to_owned));
    more
}

/// The form that a paper is. What it says itself decides, then its bookmarks, then its title and labels.
fn form_of<'a>(found: &FoundPaper, mark: Option<&Mark>, papers: &'a dyn Papers) -> Result<&'a Form, Refusal> {
    let forms = papers.forms();
    if let Some(mark) = mark {
        if mark.course != papers.course() {
            return Err(Refusal::OtherCourse(mark.course.clone()));
        }
        let key = papers.current_key(&mark.key);
        let of_key = || forms.iter().filter(|form| form.key == key);
        let named = of_key().find(|form| form.variant == mark.variant).or_else(|| of_key().next());
        return named.ok_or_else(|| Refusal::UnknownForm(mark.key.clone()));
    }
    let texts: std::collections::HashSet<String> = found
        .grids
        .iter()
        .flat_map(|grid| grid.rows.iter().flat_map(|row| &row.cells))
        .map(|cell| plain(&cell.text()))
        .collect();
    let labels = |form: &Form| {
        let labels = form.questions().map(|question| plain(&super::prose::plain(&question.label)));
        labels.filter(|label| texts.iter().any(|text| text.starts_with(&**label))).count()
    };
    let count = |form: &Form| {
        let codes = SlotNames::of(form).count(found);
        let is_titled = texts.contains(&plain(&form.title));
        // Two codes are no accident; without any, a title and most of the labels are none either.
        let is_alike = || is_titled && 2 * labels(form) > form.questions().count();
        if codes > 1 {
            1_000 + 10 * codes + labels(form)
        } else if is_alike() {
            labels(form)
        } else {
            0
        }
    };
    let counted = forms.iter().map(|form| (count(form), form)).filter(|(count, _)| *count > 0);
    // The first of those that are alike: forms come before their variants.
    let best = counted.reduce(|best, other| if other.0 > best.0 { other } else { best });
    best.map(|(_, form)| form).ok_or(Refusal::NoForm)
}
