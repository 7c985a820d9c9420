//! `mitate panel`: the answer files of practitioners become panels of the course, `panels/<exercise>.yaml`.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::collect::{LIMIT, report};
use super::inputs::{InputFile, inputs};
use super::{Outcome, Terminal, said};
use crate::answers::Exported;
use crate::collect::{AskedCourse, FileRefusal, PanelAsked, read};
use crate::error::Error;
use crate::model::Panel;
use crate::output::NewFile;
use crate::source::{TEXT_LIMIT, read_regular};

#[derive(Debug, Args)]
pub(super) struct PanelCommand {
    /// Answer files (.mitate.json), or folders of them
    #[arg(id = "answer-files", value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Course folder [default: the current folder]
    #[arg(id = "add-course", long = "course", value_name = "DIR")]
    course: Option<PathBuf>,
}

impl PanelCommand {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let folder = super::course_to_change(self.course.as_ref());
        let whole = super::whole_site(&folder, None, "panel-wrong-course", terminal)?;
        let Some((_, site)) = whole else {
            return Ok(Outcome::Mistakes);
        };
        let course = AskedCourse::new(&site);
        let mut asked = PanelAsked::all(site.course());
        let inputs = inputs(&self.files)?;
        let mut is_well = true;
        for (number, input) in inputs.iter().enumerate() {
            terminal.progress("progress-collect", number + 1, inputs.len());
            match answers(input, &course) {
                Ok(file) => asked.iter_mut().for_each(|exercise| exercise.take(&file, &course)),
                Err(why) => {
                    is_well = false;
                    report(terminal, input, &course, &why);
                }
            }
        }
        let touched: Vec<&PanelAsked<'_>> = asked.iter().filter(|exercise| exercise.is_touched()).collect();
        if touched.is_empty() {
            terminal.line(&said(terminal.messages, "panel-nothing", "count", inputs.len()));
            return Ok(Outcome::Mistakes);
        }
        for exercise in touched {
            is_well &= write(exercise, &folder, terminal)?;
        }
        Ok(if is_well { Outcome::Done } else { Outcome::Mistakes })
    }
}

fn answers(input: &InputFile, course: &AskedCourse) -> Result<Exported, FileRefusal> {
    if input.is_link {
        return Err(FileRefusal::Link);
    }
    read(&read_regular(&input.path, LIMIT).map_err(FileRefusal::Failed)?, course)
}

/// Writes the panel of one exercise, and says what was taken. Whether it went well.
fn write(exercise: &PanelAsked<'_>, folder: &Path, terminal: &Terminal) -> Result<bool, Error> {
    let path = folder.join("panels").join(format!("{}.yaml", exercise.id));
    let (added, known) = (exercise.added(), exercise.known());
    let arguments = [
        ("id", exercise.id.to_owned()),
        ("path", path.display().to_string()),
        ("added", added.to_string()),
        ("people", (added + known).to_string()),
        ("least", Panel::LEAST.to_string()),
        ("without", exercise.without_consent.to_string()),
        ("unasked", exercise.unasked.to_string()),
        ("personal", exercise.personal().to_string()),
    ];
    let say = |key: &str| terminal.messages.text(key, &arguments);
    if exercise.unasked > 0 {
        terminal.notice(&say("panel-unasked"));
        return Ok(false);
    }
    if exercise.without_consent > 0 {
        terminal.notice(&say("panel-without-consent"));
    }
    if added == 0 {
        terminal.line(&say("panel-unchanged"));
        return Ok(true);
    }
    if exercise.has_example() {
        terminal.notice(&say("panel-has-example"));
        return Ok(false);
    }
    if added + known < Panel::LEAST {
        terminal.notice(&say("panel-too-few"));
        return Ok(false);
    }
    let may_replace = |_: &mut fs::File| Ok(true);
    // Until the new file is in place, nobody else adds to the panel that is read here.
    let mut new = NewFile::create(&path, &may_replace)?;
    let before = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        _ => Some(
            String::from_utf8(read_regular(&path, TEXT_LIMIT)?)
                .map_err(|error| Error::read(&path, std::io::Error::new(ErrorKind::InvalidData, error)))?,
        ),
    };
    let Some(text) = exercise.text(before.as_deref()) else {
        terminal.notice(&say("panel-other-form"));
        return Ok(false);
    };
    new.write_all(text.as_bytes()).map_err(|error| Error::write(&path, error))?;
    new.commit(&may_replace)?;
    if exercise.personal() > 0 {
        terminal.notice(&say("panel-personal"));
    }
    terminal.line(&say("panel-summary"));
    Ok(true)
}
