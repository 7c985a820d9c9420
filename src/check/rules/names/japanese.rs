//! Finds names of persons in a text: before さん, 先生 and other titles, and full names by themselves.
//!
//! Without a dictionary of the whole language a word in front of さん is taken for a name unless it is known as a role.
//! In front of 先生, 氏 and 様, which follow roles just as often, it must be known or built like a name.

use std::ops::Range;

use super::Name;
use super::latin;
use super::words::{
    Script, first_run, first_short_run, is_built_like_name, is_given, is_given_behind_surname, is_role,
    is_surname, last_run, last_script, script,
};
use crate::locale::{Locale, NameRules};
use crate::steps;

/// How far, in bytes, a name with its title may reach behind the end of another that it overlaps.
const FARTHEST: usize = 256;

/// The names of persons in `text`, in order. With `bare`, common family names are names even without a title.
pub(super) fn names(text: &str, locale: &Locale, rules: &NameRules, bare: bool) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for (_, title) in locale.titles().into_iter().flat_map(|titles| titles.find(text)) {
        let place = TitlePlace {
            before: &text[..title.start],
            title: &text[title.clone()],
            after: &text[title.end..],
            rules,
        };
        if let Some((start, end)) = place.name() {
            found.push(Name { range: start..title.end, name: start..end });
        }
    }
    // The ends of what was found ascend, and no name is long.
    let titled = found.len();
    let is_free = |found: &[Name], range: &Range<usize>| {
        let first = found[..titled].partition_point(|it| it.range.end <= range.start);
        let near = found[first..titled].iter().inspect(|_| steps::count(1));
        let mut near = near.take_while(|it| it.range.end < range.end + FARTHEST);
        !near.any(|it| it.range.start < range.end)
    };
    let mut at = 0;
    while let Some(start) = text[at..].find(|c| script(c) == Script::Han).map(|offset| at + offset) {
        let run = first_run(&text[start..], Script::Han);
        at = start + run.len();
        if let Some(range) = full_name(text, start, run, (rules, bare)).filter(|range| is_free(&found, range))
        {
            at = at.max(range.end);
            found.push(Name { range: range.clone(), name: range });
        }
    }
    found.extend(latin::names(text, rules));
    found.sort_by_key(|it| it.range.start);
    found
}

/// A title and the text on both sides of it.
struct TitlePlace<'t> {
    before: &'t str,
    title: &'t str,
    after: &'t str,
    rules: &'t NameRules,
}

