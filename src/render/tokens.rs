//! What a style sheet takes from the course and its language: the course's title for the margins of printed pages, fonts,
//! leading, paper, and the signs that styles put between words.

use std::fmt::Write as _;

use super::text::encoded;
use crate::model::{Colour, Course};
use crate::theme::Theme;

/// The signs that styles put before or between words: their keys in `locales/…-signs.ftl`.
const SIGNS: [&str; 6] =
    ["sign-crumb", "sign-slash", "sign-bullet", "sign-question", "sign-plus", "sign-ask"];

/// The heights of papers, which a style sheet cannot ask for: cards share a sheet.
const PAPERS: [(&str, &str); 3] = [("A4", "297mm"), ("letter", "279.4mm"), ("legal", "355.6mm")];

/// The rules that come before the theme's own.
pub(super) fn tokens(title: &str, theme: &Theme) -> String {
    let mut css = format!(":root{{--course-title:{}", string(title));
    for key in SIGNS {
        let _ = write!(css, ";--{key}:{}", string(&theme.messages.text(key, &[])));
    }
    let rules = &theme.locale.rules;
    if let Some(it) = &rules.writing {
        let tokens = [
            ("sans", &it.sans),
            ("serif", &it.serif),
            ("leading", &it.leading),
            ("leading-of-headings", &it.leading_of_headings),
            ("tracking", &it.tracking),
            ("features", &it.features),
            ("word-break", &it.word_break),
            ("overflow-wrap", &it.overflow_wrap),
            ("hyphens", &it.hyphens),
        ];
        for (name, value) in tokens {
            let _ = write!(css, ";--{name}:{}", &**value);
        }
        if let Some(width) = &it.row_names {
            let _ = write!(css, ";--row-names:{}", &**width);
        }
    }
    if let Some((_, height)) = PAPERS.iter().find(|(name, _)| Some(*name) == rules.paper.as_deref()) {
        let _ = write!(css, ";--paper-height:{height}");
    }
    css.push_str("}\n");
    if let Some(paper) = &rules.paper {
        let _ = writeln!(css, "@page{{size:{}}}", &**paper);
    }
    css
}

/// The rules that come after the theme's own: the accent that the course has chosen, and its font, if the site has files.
pub(super) fn of_course(course: &Course, theme: &Theme, has_files: bool) -> String {
    let Some(look) = course.info().and_then(|info| info.theme.as_ref()) else { return String::new() };
    let accent = look.accent.as_ref().and_then(|accent| Colour::parse(&accent.value));
    let mut css = accent.map(Colour::rules).unwrap_or_default();
    let font = look
        .font
        .as_ref()
        .filter(|_| has_files)
        .and_then(|font| course.locate_image("course.yaml", &font.value).ok());
    if let Some(font) = font {
        let file = encoded(&font.path);
        let _ = writeln!(
            css,
            "@font-face{{font-family:{FONT};src:url(\"../files/{file}\") format(\"woff2\");font-display:swap}}"
        );
        if let Some(it) = &theme.locale.rules.writing {
            let _ = writeln!(css, ":root{{--sans:{FONT},{};--serif:{FONT},{}}}", &*it.sans, &*it.serif);
        }
    }
    css
}

/// The name of the course's font in style sheets.
const FONT: &str = "\"font of the course\"";

/// A string of a style sheet.
fn string(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            '<' => out.push_str("\\3c "),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
