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
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(Code::NoFrontMatter);
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == "---" {
            return Ok(Split { yaml: first.len()..at, body: at + line.len() });
        }
        at += line.len();
    }
    Err(Code::UnclosedFrontMatter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_stands_between_two_lines() {
        assert_eq!(split("---\ntitle: a\n---\n本文\n"), Ok(Split { yaml: 4..13, body: 17 }));
        assert_eq!(split("---\r\ntitle: a\r\n---\r\n"), Ok(Split { yaml: 5..15, body: 20 }));
        assert_eq!(split("title: a\n"), Err(Code::NoFrontMatter));
        assert_eq!(split("---\ntitle: a\n"), Err(Code::UnclosedFrontMatter));
        assert_eq!(split(""), Err(Code::NoFrontMatter));
    }
}
