//! How slots look in a Word file: the properties of their controls, and what they show if they are blank.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::fill::{SlotLook, escaped};
use super::form::PaperWords;
use crate::field::{SlotKind, SlotOption};

/// Word needs something to click at in a blank control. It is not printed.
pub const BLANK: &str = "　　　　";
/// A gap that is blank: room for a word of eight signs, whatever the word is.
const GAP: &str = "　　　　　　　　";
/// Boxes that are blank and ticked.
pub const BOXES: [&str; 2] = ["☐", "☑"];
/// What is not filled in, and is replaced by what is.
const PLACEHOLDER: &str = "<w:showingPlcHdr/>";
/// The longest words that Word shows in a list.
const LONGEST_ITEM: usize = 250;
/// The longest line of options that fits into a cell, in half widths.
const LONG_LINE: usize = 16;

/// Makes looks.
pub struct Looks<'a> {
    words: &'a PaperWords,
}

impl<'a> Looks<'a> {
    pub fn new(words: &'a PaperWords) -> Self {
        Self { words }
    }

    /// A slot of that kind.
    pub fn of(&self, kind: &SlotKind) -> SlotLook {
        match kind {
            SlotKind::Date => self.date(),
            SlotKind::One(options) => self.list(options),
            SlotKind::Many(options) => SlotLook { words: named(options), ..text() },
            _ => text(),
        }
    }

    /// A slot of that kind in a narrow cell.
    pub fn in_cell(&self, kind: &SlotKind) -> SlotLook {
        match kind {
            SlotKind::Date => SlotLook { shows: BLANK.into(), ..self.date() },
            kind => self.of(kind),
        }
    }

    fn date(&self) -> SlotLook {
        let format = self.words.date.replace("{y}", "yyyy").replace("{m}", "M").replace("{d}", "d");
        let kind = format!(
            "<w:date><w:dateFormat w:val=\"{}\"/><w:lid w:val=\"ja-JP\"/>\
             <w:storeMappedDataAs w:val=\"date\"/><w:calendar w:val=\"gregorian\"/></w:date>",
            escaped(&format),
        );
        SlotLook {
            blank: format!("{PLACEHOLDER}{kind}"),
            filled: kind,
            shows: self.words.blank_date.clone(),
            date: self.words.date.clone(),
            ..SlotLook::default()
        }
    }

    /// A list to choose from. Blank it shows what there is to choose from, as a printed form does.
    fn list(&self, options: &[SlotOption]) -> SlotLook {
        use unicode_width::UnicodeWidthStr as _;
        let mut kind = String::from("<w:dropDownList>");
        for option in options {
            let shown: String = option.called().chars().take(LONGEST_ITEM).collect();
            let (shown, id) = (escaped(&shown), escaped(&option.id));
            let _ = write!(kind, "<w:listItem w:displayText=\"{shown}\" w:value=\"{id}\"/>");
        }
        kind.push_str("</w:dropDownList>");
        let labels: Vec<&str> = options.iter().map(|option| &*option.label).collect();
        let all = labels.join(&self.words.slash);
        // Marks are known by their signs.
        let signs: Vec<&str> = labels.iter().filter_map(|label| label.split(['　', ' ']).next()).collect();
        let signs = signs.join(" ");
        let shows = [all, signs]
            .into_iter()
            .find(|line| {
                labels.len() > 1 && line.width() <= LONG_LINE && options.iter().all(|it| it.sign.is_empty())
            })
            .unwrap_or_else(|| BLANK.into());
        SlotLook {
            blank: format!("{PLACEHOLDER}{kind}"),
            filled: kind,
            shows,
            words: named(options),
            ..SlotLook::default()
        }
    }
}

/// What is filled in as text.
pub fn text() -> SlotLook {
    SlotLook { blank: PLACEHOLDER.into(), shows: BLANK.into(), ..SlotLook::default() }
}

/// A gap in a text: a line to write on.
pub fn gap() -> SlotLook {
    SlotLook { run: "<w:rPr><w:u w:val=\"single\"/></w:rPr>".into(), shows: GAP.into(), ..text() }
}

/// The box of the option `id`.
pub fn tick(id: &str) -> SlotLook {
    let kind = |checked: u8| {
        format!(
            "<w14:checkbox><w14:checked w14:val=\"{checked}\"/><w14:checkedState w14:val=\"2611\" w14:font=\"MS Gothic\"/>\
             <w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox>"
        )
    };
    let font =
        "<w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:hAnsi=\"MS Gothic\" w:eastAsia=\"MS Gothic\"/></w:rPr>";
    SlotLook {
        blank: kind(0),
        filled: kind(1),
        run: font.into(),
        shows: BOXES[0].into(),
        ticks: Some((id.to_owned(), BOXES[1].to_owned())),
        ..SlotLook::default()
    }
}

fn named(options: &[SlotOption]) -> BTreeMap<String, String> {
    options.iter().map(|option| (option.id.clone(), option.called())).collect()
}
