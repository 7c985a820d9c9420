//! Papers: forms for Word and Excel.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use mitate::field::Slots;
use mitate::model::PaperFormat;
use mitate::paper::address::{Mark, code, tag};
use mitate::paper::docx::fill::{AnswerValue, Answers};
use mitate::paper::form::Form;
use mitate::pipeline::Workshop;
use mitate::render::{Bytes, Site};
use roxmltree::Document as Xml;
use serde_json::Value as Json;

use crate::course::{files, mitate, mitate_in, project, put, small, stderr, stdout, temporary};
use crate::fuzz::targets::archives::unzipped;

fn site(folder: &str) -> Site {
    let mut workshop = Workshop::new(&project().join(folder), None, &[]).unwrap();
    workshop.load().unwrap().site().expect("the course is right")
}

/// The catalogue of answers, by key: the names that answers are stored under, with `N` for the number of a row.
fn catalogue(site: &Site) -> BTreeMap<String, BTreeSet<String>> {
    let Ok(Some(Bytes::Made(script))) = site.render("answers/course.js") else { panic!("no catalogue") };
    let script = String::from_utf8(script).unwrap();
    let json = script.trim().strip_prefix("mitateCourse(").unwrap().strip_suffix(");").unwrap();
    let json: Json = serde_json::from_str(json).unwrap();
    let names = |field: &Json| -> Vec<String> {
        let id = field["id"].as_str().unwrap();
        match field["columns"].as_array() {
            Some(columns) => {
                columns.iter().map(|it| format!("{id}.N.{}", it["id"].as_str().unwrap())).collect()
            }
            None if field["many"].as_bool().unwrap_or(false) => vec![format!("{id}.N")],
            None => vec![id.to_owned()],
        }
    };
    let works = json["works"].as_array().unwrap().iter();
    let of = |work: &Json| work["fields"].as_array().unwrap().iter().flat_map(names).collect();
    works.map(|work| (work["key"].as_str().unwrap().to_owned(), of(work))).collect()
}

fn names(form: &Form) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for question in form.questions() {
        if let Slots::Rows(rows) = &question.slots {
            let dot = |id: &str| if id.is_empty() { String::new() } else { format!(".{id}") };
            names.extend(rows.columns.iter().map(|it| format!("{}.N{}", rows.name, dot(&it.id))));
        } else {
            names.extend(question.slots.blank().into_iter().map(|slot| slot.name));
        }
    }
    names
}

#[test]
fn papers_name_what_is_filled_in_as_the_answer_file_does() {
    for folder in ["content", "tests/browser/course"] {
        let site = site(folder);
        let catalogue = catalogue(&site);
        for form in site.forms() {
            let Some(known) = catalogue.get(&form.key) else { continue };
            let names = names(&form);
            // A sheet has room for some rows of what may be answered in any number.
            let in_rows = |name: &String| {
                let row = name.rsplit_once('.').filter(|(_, row)| row.parse::<u32>().is_ok());
                row.is_some_and(|(before, _)| known.contains(&format!("{before}.N")))
            };
            let unknown: Vec<_> = names.difference(known).filter(|name| !in_rows(name)).collect();
            assert!(unknown.is_empty(), "{}: {unknown:?}", form.key);
            // What is to be done with a row that is marked ×, ratings of an answer, and what is revised are no part of the blank form.
            let is_later = |name: &str| {
                let later = ["rate.", "evidence.", "later.", "rev.", "change."];
                name.contains(".if-not") || later.iter().any(|it| name.starts_with(it))
            };
            let has_rows = |name: &str| {
                let before = name.strip_suffix('N');
                before.is_some_and(|before| names.iter().any(|it| it.starts_with(before)))
            };
            let missing: Vec<_> =
                known.difference(&names).filter(|name| !is_later(name) && !has_rows(name)).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", form.key);
        }
    }
}

#[test]
fn no_two_slots_of_a_course_have_one_code() {
    let mut seen = BTreeMap::new();
    let mut count = 0;
    for form in site("content").forms() {
        for slot in form.slots() {
            let options = slot.kind.options().iter().map(|it| format!("{}={}", slot.name, it.id));
            for name in options.chain([slot.name.clone()]) {
                count += 1;
                let place = (form.key.clone(), name);
                let other = seen.insert(code(&place.0, &place.1), place.clone());
                assert!(other.as_ref().is_none_or(|other| *other == place), "{place:?} and {other:?}");
            }
        }
    }
    assert!(count > 5_000, "only {count} names");
}

