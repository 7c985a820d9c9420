//! Mutations of texts, drawn from a seed: the same seed makes the same text.
//!
//! They work on characters and lines, so that Japanese text stays text, and know the marks of Markdown and YAML.

use super::FILE;

/// Marks that mean something somewhere.
const MARKS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "    ",
    "\t",
    "　",
    "、",
    "。",
    "「",
    "」",
    "｜",
    "《",
    "》",
    "・",
    "か\u{3099}",
    "𠮷",
    "👩‍👩‍👧",
    "\u{fe0f}",
    "\u{feff}",
    "\u{fdd0}",
    "\u{200b}",
    "\u{202e}",
    "\0",
    "あ",
    "漢字",
    "ｱ",
    "é",
    "---\n",
    "---",
    "# ",
    "## ",
    "###### ",
    "{#a}",
    "{",
    "}",
    "{{",
    "}}",
    "{{答え}}",
    "[[",
    "]]",
    "[[ラポール]]",
    "[",
    "](",
    ")",
    "![",
    "](a.png)",
    "](case:a)",
    "](../a.md#b)",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "```exercise\n",
    "> ",
    "> [!NOTE]\n",
    "- ",
    "- [ ] ",
    "1. ",
    "[^1]",
    "[^1]: ",
    "|",
    "| - |",
    ": ",
    ":",
    "::",
    ":::",
    "<",
    ">",
    "<br>",
    "</div>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&#0;",
    "\\",
    "http://",
    "\"",
    "'",
    "''",
    "\\u3042",
    "\\x",
    "|\n",
    ">\n",
    ">-\n",
    "|+\n",
    "|2\n",
    "- {",
    ", ",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "? ",
    "%",
    "null",
    "true",
    "~",
    "0",
    "-1",
    "99999999999999999999",
    "1e999",
    ".nan",
    "2026-02-30",
    "id: ",
    "title: ",
    "kind: ",
    "when: ",
    "persons:",
    "genogram:",
];

/// Numbers that look random and are the same for the same seed (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `n`, or 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from(z % (n.max(1) as u64)).unwrap_or_default()
    }

    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// A short range of the text, on boundaries of characters.
    fn range(&mut self, text: &str) -> std::ops::Range<usize> {
        let start = self.place(text);
        let longest = [1, 4, 16, 64, 512][self.below(5)];
        let mut end = (start + 1 + self.below(longest)).min(text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        start..end
    }
}

/// `text` after one to eight mutations. `other` is a text to take pieces from.
#[must_use]
pub fn mutated(text: &str, other: &str, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(8) {
        mutate(&mut text, other, dice);
    }
    text
}

fn mutate(text: &mut String, other: &str, dice: &mut Dice) {
    match dice.below(9) {
        0 => {
            let gone = dice.range(text);
            text.replace_range(gone, "");
        }
        1 => {
            let piece = text[dice.range(text)].to_owned();
            text.insert_str(dice.place(text), &piece);
        }
        2 => {
            let piece = &other[dice.range(other)];
            text.insert_str(dice.place(text), piece);
        }
        3 => {
            let range = dice.range(text);
            let piece = &other[dice.range(other)];
            text.replace_range(range, piece);
        }
        4 | 5 => text.insert_str(dice.place(text), MARKS[dice.below(MARKS.len())]),
        6 => {
            let range = dice.range(text);
            text.replace_range(range, MARKS[dice.below(MARKS.len())]);
        }
        7 => swap_lines(text, dice),
        _ => {
            let piece = text[dice.range(text)].repeat(2 + dice.below(20));
            text.insert_str(dice.place(text), &piece);
        }
    }
}

/// Moves a line to another place, sometimes indented.
fn swap_lines(text: &mut String, dice: &mut Dice) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let line = lines.remove(dice.below(lines.len()));
    let indented = format!("{}{}", " ".repeat(dice.below(5)), line.trim_start());
    let is_name = line.starts_with(FILE);
    lines.insert(dice.below(lines.len() + 1), if is_name || dice.below(2) == 0 { line } else { &indented });
    *text = lines.join("\n");
}
