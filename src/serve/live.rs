//! The newest course: what is served now, and how it becomes the next.
//!
//! 1. [`Live::look`] loads the course again; only what changed is read, parsed and looked up again;
//! 2. [`Live::settle`]: without errors the new site stands; with errors the last good one stays, and the mistakes lie over it;
//! 3. every [`State`] is published: requests are answered from the newest, and open pages hear of it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch::{Receiver, Sender, channel};

use super::overlay::Overlay;
use super::{Event, Fault, Report};
use crate::diagnostic::{Diagnostic, Language, Messages, messages};
use crate::error::Error;
use crate::fresh::Changed;
use crate::model::CourseLanguage;
use crate::pipeline::{Loaded, Workshop};
use crate::render::Site;
use crate::source::{MANIFEST, Sources};

/// A file that an editor is just replacing is there again after this.
const MOMENT: Duration = Duration::from_millis(15);

/// What is served. Its versions count from the time when the server began, in milliseconds: a page that an earlier server
/// sent is older than any of this one.
pub(super) struct State {
    /// Of this state: every look at the course makes another.
    pub version: u64,
    /// Of the state in which the site last became another.
    pub built: u64,
    /// Of the state in which it last became another in more than its styles.
    pub pages: u64,
    /// The last good site; `None` as long as there was none.
    pub site: Option<Arc<Standing>>,
    /// What is wrong now.
    pub overlay: Option<Overlay>,
    /// The sentences in the course's language.
    pub messages: &'static Messages,
}

/// A good site.
pub(super) struct Standing {
    /// The site.
    pub site: Site,
    /// What it was made from.
    pub sources: Arc<Sources>,
}

/// The course as it was seen, and its site where it has one.
pub(super) type Look = Result<(Loaded, Option<Site>), Fault>;

/// The course, loaded again and again.
pub(super) struct Live {
    workshop: Workshop,
    newest: Sender<Arc<State>>,
    /// What was read the last time; `None` after a fault.
    seen: Option<Arc<Sources>>,
    /// What was told of the templates of the newest site.
    told: Vec<Diagnostic>,
}

