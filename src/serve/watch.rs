//! Noticing changes: what the system tells of the watched folders becomes one [`Change`] a burst.
//!
//! 1. [`start`] watches, and sends a [`Message`] for whatever matters;
//! 2. [`next`] waits for the first message, then until nothing came for [`QUIET`].
//!
//! Bursts are gathered here and not by a debouncer, which counts from each event of each file on its own: a save of many
//! files would come in several parts, each of them later than it has to be.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Report;
use super::place::Folders;
use crate::error::Error;

/// So long nothing more may come before a burst of changes is over. Long enough for an editor to empty a file and fill it.
const QUIET: Duration = Duration::from_millis(12);

/// So long a burst may last: then it is looked at, whatever may still come.
const PATIENCE: Duration = Duration::from_millis(300);

/// What the thread that loads has to know.
pub(super) enum Message {
    /// These files or folders changed.
    Changed(Vec<PathBuf>),
    /// Something changed, and the system has lost what.
    Lost,
    /// The watcher failed.
    Fault(Error),
    /// A template failed on a page that was asked for.
    RenderFailed(Report),
    /// The process is to end.
    Stop,
}

/// A burst of changes.
#[derive(Debug)]
pub(super) struct Change {
    /// The files and folders, as the system told them; `None` where it has lost which.
    pub paths: Option<Vec<PathBuf>>,
    /// When the first was noticed.
    pub since: Instant,
}

/// All that came together.
#[derive(Default)]
pub(super) struct News {
    pub change: Option<Change>,
    pub failed: Vec<Report>,
    pub faults: Vec<Error>,
    pub stop: bool,
}

/// Watches `folders` until the watcher is dropped, and sends what matters.
///
/// # Errors
/// When the system cannot watch them.
pub(super) fn start(folders: &Arc<Folders>, sender: Sender<Message>) -> Result<RecommendedWatcher, Error> {
    let fault = |error: notify::Error| Error::Watch(error.to_string());
    let known = Arc::clone(folders);
    let handler = move |result| {
        if let Some(message) = message(&known, result) {
            // Nobody listens any more when the server ends.
            let _ = sender.send(message);
        }
    };
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(handler, config).map_err(fault)?;
    for root in folders.roots() {
        watcher.watch(root, RecursiveMode::Recursive).map_err(fault)?;
    }
    Ok(watcher)
}

/// What an event of the system means, if anything. Reading a file is an event too: loading the course makes many.
fn message(folders: &Folders, result: notify::Result<notify::Event>) -> Option<Message> {
    let event = match result {
        Ok(event) => event,
        // A folder that went before it could be watched.
        Err(error) if matches!(error.kind, ErrorKind::PathNotFound | ErrorKind::WatchNotFound) => {
            return None;
        }
        Err(error) => return Some(Message::Fault(Error::Watch(error.to_string()))),
    };
    if event.need_rescan() {
        return Some(Message::Lost);
    }
    if matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write)) {
        return None;
    }
    let paths: Vec<PathBuf> =
        event.paths.into_iter().filter(|path| folders.relative(path).is_some()).collect();
    (!paths.is_empty()).then_some(Message::Changed(paths))
}

/// Waits for news. Changes are gathered until the burst is over; all else is handed on at once.
pub(super) fn next(inbox: &Receiver<Message>) -> News {
    let mut news = News::default();
    match inbox.recv() {
        Ok(message) => news.add(message),
        Err(_) => news.stop = true,
    }
    while let Some(change) = &news.change
        && !news.stop
        && change.since.elapsed() < PATIENCE
    {
        match inbox.recv_timeout(QUIET) {
            Ok(message) => news.add(message),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => news.stop = true,
        }
    }
    news
}

impl News {
    fn add(&mut self, message: Message) {
        match message {
            Message::Changed(paths) => {
                let change = self.change.get_or_insert_with(Change::now);
                if let Some(all) = &mut change.paths {
                    all.extend(paths);
                }
            }
            Message::Lost => self.change.get_or_insert_with(Change::now).paths = None,
            Message::Fault(error) => self.faults.push(error),
            Message::RenderFailed(report) => self.failed.push(report),
            Message::Stop => self.stop = true,
        }
    }
}

impl Change {
    fn now() -> Self {
        Self { paths: Some(Vec::new()), since: Instant::now() }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn changed(path: &str) -> Message {
        Message::Changed(vec![PathBuf::from(path)])
    }

    #[test]
    fn what_comes_together_is_one_change() {
        let (sender, inbox) = channel();
        for path in ["a", "b", "c"] {
            sender.send(changed(path)).unwrap();
        }
        let change = next(&inbox).change.unwrap();
        assert_eq!(change.paths.unwrap(), ["a", "b", "c"].map(PathBuf::from));
    }

    #[test]
    fn what_comes_later_is_another_change() {
        let (sender, inbox) = channel();
        sender.send(changed("a")).unwrap();
        assert_eq!(next(&inbox).change.unwrap().paths.unwrap().len(), 1);
        sender.send(changed("b")).unwrap();
        assert_eq!(next(&inbox).change.unwrap().paths.unwrap(), [PathBuf::from("b")]);
    }

    #[test]
    fn an_endless_burst_is_looked_at_all_the_same() {
        let (sender, inbox) = channel();
        let writing = std::thread::spawn(move || {
            while sender.send(changed("a")).is_ok() {
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        assert!(next(&inbox).change.is_some());
        drop(inbox);
        writing.join().unwrap();
    }

    #[test]
    fn a_stop_waits_for_nothing() {
        let (sender, inbox) = channel();
        sender.send(changed("a")).unwrap();
        sender.send(Message::Stop).unwrap();
        assert!(next(&inbox).stop);
        drop(sender);
        assert!(next(&inbox).stop);
    }

    #[test]
    fn what_was_lost_may_be_anything() {
        let (sender, inbox) = channel();
        sender.send(changed("a")).unwrap();
        sender.send(Message::Lost).unwrap();
        sender.send(changed("b")).unwrap();
        assert!(next(&inbox).change.unwrap().paths.is_none());
    }
}
