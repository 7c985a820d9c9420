//! `mitate read`: filled forms in Word and Excel, and answer files, become answer files.
//!
//! Two people's copies of one form are never mixed: into one file goes only what agrees, and into a folder goes one answer file for each
//! file that was read.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use super::inputs::{InputFile, ending_of, inputs};
use super::{Outcome, Terminal, paths};
use crate::answers::{AnswerEntry, AnswerValue, AnsweredSheet, CourseExported, Exported, InOrder, Unusable};
use crate::error::Error;
use crate::field::SlotOption;
use crate::output::NewFile;
use crate::paper::read::{self, FoundPlace, Papers, ReadAnswer, ReadPaper, Refusal};
use crate::render::SitePapers;
use crate::source::read_regular;

/// The largest file that is read: 64 MB.
const LIMIT: u64 = 64_000_000;

#[derive(Debug, Args)]
pub(super) struct Read {
    /// Filled forms (.docx, .xlsx), answer files, or folders of them
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Course folder [default: the current folder if it has a course.yaml, otherwise content/]
    #[arg(long = "course", value_name = "DIR")]
    course: Option<PathBuf>,
    /// The answer file to write (….json), or a folder that gets one answer file for each file
    #[arg(long = "out", value_name = "OUT", value_parser = paths::folder())]
    into: PathBuf,
    /// Replace answer files that are already there
    #[arg(long = "force")]
    replace: bool,
}

/// What was read from a file.
struct FileRead {
    sheets: Vec<AnsweredSheet>,
    left: Vec<(FoundPlace, String)>,
    /// The revision that the paper was made from, if it is older than the form.
    older: Option<u32>,
}

/// Why a file is not read.
enum ReadFault {
    Refused(Refusal),
    Failed(Error),
    Link,
}

impl Read {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = super::course_folder(self.course.as_ref());
        let Some((_, site)) = super::whole_site(&folder, None, "read-wrong-course", terminal)? else {
            return Ok(Outcome::Mistakes);
        };
        let info = site.course().info();
        let course = CourseExported {
            id: info.map_or_else(String::new, |info| info.id.to_string()),
            title: info.map_or_else(String::new, |info| info.title.to_string()),
            revision: info.map_or(1, |info| info.revision.value).into(),
        };
        let papers = SitePapers::new(&site);
        let inputs = inputs(&self.files)?;
        let is_folder = self.into.extension().is_none_or(|ending| ending != "json");
        let mut sheets: Vec<(AnsweredSheet, &Path)> = Vec::new();
        let (mut refused, mut written) = (0, 0);
        for input in &inputs {
            let read = match read_file(input, &papers) {
                Ok(read) => read,
                Err(fault) => {
                    refused += 1;
                    report(terminal, &input.path, &fault);
                    continue;
                }
            };
            list(terminal, &input.path, &read);
            if is_folder {
                let mut name = input.name.clone().into_os_string();
                name.push(".mitate.json");
                let file = Exported::new(course.clone(), now(), read.sheets);
                self.write(&self.into.join(name), &file)?;
                written += 1;
            } else {
                for sheet in read.sheets {
                    match sheets
                        .iter()
                        .find(|(known, _)| (&known.key, known.sheet) == (&sheet.key, sheet.sheet))
                    {
                        Some((known, _)) if is_same(known, &sheet) => {}
                        Some((known, path)) => {
                            refused += 1;
                            let arguments = [
                                ("path", input.path.display().to_string()),
                                ("other", path.display().to_string()),
                                ("title", known.title.clone()),
                            ];
                            terminal.refusal(&input.path, None, "read-two-copies", &arguments);
                        }
                        None => sheets.push((sheet, &input.path)),
                    }
                }
            }
        }
        if !is_folder && refused == 0 {
            sheets.sort_by_key(|(sheet, _)| {
                (
                    papers.forms().iter().position(|form| form.key == sheet.key).unwrap_or(usize::MAX),
                    sheet.sheet,
                )
            });
            let sheets = sheets.into_iter().map(|(sheet, _)| sheet).collect();
            self.write(&self.into, &Exported::new(course.clone(), now(), sheets))?;
            written = 1;
        }
        let summary = [
            ("count", inputs.len().to_string()),
            ("refused", refused.to_string()),
            ("written", written.to_string()),
            ("path", self.into.display().to_string()),
        ];
        terminal.line(&terminal.messages.text("read-summary", &summary));
        Ok(if refused == 0 && !inputs.is_empty() { Outcome::Done } else { Outcome::Mistakes })
    }

    /// Writes an answer file as a whole. What is there already stays, unless it is to be replaced.
    fn write(&self, path: &Path, file: &Exported) -> Result<(), Error> {
        if !self.replace && fs::symlink_metadata(path).is_ok() {
            return Err(Error::FileThere(path.to_path_buf()));
        }
        let may_replace = |_: &mut fs::File| Ok(self.replace);
        let mut new = NewFile::create(path, &may_replace)?;
        new.write_all(file.text().as_bytes()).map_err(|error| Error::write(path, error))?;
        new.commit(&may_replace).map(drop)
    }
}

