//! Headings follow each other: whoever listens to a page goes from one to the next and misses none.

use std::path::Path;

use crate::course::{build, bundled_site, files, put, small, temporary};

/// The levels of a page's headings, in order.
fn levels(page: &str) -> Vec<u8> {
    let starts = page.split("<h").skip(1);
    let level = |rest: &str| match rest.as_bytes() {
        [level @ b'1'..=b'6', b' ' | b'>', ..] => Some(level - b'0'),
        _ => None,
    };
    starts.filter_map(level).collect()
}

/// Where a heading is more than one level below the heading before it.
fn skipped(path: &Path, page: &str) -> Option<String> {
    let levels = levels(page);
    let is_skipped = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
    (is_skipped || levels.first() != Some(&1)).then(|| format!("{}: {levels:?}", path.display()))
}

#[test]
fn no_page_of_the_bundled_course_skips_a_level_of_headings() {
    let pages = bundled_site().iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "html"));
    let wrong: Vec<String> =
        pages.filter_map(|(path, bytes)| skipped(path, &String::from_utf8_lossy(bytes))).collect();
    assert_eq!(wrong, [] as [String; 0]);
}

#[test]
fn an_exercise_before_the_first_heading_of_a_page_skips_no_level() {
    let folder = temporary();
    small(&folder.path().join("in"));
    for id in ["first", "second"] {
        put(
            folder.path(),
            &format!("in/exercises/{id}.yaml"),
            "title: 書く\nkind: write\nminutes: 3\nask: 書きます。\nfields:\n  - { id: seen, kind: long-text, label: 見たもの }\nexamples:\n  - { level: good, for: seen, text: 雨。, because: 見たままです。 }\n  - { level: near, for: seen, text: 嵐。, because: 見えない音です。 }\n",
        );
    }
    let page = "---\ntitle: 課題だけ\n---\n```exercise\nfirst\n```\n\n```exercise\nsecond\n```\n\n## あと\n\n本文。\n";
    put(folder.path(), "in/modules/01-first/30-only.md", page);
    let out = temporary();
    build(&folder.path().join("in"), out.path());
    let site = files(out.path());
    let page = String::from_utf8_lossy(&site[Path::new("first/only/index.html")]).into_owned();
    assert_eq!(skipped(Path::new("only"), &page), None);
    assert_eq!(levels(&page)[..3], [1, 2, 3], "the exercises have one heading above them");
}
