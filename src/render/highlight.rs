//! Code with its words marked by class, by syntect. The grammars are loaded when the first block is met.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use super::words::escape;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

const CLASSES: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// Appends a block of code.
pub(super) fn block(language: &str, text: &str, out: &mut String) {
    out.push_str("<pre class=\"code\" tabindex=\"0\" data-lang=\"");
    escape(language, out);
    out.push_str("\"><code>");
    match marked(language, text) {
        Some(html) => out.push_str(&html),
        None => escape(text, out),
    }
    out.push_str("</code></pre>\n");
}

fn marked(language: &str, text: &str) -> Option<String> {
    if language.is_empty() {
        return None;
    }
    let syntax = SYNTAXES.find_syntax_by_token(language)?;
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, CLASSES);
    for line in LinesWithEndings::from(text) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}