fn read_file(input: &InputFile, papers: &SitePapers<'_>) -> Result<FileRead, ReadFault> {
    if input.is_link {
        return Err(ReadFault::Link);
    }
    let bytes = read_regular(&input.path, LIMIT).map_err(ReadFault::Failed)?;
    if ending_of(&input.path) == "json" && !bytes.starts_with(b"PK") {
        let sheets = sheets_of(&bytes, papers).map_err(ReadFault::Refused)?;
        return Ok(FileRead { sheets, left: Vec::new(), older: None });
    }
    let paper = read::read(&bytes, &ending_of(&input.path), papers).map_err(ReadFault::Refused)?;
    let at = paper.saved.clone().filter(|time| **time >= *"2001").unwrap_or_else(|| modified(&input.path));
    let older = paper.revision.filter(|revision| *revision < paper.form.revision);
    let sheet = sheet_of(&paper, papers, &at);
    let sheets = if sheet.fields.is_empty() { Vec::new() } else { vec![sheet] };
    Ok(FileRead { sheets, left: paper.left, older })
}

/// The sheets of an answer file.
fn sheets_of(bytes: &[u8], papers: &SitePapers<'_>) -> Result<Vec<AnsweredSheet>, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotAPaper)?;
    let file = Exported::read(text).map_err(|why| match why {
        Unusable::NotOurs => Refusal::NotAPaper,
        Unusable::Newer => Refusal::Newer,
        Unusable::Truncated(at) | Unusable::Unreadable(at) => Refusal::Malformed(at.to_string()),
        Unusable::Malformed(what) => Refusal::Malformed(what),
    })?;
    if file.course.id == papers.course() {
        Ok(file.with_current_keys(&papers.earlier_keys()).answers)
    } else {
        Err(Refusal::OtherCourse(file.course.id))
    }
}

/// The sheet of an answer file that a paper is.
fn sheet_of(paper: &ReadPaper<'_>, papers: &SitePapers<'_>, at: &str) -> AnsweredSheet {
    // Labels are those of the form itself, also if the paper is in other words.
    let own = papers.forms().iter().find(|form| form.key == paper.form.key && form.variant.is_empty());
    let own = own.unwrap_or(paper.form);
    let (mut labels, mut words, mut fields) = (InOrder::default(), InOrder::default(), InOrder::default());
    for ReadAnswer { slot, value } in &paper.answers {
        let slot = own.slot(&slot.name).unwrap_or_else(|| slot.clone());
        let chosen = |option: &&SlotOption| match value {
            AnswerValue::Text(id) => *id == option.id,
            AnswerValue::List(ids) => ids.contains(&option.id),
        };
        let called: Vec<(String, String)> = slot
            .kind
            .options()
            .iter()
            .filter(chosen)
            .map(|it| (it.id.clone(), it.label.to_string()))
            .collect();
        if !called.is_empty() {
            words.0.push((slot.name.clone(), InOrder(called)));
        }
        labels.0.push((slot.name.clone(), slot.label));
        let entry = AnswerEntry { value: value.clone(), rev: 1, at: at.to_owned(), others: Vec::new() };
        fields.0.push((slot.name, entry));
    }
    AnsweredSheet {
        key: paper.form.key.clone(),
        title: own.title.clone(),
        sheet: paper.sheet,
        labels,
        words,
        fields,
    }
}

/// Whether two sheets say the same.
fn is_same(a: &AnsweredSheet, b: &AnsweredSheet) -> bool {
    let has_all = |a: &AnsweredSheet, b: &AnsweredSheet| {
        a.fields
            .0
            .iter()
            .all(|(name, entry)| b.fields.get(name).is_some_and(|other| other.value == entry.value))
    };
    has_all(a, b) && has_all(b, a)
}

/// Prints what was read from a file, and every word that could not be placed.
fn list(terminal: &Terminal, path: &Path, read: &FileRead) {
    let messages = terminal.messages;
    let count: usize = read.sheets.iter().map(|sheet| sheet.fields.0.len()).sum();
    let titles: Vec<&str> = read.sheets.iter().map(|sheet| &*sheet.title).collect();
    let arguments = [
        ("path", path.display().to_string()),
        ("count", count.to_string()),
        ("titles", titles.join(&messages.text("read-between", &[]))),
        ("left", read.left.len().to_string()),
    ];
    terminal.line(&messages.text("read-file", &arguments));
    if let Some(revision) = read.older {
        terminal.line(&format!("  {}", super::said(messages, "read-older", "revision", revision)));
    }
    for (place, words) in &read.left {
        let (key, arguments) = place.message();
        let place = messages.text(key, &arguments);
        terminal.line(&messages.text("read-left", &[("place", place), ("words", words.clone())]));
    }
}

/// Prints why a file is not read.
fn report(terminal: &Terminal, path: &Path, fault: &ReadFault) {
    let (key, arguments) = match fault {
        ReadFault::Refused(refusal) => refusal.message(),
        ReadFault::Failed(error) => error.message(),
        ReadFault::Link => ("read-link", Vec::new()),
    };
    terminal.refusal(path, None, key, &arguments);
}

fn now() -> String {
    moment(SystemTime::now())
}

/// When the file at `path` was changed; now, if the system does not say.
fn modified(path: &Path) -> String {
    moment(fs::metadata(path).and_then(|found| found.modified()).unwrap_or_else(|_| SystemTime::now()))
}

/// A time as answer files have it: `2026-11-29T16:22:00Z`.
fn moment(time: SystemTime) -> String {
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Years are counted from March, so that the leap day is the last of a year.
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_moment_is_written_in_utc() {
        for (seconds, written) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_795_969_320, "2026-11-29T16:22:00Z"),
            (4_102_444_799, "2099-12-31T23:59:59Z"),
        ] {
            assert_eq!(moment(UNIX_EPOCH + Duration::from_secs(seconds)), written);
            assert!(crate::answers::is_time(written));
        }
    }
}
