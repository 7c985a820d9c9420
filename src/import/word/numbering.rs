//! Numbers of lists: which number an item has, and how it is written.

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::handout::ItemMark;
use crate::import::xml::{attribute, child, is_on, number, value};

/// A level of a list.
#[derive(Debug, Clone)]
struct ListLevel {
    start: u32,
    format: String,
    /// How a number is written: `第%1条`, `%1.%2`.
    text: String,
    /// The level, from 1, after which numbers begin again; 0 if they never do.
    restart: Option<usize>,
    is_legal: bool,
}

/// A list that items belong to.
#[derive(Debug, Clone, Default)]
struct WordList {
    /// The id of its definition, whose numbers it shares with other lists.
    definition: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, ListLevel>,
}

/// The lists of a file, and the numbers that they have come to.
#[derive(Debug, Default)]
pub(super) struct WordLists {
    definitions: HashMap<String, HashMap<usize, ListLevel>>,
    lists: HashMap<String, WordList>,
    /// By definition and level: the number of the last item.
    counters: HashMap<(String, usize), u32>,
    /// The lists that have begun.
    begun: Vec<(String, usize)>,
}

/// Lists have nine levels.
const LEVELS: usize = 9;

impl WordLists {
    /// Reads `numbering.xml`.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let mut lists = Self::default();
        for node in root.children() {
            match node.tag_name().name() {
                "abstractNum" => {
                    let id = attribute(node, "abstractNumId").unwrap_or_default().to_owned();
                    lists.definitions.insert(id, levels(node));
                }
                "num" => {
                    let id = attribute(node, "numId").unwrap_or_default().to_owned();
                    let mut list = WordList {
                        definition: value(node, "abstractNumId").unwrap_or_default().to_owned(),
                        ..WordList::default()
                    };
                    for changed in node.children().filter(|it| it.tag_name().name() == "lvlOverride") {
                        let level = attribute(changed, "ilvl").and_then(|it| it.parse().ok()).unwrap_or(0);
                        if let Some(start) = number(changed, "startOverride") {
                            list.starts.insert(level, start);
                        }
                        list.levels.extend(levels(changed));
                    }
                    lists.lists.insert(id, list);
                }
                _ => {}
            }
        }
        lists
    }

    /// What is before the next item of the list `id` on that level; `None` if there is nothing.
    pub(super) fn next(&mut self, id: &str, level: usize) -> Option<ItemMark> {
        let level = level.min(LEVELS - 1);
        let list = self.lists.get(id)?.clone();
        let own = |level: usize| {
            list.levels.get(&level).or_else(|| self.definitions.get(&list.definition)?.get(&level)).cloned()
        };
        let all: Vec<Option<ListLevel>> = (0..=level).map(own).collect();
        let of_level = all[level].clone()?;
        let key = |level: usize| (list.definition.clone(), level);
        let start =
            list.starts.get(&level).copied().filter(|_| !self.begun.contains(&(id.to_owned(), level)));
        if start.is_some() {
            self.begun.push((id.to_owned(), level));
            self.counters.remove(&key(level));
        }
        let first = start.unwrap_or(of_level.start);
        let number = self.counters.get(&key(level)).map_or(first, |last| last.saturating_add(1));
        self.counters.insert(key(level), number);
        for deeper in level + 1..LEVELS {
            let restart = self.definitions.get(&list.definition).and_then(|it| it.get(&deeper)?.restart);
            if restart.is_none_or(|after| after > level) && restart != Some(0) {
                self.counters.remove(&key(deeper));
            }
        }
        match &*of_level.format {
            "bullet" => return Some(ItemMark::Bullet),
            "none" if of_level.text.trim().is_empty() => return None,
            _ => {}
        }
        let mut text = of_level.text.clone();
        for (at, level) in all.iter().enumerate() {
            let Some(level) = level else { continue };
            let count = self.counters.get(&key(at)).copied().unwrap_or(level.start);
            let format = if of_level.is_legal { "decimal" } else { &level.format };
            text = text.replace(&format!("%{}", at + 1), &written(count, format));
        }
        if text == format!("{number}.") {
            return Some(ItemMark::Number(number));
        }
        (!text.trim().is_empty()).then(|| ItemMark::Written(text.trim().to_owned()))
    }
}

fn levels(node: Node<'_, '_>) -> HashMap<usize, ListLevel> {
    let levels = node.children().filter(|it| it.tag_name().name() == "lvl");
    let read = |level: Node<'_, '_>| {
        let at = attribute(level, "ilvl")?.parse().ok()?;
        let level = ListLevel {
            start: number(level, "start").unwrap_or(0),
            format: format_of(level),
            text: value(level, "lvlText").unwrap_or_default().to_owned(),
            restart: number(level, "lvlRestart"),
            is_legal: child(level, "isLgl").is_some_and(is_on),
        };
        Some((at, level))
    };
    levels.filter_map(read).collect()
}

