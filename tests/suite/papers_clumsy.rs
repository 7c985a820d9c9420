//! Papers as people and other programs leave them: each word is an answer, or in the list of what could not be placed.

use mitate::answers::AnswerValue;
use mitate::paper::docx::fill::Answers;
use mitate::paper::read::{self, ReadPaper, Refusal};

use crate::fuzz::targets::archives::{Files, unzipped, with, zipped};
use crate::papers_read::{
    BOOKMARKS, CONTROLS, Course, DOCUMENT, SHEET, answers, changed, everything, expect_same, filled, holds,
    text_of, without,
};

fn text(value: &str) -> AnswerValue {
    AnswerValue::Text(value.to_owned())
}

/// What is left over, as words.
fn left(paper: &ReadPaper<'_>) -> Vec<String> {
    paper.left.iter().map(|(_, words)| words.clone()).collect()
}

/// The control of the slot `name`, from its first bookmark to its last.
fn control<'t>(document: &'t str, name: &str) -> &'t str {
    let tag = document.find(&format!("<w:tag w:val=\"{name}\"/>")).unwrap();
    let start = document[..tag].rfind("<w:bookmarkStart").unwrap();
    let end = tag + document[tag..].find("<w:bookmarkEnd").unwrap();
    &document[start..end + document[end..].find("/>").unwrap() + 2]
}

impl Course {
    /// What is read of the form `everything` in Word after `change` of its text.
    fn changed_docx(&self, change: impl Fn(&str) -> String) -> ReadPaper<'_> {
        let form = self.form("worksheet/everything");
        self.read(&changed(&self.docx(form, &filled()), DOCUMENT, change), "docx")
    }

    fn changed_sheet(&self, change: impl Fn(&str) -> String) -> ReadPaper<'_> {
        let form = self.form("worksheet/everything");
        self.read(&changed(&self.xlsx(form, &filled()), SHEET, change), "xlsx")
    }
}

#[test]
fn what_was_inserted_counts_and_what_was_deleted_does_not() {
    let course = everything();
    let paper = course.changed_docx(|document| {
        let own = control(document, "place");
        let change = own.replace(
            "<w:r><w:t xml:space=\"preserve\">相談室</w:t></w:r>",
            "<w:del w:id=\"1\"><w:r><w:delText>相談</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>応接</w:t></w:r></w:ins>\
             <w:r><w:t>室</w:t></w:r>",
        );
        document.replace(own, &change)
    });
    let mut given = filled();
    given.insert("place".into(), text("応接室"));
    expect_same(&paper, &given);
}

#[test]
fn the_controls_of_google_docs_hide_none_of_ours() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let bytes = changed(&course.docx(form, &filled()), DOCUMENT, |document| {
        let inner = "<w:sdtContent><w:sdt><w:sdtPr><w:tag w:val=\"goog_rdk_7\"/></w:sdtPr><w:sdtContent>";
        let document = without(document, &[BOOKMARKS]).replace("<w:sdtContent>", inner);
        document.replace("</w:sdtContent>", "</w:sdtContent></w:sdt></w:sdtContent>")
    });
    expect_same(&course.read(&bytes, "docx"), &filled());
}

#[test]
fn what_word_shows_in_an_empty_control_is_no_answer() {
    let course = everything();
    for prompt in [
        "クリックまたはタップして日付を入力してください。",
        "クリックまたはタップしてテキストを入力してください。",
        "アイテムを選択してください。",
        "Click or tap to enter a date.",
    ] {
        let form = course.form("worksheet/everything");
        let blank = course.docx(form, &Answers::new());
        let bytes = changed(&blank, DOCUMENT, |document| {
            let mut document = document.to_owned();
            for name in ["day", "said", "people.1.near"] {
                let old = control(&document, name).to_owned();
                let start = old.find("<w:t ").unwrap();
                let end = old.find("</w:t>").unwrap();
                let new = format!("{}<w:t>{prompt}{}", &old[..start], &old[end..]);
                document = document.replace(&old, &new);
            }
            document
        });
        let paper = course.read(&bytes, "docx");
        assert_eq!((answers(&paper), left(&paper)), (Answers::new(), Vec::new()), "{prompt}");
    }
}

