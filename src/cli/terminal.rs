//! What is printed: results to standard output, mistakes and progress to standard error.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::diagnostic::{Diagnostic, Format, Messages, show};
use crate::error::Error;
use crate::source::Sources;

/// Progress is shown when something takes longer than this.
const PATIENCE: Duration = Duration::from_secs(1);

/// The terminal, or whatever stands in its place.
pub(super) struct Terminal {
    pub messages: &'static Messages,
    started: Instant,
    /// When progress was last shown; `None` before.
    progress: Mutex<Option<Instant>>,
    shows_progress: bool,
}

impl Terminal {
    pub(super) fn new(messages: &'static Messages) -> Self {
        let shows_progress = std::io::stderr().is_terminal();
        Self { messages, started: Instant::now(), progress: Mutex::new(None), shows_progress }
    }

    /// Prints a line of result. A closed pipe ends nothing.
    pub(super) fn line(&self, text: &str) {
        self.clear();
        let _ = writeln!(std::io::stdout().lock(), "{text}");
    }

    /// Prints diagnostics: to standard output for machines, to standard error for people.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic], sources: &Sources, format: Format) {
        self.clear();
        if format == Format::Human {
            let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            let _ = write!(
                std::io::stderr().lock(),
                "{}",
                show(diagnostics, sources, self.messages, format, color)
            );
        } else {
            let _ = write!(
                std::io::stdout().lock(),
                "{}",
                show(diagnostics, sources, self.messages, format, false)
            );
        }
    }

    /// Prints a fault of the environment.
    pub(super) fn fault(&self, error: &Error) {
        self.clear();
        let (key, arguments) = error.message();
        let mut err = std::io::stderr().lock();
        let _ =
            writeln!(err, "{}: {}", self.messages.text("error", &[]), self.messages.text(key, &arguments));
        if let Some(hint) = self.messages.find(&format!("{key}.hint"), &arguments) {
            let _ = writeln!(err, "{hint}");
        }
    }

    /// Says what is being done, once it takes longer than a person waits gladly.
    pub(super) fn progress(&self, key: &str, done: usize, total: usize) {
        if !self.shows_progress || self.started.elapsed() < PATIENCE {
            return;
        }
        let Ok(mut last) = self.progress.try_lock() else { return };
        if last.is_some_and(|at| at.elapsed() < Duration::from_millis(100)) {
            return;
        }
        *last = Some(Instant::now());
        let arguments = [("count", done.to_string()), ("total", total.to_string())];
        let _ = write!(std::io::stderr().lock(), "\r\x1b[K{}", self.messages.text(key, &arguments));
    }

    fn clear(&self) {
        let Ok(mut last) = self.progress.lock() else { return };
        if last.take().is_some() {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }

    /// The time since the command began, for people.
    pub(super) fn elapsed(&self) -> String {
        human(self.started.elapsed())
    }
}

/// A duration for people: milliseconds below ten seconds, seconds above.
pub(super) fn human(time: Duration) -> String {
    match time.as_millis() {
        millis @ 0..10_000 => format!("{millis} ms"),
        millis => format!("{}.{} s", millis / 1000, millis % 1000 / 100),
    }
}
