//! Writing: same input, same bytes; incremental is clean; nothing half-done.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use proptest::prelude::*;

use crate::course::{
    build, bundled_site, files, mitate, mitate_in, project, put, small, stderr, stdout, temporary,
};

// Invariant 6.
#[test]
fn the_bundled_course_builds_to_the_same_bytes_twice_without_a_warning() {
    let folder = temporary();
    build(&project().join("content"), folder.path());
    assert!(bundled_site().len() > 60);
    assert!(files(folder.path()) == *bundled_site());
    let checked = mitate(&["check", "content", "--format", "short"]);
    let printed = stdout(&checked);
    assert_eq!(printed.lines().count(), 1, "{printed}");
}

#[test]
fn every_page_of_the_bundled_course_weighs_little() {
    let files = bundled_site();
    let weights: HashMap<&Path, usize> = files
        .iter()
        .filter(|(path, _)| path.starts_with("assets"))
        .map(|(path, bytes)| (path.as_path(), compressed(bytes)))
        .collect();
    // The page of addresses that are not there has no files beside it.
    let is_page =
        |path: &Path| path.extension().is_some_and(|it| it == "html") && !path.ends_with("404.html");
    for (path, bytes) in files.iter().filter(|(path, _)| is_page(path)) {
        let html = String::from_utf8_lossy(bytes);
        // Diagrams are pictures, though they and their words stand in the page.
        let drawn = html.split("<figure class=\"diagram case-diagram").skip(1);
        let pictured = drawn.filter_map(|rest| rest.split_once("</figure>"));
        let plain = pictured.fold(html.to_string(), |plain, (figure, _)| plain.replace(figure, ""));
        // As it is sent: a form's many like controls weigh little then, and so they are read by a browser.
        let sent = |path: &str| weights.get(Path::new(path)).copied().unwrap_or_default();
        let around: usize = loaded(&html).iter().map(|asset| sent(asset)).sum();
        assert!(around > 10_000);
        let plain = without(&plain, "<script type=\"application/json\" id=\"diagram-words\">", "</script>");
        let page = compressed(plain.as_bytes());
        // Of these the rules and signs of the language are up to 2,900: most of them find personal data.
        let most = if html.contains("assets/work.css") { 101_000 } else { 41_000 };
        assert!(page + around < most, "{}: {page} + {around} bytes", path.display());
    }
}

/// `html` without what is from `start` to `end`, once.
fn without(html: &str, start: &str, end: &str) -> String {
    let parts = html.split_once(start).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    parts.map_or_else(|| html.to_owned(), |(before, after)| format!("{before}{after}"))
}

