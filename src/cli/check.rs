//! `mitate check`: reports everything that is wrong, and writes nothing.

use clap::Args;

use super::{CourseArguments, Outcome, Terminal};
use crate::diagnostic::{Format, Severity, sorted};
use crate::error::Error;
use crate::pipeline::{Loaded, Workshop};

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    course: CourseArguments,
    /// Print the curriculum map: where each item is taught, practised and assessed
    #[arg(long)]
    coverage: bool,
}

impl Check {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = self.course.folder();
        terminal.progress("progress-read", 0, 0);
        let mut workshop = Workshop::new(&folder, self.course.theme.as_deref(), &[])?;
        let read = workshop.read()?;
        terminal.progress("progress-check", 0, 0);
        let mut loaded = workshop.load_from(read)?;
        if self.course.theme.is_some() {
            let failures = loaded.failures();
            loaded.diagnostics.extend(failures);
            loaded.diagnostics = sorted(loaded.diagnostics);
        }
        let format = Format::from(self.course.format);
        if self.coverage {
            terminal.line(&super::coverage::table(&loaded.course, terminal.messages));
        }
        terminal.diagnostics(&loaded.diagnostics, &loaded.sources, format);
        let errors = count(&loaded, Severity::Error);
        if format != Format::Json {
            let arguments = [
                ("count", loaded.course.documents.len().to_string()),
                ("errors", errors.to_string()),
                ("warnings", count(&loaded, Severity::Warning).to_string()),
                ("time", terminal.elapsed()),
            ];
            terminal.line(&terminal.messages.text("summary-check", &arguments));
        }
        // The system takes all memory back at once: to give that of a large course back piece by piece takes longer.
        std::mem::forget((workshop, loaded));
        Ok(if errors == 0 { Outcome::Done } else { Outcome::Mistakes })
    }
}

/// How many diagnostics of a severity there are.
pub(super) fn count(loaded: &Loaded, severity: Severity) -> usize {
    loaded.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
}
