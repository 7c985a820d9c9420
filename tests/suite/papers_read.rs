//! Papers that were filled in become the same answers again.

use std::collections::BTreeSet;

use mitate::answers::AnswerValue;
use mitate::field::{Slot, SlotKind, SlotOption, Slots};
use mitate::model::Kind;
use mitate::paper::address::Mark;
use mitate::paper::docx::fill::Answers;
use mitate::paper::form::Form;
use mitate::paper::read::{self, Papers, ReadPaper, Refusal};
use mitate::paper::xlsx::workbook;
use mitate::pipeline::Workshop;
use mitate::render::{Paper, Site, SitePapers};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};

use crate::course::{files, mitate_in, project, stderr, stdout, temporary};
use crate::fuzz::targets::archives::{Files, unzipped, with, zipped};

/// A course whose papers are read.
pub(crate) struct Course {
    site: &'static Site,
    pub(crate) papers: SitePapers<'static>,
}

fn course(folder: &str) -> Course {
    let loaded = Workshop::new(&project().join(folder), None, &[]).unwrap().load().unwrap();
    let site = Box::leak(Box::new(loaded.whole_site().expect("the course is right")));
    Course { papers: SitePapers::new(site), site }
}

impl Course {
    pub(crate) fn form(&self, key: &str) -> &Form {
        self.papers.forms().iter().find(|form| form.key == key && form.variant.is_empty()).unwrap()
    }

    fn mark(&self, form: &Form) -> Mark {
        Mark {
            course: self.papers.course().to_owned(),
            key: form.key.clone(),
            variant: form.variant.clone(),
            revision: form.revision,
            sheet: 1,
        }
    }

    pub(crate) fn xlsx(&self, form: &Form, answers: &Answers) -> Vec<u8> {
        workbook(form, &self.mark(form), &self.site.sheet_words(form), answers).unwrap()
    }

    pub(crate) fn docx(&self, form: &Form, answers: &Answers) -> Vec<u8> {
        self.site.docx(&self.paper(form)).bytes(answers).unwrap()
    }

    fn paper(&self, form: &Form) -> Paper {
        let key = |paper: &Paper| match paper.kind() {
            Kind::Variant => format!("worksheet/{}", paper.id().replace('.', "/")),
            kind => format!("{}/{}", kind.word(), paper.id()),
        };
        let named =
            if form.variant.is_empty() { form.key.clone() } else { format!("{}/{}", form.key, form.variant) };
        self.site.papers().into_iter().find(|it| it.is_form() && key(it) == named).unwrap()
    }

    pub(crate) fn read(&self, bytes: &[u8], ending: &str) -> ReadPaper<'_> {
        read::read(bytes, ending, &self.papers).unwrap_or_else(|refusal| panic!("{:?}", refusal.message()))
    }
}

pub(crate) fn answers(paper: &ReadPaper<'_>) -> Answers {
    paper.answers.iter().map(|it| (it.slot.name.clone(), it.value.clone())).collect()
}

/// Expects the answers that the paper was filled with, and no other word.
pub(crate) fn expect_same(paper: &ReadPaper<'_>, given: &Answers) {
    let read = answers(paper);
    let names: BTreeSet<&String> = read.keys().chain(given.keys()).collect();
    let short = |value: Option<&AnswerValue>| format!("{value:?}").chars().take(300).collect::<String>();
    for name in names {
        let (read, given) = (read.get(name), given.get(name));
        assert!(
            read == given,
            "{} {name}: {} is read, {} was written",
            paper.form.key,
            short(read),
            short(given)
        );
    }
    assert!(paper.left.is_empty(), "{}: {:?}", paper.form.key, &paper.left[..1]);
}

/// Texts as people write them: of any length, on several lines, with signs that programs take for something else.
fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        select(
            &[
                "=1+1",
                "+81 3",
                "-",
                "@home",
                "<&>\"'",
                "◎○△×",
                "〇",
                "令和8年4月1日",
                "４５",
                "001",
                "1-2",
                "TRUE",
                "👨‍👩‍👧‍👦🇯🇵",
                "_x000D_",
                "《》｜",
                "m_abcdefghij",
                "☑",
                "％$#{n}",
                "\u{3000}字下げ",
                "a\tb",
            ][..]
        )
        .prop_map(str::to_owned),
        "[ぁ-んァ-ヶ一-龠a-zA-Z0-9 、。「」]{1,40}",
        "\\PC{1,20}",
    ];
    let whole = proptest::collection::vec(line, 1..4).prop_map(|lines| lines.join("\n"));
    prop_oneof![20 => whole, 1 => Just("長い文。".repeat(750))]
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("something is written", |text| !text.is_empty())
}

