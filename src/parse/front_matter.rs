//! Dividing a Markdown file: YAML between two lines of `---`, then the text.

use std::ops::Range;

use crate::diagnostic::Code;

/// The parts of a Markdown file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The YAML between the two lines.
    pub yaml: Range<usize>,
    /// Where the text begins.
    pub body: usize,
}

/// Divides `text`.
///
/// # Errors
/// The code of what is wrong: no front matter, or one that never ends.
pub fn split(text: &str) -> Result<Split, Code> {
    // Blank lines and comments above it are easily left behind.
    let blank = after_comments(text).unwrap_or_default();
    let mut lines = text[blank..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(Code::NoFrontMatter);
    }
    let start = blank + first.len();
    let mut at = start;
    for line in lines {
        if line.trim_end() == "---" {
            return Ok(Split { yaml: start..at, body: at + line.len() });
        }
        at += line.len();
    }
    Err(Code::UnclosedFrontMatter)
}

/// The line that was meant to begin front matter, where `text` has none: dashes of another kind or number, pluses, blanks before them,
/// words behind them.
#[must_use]
pub fn nearly_begun(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start_matches(['\n', '\r']).len();
    let line = text[start..].lines().next()?;
    let words = line.trim();
    let place = || at(text, start, words);
    (is_nearly_rule(words) || words == "+++" || words.starts_with("---")).then(place)
}

/// The line that was meant to end front matter, where `text` has one that never ends, and what is right in its place.
#[must_use]
pub fn nearly_ended(text: &str) -> Option<(Range<usize>, String)> {
    let first = text.find("---")? + 3;
    let mut start = first + text[first..].find('\n')? + 1;
    for line in text[start..].split_inclusive('\n') {
        let words = line.trim();
        let rest = words.strip_prefix("---").filter(|rest| !rest.starts_with('-')).unwrap_or_default();
        if is_nearly_rule(words) || words == "..." {
            return Some((at(text, start, line.trim_end()), "---".to_owned()));
        }
        if !rest.is_empty() {
            return Some((at(text, start, line.trim_end()), format!("---\n{}", rest.trim_start())));
        }
        start += line.len();
    }
    None
}

/// Whether a line consists of dashes, as those do where front matter begins and ends.
fn is_nearly_rule(words: &str) -> bool {
    words.chars().count() >= 2 && words.chars().all(|c| "-－ー―—–─‐−".contains(c))
        || matches!(words, "—" | "——" | "―")
}

/// The heading of level one that a text begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Its words.
    pub title: Range<usize>,
    /// Where the text behind it begins.
    pub end: usize,
}

/// The heading of level one that `body` begins with, written `# 題` or underlined with `=`.
#[must_use]
pub fn lead(body: &str) -> Option<Lead> {
    let blank = after_comments(body)?;
    let line = body[blank..].split_inclusive('\n').next()?;
    let words = match line.strip_prefix('#').or_else(|| line.strip_prefix('＃')) {
        Some(words) if words.starts_with([' ', '　']) => words.trim().trim_end_matches([' ', '#', '＃']),
        Some(_) => return None,
        None => {
            let under = body[blank + line.len()..].split_inclusive('\n').next()?;
            let is_rule = under.trim_end().len() >= 2 && under.trim_end().chars().all(|c| c == '=');
            if !is_rule || line.trim().is_empty() {
                return None;
            }
            let title = at(body, blank, line.trim());
            return Some(Lead { title, end: blank + line.len() + under.len() });
        }
    };
    (!words.is_empty()).then(|| Lead { title: at(body, blank, words), end: blank + line.len() })
}

/// Where the first line of `body` begins that is neither blank nor part of a comment.
fn after_comments(body: &str) -> Option<usize> {
    let mut start = 0;
    loop {
        let rest = &body[start..];
        let words = rest.trim_start_matches([' ', '\n', '\r', '\t', '　']);
        let begun = start + rest.len() - words.len();
        let Some(comment) = words.strip_prefix("<!--") else {
            return Some(body[..begun].rfind('\n').map_or(0, |at| at + 1));
        };
        let end = begun + "<!--".len() + comment.find("-->")? + "-->".len();
        // What follows a comment on its line is part of it.
        let line = body[end..].split_inclusive('\n').next().unwrap_or_default();
        if !line.trim().is_empty() {
            return None;
        }
        start = end + line.len();
    }
}

/// The place of `words`, which are in `text` from byte `from` on.
fn at(text: &str, from: usize, words: &str) -> Range<usize> {
    let start = from + text[from..].find(words).unwrap_or(0);
    start..start + words.len()
}

/// The lines of a second front matter that `body` begins with: the text between two lines of `---` that holds keys.
#[must_use]
pub fn second(body: &str) -> Option<Range<usize>> {
    let split = split(body).ok()?;
    let has_keys = body[split.yaml.clone()].lines().any(|line| {
        line.split_once(':').is_some_and(|(key, _)| {
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        })
    });
    has_keys.then(|| split.yaml.start.saturating_sub(4)..split.body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leading_heading_is_found_with_its_place() {
        let title =
            |text: &str| lead(text).map(|lead| (text[lead.title].to_owned(), text[lead.end..].to_owned()));
        assert_eq!(title("\n# 題 #\n本文"), Some(("題".into(), "本文".into())));
        assert_eq!(title("題\n===\n本文"), Some(("題".into(), "本文".into())));
        assert_eq!(title("<!-- 覚え書き\n二行目 -->\n\n# 題\n本文"), Some(("題".into(), "本文".into())));
        assert_eq!(title("<!-- 覚え書き --># 題\n"), None);
        assert_eq!(title("<!-- 閉じない\n# 題\n"), None);
        assert_eq!(title("## 題\n"), None);
        assert_eq!(title("本文\n# 題\n"), None);
        assert_eq!(title(""), None);
    }

    #[test]
    fn a_second_front_matter_holds_keys() {
        assert!(second("\n---\ntitle: a\n---\n本文").is_some());
        assert!(second("---\n本文\n---\n").is_none());
    }

    #[test]
    fn front_matter_stands_between_two_lines() {
        assert_eq!(split("---\ntitle: a\n---\n本文\n"), Ok(Split { yaml: 4..13, body: 17 }));
        assert_eq!(split("---\r\ntitle: a\r\n---\r\n"), Ok(Split { yaml: 5..15, body: 20 }));
        assert_eq!(split("title: a\n"), Err(Code::NoFrontMatter));
        assert_eq!(split("---\ntitle: a\n"), Err(Code::UnclosedFrontMatter));
        assert_eq!(split(""), Err(Code::NoFrontMatter));
        assert_eq!(split("\n---\ntitle: a\n---\n本文\n"), Ok(Split { yaml: 5..14, body: 18 }));
    }
}
