//! `mitate build`: the site, written into a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use clap::Args;
use walkdir::WalkDir;

use super::check::count;
use super::{CourseArguments, EditionArgument, EditionArguments, Outcome, Terminal, paths, said};
use crate::diagnostic::{Format, Severity, sorted};
use crate::error::Error;
use crate::model::Edition;
use crate::output::{self, Failure, Folder, WriteOptions, Written};
use crate::pipeline::{Loaded, Workshop};
use crate::render::Site;
use crate::serve::StopFlag;
use crate::source::{Reading, is_site};

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    course: CourseArguments,
    #[command(flatten)]
    edition: EditionArguments,
    /// Output folder [default: site, or site-facilitator for facilitators]
    #[arg(long, value_name = "DIR", value_parser = paths::folder())]
    out: Option<PathBuf>,
    /// Overwrite a folder that mitate did not create
    #[arg(long)]
    force: bool,
}

/// A site to write.
struct Ready {
    loaded: Loaded,
    site: Site,
    /// The fingerprint of all its inputs, if the next build may rely on it.
    inputs: Option<String>,
}

/// What the last line says.
#[derive(Clone, Copy)]
enum End {
    Written(Written, Edition),
    /// So many errors, and nothing was written.
    Errors(usize),
}

impl Build {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = self.course.folder();
        let asked = self.edition.edition.map(Edition::from);
        let out = self.out();
        let workshop = Workshop::new(&folder, self.course.theme.as_deref(), std::slice::from_ref(&out))?;
        let mut workshop = workshop.of_edition(asked);
        expect_apart(&folder, &out)?;
        let program = program();
        let mut ready = match self.load(&mut workshop, program.as_deref(), terminal)? {
            Ok(ready) => ready,
            Err(end) => return Ok(self.finish(end, terminal)),
        };
        let stop = StopFlag::new();
        let Some(out) = self.lock(&stop, terminal)? else { return Ok(Outcome::Stopped(stop.signal())) };
        if out.has_waited() {
            // Files may have changed while another process wrote the folder.
            ready = match self.load(&mut workshop, program.as_deref(), terminal)? {
                Ok(ready) => ready,
                Err(end) => return Ok(self.finish(end, terminal)),
            };
        }
        let Ready { loaded, site, inputs } = ready;
        let progress = |done, total| terminal.progress("progress-render", done, total);
        let options = WriteOptions {
            progress: &progress,
            stop: &stop.is_set,
            inputs: inputs.as_deref(),
            program: program.as_deref(),
        };
        let result = output::write(&site, out, options);
        // The system takes all memory back at once: to give that of a large course back piece by piece takes longer.
        std::mem::forget((workshop, site));
        match result {
            Ok(written) => Ok(self.finish(End::Written(written, loaded.edition()), terminal)),
            Err(Failure::Diagnostics(diagnostics)) => {
                let diagnostics = sorted(diagnostics);
                terminal.diagnostics(&diagnostics, &loaded.sources, self.format());
                Ok(self.finish(End::Errors(diagnostics.len()), terminal))
            }
            Err(Failure::Error(error)) => Err(error),
            Err(Failure::Stopped) => {
                terminal.notice(&said(terminal.messages, "build-stopped", "path", self.out().display()));
                Ok(Outcome::Stopped(stop.signal()))
            }
        }
    }

    /// The output folder. What is for facilitators goes into another one by default, so that nobody publishes it by mistake.
    fn out(&self) -> PathBuf {
        let usual = match self.edition.edition {
            Some(EditionArgument::Facilitator) => "site-facilitator",
            _ => "site",
        };
        self.out.clone().unwrap_or_else(|| PathBuf::from(usual))
    }

    /// Reads and checks the course, unless nothing changed since the last build, and prints what is wrong with it.
    fn load(
        &self,
        workshop: &mut Workshop,
        program: Option<&str>,
        terminal: &Terminal,
    ) -> Result<Result<Ready, End>, Error> {
        terminal.progress("progress-read", 0, 0);
        let read = workshop.read()?;
        let inputs = program.map(|program| inputs(program, workshop, &read)).transpose()?;
        if let Some(written) = inputs.as_deref().and_then(|inputs| output::unchanged(&self.out(), inputs)) {
            terminal.diagnostics(&[], &read.sources, self.format());
            return Ok(Err(End::Written(written, workshop.edition(&read.sources)?)));
        }
        terminal.progress("progress-check", 0, 0);
        let mut loaded = workshop.load_from(read)?;
        terminal.diagnostics(&loaded.diagnostics, &loaded.sources, self.format());
        let Some(site) = loaded.site() else {
            return Ok(Err(End::Errors(count(&loaded, Severity::Error))));
        };
        loaded.forget_texts();
        // Warnings are printed by every build, so a course that has some is checked every time.
        let inputs = inputs.filter(|_| loaded.diagnostics.is_empty());
        Ok(Ok(Ready { loaded, site, inputs }))
    }

    /// Locks the output folder. `None` if a signal came while another process wrote it.
    fn lock(&self, stop: &StopFlag, terminal: &Terminal) -> Result<Option<Folder>, Error> {
        let mut is_reported = false;
        Folder::lock(&self.out(), self.force, &mut || {
            if !std::mem::replace(&mut is_reported, true) {
                terminal.notice(&said(terminal.messages, "build-waiting", "path", self.out().display()));
            }
            !stop.is_set.load(Ordering::Relaxed)
        })
    }

    fn format(&self) -> Format {
        Format::from(self.course.format)
    }

    /// Prints the last line.
    fn finish(&self, end: End, terminal: &Terminal) -> Outcome {
        let messages = terminal.messages;
        let (line, outcome) = match end {
            End::Errors(errors) => {
                (said(messages, "summary-nothing-written", "errors", errors), Outcome::Mistakes)
            }
            End::Written(written, edition) => {
                let arguments = [
                    ("edition", edition.word().to_owned()),
                    ("count", written.pages.to_string()),
                    ("written", written.written.to_string()),
                    ("removed", written.removed.to_string()),
                    ("time", terminal.elapsed()),
                    ("path", self.out().display().to_string()),
                ];
                (messages.text("summary-build", &arguments), Outcome::Done)
            }
        };
        if self.format() != Format::Json {
            terminal.line(&line);
        }
        outcome
    }
}

