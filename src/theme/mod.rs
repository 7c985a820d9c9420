//! The theme: templates, styles, scripts and words of the site. The default one is embedded in the program; a folder
//! may lay single files over it.
//!
//! 1. [`Theme::load`] takes the embedded files, then those of the overlay;
//! 2. the Fluent files become the words of one language, the templates one [`tera::Tera`] with the function `t`;
//! 3. the styles become sheets, in the order of their names: `styles/*.css` is `style.css`, `styles/work/*.css` is `work.css`.

mod current;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use fluent_bundle::FluentArgs;
use include_dir::{Dir, include_dir};
use tera::{Kwargs, State, Tera, Value};
use walkdir::WalkDir;

use crate::diagnostic::{Code, Diagnostic, Language, Messages};
use crate::error::Error;
use crate::source::Span;
pub use current::Shared;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Files of a theme by path.
type Files = BTreeMap<String, Vec<u8>>;

/// The folders of a theme that the site takes from.
const FOLDERS: [&str; 4] = ["templates", "styles", "locales", "assets"];

/// A theme, ready to render in one language.
pub struct Theme {
    /// The templates, compiled.
    pub tera: Tera,
    /// The words of the site.
    pub words: Arc<Messages>,
    /// The words of drawings, made when the first is drawn.
    diagram_words: OnceLock<serde_json::Value>,
    /// The hash of all its files: what depends on the theme is made again when it changes.
    pub hash: blake3::Hash,
    files: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// The default theme with the files of `overlay` laid over it, in `language`. A template that cannot be compiled is
    /// a diagnostic; the default one stands in its place.
    ///
    /// # Errors
    /// When the overlay cannot be read.
    pub fn load(overlay: Option<&Path>, language: Language) -> Result<(Self, Vec<Diagnostic>), Error> {
        let (files, mut diagnostics) = gathered(overlay)?;
        let mut hasher = hasher(&files);
        hasher.update(language.tag().as_bytes());
        let words = Arc::new(words(&files, language, &mut diagnostics));
        let tera = templates(&files, &words, &mut diagnostics);
        Ok((
            Self { tera, words, diagram_words: OnceLock::new(), hash: hasher.finalize(), files },
            diagnostics,
        ))
    }

    /// The hash of all that a theme with that overlay is made of, without making it.
    ///
    /// # Errors
    /// When the overlay cannot be read.
    pub fn fingerprint(overlay: Option<&Path>) -> Result<blake3::Hash, Error> {
        let (files, diagnostics) = gathered(overlay)?;
        let mut hasher = hasher(&files);
        for it in &diagnostics {
            hasher.update(it.span.path.as_bytes()).update(&[0]);
        }
        Ok(hasher.finalize())
    }

    /// The words of drawings, by key: those of `locales/…-diagram.ftl`.
    pub fn diagram_words(&self) -> &serde_json::Value {
        self.diagram_words.get_or_init(|| diagram_words(&self.words))
    }

    /// The names of the style sheets: `style`, and one for each folder of styles, for the pages that need it.
    #[must_use]
    pub fn sheets(&self) -> BTreeSet<&str> {
        self.files.keys().filter_map(|path| sheet_of(path)).collect()
    }

    /// A whole style sheet.
    #[must_use]
    pub fn style(&self, name: &str) -> String {
        let mut sheet = String::new();
        for (_, bytes) in self.files.iter().filter(|(path, _)| sheet_of(path) == Some(name)) {
            lean(&String::from_utf8_lossy(bytes), &mut sheet);
        }
        sheet
    }

    /// The files that the site holds as they are: their names below `assets/`, and bytes.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.files.iter();
        files.filter_map(|(path, bytes)| Some((path.strip_prefix("assets/")?, bytes.as_slice())))
    }

    /// The templates' paths and texts, for showing faults in them.
    pub fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        let templates = self.files.iter().filter(|(path, _)| path.starts_with("templates/"));
        templates.filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
    }

    /// A template's failure while a page was rendered, as a diagnostic.
    #[must_use]
    pub fn failed(&self, error: &tera::Error) -> Diagnostic {
        template_fault(Code::ThemeRender, error, |path| self.files.get(path).map(Vec::as_slice))
    }

    /// One file below `assets/`.
    #[must_use]
    pub fn asset(&self, name: &str) -> Option<&[u8]> {
        self.files.get(&format!("assets/{name}")).map(Vec::as_slice)
    }
}

