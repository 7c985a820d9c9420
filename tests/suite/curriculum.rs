//! The bundled course keeps its promise: every item of the syllabus is taught and practised, and nothing is overloaded.

use crate::course::{files, mitate, project, stdout};

/// The most items that one exercise practises.
const MOST_OF_AN_EXERCISE: usize = 4;
/// The most items that one page teaches.
const MOST_OF_A_PAGE: usize = 6;

#[test]
fn every_item_of_the_bundled_course_is_taught_and_practised() {
    let map = stdout(&mitate(&["check", "content", "--coverage", "--lang", "en"]));
    let (mut items, mut lacking) = (0, Vec::new());
    let mut lines = map.lines().peekable();
    while let Some(line) = lines.next() {
        let is_item = line.starts_with("  ") && !line.starts_with("   ");
        if !is_item {
            continue;
        }
        items += 1;
        let (mut taught, mut practised) = (false, false);
        while let Some(where_) = lines.next_if(|next| next.starts_with("    ")) {
            taught |= where_.trim_start().starts_with("Taught:");
            practised |= where_.trim_start().starts_with("Practised:");
        }
        if !(taught && practised) {
            lacking.push(line.trim());
        }
    }
    assert!(items > 0, "the map names no item:\n{map}");
    assert!(lacking.is_empty(), "not taught, or not practised: {lacking:?}");
}

#[test]
fn no_exercise_and_no_page_of_the_bundled_course_covers_too_much() {
    let content = project().join("content");
    let mut overloaded = Vec::new();
    for (folder, most) in [("exercises", MOST_OF_AN_EXERCISE), ("modules", MOST_OF_A_PAGE)] {
        for (path, bytes) in files(&content.join(folder)) {
            let text = String::from_utf8(bytes).expect("a text file");
            let covered = text.lines().find_map(|line| line.strip_prefix("covers:")).unwrap_or_default();
            let count = covered.split(',').filter(|item| item.contains(char::is_alphanumeric)).count();
            if count > most {
                overloaded.push(format!("{}: {count}", path.display()));
            }
        }
    }
    assert!(overloaded.is_empty(), "too many items: {overloaded:?}");
}

#[test]
fn no_page_of_the_bundled_course_asks_for_more_than_three_exercises_before_it_offers_more() {
    let mut crowded = Vec::new();
    let pages = files(&project().join("content/modules"));
    // The manual for authors shows what an exercise looks like; nobody works through it.
    for (path, bytes) in pages.into_iter().filter(|(path, _)| !path.starts_with("90-authoring")) {
        let text = String::from_utf8(bytes).expect("a text file");
        let asked = text.split("\n## もっとやる\n").next().unwrap_or_default();
        let count = asked.matches("\n```exercise\n").count();
        if count > 3 {
            crowded.push(format!("{}: {count}", path.display()));
        }
    }
    assert!(crowded.is_empty(), "too many exercises: {crowded:?}");
}