/// The scripts and styles that a page loads, below `assets/`.
fn loaded(html: &str) -> Vec<String> {
    let places = ["href=\"", "src=\""].into_iter().flat_map(|mark| html.split(mark).skip(1));
    let assets =
        places.filter_map(|rest| rest.split('"').next()?.rsplit_once("assets/").map(|(_, name)| name));
    assets
        .filter(|name| name.ends_with(".css") || name.ends_with(".js"))
        .map(|name| format!("assets/{name}"))
        .collect()
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn a_module_on_the_shelf_has_no_number_and_is_in_no_order_with_the_course() {
    let (course, site) = (temporary(), temporary());
    small(course.path());
    for (module, page) in [("05-sources", "laws"), ("90-writing", "first")] {
        let shelf = if page == "laws" { "reference" } else { "authors" };
        let front = format!("---\ntitle: The module {page}\nshelf: {shelf}\n---\n\nText.\n");
        put(course.path(), &format!("modules/{module}/index.md"), &front);
        put(
            course.path(),
            &format!("modules/{module}/{page}.md"),
            &format!("---\ntitle: {page}\n---\n\nText.\n"),
        );
    }
    put(course.path(), "modules/70-last/index.md", "---\ntitle: The last\n---\n\nText.\n");
    build(course.path(), site.path());
    let page = |path: &str| fs::read_to_string(site.path().join(path).join("index.html")).unwrap();
    let home = page("");
    let [stations, shelf] = ["route", "shelf"].map(|class| {
        let section = home.split_once(&format!("<section class=\"{class}\"")).unwrap().1;
        section.split_once("</section>").unwrap().0.to_owned()
    });
    assert!(stations.contains("The last") && !stations.contains("The module"), "{stations}");
    assert!(shelf.contains("The module laws") && shelf.contains("The module first"), "{shelf}");
    // What is left out of the order leaves no gap in the numbers.
    assert!(stations.contains("value=\"2\"") && !stations.contains("value=\"3\""), "{stations}");
    assert!(!page("last").contains("rel=\"next\""));
    assert!(!page("sources").contains("rel=\"prev\"") && page("sources").contains("rel=\"next\""));
    assert!(page("sources/laws").contains("rel=\"prev\"") && !page("sources/laws").contains("rel=\"next\""));
    // The contents list the pages of the module that is open, beside the course or in it.
    assert!(page("writing").contains("href=\"../writing/first/index.html\""));
    assert!(!page("last").contains("writing/first"));
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = temporary();
    small(&folder.path().join("course"));
    let (course, site) = (folder.path().join("course"), folder.path().join("site"));
    build(&course, &site);
    // A file that is written is a new file, renamed into place.
    let numbers = |path: &Path| {
        let walk = walkdir::WalkDir::new(path).into_iter().map(Result::unwrap);
        walk.map(|entry| (entry.path().to_path_buf(), inode(&entry.metadata().unwrap()))).collect::<Vec<_>>()
    };
    let before = numbers(&site);
    build(&course, &site);
    assert_eq!(before, numbers(&site));
}

/// The number of a file on its disk; only the time of its last change where there are no numbers.
#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(metadata: &fs::Metadata) -> std::time::SystemTime {
    metadata.modified().unwrap()
}

// Invariant 5.
#[test]
fn a_failed_build_changes_nothing() {
    let folder = temporary();
    let (course, site) = (folder.path().join("course"), folder.path().join("site"));
    small(&course);
    build(&course, &site);
    let before = files(folder.path().join("site").as_path());
    put(&course, "modules/01-first/30-more.md", "---\ntitle: 三\n---\n[[知らない語]]\n");
    put(&course, "modules/01-first/10-listen.md", "---\ntitle: 変えた\n---\n## 場面 {#scene}\n");
    let output = mitate(&["build", course.to_str().unwrap(), "--out", site.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(files(&site) == before);
}

// Invariant 5.
#[test]
fn a_failing_template_changes_nothing_either() {
    let folder = temporary();
    let (course, site) = (folder.path().join("course"), folder.path().join("site"));
    small(&course);
    build(&course, &site);
    let before = files(&site);
    put(folder.path(), "theme/templates/page.html", "{{ no.such.value }}");
    let output = mitate_in(
        folder.path(),
        &["build", "course", "--out", "site", "--theme", "theme", "--format", "short"],
    );
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).contains("error[theme-render]"), "{}", stdout(&output));
    assert!(files(&site) == before);
}

