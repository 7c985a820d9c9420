//! `mitate add`: a new file of a course, from a template that passes `check` at once and teaches by its comments.
//!
//! The templates are the files below `add/TAG`, one for each kind of content and of exercise. In them `@ID@` is the id and `@USES@` the id of
//! the document that the new one is about; a line with `@EACH@` is there once for each part of that document: a stage, a round.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use include_dir::{Dir, include_dir};

use super::import::{number_after, write_new};
use super::{Outcome, Terminal, course_to_change};
use crate::desk::{can_be_id, possible_id};
use crate::diagnostic::nearest;
use crate::error::Error;
use crate::exercise::Task;
use crate::model::{Course, Document, Kind};
use crate::output::{FileChange, change_together, sweep_course};
use crate::parse::{self, unnumbered};
use crate::pipeline::Workshop;
use crate::source::{TEXT_LIMIT, expect_course, read_regular};
use crate::yaml::Id;

static JA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/add/ja");
static EN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/add/en");

/// The parts of the case and of the exercise that templates make.
const PARTS: [&str; 2] = ["first", "second"];

/// The step between the numbers of pages.
const STEP: usize = 10;

const GLOSSARY: &str = "glossary.yaml";
/// What a new glossary begins with.
const GLOSSARY_HEAD: &str = "# yaml-language-server: $schema=.schema/glossary.json\nterms:\n";

#[derive(Debug, Args)]
pub(super) struct Add {
    /// What to add: page, module, case, role, principle, process, worksheet, exercise, meeting, session, panel, term
    #[arg(id = "add-what", value_name = "KIND", value_parser = kind(), hide_possible_values = true)]
    kind: Kind,
    /// Its id; of a page MODULE/PAGE; of a panel the id of its exercise
    #[arg(id = "add-id", value_name = "ID")]
    id: String,
    /// Kind of the exercise: choice, write, dialogue and so on
    #[arg(id = "add-kind", long = "kind", value_name = "K", value_parser = exercise(), hide_possible_values = true)]
    exercise: Option<&'static str>,
    /// Page that shows the exercise: MODULE/PAGE
    #[arg(id = "add-on", long = "on", value_name = "PAGE")]
    page: Option<String>,
    /// Course folder [default: the current folder]
    #[arg(id = "add-course", long = "course", value_name = "DIR")]
    course: Option<PathBuf>,
}

/// The kinds that can be added.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::LINKED.into_iter().chain([Kind::Panel])
}

/// Reads the word of one of them.
fn kind() -> impl TypedValueParser<Value = Kind> {
    let words = PossibleValuesParser::new(kinds().map(Kind::word));
    words.try_map(|word| kinds().find(|kind| kind.word() == word).ok_or("unknown"))
}

/// Reads the word of a kind of exercise.
fn exercise() -> impl TypedValueParser<Value = &'static str> {
    let words = PossibleValuesParser::new(Task::WORDS);
    words.try_map(|word| Task::WORDS.iter().copied().find(|it| *it == word).ok_or("unknown"))
}

impl Add {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = course_to_change(self.course.as_ref());
        expect_course(&folder)?;
        sweep_course(&folder);
        let loaded = Workshop::new(&folder, None, &[])?.load()?;
        self.expect_kind()?;
        let language = parse::language(&loaded.sources);
        let is_japanese = language.is_none_or(|tag| tag.chain().any(|tag| tag == "ja"));
        let mut plan = Plan {
            folder: &folder,
            course: &loaded.course,
            templates: if is_japanese { &JA } else { &EN },
            made: BTreeMap::new(),
            changed: BTreeMap::new(),
        };
        plan.add(self.kind, &self.id, self.exercise)?;
        if let Some(page) = &self.page {
            plan.show_on(page, &self.id)?;
        }
        plan.write()?;
        let written = plan.made.keys().map(|path| ("add-made", path));
        for (key, path) in written.chain(plan.changed.keys().map(|path| ("add-changed", path))) {
            // In the current folder a file has a plain name.
            let path =
                if folder == Path::new(".") { path.clone() } else { folder.join(path).display().to_string() };
            terminal.line(&terminal.messages.text(key, &[("path", path)]));
        }
        if self.kind == Kind::Exercise && self.page.is_none() {
            terminal.line(&terminal.messages.text("add-place", &[("id", self.id.clone())]));
        }
        Ok(Outcome::Done)
    }

    /// Expects that the kind of the exercise is given if one is added, and only then.
    fn expect_kind(&self) -> Result<(), Error> {
        let named = self.exercise.or(self.page.as_deref());
        match (self.kind, self.exercise, named) {
            (Kind::Exercise, None, _) => Err(cannot("no-kind", &[("known", &Task::WORDS.join(", "))])),
            (Kind::Exercise, Some(_), _) | (_, _, None) => Ok(()),
            (_, _, Some(word)) => Err(cannot("not-exercise", &[("name", word)])),
        }
    }
}

