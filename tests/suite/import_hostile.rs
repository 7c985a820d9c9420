//! Files that are no handouts, or more than handouts: each is refused in a sentence with a fix, and nothing is written.

use std::fs;
use std::path::Path;

use crate::course::{files, mitate_in, project, stderr, stdout, temporary};
use crate::fuzz::targets::archives::{Files, unzipped, with, zipped};

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A Word file with `body`.
fn docx(kind: &str, body: &str) -> Files {
    let types = format!("<Types><Override PartName=\"/word/document.xml\" ContentType=\"{kind}\"/></Types>");
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    Files::from([
        ("[Content_Types].xml".to_owned(), types.into_bytes()),
        ("word/document.xml".to_owned(), document.into_bytes()),
    ])
}

/// A course, and a handout that can be read.
struct Hostile {
    folder: tempfile::TempDir,
}

impl Hostile {
    fn new() -> Self {
        let folder = temporary();
        assert!(mitate_in(folder.path(), &["new", "course", "--lang", "ja"]).status.success());
        fs::copy(project().join("tests/import/listening.docx"), folder.path().join("good.docx")).unwrap();
        Self { folder }
    }

    /// Imports a file of that name beside one that can be read, and expects that it is refused with `ja` and `en`, and nothing is written.
    fn refused(&self, name: &str, bytes: &[u8], ja: &str, en: &str) {
        let folder = self.folder.path();
        let before = files(&folder.join("course"));
        fs::write(folder.join(name), bytes).unwrap();
        for (lang, words) in [("ja", ja), ("en", en)] {
            let output =
                mitate_in(folder, &["import", "good.docx", name, "--into", "course", "--lang", lang]);
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(1), "{name}: {said}{}", stdout(&output));
            assert!(said.contains(words), "{name}: {said}");
            assert!(said.contains(name) && said.lines().count() == 2, "{name}, with a fix: {said}");
            assert_eq!(files(&folder.join("course")), before, "{name}: nothing is written");
        }
        fs::remove_file(folder.join(name)).unwrap();
    }
}

fn good() -> Vec<u8> {
    fs::read(project().join("tests/import/listening.docx")).unwrap()
}

#[test]
fn a_file_that_is_no_handout_is_refused_with_the_reason_and_a_fix() {
    let course = Hostile::new();
    let good = good();
    course.refused("a.pdf", b"%PDF-1.7", "どれでもありません", "isn’t a Word");
    course.refused("a.docx", b"not a zip", "どれでもありません", "isn’t a Word");
    let odt = zipped(&Files::from([
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.text".to_vec()),
        ("content.xml".to_owned(), b"<a/>".to_vec()),
    ]));
    course.refused("a.odt", &odt, "どれでもありません", "isn’t a Word");
    course.refused("a.xlsx", &good, "名前の終わり", "the file name ends differently");
    course.refused("a.md", &good, "名前の終わり", "the file name ends differently");
    course.refused("a.docx", &good[..good.len() / 2], "壊れているか", "damaged or incomplete");
    let shift_jis = b"# \x8c\xa9\x97\xa7\x82\xc4\n";
    course.refused("a.md", shift_jis, "1行めに、UTF-8ではない", "Line 1 isn’t UTF-8");
    let utf16: Vec<u8> = "\u{feff}# 見立て".encode_utf16().flat_map(u16::to_le_bytes).collect();
    course.refused("a.md", &utf16, "UTF-8ではない", "isn’t UTF-8");
    let ole = |name: &str| {
        let stream: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[0; 600][..], &stream].concat()
    };
    course.refused("a.docx", &ole("EncryptedPackage"), "パスワード", "password");
    course.refused("a.doc", &ole("WordDocument"), "古い形式", "old format");
}

#[test]
fn a_file_that_could_do_something_is_not_opened() {
    let course = Hostile::new();
    let plain = unzipped(&good());
    let plain = &plain;
    course.refused("a.docm", &with(plain, "word/vbaProject.bin", b"x"), "マクロ", "macro");
    let kind = "application/vnd.ms-word.document.macroEnabled.main+xml";
    course.refused("a.docx", &zipped(&docx(kind, "<w:p/>")), "マクロ", "macro");
    let entity = b"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
    for part in ["word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml"] {
        course.refused("a.docx", &with(plain, part, entity), "文書型宣言", "document type");
    }
    for (kind, to) in [("image", "file:///etc/passwd"), ("attachedTemplate", "http://198.51.100.1/a.dotm")] {
        let link = format!(
            "<Relationships><Relationship Id=\"r\" Type=\"http://x/{kind}\" Target=\"{to}\" TargetMode=\"External\"/></Relationships>"
        );
        let bytes = with(plain, "word/_rels/document.xml.rels", link.as_bytes());
        course.refused("a.docx", &bytes, "リンクがあるので、開きません", "it isn’t opened");
    }
}

#[test]
fn a_file_is_read_up_to_the_limits() {
    let course = Hostile::new();
    let plain = docx(TYPE, "<w:p/>");
    course.refused("a.docx", &with(&plain, "word/media/a.png", &vec![0; 64_000_001]), "64 MB", "64 MB");
    let nested =
        format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(10_000), "</w:tc></w:tr></w:tbl>".repeat(10_000));
    course.refused("a.docx", &zipped(&docx(TYPE, &nested)), "64段", "64 levels");
    let many = "<w:p/>".repeat(100_001);
    course.refused("a.docx", &zipped(&docx(TYPE, &many)), "100000個", "100000");
}

/// A link in the place of a folder of the course leads nowhere else.
#[cfg(unix)]
#[test]
fn nothing_is_written_outside_of_the_course() {
    let course = Hostile::new();
    let folder = course.folder.path();
    fs::create_dir(folder.join("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", folder.join("course/images")).unwrap();
    fs::copy(project().join("tests/import/pictures.docx"), folder.join("pictures.docx")).unwrap();
    let output = mitate_in(folder, &["import", "pictures.docx", "--into", "course", "--lang", "ja"]);
    assert_eq!(output.status.code(), Some(2), "{}{}", stdout(&output), stderr(&output));
    assert_eq!(fs::read_dir(folder.join("elsewhere")).unwrap().count(), 0);
    assert!(!Path::new(&folder.join("course/modules/02-handouts")).exists());
}
