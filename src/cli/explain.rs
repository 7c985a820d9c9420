//! `mitate explain`: why there is a check, a bad example, a good one.

use clap::Args;

use super::{Outcome, Terminal};
use crate::diagnostic::{Code, explain, nearest};
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
            for code in Code::ALL {
                terminal.line(&format!(
                    "{:<24} {}",
                    code.name(),
                    terminal.messages.text(code.severity().name(), &[])
                ));
            }
            return Ok(Outcome::Done);
        };
        let name = name.trim_matches(['[', ']']);
        let Some(code) = Code::by_name(name) else {
            let names = Code::ALL.iter().map(|code| code.name());
            let known = match nearest(name, names.clone()) {
                Some(near) => vec![near.to_owned()],
                None => names.map(str::to_owned).collect(),
            };
            return Err(Error::Unknown("code", name.to_owned(), known));
        };
        terminal.line(explain(code, terminal.messages).trim_end());
        Ok(Outcome::Done)
    }
}
