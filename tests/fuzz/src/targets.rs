//! The fuzz targets: what must hold for every input, whatever its bytes.
//!
//! An input is a small course in one text (see [`files`]). The same functions run under libFuzzer (`bin/`), a million times by
//! hand, and with a fixed number of mutated inputs in `tests/suite/fuzz.rs`.

pub mod archives;
pub mod handouts;
pub mod mutate;
pub mod papers;
pub mod seeds;

use std::sync::{Arc, OnceLock};

use mitate::check::{CheckContext, check, check_alone};
use mitate::diagnostic::{Diagnostic, Format, Language, any_error, messages, show, sorted};
use mitate::parse::parse_source;
use mitate::render::route;
use mitate::source::{Source, Sources, Span};
use mitate::theme::Theme;

/// Begins the line that names a file.
pub const FILE: &str = "=== ";
/// The longest input that is looked at, in bytes.
pub const LONGEST: usize = 1 << 16;

/// The files of an input: `=== path` on a line, then the text of that file. Bytes that are not UTF-8 become U+FFFD; a text
/// without a name is a page.
#[must_use]
pub fn files(input: &[u8]) -> Sources {
    let text = String::from_utf8_lossy(&input[..input.len().min(LONGEST)]);
    let mut sources = Sources::default();
    let mut path = "modules/01-first/10-page.md".to_owned();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.split('\n').chain([FILE]) {
        let Some(next) = line.strip_prefix(FILE) else {
            lines.push(line);
            continue;
        };
        if !lines.is_empty() {
            add(&mut sources, &path, &lines.join("\n"));
        }
        next.trim().clone_into(&mut path);
        lines.clear();
    }
    sources
}

/// Adds a file, where its name is one that `source` could have read.
fn add(sources: &mut Sources, path: &str, text: &str) {
    let is_text = [".md", ".yaml", ".yml"].iter().any(|extension| path.ends_with(extension));
    let is_plain = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    if is_text && is_plain && !path.contains(['\\', '\0']) {
        let path: Arc<str> = Arc::from(path);
        let source =
            Source { path: Arc::clone(&path), text: Arc::from(text), hash: blake3::hash(text.as_bytes()) };
        sources.texts.insert(path, source);
    }
}

/// Every file by itself: it is parsed and checked, and what is wrong is shown at places that exist.
pub fn documents(input: &[u8]) {
    let (sources, context) = (files(input), context());
    let mut diagnostics = Vec::new();
    for source in sources.texts.values() {
        let parsed = parse_source(source, &context.locale);
        diagnostics.extend(parsed.diagnostics);
        diagnostics.extend(parsed.document.iter().flat_map(|it| check_alone(it, &source.text, &context)));
    }
    shown(&diagnostics, &sources);
}

/// How many pages of a course are rendered. Which ones is drawn from the input: all of them would take most of the time.
const RENDERED: usize = 3;

/// All files as one course: it is checked, and rendered where nothing is wrong. No page fails then.
pub fn course(input: &[u8]) {
    let (sources, context) = (files(input), context());
    let mut diagnostics = Vec::new();
    let mut documents = Vec::new();
    for source in sources.texts.values() {
        let parsed = parse_source(source, &context.locale);
        diagnostics.extend(parsed.diagnostics);
        diagnostics.extend(parsed.document.iter().flat_map(|it| check_alone(it, &source.text, &context)));
        documents.extend(parsed.document);
    }
    let checked = check(documents, &sources, None);
    diagnostics.extend(checked.diagnostics.iter().cloned());
    let diagnostics = sorted(diagnostics);
    shown(&diagnostics, &sources);
    // Without `course.yaml` it is no course: there a command ends before anything is parsed.
    if any_error(&diagnostics) || !sources.texts.contains_key("course.yaml") {
        return;
    }
    let site = route(&checked.course, theme());
    let pages: Vec<_> = site.paths().filter(|path| !path.starts_with("assets/")).collect();
    let first = input.iter().map(|byte| usize::from(*byte)).sum::<usize>();
    for path in (0..RENDERED.min(pages.len())).map(|nth| pages[(first + nth) % pages.len()]) {
        match site.render(path) {
            Ok(bytes) => assert!(bytes.is_some(), "{path} is routed but not rendered"),
            Err(diagnostic) => panic!("{path} fails: {diagnostic:?}"),
        }
    }
}

/// Every span lies on boundaries of characters inside its file. A language and a format, drawn from the input, show them: all
/// six would take most of the time.
fn shown(diagnostics: &[Diagnostic], sources: &Sources) {
    for diagnostic in diagnostics {
        for span in [Some(&diagnostic.span), diagnostic.related.as_ref()].into_iter().flatten() {
            lies_in(span, sources.text(&span.path), diagnostic);
        }
    }
    let drawn = sources.texts.values().map(|source| source.text.len()).sum::<usize>();
    let language = [Language::Ja, Language::En][drawn % 2];
    let format = [Format::Human, Format::Short, Format::Json][drawn / 2 % 3];
    let text = show(diagnostics, sources, messages(language), format, false);
    assert_eq!(text.is_empty(), diagnostics.is_empty());
}

fn lies_in(span: &Span, text: &str, diagnostic: &Diagnostic) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(start <= end && end <= text.len(), "outside of its file: {diagnostic:?}");
    assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "inside a character: {diagnostic:?}");
}

/// The Japanese texts of the seeds are read in their own language.
fn context() -> CheckContext {
    CheckContext::of_no_course(Arc::clone(&theme().locale))
}

fn theme() -> &'static Arc<Theme> {
    static THEME: OnceLock<Arc<Theme>> = OnceLock::new();
    THEME.get_or_init(|| match Theme::load(None, "ja") {
        Ok((theme, _)) => Arc::new(theme),
        Err(_) => unreachable!("the default theme is embedded"),
    })
}
