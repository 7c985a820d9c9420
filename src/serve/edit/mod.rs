//! The editor beside the page: authors write the texts of the course in the browser, and the page follows while they type.
//!
//! 1. [`gate`] says which requests are an author's: one with the token of this server, from a page of this server;
//! 2. [`ask`] is what an editor can ask; the thread that loads the course answers, one question after another;
//! 3. [`files`] reads and writes the files, inside the course only; [`places`] counts places as the editor does.
//!
//! A text that is typed is read instead of its file ([`crate::source::Unsaved`]), so the page, the mistakes and the answers are those of
//! the text. Nothing is written before it is saved. Every question is a POST with JSON: what a page of another site can send
//! unasked reaches nothing here.

mod ask;
mod files;
mod gate;
mod places;
mod shell;

use std::sync::mpsc::Sender;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value as Json, json};
use tokio::sync::oneshot;

use super::live::Live;
use super::watch::Message;
use super::{Event, ServeFault};
use crate::guard::guarded;
use ask::EditorAsk;
pub(super) use gate::Gate;
pub(super) use shell::file as shell_file;

/// Where an editor asks.
pub(super) const ASK_PATH: &str = "/__mitate/edit/ask";

/// The length of a question, at most: a picture of 20 MB as text.
const QUESTION_LIMIT: usize = 28_000_000;

/// A question that waits for its answer.
pub(super) struct EditorQuestion {
    ask: EditorAsk,
    reply: oneshot::Sender<Json>,
}

impl EditorQuestion {
    /// Answers it. Gives the faults for the terminal.
    pub(super) fn answered(self, live: &mut Live) -> Vec<Event> {
        let Self { ask, reply } = self;
        let mut events = Vec::new();
        let answer = guarded(|| ask.answer(live, &mut events)).unwrap_or_else(|reason| {
            events.push(live.faulted(ServeFault::Panic(reason.clone())));
            json!({ "refused": "panic", "reason": reason })
        });
        // The page may be gone.
        let _ = reply.send(answer);
        events
    }
}

/// The answer to a request at [`ASK_PATH`] that names this server as its host. Without a gate nobody may ask.
pub(super) async fn respond(gate: Option<&Gate>, sender: &Sender<Message>, request: Request) -> Response {
    if request.method() != Method::POST {
        return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "POST")]).into_response();
    }
    if !gate.is_some_and(|gate| gate.lets_in(request.headers())) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let is_json = request.headers().get(CONTENT_TYPE).is_some_and(|it| it == "application/json");
    if !is_json {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let Ok(body) = to_bytes(request.into_body(), QUESTION_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let ask = match serde_json::from_slice(&body) {
        Ok(ask) => ask,
        Err(error) => return (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    };
    let (reply, answer) = oneshot::channel();
    let sent = sender.send(Message::Asked(EditorQuestion { ask, reply }));
    match (sent, answer.await) {
        (Ok(()), Ok(answer)) => {
            (StatusCode::OK, [(CONTENT_TYPE, "application/json")], Body::from(answer.to_string()))
                .into_response()
        }
        // The server ends.
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