/// Why nothing was added.
fn cannot(why: &'static str, arguments: &[(&'static str, &str)]) -> Error {
    let arguments = arguments.iter().map(|(name, value)| (*name, (*value).to_owned()));
    Error::CannotAdd(why, arguments.collect())
}

/// That a word is none of those that are known: the nearest of them, and all.
fn unknown(why: &'static str, name: &str, known: &[&str]) -> Error {
    let near = nearest(name, known.iter().copied()).unwrap_or("none");
    let all = if known.is_empty() { "—".to_owned() } else { known.join(", ") };
    cannot(why, &[("name", name), ("near", near), ("known", &all)])
}

/// What a document of that kind is about, if it is about another.
fn used(kind: Kind, exercise: Option<&str>) -> Option<Kind> {
    match (kind, exercise) {
        (Kind::Panel, _) => Some(Kind::Exercise),
        (_, Some("staged" | "incident" | "formulation")) => Some(Kind::Case),
        (_, Some("dialogue")) => Some(Kind::Principle),
        (_, Some("worksheet")) => Some(Kind::Worksheet),
        _ => None,
    }
}

/// The stages of a case, the rounds of an exercise that weighs information.
fn parts(document: &Document) -> Option<Vec<String>> {
    let ids = |ids: Vec<&Id>| Some(ids.iter().map(|id| id.to_string()).collect());
    match (document.case(), document.exercise().map(|exercise| &exercise.task)) {
        (Some(case), _) => ids(case.stages.iter().map(|stage| &stage.id).collect()),
        (_, Some(Task::Concordance(weighed))) => ids(weighed.rounds.iter().map(|round| &round.id).collect()),
        (_, Some(_)) => None,
        _ => document.content.as_ref().map(|_| Vec::new()),
    }
}

/// What is written.
struct Plan<'a> {
    folder: &'a Path,
    course: &'a Course,
    templates: &'static Dir<'static>,
    /// New files.
    made: BTreeMap<String, Vec<u8>>,
    /// Files that get something at their end: what they were, and what they become.
    changed: BTreeMap<String, (String, String)>,
}

