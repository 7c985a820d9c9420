//! The bundled course names its basis: a page that names a law links to the page on laws.

use std::collections::BTreeSet;

use regex::Regex;

use crate::course::{files, project};

/// Where the course says which laws and guidelines it cites, and how far each was checked.
const BASIS: &str = "modules/89-basis/index.md";

/// The texts of the bundled course, by path; its guide for authors is no part of them.
fn texts() -> Vec<(String, String)> {
    let content = project().join("content");
    let all = files(&content).into_iter().map(|(path, bytes)| {
        (path.to_string_lossy().replace('\\', "/"), String::from_utf8_lossy(&bytes).into_owned())
    });
    all.filter(|(path, _)| !path.starts_with(".schema") && !path.contains("90-authoring")).collect()
}

#[test]
fn every_page_case_and_role_that_names_a_law_leads_to_the_basis() {
    let texts = texts();
    let (_, basis) = texts.iter().find(|(path, _)| path == BASIS).expect("the page on laws");
    let law = Regex::new(r"\p{Han}{4,}法|生徒指導提要|意思決定支援ガイドライン").expect("a pattern");
    let cells = basis.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next());
    let laws: BTreeSet<&str> = cells.flat_map(|cell| law.find_iter(cell)).map(|it| it.as_str()).collect();
    assert!(laws.len() > 10, "{laws:?}");
    let are_read = |path: &str| ["modules/", "cases/", "roles/"].iter().any(|it| path.starts_with(it));
    let lacking: Vec<_> = texts
        .iter()
        .filter(|(path, text)| are_read(path) && path != BASIS && !text.contains("](module:basis"))
        .filter_map(|(path, text)| Some((path, laws.iter().find(|law| text.contains(**law))?)))
        .collect();
    assert!(lacking.is_empty(), "no link to the basis: {lacking:?}");
}

#[test]
fn every_article_of_a_law_that_the_course_cites_is_of_a_law_in_the_basis() {
    let texts = texts();
    let (_, basis) = texts.iter().find(|(path, _)| path == BASIS).expect("the page on laws");
    let cited = Regex::new(r"(\p{Han}{2,}法)（?第[0-9]").expect("a pattern");
    let lacking: Vec<_> = texts
        .iter()
        .flat_map(|(path, text)| cited.captures_iter(text).map(move |it| (path, it[1].to_owned())))
        .filter(|(_, law)| !basis.contains(law))
        .collect();
    assert!(lacking.is_empty(), "not in the basis: {lacking:?}");
}
