//! How much of what learners write a learning management system holds: for each exercise and form a usual and a long answer, packed as
//! the script does it (`themes/default/scripts/lms/pack.js`), and how many of them fit at once.
//!
//! Answers consist of words of the course itself: how much a text takes depends on how well it deflates.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};

use crate::field::{Asked, Holds};
use crate::render::{Site, Work};

/// The characters of a usual and of a long text, and the rows of a table.
const USUAL: AnswerSize = AnswerSize { characters: 80, rows: 2 };
const LONG: AnswerSize = AnswerSize { characters: 600, rows: 8 };

/// UTF-16 units of the head of a copy, and of the checksum of a part.
const HEAD: usize = 30;
const CHECK: usize = 9;

#[derive(Clone, Copy)]
struct AnswerSize {
    characters: usize,
    rows: usize,
}

/// What an exercise or a form takes in a copy by itself, in UTF-16 units.
#[derive(Debug)]
pub struct WorkCapacity {
    /// Its title.
    pub title: String,
    /// With a usual answer.
    pub usual: usize,
    /// With a long one.
    pub long: usize,
}

/// What all take, and what fits.
#[derive(Debug)]
pub struct Capacity {
    /// Each exercise and form, in the order of the course.
    pub works: Vec<WorkCapacity>,
    /// All of them together, with usual answers.
    pub together: usize,
    /// How many of them fit at once, from the beginning of the course.
    pub fitting: usize,
    /// The characters of a usual and of a long text.
    pub characters: [usize; 2],
    /// The rows of a table, likewise.
    pub rows: [usize; 2],
}

/// What the answers to all exercises and forms of `site` take in a learning management system that holds `room` UTF-16 units.
#[must_use]
pub fn capacity(site: &Site, room: usize) -> Capacity {
    let works = site.works();
    let mut writer = AnswerWriter::new(&works);
    let usual: Vec<Value> = works.iter().map(|work| writer.answer(work, USUAL)).collect();
    let long: Vec<Value> = works.iter().map(|work| writer.answer(work, LONG)).collect();
    let sizes = works.iter().zip(usual.iter().zip(&long)).map(|(work, (usual, long))| WorkCapacity {
        title: work.title.clone(),
        usual: packed(std::slice::from_ref(usual)),
        long: packed(std::slice::from_ref(long)),
    });
    let sizes = sizes.collect();
    let (mut fitting, mut beyond) = (0, works.len() + 1);
    while fitting + 1 < beyond {
        let middle = usize::midpoint(fitting, beyond);
        if packed(&usual[..middle]) <= room {
            fitting = middle;
        } else {
            beyond = middle;
        }
    }
    Capacity {
        works: sizes,
        together: packed(&usual),
        fitting,
        characters: [USUAL.characters, LONG.characters],
        rows: [USUAL.rows, LONG.rows],
    }
}

/// The UTF-16 units of a copy of these works.
fn packed(works: &[Value]) -> usize {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let text = Value::from(works.to_vec()).to_string();
    // Writing to memory does not fail.
    let _ = encoder.write_all(text.as_bytes());
    let bytes = encoder.finish().unwrap_or_default().len();
    HEAD + CHECK + (bytes * 4).div_ceil(3)
}

/// Answers with words that the course has: what it asks, one label after another.
struct AnswerWriter {
    words: Vec<char>,
    at: usize,
}

impl AnswerWriter {
    fn new(works: &[Work]) -> Self {
        let labels = works.iter().flat_map(|work| work.fields.iter().map(|field| field.label.as_str()));
        let signs: Vec<char> = labels.flat_map(str::chars).collect();
        Self { words: if signs.is_empty() { vec!['、'] } else { signs }, at: 0 }
    }

    fn text(&mut self, characters: usize) -> String {
        let from = self.at;
        self.at = (from + characters) % self.words.len();
        self.words.iter().cycle().skip(from).take(characters).collect()
    }

    /// A work as a row of the copy, with the marks that begin and close it.
    fn answer(&mut self, work: &Work, size: AnswerSize) -> Value {
        let mut row = vec![json!(work.key), json!(1), json!(1_775_000_000)];
        let mut add = |name: &str, value: Value| row.push(json!([name, value, 3, row.len() * 7]));
        add("@begun", json!("2026-04-01T00:00:00.000Z"));
        add("@looked", json!("2026-04-01T00:00:00.000Z"));
        for asked in &work.fields {
            if asked.columns.is_empty() && !asked.many {
                add(&asked.id, self.value(asked, size));
                continue;
            }
            for n in 1..=size.rows {
                if asked.columns.is_empty() {
                    add(&format!("{}.{n}", asked.id), self.value(asked, size));
                }
                for column in &asked.columns {
                    add(&format!("{}.{n}.{}", asked.id, column.id), self.value(column, size));
                }
            }
        }
        Value::from(row)
    }

    fn value(&mut self, asked: &Asked, size: AnswerSize) -> Value {
        let chosen: Vec<&str> = asked.options.iter().map(|(value, _)| value.as_str()).collect();
        match (chosen.as_slice(), asked.holds) {
            ([], Holds::Number) => json!("12"),
            ([], Holds::Date) => json!("2026-04-01"),
            ([], _) => json!(self.text(size.characters)),
            (all, _) if asked.several => json!(all),
            (all, _) => json!(all[all.len() / 2]),
        }
    }
}
