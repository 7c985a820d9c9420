//! How printed words look on a sheet, and how high they are.

use unicode_width::UnicodeWidthStr as _;

/// How printed words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum SheetLook {
    Title,
    Small,
    Text,
    Section,
    Label,
    Head,
    Cell,
    /// Beside a check box or a slot, without a line between.
    Beside,
}

/// How high `text` is in `span` columns, in points, if it is written in `size`.
pub(crate) fn height(text: &str, span: usize, size: Size) -> f64 {
    if text.is_empty() {
        return 0.0;
    }
    // A column is 21 points wide; a narrow character is half as wide as the font is high. A line is rarely full to its end.
    let room = (span * 21 * 2 * 9 / usize::from(size)).max(2);
    number(lines_in(text, room)) * points(size) * 1.5
}

fn lines_in(text: &str, room: usize) -> usize {
    text.split('\n').map(|line| line.width().div_ceil(room).max(1)).sum()
}

/// How many lines `text` is in a column of `width` narrow characters. A line is rarely full to its end.
pub(super) fn lines(text: &str, width: u16) -> usize {
    lines_in(text, usize::from(width) * 4 / 5)
}

/// How high printed words are with the small ones below them.
pub(super) fn height_of(look: SheetLook, words: &str, notes: &str, span: usize) -> f64 {
    height(words, span, look.size()) + height(notes, span, NOTE) + 5.0
}

/// A count as a number of points or lines.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The size of a font, in tenths of a point.
pub(crate) type Size = u16;

/// `size` in points.
pub(crate) fn points(size: Size) -> f64 {
    f64::from(size) / 10.0
}

/// The size of the words below a label.
pub(crate) const NOTE: Size = 80;

impl SheetLook {
    /// The size of the words.
    pub(crate) fn size(self) -> Size {
        match self {
            Self::Title => 160,
            Self::Small => 85,
            Self::Text => 100,
            Self::Section => 110,
            Self::Label | Self::Cell => 95,
            Self::Head | Self::Beside => 90,
        }
    }
}
