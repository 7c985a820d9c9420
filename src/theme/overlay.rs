//! What is wrong with the styles and words of an overlay: a block that is never closed takes the rules behind it in, and words
//! under a key that nothing asks for are not shown.

use std::collections::HashSet;
use std::sync::Arc;

use super::files::{self, Files};
use super::{compact, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LanguageTag;
use crate::source::Span;

/// Reports the faults of the files in `files` that are not the default theme's.
pub(super) fn report(files: &Files, tag: &LanguageTag, diagnostics: &mut Vec<Diagnostic>) {
    let defaults = files::default();
    let own: Vec<(&str, &str)> = files
        .iter()
        .filter(|(path, bytes)| defaults.get(*path) != Some(*bytes))
        .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
        .collect();
    let mut keys: Option<HashSet<String>> = None;
    for (path, text) in &own {
        let place = |at: usize, length: usize| {
            let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            Span::new(&Arc::from(*path), byte(at), byte(at + length))
        };
        if path.ends_with(".css")
            && let Some(at) = compact::unclosed(text)
        {
            let open = text[at..].chars().next().unwrap_or('{').to_string();
            let diagnostic =
                Diagnostic::new(Code::ThemeSyntax, place(at, open.len())).with("what", "unclosed");
            diagnostics.push(diagnostic.with("reason", open));
        }
        if is_of_another_region(path, tag) {
            diagnostics.push(Diagnostic::new(Code::ThemeUnknownFile, place(0, 0)).with("path", *path));
        } else if path.ends_with(".ftl") {
            let keys = keys.get_or_insert_with(|| known_keys(&defaults));
            let is_asked = |key: &str| {
                let asked = [format!("\"{key}\""), format!("'{key}'"), format!("{{ {key} }}")];
                own.iter().any(|(_, text)| asked.iter().any(|asked| text.contains(asked)))
            };
            for (at, key) in words::keys(text).filter(|(_, key)| !keys.contains(*key) && !is_asked(key)) {
                let diagnostic =
                    Diagnostic::new(Code::ThemeUnknownKey, place(at, key.len())).with("key", key);
                diagnostics.push(diagnostic.near(key, keys.iter().map(String::as_str)));
            }
        }
    }
}

/// Whether a file has words of the language of the course for a region that is not the course's: `ja-JP` where the course is in
/// `ja`.
fn is_of_another_region(path: &str, tag: &LanguageTag) -> bool {
    let file = path.strip_prefix("locales/").and_then(|file| file.strip_suffix(".ftl"));
    let Some((own, _)) = file.map(words::tag_and_name) else { return false };
    let base = tag.chain().last().unwrap_or_default();
    own.split('-').next() == Some(base) && tag.chain().all(|known| known != own)
}

/// The keys of all words of the default theme.
fn known_keys(defaults: &Files) -> HashSet<String> {
    let texts = defaults.iter().filter(|(path, _)| path.ends_with(".ftl"));
    let texts = texts.map(|(_, bytes)| String::from_utf8_lossy(bytes));
    texts.flat_map(|text| words::keys(&text).map(|(_, key)| key.to_owned()).collect::<Vec<_>>()).collect()
}