impl Plan<'_> {
    fn add(&mut self, kind: Kind, id: &str, exercise: Option<&str>) -> Result<(), Error> {
        let id = self.expect_free(kind, id)?;
        let (about, parts) = match used(kind, exercise) {
            Some(used) => self.about(kind, used, &id)?,
            None => (String::new(), Vec::new()),
        };
        let name = exercise.map_or_else(|| kind.word().to_owned(), |it| format!("exercise/{it}"));
        let template = ["md", "yaml"].iter().find_map(|ending| {
            let text = self.templates.get_file(format!("{name}.{ending}"))?.contents_utf8()?;
            Some((*ending, text))
        });
        let (ending, template) =
            template.ok_or_else(|| Error::Internal(format!("there is no template for {name}")))?;
        let text = filled(template, id.rsplit('/').next().unwrap_or(&id), &about, &parts);
        match kind {
            Kind::Term => return self.add_term(&text),
            Kind::Module => {
                let names: Vec<String> = self.names("modules");
                let path = format!("modules/{:02}-{id}/index.md", number_after(&names, 1));
                self.made.insert(path, text.into_bytes());
            }
            Kind::Page => {
                let path = self.page_path(&id)?;
                self.made.insert(path, text.into_bytes());
            }
            _ => {
                self.made.insert(format!("{}/{id}.{ending}", kind.folder()), text.into_bytes());
            }
        }
        Ok(())
    }

    /// The id, if it can be one and nothing has it.
    fn expect_free(&self, kind: Kind, id: &str) -> Result<String, Error> {
        let id = if kind == Kind::Page { self.with_module(id)? } else { id.to_owned() };
        // The id of a page has its module in front; no other has a `/`, or the file would be elsewhere.
        let own = if kind == Kind::Page { id.split_once('/').map_or(&*id, |(_, page)| page) } else { &*id };
        if !can_be_id(own) {
            let near = possible_id(own).unwrap_or_else(|| "none".to_owned());
            return Err(cannot("id", &[("name", own), ("near", &near)]));
        }
        let path = ["md", "yaml"].map(|ending| format!("{}/{id}.{ending}", kind.folder()));
        let is_there = |path: &String| fs::symlink_metadata(self.folder.join(path)).is_ok();
        let there = match self.course.find(kind, &id) {
            Some(document) => Some(document.path.to_string()),
            None if kind == Kind::Term && self.course.term_by_id(&id).is_some() => Some(GLOSSARY.to_owned()),
            None => path.into_iter().find(is_there),
        };
        match there {
            Some(path) => {
                let free = (2..=9).map(|n| format!("{id}-{n}")).find(|id| !self.course.has(kind, id));
                Err(cannot("there", &[("name", &id), ("path", &path), ("near", &free.unwrap_or_default())]))
            }
            None => Ok(id),
        }
    }

    /// The id of a page with its module. A course with one module in its order needs no module in the id.
    fn with_module(&self, id: &str) -> Result<String, Error> {
        let modules: Vec<&str> = self.course.ids(Kind::Module).collect();
        let Some((module, page)) = id.split_once('/') else {
            return match modules[..] {
                [module] => Ok(format!("{module}/{id}")),
                _ => Err(unknown("no-module", id, &modules)),
            };
        };
        let module = unnumbered(module);
        if modules.contains(&module) {
            Ok(format!("{module}/{page}"))
        } else {
            Err(unknown("module", module, &modules))
        }
    }

    /// The path of a new page: behind the pages of its module.
    fn page_path(&self, id: &str) -> Result<String, Error> {
        let (module, page) = id.split_once('/').unwrap_or(("", id));
        let front = self.course.find(Kind::Module, module);
        let front = front.ok_or_else(|| unknown("module", module, &[]))?;
        let folder = front.path.strip_suffix("/index.md").unwrap_or(&front.path);
        Ok(format!("{folder}/{:02}-{page}.md", number_after(&self.names(folder), STEP)))
    }

    /// The names in a folder of the course.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten().flatten();
        entries.map(|it| it.file_name().to_string_lossy().into_owned()).collect()
    }

    /// The document that a new one is about, and its parts: the first of the course, or a new one from its template. A panel is about the
    /// exercise that has its id.
    fn about(&mut self, kind: Kind, used: Kind, id: &str) -> Result<(String, Vec<String>), Error> {
        let parts_of = |document: &Document| Some((document.id.to_string(), parts(document)?));
        if kind == Kind::Panel {
            let found = self.course.find(Kind::Exercise, id).and_then(|it| parts_of(it));
            return found.ok_or_else(|| {
                let weighing = self.course.of_kind(used).filter(|it| parts(it).is_some());
                unknown("panel", id, &weighing.map(|it| &*it.id).collect::<Vec<_>>())
            });
        }
        if let Some(found) = self.course.of_kind(used).find_map(|it| parts_of(it)) {
            return Ok(found);
        }
        self.add(used, id, None)?;
        Ok((id.to_owned(), PARTS.map(str::to_owned).to_vec()))
    }

    /// A term at the end of the glossary.
    fn add_term(&mut self, text: &str) -> Result<(), Error> {
        if fs::symlink_metadata(self.folder.join(GLOSSARY)).is_err() {
            self.made.insert(GLOSSARY.to_owned(), format!("{GLOSSARY_HEAD}{text}").into_bytes());
            return Ok(());
        }
        let before = self.text(GLOSSARY)?;
        let is_key = |line: &&str| line.starts_with(|it: char| it.is_ascii_alphabetic());
        let last = before.lines().rfind(is_key).unwrap_or_default();
        let item = before.lines().find(|line| line.trim_start().starts_with("- ")).unwrap_or("  - ");
        if last.split('#').next().is_none_or(|key| key.trim() != "terms:") || item.contains('{') {
            return Err(cannot("glossary", &[("text", text.trim_end())]));
        }
        let indent = &item[..item.len() - item.trim_start().len()];
        let moved = |line: &str| format!("{indent}{}", line.strip_prefix("  ").unwrap_or(line));
        let lines: Vec<String> = text.lines().map(moved).collect();
        self.append(GLOSSARY, before, &lines);
        Ok(())
    }

    /// Shows the exercise at the end of a page.
    fn show_on(&mut self, page: &str, id: &str) -> Result<(), Error> {
        let pages =
            [Kind::Page, Kind::Module, Kind::Case].into_iter().flat_map(|kind| self.course.of_kind(kind));
        let pages: Vec<_> = pages.collect();
        let page_of = |it: &Document| {
            let own = it.id.rsplit('/').next().unwrap_or_default();
            [&*it.path, &*it.id, own].contains(&page)
        };
        let mut found = pages.iter().filter(|it| page_of(it));
        let (Some(found), None) = (found.next(), found.next()) else {
            return Err(unknown("page", page, &pages.iter().map(|it| &*it.id).collect::<Vec<_>>()));
        };
        let path = found.path.to_string();
        let before = self.text(&path)?;
        self.append(&path, before, &["", "```exercise", id, "```"].map(str::to_owned));
        Ok(())
    }

    fn text(&self, path: &str) -> Result<String, Error> {
        let file = self.folder.join(path);
        let bytes = read_regular(&file, TEXT_LIMIT)?;
        let fault = |error| Error::read(&file, io::Error::new(ErrorKind::InvalidData, error));
        String::from_utf8(bytes).map_err(fault)
    }

    /// Adds `lines` to the end of a file, with the line ends that it has.
    fn append(&mut self, path: &str, before: String, lines: &[String]) {
        let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
        let mut after = before.clone();
        if !after.is_empty() && !after.ends_with('\n') {
            after.push_str(end);
        }
        for line in lines {
            after.push_str(line);
            after.push_str(end);
        }
        self.changed.insert(path.to_owned(), (before, after));
    }

    /// Writes all files, those that are changed last. If one cannot be written, the new ones go again.
    fn write(&self) -> Result<(), Error> {
        write_new(self.folder, &self.made)?;
        let changed = self.changed.iter().map(|(path, (before, after))| FileChange {
            file: self.folder.join(path),
            before: before.clone().into_bytes(),
            after: after.clone().into_bytes(),
        });
        let outcome = change_together(&changed.collect::<Vec<_>>(), &[]);
        if outcome.is_err() {
            for path in self.made.keys() {
                let _ = fs::remove_file(self.folder.join(path));
            }
        }
        outcome
    }
}