impl Live {
    /// Loads the course for the first time. `messages` are the sentences while the course's language is not known.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn start(
        mut workshop: Workshop,
        messages: &'static Messages,
    ) -> Result<(Self, Report), Error> {
        let (loaded, site) = match attempt(&mut workshop, None, None) {
            Ok(done) => done,
            Err(Fault::Error(error)) => return Err(error),
            Err(Fault::Panic(reason)) => std::panic::resume_unwind(Box::new(reason)),
        };
        let messages = of_course(&loaded).unwrap_or(messages);
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(since_1970.as_millis()).unwrap_or_default();
        let nothing = State { version, built: 0, pages: 0, site: None, overlay: None, messages };
        let report = report(loaded);
        let live = Self {
            newest: channel(Arc::new(nothing.then(site, &report, messages, false))).0,
            workshop,
            seen: Some(Arc::clone(&report.sources)),
            told: Vec::new(),
        };
        Ok((live, report))
    }

    /// The newest state, now and from now on.
    pub(super) fn newest(&self) -> Receiver<Arc<State>> {
        self.newest.subscribe()
    }

    /// Loads the course as it is now, after a change of the files or folders `paths` (`None`: of any); nothing of it is served
    /// yet.
    pub(super) fn look(&mut self, paths: Option<&[PathBuf]>) -> Look {
        let standing = self.newest.borrow().site.clone();
        attempt(&mut self.workshop, paths, standing.as_ref().map(|standing| &standing.site))
    }

    /// Serves what was seen after a change of `files` (`None`: of any) that was noticed at `since`. `None` where nothing is
    /// another than before.
    pub(super) fn settle(
        &mut self,
        look: Look,
        files: Option<Vec<PathBuf>>,
        since: Instant,
    ) -> Option<Event> {
        let (loaded, site) = match look {
            Ok(done) => done,
            Err(fault) => return Some(self.faulted(fault)),
        };
        let is_good = site.is_some();
        let language = of_course(&loaded);
        let report = report(loaded);
        if self.is_same(files.as_deref(), &report.sources) {
            return None;
        }
        let before = Arc::clone(&self.newest.borrow());
        let only_styles = before.overlay.is_none() && files.as_deref().is_some_and(are_styles);
        let state = before.then(site, &report, language.unwrap_or(before.messages), only_styles);
        self.newest.send_replace(Arc::new(state));
        self.seen = Some(Arc::clone(&report.sources));
        self.told.clear();
        Some(if is_good {
            Event::Rebuilt { changed: files.unwrap_or_default(), time: since.elapsed(), report }
        } else {
            Event::Failed { report }
        })
    }

    /// A template failed on a page that was asked for: told once for every site.
    pub(super) fn render_failed(&mut self, report: Report) -> Option<Event> {
        let is_new = report.diagnostics.iter().any(|it| !self.told.contains(it));
        self.told.extend(report.diagnostics.iter().cloned());
        is_new.then_some(Event::Failed { report })
    }

    fn faulted(&mut self, fault: Fault) -> Event {
        self.seen = None;
        let before = Arc::clone(&self.newest.borrow());
        let overlay = Overlay::of_fault(&fault, before.site.is_some(), before.messages);
        let state = State {
            version: before.version + 1,
            site: before.site.clone(),
            overlay: Some(overlay),
            ..*before
        };
        self.newest.send_replace(Arc::new(state));
        Event::Fault(fault)
    }

    /// Whether nothing changed: all the files are texts of the course with the same content, or manifests that made no file
    /// appear or disappear. Editors touch files, systems report one save twice, and builds write into the folder.
    fn is_same(&self, files: Option<&[PathBuf]>, sources: &Sources) -> bool {
        let is_in_sources = |file: &PathBuf| {
            has_extension(file, &["md", "yaml", "yml"])
                || file.file_name().is_some_and(|name| name == MANIFEST)
        };
        files.is_some_and(|files| files.iter().all(is_in_sources))
            && self.seen.as_ref().is_some_and(|seen| seen.has_same_content(sources))
    }
}

impl State {
    /// The state that comes after this one.
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
                messages,
            },
            None => Self {
                version,
                site: self.site.clone(),
                overlay: Some(Overlay::of_mistakes(report, self.site.is_some(), messages)),
                messages,
                ..*self
            },
        }
    }
}

/// Loads after a change of `paths`, and routes, where `before` is the site before it; survives a panic of either. What cannot
/// be read for a moment is read again.
fn attempt(workshop: &mut Workshop, paths: Option<&[PathBuf]>, before: Option<&Site>) -> Look {
    let mut tries = 3;
    loop {
        tries -= 1;
        // The workshop replaces what it remembers as a whole: a panic leaves it as it was.
        let changed = paths.map_or(Changed::Anything, Changed::Paths);
        let result = catch_unwind(AssertUnwindSafe(|| {
            workshop.load_after(changed).map(|loaded| {
                let site = before.map_or_else(|| loaded.site(), |before| loaded.site_after(before));
                (loaded, site)
            })
        }));
        match result {
            Ok(Ok(done)) => return Ok(done),
            Ok(Err(Error::Read(..))) if tries > 0 => sleep(MOMENT),
            Ok(Err(error)) => return Err(Fault::Error(error)),
            Err(panic) => return Err(Fault::Panic(reason(&*panic))),
        }
    }
}

/// What a panic said.
pub(super) fn reason(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "?".to_owned())
}

fn report(loaded: Loaded) -> Report {
    Report { diagnostics: loaded.diagnostics, sources: loaded.sources }
}

fn of_course(loaded: &Loaded) -> Option<&'static Messages> {
    let language = loaded.course.info()?.language;
    Some(messages(if language == CourseLanguage::En { Language::En } else { Language::Ja }))
}

fn are_styles(files: &[PathBuf]) -> bool {
    !files.is_empty() && files.iter().all(|file| has_extension(file, &["css"]))
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().is_some_and(|it| extensions.iter().any(|known| it.eq_ignore_ascii_case(known)))
}
