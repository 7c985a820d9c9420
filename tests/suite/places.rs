//! A diagnostic marks the words that it speaks of: on character boundaries, inside the file, whatever is written.

use std::sync::{Arc, LazyLock};

use mitate::check::{CheckContext, check, check_alone};
use mitate::diagnostic::{Code, Diagnostic, Format, Language, messages, show, sorted};
use mitate::parse::parse_source;
use mitate::source::{Source, Sources, Span};
use mitate::theme::default_locale;
use proptest::prelude::*;

use crate::course::project;

/// Every Japanese text that the tests mutate: its path in its course, and what it says.
static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folders = ["content", "src/cli/starter/ja", "tests/sites/forty-mistakes/in", "tests/sites/places/in"];
    let mut texts = Vec::new();
    for folder in folders.map(|folder| project().join(folder)) {
        for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
            let path = entry.unwrap().into_path();
            let is_text = path.extension().is_some_and(|it| it == "md" || it == "yaml");
            let inside = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
            if is_text {
                texts.push((inside, std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    assert!(texts.len() > 60);
    texts
});

/// What authors mistype.
const SLIPS: &[&str] = &[
    "[[",
    "]]",
    "[[なにか]]",
    "[[なに\n  か]]",
    "[",
    "](",
    "[a](role:なし)",
    "[a](javascript:x)",
    "[^x]",
    "[^x]: 注",
    "{{",
    "}}",
    "{{ 空 }}",
    "''",
    "'",
    "\"",
    "\\u3042",
    "\\",
    "\n",
    "\n\n",
    "\n    ",
    "  ",
    "\t",
    "\r\n",
    ": ",
    "# ",
    "## ",
    "#### ",
    "- ",
    "* ",
    "> ",
    ">\n",
    "|\n",
    ">-\n  ",
    "|2\n   ",
    "&amp;",
    "&x ",
    "*x",
    "<b>",
    "<!-- ",
    "｜",
    "《",
    "》",
    "**",
    "登校拒否",
    "〇",
    "x",
    "090-1234-5678",
    "a@b.jp",
    "![](a.png)",
    "![絵](https://a.jp/b.png)",
    "```exercise\nなし\n```\n",
    "😀",
    "가",
    "\u{3000}",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "知らないキー: 値\n",
    "title: 二つ目\n",
    "{#同じ}",
    "|",
    "~~",
    "%E3%81",
    "---\n",
];

/// One change of a text: where (a part of its length), how much goes, what comes.
type Change = (f64, usize, usize);

fn changed(text: &str, changes: &[Change]) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for &(place, length, slip) in changes {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a text"
        )]
        let at = ((place * text.len() as f64) as usize).min(text.len());
        let end = (at + length).min(text.len());
        text.splice(at..end, SLIPS[slip % SLIPS.len()].chars());
    }
    text.into_iter().collect()
}

/// Every problem of a course that consists of this one file.
fn diagnosed(path: &str, text: &str) -> (Vec<Diagnostic>, Sources) {
    let path: Arc<str> = Arc::from(path);
    let source =
        Source { path: Arc::clone(&path), text: Arc::from(text), hash: blake3::hash(text.as_bytes()) };
    let context = CheckContext::of_no_course(default_locale("ja"));
    let parsed = parse_source(&source, &context.locale);
    let mut sources = Sources::default();
    sources.texts.insert(path, source);
    let mut diagnostics = parsed.diagnostics;
    diagnostics.extend(parsed.document.iter().flat_map(|document| check_alone(document, text, &context)));
    let checked = check(parsed.document.into_iter().collect(), &sources, None);
    diagnostics.extend(checked.diagnostics);
    (sorted(diagnostics), sources)
}

/// The words of a message that are taken from the place itself.
fn quoted(diagnostic: &Diagnostic) -> Option<&str> {
    let name = match diagnostic.code {
        Code::UnknownTerm | Code::AmbiguousTerm => "term",
        Code::UnsafeLink | Code::RemoteImage => "url",
        Code::UndefinedFootnote | Code::UnusedFootnote => "name",
        Code::UnknownKey | Code::DuplicateKey => "key",
        Code::UnknownValue => "value",
        Code::OutdatedTerm | Code::MixedCircle | Code::PersonalData | Code::RealLookingName => "found",
        Code::UnknownReference | Code::InvalidId => "id",
        Code::DeadLink | Code::ImageNotFound | Code::OutsideCourse => "path",
        Code::DeadAnchor | Code::DuplicateAnchor => "anchor",
        Code::RawHtml => "html",
        _ => return None,
    };
    let (_, words) = diagnostic.arguments.iter().find(|(argument, _)| *argument == name)?;
    (diagnostic.span.end > 0).then_some(words)
}

/// A text without what a style of YAML or Markdown may put between its characters; `None` where characters are written as
/// escapes, which [`quoted`] words are not.
fn plain(text: &str) -> Option<String> {
    let is_escaped = text.contains(['\\', '%', '&']) || text.contains("''") || text.contains("<!--");
    (!is_escaped).then(|| text.chars().filter(|c| is_shown(*c)).collect())
}

/// Whether a character is neither a blank, nor the sign of a quotation, nor without width: messages leave those out.
fn is_shown(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '>' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

fn slice<'t>(span: &Span, text: &'t str) -> Option<&'t str> {
    text.get(span.start as usize..span.end as usize)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_in_its_file_and_covers_the_words_of_its_message(
        index in any::<prop::sample::Index>(),
        changes in prop::collection::vec((0.0..1.0_f64, 0..6_usize, any::<prop::sample::Index>().prop_map(|it| it.index(SLIPS.len()))), 1..5),
        has_crlf in prop::bool::weighted(0.1),
    ) {
        let (path, original) = &TEXTS[index.index(TEXTS.len())];
        let mut text = changed(original, &changes);
        if has_crlf {
            text = text.replace('\n', "\r\n");
        }
        let (diagnostics, sources) = diagnosed(path, &text);
        for diagnostic in &diagnostics {
            for span in std::iter::once(&diagnostic.span).chain(&diagnostic.related) {
                prop_assert!(slice(span, &text).is_some(), "{diagnostic:?}\n{text}");
            }
            let marked = slice(&diagnostic.span, &text).and_then(plain);
            if let Some((words, marked)) = quoted(diagnostic).and_then(plain).zip(marked) {
                prop_assert!(marked.contains(&words), "{words:?} is not in {marked:?}: {diagnostic:?}\n{text}");
            }
        }
        for format in [Format::Human, Format::Short, Format::Json] {
            let _ = show(&diagnostics, &sources, messages(Language::Ja), format, true);
        }
    }
}

#[test]
fn showing_survives_any_place() {
    let text = "あ\r\nい😀う\n";
    let path: Arc<str> = Arc::from("cases/a.md");
    let source =
        Source { path: Arc::clone(&path), text: Arc::from(text), hash: blake3::hash(text.as_bytes()) };
    let mut sources = Sources::default();
    sources.texts.insert(Arc::clone(&path), source);
    for (start, end) in (0..30).flat_map(|start| (0..30).map(move |end| (start, end))) {
        let diagnostic = Diagnostic::new(Code::EmptyExercise, Span::new(&path, start, end));
        let diagnostic = diagnostic.related(Span::new(&path, end, start));
        for format in [Format::Human, Format::Short, Format::Json] {
            let _ = show(std::slice::from_ref(&diagnostic), &sources, messages(Language::Ja), format, true);
        }
    }
}
