//! Files that are no papers, or more than papers: each is refused in a sentence with a fix, and nothing is written.

use std::fs;
use std::path::Path;
use std::process::Command;

use mitate::paper::address::Mark;
use mitate::paper::docx::fill::Answers;
use mitate::paper::xlsx::workbook;
use mitate::pipeline::Workshop;

use crate::course::{mitate_in, project, stderr, stdout, temporary};
use crate::fuzz::targets::archives::{Files, unzipped, with, zipped};

/// The blank workbook of a form of the browser tests' course, as if it were of the course `id`.
fn xlsx(id: &str) -> Vec<u8> {
    let loaded = Workshop::new(&project().join("tests/browser/course"), None, &[]).unwrap().load().unwrap();
    let site = loaded.whole_site().unwrap();
    let forms = site.forms();
    let form = forms.iter().find(|form| form.key == "worksheet/everything").unwrap();
    let mark = Mark {
        course: id.to_owned(),
        key: form.key.clone(),
        variant: String::new(),
        revision: form.revision,
        sheet: 1,
    };
    workbook(form, &mark, &site.sheet_words(form), &Answers::new()).unwrap()
}

fn course_id() -> String {
    let loaded = Workshop::new(&project().join("tests/browser/course"), None, &[]).unwrap().load().unwrap();
    loaded.course.info().unwrap().id.to_string()
}

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A Word file with `body`.
fn docx(kind: &str, body: &str) -> Files {
    let types = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"{kind}\"/></Types>"
    );
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    Files::from([
        ("[Content_Types].xml".to_owned(), types.into_bytes()),
        ("word/document.xml".to_owned(), document.into_bytes()),
    ])
}

/// Reads a file of that name, and expects that it is refused with `ja` and `en`.
fn expect_refused(folder: &Path, name: &str, bytes: &[u8], ja: &str, en: &str) {
    let course = project().join("tests/browser/course");
    fs::write(folder.join(name), bytes).unwrap();
    for (lang, words) in [("ja", ja), ("en", en)] {
        let arguments =
            ["read", name, "--course", course.to_str().unwrap(), "--out", "out.json", "--lang", lang];
        let output = mitate_in(folder, &arguments);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{name}: {said}{}", stdout(&output));
        assert!(said.contains(words), "{name}: {said}");
        assert!(said.contains(name) && said.lines().count() >= 2, "{name}, with a fix: {said}");
        assert!(!folder.join("out.json").exists(), "{name}: nothing is written");
    }
    fs::remove_file(folder.join(name)).unwrap();
}

#[test]
fn a_file_that_is_no_paper_is_refused_with_the_reason_and_a_fix() {
    let folder = temporary();
    let folder = folder.path();
    let good = xlsx(&course_id());
    let refused = |name: &str, bytes: &[u8], ja: &str, en: &str| expect_refused(folder, name, bytes, ja, en);

    refused("a.docx", b"not a zip", "mitateの用紙でも", "neither a mitate form");
    refused("a.json", b"{}", "mitateの用紙でも", "neither a mitate form");
    refused("a.pdf", b"%PDF-1.7", "mitateの用紙でも", "neither a mitate form");
    refused("a.docx", &good, "名前の終わり", "the file name ends differently");
    refused("a.json", &good, "名前の終わり", "the file name ends differently");
    refused("a.xlsx", &good[..good.len() / 2], "壊れているか", "damaged or incomplete");
    refused(
        "a.xlsx",
        &xlsx("another-course"),
        "別のコース（another-course）",
        "another course (another-course)",
    );
    refused("a.docx", &zipped(&docx(TYPE, "<w:p/>")), "どの用紙なのか", "doesn’t say which form");
    let newer = br#"{"format":"mitate-answers","version":2}"#;
    refused("b.json", newer, "新しい版のmitate", "newer version");
    let wrong =
        br#"{"format":"mitate-answers","version":1,"course":{"id":"x"},"exported":"yesterday","answers":[]}"#;
    refused("b.json", wrong, "決まりと違うところ", "published schema says: exported");

    let ole = |name: &str| {
        let stream: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[0; 600][..], &stream].concat()
    };
    refused("a.docx", &ole("EncryptedPackage"), "パスワード", "password");
    refused("a.doc", &ole("WordDocument"), "古い形式", "old format");
}

#[test]
fn a_file_that_could_do_something_is_not_opened() {
    let folder = temporary();
    let folder = folder.path();
    let refused = |name: &str, bytes: &[u8], ja: &str, en: &str| expect_refused(folder, name, bytes, ja, en);
    let plain = || docx(TYPE, "<w:p/>");
    let workbook = || unzipped(&xlsx(&course_id()));

    refused("a.docm", &with(&plain(), "word/vbaProject.bin", b"x"), "マクロ", "macro");
    refused("a.docx", &with(&plain(), "word/vbaProject.bin", b"x"), "マクロ", "macro");
    refused("a.xlsx", &with(&workbook(), "xl/vbaProject.bin", b"x"), "マクロ", "macro");
    let kind = "application/vnd.ms-word.document.macroEnabled.main+xml";
    refused("a.docm", &zipped(&docx(kind, "<w:p/>")), "マクロ", "macro");

    let entity = b"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
    refused("a.docx", &with(&plain(), "word/document.xml", entity), "文書型宣言", "document type");
    refused("a.xlsx", &with(&workbook(), "xl/sharedStrings.xml", entity), "文書型宣言", "document type");
    refused("a.docx", &with(&plain(), "word/comments.xml", entity), "文書型宣言", "document type");
    let utf16: Vec<u8> = "\u{feff}<!DOCTYPE d><d/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused("a.docx", &with(&plain(), "word/document.xml", &utf16), "壊れているか", "damaged");

    let link = |kind: &str, to: &str| {
        format!(
            "<Relationships><Relationship Id=\"r\" Type=\"http://x/{kind}\" Target=\"{to}\" TargetMode=\"External\"/></Relationships>"
        )
    };
    for (kind, to) in [
        ("image", "file:///etc/passwd"),
        ("attachedTemplate", "http://198.51.100.1/a.dotm"),
        ("oleObject", "x"),
    ] {
        let bytes = with(&plain(), "word/_rels/document.xml.rels", link(kind, to).as_bytes());
        refused(
            "a.docx",
            &bytes,
            &format!("リンクがあるので、開きません：{to}"),
            &format!("it isn’t opened: {to}"),
        );
    }
    // The address of an email that someone typed is no file.
    let bytes =
        with(&plain(), "word/_rels/document.xml.rels", link("hyperlink", "mailto:a@example.org").as_bytes());
    refused("a.docx", &bytes, "どの用紙なのか", "doesn’t say which form");
}

