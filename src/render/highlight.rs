//! Code with its words marked by class, by syntect. The grammars are loaded when the first block is met.
//!
//! Of the many scopes that a grammar knows, a page has a handful of classes, `hl-comment`, `hl-string` and so on: enough
//! for a reader, and a fraction of the bytes.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use crate::html::escape;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// The beginnings of scopes that are marked: the innermost of a word's scopes that is one of these counts.
const MARKED: [&str; 8] =
    ["comment", "string", "keyword", "storage", "entity", "constant", "variable", "support"];

/// The same, as syntect compares them: their names would have to be built word by word.
static SCOPES: LazyLock<Vec<(Scope, &str)>> =
    LazyLock::new(|| MARKED.iter().filter_map(|name| Some((Scope::new(name).ok()?, *name))).collect());

/// Appends a block of code.
pub(super) fn block(language: &str, text: &str, out: &mut String) {
    out.push_str("<pre class=\"code\" tabindex=\"0\" data-lang=\"");
    escape(language, out);
    out.push_str("\"><code>");
    let syntax = if language.is_empty() { None } else { SYNTAXES.find_syntax_by_token(language) };
    match syntax.and_then(|syntax| marked(syntax, text)) {
        Some(html) => out.push_str(&html),
        None => escape(text, out),
    }
    out.push_str("</code></pre>\n");
}

/// The text with marks; `None` when the grammar fails on it.
fn marked(syntax: &SyntaxReference, text: &str) -> Option<String> {
    let mut state = ParseState::new(syntax);
    let mut scopes = ScopeStack::new();
    let mut marks = Marks::default();
    for line in LinesWithEndings::from(text) {
        let mut from = 0;
        for (at, operation) in state.parse_line(line, &SYNTAXES).ok()? {
            marks.push(line.get(from..at)?, kind(&scopes));
            from = at;
            if !matches!(operation, ScopeStackOp::Noop) {
                scopes.apply(&operation).ok()?;
            }
        }
        marks.push(line.get(from..)?, kind(&scopes));
    }
    Some(marks.finish())
}

/// The class of what stands in these scopes.
fn kind(scopes: &ScopeStack) -> Option<&'static str> {
    let marked = |scope: &Scope| SCOPES.iter().find(|(beginning, _)| beginning.is_prefix_of(*scope));
    scopes.as_slice().iter().rev().find_map(marked).map(|(_, name)| *name)
}

/// HTML in which neighbours of one class share a mark.
#[derive(Default)]
struct Marks {
    html: String,
    open: Option<&'static str>,
}

impl Marks {
    fn push(&mut self, text: &str, kind: Option<&'static str>) {
        // White space looks the same in every colour.
        let kind = if text.trim().is_empty() { self.open } else { kind };
        if kind != self.open {
            self.close();
            if let Some(kind) = kind {
                self.html.push_str("<span class=\"hl-");
                self.html.push_str(kind);
                self.html.push_str("\">");
            }
            self.open = kind;
        }
        escape(text, &mut self.html);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::block;

    fn html(language: &str, text: &str) -> String {
        let mut out = String::new();
        block(language, text, &mut out);
        out
    }

    #[test]
    fn yaml_is_marked_with_few_classes_and_loses_nothing() {
        let text = "# 覚え書き\ntitle: 「題」 & <b>\nlist: [1, 二]\n";
        let marked = html("yaml", text);
        assert!(marked.contains("<span class=\"hl-comment\"># 覚え書き"), "{marked}");
        let words: String =
            marked.split('<').skip(1).filter_map(|part| Some(part.split_once('>')?.1)).collect();
        assert_eq!(
            words.trim_end(),
            text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").trim_end()
        );
    }

    #[test]
    fn an_unknown_language_is_plain_text() {
        assert_eq!(
            html("klingon", "a < b"),
            "<pre class=\"code\" tabindex=\"0\" data-lang=\"klingon\"><code>a &lt; b</code></pre>\n"
        );
    }
}
