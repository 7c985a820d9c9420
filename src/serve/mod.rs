//! `serve`: the site in a browser while its author writes it.
//!
//! 1. [`watch`] notices what changed in the folders of the course and of the theme; [`look`] what the system does not report;
//! 2. [`live`] loads the course again and keeps the newest [`live::LiveState`]: the last good site, and what is wrong now;
//! 3. [`http`] renders the page that is asked for from that state, on the loopback unless another address is given; nothing is written to disk but what an editor saves;
//! 4. [`edit`] is the editor beside the page: its texts, which are not saved, are read instead of the files;
//! 5. [`overlay`] shows mistakes on a page. The client (`reload.js`) receives every new state as a server-sent event, and
//!    reloads the page, swaps its styles, or shows the overlay.
//!
//! The client is added to served pages only, never to a built file. There are two threads: the calling one waits for changes
//! and loads the course, the other one answers requests. Events for the terminal all come from the calling thread, in order.
//! A panic in either is reported like an error of the environment ([`crate::guard`]), and the last good site stays.

mod address;
mod connections;
mod edit;
mod folders;
mod http;
mod live;
mod look;
mod media;
mod overlay;
mod stop;
mod watch;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::diagnostic::{Diagnostic, Messages};
use crate::error::Error;
use crate::guard::{guarded, reason};
use crate::model::Edition;
use crate::pipeline::Workshop;
use crate::source::Sources;
use edit::Gate;
use folders::Folders;
use http::Server;
use live::Live;
use look::FolderState;
pub use stop::{StopFlag, end_after};
use watch::{BREATH, Message, QUIET};

/// How long a look at the course may go on after the process was asked to end.
const GRACE: Duration = Duration::from_secs(2);

/// How to serve.
#[derive(Clone, Copy)]
pub struct ServeOptions {
    /// Where requests are answered; port 0 for any that is free. On another address than the loopback, everybody who reaches
    /// it can read the site, and what is wrong with it.
    pub address: SocketAddr,
    /// Whether the course can be edited in the browser; on the loopback only.
    pub edits: bool,
    /// The sentences for a course whose own language is not known.
    pub messages: &'static Messages,
}

/// What happened, for the terminal. Events are sent one after another by the thread that called [`serve`].
#[derive(Debug)]
pub enum Event {
    /// Requests are answered and changes are noticed from now on. If the report has errors, every path shows them until they are
    /// fixed.
    Ready {
        /// The address of the home page; it ends with `/`, or with what lets a browser edit the course.
        url: String,
        /// Who the site is for; `None` if the course could not be loaded.
        edition: Option<Edition>,
        /// What the first look at the course found.
        report: Report,
    },
    /// The site was rebuilt.
    Rebuilt {
        /// The files that changed, inside the folder of the course or of the theme. Empty if the system could not say which.
        changed: Vec<PathBuf>,
        /// From the first notice of the change until the new site was served, including the wait for more changes.
        time: Duration,
        /// Warnings.
        report: Report,
    },
    /// The course has errors, or a template failed on a page that was asked for. The last good site stays.
    Failed {
        /// The errors, and warnings.
        report: Report,
    },
    /// The course could not be loaded at all, or its files are no longer watched. The last good site stays.
    Fault(ServeFault),
    /// The process was asked to end, and [`serve`] returns.
    Stopped,
}

/// Diagnostics, and the texts that they point into.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// As they were when the diagnostics were found.
    pub sources: Arc<Sources>,
}

/// What is no mistake of the author's.
#[derive(Debug)]
pub enum ServeFault {
    /// The environment failed.
    Error(Error),
    /// mitate itself failed with this message.
    Panic(String),
}

