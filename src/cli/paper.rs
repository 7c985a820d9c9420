//! `mitate paper`: forms and texts of a course as files for Word and Excel.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::check::count;
use super::{EditionArgument, EditionArguments, FormatArgument, Outcome, Terminal, paths, said};
use crate::diagnostic::{self, Severity, nearest, sorted};
use crate::error::Error;
use crate::model::{Edition, PaperFormat};
use crate::output::{self, Failure, Folder, WriteOptions};
use crate::pipeline::Workshop;
use crate::render::Paper;
use crate::serve::StopFlag;

#[derive(Debug, Args)]
pub(super) struct PaperCommand {
    /// Course folder [default: the current folder if it has a course.yaml, otherwise content/]
    #[arg(value_name = "COURSE")]
    course: Option<PathBuf>,
    /// What to make papers of: ids, such as cf-sheet or worksheet:cf-sheet [default: everything]
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Format: docx, xlsx or all [default: all]
    #[arg(
        long = "as",
        id = "papers-as",
        value_enum,
        default_value = "all",
        hide_default_value = true,
        hide_possible_values = true
    )]
    formats: AsArgument,
    #[command(flatten)]
    edition: EditionArguments,
    /// Output folder [default: papers, or papers-facilitator for facilitators]
    #[arg(long, value_name = "DIR", value_parser = paths::folder())]
    out: Option<PathBuf>,
    /// Theme folder; its files override the default theme's
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    /// How problems are printed
    #[arg(long, value_enum, default_value = "human")]
    format: FormatArgument,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AsArgument {
    /// Word
    Docx,
    /// Excel
    Xlsx,
    /// Word and Excel
    All,
}

impl AsArgument {
    fn takes(self, format: PaperFormat) -> bool {
        match self {
            Self::All => true,
            Self::Docx => format == PaperFormat::Docx,
            Self::Xlsx => format == PaperFormat::Xlsx,
        }
    }
}

impl PaperCommand {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let (folder, ids) = self.folder_and_ids();
        let out = self.out();
        let workshop = Workshop::new(&folder, self.theme.as_deref(), std::slice::from_ref(&out))?;
        let mut workshop = workshop.of_edition(self.edition.edition.map(Edition::from));
        super::build::expect_apart(&folder, &out)?;
        terminal.progress("progress-read", 0, 0);
        let loaded = workshop.load()?;
        let format = diagnostic::Format::from(self.format);
        terminal.diagnostics(&loaded.diagnostics, &loaded.sources, format);
        let Some(site) = loaded.site() else {
            let errors = count(&loaded, Severity::Error);
            return Ok(self.finish(
                &said(terminal.messages, "summary-nothing-written", "errors", errors),
                false,
                terminal,
            ));
        };
        let papers = self.chosen(&site.papers(), &ids)?;
        let stop = StopFlag::new();
        let Some(locked) =
            Folder::lock(&out, false, &mut || !stop.is_set.load(std::sync::atomic::Ordering::Relaxed))?
        else {
            return Ok(Outcome::Stopped(stop.signal()));
        };
        let progress = |done, total| terminal.progress("progress-paper", done, total);
        let options = WriteOptions { progress: &progress, stop: &stop.is_set, inputs: None, program: None };
        let keeps = !ids.is_empty() || self.formats != AsArgument::All;
        match output::write_papers(&site, &papers, locked, keeps, options) {
            Ok(written) => {
                let arguments = [
                    ("edition", loaded.edition().word().to_owned()),
                    ("count", papers.len().to_string()),
                    ("written", written.written.to_string()),
                    ("removed", written.removed.to_string()),
                    ("time", terminal.elapsed()),
                    ("path", out.display().to_string()),
                ];
                Ok(self.finish(&terminal.messages.text("summary-paper", &arguments), true, terminal))
            }
            Err(Failure::Diagnostics(diagnostics)) => {
                let diagnostics = sorted(diagnostics);
                terminal.diagnostics(&diagnostics, &loaded.sources, format);
                let line = said(terminal.messages, "summary-nothing-written", "errors", diagnostics.len());
                Ok(self.finish(&line, false, terminal))
            }
            Err(Failure::Error(error)) => Err(error),
            Err(Failure::Stopped) => {
                terminal.notice(&said(terminal.messages, "build-stopped", "path", out.display()));
                Ok(Outcome::Stopped(stop.signal()))
            }
        }
    }

    /// The course's folder, and the ids. What comes first and is no folder is an id.
    fn folder_and_ids(&self) -> (PathBuf, Vec<String>) {
        let usual = || {
            if Path::new("course.yaml").is_file() { PathBuf::from(".") } else { PathBuf::from("content") }
        };
        match &self.course {
            Some(first) if !first.exists() && usual().join("course.yaml").is_file() => {
                let first = first.to_string_lossy().into_owned();
                (usual(), std::iter::once(first).chain(self.ids.iter().cloned()).collect())
            }
            Some(folder) => (folder.clone(), self.ids.clone()),
            None => (usual(), self.ids.clone()),
        }
    }

    /// The output folder. What is for facilitators goes into another one by default, so that nobody hands it out by mistake.
    fn out(&self) -> PathBuf {
        let usual = match self.edition.edition {
            Some(EditionArgument::Facilitator) => "papers-facilitator",
            _ => "papers",
        };
        self.out.clone().unwrap_or_else(|| PathBuf::from(usual))
    }

    /// The papers of `ids`, or all, by their paths.
    fn chosen(
        &self,
        papers: &[Paper],
        ids: &[String],
    ) -> Result<BTreeMap<String, (Paper, PaperFormat)>, Error> {
        let is_of = |paper: &Paper, id: &str| match id.split_once(':') {
            Some((kind, id)) => paper.kind().word() == kind && paper.id() == id,
            None => paper.id() == id,
        };
        if let Some(unknown) = ids.iter().find(|id| !papers.iter().any(|paper| is_of(paper, id))) {
            let near = nearest(unknown, papers.iter().map(Paper::id)).map(str::to_owned);
            return Err(Error::Unknown("paper", unknown.clone(), near.into_iter().collect()));
        }
        let is_chosen = |paper: &&Paper| ids.is_empty() || ids.iter().any(|id| is_of(paper, id));
        let files = papers.iter().filter(is_chosen).flat_map(|paper| {
            let formats = paper.formats().iter().filter(|format| self.formats.takes(**format));
            formats.map(|format| (format!("{}.{}", paper.path(), format.word()), (paper.clone(), *format)))
        });
        Ok(files.collect())
    }

    fn finish(&self, line: &str, is_done: bool, terminal: &Terminal) -> Outcome {
        if !matches!(self.format, FormatArgument::Json) {
            terminal.line(line);
        }
        if is_done { Outcome::Done } else { Outcome::Mistakes }
    }
}
