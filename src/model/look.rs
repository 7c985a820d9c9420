//! How the pages of a course look: `theme` in `course.yaml`, and the colours that follow from its accent.

use std::fmt;

use crate::record;
use crate::yaml::{At, Text};

record! {
    /// How the pages look.
    pub struct CourseLook {
        /// The path of an image in the course, shown at the head of every page instead of mitate's seal.
        logo "logo": Option<At<Text>>,
        /// The colour of links and headings, such as `#1f5f9e`: dark enough to be read.
        accent "accent": Option<At<Text>>,
        /// The path of a font file in the course (`.woff2`), for all texts.
        font "font": Option<At<Text>>,
    }
}

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// The backgrounds of the default theme, which has them in `styles/00-tokens.css`: of texts and around them, light and dark.
const PAPER: Colour = Colour([0xff, 0xfd, 0xf9]);
const DESK: Colour = Colour([0xf6, 0xf2, 0xea]);
const DARK_PAPER: Colour = Colour([0x1c, 0x1c, 0x1d]);
const WHITE: Colour = Colour([0xff; 3]);
const BLACK: Colour = Colour([0; 3]);

/// The least contrast of a text with its background (WCAG 2.2, level AA).
pub const LEAST_CONTRAST: f64 = 4.5;
/// The contrast of the accent that is made for dark pages.
const DARK_CONTRAST: f64 = 7.0;

/// How much of an accent is in its wash and in its lines, in percent: on light and on dark pages.
const SHARES: [[u32; 2]; 2] = [[8, 32], [14, 40]];

impl Colour {
    /// The colour that `text` says as `#` and six hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// This colour with `percent` of another.
    fn with(self, percent: u32, other: Self) -> Self {
        let mut mixed = self.0;
        for (part, other) in mixed.iter_mut().zip(other.0) {
            let sum = u32::from(*part) * (100 - percent) + u32::from(other) * percent;
            *part = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// Its relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast with another colour, from 1 to 21 (WCAG 2.2).
    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The contrast with the backgrounds of the light pages that it is on: the least of them.
    #[must_use]
    pub fn contrast_on_paper(self) -> f64 {
        let wash = self.with(100 - SHARES[0][0], PAPER);
        self.contrast(DESK).min(self.contrast(wash))
    }

    /// The nearest colour of this hue that can be read on light pages.
    #[must_use]
    pub fn readable(self) -> Self {
        let mut darker = (0..=100).map(|percent| self.with(percent, BLACK));
        darker.find(|it| it.contrast_on_paper() >= LEAST_CONTRAST).unwrap_or(BLACK)
    }

    /// The style rules that give pages this accent, light and dark.
    #[must_use]
    pub fn rules(self) -> String {
        let light = tokens(self, PAPER, WHITE, SHARES[0]);
        let mut lighter = (0..=100).map(|percent| self.with(percent, WHITE));
        let is_clear = |it: &Self| it.contrast(it.with(100 - SHARES[1][0], DARK_PAPER)) >= DARK_CONTRAST;
        let dark = tokens(lighter.find(is_clear).unwrap_or(WHITE), DARK_PAPER, DARK_PAPER, SHARES[1]);
        format!(
            ":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=\"light\"]){{{dark}}}}}\n\
             @media screen{{:root[data-theme=\"dark\"]{{{dark}}}}}\n"
        )
    }
}

fn tokens(accent: Colour, paper: Colour, on_accent: Colour, [wash, line]: [u32; 2]) -> String {
    let [wash, line] = [wash, line].map(|share| accent.with(100 - share, paper));
    format!("--ai:{accent};--ai-wash:{wash};--ai-line:{line};--on-ai:{on_accent}")
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_backgrounds_are_those_of_the_default_theme() {
        let sheet = include_str!("../../themes/default/styles/00-tokens.css");
        let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
        assert!(light.contains(&format!("--paper: {PAPER};")) && light.contains(&format!("--desk: {DESK};")));
        assert!(dark.contains(&format!("--paper: {DARK_PAPER};")));
    }

    #[test]
    fn whatever_the_accent_texts_can_be_read() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let accent = Colour([red, green, blue]).readable();
                    assert!(accent.contrast_on_paper() >= LEAST_CONTRAST, "{accent}");
                    let rules = accent.rules();
                    let dark = rules.split("data-theme=\"dark\"]{--ai:").nth(1).unwrap();
                    let dark = Colour::parse(&dark[..7]).unwrap();
                    assert!(dark.contrast(DARK_PAPER) >= DARK_CONTRAST, "{accent}: {dark}");
                    assert!(accent.contrast(WHITE) >= LEAST_CONTRAST, "{accent}: words on it");
                }
            }
        }
    }

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(Colour::parse("#1F5f9e").unwrap().to_string(), "#1f5f9e");
        for wrong in ["1f5f9e", "#fff", "#1f5f9g", "blue", "#1f5f9e00", "#あい"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_contrast_is_that_of_the_standard() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        // As WebAIM's checker says.
        assert!((Colour::parse("#767676").unwrap().contrast(WHITE) - 4.54).abs() < 0.01);
    }
}
