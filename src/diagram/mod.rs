//! Diagrams: from typed values to SVG with an equivalent in words.
//!
//! A diagram is drawn in the site's tokens (`var(--…)` through classes, `currentColor`), carries `<title>` and `<desc>`, and is
//! the same bytes for the same value.

mod process;
mod script;

pub use process::{ProcessLabels, process};
pub use script::{Drawing, draw, problems};

/// A point in the diagram's own units, which are CSS pixels at full size.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: f64,
    y: f64,
}

impl Point {
    /// The point `part` of the way to `other`.
    fn towards(self, other: Self, part: f64) -> Self {
        Self { x: self.x + (other.x - self.x) * part, y: self.y + (other.y - self.y) * part }
    }

    fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A number as SVG has it: at most one decimal.
fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let text = format!("{rounded:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".into() } else { text.into() }
}
