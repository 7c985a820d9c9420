//! A set of principles: members, and the scenes where they pull against each other.

use tera::{Context, Value};

use super::super::frame::map;
use super::super::words::Words;
use super::{rich, text};
use crate::model::{Document, PrincipleSet, Utterance};

pub(super) fn principles(
    set: &PrincipleSet,
    document: &Document,
    words: &Words<'_>,
    context: &mut Context,
) -> &'static str {
    context.insert_value("body", Value::safe_string(&words.html(&document.body)));
    let utterance = |utterance: Option<&Utterance>| -> Value {
        utterance.map(|it| map([("says", words.rich(&it.says)), ("because", words.rich(&it.because))])).into()
    };
    let members = set.members.iter().enumerate().map(|(index, member)| {
        map([
            ("id", (&*member.id).into()),
            ("number", (index + 1).into()),
            ("title", (&*member.title).into()),
            ("en", text(member.en.as_ref())),
            ("asks", words.rich(&member.asks)),
            ("strains", words.rich(&member.strains)),
            ("honours", utterance(member.honours.as_ref())),
            ("breaks", utterance(member.breaks.as_ref())),
        ])
    });
    let tensions = set.tensions.iter().map(|tension| {
        let between = tension.between.iter().filter_map(|id| {
            let member = set.members.iter().find(|member| member.id.name == id.name)?;
            Some(map([("id", (&*member.id).into()), ("title", (&*member.title).into())]))
        });
        map([
            ("id", (&*tension.id).into()),
            ("title", (&*tension.title).into()),
            ("between", between.collect::<Vec<Value>>().into()),
            ("scene", words.rich(&tension.scene)),
            ("think", words.rich(&tension.think)),
        ])
    });
    let value = map([
        ("en", text(set.en.as_ref())),
        ("source", rich(words, set.source.as_ref())),
        ("members", members.collect::<Vec<Value>>().into()),
        ("tensions", tensions.collect::<Vec<Value>>().into()),
    ]);
    context.insert_value("set", value);
    "principle.html"
}
