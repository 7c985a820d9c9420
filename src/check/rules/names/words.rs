//! The words that the finder of names knows, and what can be said of a word by its characters alone.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::steps;

type Words = HashSet<&'static str>;

static LISTS: LazyLock<HashMap<&str, Words>> = LazyLock::new(|| {
    let mut lists: HashMap<&str, Words> = HashMap::new();
    let mut heading = "";
    for line in include_str!("words.txt").lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => heading = name,
            None => lists.entry(heading).or_default().extend(line.split_whitespace()),
        }
    }
    lists
});

fn has(list: &str, word: &str) -> bool {
    LISTS.get(list).is_some_and(|words| words.contains(word))
}

/// Whether `word` is a family name.
pub(super) fn is_surname(word: &str) -> bool {
    has("surnames", word)
}

/// Whether `word` is a given name.
pub(super) fn is_given(word: &str) -> bool {
    has("given", word)
}

/// Whether `word` is a family name in Latin letters, written with a capital or in capitals.
pub(super) fn is_latin_surname(word: &str) -> bool {
    has("latin-surnames", &capitalised(word))
}

/// Whether `word` is a given name in Latin letters.
pub(super) fn is_latin_given(word: &str) -> bool {
    has("latin-given", &capitalised(word))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect()
    })
}

/// Family names that are hardly ever another word: they are names even without a title behind them.
const UNMISTAKABLE: &str = "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 小林 加藤 吉田 山田 佐々木 斎藤 斉藤 阿部 橋本 後藤 近藤 遠藤 \
    坂本 藤田 岡田 木村 井上 山下 石井 池田 長谷川 前田";

/// Whether `word` is a family name and hardly ever anything else.
pub(super) fn is_unmistakable(word: &str) -> bool {
    UNMISTAKABLE.split_whitespace().any(|name| name == word)
}

/// The last characters of words for roles: 看護師, 保護者, 里親, 小学生.
const ROLE_ENDS: &str = "師士員者長係官医生手人屋母父兄姉弟妹児徒友輩客孫嫁婿姑舅甥姪妻夫民族僧童任頭諭授校院園所局署店\
    社会課室部科級年組班団隊館庁省市区町県都府国語内外親主御";

/// The last words of roles in katakana: ワーカー, カウンセラー, デイサービス.
const KATAKANA_ROLE_ENDS: &[&str] = &[
    "ター",
    "ラー",
    "カー",
    "ナー",
    "ザー",
    "バー",
    "ダー",
    "サー",
    "ヤー",
    "マー",
    "ワー",
    "ジャー",
    "ジャ",
    "タント",
    "スト",
    "クラブ",
    "ホーム",
    "サービス",
    "ケア",
    "ハウス",
    "スクール",
    "ネット",
    "チーム",
    "スタッフ",
];

/// Whether `word` is in the list of roles.
pub(super) fn is_listed_role(word: &str) -> bool {
    has("roles", word)
}

/// Whether `word` is no name: a place in a family, a profession, a place of work.
pub(super) fn is_role(word: &str) -> bool {
    if is_listed_role(word) {
        return true;
    }
    let Some(last) = word.chars().next_back() else { return true };
    let is_numbered = |end: char| {
        word.strip_suffix(end).is_some_and(|it| it.chars().all(|c| "一二三四五六七八九十長次末".contains(c)))
    };
    KATAKANA_ROLE_ENDS.iter().any(|end| word.ends_with(end))
        || ROLE_ENDS.contains(last)
        || is_numbered('男')
        || is_numbered('女')
}

/// Whether `word`, of two or three Han characters, is built as a family name or a given name is.
pub(super) fn is_built_like_name(word: &str) -> bool {
    const SURNAME_ENDS: &str = "田川山村野島嶋崎﨑原藤谷沢澤橋塚浦瀬岡森坂倉越堀";
    const GIVEN_ENDS: &str = "子美香奈恵代郎太介助司志也斗翔樹彦男雄之平菜";
    let last = word.chars().next_back();
    matches!(word.chars().count(), 2 | 3)
        && word.chars().all(|c| script(c) == Script::Han)
        && !is_role(word)
        && last.is_some_and(|last| SURNAME_ENDS.contains(last) || GIVEN_ENDS.contains(last))
}

/// Whether `word` can be the given name behind a family name.
pub(super) fn is_given_behind_surname(word: &str) -> bool {
    const ENDS: &str = "子美香奈恵代郎太介助司志也斗翔樹彦雄之菜";
    let is_built = || word.chars().count() >= 2 && word.ends_with(|last| ENDS.contains(last));
    is_given(word) || is_built() && !is_role(word)
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
