//! Handouts that others made become pages and forms: `tests/import/` has them with what each becomes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use mitate::diagnostic::{Language, messages};
use mitate::import::{self, Imported};
use mitate::parse::parse_source;
use mitate::source::Source;
use mitate::theme::Theme;
use proptest::prelude::*;

use crate::course::{mitate_in, project, stderr, stdout, temporary};
use crate::fuzz::targets::archives::{Files, zipped};
use crate::fuzz::targets::handouts::{self, RELATIONS};
use crate::fuzz::targets::mutate::Dice;

/// The handouts.
fn handouts() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("tests/import")).unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| ["docx", "xlsx", "md"].iter().any(|end| it == *end)))
        .collect();
    files.sort();
    assert!(files.len() >= 12, "{files:?}");
    files
}

fn read(path: &Path) -> import::ReadHandout {
    let (stem, ending) =
        (path.file_stem().unwrap().to_str().unwrap(), path.extension().unwrap().to_str().unwrap());
    import::read_unguarded(&fs::read(path).unwrap(), stem, ending).unwrap()
}

/// What is left out, as it is printed in Japanese.
fn listed(imported: &Imported) -> String {
    let messages = messages(Language::Ja);
    let mut out = String::new();
    for left in &imported.left {
        let (key, arguments) = left.place.message();
        let place = messages.text(key, &arguments);
        let said = messages.text(left.what.key(), &[("words", left.words.replace('\n', " "))]);
        writeln!(out, "{}", messages.text("import-left", &[("place", place), ("said", said)])).unwrap();
    }
    out
}

/// A Word file with `body`.
fn docx(body: &str) -> Vec<u8> {
    let types = format!("<Types><Override PartName=\"/word/document.xml\" ContentType=\"{TYPE}\"/></Types>");
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zipped(&Files::from([
        ("[Content_Types].xml".to_owned(), types.into_bytes()),
        ("word/document.xml".to_owned(), document.into_bytes()),
    ]))
}

