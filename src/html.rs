//! The one rule of HTML that everything shares: characters that mean something are escaped.

/// Appends `text` with the characters that mean something in HTML escaped; what lies between them is copied in one piece.
pub(crate) fn escape(text: &str, out: &mut String) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

/// `text` with the characters that mean something in HTML escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_means_something_is_escaped() {
        assert_eq!(escaped("「甲」 < \"乙\" & 丙>"), "「甲」 &lt; &quot;乙&quot; &amp; 丙&gt;");
    }
}
