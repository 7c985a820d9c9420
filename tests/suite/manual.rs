//! The manual for authors, in Japanese (a module of the bundled course) and in English (`mitate new --manual`): its tables of keys
//! are made from the records, its examples are built, and its lists name every kind there is.
//!
//! An example says above it which file it is: "yaml exercises/bandage.yaml". If it is only some keys of the file, these replace those of
//! the file that is there before it. `UPDATE=1 cargo test manual` writes the tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use mitate::exercise::Task;
use mitate::field::FieldKind;
use mitate::model::Kind;
use regex::Regex;
use serde_json::Value;

use crate::course::{files, mitate_in, project, put, stderr, stdout, temporary};

/// The manual in one language.
struct Manual {
    language: &'static str,
    /// The course that it is in.
    course: &'static str,
    /// The folder of its pages in the course.
    pages: &'static str,
    /// The course of `mitate new`, which examples change.
    starter: &'static str,
}

const MANUALS: [Manual; 2] = [
    Manual {
        language: "ja",
        course: "content",
        pages: "modules/90-authoring",
        starter: "src/cli/starter/ja",
    },
    Manual {
        language: "en",
        course: "src/cli/manual/en",
        pages: "modules/00-manual",
        starter: "src/cli/starter/en",
    },
];

/// The pages of tables, and the kinds of file on each.
const TABLES: [(&str, &[&str]); 3] = [
    (
        "95-keys.md",
        &[
            "course",
            "module",
            "page",
            "syllabus",
            "glossary",
            "wording",
            "role",
            "principle",
            "process",
            "meeting",
            "session",
        ],
    ),
    ("96-keys-cases.md", &["case"]),
    ("97-keys-forms.md", &["worksheet", "variant", "exercise", "panel"]),
];

impl Manual {
    fn is_japanese(&self) -> bool {
        self.language == "ja"
    }

    /// One of two sentences.
    fn say<'s>(&self, japanese: &'s str, english: &'s str) -> &'s str {
        if self.is_japanese() { japanese } else { english }
    }

    fn folder(&self) -> PathBuf {
        project().join(self.course).join(self.pages)
    }

    /// The pages by name, without the tables.
    fn texts(&self) -> BTreeMap<String, String> {
        let is_table = |name: &str| TABLES.iter().any(|(table, _)| *table == name);
        let all = files(&self.folder()).into_iter();
        let all = all.map(|(path, bytes)| (path.display().to_string(), String::from_utf8(bytes).unwrap()));
        all.filter(|(name, _)| !is_table(name)).collect()
    }

    /// The schema of every kind of file, in the language of the manual.
    fn schemas(&self) -> BTreeMap<String, Value> {
        let folder = temporary();
        let made = mitate_in(folder.path(), &["schema", "--out", "schema", "--lang", self.language]);
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        let all = files(&folder.path().join("schema")).into_iter();
        let name = |path: PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
        all.map(|(path, bytes)| (name(path), serde_json::from_slice(&bytes).unwrap())).collect()
    }
}

// ---- tables of keys

/// The tables of one page, under construction.
struct Tables<'m> {
    manual: &'m Manual,
    text: String,
    /// The records that the page has already.
    done: BTreeSet<String>,
}

