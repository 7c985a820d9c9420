//! The inputs to begin with: the bundled course, the starters and the fixtures of `tests/sites`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{FILE, LONGEST};

/// Every text file below `folder`, by its path from there.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let texts = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/");
        let is_text = path.ends_with(".md") || path.ends_with(".yaml");
        let text = is_text.then(|| fs::read_to_string(entry.path()).ok()).flatten()?;
        Some((path, text))
    });
    texts.collect()
}

/// The folders of whole courses. `project` is the project's folder.
fn courses(project: &Path) -> Vec<std::path::PathBuf> {
    let sites = fs::read_dir(project.join("tests/sites")).into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<_> = sites.map(|site| site.path().join("in")).collect();
    folders.extend(["ja", "en"].map(|language| project.join("src/cli/starter").join(language)));
    folders.push(project.join("tests/browser/course"));
    folders.sort();
    folders
}

/// Every document by itself whose name ends in `extension`.
#[must_use]
pub fn documents(project: &Path, extension: &str) -> Vec<String> {
    let folders = courses(project).into_iter().chain([project.join("content")]);
    let all = folders.flat_map(|folder| texts(&folder));
    let mut seeds: Vec<String> = all
        .filter(|(path, text)| path.ends_with(extension) && text.len() < LONGEST)
        .map(|(path, text)| format!("{FILE}{path}\n{text}"))
        .collect();
    seeds.sort();
    seeds.dedup();
    seeds
}

/// Every small course in one text.
#[must_use]
pub fn whole_courses(project: &Path) -> Vec<String> {
    let all = courses(project).into_iter().map(|folder| {
        let files = texts(&folder);
        let parts: Vec<String> = files.iter().map(|(path, text)| format!("{FILE}{path}\n{text}\n")).collect();
        parts.concat()
    });
    all.filter(|course| !course.is_empty() && course.len() < LONGEST).collect()
}
