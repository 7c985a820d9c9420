//! The editor of `serve`, as a process: who may ask, what of the disk it reaches, and how it saves.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value as Json, json};

use crate::course::{files, mitate_in, put, stderr};
use crate::serving::{Served, copied};

const PAGE: &str = "modules/01-first/index.md";

/// A server, and what lets an editor in.
struct Edited {
    folder: tempfile::TempDir,
    _served: Served,
    host: String,
    token: String,
}

impl Edited {
    fn new() -> Self {
        let folder = copied("exercise-write");
        let served = Served::start(folder.path(), &[]);
        let (address, token) = served.url().split_once("/#edit=").unwrap();
        let (host, token) = (address.trim_start_matches("http://").to_owned(), token.to_owned());
        Self { folder, _served: served, host, token }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The status and the body of the answer to a request with these headers.
    fn request(&self, first: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let headers: Vec<String> =
            headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let headers = headers.concat();
        let length = body.len();
        let head =
            format!("{first} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n");
        // The server may answer, and close, before it has read all.
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        (head.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or(0), body.to_owned())
    }

    fn own(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Host", self.host.clone()),
            ("Origin", format!("http://{}", self.host)),
            ("X-Mitate-Token", self.token.clone()),
            ("Content-Type", "application/json".to_owned()),
        ]
    }

    fn asked_with(&self, headers: &[(&'static str, String)], question: &Json) -> (u16, String) {
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, &**value)).collect();
        self.request("POST /__mitate/edit/ask", &headers, &question.to_string())
    }

    fn ask(&self, question: &Json) -> Json {
        let (status, body) = self.asked_with(&self.own(), question);
        assert_eq!(status, 200, "{question}: {body}");
        serde_json::from_str(&body).unwrap()
    }

    fn open(&self, path: &str) -> Json {
        self.ask(&json!({ "ask": "open", "path": path }))
    }

    fn save(&self, path: &str, text: &str, base: &Json) -> Json {
        self.ask(&json!({ "ask": "save", "path": path, "text": text, "base": base }))
    }

    fn page(&self) -> String {
        self.request("GET /first/index.html", &[("Host", &self.host)], "").1
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }
}

#[test]
fn only_a_page_of_this_server_with_its_token_may_read_or_write() {
    let edited = Edited::new();
    let before = edited.text(PAGE);
    let base = edited.open(PAGE)["base"].clone();
    let questions = [
        json!({ "ask": "course" }),
        json!({ "ask": "open", "path": PAGE }),
        json!({ "ask": "type", "path": PAGE, "text": "x" }),
        json!({ "ask": "save", "path": PAGE, "text": "x", "base": base }),
        json!({ "ask": "remove", "path": PAGE, "sure": true }),
        json!({ "ask": "picture", "name": "a.svg", "data": "PHN2Zy8+" }),
    ];
    let changed = |name: &'static str, value: Option<&str>| {
        let mut headers = edited.own();
        headers.retain(|(own, _)| *own != name);
        headers.extend(value.map(|it| (name, it.to_owned())));
        headers
    };
    let other_port = format!("http://{}0", edited.host);
    let refused = [
        (403, changed("X-Mitate-Token", None)),
        (403, changed("X-Mitate-Token", Some("00000000000000000000000000000000"))),
        (403, changed("X-Mitate-Token", Some(&edited.token.to_uppercase()[1..]))),
        (403, changed("Origin", None)),
        (403, changed("Origin", Some("null"))),
        (403, changed("Origin", Some("https://evil.example"))),
        (403, changed("Origin", Some(&other_port))),
        (421, changed("Host", Some("evil.example"))),
        // What a form of another site can send.
        (415, changed("Content-Type", Some("text/plain"))),
    ];
    for question in &questions {
        for (status, headers) in &refused {
            let (found, body) = edited.asked_with(headers, question);
            assert_eq!((found, body.as_str()), (*status, ""), "{question} {headers:?}");
        }
    }
    for method in ["GET", "PUT", "OPTIONS", "DELETE"] {
        let headers: Vec<_> = edited.own();
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, &**value)).collect();
        let (status, _) =
            edited.request(&format!("{method} /__mitate/edit/ask"), &headers, &questions[2].to_string());
        assert_eq!(status, 405, "{method}");
    }
    assert_eq!(edited.text(PAGE), before);
    assert!(!edited.root().join("images").exists());
    // Neither the pages nor the editor's own files have the token.
    for path in
        ["/", "/first/index.html", "/__mitate/edit/", "/__mitate/edit/editor.js", "/__mitate/reload.js"]
    {
        let (status, body) = edited.request(&format!("GET {path}"), &[("Host", &edited.host)], "");
        assert!(status == 200 && !body.is_empty() && !body.contains(&edited.token), "{path}");
    }
}

