//! Step 3: HTML tags within a line that say the same as Markdown: `<br>`, which is the only way to break a line in a table's cell, and
//! pairs such as `<b>…</b>`. They become the events of Markdown; every other tag is reported.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Spanned;

/// Makes events of Markdown of the tags that say the same. A tag with attributes, or one whose pair is not in the same part of the text,
/// stays as it is; so does a break in a heading, which is one line wherever it is shown.
pub(super) fn read(mut events: Vec<Spanned<'_>>) -> Vec<Spanned<'_>> {
    /// What is open around an event.
    enum Open {
        Markdown,
        Html(usize, Twin),
    }
    let mut open: Vec<Open> = Vec::new();
    let mut is_heading = false;
    for at in 0..events.len() {
        let tag = match &events[at].0 {
            Event::Start(tag) => {
                is_heading |= matches!(tag, Tag::Heading { .. });
                open.push(Open::Markdown);
                continue;
            }
            Event::End(tag) => {
                is_heading &= !matches!(tag, TagEnd::Heading(_));
                while matches!(open.pop(), Some(Open::Html(..))) {}
                continue;
            }
            Event::InlineHtml(html) => TwinTag::of(html),
            _ => continue,
        };
        match (tag, open.last()) {
            (Some(TwinTag::Break), _) if !is_heading => events[at].0 = Event::HardBreak,
            (Some(TwinTag::Start(twin)), _) => open.push(Open::Html(at, twin)),
            (Some(TwinTag::End(twin)), Some(Open::Html(start, begun))) if *begun == twin => {
                let start = *start;
                let place = events[start].1.start..events[at].1.end;
                let (from, to) = twin.events();
                events[start] = (Event::Start(from), place.clone());
                events[at] = (Event::End(to), place);
                open.pop();
            }
            _ => {}
        }
    }
    events
}

/// What a pair of tags says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Twin {
    Strong,
    Emphasis,
    Strikethrough,
}

impl Twin {
    fn of(name: &str) -> Option<Self> {
        match name {
            "b" | "strong" => Some(Self::Strong),
            "i" | "em" => Some(Self::Emphasis),
            "s" | "del" | "strike" => Some(Self::Strikethrough),
            _ => None,
        }
    }

    fn events(self) -> (Tag<'static>, TagEnd) {
        match self {
            Self::Strong => (Tag::Strong, TagEnd::Strong),
            Self::Emphasis => (Tag::Emphasis, TagEnd::Emphasis),
            Self::Strikethrough => (Tag::Strikethrough, TagEnd::Strikethrough),
        }
    }
}

/// A tag without attributes that Markdown has a mark for.
enum TwinTag {
    Break,
    Start(Twin),
    End(Twin),
}

impl TwinTag {
    fn of(html: &str) -> Option<Self> {
        let name = html.strip_prefix('<')?.strip_suffix('>')?.to_ascii_lowercase();
        match name.strip_prefix('/') {
            Some(name) => Twin::of(name.trim_end()).map(Self::End),
            None if name.trim_end_matches('/').trim_end() == "br" => Some(Self::Break),
            None => Twin::of(&name).map(Self::Start),
        }
    }
}
