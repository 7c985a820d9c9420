//! `mitate import`: handouts in Word, Excel or Markdown become pages, or proposals of forms, in a course.
//!
//! All files are read before anything is written, and no file of the course is replaced. What was not taken over is listed with its place,
//! and the new files are checked with the course: what an author has to add is printed as `mitate check` would print it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use unicode_normalization::UnicodeNormalization as _;

use super::{Outcome, Terminal};
use crate::check::is_device;
use crate::desk::plain_name;
use crate::diagnostic::{Format, Severity};
use crate::error::Error;
use crate::import::{self, Imported, ReadHandout};
use crate::output::{NewFile, sweep_course};
use crate::paper::read::Refusal;
use crate::parse::{self, unnumbered};
use crate::pipeline::Workshop;
use crate::source::{TEXT_LIMIT, expect_course, read_regular};
use crate::yaml::Id;

/// The largest file that is read: 64 MB.
const LIMIT: u64 = 64_000_000;

/// The module that pages are put into.
const MODULE: &str = "handouts";

#[derive(Debug, Args)]
pub(super) struct Import {
    /// Handouts: .docx, .xlsx or .md
    #[arg(id = "handouts", value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Course folder that gets the new files
    #[arg(id = "import-into", long = "into", value_name = "COURSE")]
    course: PathBuf,
    /// What each file becomes: a page, or a form with the fields that it seems to have [default: page]
    #[arg(id = "import-as", long = "as", value_enum, default_value = "page", hide_default_value = true)]
    as_: ImportArgument,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ImportArgument {
    /// A page
    Page,
    /// A form
    Worksheet,
}

/// A file that was read, and what it becomes.
struct ImportPlan {
    source: PathBuf,
    imported: Imported,
    /// The path of the page or the form in the course.
    target: String,
}

impl Import {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        expect_course(&self.course)?;
        sweep_course(&self.course);
        let read = self.read(terminal);
        if read.len() < self.files.len() {
            let count = (self.files.len() - read.len()).to_string();
            terminal.line(&terminal.messages.text("import-nothing", &[("count", count)]));
            return Ok(Outcome::Mistakes);
        }
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut plans = Vec::new();
        for (source, handout) in read {
            let Some(plan) = self.plan(source.clone(), &handout, &mut files)? else {
                terminal.refusal(&source, None, "import-no-field", &[]);
                terminal.line(&terminal.messages.text("import-nothing", &[("count", "1".to_owned())]));
                return Ok(Outcome::Mistakes);
            };
            plans.push(plan);
        }
        write_new(&self.course, &files)?;
        for plan in &plans {
            list(terminal, plan);
        }
        self.check(terminal, &files)
    }

