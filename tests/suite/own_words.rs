//! The bundled course in its own words: no sentence is carried over from the material that it was planned from, and no
//! exercise can be answered by the look of its options.
//!
//! The material itself is not part of the project. What is kept of it is a fingerprint, `tests/shared/source-runs.bin`: the
//! hashes of its runs of 16 letters, taken at every third letter, so that any run of 18 letters holds at least one of them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::course::project;

const RUN: usize = 16;
const STEP: usize = 3;
const BYTES: usize = 5;

/// Names of terms, laws, sheets and their columns: facts, which everybody writes alike.
const ALLOWED: &[&str] = &[
    "個別化意図的な感情の表出統制された情緒的関与受容非審判的態度自己決定秘密保持",
    "グループホームのサービス管理責任者",
    "乳幼児期の医療的な支援障害のある子の家族",
    "本人の状態に合わせた子育て支援虐待を受けないための支援",
    "発達課題の達成への支援社会への関心とかかわりの回復担任への支援",
    "これまでの暮らしと毎日セルフケアの力",
    "理解しようとする姿勢意思を尊重しようとする姿勢感情や思いを引き出す技量",
    "本人の解決意欲保護者の解決力友人の支援担任との信頼関係担任への支援援助チーム",
    "相談支援専門員サービス等利用計画",
    "意思決定支援責任者相談支援専門員",
    "意思疎通意思形成意思表明意思実現",
    "時間発達の過程空間社会的環境と対人関係",
    "地域社会への参加包容インクルージョンと合理的配慮",
    "精神障害にも対応した地域包括ケアシステム",
    "学校ならスクールソーシャルワーカーが",
    "サインに気づいたときにすること自分がすること",
    "エンパワメントとストレングスの関係",
    "学校教育相談のアセスメントの考え方",
    "アセスメントの視点人と状況の全体性",
    "アセスメントの項目事例検討グラフィック版",
    "ケースフォーミュレーションの段階",
    "調子が悪くなってきたサイン自分でわかる",
    "私が頼りにしている人応援してくれる人",
    "前提連携インテークアセスメントケアプラン支給決定サービス実施モニタリング終結移行",
    "を基盤としたソーシャルワークの基礎になる",
    "一般コミュニティと福祉コミュニティ概念岡村重夫",
    "個を地域で支える援助と個を支える地域をつくる援助",
    "生活困窮者自立支援制度と連携する施策",
    "住民主体の福祉コミュニティのつの働き",
    "地域共生社会でソーシャルワークに求められる点",
    "地域ネットワークと社会資源の開発手順段",
    "地域懇談会地域による支え合い会議",
    "社会資源の活用フォーマルインフォーマル開発",
];

/// Names of terms that are nearly a run long: a run that is such a name and a particle says nothing.
const TERMS: &[&str] = &[
    "ジェネラリストソーシャルワーク",
    "地域を基盤としたソーシャルワーク",
    "コーディネーションリエゾンコラボレーション",
];

#[test]
fn no_run_of_eighteen_letters_of_the_source_material_is_in_the_course() {
    let known = fingerprint_of(&fs::read(project().join("tests/shared/source-runs.bin")).unwrap());
    assert!(known.len() > 5_000, "the fingerprint has {} runs", known.len());
    let mut found = Vec::new();
    for path in texts_of_the_course() {
        // A sentence is on one line; names one below the other are a list, which is a fact.
        for line in fs::read_to_string(&path).unwrap().lines() {
            let letters = letters_of(line);
            let letters: String = letters.into_iter().collect();
            let letters = TERMS.iter().fold(letters, |letters, term| letters.replace(term, "｜"));
            let letters: Vec<char> = letters.chars().collect();
            for (start, run) in letters.windows(RUN).enumerate() {
                if !known.contains(&hash_of(run)) || is_allowed(&letters, start) {
                    continue;
                }
                let around = &letters[start.saturating_sub(6)..letters.len().min(start + RUN + 6)];
                found.push(format!("{}: {}", path.display(), around.iter().collect::<String>()));
            }
        }
    }
    assert!(found.is_empty(), "write these in the course's own words:\n{}", found.join("\n"));
}

#[test]
fn a_copied_sentence_is_found_by_its_fingerprint() {
    let source =
        letters_of("記録の様式に、ご本人のいちばん大切にしている時間をかならず一行は書きとめておく。");
    let known: BTreeSet<u64> = runs_of(&source).collect();
    let copied =
        letters_of("あの職場では「ご本人のいちばん大切にしている時間を、かならず一行は書き」残していた。");
    assert!(copied.windows(RUN).any(|run| known.contains(&hash_of(run))));
    let own = letters_of("その人が大事にしている時間のことを、どの様式にも書くようにしていた。");
    assert!(!own.windows(RUN).any(|run| known.contains(&hash_of(run))));
}

/// Writes the fingerprint again: `MITATE_SOURCE=FILE cargo test --test suite write_the_fingerprint -- --ignored`.
#[test]
#[ignore = "needs the source material, which is not part of the project"]
fn write_the_fingerprint() {
    let source = std::env::var_os("MITATE_SOURCE").expect("MITATE_SOURCE names the file");
    let letters = letters_of(&fs::read_to_string(source).unwrap());
    let runs: BTreeSet<u64> = runs_of(&letters).collect();
    let bytes: Vec<u8> = runs.iter().flat_map(|run| run.to_be_bytes()[8 - BYTES..].to_vec()).collect();
    fs::write(project().join("tests/shared/source-runs.bin"), bytes).unwrap();
}

