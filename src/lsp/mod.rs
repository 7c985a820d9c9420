//! The language server: `mitate lsp`, for editors that speak the Language Server Protocol.
//!
//! 1. [`framing`] reads messages, also after one that is none;
//! 2. [`serve`] takes one after the other: it never fails because of a message;
//! 3. [`courses`] holds the courses that files are open of, each a [`crate::desk::AuthorDesk`];
//! 4. [`answers`] says in the protocol's words what the desk says.
//!
//! Everything else is the desk's: this module only knows the protocol. Its messages are few, so they are read and written as JSON: the
//! types of all of the protocol would be more to compile than the rest of the server.

mod address;
mod answers;
mod courses;
mod framing;
mod position;
mod shown;

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response, ResponseError};
use serde_json::{Value as Json, json};

use crate::diagnostic::Language;
use crate::error::Error;
use crate::guard::guarded;
use courses::Courses;
use framing::Came;
use position::Encoding;

/// What a server is started with.
pub struct LspOptions {
    /// The language that was asked for; otherwise that of each course.
    pub asked: Option<Language>,
    /// The language for a course in another one, if the client does not say its own.
    pub language: Language,
    /// The theme of the courses.
    pub theme: Option<PathBuf>,
}

/// Serves one client until it goes. Whether it went as the protocol wants: after a `shutdown`.
///
/// # Errors
/// When the client cannot be written to.
pub fn serve(
    input: impl BufRead + Send + 'static,
    output: impl Write,
    options: LspOptions,
) -> Result<bool, Error> {
    let (sender, inbox) = channel();
    // The thread ends with its input, at the latest with the process.
    thread::spawn(move || {
        let mut input = input;
        while let Ok(Some(came)) = framing::next(&mut input) {
            if sender.send(came).is_err() {
                break;
            }
        }
    });
    let mut server = LspServer {
        client: Client { output, next: 0 },
        stage: LspStage::New,
        courses: Courses::new(options),
    };
    server.run(&inbox)
}

/// How far the talk with the client is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LspStage {
    /// It has not begun.
    New,
    /// It goes on.
    Running,
    /// The client has asked for its end.
    Ending,
}

/// Whoever reads what is written.
struct Client<W> {
    output: W,
    /// The number of the next request.
    next: i32,
}

impl<W: Write> Client<W> {
    fn send(&mut self, message: &Message) -> Result<(), Error> {
        message.write(&mut self.output).map_err(Error::Print)
    }

    fn notify(&mut self, method: &str, params: Json) -> Result<(), Error> {
        self.send(&Notification { method: method.to_owned(), params }.into())
    }

    fn ask(&mut self, method: &str, params: Json) -> Result<(), Error> {
        self.next += 1;
        self.send(&Request { id: self.next.into(), method: method.to_owned(), params }.into())
    }

    /// Answers what is no message: nobody knows its number.
    fn refuse(&mut self, why: &str) -> Result<(), Error> {
        let error = json!({ "code": ErrorCode::ParseError as i32, "message": why });
        let text = json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
        let written = write!(self.output, "Content-Length: {}\r\n\r\n{text}", text.len());
        written.and_then(|()| self.output.flush()).map_err(Error::Print)
    }
}

struct LspServer<W> {
    client: Client<W>,
    stage: LspStage,
    courses: Courses,
}

/// Why a request has no result.
type Refused = (ErrorCode, String);

impl<W: Write> LspServer<W> {
    fn run(&mut self, inbox: &Receiver<Came>) -> Result<bool, Error> {
        while let Ok(came) = inbox.recv() {
            let mut next = Some(came);
            // What was typed meanwhile is looked at once.
            while let Some(came) = next {
                match came {
                    Came::Malformed(why) => self.client.refuse(&why)?,
                    Came::Message(Message::Notification(it)) if it.method == "exit" => {
                        return Ok(self.stage == LspStage::Ending);
                    }
                    Came::Message(Message::Notification(it)) => self.notified(&it)?,
                    Came::Message(Message::Request(it)) => {
                        let response = self.asked(it)?;
                        self.client.send(&response.into())?;
                    }
                    Came::Message(Message::Response(_)) => {}
                }
                next = inbox.try_recv().ok();
            }
            if self.stage == LspStage::Running {
                self.report()?;
            }
        }
        Ok(self.stage == LspStage::Ending)
    }