/// The embedded files, those of the overlay laid over them, and what is wrong with the latter.
fn gathered(overlay: Option<&Path>) -> Result<(Files, Vec<Diagnostic>), Error> {
    let mut files = BTreeMap::new();
    embedded(&DEFAULT, &mut files);
    let mut diagnostics = Vec::new();
    if let Some(folder) = overlay {
        lay_over(folder, &mut files, &mut diagnostics)?;
    }
    Ok((files, diagnostics))
}

fn hasher(files: &Files) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in files {
        hasher.update(path.as_bytes()).update(&[0]).update(blake3::hash(bytes).as_bytes());
    }
    hasher
}

/// Appends a style sheet without its comments, indents and the blanks around its punctuation.
fn lean(css: &str, out: &mut String) {
    let mut rest = css;
    let mut plain = String::with_capacity(css.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    for line in plain.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // Blanks within quotation marks mean something.
        if line.contains(['"', '\'']) {
            out.push_str(line);
        } else {
            let line = line.replace(": ", ":").replace("; ", ";").replace(", ", ",");
            out.push_str(&line.replace(" { ", "{").replace(" {", "{").replace("; }", "}").replace(" }", "}"));
        }
        out.push('\n');
    }
}

/// The style sheet that a file of styles is part of.
fn sheet_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("styles/").filter(|rest| rest.ends_with(".css"))?;
    Some(rest.split_once('/').map_or("style", |(folder, _)| folder))
}

fn embedded(dir: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if is_part(&path) {
            files.insert(path, file.contents().to_vec());
        }
    }
    for dir in dir.dirs() {
        embedded(dir, files);
    }
}

fn is_part(path: &str) -> bool {
    FOLDERS.iter().any(|folder| path.starts_with(&format!("{folder}/")))
}

/// Files of a theme that the generator knows of but does not publish.
fn is_known(path: &str) -> bool {
    matches!(path, "theme.yaml" | "screenshot.png")
        || path.starts_with("scripts/")
        || path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}

fn lay_over(
    folder: &Path,
    files: &mut BTreeMap<String, Vec<u8>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), Error> {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::read(folder, error.into()))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = path.to_string_lossy().replace('\\', "/");
        // A template that no page uses is a misspelt one, most likely; styles and assets may be new.
        let is_stray = path.starts_with("templates/")
            && !files.contains_key(&path)
            && !path.starts_with("templates/part/");
        if is_stray || !is_part(&path) && !is_known(&path) {
            let place = Span::file(&Arc::from(path.as_str()));
            diagnostics.push(Diagnostic::new(Code::ThemeUnknownFile, place).with("path", &path));
        } else if is_part(&path) {
            let bytes = fs::read(entry.path()).map_err(|error| Error::read(entry.path(), error))?;
            files.insert(path, bytes);
        }
    }
    Ok(())
}

