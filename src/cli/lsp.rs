//! `mitate lsp`: the language server, on standard input and output.

use std::io::{BufReader, stdin, stdout};
use std::path::{PathBuf, absolute};

use clap::Args;

use super::{Outcome, Terminal};
use crate::diagnostic::Language;
use crate::error::Error;
use crate::lsp::{LspOptions, serve};

#[derive(Debug, Args)]
pub(super) struct Lsp {
    /// Theme folder; its files override the default theme's
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    /// Ignored: standard input and output are always used
    #[arg(long, hide = true)]
    stdio: bool,
}

impl Lsp {
    pub(super) fn run(&self, asked: Option<&str>, terminal: &Terminal) -> Result<Outcome, Error> {
        let whole = |path: &PathBuf| absolute(path).map_err(|error| Error::read(path, error));
        let options = LspOptions {
            asked: asked.and_then(Language::of_locale),
            language: terminal.messages.language(),
            theme: self.theme.as_ref().map(whole).transpose()?,
        };
        let is_orderly = serve(BufReader::new(stdin()), stdout(), options)?;
        // The protocol wants 1 from a server whose client goes without a word.
        Ok(if is_orderly { Outcome::Done } else { Outcome::Mistakes })
    }
}