// ---- Word

/// A Word file: the text of each of its parts.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let text = |(name, bytes)| (name, String::from_utf8(bytes).unwrap());
    unzipped(bytes).into_iter().map(text).collect()
}

/// The namespace of a text in Word.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The elements of a Word text: the name of each, and its attributes in the namespace of Word.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let document = Xml::parse(xml).unwrap();
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    let element = |node: roxmltree::Node<'_, '_>| {
        let own = node.attributes().filter(|it| it.namespace() == Some(W));
        let own = own.map(|it| (it.name().to_owned(), it.value().to_owned())).collect();
        (node.tag_name().name().to_owned(), own)
    };
    elements.map(element).collect()
}

/// All papers of a course in Word, by their paths.
fn all_papers(folder: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let site = site(folder);
    let papers = site.papers();
    assert!(!papers.is_empty());
    let bytes = |paper| site.paper(paper, PaperFormat::Docx, &Answers::new()).unwrap();
    papers.iter().map(|paper| (paper.path(), parts(&bytes(paper)))).collect()
}

#[test]
fn a_word_paper_has_what_word_and_libreoffice_keep() {
    for folder in ["content", "tests/browser/course"] {
        for (path, parts) in all_papers(folder) {
            for (name, text) in &parts {
                assert!(!elements(text).is_empty(), "{path}: {name}");
            }
            let text = elements(&parts["word/document.xml"]);
            let values = |name: &str, attribute: &str| -> Vec<&String> {
                text.iter().filter(|(it, _)| it == name).filter_map(|(_, it)| it.get(attribute)).collect()
            };
            for (name, attribute) in [("bookmarkStart", "id"), ("bookmarkStart", "name"), ("tag", "val")] {
                let all = values(name, attribute);
                let different: BTreeSet<_> = all.iter().collect();
                assert_eq!(all.len(), different.len(), "{path}: {name} {attribute}");
            }
            assert!(values("tag", "val").iter().all(|tag| tag.len() <= 64), "{path}");
            // LibreOffice writes the text of plain-text controls several times over; text boxes and grids move what is written.
            for forbidden in ["text", "txbxContent", "docGrid", "hyperlink"] {
                assert!(!text.iter().any(|(name, _)| name == forbidden), "{path}: {forbidden}");
            }
            assert!(!parts.values().any(|text| text.contains("TargetMode")), "{path} leads outside");
        }
    }
}

#[test]
fn a_word_form_has_a_control_and_a_bookmark_for_each_slot() {
    let site = site("tests/browser/course");
    let papers = site.papers();
    let forms: Vec<_> = papers.iter().filter(|paper| paper.is_form()).collect();
    assert!(forms.len() > 10);
    for paper in forms {
        let parts = parts(&site.paper(paper, PaperFormat::Docx, &Answers::new()).unwrap());
        let text = elements(&parts["word/document.xml"]);
        let values = |name: &str, attribute: &str| -> BTreeSet<String> {
            let found = text.iter().filter(|(it, _)| it == name);
            found.filter_map(|(_, it)| it.get(attribute).cloned()).collect()
        };
        let (tags, bookmarks) = (values("tag", "val"), values("bookmarkStart", "name"));
        let custom = &parts["docProps/custom.xml"];
        let mark = custom.split("<vt:lpwstr>").nth(1).unwrap().split('<').next().unwrap();
        let mark: Mark = mark.parse().unwrap();
        assert_eq!(mark.course, "every-kind");
        let form =
            site.forms().into_iter().find(|it| it.key == mark.key && it.variant == mark.variant).unwrap();
        assert_eq!(mark.revision, form.revision);
        for slot in form.slots() {
            let options: Vec<String> =
                slot.kind.options().iter().map(|it| format!("{}={}", slot.name, it.id)).collect();
            // One control for the slot, or a box for each option.
            let has = |name: &String| {
                tags.contains(&tag(&form.key, name)) && bookmarks.contains(&code(&form.key, name))
            };
            let is_there = has(&slot.name) || (!options.is_empty() && options.iter().all(has));
            assert!(is_there, "{}: {}", form.key, slot.name);
        }
    }
}