#[test]
fn a_control_from_another_form_is_no_answer_to_the_field_of_its_name() {
    let course = everything();
    let paper = course.changed_docx(|document| {
        let own = control(document, "said");
        let other = own.replace("一行め", "よその様式の答え");
        let code = mitate::paper::address::code("worksheet/another", "said");
        let from = own.split("w:name=\"").nth(1).unwrap().split('"').next().unwrap();
        let other = other.replace(from, &code).replace("w:id=\"", "w:id=\"9");
        document.replace("<w:sectPr", &format!("<w:p>{other}</w:p><w:sectPr"))
    });
    assert_eq!(answers(&paper), filled());
    assert!(left(&paper).iter().any(|words| words.contains("よその様式の答え")), "{:?}", left(&paper));
}

#[test]
fn cells_that_were_merged_move_none_of_the_others() {
    let course = everything();
    let paper = course.changed_docx(|document| {
        // The first two cells of the row of the teacher are one, and the controls are gone.
        let document = without(document, &[CONTROLS, BOOKMARKS]);
        let at = document.find("担任").unwrap();
        let start = document[..at].rfind("<w:tr>").unwrap();
        let end = at + document[at..].find("</w:tr>").unwrap();
        let row = &document[start..end];
        let first = row.find("<w:tc>").unwrap();
        let second = first + row[first..].find("</w:tc>").unwrap() + "</w:tc>".len();
        let number = &row[first..second - "</w:tc>".len()];
        let paragraph = &number[number.find("<w:p>").unwrap()..];
        let rest = row[second..].replacen("<w:tcPr>", "<w:tcPr><w:gridSpan w:val=\"2\"/>", 1);
        let rest = rest.replacen("<w:p>", &format!("{paragraph}<w:p>"), 1);
        format!("{}{}{rest}{}", &document[..start], &row[..first], &document[end..])
    });
    let read = answers(&paper);
    assert_eq!(read.get("people.2.near"), Some(&text("far")), "{read:?}");
    assert_eq!(read.get("people.2.mark"), Some(&text("part")));
    assert!(holds(&paper, "担任"), "{:?}", left(&paper));
}

#[test]
fn a_table_that_was_pasted_into_a_cell_is_listed() {
    let course = everything();
    let paper = course.changed_docx(|document| {
        let own = control(document, "said").to_owned();
        let at = document.find(&own).unwrap() + own.len();
        let end = at + document[at..].find("</w:p>").unwrap() + "</w:p>".len();
        let table =
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>貼った表</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>";
        format!("{}{table}{}", &document[..end], &document[end..])
    });
    assert_eq!(answers(&paper), filled());
    assert_eq!(left(&paper), ["貼った表"]);
}

#[test]
fn a_hundred_copies_in_one_file_are_refused() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let bytes = changed(&course.docx(form, &filled()), DOCUMENT, |document| {
        let start = document.find("<w:body>").unwrap() + "<w:body>".len();
        let end = document.rfind("<w:sectPr").unwrap();
        format!("{}{}{}", &document[..end], document[start..end].repeat(99), &document[end..])
    });
    assert_eq!(read::read(&bytes, "docx", &course.papers), Err(Refusal::Twice));
}

#[test]
fn a_sheet_that_was_copied_for_another_person_is_refused() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let mut files = unzipped(&course.xlsx(form, &filled()));
    // The copy is in the place of the sheet of data.
    let copy = text_of(&files, SHEET).to_owned();
    files.insert("xl/worksheets/sheet2.xml".to_owned(), copy.into_bytes());
    assert_eq!(read::read(&zipped(&files), "xlsx", &course.papers), Err(Refusal::Twice));
}

