//! The courses of a workspace, and the texts that the client holds of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use super::LspOptions;
use super::address::{address, file, inside};
use super::position::{Encoding, Places};
use super::shown::{ShownTexts, problem};
use crate::desk::AuthorDesk;
use crate::diagnostic::{Language, messages};
use crate::error::Error;
use crate::fresh::Changed;
use crate::pipeline::Workshop;

/// A text that the client holds.
struct OpenText {
    /// Its address, as the client writes it.
    address: String,
    text: String,
}

/// What has changed since the last look at a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stale {
    No,
    /// Texts that are not saved.
    Texts,
    /// Files.
    Files,
}

/// A course that a file is open of.
pub(super) struct OpenCourse {
    pub desk: AuthorDesk,
    stale: Stale,
    /// What was last reported of each file, by its address.
    reported: BTreeMap<String, Json>,
}

/// All that the client works on.
pub(super) struct Courses {
    options: LspOptions,
    pub encoding: Encoding,
    /// The language of the client.
    locale: Option<Language>,
    /// Whether the client watches files for whoever asks it to.
    watches: bool,
    /// Whether the client takes changes of several documents, in order.
    pub changes_documents: bool,
    /// Whether it renames files with such changes.
    pub renames_files: bool,
    /// The texts that it holds, by their files.
    texts: HashMap<PathBuf, OpenText>,
    /// The folders that it works in.
    roots: Vec<PathBuf>,
    /// By folder.
    open: BTreeMap<PathBuf, OpenCourse>,
    /// The files of which something was reported that is no longer there.
    gone: BTreeSet<String>,
    /// Faults of the environment that were not reported yet.
    faults: Vec<Error>,
}

