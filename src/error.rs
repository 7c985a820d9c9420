//! [`Error`]: a fault of the environment — a disk, a port, a broken installation — as opposed to an author's
//! mistake, which is a [`crate::diagnostic::Diagnostic`].

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What the environment refused. The process ends with exit code 2.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file or folder could not be written.
    Write(PathBuf, io::Error),
    /// A file that would be read is a pipe, a device, a socket or a folder.
    NotAFile(PathBuf),
    /// A file of the course or the theme was replaced by a link that leads out of it, or to a hidden file.
    LeadsOutside(PathBuf),
    /// A file is larger than the limit, in bytes.
    TooLarge(PathBuf, u64),
    /// Something in the output folder that mitate did not write is in the place of a file or a folder of the site.
    OutputBlocked(PathBuf, Blocked),
    /// While a site was written, another folder or a link came into the place of this folder.
    OutputReplaced(PathBuf),
    /// Standard output or standard error could not be written.
    Print(io::Error),
    /// The folder is no course: it has no `course.yaml`.
    NoCourse(PathBuf),
    /// The folder is no course, but the second one, which is above it, is.
    CourseAbove(PathBuf, PathBuf),
    /// There is no course in the first folder; the second, with a name like its, is one.
    CourseNear(PathBuf, PathBuf),
    /// An edition was asked for, but the course has one for everyone, as this file says.
    OpenCourse(PathBuf, &'static str),
    /// The output folder holds files that mitate did not make.
    ForeignOutput(PathBuf),
    /// The output folder holds what another command wrote: a site, or papers.
    OtherOutput(PathBuf, &'static str),
    /// The output folder holds what was made from another course, with this id.
    OtherCourse(PathBuf, String),
    /// The output folder holds files that are not those of a site with the answers of a group: they may be published.
    NotForAnswers(PathBuf),
    /// The output folder is, or holds, the course itself.
    OutputHoldsCourse(PathBuf),
    /// The file of a package is there and mitate did not make it.
    ForeignFile(PathBuf),
    /// The file of a package would be where a folder is. The second is a file inside it.
    FileIsFolder(PathBuf, PathBuf),
    /// The file of a package or of rows would be inside the course. The second is a file beside it.
    FileInCourse(PathBuf, PathBuf),
    /// Another process writes the file of a package now.
    FileBusy(PathBuf),
    /// A path in a package is longer than Windows can unpack; the limit in UTF-16 units.
    PackedPathTooLong(String, usize),
    /// `new`: the folder is there and not empty.
    NotEmpty(PathBuf),
    /// A file that would be written is there already.
    FileThere(PathBuf),
    /// A file that would be written is one of those that are read.
    FileIsInput(PathBuf),
    /// The address cannot be bound.
    Bind(String, io::Error),
    /// The file watcher failed.
    Watch(String),
    /// A name given on the command line is not known: what it is, the name, the known ones.
    Unknown(&'static str, String, Vec<String>),
    /// `add`: why nothing was added, with what that names.
    CannotAdd(&'static str, Vec<(&'static str, String)>),
    /// `rename`: why nothing was renamed, with what that names.
    CannotRename(&'static str, Vec<(&'static str, String)>),
    /// mitate itself failed, for this reason.
    Internal(String),
    /// mitate itself failed while it rendered the file at this path of the site, for this reason. Nothing was written.
    RenderPanicked(String, String),
}

/// What is in the place of a file or a folder of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocked {
    /// A folder is in the place of a file.
    ByFolder,
    /// A file is in the place of a folder.
    ByFile,
    /// A link is in the place of a folder.
    ByLink,
    /// A file that mitate did not write is in the place of a file.
    ByForeign,
    /// A paper was changed, or something else is in its place.
    ByChange,
}

impl Error {
    /// `path` could not be read.
    #[must_use]
    pub fn read(path: &Path, error: io::Error) -> Self {
        Self::Read(path.to_path_buf(), error)
    }

    /// `path` could not be written.
    #[must_use]
    pub fn write(path: &Path, error: io::Error) -> Self {
        Self::Write(path.to_path_buf(), error)
    }

