//! The search index: bigrams in shards, loaded by script tags, so that it works from a folder without a server.
//!
//! 1. every page with a text, and every term of the glossary, is one entry ([`entry`]);
//! 2. its text is normalised ([`normalise`]) and cut into [`grams`]: pairs of characters, and single Han characters;
//! 3. a gram's [`postings`] (the entries that hold it) are in the shard that its hash names;
//! 4. the text of each entry is in a file of its own: results show the passage, and are verified on it.
//!
//! Entries are cut in parallel, some at a time, and their grams dealt to several tables, each filled by one thread.

mod entry;
mod grams;
mod postings;

use rayon::prelude::*;
use serde_json::{Value as Json, json};

pub(super) use entry::Entries;
use grams::{Gram, grams, shard_of, text_of};
use postings::{PostingsTable, mixed};

/// Entries whose grams are in memory at one time.
const BATCH: usize = 64;

/// Tables that are filled side by side.
const TABLES: usize = 8;

/// The index of a course.
pub(super) struct SearchIndex {
    entries: usize,
    /// How words are looked for.
    rules: Json,
    /// The shards as they are written: in one piece each they take a fifth of the room.
    shards: Vec<String>,
}

/// How many shards an index of so many entries has: a shard stays within some tens of kilobytes.
pub(super) fn shard_count(entries: usize) -> usize {
    entries.div_ceil(4).clamp(1, 1024)
}

impl SearchIndex {
    /// Makes the index.
    pub(super) fn new(entries: &Entries) -> Self {
        let mut tables: Vec<PostingsTable> = (0..TABLES).map(|_| PostingsTable::default()).collect();
        for start in (0..entries.len()).step_by(BATCH) {
            let batch: Vec<Dealt> = (start..entries.len().min(start + BATCH))
                .into_par_iter()
                .map(|it| dealt(entries, it))
                .collect();
            tables.par_iter_mut().enumerate().for_each(|(which, table)| {
                for dealt in &batch {
                    dealt.add_to(which, table);
                }
            });
        }
        Self {
            rules: entries.rules(),
            entries: entries.len(),
            shards: sharded(tables, shard_count(entries.len())),
        }
    }

    /// `search/meta.js`.
    pub(super) fn meta(&self) -> String {
        let meta = json!({ "pages": self.entries, "shards": self.shards.len(), "rules": self.rules });
        call("meta", &meta.to_string())
    }

    /// `search/shard-K.js`.
    pub(super) fn shard(&self, number: usize) -> &str {
        self.shards.get(number).map_or("", |shard| shard)
    }
}

/// A shard with its grams and their postings, in the order of the grams. Neither holds what JSON escapes.
fn shard(number: usize, mut grams: Vec<(Gram, String)>) -> String {
    grams.sort_unstable_by_key(|(gram, _)| *gram);
    let mut out = format!("{number},{{");
    for (gram, postings) in &grams {
        if !out.ends_with('{') {
            out.push(',');
        }
        out.push('"');
        out.extend(text_of(*gram));
        out.push_str("\":\"");
        out.push_str(postings);
        out.push('"');
    }
    out.push('}');
    call("shard", &out)
}

/// `search/text-N.js`.
pub(super) fn text(entries: &Entries, number: usize) -> String {
    let entry = entries.get(number).and_then(|entry| serde_json::to_string(&entry).ok());
    entry.map(|entry| call("text", &format!("{number},{entry}"))).unwrap_or_default()
}

fn call(name: &str, arguments: &str) -> String {
    format!("mitateSearch.{name}({arguments});\n")
}

/// The grams of one entry, dealt to the tables; those of its title come first.
struct Dealt {
    number: usize,
    /// How many of the grams are the title's.
    of_title: [usize; TABLES],
    grams: [Vec<Gram>; TABLES],
}

fn dealt(entries: &Entries, number: usize) -> Dealt {
    let Some(entry) = entries.get(number) else {
        return Dealt { number, of_title: [0; TABLES], grams: std::array::from_fn(|_| Vec::new()) };
    };
    // A character of three bytes is in about two grams.
    let room = entry.x.len() * 2 / 3 / TABLES;
    let mut all: [Vec<Gram>; TABLES] = std::array::from_fn(|_| Vec::with_capacity(room));
    let mut deal = |text: &str| {
        grams(text, |gram| all[usize::try_from(mixed(gram) >> 8).unwrap_or_default() % TABLES].push(gram));
        all.each_ref().map(Vec::len)
    };
    let of_title = deal(&entry.t);
    deal(&entry.x);
    deal(&entry.s);
    Dealt { number, of_title, grams: all }
}

impl Dealt {
    fn add_to(&self, which: usize, table: &mut PostingsTable) {
        for (at, gram) in self.grams[which].iter().enumerate() {
            table.entry(*gram).or_default().add(self.number, at < self.of_title[which]);
        }
    }
}

fn sharded(tables: Vec<PostingsTable>, count: usize) -> Vec<String> {
    let of_table = |table: PostingsTable| -> Vec<(Gram, String)> {
        table.into_iter().map(|(gram, postings)| (gram, postings.written())).collect()
    };
    let written: Vec<Vec<(Gram, String)>> = tables.into_par_iter().map(of_table).collect();
    let mut shards: Vec<Vec<(Gram, String)>> = (0..count).map(|_| Vec::new()).collect();
    for (gram, postings) in written.into_iter().flatten() {
        shards[shard_of(gram, count)].push((gram, postings));
    }
    shards.into_par_iter().enumerate().map(|(number, grams)| shard(number, grams)).collect()
}
