//! `mitate completions` and `mitate man`: what a shell and `man` know of the commands, from their definition.

use std::fs::create_dir_all;
use std::path::PathBuf;

use clap::Args;
use clap_complete::{Shell, generate};
use clap_mangen::{Man, generate_to};

use super::help::names;
use super::{Outcome, Terminal, commands};
use crate::error::Error;

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// Shell: bash, elvish, fish, powershell or zsh
    #[arg(value_enum, hide_possible_values = true)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, terminal: &Terminal) -> Outcome {
        let mut script = Vec::new();
        generate(self.shell, &mut commands(terminal.messages), "mitate", &mut script);
        terminal.bytes(&script);
        Outcome::Done
    }
}

#[derive(Debug, Args)]
pub(super) struct ManPage {
    /// Command [default: mitate itself]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// Folder for the pages of all commands
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    out: Option<PathBuf>,
}

impl ManPage {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let mut all = commands(terminal.messages);
        // Gives every command its whole name and its options.
        all.build();
        if let Some(folder) = &self.out {
            let written = create_dir_all(folder).and_then(|()| generate_to(all, folder));
            return written.map(|()| Outcome::Done).map_err(|error| Error::write(folder, error));
        }
        let page = match &self.command {
            None => all,
            Some(name) => all
                .find_subcommand(name)
                .cloned()
                .ok_or_else(|| Error::Unknown("command", name.clone(), names(&all)))?,
        };
        let mut text = Vec::new();
        Man::new(page).render(&mut text).map_err(Error::Print)?;
        terminal.bytes(&text);
        Ok(Outcome::Done)
    }
}
