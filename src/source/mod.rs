//! Reading: a course folder becomes [`Sources`]. The only code that reads content.
//!
//! 1. [`read`] walks the folder in sorted order, without following links out of it;
//! 2. text files (Markdown, YAML) are kept whole;
//! 3. every other file is an [`Asset`]: path, length, and of pictures the size; its bytes are read when the site is written;
//! 4. [`read_after`] reads only the files that changed, if no other file can have changed with them;
//! 5. [`Unsaved`] puts the texts of an editor in the place of its files.
//!
//! Only regular files are read, up to a size limit ([`regular`]). Folders that hold a site that mitate wrote are not content.
//! This module knows nothing of what the files mean.

mod after;
mod characters;
mod place;
mod read;
mod regular;
mod span;
mod svg;
mod unsaved;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::error::file_size;

pub use after::{ReadAfter, read_after};
pub use characters::WrittenPlaces;
pub(crate) use characters::settled;
pub(crate) use read::utf8;
pub use read::{copy_asset, expect_course, hash_asset, is_by_the_way, is_site, read, read_asset};
pub use regular::{FILE_LIMIT, TEXT_LIMIT, open_regular, read_inside, read_regular};
pub use span::{LineColumn, Lines, Span, line_text};
pub use svg::{SvgFault, SvgFaultKind};
pub use unsaved::Unsaved;

/// The file that lists the files of a site that mitate wrote. A folder that holds it is an output folder.
pub const MANIFEST: &str = ".mitate-manifest.json";

/// One text file of a course.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path inside the course, with `/` between its parts, in Unicode NFC.
    pub path: Arc<str>,
    /// The whole text, without a byte-order mark.
    pub text: Arc<str>,
    /// The hash of the text: an unchanged source is not parsed again.
    pub hash: blake3::Hash,
}

/// A file that is not Markdown or YAML: an image, a sound, a paper to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The path inside the course.
    pub path: Arc<str>,
    /// The folder that holds it, without links.
    pub root: PathBuf,
    /// Where its bytes are.
    pub file: PathBuf,
    /// Its length in bytes.
    pub len: u64,
    /// Width and height in CSS pixels, if it is a picture whose head could be read.
    pub size: Option<(u32, u32)>,
    /// Whether it is a photograph or a film that says where it was taken, or holds such a photograph.
    pub has_place: bool,
    /// Why it must not be published.
    pub faults: Vec<AssetFault>,
}

/// Why a file must not be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssetFault {
    /// It is a pipe, a device or a socket.
    NotAFile,
    /// It is larger than the limit. Both in bytes.
    TooLarge {
        /// Its length.
        len: u64,
        /// The limit.
        limit: u64,
    },
    /// Something in an SVG file is more than a picture.
    Svg(SvgFault),
}

impl AssetFault {
    /// The diagnostic for the file at `path`.
    #[must_use]
    pub fn diagnostic(&self, path: &Arc<str>) -> Diagnostic {
        let diagnostic = |code| Diagnostic::new(code, Span::file(path)).with("path", &**path);
        match self {
            Self::NotAFile => diagnostic(Code::NotAFile),
            Self::TooLarge { len, limit } => {
                diagnostic(Code::FileTooLarge).with("size", file_size(*len)).with("limit", file_size(*limit))
            }
            Self::Svg(SvgFault { line, kind, name }) => {
                let kind = match kind {
                    SvgFaultKind::Script => "script",
                    SvgFaultKind::Page => "page",
                    SvgFaultKind::Outside => "outside",
                    SvgFaultKind::Encoding => "encoding",
                };
                let diagnostic = Diagnostic::new(Code::UnsafeSvg, Span::file(path));
                diagnostic.with("line", line.to_string()).with("kind", kind).with("name", name.as_str())
            }
        }
    }
}

/// All that was read of a course, by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Markdown and YAML.
    pub texts: BTreeMap<Arc<str>, Source>,
    /// Markdown and YAML files that cannot be read: their paths say what they are, their content is not known.
    pub unreadable: BTreeSet<Arc<str>>,
    /// Everything else.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// Whether any of them is a link to another file.
    pub has_links: bool,
}

/// A course's files as they were read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The files.
    pub sources: Arc<Sources>,
    /// What cannot be read.
    pub diagnostics: Vec<Diagnostic>,
}

impl Sources {
    /// The text of the file at `path`, or `""` if there is none.
    #[must_use]
    pub fn text(&self, path: &str) -> &str {
        self.texts.get(path).map_or("", |source| &source.text)
    }

    /// Whether `other` has the same texts, and the same files beside them as far as path, length and size show.
    #[must_use]
    pub fn has_same_content(&self, other: &Self) -> bool {
        let is_same = |(one, two): (&Source, &Source)| {
            Arc::ptr_eq(&one.text, &two.text) || one.hash == two.hash && one.path == two.path
        };
        self.texts.len() == other.texts.len()
            && self.texts.values().zip(other.texts.values()).all(is_same)
            && self.unreadable == other.unreadable
            && self.assets == other.assets
    }
}
