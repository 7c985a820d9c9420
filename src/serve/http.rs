//! Answering requests: on the loopback alone, unless another address was asked for. Requests read; only an editor's write ([`super::edit`]).
//!
//! 1. the host must be this server's, the method GET or HEAD, but where an editor asks;
//! 2. `/__mitate/events` sends every new state, `/__mitate/reload.js` is the client, `/__mitate/interview-map.js` for authors;
//! 3. any other path is looked up in the newest site, rendered now, and — if it is a page — given the client.
//!
//! A page is rendered on a thread of its own: a panic there is an answer and a report, and the server goes on.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch::Receiver;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::address::{OwnAddress, is_own_host, site_path};
use super::connections::Connections;
use super::edit::{ASK_PATH, Gate, respond, shell_file};
use super::live::{LiveState, Standing};
use super::media::content_type;
use super::overlay::{CLIENT, CLIENT_PATH, MAP_PATH, Overlay, bare_page, with_client, words};
use super::stop::Stop;
use super::watch::Message;
use super::{Report, ServeFault};
use crate::diagnostic::{Diagnostic, Messages};
use crate::error::Error;
use crate::guard::reason;
use crate::render::Bytes;
use crate::source::read_asset;

const EVENTS_PATH: &str = "/__mitate/events";
const HTML: &str = "text/html; charset=utf-8";

/// A pool of this many threads renders; more would only wait for each other.
const RENDERERS: usize = 8;

/// A server that is bound and not yet running.
pub(super) struct Server {
    runtime: Runtime,
    listener: TcpListener,
    stop: Stop,
    desk: Desk,
}

/// What an answer is made from.
#[derive(Clone)]
struct Desk {
    address: OwnAddress,
    /// What lets editors in, if any may.
    gate: Option<Arc<Gate>>,
    newest: Receiver<Arc<LiveState>>,
    sender: Sender<Message>,
}

impl Server {
    /// Binds `address`. `gate` lets editors in; `newest` is what is served; `sender` receives templates that fail.
    ///
    /// # Errors
    /// When the port cannot be bound.
    pub(super) fn bind(
        address: SocketAddr,
        gate: Option<Gate>,
        newest: Receiver<Arc<LiveState>>,
        sender: Sender<Message>,
    ) -> Result<Self, Error> {
        let fault = |error: io::Error| Error::Bind(address.to_string(), error);
        let runtime = Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(RENDERERS)
            .build()
            .map_err(fault)?;
        let (listener, stop) = runtime
            .block_on(async { Ok::<_, io::Error>((TcpListener::bind(address).await?, Stop::new()?)) })
            .map_err(fault)?;
        let address = OwnAddress::of(listener.local_addr().map_err(fault)?);
        Ok(Self { runtime, listener, stop, desk: Desk { address, gate: gate.map(Arc::new), newest, sender } })
    }

    /// The address of the home page. A browser that opens it may edit the course, if any may.
    pub(super) fn url(&self) -> String {
        let key = self.desk.gate.as_ref().map(|gate| format!("#edit={}", gate.token()));
        self.desk.address.url() + &key.unwrap_or_default()
    }

    /// Answers requests until the process is asked to end. Open pages keep their connection for events: the server does not
    /// wait for them.
    pub(super) fn run(self) {
        let Self { runtime, listener, mut stop, desk } = self;
        runtime.block_on(async {
            let app = Router::new().fallback(answer).with_state(desk);
            tokio::select! {
                _ = async { axum::serve(Connections::new(listener), app).await } => {}
                _ = stop.asked() => {}
            }
        });
        runtime.shutdown_background();
    }
}

async fn answer(Shared(desk): Shared<Desk>, request: Request) -> Response {
    let mut response = routed(&desk, request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // No page of another site may show or run what is being written here.
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
    response
}

async fn routed(desk: &Desk, request: Request) -> Response {
    let uri = request.uri();
    let named = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let is_own = named.is_some_and(|host| is_own_host(host, desk.address));
    if !is_own || uri.authority().is_some_and(|it| !is_own_host(it.as_str(), desk.address)) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    if uri.path() == ASK_PATH {
        return respond(desk.gate.as_deref(), &desk.sender, request).await;
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
    }
    match uri.path() {
        EVENTS_PATH => events(desk),
        CLIENT_PATH => with_type(StatusCode::OK, content_type(CLIENT_PATH), CLIENT.as_bytes().to_vec()),
        MAP_PATH => {
            let site = desk.newest.borrow().site.clone();
            let script = site.and_then(|it| it.site.theme_asset("interview-map.js").map(<[u8]>::to_vec));
            with_type(StatusCode::OK, content_type(MAP_PATH), script.unwrap_or_default())
        }
        path => {
            let language = desk.newest.borrow().messages.language();
            let shell = desk.gate.as_deref().and_then(|gate| shell_file(gate, path, language));
            match shell {
                Some(file) => file,
                None => page(desk, path).await,
            }
        }
    }
}

fn with_type(status: StatusCode, content_type: &'static str, bytes: Vec<u8>) -> Response {
    (status, [(CONTENT_TYPE, content_type)], Body::from(bytes)).into_response()
}

/// What an open page receives of a state.
#[derive(Serialize)]
struct PageNews<'a> {
    version: u64,
    built: u64,
    pages: u64,
    overlay: Option<&'a Overlay>,
    warnings: Option<&'a Overlay>,
}

