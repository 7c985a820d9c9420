//! `mitate collect`: the answer files of a group become rows to count, or are put on the board of a site.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use clap::{Args, ValueEnum};

use super::inputs::{InputFile, ending_of, inputs};
use super::{Outcome, Terminal, paths, said};
use crate::collect::{
    AskedCourse, Counts, CsvWriter, FileRefusal, JsonWriter, Respondents, RevisionAge, RowWriter, Surveyed,
    Trace, XLSX_ROWS, XlsxWriter, gather, rows, survey,
};
use crate::diagnostic::{Format, sorted};
use crate::error::Error;
use crate::output::{self, Failure, Folder, NewFile, WriteOptions, remove_unfinished};
use crate::pipeline::Loaded;
use crate::render::Site;
use crate::serve::{StopFlag, end_after};
use crate::source::read_regular;

/// The largest file that is read: 64 MB.
pub(super) const LIMIT: u64 = 64_000_000;

#[derive(Debug, Args)]
pub(super) struct Collect {
    /// Answer files (.mitate.json), or folders of them
    #[arg(id = "answer-files", value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Course folder [default: the current folder if it has a course.yaml, otherwise content/]
    #[arg(long = "course", value_name = "DIR")]
    course: Option<PathBuf>,
    /// Theme folder; its files override the default theme's
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    /// Format: ndjson, csv, xlsx, or site (facilitators' edition with the answers) [default: by the ending of the output file, otherwise ndjson]
    #[arg(id = "rows-as", long = "as", value_name = "FORMAT", value_enum, hide_possible_values = true)]
    format: Option<CollectArgument>,
    /// The file to write, or the folder of the site
    #[arg(id = "rows-out", long = "out", value_name = "FILE", value_parser = paths::file())]
    out: PathBuf,
    /// Replace what is already there
    #[arg(id = "rows-force", long = "force")]
    replace: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CollectArgument {
    /// One JSON object a line
    Ndjson,
    /// A table as text
    Csv,
    /// A workbook for Excel
    Xlsx,
    /// The facilitators' edition of the site, with the answers on its board
    Site,
}

/// The files of a group, after all of them were read once.
struct Gathering<'a> {
    inputs: &'a [InputFile],
    course: AskedCourse,
    people: Respondents,
    /// How many files were refused.
    refused: usize,
}

