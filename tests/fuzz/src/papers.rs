//! The fuzz target of papers: whatever the text of a Word file or of a sheet is, it is read or refused.

use std::path::Path;
use std::sync::OnceLock;

use mitate::model::PaperFormat;
use mitate::paper::docx::fill::Answers;
use mitate::paper::read::read_unguarded;
use mitate::pipeline::Workshop;
use mitate::render::SitePapers;

use super::archives::{Files, unzipped, with};

const DOCUMENT: &str = "word/document.xml";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The course of the browser tests: one form with every type of field.
struct Course {
    papers: SitePapers<'static>,
    word: Files,
    excel: Files,
}

fn course() -> &'static Course {
    static COURSE: OnceLock<Course> = OnceLock::new();
    COURSE.get_or_init(|| {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let beside = project.join("tests/browser/course");
        let folder = if beside.exists() { beside } else { project.join("../browser/course") };
        let loaded = Workshop::new(&folder, None, &[]).unwrap().load().unwrap();
        // As long as the process, like the course.
        let site = Box::leak(Box::new(loaded.whole_site().unwrap()));
        let paper =
            site.papers().into_iter().find(|paper| paper.is_form() && paper.id() == "everything").unwrap();
        let file = |format| unzipped(&site.paper(&paper, format, &Answers::new()).unwrap());
        let (word, excel) = (file(PaperFormat::Docx), file(PaperFormat::Xlsx));
        Course { papers: SitePapers::new(site), word, excel }
    })
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
    if let Ok(paper) = read_unguarded(&bytes, ending, &course.papers) {
        for answer in &paper.answers {
            assert!(!answer.value.is_blank(), "{} is blank", answer.slot.name);
        }
        for (_, words) in &paper.left {
            assert!(!words.trim().is_empty(), "nothing is left over, and listed");
        }
    }
    // The bytes themselves are no archive, as a rule.
    let _ = read_unguarded(input, "docx", &course.papers);
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
