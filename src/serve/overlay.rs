//! What a page shows of mistakes: the values of the overlay, the page that has nothing else, and the client in every page.
//!
//! The overlay itself is drawn by the client (`reload.js`); here is what it says, in the course's language.

use std::fmt::Write as _;
use std::sync::OnceLock;

use serde::Serialize;

use super::{Report, ServeFault};
use crate::diagnostic::{JsonDiagnostic, Language, Messages, Printer, Severity};
use crate::html::escaped;

/// Where the client is.
pub(super) const CLIENT_PATH: &str = "/__mitate/reload.js";

/// Where the script for the map of an interview is: authors see the map on every page, also of the learners' edition, which has no such file.
pub(super) const MAP_PATH: &str = "/__mitate/interview-map.js";

/// The client.
pub(super) const CLIENT: &str = include_str!("reload.js");

/// So many mistakes are shown: every open page receives them again with every save.
const MOST: usize = 100;

/// What the overlay says.
#[derive(Debug, Serialize)]
pub(super) struct Overlay {
    lang: &'static str,
    title: String,
    /// What is behind it, and what makes it go.
    note: String,
    /// The name of the button that hides it; `None` if there is nothing behind it to see.
    hide: Option<String>,
    /// What a hint is called.
    fix: String,
    problems: Vec<Problem>,
}

/// One mistake.
#[derive(Debug, Serialize)]
struct Problem {
    message: String,
    hint: Option<String>,
    /// The code's name.
    code: Option<&'static str>,
    /// `path:line:column`.
    place: Option<String>,
    line: Option<ShownLine>,
}

/// The line that holds the place.
#[derive(Debug, Serialize)]
struct ShownLine {
    number: usize,
    text: String,
    /// The marked characters of `text`: from, to.
    mark: (usize, usize),
}

impl Overlay {
    /// The errors of `report`. `is_over_page`: a good page is behind them.
    pub(super) fn of_mistakes(report: &Report, is_over_page: bool, messages: &Messages) -> Self {
        let (problems, count) = shown(report, Severity::Error, messages);
        Self::new(problems, count, is_over_page, messages)
    }

    /// The warnings of `report`, if it has any: what the author should look at, though the site is there.
    pub(super) fn of_warnings(report: &Report, messages: &Messages) -> Option<Self> {
        let (problems, count) = shown(report, Severity::Warning, messages);
        let words = words(messages.language());
        (count > 0).then(|| Self {
            lang: messages.language().tag(),
            title: words.text("overlay-warnings", &[("count", count.to_string())]),
            note: words.text("overlay-warnings-note", &[]),
            hide: Some(words.text("overlay-hide", &[])),
            fix: messages.text("fix", &[]),
            problems,
        })
    }

    /// What is no mistake of the author's.
    pub(super) fn of_fault(fault: &ServeFault, is_over_page: bool, messages: &Messages) -> Self {
        let (message, hint) = match fault {
            ServeFault::Error(error) => {
                let (key, arguments) = error.message();
                (messages.text(key, &arguments), messages.find(&format!("{key}.hint"), &arguments))
            }
            ServeFault::Panic(reason) => {
                let words = words(messages.language());
                let message = words.text("overlay-panic", &[("reason", reason.clone())]);
                (message, Some(words.text("overlay-panic-hint", &[])))
            }
        };
        Self::new(vec![Problem::of_words(message, hint)], 1, is_over_page, messages)
    }

    fn new(problems: Vec<Problem>, count: usize, is_over_page: bool, messages: &Messages) -> Self {
        let words = words(messages.language());
        Self {
            lang: messages.language().tag(),
            title: words.text("overlay-title", &[("count", count.to_string())]),
            note: words.text(if is_over_page { "overlay-behind" } else { "overlay-nothing-behind" }, &[]),
            hide: is_over_page.then(|| words.text("overlay-hide", &[])),
            fix: messages.text("fix", &[]),
            problems,
        }
    }
}

/// The first problems of that severity, and how many there are.
fn shown(report: &Report, severity: Severity, messages: &Messages) -> (Vec<Problem>, usize) {
    let all = || report.diagnostics.iter().filter(|it| it.severity() == severity);
    let mut printer = Printer::new(&report.sources, messages);
    let mut problems: Vec<Problem> =
        all().take(MOST).map(|it| Problem::of_mistake(printer.json(it))).collect();
    let count = all().count();
    if count > MOST {
        let more = [("count", (count - MOST).to_string())];
        problems.push(Problem::of_words(words(messages.language()).text("overlay-more", &more), None));
    }
    (problems, count)
}

