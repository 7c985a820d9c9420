//! What authors once lost without a word: one row each in `tests/shared/silent.json`. Each is reported at its line now, or is shown.

use std::collections::BTreeMap;
use std::path::Path;

use mitate::pipeline::Workshop;
use mitate::render::Bytes;
use regex::Regex;

use crate::course::{project, put, temporary};

#[derive(serde::Deserialize)]
struct Row {
    /// What an author writes.
    written: String,
    /// The files of the course, beside a course that has no mistake.
    files: BTreeMap<String, String>,
    /// The files of a theme.
    #[serde(default)]
    theme: BTreeMap<String, String>,
    /// `path:line code` of what is reported.
    report: Option<String>,
    /// A file of the site and what it shows, as a pattern; then no error is reported.
    shows: Option<(String, String)>,
}

/// What is wrong with a row, if anything.
fn fault(row: &Row) -> Option<String> {
    let folder = temporary();
    let (course, theme) = (folder.path().join("course"), folder.path().join("theme"));
    put(&course, "course.yaml", "id: rows\ntitle: 見本\nlanguage: ja\nrevision: 1\n");
    put(&course, "modules/01-m/index.md", "---\ntitle: はじめ\n---\n本文。\n");
    row.files.iter().for_each(|(path, text)| put(&course, path, text));
    row.theme.iter().for_each(|(path, text)| put(&theme, path, text));
    let overlay: Option<&Path> = (!row.theme.is_empty()).then_some(&theme);
    let loaded = Workshop::new(&course, overlay, &[]).unwrap().load().unwrap();
    let reports: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|it| {
            let text = loaded.sources.text(&it.span.path);
            let line = text[..(it.span.start as usize).min(text.len())].matches('\n').count() + 1;
            format!("{}:{line} {}", it.span.path, it.code.name())
        })
        .collect();
    if let Some(report) = &row.report {
        return (!reports.contains(report)).then(|| format!("{report} is not in {reports:#?}"));
    }
    let (path, pattern) = row.shows.as_ref()?;
    let Some(site) = loaded.site() else { return Some(format!("{reports:#?}")) };
    let Ok(Some(Bytes::Made(bytes))) = site.render(path) else { return Some(format!("no {path}")) };
    let page = String::from_utf8(bytes).unwrap();
    let is_shown = Regex::new(&format!("(?s){pattern}")).unwrap().is_match(&page);
    (!is_shown).then(|| format!("{pattern} is not in {page}"))
}

#[test]
fn what_was_lost_in_silence_is_reported_or_shown() {
    let table = std::fs::read_to_string(project().join("tests/shared/silent.json")).unwrap();
    let rows: Vec<Row> = serde_json::from_str(&table).unwrap();
    assert!(rows.iter().all(|row| row.report.is_some() != row.shows.is_some()));
    let faults: Vec<String> =
        rows.iter().filter_map(|row| Some(format!("{:?}: {}", row.written, fault(row)?))).collect();
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), rows.len(), faults.join("\n"));
    assert!(rows.len() > 75);
}
