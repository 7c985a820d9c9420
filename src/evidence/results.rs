//! Results of accessibility checks, as a file that the checks write (`results.schema.json`).
//!
//! What is in it is printed in a paper for an office, so it is taken only if it is about this very site, and names and numbers are only
//! what they can be. None of it can be a judgement such as "conformant".

use serde::Deserialize;

/// The JSON Schema of a file of results.
pub const RESULTS_SCHEMA: &str = include_str!("results.schema.json");

/// The number of this format.
const FORMAT: u32 = 1;
/// The most checks that a file of results has.
const MOST: usize = 6;
/// The longest name.
const LONGEST: usize = 60;
/// What a name must not say: a check by a program finds problems, and shows no more than that.
const JUDGEMENTS: [&str; 5] = ["conform", "complian", "certif", "accessible", "pass"];

/// What checks found on a site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessibilityResults {
    /// The number of the format.
    #[serde(rename = "mitate-accessibility")]
    format: u32,
    /// The hash of the site, as `mitate evidence` prints it.
    pub hash: String,
    /// The checks.
    pub checks: Vec<AccessibilityCheck>,
}

/// What one program found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessibilityCheck {
    /// The program.
    pub tool: String,
    /// Its version.
    pub version: String,
    /// The browser that it ran in, with its version.
    pub browser: String,
    /// The day: `2026-11-30`.
    pub date: String,
    /// How many pages it looked at.
    pub pages: usize,
    /// How many problems it found.
    pub problems: usize,
}

/// Why a file of results is not taken: the key of the message, and what it is about.
pub type ResultsFault = (&'static str, String);

impl AccessibilityResults {
    /// Reads a file of results.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn read(bytes: &[u8]) -> Result<Self, ResultsFault> {
        let results: Self =
            serde_json::from_slice(bytes).map_err(|error| ("evidence-results-broken", error.to_string()))?;
        let fault = |what: &str| Err(("evidence-results-wrong", what.to_owned()));
        if results.format != FORMAT {
            return fault("mitate-accessibility");
        }
        let is_hash = results.hash.len() == 64 && results.hash.bytes().all(|it| it.is_ascii_hexdigit());
        if !is_hash {
            return fault("hash");
        }
        if results.checks.is_empty() || results.checks.len() > MOST {
            return fault("checks");
        }
        for check in &results.checks {
            let names = [("tool", &check.tool), ("version", &check.version), ("browser", &check.browser)];
            if let Some((what, _)) = names.into_iter().find(|(_, name)| !is_name(name)) {
                return fault(what);
            }
            if !is_day(&check.date) {
                return fault("date");
            }
            if check.pages == 0 {
                return fault("pages");
            }
        }
        Ok(results)
    }
}

fn is_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    !name.is_empty()
        && name.len() <= LONGEST
        && name.chars().all(|sign| sign.is_ascii_alphanumeric() || " ._+()/-".contains(sign))
        && !JUDGEMENTS.iter().any(|word| lower.contains(word))
}

/// Whether `text` is a day as `2026-11-30`.
fn is_day(text: &str) -> bool {
    let number = |part: Option<&str>, length: usize| {
        let part = part.filter(|it| it.len() == length && it.bytes().all(|sign| sign.is_ascii_digit()))?;
        part.parse::<u32>().ok()
    };
    let mut parts = text.split('-');
    let (year, month, day) = (number(parts.next(), 4), number(parts.next(), 2), number(parts.next(), 2));
    let (Some(year), Some(month), Some(day), None) = (year, month, day, parts.next()) else { return false };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=length).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(change: impl FnOnce(&mut serde_json::Value)) -> Result<AccessibilityResults, ResultsFault> {
        let mut file = serde_json::json!({
            "mitate-accessibility": 1,
            "hash": "a".repeat(64),
            "checks": [{
                "tool": "axe-core", "version": "4.11.0", "browser": "Chromium 142.0", "date": "2026-11-30", "pages": 12,
                "problems": 0
            }]
        });
        change(&mut file);
        AccessibilityResults::read(file.to_string().as_bytes())
    }

    #[test]
    fn a_file_of_results_is_read_and_says_nothing_but_names_and_numbers() {
        assert_eq!(read(|_| {}).unwrap().checks[0].pages, 12);
        for (key, value) in [
            ("tool", "JIS X 8341-3 準拠"),
            ("tool", "axe (WCAG compliant)"),
            ("version", ""),
            ("browser", "a\nb"),
            ("date", "2026-02-29"),
            ("date", "30.11.2026"),
        ] {
            let refused = read(|file| file["checks"][0][key] = value.into());
            assert_eq!(refused, Err(("evidence-results-wrong", key.to_owned())), "{value}");
        }
        assert!(read(|file| file["checks"][0]["pages"] = 0.into()).is_err());
        assert!(read(|file| file["checks"] = serde_json::json!([])).is_err());
        assert!(read(|file| file["hash"] = "short".into()).is_err());
        assert!(read(|file| file["note"] = "準拠".into()).is_err());
        assert!(AccessibilityResults::read(b"{").is_err());
    }
}
