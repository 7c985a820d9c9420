//! Marks inside a line: in the words that are left after the parser.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::super::addresses::is_file_with_blank;
use super::super::inline::{Part, parts};
use super::MarkSlip;

/// Each kind of mark with what it looks like. `fix` replaces it, with the groups of the pattern.
static PATTERNS: LazyLock<Vec<(&str, Regex, &str)>> = LazyLock::new(|| {
    let table = [
        ("emphasis", r"＊＊\s*([^＊\n]+?)\s*＊＊", "**$1**"),
        ("emphasis", r"\*\*[ 　]*([^*\n]+?)[ 　]*\*\*", "**$1**"),
        ("emphasis", r"__([^_\s][^_\n]*)__", "**$1**"),
        ("emphasis", r"~~[ 　]*([^~\n]+?)[ 　]*~~", "~~$1~~"),
        ("emphasis", r"～～([^～\n]+)～～", "~~$1~~"),
        ("emphasis", r"_([^_\s]*[\p{Hiragana}\p{Katakana}\p{Han}][^_\n]*)_", "*$1*"),
        ("emphasis", r"==([^=\s](?:[^=\n]*[^=\s])?)==", "**$1**"),
        ("emphasis-open", r"\*\*|＊＊|~~", ""),
        ("note-inside", r"\^\[([^\[\]\n]+)\]", "$1"),
        ("emoji", r":[a-z][a-z0-9_+]+:", ""),
        ("footnote", r"[\[［]\s?[\^＾]([^\[\]［］\n]{1,20})[\]］]", "[^$1]"),
        ("link", r"[!！]?[\[［]([^\[\]［］\n]*)[\]］][ 　]?[(（][ 　]*([^()（）\n]+)[)）]", "[$1]($2)"),
        ("term", r"［［([^［］\[\]\n]+)[］\]]{1,2}", "[[$1]]"),
        ("term", r"\[\[([^\[\]\n]+)\](?:$|[^\]])", "[[$1]]"),
        ("term", r"\[［([^［］\[\]\n]+)[］\]]{2}", "[[$1]]"),
        ("term", r"\[\[(?:[ 　]*\|)?([^\[\]|\s][^\[\]|\n]*)(?:\|[ 　]*)?\]\]", "[[$1]]"),
        ("term-open", r"\[\[[ 　]*\]\]|\[\[[^\[\]\s]|[^\[\]\s]\]\]|［［|］］", ""),
        ("ruby", r"｜([^|｜《》\n]{1,20})《([^《》\n]+)》", "｜$1《$2》"),
        ("ruby", r"\|?([\p{Han}々ヶ]+)《([\p{Hiragana}ー・ 　]+)》", "｜$1《$2》"),
        (
            "ruby",
            r"｜([\p{Han}\p{Katakana}々ヶ]{1,20})(?:[（(]([\p{Hiragana}ー・]+)[）)]|≪([\p{Hiragana}ー・]+)≫|〈〈?([\p{Hiragana}ー・]+)〉?〉|〔([\p{Hiragana}ー・]+)〕)",
            "｜$1《$2$3$4$5》",
        ),
        ("ruby-open", r"｜([^|｜《》\n]{1,20})《([^《》\n]*)$", "｜$1《$2》"),
        ("ruby", r"\{(\p{Han}{1,10})\|([\p{Hiragana}ー|]+)\}", "｜$1《$2》"),
        ("anchor", r"｛[ 　]*[#＃]([A-Za-z][\w-]*)[ 　]*｝", "{#$1}"),
        ("template", r"\{%[^{}\n]+%\}", ""),
        ("contents", r"(?i)^\[toc\]$", ""),
        ("code-open", r"`+", ""),
        ("attributes", r"\{[ ]*(?:[.#][A-Za-z][\w-]*|[a-z-]+=[^{}\n]*)[ ]*\}", ""),
        ("tag", r"＜/?[A-Za-zＡ-Ｚａ-ｚ]+[^＞\n]{0,40}＞", ""),
    ];
    table.into_iter().filter_map(|(what, shape, fix)| Some((what, Regex::new(shape).ok()?, fix))).collect()
});

/// Characters without which no pattern fits.
const SIGNS: [char; 20] = [
    '*', '＊', '_', '~', '～', '[', '［', ']', '］', '《', '{', '＜', '|', '｜', '^', '＾', '=', ':', '｛',
    '`',
];

