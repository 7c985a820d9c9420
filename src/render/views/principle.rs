//! A set of principles: members, and dilemmas in which they conflict.

use tera::{Context, Value};

use super::super::frame::map;
use super::super::text::TextWriter;
use crate::model::{Document, PrincipleSet};
use crate::yaml::Record as _;

pub(super) fn principles(
    set: &PrincipleSet,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    context.insert_value("body", Value::safe_string(&writer.html(&document.body)));
    let members = set.members.iter().enumerate();
    let members = members.map(|(index, member)| member.view_with(writer, [("number", (index + 1).into())]));
    let tensions = set.tensions.iter().map(|tension| {
        let between = tension.between.iter().filter_map(|id| {
            let member = set.members.iter().find(|member| member.id.name == id.name)?;
            Some(map([("id", (&*member.id).into()), ("title", (&*member.title).into())]))
        });
        tension.view_with(writer, [("between", between.collect::<Vec<Value>>().into())])
    });
    let computed = [
        ("members", members.collect::<Vec<Value>>().into()),
        ("tensions", tensions.collect::<Vec<Value>>().into()),
    ];
    context.insert_value("set", set.view_with(writer, computed));
    "principle.html"
}