impl Problem {
    fn of_words(message: String, hint: Option<String>) -> Self {
        Self { message, hint, code: None, place: None, line: None }
    }

    fn of_mistake(it: JsonDiagnostic) -> Self {
        Self {
            code: Some(it.code),
            place: Some(format!("{}:{}:{}", it.path, it.line, it.column)),
            line: ShownLine::of(&it),
            message: it.message,
            hint: it.hint,
        }
    }
}

impl ShownLine {
    fn of(diagnostic: &JsonDiagnostic) -> Option<Self> {
        if diagnostic.text.trim().is_empty() {
            return None;
        }
        let length = diagnostic.text.chars().count();
        let from = (diagnostic.column - diagnostic.text_column).min(length);
        let to = if diagnostic.end_line > diagnostic.line {
            length
        } else {
            (diagnostic.end_column - diagnostic.text_column).min(length)
        };
        Some(Self { number: diagnostic.line, text: diagnostic.text.clone(), mark: (from, to.max(from)) })
    }
}

/// The page `html` with the client in it, which knows that the page is of `version`, and what its button for editing says.
pub(super) fn with_client(mut html: Vec<u8>, version: u64, edit: Option<&str>) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let at = html.windows(END.len()).rposition(|it| it == END).unwrap_or(html.len());
    let client = format!(
        "<script src=\"{CLIENT_PATH}\" defer data-version=\"{version}\" data-interview-map=\"{MAP_PATH}\"{}></script>",
        edit_attribute(edit),
    );
    html.splice(at..at, client.into_bytes());
    html
}

/// What the button for editing says, if there is one.
fn edit_attribute(says: Option<&str>) -> String {
    says.map(|says| format!(" data-edit=\"{}\"", escaped(says))).unwrap_or_default()
}

/// A page that has only the overlay. Without scripts it is plain text.
pub(super) fn bare_page(overlay: &Overlay, version: u64, edit: Option<&str>) -> Vec<u8> {
    let mut plain = format!("<h1>{}</h1><ul>", escaped(&overlay.title));
    for problem in &overlay.problems {
        let place = problem.place.as_deref().unwrap_or_default();
        let _ = write!(plain, "<li>{} {}</li>", escaped(place), escaped(&problem.message));
    }
    plain.push_str("</ul>");
    let values = serde_json::to_string(overlay).unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n</head>\n<body>\n\
         <noscript>{plain}</noscript>\n\
         <script src=\"{CLIENT_PATH}\" defer data-version=\"{version}\" data-overlay=\"{values}\"{edit}></script>\n\
         </body>\n</html>\n",
        lang = overlay.lang,
        title = escaped(&overlay.title),
        values = escaped(&values),
        edit = edit_attribute(edit),
    )
    .into_bytes()
}

