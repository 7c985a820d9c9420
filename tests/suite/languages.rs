//! What is particular to a language is in its locale file and its words, not in code.

use std::fs;

use crate::course::project;
use crate::tidy::sources;

/// The code that may hold letters of Japanese, file or folder, each with the reason.
const ALLOWED: [(&str, &str); 21] = [
    ("src/locale/parts.rs", "what patterns of every language may use by name"),
    ("src/locale/tag.rs", "names of languages, each in itself"),
    ("src/locale/terms.rs", "the characters of a script"),
    ("src/model/normalise.rs", "the characters of a script, whatever the language of the text"),
    ("src/render/search/grams.rs", "the characters of a script"),
    ("themes/default/scripts/search/postings.js", "the characters of a script"),
    ("src/check/rules/names/words.rs", "the characters of a script"),
    ("src/check/rules/names/japanese.rs", "a procedure, not a list: the lists are in the locale file"),
    (
        "src/check/rules/images.rs",
        "names that programs give to pictures, whatever the language of the course",
    ),
    ("src/import/excel/", "formats of Excel: eras and weekdays of any workbook"),
    ("src/import/word/", "names of styles and numbers in Word, whatever the language of the course"),
    ("src/import/foreign/", "marks of other programs"),
    ("src/import/form/", "words of handouts, which may be in another language than the course"),
    ("src/paper/read/", "what Word puts into empty fields, and what people write into a form by hand"),
    ("src/parse/markdown/marks/", "what authors write by mistake: each is reported"),
    ("themes/default/scripts/diagram/genogram-dates.js", "dates of births; to become data of the locale"),
    ("themes/default/scripts/diagram/genogram-when.js", "dates of births; to become data of the locale"),
    (
        "themes/default/scripts/diagram/text.js",
        "words at which a label is divided; to become data of the locale",
    ),
    (
        "themes/default/scripts/diagram/timeline-dates.js",
        "short forms of dates; to become data of the locale",
    ),
    (
        "themes/default/scripts/diagram/timeline-entries.js",
        "short forms of dates; to become data of the locale",
    ),
    ("src/diagram/drawing.js", "the bundle of the scripts above"),
];

fn is_letter_of_japanese(sign: char) -> bool {
    matches!(sign, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '\u{3400}'..='\u{9fff}')
}

/// The first line of `code` with such a letter outside a comment.
fn held(code: &str) -> Option<&str> {
    let is_comment = |line: &str| ["//", "/*", "*"].iter().any(|sign| line.trim_start().starts_with(sign));
    code.lines().find(|line| {
        let before_comment = line.split(" // ").next().unwrap_or_default();
        !is_comment(line) && before_comment.contains(is_letter_of_japanese)
    })
}

/// The scripts: their paths from the project's folder, and their texts.
fn scripts() -> Vec<(String, String)> {
    let folders = ["src", "themes/default"].map(|folder| project().join(folder));
    let files =
        folders.iter().flat_map(|folder| walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap));
    let scripts = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "js"));
    let named = scripts.map(|file| {
        let path = file.path().strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
        (path, fs::read_to_string(file.path()).unwrap())
    });
    // Bundles of the others.
    named.filter(|(path, _)| !path.contains("/assets/")).collect()
}

#[test]
fn no_code_holds_words_of_a_language() {
    let code = sources().into_iter().map(|(path, code)| (format!("src/{path}"), code));
    let code = code.filter(|(path, _)| !path.ends_with("tests.rs")).chain(scripts());
    let holding: Vec<(String, String)> =
        code.filter_map(|(path, code)| Some((path, held(&code)?.trim().to_owned()))).collect();
    let wrong: Vec<_> = holding
        .iter()
        .filter(|(path, _)| !ALLOWED.iter().any(|(allowed, _)| path.starts_with(allowed)))
        .collect();
    assert!(wrong.is_empty(), "put this into the locale files or the words: {wrong:#?}");
    for (allowed, reason) in ALLOWED {
        assert!(holding.iter().any(|(path, _)| path.starts_with(allowed)), "{allowed} holds none: {reason}");
    }
}

#[test]
fn comments_hold_what_they_like_and_code_does_not() {
    assert_eq!(held("// あ\n/* あ */\n * あ\nlet x = 1; // あ\nlet sign = \"・。、ー\";"), None);
    assert_eq!(held("let x = 'a';\n  let y = \"漢\";"), Some("  let y = \"漢\";"));
}
