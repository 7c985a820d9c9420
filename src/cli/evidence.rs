//! `mitate evidence`: what an office asks before a course is used, on one or two pages.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::check::count;
use super::inputs::ending_of;
use super::{CourseArguments, EditionArguments, Outcome, Terminal, paths, said};
use crate::diagnostic::{Format, Severity, sorted};
use crate::error::Error;
use crate::evidence::{AccessibilityResults, CheckFindings, evidence};
use crate::model::Edition;
use crate::output::{Failure, NewFile};
use crate::package::PackOptions;
use crate::paper::docx::fill::Answers;
use crate::pipeline::Workshop;
use crate::serve::StopFlag;
use crate::source::read_regular;

/// The largest file of results: 1 MB.
const LIMIT: u64 = 1_000_000;

#[derive(Debug, Args)]
pub(super) struct EvidenceCommand {
    #[command(flatten)]
    course: CourseArguments,
    /// Format: md or docx [default: by the ending of the output file, otherwise both]
    #[arg(id = "evidence-as", long = "as", value_name = "FORMAT", value_enum, hide_possible_values = true)]
    format: Option<EvidenceFormat>,
    #[command(flatten)]
    edition: EditionArguments,
    /// What checks of accessibility found, as JSON (mitate schema accessibility)
    #[arg(id = "evidence-results", long = "results", value_name = "FILE")]
    results: Option<PathBuf>,
    /// Output file, or folder for COURSE_ID-evidence.md and .docx [default: the current folder]
    #[arg(id = "evidence-out", long = "out", value_name = "PATH", value_parser = paths::file())]
    out: Option<PathBuf>,
    /// Replace a file that is already there
    #[arg(id = "evidence-force", long = "force")]
    replace: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EvidenceFormat {
    /// Markdown
    Md,
    /// Word
    Docx,
}

impl EvidenceFormat {
    fn ending(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Docx => "docx",
        }
    }
}

impl EvidenceCommand {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = self.course.folder();
        let workshop = Workshop::new(&folder, self.course.theme.as_deref(), &[])?;
        let mut workshop = workshop.of_edition(self.edition.edition.map(Edition::from));
        let results = match &self.results {
            Some(path) => match Self::results(path, terminal)? {
                Some(results) => Some(results),
                None => return Ok(Outcome::Mistakes),
            },
            None => None,
        };
        terminal.progress("progress-read", 0, 0);
        let loaded = workshop.load()?;
        let problems = Format::from(self.course.format);
        terminal.diagnostics(&loaded.diagnostics, &loaded.sources, problems);
        let nothing_written = |errors: usize| {
            if problems != Format::Json {
                terminal.line(&said(terminal.messages, "summary-nothing-written", "errors", errors));
            }
            Ok(Outcome::Mistakes)
        };
        let Some(site) = loaded.site() else {
            return nothing_written(count(&loaded, Severity::Error));
        };
        let id = site.course().info().map_or("course", |info| &info.id);
        let name = match loaded.edition() {
            Edition::Facilitator => format!("{id}-facilitator-evidence"),
            _ => format!("{id}-evidence"),
        };
        let files = self.files(&name);
        for (file, _) in &files {
            paths::expect_outside(&folder, file)?;
            if !self.replace && fs::symlink_metadata(file).is_ok() {
                return Err(Error::FileThere(file.clone()));
            }
        }
        let stop = StopFlag::new();
        let options = PackOptions {
            progress: &|done, total| terminal.progress("progress-render", done, total),
            stop: &stop.is_set,
            fault: &|error| Error::write(&files[0].0, error),
        };
        let findings = CheckFindings::of(&loaded.diagnostics);
        let made = match evidence(&site, &loaded.theme, findings, results.as_ref(), options) {
            Ok(made) => made,
            Err(Failure::Diagnostics(diagnostics)) => {
                let diagnostics = sorted(diagnostics);
                terminal.diagnostics(&diagnostics, &loaded.sources, problems);
                return nothing_written(diagnostics.len());
            }
            Err(Failure::Error(error)) => return Err(error),
            Err(Failure::Stopped) => return Ok(Outcome::Stopped(stop.signal())),
        };
        if let (Some(results), Some(path)) = (&results, &self.results) {
            if !results.hash.eq_ignore_ascii_case(&made.hash) {
                terminal.remark(path, "evidence-results-other", &[("hash", made.hash.clone())]);
            } else if results.checks.iter().any(|check| check.pages > made.pages) {
                terminal.refusal(path, None, "evidence-results-wrong", &[("what", "pages".into())]);
                return Ok(Outcome::Mistakes);
            }
        }
        for (file, format) in &files {
            let bytes = match format {
                EvidenceFormat::Md => made.markdown().into_bytes(),
                EvidenceFormat::Docx => site
                    .text_docx(&made.title, &made.lead, made.blocks())
                    .bytes(&Answers::new())
                    .map_err(|error| Error::write(file, error.into()))?,
            };
            let may_replace = |_: &mut fs::File| Ok(self.replace);
            let mut new = NewFile::create(file, &may_replace)?;
            new.write_all(&bytes).map_err(|error| Error::write(file, error))?;
            new.commit(&may_replace)?;
            if problems != Format::Json {
                terminal.line(&said(terminal.messages, "summary-evidence", "path", file.display()));
            }
        }
        Ok(Outcome::Done)
    }

    /// The results in the file at `path`. If it is no file of results, that is printed.
    fn results(path: &Path, terminal: &Terminal) -> Result<Option<AccessibilityResults>, Error> {
        let bytes = read_regular(path, LIMIT)?;
        match AccessibilityResults::read(&bytes) {
            Ok(results) => Ok(Some(results)),
            Err((key, what)) => {
                terminal.refusal(path, None, key, &[("what", what)]);
                Ok(None)
            }
        }
    }

    /// The files to write, and the format of each.
    fn files(&self, name: &str) -> Vec<(PathBuf, EvidenceFormat)> {
        let out = self.out.clone().unwrap_or_else(|| PathBuf::from("."));
        let is_folder = out.is_dir() || out.to_string_lossy().ends_with(std::path::is_separator);
        if !is_folder {
            let of_ending = if ending_of(&out) == "docx" { EvidenceFormat::Docx } else { EvidenceFormat::Md };
            return vec![(out, self.format.unwrap_or(of_ending))];
        }
        let formats =
            self.format.map_or(vec![EvidenceFormat::Md, EvidenceFormat::Docx], |format| vec![format]);
        let file = |format: EvidenceFormat| {
            let name = format!("{name}.{}", format.ending());
            // A file in the current folder has a plain name.
            if out == Path::new(".") { PathBuf::from(name) } else { out.join(name) }
        };
        formats.into_iter().map(|format| (file(format), format)).collect()
    }
}