/// Something to send to the client: a method and its parameters.
type News = (&'static str, Json);

impl Courses {
    pub(super) fn new(options: LspOptions) -> Self {
        Self {
            options,
            encoding: Encoding::Utf16,
            locale: None,
            watches: false,
            changes_documents: false,
            renames_files: false,
            texts: HashMap::new(),
            roots: Vec::new(),
            open: BTreeMap::new(),
            gone: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    /// Takes what the client says of itself.
    pub(super) fn begin(&mut self, params: &Json, encoding: Encoding) {
        self.encoding = encoding;
        self.locale = params["locale"].as_str().and_then(Language::of_locale);
        let workspace = &params["capabilities"]["workspace"];
        self.watches = workspace["didChangeWatchedFiles"]["dynamicRegistration"] == true;
        let edits = &workspace["workspaceEdit"];
        let operations = edits["resourceOperations"].as_array();
        self.renames_files = operations.is_some_and(|all| all.iter().any(|it| it == "rename"));
        // Neovim says only the one, and takes both.
        self.changes_documents = edits["documentChanges"] == true || self.renames_files;
        let folders =
            params["workspaceFolders"].as_array().into_iter().flatten().filter_map(|it| it["uri"].as_str());
        let root = params["rootUri"].as_str();
        let all: Vec<&str> = folders.chain(root).collect();
        for it in all {
            self.add_root(it);
        }
    }

    /// What the client is asked to report.
    pub(super) fn registrations(&self) -> Vec<Json> {
        let watchers = json!({ "watchers": [{ "globPattern": "**/*" }] });
        let one = json!({
            "id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": watchers,
        });
        if self.watches { vec![one] } else { Vec::new() }
    }

    /// A folder that is a course, or has one in `content`, is looked at before a file of it is open.
    fn add_root(&mut self, address: &str) {
        let Some(root) = file(address) else { return };
        for folder in [root.clone(), root.join("content")] {
            self.open_course(&folder);
        }
        if !self.roots.contains(&root) {
            self.roots.push(root);
        }
    }

    /// Takes a message that wants no answer. One that cannot be understood means nothing.
    pub(super) fn notified(&mut self, method: &str, params: &Json) {
        let document = &params["textDocument"];
        let path = document["uri"].as_str().and_then(file);
        match (method, path) {
            ("textDocument/didOpen", Some(path)) => {
                let (Some(address), Some(text)) = (document["uri"].as_str(), document["text"].as_str())
                else {
                    return;
                };
                let open = OpenText { address: address.to_owned(), text: text.to_owned() };
                self.texts.insert(path.clone(), open);
                self.taken(&path);
            }
            ("textDocument/didChange", Some(path)) => {
                let encoding = self.encoding;
                let Some(open) = self.texts.get_mut(&path) else { return };
                for change in params["contentChanges"].as_array().into_iter().flatten() {
                    let Some(text) = change["text"].as_str() else { continue };
                    match change.get("range").filter(|range| !range.is_null()) {
                        None => text.clone_into(&mut open.text),
                        Some(range) => {
                            let range = Places::new(&open.text, encoding).range(range);
                            if let Some(range) = range {
                                open.text.replace_range(range, text);
                            }
                        }
                    }
                }
                self.taken(&path);
            }
            ("textDocument/didClose", Some(path)) => {
                self.texts.remove(&path);
                if let Some((course, inside)) = self.course_of(&path) {
                    course.desk.unsaved().forget(&inside);
                    course.stale = Stale::Files;
                }
            }
            ("workspace/didChangeWorkspaceFolders", _) => {
                let event = &params["event"];
                let addresses = |key: &str| -> Vec<String> {
                    let all = event[key].as_array().into_iter().flatten();
                    all.filter_map(|it| it["uri"].as_str()).map(str::to_owned).collect()
                };
                for root in addresses("removed").iter().filter_map(|it| file(it)) {
                    self.roots.retain(|it| *it != root);
                    self.close_unused();
                }
                for it in addresses("added") {
                    self.add_root(&it);
                }
            }
            (
                "textDocument/didSave"
                | "workspace/didChangeWatchedFiles"
                | "workspace/didCreateFiles"
                | "workspace/didRenameFiles"
                | "workspace/didDeleteFiles",
                _,
            ) => self.files_changed(),
            _ => {}
        }
    }

    /// Files changed: any course may have, and one may have come.
    fn files_changed(&mut self) {
        self.open.values_mut().for_each(|course| course.stale = Stale::Files);
        let open: Vec<PathBuf> = self.texts.keys().cloned().collect();
        for path in open {
            self.taken(&path);
        }
        for root in self.roots.clone() {
            for folder in [root.join("content"), root] {
                self.open_course(&folder);
            }
        }
    }

    /// Gives the text of an open file to its course.
    fn taken(&mut self, path: &Path) {
        if let Some(folder) = course_above(path) {
            self.open_course(&folder);
        }
        let Some(text) = self.texts.get(path).map(|open| open.text.clone()) else { return };
        if let Some((course, inside)) = self.course_of(path) {
            course.desk.unsaved().set(&inside, Some(&text));
            course.stale = course.stale.max(Stale::Texts);
        }
    }

    /// Opens the course in `folder`, if it is one.
    fn open_course(&mut self, folder: &Path) {
        if self.open.contains_key(folder) || !folder.join("course.yaml").is_file() {
            return;
        }
        let desk = Workshop::new(folder, self.options.theme.as_deref(), &[]).and_then(AuthorDesk::new);
        match desk {
            Ok(mut desk) => {
                for (path, open) in &self.texts {
                    if course_above(path).as_deref() == Some(folder)
                        && let Some(inside) = inside(folder, path)
                    {
                        desk.unsaved().set(&inside, Some(&open.text));
                    }
                }
                let course = OpenCourse { desk, stale: Stale::Texts, reported: BTreeMap::new() };
                self.open.insert(folder.to_path_buf(), course);
            }
            Err(error) => self.faults.push(error),
        }
    }

    /// The course that a file is in, and its path there.
    pub(super) fn course_of(&mut self, path: &Path) -> Option<(&mut OpenCourse, String)> {
        let folder = path.ancestors().skip(1).find(|folder| self.open.contains_key(*folder))?;
        let inside = inside(folder, path)?;
        Some((self.open.get_mut(folder)?, inside))
    }

    pub(super) fn all(&mut self) -> Vec<PathBuf> {
        self.open.keys().cloned().collect()
    }

    pub(super) fn desk(&self, folder: &Path) -> Option<&AuthorDesk> {
        self.open.get(folder).map(|course| &course.desk)
    }

    /// Forgets every course: after a fault of mitate itself nothing of them is trusted.
    pub(super) fn forget_all(&mut self) {
        for (_, course) in std::mem::take(&mut self.open) {
            self.gone.extend(course.reported.into_keys());
        }
        let open: Vec<PathBuf> = self.texts.keys().cloned().collect();
        for path in open {
            self.taken(&path);
        }
    }

    /// Closes the courses that no file is open of and no folder of the client holds.
    fn close_unused(&mut self) {
        let used = |folder: &Path| {
            self.roots.iter().any(|root| folder.starts_with(root) || root.starts_with(folder))
                || self.texts.keys().any(|path| path.starts_with(folder))
        };
        let unused: Vec<PathBuf> = self.open.keys().filter(|folder| !used(folder)).cloned().collect();
        for folder in unused {
            let course = self.open.remove(&folder);
            self.gone.extend(course.into_iter().flat_map(|it| it.reported.into_keys()));
        }
    }

    /// Looks at the courses that have changed. One that is no course any more is closed.
    pub(super) fn look(&mut self) {
        for folder in self.all() {
            let Some(course) = self.open.get_mut(&folder) else { continue };
            let changed = match course.stale {
                Stale::No => continue,
                Stale::Texts => Changed::Paths(&[]),
                Stale::Files => Changed::Anything,
            };
            course.stale = Stale::No;
            if let Err(error) = course.desk.look(changed) {
                let course = self.open.remove(&folder);
                self.gone.extend(course.into_iter().flat_map(|it| it.reported.into_keys()));
                if !matches!(error, Error::NoCourse(_)) {
                    self.faults.push(error);
                }
            }
        }
    }

    /// The language in which a course is spoken of.
    pub(super) fn language(&self, desk: &AuthorDesk) -> Language {
        self.options.asked.or(desk.language()).or(self.locale).unwrap_or(self.options.language)
    }

    /// What the client has to know: what is wrong in each file where that has changed, and faults of the environment.
    pub(super) fn news(&mut self) -> Vec<News> {
        self.look();
        let mut news: Vec<News> = Vec::new();
        let sentences = messages(self.options.asked.or(self.locale).unwrap_or(self.options.language));
        for fault in std::mem::take(&mut self.faults) {
            let (key, arguments) = fault.message();
            let said = sentences.text(key, &arguments);
            news.push(("window/showMessage", json!({ "type": 1, "message": said })));
        }
        let mut now: BTreeMap<PathBuf, BTreeMap<String, Json>> = BTreeMap::new();
        for (folder, course) in &self.open {
            now.insert(folder.clone(), self.problems(&course.desk));
        }
        let current: BTreeSet<&String> = now.values().flat_map(BTreeMap::keys).collect();
        let gone = std::mem::take(&mut self.gone).into_iter().filter(|it| !current.contains(it));
        let mut publish = |address: &str, problems: &Json| {
            news.push((
                "textDocument/publishDiagnostics",
                json!({ "uri": address, "diagnostics": problems }),
            ));
        };
        gone.for_each(|address| publish(&address, &json!([])));
        for (folder, course) in &mut self.open {
            let now = now.remove(folder).unwrap_or_default();
            for (address, problems) in &now {
                if course.reported.get(address) != Some(problems) {
                    publish(address, problems);
                }
            }
            course.reported.keys().filter(|it| !now.contains_key(*it)).for_each(|it| publish(it, &json!([])));
            course.reported = now;
        }
        news
    }

    /// What is wrong in each file of a course, by its address.
    fn problems(&self, desk: &AuthorDesk) -> BTreeMap<String, Json> {
        let sentences = messages(self.language(desk));
        let mut shown = ShownTexts::new(self, desk);
        let mut all: BTreeMap<String, Vec<Json>> = BTreeMap::new();
        for diagnostic in desk.diagnostics() {
            let problem = problem(diagnostic, sentences, &mut shown);
            all.entry(self.address(desk, &diagnostic.span.path)).or_default().push(problem);
        }
        all.into_iter().map(|(address, problems)| (address, Json::from(problems))).collect()
    }

    /// The text of a file that the client holds.
    pub(super) fn text(&self, file: &Path) -> Option<&str> {
        self.texts.get(file).map(|open| open.text.as_str())
    }

    /// The address of the file at `path` of a course, as the client writes it.
    pub(super) fn address(&self, desk: &AuthorDesk, path: &str) -> String {
        let file = desk.folder().join(path);
        self.texts.get(&file).map_or_else(|| address(&file), |open| open.address.clone())
    }
}

/// The nearest folder above a file that is a course.
fn course_above(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.join("course.yaml").is_file()).map(Path::to_path_buf)
}
