//! The fuzz target of papers: whatever the text of a Word file or of a sheet is, it is read or refused.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::OnceLock;

use mitate::model::PaperFormat;
use mitate::paper::docx::fill::Answers;
use mitate::paper::form::Form;
use mitate::paper::read::{Papers, read_unguarded};
use mitate::paper::xlsx::SheetWords;
use mitate::pipeline::Workshop;
use mitate::render::Site;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

type Files = BTreeMap<String, Vec<u8>>;

const DOCUMENT: &str = "word/document.xml";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The course of the browser tests: one form with every type of field.
struct Course {
    id: String,
    site: Site,
    forms: Vec<Form>,
    word: Files,
    excel: Files,
}

impl Papers for Course {
    fn course(&self) -> &str {
        &self.id
    }
    fn forms(&self) -> &[Form] {
        &self.forms
    }
    fn docx(&self, form: &Form) -> Option<Vec<u8>> {
        self.site.blank_docx(form)
    }
    fn is_day_first(&self) -> bool {
        self.site.is_day_first()
    }
    fn words(&self, form: &Form) -> SheetWords {
        self.site.sheet_words(form)
    }
}

fn course() -> &'static Course {
    static COURSE: OnceLock<Course> = OnceLock::new();
    COURSE.get_or_init(|| {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let beside = project.join("tests/browser/course");
        let folder = if beside.exists() { beside } else { project.join("../browser/course") };
        let loaded = Workshop::new(&folder, None, &[]).unwrap().load().unwrap();
        let site = loaded.whole_site().unwrap();
        let id = loaded.course.info().unwrap().id.to_string();
        let paper =
            site.papers().into_iter().find(|paper| paper.is_form() && paper.id() == "everything").unwrap();
        let file = |format| unzipped(&site.paper(&paper, format, &Answers::new()).unwrap());
        let (word, excel) = (file(PaperFormat::Docx), file(PaperFormat::Xlsx));
        Course { id, forms: site.forms(), site, word, excel }
    })
}

fn unzipped(bytes: &[u8]) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Files::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    files
}

fn with(files: &Files, part: &str, input: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(&**name, SimpleFileOptions::default()).unwrap();
        writer.write_all(if name == part { input } else { bytes }).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The input is the text of a Word file or, if it says so, of the sheet of a workbook. Answers are only under names that the form has.
pub fn paper(input: &[u8]) {
    let course = course();
    let is_sheet = memchr::memmem::find(input, b"<worksheet").is_some();
    let (bytes, ending) = if is_sheet {
        (with(&course.excel, SHEET, input), "xlsx")
    } else {
        (with(&course.word, DOCUMENT, input), "docx")
    };
    if let Ok(paper) = read_unguarded(&bytes, ending, course) {
        for answer in &paper.answers {
            assert!(!answer.value.is_blank(), "{} is blank", answer.slot.name);
        }
        for (_, words) in &paper.left {
            assert!(!words.trim().is_empty(), "nothing is left over, and listed");
        }
    }
    // The bytes themselves are no archive, as a rule.
    let _ = read_unguarded(input, "docx", course);
}

/// Blank and filled papers, whole and in parts.
#[must_use]
pub fn seeds() -> Vec<String> {
    let course = course();
    let text = |files: &Files, part: &str| String::from_utf8(files[part].clone()).unwrap();
    let (document, sheet) = (text(&course.word, DOCUMENT), text(&course.excel, SHEET));
    let mut seeds = vec![document.clone(), sheet.clone()];
    for row in document.split_inclusive("</w:tr>").filter(|row| row.contains("<w:tr")).take(20) {
        let start = row.rfind("<w:tr").unwrap_or(0);
        seeds.push(format!(
            "<w:document xmlns:w=\"w\"><w:body><w:tbl>{}</w:tbl></w:body></w:document>",
            &row[start..]
        ));
    }
    for row in sheet.split_inclusive("</row>").filter(|row| row.contains("<row")).take(20) {
        let start = row.rfind("<row").unwrap_or(0);
        seeds.push(format!("<worksheet><sheetData>{}</sheetData></worksheet>", &row[start..]));
    }
    seeds
}
