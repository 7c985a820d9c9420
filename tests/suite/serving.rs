//! `serve` goes on whatever happens.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use mitate::diagnostic::{Language, messages};
use mitate::pipeline::Workshop;
use mitate::serve::{Event, ServeFault, ServeOptions, serve};

use crate::course::{files, mitate_in, project, put, stderr, temporary};

/// A server on a thread of its own, whose events are handed to `tell`.
fn serving(folder: PathBuf, tell: impl Fn(Event) + Send + Sync + 'static) {
    std::thread::spawn(move || {
        let workshop = Workshop::new(&folder, None, &[]).unwrap();
        let options = ServeOptions {
            address: ([127, 0, 0, 1], 0).into(),
            edits: false,
            messages: messages(Language::Ja),
        };
        serve(workshop, &options, &tell).unwrap();
    });
}

pub fn copied(fixture: &str) -> tempfile::TempDir {
    let folder = temporary();
    let from = project().join("tests/sites").join(fixture).join("in");
    for entry in walkdir::WalkDir::new(&from) {
        let entry = entry.unwrap();
        let to = folder.path().join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    folder
}

fn get(url: &str, path: &str) -> String {
    let host = url.trim_start_matches("http://").split('/').next().unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_panic_is_reported_in_the_terminal_and_in_the_browser_and_the_last_good_site_stays() {
    let (sender, inbox): (Sender<Event>, Receiver<Event>) = channel();
    let sender = Mutex::new(sender);
    let folder = copied("exercise-write");
    let page = folder.path().join("modules").join("01-first").join("index.md");
    serving(folder.path().to_path_buf(), move |event| {
        assert!(!matches!(event, Event::Rebuilt { .. }), "byte 7 is inside a character");
        sender.lock().unwrap().send(event).unwrap();
    });
    let next = || inbox.recv_timeout(Duration::from_mins(1)).unwrap();
    let Event::Ready { url, .. } = next() else { panic!("the server is not ready") };
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text + "\nもう一文。\n").unwrap();
    let Event::Fault(ServeFault::Panic(reason)) = next() else { panic!("the panic is not reported") };
    assert!(reason.contains("byte 7 is inside a character"), "{reason}");
    // The site is there, and the events that its pages listen to hold the fault.
    assert!(get(&url, "/first/index.html").contains("もう一文。"));
    let host = url.trim_start_matches("http://").split('/').next().unwrap().to_owned();
    let mut stream = TcpStream::connect(&host).unwrap();
    write!(stream, "GET /__mitate/events HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    let mut heard = Vec::new();
    while !String::from_utf8_lossy(&heard).contains("byte 7 is inside a character") {
        let mut some = [0; 1024];
        let length = stream.read(&mut some).unwrap();
        assert!(length > 0, "the events end without the fault");
        heard.extend_from_slice(&some[..length]);
    }
}

#[test]
fn authors_have_the_map_of_an_interview_on_pages_of_the_learners_edition() {
    let (sender, inbox) = channel();
    let sender = Mutex::new(sender);
    let folder = copied("exercise-dialogue");
    serving(folder.path().to_path_buf(), move |event| sender.lock().unwrap().send(event).unwrap());
    let Event::Ready { url, .. } = inbox.recv_timeout(Duration::from_mins(1)).unwrap() else {
        panic!("the server is not ready")
    };
    let page = get(&url, "/first/index.html");
    assert!(page.contains(" data-interview-map=\"/__mitate/interview-map.js\""), "{page}");
    assert!(get(&url, "/__mitate/interview-map.js").contains("mitateInterviewMap"));
    assert!(get(&url, "/assets/interview-map.js").starts_with("HTTP/1.1 404"));
    // What is built has neither.
    let out = folder.path().join("out");
    let built = mitate_in(folder.path(), &["build", ".", "--out", "out"]);
    assert!(built.status.success(), "{}", stderr(&built));
    for (path, bytes) in files(&out) {
        assert!(!path.ends_with("interview-map.js"), "{path:?}");
        let is_page = path.extension().is_some_and(|it| it == "html");
        assert!(!is_page || !String::from_utf8_lossy(&bytes).contains("data-interview-map"), "{path:?}");
    }
}

#[test]
fn a_build_into_the_course_while_it_is_served_is_no_change_of_the_course() {
    let (sender, inbox): (Sender<Event>, Receiver<Event>) = channel();
    let sender = Mutex::new(sender);
    let folder = copied("exercise-write");
    let page = folder.path().join("modules/01-first/index.md");
    serving(folder.path().to_path_buf(), move |event| {
        let _ = sender.lock().unwrap().send(event);
    });
    let next = || inbox.recv_timeout(Duration::from_mins(1)).unwrap();
    let Event::Ready { url, .. } = next() else { panic!("the server is not ready") };
    for round in 0..2 {
        let output = mitate_in(folder.path(), &["build"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let text = std::fs::read_to_string(&page).unwrap();
        std::fs::write(&page, format!("{text}\n{round}回目の文。\n")).unwrap();
        let event = next();
        let Event::Rebuilt { changed, .. } = &event else { panic!("{event:?}") };
        // The manifest says which folders are no content.
        let of_course: Vec<_> =
            changed.iter().filter(|it| !it.ends_with("site/.mitate-manifest.json")).collect();
        assert_eq!(of_course, [Path::new("modules/01-first/index.md")]);
        assert!(get(&url, "/first/index.html").contains(&format!("{round}回目の文。")));
    }
    let output = mitate_in(folder.path(), &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let site = std::fs::read_to_string(folder.path().join("site/first/index.html")).unwrap();
    assert!(site.contains("1回目の文。"));
}

/// `mitate serve`, as a process, until it is dropped.
pub struct Served(Child, String);

impl Served {
    pub fn start(folder: &Path, variables: &[(&str, &Path)]) -> Self {
        Self::with(folder, &[], variables)
    }

    pub fn with(folder: &Path, options: &[&str], variables: &[(&str, &Path)]) -> Self {
        Self::of(Path::new(env!("CARGO_BIN_EXE_mitate")), folder, options, variables)
    }

    fn of(program: &Path, folder: &Path, options: &[&str], variables: &[(&str, &Path)]) -> Self {
        let mut command = Command::new(program);
        command.args(["serve", ".", "--port", "0", "--lang", "en"]).args(options).current_dir(folder);
        command.envs(variables.iter().copied()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = lines.by_ref().find_map(|line| {
            let line = line.unwrap();
            let start = line.find("http://")?;
            Some(line[start..].split_whitespace().next()?.to_owned())
        });
        // Whoever reads no more would stop the server at its next line.
        std::thread::spawn(move || lines.for_each(drop));
        Self(child, url.unwrap())
    }

    fn host(&self) -> &str {
        self.1.trim_start_matches("http://").split('/').next().unwrap()
    }

    /// The address that it shows, with what lets an editor in.
    pub fn url(&self) -> &str {
        &self.1
    }

    /// Waits until the page shows `sentence`.
    fn shows(&self, path: &str, sentence: &str) {
        while !get(&self.1, path).contains(sentence) {
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_course_whose_folder_is_replaced_is_followed() {
    let around = temporary();
    let folder = around.path().join("course");
    std::fs::rename(copied("exercise-write").keep(), &folder).unwrap();
    let served = Served::start(&folder, &[]);
    for round in ["一度目", "二度目"] {
        let next = copied("exercise-write").keep();
        let page = next.join("modules/01-first/index.md");
        let text = std::fs::read_to_string(&page).unwrap();
        std::fs::write(&page, format!("{text}\n{round}に置きかえた文。\n")).unwrap();
        std::fs::rename(&folder, around.path().join(round)).unwrap();
        std::fs::rename(next, &folder).unwrap();
        served.shows("/first/index.html", &format!("{round}に置きかえた文。"));
    }
}

/// A library that lets the system accept every watch and report nothing, as on a network drive.
#[cfg(target_os = "linux")]
const DEAF: &str =
    "int inotify_add_watch(int fd, const char *path, unsigned mask) { static int n; return ++n; }";

#[cfg(target_os = "linux")]
#[test]
fn a_course_on_a_disk_that_reports_no_changes_is_followed() {
    let folder = copied("exercise-write");
    let tools = temporary();
    let (source, library) = (tools.path().join("deaf.c"), tools.path().join("deaf.so"));
    std::fs::write(&source, DEAF).unwrap();
    let mut compiler = Command::new("cc");
    assert!(compiler.args(["-shared", "-fPIC", "-o"]).args([&library, &source]).status().unwrap().success());
    let served = Served::start(folder.path(), &[("LD_PRELOAD", &library)]);
    let page = folder.path().join("modules/01-first/index.md");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text + "\n書きなおした文です。\n").unwrap();
    served.shows("/first/index.html", "書きなおした文です。");
}

/// A course whose look takes long.
fn heavy(folder: &Path, title: &str) {
    put(folder, "course.yaml", &format!("title: {title}\nid: heavy\nrevision: 1\nlanguage: ja\n"));
    put(folder, "modules/01-first/index.md", "---\ntitle: はじめ\n---\nここから。\n");
    for page in 10..90 {
        let text = "**聞く**ことと、[[問い]]。".repeat(400);
        put(
            folder,
            &format!("modules/01-first/{page}-page.md"),
            &format!("---\ntitle: 頁{page}\n---\n{text}\n"),
        );
    }
    put(folder, "glossary.yaml", "terms:\n  - { id: question, term: 問い, definition: 聞くこと }\n");
}

/// How a process ends that gets SIGTERM: its status, or -15 where the signal itself ended it.
#[cfg(unix)]
fn terminated(child: &mut Child) -> i32 {
    use std::os::unix::process::ExitStatusExt as _;
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    let status = child.wait().unwrap();
    status.code().unwrap_or_else(|| -status.signal().unwrap())
}

#[cfg(unix)]
#[test]
fn a_signal_ends_serve_also_while_it_reads_the_course() {
    let folder = temporary();
    let course = folder.path().join("course");
    heavy(&course, "一");
    let before = files(&course);
    let serve = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mitate"));
        command.args(["serve", "course", "--port", "0"]).current_dir(folder.path());
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    // During the first look, whether the signal is received already or not.
    assert!([0, -15].contains(&terminated(&mut serve())));
    // During a later one.
    let mut child = serve();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    while !line.contains("http://") {
        line.clear();
        assert!(output.read_line(&mut line).unwrap() > 0, "the server is not ready");
    }
    heavy(&course, "二");
    assert_eq!(terminated(&mut child), 0, "the way to end it is no fault");
    heavy(&course, "一");
    assert!(files(&course) == before, "nothing is left in the course");
}

#[test]
fn another_address_answers_to_its_own_name_and_only_reads() {
    let folder = copied("exercise-write");
    let served = Served::with(folder.path(), &["--host", "127.0.0.2"], &[]);
    assert!(served.1.starts_with("http://127.0.0.2:"), "{}", served.1);
    assert!(get(&served.1, "/").starts_with("HTTP/1.1 200 "));
    let host = served.host();
    let ask = |request: &str| {
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let stranger = ask("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert!(stranger.starts_with("HTTP/1.1 421 "), "{stranger}");
    let writing =
        ask(&format!("POST / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
    assert!(writing.starts_with("HTTP/1.1 405 "), "{writing}");
}

/// Clients that have sent a part of a request, or nothing.
fn waiting(host: &str, count: usize) -> Vec<TcpStream> {
    let client = |number: usize| {
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all([&b""[..], b"G", b"GET / HTTP/1.1\r\nHost: "][number % 3]).unwrap();
        stream
    };
    (0..count).map(client).collect()
}

#[test]
fn clients_that_wait_keep_the_server_from_nobody_and_the_oldest_end() {
    let folder = copied("exercise-write");
    let served = Served::start(folder.path(), &[]);
    let host = served.host();
    let mut clients = waiting(host, 600);
    assert!(get(&served.1, "/").starts_with("HTTP/1.1 200 "));
    // The connection of the first one has ended, that of the last one not.
    let mut some = [0; 9];
    assert!(!matches!(clients[0].read(&mut some), Ok(1..)));
    let last = clients.last_mut().unwrap();
    last.set_nonblocking(true).unwrap();
    assert_eq!(last.read(&mut some).unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[cfg(target_os = "linux")]
#[test]
fn clients_that_wait_make_room_where_no_more_files_may_be_open() {
    let folder = copied("exercise-write");
    let tools = temporary();
    let program = tools.path().join("mitate");
    put(
        tools.path(),
        "mitate",
        &format!("#!/bin/sh\nulimit -n 64\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_mitate")),
    );
    assert!(Command::new("chmod").arg("+x").arg(&program).status().unwrap().success());
    let served = Served::of(&program, folder.path(), &[], &[]);
    let clients = waiting(served.host(), 200);
    assert!(get(&served.1, "/").starts_with("HTTP/1.1 200 "));
    drop(clients);
}

#[test]
fn serve_opens_the_browser_of_the_system_and_says_how_others_reach_it() {
    let folder = copied("exercise-write");
    let tools = temporary();
    let opened = tools.path().join("opened");
    let script =
        format!("#!/bin/sh\nprintf %s \"$1\" > '{0}.part' && mv '{0}.part' '{0}'\n", opened.display());
    put(tools.path(), "xdg-open", &script);
    let mut command = Command::new("chmod");
    command.arg("+x").arg(tools.path().join("xdg-open")).status().unwrap();
    let path = format!("{}:{}", tools.path().display(), std::env::var("PATH").unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_mitate"));
    command.args(["serve", ".", "--port", "0", "--lang", "en", "--open", "--host", "127.0.0.1"]);
    let mut child =
        command.current_dir(folder.path()).env("PATH", path).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let said: Vec<String> = lines.by_ref().take_while(|line| !line.contains("Ctrl+C")).collect();
    while !opened.exists() {
        std::thread::sleep(Duration::from_millis(20));
    }
    let url = std::fs::read_to_string(&opened).unwrap();
    let _ = child.kill();
    let _ = child.wait();
    assert!(said.iter().any(|line| line.contains(&format!("Open {url} in a browser"))), "{url}: {said:?}");
    assert!(said.iter().any(|line| line.starts_with("Everyone on this network can read")), "{said:?}");
    // The code: rows of blocks of the same width.
    let rows: Vec<usize> = said.iter().filter(|it| it.contains('█')).map(|row| row.chars().count()).collect();
    assert!(rows.len() > 10 && rows.iter().all(|it| *it == rows[0]), "{said:?}");
}