    /// The files that can be read. Why another cannot is printed.
    fn read(&self, terminal: &Terminal) -> Vec<(PathBuf, ReadHandout)> {
        let mut all = Vec::new();
        for path in &self.files {
            let is_text = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("md"));
            let bytes = match read_regular(path, if is_text { TEXT_LIMIT } else { LIMIT }) {
                Ok(bytes) => bytes,
                Err(error) => {
                    let (key, arguments) = error.message();
                    terminal.refusal(path, None, key, &arguments);
                    continue;
                }
            };
            let part = |part: Option<&std::ffi::OsStr>| {
                part.map(|it| it.to_string_lossy().nfc().collect::<String>()).unwrap_or_default()
            };
            let ending = part(path.extension()).to_ascii_lowercase();
            match import::read(&bytes, &part(path.file_stem()), &ending) {
                Ok(handout) if self.as_ == ImportArgument::Worksheet && !handout.can_be_form() => {
                    terminal.refusal(path, None, "import-no-form", &[]);
                }
                Ok(handout) => all.push((path.clone(), handout)),
                Err(refusal) => {
                    let refusal = if bytes.starts_with(b"PK") && ending == "odt" {
                        Refusal::NotAHandout
                    } else {
                        refusal
                    };
                    let (key, arguments) = refusal.message();
                    terminal.refusal(path, None, key, &arguments);
                }
            }
        }
        all
    }

    /// What a file becomes, and where; its files are added to `files`. `None` if it has no field.
    fn plan(
        &self,
        source: PathBuf,
        handout: &ReadHandout,
        files: &mut BTreeMap<String, Vec<u8>>,
    ) -> Result<Option<ImportPlan>, Error> {
        let stem = source.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let name = id(&handout.title, &stem);
        let is_taken = |path: &str, files: &BTreeMap<String, Vec<u8>>| {
            files.contains_key(path) || fs::symlink_metadata(self.course.join(path)).is_ok()
        };
        if self.as_ == ImportArgument::Worksheet {
            let Some(imported) = handout.form() else { return Ok(None) };
            let target = free(&name, |name| format!("worksheets/{name}.yaml"), |path| is_taken(path, files));
            files.insert(target.clone(), imported.text.clone().into_bytes());
            return Ok(Some(ImportPlan { source, imported, target }));
        }
        let module = self.module(files)?;
        let number = self.next_number(&module, files);
        // The id must be free among the pages of the module, whatever their numbers are, and its pictures among the pictures.
        let of_module = self.names(&module, files);
        let is_page = |id: &str| of_module.iter().any(|page| unnumbered(page) == format!("{id}.md"));
        let pictures_of = |id: &str| handout.page(id).pictures;
        let mut id = name.clone();
        let mut count = 1;
        while is_page(&id)
            || pictures_of(&id).iter().any(|(name, _)| is_taken(&format!("images/{name}"), files))
        {
            count += 1;
            id = format!("{name}-{count}");
        }
        let imported = handout.page(&id);
        let target = format!("{module}/{number}-{id}.md");
        files.insert(target.clone(), imported.text.clone().into_bytes());
        for (name, bytes) in &imported.pictures {
            files.insert(format!("images/{name}"), bytes.clone());
        }
        Ok(Some(ImportPlan { source, imported, target }))
    }

    /// The folder of the module for handouts. If there is none, its page is added to `files`.
    fn module(&self, files: &mut BTreeMap<String, Vec<u8>>) -> Result<String, Error> {
        let names = self.names("modules", files);
        if let Some(name) = names.iter().find(|name| unnumbered(name) == MODULE) {
            let module = format!("modules/{name}");
            let index = format!("{module}/index.md");
            if !files.contains_key(&index) && fs::symlink_metadata(self.course.join(&index)).is_err() {
                files.insert(index, self.index()?.into_bytes());
            }
            return Ok(module);
        }
        let module = format!("modules/{:02}-{MODULE}", number_after(&names, 1));
        files.insert(format!("{module}/index.md"), self.index()?.into_bytes());
        Ok(module)
    }

    /// The text of the module's page, in the language of the course.
    fn index(&self) -> Result<String, Error> {
        let reading = Workshop::new(&self.course, None, &[])?.read()?;
        let language = parse::language(&reading.sources);
        let is_japanese = language.is_none_or(|tag| tag.chain().any(|tag| tag == "ja"));
        Ok(if is_japanese { include_str!("import/ja.md") } else { include_str!("import/en.md") }.to_owned())
    }

    /// The names in a folder of the course, with those that will be there.
    fn names(&self, folder: &str, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
        let entries = fs::read_dir(self.course.join(folder)).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
        let planned = files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        names.extend(planned.map(|rest| rest.split('/').next().unwrap_or(rest).to_owned()));
        names.sort();
        names
    }

    fn next_number(&self, module: &str, files: &BTreeMap<String, Vec<u8>>) -> usize {
        number_after(&self.names(module, files), 10)
    }

    /// Checks the course, and prints what is to be done in the new files.
    fn check(&self, terminal: &Terminal, files: &BTreeMap<String, Vec<u8>>) -> Result<Outcome, Error> {
        let loaded = Workshop::new(&self.course, None, &[])?.load()?;
        let is_new = |path: &str| files.contains_key(path);
        let found: Vec<_> = loaded.diagnostics.iter().filter(|it| is_new(&it.span.path)).cloned().collect();
        terminal.diagnostics(&found, &loaded.sources, Format::Human);
        let errors = found.iter().filter(|it| it.code.severity() == Severity::Error).count();
        let summary = [
            ("errors", errors.to_string()),
            ("warnings", (found.len() - errors).to_string()),
            ("count", self.files.len().to_string()),
        ];
        terminal.line(&terminal.messages.text("import-summary", &summary));
        Ok(Outcome::Done)
    }
}

