//! `offline: true`: the lists of all files are right after any edit; without the key a site has no trace of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use mitate::pipeline::Workshop;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::course::{build, bundled_site, files, mitate, put, small, stdout, temporary};

/// `course.yaml` of the small course, with `more` at its end.
fn with(more: &str) -> String {
    format!("id: small\ntitle: 小さな教材\nlanguage: ja\nrevision: 1\n{more}")
}

/// A small course with the key and a picture.
fn offline(folder: &Path) {
    small(folder);
    put(folder, "course.yaml", &with("offline: true\n"));
    put(folder, "images/図 1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    put(folder, "modules/01-first/30-see.md", "---\ntitle: 見る\n---\n![図](../../images/図%201.svg)\n");
}

fn json(site: &BTreeMap<PathBuf, Vec<u8>>, path: &str) -> Value {
    serde_json::from_slice(&site[Path::new(path)]).unwrap()
}

/// The files that only a site with the key has.
const OWN: [&str; 8] = [
    "assets/icon-192.png",
    "assets/icon-512.png",
    "assets/offline.css",
    "assets/offline.js",
    "manifest.json",
    "offline/edition.json",
    "offline/files.json",
    "sw.js",
];

/// What is wrong with the lists of a site.
fn expect_right_lists(site: &BTreeMap<PathBuf, Vec<u8>>) {
    let half = |bytes: &[u8]| format!("{:x}", Sha256::digest(bytes))[..32].to_owned();
    let is_listed = |path: &Path| path != Path::new("sw.js") && !path.starts_with("offline");
    let expected: Vec<Value> = site
        .iter()
        .filter(|(path, _)| is_listed(path))
        .map(|(path, bytes)| serde_json::json!([path.to_str().unwrap(), half(bytes), bytes.len()]))
        .collect();
    let mut listed = json(site, "offline/files.json");
    let listed = listed.as_array_mut().unwrap();
    // Paths are sorted as texts there, and by their parts here.
    listed.sort_by_key(|row| PathBuf::from(row[0].as_str().unwrap()));
    assert_eq!(*listed, expected);
    let bytes: u64 = expected.iter().map(|row| row[2].as_u64().unwrap()).sum();
    let edition = half(&site[Path::new("offline/files.json")]);
    let known = serde_json::json!({ "edition": edition, "files": expected.len(), "bytes": bytes });
    assert_eq!(json(site, "offline/edition.json"), known);
}

#[test]
fn the_lists_have_the_hash_and_the_length_of_every_file() {
    let (course, site) = (temporary(), temporary());
    offline(course.path());
    build(course.path(), site.path());
    let site = files(site.path());
    expect_right_lists(&site);
    assert!(OWN.iter().all(|path| site.contains_key(Path::new(path))));
    let list = String::from_utf8_lossy(&site[Path::new("offline/files.json")]).into_owned();
    assert!(list.contains("[\"files/images/図 1.svg\","), "{list}");
}

// Invariant 6.
#[test]
fn the_lists_follow_every_edit_as_in_a_clean_build() {
    let folder = temporary();
    let (course, site) = (folder.path().join("course"), folder.path().join("site"));
    offline(&course);
    build(&course, &site);
    let page = |text: &str| format!("---\ntitle: 問う\n---\n{text}\n");
    let edits: [&dyn Fn(); 7] = [
        &|| put(&course, "modules/01-first/20-ask.md", &page("言い換えた文。")),
        // The picture has as many bytes as before.
        &|| {
            put(
                &course,
                "images/図 1.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"9\"/>",
            );
        },
        &|| put(&course, "modules/01-first/40-new.md", &page("新しい頁。")),
        &|| fs::remove_file(course.join("modules/01-first/40-new.md")).unwrap(),
        &|| {
            put(
                &course,
                "glossary.yaml",
                "terms:\n  - { id: rapport, term: ラポール, definition: 別の言い方。 }\n",
            );
        },
        &|| put(&course, "course.yaml", &with("")),
        &|| put(&course, "course.yaml", &with("offline: true\n")),
    ];
    let mut editions = Vec::new();
    for (number, edit) in edits.iter().enumerate() {
        edit();
        build(&course, &site);
        let clean = folder.path().join(format!("clean-{number}"));
        build(&course, &clean);
        let site = files(&site);
        assert!(site == files(&clean), "edit {number}");
        if site.contains_key(Path::new("sw.js")) {
            expect_right_lists(&site);
            editions.push(json(&site, "offline/edition.json")["edition"].as_str().unwrap().to_owned());
        }
    }
    // Every edit but the return to what was is a new edition.
    assert!(editions[..5].windows(2).all(|two| two[0] != two[1]), "{editions:?}");
    assert_ne!(editions[0], editions[3]);
    assert_eq!(editions[4], editions[5]);
}

/// A preview adds a script to each page, so that no list of hashes could be right: it has none, and then no page offers it.
#[test]
fn a_site_that_is_rendered_path_by_path_has_no_lists() {
    let course = temporary();
    offline(course.path());
    let loaded = Workshop::new(course.path(), None, &[]).unwrap().load().unwrap();
    let site = loaded.site().unwrap();
    assert!(site.paths().any(|path| path == "sw.js"));
    assert_eq!(site.list_paths(), ["offline/files.json", "offline/edition.json"]);
    for path in site.list_paths() {
        assert!(!site.paths().any(|it| it == path) && site.render(path).unwrap().is_none());
    }
}

#[test]
fn a_file_that_another_program_changed_is_written_again_and_listed_as_it_is() {
    let (course, site) = (temporary(), temporary());
    offline(course.path());
    build(course.path(), site.path());
    let before = files(site.path());
    fs::write(site.path().join("first/ask/index.html"), "changed").unwrap();
    fs::write(site.path().join("offline/files.json"), "[]").unwrap();
    build(course.path(), site.path());
    assert!(files(site.path()) == before);
}

#[test]
fn without_the_key_a_site_is_as_if_there_were_none() {
    let folder = temporary();
    let course = folder.path().join("course");
    offline(&course);
    let built = |name: &str, more: &str| {
        put(&course, "course.yaml", &with(more));
        let site = folder.path().join(name);
        build(&course, &site);
        files(&site)
    };
    let none = built("none", "");
    assert!(none == built("false", "offline: false\n"));
    // A folder that had the key loses all of it.
    built("site", "offline: true\n");
    assert!(none == built("site", ""));
    for (path, bytes) in none.iter().chain(bundled_site()) {
        assert!(!OWN.iter().any(|own| path == Path::new(own)), "{}", path.display());
        if path.extension().is_some_and(|it| it == "html" || it == "css" || it == "js")
            && !path.starts_with("authoring")
        {
            let text = String::from_utf8_lossy(bytes);
            for word in ["data-offline", "offline.js", "serviceWorker", "manifest-src", "rel=\"manifest\""] {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn each_page_offers_it_and_may_load_the_web_manifest() {
    let (course, site) = (temporary(), temporary());
    offline(course.path());
    build(course.path(), site.path());
    let html = fs::read_to_string(site.path().join("first/ask/index.html")).unwrap();
    for part in [
        "href=\"../../manifest.json\"",
        "src=\"../../assets/offline.js\" defer",
        "; manifest-src 'self'\"",
        "data-offline hidden",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn the_web_manifest_has_the_name_of_the_edition_and_the_colours_of_the_theme() {
    let folder = temporary();
    let (course, theme, site) = (folder.path().join("c"), folder.path().join("t"), folder.path().join("s"));
    offline(&course);
    put(
        &theme,
        "styles/99-own.css",
        ":root {\n  --paper: #abcdef;\n}\n@media print {\n  :root {\n    --paper: #123456;\n  }\n}\n",
    );
    let paths = [&course, &theme, &site].map(|it| it.to_str().unwrap());
    let output =
        mitate(&["build", paths[0], "--theme", paths[1], "--out", paths[2], "--edition", "facilitator"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    let site = files(&site);
    let manifest = json(&site, "manifest.json");
    assert_eq!(manifest["name"], "小さな教材　進行役版");
    assert_eq!(manifest["short_name"], "小さな教材　進行役版");
    assert_eq!([&manifest["lang"], &manifest["dir"]], ["ja", "ltr"]);
    assert_eq!([&manifest["background_color"], &manifest["theme_color"]], ["#abcdef", "#abcdef"]);
    for icon in manifest["icons"].as_array().unwrap() {
        assert!(site.contains_key(Path::new(icon["src"].as_str().unwrap())), "{icon}");
    }
}
