//! `mitate collect`: the answer files of a group become rows to count.

use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::inputs::{InputFile, ending_of, inputs};
use super::{Outcome, Terminal, paths, said};
use crate::collect::{
    AskedCourse, Counts, CsvWriter, FileRefusal, JsonWriter, Respondents, RevisionAge, RowWriter, Surveyed,
    Trace, XLSX_ROWS, XlsxWriter, rows, survey,
};
use crate::error::Error;
use crate::output::NewFile;
use crate::source::read_regular;

/// The largest file that is read: 64 MB.
const LIMIT: u64 = 64_000_000;

#[derive(Debug, Args)]
pub(super) struct Collect {
    /// Answer files (.mitate.json), or folders of them
    #[arg(id = "answer-files", value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Course folder [default: the current folder if it has a course.yaml, otherwise content/]
    #[arg(long = "course", value_name = "DIR")]
    course: Option<PathBuf>,
    /// Format: ndjson, csv or xlsx [default: by the ending of the output file, otherwise ndjson]
    #[arg(id = "rows-as", long = "as", value_name = "FORMAT", value_enum, hide_possible_values = true)]
    format: Option<RowsArgument>,
    /// The file to write
    #[arg(id = "rows-out", long = "out", value_name = "FILE", value_parser = paths::file())]
    out: PathBuf,
    /// Replace a file that is already there
    #[arg(id = "rows-force", long = "force")]
    replace: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RowsArgument {
    /// One JSON object a line
    Ndjson,
    /// A table as text
    Csv,
    /// A workbook for Excel
    Xlsx,
}

impl Collect {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = super::course_folder(self.course.as_ref());
        let Some(site) = super::whole_site(&folder, "collect-wrong-course", terminal)? else {
            return Ok(Outcome::Mistakes);
        };
        paths::expect_outside(&folder, &self.out)?;
        let course = AskedCourse::new(&site);
        let inputs = inputs(&self.files)?;
        self.expect_free(&inputs)?;

        let read = |number: usize| {
            let InputFile { path, is_link, .. } = &inputs[number];
            let bytes = || read_regular(path, LIMIT).map_err(FileRefusal::Failed);
            if *is_link { Err(FileRefusal::Link) } else { bytes() }
        };
        let progress = |done: usize| terminal.progress("progress-collect", done, inputs.len());
        let mut refused = 0;
        let mut refuse = |number: usize, why: FileRefusal| {
            refused += 1;
            report(terminal, &inputs[number], &course, &why);
        };
        let files = survey(inputs.len(), &read, &course, &progress, &mut refuse);
        let traces: Vec<(usize, &Trace)> =
            files.iter().enumerate().filter_map(|(at, file)| Some((at, &file.as_ref()?.trace))).collect();
        let people = Respondents::of(&traces);
        notes(terminal, &inputs, &files, &people);
        let expected: usize = people.files().iter().filter_map(|at| Some(files[*at].as_ref()?.rows)).sum();
        if expected == 0 {
            terminal.line(&said(terminal.messages, "collect-nothing", "count", inputs.len()));
            return Ok(Outcome::Mistakes);
        }
        if self.format() == RowsArgument::Xlsx && expected > XLSX_ROWS {
            let arguments = [("count", expected.to_string()), ("limit", XLSX_ROWS.to_string())];
            terminal.refusal(&self.out, None, "collect-too-many-rows", &arguments);
            return Ok(Outcome::Mistakes);
        }

        let may_replace = |_: &mut fs::File| Ok(self.replace);
        let mut new = NewFile::create(&self.out, &may_replace)?;
        let (counts, cut) = self
            .write(&mut new, terminal, |writer| rows(&people, &read, &course, writer, &progress, &mut refuse))
            .map_err(|error| Error::write(&self.out, error))?;
        new.commit(&may_replace)?;
        self.summary(terminal, &people, inputs.len(), refused, counts, cut);
        Ok(if refused == 0 { Outcome::Done } else { Outcome::Mistakes })
    }

    /// The format that is asked for, or that the ending of the file says.
    fn format(&self) -> RowsArgument {
        let of_ending = || match &*ending_of(&self.out) {
            "csv" => RowsArgument::Csv,
            "xlsx" => RowsArgument::Xlsx,
            _ => RowsArgument::Ndjson,
        };
        self.format.unwrap_or_else(of_ending)
    }

    /// Expects that the file can be written: nothing is there, or it is to be replaced. What was handed in is never replaced.
    fn expect_free(&self, inputs: &[InputFile]) -> Result<(), Error> {
        if fs::symlink_metadata(&self.out).is_err() {
            return Ok(());
        }
        let is_out = |input: &InputFile| same_file::is_same_file(&input.path, &self.out).unwrap_or(false);
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
            RowsArgument::Ndjson => Box::new(JsonWriter(out)),
            RowsArgument::Csv => Box::new(CsvWriter::new(out)?),
            RowsArgument::Xlsx => {
                Box::new(XlsxWriter::new(out, &terminal.messages.text("collect-sheet", &[]))?)
            }
        };
        let counts = give(&mut *writer)?;
        let cut = writer.end()?;
        Ok((counts, cut))
    }

    fn summary(
        &self,
        terminal: &Terminal,
        people: &Respondents,
        count: usize,
        refused: usize,
        counts: Counts,
        cut: usize,
    ) {
        for (key, count) in [
            ("collect-personal", counts.personal),
            ("collect-withheld", counts.withheld),
            ("collect-cut", cut),
        ] {
            if count > 0 {
                terminal.notice(&said(terminal.messages, key, "count", count));
            }
        }
        let arguments = [
            ("count", count.to_string()),
            ("refused", refused.to_string()),
            ("older", people.older().len().to_string()),
            ("people", people.files().len().to_string()),
            ("rows", counts.rows.to_string()),
            ("path", self.out.display().to_string()),
        ];
        terminal.line(&terminal.messages.text("collect-summary", &arguments));
    }
}

/// Prints why a file does not count.
fn report(terminal: &Terminal, input: &InputFile, course: &AskedCourse, why: &FileRefusal) {
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
