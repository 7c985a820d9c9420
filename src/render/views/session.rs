//! A session plan: a run sheet to hold in the hand, with what to bring and print; and the presenter's view of the same.

use tera::{Context, Value};

use super::super::frame::{entry, map};
use super::super::text::TextWriter;
use super::meeting::{present_url, timed};
use crate::host::Host as _;
use crate::model::{Document, Kind, Medium, Practice, Session, SessionStep, ShownThing};
use crate::theme::Theme;
use crate::yaml::{Record as _, Shape as _};

/// The page of a session.
pub(super) fn session(
    session: &Session,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    let session = value(session, document, writer);
    // The facilitator's window takes a session for a meeting.
    context.insert_value("meeting", session.clone());
    context.insert_value("session", session);
    "session.html"
}

/// The presenter's view: what everyone looks at and does, step by step; nothing that is for the facilitator.
pub(super) fn present(
    session: &Session,
    document: &Document,
    writer: &TextWriter<'_>,
    context: &mut Context,
) -> &'static str {
    let said = |key: &str| writer.theme.messages.text(key, &[]);
    let words = [("kicker", said("kind-session").into()), ("rules_title", said("session-goals").into())];
    context.insert_value("present", map(words));
    let steps = session.steps.iter().enumerate().map(|(index, step)| {
        map([
            ("id", (&*step.id).into()),
            ("number", (index + 1).into()),
            ("title", (&*step.title).into()),
            ("minutes", step.length().into()),
            ("notes", true.into()),
            ("question", projected(step, writer)),
        ])
    });
    let values = [
        ("id", run_id(document).into()),
        ("title", (&*session.title).into()),
        ("url", document.url().unwrap_or_default().into()),
        ("minutes", session.minutes.value.into()),
        ("purpose", Value::none()),
        ("rules", session.goals.view(writer)),
        ("steps", steps.collect::<Vec<Value>>().into()),
    ];
    context.insert_value("meeting", map(values));
    "present.html"
}

/// What is projected at a step: what is shown, the task of the exercise, the question, or the meeting.
fn projected(step: &SessionStep, writer: &TextWriter<'_>) -> Value {
    let task = step.practice.as_ref().and_then(|it| {
        let document = writer.course.find(Kind::Exercise, &it.exercise)?;
        Some(writer.from(document).rich(&document.exercise()?.common.ask))
    });
    let values = [
        ("show", step.show.as_ref().map(|it| shown(it, writer)).into()),
        ("do", step.practice.as_ref().map(|it| practice(it, writer)).into()),
        ("task", task.into()),
        ("talk", step.talk.view(writer)),
        ("meet", step.meet.as_ref().and_then(|it| found(Kind::Meeting, it, writer)).into()),
    ];
    if values.iter().all(|(_, value)| value.is_none()) {
        return Value::none();
    }
    writer.part("part/session-slide.html", "s", map(values))
}

/// The name under which the clock of a session is stored, beside those of meetings.
fn run_id(document: &Document) -> String {
    format!("session/{}", document.id)
}

/// The group sizes in words: "4, 12, 40 people".
pub(in super::super) fn people(session: &Session, theme: &Theme) -> String {
    let sizes: Vec<String> = session.people.iter().map(|size| size.value.to_string()).collect();
    let sizes = sizes.join(&theme.messages.text("list-separator", &[]));
    theme.messages.text("session-people", &[("sizes", sizes)])
}

fn value(session: &Session, document: &Document, writer: &TextWriter<'_>) -> Value {
    let times = timed(session.steps.iter().map(SessionStep::length));
    let steps = session.steps.iter().zip(times).map(|(step, times)| {
        let computed = [
            ("show", step.show.as_ref().map(|it| shown(it, writer)).into()),
            ("do", step.practice.as_ref().map(|it| practice(it, writer)).into()),
            ("meet", step.meet.as_ref().and_then(|it| found(Kind::Meeting, it, writer)).into()),
        ];
        step.view_with(writer, times.into_iter().chain(computed))
    });
    let steps: Vec<Value> = steps.collect();
    let module = session.module.as_ref().and_then(|module| found(Kind::Module, module, writer));
    let computed = [
        ("id", run_id(document).into()),
        ("present", present_url(document).into()),
        ("spare", session.minutes.value.saturating_sub(session.planned()).into()),
        ("people", people(session, writer.theme).into()),
        ("module", module.into()),
        ("papers", papers(session, writer).into()),
        ("steps", steps.into()),
    ];
    session.view_with(writer, computed)
}

