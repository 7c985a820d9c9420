//! Code with its words marked by class, by syntect. The grammars are loaded when the first block is met.
//!
//! Of the many scopes that a grammar knows, a page has a handful of classes, `hl-comment`, `hl-string` and so on: enough
//! for a reader, and a fraction of the bytes.
//!
//! Grammars are slow, and authors' examples have many lines in common: the result of a line is cached.

use std::cell::RefCell;
use std::collections::HashMap;
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

/// Appends a block of code. The first word of `info` is its language; the rest is the name of the file, which is shown above it.
pub(super) fn block(info: &str, text: &str, out: &mut String) {
    let (language, file) = info.trim().split_once(char::is_whitespace).unwrap_or((info, ""));
    out.push_str("<pre class=\"code\" tabindex=\"0\" data-lang=\"");
    escape(language, out);
    if !file.is_empty() {
        out.push_str("\" data-file=\"");
        escape(file.trim_start(), out);
    }
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
    KNOWN.with_borrow_mut(|known| {
        if known.lines > MOST_LINES {
            *known = Known::default();
        }
        let mut at =
            known.place(GrammarState { grammar: ParseState::new(syntax), scopes: ScopeStack::new() });
        let mut marks = Marks::default();
        for text in LinesWithEndings::from(text) {
            let line = known.line(at, text)?;
            let mut from = 0;
            for &(end, kind) in &line.words {
                marks.push(text.get(from..end)?, kind);
                from = end;
            }
            at = line.next;
        }
        Some(marks.finish())
    })
}

/// The cache is emptied when it holds this many lines.
const MOST_LINES: usize = 4096;

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The results of the lines that were met before.
#[derive(Default)]
struct Known {
    /// The states of grammars between two lines, with the lines that followed there.
    places: Vec<(GrammarState, HashMap<String, CodeLine>)>,
    /// How many lines there are in all.
    lines: usize,
}

/// The state of a grammar between two lines.
#[derive(Clone, PartialEq)]
struct GrammarState {
    grammar: ParseState,
    scopes: ScopeStack,
}

/// The result of a line.
struct CodeLine {
    /// Where each of its words ends, and the word's class.
    words: Vec<(usize, Option<&'static str>)>,
    /// The place behind it.
    next: usize,
}

impl Known {
    /// The place of a state.
    fn place(&mut self, state: GrammarState) -> usize {
        self.places.iter().position(|(known, _)| *known == state).unwrap_or_else(|| {
            self.places.push((state, HashMap::new()));
            self.places.len() - 1
        })
    }

    /// The result of the line `text` at a place; `None` when the grammar fails on it.
    fn line(&mut self, at: usize, text: &str) -> Option<&CodeLine> {
        if !self.places[at].1.contains_key(text) {
            let mut state = self.places[at].0.clone();
            let words = state.words(text)?;
            let next = self.place(state);
            self.places[at].1.insert(text.to_owned(), CodeLine { words, next });
            self.lines += 1;
        }
        self.places[at].1.get(text)
    }
}

impl GrammarState {
    /// The words of a line, and the state behind it.
    fn words(&mut self, line: &str) -> Option<Vec<(usize, Option<&'static str>)>> {
        let mut words = Vec::new();
        for (at, operation) in self.grammar.parse_line(line, &SYNTAXES).ok()? {
            words.push((at, kind(&self.scopes)));
            if !matches!(operation, ScopeStackOp::Noop) {
                self.scopes.apply(&operation).ok()?;
            }
        }
        words.push((line.len(), kind(&self.scopes)));
        Some(words)
    }
}

/// The class of text in these scopes.
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
    fn a_line_that_is_met_again_becomes_the_same_and_what_stands_before_it_counts() {
        let (key, within) = ("- a: 1\n", "text: |\n  a\n- a: 1\n");
        let (first, second) = (html("yaml", key), html("yaml", within));
        assert_eq!((html("yaml", key), html("yaml", within)), (first, second));
        let of_rust = |text: &str| html("rust", text);
        assert_ne!(
            of_rust("/*\nlet a = 1;\n*/\n").matches("hl-").count(),
            of_rust("let a = 1;\n").matches("hl-").count()
        );
    }

    #[test]
    fn an_unknown_language_is_plain_text() {
        assert_eq!(
            html("klingon", "a < b"),
            "<pre class=\"code\" tabindex=\"0\" data-lang=\"klingon\"><code>a &lt; b</code></pre>\n"
        );
    }

    #[test]
    fn what_follows_the_language_is_the_name_of_the_file() {
        let html = html("yaml cases/a\"b.md", "a: 1");
        assert!(html.contains(" data-lang=\"yaml\" data-file=\"cases/a&quot;b.md\">"), "{html}");
        assert!(html.contains("hl-"), "{html}");
    }
}