/// Reports the marks in `words`, a text event that is at `range` of `text`.
pub(super) fn look(words: &str, text: &str, range: &Range<usize>, out: &mut Vec<MarkSlip>) {
    if !words.contains(SIGNS) {
        return;
    }
    let is_exact = range.len() == words.len();
    // An escaped mark is meant to be seen.
    let skip = usize::from(text[..range.start].ends_with('\\'));
    let mut at = 0;
    for part in parts(words) {
        let Part::Text(piece) = part else {
            at = 0;
            continue;
        };
        // A part is a slice of the words: its place follows from its address.
        let start = piece.as_ptr() as usize - words.as_ptr() as usize;
        for (what, found, fix) in found(piece) {
            if start + found.start < skip || start + found.start < at {
                continue;
            }
            at = start + found.end;
            let place = if is_exact {
                range.start + start + found.start..range.start + start + found.end
            } else {
                range.clone()
            };
            out.push(MarkSlip::raw(what, place, fix));
        }
    }
}

/// A picture that a full-width mark makes a link: `！[席](seat.png)`.
pub(super) fn picture(address: &str, text: &str, range: &Range<usize>) -> Option<MarkSlip> {
    let address = address.to_ascii_lowercase();
    let is_picture =
        [".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"].iter().any(|end| address.ends_with(end));
    let start = text[..range.start].strip_suffix('！')?.len();
    is_picture.then(|| MarkSlip::raw("picture", start..range.end, format!("!{}", &text[range.clone()])))
}

/// The marks in a text, in order; none overlaps another.
fn found(text: &str) -> Vec<(&'static str, Range<usize>, String)> {
    let mut candidates: Vec<(Range<usize>, usize, &'static str, String)> = Vec::new();
    for (priority, &(what, ref pattern, fix)) in PATTERNS.iter().enumerate() {
        for captures in pattern.captures_iter(text) {
            let Some(whole) = captures.get(0) else { continue };
            if is_meant(what, whole.as_str(), &captures, text, &whole.range()) {
                let mut corrected = String::new();
                captures.expand(fix, &mut corrected);
                if what == "link"
                    && let Some(link) = with_address(&captures)
                {
                    corrected = link;
                }
                candidates.push((whole.range(), priority, what, corrected));
            }
        }
    }
    candidates.sort_by_key(|(range, priority, ..)| (range.start, *priority));
    let mut end = 0;
    let mut found = Vec::new();
    for (range, _, what, corrected) in candidates {
        if range.start >= end {
            end = range.end;
            found.push((what, range, corrected));
        }
    }
    found
}

/// A link whose address holds blanks: around one, `<` and `>` keep it together; behind the colon of a kind there is none.
fn with_address(captures: &regex::Captures<'_>) -> Option<String> {
    let (words, address) = (captures.get(1)?.as_str(), captures.get(2)?.as_str().trim());
    if !address.contains([' ', '　']) {
        return None;
    }
    let narrow: String = address.split([' ', '　']).collect();
    let is_kind = narrow
        .split_once(':')
        .is_some_and(|(_, id)| id.bytes().all(|it| it.is_ascii_alphanumeric() || b"-/#".contains(&it)));
    Some(if is_kind { format!("[{words}]({narrow})") } else { format!("[{words}](<{address}>)") })
}

/// Whether what a pattern found is really a mark, and not a fill-in line or a remark in brackets.
fn is_meant(
    what: &str,
    found: &str,
    captures: &regex::Captures<'_>,
    text: &str,
    range: &Range<usize>,
) -> bool {
    let around = |c: char| text[..range.start].ends_with(c) || text[range.end..].starts_with(c);
    match what {
        "emphasis" if found.starts_with('_') => {
            let is_name = |c: char| c == '_' || c.is_ascii_alphanumeric();
            !text[..range.start].ends_with(is_name) && !text[range.end..].starts_with(is_name)
        }
        "emphasis" if found.starts_with('=') => !around('='),
        "emoji" => {
            let is_word = |c: char| c.is_ascii_alphanumeric() || c == ':' || c == '/';
            !text[..range.start].ends_with(is_word) && !text[range.end..].starts_with(is_word)
        }
        "emphasis-open" => !around('*') && !around('~'),
        "attributes" => !around('{') && !around('}'),
        "link" => {
            let address = captures.get(2).map_or("", |it| it.as_str()).trim();
            let is_address = address.contains(['/', '#'])
                || [".md", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".pdf", ".yaml"]
                    .iter()
                    .any(|end| address.ends_with(end))
                || address.split_once(':').is_some_and(|(kind, _)| {
                    !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphabetic())
                });
            is_address && !(found.contains("](") && is_file_with_blank(address))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        assert_eq!(PATTERNS.len(), 28);
    }
}