impl Tables<'_> {
    /// A kind of file: its record, and then the records in it, each once.
    fn kind(&mut self, schema: &Value) {
        let records = &schema["$defs"];
        let root = &schema["allOf"][0];
        let mut queue = Vec::new();
        if let Some(kinds) = root["anyOf"].as_array() {
            let names: Vec<&str> = kinds.iter().filter_map(name_of).collect();
            self.exercises(records, &names, &mut queue);
        } else {
            let name = name_of(root).unwrap();
            let title = schema["title"].as_str().unwrap();
            let heading = self.words(records[name]["description"].as_str().unwrap());
            let _ = writeln!(self.text, "\n## {heading} {{#{}}}\n\n`{title}`", anchor(name));
            self.record(records, name, |_| true, &mut queue);
        }
        let mut at = 0;
        while let Some(name) = queue.get(at).cloned() {
            at += 1;
            if self.done.contains(&name) {
                continue;
            }
            let heading = self.words(records[name.as_str()]["description"].as_str().unwrap());
            let _ = writeln!(self.text, "\n### {heading} {{#{}}}", anchor(&name));
            self.record(records, &name, |_| true, &mut queue);
        }
    }

    /// The kinds of exercise: the keys of all of them once, and then what each adds.
    fn exercises(&mut self, records: &Value, names: &[&str], queue: &mut Vec<String>) {
        let keys = |name: &&str| records[*name]["properties"].as_object().unwrap().keys().cloned().collect();
        let mut all: Vec<BTreeSet<String>> = names.iter().map(keys).collect();
        let mut common = all.pop().unwrap();
        common.retain(|key| key != "kind" && all.iter().all(|keys| keys.contains(key)));
        let heading = self.manual.say("どの演習にも書けるキー", "Keys of every exercise");
        let _ = writeln!(self.text, "\n## {heading} {{#exercise}}\n\n`exercises/….yaml`");
        self.record(records, names[0], |key| common.contains(key), queue);
        for name in names {
            let word = name.split(": ").nth(1).unwrap();
            let about = self.words(records[*name]["description"].as_str().unwrap());
            let sign = self.manual.say("：", ": ");
            let _ = writeln!(self.text, "\n### `{word}`{sign}{about} {{#exercise-{word}}}");
            self.record(records, name, |key| !common.contains(key), queue);
        }
    }

    /// The table of a record. The records in it are added to `queue`.
    fn record(
        &mut self,
        records: &Value,
        name: &str,
        is_meant: impl Fn(&str) -> bool,
        queue: &mut Vec<String>,
    ) {
        self.done.insert(name.to_owned());
        let record = &records[name];
        let required: Vec<&str> =
            record["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let head = self
            .manual
            .say("| キー | 省けるか | 書くもの | 意味 |", "| key | may be left out | value | meaning |");
        let _ = writeln!(self.text, "\n{head}\n|---|---|---|---|");
        for (key, property) in
            record["properties"].as_object().unwrap().iter().filter(|(key, _)| is_meant(key))
        {
            let is_required = required.contains(&key.as_str());
            let needed = if is_required {
                self.manual.say("要る", "required")
            } else {
                self.manual.say("省ける", "yes")
            };
            let value = self.value(property, records, queue);
            let meaning = property["description"].as_str().unwrap_or_default().replace('|', "\\|");
            let _ = writeln!(self.text, "| `{key}` | {needed} | {value} | {meaning} |");
        }
    }

    /// What is written behind a key.
    fn value(&self, property: &Value, records: &Value, queue: &mut Vec<String>) -> String {
        if let Some(name) = name_of(property) {
            queue.push(name.to_owned());
            let about = self.words(records[name]["description"].as_str().unwrap());
            return format!("[{about}](#{})", anchor(name));
        }
        if let Some(ways) = property["anyOf"].as_array() {
            let ways: Vec<String> = ways.iter().map(|way| self.value(way, records, queue)).collect();
            return ways.join(self.manual.say("、または", ", or "));
        }
        if !property["enum"].is_null() || !property["const"].is_null() {
            return self.manual.say("右の言葉の一つ", "one of the words on the right").to_owned();
        }
        let pattern = property["pattern"].as_str().unwrap_or_default();
        match &property["type"] {
            Value::String(word) if word == "array" => {
                let item = self.value(&property["items"], records, queue);
                if self.manual.is_japanese() { format!("一覧：{item}") } else { format!("list: {item}") }
            }
            Value::String(word) if word == "boolean" => "`true`".to_owned(),
            Value::String(word) if word == "integer" || word == "number" => {
                self.manual.say("数", "number").to_owned()
            }
            _ if pattern.contains(':') => self.manual.say("`種類:id`", "`kind:id`").to_owned(),
            _ if pattern.contains("a-z") => "id".to_owned(),
            _ => self.manual.say("文", "text").to_owned(),
        }
    }

    /// A description as words in a line: its first sentence, without the path.
    fn words(&self, description: &str) -> String {
        let end = [self.manual.say("。", ". "), self.manual.say("：", ": ")];
        let ends = end.iter().filter_map(|sign| description.find(sign));
        description[..ends.min().unwrap_or(description.len())].trim_end_matches('.').to_owned()
    }
}