#[test]
fn every_word_of_a_form_is_on_its_paper() {
    let site = site("tests/browser/course");
    let papers = site.papers();
    for paper in papers.iter().filter(|paper| paper.is_form()) {
        let parts = parts(&site.paper(paper, PaperFormat::Docx, &Answers::new()).unwrap());
        let shown = words_of(&parts["word/document.xml"]);
        let form = site.forms().into_iter().find(|form| {
            form.key.ends_with(&format!("/{}", paper.id().split('.').next().unwrap()))
                && form.variant == paper.id().split_once('.').map_or("", |it| it.1)
        });
        let form = form.unwrap();
        for question in form.questions().filter(|question| !question.is_in_text) {
            let label: String = question.label.iter().map(|run| run.words.as_str()).collect();
            let label = label.split_whitespace().collect::<String>();
            assert!(shown.contains(&label), "{}: {label}", form.key);
            for slot in question.slots.blank() {
                for option in slot.kind.options() {
                    let option = option.label.split_whitespace().collect::<String>();
                    assert!(shown.contains(&option), "{}: {option}", form.key);
                }
            }
        }
    }
}

/// What is on the sheet of each kind of exercise, in this order. Cards and options are in the order of the page, which is shuffled.
const SHEETS: [(&str, &[&str]); 16] = [
    (
        "gaps",
        &[
            "番号のついた空欄に",
            "相談援助は、個人、1",
            "、2",
            "を対象とする。",
            "空欄1の手がかり",
            "一緒に住む人",
        ],
    ),
    ("bank", &["使える言葉", "まず1", "を決め、つぎに2", "を立てる。"]),
    (
        "talk",
        &[
            "場面1",
            "戸が少し開きました。",
            "1A",
            "1B",
            "1Z",
            "自分の言葉で言う",
            "場面2",
            "しばらく静かです。",
            "2A",
            "たどった道すじ",
            "選んだ言葉のあと",
            "1A",
            "場面",
        ],
    ),
    (
        "stages",
        &[
            "一段ずつ読みます。",
            "段階1",
            "はじめの見立てを書きます。",
            "いまの見立て",
            "段階2",
            "書き直します。",
            "いまの見立て",
            "変わったことと",
            "段階3",
            "もう一度書きます。",
            "残った言葉",
        ],
    ),
    (
        "asking",
        &[
            "聞けるのは3つまで",
            "ノートが26冊でした",
            "前の日は、何冊でしたか。",
            "ほかに聞いておきたいこと",
            "いま何を決めるか",
            "残った言葉",
            "聞かれたら渡す紙",
            "前の日は、何冊でしたか。",
            "27冊でした。",
            "まだだれも確かめていません",
        ],
    ),
    ("ledger", &["段階1", "段階2", "仮説1", "仮説2", "見立てシート"]),
    ("marks", &["見たこと", "考えたこと", "Aは10時に来た。", "怠けているのだろう。", "次は金曜だ。"]),
    ("pairs", &["1", "2", "3", "「来てくれたんですね」", "「……」"]),
    ("steps", &["1から5の番号", "順番"]),
    ("groups", &["いますぐのこと", "これからのこと", "命", "暮らし", "望み"]),
    ("points", &["時刻", "望み"]),
    (
        "pick",
        &[
            "はじめに何と言いますか。",
            "一つ選びます",
            "何を用意しますか。",
            "あてはまるものをすべて選びます",
            "そう選んだ理由",
        ],
    ),
    ("cards", &["朝の玄関", "グループ1", "グループ9"]),
    ("self", &["待てたか", "これから待てなかった", "半分ほど少し待った"]),
    ("family", &["控えから言えることだけで", "枠の中に", "言葉で書くとき"]),
    ("sheet", &["様式「", "の用紙に書きます。"]),
];

#[test]
fn an_exercise_on_paper_has_what_its_page_has_and_nothing_of_afterwards() {
    let site = site("tests/browser/course");
    let papers = site.papers();
    for paper in papers.iter().filter(|paper| paper.path().starts_with("exercises/")) {
        let parts = parts(&site.paper(paper, PaperFormat::Docx, &Answers::new()).unwrap());
        let shown = words_of(&parts["word/document.xml"]);
        assert!(!shown.contains("【後】"), "{}: {shown}", paper.id());
        let Some((_, expected)) = SHEETS.iter().find(|(id, _)| *id == paper.id()) else { continue };
        let mut rest = &*shown;
        for words in *expected {
            let (_, after) =
                rest.split_once(words).unwrap_or_else(|| panic!("{}: no {words} in {rest}", paper.id()));
            rest = after;
        }
    }
}