    /// The key of its message, and the message's arguments.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let path = |path: &Path| ("path", path.display().to_string());
        match self {
            Self::Read(at, error) => ("error-read", vec![path(at), ("reason", error.to_string())]),
            Self::Write(at, error) => {
                ("error-write", vec![path(at), ("reason", error.to_string()), ("cause", cause(error).into())])
            }
            Self::NotAFile(at) => ("error-not-a-file", vec![path(at)]),
            Self::LeadsOutside(at) => ("error-leads-outside", vec![path(at)]),
            Self::TooLarge(at, limit) => ("error-too-large", vec![path(at), ("limit", file_size(*limit))]),
            Self::OutputBlocked(at, by) => {
                let by = match by {
                    Blocked::ByFolder => "folder",
                    Blocked::ByFile => "file",
                    Blocked::ByLink => "link",
                    Blocked::ByForeign => "foreign",
                    Blocked::ByChange => "change",
                };
                ("error-output-blocked", vec![path(at), ("by", by.into())])
            }
            Self::OutputReplaced(at) => ("error-output-replaced", vec![path(at)]),
            Self::Print(error) => {
                ("error-print", vec![("reason", error.to_string()), ("cause", cause(error).into())])
            }
            Self::NoCourse(at) => ("error-no-course", vec![path(at), ("near", "none".into())]),
            Self::CourseNear(at, near) => {
                ("error-no-course", vec![path(at), ("near", near.display().to_string())])
            }
            Self::CourseAbove(at, above) => {
                ("error-course-above", vec![path(at), ("above", above.display().to_string())])
            }
            Self::OpenCourse(at, edition) => {
                ("error-open-course", vec![path(at), ("edition", (*edition).into())])
            }
            Self::ForeignOutput(at) => ("error-foreign-output", vec![path(at)]),
            Self::OtherOutput(at, contents) => {
                ("error-other-output", vec![path(at), ("contents", (*contents).into())])
            }
            Self::OtherCourse(at, course) => {
                ("error-other-course", vec![path(at), ("course", course.clone())])
            }
            Self::NotForAnswers(at) => ("error-not-for-answers", vec![path(at)]),
            Self::OutputHoldsCourse(at) => ("error-output-holds-course", vec![path(at)]),
            Self::ForeignFile(at) => ("error-foreign-file", vec![path(at)]),
            Self::FileIsFolder(at, other) => {
                ("error-file-is-folder", vec![path(at), ("other", other.display().to_string())])
            }
            Self::FileInCourse(at, other) => {
                ("error-file-in-course", vec![path(at), ("other", other.display().to_string())])
            }
            Self::FileBusy(at) => ("error-file-busy", vec![path(at)]),
            Self::PackedPathTooLong(at, limit) => (
                "error-packed-path-too-long",
                vec![
                    ("path", at.clone()),
                    ("limit", limit.to_string()),
                    ("length", at.encode_utf16().count().to_string()),
                ],
            ),
            Self::FileIsInput(at) => ("error-file-is-input", vec![path(at)]),
            Self::FileThere(at) => ("error-file-there", vec![path(at)]),
            Self::NotEmpty(at) => ("error-not-empty", vec![path(at)]),
            Self::Bind(address, error) => {
                let cause = if error.kind() == io::ErrorKind::AddrInUse { "used" } else { "other" };
                (
                    "error-bind",
                    vec![
                        ("address", address.clone()),
                        ("reason", error.to_string()),
                        ("cause", cause.into()),
                    ],
                )
            }
            Self::Watch(reason) => ("error-watch", vec![("reason", reason.clone())]),
            Self::Unknown(what, name, known) => (
                "error-unknown",
                vec![("what", (*what).into()), ("name", name.clone()), ("known", joined(known))],
            ),
            Self::CannotAdd(why, named) => ("error-add", with_reason(why, named)),
            Self::CannotRename(why, named) => ("error-rename", with_reason(why, named)),
            Self::Internal(reason) => ("error-internal", vec![("reason", reason.clone())]),
            Self::RenderPanicked(path, reason) => {
                ("error-render-panicked", vec![("path", path.clone()), ("reason", reason.clone())])
            }
        }
    }
}

fn with_reason(why: &str, named: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    std::iter::once(("why", why.to_owned())).chain(named.iter().cloned()).collect()
}

fn joined(known: &[String]) -> String {
    if known.is_empty() { "none".to_owned() } else { known.join(", ") }
}

/// The cause of a failed write, for the hint.
fn cause(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "space",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "permission",
        io::ErrorKind::InvalidFilename => "name",
        _ => "other",
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (key, arguments) = self.message();
        write!(f, "{}", crate::diagnostic::messages(crate::diagnostic::Language::En).text(key, &arguments))
    }
}

impl std::error::Error for Error {}

/// A size in bytes for people: `5 MB`.
#[must_use]
pub fn file_size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
