//! `theme` in `course.yaml`: the logo and the font are files of the course, and the accent can be read.
//!
//! Links and headings have the accent. Pale letters are unreadable to many people, and to all on a projector.

use super::{images, span};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Colour, Course, Document, LEAST_CONTRAST, Missing};
use crate::yaml::{At, Text};

pub(super) fn look(document: &Document, _: &str, course: &Course, out: &mut Vec<Diagnostic>) {
    let Some(look) = document.info().and_then(|info| info.theme.as_ref()) else { return };
    let diagnostic = |code, value: &At<Text>| Diagnostic::new(code, span(document, value.at));
    if let Some(accent) = &look.accent {
        out.extend(unreadable(accent).map(|(what, fix, contrast)| {
            let it = diagnostic(Code::UnreadableAccent, accent).with("colour", &*accent.value);
            let at = it.span.clone();
            it.with("what", what)
                .with("contrast", contrast)
                .fixed(at, format!("\"{fix}\""))
                .with("fix", fix.to_string())
        }));
    }
    if let Some(logo) = &look.logo {
        let diagnostic = |code| diagnostic(code, logo).with("path", &*logo.value);
        out.extend(images::fault(course, &document.path, &logo.value, diagnostic));
    }
    if let Some(font) = &look.font {
        let what = match course.locate_image(&document.path, &font.value) {
            Err(Missing::Outside) => Some("outside"),
            Err(_) => Some("missing"),
            Ok(asset) => (!asset.path.to_ascii_lowercase().ends_with(".woff2")).then_some("kind"),
        };
        let report =
            |what| diagnostic(Code::UnusableFont, font).with("path", &*font.value).with("what", what);
        out.extend(what.map(report));
    }
}

/// What is wrong with an accent, a colour that is right, and its contrast.
fn unreadable(accent: &At<Text>) -> Option<(&'static str, Colour, String)> {
    let Some(colour) = Colour::parse(&accent.value) else {
        let example = Colour::parse("#1f5f9e")?;
        return Some(("form", example, String::new()));
    };
    let contrast = colour.contrast_on_paper();
    // 4.46 is not 4.5.
    let said = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    (contrast < LEAST_CONTRAST).then(|| ("contrast", colour.readable(), said))
}