#[test]
fn cards_on_paper_are_in_the_order_of_the_page() {
    for (folder, least) in [("tests/browser/course", 1), ("content", 10)] {
        let site = site(folder);
        let is_page = |path: &&str| path.ends_with(".html");
        let pages: Vec<String> = site
            .paths()
            .map(|path| &**path)
            .filter(is_page)
            .filter_map(|path| match site.render(path) {
                Ok(Some(Bytes::Made(page))) => String::from_utf8(page).ok(),
                _ => None,
            })
            .collect();
        let mut count = 0;
        let papers = site.papers();
        for paper in papers.iter().filter(|paper| paper.path().starts_with("exercises/")) {
            let parts = parts(&site.paper(paper, PaperFormat::Docx, &Answers::new()).unwrap());
            let text = elements(&parts["word/document.xml"]);
            let tags = text.iter().filter(|(name, _)| name == "tag").filter_map(|(_, it)| it.get("val"));
            let of_paper: Vec<&str> = tags.filter_map(|tag| tag.strip_prefix("place.")).collect();
            let place = |card: &str| {
                let id = format!("id=\"x-{}-{card}-place\"", paper.id());
                pages.iter().find_map(|page| page.find(&id))
            };
            let of_page: Option<Vec<usize>> = of_paper.iter().map(|card| place(card)).collect();
            assert!(of_page.is_some_and(|it| it.is_sorted()), "{}: {of_paper:?}", paper.id());
            count += usize::from(!of_paper.is_empty());
        }
        assert!(count >= least, "{count}");
    }
}

/// The words of a text without blanks. Readings are left out: they would be between the words that they are of.
fn words_of(xml: &str) -> String {
    let document = Xml::parse(xml).unwrap();
    let texts = document.descendants().filter(|it| it.has_tag_name((W, "t")));
    let texts = texts.filter(|it| !it.ancestors().any(|outer| outer.has_tag_name((W, "rt"))));
    texts.filter_map(|it| it.text()).collect::<String>().split_whitespace().collect()
}

#[test]
fn answers_are_where_they_were_asked() {
    let site = site("tests/browser/course");
    let papers = site.papers();
    let paper = papers.iter().find(|it| it.id() == "everything").unwrap();
    let form = site.forms().into_iter().find(|it| it.key == "worksheet/everything").unwrap();
    let answers: Answers = form
        .slots()
        .map(|slot| (slot.name.clone(), AnswerValue::Text(format!("［{}］", slot.name))))
        .collect();
    let parts = parts(&site.paper(paper, PaperFormat::Docx, &answers).unwrap());
    let shown = words_of(&parts["word/document.xml"]);
    for slot in form.slots().filter(|slot| slot.kind.options().is_empty()) {
        assert_eq!(shown.matches(&format!("［{}］", slot.name)).count(), 1, "{}", slot.name);
    }
}

// ---- `mitate paper`