#[test]
fn a_file_is_read_up_to_the_limits() {
    let folder = temporary();
    let folder = folder.path();
    let refused = |name: &str, bytes: &[u8], ja: &str, en: &str| expect_refused(folder, name, bytes, ja, en);

    let bomb = with(&docx(TYPE, "<w:p/>"), "word/media/a.png", &vec![0; 80_000_000]);
    assert!(bomb.len() < 200_000);
    refused("a.docx", &bomb, "64 MBを超える", "larger than 64 MB");
    let nested = with(&docx(TYPE, "<w:p/>"), "word/embeddings/a.docx", &bomb);
    refused("a.docx", &nested, "どの用紙なのか", "doesn’t say which form");
    let many: Files = (0..2_100).map(|at| (format!("{at}.bin"), Vec::new())).collect();
    refused("a.xlsx", &zipped(&many), "2000個を超える", "more than 2000 files");
    let deep =
        format!("{}<w:p/>{}", "<w:tbl><w:tr><w:tc>".repeat(10_000), "</w:tc></w:tr></w:tbl>".repeat(10_000));
    refused("a.docx", &zipped(&docx(TYPE, &deep)), "64段を超える", "more than 64 levels");
    let wide = "<w:p/>".repeat(100_001);
    refused("a.docx", &zipped(&docx(TYPE, &wide)), "100000個を超える", "more than 100000 paragraphs");

    // A column that no sheet has. The library that reads sheets calculates with it.
    let far = "<worksheet><sheetData><row r=\"9\"><c r=\"PDDDDDDDDDDDDDDDDD9\"><v>1</v></c></row></sheetData></worksheet>";
    let far = with(&unzipped(&xlsx(&course_id())), "xl/worksheets/sheet1.xml", far.as_bytes());
    refused(
        "a.xlsx",
        &far,
        "壊れているか、途中で切れています（xl/worksheets/sheet1.xml",
        "damaged or incomplete",
    );

    // An entry that says it begins in another one.
    let mut overlapping = zipped(&Files::from([("a".into(), vec![1; 100]), ("b".into(), vec![2; 100])]));
    let directory = overlapping.windows(4).rposition(|it| it == b"PK\x01\x02").unwrap();
    overlapping[directory + 42..directory + 46].fill(0);
    refused("a.docx", &overlapping, "壊れているか", "damaged or incomplete");
}

#[test]
fn a_cell_at_the_end_of_a_sheet_makes_no_room_for_all_between() {
    let mut files = unzipped(&xlsx(&course_id()));
    let sheet = "xl/worksheets/sheet1.xml";
    let text = String::from_utf8(files[sheet].clone()).unwrap();
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>遠くの言葉</t></is></c></row></sheetData>";
    files.insert(sheet.to_owned(), text.replace("</sheetData>", far).into_bytes());
    let folder = temporary();
    fs::write(folder.path().join("a.xlsx"), zipped(&files)).unwrap();
    let course = project().join("tests/browser/course");
    let script = format!(
        "ulimit -v 3000000; exec '{}' read a.xlsx --course '{}' --out a.json --lang ja",
        env!("CARGO_BIN_EXE_mitate"),
        course.display()
    );
    let output = Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("XFD1048576：遠くの言葉"), "{}", stdout(&output));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_waited_for() {
    let folder = temporary();
    let made = Command::new("mkfifo").arg(folder.path().join("a.docx")).status().unwrap();
    assert!(made.success());
    fs::create_dir(folder.path().join("b.docx")).unwrap();
    fs::write(folder.path().join("real.xlsx"), xlsx(&course_id())).unwrap();
    fs::create_dir(folder.path().join("forms")).unwrap();
    std::os::unix::fs::symlink("../real.xlsx", folder.path().join("forms/c.xlsx")).unwrap();
    let course = project().join("tests/browser/course");
    for (name, lang, words) in [
        ("a.docx", "ja", "ふつうのファイルではない"),
        ("a.docx", "en", "isn’t a regular file"),
        ("b.docx", "ja", "読む用紙がありませんでした"),
        ("b.docx", "en", "There was no form to read"),
        ("forms", "ja", "リンクなので"),
        ("forms", "en", "This is a link"),
        ("none.docx", "ja", "読めません"),
        ("none.docx", "en", "can’t be read"),
    ] {
        let arguments = ["read", name, "--course", course.to_str().unwrap(), "--out", "out", "--lang", lang];
        let output = mitate_in(folder.path(), &arguments);
        let said = format!("{}{}", stdout(&output), stderr(&output));
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(said.contains(words), "{name}: {said}");
    }
}
