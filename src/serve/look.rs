//! Changes that the system does not report: on network drives, in the folders of another system (WSL, containers), in clouds that
//! synchronise, and after a watched folder was replaced by another.
//!
//! Names, sizes and times of all files are looked at again and again. What differs from the last load and stays as it is until
//! the next look was not reported: [`Message::Unheard`].

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use walkdir::WalkDir;

use super::folders::Folders;
use super::watch::Message;

/// The least time between two looks.
const PAUSE: Duration = Duration::from_millis(700);

/// A look takes at most this part of the time, however slow the disk is.
const SHARE: u32 = 10;

/// What can be seen of the folders without reading a file, as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FolderState(u64);

impl FolderState {
    pub(super) fn of(folders: &Folders) -> Self {
        let mut sum = 0_u64;
        for root in folders.roots() {
            let matters = |path: &std::path::Path| path == root || folders.relative(path).is_some();
            let entries = WalkDir::new(root).into_iter().filter_entry(|entry| matters(entry.path()));
            for entry in entries.flatten().filter(|entry| !entry.file_type().is_dir()) {
                let mut hasher = DefaultHasher::new();
                entry.path().hash(&mut hasher);
                if let Ok(metadata) = entry.metadata() {
                    (metadata.len(), metadata.modified().ok()).hash(&mut hasher);
                }
                // A sum does not depend on the order in which a folder lists its files.
                sum = sum.wrapping_add(hasher.finish());
            }
        }
        Self(sum)
    }
}

/// Looks at `folders` until there is no receiver. `loaded` is what was seen at the last load.
pub(super) fn start(folders: &Arc<Folders>, loaded: &Arc<Mutex<FolderState>>, sender: Sender<Message>) {
    let (folders, loaded) = (Arc::clone(folders), Arc::clone(loaded));
    let look = move || {
        let mut last = None;
        let mut pause = PAUSE;
        loop {
            std::thread::sleep(pause);
            let begun = Instant::now();
            let seen = FolderState::of(&folders);
            pause = PAUSE.max(begun.elapsed() * SHARE);
            let is_new = loaded.lock().is_ok_and(|loaded| *loaded != seen);
            if is_new && last == Some(seen) && sender.send(Message::Unheard).is_err() {
                return;
            }
            last = Some(seen);
        }
    };
    // Without a thread there is what the system reports.
    let _ = std::thread::Builder::new().spawn(look);
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::pipeline::Workshop;

    #[test]
    fn a_file_that_is_written_added_renamed_or_removed_is_seen_and_one_that_does_not_matter_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        fs::write(file("course.yaml"), "id: a").unwrap();
        fs::create_dir(file("images")).unwrap();
        let folders = Folders::of(&Workshop::new(folder.path(), None, &[]).unwrap()).unwrap();
        let mut before = FolderState::of(&folders);
        let mut has_changed = || {
            let now = FolderState::of(&folders);
            std::mem::replace(&mut before, now) != now
        };
        assert!(!has_changed());
        fs::write(file("course.yaml"), "id: ab").unwrap();
        assert!(has_changed());
        fs::write(file("images/a.svg"), "<svg/>").unwrap();
        assert!(has_changed());
        fs::rename(file("images"), file("pictures")).unwrap();
        assert!(has_changed());
        fs::remove_file(file("pictures/a.svg")).unwrap();
        assert!(has_changed());
        fs::write(file(".hidden"), "x").unwrap();
        fs::write(file("a.md~"), "x").unwrap();
        assert!(!has_changed());
    }
}