/// The hash of this program; `None` if it cannot be read.
fn program() -> Option<String> {
    let file = std::env::current_exe().and_then(fs::metadata).ok()?;
    Some(format!("{} {:?}", file.len(), file.modified().ok()?))
}

/// The fingerprint of all inputs of the site, including `program`.
fn inputs(program: &str, workshop: &Workshop, read: &Reading) -> Result<String, Error> {
    let inputs = workshop.inputs(read)?;
    Ok(blake3::hash(format!("{program}{inputs}").as_bytes()).to_string())
}

/// The output may be inside the course, but not be the course, nor hold it or texts of it: a folder with a site is not read.
pub(super) fn expect_apart(course: &Path, out: &Path) -> Result<(), Error> {
    let (Ok(course), Ok(real)) = (fs::canonicalize(course), fs::canonicalize(out)) else { return Ok(()) };
    let holds_texts = || real.starts_with(&course) && !is_site(&real) && holds_texts(&real);
    if course.starts_with(&real) || holds_texts() {
        return Err(Error::OutputHoldsCourse(out.to_path_buf()));
    }
    Ok(())
}

fn holds_texts(folder: &Path) -> bool {
    WalkDir::new(folder).into_iter().flatten().any(|entry| {
        let extension = entry.path().extension();
        entry.file_type().is_file() && extension.is_some_and(|it| it == "md" || it == "yaml")
    })
}
