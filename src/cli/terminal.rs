//! What is printed: results to standard output, mistakes and progress to standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use crate::diagnostic::{Diagnostic, Format, Messages, show, visible_text};
use crate::error::Error;
use crate::source::Sources;

/// Progress is shown when something takes longer than this.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often progress is printed again.
const BEAT: Duration = Duration::from_millis(150);

/// Standard output and standard error.
pub(super) struct Terminal {
    pub messages: &'static Messages,
    started: Instant,
    progress: Arc<Mutex<Progress>>,
    /// The first failure of printing.
    failure: Mutex<Option<io::Error>>,
}

/// What is being done: the key of its sentence, and how far it is.
#[derive(Default)]
struct Progress {
    doing: Option<(&'static str, usize, usize)>,
    is_shown: bool,
}

impl Terminal {
    pub(super) fn new(messages: &'static Messages) -> Self {
        let terminal =
            Self { messages, started: Instant::now(), progress: Arc::default(), failure: Mutex::default() };
        if io::stderr().is_terminal() {
            terminal.show_progress();
        }
        terminal
    }

    /// Shows progress once a command takes longer than [`PATIENCE`]. The thread ends with the process.
    fn show_progress(&self) {
        let (messages, progress) = (self.messages, Arc::clone(&self.progress));
        let show = move || {
            std::thread::sleep(PATIENCE);
            loop {
                if let Ok(mut progress) = progress.lock()
                    && let Some((key, done, total)) = progress.doing
                {
                    let arguments = [("count", done.to_string()), ("total", total.to_string())];
                    let _ = write!(io::stderr().lock(), "\r\x1b[K{}", messages.text(key, &arguments));
                    progress.is_shown = true;
                }
                std::thread::sleep(BEAT);
            }
        };
        // Without a thread there is no progress line.
        let _ = std::thread::Builder::new().spawn(show);
    }

    /// Prints a line of result.
    pub(super) fn line(&self, text: &str) {
        self.clear();
        self.note(writeln!(io::stdout().lock(), "{}", visible_text(text)));
    }

    /// Prints a result for another program, as it is.
    pub(super) fn bytes(&self, bytes: &[u8]) {
        self.clear();
        self.note(io::stdout().lock().write_all(bytes));
    }

    /// Prints `url` as a QR code, black on white where the terminal has colours.
    pub(super) fn code(&self, url: &str) {
        // An address is never too long for a code.
        let Ok(code) = QrCode::new(url) else { return };
        let rows = code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
        let (on, off) = if io::stdout().is_terminal() { ("\x1b[97;40m", "\x1b[0m") } else { ("", "") };
        self.clear();
        for row in rows.lines() {
            self.note(writeln!(io::stdout().lock(), "{on}{row}{off}"));
        }
    }

    /// Prints a line for people that is no result.
    pub(super) fn notice(&self, text: &str) {
        self.clear();
        self.note(writeln!(io::stderr().lock(), "{}", visible_text(text)));
    }

    /// Prints diagnostics: to standard output for machines, to standard error for people.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic], sources: &Sources, format: Format) {
        self.clear();
        if format == Format::Human {
            let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            let text = show(diagnostics, sources, self.messages, format, color);
            self.note(io::stderr().lock().write_all(text.as_bytes()));
        } else {
            let text = show(diagnostics, sources, self.messages, format, false);
            self.note(io::stdout().lock().write_all(text.as_bytes()));
        }
    }

    /// Remembers the first failure of printing. A closed pipe is none: whoever reads has read enough.
    fn note(&self, result: io::Result<()>) {
        if let (Err(error), Ok(mut failure)) = (result, self.failure.lock())
            && error.kind() != ErrorKind::BrokenPipe
        {
            failure.get_or_insert(error);
        }
    }

    /// The failure if any of the results could not be printed.
    pub(super) fn failure(&self) -> Option<Error> {
        self.note(io::stdout().lock().flush());
        self.failure.lock().ok()?.take().map(Error::Print)
    }