/// Twenty thousand quotations within each other are deeper than the stack of the program.
#[test]
fn a_deep_quotation_is_on_paper() {
    let (course, out) = (temporary(), temporary());
    small(course.path());
    let page = format!("---\ntitle: 深い\n---\n{} 底の言葉\n\n> 浅い言葉\n", ">".repeat(20_000));
    put(course.path(), "modules/01-first/30-deep.md", &page);
    let target = out.path().join("papers");
    let output = mitate(&["paper", course.path().to_str().unwrap(), "--out", target.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = fs::read(target.join("modules/first.docx")).unwrap();
    let words = words_of(&parts(&page)["word/document.xml"]);
    assert!(words.contains("底の言葉") && words.contains("浅い言葉"), "{words}");
}

/// A form with one field.
const FORM: &str = "title: 用紙\nrevision: 1\nsections:\n  - id: one\n    title: 一\n    fields:\n      - { id: wish, kind: text, label: 望み }\n";

#[test]
fn papers_are_written_once_and_what_was_filled_in_stays() {
    let (course, out) = (temporary(), temporary());
    small(course.path());
    put(course.path(), "worksheets/sheet.yaml", FORM);
    let out = out.path().join("papers");
    let (folder, target) = (course.path().to_str().unwrap(), out.to_str().unwrap());
    let run = |more: &[&str]| mitate(&[&["paper", folder, "--out", target], more].concat());
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let first = files(&out);
    assert!(first.contains_key(std::path::Path::new("worksheets/sheet.docx")), "{:?}", first.keys());
    assert!(stdout(&run(&[])).contains("no files written"));
    assert_eq!(files(&out), first);
    // Only what is asked for is written again, and the others stay.
    put(course.path(), "worksheets/sheet.yaml", &FORM.replace("望み", "願い"));
    let output = run(&["sheet", "--as", "docx"]);
    assert!(
        stdout(&output).contains("1 file written, none removed"),
        "{}{}",
        stdout(&output),
        stderr(&output)
    );
    // A form that was filled in where it is, is not overwritten; neither is a file of another program.
    let filled = out.join("worksheets/sheet.docx");
    fs::write(&filled, "filled in").unwrap();
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("sheet.docx"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&filled).unwrap(), "filled in");
    // Nor does a site that is built there remove it.
    let output = mitate(&["build", folder, "--out", target]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("contains papers"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&filled).unwrap(), "filled in");
    fs::remove_file(&filled).unwrap();
    assert_eq!(run(&[]).status.code(), Some(0));
}

// Invariant 5.
#[test]
fn papers_that_a_killed_run_left_are_not_taken_for_filled_in() {
    let (course, out) = (temporary(), temporary());
    small(course.path());
    put(course.path(), "worksheets/sheet.yaml", FORM);
    let out = out.path().join("papers");
    let run = || mitate(&["paper", course.path().to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let expect_done = |output: std::process::Output| {
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    };
    expect_done(run());
    let manifest = |out: &std::path::Path| -> Json {
        serde_json::from_slice(&fs::read(out.join(".mitate-manifest.json")).unwrap()).unwrap()
    };
    let hash = |manifest: &Json, path: &str| manifest["files"][path]["hash"].clone();
    let old = manifest(&out);
    let one = fs::read(out.join("worksheets/sheet.docx")).unwrap();
    put(course.path(), "worksheets/sheet.yaml", &FORM.replace("望み", "願い"));
    expect_done(run());
    // As if it had been killed when the Word file was not in its place yet, and the Excel file was.
    let mut between = manifest(&out);
    for path in ["worksheets/sheet.docx", "worksheets/sheet.xlsx"] {
        let either = [hash(&old, path), hash(&between, path)];
        between["files"][path] = serde_json::json!({ "hash": "", "len": 0, "of": null, "either": either });
    }
    put(&out, ".mitate-manifest.json", &between.to_string());
    fs::write(out.join("worksheets/sheet.docx"), one).unwrap();
    put(course.path(), "worksheets/sheet.yaml", &FORM.replace("望み", "思い"));
    expect_done(run());
    assert_eq!(manifest(&out)["files"]["worksheets/sheet.docx"].get("either"), None);
    // What someone wrote into one of them is still theirs.
    put(&out, ".mitate-manifest.json", &between.to_string());
    fs::write(out.join("worksheets/sheet.docx"), "filled in").unwrap();
    assert_eq!(run().status.code(), Some(2));
    assert_eq!(fs::read_to_string(out.join("worksheets/sheet.docx")).unwrap(), "filled in");
}

#[test]
fn an_unknown_id_is_reported_with_the_nearest() {
    let course = temporary();
    small(course.path());
    put(course.path(), "worksheets/my-sheet.yaml", FORM);
    for (lang, said) in [("en", "Did you mean “my-sheet”?"), ("ja", "「my-sheet」のことではありませんか。")]
    {
        let output = mitate_in(course.path(), &["paper", "my-shet", "--lang", lang]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
        assert!(!course.path().join("papers").exists());
    }
}

#[test]
fn pages_offer_the_papers_that_the_course_asks_for() {
    let (course, out) = (temporary(), temporary());
    small(course.path());
    put(course.path(), "worksheets/sheet.yaml", FORM);
    let build = || {
        let output =
            mitate(&["build", course.path().to_str().unwrap(), "--out", out.path().to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        files(out.path())
    };
    let is_paper = |path: &std::path::PathBuf| path.extension().is_some_and(|it| it == "docx");
    assert!(!build().keys().any(is_paper));
    let info = fs::read_to_string(course.path().join("course.yaml")).unwrap();
    put(course.path(), "course.yaml", &format!("{info}papers: [docx]\n"));
    let site = build();
    assert!(site.contains_key(std::path::Path::new("worksheets/sheet/sheet.docx")), "{:?}", site.keys());
    let page =
        String::from_utf8_lossy(&site[std::path::Path::new("worksheets/sheet/index.html")]).into_owned();
    assert!(page.contains("href=\"../../worksheets/sheet/sheet.docx\" download>Wordの用紙<"), "{page}");
    put(course.path(), "course.yaml", &info);
    assert!(!build().keys().any(is_paper));
}
