//! The board, on which a facilitator gathers the answers of a group. Its script makes everything that depends on answers.

use tera::{Context, Value};

use super::super::Site;
use super::super::frame::map;
use crate::model::{Document, Kind, Session};

/// The page: the sessions, each with the keys of what is answered in it, in the order of its steps.
pub(super) fn board(site: &Site, context: &mut Context) -> &'static str {
    let sessions = site.course.of_kind(Kind::Session).filter_map(|document| {
        let keys = keys_of(document.session()?);
        (!keys.is_empty()).then(|| line(document, &keys))
    });
    context.insert_value("sessions", sessions.collect::<Vec<Value>>().into());
    context.insert_value("is_gathered", site.is_gathered().into());
    "board.html"
}

fn line(document: &Document, keys: &[String]) -> Value {
    map([("title", document.title().into()), ("keys", keys.join(" ").into())])
}

/// The exercises, meetings and forms of a session, each once.
fn keys_of(session: &Session) -> Vec<String> {
    let mut keys = Vec::new();
    let mut add = |kind: Kind, id: &str| {
        let key = format!("{}/{id}", kind.word());
        if !keys.contains(&key) {
            keys.push(key);
        }
    };
    for step in &session.steps {
        if let Some(practice) = &step.practice {
            add(Kind::Exercise, &practice.exercise);
        }
        if let Some(meeting) = &step.meet {
            add(Kind::Meeting, meeting);
        }
    }
    for form in &session.papers {
        add(Kind::Worksheet, &form.id);
    }
    keys
}
