//! Appending HTML to pieces, and taking it back.

use crate::html::{escape, escaped};
use crate::model::Piece;

/// Appends HTML to the last piece if that is HTML.
pub(super) fn push(pieces: &mut Vec<Piece>, html: &str) {
    match pieces.last_mut() {
        Some(Piece::Html(last)) => last.push_str(html),
        _ => pieces.push(Piece::Html(html.to_owned())),
    }
}

/// The same of words, escaped.
pub(super) fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(Piece::Html(last)) => escape(words, last),
        _ => pieces.push(Piece::Html(escaped(words))),
    }
}

/// Takes `tag` back from the piece at `index`, if it is the last thing there. Whether it was.
pub(super) fn take_back(pieces: &mut [Piece], index: Option<usize>, tag: &str) -> bool {
    let Some(Piece::Html(html)) = index.and_then(|index| pieces.get_mut(index)) else { return false };
    let Some(rest) = html.strip_suffix(tag) else { return false };
    html.truncate(rest.len());
    true
}

/// Removes the tags of a value that is one paragraph: it is shown within a line.
pub(super) fn unwrap_single_paragraph(pieces: &mut [Piece]) {
    let paragraphs = |piece: &Piece| match piece {
        Piece::Html(html) => html.matches("<p>").count(),
        _ => 0,
    };
    let is_single = pieces.iter().map(paragraphs).sum::<usize>() == 1
        && matches!(pieces.first(), Some(Piece::Html(html)) if html.starts_with("<p>"))
        && matches!(pieces.last(), Some(Piece::Html(html)) if html.ends_with("</p>\n"));
    if !is_single {
        return;
    }
    take_back(pieces, pieces.len().checked_sub(1), "</p>\n");
    if let Some(Piece::Html(html)) = pieces.first_mut() {
        html.drain(.."<p>".len());
    }
}

/// `text` without its `<!-- comments -->`. One that never ends is none.
pub(super) fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { break };
        out.push_str(before);
        rest = after;
    }
    out + rest
}

/// Whether `html` holds words outside its tags.
pub(super) fn has_words(html: &str) -> bool {
    let mut is_tag = false;
    html.chars().any(|c| {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag && !c.is_whitespace() => return true,
            _ => {}
        }
        false
    })
}

/// What is written in Markdown for the first tag of `html`, by the name that the messages know.
pub(super) fn twin(html: &str) -> &'static str {
    let name: String = html
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .flat_map(char::to_lowercase)
        .collect();
    match &*name {
        "br" => "break",
        "b" | "strong" | "u" | "mark" | "ins" | "font" => "strong",
        "i" | "em" => "emphasis",
        "s" | "del" | "strike" => "strike",
        "table" | "tr" | "td" | "th" | "thead" | "tbody" => "table",
        "ul" | "ol" | "li" => "list",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "img" | "figure" => "image",
        "a" => "link",
        "ruby" | "rt" | "rb" | "rp" => "ruby",
        "hr" => "rule",
        "code" | "pre" | "kbd" => "code",
        "blockquote" => "quote",
        "details" | "summary" | "aside" => "alert",
        "p" | "div" | "span" | "center" | "section" | "sup" | "sub" | "small" => "plain",
        _ => "other",
    }
}
