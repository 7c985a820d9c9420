//! The page of the editor and its files. They hold nothing of the course: what an editor shows, it has to ask for.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::Gate;
use crate::diagnostic::Language;
use crate::html::escaped;
use crate::serve::overlay::words;

/// The page of the editor.
pub(in super::super) const SHELL_PATH: &str = "/__mitate/edit/";

/// Its script, which `npm run build` bundles from `client/`.
pub(in super::super) const SCRIPT_PATH: &str = "/__mitate/edit/editor.js";

/// Its style sheet.
pub(in super::super) const STYLE_PATH: &str = "/__mitate/edit/editor.css";

const SCRIPT: &str = include_str!("editor.js");
const STYLE: &str = include_str!("editor.css");

/// The words of the editor.
pub(super) const WORDS: &[&str] = &[
    "edit-back",
    "edit-code",
    "edit-conflict",
    "edit-conflict-gone",
    "edit-conflict-mine",
    "edit-conflict-theirs",
    "edit-document",
    "edit-editor",
    "edit-lost",
    "edit-no-document",
    "edit-no-problems",
    "edit-no-text",
    "edit-on-page",
    "edit-others",
    "edit-page",
    "edit-page-behind",
    "edit-phrase-all",
    "edit-phrase-by-word",
    "edit-phrase-close-search",
    "edit-phrase-completions",
    "edit-phrase-current-match",
    "edit-phrase-diagnostics",
    "edit-phrase-find",
    "edit-phrase-go",
    "edit-phrase-go-to-line",
    "edit-phrase-match-case",
    "edit-phrase-next",
    "edit-phrase-no-diagnostics",
    "edit-phrase-on-line",
    "edit-phrase-previous",
    "edit-phrase-regexp",
    "edit-phrase-replace",
    "edit-phrase-replace-all",
    "edit-phrase-replaced",
    "edit-phrase-replaced-line",
    "edit-phrase-replacement",
    "edit-problems",
    "edit-refused",
    "edit-save",
    "edit-saved",
    "edit-state-problems",
    "edit-stopped",
    "edit-there",
    "edit-title",
    "edit-unsaved",
];

/// The file at `path`, with the words in `language`; `None` if there is none.
pub(in super::super) fn file(gate: &Gate, path: &str, language: Language) -> Option<Response> {
    match path {
        SHELL_PATH => Some(shell(gate, language)),
        SCRIPT_PATH => Some(([(CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT).into_response()),
        STYLE_PATH => Some(([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE).into_response()),
        _ => None,
    }
}

fn shell(gate: &Gate, language: Language) -> Response {
    let said = words(language);
    let count = [("count", "{count}".to_owned())];
    let words: BTreeMap<&str, String> =
        WORDS.iter().map(|key| (key.trim_start_matches("edit-"), said.text(key, &count))).collect();
    let values = serde_json::to_string(&words).unwrap_or_default();
    let (nonce, title) = (&gate.nonce, escaped(&said.text("edit-title", &[])));
    let page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n\
         <script src=\"{SCRIPT_PATH}\" defer data-nonce=\"{nonce}\" data-words=\"{}\"></script>\n\
         </head>\n<body>\n</body>\n</html>\n",
        language.tag(),
        escaped(&values),
    );
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; img-src 'self' data: blob:; \
         frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let mut response =
        (StatusCode::OK, [(CONTENT_TYPE, "text/html; charset=utf-8")], Body::from(page)).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages_and_none_is_left_over() {
        for (language, file) in
            [(Language::Ja, include_str!("../words/ja.ftl")), (Language::En, include_str!("../words/en.ftl"))]
        {
            for key in WORDS {
                assert!(words(language).find(key, &[("count", "2".into())]).is_some(), "{key}");
            }
            let written = file.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
            for key in written.filter(|key| key.starts_with("edit-")) {
                assert!(WORDS.contains(&key), "{key}");
            }
        }
    }
}
