//! Distinguishing people: which files are of one person.
//!
//! An answer file names nobody. But a browser writes with each answer the moment of its last change, to the millisecond, and that stays
//! with it when it is saved again, or loaded into another browser. So two files that have two answers of the same words at the same
//! moments are of one person. One such answer may be chance, where many people tick the same box at the same time. Times of papers
//! are known to the second only: those files are of one person if all answers in them are the same.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::answers::{AnswerEntry, AnswerValue, AnsweredSheet, Exported};

/// How many answers two files must share.
const SHARED: u32 = 2;

/// The most answers of a file that are remembered: those whose hashes are smallest, which are the same ones in two files.
const REMEMBERED: usize = 4096;

/// With how many files that share an answer a file is compared. More of them are copies of one file.
const COMPARED: usize = 32;

/// What is remembered of a file to distinguish people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The hash of all answers.
    whole: [u8; 32],
    /// The hashes of the answers whose moment is known to the millisecond, in order.
    moments: Vec<u64>,
    /// When the file was written.
    exported: String,
}

impl Trace {
    /// What is remembered of `file`.
    #[must_use]
    pub fn of(file: &Exported) -> Self {
        let mut moments = Vec::new();
        let answers = file.answers.iter().flat_map(|sheet| sheet.fields.0.iter().map(move |it| (sheet, it)));
        for (sheet, (name, entry)) in answers {
            if entry.at.contains('.') && !entry.value.is_blank() {
                let mut hasher = blake3::Hasher::new();
                add(&mut hasher, sheet, name, entry);
                let mut hash = [0; 8];
                hasher.finalize_xof().fill(&mut hash);
                moments.push(u64::from_le_bytes(hash));
            }
        }
        moments.sort_unstable();
        moments.dedup();
        moments.truncate(REMEMBERED);
        moments.shrink_to_fit();
        Self { whole: whole(file), moments, exported: file.exported.clone() }
    }
}

fn whole(file: &Exported) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for sheet in &file.answers {
        for (name, entry) in &sheet.fields.0 {
            add(&mut hasher, sheet, name, entry);
        }
    }
    *hasher.finalize().as_bytes()
}

/// Adds an answer, each part with its length before it.
fn add(hasher: &mut blake3::Hasher, sheet: &AnsweredSheet, name: &str, entry: &AnswerEntry) {
    let mut part = |text: &str| {
        hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
    };
    part(&sheet.key);
    part(&sheet.sheet.to_string());
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
}

/// The people of a group.
#[derive(Debug, Default)]
pub struct Respondents {
    /// The file of each that counts, by their numbers.
    files: Vec<usize>,
    wholes: Vec<[u8; 32]>,
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
        let mut moments: Vec<(u64, usize)> = Vec::new();
        for (at, (_, trace)) in traces.iter().enumerate() {
            groups.join(at, *same.entry(trace.whole).or_insert(at));
            moments.extend(trace.moments.iter().map(|hash| (*hash, at)));
        }
        moments.sort_unstable();
        let mut shared: HashMap<(usize, usize), u32> = HashMap::new();
        for run in moments.chunk_by(|a, b| a.0 == b.0) {
            for (place, (_, at)) in run.iter().enumerate() {
                for (_, other) in &run[place.saturating_sub(COMPARED)..place] {
                    *shared.entry((*other, *at)).or_default() += 1;
                }
            }
        }
        for ((one, other), _) in shared.into_iter().filter(|(_, count)| *count >= SHARED) {
            groups.join(one, other);
        }
        Self::of_groups(traces, groups)
    }

    fn of_groups(traces: &[(usize, &Trace)], mut groups: Groups) -> Self {
        let age = |at: usize| (&traces[at].1.exported, traces[at].1.whole, Reverse(traces[at].0));
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
            wholes: counted.iter().map(|at| traces[*at].1.whole).collect(),
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

    /// Whether `file`, of the person at `at`, is as it was when people were distinguished.
    #[must_use]
    pub fn is_unchanged(&self, at: usize, file: &Exported) -> bool {
        self.wholes.get(at) == Some(&whole(file))
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
