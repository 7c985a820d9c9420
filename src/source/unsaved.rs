//! Texts that an editor holds and has not saved: they are read instead of the files at their paths.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::read::{WalkedFile, is_by_the_way, is_site, is_text, resolved, text_file};
use super::{AssetFault, Reading, TEXT_LIMIT};
use crate::error::Error;

/// The texts that are not saved, by their paths in the course.
#[derive(Debug, Clone, Default)]
pub struct Unsaved(BTreeMap<Arc<str>, Option<Arc<str>>>);

impl Unsaved {
    /// From now on `text` is read instead of the file at `path`; with `None` as if there were no file.
    pub fn set(&mut self, path: &str, text: Option<&str>) {
        self.0.insert(Arc::from(path), text.map(Arc::from));
    }

    /// From now on the file at `path` is read again.
    pub fn forget(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// The text that is read instead of the file at `path`, as the editor has it.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.0.get(path)?.as_ref()
    }

    /// `reading`, which is that of the course in `folder` without `skip`, as it would be if the texts were saved.
    ///
    /// # Errors
    /// When the folder is gone.
    pub fn over(&self, folder: &Path, skip: &[PathBuf], mut reading: Reading) -> Result<Reading, Error> {
        if self.0.is_empty() {
            return Ok(reading);
        }
        let (root, skip) = resolved(folder, skip)?;
        for (path, text) in &self.0 {
            let file = root.join(&**path);
            let is_hidden = path.split('/').any(|part| is_by_the_way(part.as_ref()));
            let is_skipped = skip.iter().any(|it| file.starts_with(it));
            let inside = file.ancestors().skip(1).take_while(|it| *it != root);
            if is_hidden || is_skipped || !is_text(path) || inside.into_iter().any(is_site) {
                continue;
            }
            reading.remove(path);
            if let Some(text) = text {
                reading.add(unsaved_file(path, text));
            }
        }
        Ok(reading)
    }
}

fn unsaved_file(path: &Arc<str>, text: &str) -> WalkedFile {
    let len = text.len() as u64;
    if len > TEXT_LIMIT {
        let fault = AssetFault::TooLarge { len, limit: TEXT_LIMIT };
        return WalkedFile::Unreadable(fault.diagnostic(path));
    }
    text_file(Arc::clone(path), text.as_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::read;
    use super::*;

    #[test]
    fn a_text_that_is_not_saved_is_read_as_if_it_were() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        write("course.yaml", "title: a\n");
        write("cases/a.md", "一");
        write("cases/b.md", "二");
        write("site/.mitate-manifest.json", "{}");
        let mut unsaved = Unsaved::default();
        let texts = [
            ("cases/a.md", "フ\u{309a}\0"),
            ("cases/c.md", "\u{feff}フ\u{309a}"),
            ("cases/.d.md", "四"),
            ("site/e.md", "五"),
            ("images/f.svg", "<svg/>"),
        ];
        for (path, text) in texts {
            unsaved.set(path, Some(text));
        }
        unsaved.set("cases/b.md", None);
        let before = read(folder.path(), &[]).unwrap();
        let over = unsaved.over(folder.path(), &[], before.clone()).unwrap();
        for (path, text) in texts.iter().filter(|(path, _)| path.starts_with("cases")) {
            write(path, text);
        }
        fs::remove_file(folder.path().join("cases/b.md")).unwrap();
        let saved = read(folder.path(), &[]).unwrap();
        assert!(over.sources.has_same_content(&saved.sources));
        assert_eq!(over.diagnostics, saved.diagnostics);
        assert_eq!(over.sources.text("cases/c.md"), "プ");
        assert!(!before.sources.has_same_content(&over.sources));
        unsaved.forget("cases/c.md");
        assert!(unsaved.text("cases/c.md").is_none() && unsaved.text("cases/a.md").is_some());
    }
}
