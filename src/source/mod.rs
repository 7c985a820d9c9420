//! Reading: a course folder becomes [`Sources`]. The only code that reads content.
//!
//! 1. [`read`] walks the folder in sorted order, without following links out of it;
//! 2. text files (Markdown, YAML) are kept whole, with a table of line starts made on demand;
//! 3. every other file is an [`Asset`]: known by path, size and stamp, its bytes read when the site is written.
//!
//! It knows nothing of what the files mean.

mod read;
mod span;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

pub use read::{read, read_asset, read_one};
pub use span::{LineColumn, Span, line_column, line_text};

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
    /// Where its bytes are.
    pub file: PathBuf,
    /// Its length in bytes.
    pub len: u64,
    /// Width and height in CSS pixels, where it is a picture whose head could be read.
    pub size: Option<(u32, u32)>,
}

/// All that was read of a course, by path.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Markdown and YAML.
    pub texts: BTreeMap<Arc<str>, Source>,
    /// Markdown and YAML that are no UTF-8: what they are is told by their paths, what they say is not known.
    pub unreadable: BTreeSet<Arc<str>>,
    /// Everything else.
    pub assets: BTreeMap<Arc<str>, Asset>,
}

impl Sources {
    /// The text of the file at `path`, or `""` where there is none.
    #[must_use]
    pub fn text(&self, path: &str) -> &str {
        self.texts.get(path).map_or("", |source| &source.text)
    }
}
