//! `mitate lsp` as a process: what it reports while texts change is what `check` reports of them, and no message ends it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use mitate::pipeline::Workshop;
use mitate::source::{Lines, WrittenPlaces};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::course::{mitate_in, put, small, stdout, temporary};

/// An editor that speaks with `mitate lsp`.
struct Editor {
    server: Child,
    input: Option<ChildStdin>,
    inbox: Receiver<Value>,
    next: u64,
    /// What was last reported of each file.
    problems: BTreeMap<String, Vec<Value>>,
    /// Other notifications and requests of the server.
    others: Vec<Value>,
}

fn address(folder: &Path, path: &str) -> String {
    format!("file://{}/{path}", folder.display())
}

impl Editor {
    /// An editor that has not said anything yet.
    fn new(arguments: &[&str]) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_mitate"))
            .arg("lsp")
            .args(arguments)
            .env("LANG", "en_US.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(server.stdout.take().unwrap());
        let (sender, inbox) = channel();
        std::thread::spawn(move || {
            loop {
                let mut length = 0;
                loop {
                    let mut line = String::new();
                    if output.read_line(&mut line).unwrap() == 0 {
                        return;
                    }
                    match line.trim().split_once(": ") {
                        Some((_, value)) => length = value.parse().unwrap(),
                        None => break,
                    }
                }
                let mut body = vec![0; length];
                output.read_exact(&mut body).unwrap();
                if sender.send(serde_json::from_slice(&body).unwrap()).is_err() {
                    return;
                }
            }
        });
        let input = server.stdin.take();
        Self { server, input, inbox, next: 0, problems: BTreeMap::new(), others: Vec::new() }
    }

    /// An editor that works in `folders`.
    fn in_folders(folders: &[&Path], more: &Value) -> Self {
        let mut editor = Self::new(&[]);
        let folders: Vec<Value> = folders
            .iter()
            .map(|it| json!({ "uri": address(it, "").trim_end_matches('/'), "name": "x" }))
            .collect();
        let mut params = json!({ "capabilities": {}, "workspaceFolders": folders });
        for (key, value) in more.as_object().into_iter().flatten() {
            params[key] = value.clone();
        }
        let answer = editor.ask("initialize", &params);
        assert_eq!(answer["result"]["serverInfo"]["name"], "mitate", "{answer}");
        editor.tell("initialized", &json!({}));
        editor
    }