/// A template with its places filled in.
fn filled(template: &str, id: &str, about: &str, parts: &[String]) -> String {
    let mut out = String::new();
    for line in template.split_inclusive('\n') {
        let line = line.replace("@ID@", id).replace("@USES@", about);
        if line.contains("@EACH@") {
            out.extend(parts.iter().map(|part| line.replace("@EACH@", part)));
        } else {
            out.push_str(&line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new kind of content or of exercise has a template in every language, and no template is left over.
    #[test]
    fn every_kind_has_a_template_in_every_language() {
        let mut names: Vec<String> = Task::WORDS.iter().map(|word| format!("exercise/{word}")).collect();
        names.extend(kinds().filter(|kind| *kind != Kind::Exercise).map(|kind| kind.word().to_owned()));
        names.sort();
        for templates in [&JA, &EN] {
            let files = templates.files().chain(templates.dirs().flat_map(Dir::files));
            let mut there: Vec<String> = files
                .map(|file| file.path().with_extension("").to_string_lossy().replace('\\', "/"))
                .collect();
            there.sort();
            assert_eq!(there, names);
        }
    }

    #[test]
    fn the_help_lists_every_kind() {
        let command = <Add as Args>::augment_args(clap::Command::new("add"));
        let help = command.get_arguments().next().unwrap().get_help().unwrap().to_string();
        let listed: Vec<&str> = help.split_once(": ").unwrap().1.split(", ").collect();
        assert_eq!(listed.len(), kinds().count());
        assert!(kinds().all(|kind| listed.contains(&kind.word())), "{help}");
    }

    #[test]
    fn a_line_is_there_once_for_each_part() {
        let parts = ["a", "b"].map(str::to_owned);
        assert_eq!(filled("@ID@ of @USES@\n- @EACH@\n.", "x", "y", &parts), "x of y\n- a\n- b\n.");
    }
}
