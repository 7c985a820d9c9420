//! The newest course: what is served now, and how it becomes the next.
//!
//! 1. [`Live::look`] loads the course after a change; [`crate::fresh`] says what of it is computed again;
//! 2. [`Live::settle`]: without errors the new site is served; with errors the last good one is, with the mistakes on top of it;
//! 3. every [`LiveState`] is published: requests are answered from the newest, and open pages are notified.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch::{Receiver, Sender, channel};

use super::overlay::Overlay;
use super::{Event, Report, ServeFault};
use crate::desk::AuthorDesk;
use crate::diagnostic::{Diagnostic, Messages, messages};
use crate::error::Error;
use crate::fresh::Changed;
use crate::guard::guarded;
use crate::model::Edition;
use crate::pipeline::Workshop;
use crate::render::Site;
use crate::source::{MANIFEST, Sources};

/// How long an editor needs at most to replace a file.
const MOMENT: Duration = Duration::from_millis(15);

/// What is served. Versions count up from the start time of the server in milliseconds, so a page from an earlier server
/// always has a lower version.
pub(super) struct LiveState {
    /// The version of this state. Every look at the course increases it.
    pub version: u64,
    /// The version in which the site last changed.
    pub built: u64,
    /// The version in which something other than the styles last changed.
    pub pages: u64,
    /// The last good site, if there was any.
    pub site: Option<Arc<Standing>>,
    /// What is wrong now.
    pub overlay: Option<Overlay>,
    /// The warnings about the site.
    pub warnings: Option<Overlay>,
    /// The sentences in the course's language.
    pub messages: &'static Messages,
}

/// A good site.
pub(super) struct Standing {
    /// The site.
    pub site: Site,
    /// The course and theme that it was made from.
    pub sources: Arc<Sources>,
}

/// The site of the course as it was seen, if it has one.
pub(super) type Look = Result<Option<Site>, ServeFault>;

/// The course, loaded again and again.
pub(super) struct Live {
    /// The course as it was looked at, with the texts that editors have not saved.
    pub desk: AuthorDesk,
    newest: Sender<Arc<LiveState>>,
    /// What was read the last time; `None` after a fault.
    seen: Option<Arc<Sources>>,
    /// What was reported about the pages of the newest site.
    reported: Reported,
}

/// What went wrong with pages that were asked for: each is reported once.
#[derive(Default)]
struct Reported {
    diagnostics: Vec<Diagnostic>,
    panics: Vec<String>,
}

impl Live {
    /// Loads the course for the first time. `messages` are the sentences while the course's language is not known. A panic is
    /// returned as a fault: then there is no site yet, and every page shows the fault.
    ///
    /// # Errors
    /// When the course cannot be read.
    pub(super) fn start(
        workshop: Workshop,
        messages: &'static Messages,
    ) -> Result<(Self, Result<Report, ServeFault>), Error> {
        let mut desk = AuthorDesk::closed(workshop);
        let look = match attempt(|| load(&mut desk, None, None)) {
            Err(ServeFault::Error(error)) => return Err(error),
            look => look,
        };
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(since_1970.as_millis()).unwrap_or_default();
        let nothing =
            LiveState { version, built: 0, pages: 0, site: None, overlay: None, warnings: None, messages };
        let newest = channel(Arc::new(nothing)).0;
        let mut live = Self { desk, newest, seen: None, reported: Reported::default() };
        let first = look.and_then(|site| guarded(|| live.publish(site, None)).map_err(ServeFault::Panic));
        let first = first.map_err(|fault| match live.faulted(fault) {
            Event::Fault(fault) => fault,
            _ => ServeFault::Panic(String::new()),
        });
        Ok((live, first))
    }

    /// Who the site is for, as the course says that was looked at.
    pub(super) fn edition(&self, report: &Report) -> Option<Edition> {
        self.desk.workshop().edition(&report.sources).ok().filter(|_| self.seen.is_some())
    }

    /// The newest state, now and from now on.
    pub(super) fn newest(&self) -> Receiver<Arc<LiveState>> {
        self.newest.subscribe()
    }

    /// Loads the course after a change of the files or folders `paths` (`None`: any of them). Nothing is served yet.
    pub(super) fn look(&mut self, paths: Option<&[PathBuf]>) -> Look {
        let standing = self.newest.borrow().site.clone();
        let before = standing.as_ref().map(|standing| &standing.site);
        attempt(|| load(&mut self.desk, paths, before))
    }

    /// Serves the result of a look after a change of `files` (`None`: any of them) that was noticed at `since`. `None` if nothing
    /// changed.
    pub(super) fn settle(
        &mut self,
        look: Look,
        files: Option<Vec<PathBuf>>,
        since: Instant,
    ) -> Option<Event> {
        let settled = look.and_then(|site| {
            guarded(|| {
                if self.is_same(files.as_deref()) {
                    return None;
                }
                let is_good = site.is_some();
                let report = self.publish(site, files.as_deref());
                Some(if is_good {
                    Event::Rebuilt { changed: files.unwrap_or_default(), time: since.elapsed(), report }
                } else {
                    Event::Failed { report }
                })
            })
            .map_err(ServeFault::Panic)
        });
        settled.unwrap_or_else(|fault| Some(self.faulted(fault)))
    }

