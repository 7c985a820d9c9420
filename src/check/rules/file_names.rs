//! Every file has a name that Windows and macOS can hold, beside the others.
//!
//! A site is handed out as a zip file. One name that Windows keeps for a device, or two that differ in capitals only, and
//! it cannot be unpacked on the computers that it is for.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Course;
use crate::source::{Sources, Span};

/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

pub(super) fn file_names(course: &Course, _: &Sources, out: &mut Vec<Diagnostic>) {
    let paths = course.documents.iter().map(|document| &document.path).chain(course.assets.keys());
    let mut seen: HashMap<String, &str> = HashMap::new();
    for path in paths {
        let diagnostic_of = |why: &str, name: &str| {
            let diagnostic = Diagnostic::new(Code::UnportableName, Span::file(path));
            diagnostic.with("why", why).with("name", name).with("path", &**path)
        };
        if let Some((why, name)) = path.split('/').find_map(|name| Some((problem(name)?, name))) {
            out.push(diagnostic_of(why, name));
        }
        if let Some(first) = seen.insert(path.to_lowercase(), path) {
            out.push(diagnostic_of("case", first).related(Span::file(path)));
        }
    }
}

/// Whether Windows keeps `name` for a device.
pub(crate) fn is_device(name: &str) -> bool {
    DEVICES.contains(&name)
}

/// Why a file or folder cannot have this name everywhere.
fn problem(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    // The number before a name of the course only orders it: the site has the name without it.
    let bare = match stem.split_once('-') {
        Some((number, rest)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            rest
        }
        _ => &stem,
    };
    if is_device(bare) || is_device(&stem) {
        Some("device")
    } else if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) || name.contains(is_unportable) {
        Some("character")
    } else if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        Some("end")
    } else {
        None
    }
}

/// Control characters, and the sign in place of bytes that are no character.
fn is_unportable(c: char) -> bool {
    c.is_control() || c == char::REPLACEMENT_CHARACTER
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn names_that_windows_cannot_hold_are_known() {
        for name in [
            "con",
            "CON.png",
            "aux.md",
            "10-nul.md",
            "01-com1",
            "a:b.png",
            "a?.pdf",
            "a\u{fffd}.pdf",
            "席.",
            "lpt9.tar.gz",
        ] {
            assert!(problem(name).is_some(), "{name}");
        }
        for name in ["console.md", "10-contact.md", "席 (1).svg", "a.b.png", "auxiliary", "com10", "index.md"]
        {
            assert_eq!(problem(name), None, "{name}");
        }
    }
}
