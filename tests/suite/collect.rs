//! `mitate collect`: the answers of a group become rows; nothing in them names anyone, and no file stops the others.
//!
//! `tests/collect/NAME/in` are files that were handed in, `rows.ndjson` the rows they give, `messages.txt` what is said about them.
//! `UPDATE=1 cargo test collect` writes both. All are of the course `tests/collect/course`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use mitate::answers::{
    AnswerEntry, AnswerValue, AnsweredSheet, CourseExported, Exported, InOrder, OtherAnswer,
};
use mitate::collect::{
    AnswerRow, AskedCourse, Counts, FileRefusal, JsonWriter, ROW_SCHEMA, Respondents, RowWriter, Trace, rows,
    rows_of, survey,
};
use mitate::pipeline::Workshop;
use mitate::render::{FileDigest, Site};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::course::{files, mitate_in, project, put, stderr, stdout, temporary};
use crate::package::opened;
use crate::schema::Schema;

fn folder() -> PathBuf {
    project().join("tests/collect")
}

static COURSE: LazyLock<AskedCourse> = LazyLock::new(|| {
    let loaded = Workshop::new(&folder().join("course"), None, &[]).unwrap().load().unwrap();
    AskedCourse::new(&loaded.whole_site().expect("the course is right"))
});

static SCHEMA: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(ROW_SCHEMA).unwrap());

/// Collects `inputs`, which are in `folder`, into `out`.
fn collect(folder: &Path, inputs: &[&str], out: &Path, more: &[&str]) -> Output {
    let course = project().join("tests/collect/course");
    let mut arguments = vec!["collect"];
    arguments.extend(inputs);
    arguments.extend(["--course", course.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    arguments.extend(more);
    mitate_in(folder, &arguments)
}

fn rows_in(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An answer file of the course.
fn file(answers: Vec<AnsweredSheet>) -> Exported {
    let course =
        CourseExported { id: "gathered".into(), title: "集める見本".into(), revision: 3.into() };
    Exported::new(course, "2026-11-29T17:00:00.000Z".into(), answers)
}

fn sheet(key: &str, sheet: u32, fields: Vec<(String, AnswerEntry)>) -> AnsweredSheet {
    AnsweredSheet {
        key: key.into(),
        title: String::new(),
        sheet,
        labels: InOrder::default(),
        words: InOrder::default(),
        fields: InOrder(fields),
    }
}

fn entry(value: AnswerValue, at: &str) -> AnswerEntry {
    AnswerEntry { value, rev: 1, at: at.into(), others: Vec::new() }
}

/// A file of a person of their own.
fn of_person(number: usize) -> Exported {
    let at = |ms: usize| format!("2026-11-29T16:{:02}:{:02}.{:03}Z", number / 60 % 60, number % 60, ms);
    let text = |words: String, ms| entry(AnswerValue::Text(words), &at(ms));
    file(vec![sheet(
        "exercise/words",
        1,
        vec![
            ("say".into(), text(format!("{number}人めの言葉"), number / 3600)),
            ("@looked".into(), text(at(500), 500)),
        ],
    )])
}

#[test]
fn every_fixture_gives_its_rows() {
    let mut count = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let case = entry.unwrap().path();
        if !case.join("in").is_dir() {
            continue;
        }
        count += 1;
        let out = temporary();
        let rows = out.path().join("rows.ndjson");
        let output = collect(&case, &["in"], &rows, &[]);
        let found = [("rows.ndjson", fs::read_to_string(&rows).unwrap()), ("messages.txt", stderr(&output))];
        for (name, found) in found {
            let path = case.join(name);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &found).unwrap();
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(found, expected, "{}", path.display());
        }
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    assert!(count >= 3);
}

#[test]
fn every_row_is_as_the_schema_says() {
    let schema = Schema::read(SCHEMA.clone());
    let mut types = BTreeMap::<String, usize>::new();
    for case in ["group", "one-person", "papers"] {
        for row in rows_in(&fs::read_to_string(folder().join(case).join("rows.ndjson")).unwrap()) {
            assert!(schema.allows(&row), "{row:#}");
            *types.entry(row["type"].as_str().unwrap().to_owned()).or_default() += 1;
            // It describes all that a row has, and nothing else.
            let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
            let mut known: Vec<&String> = SCHEMA["properties"].as_object().unwrap().keys().collect();
            known.sort();
            let mut sorted = keys.clone();
            sorted.sort();
            assert_eq!(sorted, known);
        }
    }
    assert_eq!(types.keys().collect::<Vec<_>>(), ["choice", "choices", "date", "evidence", "number", "text"]);
    let wrong = |key: &str, value: Value| {
        let mut row = serde_json::to_value(&rows_of(&of_person(1), 1, &COURSE)[0]).unwrap();
        assert!(schema.allows(&row), "{row:#}");
        row[key] = value;
        !schema.allows(&row)
    };
    assert!(wrong("person", json!("山田")));
    assert!(wrong("name", json!("山田")));
    assert!(wrong("type", json!("essay")));
    assert!(wrong("compared", json!("2026-11-29T16:00:00.123Z")));
}

#[test]
fn the_schema_is_printed() {
    let printed = mitate_in(project(), &["schema", "row"]);
    assert_eq!(serde_json::from_str::<Value>(&stdout(&printed)).unwrap(), *SCHEMA);
    let printed = mitate_in(project(), &["schema", "answers"]);
    assert_eq!(serde_json::from_str::<Value>(&stdout(&printed)).unwrap()["$id"], "urn:mitate:answers:1");
}

/// The cells of a table as CSV, without its byte order mark.
fn csv_cells(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let (mut quoted, mut signs) = (false, text.strip_prefix('\u{feff}').unwrap().chars().peekable());
    while let Some(sign) = signs.next() {
        let line = lines.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                line.last_mut().unwrap().push(signs.next().unwrap());
            }
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(String::new()),
            '\r' if !quoted && signs.next_if_eq(&'\n').is_some() => lines.push(vec![String::new()]),
            sign => line.last_mut().unwrap().push(sign),
        }
    }
    lines.pop();
    lines
}

