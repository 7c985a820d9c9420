//! `mitate panel`: the answers of practitioners who consented become a panel that `check` accepts and the page shows.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};

use crate::course::{files, mitate_in, project, stderr, stdout, temporary};

/// A course with an exercise that asks for consent, without a panel.
fn course() -> tempfile::TempDir {
    let folder = temporary();
    for (path, bytes) in files(&project().join("tests/sites/exercise-concordance/in")) {
        let path = folder.path().join("course").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::remove_dir_all(folder.path().join("course/panels")).unwrap();
    folder
}

/// The answer file of a person who weighed the first round at second `at`, with a reason.
fn answers(at: u32, weigh: &str, why: &str, consent: bool) -> Value {
    let time = format!("2026-11-30T10:00:{at:02}.{at:03}Z");
    let entry = |value: Value| json!({ "value": value, "rev": 1, "at": time });
    let mut fields = json!({
        "weigh.seen": entry(weigh.into()),
        "why.seen": entry(why.into()),
        "@looked": entry(time.as_str().into()),
    });
    if consent {
        fields["agree"] = entry(json!(["yes"]));
    }
    let sheet = json!({
        "key": "exercise/concordance", "title": "見本", "sheet": 1, "labels": {}, "words": {}, "fields": fields,
    });
    json!({
        "format": "mitate-answers", "version": 1, "exported": "2026-11-30T12:00:00.000Z",
        "course": { "id": "fixture", "title": "演習の見本", "revision": 1 }, "answers": [sheet],
    })
}

/// Gathers the files of `people`, named by their numbers.
fn gather(folder: &Path, people: &[Value]) -> Output {
    let given = folder.join("given");
    let _ = fs::remove_dir_all(&given);
    fs::create_dir(&given).unwrap();
    for (number, file) in people.iter().enumerate() {
        fs::write(given.join(format!("{number}.mitate.json")), file.to_string()).unwrap();
    }
    mitate_in(folder, &["panel", "given", "--course", "course", "--lang", "en"])
}

fn panel(folder: &Path) -> Option<String> {
    fs::read_to_string(folder.join("course/panels/concordance.yaml")).ok()
}

fn three() -> Vec<Value> {
    vec![
        answers(1, "+1", "空を見ていたから", true),
        answers(2, "-1", "<b>*誰でも*</b> [[空]]は見る #1 \"'｜空《そら》", true),
        answers(3, "+0", "", true),
    ]
}

#[test]
fn answers_with_consent_become_a_panel_that_is_shown_word_for_word() {
    let folder = course();
    let out = gather(folder.path(), &three());
    assert_eq!(out.status.code(), Some(0), "{}{}", stdout(&out), stderr(&out));
    let text = panel(folder.path()).expect("a panel was written");
    assert!(text.contains("source: collected"), "{text}");
    let built = mitate_in(folder.path(), &["build", "course", "--out", "site"]);
    assert_eq!(built.status.code(), Some(0), "{}\n{text}", stderr(&built));
    let page = fs::read_to_string(folder.path().join("site/first/index.html")).unwrap();
    assert!(page.contains("空を見ていたから"));
    assert!(page.contains("&lt;b&gt;*誰でも*&lt;/b&gt; [[空]]は見る #1"), "words stay as they were written");
    assert!(page.contains("載せることに同意した人のものだけで"), "the page says that they are collected");
}

#[test]
fn a_second_run_changes_nothing_and_new_people_are_added_behind() {
    let folder = course();
    gather(folder.path(), &three());
    let edited = panel(folder.path()).unwrap().replace("空を見ていたから", "空のほうを見ていたから");
    fs::write(folder.path().join("course/panels/concordance.yaml"), &edited).unwrap();
    let mut people = three();
    people.reverse();
    assert_eq!(gather(folder.path(), &people).status.code(), Some(0));
    assert_eq!(panel(folder.path()).unwrap(), edited, "what was edited by hand stays");
    people.push(answers(4, "+2", "傘を置いた", true));
    assert_eq!(gather(folder.path(), &people).status.code(), Some(0));
    let text = panel(folder.path()).unwrap();
    assert!(text.starts_with(edited.trim_end()), "{text}");
    assert_eq!(text.matches("from:").count(), 4, "{text}");
}

#[test]
fn the_order_of_the_files_says_nothing() {
    let (one, other) = (course(), course());
    gather(one.path(), &three());
    let mut people = three();
    people.rotate_left(1);
    gather(other.path(), &people);
    assert_eq!(panel(one.path()), panel(other.path()));
}

#[test]
fn without_consent_nothing_is_taken_and_fewer_than_three_are_no_panel() {
    let folder = course();
    let mut people = three();
    people[2] = answers(3, "+0", "秘密のわけ", false);
    let out = gather(folder.path(), &people);
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    assert!(stderr(&out).contains("didn’t consent"), "{}", stderr(&out));
    assert_eq!(panel(folder.path()), None);
    people.push(answers(4, "+2", "傘を置いた", true));
    assert_eq!(gather(folder.path(), &people).status.code(), Some(0));
    assert!(!panel(folder.path()).unwrap().contains("秘密"), "nothing of who did not consent");
}

#[test]
fn an_exercise_that_does_not_ask_for_consent_gives_nothing() {
    let folder = course();
    let path = folder.path().join("course/exercises/concordance.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, &text[..text.find("fields:").unwrap()]).unwrap();
    let out = gather(folder.path(), &three());
    assert_eq!(out.status.code(), Some(1));
    assert!(stderr(&out).contains("ask for consent"), "{}", stderr(&out));
    assert_eq!(panel(folder.path()), None);
}

#[test]
fn only_the_first_attempt_that_was_compared_counts() {
    let folder = course();
    let mut people = three();
    let mut second = people[0]["answers"][0].clone();
    second["sheet"] = 2.into();
    second["fields"]["weigh.seen"]["value"] = "-2".into();
    people[0]["answers"].as_array_mut().unwrap().insert(0, second);
    // Nothing was compared yet.
    let mut draft = answers(5, "+2", "書きかけ", true);
    draft["answers"][0]["fields"].as_object_mut().unwrap().remove("@looked");
    draft["answers"][0]["fields"]["@begun"] =
        json!({ "value": "2026-11-30T10:00:00.000Z", "rev": 1, "at": "2026-11-30T10:00:00.000Z" });
    people.push(draft);
    assert_eq!(gather(folder.path(), &people).status.code(), Some(0));
    let text = panel(folder.path()).unwrap();
    assert!(!text.contains("-2") && !text.contains("書きかけ"), "{text}");
}

#[test]
fn personal_data_is_left_out_and_an_example_is_never_mixed() {
    let folder = course();
    let mut people = three();
    people[0] = answers(1, "+1", "電話は 090-1234-5678 です", true);
    let out = gather(folder.path(), &people);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    let text = panel(folder.path()).unwrap();
    assert!(!text.contains("090"), "{text}");
    assert!(stderr(&out).contains("personal data"), "{}", stderr(&out));
    let example = text.replace("source: collected", "source: example");
    fs::write(folder.path().join("course/panels/concordance.yaml"), &example).unwrap();
    people.push(answers(6, "+1", "もう一人", true));
    assert_eq!(gather(folder.path(), &people).status.code(), Some(1));
    assert_eq!(panel(folder.path()).unwrap(), example);
}