#[test]
fn an_answer_that_no_answer_file_can_hold_is_listed() {
    let course = everything();
    let long = "長".repeat(1_100_000);
    let mut given = filled();
    given.insert("said".into(), text(&long));
    let form = course.form("worksheet/everything");
    let paper = course.read(&course.docx(form, &given), "docx");
    given.remove("said");
    assert_eq!(answers(&paper), given);
    assert_eq!(left(&paper), [long]);
}

// ---- workbooks

/// The cell of the slot `name` on the sheet of the form, as the sheet of data names it.
fn cell_of(files: &Files, name: &str) -> String {
    let shared = text_of(files, "xl/sharedStrings.xml");
    let index = shared.split("<si>").skip(1).position(|it| it.contains(&format!(">{name}</t>"))).unwrap();
    let data = text_of(files, "xl/worksheets/sheet2.xml");
    let row = data.split("<row ").find(|row| row.contains(&format!("<v>{index}</v>"))).unwrap();
    let formula = row.split("!$").nth(1).unwrap();
    formula.split('=').next().unwrap().replace('$', "")
}

/// The sheet with the cell at `reference` replaced.
fn with_cell(sheet: &str, reference: &str, cell: &str) -> String {
    let pattern = format!(r#"<c r="{reference}"([^>]*?)(?:/>|>.*?</c>)"#);
    let pattern = regex::Regex::new(&pattern).unwrap();
    assert!(pattern.is_match(sheet), "{reference}");
    pattern.replace(sheet, |_: &regex::Captures<'_>| cell.to_owned()).into_owned()
}

#[test]
fn a_date_that_lost_its_format_and_a_percentage_are_what_they_show() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let files = unzipped(&course.xlsx(form, &filled()));
    let (day, minutes) = (cell_of(&files, "day"), cell_of(&files, "minutes"));
    let styles = text_of(&files, "xl/styles.xml");
    let count =
        styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap().matches("<xf ").count();
    let styles = styles
        .replace("</cellXfs>", "<xf numFmtId=\"9\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellXfs>");
    let sheet = with_cell(text_of(&files, SHEET), &day, &format!("<c r=\"{day}\"><v>46113</v></c>"));
    let percent = format!("<c r=\"{minutes}\" s=\"{count}\"><v>0.07</v></c>");
    let sheet = with_cell(&sheet, &minutes, &percent);
    let mut files = unzipped(&with(&files, SHEET, sheet.as_bytes()));
    files.insert("xl/styles.xml".to_owned(), styles.into_bytes());
    let mut given = filled();
    given.insert("day".into(), text("2026-04-01"));
    given.insert("minutes".into(), text("7%"));
    expect_same(&course.read(&zipped(&files), "xlsx"), &given);
}

#[test]
fn hidden_rows_and_a_protected_sheet_are_read_like_others() {
    let course = everything();
    let paper = course.changed_sheet(|sheet| {
        let sheet = sheet.replace("<row ", "<row hidden=\"1\" ");
        sheet.replacen(
            "</sheetData>",
            "</sheetData><sheetProtection password=\"CC1A\" sheet=\"1\" objects=\"1\"/>",
            1,
        )
    });
    expect_same(&paper, &filled());
}

#[test]
fn a_calculated_cell_is_its_result_and_one_without_a_result_its_formula() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let files = unzipped(&course.xlsx(form, &filled()));
    let (minutes, place) = (cell_of(&files, "minutes"), cell_of(&files, "place"));
    let sheet =
        with_cell(text_of(&files, SHEET), &minutes, &format!("<c r=\"{minutes}\"><f>40+5</f><v>45</v></c>"));
    let sheet = with_cell(&sheet, &place, &format!("<c r=\"{place}\"><f>1+1</f></c>"));
    let mut given = filled();
    given.insert("place".into(), text("=1+1"));
    expect_same(&course.read(&with(&files, SHEET, sheet.as_bytes()), "xlsx"), &given);
}

