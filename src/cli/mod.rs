//! The command line: one file per command. Messages are in the user's language. The exit code is 0, 1 for mistakes in the
//! course, 2 for faults of the environment, 128 and the number of the signal that stopped the command.

mod add;
mod build;
mod check;
mod collect;
mod completions;
mod coverage;
mod evidence;
mod explain;
mod help;
mod import;
mod inputs;
mod lsp;
mod new;
mod package;
mod panel;
mod paper;
mod paths;
mod read;
mod rename;
mod schema;
mod serve;
mod terminal;

use std::ffi::OsString;
use std::io::Write as _;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use rayon::ThreadPoolBuilder;

use crate::diagnostic::{Format, Language, Messages, Severity, messages, nearest};
use crate::error::Error;
use crate::guard::{guarded, quiet};
use crate::model::Edition;
use crate::output::remove_unfinished;
use crate::pipeline::{Loaded, Workshop};
use crate::render::Site;
use crate::serve::end_after;
use terminal::Terminal;

/// Turns a folder of Markdown and YAML into an interactive training site.
#[derive(Debug, Parser)]
#[command(name = "mitate", version, propagate_version = true, disable_help_subcommand = true)]
struct Arguments {
    /// Language of messages: ja or en [default: system language]
    #[arg(long, global = true, value_name = "LANG", value_parser = ["ja", "en"])]
    lang: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Create a starter course
    New(new::New),
    /// Add a file to a course, from a template
    Add(add::Add),
    /// Give something another id, everywhere it is named
    Rename(rename::Rename),
    /// Check a course and report every problem, without writing files
    Check(check::Check),
    /// Write the site of a course
    Build(build::Build),
    /// Write the site of a course as one file to hand out
    Package(package::Package),
    /// Make forms and texts into files for Word and Excel
    Paper(paper::PaperCommand),
    /// Preview the site in a browser and rebuild on save
    Serve(serve::Serve),
    /// Serve an editor that speaks the Language Server Protocol
    Lsp(lsp::Lsp),
    /// Turn filled forms (Word, Excel) into answer files
    Read(read::Read),
    /// Gather the answer files of a group into rows to count, or on the board of a site
    Collect(collect::Collect),
    /// Turn the answer files of practitioners into panels of a course
    Panel(panel::PanelCommand),
    /// Answer what an office asks about a course, on one or two pages
    Evidence(evidence::EvidenceCommand),
    /// Turn handouts (Word, Excel, Markdown) into pages or forms of a course
    Import(import::Import),
    /// Explain a code such as missing-alt
    Explain(explain::Explain),
    /// Print the JSON Schema of a kind of file, for editors
    Schema(schema::Schema),
    /// Print the completions of the commands, for a shell
    Completions(completions::Completions),
    /// Print the manual page of a command, for `man`
    Man(completions::ManPage),
}

