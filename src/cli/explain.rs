//! `mitate explain`: why there is a check, a bad example, a good one.

use clap::Args;

use super::{Outcome, Terminal};
use crate::diagnostic::{Code, Messages, explain, nearest};
use crate::error::Error;

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code, as shown in brackets in a message; by default all codes are listed
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Outcome, Error> {
        let Some(name) = &self.code else {
            terminal.line(&terminal.messages.text("explain-all", &[]));
            for code in Code::ALL {
                terminal.line(&format!("{:<26}{}", code.name(), sentence(*code, terminal.messages)));
            }
            return Ok(Outcome::Done);
        };
        let name = name.trim_matches(['[', ']']);
        let Some(code) = Code::by_name(name) else {
            let names = Code::ALL.iter().map(|code| code.name());
            let near = nearest(name, names).map(str::to_owned);
            return Err(Error::Unknown("code", name.to_owned(), near.into_iter().collect()));
        };
        terminal.line(explain(code, terminal.messages).trim_end());
        Ok(Outcome::Done)
    }
}

/// The sentence of a code in one line, with … for what it names.
fn sentence(code: Code, messages: &Messages) -> String {
    let sentence = messages.text(code.name(), &[]);
    let mut parts = sentence.lines().next().unwrap_or_default().split("{$");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    rest.fold(first, |line, part| line + "…" + part)
}