/// The record that a schema refers to.
fn name_of(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The id of a record's heading: `case-person` of `CasePerson`.
fn anchor(name: &str) -> String {
    let mut id = String::new();
    for sign in name.chars() {
        if sign.is_ascii_uppercase() && !id.is_empty() {
            id.push('-');
        }
        id.push(sign.to_ascii_lowercase());
    }
    id
}

fn tables(manual: &Manual) -> Vec<(&'static str, String)> {
    let schemas = manual.schemas();
    let named: BTreeSet<&str> = TABLES.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
    assert_eq!(named, schemas.keys().map(String::as_str).collect(), "every kind of file is in a table");
    let heads = [
        (
            manual.say("キーの一覧", "All keys"),
            manual.say(
                "コース、ページ、用語集、役割、会議などに書けるキーのすべて。",
                "Every key of a course, a page, the glossary, a role, a meeting and so on.",
            ),
        ),
        (
            manual.say("キーの一覧：事例と図", "Keys of cases and diagrams"),
            manual.say(
                "事例と、家族の図、つながりの図、年表、一週間に書けるキーのすべて。",
                "Every key of a case, and of its genogram, ecomap, timeline and week.",
            ),
        ),
        (
            manual.say("キーの一覧：様式と演習", "Keys of forms and exercises"),
            manual.say("様式と演習に書けるキーのすべて。", "Every key of a form and of an exercise."),
        ),
    ];
    let mut pages = Vec::new();
    for ((file, kinds), (title, summary)) in TABLES.iter().zip(heads) {
        let subtitle = manual.say("教材をつくる人へ", "For authors");
        let about = manual.say(
            "この表は、mitateが読むものからつくられています。エディターに出る説明と、同じ言葉です。英語の値は、「意味」の列に、あたる言葉といっしょに並べました。",
            "This table is made from what mitate reads, and says what an editor says while you type. Words to choose among are listed with their meanings.",
        );
        let text = format!("---\ntitle: {title}\nsubtitle: {subtitle}\nsummary: {summary}\n---\n{about}\n");
        let mut tables = Tables { manual, text, done: BTreeSet::new() };
        kinds.iter().for_each(|kind| tables.kind(&schemas[*kind]));
        pages.push((*file, tables.text));
    }
    pages
}

#[test]
fn the_tables_of_keys_in_the_manual_are_those_of_the_records() {
    for manual in &MANUALS {
        for (file, text) in tables(manual) {
            let path = manual.folder().join(file);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &text).unwrap();
            }
            let known = fs::read_to_string(&path).unwrap_or_default();
            assert!(known == text, "{}: run UPDATE=1 cargo test --test suite manual", path.display());
        }
    }
}

#[test]
fn every_key_of_every_record_is_used_or_explained_in_the_text_of_the_manual() {
    for manual in &MANUALS {
        let text: String = manual.texts().into_values().collect();
        let mut lacking = BTreeSet::new();
        for (kind, schema) in manual.schemas() {
            for (record, fields) in schema["$defs"].as_object().unwrap() {
                for key in fields["properties"].as_object().into_iter().flatten().map(|(key, _)| key) {
                    let written = Regex::new(&format!(r"(^|[^\w-]){key}:|`{key}`|`{key}: ")).unwrap();
                    if !written.is_match(&text) {
                        lacking.insert(format!("{kind}: {record}: {key}"));
                    }
                }
            }
        }
        assert!(lacking.is_empty(), "{}: {lacking:#?}", manual.language);
    }
}

// ---- what the program prints

/// What is printed, as the documents show it: the blocks of text in `path`, without their indentation.
fn printed_in(path: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(project().join(path)).unwrap();
    let fence = Regex::new(r"(?ms)^( *)```text\n(.*?)^ *```$").unwrap();
    let lines = |found: regex::Captures| {
        let indent = found[1].to_owned();
        found[2].lines().map(|line| line.strip_prefix(&*indent).unwrap_or(line).to_owned()).collect()
    };
    fence.captures_iter(&text).map(lines).collect()
}