fn of_kind(kind: &SlotKind) -> BoxedStrategy<AnswerValue> {
    let ids = |options: &[SlotOption]| -> Vec<String> {
        // Two options of the same words are the same on a list: such an answer is listed.
        let is_alone =
            |it: &&SlotOption| options.iter().filter(|other| *other.label == *it.label).count() == 1;
        options.iter().filter(is_alone).map(|it| it.id.clone()).collect()
    };
    match kind {
        SlotKind::Text(_) | SlotKind::Drawing(_) => text().prop_map(AnswerValue::Text).boxed(),
        SlotKind::Number(..) => prop_oneof![
            (-1000_i32..1000).prop_map(|it| it.to_string()),
            Just("1.50".to_owned()),
            Just("三十".to_owned())
        ]
        .prop_map(AnswerValue::Text)
        .boxed(),
        SlotKind::Date => (1868_u32..2100, 1_u32..=12, 1_u32..=28)
            .prop_map(|(year, month, day)| AnswerValue::Text(format!("{year:04}-{month:02}-{day:02}")))
            .boxed(),
        SlotKind::One(options) | SlotKind::Many(options) if ids(options).is_empty() => {
            Just(AnswerValue::Text(String::new())).boxed()
        }
        SlotKind::One(options) => select(ids(options)).prop_map(AnswerValue::Text).boxed(),
        SlotKind::Many(options) => {
            let all = ids(options);
            let count = all.len();
            proptest::sample::subsequence(all, 1..=count).prop_map(AnswerValue::List).boxed()
        }
    }
}

/// Some answers of a form, also in rows that its blank paper does not have.
fn some_answers(form: &Form) -> BoxedStrategy<Answers> {
    let mut slots: Vec<Slot> = form.slots().collect();
    for question in form.questions() {
        if let Slots::Rows(rows) = &question.slots {
            slots.extend(rows.columns.iter().map(|column| rows.slot(rows.blank + 1, column)));
        }
    }
    let each: Vec<_> = slots
        .into_iter()
        .map(|slot| {
            proptest::option::weighted(0.6, of_kind(&slot.kind))
                .prop_map(move |it| it.map(|it| (slot.name.clone(), it)))
        })
        .collect();
    let is_written = |(_, value): &(String, AnswerValue)| !value.is_blank();
    each.prop_map(move |all| all.into_iter().flatten().filter(is_written).collect::<Answers>()).boxed()
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

pub(crate) fn everything() -> Course {
    course("tests/browser/course")
}

impl Course {
    /// Expects that `form` comes back from a file with the ending `ending` as it was filled in, in `times` ways at random.
    fn expect_back(&self, form: &Form, ending: &str, times: u32) {
        runner(times)
            .run(&some_answers(form), |given| {
                expect_same(&self.read(&self.file(form, ending, &given), ending), &given);
                Ok(())
            })
            .unwrap();
    }

    /// Expects that `form` comes back blank if it was not filled in.
    fn expect_blank(&self, form: &Form, ending: &str) {
        let blank = self.read(&self.file(form, ending, &Answers::new()), ending);
        assert_eq!((blank.answers, blank.left), (Vec::new(), Vec::new()), "{} {}", form.key, form.variant);
    }

    fn file(&self, form: &Form, ending: &str, answers: &Answers) -> Vec<u8> {
        if ending == "xlsx" { self.xlsx(form, answers) } else { self.docx(form, answers) }
    }
}

#[test]
fn a_workbook_gives_back_the_answers_it_was_filled_with() {
    let course = everything();
    course.expect_back(course.form("worksheet/everything"), "xlsx", 24);
}

#[test]
fn every_form_of_the_bundled_course_comes_back_from_a_workbook() {
    let course = course("content");
    for form in course.papers.forms().iter().filter(|form| form.key.starts_with("worksheet/")) {
        course.expect_blank(form, "xlsx");
        course.expect_back(form, "xlsx", 1);
    }
}

#[test]
fn a_word_file_gives_back_the_answers_it_was_filled_with() {
    let course = everything();
    course.expect_back(course.form("worksheet/everything"), "docx", 24);
}

#[test]
fn every_form_of_the_bundled_course_comes_back_from_a_word_file() {
    let course = course("content");
    for form in course.papers.forms() {
        course.expect_blank(form, "docx");
        course.expect_back(form, "docx", 1);
    }
}

#[test]
fn a_date_is_read_in_the_order_of_the_paper_it_is_on() {
    // The course is Japanese; some of its forms are in other languages too, where the year comes last.
    let course = course("content");
    let mut languages = BTreeSet::new();
    for form in course.papers.forms() {
        let dates: Answers = form
            .slots()
            .filter(|slot| matches!(slot.kind, SlotKind::Date))
            .map(|slot| (slot.name, AnswerValue::Text("2009-05-10".to_owned())))
            .collect();
        if !dates.is_empty() && languages.insert(form.variant.clone()) {
            expect_same(&course.read(&course.file(form, "docx", &dates), "docx"), &dates);
        }
    }
    assert!(languages.len() > 1, "{languages:?}");
}

/// The text of the part `part` of an archive.
pub(crate) fn text_of<'f>(files: &'f Files, part: &str) -> &'f str {
    std::str::from_utf8(&files[part]).unwrap()
}

