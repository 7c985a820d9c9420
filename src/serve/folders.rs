//! Which changes matter: those in the folders of the course and of the theme, but not in an output folder, nor in files that
//! the system or an editor creates for itself.

use std::fs;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use crate::error::Error;
use crate::pipeline::Workshop;
use crate::source::{MANIFEST, is_by_the_way, is_site};

/// The folders that are watched, and those inside them that are not. All absolute and without links.
#[derive(Debug)]
pub(super) struct Folders {
    watched: Vec<PathBuf>,
    skipped: Vec<PathBuf>,
}

impl Folders {
    /// The folders of `workshop`.
    ///
    /// # Errors
    /// When the current folder is needed and gone.
    pub(super) fn of(workshop: &Workshop) -> Result<Self, Error> {
        let watched = workshop.watched().map(resolved).collect::<Result<_, _>>()?;
        let skipped = workshop.skipped().iter().map(|path| resolved(path)).collect::<Result<_, _>>()?;
        Ok(Self { watched, skipped })
    }

    /// The folders to watch with all that is in them: none is inside another, and all are there.
    pub(super) fn roots(&self) -> impl Iterator<Item = &Path> {
        let is_inside_another =
            |path: &Path| self.watched.iter().any(|it| it != path && path.starts_with(it));
        let roots =
            self.watched.iter().enumerate().filter(|(index, path)| !self.watched[..*index].contains(path));
        roots.map(|(_, path)| path.as_path()).filter(move |path| !is_inside_another(path) && path.is_dir())
    }

    /// The path inside its watched folder, if a change of `path` matters.
    pub(super) fn relative<'a>(&self, path: &'a Path) -> Option<&'a Path> {
        let innermost = |folders: &[PathBuf]| {
            let around = folders.iter().filter(|folder| path.starts_with(folder));
            around.map(|folder| folder.components().count()).max()
        };
        let watched = innermost(&self.watched)?;
        // A theme inside the course is no content of it, and skipped as such, but watched by itself.
        if innermost(&self.skipped).is_some_and(|skipped| skipped > watched) {
            return None;
        }
        let mut parts = path.components();
        parts.by_ref().take(watched).for_each(drop);
        let relative = parts.as_path();
        // What a manifest appears in is no content any more, and what it disappears from is again.
        let matters = |name| name == MANIFEST || !is_by_the_way(name);
        let is_content =
            relative.components().all(|part| matches!(part, Component::Normal(name) if matters(name)));
        let folders = || path.ancestors().skip(1).take(relative.components().count().saturating_sub(1));
        let is_matter = is_content && !relative.as_os_str().is_empty();
        let is_output = || folders().any(is_site) && path.file_name().is_none_or(|name| name != MANIFEST);
        (is_matter && !is_output()).then_some(relative)
    }

    /// The files that changed, as paths inside their watched folder, sorted. A folder counts as all files in it, because files may
    /// have been put into a new folder before it was watched.
    pub(super) fn files(&self, changed: &[PathBuf]) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for path in changed {
            if path.is_dir() {
                let inside =
                    WalkDir::new(path).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
                files.extend(inside.filter_map(|entry| self.relative(entry.path()).map(Path::to_path_buf)));
            } else {
                files.extend(self.relative(path).map(Path::to_path_buf));
            }
        }
        files.sort();
        files.dedup();
        files
    }
}

/// The path without links, also where its last parts are not there yet.
fn resolved(path: &Path) -> Result<PathBuf, Error> {
    let path = std::path::absolute(path).map_err(|error| Error::read(path, error))?;
    let there =
        path.ancestors().find_map(|it| Some((fs::canonicalize(it).ok()?, path.strip_prefix(it).ok()?)));
    Ok(there.map_or_else(
        || path.clone(),
        |(there, rest)| if rest.as_os_str().is_empty() { there } else { there.join(rest) },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> Folders {
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect();
        Folders { watched: paths(&["/c", "/c/theme"]), skipped: paths(&["/c/theme", "/c/site"]) }
    }

    fn relative(path: &str) -> Option<String> {
        folders().relative(Path::new(path)).map(|it| it.display().to_string())
    }

    #[test]
    fn a_change_of_content_and_of_a_theme_inside_the_course_matters() {
        assert_eq!(relative("/c/modules/01/index.md").as_deref(), Some("modules/01/index.md"));
        assert_eq!(relative("/c/theme/styles/a.css").as_deref(), Some("styles/a.css"));
        assert_eq!(relative("/c/部屋/図.png").as_deref(), Some("部屋/図.png"));
    }

    #[test]
    fn a_change_of_the_output_or_elsewhere_does_not() {
        for path in ["/c/site", "/c/site/index.html", "/d/a.md", "/c2/a.md", "/c"] {
            assert_eq!(relative(path), None, "{path}");
        }
    }

    #[test]
    fn hidden_files_and_what_editors_put_beside_do_not_matter() {
        let names = [
            ".a.md.swp",
            ".git/index",
            "a.md~",
            "4913",
            "#a.md#",
            "a.md.tmp",
            "a.md___jb_tmp___",
            "~$a.docx",
            "node_modules/x.md",
        ];
        for name in names {
            assert_eq!(relative(&format!("/c/{name}")), None, "{name}");
            assert_eq!(relative(&format!("/c/cases/{name}")), None, "{name}");
        }
        assert!(relative("/c/a.b.md").is_some());
    }

    #[test]
    fn a_new_folder_counts_as_the_files_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = resolved(folder.path()).unwrap();
        fs::create_dir_all(root.join("a/b")).unwrap();
        for file in ["a/one.md", "a/b/two.md", "a/.hidden"] {
            fs::write(root.join(file), "").unwrap();
        }
        let folders = Folders { watched: vec![root.clone()], skipped: Vec::new() };
        let files = folders.files(&[root.join("a"), root.join("a/one.md"), root.join("gone.md")]);
        assert_eq!(files, ["a/b/two.md", "a/one.md", "gone.md"].map(PathBuf::from));
    }

    #[test]
    fn a_folder_that_is_not_there_yet_has_a_path_too() {
        let folder = tempfile::tempdir().unwrap();
        let there = fs::canonicalize(folder.path()).unwrap();
        assert_eq!(resolved(&folder.path().join("not/yet")).unwrap(), there.join("not/yet"));
    }
}