/// What every command that reads a course takes.
#[derive(Debug, Args)]
struct CourseArguments {
    /// Course folder [default: the current folder if it has a course.yaml, otherwise content/]
    #[arg(value_name = "COURSE")]
    course: Option<PathBuf>,
    /// Theme folder; its files override the default theme's
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    /// How problems are printed
    #[arg(long, value_enum, default_value = "human")]
    format: FormatArgument,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArgument {
    /// With the line and the fix
    Human,
    /// path:line:column: severity[code]: message
    Short,
    /// One JSON object per line
    Json,
}

impl From<FormatArgument> for Format {
    fn from(format: FormatArgument) -> Self {
        match format {
            FormatArgument::Human => Self::Human,
            FormatArgument::Short => Self::Short,
            FormatArgument::Json => Self::Json,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum EditionArgument {
    /// Without what is for facilitators only
    Learner,
    /// With everything
    Facilitator,
}

impl From<EditionArgument> for Edition {
    fn from(edition: EditionArgument) -> Self {
        match edition {
            EditionArgument::Learner => Self::Learner,
            EditionArgument::Facilitator => Self::Facilitator,
        }
    }
}

/// Who the site is for.
#[derive(Debug, Args)]
struct EditionArguments {
    /// Edition: learner or facilitator [default: learner]
    #[arg(long, value_enum, hide_possible_values = true)]
    edition: Option<EditionArgument>,
}

impl CourseArguments {
    /// The course's folder.
    fn folder(&self) -> PathBuf {
        course_folder(self.course.as_ref())
    }
}

/// The folder of the course to change: the one that was named, or the one where the command runs. Nobody means the bundled course
/// without naming it.
fn course_to_change(named: Option<&PathBuf>) -> PathBuf {
    named.cloned().unwrap_or_else(|| PathBuf::from("."))
}

/// The folder of the course that was named, or that is where the command runs.
fn course_folder(named: Option<&PathBuf>) -> PathBuf {
    match named {
        Some(folder) => folder.clone(),
        None if Path::new("course.yaml").is_file() => PathBuf::from("."),
        None => PathBuf::from("content"),
    }
}

/// The site of the whole course in `folder`, for what learners hand in, in the theme with the files in `overlay`. If the course has errors,
/// they are printed, and then the message `wrong`.
fn whole_site(
    folder: &Path,
    overlay: Option<&Path>,
    wrong: &str,
    terminal: &Terminal,
) -> Result<Option<(Loaded, Site)>, Error> {
    terminal.progress("progress-read", 0, 0);
    let loaded = Workshop::new(folder, overlay, &[])?.load()?;
    let Some(site) = loaded.whole_site() else {
        terminal.diagnostics(&loaded.diagnostics, &loaded.sources, Format::Human);
        let errors = check::count(&loaded, Severity::Error);
        terminal.notice(&said(terminal.messages, wrong, "errors", errors));
        return Ok(None);
    };
    Ok(Some((loaded, site)))
}

/// How a command that ran to its end went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Done,
    /// The course has mistakes.
    Mistakes,
    /// A signal of this number stopped it.
    Stopped(u8),
}

/// The commands, with help in the language of `messages`.
fn commands(messages: &Messages) -> clap::Command {
    help::translated(Arguments::command(), messages)
}

/// Runs the command that `arguments` name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    quiet();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language(&arguments);
    let sentences = messages(language);
    let parsed = commands(sentences)
        .try_get_matches_from(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            let is_help = !error.use_stderr();
            let printed = match help::fault(&error, &arguments, sentences) {
                Some(fault) => writeln!(std::io::stderr(), "{fault}"),
                None => error.print(),
            };
            let is_printed = printed.or_else(unless_closed).is_ok();
            return if is_help && is_printed { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    let terminal = Terminal::new(sentences);
    let asked = parsed.lang.as_deref();
    ExitCode::from(code_of(&terminal, || execute(&parsed.command, asked, &terminal)))
}

/// The most threads that share the work where the machine has fewer cores. More would only wait for each other.
const MOST_THREADS: usize = 64;

/// How many threads share the work: one for each core, unless `RAYON_NUM_THREADS` says a number.
fn threads() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let asked = std::env::var("RAYON_NUM_THREADS").ok().and_then(|count| count.trim().parse().ok());
    let asked = asked.filter(|count| *count > 0).unwrap_or(cores);
    asked.min(cores.max(MOST_THREADS))
}

/// Starts the threads that share the work. If the system allows no more of them, this one does all.
fn start_threads() {
    if ThreadPoolBuilder::new().num_threads(threads()).build_global().is_err()
        && let Ok(alone) = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build()
    {
        // This thread is part of it from now on.
        std::mem::forget(alone);
    }
}

/// The exit code of `work`. A fault is printed, also one of mitate itself.
fn code_of(terminal: &Terminal, work: impl FnOnce() -> Result<Outcome, Error>) -> u8 {
    let outcome = guarded(work).unwrap_or_else(|reason| Err(Error::Internal(reason)));
    match outcome.and_then(|outcome| terminal.failure().map_or(Ok(outcome), Err)) {
        Ok(Outcome::Done) => 0,
        Ok(Outcome::Mistakes) => 1,
        Ok(Outcome::Stopped(signal)) => 128 + signal,
        Err(error) => {
            terminal.fault(&error);
            2
        }
    }
}

fn execute(command: &Command, asked: Option<&str>, terminal: &Terminal) -> Result<Outcome, Error> {
    if matches!(
        command,
        Command::Check(_)
            | Command::Build(_)
            | Command::Package(_)
            | Command::Paper(_)
            | Command::Serve(_)
            | Command::Lsp(_)
            | Command::Rename(_)
            | Command::Read(_)
            | Command::Collect(_)
            | Command::Panel(_)
            | Command::Evidence(_)
            | Command::Import(_)
            | Command::Add(_)
    ) {
        start_threads();
    }
    if matches!(
        command,
        Command::Add(_)
            | Command::Read(_)
            | Command::Panel(_)
            | Command::Import(_)
            | Command::Rename(_)
            | Command::Schema(_)
    ) {
        end_after(remove_unfinished);
    }
    let done = match command {
        Command::New(new) => new.run(terminal),
        Command::Add(add) => add.run(terminal),
        Command::Rename(rename) => rename.run(terminal),
        Command::Check(check) => check.run(terminal),
        Command::Build(build) => build.run(terminal),
        Command::Package(package) => package.run(terminal),
        Command::Paper(paper) => paper.run(terminal),
        Command::Serve(serve) => serve.run(terminal),
        Command::Lsp(lsp) => lsp.run(asked, terminal),
        Command::Read(read) => read.run(terminal),
        Command::Collect(collect) => collect.run(terminal),
        Command::Panel(panel) => panel.run(terminal),
        Command::Evidence(evidence) => evidence.run(terminal),
        Command::Import(import) => import.run(terminal),
        Command::Explain(explain) => explain.run(terminal),
        Command::Schema(schema) => schema.run(terminal),
        Command::Completions(completions) => Ok(completions.run(terminal)),
        Command::Man(page) => page.run(terminal),
    };
    done.map_err(|error| match error {
        Error::NoCourse(folder) => match (course_near(&folder), course_above(&folder)) {
            (Some(near), _) => Error::CourseNear(folder, near),
            (None, Some(above)) => Error::CourseAbove(folder, above),
            (None, None) => Error::NoCourse(folder),
        },
        error => error,
    })
}

/// The course beside `folder` whose name is near to its, if there is no such folder.
fn course_near(folder: &Path) -> Option<PathBuf> {
    let name = folder.file_name()?.to_str()?;
    if folder.exists() {
        return None;
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside =
        std::fs::read_dir(parent).ok()?.flatten().filter(|it| it.path().join("course.yaml").is_file());
    let names: Vec<String> = beside.filter_map(|it| it.file_name().into_string().ok()).collect();
    nearest(name, names.iter().map(String::as_str)).map(|near| folder.with_file_name(near))
}

/// The nearest folder above `folder` that is a course; above the current one, if there is no such folder.
fn course_above(folder: &Path) -> Option<PathBuf> {
    let start = if folder.is_dir() { folder } else { Path::new(".") };
    let depth = std::path::absolute(start).ok()?.components().count();
    let mut above = (1..depth).map(|up| {
        let up = vec![".."; up].join("/");
        if start == Path::new(".") { PathBuf::from(up) } else { start.join(up) }
    });
    above.find(|above| above.join("course.yaml").is_file())
}

/// A closed pipe is no failure: whoever reads has read enough.
fn unless_closed(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }
}

/// The language asked for by `--lang`, else that of the system; English if that is neither.
fn language(arguments: &[OsString]) -> Language {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    let mut asked = None;
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--lang") {
            Some("") => asked = arguments.next(),
            Some(rest) => asked = rest.strip_prefix('='),
            None => {}
        }
    }
    let of_environment = || {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).or_else(sys_locale::get_locale)
    };
    asked
        .and_then(Language::of_locale)
        .or_else(|| of_environment().as_deref().and_then(Language::of_locale))
        .unwrap_or(Language::En)
}

/// A sentence with one named value.
fn said(messages: &Messages, key: &str, name: &'static str, value: impl std::fmt::Display) -> String {
    messages.text(key, &[(name, value.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_a_command_is_a_fault_of_mitate() {
        let terminal = Terminal::new(messages(Language::Ja));
        assert_eq!(code_of(&terminal, || panic!("injected")), 2);
        assert_eq!(code_of(&terminal, || Ok(Outcome::Done)), 0);
    }
}