pub(crate) const DOCUMENT: &str = "word/document.xml";
pub(crate) const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The file in `bytes` after `change` of its part `part`.
pub(crate) fn changed(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let files = unzipped(bytes);
    let text = change(text_of(&files, part));
    assert_ne!(text, text_of(&files, part), "the change does something");
    with(&files, part, text.as_bytes())
}

pub(crate) fn without(text: &str, patterns: &[&str]) -> String {
    patterns.iter().fold(text.to_owned(), |text, pattern| {
        regex::Regex::new(pattern).unwrap().replace_all(&text, "").into_owned()
    })
}

pub(crate) const BOOKMARKS: &str = r"<w:bookmark(?:Start|End)\b[^>]*/>";
const TAGS: &str = r"<w:tag\b[^>]*/>";
pub(crate) const CONTROLS: &str = r"(?s)<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>";

/// Answers of the form `everything`, one of each kind.
pub(crate) fn filled() -> Answers {
    let one = |name: &str, value: &str| (name.to_owned(), AnswerValue::Text(value.to_owned()));
    Answers::from([
        one("place", "相談室"),
        one("said", "一行め\n二行め"),
        one("day", "2026-04-01"),
        one("minutes", "45"),
        one("person.label", "Aさん"),
        one("person.age", "13"),
        one("route", "other"),
        ("told".to_owned(), AnswerValue::List(vec!["time".into(), "refuse".into()])),
        one("ease", "3"),
        one("places.home", "hard"),
        one("done", "good"),
        one("people.1.who", "母"),
        one("people.2.who", "担任"),
        one("people.2.near", "far"),
        one("people.2.mark", "part"),
        one("present.1", "祖母"),
        one("week.morning.mon", "畑"),
        one("hours.8.does", "登校"),
    ])
}

#[test]
fn a_form_in_word_is_read_by_what_is_left_of_its_controls() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let file = course.docx(form, &filled());
    for (what, patterns) in [
        ("without tags, as other programs save it", &[TAGS][..]),
        ("without bookmarks", &[BOOKMARKS]),
        ("without controls, but with bookmarks", &[CONTROLS]),
        ("without both", &[CONTROLS, BOOKMARKS]),
    ] {
        let bytes = changed(&file, DOCUMENT, |text| without(text, patterns));
        let paper = course.read(&bytes, "docx");
        eprintln!("{what}");
        expect_same(&paper, &filled());
    }
    // What says which form it is was lost too: its title and its labels say it.
    let mut files = unzipped(&changed(&file, DOCUMENT, |text| without(text, &[CONTROLS, BOOKMARKS])));
    files.remove("docProps/custom.xml");
    expect_same(&course.read(&zipped(&files), "docx"), &filled());
}

