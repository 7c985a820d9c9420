//! The manifest: the files of an output folder that mitate wrote, and the fingerprints of their inputs.
//!
//! It is hostile input, because a folder with a manifest may come from anywhere. A path counts only if the writer could have
//! written it: relative, without `..`, not hidden. All others are ignored, so that nothing outside the folder is ever touched.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Component, Path};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::render::Site;
use crate::source::{FILE_LIMIT, MANIFEST, open_regular, read_regular};

/// What a command writes into a folder. No other command writes there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Contents {
    #[default]
    Site,
    Papers,
}

impl Contents {
    /// The word for it in messages.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Papers => "papers",
        }
    }
}

/// What an output folder is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Purpose {
    pub contents: Contents,
    /// The id of the course.
    #[serde(default)]
    pub course: String,
}

impl Purpose {
    pub(super) fn new(contents: Contents, site: &Site) -> Self {
        let course = site.course().info().map(|info| info.id.to_string()).unwrap_or_default();
        Self { contents, course }
    }
}

/// The content of the manifest.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    generator: String,
    #[serde(flatten)]
    pub purpose: Purpose,
    /// The fingerprint of all inputs of the site; `None` if the next build must check everything.
    pub inputs: Option<String>,
    pub files: BTreeMap<String, WrittenFile>,
}

/// A file that mitate wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WrittenFile {
    /// The hash of its bytes; empty while it is not known which of two builds wrote it.
    pub hash: String,
    pub len: u64,
    /// When it was last written, in nanoseconds since 1970; 0 if that is not known.
    #[serde(default)]
    pub time: u64,
    /// The fingerprint of its inputs; `None` if that is not known.
    pub of: Option<String>,
    /// While a new file comes into its place: the hashes of which its bytes have one, whenever the build is killed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub either: Vec<String>,
}

impl Manifest {
    pub(super) fn new(purpose: &Purpose, inputs: Option<&str>, files: BTreeMap<String, WrittenFile>) -> Self {
        Self { generator: generator(), purpose: purpose.clone(), inputs: inputs.map(str::to_owned), files }
    }

    /// The manifest of `folder`; `None` if there is none. One that cannot be parsed is empty: every file is written again.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Error> {
        let file = folder.join(MANIFEST);
        if fs::symlink_metadata(&file).is_err() {
            return Ok(None);
        }
        let mut manifest: Self =
            serde_json::from_slice(&read_regular(&file, FILE_LIMIT)?).unwrap_or_default();
        manifest.files.retain(|path, _| is_site_path(path));
        if !manifest.purpose.course.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-') {
            manifest.purpose.course.clear();
        }
        Ok(Some(manifest))
    }

    /// Whether it could be parsed: then it names every file that mitate wrote.
    pub(super) fn is_known(&self) -> bool {
        !self.generator.is_empty()
    }

    /// Whether this program wrote it, for a site made of `inputs`.
    pub(super) fn is_of(&self, inputs: &str) -> bool {
        self.generator == generator()
            && self.purpose.contents == Contents::Site
            && self.inputs.as_deref() == Some(inputs)
    }
}

fn generator() -> String {
    concat!("mitate ", env!("CARGO_PKG_VERSION")).to_owned()
}

/// Whether `path` can be the path of a file of a site.
pub(super) fn is_site_path(path: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains('\0');
    let is_normal = |part| matches!(part, Component::Normal(_));
    !path.starts_with('.') && path.split('/').all(is_part) && Path::new(path).components().all(is_normal)
}

impl WrittenFile {
    /// The record while `new` comes into the place of `old`, which is a file of mitate's or none.
    pub(super) fn between(old: Option<&Self>, new: &Self) -> Self {
        let known = old.map(|old| [&old.either[..], std::slice::from_ref(&old.hash)].concat());
        let mut either = known.unwrap_or_default();
        either.push(new.hash.clone());
        either.retain(|hash| !hash.is_empty());
        Self { either, ..Self::default() }
    }

    /// Whether anything is known of its bytes.
    pub(super) fn is_known(&self) -> bool {
        !self.hash.is_empty() || !self.either.is_empty()
    }

    /// Whether mitate wrote what is at `target`, also if it was killed then.
    pub(super) fn is_written(&self, target: &Path) -> bool {
        self.unchanged(target).is_some()
            || hash(target).is_some_and(|hash| self.either.iter().any(|one| hash.to_hex().as_str() == one))
    }

    /// Whether the file at `target` is still as it was written; gives the time when it was last written. The content is
    /// read only if the length is the same and the time is not.
    pub(super) fn unchanged(&self, target: &Path) -> Option<u64> {
        let found = fs::symlink_metadata(target).ok()?;
        if self.hash.is_empty() || !found.is_file() || found.len() != self.len {
            return None;
        }
        let time = time(&found);
        (time != 0 && time == self.time || self.has_hash_of(target)).then_some(time)
    }

    fn has_hash_of(&self, target: &Path) -> bool {
        hash(target).is_some_and(|hash| hash.to_hex().as_str() == self.hash)
    }
}

/// The hash of the file at `target`, if it can be read.
fn hash(target: &Path) -> Option<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(open_regular(target, u64::MAX).ok()?).ok()?;
    Some(hasher.finalize())
}

/// When a file was last written, in nanoseconds since 1970; 0 if the system does not know.
pub(super) fn time(found: &Metadata) -> u64 {
    let since = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_that_the_writer_could_have_written_counts() {
        for path in ["index.html", "cases/a/index.html", "files/図/が 1.png", "files/a..b", "files/.a"] {
            assert!(is_site_path(path), "{path}");
        }
        let hostile = [
            "",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/..",
            "/a",
            "//a",
            "a//b",
            "a/",
            "./a",
            "a/./b",
            ".git/config",
            ".mitate-manifest.json",
            "a\0b",
        ];
        for path in hostile {
            assert!(!is_site_path(path), "{path:?}");
        }
    }
}