impl Collect {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = super::course_folder(self.course.as_ref());
        let whole = super::whole_site(&folder, self.theme.as_deref(), "collect-wrong-course", terminal)?;
        let Some((loaded, site)) = whole else {
            return Ok(Outcome::Mistakes);
        };
        paths::expect_outside(&folder, &self.out)?;
        let inputs = inputs(&self.files)?;
        self.expect_free(&inputs)?;
        let course = AskedCourse::new(&site);
        let mut refused = 0;
        let mut refuse = |number: usize, why: FileRefusal| {
            refused += 1;
            report(terminal, &inputs[number], &course, &why);
        };
        let progress = |done: usize| terminal.progress("progress-collect", done, inputs.len());
        let files =
            survey(inputs.len(), &|number| bytes_of(&inputs[number]), &course, &progress, &mut refuse);
        let traces: Vec<(usize, &Trace)> =
            files.iter().enumerate().filter_map(|(at, file)| Some((at, &file.as_ref()?.trace))).collect();
        let people = Respondents::of(&traces);
        notes(terminal, &inputs, &files, &people);
        let expected: usize = people.files().iter().filter_map(|at| Some(files[*at].as_ref()?.rows)).sum();
        if expected == 0 {
            terminal.line(&said(terminal.messages, "collect-nothing", "count", inputs.len()));
            return Ok(Outcome::Mistakes);
        }
        let mut gathering = Gathering { inputs: &inputs, course, people, refused };
        let done = match self.format() {
            CollectArgument::Site => self.write_site(&loaded, site, &mut gathering, terminal)?,
            CollectArgument::Xlsx if expected > XLSX_ROWS => {
                let arguments = [("count", expected.to_string()), ("limit", XLSX_ROWS.to_string())];
                terminal.refusal(&self.out, None, "collect-too-many-rows", &arguments);
                Outcome::Mistakes
            }
            _ => self.write_rows(&mut gathering, terminal)?,
        };
        Ok(if done == Outcome::Done && gathering.refused > 0 { Outcome::Mistakes } else { done })
    }

    fn write_rows(&self, gathering: &mut Gathering<'_>, terminal: &Terminal) -> Result<Outcome, Error> {
        let Gathering { inputs, course, people, refused } = gathering;
        let mut refuse = |number: usize, why: FileRefusal| {
            *refused += 1;
            report(terminal, &inputs[number], course, &why);
        };
        let progress = |done: usize| terminal.progress("progress-collect", done, inputs.len());
        let read = |number: usize| bytes_of(&inputs[number]);
        let may_replace = |_: &mut fs::File| Ok(self.replace);
        end_after(remove_unfinished);
        let mut new = NewFile::create(&self.out, &may_replace)?;
        let (counts, cut) = self
            .write(&mut new, terminal, |writer| rows(people, &read, course, writer, &progress, &mut refuse))
            .map_err(|error| Error::write(&self.out, error))?;
        new.commit(&may_replace)?;
        for (key, count) in [
            ("collect-personal", counts.personal),
            ("collect-withheld", counts.withheld),
            ("collect-cut", cut),
        ] {
            if count > 0 {
                terminal.notice(&said(terminal.messages, key, "count", count));
            }
        }
        self.summary("collect-summary", gathering, counts.rows, terminal);
        Ok(Outcome::Done)
    }

    /// Writes the facilitators' edition of the site with the answers.
    fn write_site(
        &self,
        loaded: &Loaded,
        site: Site,
        gathering: &mut Gathering<'_>,
        terminal: &Terminal,
    ) -> Result<Outcome, Error> {
        let Gathering { inputs, course, people, refused } = gathering;
        let mut refuse = |number: usize, why: FileRefusal| {
            *refused += 1;
            report(terminal, &inputs[number], course, &why);
        };
        let progress = |done: usize| terminal.progress("progress-collect", done, inputs.len());
        let read = |number: usize| bytes_of(&inputs[number]);
        let Some(gathered) = gather(people, &read, course, &progress, &mut refuse) else {
            terminal.refusal(&self.out, None, "collect-site-too-big", &[]);
            return Ok(Outcome::Mistakes);
        };
        let stop = StopFlag::new();
        let locked = Folder::lock(&self.out, false, &mut || !stop.is_set.load(Ordering::Relaxed));
        let Some(folder) = locked.map_err(not_for_answers)? else {
            return Ok(Outcome::Stopped(stop.signal()));
        };
        let options = WriteOptions {
            progress: &|done, total| terminal.progress("progress-render", done, total),
            stop: &stop.is_set,
            inputs: None,
            program: None,
        };
        match output::write(&site.with_gathered(gathered.script), folder, options) {
            Ok(_) => {}
            Err(Failure::Diagnostics(diagnostics)) => {
                terminal.diagnostics(&sorted(diagnostics), &loaded.sources, Format::Human);
                return Ok(Outcome::Mistakes);
            }
            Err(Failure::Error(error)) => return Err(error),
            Err(Failure::Stopped) => {
                terminal.notice(&said(terminal.messages, "build-stopped", "path", self.out.display()));
                return Ok(Outcome::Stopped(stop.signal()));
            }
        }
        if gathered.withheld > 0 {
            terminal.notice(&said(terminal.messages, "collect-site-withheld", "count", gathered.withheld));
        }
        self.summary("collect-site-summary", gathering, 0, terminal);
        terminal.notice(&said(terminal.messages, "collect-site-words", "path", self.out.display()));
        Ok(Outcome::Done)
    }

    /// The format that is asked for, or that the ending of the file says.
    fn format(&self) -> CollectArgument {
        let of_ending = || match &*ending_of(&self.out) {
            "csv" => CollectArgument::Csv,
            "xlsx" => CollectArgument::Xlsx,
            _ => CollectArgument::Ndjson,
        };
        self.format.unwrap_or_else(of_ending)
    }

    /// Expects that the file or the site can be written: nothing is there, or it is to be replaced. What was handed in is never replaced,
    /// and a site only if it holds the answers of a group.
    fn expect_free(&self, inputs: &[InputFile]) -> Result<(), Error> {
        let out = match self.format() {
            CollectArgument::Site => self.out.join(Site::GATHERED),
            _ => self.out.clone(),
        };
        if fs::symlink_metadata(&out).is_err() {
            return Ok(());
        }
        // Comparing opens both: a pipe would be waited for.
        if !fs::metadata(&out).is_ok_and(|found| found.is_file()) {
            return Err(Error::ForeignFile(self.out.clone()));
        }
        let is_out = |input: &InputFile| same_file::is_same_file(&input.path, &out).unwrap_or(false);
        if inputs.iter().any(is_out) {
            return Err(Error::FileIsInput(self.out.clone()));
        }
        if self.replace { Ok(()) } else { Err(Error::FileThere(self.out.clone())) }
    }

    /// Writes the rows that `give` gives, in the format that is asked for. Says how many cells were too long.
    fn write(
        &self,
        out: &mut NewFile,
        terminal: &Terminal,
        give: impl FnOnce(&mut dyn RowWriter) -> std::io::Result<Counts>,
    ) -> std::io::Result<(Counts, usize)> {
        let mut writer: Box<dyn RowWriter + '_> = match self.format() {
            CollectArgument::Csv => Box::new(CsvWriter::new(out)?),
            CollectArgument::Xlsx => {
                let folder =
                    self.out.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
                Box::new(XlsxWriter::new(out, &terminal.messages.text("collect-sheet", &[]), folder)?)
            }
            CollectArgument::Ndjson | CollectArgument::Site => Box::new(JsonWriter(out)),
        };
        let counts = give(&mut *writer)?;
        let cut = writer.end()?;
        Ok((counts, cut))
    }

    /// Prints what was written, in the sentence `key`.
    fn summary(&self, key: &str, gathering: &Gathering<'_>, rows: usize, terminal: &Terminal) {
        let arguments = [
            ("count", gathering.inputs.len().to_string()),
            ("refused", gathering.refused.to_string()),
            ("older", gathering.people.older().len().to_string()),
            ("people", gathering.people.files().len().to_string()),
            ("rows", rows.to_string()),
            ("path", self.out.display().to_string()),
        ];
        terminal.line(&terminal.messages.text(key, &arguments));
    }
}

