//! The search index: bigrams in shards, loaded by script tags, so that it works from a folder without a server.
//!
//! 1. every page with a text, every exercise and every term of the glossary is one entry ([`entry`], [`words`]);
//! 2. its text is normalised ([`normalise`]) and cut into [`grams`]: pairs of characters, and single Han characters;
//! 3. a gram's [`postings`] (the entries that hold it) are in the shard that its hash names;
//! 4. the texts of some entries are in one file: results show the passage, and are verified on it.
//!
//! Entries are cut in parallel, some at a time, and their grams dealt to several tables, each filled by one thread.

mod entry;
mod grams;
mod postings;
mod words;

use rayon::prelude::*;
use serde_json::json;

use crate::html::in_script;

pub(super) use entry::Entries;
use grams::{Gram, grams, shard_of, text_of};
use postings::{GramPlace, PostingsTable, mixed};

/// Entries whose grams are in memory at one time.
const BATCH: usize = 64;

/// Tables that are filled side by side.
const TABLES: usize = 8;

/// The index of a course.
pub(super) struct SearchIndex {
    /// The shards as they are written: in one piece each they take a fifth of the room.
    shards: Vec<String>,
}

/// How many shards an index of so many entries has: a query loads one for each of its grams, so that they are small.
pub(super) fn shard_count(entries: usize) -> usize {
    entries.div_ceil(6).clamp(1, 1024)
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
        Self { shards: sharded(tables, shard_count(entries.len())) }
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

/// `search/meta.js`: how many entries and files there are, and the names of terms and roles.
pub(super) fn meta(entries: &Entries) -> String {
    let meta = json!({
        "pages": entries.len(),
        "shards": shard_count(entries.len()),
        "starts": entries.starts(),
        "authors": entries.authors(),
        "names": entries.names(),
        "rules": entries.rules(),
    });
    call("meta", &in_script(&meta.to_string()))
}

/// `search/text-N.js`.
pub(super) fn text(entries: &Entries, file: usize) -> String {
    let entries: Vec<_> = entries.of_file(file).collect();
    let entries = serde_json::to_string(&entries).unwrap_or_default();
    call("text", &format!("{file},{}", in_script(&entries)))
}

fn call(name: &str, arguments: &str) -> String {
    format!("mitateSearch.{name}({arguments});\n")
}

/// The grams of one entry, dealt to the tables, place by place.
struct Dealt {
    number: usize,
    /// For each place, how many grams each table has up to its end.
    ends: [[usize; TABLES]; 4],
    grams: [Vec<Gram>; TABLES],
}

/// The places in the order in which they are dealt: the first that holds a gram counts.
const PLACES: [GramPlace; 4] = [GramPlace::Title, GramPlace::Head, GramPlace::Text, GramPlace::Later];

fn dealt(entries: &Entries, number: usize) -> Dealt {
    let mut dealt = Dealt { number, ends: [[0; TABLES]; 4], grams: std::array::from_fn(|_| Vec::new()) };
    let Some(entry) = entries.get(number) else { return dealt };
    let subtitle = entry.b.as_deref().unwrap_or_default();
    let texts: [&[&str]; 4] = [&[&entry.t], &[subtitle, &entry.n], &[&entry.x, &entry.s], &[&entry.h]];
    for (place, texts) in texts.into_iter().enumerate() {
        for text in texts {
            grams(text, |gram| {
                dealt.grams[usize::try_from(mixed(gram) >> 8).unwrap_or_default() % TABLES].push(gram);
            });
        }
        dealt.ends[place] = dealt.grams.each_ref().map(Vec::len);
    }
    dealt
}

impl Dealt {
    fn add_to(&self, which: usize, table: &mut PostingsTable) {
        let mut start = 0;
        for (place, ends) in PLACES.into_iter().zip(&self.ends) {
            for gram in &self.grams[which][start..ends[which]] {
                table.entry(*gram).or_default().add(self.number, place);
            }
            start = ends[which];
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
