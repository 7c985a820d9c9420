//! What can be said of a word by the lists of the locale, and by its characters alone.

use crate::locale::NameRules;
use crate::steps;

/// Whether `word` is a family name.
pub(super) fn is_surname(word: &str, rules: &NameRules) -> bool {
    rules.surnames.has(word)
}

/// Whether `word` is a given name.
pub(super) fn is_given(word: &str, rules: &NameRules) -> bool {
    rules.given.has(word)
}

/// Whether `word` is a family name in Latin letters, written with a capital or in capitals.
pub(super) fn is_latin_surname(word: &str, rules: &NameRules) -> bool {
    rules.latin_surnames.has(word) || rules.latin_surnames.has(&capitalised(word))
}

/// Whether `word` is a given name in Latin letters.
pub(super) fn is_latin_given(word: &str, rules: &NameRules) -> bool {
    rules.latin_given.has(word) || rules.latin_given.has(&capitalised(word))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect()
    })
}

/// Whether `word` is no name: a place in a family, a profession, a place of work.
pub(super) fn is_role(word: &str, rules: &NameRules) -> bool {
    if rules.roles.has(word) {
        return true;
    }
    let Some(last) = word.chars().next_back() else { return true };
    let is_in = |characters: Option<&str>, c: char| characters.is_some_and(|it| it.contains(c));
    let is_numbered = |end: char| {
        word.strip_suffix(end).is_some_and(|it| it.chars().all(|c| is_in(rules.birth_order.as_deref(), c)))
    };
    rules.katakana_role_ends.list().any(|end| word.ends_with(end))
        || is_in(rules.role_ends.as_deref(), last)
        || is_numbered('男')
        || is_numbered('女')
}

/// Whether `word`, of two or three Han characters, is built as a family name or a given name is.
pub(super) fn is_built_like_name(word: &str, rules: &NameRules) -> bool {
    let last = word.chars().next_back();
    let ends = [&rules.surname_ends, &rules.given_ends];
    matches!(word.chars().count(), 2 | 3)
        && word.chars().all(|c| script(c) == Script::Han)
        && !is_role(word, rules)
        && last.is_some_and(|last| ends.into_iter().flatten().any(|ends| ends.contains(last)))
}

/// Whether `word` can be the given name behind a family name.
pub(super) fn is_given_behind_surname(word: &str, rules: &NameRules) -> bool {
    let ends = |word: &str| {
        rules.given_behind_surname.as_ref().is_some_and(|ends| word.ends_with(|last| ends.contains(last)))
    };
    let is_built = || word.chars().count() >= 2 && ends(word);
    is_given(word, rules) || is_built() && !is_role(word, rules)
}

/// The scripts that a word of Japanese is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Han,
    Hiragana,
    Katakana,
    Latin,
    Other,
}

/// The script of a character.
pub(super) fn script(c: char) -> Script {
    match c {
        '々' | 'ヶ' | 'ヵ' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => {
            Script::Han
        }
        'ぁ'..='ゖ' => Script::Hiragana,
        'ァ'..='ヺ' | 'ー' => Script::Katakana,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Script::Latin,
        c if c.is_ascii_alphabetic() => Script::Latin,
        _ => Script::Other,
    }
}

/// No name, no title and no word for a role has more characters than this: of a longer run, the rest is not looked at.
const LONGEST: usize = 24;

/// The longest end of `text` in one script, of at most [`LONGEST`] characters.
pub(super) fn last_run(text: &str, wanted: Script) -> &str {
    let run = text.char_indices().rev().take(LONGEST).take_while(|&(_, c)| script(c) == wanted);
    let start = run.last().map_or(text.len(), |(at, _)| at);
    steps::count(text.len() - start);
    &text[start..]
}

/// The longest beginning of `text` in one script.
pub(super) fn first_run(text: &str, wanted: Script) -> &str {
    let rest = text.trim_start_matches(|c| script(c) == wanted);
    &text[..text.len() - rest.len()]
}

/// The same, of at most [`LONGEST`] characters.
pub(super) fn first_short_run(text: &str, wanted: Script) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    first_run(&text[..end], wanted)
}

/// The script of the last character of `text`.
pub(super) fn last_script(text: &str) -> Script {
    text.chars().next_back().map_or(Script::Other, script)
}
