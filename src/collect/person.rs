//! Distinguishing people: which files are of one person.
//!
//! An answer file names nobody. But a browser writes into each sheet when it was begun, to the millisecond, and beside each answer when it
//! was changed last; both stay with it when it is loaded into another browser. So two files are of one person if a sheet in both was begun
//! at the same moment, and what the newer file says in it is in the older one too, or was written after that was exported: of forty people
//! who begin together, two may well begin in the same millisecond. A file of papers has no such moment: it is of the same person as another
//! if all answers in them are the same. Files of which each shares a sheet with a third one are of one person, too.
//!
//! The board of a site does the same (`scripts/board/people.js`); `tests/shared/people.json` holds both.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::answers::{AnswerEntry, AnswerValue, Exported};

/// How many answers of a file are remembered. After them, sheets are left out: those whose hashes are greatest, which are the same
/// ones in two files.
const REMEMBERED: usize = 4096;

/// With how many files that share a sheet a file is compared. Someone who hands in more of them has handed in others in between.
const COMPARED: usize = 32;

/// What is remembered of a file to distinguish people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The hash of the bytes.
    bytes: blake3::Hash,
    /// The hash of all answers.
    whole: [u8; 32],
    /// The sheets whose beginning is known, in the order of its hash: the hash, and where their answers end.
    sheets: Vec<(u64, usize)>,
    /// Their answers, with the moment of each.
    answers: Vec<(u64, Moment)>,
    /// When the file was written.
    exported: Moment,
}

/// A time as a number, `20261129162200123`: to the millisecond.
type Moment = u64;

impl Trace {
    /// What is remembered of `file`, which was read from `bytes`.
    #[must_use]
    pub fn of(file: &Exported, bytes: &[u8]) -> Self {
        let mut whole = blake3::Hasher::new();
        let mut sheets: Vec<(u64, Vec<(u64, Moment)>)> = Vec::new();
        for sheet in &file.answers {
            let mut begun = None;
            let mut answers = Vec::new();
            for (name, entry) in &sheet.fields.0 {
                let hash = hash_of(name, entry);
                whole.update(sheet.key.as_bytes()).update(&sheet.sheet.to_le_bytes()).update(hash.as_bytes());
                match &entry.value {
                    AnswerValue::Text(at) if name == "@begun" && !entry.value.is_blank() => {
                        begun = Some(short(&blake3::hash(format!("{} {at}", sheet.key).as_bytes())));
                    }
                    value if !name.starts_with('@') && !value.is_blank() => {
                        answers.push((short(&hash), moment(&entry.at)));
                    }
                    _ => {}
                }
            }
            sheets.extend(begun.map(|begun| (begun, answers)));
        }
        sheets.sort_by_key(|(begun, _)| *begun);
        let mut trace = Self {
            bytes: blake3::hash(bytes),
            whole: *whole.finalize().as_bytes(),
            sheets: Vec::with_capacity(sheets.len()),
            answers: Vec::new(),
            exported: moment(&file.exported),
        };
        for (begun, answers) in sheets {
            if trace.answers.len() >= REMEMBERED {
                break;
            }
            trace.answers.extend(answers);
            trace.sheets.push((begun, trace.answers.len()));
        }
        trace.sheets.shrink_to_fit();
        trace.answers.shrink_to_fit();
        trace
    }

    /// The answers of all sheets that were begun then. A file may say so of two: each has its own.
    fn answers_of(&self, begun: u64) -> impl Iterator<Item = &[(u64, Moment)]> {
        let first = self.sheets.partition_point(|(hash, _)| *hash < begun);
        let same = self.sheets[first..].iter().take_while(move |(hash, _)| *hash == begun);
        let starts = std::iter::once(first.checked_sub(1).map_or(0, |at| self.sheets[at].1))
            .chain(self.sheets[first..].iter().map(|(_, end)| *end));
        same.zip(starts).map(|((_, end), start)| &self.answers[start..*end])
    }

    /// Whether a sheet of this file that was begun then goes on in `newer`.
    fn goes_on_in(&self, newer: &Self, begun: u64) -> bool {
        self.exported <= newer.exported
            && newer.answers_of(begun).any(|answers| {
                self.answers_of(begun).any(|before| {
                    answers.iter().all(|answer| answer.1 > self.exported || before.contains(answer))
                })
            })
    }
}