#[test]
fn tables_hold_what_the_rows_hold_and_no_formula() {
    use calamine::{Data, Reader as _};

    let out = temporary();
    let [csv, xlsx] = ["rows.csv", "rows.xlsx"].map(|name| out.path().join(name));
    for path in [&csv, &xlsx] {
        let output = collect(&folder().join("group"), &["in"], path, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    let rows = rows_in(&fs::read_to_string(folder().join("group/rows.ndjson")).unwrap());
    let cells = csv_cells(&fs::read_to_string(&csv).unwrap());
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&xlsx).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert!(book.worksheet_formula(&book.sheet_names()[0].clone()).unwrap().is_empty());
    assert_eq!((cells.len(), sheet.height()), (rows.len() + 1, rows.len() + 1));
    let column = |name: &str| cells[0].iter().position(|it| it == name).unwrap();
    for (at, row) in rows.iter().enumerate() {
        let line = &cells[at + 1];
        let of_sheet = |name: &str| sheet.get((at + 1, column(name))).cloned().unwrap_or_default();
        let text = row["text"].as_str().unwrap_or_default();
        let inert = if text.starts_with(['=', '-']) { format!("'{text}") } else { text.to_owned() };
        assert_eq!(line[column("text")], inert);
        if !text.is_empty() {
            assert_eq!(of_sheet("text"), Data::String(text.to_owned()));
        }
        assert_eq!(line[column("number")], row["number"].as_f64().map_or(String::new(), |it| it.to_string()));
        assert_eq!(of_sheet("person"), Data::Float(row["person"].as_f64().unwrap()));
        assert_eq!(of_sheet("personal"), Data::Bool(row["personal"].as_bool().unwrap()));
        let ids = row["choices"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap());
        assert_eq!(line[column("choices")], ids.collect::<Vec<_>>().join("\n"));
    }
    assert!(rows.iter().any(|row| row["text"] == "=姉"));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let out = temporary();
    for name in ["rows.csv", "rows.xlsx", "rows.ndjson"] {
        let [one, other] = ["one", "other"].map(|part| out.path().join(part).join(name));
        collect(&folder().join("group"), &["in"], &one, &[]);
        // In another order, and under other names.
        let copy = out.path().join("copy").join(name);
        let names =
            [("一組.mitate.json", "z.json"), ("二組/用紙.mitate.json", "y.json"), ("before.json", "x.json")];
        fs::create_dir_all(&copy).unwrap();
        for (from, to) in names {
            fs::copy(folder().join("group/in").join(from), copy.join(to)).unwrap();
        }
        collect(&copy, &["x.json", "y.json", "z.json"], &other, &[]);
        assert!(fs::read(one).unwrap() == fs::read(other).unwrap(), "{name}");
    }
}

#[test]
fn nothing_in_the_rows_names_anyone() {
    for name in ["rows.ndjson", "rows.csv"] {
        let out = temporary();
        let path = out.path().join(name);
        collect(&folder().join("group"), &["in"], &path, &[]);
        let text = fs::read_to_string(path).unwrap();
        // The learner's name, the names of files and folders, and the moments by which a file is known again.
        for word in ["山田", "花子", "一組", "二組", "用紙.mitate", ".417Z", "before.json"] {
            assert!(!text.contains(word), "{name}: {word}");
        }
        assert!(text.contains("2026-11-29T16:02:00Z"));
    }
    let rows = rows_in(&fs::read_to_string(folder().join("group/rows.ndjson")).unwrap());
    let of = |field: &str| rows.iter().find(|row| row["field"] == field).unwrap();
    assert_eq!((&of("full-name")["withheld"], &of("full-name")["text"]), (&json!(true), &Value::Null));
    assert_eq!(of("born")["personal"], true);
    assert_eq!(of("day")["personal"], false);
    assert_eq!(of("present.2")["personal"], true);
}

/// What is written with an answer file that is right in the place of another.
const SOUND: &str = r#"{"format":"mitate-answers","version":1,"course":{"id":"gathered","title":"集める見本","revision":3},"exported":"2026-11-29T16:00:00Z","answers":[{"key":"exercise/words","sheet":1,"fields":{"say":{"value":"VALUE","rev":1,"at":"2026-11-29T16:00:00Z"}}}]}"#;

fn with(from: &str, to: &str) -> Vec<u8> {
    SOUND.replace(from, to).into_bytes()
}

/// Files that are refused: their names, their bytes, and what is said about them.
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut many_names = String::new();
    for at in 0..250_000 {
        let _ = write!(many_names, r#""f{at}":{{"value":"","rev":1,"at":"2026-11-29T16:00:00Z"}},"#);
    }
    vec![
        (
            "another-course.json",
            with("\"gathered\"", "\"other\""),
            "error: These answers are to another course, “集める見本”",
        ),
        (
            "newer.json",
            with("\"version\":1", "\"version\":2"),
            "error: This answer file is from a newer version",
        ),
        ("cut.json", SOUND.as_bytes()[..200].to_vec(), "1:200: error: The file is cut off here."),
        ("not-json.json", b"dear all".to_vec(), "error: This isn\u{2019}t an answer file of mitate."),
        ("json.json", b"[1, 2]".to_vec(), "error: This isn\u{2019}t an answer file of mitate."),
        ("empty.json", b"\xef\xbb\xbf \n".to_vec(), "error: The file is empty."),
        (
            "utf-16.json",
            [b"\xff\xfe".to_vec(), utf16(SOUND)].concat(),
            "1:1: error: The file isn\u{2019}t saved as UTF-8",
        ),
        (
            "shift-jis.json",
            [b"{\n\"a\": \"".to_vec(), b"\x93\xfa\"}".to_vec()].concat(),
            "2:7: error: The file isn\u{2019}t saved as UTF-8",
        ),
        ("form.docx", b"PK\x03\x04rest".to_vec(), "error: This is a file for Word or Excel."),
        ("form.json", b"PK\x03\x04rest".to_vec(), "error: This is a file for Word or Excel."),
        ("old.xls", b"\xd0\xcf\x11\xe0rest".to_vec(), "error: This is a file for Word or Excel."),
        (
            "review.json",
            br#"{"format":"mitate-review","version":1}"#.to_vec(),
            "error: This is a review, not an answer file.",
        ),
        (
            "twice.json",
            with("\"rev\":1", "\"rev\":1,\"rev\":1"),
            "error: Here the file isn\u{2019}t in the form of an answer file.",
        ),
        (
            "twice-named.json",
            with("\"say\":", "\"say\":{\"value\":\"\",\"rev\":1,\"at\":\"2026-11-29T16:00:00Z\"},\"say\":"),
            "error: Here the file",
        ),
        (
            "key.json",
            with("exercise/words", "../words"),
            "error: This answer file isn\u{2019}t as the published schema says: ../words#1",
        ),
        (
            "deep.json",
            with("\"VALUE\"", &format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000))),
            "error: Here the file",
        ),
        ("names.json", with("\"say\":", &format!("{many_names}\"say\":")), "error: Here the file"),
        (
            "long.json",
            with("VALUE", &"あ".repeat(1_048_577)),
            "error: This answer file isn\u{2019}t as the published schema says: exercise/words#1 say",
        ),
        ("big.json", Vec::new(), "is larger than 64 MB"),
    ]
}

