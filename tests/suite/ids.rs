//! Every id of a page is on it once, and what leads to an id finds its own.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use crate::course::{build, bundled_site, files, project, temporary};

/// A start tag of a page: its name, its attributes, and where the tag begins and ends in the page.
struct Tag {
    name: String,
    attributes: HashMap<String, String>,
    start: usize,
    end: usize,
}

/// The start tags of a page. Its attributes are written between double quotation marks, as our own templates write them.
fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = page[at..].find('<').map(|found| at + found) {
        let mut is_quoted = false;
        let inside = |c: char| {
            is_quoted ^= c == '"';
            c == '>' && !is_quoted
        };
        let end = start + page[start..].find(inside).expect("a tag ends");
        let tag = &page[start + 1..end];
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        let mut attributes = HashMap::new();
        let mut rest = &tag[name.len()..];
        while let Some((before, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').expect("a value ends");
            let key = before.split_whitespace().last().unwrap_or_default();
            attributes.insert(key.to_owned(), value.to_owned());
            rest = after;
        }
        // What a script or a style holds is no markup.
        let raw = ["script", "style"].into_iter().find(|it| *it == name);
        at = raw.and_then(|it| page[end..].find(&format!("</{it}"))).map_or(end + 1, |found| end + found);
        if !name.is_empty() {
            tags.push(Tag { name, attributes, start, end: end + 1 });
        }
    }
    tags
}

/// What is between a start tag and its end tag.
fn inside<'p>(page: &'p str, tag: &Tag) -> &'p str {
    let rest = &page[tag.end..];
    let (open, close) = (format!("<{}", tag.name), format!("</{}>", tag.name));
    let mut depth = 1;
    let mut at = 0;
    while depth > 0 {
        let next_close = at + rest[at..].find(&close).expect("an element ends");
        let next_open = rest[at..].find(&open).map(|found| at + found);
        if let Some(next_open) = next_open.filter(|&found| found < next_close) {
            (depth, at) = (depth + 1, next_open + open.len());
        } else {
            (depth, at) = (depth - 1, next_close + close.len());
        }
    }
    &rest[..at]
}

/// What is wrong with the ids of a page.
fn faults(page: &str) -> Vec<String> {
    let tags = tags(page);
    let mut faults = Vec::new();
    let mut ids: HashMap<&str, &Tag> = HashMap::new();
    for tag in &tags {
        if let Some(id) = tag.attributes.get("id")
            && ids.insert(id, tag).is_some()
        {
            faults.push(format!("id {id} twice"));
        }
    }
    for tag in &tags {
        let Some(anchor) = tag.attributes.get("href").and_then(|href| href.strip_prefix('#')) else {
            continue;
        };
        let Some(target) = ids.get(anchor) else {
            faults.push(format!("#{anchor} leads nowhere"));
            continue;
        };
        // A mark comes after the 【word】 that its note begins with.
        if tag.attributes.get("id").is_some_and(|id| id.contains("fnref-")) {
            let before = &page[..tag.start];
            let word = before.rfind('【').zip(before.rfind('】')).map(|(from, to)| &before[from..to]);
            let note = inside(page, target);
            if let Some(word) = word.filter(|word| !note.trim_start_matches("<p>").starts_with(word)) {
                faults.push(format!("{word} opens {note}"));
            }
        }
    }
    faults
}

fn built(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = temporary();
    build(folder, out.path());
    files(out.path())
}

/// The pages among the files of a site.
fn pages(site: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<(String, String)> {
    let pages = site.iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "html"));
    pages
        .map(|(path, bytes)| {
            (path.to_string_lossy().into_owned(), String::from_utf8_lossy(bytes).into_owned())
        })
        .collect()
}

// Invariant 9.
#[test]
fn a_text_shown_twice_has_no_id_twice_and_every_mark_opens_its_own_note() {
    let pages = pages(&built(&project().join("tests/sites/shown-twice/in")));
    let page = &pages.iter().find(|(path, _)| path == "first/index.html").unwrap().1;
    assert!(page.matches("fnref-").count() > 20, "the page shows the case's footnotes again and again");
    let wrong: Vec<String> = pages
        .iter()
        .flat_map(|(path, page)| faults(page).into_iter().map(move |it| format!("{path}: {it}")))
        .collect();
    assert_eq!(wrong, [] as [String; 0]);
}

// Invariant 9.
#[test]
fn the_bundled_course_has_no_id_twice_and_no_anchor_that_leads_nowhere() {
    let pages = pages(bundled_site());
    assert!(pages.len() > 60);
    let wrong: Vec<String> = pages
        .iter()
        .flat_map(|(path, page)| faults(page).into_iter().map(move |it| format!("{path}: {it}")))
        .collect();
    assert_eq!(wrong, [] as [String; 0]);
}
