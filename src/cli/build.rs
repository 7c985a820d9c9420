//! `mitate build`: the site, written into a folder.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::check::count;
use super::{CourseArguments, Outcome, Terminal, said};
use crate::diagnostic::{Format, Severity, sorted};
use crate::error::Error;
use crate::output::{self, Failure, Options, Written};
use crate::pipeline::Workshop;
use crate::source::Reading;

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    course: CourseArguments,
    /// Where the site is written
    #[arg(long, value_name = "DIR", default_value = "site")]
    out: PathBuf,
    /// Write into a folder that mitate did not make
    #[arg(long)]
    force: bool,
}

impl Build {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = self.course.folder();
        let format = Format::from(self.course.format);
        terminal.progress("progress-read", 0, 0);
        let mut workshop =
            Workshop::new(&folder, self.course.theme.as_deref(), std::slice::from_ref(&self.out))?;
        expect_apart(&folder, &self.out)?;
        let read = workshop.read()?;
        let program = program();
        let inputs = match &program {
            Some(program) => Some(inputs(program, &workshop, &read)?),
            None => None,
        };
        if let Some(written) = inputs.as_deref().and_then(|inputs| output::standing(&self.out, inputs)) {
            terminal.diagnostics(&[], &read.sources, format);
            self.tell(terminal, written);
            return Ok(Outcome::Done);
        }
        terminal.progress("progress-check", 0, 0);
        let mut loaded = workshop.load_from(read)?;
        terminal.diagnostics(&loaded.diagnostics, &loaded.sources, format);
        let nothing = |errors: usize| {
            if format != Format::Json {
                terminal.line(&said(terminal.messages, "summary-nothing-written", "errors", errors));
            }
            Ok(Outcome::Mistakes)
        };
        let Some(site) = loaded.site() else { return nothing(count(&loaded, Severity::Error)) };
        loaded.forget_texts();
        let progress = |done, total| terminal.progress("progress-render", done, total);
        // A course that has warnings is looked at again every time: they are told every time.
        let inputs = inputs.as_deref().filter(|_| loaded.diagnostics.is_empty());
        let options = Options { force: self.force, progress: &progress, inputs, program: program.as_deref() };
        let written = output::write(&site, &self.out, options);
        // The system takes all memory back at once: to give that of a large course back piece by piece takes longer.
        std::mem::forget((workshop, site));
        match written {
            Ok(written) => {
                self.tell(terminal, written);
                Ok(Outcome::Done)
            }
            Err(Failure::Diagnostics(diagnostics)) => {
                let diagnostics = sorted(diagnostics);
                terminal.diagnostics(&diagnostics, &loaded.sources, format);
                nothing(diagnostics.len())
            }
            Err(Failure::Error(error)) => Err(error),
        }
    }

    fn tell(&self, terminal: &Terminal, written: Written) {
        if Format::from(self.course.format) == Format::Json {
            return;
        }
        let arguments = [
            ("count", written.pages.to_string()),
            ("written", written.written.to_string()),
            ("removed", written.removed.to_string()),
            ("time", terminal.elapsed()),
            ("path", self.out.display().to_string()),
        ];
        terminal.line(&terminal.messages.text("summary-build", &arguments));
    }
}

/// What tells this very program from others; `None` where it cannot be told.
fn program() -> Option<String> {
    let file = std::env::current_exe().and_then(fs::metadata).ok()?;
    Some(format!("{} {:?}", file.len(), file.modified().ok()?))
}

/// The hash of all that the site is made of, `program` with it.
fn inputs(program: &str, workshop: &Workshop, read: &Reading) -> Result<String, Error> {
    let inputs = workshop.inputs(read)?;
    Ok(blake3::hash(format!("{program}{inputs}").as_bytes()).to_string())
}

/// The output may lie inside the course, but not be the course, nor hold it.
fn expect_apart(course: &Path, out: &Path) -> Result<(), Error> {
    let (Ok(course), Ok(real)) = (fs::canonicalize(course), fs::canonicalize(out)) else { return Ok(()) };
    if course.starts_with(&real) { Err(Error::OutputHoldsCourse(out.to_path_buf())) } else { Ok(()) }
}
