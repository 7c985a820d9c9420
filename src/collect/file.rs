//! Reading one answer file, and why it is not read.

use super::AskedCourse;
use crate::answers::{Exported, Position, Unusable};
use crate::error::Error;

/// What a review file says it is.
const REVIEW: &str = "\"mitate-review\"";

/// The revision of the course of a file, beside the one that the rows are made with: the file's, the course's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisionAge {
    /// The same, or none that can be compared.
    Same,
    /// The file's is older.
    Older(u64, u64),
    /// The file's is newer.
    Newer(u64, u64),
}

/// Why a file does not count. Each has a message and a fix.
#[derive(Debug)]
pub enum FileRefusal {
    /// It is no answer file.
    NotOurs,
    /// It is empty.
    Empty,
    /// It is a form in Word or Excel, which has to become an answer file first.
    Paper,
    /// It is a review.
    Review,
    /// It was saved in another encoding than UTF-8, such as UTF-16: where.
    Encoding(Position),
    /// It is an answer file of a newer version of mitate.
    Newer,
    /// It ends in the middle: where.
    Truncated(Position),
    /// It is no JSON, or not as the schema says: where.
    Unreadable(Position),
    /// A part of it is not as the schema says: which.
    Malformed(String),
    /// It is of another course: the id and the title of that course.
    OtherCourse(String, String),
    /// It is a link.
    Link,
    /// It changed while it was read.
    Changed,
    /// It cannot be read at all.
    Failed(Error),
}

/// Reads the bytes of a file that is expected to be of `course`.
///
/// # Errors
/// Why it does not count.
pub fn read(bytes: &[u8], course: &AskedCourse) -> Result<Exported, FileRefusal> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(FileRefusal::Paper);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        FileRefusal::Encoding(Position { line, column: before.len() - start + 1 })
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(FileRefusal::Empty);
    }
    let file = Exported::read(text).map_err(|why| match why {
        Unusable::NotOurs if text.chars().take(400).collect::<String>().contains(REVIEW) => {
            FileRefusal::Review
        }
        Unusable::NotOurs => FileRefusal::NotOurs,
        Unusable::Newer => FileRefusal::Newer,
        Unusable::Truncated(at) => FileRefusal::Truncated(at),
        Unusable::Unreadable(at) => FileRefusal::Unreadable(at),
        Unusable::Malformed(what) => FileRefusal::Malformed(what),
    })?;
    if file.course.id == course.id {
        Ok(file.with_current_keys(&course.earlier))
    } else {
        Err(FileRefusal::OtherCourse(file.course.id, file.course.title))
    }
}

impl FileRefusal {
    /// The place in the file, if it is known.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::Encoding(at) | Self::Truncated(at) | Self::Unreadable(at) => Some(*at),
            _ => None,
        }
    }

    /// The key of its message, and the message's arguments.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::NotOurs => ("collect-not-ours", Vec::new()),
            Self::Empty => ("collect-empty", Vec::new()),
            Self::Paper => ("collect-paper", Vec::new()),
            Self::Review => ("collect-review", Vec::new()),
            Self::Encoding(_) => ("collect-encoding", Vec::new()),
            Self::Newer => ("collect-newer", Vec::new()),
            Self::Truncated(_) => ("collect-truncated", Vec::new()),
            Self::Unreadable(_) => ("collect-unreadable", Vec::new()),
            Self::Malformed(what) => ("collect-malformed", vec![("what", what.clone())]),
            Self::OtherCourse(id, title) => {
                let title = if title.trim().is_empty() { id } else { title };
                ("collect-other-course", vec![("title", title.chars().take(200).collect())])
            }
            Self::Link => ("collect-link", Vec::new()),
            Self::Changed => ("collect-changed", Vec::new()),
            Self::Failed(error) => error.message(),
        }
    }
}