impl TitlePlace<'_> {
    /// Where the name before the title begins and ends.
    fn name(&self) -> Option<(usize, usize)> {
        if !self.is_title() {
            return None;
        }
        let is_spaced = self.before.ends_with([' ', '　']);
        let before = self.before.strip_suffix([' ', '　']).unwrap_or(self.before);
        let start = match last_script(before) {
            Script::Han => self.in_han(before, is_spaced),
            Script::Katakana => self.in_katakana(before, is_spaced),
            Script::Hiragana => self.in_hiragana(before, is_spaced),
            Script::Latin | Script::Other => None,
        };
        start.map(|start| (start, before.len()))
    }

    fn is_office(&self) -> bool {
        self.rules.offices.has(self.title)
    }

    /// Whether the title goes on as another word: 様子, 氏名, ちゃんと.
    fn is_title(&self) -> bool {
        let next = self.after.chars().next();
        let is_next = |chars: &str| next.is_some_and(|c| chars.contains(c));
        match self.title {
            "様" => !is_next("子々式態相"),
            "氏" => !is_next("名族神子素"),
            "君" => !is_next("臨主") && !self.after.starts_with("が代"),
            "さん" => !is_next("ざすぽ"),
            "さま" => !is_next("ざ"),
            _ => true,
        }
    }

    /// Whether a word that is known neither as a name nor as a role is taken for a name here: not where ちゃん may be
    /// the beginning of ちゃんと, or くん the end of a verb.
    fn takes_unknown(&self) -> bool {
        let is_next = |chars: &str| self.after.chars().next().is_some_and(|c| chars.contains(c));
        match self.title {
            "さん" => true,
            "君" => !is_next("主"),
            "ちゃん" => !is_next("と"),
            "くん" => !is_next("だでじなやかっのと"),
            _ => false,
        }
    }

    fn in_han(&self, before: &str, is_spaced: bool) -> Option<usize> {
        let run = last_run(before, Script::Han);
        let run = &run[run.char_indices().rev().nth(7).map_or(0, |(at, _)| at)..];
        let start = before.len() - run.len();
        let in_front = before[..start].chars().next_back();
        let is_polite = in_front.is_some_and(|c| "おご御".contains(c)) && run.chars().count() <= 2;
        if is_role(run, self.rules) && !is_surname(run, self.rules) && !is_given(run, self.rules)
            || is_polite && !is_surname(run, self.rules)
        {
            return None;
        }
        if let Some(surname) =
            surname_before(&before[..start], self.rules).filter(|_| is_given_behind_surname(run, self.rules))
        {
            return Some(surname);
        }
        let known = run
            .char_indices()
            .find(|&(at, _)| is_person(&run[at..], at == 0 && !self.is_office(), self.rules));
        if let Some((at, _)) = known {
            return Some(start + at);
        }
        if is_spaced || self.is_office() {
            return None;
        }
        let is_verb =
            self.title == "くん" && run.ends_with(|c| "付着吹泣行聞書働歩続動引届弾向描置".contains(c));
        let is_unknown_name = matches!(run.chars().count(), 2 | 3) && self.takes_unknown() && !is_verb;
        (is_built_like_name(run, self.rules) || is_unknown_name).then_some(start)
    }

    fn in_katakana(&self, before: &str, is_spaced: bool) -> Option<usize> {
        let run = last_run(before, Script::Katakana).trim_start_matches('ー');
        let start = before.len() - run.len();
        let surname = || {
            surname_in_front(&before[..start], self.rules)
                .or_else(|| surname_before(&before[..start], self.rules))
        };
        if is_given(run, self.rules) || is_surname(run, self.rules) {
            return (!self.is_office()).then(|| surname().unwrap_or(start));
        }
        let is_length = (2..=8).contains(&run.chars().count());
        let is_common = self.title == "ちゃん" && !self.takes_unknown();
        (is_length && !is_spaced && !self.is_office() && !is_common && !is_role(run, self.rules))
            .then_some(start)
    }

    fn in_hiragana(&self, before: &str, is_spaced: bool) -> Option<usize> {
        let run = last_run(before, Script::Hiragana);
        let start = before.len() - run.len();
        if is_role(run, self.rules) || self.is_office() {
            return None;
        }
        for (at, _) in run.char_indices().filter(|(at, _)| run[*at..].chars().count() >= 2) {
            let (rest, name) = run.split_at(at);
            if !(is_given(name, self.rules) || is_surname(name, self.rules)) {
                continue;
            }
            if rest.is_empty()
                && let Some(surname) = surname_in_front(&before[..start], self.rules)
            {
                return Some(surname);
            }
            // Two characters are the end of many words.
            let is_apart = if rest.is_empty() {
                last_script(&before[..start]) == Script::Other
            } else {
                rest.ends_with(|c| "はがをにのともでへや".contains(c))
            };
            if is_apart || name.chars().count() > 2 {
                return Some(start + at);
            }
        }
        let is_alone = last_script(&before[..start]) == Script::Other;
        let is_short = matches!(run.chars().count(), 2..=4) && !run.starts_with(['お', 'ご']);
        let is_polite = matches!(self.title, "君" | "先生" | "氏" | "様" | "さま");
        (is_alone && is_short && !is_spaced && !is_polite && self.takes_unknown()).then_some(start)
    }
}

/// Whether `word` is a family name, with a given name behind it or without; or, if it is a whole run of Han characters,
/// a given name or a family name of one character.
fn is_person(word: &str, is_whole: bool, rules: &NameRules) -> bool {
    let is_long = |surname: &str| is_whole || surname.chars().count() >= 2;
    if is_surname(word, rules) && is_long(word) || is_whole && is_given(word, rules) {
        return true;
    }
    word.char_indices().skip(1).any(|(at, _)| {
        let (surname, given) = word.split_at(at);
        is_surname(surname, rules) && is_long(surname) && is_given_behind_surname(given, rules)
    })
}

