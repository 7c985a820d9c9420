//! Courses that are not in Japanese: a whole English course has no sign of Japanese, and a theme can add a language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::course::{files, mitate_in, project, put, stderr, stdout, temporary};
use crate::fuzz::targets::archives::unzipped;

/// What only a Japanese text has: kana, Han characters, full-width letters, punctuation, brackets and blanks.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// `text` with every run of Japanese as a word of its own: the same run is the same word.
fn translated(text: &str, words: &mut BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\0']) {
        let ends_run = !is_japanese(c) || "｜《》｛｝".contains(c);
        if ends_run && !run.is_empty() {
            let number = words.len();
            let word = words.entry(std::mem::take(&mut run)).or_insert_with(|| format!("Word{number}"));
            out.push_str(word);
            run.clear();
        }
        match c {
            '\0' => {}
            c if ends_run => out.push(c),
            c => run.push(c),
        }
    }
    out
}

/// Dates as English writes them: `X年10月` is `X/10`, `小6` is `Grade 6`, `中1の6月` is `Grade 7 June`.
fn with_english_dates(text: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    let mut text = text.to_owned();
    for (n, month) in (1..=12).zip(MONTHS) {
        text = text.replace(&format!("年{n}月"), &format!("/{n}"));
        text = text.replace(&format!("の{n}月"), &format!(" {month}"));
        text = text.replace(&format!("小{n}"), &format!("Grade {n}"));
        text = text.replace(&format!("中{n}"), &format!("Grade {}", n + 6));
    }
    text
}

/// A course in `from` as an English one in `to`.
fn translate(from: &Path, to: &Path) {
    let mut words = BTreeMap::new();
    for (path, bytes) in files(from) {
        let target = to.join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = with_english_dates(&text).replace("language: ja", "language: en");
                let text = text.replace("id: my-course", "id: own-course");
                fs::write(target, translated(&text, &mut words)).unwrap();
            }
            Err(error) => fs::write(target, error.into_bytes()).unwrap(),
        }
    }
}

/// The lines of a site that hold a sign of Japanese. The scripts read both languages.
fn japanese_lines(site: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files(site) {
        let path = path.display().to_string();
        let is_text = [".html", ".css"].iter().any(|it| path.ends_with(it));
        let is_data = ["search/", "answers/"].iter().any(|it| path.starts_with(it));
        if is_text || is_data {
            found.extend(japanese_in(&path, &String::from_utf8_lossy(&bytes)));
        }
    }
    found
}

/// The lines of `text`, each from a little before its first sign of Japanese.
fn japanese_in(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let Some(at) = line.find(is_japanese) else { continue };
        let start = line[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
        found.push(format!("{path}: {}", line[start..].chars().take(120).collect::<String>()));
    }
    found
}

/// The same of the papers for Word and Excel in `folder`. Room to write in is wide blanks in every language; the theme of a workbook is
/// the same in every Excel.
fn japanese_lines_of_papers(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let is_paper = |path: &Path| path.extension().is_some_and(|it| it == "docx" || it == "xlsx");
    for (path, bytes) in files(folder).into_iter().filter(|(path, _)| is_paper(path)) {
        for (name, bytes) in unzipped(&bytes).into_iter().filter(|(name, _)| !name.contains("/theme/")) {
            let text = String::from_utf8_lossy(&bytes).replace("\u{3000}\u{3000}\u{3000}\u{3000}", "");
            found.extend(japanese_in(&format!("{} {name}", path.display()), &text));
        }
    }
    found
}