#[test]
fn a_path_that_leads_out_of_the_course_or_to_what_is_no_document_is_refused() {
    let edited = Edited::new();
    put(edited.root(), ".secret.md", "秘密");
    put(edited.root(), "notes.txt", "メモ");
    put(edited.root(), "theme/styles/a.css", "a");
    put(edited.root(), "site/.mitate-manifest.json", "{}");
    put(edited.root(), "site/cases/a.md", "秘密");
    let outside = tempfile::tempdir().unwrap();
    put(outside.path(), "a.md", "秘密");
    let mut paths = vec![
        "../course.yaml",
        "/etc/passwd",
        "modules/../course.yaml",
        "modules/01-first/../../../a.md",
        "./course.yaml",
        "modules//01-first/index.md",
        ".secret.md",
        "modules/.git/index.md",
        "notes.txt",
        "theme/styles/a.css",
        "site/cases/a.md",
        "modules\\01-first\\index.md",
        "images/a.png",
        "course.yaml/",
        "cases/a.md\0",
        "",
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(outside.path(), edited.root().join("cases")).unwrap();
        fs::create_dir_all(edited.root().join("roles")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("a.md"), edited.root().join("roles/b.md")).unwrap();
        paths.extend(["cases/a.md", "cases/new.md", "roles/b.md"]);
    }
    let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex().to_string();
    for path in paths {
        for question in [
            json!({ "ask": "open", "path": path }),
            json!({ "ask": "save", "path": path, "text": "x", "base": hash("秘密") }),
            json!({ "ask": "save", "path": path, "text": "x", "base": null }),
            json!({ "ask": "remove", "path": path, "sure": true }),
        ] {
            // A link itself may be removed or refused, but what it leads to stays.
            let answer = edited.ask(&question);
            assert!(answer["refused"].is_string() && answer["text"].is_null(), "{question}: {answer}");
            assert!(!answer.to_string().contains("秘密"), "{question}: {answer}");
        }
    }
    let kept: Vec<_> = files(outside.path())
        .into_iter()
        .map(|(path, bytes)| (path.file_name().unwrap().to_owned(), bytes))
        .collect();
    assert_eq!(kept, [("a.md".into(), "秘密".as_bytes().to_vec())]);
    assert_eq!((edited.text(".secret.md"), edited.text("notes.txt")), ("秘密".to_owned(), "メモ".to_owned()));
    assert_eq!(edited.text("site/cases/a.md"), "秘密");
}

#[test]
fn what_is_typed_is_on_the_page_and_in_no_file_until_it_is_saved() {
    let edited = Edited::new();
    let before = edited.text(PAGE);
    let opened = edited.open(PAGE);
    let text = format!("{}\n打ったばかりの文。\n", opened["text"].as_str().unwrap());
    let typed = edited.ask(&json!({ "ask": "type", "path": PAGE, "text": text }));
    assert_eq!((&typed["good"], &typed["disk"]), (&json!(true), &opened["base"]), "{typed}");
    assert!(edited.page().contains("打ったばかりの文。"));
    assert_eq!(edited.text(PAGE), before);
    // A mistake: the page stays, and it is said where it is.
    let wrong = format!("{text}\n[無い](case:nobody)\n");
    let typed = edited.ask(&json!({ "ask": "type", "path": PAGE, "text": wrong }));
    let line = wrong.lines().position(|line| line.contains("nobody")).unwrap() + 1;
    let problem = &typed["problems"][0];
    assert_eq!(
        (&typed["good"], &problem["path"], &problem["from"]["line"]),
        (&json!(false), &json!(PAGE), &json!(line))
    );
    assert!(edited.page().contains("打ったばかりの文。"));
    // A text that is given up.
    edited.ask(&json!({ "ask": "close", "path": PAGE }));
    assert!(!edited.page().contains("打ったばかりの文。"));
    let saved = edited.save(PAGE, &text, &opened["base"]);
    assert!(
        saved["refused"].is_null()
            && edited.text(PAGE) == text
            && edited.page().contains("打ったばかりの文。")
    );
}

#[test]
fn a_file_keeps_its_line_ends_and_one_that_has_changed_is_not_replaced() {
    let edited = Edited::new();
    let written = format!("\u{feff}{}", edited.text(PAGE).replace('\n', "\r\n"));
    put(edited.root(), PAGE, &written);
    let opened = edited.open(PAGE);
    let text = opened["text"].as_str().unwrap();
    assert!(!text.contains('\r') && !text.contains('\u{feff}'));
    let mine = format!("{text}\n私の文。\n");
    let saved = edited.save(PAGE, &mine, &opened["base"]);
    assert_eq!(edited.text(PAGE), format!("{written}\r\n私の文。\r\n"));
    // Someone else writes.
    put(edited.root(), PAGE, &format!("{written}\r\n別の文。\r\n"));
    let refused = edited.save(PAGE, &format!("{mine}続き。\n"), &saved["base"]);
    assert_eq!(refused["refused"], "changed");
    assert_eq!(refused["text"], format!("{text}\n別の文。\n"));
    assert_eq!(edited.text(PAGE), format!("{written}\r\n別の文。\r\n"));
    // What the answer says of the file lets the author's text be saved over it.
    let saved = edited.save(PAGE, &mine, &refused["base"]);
    assert!(saved["refused"].is_null() && edited.text(PAGE).ends_with("私の文。\r\n"));
    fs::remove_file(edited.root().join(PAGE)).unwrap();
    let refused = edited.save(PAGE, &mine, &saved["base"]);
    assert_eq!((&refused["refused"], &refused["text"]), (&json!("changed"), &Json::Null));
    let restored = edited.save(PAGE, &mine, &Json::Null);
    assert!(restored["refused"].is_null() && edited.text(PAGE) == mine, "{restored}");
    // Nothing is left beside it.
    let names = files(edited.root()).into_keys();
    assert!(names.into_iter().all(|path| !path.to_string_lossy().contains("mitate-new")));
}

