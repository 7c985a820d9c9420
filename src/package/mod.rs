//! Packages: a [`Site`] as one file that is handed out.
//!
//! 1. a [`PackageKind`] says which form it has; [`write()`] writes that form to a writer and touches no file itself;
//! 2. every path is rendered once, in parallel, a few at a time in memory ([`each_file`]), in the order of the site;
//! 3. a package begins or ends with a mark by which [`PackageKind::is_own`] recognises it: only such a file is replaced.

mod capacity;
mod html;
mod lms;
mod manifest;
mod zip;

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::error::Error;
use crate::guard::guarded;
use crate::output::Failure;
use crate::render::{Bytes, Site};
use crate::source::read_asset;
use crate::theme::Theme;
pub use capacity::{Capacity, WorkCapacity, capacity};

/// How many files are in memory at a time.
const AT_A_TIME: usize = 64;

/// The form of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageKind {
    /// The folder that `build` writes, in an archive.
    Zip,
    /// All pages in one HTML file.
    Html,
    /// The site for a learning management system, by SCORM 1.2.
    Scorm12,
    /// The same by SCORM 2004, fourth edition.
    Scorm2004,
    /// The same by cmi5.
    Cmi5,
}

impl PackageKind {
    /// The site as the package has it.
    #[must_use]
    pub fn site(self, site: Site) -> Site {
        match self {
            Self::Zip => site,
            Self::Html => site.with_root(html::ROOT),
            Self::Scorm12 | Self::Scorm2004 | Self::Cmi5 => site.without_network(),
        }
    }

    /// How many UTF-16 units of a copy of the answers a learning management system holds, if it is a package for one: those that every
    /// one holds, but with cmi5, which has no limit, those that the package stores.
    #[must_use]
    pub fn room(self) -> Option<usize> {
        match self {
            Self::Zip | Self::Html => None,
            Self::Scorm12 => Some(4096),
            Self::Scorm2004 => Some(64_000),
            Self::Cmi5 => Some(480_000),
        }
    }

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::Html => "html",
            Self::Scorm12 => "scorm12",
            Self::Scorm2004 => "scorm2004",
            Self::Cmi5 => "cmi5",
        }
    }

    /// The name of its file, of a course that is called `name`. Those for an LMS say which kind they are.
    #[must_use]
    pub fn file_name(self, name: &str) -> String {
        match self {
            Self::Zip | Self::Html => format!("{name}.{}", self.word()),
            Self::Scorm12 | Self::Scorm2004 | Self::Cmi5 => format!("{name}-{}.zip", self.word()),
        }
    }

    /// Whether `file` is a package that mitate wrote, of any kind.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_own(file: &mut (impl Read + Seek)) -> io::Result<bool> {
        Ok(zip::is_own(file)? || html::is_own(file)?)
    }
}

/// What is put into a package.
#[derive(Clone, Copy)]
pub struct Handout<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its theme, for the words around it.
    pub theme: &'a Theme,
    /// The name of the package without its kind: that of the folder in an archive.
    pub name: &'a str,
}

/// How to write.
#[derive(Clone, Copy)]
pub struct PackOptions<'a> {
    /// Called after each path: how many of how many are written.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Set by a signal when the writer must stop.
    pub stop: &'a AtomicBool,
    /// Makes the error of a failure of the writer.
    pub fault: &'a dyn Fn(io::Error) -> Error,
}

/// Writes `handout` as a package of `kind`.
///
/// # Errors
/// When a template fails, a file of the course cannot be read, the writer fails, or it is asked to stop.
pub fn write(
    handout: Handout<'_>,
    kind: PackageKind,
    out: impl Write + Seek,
    options: PackOptions<'_>,
) -> Result<(), Failure> {
    match kind {
        PackageKind::Zip => zip::write(handout, out, options),
        PackageKind::Html => html::write(handout, out, options),
        PackageKind::Scorm12 | PackageKind::Scorm2004 | PackageKind::Cmi5 => {
            lms::write(handout, kind, out, options)
        }
    }
}

/// Calls `take` with the path and the bytes of every file of the site, in order.
///
/// # Errors
/// When a template fails, a file of the course cannot be read, `take` fails, or it is asked to stop.
pub fn each_file(
    site: &Site,
    options: PackOptions<'_>,
    mut take: impl FnMut(&str, Vec<u8>) -> Result<(), Error>,
) -> Result<(), Failure> {
    let paths: Vec<&String> = site.paths().collect();
    let (mut done, mut diagnostics) = (0, Vec::new());
    site.prepare();
    for some in paths.chunks(AT_A_TIME) {
        let rendered: Vec<_> = some.par_iter().map(|path| bytes(site, path, options.stop)).collect();
        for (path, bytes) in some.iter().zip(rendered) {
            match bytes {
                Ok(Some(bytes)) if diagnostics.is_empty() => take(path, bytes)?,
                Ok(_) => {}
                Err(Failure::Diagnostics(found)) => diagnostics.extend(found),
                Err(failure) => return Err(failure),
            }
            done += 1;
            (options.progress)(done, paths.len());
        }
    }
    if diagnostics.is_empty() { Ok(()) } else { Err(Failure::Diagnostics(diagnostics)) }
}

/// The bytes of the file of `site` at `path`.
fn bytes(site: &Site, path: &str, stop: &AtomicBool) -> Result<Option<Vec<u8>>, Failure> {
    if stop.load(Ordering::Relaxed) {
        return Err(Failure::Stopped);
    }
    let rendered = guarded(|| site.render(path));
    match rendered.map_err(|reason| Error::RenderPanicked(path.to_owned(), reason))? {
        Ok(Some(Bytes::Made(bytes))) => Ok(Some(bytes)),
        Ok(Some(Bytes::Copied(asset))) => Ok(Some(read_asset(asset)?)),
        Ok(None) => Ok(None),
        Err(diagnostic) => Err(Failure::Diagnostics(vec![*diagnostic])),
    }
}

/// Whether `file` ends with `mark`.
fn ends_with(file: &mut (impl Read + Seek), mark: &[u8]) -> io::Result<bool> {
    let len = file.seek(SeekFrom::End(0))?;
    let Some(start) = len.checked_sub(mark.len() as u64) else { return Ok(false) };
    file.seek(SeekFrom::Start(start))?;
    let mut end = vec![0; mark.len()];
    file.read_exact(&mut end)?;
    Ok(end == mark)
}