/// The hash of an answer: of its name, its value and its moment, each part with its length before it.
fn hash_of(name: &str, entry: &AnswerEntry) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| {
        hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
    };
    part(name);
    part(&entry.at);
    match &entry.value {
        AnswerValue::Text(text) => part(text),
        AnswerValue::List(ids) => {
            part("list");
            for id in ids {
                part(id);
            }
        }
    }
    hasher.finalize()
}

fn short(hash: &blake3::Hash) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(bytes)
}

/// The digits of a time, as many as there are down to milliseconds.
fn moment(time: &str) -> Moment {
    const DIGITS: usize = 17;
    let digits = time.bytes().filter(u8::is_ascii_digit).chain(std::iter::repeat(b'0')).take(DIGITS);
    digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}

/// The people of a group.
#[derive(Debug, Default)]
pub struct Respondents {
    /// The file of each that counts, by their numbers.
    files: Vec<usize>,
    bytes: Vec<blake3::Hash>,
    /// The files that do not count, each with the one of the same person that does.
    older: Vec<(usize, usize)>,
}

impl Respondents {
    /// The people of files, by the numbers of the files.
    ///
    /// Numbers are given in the order of what was answered: neither the names of the files nor their order say who is who.
    #[must_use]
    pub fn of(traces: &[(usize, &Trace)]) -> Self {
        let mut groups = Groups((0..traces.len()).collect());
        let mut same: HashMap<[u8; 32], usize> = HashMap::new();
        let mut sheets: Vec<(u64, Moment, usize)> = Vec::new();
        for (at, (_, trace)) in traces.iter().enumerate() {
            let first = *same.entry(trace.whole).or_insert(at);
            groups.join(at, first);
            if first == at {
                sheets.extend(trace.sheets.iter().map(|(begun, _)| (*begun, trace.exported, at)));
            }
        }
        sheets.sort_unstable();
        sheets.dedup();
        for run in sheets.chunk_by(|a, b| a.0 == b.0) {
            for (place, (begun, _, at)) in run.iter().enumerate() {
                for (_, _, other) in &run[place.saturating_sub(COMPARED)..place] {
                    let (one, two) = (traces[*at].1, traces[*other].1);
                    if two.goes_on_in(one, *begun) || one.goes_on_in(two, *begun) {
                        groups.join(*at, *other);
                    }
                }
            }
        }
        Self::of_groups(traces, groups)
    }

    fn of_groups(traces: &[(usize, &Trace)], mut groups: Groups) -> Self {
        let age = |at: usize| (traces[at].1.exported, traces[at].1.whole, Reverse(traces[at].0));
        let mut newest: HashMap<usize, usize> = HashMap::new();
        for at in 0..traces.len() {
            let known = newest.entry(groups.root(at)).or_insert(at);
            if age(at) > age(*known) {
                *known = at;
            }
        }
        let mut counted: Vec<usize> = newest.values().copied().collect();
        counted.sort_by_key(|at| traces[*at].1.whole);
        let mut older: Vec<(usize, usize)> = (0..traces.len())
            .map(|at| (at, newest[&groups.root(at)]))
            .filter(|(at, newest)| at != newest)
            .map(|(at, newest)| (traces[at].0, traces[newest].0))
            .collect();
        older.sort_unstable();
        Self {
            files: counted.iter().map(|at| traces[*at].0).collect(),
            bytes: counted.iter().map(|at| traces[*at].1.bytes).collect(),
            older,
        }
    }

    /// The numbers of the files that count, in the order of the people.
    #[must_use]
    pub fn files(&self) -> &[usize] {
        &self.files
    }

    /// The files that do not count, each with the one of the same person that does.
    #[must_use]
    pub fn older(&self) -> &[(usize, usize)] {
        &self.older
    }

    /// Whether the file of the person at `at`, which holds `bytes` now, is as it was when people were distinguished.
    #[must_use]
    pub fn is_unchanged(&self, at: usize, bytes: &[u8]) -> bool {
        self.bytes.get(at) == Some(&blake3::hash(bytes))
    }
}

/// Numbers in groups: each leads to another of its group, and the last one to itself.
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (first, last) = (one.min(other), one.max(other));
        self.0[last] = first;
    }
}
