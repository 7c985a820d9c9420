//! The package `zip`: the folder that `build` writes, under one top folder, with a text that says how to open it.
//!
//! Same site, same bytes: an entry has no time, and the order is that of the site. Names are UTF-8 with the flag for it, which
//! the archive tools of Windows, macOS and Linux read; a rule of `check` keeps out names that Windows does not allow.

use std::cell::RefCell;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::rc::Rc;

use zip::result::ZipError;

use super::{Handout, PackOptions, each_file, ends_with};
use crate::archive::Archive;
use crate::error::Error;
use crate::output::Failure;
use crate::render::{FileDigest, Site};
use crate::theme::Theme;

/// The comment of the archive, by which mitate recognises its own packages.
const MARK: &str = "mitate-package";

/// The longest name of an entry in UTF-16 units. Windows allows 260 for a whole path; the rest is for the folder in which a
/// package is unpacked, such as `C:\Users\…\Downloads\…\`.
const LONGEST: usize = 180;

/// Whether `file` is an archive that mitate wrote.
pub(super) fn is_own(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    ends_with(file, MARK.as_bytes())
}

/// An archive with the mark of a package.
pub(super) struct PackageArchive<'a, W: Write + Seek> {
    archive: Archive<Steady<W>>,
    first: Rc<RefCell<Option<io::Error>>>,
    options: PackOptions<'a>,
}

impl<'a, W: Write + Seek> PackageArchive<'a, W> {
    /// An empty archive, written to `out`.
    pub(super) fn new(out: W, options: PackOptions<'a>) -> Self {
        let first = Rc::new(RefCell::new(None));
        let archive = Archive::new(Steady { out, first: Rc::clone(&first), place: 0, len: 0 });
        Self { archive, first, options }
    }

    /// Adds a file. Names have `/` between folders.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        if name.encode_utf16().count() > LONGEST {
            return Err(Error::PackedPathTooLong(name.to_owned(), LONGEST));
        }
        self.archive.add(name, bytes).map_err(|error| fault(self.options, error))?;
        unless_failed(&self.first, self.options)
    }

    /// Ends the archive.
    pub(super) fn finish(self) -> Result<(), Error> {
        let Self { mut archive, first, options } = self;
        archive.set_comment(MARK).map_err(|error| fault(options, error))?;
        archive.finish().map_err(|error| fault(options, error))?.flush().map_err(options.fault)?;
        unless_failed(&first, options)
    }
}

fn fault(options: PackOptions<'_>, error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => (options.fault)(error),
        error => (options.fault)(error.into()),
    }
}

fn unless_failed(first: &RefCell<Option<io::Error>>, options: PackOptions<'_>) -> Result<(), Error> {
    first.take().map_or(Ok(()), |error| Err((options.fault)(error)))
}

/// Writes `handout` as an archive.
pub(super) fn write(
    handout: Handout<'_>,
    out: impl Write + Seek,
    options: PackOptions<'_>,
) -> Result<(), Failure> {
    let Handout { site, theme, name: folder } = handout;
    let mut archive = PackageArchive::new(out, options);
    let name = theme.messages.text("package-readme-file", &[]);
    archive.add(&format!("{folder}/{name}"), readme(site, theme).as_bytes())?;
    let mut digests = Vec::new();
    each_file(site, options, |path, bytes| {
        digests.push((path.to_owned(), FileDigest::read(&*bytes).map_err(options.fault)?));
        archive.add(&format!("{folder}/{path}"), &bytes)
    })?;
    let digests = digests.iter().map(|(path, digest)| (path, digest.clone())).collect();
    for (path, bytes) in site.lists(&digests) {
        archive.add(&format!("{folder}/{path}"), &bytes)?;
    }
    Ok(archive.finish()?)
}

/// The text beside `index.html` for whoever unpacks the archive: with a byte-order mark and with line ends for Windows, whose
/// oldest editors need both.
fn readme(site: &Site, theme: &Theme) -> String {
    let title = site.course().info().map_or_else(String::new, |info| info.title.to_string());
    let has_answers = site.paths().any(|path| path == "answers/index.html");
    let said = |key: &str| theme.messages.text(key, &[("title", title.clone())]);
    let mut parts = vec![said("package-readme-open"), said("package-readme-devices")];
    if has_answers {
        parts.push(said("package-readme-answers"));
    }
    parts.push(said("package-readme-remove"));
    format!("\u{feff}{}\n", parts.join("\n\n")).replace('\n', "\r\n")
}

/// A writer that keeps its first failure and takes everything after it without writing it. An archive that is dropped completes
/// itself, and the crate panics or prints to standard error if that fails.
struct Steady<W> {
    out: W,
    first: Rc<RefCell<Option<io::Error>>>,
    /// Where it is, and how long what it took is, also after a failure.
    place: u64,
    len: u64,
}

impl<W> Steady<W> {
    fn attempt(&mut self, work: impl FnOnce(&mut W) -> io::Result<()>) {
        if self.first.borrow().is_none()
            && let Err(error) = work(&mut self.out)
        {
            self.first.replace(Some(error));
        }
    }
}

impl<W: Write> Write for Steady<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.attempt(|out| out.write_all(bytes));
        self.place += bytes.len() as u64;
        self.len = self.len.max(self.place);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt(W::flush);
        Ok(())
    }
}

impl<W: Seek> Seek for Steady<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(by) => self.place.checked_add_signed(by),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
        };
        self.place = place.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        let place = self.place;
        self.attempt(|out| out.seek(SeekFrom::Start(place)).map(drop));
        Ok(place)
    }
}