/// The words of one language: `locales/ja.ftl` and every `locales/ja-….ftl`. Those of the default theme come first: an
/// overlay may give only some.
fn words(
    files: &BTreeMap<String, Vec<u8>>,
    language: Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Messages {
    let mut words = Messages::empty(language);
    let mut defaults = BTreeMap::new();
    embedded(&DEFAULT, &mut defaults);
    let start = format!("locales/{}", language.tag());
    for (path, bytes) in defaults.iter().chain(files).filter(|(path, _)| path.starts_with(&start)) {
        for reason in words.add(&String::from_utf8_lossy(bytes)) {
            diagnostics.push(syntax(path, &reason));
        }
    }
    words
}

/// What drawings say. Their keys are those of the default theme; the words may be an overlay's.
fn diagram_words(words: &Messages) -> serde_json::Value {
    let keys =
        DEFAULT.get_file("locales/ja-diagram.ftl").and_then(|file| file.contents_utf8()).unwrap_or_default();
    let keys = keys.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    let keys = keys.filter(|key| !key.starts_with(['#', ' ']));
    // A variable without a value is said as it is written, `{$name}`: the drawing fills it in.
    keys.map(|key| (key.to_owned(), serde_json::Value::from(words.text(key, &[]))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn syntax(path: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::ThemeSyntax, Span::file(&Arc::from(path))).with("reason", reason)
}

fn templates(
    files: &BTreeMap<String, Vec<u8>>,
    words: &Arc<Messages>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Tera {
    let texts = |files: &BTreeMap<String, Vec<u8>>| -> Vec<(String, String)> {
        let named = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("templates/")?, bytes)));
        named.map(|(name, bytes)| (name.to_owned(), String::from_utf8_lossy(bytes).into_owned())).collect()
    };
    let mut tera = with_words(words);
    let given = texts(files);
    let Err(error) = tera.add_raw_templates(given.iter().map(|(name, text)| (name.as_str(), text.as_str())))
    else {
        return tera;
    };
    diagnostics.push(template_fault(Code::ThemeSyntax, &error, |path| files.get(path).map(Vec::as_slice)));
    let mut defaults = BTreeMap::new();
    embedded(&DEFAULT, &mut defaults);
    let mut tera = with_words(words);
    let standing = texts(&defaults);
    let result = tera.add_raw_templates(standing.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    debug_assert!(result.is_ok(), "{result:?}");
    tera
}

/// A template's fault as a diagnostic, at its place in the template. `text` gives the text of a template.
fn template_fault<'t>(
    code: Code,
    error: &tera::Error,
    text: impl Fn(&str) -> Option<&'t [u8]>,
) -> Diagnostic {
    let report = error.to_string();
    let reason = report.lines().next().unwrap_or_default().trim_start_matches("error: ").trim();
    // The report names the place as `--> page.html:5:4`.
    let place = report.lines().find_map(|line| line.trim().strip_prefix("--> "));
    let mut parts = place.unwrap_or("base.html").rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.trim().parse::<usize>().ok());
    let (column, line) = (number(), number());
    let name = parts.next().unwrap_or("base.html").trim_matches(['[', ']', ' ']);
    let path = format!("templates/{name}");
    let text = text(&path).map(String::from_utf8_lossy).unwrap_or_default();
    let at = line.zip(column).map_or(0, |(line, column)| offset(&text, line, column));
    let at = u32::try_from(at).unwrap_or(0);
    Diagnostic::new(code, Span::new(&Arc::from(path), at, at)).with("reason", reason)
}

/// The byte at a line and a column, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    before + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// A map value of a template.
pub(crate) fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(tera::Map::from_iter(entries.map(|(key, value)| (tera::value::Key::from(key), value))))
}

/// Tera with the function `t`, which says a word of the site, and `current` ([`Shared`]).
fn with_words(words: &Arc<Messages>) -> Tera {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape);
    let words = Arc::clone(words);
    // Words without arguments are the same on every page.
    let said: RwLock<HashMap<String, Value>> = RwLock::default();
    tera.register_function("t", move |arguments: Kwargs, _: &State| -> tera::TeraResult<Value> {
        let key = arguments.must_get::<&str>("key")?;
        let has_arguments = arguments.iter().nth(1).is_some();
        let known = || said.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        if let Some(value) = (!has_arguments).then(known).flatten() {
            return Ok(value);
        }
        let words = words.format(key, &values(&arguments));
        let value = Value::from(
            words.ok_or_else(|| tera::Error::message(format!("t(key=\"{key}\"): no such words")))?,
        );
        if !has_arguments {
            said.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), value.clone());
        }
        Ok(value)
    });
    current::register(&mut tera);
    tera
}

/// Writes `text` with the characters that mean something in HTML escaped; what lies between them in one piece, not byte by
/// byte as Tera's own does.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => continue,
        };
        out.write_all(&text.as_bytes()[copied..at])?;
        out.write_all(entity)?;
        copied = at + 1;
    }
    out.write_all(&text.as_bytes()[copied..])
}

/// The arguments of `t` but its key.
fn values(arguments: &Kwargs) -> FluentArgs<'static> {
    let mut values = FluentArgs::new();
    for (name, value) in arguments.iter().map(|(name, value)| (name.to_string(), value)) {
        if name == "key" {
            continue;
        }
        match value.as_i64() {
            Some(number) => values.set(name, number),
            None => values.set(name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
        }
    }
    values
}