/// Serves the course of `workshop` until the process receives SIGINT or SIGTERM. `tell` is called with each event.
///
/// # Errors
/// When the port cannot be bound, or the course cannot be read at the start.
pub fn serve(workshop: Workshop, options: &ServeOptions, tell: &(dyn Fn(Event) + Sync)) -> Result<(), Error> {
    let (sender, inbox) = channel();
    // Watched before it is read, so that no change is missed.
    let folders = Arc::new(Folders::of(&workshop)?);
    // Where the system cannot watch, looking at the folders is enough.
    let mut watcher = watch::start(&folders, sender.clone());
    let loaded = Arc::new(Mutex::new(FolderState::of(&folders)));
    look::start(&folders, &loaded, sender.clone());
    let (mut live, first) = Live::start(workshop, options.messages)?;
    let edits = options.edits && options.address.ip().is_loopback();
    let gate = if edits { Some(Gate::new()?) } else { None };
    let server = Server::bind(options.address, gate, live.newest(), sender.clone())?;
    let url = server.url();
    let answering = answer(server, sender.clone()).map_err(|error| Error::Bind(url.clone(), error))?;
    let (report, fault) =
        first.map_or_else(|fault| (Report::default(), Some(fault)), |report| (report, None));
    let edition = live.edition(&report);
    send(Event::Ready { url, edition, report }, &mut live, tell);
    if let Some(fault) = fault {
        send(Event::Fault(fault), &mut live, tell);
    }
    loop {
        let mut news = watch::next(&inbox);
        if news.is_unheard && note_look(&loaded, &folders) {
            news.changed(None);
            // What was watched may be a folder that is not there any more.
            watcher = watch::start(&folders, sender.clone());
        }
        // An editor waits for its answer; a file that changes meanwhile is looked at next.
        for question in std::mem::take(&mut news.asked) {
            for event in question.answered(&mut live) {
                send(event, &mut live, tell);
            }
        }
        let mut looked = None;
        while looked.is_none() || watch::more(&inbox, &mut news, QUIET) {
            while watch::more(&inbox, &mut news, BREATH) {}
            let Some(change) = &news.change else { break };
            looked = Some(live.look(change.paths.as_deref()));
        }
        if news.stop {
            break;
        }
        let mut events: Vec<Event> =
            news.faults.into_iter().map(|error| Event::Fault(ServeFault::Error(error))).collect();
        events.extend(news.failed.into_iter().filter_map(|report| live.render_failed(report)));
        events.extend(news.panics.into_iter().filter_map(|reason| live.render_panicked(reason)));
        if let Some((change, looked)) = news.change.zip(looked) {
            let files = change.paths.map(|paths| folders.files(&paths));
            events.extend(live.settle(looked, files, change.since));
            if !news.is_unheard {
                note_look(&loaded, &folders);
            }
        }
        for event in events {
            send(event, &mut live, tell);
        }
        // Only now: the look above is older than what these show.
        for question in std::mem::take(&mut news.asked) {
            for event in question.answered(&mut live) {
                send(event, &mut live, tell);
            }
        }
    }
    let ended = answering.join().unwrap_or_else(|panic| Err(reason(&*panic)));
    if let Err(reason) = ended {
        send(Event::Fault(ServeFault::Panic(reason)), &mut live, tell);
    }
    drop(watcher);
    tell(Event::Stopped);
    Ok(())
}

/// Answers requests on a thread of its own, until the process is to end.
fn answer(server: Server, sender: Sender<Message>) -> io::Result<JoinHandle<Result<(), String>>> {
    std::thread::Builder::new().spawn(move || {
        let ended = guarded(|| server.run());
        end_soon();
        // The receiver is there as long as this thread is waited for.
        let _ = sender.send(Message::Stop);
        ended
    })
}

/// Keeps what is seen of `folders` now as what was loaded. Returns whether it differs from what was.
fn note_look(loaded: &Mutex<FolderState>, folders: &Folders) -> bool {
    let now = FolderState::of(folders);
    loaded.lock().is_ok_and(|mut loaded| std::mem::replace(&mut *loaded, now) != now)
}

/// Ends the process after a while, if the other thread does not end by itself: it may be at work on a large course. Nothing is
/// lost, because nothing is written.
fn end_soon() {
    let end = || {
        std::thread::sleep(GRACE);
        std::process::exit(0);
    };
    // Without a thread the other one is waited for.
    let _ = std::thread::Builder::new().spawn(end);
}

/// Hands `event` on. A panic on the way is an event itself, in the terminal and in the browser.
fn send(event: Event, live: &mut Live, tell: &(dyn Fn(Event) + Sync)) {
    if let Err(reason) = guarded(|| tell(event)) {
        let event = live.faulted(ServeFault::Panic(reason));
        // If this panics too, the page shows the fault.
        let _ = guarded(|| tell(event));
    }
}