    /// Sends what is wrong now, of every file of which that has changed.
    fn report(&mut self) -> Result<(), Error> {
        let news = guarded(|| self.courses.news()).unwrap_or_else(|reason| {
            self.courses.forget_all();
            vec![("window/logMessage", json!({ "type": 1, "message": reason }))]
        });
        news.into_iter().try_for_each(|(method, params)| self.client.notify(method, params))
    }

    fn notified(&mut self, it: &Notification) -> Result<(), Error> {
        if self.stage != LspStage::Running {
            return Ok(());
        }
        if it.method == "initialized" {
            let registrations = self.courses.registrations();
            if !registrations.is_empty() {
                self.client.ask("client/registerCapability", json!({ "registrations": registrations }))?;
            }
        }
        if let Err(reason) = guarded(|| self.courses.notified(&it.method, &it.params)) {
            self.courses.forget_all();
            self.client.notify("window/logMessage", json!({ "type": 1, "message": reason }))?;
        }
        Ok(())
    }

    fn asked(&mut self, it: Request) -> Result<Response, Error> {
        let answered = match (self.stage, it.method.as_str()) {
            (LspStage::New, "initialize") => {
                self.stage = LspStage::Running;
                Ok(self.initialized(&it.params))
            }
            (LspStage::New, _) => Err((ErrorCode::ServerNotInitialized, "initialize comes first".to_owned())),
            (LspStage::Ending, _) | (_, "initialize") => {
                Err((ErrorCode::InvalidRequest, format!("{} comes too late", it.method)))
            }
            (LspStage::Running, "shutdown") => {
                self.stage = LspStage::Ending;
                Ok(Json::Null)
            }
            (LspStage::Running, method) => {
                let courses = &mut self.courses;
                guarded(|| answers::answer(courses, method, &it.params)).unwrap_or_else(|reason| {
                    self.courses.forget_all();
                    Err((ErrorCode::InternalError, reason))
                })
            }
        };
        if self.stage == LspStage::Running {
            // An answer is about the texts as they are now, so what is wrong with them is known too.
            self.report()?;
        }
        Ok(response(it.id, answered))
    }

    fn initialized(&mut self, params: &Json) -> Json {
        let capabilities = &params["capabilities"];
        let encoding = Encoding::chosen(capabilities);
        self.courses.begin(params, encoding);
        let everything = json!({ "filters": [{ "scheme": "file", "pattern": { "glob": "**/*" } }] });
        json!({
            "serverInfo": { "name": "mitate", "version": env!("CARGO_PKG_VERSION") },
            "capabilities": {
                "positionEncoding": encoding.name(),
                "textDocumentSync": { "openClose": true, "change": 2, "save": {} },
                "completionProvider": { "triggerCharacters": [":", " ", "[", "(", "#", "`", "{", "-"] },
                "hoverProvider": true,
                "definitionProvider": true,
                "referencesProvider": true,
                "renameProvider": { "prepareProvider": true },
                "documentSymbolProvider": true,
                "workspaceSymbolProvider": true,
                "codeActionProvider": { "codeActionKinds": ["quickfix"] },
                "workspace": {
                    "workspaceFolders": { "supported": true, "changeNotifications": true },
                    "fileOperations": {
                        "didCreate": everything, "didRename": everything, "didDelete": everything,
                    },
                },
            },
        })
    }
}

fn response(id: RequestId, answered: Result<Json, Refused>) -> Response {
    let response_result =
        answered.map_err(|(code, message)| ResponseError { code: code as i32, message, data: None });
    Response { id, response_result }
}