/// Whether `shown` is `printed`: lines may be left out, and a line may end with `...` or `…`.
fn is_shown(shown: &[String], printed: &str) -> Result<(), String> {
    let mut lines = printed.lines().map(str::trim);
    for line in shown.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        let start = line.split("...").next().unwrap_or_default().trim_end();
        let start = start.split('…').next().unwrap_or_default();
        let is_it = |it: &str| if start.len() < line.len() { it.starts_with(start) } else { it == line };
        if !lines.any(is_it) {
            return Err(format!("not printed: {line}\n{printed}"));
        }
    }
    Ok(())
}

#[test]
fn what_the_documents_say_that_the_program_prints_is_what_it_prints() {
    for manual in &MANUALS {
        let folder = temporary();
        for (path, bytes) in files(&project().join(manual.starter)) {
            put(folder.path(), &format!("in/{}", path.display()), &String::from_utf8(bytes).unwrap());
        }
        let run = |arguments: &[&str]| {
            let output = mitate_in(folder.path(), &[arguments, &["--lang", manual.language]].concat());
            format!("{}{}", stderr(&output), stdout(&output))
        };
        let with = |path: &str, change: &dyn Fn(&str) -> String| {
            let file = folder.path().join("in").join(path);
            let text = fs::read_to_string(&file).unwrap();
            fs::write(&file, change(&text)).unwrap();
            let printed = run(&["check", "in"]);
            fs::write(&file, text).unwrap();
            printed
        };
        let term = manual.say("傾聴", "active listening");
        let wrong = manual.say("軽聴", "active listning");
        let slip = |text: &str| text.replace(&format!("[[{term}]]"), &format!("[[{wrong}]]"));
        let birth = manual.say("\n\n2011年5月3日生まれ。\n", "\n\nBorn on 3 May 2011.\n");
        let all = [
            ("[unknown-term]", with("modules/01-start/10-setting.md", &slip)),
            ("[personal-data]", with("cases/collection-box.md", &|text| format!("{text}{birth}"))),
            ("missing-alt [", run(&["explain", "missing-alt"])),
            (manual.say("学習項目3のうち", " syllabus items"), run(&["check", "in", "--coverage"])),
        ];
        let pages = format!("{}/{}", manual.course, manual.pages);
        let pages = ["10-first-hour.md", "30-case.md", "50-map.md"].map(|page| format!("{pages}/{page}"));
        let mut seen = BTreeSet::new();
        for path in pages.into_iter().chain(["README.md".to_owned()]) {
            for shown in printed_in(&path) {
                let text = shown.join("\n");
                let is_ours = path != "README.md" || text.contains(wrong);
                for (sign, printed) in all.iter().filter(|(sign, _)| is_ours && text.contains(sign)) {
                    is_shown(&shown, printed).unwrap_or_else(|said| panic!("{path}: {said}"));
                    seen.insert((path.clone(), *sign));
                }
            }
        }
        assert_eq!(seen.len(), 5, "{}: {seen:?}", manual.language);
    }
}

// ---- examples

/// An example: the page, the file that it is, and its text.
struct Example {
    page: String,
    path: String,
    text: String,
}

/// The examples of a manual in order; those that name no file only have to be YAML.
fn examples(manual: &Manual) -> Vec<Example> {
    let fence = Regex::new(r"(?ms)^```yaml([^\n]*)\n(.*?)^```$").unwrap();
    let mut examples = Vec::new();
    for (page, text) in manual.texts() {
        for found in fence.captures_iter(&text) {
            let (path, text) = (found[1].trim().to_owned(), found[2].to_owned());
            if path.is_empty() {
                let yaml = text.trim_start_matches("---\n").split("\n---\n").next().unwrap();
                let read = serde_yaml::from_str::<Value>(yaml);
                assert!(read.is_ok(), "{page}: {text}\n{read:?}");
            } else {
                examples.push(Example { page: page.clone(), path, text });
            }
        }
    }
    examples
}