    fn write(&mut self, bytes: &[u8]) {
        self.input.as_mut().unwrap().write_all(bytes).unwrap();
        self.input.as_mut().unwrap().flush().unwrap();
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The answer to a request; what comes before it is taken in.
    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.inbox.recv().expect("the server is there");
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
            self.take(message);
        }
    }

    fn take(&mut self, message: Value) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let address = message["params"]["uri"].as_str().unwrap().to_owned();
            let problems = message["params"]["diagnostics"].as_array().unwrap().clone();
            self.problems.insert(address, problems);
        } else {
            self.others.push(message);
        }
    }

    /// Waits until everything that was sent has been looked at.
    fn settle(&mut self) {
        self.ask("workspace/symbol", &json!({ "query": "nothing has this name" }));
    }

    fn open(&mut self, address: &str, text: &str) {
        let document = json!({ "uri": address, "languageId": "x", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    fn change(&mut self, address: &str, changes: &Value) {
        let document = json!({ "uri": address, "version": 2 });
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// The codes of what is reported of a file.
    fn codes(&mut self, address: &str) -> Vec<String> {
        self.settle();
        let all = self.problems.get(address).into_iter().flatten();
        all.map(|it| it["code"].as_str().unwrap().to_owned()).collect()
    }

    /// Ends the talk as the protocol wants; gives the exit code.
    fn end(mut self) -> Option<i32> {
        assert_eq!(self.ask("shutdown", &Value::Null)["result"], Value::Null);
        self.tell("exit", &Value::Null);
        self.server.wait().unwrap().code()
    }
}

/// The position of byte `at`, as the protocol counts it.
fn position(text: &str, at: usize) -> Value {
    let mut before = text[..at].replace("\r\n", "\n");
    if before.ends_with('\r') && text[at..].starts_with('\n') {
        before.pop();
    }
    let line = before.matches(['\n', '\r']).count();
    let words = before.rsplit(['\n', '\r']).next().unwrap();
    json!({ "line": line, "character": words.encode_utf16().count() })
}

/// The byte of a position.
fn byte(text: &str, position_: &Value) -> usize {
    let all = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    // Between the two signs of a line break there is no place of its own: the last byte of several counts.
    let mut fitting: Vec<usize> = all.filter(|at| position(text, *at) == *position_).collect();
    fitting.pop().unwrap_or_else(|| panic!("{position_} in {text:?}"))
}

/// A course with texts of several kinds: each path with its text.
fn texts(folder: &Path) -> Vec<(&'static str, String)> {
    small(folder);
    let mut all = vec![("modules/01-first/10-listen.md", String::new()), ("glossary.yaml", String::new())];
    for (path, text) in &mut all {
        *text = fs::read_to_string(folder.join(&**path)).unwrap();
    }
    all.push((
        "cases/box.md",
        "---\ntitle: 箱と𠮷さん\nfictional: true\nperson: { label: A, age: 12 }\nstages:\n  - { id: morning, title: 朝 }\n---\n## 朝\n\n🙂 [[ラポール]]と[会](meeting:none)。\n".to_owned(),
    ));
    all.push((
        "exercises/read.yaml",
        "title: 読む\nkind: staged\nminutes: 3\nask: 何が見えましたか。\ncase: box\nstages:\n  - { stage: morning, ask: 何がありましたか。 }\n".to_owned(),
    ));
    all
}

/// What editing leaves behind.
const PIECES: &[&str] = &[
    "",
    "",
    "𠮷",
    "🙂",
    "か\u{3099}",
    "\u{feff}",
    "\u{200b}",
    "\n",
    "\r\n",
    "\r",
    "---\n",
    "  - ",
    ": ",
    "[[",
    "]]",
    "](case:bx)",
    "```exercise\nread\n```\n",
    "```",
    "\"",
    "{",
    "}",
    "title: 題\n",
    "# ",
    "絶対に",
    "<b>",
    "あ",
    "\u{0}",
    "｜漢字《かんじ》",
];

#[derive(Debug, Clone)]
struct Edit {
    text: usize,
    from: prop::sample::Index,
    length: usize,
    piece: &'static str,
    is_whole: bool,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit =
        (0_usize..4, any::<prop::sample::Index>(), 0_usize..12, prop::sample::select(PIECES), 0_u8..12);
    let edit = edit.prop_map(|(text, from, length, piece, whole)| Edit {
        text,
        from,
        length,
        piece,
        is_whole: whole == 0,
    });
    prop::collection::vec(edit, 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn random_edits_leave_what_check_reports_of_the_result(edits in edits()) {
        let (folder, saved) = (temporary(), temporary());
        let root = fs::canonicalize(folder.path()).unwrap();
        let mut texts = texts(&root);
        small(saved.path());
        let mut editor = Editor::in_folders(&[&root], &json!({}));
        for (path, text) in &texts {
            editor.open(&address(&root, path), text);
        }
        for edit in edits {
            let (path, text) = &mut texts[edit.text];
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = edit.from.index(places.len());
            let (start, end) = (places[from], places[(from + edit.length).min(places.len() - 1)]);
            let change = if edit.is_whole {
                text.replace_range(start..end, edit.piece);
                json!([{ "text": text.as_str() }])
            } else {
                // A place between the two signs of a line break is none to the protocol.
                let is_torn = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
                if is_torn(start) || is_torn(end) {
                    continue;
                }
                let range = json!({ "start": position(text, start), "end": position(text, end) });
                text.replace_range(start..end, edit.piece);
                json!([{ "range": range, "text": edit.piece }])
            };
            editor.change(&address(&root, path), &change);
        }
        editor.settle();
        for (path, text) in &texts {
            put(saved.path(), path, text);
        }
        let checked = mitate_in(saved.path(), &["check", ".", "--format", "json", "--lang", "ja"]);
        let loaded = Workshop::new(saved.path(), None, &[]).unwrap().load().unwrap();
        // Before and behind the carriage return of a line end there is one place to the protocol.
        let within = |path: &str, line: u64, column: u64| {
            let text = loaded.sources.text(path).split('\n').nth(usize::try_from(line).unwrap() - 1);
            column.min(text.unwrap_or_default().trim_end_matches('\r').chars().count() as u64 + 1)
        };
        let reported = stdout(&checked);
        let mut expected: Vec<String> = reported.lines().map(|line| {
            let it: Value = serde_json::from_str(line).unwrap();
            let said = match it["hint"].as_str() {
                Some(hint) => format!("{}\n{hint}", it["message"].as_str().unwrap()),
                None => it["message"].as_str().unwrap().to_owned(),
            };
            let number = |key: &str| it[key].as_u64().unwrap();
            let [line, column, end_line, end] = ["line", "column", "end_line", "end_column"].map(number);
            let path = it["path"].as_str().unwrap();
            let place = [line, within(path, line, column), end_line, within(path, end_line, end)];
            format!("{path} {place:?} {} {said}", it["code"].as_str().unwrap())
        }).collect();
        let mut found = Vec::new();
        for (uri, problems) in &editor.problems {
            let path = uri.strip_prefix(&address(&root, "")).unwrap();
            let own = texts.iter().find(|(it, _)| *it == path).map(|(_, text)| text.clone());
            let text = own.unwrap_or_else(|| fs::read_to_string(root.join(path)).unwrap_or_default());
            let written = WrittenPlaces::new(&text);
            let lines = Lines::new(loaded.sources.text(path));
            for it in problems {
                let place = |key: &str| {
                    let at = u32::try_from(byte(&text, &it["range"][key])).unwrap();
                    lines.line_column(written.settled(at))
                };
                let (start, end) = (place("start"), place("end"));
                let number = |it: usize| u64::try_from(it).unwrap();
                let [line, end_line] = [number(start.line), number(end.line)];
                let columns = [within(path, line, number(start.column)), within(path, end_line, number(end.column))];
                let place = [line, columns[0], end_line, columns[1]];
                found.push(format!("{path} {place:?} {} {}", it["code"].as_str().unwrap(), it["message"].as_str().unwrap()));
            }
        }
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(editor.end(), Some(0));
    }
}

#[test]
fn no_message_ends_it() {
    let folder = temporary();
    let root = fs::canonicalize(folder.path()).unwrap();
    small(&root);
    let mut editor = Editor::new(&[]);
    assert_eq!(editor.ask("textDocument/hover", &json!({}))["error"]["code"], -32002);
    for junk in [
        "nonsense\r\n\r\n",
        "Content-Length: x\r\n\r\n{}",
        "Content-Length: 1\r\n\r\n{",
        "\0\0\r\n",
        "Content-Length: 2\r\n\r\n[]",
    ] {
        editor.write(junk.as_bytes());
    }
    editor.ask(
        "initialize",
        &json!({ "capabilities": 3, "workspaceFolders": [{ "uri": address(&root, "") }, 4] }),
    );
    assert_eq!(editor.ask("initialize", &json!({}))["error"]["code"], -32600);
    let page = address(&root, "modules/01-first/10-listen.md");
    editor.open(&page, "---\ntitle: 題\n---\n文。\n");
    let methods = [
        "textDocument/completion",
        "textDocument/hover",
        "textDocument/definition",
        "textDocument/references",
        "textDocument/documentSymbol",
        "textDocument/codeAction",
        "workspace/symbol",
        "textDocument/rename",
        "textDocument/prepareRename",
        "no/such/method",
        "$/cancelRequest",
        "",
    ];
    let documents =
        [json!({ "uri": page }), json!({ "uri": "file:///%ff" }), json!({ "uri": 3 }), json!(null)];
    let far = json!({ "line": u64::MAX, "character": u64::MAX });
    let positions = [
        far.clone(),
        json!({ "line": -1, "character": 1.5 }),
        json!("x"),
        json!({ "line": 1, "character": 999 }),
    ];
    for method in methods {
        for document in &documents {
            for position in &positions {
                let range = json!({ "start": position, "end": far });
                let params = json!({ "textDocument": document, "position": position, "range": range, "newName": 3, "query": [] });
                let answer = editor.ask(method, &params);
                assert!(answer.get("result").is_some() != answer.get("error").is_some(), "{answer}");
            }
        }
        for params in [json!(null), json!([]), json!("x"), json!(3)] {
            editor.ask(method, &params);
        }
    }
    let notifications = [
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didClose",
        "textDocument/didSave",
        "workspace/didChangeWatchedFiles",
        "workspace/didChangeWorkspaceFolders",
        "workspace/didRenameFiles",
        "initialized",
    ];
    for method in notifications {
        for params in [
            json!(null),
            json!([]),
            json!({ "textDocument": 3 }),
            json!({ "textDocument": { "uri": "file:///" } }),
            json!({ "event": [] }),
        ] {
            editor.tell(method, &params);
        }
    }
    for change in [
        json!(3),
        json!([{ "text": 3 }]),
        json!([{ "range": 3, "text": "x" }]),
        json!([{ "range": { "start": far, "end": far }, "text": "あ" }]),
    ] {
        editor.change(&page, &change);
    }
    assert_eq!(editor.codes(&page), [] as [&str; 0]);
    let refused = editor.others.iter().filter(|it| it["error"]["code"] == -32700).count();
    assert_eq!(refused, 2, "{:?}", editor.others);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn it_ends_with_its_client() {
    let mut orderly = Editor::new(&[]);
    orderly.tell("exit", &Value::Null);
    assert_eq!(orderly.server.wait().unwrap().code(), Some(1), "exit without shutdown");
    let mut left = Editor::in_folders(&[], &json!({}));
    left.input = None;
    assert_eq!(left.server.wait().unwrap().code(), Some(1), "input closed");
}

#[test]
fn files_that_come_go_and_are_renamed_are_seen() {
    let folder = temporary();
    let root = fs::canonicalize(folder.path()).unwrap();
    small(&root);
    let watches = json!({ "capabilities": { "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } } });
    let mut editor = Editor::in_folders(&[&root], &watches);
    let page = address(&root, "modules/01-first/10-listen.md");
    let text = fs::read_to_string(root.join("modules/01-first/10-listen.md")).unwrap() + "\n[箱](case:box)\n";
    editor.open(&page, &text);
    assert_eq!(editor.codes(&page), ["unknown-reference"]);
    assert_eq!(editor.others[0]["method"], "client/registerCapability");
    let seen = |editor: &mut Editor, path: &str| {
        let changes = json!({ "changes": [{ "uri": address(&root, path), "type": 1 }] });
        editor.tell("workspace/didChangeWatchedFiles", &changes);
    };
    // A case comes: first in the editor, then as a file.
    let case = "---\ntitle: 箱\nfictional: true\nperson: { label: A }\nstages: [{ id: morning, title: 朝 }]\n---\n## 朝\n\n文。\n";
    let new = address(&root, "cases/box.md");
    editor.open(&new, case);
    assert_eq!(editor.codes(&page), [] as [&str; 0]);
    editor.tell("textDocument/didClose", &json!({ "textDocument": { "uri": new } }));
    assert_eq!(editor.codes(&page), ["unknown-reference"]);
    put(&root, "cases/box.md", case);
    seen(&mut editor, "cases/box.md");
    assert_eq!(editor.codes(&page), [] as [&str; 0]);
    // It is renamed, and deleted.
    fs::rename(root.join("cases/box.md"), root.join("cases/tin.md")).unwrap();
    editor.tell("workspace/didRenameFiles", &json!({ "files": [] }));
    assert_eq!(editor.codes(&page), ["unknown-reference"]);
    fs::rename(root.join("cases/tin.md"), root.join("cases/box.md")).unwrap();
    seen(&mut editor, "cases");
    assert_eq!(editor.codes(&page), [] as [&str; 0]);
    fs::remove_file(root.join("cases/box.md")).unwrap();
    seen(&mut editor, "cases/box.md");
    assert_eq!(editor.codes(&page), ["unknown-reference"]);
    // The course itself goes and comes back.
    let info = fs::read_to_string(root.join("course.yaml")).unwrap();
    fs::remove_file(root.join("course.yaml")).unwrap();
    seen(&mut editor, "course.yaml");
    assert_eq!(editor.codes(&page), [] as [&str; 0]);
    put(&root, "course.yaml", &info);
    seen(&mut editor, "course.yaml");
    assert_eq!(editor.codes(&page), ["unknown-reference"]);
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn courses_of_one_workspace_are_apart_and_each_is_spoken_of_in_its_language() {
    let folder = temporary();
    let root = fs::canonicalize(folder.path()).unwrap();
    let (one, two) = (root.join("one"), root.join("two"));
    small(&one);
    small(&two);
    put(&two, "course.yaml", "id: two\ntitle: Two\nlanguage: en\nrevision: 1\n");
    let mut editor = Editor::in_folders(&[&root], &json!({ "locale": "ja" }));
    let wrong = "---\ntitle: x\n---\n[a](case:none)\n";
    let pages = [&one, &two].map(|it| address(it, "modules/01-first/20-x.md"));
    for page in &pages {
        editor.open(page, wrong);
    }
    let outside = address(&root, "notes.md");
    editor.open(&outside, wrong);
    editor.settle();
    let said = |page: &str| editor.problems[page][0]["message"].as_str().unwrap().to_owned();
    assert!(
        said(&pages[0]).contains("事例") || said(&pages[0]).contains("ありません"),
        "{}",
        said(&pages[0])
    );
    assert!(said(&pages[1]).is_ascii() || said(&pages[1]).contains("no case"), "{}", said(&pages[1]));
    assert!(!editor.problems.contains_key(&outside));
    let found = editor.ask("workspace/symbol", &json!({ "query": "ラポール" }));
    assert_eq!(found["result"].as_array().unwrap().len(), 2, "{found}");
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn a_client_that_counts_bytes_gets_bytes() {
    let folder = temporary();
    let root = fs::canonicalize(folder.path()).unwrap();
    small(&root);
    for (offered, chosen) in [(json!(["utf-8", "utf-16"]), "utf-8"), (json!(["utf-32", "utf-16"]), "utf-16")]
    {
        let mut editor = Editor::new(&[]);
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let answer = editor.ask("initialize", &json!({ "capabilities": capabilities }));
        assert_eq!(answer["result"]["capabilities"]["positionEncoding"], chosen);
        editor.tell("initialized", &json!({}));
        let page = address(&root, "modules/01-first/20-x.md");
        editor.open(&page, "---\ntitle: x\n---\n𠮷🙂あ[a](case:none)\n");
        editor.settle();
        let start = &editor.problems[&page][0]["range"]["start"];
        let expected = if chosen == "utf-8" { 8 + 3 + 4 } else { 4 + 1 + 4 };
        assert_eq!(*start, json!({ "line": 3, "character": expected }));
        let at = json!({ "textDocument": { "uri": page }, "position": { "line": 3, "character": expected } });
        assert_eq!(editor.ask("textDocument/hover", &at)["error"], Value::Null);
        assert_eq!(editor.end(), Some(0));
    }
}

/// A course with a case that two files name, of which `page` is one.
fn with_case(root: &Path) -> String {
    small(root);
    put(
        root,
        "cases/box.md",
        "---\ntitle: 箱\nfictional: true\nperson: { label: A }\nstages: [{ id: morning, title: 朝 }]\n---\n## 朝\n\n文。\n",
    );
    put(root, "modules/01-first/30-x.md", "---\ntitle: x\n---\n[箱](../../cases/box.md)\n");
    address(root, "modules/01-first/10-listen.md")
}

#[test]
fn a_rename_changes_texts_and_then_names_of_files() {
    let folder = temporary();
    let root = fs::canonicalize(folder.path()).unwrap();
    let page = with_case(&root);
    let text = "---\ntitle: 題\n---\n𠮷🙂[箱](case:box)と[[ラポール]]。\n";
    let edits = |which: &[&str]| {
        json!({ "capabilities": { "workspace": { "workspaceEdit": {
        "documentChanges": true, "resourceOperations": which,
    } } } })
    };
    let mut editor = Editor::in_folders(&[&root], &edits(&["create", "rename", "delete"]));
    editor.open(&page, text);
    let at = |words: &str| json!({ "textDocument": { "uri": page }, "position": position(text, text.find(words).unwrap()) });
    let with = |words: &str, new: &str| {
        let mut it = at(words);
        it["newName"] = new.into();
        it
    };
    let range = |start: usize, end: usize| json!({ "start": { "line": 3, "character": start }, "end": { "line": 3, "character": end } });
    let prepared = editor.ask("textDocument/prepareRename", &at("box)"));
    assert_eq!(prepared["result"], json!({ "range": range(13, 16), "placeholder": "box" }));
    let renamed = editor.ask("textDocument/rename", &with("box)", "tin"));
    let change = |uri: &str, range: Value, new: &str| json!({ "textDocument": { "uri": uri, "version": null }, "edits": [{ "range": range, "newText": new }] });
    let other = address(&root, "modules/01-first/30-x.md");
    assert_eq!(
        renamed["result"],
        json!({ "documentChanges": [
            change(&page, range(13, 16), "tin"),
            change(&other, range(16, 22), "tin.md"),
            { "kind": "rename", "oldUri": address(&root, "cases/box.md"), "newUri": address(&root, "cases/tin.md") },
        ] })
    );
    // What is no id, what cannot be one: said in the language of the course, with a way out.
    for (words, new, said) in
        [("ラポール", "a", "カーソル"), ("box)", "箱", "半角"), ("box)", "box", "別のid")]
    {
        let refused = editor.ask("textDocument/rename", &with(words, new));
        assert_eq!(refused["error"]["code"], -32803, "{refused}");
        assert!(refused["error"]["message"].as_str().unwrap().contains(said), "{refused}");
    }
    assert_eq!(editor.ask("textDocument/prepareRename", &at("ラポール"))["error"]["code"], -32803);
    assert_eq!(editor.end(), Some(0));

    // A client that renames no files gets a reason, and nothing is half done; a term is in no file's name.
    let mut editor = Editor::in_folders(&[&root], &edits(&[]));
    editor.open(&page, text);
    let refused = editor.ask("textDocument/rename", &with("box)", "tin"));
    assert!(refused["error"]["message"].as_str().unwrap().contains("mitate rename"), "{refused}");
    let glossary = address(&root, "glossary.yaml");
    let term = json!({ "textDocument": { "uri": glossary }, "position": { "line": 1, "character": 12 }, "newName": "trust" });
    let renamed = editor.ask("textDocument/rename", &term);
    assert_eq!(renamed["result"]["documentChanges"].as_array().map(Vec::len), Some(1), "{renamed}");
    assert_eq!(editor.end(), Some(0));
    let mut editor = Editor::in_folders(&[&root], &json!({}));
    let renamed = editor.ask("textDocument/rename", &term);
    assert_eq!(renamed["result"]["changes"][&glossary][0]["newText"], "trust", "{renamed}");
    assert_eq!(editor.end(), Some(0));
}