/// Where the family name begins that `text` ends with.
fn surname_in_front(text: &str, rules: &NameRules) -> Option<usize> {
    let run = last_run(text, Script::Han);
    let start = text.len() - run.len();
    let known = |(at, _): &(usize, char)| {
        is_surname(&run[*at..], rules) && (*at == 0 || run[*at..].chars().count() > 1)
    };
    run.char_indices().find(known).map(|(at, _)| start + at)
}

/// Where the family name begins that `text` ends with before a blank.
fn surname_before(text: &str, rules: &NameRules) -> Option<usize> {
    surname_in_front(text.strip_suffix([' ', '　'])?, rules)
}

/// The full name that begins in the run of Han characters at `start`.
fn full_name(text: &str, start: usize, run: &str, (rules, bare): (&NameRules, bool)) -> Option<Range<usize>> {
    let length = run.chars().count();
    if length > 8 {
        return None;
    }
    let end = start + run.len();
    let after = &text[end..];
    let is_alone = !matches!(last_script(&text[..start]), Script::Han | Script::Katakana);
    // 担任田中太郎: a role may precede it.
    let begins = |at: usize| at == 0 && is_alone || at > 0 && is_role(&run[..at], rules);
    run.char_indices().find_map(|(at, _)| {
        // Few words are names, and to know a role takes longer.
        let length = full_name_length(&run[at..], after, (rules, bare))?;
        begins(at).then(|| start + at..start + at + length)
    })
}

/// The length of the full name that `word`, of Han characters, begins, or is; `after` follows it.
fn full_name_length(word: &str, after: &str, (rules, bare): (&NameRules, bool)) -> Option<usize> {
    if !is_surname(word, rules) {
        let is_full = word.chars().count() >= 3 && !is_given(word, rules) && is_person(word, false, rules);
        let is_name = is_full || is_whole_of_one_and_given(word, rules);
        return (is_name && !is_citation(after)).then_some(word.len());
    }
    if word.chars().count() >= 2
        && let Some(given) = given_behind(after, rules)
        && !is_citation(&after[given..])
    {
        return Some(word.len() + given);
    }
    let is_subject = after.starts_with(['は', 'が', 'の', 'を', 'に', 'と', 'も', '、']);
    (bare && rules.unmistakable.has(word) && is_subject).then_some(word.len())
}

/// 林健太: a family name of one character before a known given name of two or more.
fn is_whole_of_one_and_given(word: &str, rules: &NameRules) -> bool {
    let Some(first) = word.chars().next() else { return false };
    let (surname, given) = word.split_at(first.len_utf8());
    is_surname(surname, rules) && given.chars().count() >= 2 && is_given(given, rules)
}

/// The length of the given name that follows a family name: 佐藤さくら, 田中　太郎.
fn given_behind(after: &str, rules: &NameRules) -> Option<usize> {
    let blank = after.chars().next().filter(|c| matches!(c, ' ' | '　')).map_or(0, char::len_utf8);
    let rest = &after[blank..];
    let first = rest.chars().next()?;
    match script(first) {
        Script::Han if blank > 0 => {
            let given = first_short_run(rest, Script::Han);
            is_given_behind_surname(given, rules).then_some(blank + given.len())
        }
        Script::Katakana => {
            let given = first_short_run(rest, Script::Katakana);
            is_given(given, rules).then_some(blank + given.len())
        }
        Script::Hiragana => {
            let run = first_short_run(rest, Script::Hiragana);
            let mut ends = run.char_indices().map(|(at, c)| (at + c.len_utf8(), &run[at + c.len_utf8()..]));
            let fits = |&(end, behind): &(usize, &str)| {
                let is_end = behind.is_empty() || behind.starts_with(|c| "はがをにのともでへや".contains(c));
                is_end && run[..end].chars().count() >= 2 && is_given(&run[..end], rules)
            };
            ends.rfind(fits).map(|(end, _)| blank + end)
        }
        _ => None,
    }
}

/// Whether what follows a name shows that it is cited: 村山正治（1991）, 河合隼雄『…』.
fn is_citation(after: &str) -> bool {
    let opened = after.trim_start_matches([' ', '（', '(']);
    ["『", "著", "訳", "編", "監修"].iter().any(|it| after.trim_start().starts_with(it))
        || after.len() != opened.len() && opened.starts_with(['1', '2', '１', '２'])
}