#[test]
fn a_file_that_cannot_be_read_is_reported_and_the_rest_goes_on() {
    let files = hostile();
    let out = temporary();
    let inputs = out.path().join("in");
    fs::create_dir_all(inputs.join("a-folder.json")).unwrap();
    for (name, bytes, _) in &files {
        fs::write(inputs.join(name), bytes).unwrap();
    }
    fs::File::options().write(true).open(inputs.join("big.json")).unwrap().set_len(64_000_001).unwrap();
    // These two are right: one begins with a byte order mark, one holds a script.
    fs::write(inputs.join("bom.json"), [b"\xef\xbb\xbf", SOUND.as_bytes()].concat()).unwrap();
    fs::write(inputs.join("script.json"), with("VALUE", "</script><script>alert(1)</script>")).unwrap();

    let path = out.path().join("rows.ndjson");
    let output = collect(out.path(), &["in"], &path, &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    for (name, _, expected) in &files {
        let line = said
            .lines()
            .find(|line| line.contains(&format!("in/{name}")))
            .unwrap_or_else(|| panic!("{name}: {said}"));
        assert!(line.contains(expected), "{name}: {line}");
        // A fix is in the next line.
        let next = said.lines().skip_while(|other| *other != line).nth(1).unwrap();
        assert!(next.starts_with("  "), "{name}: {next}");
    }
    let rows = rows_in(&fs::read_to_string(&path).unwrap());
    let texts: Vec<&str> = rows.iter().map(|row| row["text"].as_str().unwrap()).collect();
    assert_eq!(texts.len(), 2, "{said}");
    assert!(texts.contains(&"VALUE") && texts.contains(&"</script><script>alert(1)</script>"));
    assert!(!said.contains("a-folder.json"));
    let japanese = collect(out.path(), &["in"], &path, &["--force", "--lang", "ja"]);
    assert!(
        stderr(&japanese).contains("in/cut.json:1:200: エラー: ファイルが途中で切れています。"),
        "{}",
        stderr(&japanese)
    );
}

#[cfg(unix)]
#[test]
fn pipes_are_not_read_and_links_in_a_folder_are_not_followed() {
    let out = temporary();
    let inputs = out.path().join("in");
    fs::create_dir_all(&inputs).unwrap();
    fs::write(out.path().join("elsewhere.json"), SOUND).unwrap();
    std::os::unix::fs::symlink("../elsewhere.json", inputs.join("link.json")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(inputs.join("pipe.json")).status().unwrap();
    assert!(made.success());
    fs::write(inputs.join("sound.json"), SOUND).unwrap();
    let path = out.path().join("rows.ndjson");
    let output = collect(out.path(), &["in", "/dev/zero"], &path, &[]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    for expected in ["in/link.json: error: This is a link", "in/pipe.json: error: ", "/dev/zero: error: "] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert_eq!(rows_in(&fs::read_to_string(&path).unwrap()).len(), 1);
    let pipe = inputs.join("pipe.json");
    for more in [&[][..], &["--force"]] {
        let output = collect(out.path(), &["in/sound.json"], &pipe, more);
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    }
    // A link that is named is followed, as by other commands.
    let output = collect(out.path(), &["in/link.json"], &path, &["--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_leaves_nothing() {
    let out = temporary();
    for number in 0..20 {
        let mut file = of_person(number);
        file.answers[0].fields.0[0].1.value = AnswerValue::Text("長い言葉。".repeat(1000));
        put(out.path(), &format!("in/{number}.json"), &serde_json::to_string(&file).unwrap());
    }
    let course = folder().join("course");
    for path in ["rows.xlsx", "rows.csv", "new/rows.xlsx"] {
        // A file may have so many blocks; the signal that would end the process is ignored, so that writing fails instead.
        let command = format!(
            "trap '' XFSZ; ulimit -f 16; exec {} collect in --out {path} --course {}",
            env!("CARGO_BIN_EXE_mitate"),
            course.display(),
        );
        let mut shell = std::process::Command::new("sh");
        let output =
            shell.args(["-c", &command]).env("LC_ALL", "C").current_dir(out.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stderr(&output).contains(&format!("error: {path} can’t be written")), "{}", stderr(&output));
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_signal_while_rows_are_written_leaves_nothing() {
    let out = temporary();
    let inputs = out.path().join("in");
    fs::create_dir_all(&inputs).unwrap();
    let course = folder().join("course");
    let mut stopped = 0;
    for count in [500, 1000, 2000, 4000] {
        for number in 0..count {
            let of_person = serde_json::to_vec(&of_person(number)).unwrap();
            fs::write(inputs.join(format!("{number}.json")), of_person).unwrap();
        }
        let temporary = out.path().join("new/.rows.csv.mitate-new");
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_mitate"))
            .args(["collect", "in", "--out", "new/rows.csv", "--course", course.to_str().unwrap()])
            .current_dir(out.path())
            .stderr(std::process::Stdio::null())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        while !temporary.exists() && child.try_wait().unwrap().is_none() {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        let code = child.wait().unwrap().code();
        assert!(!temporary.exists());
        if code == Some(130) {
            stopped += 1;
            break;
        }
        assert_eq!(code, Some(0));
        fs::remove_dir_all(out.path().join("new")).unwrap();
    }
    assert_eq!(stopped, 1, "no run was stopped while it wrote");
}

#[test]
fn no_file_is_replaced_unasked() {
    let out = temporary();
    let answers = out.path().join("a.json");
    fs::write(&answers, SOUND).unwrap();
    let rows = out.path().join("rows.csv");
    fs::write(&rows, "mine").unwrap();
    let output = collect(out.path(), &["a.json"], &rows, &[]);
    assert_eq!((output.status.code(), fs::read_to_string(&rows).unwrap()), (Some(2), "mine".to_owned()));
    assert!(stderr(&output).contains("--force"), "{}", stderr(&output));
    assert_eq!(collect(out.path(), &["a.json"], &rows, &["--force"]).status.code(), Some(0));
    assert!(fs::read_to_string(&rows).unwrap().contains("VALUE"));
    // Answers that were handed in are not.
    for more in [&[][..], &["--force"]] {
        let output = collect(out.path(), &["a.json"], &answers, more);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("is one of the files to read"), "{}", stderr(&output));
    }
    assert_eq!(fs::read_to_string(&answers).unwrap(), SOUND);
    let output = collect(out.path(), &["a.json"], &folder().join("course/rows.ndjson"), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("inside the course"), "{}", stderr(&output));
    assert!(!folder().join("course/rows.ndjson").exists());
    // Without an answer nothing is written.
    fs::write(&answers, SOUND.replace("VALUE", "")).unwrap();
    let none = out.path().join("none.ndjson");
    let output = collect(out.path(), &["a.json"], &none, &[]);
    assert_eq!((output.status.code(), none.exists()), (Some(1), false));
}

#[test]
fn a_workbook_says_where_it_ends_before_the_words_do() {
    let out = temporary();
    let long = "あ".repeat(40_000);
    fs::write(out.path().join("a.json"), SOUND.replace("VALUE", &long)).unwrap();
    let output = collect(out.path(), &["a.json"], &out.path().join("rows.xlsx"), &[]);
    assert!(stderr(&output).contains("1 text is longer than a cell of Excel"), "{}", stderr(&output));
    let csv = out.path().join("rows.csv");
    let output = collect(out.path(), &["a.json"], &csv, &[]);
    assert!(!stderr(&output).contains("longer"));
    assert!(fs::read_to_string(csv).unwrap().contains(&long));
}

#[test]
fn a_course_with_a_mistake_gathers_nothing() {
    let out = temporary();
    fs::write(out.path().join("course.yaml"), "id: gathered\ntitel: x\n").unwrap();
    fs::write(out.path().join("a.json"), SOUND).unwrap();
    let output = mitate_in(out.path(), &["collect", "a.json", "--out", "../rows.ndjson"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no answers can be gathered"), "{}", stderr(&output));
}

/// The answer files in the script of a board.
fn gathered_in(site: &Path) -> Vec<Exported> {
    let script = fs::read_to_string(site.join(Site::GATHERED)).unwrap();
    let list = script.strip_prefix("window.mitateGathered=").unwrap().strip_suffix(";\n").unwrap();
    let texts: Vec<String> = serde_json::from_str(list).unwrap();
    texts.iter().map(|text| Exported::read(text).unwrap()).collect()
}

#[test]
fn a_site_has_the_answers_of_everyone_on_its_board_and_names_nobody() {
    let out = temporary();
    let (site, rows) = (out.path().join("gathered"), out.path().join("rows.ndjson"));
    collect(&folder().join("group"), &["in"], &rows, &[]);
    let output = collect(&folder().join("group"), &["in"], &site, &["--as", "site"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("The facilitators\u{2019} edition with the answers of 3 people"));
    for said in [
        "contains what participants wrote. Don\u{2019}t publish it",
        "1 answer is in fields that ask for a name",
    ] {
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
    assert!(fs::read_to_string(site.join("board/index.html")).unwrap().contains(" data-gathered"));
    // Each person has the number of the rows, and every answer that a row has.
    let gathered = gathered_in(&site);
    let rows = rows_in(&fs::read_to_string(&rows).unwrap());
    assert_eq!(gathered.len(), 3);
    for row in rows {
        let file = &gathered[usize::try_from(row["person"].as_u64().unwrap()).unwrap() - 1];
        let sheet = file.answers.iter().find(|it| {
            (it.key.as_str(), u64::from(it.sheet))
                == (row["work"].as_str().unwrap(), row["attempt"].as_u64().unwrap())
        });
        let entry = sheet.unwrap().fields.get(row["field"].as_str().unwrap());
        match (row["withheld"] == true, &row["text"], entry.map(|it| &it.value)) {
            (true, _, found) => assert_eq!(found, None, "{row}"),
            (false, Value::String(text), Some(AnswerValue::Text(found))) if row["type"] == "text" => {
                assert_eq!(text, found, "{row}");
            }
            (_, _, found) => assert!(found.is_some(), "{row}"),
        }
    }
    let script = fs::read_to_string(site.join(Site::GATHERED)).unwrap();
    for word in ["山田", "花子", "一組", "二組", "用紙.mitate", "before.json", "labels", "others"] {
        assert!(!script.contains(word), "{word}");
    }
    // No other file of the site holds an answer.
    let others = files(&site).into_iter().filter(|(path, _)| path != Path::new(Site::GATHERED));
    for (path, bytes) in others {
        assert!(!String::from_utf8_lossy(&bytes).contains("=姉"), "{}", path.display());
    }
}

#[test]
fn answers_are_never_written_into_a_site_that_others_may_read() {
    let out = temporary();
    let folder_of = |name: &str| out.path().join(name);
    let course = folder().join("course");
    let group = folder().join("group");
    let [course, at] = [&course, &folder_of("plain")].map(|path| path.to_str().unwrap().to_owned());
    for edition in ["learner", "facilitator"] {
        let built = mitate_in(out.path(), &["build", &course, "--out", &at, "--edition", edition]);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
        let before = files(Path::new(&at));
        for more in [&["--as", "site"][..], &["--as", "site", "--force"]] {
            let output = collect(&group, &["in"], Path::new(&at), more);
            assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
            assert!(stderr(&output).contains("They may be published"), "{}", stderr(&output));
            assert!(files(Path::new(&at)) == before);
        }
    }
    // Neither into a folder with other files, nor into the course.
    put(&folder_of("other"), "mine.txt", "mine");
    let output = collect(&group, &["in"], &folder_of("other"), &["--as", "site", "--force"]);
    assert_eq!((output.status.code(), files(&folder_of("other")).len()), (Some(2), 1), "{}", stderr(&output));
    let output = collect(&group, &["in"], &folder().join("course/gathered"), &["--as", "site"]);
    assert!(output.status.code() == Some(2) && !folder().join("course/gathered").exists());

    // A site with answers is replaced if that is said, and a build removes all answers from it.
    for edition in ["facilitator", "learner"] {
        let site = folder_of(&format!("gathered-{edition}"));
        for (more, code) in [(&[][..], 0), (&[], 2), (&["--force"], 0)] {
            let output = collect(&group, &["in"], &site, &[&["--as", "site"], more].concat());
            assert_eq!(output.status.code(), Some(code), "{}", stderr(&output));
        }
        let built =
            mitate_in(out.path(), &["build", &course, "--out", site.to_str().unwrap(), "--edition", edition]);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
        let built = files(&site);
        assert!(!built.contains_key(Path::new(Site::GATHERED)));
        for (path, bytes) in built {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("=姉") && !text.contains(" data-gathered"), "{}", path.display());
        }
        // The same as into a new folder.
        let new = folder_of(edition);
        mitate_in(out.path(), &["build", &course, "--out", new.to_str().unwrap(), "--edition", edition]);
        let without_manifest = |folder: &Path| {
            let mut files = files(folder);
            files.retain(|path, _| !path.to_string_lossy().starts_with('.'));
            files
        };
        assert!(without_manifest(&site) == without_manifest(&new), "{edition}");
    }
}

#[test]
fn a_site_with_answers_is_packed_whole_and_stored_by_no_browser() {
    use mitate::package::{Handout, PackOptions, PackageKind, write};

    let out = temporary();
    let course = out.path().join("course");
    for (path, bytes) in files(&folder().join("course")) {
        put(&course, path.to_str().unwrap(), &String::from_utf8(bytes).unwrap());
    }
    put(
        &course,
        "course.yaml",
        "id: gathered\ntitle: 集める見本\nlanguage: ja\nrevision: 3\noffline: true\n",
    );
    let loaded = Workshop::new(&course, None, &[]).unwrap().load().unwrap();
    let script = "window.mitateGathered=[\"</script>\"];\n".as_bytes().to_vec();
    let site = loaded.whole_site().unwrap().with_gathered(script.clone());
    let options = PackOptions {
        progress: &|_, _| {},
        stop: &std::sync::atomic::AtomicBool::new(false),
        fault: &|error| panic!("{error}"),
    };
    let file = out.path().join("p.zip");
    let handout = Handout { site: &site, theme: &loaded.theme, name: "p" };
    write(handout, PackageKind::Zip, fs::File::create(&file).unwrap(), options).unwrap();
    let packed = opened(&file);
    assert_eq!(packed.iter().find(|(path, _)| path.ends_with(Site::GATHERED)).unwrap().1, &script);

    // A browser that stores the site for reading offline does not store the answers.
    let digest = || FileDigest::read(&b"x"[..]).unwrap();
    let paths = [Site::GATHERED, "index.html"].map(str::to_owned);
    let lists = site.lists(&paths.iter().map(|path| (path, digest())).collect());
    let list = String::from_utf8(lists[0].1.clone()).unwrap();
    assert!(list.contains("index.html") && !list.contains("gathered"), "{list}");

    // The learners' site has no board, so it takes no answers.
    let learners = loaded.site().unwrap().with_gathered(script);
    assert!(!learners.is_gathered() && learners.paths().all(|path| path != Site::GATHERED));
}

/// The bytes of a file, counted while they are there.
struct Live<'a>(Vec<u8>, &'a AtomicUsize);

impl AsRef<[u8]> for Live<'_> {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Live<'_> {
    fn drop(&mut self) {
        self.1.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Counts rows, and compares the most files that were there at once.
#[derive(Default)]
struct Counter {
    rows: usize,
    people: Vec<u32>,
}

impl RowWriter for Counter {
    fn row(&mut self, row: &AnswerRow<'_>) -> std::io::Result<()> {
        self.rows += 1;
        self.people.push(row.person);
        Ok(())
    }

    fn end(&mut self) -> std::io::Result<usize> {
        Ok(0)
    }
}

#[test]
fn of_ten_thousand_files_as_many_are_in_memory_as_there_are_threads() {
    const COUNT: usize = 10_000;
    let (live, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let read = |number: usize| {
        most.fetch_max(live.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        Ok(Live(of_person(number).text().into_bytes(), &live))
    };
    let mut refuse = |number: usize, why: FileRefusal| panic!("{number}: {why:?}");
    let files = survey(COUNT, &read, &COURSE, &|_| {}, &mut refuse);
    let traces: Vec<(usize, &Trace)> = files.iter().flatten().map(|it| &it.trace).enumerate().collect();
    let people = Respondents::of(&traces);
    let mut counter = Counter::default();
    let counts = rows(&people, &read, &COURSE, &mut counter, &|_| {}, &mut refuse).unwrap();
    assert_eq!((counts.rows, counter.rows), (COUNT, COUNT));
    assert_eq!(counter.people, (1..=u32::try_from(COUNT).unwrap()).collect::<Vec<_>>());
    assert_eq!(live.load(Ordering::SeqCst), 0);
    assert!(most.load(Ordering::SeqCst) <= rayon::current_num_threads(), "{most:?}");
}

#[test]
fn a_file_that_changes_while_it_is_read_gives_no_rows() {
    let asked = AtomicUsize::new(0);
    let read = |number: usize| {
        let times = asked.fetch_add(1, Ordering::SeqCst);
        Ok(of_person(if number == 1 && times >= 3 { 99 } else { number }).text().into_bytes())
    };
    let mut refused = Vec::new();
    let files = survey(3, &read, &COURSE, &|_| {}, &mut |_, why| panic!("{why:?}"));
    let traces: Vec<(usize, &Trace)> = files.iter().flatten().map(|it| &it.trace).enumerate().collect();
    let mut bytes = Vec::new();
    let mut writer = JsonWriter(&mut bytes);
    let people = Respondents::of(&traces);
    let counts = rows(&people, &read, &COURSE, &mut writer, &|_| {}, &mut |number, why| {
        refused.push((number, why.message().0));
    });
    assert_eq!(counts.unwrap(), Counts { rows: 2, personal: 0, withheld: 0 });
    assert_eq!(refused, [(1, "collect-changed")]);
    assert!(!String::from_utf8(bytes).unwrap().contains("99人め"));
}

fn trace_of(file: &Exported) -> Trace {
    Trace::of(file, file.text().as_bytes())
}

/// A file of `tests/shared/people.json`.
fn file_of_table(file: &Value) -> Exported {
    let at = |time: &Value| format!("2026-11-29T{}Z", time.as_str().unwrap());
    let sheets = file["sheets"].as_array().unwrap().iter().map(|it| {
        let begun =
            it.get("begun").map(|time| ("@begun".to_owned(), entry(AnswerValue::Text(at(time)), &at(time))));
        let said = it["said"].as_object().unwrap().iter().map(|(name, said)| {
            (name.clone(), entry(serde_json::from_value(said[0].clone()).unwrap(), &at(&said[1])))
        });
        let number = u32::try_from(it["sheet"].as_u64().unwrap()).unwrap();
        sheet(it["key"].as_str().unwrap(), number, begun.into_iter().chain(said).collect())
    });
    let mut read = self::file(sheets.collect());
    read.exported = at(&file["exported"]);
    read
}

#[test]
fn which_files_are_of_one_person_whatever_their_order() {
    let table = fs::read_to_string(project().join("tests/shared/people.json")).unwrap();
    let table: Vec<Value> = serde_json::from_str(&table).unwrap();
    assert!(table.len() > 10);
    for row in table {
        let files: Vec<Exported> = row["files"].as_array().unwrap().iter().map(file_of_table).collect();
        let traces: Vec<Trace> = files.iter().map(trace_of).collect();
        // Of each person the newest file is the last one of the table.
        let mut expected: Vec<Vec<usize>> = serde_json::from_value(row["people"].clone()).unwrap();
        expected.sort();
        let forward: Vec<(usize, &Trace)> = traces.iter().enumerate().collect();
        let turned = [&forward[1..], &forward[..1]].concat();
        for order in [forward.clone(), forward.into_iter().rev().collect(), turned] {
            let people = Respondents::of(&order);
            let mut found: Vec<Vec<usize>> = people
                .files()
                .iter()
                .map(|newest| {
                    let own = people.older().iter().filter(|(_, of)| of == newest).map(|(older, _)| *older);
                    own.chain([*newest]).collect()
                })
                .collect();
            found.sort();
            let in_order = |people: &[Vec<usize>]| -> Vec<(Vec<usize>, usize)> {
                let sorted =
                    |own: &Vec<usize>| own.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
                let mut all: Vec<_> = people.iter().map(|own| (sorted(own), own[own.len() - 1])).collect();
                all.sort();
                all
            };
            assert_eq!(in_order(&found), in_order(&expected), "{}", row["why"]);
        }
    }
}

#[test]
fn the_newest_file_of_a_person_counts_whatever_the_order() {
    let long = |count: usize, hour: u32| {
        let fields = (0..count).map(|at| {
            // Each was written before the export of the first file that holds it.
            let hour = if at < 3 { 16 } else { 17 + u32::from(at >= 40) };
            let at_time = format!("2026-11-29T{hour}:{:02}:{:02}.001Z", at / 60, at % 60);
            (format!("f{at}"), entry(AnswerValue::Text(format!("{at}")), &at_time))
        });
        let course = CourseExported { id: "gathered".into(), title: String::new(), revision: 3.into() };
        let exported = format!("2026-11-29T{hour:02}:00:00.000Z");
        let begun = "2026-11-29T16:00:00.001Z";
        let begun = ("@begun".to_owned(), entry(AnswerValue::Text(begun.into()), begun));
        Exported::new(course, exported, vec![sheet("worksheet/sheet", 1, fields.chain([begun]).collect())])
    };
    let files = [long(3, 17), long(2000, 19), long(40, 18), of_person(1)];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
        let traces: Vec<Trace> = order.iter().map(|at| trace_of(&files[*at])).collect();
        let people = Respondents::of(&traces.iter().enumerate().collect::<Vec<_>>());
        let mut counted: Vec<usize> = people.files().iter().map(|at| order[*at]).collect();
        counted.sort_unstable();
        assert_eq!(counted, [1, 3], "{order:?}");
        assert!(people.older().iter().all(|(_, newest)| order[*newest] == 1));
    }
}

/// Names that a file may have, those of the course among them.
fn name() -> impl Strategy<Value = String> {
    let known = select(
        &[
            "say",
            "first",
            "law",
            "say.1",
            "for.1",
            "against.2",
            "p.1",
            "rev.1.1.say",
            "rev.1.2.sure",
            "nights",
            "ease",
            "people.1.who",
            "people.12.near",
            "present.3",
            "day",
            "@looked",
            "@before",
            "people.1",
            "rev.1.0.say",
            "gone",
            "say.0",
        ][..],
    );
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => "[@a-z0-9][a-z0-9.-]{0,12}(/[a-z0-9-]{1,4})?"]
}

fn value() -> impl Strategy<Value = AnswerValue> {
    let text = prop_oneof![
        select(
            &[
                "",
                " ",
                "wait",
                "=1",
                "３",
                "-2.5",
                "1e3",
                "2026-04-01",
                "090-1234-5678",
                "\u{0}\u{7}",
                "a\r\nb",
                "文 #s-1a",
                "\u{feff}"
            ][..]
        )
        .prop_map(str::to_owned),
        "\\PC{0,20}",
    ];
    let list = proptest::collection::btree_set(
        prop_oneof![select(&["city", "文 #s-1a", " "][..]).prop_map(str::to_owned), "\\PC{1,9}"],
        0..4,
    );
    prop_oneof![3 => text.prop_map(AnswerValue::Text), 1 => list.prop_map(|it| AnswerValue::List(it.into_iter().collect()))]
}

fn some_entry() -> impl Strategy<Value = AnswerEntry> {
    let others = proptest::collection::vec(value(), 0..2);
    (value(), others).prop_map(|(value, others)| {
        let at = || "2026-11-29T16:00:00.001Z".to_owned();
        let others = others.into_iter().map(|value| OtherAnswer { value, at: at() }).collect();
        AnswerEntry { others, ..entry(value, &at()) }
    })
}

fn some_file() -> impl Strategy<Value = Exported> {
    let key = select(
        &[
            "exercise/words",
            "exercise/ways",
            "exercise/log",
            "worksheet/sheet",
            "meeting/gone",
            "exercise/gone",
        ][..],
    );
    let fields = proptest::collection::btree_map(name(), some_entry(), 0..6);
    let sheets = proptest::collection::btree_map((key, 1_u32..4), fields, 0..4);
    sheets.prop_map(|sheets| {
        file(
            sheets
                .into_iter()
                .map(|((key, number), fields)| sheet(key, number, fields.into_iter().collect()))
                .collect(),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every answer is in one row, and its words are unchanged in it: as text, as what was chosen, or as the sentences and their ids.
    #[test]
    fn every_answer_is_in_one_row(file in some_file()) {
        let read = Exported::read(&file.text()).unwrap();
        prop_assert_eq!(&read, &file);
        let schema = Schema::read(SCHEMA.clone());
        let mut rows = rows_of(&file, 7, &COURSE).into_iter();
        for sheet in &file.answers {
            for (name, entry) in &sheet.fields.0 {
                if name.starts_with('@') || (entry.value.is_blank() && entry.others.is_empty()) {
                    continue;
                }
                let row = rows.next().unwrap();
                prop_assert_eq!((&row.work, row.attempt, &row.field, row.person), (&sheet.key, sheet.sheet, name, 7));
                prop_assert!(schema.allows(&serde_json::to_value(&row).unwrap()));
                let ids: Vec<&str> = row.choices.iter().map(|it| it.id.as_str()).collect();
                let sentences = row.sentences.iter().map(|it| match &it.id {
                    Some(id) => format!("{} #{id}", it.text),
                    None => it.text.clone(),
                });
                let sentences: Vec<String> = sentences.collect();
                let written: Vec<&str> = match &entry.value {
                    AnswerValue::Text(text) => vec![text],
                    AnswerValue::List(items) => items.iter().map(String::as_str).collect(),
                };
                let spoken: Vec<&str> = written.iter().copied().filter(|it| !it.trim().is_empty()).collect();
                match row.r#type {
                    mitate::collect::RowType::Evidence => prop_assert_eq!(sentences, spoken),
                    mitate::collect::RowType::Choice => prop_assert_eq!(ids, spoken),
                    mitate::collect::RowType::Choices => prop_assert_eq!(ids, written),
                    _ => prop_assert_eq!(vec![row.text.as_deref().unwrap()], written),
                }
                prop_assert_eq!(&row.others, &entry.others.iter().map(|it| it.value.clone()).collect::<Vec<_>>());
                prop_assert!(!row.withheld);
            }
        }
        prop_assert_eq!(rows.next(), None);
    }
}
