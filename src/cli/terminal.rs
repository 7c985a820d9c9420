//! What is printed: results to standard output, mistakes and progress to standard error.

use std::io::{IsTerminal, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::diagnostic::{Diagnostic, Format, Messages, show};
use crate::error::Error;
use crate::source::Sources;

/// Progress is shown when something takes longer than this.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often progress is written anew.
const BEAT: Duration = Duration::from_millis(150);

/// The terminal, or whatever stands in its place.
pub(super) struct Terminal {
    pub messages: &'static Messages,
    started: Instant,
    progress: Arc<Mutex<Progress>>,
}

/// What is being done: the key of its sentence, and how far it is.
#[derive(Default)]
struct Progress {
    doing: Option<(&'static str, usize, usize)>,
    is_shown: bool,
}

impl Terminal {
    pub(super) fn new(messages: &'static Messages) -> Self {
        let terminal = Self { messages, started: Instant::now(), progress: Arc::default() };
        if std::io::stderr().is_terminal() {
            terminal.show_progress();
        }
        terminal
    }

    /// Shows what is being done, from the moment on when it has taken longer than a person waits gladly. The thread ends
    /// with the process.
    fn show_progress(&self) {
        let (messages, progress) = (self.messages, Arc::clone(&self.progress));
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            loop {
                if let Ok(mut progress) = progress.lock()
                    && let Some((key, done, total)) = progress.doing
                {
                    let arguments = [("count", done.to_string()), ("total", total.to_string())];
                    let _ = write!(std::io::stderr().lock(), "\r\x1b[K{}", messages.text(key, &arguments));
                    progress.is_shown = true;
                }
                std::thread::sleep(BEAT);
            }
        });
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

    /// Tells what is being done, for a command that takes long.
    pub(super) fn progress(&self, key: &'static str, done: usize, total: usize) {
        // Whoever else holds it shows this anyway, a moment later.
        if let Ok(mut progress) = self.progress.try_lock() {
            progress.doing = Some((key, done, total));
        }
    }

    /// Takes progress away: something is printed now.
    fn clear(&self) {
        let Ok(mut progress) = self.progress.lock() else { return };
        progress.doing = None;
        if std::mem::take(&mut progress.is_shown) {
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