/// Writes all files. If one cannot be written, those before it go again.
pub(super) fn write_new(course: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    let root = fs::canonicalize(course).map_err(|error| Error::read(course, error))?;
    for path in files.keys() {
        // A folder of the course may be a link to somewhere else.
        let mut folder = root.join(path);
        while folder.pop() && fs::symlink_metadata(&folder).is_err() {}
        let real = fs::canonicalize(&folder).map_err(|error| Error::read(&folder, error))?;
        if !real.starts_with(&root) {
            return Err(Error::LeadsOutside(folder));
        }
    }
    let mut written: Vec<PathBuf> = Vec::new();
    let nothing = |_: &mut fs::File| Ok(false);
    for (path, bytes) in files {
        let target = course.join(path);
        let one = || {
            let mut new = NewFile::create(&target, &nothing)?;
            new.write_all(bytes).map_err(|error| Error::write(&target, error))?;
            new.commit(&nothing).map(drop)
        };
        if let Err(error) = one() {
            for path in written {
                let _ = fs::remove_file(path);
            }
            return Err(error);
        }
        written.push(target);
    }
    Ok(())
}

/// Prints what a file became, and everything that was not taken over.
fn list(terminal: &Terminal, plan: &ImportPlan) {
    let messages = terminal.messages;
    let arguments = [
        ("path", plan.source.display().to_string()),
        ("target", plan.target.clone()),
        ("total", plan.imported.pictures.len().to_string()),
        ("left", plan.imported.left.len().to_string()),
    ];
    terminal.line(&messages.text("import-file", &arguments));
    for left in &plan.imported.left {
        let (key, arguments) = left.place.message();
        let place = messages.text(key, &arguments);
        let words = left.words.replace('\n', " ");
        let said = messages.text(left.what.key(), &[("words", words)]);
        terminal.line(&messages.text("import-left", &[("place", place), ("said", said)]));
    }
}

/// The number for the next file or folder: above all that are there, in steps. Longer ones than six digits are no numbers.
pub(super) fn number_after(names: &[String], step: usize) -> usize {
    let number = |name: &String| {
        let end = name.find(|c: char| !c.is_ascii_digit())?;
        (end <= 6 && name[end..].starts_with('-')).then(|| name[..end].parse::<usize>().ok())?
    };
    let last = names.iter().filter_map(number).max().unwrap_or(0);
    (last / step + 1) * step
}

/// The path for a name that is free.
fn free(name: &str, path: impl Fn(&str) -> String, is_taken: impl Fn(&str) -> bool) -> String {
    let mut count = 1;
    let mut free = path(name);
    while is_taken(&free) {
        count += 1;
        free = path(&format!("{name}-{count}"));
    }
    free
}

/// An id from the title, or from the name of the file if the title is not in Latin letters.
fn id(title: &str, stem: &str) -> String {
    let words = |text: &str| {
        let name = plain_name(&text.nfkc().collect::<String>());
        name.split('-').take(6).collect::<Vec<_>>().join("-")
    };
    let is_latin = title.nfkc().filter(|c| c.is_alphabetic()).all(|c| c.is_ascii());
    let candidates = [if is_latin { words(title) } else { String::new() }, words(stem)];
    let can_be = |id: &String| {
        id.starts_with(|c: char| c.is_ascii_lowercase()) && Id::is_valid(id) && id.len() > 1 && !is_device(id)
    };
    candidates.into_iter().find(can_be).unwrap_or_else(|| "handout".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_from_the_title_or_the_name_of_the_file() {
        for (title, stem, made) in [
            ("How to listen", "x", "how-to-listen"),
            ("見立ての基本", "Handout_2026 v2", "handout-2026-v2"),
            ("見立て", "配布資料", "handout"),
            ("A 見立て", "資料1", "handout"),
            ("見立て", "ｈａｎｄｏｕｔ", "handout"),
            ("Aux", "CON", "handout"),
        ] {
            assert_eq!(id(title, stem), made, "{title}");
            assert!(Id::is_valid(made));
        }
    }

    #[test]
    fn numbers_go_on_after_the_last() {
        let names = ["10-a.md", "25-b.md", "index.md", "7x.md"].map(str::to_owned);
        assert_eq!(number_after(&names, 10), 30);
        assert_eq!(number_after(&[], 10), 10);
        assert_eq!(number_after(&["90-authoring".to_owned()], 1), 91);
        let long = ["18446744073709551615-a.md", "99999999999999999999-b.md", "20-c.md"].map(str::to_owned);
        assert_eq!(number_after(&long, 10), 30);
    }
}
