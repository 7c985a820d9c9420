//! A meeting: its run sheet, the cards of its roles, the form of its minutes; and the presenter's view of the same.

use tera::{Context, Value};

use super::super::frame::{entry, map};
use super::super::minutes;
use super::super::text::TextWriter;
use super::fields::fields;
use super::rich;
use crate::model::{Document, Field, Kind, Meeting, MeetingRole, Section};

/// Cards on a printed page.
const CARDS_ON_A_SHEET: usize = 4;

/// The page of a meeting.
pub(super) fn meeting(
    meeting: &Meeting,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    context.insert_value("meeting", value(meeting, document, writer));
    let sections = minutes::sections(meeting, writer);
    let all: Vec<&Field> = sections.iter().flat_map(|section| &section.fields).collect();
    let shown = |section: &Section| {
        map([
            ("id", (&*section.id).into()),
            ("title", (&*section.title).into()),
            ("fields", fields(&section.fields, &all, "m-", writer)),
        ])
    };
    context.insert_value("sections", sections.iter().map(shown).collect::<Vec<_>>().into());
    "meeting.html"
}

/// The presenter's view: large, step by step.
pub(super) fn present(
    meeting: &Meeting,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    context.insert_value("meeting", value(meeting, document, writer));
    "present.html"
}

fn value(meeting: &Meeting, document: &Document, writer: &TextWriter<'_>) -> Value {
    let mut begins = 0;
    let steps = meeting.steps.iter().enumerate().map(|(index, step)| {
        let from = begins;
        begins += step.length();
        map([
            ("id", (&*step.id).into()),
            ("number", (index + 1).into()),
            ("title", (&*step.title).into()),
            ("minutes", step.length().into()),
            ("from", from.into()),
            ("to", begins.into()),
            ("does", writer.rich(&step.does)),
            ("question", rich(writer, step.question.as_ref())),
            ("notes", meeting.allows_notes(step).into()),
        ])
    });
    let steps: Vec<Value> = steps.collect();
    let cards: Vec<Value> = meeting.roles.iter().map(|role| card(role, writer)).collect();
    let sheets = cards.chunks(CARDS_ON_A_SHEET).map(|sheet| Value::from(sheet.to_vec()));
    let case = meeting.case.as_ref().and_then(|case| writer.course.find(Kind::Case, case));
    let papers = meeting.papers.iter().filter_map(|paper| writer.course.find(Kind::Worksheet, paper));
    let url = document.url().unwrap_or_default();
    map([
        ("id", (&*document.id).into()),
        ("title", (&*meeting.title).into()),
        ("url", url.as_str().into()),
        ("present", present_url(document).into()),
        ("procedure", meeting.procedure.word().into()),
        ("purpose", writer.rich(&meeting.purpose)),
        ("minutes", meeting.minutes.value.into()),
        ("spare", meeting.minutes.value.saturating_sub(meeting.planned()).into()),
        ("rules", writer.riches(&meeting.rules)),
        ("steps", steps.into()),
        ("cards", cards.len().into()),
        ("card_sheets", sheets.collect::<Vec<_>>().into()),
        ("case", case.map(|it| entry(it.title(), &it.url().unwrap_or_default())).into()),
        (
            "papers",
            papers.map(|it| entry(it.title(), &it.url().unwrap_or_default())).collect::<Vec<_>>().into(),
        ),
    ])
}

fn card(card: &MeetingRole, writer: &TextWriter<'_>) -> Value {
    let role = card.role.as_ref().and_then(|role| writer.course.find(Kind::Role, role));
    let label =
        card.label.as_ref().map(|label| &***label).or(role.map(|role| role.title())).unwrap_or_default();
    map([
        ("id", (&*card.id).into()),
        ("label", label.into()),
        ("role", role.map(|it| entry(it.title(), &it.url().unwrap_or_default())).into()),
        ("card", rich(writer, card.card.as_ref())),
        ("task", rich(writer, card.task.as_ref())),
    ])
}

/// The address of the presenter's view, from the site's root.
pub(in super::super) fn present_url(document: &Document) -> String {
    document.url().unwrap_or_default().replace("/index.html", "/present/index.html")
}
