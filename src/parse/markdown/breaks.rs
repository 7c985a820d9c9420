//! Step 3: a line break in the source between two wide characters is no space on the page: Japanese has none between
//! words.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use unicode_width::UnicodeWidthChar;

use super::events::Spanned;
use super::inline;

/// Makes every soft line break a text: of nothing between two wide characters, else of a line break.
pub(super) fn drop_breaks(mut events: Vec<Spanned<'_>>) -> Vec<Spanned<'_>> {
    for at in 0..events.len() {
        if events[at].0 == Event::SoftBreak {
            let before = events[..at].iter().rev().map(|(event, _)| event).find(|event| is_seen(event));
            let after = events[at + 1..].iter().map(|(event, _)| event).find(|event| is_seen(event));
            let before = before.and_then(text_of).and_then(inline::last_char);
            let after = after.and_then(text_of).and_then(inline::first_char);
            let text = if is_dropped(before, after) { "" } else { "\n" };
            events[at].0 = Event::Text(CowStr::Borrowed(text));
        }
    }
    events
}

/// Whether an event puts anything into the line, or ends it.
fn is_seen(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text) => !text.is_empty(),
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
        | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
        | Event::FootnoteReference(_)
        | Event::InlineHtml(_) => false,
        _ => true,
    }
}

fn text_of<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        _ => None,
    }
}

/// Whether a line break between these two characters is dropped. Hangul has spaces between words and keeps it.
fn is_dropped(before: Option<char>, after: Option<char>) -> bool {
    let is_wide = |c: char| c.width() == Some(2) && !is_hangul(c);
    before.is_some_and(is_wide) && after.is_some_and(is_wide)
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use super::is_dropped;

    #[test]
    fn only_between_wide_characters() {
        assert!(is_dropped(Some('あ'), Some('い')));
        assert!(is_dropped(Some('。'), Some('「')));
        assert!(!is_dropped(Some('あ'), Some('a')));
        assert!(!is_dropped(Some('가'), Some('나')));
        assert!(!is_dropped(None, Some('あ')));
    }
}