#[test]
fn what_was_typed_on_both_sheets_is_reported_if_it_differs() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let mut files = unzipped(&course.xlsx(form, &filled()));
    let place = cell_of(&files, "place");
    let shared = text_of(&files, "xl/sharedStrings.xml").to_owned();
    // On the sheet of data, other words over the formula of one answer, the same over that of another, and a new one over a blank.
    let mut data = text_of(&files, "xl/worksheets/sheet2.xml").to_owned();
    for (name, words) in [
        ("place", "データの側の言葉"),
        ("person.label", "Aさん"),
        ("present.2", "データだけの言葉"),
        ("told=time", "☐"),
    ] {
        let index = shared.split("<si>").skip(1).position(|it| it.contains(&format!(">{name}</t>"))).unwrap();
        let row =
            data.split("<row ").find(|row| row.contains(&format!("<v>{index}</v>"))).unwrap().to_owned();
        let at = row.find("<c r=\"C").unwrap();
        let reference = row[at + 6..].split('"').next().unwrap();
        let typed = format!("<c r=\"{reference}\" t=\"inlineStr\"><is><t>{words}</t></is></c></row>");
        let end = row.find("</row>").unwrap() + "</row>".len();
        data = data.replace(&row, &format!("{}{typed}{}", &row[..at], &row[end..]));
    }
    files.insert("xl/worksheets/sheet2.xml".to_owned(), data.into_bytes());
    let paper = course.read(&zipped(&files), "xlsx");
    let mut given = filled();
    given.insert("present.2".into(), text("データだけの言葉"));
    assert_eq!(answers(&paper), given, "the form is believed");
    assert_eq!(left(&paper), ["データの側の言葉", "☐"], "{place}");
}

#[test]
fn every_word_of_a_workbook_is_an_answer_or_in_the_list() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let mut files = unzipped(&course.xlsx(form, &filled()));
    let mut count = 0;
    // A word of its own in every cell of every sheet, and in a cell more at the end of each row.
    let cell = regex::Regex::new(r#"<c r="([A-Z]+)(\d+)"[^>]*?(?:/>|>.*?</c>)|<row r="(\d+)"[^>]*/>|</row>"#)
        .unwrap();
    for part in [SHEET, "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"] {
        let mut row = String::new();
        let sheet = cell.replace_all(text_of(&files, part), |found: &regex::Captures<'_>| {
            let mut typed = |reference: &str| {
                count += 1;
                format!("<c r=\"{reference}\" t=\"inlineStr\"><is><t>単語{count}番</t></is></c>")
            };
            match (found.get(1), found.get(2), &found[0]) {
                // The hidden column stays: without it the rows are found by their labels, which are gone here.
                (Some(column), Some(number), own)
                    if column.as_str() == "A" && part != "xl/worksheets/sheet3.xml" =>
                {
                    row = number.as_str().to_owned();
                    own.to_owned()
                }
                (Some(column), Some(number), _) => {
                    row = number.as_str().to_owned();
                    typed(&format!("{}{row}", column.as_str()))
                }
                (.., "</row>") => format!("{}</row>", typed(&format!("ZZ{row}"))),
                (.., own) => own.to_owned(),
            }
        });
        let sheet = sheet.into_owned();
        files.insert(part.to_owned(), sheet.into_bytes());
    }
    for part in ["xl/comments1.xml", "xl/drawings/drawing9.xml"] {
        count += 1;
        files.insert(part.to_owned(), format!("<x><p><t>単語{count}番</t></p></x>").into_bytes());
    }
    count += 1;
    let head = format!(
        "<headerFooter><oddHeader>&amp;L単語{count}番&amp;R&amp;P</oddHeader></headerFooter></worksheet>"
    );
    let sheet = text_of(&files, SHEET).replace("</worksheet>", &head);
    files.insert(SHEET.to_owned(), sheet.into_bytes());
    let paper = course.read(&zipped(&files), "xlsx");
    assert!(count > 400, "{count}");
    for word in 1..=count {
        assert!(holds(&paper, &format!("単語{word}番")), "単語{word}番 is lost");
    }
}
