//! Why a file is not read.

use crate::archive::Unread;

/// Why a file is not read. Each has a message and a fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is neither a form in Word or Excel nor an answer file.
    NotAPaper,
    /// It is none of the files that become pages and forms.
    NotAHandout,
    /// It is a text in another encoding than UTF-8: the first line that is not.
    NotUtf8(usize),
    /// It is of another kind than its name says: the ending that fits.
    WrongEnding(&'static str),
    /// It is truncated or not what the programs write; what of it.
    Damaged(String),
    /// It needs a password.
    Encrypted,
    /// It was saved in the format of Word or Excel of before 2007.
    Old,
    /// It holds a macro.
    Macro,
    /// It has a document type, with which files of other places can be read in.
    DocumentType(String),
    /// It refers to another file: the address.
    Outside(String),
    /// It is larger than what is read: bytes, files, cells, levels.
    TooLarge(&'static str, usize),
    /// It is a form of another course: the id of that course.
    OtherCourse(String),
    /// It does not say which form it is, and its fields are none that the course knows.
    NoForm,
    /// The course has no such form (any more): its key.
    UnknownForm(String),
    /// The form is in the file more than once.
    Twice,
    /// An answer file of a newer version of mitate.
    Newer,
    /// An answer file that is not as the published schema says: where.
    Malformed(String),
}

impl Refusal {
    /// The key of its message, and the message's arguments.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::NotAPaper => ("read-not-a-paper", Vec::new()),
            Self::NotAHandout => ("import-not-a-handout", Vec::new()),
            Self::NotUtf8(line) => ("import-not-utf8", vec![("line", line.to_string())]),
            Self::WrongEnding(ending) => ("read-wrong-ending", vec![("ending", (*ending).to_owned())]),
            Self::Damaged(what) => ("read-damaged", vec![("what", what.clone())]),
            Self::Encrypted => ("read-encrypted", Vec::new()),
            Self::Old => ("read-old", Vec::new()),
            Self::Macro => ("read-macro", Vec::new()),
            Self::DocumentType(part) => ("read-document-type", vec![("part", part.clone())]),
            Self::Outside(address) => ("read-outside", vec![("address", address.clone())]),
            Self::TooLarge(what, limit) => {
                ("read-too-large", vec![("what", (*what).to_owned()), ("limit", limit.to_string())])
            }
            Self::OtherCourse(course) => ("read-other-course", vec![("course", course.clone())]),
            Self::NoForm => ("read-no-form", Vec::new()),
            Self::UnknownForm(key) => ("read-unknown-form", vec![("key", key.clone())]),
            Self::Twice => ("read-twice", Vec::new()),
            Self::Newer => ("read-newer", Vec::new()),
            Self::Malformed(what) => ("read-malformed", vec![("what", what.clone())]),
        }
    }
}

impl From<Unread> for Refusal {
    fn from(why: Unread) -> Self {
        match why {
            Unread::Damaged => Self::Damaged("zip".to_owned()),
            Unread::Encrypted => Self::Encrypted,
            Unread::TooMany => Self::TooLarge("files", crate::archive::ENTRY_LIMIT),
            Unread::TooLarge => Self::TooLarge("bytes", crate::archive::INFLATED_LIMIT / 1_000_000),
        }
    }
}