#[test]
fn a_row_that_was_copied_gets_the_next_number() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let file = course.docx(form, &filled());
    let bytes = changed(&file, DOCUMENT, |text| {
        let at = text.find("担任").unwrap();
        let start = text[..at].rfind("<w:tr>").or_else(|| text[..at].rfind("<w:tr ")).unwrap();
        let end = at + text[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
        let copy = without(&text[start..end], &[BOOKMARKS]).replace("担任", "保健の先生");
        format!("{}{copy}{}", &text[..end], &text[end..])
    });
    let mut given = filled();
    given.insert("people.5.who".into(), AnswerValue::Text("保健の先生".into()));
    given.insert("people.5.near".into(), AnswerValue::Text("far".into()));
    given.insert("people.5.mark".into(), AnswerValue::Text("part".into()));
    expect_same(&course.read(&bytes, "docx"), &given);

    let gone = changed(&file, DOCUMENT, |text| {
        let at = text.find("担任").unwrap();
        let start = text[..at].rfind("<w:tr>").or_else(|| text[..at].rfind("<w:tr ")).unwrap();
        let end = at + text[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
        format!("{}{}", &text[..start], &text[end..])
    });
    let mut given = filled();
    given.retain(|name, _| !name.starts_with("people.2"));
    expect_same(&course.read(&gone, "docx"), &given);
}

#[test]
fn a_workbook_is_read_by_its_labels_if_the_hidden_column_is_gone() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let file = course.xlsx(form, &filled());
    let bytes = changed(&file, SHEET, |text| without(text, &[r#"<c r="A\d+"[^>]*><v>\d+</v></c>"#]));
    expect_same(&course.read(&bytes, "xlsx"), &filled());
}

#[test]
fn two_copies_of_a_form_in_one_file_are_not_mixed() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let bytes = changed(&course.docx(form, &filled()), DOCUMENT, |text| {
        let start = text.find("<w:body>").unwrap() + "<w:body>".len();
        let end = text.rfind("<w:sectPr").unwrap();
        let copy = without(&text[start..end], &[BOOKMARKS]).replace("Aさん", "Bさん");
        format!("{}{copy}{}", &text[..end], &text[end..])
    });
    assert_eq!(read::read(&bytes, "docx", &course.papers), Err(Refusal::Twice));
}

#[test]
fn every_word_of_a_file_is_an_answer_or_in_the_list() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let mut count = 0;
    let mut unique = |text: &str, end: &str, piece: &dyn Fn(&str) -> String| {
        let mut parts = text.split(end).peekable();
        let mut out = String::new();
        while let Some(part) = parts.next() {
            out.push_str(part);
            if parts.peek().is_some() {
                count += 1;
                out.push_str(&piece(&format!("単語{count}番")));
                out.push_str(end);
            }
        }
        out
    };
    let paragraph = |word: &str| format!("<w:p><w:r><w:t>{word}</w:t></w:r></w:p>");
    let run = |word: &str| format!("<w:r><w:t>{word}</w:t></w:r>");
    let mut files = unzipped(&course.docx(form, &filled()));
    let text = unique(text_of(&files, DOCUMENT), "</w:tc>", &paragraph);
    let text = unique(&text, "</w:sdtContent>", &run);
    let text = unique(&text, "</w:body>", &paragraph);
    files.insert(DOCUMENT.to_owned(), text.into_bytes());
    for part in ["word/comments.xml", "word/footnotes.xml", "word/header9.xml"] {
        let text = unique("<w:x xmlns:w=\"w\"></w:x>", "</w:x>", &paragraph);
        files.insert(part.to_owned(), text.into_bytes());
    }
    let paper = course.read(&zipped(&files), "docx");
    assert!(count > 200, "{count}");
    for word in 1..=count {
        assert!(holds(&paper, &format!("単語{word}番")), "単語{word}番 is lost");
    }
}

#[test]
fn an_answer_that_the_form_no_longer_asks_for_keeps_its_name_and_its_label() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let one = |value: &str| AnswerValue::Text(value.to_owned());
    let given = Answers::from([("place".into(), one("相談室")), ("old.2".into(), one("前の答え"))]);
    let labels = [("old.2".to_owned(), "前の欄".to_owned())].into();
    let text = course.site.docx(&course.paper(form)).text.filled(&given, &labels);
    let files = unzipped(&course.docx(form, &given));
    let file = with(&files, DOCUMENT, text.as_bytes());
    for bytes in [file.clone(), changed(&file, DOCUMENT, |text| without(text, &[TAGS]))] {
        let paper = course.read(&bytes, "docx");
        expect_same(&paper, &given);
        let old = paper.answers.iter().find(|it| it.slot.name == "old.2").unwrap();
        assert_eq!(old.slot.label, "前の欄");
    }
    // Without the label the name is there.
    expect_same(&course.read(&course.docx(form, &given), "docx"), &given);
}

