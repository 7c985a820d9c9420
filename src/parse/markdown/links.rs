//! Step 6: what an address means, as far as the text alone shows.

use percent_encoding::percent_decode_str;

use crate::model::Target;

/// The address of a link.
///
/// # Errors
/// When it would run something, or lead to this machine's files.
pub(super) fn target(address: &str) -> Result<Target, ()> {
    if let Some(anchor) = address.strip_prefix('#') {
        return Ok(Target::Anchor(decoded(anchor)));
    }
    let lower = address.to_ascii_lowercase();
    if ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Ok(Target::External(address.to_owned()));
    }
    if ["javascript:", "data:", "vbscript:", "file:", "blob:"].iter().any(|scheme| lower.starts_with(scheme))
        || address.starts_with("//")
    {
        return Err(());
    }
    if let Some((kind, rest)) = address.split_once(':').filter(|(kind, _)| is_word(kind)) {
        if rest.starts_with("//") {
            return Err(());
        }
        let (id, member) = divided(rest);
        return Ok(Target::Entity { kind: kind.to_owned(), id: decoded(id), member });
    }
    let (path, anchor) = divided(address);
    Ok(Target::Path(decoded(path), anchor))
}

/// Whether a picture is on another host, or is no file at all.
pub(super) fn is_remote(address: &str) -> bool {
    address.starts_with("//") || address.split_once(':').is_some_and(|(scheme, _)| is_word(scheme))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-' || byte == b'+')
}

fn divided(address: &str) -> (&str, Option<String>) {
    match address.split_once('#') {
        Some((path, anchor)) if !anchor.is_empty() => (path, Some(decoded(anchor))),
        Some((path, _)) => (path, None),
        None => (address, None),
    }
}

/// Percent-decoding; what is no UTF-8 then stays as it is.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_distinguished() {
        let entity = |kind: &str, id: &str, member: Option<&str>| {
            Ok(Target::Entity { kind: kind.into(), id: id.into(), member: member.map(str::to_owned) })
        };
        assert_eq!(target("role:homeroom-teacher"), entity("role", "homeroom-teacher", None));
        assert_eq!(
            target("principle:biestek#acceptance"),
            entity("principle", "biestek", Some("acceptance"))
        );
        assert_eq!(target("../a/b.md#x"), Ok(Target::Path("../a/b.md".into(), Some("x".into()))));
        assert_eq!(target("%E8%A6%8B.pdf"), Ok(Target::Path("見.pdf".into(), None)));
        assert_eq!(target("#top"), Ok(Target::Anchor("top".into())));
        assert!(matches!(target("https://example.jp/"), Ok(Target::External(_))));
        for unsafe_address in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "file:///etc",
            "//host/x",
            "ftp://host",
        ] {
            assert_eq!(target(unsafe_address), Err(()), "{unsafe_address}");
        }
    }
}