#[test]
fn a_picture_goes_into_the_folder_of_pictures_and_replaces_none() {
    let edited = Edited::new();
    let png = b"\x89PNG\r\n\x1a\n1";
    let store = |name: &str, bytes: &[u8]| {
        edited.ask(&json!({ "ask": "picture", "name": name, "data": STANDARD.encode(bytes) }))
    };
    assert_eq!(store("My Photo.png", png)["path"], "images/my-photo.png");
    assert_eq!(store("my photo.png", png)["path"], "images/my-photo.png");
    assert_eq!(store("../../my photo.png", b"\x89PNG\r\n\x1a\n2")["path"], "images/my-photo-2.png");
    assert_eq!(fs::read(edited.root().join("images/my-photo.png")).unwrap(), png);
    for (name, bytes) in [("a.html", &b"<script>"[..]), ("a.png", b"#!/bin/sh"), ("course.yaml", b"a: b")] {
        assert!(store(name, bytes)["refused"].is_string(), "{name}");
    }
    assert_eq!(files(&edited.root().join("images")).len(), 2);
}

#[test]
fn a_question_is_no_longer_than_it_needs_to_be() {
    let edited = Edited::new();
    let long = json!({ "ask": "type", "path": PAGE, "text": "x".repeat(28_000_001) });
    let (status, _) = edited.asked_with(&edited.own(), &long);
    assert_eq!(status, 413);
    assert!(edited.ask(&json!({ "ask": "course" }))["documents"].is_array());
    for nonsense in [json!({}), json!({ "ask": "nothing" }), json!([1]), json!({ "ask": "open", "path": 1 })]
    {
        assert_eq!(edited.asked_with(&edited.own(), &nonsense).0, 400, "{nonsense}");
    }
}

#[test]
fn what_is_named_elsewhere_says_so_before_it_is_removed() {
    let edited = Edited::new();
    let path = files(edited.root()).into_keys().map(|it| it.to_string_lossy().into_owned());
    let path = path.into_iter().find(|it| it.contains("exercises/")).unwrap();
    let path = path[path.find("exercises/").unwrap()..].to_owned();
    let asked = edited.ask(&json!({ "ask": "remove", "path": path, "sure": false }));
    assert_eq!(asked["named"][0]["path"], PAGE, "{asked}");
    assert!(edited.root().join(&path).exists());
    edited.ask(&json!({ "ask": "remove", "path": path, "sure": true }));
    assert!(!edited.root().join(&path).exists());
}

#[test]
fn a_server_for_others_has_no_editor() {
    let folder = copied("exercise-write");
    let served = Served::with(folder.path(), &["--host", "127.0.0.2"], &[]);
    assert!(!served.url().contains('#'), "{}", served.url());
    let host = served.url().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let edited = Edited { folder, _served: served, host, token: String::new() };
    for token in ["", "00000000000000000000000000000000"] {
        let mut headers = edited.own();
        headers[2].1 = token.to_owned();
        assert_eq!(edited.asked_with(&headers, &json!({ "ask": "course" })).0, 403);
    }
    let get = |path: &str| edited.request(&format!("GET {path}"), &[("Host", &edited.host)], "");
    assert!(get("/").1.contains("reload.js") && !get("/").1.contains("data-edit"));
    assert_eq!((get("/__mitate/edit/").0, get("/__mitate/edit/editor.js").0), (404, 404));
}

#[test]
fn no_built_site_has_a_byte_of_the_editor() {
    let folder = copied("exercise-write");
    let built = mitate_in(folder.path(), &["build", ".", "--out", "out"]);
    assert!(built.status.success(), "{}", stderr(&built));
    let site = files(&folder.path().join("out"));
    assert!(site.len() > 10);
    for (path, bytes) in site {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for trace in ["codemirror", "lezer", "__mitate", "cm-content", "data-edit=", "x-mitate-token"] {
            assert!(!text.contains(trace), "{path:?} has {trace}");
        }
    }
}
