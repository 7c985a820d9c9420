//! Gathering for a board: the answers of a group as the script that a site's board loads, with the text of one answer file for each person.

use super::file::FileRefusal;
use super::person::Respondents;
use super::{AskedCourse, ReadFile, in_turn, read_again};
use crate::answers::{AnsweredSheet, Exported, InOrder};

/// The longest script: more of it no browser holds at once.
const MOST: usize = 200_000_000;

/// The marks that a board needs: by the first it knows files of one person, by the others that a form was filled in again.
const MARKS: [&str; 3] = ["@begun", "@before", "@from"];

/// The answers of a group as a script.
#[derive(Debug, Default)]
pub struct GatheredScript {
    /// Its bytes: `window.mitateGathered=[TEXT,…];`. No text names anyone.
    pub script: Vec<u8>,
    /// How many people's answers it holds.
    pub people: usize,
    /// How many answers were left out because their fields ask for a name.
    pub withheld: usize,
}

/// Makes the script of the answers of all `people`; `None` if it is too long for a browser. A file that is no longer as it was surveyed
/// is given to `refused`.
pub fn gather<B: AsRef<[u8]>>(
    people: &Respondents,
    read_file: ReadFile<'_, B>,
    course: &AskedCourse,
    progress: &dyn Fn(usize),
    refused: &mut dyn FnMut(usize, FileRefusal),
) -> Option<GatheredScript> {
    let mut gathered = GatheredScript { script: b"window.mitateGathered=[".to_vec(), ..Default::default() };
    let all: Vec<usize> = (0..people.files().len()).collect();
    let file_at = |at: usize| Ok(without_names(read_again(people, at, read_file, course)?, course));
    let done = in_turn(&all, &file_at, &mut |at, made: Result<(Exported, usize), FileRefusal>| {
        progress(at);
        match made {
            Ok((file, withheld)) => {
                gathered.withheld += withheld;
                if gathered.people > 0 {
                    gathered.script.push(b',');
                }
                gathered.people += 1;
                // Texts, numbers and lists of them can always be written.
                let text = serde_json::to_string(&file).unwrap_or_default();
                let _ = serde_json::to_writer(&mut gathered.script, &text);
            }
            Err(why) => refused(people.files()[at], why),
        }
        if gathered.script.len() > MOST { Err(()) } else { Ok(()) }
    });
    gathered.script.extend(b"];\n");
    done.ok().map(|()| gathered)
}

/// `file` without the answers to fields that ask for a name, of which it says how many there were, and without what a board does not need:
/// labels, most marks, and what was put aside.
fn without_names(mut file: Exported, course: &AskedCourse) -> (Exported, usize) {
    let mut withheld = 0;
    for sheet in &mut file.answers {
        let named = fields_that_ask_for_a_name(sheet, course);
        withheld += named.len();
        sheet.title.clear();
        (sheet.labels, sheet.words) = (InOrder::default(), InOrder::default());
        sheet.fields.0.retain(|(name, _)| {
            if name.starts_with('@') { MARKS.contains(&&**name) } else { !named.contains(name) }
        });
        for (_, entry) in &mut sheet.fields.0 {
            entry.others.clear();
        }
    }
    (file, withheld)
}

fn fields_that_ask_for_a_name(sheet: &AnsweredSheet, course: &AskedCourse) -> Vec<String> {
    let Some(rules) = &course.personal else { return Vec::new() };
    let work = course.work(&sheet.key);
    let asks = |name: &str| match work.and_then(|work| work.field(name)) {
        Some(field) => rules.asks_for_name(&field.asked.label),
        None => sheet.labels.get(name).is_some_and(|label| rules.asks_for_name(label)),
    };
    sheet.fields.0.iter().map(|(name, _)| name).filter(|name| asks(name)).cloned().collect()
}