    /// Prints a fault of the environment.
    pub(super) fn fault(&self, error: &Error) {
        self.clear();
        let (key, arguments) = error.message();
        let mut err = io::stderr().lock();
        let message = self.messages.text(key, &arguments);
        let _ = writeln!(err, "{}: {}", self.messages.text("error", &[]), visible_text(&message));
        if let Some(hint) = self.messages.find(&format!("{key}.hint"), &arguments) {
            let _ = writeln!(err, "{}", visible_text(&hint));
        }
    }

    /// Prints why a file that was given is not read, and what to do.
    /// `position` is the line and the column, if they are known.
    pub(super) fn refusal(
        &self,
        path: &std::path::Path,
        position: Option<&str>,
        key: &str,
        arguments: &[(&'static str, String)],
    ) {
        let colon = if position.is_some() { ":" } else { "" };
        let place = format!("{}{colon}{}", path.display(), position.unwrap_or_default());
        self.of_file(&place, "error", key, arguments);
    }

    /// Prints what is to know of a file that was given and is read.
    pub(super) fn remark(&self, path: &std::path::Path, key: &str, arguments: &[(&'static str, String)]) {
        self.of_file(&path.display().to_string(), "warning", key, arguments);
    }

    fn of_file(&self, place: &str, severity: &str, key: &str, arguments: &[(&'static str, String)]) {
        self.clear();
        let mut err = io::stderr().lock();
        let message = self.messages.text(key, arguments);
        let line = format!("{place}: {}: {message}", self.messages.text(severity, &[]));
        let _ = writeln!(err, "{}", visible_text(&line));
        if let Some(hint) = self.messages.find(&format!("{key}.hint"), arguments) {
            let _ = writeln!(err, "  {}", visible_text(&hint));
        }
    }

    /// Sets what is being done, for a command that takes long.
    pub(super) fn progress(&self, key: &'static str, done: usize, total: usize) {
        // The next call sets it anyway.
        if let Ok(mut progress) = self.progress.try_lock() {
            progress.doing = Some((key, done, total));
        }
    }

    /// Clears the progress line before something is printed.
    fn clear(&self) {
        let Ok(mut progress) = self.progress.lock() else { return };
        progress.doing = None;
        if std::mem::take(&mut progress.is_shown) {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }

    /// The time since the command began, for people.
    pub(super) fn elapsed(&self) -> String {
        human(self.started.elapsed())
    }
}

/// `path` as it can be copied into a command line: in quotation marks where a shell would divide it, or take a sign of it for its own.
pub(super) fn copyable(path: &std::path::Path) -> String {
    let text = path.display().to_string();
    // Quotation marks don't make a name of what looks like an option.
    let text = if text.starts_with('-') { format!("./{text}") } else { text };
    let is_plain = |c: char| c.is_alphanumeric() || "/\\.:_-+,=@%".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text
    } else if text.contains(['"', '$', '`', '!']) {
        format!("'{}'", text.replace('\'', "'\\''"))
    } else {
        format!("\"{text}\"")
    }
}

/// A duration for people: milliseconds below ten seconds, seconds above.
pub(super) fn human(time: Duration) -> String {
    match time.as_millis() {
        millis @ 0..10_000 => format!("{millis} ms"),
        millis => format!("{}.{} s", millis / 1000, millis % 1000 / 100),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::copyable;

    #[test]
    fn a_path_that_a_shell_would_divide_is_in_quotation_marks() {
        for (path, copied) in [
            ("a/b-1.2", "a/b-1.2"),
            ("研修", "研修"),
            ("C:\\a", "C:\\a"),
            ("my course", "\"my course\""),
            ("新\u{3000}しい", "\"新\u{3000}しい\""),
            ("a(1)", "\"a(1)\""),
            ("a$b", "'a$b'"),
            ("it's \"so\"", "'it'\\''s \"so\"'"),
            ("-x", "./-x"),
            ("- x", "\"./- x\""),
        ] {
            assert_eq!(copyable(Path::new(path)), copied);
        }
    }
}