#[test]
fn a_folder_that_mitate_did_not_make_is_not_touched() {
    let folder = temporary();
    small(&folder.path().join("course"));
    put(folder.path(), "site/holiday.txt", "mine");
    let output = mitate_in(folder.path(), &["build", "course", "--out", "site"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--force"));
    assert_eq!(files(&folder.path().join("site")).len(), 1);
    let output = mitate_in(folder.path(), &["build", "course", "--out", "site", "--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(folder.path().join("site/holiday.txt")).unwrap(), "mine");
}

#[test]
fn the_output_is_neither_the_course_nor_around_it() {
    let folder = temporary();
    small(&folder.path().join("course"));
    for out in ["course", ".", "course/modules", "course/modules/01-first"] {
        let output = mitate_in(folder.path(), &["build", "course", "--out", out, "--force"]);
        assert_eq!(output.status.code(), Some(2), "{out}");
    }
    let output = mitate_in(&folder.path().join("course"), &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(folder.path().join("course/site/index.html").is_file());
    let again = mitate_in(&folder.path().join("course"), &["check", "--format", "short"]);
    assert_eq!(stdout(&again).lines().count(), 1, "{}", stdout(&again));
}

/// What an author may do to a course between two builds.
#[derive(Debug, Clone)]
enum Edit {
    Text(usize, u8),
    Title(usize, u8),
    Add(u8),
    Remove(usize),
    Rename(usize, u8),
    CourseTitle(u8),
    Term(u8),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        (0..8usize, any::<u8>()).prop_map(|(page, value)| Edit::Text(page, value)),
        (0..8usize, any::<u8>()).prop_map(|(page, value)| Edit::Title(page, value)),
        any::<u8>().prop_map(Edit::Add),
        (0..8usize).prop_map(Edit::Remove),
        (0..8usize, any::<u8>()).prop_map(|(page, value)| Edit::Rename(page, value)),
        any::<u8>().prop_map(Edit::CourseTitle),
        any::<u8>().prop_map(Edit::Term),
    ];
    prop::collection::vec(edit, 1..5)
}

/// Pages that nothing else links to, so that any of them may go.
fn pages(course: &Path) -> Vec<std::path::PathBuf> {
    let folder = course.join("modules/02-free");
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| !path.ends_with("index.md"));
    pages.sort();
    pages
}

fn apply(course: &Path, edit: &Edit) {
    let pages = pages(course);
    let pick = |index: usize| pages.get(index % pages.len().max(1));
    match edit {
        Edit::Text(page, value) => {
            if let Some(path) = pick(*page) {
                let text = fs::read_to_string(path).unwrap();
                fs::write(path, format!("{text}\n加筆{value}。[[ラポール]]\n")).unwrap();
            }
        }
        Edit::Title(page, value) => {
            if let Some(path) = pick(*page) {
                fs::write(path, format!("---\ntitle: 題{value}\n---\n本文。\n")).unwrap();
            }
        }
        Edit::Add(value) => {
            put(course, &format!("modules/02-free/n{value}.md"), "---\ntitle: 新しい頁\n---\n## 見出し\n");
        }
        Edit::Remove(page) => {
            if let Some(path) = pick(*page) {
                fs::remove_file(path).unwrap();
            }
        }
        Edit::Rename(page, value) => {
            if let Some(path) = pick(*page) {
                fs::rename(path, path.with_file_name(format!("r{value}.md"))).unwrap();
            }
        }
        Edit::CourseTitle(value) => {
            put(
                course,
                "course.yaml",
                &format!(
                    "id: small\ntitle: 教材{value}\nlanguage: ja\nrevision: 1\noffline: {}\n",
                    value % 2 == 0
                ),
            );
        }
        Edit::Term(value) => {
            let terms = format!("terms:\n  - {{ id: rapport, term: ラポール, definition: 意味{value}。 }}\n");
            put(course, "glossary.yaml", &terms);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_build_after_any_edits_is_a_clean_build(rounds in prop::collection::vec(edits(), 1..4)) {
        let folder = temporary();
        let (course, site) = (folder.path().join("course"), folder.path().join("site"));
        small(&course);
        put(&course, "modules/02-free/index.md", "---\ntitle: 自由\n---\n");
        put(&course, "modules/02-free/a.md", "---\ntitle: あ\n---\n本文。\n");
        put(&course, "modules/02-free/b.md", "---\ntitle: い\n---\n本文。\n");
        build(&course, &site);
        for (number, edits) in rounds.iter().enumerate() {
            for edit in edits {
                apply(&course, edit);
            }
            build(&course, &site);
            let clean = folder.path().join(format!("clean-{number}"));
            build(&course, &clean);
            prop_assert!(files(&site) == files(&clean));
        }
    }
}
