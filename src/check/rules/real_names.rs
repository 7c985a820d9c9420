//! Persons of a case are A, B or roles; schools, hospitals and places have letters for names.
//!
//! A name that could be somebody's makes readers look for the somebody.

use std::sync::LazyLock;

use regex::Regex;

use super::{span, text_span};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Document};
use crate::yaml::{At, Text};

/// The kinds of institution that carry names, longer words before those that they end with.
const KINDS: [&str; 7] = ["高等学校", "小学校", "中学校", "支援学校", "高校", "病院", "クリニック"];

/// A proper name in Han characters before a kind of institution.
static INSTITUTION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"[\p{{Han}}々ヶ]{{1,10}}(?:{})", KINDS.join("|"))).ok());

/// What is left of an institution's name when it is no name: 公立中学校, 総合病院, 同じ小学校.
const GENERAL: &str = "公立 私立 市立 県立 国立 町立 村立 区立 都立 府立 道立 地元 出身 近隣 隣 近所 同 母校 進学先 転校先 在籍 \
    定時制 通信制 全日制 夜間 特別 総合 精神科 小児科 内科 心療内科 大学 大学附属 専門 救急 中核 地域 小規模 大規模 全 各 当 本 前 元 現 小 中";

/// Words that name a place in a family or at work, not a person.
const ROLES: &str = "父 母 兄 弟 姉 妹 おじ おば おい めい いとこ 従兄 従姉 夫 妻 孫 子ども 息子 娘 長男 長女 次男 次女 二男 二女 三男 三女 \
    本人 友人 隣人 近所 大家 先生 担任 顧問 教諭 校長 教頭 主任 部長 司書 事務 用務 級友 同級生 先輩 後輩 仲間 児童 生徒 学生 \
    医 師 手 員 者 係 担当 福祉司 保護司 福祉士 心理士 保育士 弁護士 管理職 \
    カウンセラー ワーカー ヘルパー コーディネーター 店長 店主 上司 同僚 会長 社長";

pub(super) fn real_names(document: &Document, text: &str, _: &[Text], out: &mut Vec<Diagnostic>) {
    let Some(Content::Case(case)) = &document.content else { return };
    let labels = std::iter::once(&case.person.label)
        .chain(case.persons.iter().map(|person| &person.label))
        .chain(case.genogram.iter().flat_map(|drawn| &drawn.persons).map(|person| &person.label));
    let mut told: Vec<&str> = Vec::new();
    for label in labels.filter(|label| !is_role(label)) {
        if !told.contains(&&***label) {
            told.push(label);
            let place = span(document, label.at);
            out.push(
                Diagnostic::new(Code::RealLookingName, place).with("what", "person").with("found", &***label),
            );
        }
    }
    let Some(pattern) = INSTITUTION.as_ref() else { return };
    for found in pattern.find_iter(text) {
        if is_general(found.as_str()) {
            continue;
        }
        let place = text_span(document, &found.range());
        let what = if found.as_str().ends_with('校') { "school" } else { "place" };
        out.push(
            Diagnostic::new(Code::RealLookingName, place).with("what", what).with("found", found.as_str()),
        );
    }
}

/// Whether the words before a kind of institution are no name of one.
fn is_general(found: &str) -> bool {
    let name = KINDS.iter().find_map(|kind| found.strip_suffix(kind)).unwrap_or(found);
    // Several general words may follow each other: 地元公立中学校.
    let mut rest = name;
    while let Some(shorter) = GENERAL.split_whitespace().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest.is_empty()
}

/// Whether a label says no name: it holds a Latin letter, or names a role.
fn is_role(label: &At<Text>) -> bool {
    label.chars().any(|c| c.is_ascii_alphabetic() || ('Ａ'..='Ｚ').contains(&c))
        || ROLES.split(' ').any(|role| label.contains(role))
}
