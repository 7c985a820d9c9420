//! Noticing changes: the events of the watched folders are gathered into one [`Change`] per burst.
//!
//! 1. [`start`] watches, and sends a [`Message`] for whatever matters;
//! 2. [`next`] waits for the first message;
//! 3. [`more`] says whether the burst goes on: it is over when no event came for [`QUIET`]. The course is loaded as soon as no
//!    event came for a [`BREATH`]: most saves are one file, and then the rest of the wait costs nothing.
//!
//! A debouncer library would not do: it waits for each file by itself, so a save of many files would arrive in several
//! parts, each of them late.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Report;
use super::edit::EditorQuestion;
use super::folders::Folders;
use crate::error::Error;

/// A burst of changes is over when no event came for this long. It is long enough for an editor to empty a file and fill it.
pub(super) const QUIET: Duration = Duration::from_millis(12);

/// How long it usually takes until all events of a save have arrived.
pub(super) const BREATH: Duration = Duration::from_millis(2);

/// A burst ends after this time even if events go on.
const PATIENCE: Duration = Duration::from_millis(300);

/// What the thread that loads has to know.
pub(super) enum Message {
    /// These files or folders changed.
    Changed(Vec<PathBuf>),
    /// Something changed, and the system has lost what.
    Lost,
    /// Something changed that the system reported nothing of.
    Unheard,
    /// The watcher failed.
    ServeFault(Error),
    /// A template failed on a page that was asked for.
    RenderFailed(Report),
    /// mitate itself failed on a page that was asked for, with this message.
    RenderPanicked(String),
    /// An editor asks something.
    Asked(EditorQuestion),
    /// The process is to end.
    Stop,
}

/// A burst of changes.
#[derive(Debug)]
pub(super) struct Change {
    /// The files and folders, as the system reported them; `None` if it lost track.
    pub paths: Option<Vec<PathBuf>>,
    /// When the first was noticed.
    pub since: Instant,
    /// When the last was.
    last: Instant,
}

/// All that came together.
#[derive(Default)]
pub(super) struct WatchNews {
    pub change: Option<Change>,
    pub is_unheard: bool,
    pub failed: Vec<Report>,
    pub panics: Vec<String>,
    pub faults: Vec<Error>,
    pub asked: Vec<EditorQuestion>,
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
            // There is no receiver when the server ends.
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
        Err(error) => return Some(Message::ServeFault(Error::Watch(error.to_string()))),
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

/// Waits for news.
pub(super) fn next(inbox: &Receiver<Message>) -> WatchNews {
    let mut news = WatchNews::default();
    match inbox.recv() {
        Ok(message) => news.add(message),
        Err(_) => news.stop = true,
    }
    for message in inbox.try_iter() {
        news.add(message);
    }
    news
}

/// Whether more changes came, or come before it has been quiet for so long. All news are added to `news`.
pub(super) fn more(inbox: &Receiver<Message>, news: &mut WatchNews, quiet: Duration) -> bool {
    let Some(change) = &news.change else { return false };
    let (since, last) = (change.since, change.last);
    while !news.stop && since.elapsed() < PATIENCE {
        match inbox.recv_timeout(quiet.saturating_sub(last.elapsed())) {
            Ok(message) => {
                news.add(message);
                for message in inbox.try_iter() {
                    news.add(message);
                }
                if news.change.as_ref().is_some_and(|change| change.last > last) {
                    return true;
                }
            }
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => news.stop = true,
        }
    }
    false
}

impl WatchNews {
    fn add(&mut self, message: Message) {
        match message {
            Message::Changed(paths) => self.changed(Some(paths)),
            Message::Lost => self.changed(None),
            Message::Unheard => self.is_unheard = true,
            Message::ServeFault(error) => self.faults.push(error),
            Message::RenderFailed(report) => self.failed.push(report),
            Message::RenderPanicked(reason) => self.panics.push(reason),
            Message::Asked(question) => self.asked.push(question),
            Message::Stop => self.stop = true,
        }
    }

    /// Something changed: one of `paths`, or anything.
    pub(super) fn changed(&mut self, paths: Option<Vec<PathBuf>>) {
        let last = Instant::now();
        let before = self.change.take();
        let since = before.as_ref().map_or(last, |change| change.since);
        let mut all = before.map_or(Some(Vec::new()), |change| change.paths);
        all = all.zip(paths).map(|(mut all, paths)| {
            all.extend(paths);
            all
        });
        self.change = Some(Change { paths: all, since, last });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn changed(path: &str) -> Message {
        Message::Changed(vec![PathBuf::from(path)])
    }

    /// The paths of one burst.
    fn burst(inbox: &Receiver<Message>) -> Option<Vec<PathBuf>> {
        let mut news = next(inbox);
        while more(inbox, &mut news, QUIET) {}
        news.change.unwrap().paths
    }

    #[test]
    fn what_comes_together_is_one_change() {
        let (sender, inbox) = channel();
        sender.send(changed("a")).unwrap();
        let mut news = next(&inbox);
        sender.send(changed("b")).unwrap();
        sender.send(changed("c")).unwrap();
        assert!(more(&inbox, &mut news, QUIET));
        assert!(!more(&inbox, &mut news, QUIET));
        assert_eq!(news.change.unwrap().paths.unwrap(), ["a", "b", "c"].map(PathBuf::from));
    }

    #[test]
    fn what_comes_later_is_another_change() {
        let (sender, inbox) = channel();
        sender.send(changed("a")).unwrap();
        assert_eq!(burst(&inbox).unwrap(), [PathBuf::from("a")]);
        sender.send(changed("b")).unwrap();
        assert_eq!(burst(&inbox).unwrap(), [PathBuf::from("b")]);
    }

    #[test]
    fn an_endless_burst_is_looked_at_all_the_same() {
        let (sender, inbox) = channel();
        let writing = std::thread::spawn(move || {
            while sender.send(changed("a")).is_ok() {
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        assert!(burst(&inbox).is_some());
        drop(inbox);
        writing.join().unwrap();
    }

    #[test]
    fn a_stop_waits_for_nothing() {
        let (sender, inbox) = channel();
        sender.send(changed("a")).unwrap();
        let mut news = next(&inbox);
        sender.send(Message::Stop).unwrap();
        assert!(!more(&inbox, &mut news, QUIET));
        assert!(news.stop);
        drop(sender);
        assert!(next(&inbox).stop);
    }

    #[test]
    fn what_was_lost_may_be_anything() {
        let (sender, inbox) = channel();
        sender.send(changed("a")).unwrap();
        sender.send(Message::Lost).unwrap();
        sender.send(changed("b")).unwrap();
        assert!(burst(&inbox).is_none());
    }
}
