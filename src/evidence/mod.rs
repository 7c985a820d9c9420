//! Evidence: one or two pages on a course for an office that decides on its use (`mitate evidence`).
//!
//! 1. [`evidence`] makes every file of the site in memory, and looks at its bytes ([`scan`], by way of [`markup`], [`tags`] and [`addresses`]);
//! 2. each line says what was counted in these bytes, or what the author states, as that, or that nothing is known ([`lines`]);
//! 3. [`Evidence::markdown`] and [`Evidence::blocks`] show the lines ([`mod@write`]).
//!
//! No line may be false, whatever the course and its theme are. What a program does can't be seen in its bytes: so a line on that says
//! something only if every program in the site is, byte for byte, that of the standard theme, which the tests of mitate are
//! about. The words are those of the standard theme too. Same input, same bytes: no line depends on the day.

mod addresses;
mod hours;
mod lines;
mod markup;
mod results;
mod scan;
mod stated;
mod tags;
mod write;

use crate::diagnostic::{Code, Diagnostic};
use crate::output::Failure;
use crate::package::{PackOptions, each_file};
use crate::render::{FileDigest, Site};
use crate::theme::Theme;
pub use results::{AccessibilityCheck, AccessibilityResults, RESULTS_SCHEMA, ResultsFault};
use scan::{Scan, Standard};

/// What is known of a course beside its site.
#[derive(Debug, Clone, Copy, Default)]
pub struct CheckFindings {
    /// How many names look like those of real people, schools or places.
    pub names: usize,
    /// How many cases have a hard theme but no content note.
    pub without_note: usize,
}

impl CheckFindings {
    /// Those among `diagnostics`.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |code: Code| diagnostics.iter().filter(|it| it.code == code).count();
        Self { names: count(Code::RealLookingName), without_note: count(Code::MissingContentNote) }
    }
}

/// What an office is handed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The title.
    pub title: String,
    /// How it was made.
    pub lead: String,
    /// Its parts.
    pub parts: Vec<EvidencePart>,
    /// The hash of the site.
    pub hash: String,
    /// How many pages the site has.
    pub pages: usize,
}

/// A part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidencePart {
    /// Its title.
    pub title: String,
    /// Its lines: what each is about, and what it says.
    pub rows: Vec<(String, String)>,
    /// A table behind them: its rows, the first of which is its head.
    pub table: Vec<Vec<String>>,
}

/// The evidence on `site`. `theme` is the site's own; `results` is what checks of accessibility found, if someone made them.
///
/// # Errors
/// When a template fails, a file of the course cannot be read, or it is asked to stop.
pub fn evidence(
    site: &Site,
    theme: &Theme,
    findings: CheckFindings,
    results: Option<&AccessibilityResults>,
    options: PackOptions<'_>,
) -> Result<Evidence, Failure> {
    let (words, _) = Theme::load(None, &theme.locale.tag)?;
    let messages = std::sync::Arc::clone(&words.messages);
    let standard = Standard::new(words);
    let mut scan = Scan::default();
    let mut digests = Vec::new();
    let mut files = std::collections::BTreeMap::new();
    each_file(site, options, |path, bytes| {
        digests.push((path.to_owned(), FileDigest::read(&*bytes).map_err(options.fault)?));
        scan.add(path, &bytes, &standard);
        if path == lines::ANSWERS {
            files.insert(path.to_owned(), bytes);
        }
        Ok(())
    })?;
    let digests = digests.iter().map(|(path, digest)| (path, digest.clone())).collect();
    for (path, bytes) in site.lists(&digests) {
        scan.add(path, &bytes, &standard);
    }
    scan.end();
    let answers = files.remove(lines::ANSWERS).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let about = lines::About { site, theme, messages: &messages, scan: &scan, findings, results, answers };
    Ok(about.evidence())
}