/// Builds the course in `folder`, and gives its site.
fn built(folder: &Path) -> tempfile::TempDir {
    let out = temporary();
    let output = mitate_in(folder, &["build", "in", "--out", out.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    out
}

#[test]
fn a_whole_english_course_has_no_sign_of_japanese() {
    let kinds = mitate::exercise::Task::WORDS.iter().map(|kind| format!("tests/sites/exercise-{kind}/in"));
    let courses = kinds.chain(["tests/browser/course".to_owned()]);
    let mut all = Vec::new();
    for course in courses.chain(["src/cli/starter/en".to_owned()]) {
        let folder = temporary();
        translate(&project().join(&course), &folder.path().join("in"));
        let site = built(folder.path());
        all.extend(japanese_lines(site.path()).into_iter().map(|line| format!("{course}: {line}")));
        let arguments = ["paper", "in", "--as", "all", "--edition", "facilitator", "--out", "papers"];
        let output = mitate_in(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        all.extend(
            japanese_lines_of_papers(&folder.path().join("papers"))
                .into_iter()
                .map(|line| format!("{course}: {line}")),
        );
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_page_says_its_language_and_direction_and_only_japanese_has_readings_to_switch_off() {
    for (language, direction, has_readings) in
        [("ja", "ltr", true), ("en-GB", "ltr", false), ("en-US", "ltr", false)]
    {
        let folder = temporary();
        translate(&project().join("tests/sites/unknown-language-not/in"), &folder.path().join("in"));
        let course = folder.path().join("in/course.yaml");
        let text = fs::read_to_string(&course).unwrap().replace("en-AU", language);
        fs::write(course, text).unwrap();
        let site = built(folder.path());
        let home = fs::read_to_string(site.path().join("index.html")).unwrap();
        assert!(home.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\"")), "{language}");
        assert_eq!(home.contains("name=\"furigana\""), has_readings, "{language}");
        let style = fs::read_to_string(site.path().join("assets/style.css")).unwrap();
        let paper = if language == "en-US" { "letter" } else { "A4" };
        assert!(style.contains(&format!("@page{{size:{paper}}}")), "{language}");
        let height = if language == "en-US" { "279.4mm" } else { "297mm" };
        assert!(style.contains(&format!("--paper-height:{height}")), "{language}");
        assert_eq!(style.contains("--sans:\"BIZ UDPGothic\""), language == "ja");
    }
}

#[test]
fn a_theme_adds_a_language_of_its_own_with_its_direction_words_and_sentences() {
    let folder = temporary();
    let site = temporary();
    let write = |path: &str, text: &str| put(folder.path(), path, text);
    // Made for this test: a language that ends its sentences with a double danda.
    let locale = "\
writing:
  direction: rtl
  sans: serif
  serif: serif
  leading: 2
  leading-of-headings: 1.5
  tracking: 0
  features: normal
  word-break: normal
  overflow-wrap: break-word
  hyphens: manual
sentences:
  marks: ॥
  brackets: ()
  closing: )
";
    write("theme/locales/qaa.yaml", locale);
    write("theme/locales/qaa.ftl", "search = Mencari\n");
    write("in/course.yaml", "id: added\ntitle: Added\nlanguage: qaa\nrevision: 1\n");
    write("in/modules/01-first/index.md", "---\ntitle: First\n---\n\nText.\n");
    let case = "---\ntitle: Case\nfictional: true\nperson: { label: A }\nstages:\n  - { id: one, title: One }\n---\n\
                ## One {#one}\n\nFirst. Still first॥ Second॥\n";
    write("in/cases/one.md", case);
    let arguments = ["build", "in", "--theme", "theme", "--out", site.path().to_str().unwrap()];
    let output = mitate_in(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = fs::read_to_string(site.path().join("cases/one/index.html")).unwrap();
    assert!(page.contains("<html lang=\"qaa\" dir=\"rtl\""));
    assert!(page.contains("Mencari"), "a word of its own");
    assert!(page.contains("Skip to"), "a missing word is English");
    assert!(page.contains(">First. Still first॥</span>") && page.contains(">Second॥</span>"));
    let said = format!("{}{}", stderr(&output), stdout(&output));
    assert!(said.contains("theme-missing-words") && said.contains("unchecked-language"), "{said}");
}

/// The text of a page, without tags, scripts, styles and templates.
fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let end = ["script", "style", "template"].iter().find(|tag| rest[at + 1..].starts_with(**tag));
        let end = end.map_or(">".to_owned(), |tag| format!("</{tag}>"));
        rest = rest[at..].find(&end).map_or("", |found| &rest[at + found + end.len()..]);
        out.push('\n');
    }
    out + rest
}

#[test]
fn the_sample_course_in_english_has_every_kind_and_field_and_no_sign_of_japanese() {
    let folder = temporary();
    let made = mitate_in(folder.path(), &["--lang", "en", "new", "--sample", "in"]);
    assert!(made.status.success(), "{}", stderr(&made));
    let checked = mitate_in(folder.path(), &["--lang", "en", "check", "in", "--coverage"]);
    assert!(stdout(&checked).contains("no errors, no warnings"), "{}{}", stdout(&checked), stderr(&checked));
    let site = built(folder.path());
    let lines = japanese_lines(site.path());
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    let straight: Vec<String> = files(site.path())
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|it| it == "html"))
        .flat_map(|(path, bytes)| {
            let text =
                visible(&String::from_utf8_lossy(&bytes)).replace("&quot;", "\"").replace("&#39;", "'");
            let lines = text.lines().filter(|line| line.contains(['"', '\''])).map(str::to_owned);
            lines.map(|line| format!("{}: {line}", path.display())).collect::<Vec<_>>()
        })
        .collect();
    let home = fs::read_to_string(site.path().join("index.html")).unwrap();
    assert!(home.contains("about 200 min in all") && !home.contains("200 min to read"));
    assert!(straight.is_empty(), "straight quotation marks:\n{}", straight.join("\n"));
    let source: String = files(&folder.path().join("in"))
        .into_values()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    for kind in mitate::exercise::Task::WORDS {
        assert!(source.contains(&format!("\nkind: {kind}\n")), "an exercise of the kind {kind}");
    }
    for field in mitate::field::FieldKind::WORDS {
        let is_there = [",", "\n"].iter().any(|end| source.contains(&format!("kind: {field}{end}")));
        assert!(is_there, "a field of the type {field}");
    }
}