/// The overlay's own sentences.
pub(super) fn words(language: Language) -> &'static Messages {
    static JA: OnceLock<Messages> = OnceLock::new();
    static EN: OnceLock<Messages> = OnceLock::new();
    let (cell, file) = match language {
        Language::Ja => (&JA, include_str!("words/ja.ftl")),
        Language::En => (&EN, include_str!("words/en.ftl")),
    };
    cell.get_or_init(|| {
        let mut words = Messages::empty(&language.tag().parse().unwrap_or_default());
        let faults = words.add(file);
        debug_assert!(faults.is_empty(), "{faults:?}");
        words
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::messages;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::{Source, Sources, Span};

    fn report(text: &str, start: u32, end: u32) -> Report {
        let path: Arc<str> = Arc::from("a.md");
        let source =
            Source { path: Arc::clone(&path), text: Arc::from(text), hash: blake3::hash(text.as_bytes()) };
        let mut sources = Sources::default();
        sources.texts.insert(Arc::clone(&path), source);
        let mistake = Diagnostic::new(Code::MissingAlt, Span::new(&path, start, end));
        let warning = Diagnostic::new(Code::UnusedFile, Span::file(&path));
        Report { diagnostics: vec![mistake, warning], sources: Arc::new(sources) }
    }

    fn overlay(text: &str, start: u32, end: u32, language: Language) -> Overlay {
        Overlay::of_mistakes(&report(text, start, end), true, messages(language))
    }

    #[test]
    fn the_warnings_of_a_good_site_are_shown_by_themselves() {
        let said = messages(Language::Ja);
        let warnings = Overlay::of_warnings(&report("あ", 0, 3), said).unwrap();
        assert_eq!((warnings.problems.len(), warnings.title.as_str()), (1, "警告が1件あります"));
        assert_eq!(warnings.problems[0].code, Some("unused-file"));
        assert!(Overlay::of_warnings(&Report::default(), said).is_none());
    }

    #[test]
    fn it_shows_the_errors_with_their_place_and_line_counted_in_characters() {
        let overlay = overlay("一行目\n絵：![](a.png)。\n", 16, 26, Language::Ja);
        assert_eq!(overlay.problems.len(), 1);
        let problem = &overlay.problems[0];
        assert_eq!(problem.place.as_deref(), Some("a.md:2:3"));
        assert_eq!(problem.code, Some("missing-alt"));
        let line = problem.line.as_ref().unwrap();
        assert_eq!((line.number, line.text.as_str(), line.mark), (2, "絵：![](a.png)。", (2, 12)));
    }

    #[test]
    fn a_place_of_many_lines_is_marked_to_the_end_of_its_first() {
        let overlay = overlay("abc\ndef\n", 1, 6, Language::En);
        assert_eq!(overlay.problems[0].line.as_ref().unwrap().mark, (1, 3));
    }

    #[test]
    fn of_many_errors_the_first_are_shown_and_all_are_counted() {
        let path: Arc<str> = Arc::from("a.md");
        let diagnostics = vec![Diagnostic::new(Code::MissingAlt, Span::file(&path)); MOST + 7];
        let report = Report { diagnostics, sources: Arc::default() };
        let overlay = Overlay::of_mistakes(&report, true, messages(Language::En));
        assert_eq!((overlay.problems.len(), overlay.title.as_str()), (MOST + 1, "107 errors"));
        assert!(overlay.problems[MOST].message.contains('7'), "{}", overlay.problems[MOST].message);
    }

    #[test]
    fn it_speaks_the_language_of_the_course() {
        let (ja, en) = (overlay("x", 0, 1, Language::Ja), overlay("x", 0, 1, Language::En));
        assert_eq!((ja.lang, ja.title.as_str()), ("ja", "直すところが1件あります"));
        assert_eq!((en.lang, en.title.as_str()), ("en", "1 error"));
    }

    #[test]
    fn every_sentence_is_there_in_both_languages() {
        let keys = [
            "overlay-title",
            "overlay-behind",
            "overlay-nothing-behind",
            "overlay-hide",
            "overlay-more",
            "overlay-warnings",
            "overlay-warnings-note",
            "overlay-panic",
            "overlay-panic-hint",
            "edit",
        ];
        for language in [Language::Ja, Language::En] {
            for key in keys {
                assert!(words(language).find(key, &[("count", "2".into())]).is_some(), "{key}");
            }
            assert!(messages(language).find("fix", &[]).is_some());
        }
    }

    #[test]
    fn the_client_is_at_the_end_of_the_page() {
        let page = with_client("<body>例 </body> と書く</body></html>".into(), 7, Some("編集"));
        let page = String::from_utf8(page).unwrap();
        let client = "<script src=\"/__mitate/reload.js\" defer data-version=\"7\" data-interview-map=\"/__mitate/interview-map.js\" data-edit=\"編集\"></script>";
        assert_eq!(page, format!("<body>例 </body> と書く{client}</body></html>"));
        let client = client.replace(" data-edit=\"編集\"", "");
        assert_eq!(with_client(b"<p>".to_vec(), 7, None), format!("<p>{client}").into_bytes());
    }

    #[test]
    fn nothing_of_a_text_becomes_markup_in_the_bare_page() {
        let page = bare_page(&overlay("<script>alert(\"1\")</script>", 0, 8, Language::Ja), 1, None);
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches("<script").count(), 1);
        assert!(page.contains("&lt;script&gt;alert(\\&quot;1\\&quot;)"), "{page}");
    }
}
