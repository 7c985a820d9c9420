//! Finds names in Latin letters: Mr Smith, Emma Wilson, Tanaka-san, TANAKA Taro.
//!
//! A given name alone identifies no one, so fictional persons may have one. A letter is fine too.

use std::ops::Range;

use super::Name;
use super::words::{is_latin_given, is_latin_surname};
use crate::locale::{NameMethod, NameRules};

/// The names in `text`, in order.
pub(super) fn names(text: &str, rules: &NameRules) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut last: Option<Range<usize>> = None;
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_alphabetic()).map(|offset| at + offset) {
        let word = text[start..].split(|c: char| !is_of_word(c)).next().unwrap_or_default();
        let word = word.trim_end_matches(['\'', '’']);
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let range = start..start + word.len();
        at = range.end;
        if let Some(before) = last.replace(range.clone())
            && let Some(name) = name(text, &before, &range, rules)
        {
            found.push(name);
            last = None;
        }
    }
    found
}

/// O'Brien is one word.
fn is_of_word(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\'' | '’')
}

/// The name that two words following each other are.
fn name(text: &str, first: &Range<usize>, second: &Range<usize>, rules: &NameRules) -> Option<Name> {
    let (one, two) = (&text[first.clone()], &text[second.clone()]);
    let range = first.start..second.end;
    match &text[first.end..second.start] {
        gap @ (" " | ". ")
            if has_title((one, gap, two), rules) && is_capitalised(two) && !is_no_name(two, rules) =>
        {
            let end = second.end + family_behind(&text[second.end..], rules);
            Some(Name { range: first.start..end, name: second.start..end })
        }
        "-" if is_capitalised(one) && rules.hyphenated.has(two) => Some(Name { range, name: first.clone() }),
        " " if (is_capitalised(one) || rules.latin_given.has(one)) && is_capitalised(two) => {
            let is_full = is_latin_given(one, rules) && is_family(two, rules)
                || is_latin_surname(one, rules) && is_latin_given(two, rules);
            is_full.then(|| Name { range: range.clone(), name: range })
        }
        _ => None,
    }
}

/// Whether the first word is a title of the second, behind the gap.
fn has_title((word, gap, name): (&str, &str, &str), rules: &NameRules) -> bool {
    let is_office = rules.offices.has(word) && is_family(name, rules);
    rules.titles.has(word) || gap == " " && (rules.whole_titles.has(word) || is_office)
}

/// The length of the family name that `text` begins with, and of the blank before it: Dr Aisha Rahman.
fn family_behind(text: &str, rules: &NameRules) -> usize {
    let Some(rest) = text.strip_prefix(' ') else { return 0 };
    let word = rest.split(|c: char| !is_of_word(c)).next().unwrap_or_default().trim_end_matches(['\'', '’']);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    if is_capitalised(word) && is_family(word, rules) { 1 + word.len() } else { 0 }
}

/// A letter is no name.
fn is_capitalised(word: &str) -> bool {
    word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

fn is_no_name(word: &str, rules: &NameRules) -> bool {
    rules.no_names.has(word) || rules.roles.has(word)
}

/// Whether `word` is a family name by the list, or by its end.
fn is_family(word: &str, rules: &NameRules) -> bool {
    let ends = rules.surname_ends.as_deref().filter(|_| rules.method == NameMethod::Latin);
    let has_end = |ends: &str| ends.split(' ').any(|end| word.len() > end.len() + 2 && word.ends_with(end));
    is_latin_surname(word, rules) || !is_no_name(word, rules) && ends.is_some_and(has_end)
}

/// Whether a label is a name: it has a title, or a given name and more, or is a family name.
pub(super) fn is_name(label: &str, rules: &NameRules) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let is_known = |word: &&str| is_latin_given(word, rules) || is_latin_surname(word, rules);
    match words[..] {
        [] => false,
        [word] => {
            let is_family = is_latin_surname(word, rules) && !is_latin_given(word, rules);
            is_family && !is_no_name(word, rules) || !names(word, rules).is_empty()
        }
        _ => {
            let mut names_in = names(label, rules).into_iter();
            let is_all_capitalised =
                words.iter().all(|word| is_capitalised(word) && !is_no_name(word, rules));
            names_in.any(|name| name.range == (0..label.len()))
                || is_all_capitalised && words.iter().any(is_known)
        }
    }
}