/// The best reply of a turn: the one that honours most and strains least, where exactly one does.
#[test]
fn the_best_reply_of_a_dialogue_is_known_neither_by_its_length_nor_by_its_place() {
    let mut diagnostic = Vec::new();
    let mut ranks = Vec::new();
    for path in texts_of_the_course().into_iter().filter(|path| is_exercise(path)) {
        let text = fs::read_to_string(&path).unwrap();
        let exercise: BTreeMap<String, serde_json::Value> = serde_yaml::from_str(&text).unwrap();
        if exercise.get("kind").and_then(|kind| kind.as_str()) != Some("dialogue") {
            continue;
        }
        let turns = exercise["turns"].as_array().unwrap();
        ranks.extend(turns.iter().filter_map(rank_of_best));
        let judged: Vec<(bool, bool)> = turns.iter().filter_map(best_of).collect();
        let longest = judged.iter().filter(|(longest, _)| *longest).count();
        let first = judged.iter().filter(|(_, first)| *first).count();
        if longest * 2 > judged.len() {
            diagnostic.push(format!(
                "{}: the best is the longest in {longest} of {}",
                path.display(),
                judged.len()
            ));
        }
        if first * 4 > judged.len() * 3 {
            diagnostic.push(format!(
                "{}: the best is the first in {first} of {}",
                path.display(),
                judged.len()
            ));
        }
    }
    assert!(diagnostic.is_empty(), "{}", diagnostic.join("\n"));
    // Over the course, no rank by length is worth choosing without reading.
    for rank in [Ordering::Less, Ordering::Equal, Ordering::Greater] {
        let percent = ranks.iter().filter(|it| **it == rank).count() * 100 / ranks.len();
        assert!((25..=42).contains(&percent), "{rank:?}: {percent} % of {}", ranks.len());
    }
}

/// How long the best reply of a turn is: less than every other one, greater, or between them; nothing where there are only two or none is best.
fn rank_of_best(turn: &serde_json::Value) -> Option<Ordering> {
    let options = turn.get("options")?.as_array()?;
    let best = place_of_best(options)?;
    let length = |option: &serde_json::Value| {
        option["say"].as_str().unwrap_or("").chars().filter(|it| !it.is_whitespace()).count()
    };
    let (mine, lengths) = (length(&options[best]), options.iter().map(length));
    let (shortest, longest) = (lengths.clone().min()?, lengths.max()?);
    (options.len() > 2).then_some(match mine {
        _ if mine == longest => Ordering::Greater,
        _ if mine == shortest => Ordering::Less,
        _ => Ordering::Equal,
    })
}

/// Whether the best reply of a turn is the longest, and whether it is the first; nothing where no reply is best.
fn best_of(turn: &serde_json::Value) -> Option<(bool, bool)> {
    let options = turn.get("options")?.as_array()?;
    let at = place_of_best(options)?;
    let length = |option: &serde_json::Value| option["say"].as_str().unwrap_or("").chars().count();
    let longest = options.iter().map(length).max()?;
    Some((length(&options[at]) == longest, at == 0))
}

/// The place of the one reply that honours most and strains least.
fn place_of_best(options: &[serde_json::Value]) -> Option<usize> {
    let count = |option: &serde_json::Value, key: &str| {
        option.get(key).and_then(|it| it.as_array()).map_or(0, Vec::len).cast_signed()
    };
    let worth: Vec<isize> =
        options.iter().map(|option| count(option, "honours") - 2 * count(option, "strains")).collect();
    let most = *worth.iter().max()?;
    let mut best = worth.iter().enumerate().filter(|(_, it)| **it == most).map(|(index, _)| index);
    let (Some(at), None) = (best.next(), best.next()) else { return None };
    Some(at)
}

fn is_exercise(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with("exercises"))
}

fn texts_of_the_course() -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(project().join("content")).sort_by_file_name();
    let files = all.into_iter().map(|entry| entry.unwrap().into_path());
    files.filter(|path| path.extension().is_some_and(|it| it == "md" || it == "yaml")).collect()
}

/// The Japanese letters of a text. Marks, digits, spaces and what is written in Latin letters — ids, keys — do not count.
fn letters_of(text: &str) -> Vec<char> {
    text.nfkc().filter(|letter| letter.is_alphabetic() && *letter > '\u{2ff}').collect()
}

fn runs_of(letters: &[char]) -> impl Iterator<Item = u64> {
    letters.windows(RUN).step_by(STEP).map(hash_of)
}

/// FNV-1a of a run, cut to [`BYTES`] bytes.
fn hash_of(run: &[char]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for letter in run {
        for byte in u32::from(*letter).to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    hash & ((1 << (8 * BYTES)) - 1)
}

fn fingerprint_of(bytes: &[u8]) -> BTreeSet<u64> {
    bytes
        .chunks_exact(BYTES)
        .map(|run| run.iter().fold(0, |hash, byte| (hash << 8) | u64::from(*byte)))
        .collect()
}

/// Whether the run at `start` lies within a name that everybody writes alike.
fn is_allowed(letters: &[char], start: usize) -> bool {
    let run: String = letters[start..start + RUN].iter().collect();
    ALLOWED.iter().any(|name| name.contains(&run))
}
