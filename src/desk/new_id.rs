//! Which ids something new can have.

use crate::check::is_device;
use crate::parse::unnumbered;
use crate::yaml::Id;

/// Whether something new can have the id: as the name of a file on every system, without a number that orders it, and as a word of YAML.
#[must_use]
pub fn can_be_id(id: &str) -> bool {
    Id::is_valid(id) && unnumbered(id) == id && !is_device(id) && !["index", "null"].contains(&id)
}

/// `name` in small letters, digits and hyphens.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let small = name.to_lowercase();
    let plain: String = small.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

/// The nearest id to `name` that something new can have.
#[must_use]
pub fn possible_id(name: &str) -> Option<String> {
    let plain = plain_name(name);
    Some(unnumbered(&plain)).filter(|it| can_be_id(it)).map(str::to_owned)
}
