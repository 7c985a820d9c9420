//! Gathering: the answer files of a group become rows. One row is one answer of one person to one field (`row.schema.json`). Or they
//! become the script that the board of a site loads ([`gather`]).
//!
//! Nothing in a row names anyone: people are numbers, and what a field holds that asks for a name is left out.
//!
//! 1. [`survey`] reads every file once, and remembers of each only what distinguishes people ([`person`]);
//! 2. [`Respondents::of`] finds the files of one person, of which the newest counts, and numbers the people;
//! 3. [`rows`] reads the files that count again, and gives their rows one by one to a [`RowWriter`].
//!
//! Files are read by a function, so that this module touches none. As many are in memory at once as there are threads, and the rows of
//! as many more, however many there are ([`in_turn`]).

mod course;
mod file;
mod gathered;
mod panel;
mod person;
mod row;
mod table;
mod write;

use std::convert::Infallible;

use rayon::prelude::*;

use crate::answers::Exported;

pub use course::AskedCourse;
pub use file::{FileRefusal, RevisionAge, read};
pub use gathered::{GatheredScript, gather};
pub use panel::PanelAsked;
pub use person::{Respondents, Trace};
pub use row::{AnswerRow, Chosen, EvidenceSentence, RowType, row_count, rows_of};
pub use table::COLUMNS;
pub use write::{CsvWriter, JsonWriter, RowWriter, XLSX_ROWS, XlsxWriter};

/// The JSON Schema of a row.
pub const ROW_SCHEMA: &str = include_str!("row.schema.json");

/// Reads the bytes of the file of that number.
pub type ReadFile<'a, B> = &'a (dyn Fn(usize) -> Result<B, FileRefusal> + Sync);

/// What a file that can be read says.
#[derive(Debug)]
pub struct Surveyed {
    /// What distinguishes its person from others.
    pub trace: Trace,
    /// Its revision of the course, beside the one that the rows are made with.
    pub standing: RevisionAge,
    /// How many rows it gives.
    pub rows: usize,
}

/// How many rows were made.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub rows: usize,
    /// Those whose words look like a living person's data.
    pub personal: usize,
    /// Those whose field asks for a name, so that their words are left out.
    pub withheld: usize,
}

/// Reads `count` files, and remembers of each only what distinguishes people. Why a file is not read is given to `refused`.
pub fn survey<B: AsRef<[u8]>>(
    count: usize,
    read_file: ReadFile<'_, B>,
    course: &AskedCourse,
    progress: &dyn Fn(usize),
    refused: &mut dyn FnMut(usize, FileRefusal),
) -> Vec<Option<Surveyed>> {
    let mut all = Vec::with_capacity(count);
    let look = |number: usize| -> Result<Surveyed, FileRefusal> {
        let bytes = read_file(number)?;
        let file = read(bytes.as_ref(), course)?;
        Ok(Surveyed {
            trace: Trace::of(&file, bytes.as_ref()),
            standing: course.standing(&file),
            rows: row_count(&file),
        })
    };
    let numbers: Vec<usize> = (0..count).collect();
    let Ok(()) = in_turn(&numbers, &look, &mut |number, found: Result<Surveyed, FileRefusal>| {
        progress(number);
        all.push(found.map_err(|why| refused(number, why)).ok());
        Ok::<(), Infallible>(())
    });
    all
}

/// Gives the rows of all `people` to `writer`, person by person. A file that is no longer as it was surveyed is given to `refused`.
///
/// # Errors
/// When the rows cannot be written.
pub fn rows<B: AsRef<[u8]>>(
    people: &Respondents,
    read_file: ReadFile<'_, B>,
    course: &AskedCourse,
    writer: &mut dyn RowWriter,
    progress: &dyn Fn(usize),
    refused: &mut dyn FnMut(usize, FileRefusal),
) -> std::io::Result<Counts> {
    let mut counts = Counts::default();
    let all: Vec<usize> = (0..people.files().len()).collect();
    let rows_at = |at: usize| {
        let file = read_again(people, at, read_file, course)?;
        Ok::<_, FileRefusal>(rows_of(&file, u32::try_from(at + 1).unwrap_or(u32::MAX), course))
    };
    in_turn(&all, &rows_at, &mut |at, made| {
        progress(at);
        match made {
            Ok(made) => {
                for row in &made {
                    counts.rows += 1;
                    counts.personal += usize::from(row.personal);
                    counts.withheld += usize::from(row.withheld);
                    writer.row(row)?;
                }
            }
            Err(why) => refused(people.files()[at], why),
        }
        Ok::<(), std::io::Error>(())
    })?;
    Ok(counts)
}

/// Reads the file of the person at `at` a second time.
fn read_again<B: AsRef<[u8]>>(
    people: &Respondents,
    at: usize,
    read_file: ReadFile<'_, B>,
    course: &AskedCourse,
) -> Result<Exported, FileRefusal> {
    let bytes = read_file(people.files()[at])?;
    if people.is_unchanged(at, bytes.as_ref()) {
        read(bytes.as_ref(), course)
    } else {
        Err(FileRefusal::Changed)
    }
}

/// Does `work` for each of `all` in parallel, and meanwhile takes what came of it before, in their order. At no time is more of it under
/// way than there are threads, nor more of it waiting.
fn in_turn<T: Send, E>(
    all: &[usize],
    work: &(dyn Fn(usize) -> T + Sync),
    take: &mut dyn FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    let mut chunks = all.chunks(rayon::current_num_threads());
    let mut waiting: Option<(&[usize], Vec<T>)> = None;
    loop {
        let next = chunks.next();
        let mut made = None;
        rayon::in_place_scope(|scope| {
            if let Some(some) = next {
                let made = &mut made;
                scope.spawn(move |_| *made = Some((some, some.par_iter().map(|&it| work(it)).collect())));
            }
            let (some, done) = waiting.take().unwrap_or_default();
            some.iter().zip(done).try_for_each(|(&it, done)| take(it, done))
        })?;
        waiting = made;
        if waiting.is_none() {
            return Ok(());
        }
    }
}