/// The format of a level's numbers. New ones are in a choice, with an old one for programs that do not know them.
fn format_of(level: Node<'_, '_>) -> String {
    let choice = child(level, "AlternateContent").and_then(|it| child(it, "Choice"));
    let format = choice.and_then(|it| value(it, "numFmt")).or_else(|| value(level, "numFmt"));
    format.unwrap_or("decimal").to_owned()
}

/// A number as a format writes it.
fn written(number: u32, format: &str) -> String {
    let nth = |signs: &str| {
        let signs: Vec<char> = signs.chars().collect();
        let at = (number as usize).checked_sub(1)?;
        signs.get(at % signs.len()).map(ToString::to_string)
    };
    let from = |first: char, count: u32| {
        (1..=count).contains(&number).then(|| char::from_u32(u32::from(first) + number - 1)).flatten()
    };
    let found = match format {
        "decimalFullWidth" | "decimalFullWidth2" => {
            let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c);
            return number.to_string().chars().map(wide).collect();
        }
        "decimalZero" => return format!("{number:02}"),
        "upperRoman" => return roman(number).to_uppercase(),
        "lowerRoman" => return roman(number),
        "upperLetter" => return letter(number, 'A'),
        "lowerLetter" => return letter(number, 'a'),
        "aiueo" | "aiueoFullWidth" => nth(
            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
        ),
        "iroha" | "irohaFullWidth" => nth(
            "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
        ),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => from('①', 20)
            .or_else(|| {
                number
                    .checked_sub(20)
                    .and_then(|n| (1..=15).contains(&n).then(|| char::from_u32(0x3250 + n))?)
            })
            .map(String::from),
        "decimalEnclosedParen" => from('⑴', 20).map(String::from),
        "decimalEnclosedFullstop" => from('⒈', 20).map(String::from),
        "ideographEnclosedCircle" => from('㊀', 10).map(String::from),
        "japaneseCounting" | "chineseCounting" | "taiwaneseCounting" | "chineseCountingThousand" => {
            return kanji(number, "〇一二三四五六七八九", ["", "十", "百", "千"]);
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            let digits: Vec<char> = "〇一二三四五六七八九".chars().collect();
            let digit = |c: char| digits[c.to_digit(10).unwrap_or(0) as usize];
            return number.to_string().chars().map(digit).collect();
        }
        "japaneseLegal" => return kanji(number, "〇壱弐参四五六七八九", ["", "拾", "百", "阡"]),
        "ideographTraditional" => nth("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => nth("子丑寅卯辰巳午未申酉戌亥"),
        "none" => return String::new(),
        _ => None,
    };
    found.unwrap_or_else(|| number.to_string())
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            text.push_str(sign);
            left -= worth;
        }
    }
    text
}

/// The letters of Word: after `z` come `aa`, `bb`.
fn letter(number: u32, first: char) -> String {
    let Some(at) = number.checked_sub(1).filter(|at| *at < 26 * 10) else { return number.to_string() };
    let sign = char::from_u32(u32::from(first) + at % 26).unwrap_or(first);
    sign.to_string().repeat(at as usize / 26 + 1)
}

fn kanji(number: u32, digits: &str, places: [&str; 4]) -> String {
    if !(1..10_000).contains(&number) {
        return number.to_string();
    }
    let digits: Vec<char> = digits.chars().collect();
    let mut text = String::new();
    for (at, place) in places.iter().enumerate().rev() {
        let digit = number / 10u32.pow(u32::try_from(at).unwrap_or(0)) % 10;
        if digit > 1 || digit == 1 && at == 0 {
            text.push(digits[digit as usize]);
        }
        if digit > 0 {
            text.push_str(place);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (number, format, text) in [
            (3, "decimal", "3"),
            (12, "decimalFullWidth", "１２"),
            (1, "decimalZero", "01"),
            (4, "upperRoman", "IV"),
            (1999, "lowerRoman", "mcmxcix"),
            (27, "upperLetter", "AA"),
            (2, "aiueo", "イ"),
            (2, "irohaFullWidth", "ロ"),
            (20, "decimalEnclosedCircle", "⑳"),
            (21, "decimalEnclosedCircle", "㉑"),
            (99, "decimalEnclosedCircle", "99"),
            (2, "decimalEnclosedParen", "⑵"),
            (10, "japaneseCounting", "十"),
            (321, "japaneseCounting", "三百二十一"),
            (10, "ideographDigital", "一〇"),
            (2, "japaneseLegal", "弐"),
            (1, "ideographTraditional", "甲"),
            (0, "aiueo", "0"),
        ] {
            assert_eq!(written(number, format), text, "{number} {format}");
        }
    }
}