    /// Serves the course with the texts that editors have not saved, after they, and the files `paths`, changed. The terminal shows
    /// faults only.
    pub(super) fn refresh(&mut self, paths: &[PathBuf]) -> Option<Event> {
        let refreshed = self.look(Some(paths)).and_then(|site| {
            let texts: &[PathBuf] = &[];
            let is_same = paths.is_empty() && self.is_same(Some(texts));
            let publish = || if is_same { None } else { Some(self.publish(site, Some(paths))) };
            guarded(publish).map(drop).map_err(ServeFault::Panic)
        });
        refreshed.err().map(|fault| self.faulted(fault))
    }

    /// Makes the course as it was looked at the newest state, after a change of `files` (`None`: of any).
    fn publish(&mut self, site: Option<Site>, files: Option<&[PathBuf]>) -> Report {
        let before = Arc::clone(&self.newest.borrow());
        let messages = self.desk.language().map_or(before.messages, messages);
        let report = report(&self.desk);
        let only_styles = before.overlay.is_none() && files.is_some_and(are_styles);
        let state = before.then(site, &report, messages, only_styles);
        self.newest.send_replace(Arc::new(state));
        self.seen = Some(Arc::clone(&report.sources));
        self.reported = Reported::default();
        report
    }

    /// A template failed on a page that was asked for: reported once for each site.
    pub(super) fn render_failed(&mut self, report: Report) -> Option<Event> {
        let is_new = report.diagnostics.iter().any(|it| !self.reported.diagnostics.contains(it));
        self.reported.diagnostics.extend(report.diagnostics.iter().cloned());
        is_new.then_some(Event::Failed { report })
    }

    /// mitate itself failed on a page that was asked for: reported once for each site.
    pub(super) fn render_panicked(&mut self, reason: String) -> Option<Event> {
        let is_new = !self.reported.panics.contains(&reason);
        is_new.then(|| {
            self.reported.panics.push(reason.clone());
            Event::Fault(ServeFault::Panic(reason))
        })
    }

    /// Shows `fault` over the last good site.
    pub(super) fn faulted(&mut self, fault: ServeFault) -> Event {
        self.seen = None;
        let before = Arc::clone(&self.newest.borrow());
        let overlay = Overlay::of_fault(&fault, before.site.is_some(), before.messages);
        let state = LiveState {
            version: before.version + 1,
            site: before.site.clone(),
            overlay: Some(overlay),
            warnings: None,
            ..*before
        };
        self.newest.send_replace(Arc::new(state));
        Event::Fault(fault)
    }

    /// Whether nothing changed: all the files are texts of the course with the same content, or manifests that made no file
    /// appear or disappear. Editors touch files, systems report one save twice, and builds write into the folder.
    fn is_same(&self, files: Option<&[PathBuf]>) -> bool {
        let is_in_sources = |file: &PathBuf| {
            has_extension(file, &["md", "yaml", "yml"])
                || file.file_name().is_some_and(|name| name == MANIFEST)
        };
        files.is_some_and(|files| files.iter().all(is_in_sources))
            && self.seen.as_ref().is_some_and(|seen| seen.has_same_content(self.desk.sources()))
    }
}

impl LiveState {
    /// The next state.
    fn then(
        &self,
        site: Option<Site>,
        report: &Report,
        messages: &'static Messages,
        only_styles: bool,
    ) -> Self {
        let version = self.version + 1;
        match site {
            Some(site) => Self {
                version,
                built: version,
                pages: if only_styles { self.pages } else { version },
                site: Some(Arc::new(Standing { site, sources: Arc::clone(&report.sources) })),
                overlay: None,
                warnings: Overlay::of_warnings(report, messages),
                messages,
            },
            None => Self {
                version,
                site: self.site.clone(),
                overlay: Some(Overlay::of_mistakes(report, self.site.is_some(), messages)),
                warnings: None,
                messages,
                ..*self
            },
        }
    }
}

/// Loads after a change of `paths`, and routes, where `before` is the site before it.
fn load(
    desk: &mut AuthorDesk,
    paths: Option<&[PathBuf]>,
    before: Option<&Site>,
) -> Result<Option<Site>, Error> {
    desk.look(paths.map_or(Changed::Anything, Changed::Paths))?;
    Ok(desk.loaded().and_then(|it| before.map_or_else(|| it.site(), |before| it.site_after(before))))
}

/// What `load` returns; survives a panic of it. What cannot be read for a moment is read again.
fn attempt<T>(mut load: impl FnMut() -> Result<T, Error>) -> Result<T, ServeFault> {
    let mut tries = 3;
    loop {
        tries -= 1;
        // The workshop replaces each of its caches as a whole, so a panic leaves every cache valid.
        match guarded(&mut load).map_err(ServeFault::Panic)? {
            Ok(done) => return Ok(done),
            Err(Error::Read(..)) if tries > 0 => sleep(MOMENT),
            Err(error) => return Err(ServeFault::Error(error)),
        }
    }
}

fn report(desk: &AuthorDesk) -> Report {
    let sources = desk.loaded().map(|loaded| Arc::clone(&loaded.sources)).unwrap_or_default();
    Report { diagnostics: desk.diagnostics().to_vec(), sources }
}

fn are_styles(files: &[PathBuf]) -> bool {
    !files.is_empty() && files.iter().all(|file| has_extension(file, &["css"]))
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().is_some_and(|it| extensions.iter().any(|known| it.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_while_loading_is_a_fault() {
        let course: Option<&str> = None;
        let fault = attempt(|| Ok(course.map(str::len).ok_or("no course").unwrap()));
        assert!(matches!(fault, Err(ServeFault::Panic(reason)) if reason.contains("no course")));
    }
}