/// The newest state, and each later one.
fn events(desk: &Desk) -> Response {
    let stream = WatchStream::new(desk.newest.clone()).map(|state| {
        let LiveState { version, built, pages, ref overlay, ref warnings, .. } = *state;
        let (overlay, warnings) = (overlay.as_ref(), warnings.as_ref());
        let news = PageNews { version, built, pages, overlay, warnings };
        let text = serde_json::to_string(&news).unwrap_or_default();
        Ok::<_, Infallible>(Event::default().event("state").retry(Duration::from_millis(500)).data(text))
    });
    Sse::new(stream).keep_alive(KeepAlive::new()).into_response()
}

/// What a path of an address leads to.
enum Resource {
    File(String, Vec<u8>),
    Folder,
    Nothing(Vec<u8>),
    Failed(Report, Overlay),
}

/// The page or file at `address`.
async fn page(desk: &Desk, address: &str) -> Response {
    let state = Arc::clone(&desk.newest.borrow());
    let says = desk.gate.is_some().then(|| words(state.messages.language()).text("edit", &[]));
    let edit = says.as_deref();
    let Some(standing) = &state.site else {
        // As long as there is no good site, there are mistakes.
        let page =
            state.overlay.as_ref().map(|overlay| bare_page(overlay, state.built, edit)).unwrap_or_default();
        return with_type(StatusCode::SERVICE_UNAVAILABLE, HTML, page);
    };
    let (site, path) = (Arc::clone(standing), site_path(address));
    let failed =
        |overlay| with_type(StatusCode::INTERNAL_SERVER_ERROR, HTML, bare_page(&overlay, state.built, edit));
    let messages = state.messages;
    match tokio::task::spawn_blocking(move || find(&site, path, messages)).await {
        Ok(Resource::File(path, bytes)) => {
            let kind = content_type(&path);
            with_type(
                StatusCode::OK,
                kind,
                if kind == HTML { with_client(bytes, state.built, edit) } else { bytes },
            )
        }
        Ok(Resource::Folder) => {
            // The address as requested; it is not decoded.
            let place = HeaderValue::try_from(format!("{address}/")).ok();
            place.map_or(StatusCode::NOT_FOUND.into_response(), |it| {
                (StatusCode::FOUND, [(LOCATION, it)]).into_response()
            })
        }
        Ok(Resource::Nothing(page)) => {
            with_type(StatusCode::NOT_FOUND, HTML, with_client(page, state.built, edit))
        }
        Ok(Resource::Failed(report, overlay)) => {
            // There is no receiver when the server ends.
            let _ = desk.sender.send(Message::RenderFailed(report));
            failed(overlay)
        }
        Err(error) => {
            let said = error.try_into_panic().map_or_else(|error| error.to_string(), |panic| reason(&*panic));
            let _ = desk.sender.send(Message::RenderPanicked(said.clone()));
            failed(Overlay::of_fault(&ServeFault::Panic(said), false, state.messages))
        }
    }
}

/// Renders `path` now, or finds out why it cannot be.
fn find(standing: &Standing, path: Option<String>, messages: &Messages) -> Resource {
    let failed = |diagnostic: Box<Diagnostic>| {
        let report = Report { diagnostics: vec![*diagnostic], sources: Arc::clone(&standing.sources) };
        let overlay = Overlay::of_mistakes(&report, false, messages);
        Resource::Failed(report, overlay)
    };
    let render = |path: &str| match standing.site.render(path) {
        Ok(Some(Bytes::Made(bytes))) => Ok(Some(bytes)),
        // A file that was removed just now is not in the next site.
        Ok(Some(Bytes::Copied(asset))) => Ok(read_asset(asset).ok()),
        Ok(None) => Ok(None),
        Err(diagnostic) => Err(diagnostic),
    };
    if let Some(path) = path {
        match render(&path) {
            Ok(Some(bytes)) => return Resource::File(path, bytes),
            Ok(None) => {}
            Err(diagnostic) => return failed(diagnostic),
        }
        let page = format!("{path}/index.html");
        if standing.site.paths().any(|it| *it == page) {
            return Resource::Folder;
        }
    }
    match render("404.html") {
        Ok(bytes) => Resource::Nothing(bytes.unwrap_or_default()),
        Err(diagnostic) => failed(diagnostic),
    }
}
