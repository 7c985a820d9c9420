//! Persons of a case are A, B or roles; schools, hospitals and places have letters for names.
//!
//! A name that could be somebody's makes readers look for the somebody.

use std::sync::LazyLock;

use regex::Regex;

use super::span;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Course, Document};
use crate::source::Span;
use crate::yaml::{At, Text};

/// A proper name of two to four characters before a kind of institution.
static INSTITUTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:[\p{Han}々]{1,4}(?:市立|区立|町立|村立|県立|府立|都立))[\p{Han}々ヶ]{1,6}(?:小学校|中学校|高等学校|高校|支援学校|大学|病院)").ok()
});

/// Words that name a place in a family or at work, not a person.
const ROLES: &str = "父 母 兄 弟 姉 妹 おじ おば 夫 妻 子 長男 長女 次男 次女 二男 二女 三男 三女 本人 友人 隣人 近所 大家 \
    先生 担任 顧問 教諭 教員 校長 教頭 主任 部員 部長 司書 校医 事務 用務 級友 同級生 先輩 後輩 仲間 \
    医師 主治医 看護師 心理士 心理師 保健師 相談員 支援員 専門員 指導員 職員 民生委員 理容師 管理職 \
    カウンセラー ワーカー ヘルパー コーディネーター 店長 店主 上司 同僚 会長 社長";

pub(super) fn real_names(document: &Document, text: &str, _: &Course, out: &mut Vec<Diagnostic>) {
    let Some(Content::Case(case)) = &document.content else { return };
    let labels = std::iter::once(&case.person.label).chain(case.persons.iter().map(|person| &person.label));
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
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let place = Span::new(&document.path, byte(found.start()), byte(found.end()));
        let what = if found.as_str().ends_with("病院") { "place" } else { "school" };
        out.push(
            Diagnostic::new(Code::RealLookingName, place).with("what", what).with("found", found.as_str()),
        );
    }
}

/// Whether a label says no name: it holds a Latin letter, or names a role.
fn is_role(label: &At<Text>) -> bool {
    label.chars().any(|c| c.is_ascii_alphabetic() || ('Ａ'..='Ｚ').contains(&c))
        || ROLES.split(' ').any(|role| label.contains(role))
}
