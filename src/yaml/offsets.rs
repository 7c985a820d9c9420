//! How places in a text lead back to the file that it was taken from.
//!
//! The body of a Markdown file is one run of the file. The value of a YAML scalar is many: lines without their indent, line
//! breaks that became spaces, escapes. [`super::scalar`] finds the runs of a scalar.

use super::Range;

/// Leads from byte ranges of a text to byte ranges of its file.
#[derive(Debug, Clone, Default)]
pub struct Offsets {
    /// Ascending in the text; together they cover it.
    runs: Vec<Run>,
}

/// A part of the text, and where it comes from. It ends where the next run begins.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Its first byte in the text.
    text: u32,
    /// Its first byte in the file.
    start: u32,
    /// The byte after its last in the file.
    end: u32,
    /// Whether text and file are the same, byte for byte. Otherwise all of the run comes from all of `start..end`.
    is_verbatim: bool,
}

impl Offsets {
    /// The text is the file from byte `start` to byte `end`.
    #[must_use]
    pub fn of_run(start: usize, end: usize) -> Self {
        let run = Run { text: 0, start: clamp(start), end: clamp(end), is_verbatim: true };
        Self { runs: vec![run] }
    }

    /// The text comes from `at`, and it is not known which part from where: every place in it is the whole of `at`.
    #[must_use]
    pub fn inexact(at: Range) -> Self {
        let run = Run { text: 0, start: at.start, end: at.end, is_verbatim: false };
        Self { runs: vec![run] }
    }

    /// The same for a text that begins `by` bytes into the file.
    #[must_use]
    pub fn shifted(mut self, by: u32) -> Self {
        for run in &mut self.runs {
            run.start = run.start.saturating_add(by);
            run.end = run.end.saturating_add(by);
        }
        self
    }

    /// The place in the file of `range` of the text.
    #[must_use]
    pub fn range(&self, range: std::ops::Range<usize>) -> Range {
        let start = self.start_of(clamp(range.start));
        if range.is_empty() && self.run(clamp(range.start)).is_none_or(|run| run.is_verbatim) {
            return Range { start, end: start };
        }
        let last = clamp(range.end.max(range.start + 1) - 1);
        Range { start, end: self.end_of(last).max(start) }
    }

    fn run(&self, offset: u32) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.text <= offset);
        self.runs.get(after.saturating_sub(1))
    }

    /// Where the byte `offset` of the text begins in the file.
    fn start_of(&self, offset: u32) -> u32 {
        self.run(offset).map_or(0, |run| {
            if run.is_verbatim { run.start.saturating_add(offset - run.text).min(run.end) } else { run.start }
        })
    }

    /// Where the byte `offset` of the text ends in the file.
    fn end_of(&self, offset: u32) -> u32 {
        self.run(offset).map_or(0, |run| {
            if run.is_verbatim {
                run.start.saturating_add(offset - run.text + 1).min(run.end)
            } else {
                run.end
            }
        })
    }
}

/// A text under construction, with the place in the file of each of its parts.
pub(crate) struct Traced<'f> {
    /// The file.
    pub file: &'f str,
    /// The text so far.
    pub text: String,
    offsets: Offsets,
}

impl<'f> Traced<'f> {
    /// No text yet.
    pub(crate) fn new(file: &'f str) -> Self {
        Self { file, text: String::new(), offsets: Offsets::default() }
    }

    /// Appends `at` of the file as it is.
    pub(crate) fn copy(&mut self, at: std::ops::Range<usize>) {
        if at.is_empty() {
            return;
        }
        let (start, end) = (clamp(at.start), clamp(at.end));
        match self.offsets.runs.last_mut() {
            Some(last) if last.is_verbatim && last.end == start => last.end = end,
            _ => {
                let text = clamp(self.text.len());
                self.offsets.runs.push(Run { text, start, end, is_verbatim: true });
            }
        }
        self.text.push_str(&self.file[at]);
    }

    /// Appends `text`, which comes from `at` of the file.
    pub(crate) fn replace(&mut self, at: std::ops::Range<usize>, text: &str) {
        if text.is_empty() {
            return;
        }
        let run = Run {
            text: clamp(self.text.len()),
            start: clamp(at.start),
            end: clamp(at.end),
            is_verbatim: false,
        };
        self.offsets.runs.push(run);
        self.text.push_str(text);
    }

    /// Appends `text`, which comes from `at` of the file, changed or not.
    pub(crate) fn push(&mut self, at: std::ops::Range<usize>, text: &str) {
        if self.file.get(at.clone()) == Some(text) { self.copy(at) } else { self.replace(at, text) }
    }

    /// Appends `text`, whose places are known.
    pub(crate) fn append(&mut self, text: &str, offsets: Offsets) {
        let at = clamp(self.text.len());
        self.offsets.runs.extend(offsets.runs.into_iter().map(|run| Run { text: run.text + at, ..run }));
        self.text.push_str(text);
    }

    /// Removes spaces and tabs from the end, as far as they are copied from the file.
    pub(crate) fn trim_end(&mut self) {
        let Some(last) = self.offsets.runs.last_mut().filter(|run| run.is_verbatim) else { return };
        let run = &self.text[last.text as usize..];
        let blank = run.len() - run.trim_end_matches([' ', '\t']).len();
        last.end -= clamp(blank);
        if last.start == last.end {
            self.offsets.runs.pop();
        }
        self.text.truncate(self.text.len() - blank);
    }

    /// The places of its parts.
    pub(crate) fn into_offsets(self) -> Offsets {
        self.offsets
    }
}

fn clamp(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
