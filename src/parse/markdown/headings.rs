//! Headings: their order, and their anchors.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::events::Spanned;
use super::writer::{Writer, clamp, first_line};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Heading, Piece};
use crate::source::Span;
use crate::steps;

/// What is known of the headings of a text while it is written.
#[derive(Default)]
pub(super) struct Headings {
    /// The words of the heading that is being written.
    pub words: Option<String>,
    /// Every anchor that is taken; those given by hand from the beginning, so that no made one comes before them.
    taken: HashSet<String>,
    /// For each anchor that was made from words: the number that the next heading with the same words tries first.
    next: HashMap<String, usize>,
    /// The first place of each anchor given by hand.
    by_hand: HashMap<String, Span>,
}

impl Headings {
    /// Keeps the anchors that are given by hand from being made out of another heading's words.
    pub(super) fn reserve(&mut self, events: &[Spanned<'_>]) {
        let ids = events.iter().filter_map(|(event, _)| match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.to_string()),
            _ => None,
        });
        self.taken.extend(ids);
    }

    /// An anchor made from a heading's words, that no heading has yet.
    fn fresh(&mut self, words: &str) -> String {
        let base = anchor(words);
        let next = self.next.entry(base.clone()).or_insert(1);
        loop {
            steps::count(1);
            let id = if *next == 1 { base.clone() } else { format!("{base}-{next}") };
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

impl Writer<'_> {
    pub(super) fn heading_start(&mut self, level: HeadingLevel, id: Option<&str>, range: Range<usize>) {
        let level = level as u8;
        let line = first_line(self.text, range);
        if !self.options.inline {
            self.check_level(level, &line);
        }
        let id = id.unwrap_or_default().to_owned();
        let at = self.place(line);
        self.block("");
        let plain_at = self.body.plain.len();
        let (by_hand, level) = (!id.is_empty(), level.max(2));
        self.body.headings.push(Heading { by_hand, id, level, text: String::new(), plain_at, at });
        self.piece(Piece::HeadingStart(clamp(self.body.headings.len() - 1)));
        self.headings.words = Some(String::new());
        if level <= 2 {
            self.sentences.start_stage();
        }
    }

    /// The level of the heading that the text is below; 1 if it is below the title.
    pub(super) fn level(&self) -> u8 {
        let outer = self.options.block.map_or(1, |block| block.level);
        self.body.headings.last().map_or(outer, |heading| heading.level)
    }

    fn check_level(&mut self, level: u8, line: &Range<usize>) {
        if level == 1 {
            let is_marked = self.text[line.clone()].starts_with('#');
            let fix = is_marked.then(|| format!("#{}", &self.text[line.clone()]));
            self.report(Code::HeadingOne, line.clone(), |it| match fix {
                Some(fix) => {
                    let at = it.span.clone();
                    it.fixed(at, fix)
                }
                None => it,
            });
        }
        let before = self.level();
        if level > before + 1 {
            let (from, to) = (before.to_string(), level.to_string());
            self.report(Code::HeadingJump, line.clone(), |it| it.with("from", from).with("to", to));
        }
    }

    pub(super) fn heading_end(&mut self) {
        let words = self.headings.words.take().unwrap_or_default();
        let index = self.body.headings.len().saturating_sub(1);
        let Some(heading) = self.body.headings.last_mut() else { return };
        words.trim().clone_into(&mut heading.text);
        if heading.by_hand {
            let span = Span::new(self.path, heading.at.start, heading.at.end);
            if let Some(first) = self.headings.by_hand.get(&heading.id) {
                let diagnostic = Diagnostic::new(Code::DuplicateAnchor, span).with("anchor", &heading.id);
                self.diagnostics.push(diagnostic.related(first.clone()));
            } else {
                self.headings.by_hand.insert(heading.id.clone(), span);
            }
        } else {
            heading.id = self.headings.fresh(&heading.text);
        }
        self.piece(Piece::HeadingEnd(clamp(index)));
        self.plain_break();
    }
}

/// Words as an anchor: letters and digits, in lower case, with hyphens for spaces.
fn anchor(words: &str) -> String {
    let mut anchor = String::new();
    for c in words.chars() {
        if c.is_alphanumeric() {
            anchor.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-') && !anchor.ends_with('-') {
            anchor.push('-');
        }
    }
    match anchor.trim_matches('-') {
        "" => "section".to_owned(),
        anchor if is_like_a_footnote(anchor) => format!("section-{anchor}"),
        anchor => anchor.to_owned(),
    }
}

/// Whether it could be the id of a footnote or of its mark, or become one with a number behind: `fn`, `fn-1`, `fnref-1-2`.
fn is_like_a_footnote(anchor: &str) -> bool {
    let number = anchor.strip_prefix("fnref").or_else(|| anchor.strip_prefix("fn"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
}