/// A file with the keys of `example` in place of its own.
fn changed(before: Option<&str>, example: &str, path: &str) -> String {
    let is_page = path.ends_with(".md");
    let (settings, body) = parts(example);
    let (old, old_body) = before.map(parts).unwrap_or_default();
    let body = if body.trim().is_empty() { old_body } else { body };
    let mut all: Value = if old.is_empty() { Value::Null } else { serde_yaml::from_str(&old).unwrap() };
    let new: Value = serde_yaml::from_str(&settings).unwrap();
    // A whole file replaces the one that is there.
    let is_whole = !is_page && new.get("title").is_some();
    if all.is_null() || is_whole {
        all = serde_json::json!({});
    }
    // What a course has one file of is added to.
    let is_shared = matches!(path, "glossary.yaml" | "syllabus.yaml" | "wording.yaml");
    for (key, value) in new.as_object().unwrap() {
        match (all.get_mut(key), value) {
            (Some(Value::Array(known)), Value::Array(more)) if is_shared => {
                let is_there = |it: &Value| {
                    more.iter()
                        .any(|new| it == new || new.get("id").is_some() && it.get("id") == new.get("id"))
                };
                known.retain(|it| !is_there(it));
                known.extend(more.clone());
            }
            _ => all[key] = value.clone(),
        }
    }
    let body = if body.trim().is_empty() { "…" } else { body.trim_start() };
    if is_page { format!("---\n{all}\n---\n{body}") } else { all.to_string() }
}

/// The settings of a file and what follows them.
fn parts(text: &str) -> (String, String) {
    let Some(rest) = text.strip_prefix("---\n") else { return (text.to_owned(), String::new()) };
    let (settings, body) = rest.split_once("\n---").unwrap();
    (settings.to_owned(), body.to_owned())
}

/// The course of the manual, with what the starter has beside it.
fn put_base(manual: &Manual, folder: &Path) {
    for (path, bytes) in files(&project().join(manual.course)) {
        let path = path.to_string_lossy().replace('\\', "/");
        if !path.starts_with(".schema") {
            let target = folder.join(&path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, bytes).unwrap();
        }
    }
    for (path, bytes) in files(&project().join(manual.starter)) {
        let path = path.to_string_lossy().replace('\\', "/");
        let text = String::from_utf8(bytes).unwrap();
        let known = fs::read_to_string(folder.join(&path));
        let text = match known {
            Ok(known) if matches!(path.as_str(), "glossary.yaml" | "syllabus.yaml") => {
                changed(Some(&known), &text, &path)
            }
            Ok(_) => continue,
            Err(_) => text,
        };
        put(folder, &path, &text);
    }
    put(folder, "images/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>\n");
    put(folder, "fonts/my-font.woff2", "wOF2\n");
    let course = fs::read_to_string(folder.join("course.yaml")).unwrap();
    put(folder, "course.yaml", &course.replace("id: my-course", "id: manual-examples"));
}

#[test]
fn every_example_of_the_manual_is_built() {
    for manual in &MANUALS {
        let examples = examples(manual);
        assert!(examples.len() > 40, "{}", examples.len());
        // Of several examples of one file, each is tried in its turn.
        let mut rounds: Vec<Vec<&Example>> = Vec::new();
        let mut turns = BTreeMap::<&str, usize>::new();
        for example in &examples {
            let turn = turns.entry(&example.path).or_default();
            if rounds.len() == *turn {
                rounds.push(Vec::new());
            }
            rounds[*turn].push(example);
            *turn += 1;
        }
        let folder = temporary();
        put_base(manual, folder.path());
        for round in rounds {
            for Example { page, path, text } in round {
                // An example that is shown on its page is the file itself.
                if let Ok(shown) = fs::read_to_string(project().join(manual.course).join(path))
                    && path.starts_with("exercises/")
                {
                    let shown = shown.split_once('\n').unwrap().1;
                    assert!(
                        !text.starts_with("title:") || shown == text,
                        "{page}: {path} is not the file that is shown"
                    );
                }
                let before = fs::read_to_string(folder.path().join(path)).ok();
                put(folder.path(), path, &changed(before.as_deref(), text, path));
            }
            let checked = mitate_in(folder.path(), &["check", "--format", "short", "--lang", "en"]);
            let reports = stdout(&checked);
            let wrong: Vec<&str> = reports.lines().filter(|line| line.contains(": error[")).collect();
            assert!(wrong.is_empty(), "{}:\n{}", manual.language, wrong.join("\n"));
        }
    }
}

// ---- lists and counts

