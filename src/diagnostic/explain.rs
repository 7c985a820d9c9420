//! `mitate explain CODE`: why there is such a check, a bad example, a good one.

use std::fmt::Write as _;

use super::{Code, Messages};

/// The whole explanation of `code` as text for a terminal.
#[must_use]
pub fn explain(code: Code, messages: &Messages) -> String {
    let part = |name: &str| messages.find(&format!("{}.{name}", code.name()), &[]);
    let mut out = format!("{} [{}]\n", code.name(), messages.text(code.severity().name(), &[]));
    for (name, heading) in [("why", None), ("bad", Some("explain-bad")), ("good", Some("explain-good"))] {
        let Some(text) = part(name) else { continue };
        match heading {
            None => {
                let _ = write!(out, "\n{text}\n");
            }
            Some(heading) => {
                let _ = write!(out, "\n{}\n", messages.text(heading, &[]));
                for line in text.lines() {
                    let _ = writeln!(out, "{}", format!("    {line}").trim_end());
                }
            }
        }
    }
    out
}
