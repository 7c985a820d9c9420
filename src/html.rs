//! Escaping for HTML: one rule for templates, texts and diagrams.

/// Calls `push` with the pieces of `text`, the characters that mean something in HTML replaced by entities.
pub(crate) fn escape_into(text: &str, mut push: impl FnMut(&str)) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        push(&text[copied..at]);
        push(entity);
        copied = at + 1;
    }
    push(&text[copied..]);
}

/// Appends `text`, escaped for HTML.
pub(crate) fn escape(text: &str, out: &mut String) {
    escape_into(text, |piece| out.push_str(piece));
}

/// `text`, escaped for HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// Appends the reading of the words behind `<ruby>`, and ends them.
pub(crate) fn ruby_end(reading: &str, out: &mut String) {
    out.push_str("<rp>（</rp><rt>");
    escape(reading, out);
    out.push_str("</rt><rp>）</rp></ruby>");
}

/// JSON for a `<script>`: without what would end it, and without what a script may not hold though JSON may.
pub(crate) fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn characters_with_a_meaning_are_escaped() {
        assert_eq!(
            escaped("「甲」 < \"乙\" & 丙> 'x'"),
            "「甲」 &lt; &quot;乙&quot; &amp; 丙&gt; &#39;x&#39;"
        );
    }
}