/// `UPDATE=1` writes what is expected.
#[test]
fn every_handout_becomes_what_is_beside_it() {
    let mut wrong = Vec::new();
    for path in handouts() {
        let handout = read(&path);
        let page = handout.page("picture");
        let mut text = format!("{}\n=== left\n{}", page.text, listed(&page));
        if let Some(form) = handout.form() {
            write!(text, "=== form\n{}=== left\n{}", form.text, listed(&form)).unwrap();
        }
        let expected = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &text).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&*text) {
            wrong.push(format!("{}:\n{text}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The command says of each new file what `mitate check` says of it later, and nothing else of the course changes.
#[test]
fn what_is_to_be_added_is_said() {
    for path in handouts() {
        for kind in ["page", "worksheet"] {
            let folder = temporary();
            let course = folder.path().join("course");
            let course_name = course.to_str().unwrap();
            assert!(mitate_in(folder.path(), &["new", course_name, "--lang", "ja"]).status.success());
            let before = crate::course::files(&course);
            let is_form = kind == "worksheet";
            let arguments =
                ["import", path.to_str().unwrap(), "--into", course_name, "--as", kind, "--lang", "en"];
            let output = mitate_in(folder.path(), &arguments);
            let said = format!("{}{}", stdout(&output), stderr(&output));
            let after = crate::course::files(&course);
            if is_form && (path.extension().unwrap() == "md" || read(&path).form().is_none()) {
                assert_eq!(output.status.code(), Some(1), "{}: {said}", path.display());
                assert_eq!(before, after, "{}: nothing is written", path.display());
                continue;
            }
            assert_eq!(output.status.code(), Some(0), "{}: {said}", path.display());
            assert!(
                before.iter().all(|(path, bytes)| after[path] == *bytes),
                "no file of the course changes"
            );
            let new: BTreeSet<String> = after
                .keys()
                .filter(|path| !before.contains_key(*path))
                .map(|path| path.to_str().unwrap().replace('\\', "/"))
                .collect();
            assert!(!new.is_empty());
            let checked = mitate_in(&course, &["check", "--format", "short", "--lang", "en"]);
            let found = stdout(&checked);
            let of_new =
                found.lines().filter(|line| new.iter().any(|path| line.starts_with(&format!("{path}:"))));
            let codes: Vec<&str> =
                of_new.map(|line| line.split_once('[').unwrap().1.split_once(']').unwrap().0).collect();
            for code in &codes {
                assert!(said.contains(code), "{}: {code} is not said:\n{said}", path.display());
            }
            let is_clean = said.contains("There is nothing to fix.");
            assert_eq!(codes.is_empty(), is_clean, "{}: {said}\n{found}", path.display());
            let errors = found.lines().filter(|line| line.contains(": error[")).count();
            let of_alt = codes.iter().filter(|code| **code == "missing-alt").count();
            assert!(
                errors == of_alt || path.extension().unwrap() == "md",
                "{} as {kind}: a handout asks for alt texts only:\n{found}\n{}",
                path.display(),
                new.iter()
                    .map(|path| String::from_utf8_lossy(&after[Path::new(path)]).into_owned())
                    .collect::<String>()
            );
        }
    }
}

/// Two files with the same name, twice: each gets a place of its own.
#[test]
fn no_file_is_replaced() {
    let folder = temporary();
    let course = folder.path().join("course");
    let name = course.to_str().unwrap();
    assert!(mitate_in(folder.path(), &["new", name, "--lang", "ja"]).status.success());
    let handout = project().join("tests/import/pictures.docx");
    let handout = handout.to_str().unwrap();
    let arguments = ["import", handout, handout, "--into", name, "--lang", "ja"];
    for pages in [2, 4] {
        let output = mitate_in(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
        let module = fs::read_dir(course.join("modules/02-handouts")).unwrap();
        assert_eq!(module.count(), 1 + pages);
    }
    assert!(course.join("modules/02-handouts/40-pictures-4.md").is_file());
    assert!(course.join("images/pictures-4-1.png").is_file());
}

/// Nineteen tables within each other are 62 levels of elements: their words are all there.
#[test]
fn a_deep_handout_is_read() {
    let deep = (0..19).fold("<w:p/>".to_owned(), |inner, at| {
        format!("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>語{at}終</w:t></w:r></w:p>{inner}</w:tc></w:tr></w:tbl>")
    });
    let handout = import::read_unguarded(&docx(&deep), "name", "docx").unwrap();
    let page = handout.page("a");
    for at in 0..19 {
        assert!(page.text.contains(&format!("語{at}終")), "{}", page.text);
    }
}

/// A link whose address was a shortcode is words, a merged cell makes no column of its own, an address is room to write.
#[test]
fn nothing_is_left_of_what_has_no_words() {
    let jekyll = "---\ntitle: T\n---\n[次へ]({% post_url a %})と![図]({{ x }})、[三[四]五]({{ y }})、[外](https://example.com)\n";
    let page = import::read_unguarded(jekyll.as_bytes(), "name", "md").unwrap().page("a");
    assert!(page.text.ends_with("\n次へと図、三[四]五、[外](https://example.com)\n"), "{}", page.text);

    let wide = "<w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>";
    let row = |label: &str, room: &str| {
        format!(
            "<w:tr><w:tc><w:p><w:r><w:t>{label}</w:t></w:r></w:p></w:tc>{wide}<w:p><w:r><w:t>{room}</w:t></w:r></w:p></w:tc></w:tr>"
        )
    };
    let merged = |kind: &str, words: &str| {
        format!("<w:tc><w:tcPr><w:vMerge{kind}/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let restart = " w:val=\"restart\"";
    let high = format!(
        "<w:tr>{}{}</w:tr><w:tr>{}{}</w:tr>",
        merged(restart, "内容"),
        merged(restart, ""),
        merged("", ""),
        merged("", "")
    );
    let body = format!("<w:tbl>{}{}{high}</w:tbl>", row("氏名", ""), row("住所", "〒　　　-　　　　"));
    let handout = import::read_unguarded(&docx(&body), "name", "docx").unwrap();
    assert!(handout.page("a").text.contains("| 氏名 |  |\n"), "{}", handout.page("a").text);
    let form = handout.form().unwrap().text;
    assert!(form.contains("label: 住所"), "{form}");
    assert!(form.contains("label: 内容\n        lines: 2\n"), "{form}");
}

// ---- every word

/// Tables whose words a form once lost: a head above a column that begins one further, the head of the numbers, a unit.
#[test]
fn no_word_of_a_table_is_lost_in_a_form() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |format: &str, cells: &[&str]| {
        let cells: String = cells.iter().map(|words| cell(words)).collect();
        format!("<w:tr><w:trPr>{format}</w:trPr>{cells}</w:tr>")
    };
    let before = "<w:gridBefore w:val=\"1\"/>";
    for (rows, words) in [
        (row(before, &["隅", "朝", "夜"]) + &row(before, &["月曜", "", ""]), vec!["隅", "朝", "夜", "月曜"]),
        (
            row("", &["通し番号", "したこと", "感想"]) + &row("", &["1", "", ""]) + &row("", &["2", "", ""]),
            vec!["通し番号"],
        ),
        (
            row("", &["場所", "集まり"]) + &row("", &["", "（　　）人"]) + &row("", &["", "（　　）人"]),
            vec!["集まり", "人"],
        ),
    ] {
        let handout =
            import::read_unguarded(&docx(&format!("<w:tbl>{rows}</w:tbl>")), "name", "docx").unwrap();
        let form = handout.form().unwrap();
        let all = format!("{}\n{}", form.text, listed(&form));
        for word in words {
            assert!(all.contains(word), "{word} is lost:\n{all}");
        }
    }
}

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A Word file at random, and its words, each of which is there once.
fn word_file(seed: u64) -> (Vec<u8>, Vec<String>) {
    let mut made = handouts::MadeFile::new(Dice::new(seed));
    let body = made.blocks(3);
    let (notes, comments, words) = (made.notes, made.comments, made.words);
    let namespaces =
        "xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\" xmlns:w14=\"w14\" xmlns:m=\"m\" xmlns:v=\"v\"";
    let part = |name: &str, inner: &str| format!("<w:{name} {namespaces}>{inner}</w:{name}>").into_bytes();
    let types = format!("<Types><Override PartName=\"/word/document.xml\" ContentType=\"{TYPE}\"/></Types>");
    let files = Files::from([
        ("[Content_Types].xml".to_owned(), types.into_bytes()),
        ("word/document.xml".to_owned(), part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/footnotes.xml".to_owned(), part("footnotes", &notes)),
        ("word/comments.xml".to_owned(), part("comments", &comments)),
        ("word/numbering.xml".to_owned(), part("numbering", handouts::NUMBERING)),
        ("word/_rels/document.xml.rels".to_owned(), RELATIONS.as_bytes().to_vec()),
    ]);
    (zipped(&files), words)
}

/// Whether every word is in the result or in the list.
fn expect_words(
    imported: &Imported,
    title: &str,
    words: &[String],
    source: &[u8],
) -> Result<(), TestCaseError> {
    let left: Vec<&str> = imported.left.iter().map(|left| &*left.words).collect();
    let left = left.join("\n");
    for word in words {
        prop_assert!(
            imported.text.contains(word.as_str())
                || left.contains(word.as_str())
                || title.contains(word.as_str()),
            "{word} is lost:\n{}\n{left}\n{}",
            imported.text,
            String::from_utf8_lossy(&crate::fuzz::targets::archives::unzipped(source)["word/document.xml"])
        );
    }
    Ok(())
}

/// Words as a page shows them.
fn shown(text: &str) -> (String, Vec<String>) {
    static THEME: OnceLock<Arc<Theme>> = OnceLock::new();
    let theme = THEME.get_or_init(|| Arc::new(Theme::load(None, "ja").unwrap().0));
    let path: Arc<str> = Arc::from("modules/01-a/10-b.md");
    let source = Source { path, text: Arc::from(text), hash: blake3::hash(text.as_bytes()) };
    let parsed = parse_source(&source, &theme.locale);
    let errors = parsed.diagnostics.iter().map(|it| format!("{:?}", it.code)).collect();
    (parsed.document.unwrap().body.plain.clone(), errors)
}

#[test]
fn words_above_a_table_of_rows_and_columns_stay() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |words: [&str; 3]| format!("<w:tr>{}</w:tr>", words.map(cell).concat());
    for head in ["よい点", "チェック"] {
        let tick = if head == "チェック" { "□" } else { "" };
        let rows = [["", head, "気になる点"], ["家庭", tick, ""], ["学校", tick, ""]].map(row).concat();
        let body = format!("<w:p><w:r><w:t>この一週間のようす</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>");
        let form = import::read_unguarded(&docx(&body), "name", "docx").unwrap().form().unwrap();
        assert!(form.text.contains("この一週間のようす"), "{}", form.text);
        assert!(form.text.contains("学校：気になる点"), "{}", form.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_in_the_result_or_in_the_list(seed: u64) {
        let (bytes, words) = word_file(seed);
        let handout = import::read_unguarded(&bytes, "name", "docx").unwrap();
        expect_words(&handout.page("a"), &handout.title, &words, &bytes)?;
        if let Some(form) = handout.form() {
            expect_words(&form, &handout.title, &words, &bytes)?;
        }
    }

    /// Whatever a line of a handout says, the page shows it.
    #[test]
    fn a_page_shows_the_signs_of_the_handout(line in "[-#>+=:~*_`|\\[\\](){}<!&;^$\\\\/0-9a.)｜《》あ漢　 ]{1,24}") {
        let escaped = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let body = format!("<w:p><w:r><w:t xml:space=\"preserve\">見出し</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">{escaped}</w:t></w:r></w:p>");
        let handout = import::read_unguarded(&docx(&body), "name", "docx").unwrap();
        let page = handout.page("a");
        let (plain, _) = shown(&page.text);
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(squeezed(&plain), squeezed(&format!("見出し{line}")), "{}", page.text);
    }
}
