//! Marks that other programs have around words.

/// The words of `%%words%%`, which are not shown.
pub(super) fn note_to_oneself(rest: &str) -> Option<&str> {
    let (inner, _) = rest.strip_prefix("%%")?.split_once("%%")?;
    (!inner.trim().is_empty() && !inner.contains("\n\n")).then_some(inner)
}

/// The words of `==words==`, which are marked with a pen. `before` is what was written before them.
pub(super) fn highlighted<'t>(rest: &'t str, before: &str) -> Option<&'t str> {
    let (inner, behind) = rest.strip_prefix("==")?.split_once("==")?;
    let can_be = inner.trim() == inner
        && !inner.is_empty()
        && !inner.contains(['\n', '=', '*'])
        && !inner.starts_with(|c: char| c.is_ascii_punctuation());
    (can_be && !before.ends_with('=') && !behind.starts_with('=')).then_some(inner)
}