/// What `check` says of a course in British English with one file more.
fn said_of(path: &str, text: &str) -> String {
    let folder = temporary();
    put(folder.path(), "in/course.yaml", "id: c\ntitle: C\nlanguage: en-GB\nrevision: 1\n");
    put(folder.path(), "in/modules/01-first/index.md", "---\ntitle: First\n---\n\nAll children refused.\n");
    put(folder.path(), &format!("in/{path}"), text);
    stderr(&mitate_in(folder.path(), &["--lang", "en", "check", "in"]))
}

#[test]
fn a_fix_is_one_that_works_in_the_language_of_the_course() {
    let timeline = |from: &str| {
        format!(
            "---\ntitle: T\nfictional: true\nperson: {{ label: A }}\nstages:\n  - {{ id: one, title: One }}\n\
             timeline:\n  unit: grade\n  start: {from}\n  spans:\n    - {{ id: a, from: {from}, label: L, lane: life }}\n---\n\
             ## One {{#one}}\n\nText.\n"
        )
    };
    let said = said_of("cases/t.md", &timeline("Grade 5"));
    assert!(!said.contains("cases/t.md:1:1"), "the start has its own place: {said}");
    let fix = said.split("Write it like one of these: ").nth(1).unwrap_or_default();
    let examples: Vec<&str> =
        fix.lines().next().unwrap_or_default().trim_end_matches('.').split(" / ").collect();
    assert!(examples.len() > 1, "{said}");
    for example in examples {
        let said = said_of("cases/t.md", &timeline(example));
        assert!(!said.contains("impossible-diagram"), "{example}: {said}");
    }

    let role =
        "---\ntitle: T\nduties:\n  - { stage: one, does: Looks, listens, with: the pupil }\n---\n\nText.\n";
    assert!(said_of("roles/t.md", role).contains("put the whole text in \"double quotes\""));

    let rules = "wording:\n  - { avoid: child, use: pupil, forms: [children] }\n  \
                 - { avoid: refuse, use: did not, forms: [refused] }\n";
    let said = said_of("wording.yaml", rules);
    assert!(said.contains("“pupil”") && said.contains("“did not”") && !said.contains("did notd"), "{said}");
}
