//! A set of principles: members, and the scenes where they pull against each other.

use tera::{Context, Value};

use super::super::frame::map;
use super::super::text::TextWriter;
use super::{rich, text};
use crate::model::{Document, PrincipleSet, Utterance};

pub(super) fn principles(
    set: &PrincipleSet,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    context.insert_value("body", Value::safe_string(&writer.html(&document.body)));
    let utterance = |utterance: Option<&Utterance>| -> Value {
        utterance
            .map(|it| map([("says", writer.rich(&it.says)), ("because", writer.rich(&it.because))]))
            .into()
    };
    let members = set.members.iter().enumerate().map(|(index, member)| {
        map([
            ("id", (&*member.id).into()),
            ("number", (index + 1).into()),
            ("title", (&*member.title).into()),
            ("en", text(member.en.as_ref())),
            ("asks", writer.rich(&member.asks)),
            ("strains", writer.rich(&member.strains)),
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
            ("scene", writer.rich(&tension.scene)),
            ("think", writer.rich(&tension.think)),
        ])
    });
    let value = map([
        ("en", text(set.en.as_ref())),
        ("source", rich(writer, set.source.as_ref())),
        ("members", members.collect::<Vec<Value>>().into()),
        ("tensions", tensions.collect::<Vec<Value>>().into()),
    ]);
    context.insert_value("set", value);
    "principle.html"
}