/// The bytes of a file that was handed in.
fn bytes_of(InputFile { path, is_link, .. }: &InputFile) -> Result<Vec<u8>, FileRefusal> {
    if *is_link { Err(FileRefusal::Link) } else { read_regular(path, LIMIT).map_err(FileRefusal::Failed) }
}

/// A site with answers is written into a folder of its own: `--force` does not help, as what is there may be published.
fn not_for_answers(error: Error) -> Error {
    match error {
        Error::ForeignOutput(folder) => Error::NotForAnswers(folder),
        error => error,
    }
}

/// Prints why a file does not count.
pub(super) fn report(terminal: &Terminal, input: &InputFile, course: &AskedCourse, why: &FileRefusal) {
    let (key, mut arguments) = why.message();
    arguments.push(("ours", course.title.clone()));
    let position = why.position().map(|at| at.to_string());
    terminal.refusal(&input.path, position.as_deref(), key, &arguments);
}

/// Prints what is to know of the files that are read: which revision they are of, and which are of one person.
fn notes(terminal: &Terminal, inputs: &[InputFile], files: &[Option<Surveyed>], people: &Respondents) {
    for (number, file) in files.iter().enumerate().filter_map(|(at, file)| Some((at, file.as_ref()?))) {
        let (key, theirs, ours) = match file.standing {
            RevisionAge::Same => continue,
            RevisionAge::Older(theirs, ours) => ("collect-older", theirs, ours),
            RevisionAge::Newer(theirs, ours) => ("collect-newer-course", theirs, ours),
        };
        let arguments = [("theirs", theirs.to_string()), ("ours", ours.to_string())];
        terminal.remark(&inputs[number].path, key, &arguments);
    }
    for (older, newest) in people.older() {
        let arguments = [("other", inputs[*newest].path.display().to_string())];
        terminal.remark(&inputs[*older].path, "collect-same-person", &arguments);
    }
}
