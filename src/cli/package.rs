//! `mitate package`: the site as one file.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::check::count;
use super::terminal::copyable;
use super::{CourseArguments, EditionArguments, Outcome, Terminal, paths, said};
use crate::diagnostic::{Format, Severity, sorted};
use crate::error::{Error, file_size};
use crate::model::Edition;
use crate::output::{Failure, NewFile};
use crate::package::{Handout, PackOptions, PackageKind, capacity, write};
use crate::pipeline::{Loaded, Workshop};
use crate::render::Site;
use crate::serve::StopFlag;

#[derive(Debug, Args)]
pub(super) struct Package {
    #[command(flatten)]
    course: CourseArguments,
    /// Kind of package: zip (the site's folder), html (all pages in one file), scorm12, scorm2004 or cmi5 (for an LMS)
    #[arg(id = "as", long = "as", value_name = "KIND", value_enum, hide_possible_values = true)]
    kind: KindArgument,
    #[command(flatten)]
    edition: EditionArguments,
    /// Output file [default: the id of the course with .zip or .html, or with -scorm12.zip and the like; -facilitator comes first]
    #[arg(id = "package", long = "out", value_name = "FILE", value_parser = paths::file())]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindArgument {
    /// The site's folder in a ZIP archive
    Zip,
    /// All pages in one HTML file
    Html,
    /// SCORM 1.2, for a learning management system
    Scorm12,
    /// SCORM 2004, for a learning management system
    Scorm2004,
    /// cmi5, for a learning management system
    Cmi5,
}

impl From<KindArgument> for PackageKind {
    fn from(kind: KindArgument) -> Self {
        match kind {
            KindArgument::Zip => Self::Zip,
            KindArgument::Html => Self::Html,
            KindArgument::Scorm12 => Self::Scorm12,
            KindArgument::Scorm2004 => Self::Scorm2004,
            KindArgument::Cmi5 => Self::Cmi5,
        }
    }
}

impl Package {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = self.course.folder();
        let workshop = Workshop::new(&folder, self.course.theme.as_deref(), &[])?;
        let mut workshop = workshop.of_edition(self.edition.edition.map(Edition::from));
        terminal.progress("progress-read", 0, 0);
        let read = workshop.read()?;
        terminal.progress("progress-check", 0, 0);
        let mut loaded = workshop.load_from(read)?;
        let format = Format::from(self.course.format);
        terminal.diagnostics(&loaded.diagnostics, &loaded.sources, format);
        let Some(site) = loaded.site() else {
            return Ok(self.nothing_written(count(&loaded, Severity::Error), terminal));
        };
        let kind = PackageKind::from(self.kind);
        let site = kind.site(site);
        loaded.forget_texts();
        let name = name(&site, loaded.edition());
        let usual = kind.file_name(&name);
        let out = self.out.clone().unwrap_or_else(|| PathBuf::from(&usual));
        expect_file(&out, &usual)?;
        paths::expect_outside(&folder, &out)?;
        let stop = StopFlag::new();
        let written = Self::write(&out, kind, &site, &loaded, &name, &stop, terminal);
        let capacity = kind.room().filter(|_| written.is_ok() && format != Format::Json);
        let capacity = capacity.map(|room| said_of_capacity(&site, kind, room, terminal));
        let pages = site.paths().filter(|path| path.ends_with(".html")).count();
        // The system takes all memory back at once: to give that of a large course back piece by piece takes longer.
        std::mem::forget((workshop, site));
        match written {
            Ok(len) => {
                let arguments = [
                    ("edition", loaded.edition().word().to_owned()),
                    ("count", pages.to_string()),
                    ("path", out.display().to_string()),
                    ("size", file_size(len)),
                    ("time", terminal.elapsed()),
                ];
                if format != Format::Json {
                    terminal.line(&terminal.messages.text("summary-package", &arguments));
                }
                capacity.iter().flatten().for_each(|line| terminal.line(line));
                Ok(Outcome::Done)
            }
            Err(Failure::Diagnostics(diagnostics)) => {
                let diagnostics = sorted(diagnostics);
                terminal.diagnostics(&diagnostics, &loaded.sources, format);
                Ok(self.nothing_written(diagnostics.len(), terminal))
            }
            Err(Failure::Error(error)) => Err(error),
            Err(Failure::Stopped) => {
                terminal.notice(&said(terminal.messages, "build-stopped", "path", out.display()));
                Ok(Outcome::Stopped(stop.signal()))
            }
        }
    }

    /// Writes the package to `out`. Says how long it is.
    fn write(
        out: &Path,
        kind: PackageKind,
        site: &Site,
        loaded: &Loaded,
        name: &str,
        stop: &StopFlag,
        terminal: &Terminal,
    ) -> Result<u64, Failure> {
        let mut file = NewFile::create(out, &|file| PackageKind::is_own(file))?;
        let options = PackOptions {
            progress: &|done, total| terminal.progress("progress-render", done, total),
            stop: &stop.is_set,
            fault: &|error| Error::write(out, error),
        };
        write(Handout { site, theme: &loaded.theme, name }, kind, &mut file, options)?;
        Ok(file.commit(&|file| PackageKind::is_own(file))?)
    }

    fn nothing_written(&self, errors: usize, terminal: &Terminal) -> Outcome {
        if Format::from(self.course.format) != Format::Json {
            terminal.line(&said(terminal.messages, "summary-nothing-written", "errors", errors));
        }
        Outcome::Mistakes
    }
}

/// The capacity statement: what a learning management system holds of what learners write, line by line.
fn said_of_capacity(site: &Site, kind: PackageKind, room: usize, terminal: &Terminal) -> Vec<String> {
    let found = capacity(site, room);
    let said = |key: &str, arguments: &[(&'static str, String)]| terminal.messages.text(key, arguments);
    let [usual, long] = found.characters;
    let [few, many] = found.rows;
    let all = [
        ("kind", kind.word().to_owned()),
        ("room", room.to_string()),
        ("together", found.together.to_string()),
        ("fitting", found.fitting.to_string()),
        ("works", found.works.len().to_string()),
        ("usual", usual.to_string()),
        ("long", long.to_string()),
        ("few", few.to_string()),
        ("many", many.to_string()),
    ];
    let mut lines = vec![said("capacity", &all)];
    lines.extend(found.works.iter().map(|work| {
        let sizes = [
            ("title", work.title.clone()),
            ("usual", work.usual.to_string()),
            ("long", work.long.to_string()),
        ];
        said("capacity-work", &sizes)
    }));
    lines
}

/// The name of the package without its kind. That of the facilitators' edition says so: nobody hands it out by mistake.
fn name(site: &Site, edition: Edition) -> String {
    let id = site.course().info().map_or("course", |info| &info.id);
    match edition {
        Edition::Facilitator => format!("{id}-facilitator"),
        _ => id.to_owned(),
    }
}

/// A package is a file, so its path does not lead to a folder. `usual` is the name that it could have there.
fn expect_file(out: &Path, usual: &str) -> Result<(), Error> {
    let ends_with_separator = out.to_string_lossy().ends_with(std::path::is_separator);
    if ends_with_separator || out.file_name().is_none() || out.is_dir() {
        return Err(Error::FileIsFolder(out.to_path_buf(), PathBuf::from(copyable(&out.join(usual)))));
    }
    Ok(())
}
