//! A meeting: its run sheet, the cards of its roles, the form of its minutes; the presenter's view of the same, and a page
//! for each card. Learners see the steps, the names of the roles, and the form.

use tera::{Context, Value};

use super::super::frame::{entry, map};
use super::super::minutes;
use super::super::text::TextWriter;
use super::fields::fields;
use crate::model::{Document, Edition, Field, Kind, Meeting, MeetingRole, MeetingStep, Section};
use crate::yaml::Record as _;

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
        section.view_with(writer, [("fields", fields(&section.fields, &all, "m-", writer))])
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
    let kicker = writer.theme.messages.text(&format!("procedure-{}", meeting.procedure.word()), &[]);
    let rules_title = writer.theme.messages.text("meeting-rules", &[]);
    context.insert_value("present", map([("kicker", kicker.into()), ("rules_title", rules_title.into())]));
    context.insert_value("meeting", value(meeting, document, writer));
    "present.html"
}

/// The page of one card, which holds nothing else.
pub(super) fn card_page(
    meeting: &Meeting,
    index: usize,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    let Some(role) = meeting.roles.get(index) else { return "404.html" };
    context.insert_value("card", card(role, document, writer));
    context.insert_value("meeting", Value::from(document.title()));
    "card.html"
}

fn value(meeting: &Meeting, document: &Document, writer: &TextWriter<'_>) -> Value {
    let times = timed(meeting.steps.iter().map(MeetingStep::length));
    let steps = meeting.steps.iter().zip(times).map(|(step, times)| {
        let notes = ("notes", meeting.allows_notes(step).into());
        step.view_with(writer, times.into_iter().chain([notes]))
    });
    let steps: Vec<Value> = steps.collect();
    let is_open = writer.course.edition != Edition::Learner;
    let roles = if is_open { &meeting.roles[..] } else { &[] };
    let cards: Vec<Value> = roles.iter().map(|role| card(role, document, writer)).collect();
    let labels = meeting.roles.iter().map(|role| label(role, writer).into());
    let sheets = cards.chunks(CARDS_ON_A_SHEET).map(|sheet| Value::from(sheet.to_vec()));
    let case = meeting.case.as_ref().and_then(|case| writer.course.find(Kind::Case, case));
    let papers = meeting.papers.iter().filter_map(|paper| writer.course.find(Kind::Worksheet, paper));
    let url = document.url().unwrap_or_default();
    let line = |it: &Document| entry(it.title(), &it.url().unwrap_or_default());
    let computed = [
        ("id", (&*document.id).into()),
        ("url", url.as_str().into()),
        ("present", is_open.then(|| present_url(document)).into()),
        ("labels", labels.collect::<Vec<Value>>().into()),
        ("spare", meeting.minutes.value.saturating_sub(meeting.planned()).into()),
        ("steps", steps.into()),
        ("roles", Value::none()),
        ("cards", cards.len().into()),
        ("card_sheets", sheets.collect::<Vec<_>>().into()),
        ("case", case.map(|it| line(it)).into()),
        ("papers", papers.map(|it| line(it)).collect::<Vec<_>>().into()),
    ];
    meeting.view_with(writer, computed)
}

/// The number of each step, its minutes, and the minutes from the beginning at which it begins and ends.
pub(super) fn timed(lengths: impl Iterator<Item = u32>) -> impl Iterator<Item = [(&'static str, Value); 4]> {
    lengths.enumerate().scan(0, |begins, (index, minutes)| {
        let from = *begins;
        *begins += minutes;
        let number = ("number", (index + 1).into());
        Some([number, ("minutes", minutes.into()), ("from", from.into()), ("to", (*begins).into())])
    })
}

fn card(card: &MeetingRole, document: &Document, writer: &TextWriter<'_>) -> Value {
    let role = card.role.as_ref().and_then(|role| writer.course.find(Kind::Role, role));
    let role = role.map(|it| entry(it.title(), &it.url().unwrap_or_default()));
    let url = card_url(document, card);
    card.view_with(
        writer,
        [("label", label(card, writer).into()), ("role", role.into()), ("url", url.into())],
    )
}

/// The name on a card.
fn label<'a>(card: &'a MeetingRole, writer: &'a TextWriter<'_>) -> &'a str {
    let role = || Some(writer.course.find(Kind::Role, card.role.as_ref()?)?.title());
    card.label.as_ref().map(|label| &***label).or_else(role).unwrap_or_default()
}

/// The address of a card, from the site's root.
pub(in super::super) fn card_url(document: &Document, role: &MeetingRole) -> String {
    let of_role = format!("/cards/{}/index.html", &*role.id);
    document.url().unwrap_or_default().replace("/index.html", &of_role)
}

/// The address of the presenter's view, from the site's root.
pub(in super::super) fn present_url(document: &Document) -> String {
    document.url().unwrap_or_default().replace("/index.html", "/present/index.html")
}