/// What is shown: its kind, its title, the part that is meant, and its address; of a slide, its text.
fn shown(shown: &ShownThing, writer: &TextWriter<'_>) -> Value {
    let to = |kind: Kind, id: &str, part: Option<(&str, &str)>| {
        let document = writer.course.find(kind, id)?;
        let anchor = part.map_or(String::new(), |(anchor, _)| format!("#{anchor}"));
        Some(map([
            ("kind", kind.word().into()),
            ("title", document.title().into()),
            ("part", part.map(|(_, title)| title).into()),
            ("url", format!("{}{anchor}", document.url().unwrap_or_default()).into()),
        ]))
    };
    if let Some(page) = &shown.page {
        let document = writer.course.find(Kind::Page, page);
        let heading = shown.heading.as_ref().map(|heading| {
            let title = document.and_then(|it| it.body.heading(heading)).map(|it| it.text.as_str());
            (&***heading, title.unwrap_or_default())
        });
        return to(Kind::Page, page, heading).into();
    }
    if let Some(case) = &shown.case {
        let stages = writer.course.case(case).map(|case| &case.stages);
        let stage = shown.stage.as_ref().and_then(|stage| {
            let found = stages?.iter().find(|it| it.id.name == stage.name)?;
            Some((&*stage.name, &*found.title))
        });
        return to(Kind::Case, case, stage).into();
    }
    map([
        ("kind", "slide".into()),
        ("title", Value::none()),
        ("part", Value::none()),
        ("url", Value::none()),
        ("text", shown.slide.as_ref().map(|it| writer.rich(it)).into()),
    ])
}

/// An exercise: its title, its place, how long it takes, who does it together and on what.
fn practice(practice: &Practice, writer: &TextWriter<'_>) -> Value {
    let document = writer.course.find(Kind::Exercise, &practice.exercise);
    map([
        ("title", document.map(|it| it.title()).unwrap_or_default().into()),
        ("url", document.and_then(|it| writer.course.url(it)).into()),
        ("minutes", document.and_then(|it| it.minutes()).into()),
        ("how", practice.how().word().into()),
        ("on", practice.on().word().into()),
    ])
}

/// The line of another document.
fn found(kind: Kind, id: &str, writer: &TextWriter<'_>) -> Option<Value> {
    let document = writer.course.find(kind, id)?;
    Some(map([
        ("title", document.title().into()),
        ("url", document.url().unwrap_or_default().into()),
        ("present", present_url(document).into()),
        ("minutes", document.minutes().into()),
    ]))
}

/// What to print: the forms, the exercises that can be done on paper, the meetings. Each once, with the word for why.
fn papers(session: &Session, writer: &TextWriter<'_>) -> Vec<Value> {
    let forms = session.papers.iter().map(|it| (Kind::Worksheet, &*it.id, "worksheet"));
    let exercises = session.steps.iter().filter_map(|step| {
        let practice = step.practice.as_ref()?;
        let why = match practice.on() {
            Medium::Paper => "exercise",
            Medium::Either => "exercise-either",
            Medium::Screen => return None,
        };
        Some((Kind::Exercise, &*practice.exercise.id, why))
    });
    let meetings =
        session.steps.iter().filter_map(|step| Some((Kind::Meeting, &*step.meet.as_ref()?.id, "meeting")));
    let mut seen = Vec::new();
    for thing in forms.chain(exercises).chain(meetings) {
        if !seen.contains(&thing) {
            seen.push(thing);
        }
    }
    let lines = seen.into_iter().filter_map(|(kind, id, why)| {
        let document = writer.course.find(kind, id)?;
        let line = entry(document.title(), &writer.course.url(document)?);
        Some(map([("why", why.into()), ("line", line)]))
    });
    lines.collect()
}