/// Whether a word is in an answer, or in the list of what could not be placed.
pub(crate) fn holds(paper: &ReadPaper<'_>, word: &str) -> bool {
    let has = |value: &AnswerValue| matches!(value, AnswerValue::Text(text) if text.contains(word));
    paper.answers.iter().any(|it| has(&it.value)) || paper.left.iter().any(|(_, words)| words.contains(word))
}

#[test]
#[ignore = "writes files to look at"]
fn papers_to_look_at() {
    let out = std::path::PathBuf::from(std::env::var("PAPERS").unwrap());
    for course in [everything(), course("content")] {
        for form in course.papers.forms().iter().filter(|form| form.key.starts_with("worksheet/")) {
            let name = form.key.replace('/', "-");
            std::fs::write(
                out.join(format!("{name}{}.xlsx", form.variant)),
                course.xlsx(form, &Answers::new()),
            )
            .unwrap();
        }
    }
}

#[test]
fn two_people_s_forms_are_two_answer_files() {
    let course = everything();
    let form = course.form("worksheet/everything");
    let other = |name: &str| {
        let mut answers = filled();
        answers.insert("person.label".into(), AnswerValue::Text(name.into()));
        answers
    };
    let folder = temporary();
    let forms = folder.path().join("forms");
    std::fs::create_dir_all(forms.join("second class")).unwrap();
    std::fs::write(forms.join("a.docx"), course.docx(form, &filled())).unwrap();
    std::fs::write(forms.join("~$a.docx"), "Word is open").unwrap();
    std::fs::write(forms.join("second class/a.docx"), course.docx(form, &other("Bさん"))).unwrap();
    std::fs::write(forms.join("a.xlsx"), course.xlsx(form, &filled())).unwrap();
    let of = project().join("tests/browser/course");
    let run = |arguments: &[&str]| {
        mitate_in(folder.path(), &[&["read", "--course", of.to_str().unwrap()], arguments].concat())
    };

    let done = run(&["forms", "--out", "answers"]);
    assert_eq!(done.status.code(), Some(0), "{}{}", stdout(&done), stderr(&done));
    let names: Vec<String> =
        files(&folder.path().join("answers")).keys().map(|it| it.display().to_string()).collect();
    assert_eq!(names, ["a.docx.mitate.json", "a.xlsx.mitate.json", "second class/a.docx.mitate.json"]);
    let text =
        std::fs::read_to_string(folder.path().join("answers/second class/a.docx.mitate.json")).unwrap();
    assert!(text.contains("Bさん") && !text.contains("Aさん"));

    let mixed = run(&["forms", "--out", "all.json"]);
    assert_eq!(mixed.status.code(), Some(1));
    assert!(stderr(&mixed).contains("with other answers"), "{}", stderr(&mixed));
    assert!(!folder.path().join("all.json").exists());

    // One person's form in Word and in Excel, and what was exported before, are one.
    let same = run(&["forms/a.docx", "forms/a.xlsx", "answers/a.docx.mitate.json", "--out", "all.json"]);
    assert_eq!(same.status.code(), Some(0), "{}", stderr(&same));
    let again = run(&["forms/a.docx", "--out", "all.json"]);
    assert_eq!(again.status.code(), Some(2), "what is there stays");
    assert_eq!(run(&["forms/a.docx", "--out", "all.json", "--force"]).status.code(), Some(0));
}

#[test]
fn a_paper_from_before_its_form_got_another_id_is_read() {
    let folder = temporary();
    let old = course("tests/collect/course");
    let new = course(crate::rename::renamed_course(folder.path()).to_str().unwrap());
    let form = old.form("worksheet/sheet");
    let text = |words: &str| AnswerValue::Text(words.to_owned());
    let given: Answers = [
        ("day", text("2026-11-29")),
        ("nights", text("4")),
        ("ease", text("5")),
        ("people.1.who", text("母")),
        ("people.2.near", text("2")),
        ("present.1", text("眠りたい")),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    for (bytes, ending) in [(old.docx(form, &given), "docx"), (old.xlsx(form, &given), "xlsx")] {
        let paper = new.read(&bytes, ending);
        assert_eq!(paper.form.key, "worksheet/record", "{ending}");
        expect_same(&paper, &given);
    }
}