#[test]
fn the_lists_of_the_manual_name_every_kind_and_no_other() {
    let linked = Regex::new(r"(?m)^\| `(\w+):` \|").unwrap();
    let word = Regex::new("`([a-z-]+)`").unwrap();
    let kinds = Regex::new(r"(?m)^\|[^|\n]*\|[^|\n]*?[（(](\w+)[）)]\]\(").unwrap();
    for manual in &MANUALS {
        let texts = manual.texts();
        let named: BTreeSet<&str> = kinds
            .captures_iter(&texts["47-exercise-kinds.md"])
            .map(|it| it.get(1).unwrap().as_str())
            .collect();
        assert_eq!(named, Task::WORDS.iter().copied().collect(), "{}", manual.language);
        let rows = texts["40-yaml.md"].lines().skip_while(|line| !line.starts_with("| `kind` |")).skip(2);
        let cells: String =
            rows.take_while(|line| line.starts_with('|')).map(|it| it.split('|').nth(1).unwrap()).collect();
        let named: BTreeSet<&str> =
            word.captures_iter(&cells).map(|it| it.get(1).unwrap().as_str()).collect();
        assert_eq!(named, FieldKind::ALL.iter().map(|kind| kind.word()).collect(), "{}", manual.language);
        let named: BTreeSet<&str> =
            linked.captures_iter(&texts["20-page.md"]).map(|it| it.get(1).unwrap().as_str()).collect();
        assert_eq!(named, Kind::LINKED.iter().map(|kind| kind.word()).collect(), "{}", manual.language);
    }
}

#[test]
fn the_comments_of_the_starter_name_every_kind() {
    for manual in &MANUALS {
        let read = |path: &str| fs::read_to_string(project().join(manual.starter).join(path)).unwrap();
        for (path, words) in [
            ("exercises/first-words.yaml", Task::WORDS.to_vec()),
            ("worksheets/listening-note.yaml", FieldKind::ALL.iter().map(|kind| kind.word()).collect()),
        ] {
            let text = read(path);
            let lacks = |word: &&&str| {
                let named = Regex::new(&format!(r"(?m)^#.*[\s/／、,]{word}([\s,;、／]|$)")).unwrap();
                !named.is_match(&text)
            };
            let lacking: Vec<_> = words.iter().filter(lacks).collect();
            assert!(lacking.is_empty(), "{} {path}: {lacking:?}", manual.language);
        }
    }
}

/// A count in a text is that of the table.
#[test]
fn the_counts_in_the_documents_are_those_of_the_tables() {
    let english = ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
    let japanese = ["十四", "十五", "十六", "十七", "十八", "十九", "二十"];
    let (kinds, types) = (Task::WORDS.len() - 14, FieldKind::ALL.len() - 14);
    let readme = fs::read_to_string(project().join("README.md")).unwrap();
    let is_there = |text: &str| assert!(readme.contains(text), "README.md: {text}");
    is_there(&format!("**Exercises** of {} kinds", english[kinds]));
    is_there(&format!("{} types of field", english[types]));
    is_there(&format!("{}種類の演習", japanese[kinds]));
    let starter = |path: &str| fs::read_to_string(project().join("src/cli/starter").join(path)).unwrap();
    let form = starter("en/worksheets/listening-note.yaml");
    assert!(form.contains(&format!("{} kinds of field", english[types])), "{form}");
    let form = starter("ja/worksheets/listening-note.yaml");
    assert!(form.contains(&format!("欄の種類（kind）は{}あります", FieldKind::ALL.len())), "{form}");
}

#[test]
fn every_page_of_the_english_manual_is_one_of_the_japanese_with_the_same_examples() {
    let [japanese, english] = &MANUALS;
    let (theirs, ours) = (japanese.texts(), english.texts());
    let other: Vec<_> = ours.keys().filter(|page| !theirs.contains_key(*page)).collect();
    assert!(other.is_empty(), "{other:?}");
    let paths =
        |manual: &Manual| examples(manual).into_iter().map(|it| (it.page, it.path)).collect::<Vec<_>>();
    let are_ours = |(page, _): &(String, String)| ours.contains_key(page);
    assert_eq!(paths(japanese).into_iter().filter(are_ours).collect::<Vec<_>>(), paths(english));
}
