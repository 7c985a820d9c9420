//! What an editor can ask, and the answers.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::files::{CourseFolder, EditRefusal, EditedFile};
use super::places::{EditorPlace, EditorText};
use crate::desk::{AuthorDesk, Completion, CompletionKind, Thing};
use crate::diagnostic::{Diagnostic, Language, Messages, Severity, hint, message, messages};
use crate::model::Kind;
use crate::serve::Event;
use crate::serve::live::Live;
use crate::source::{Span, line_text};

/// A question. `text` is what the editor has of the text at `path` now: what is answered is about that.
#[derive(Debug, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum EditorAsk {
    /// The documents of the course, and what is wrong.
    Course,
    /// The text of a document. From now on the editor's is read.
    Open { path: String },
    /// From now on the file is read again.
    Close { path: String },
    /// A text that was typed: the page shows it, and what is wrong now.
    Type { path: String, text: String },
    /// What the file on the disk is known by. It changes nothing.
    Look { path: String },
    /// What can be written at a place.
    Complete { path: String, text: String, at: EditorPlace },
    /// What is at a place.
    Hover { path: String, text: String, at: EditorPlace },
    /// Where what is named at a place is defined.
    Definition { path: String, text: String, at: EditorPlace },
    /// Where what is named at a place is named.
    References { path: String, text: String, at: EditorPlace },
    /// Writes the text into the file, which the editor knows by `base`; `None` if the file is to be there again.
    Save { path: String, text: String, base: Option<String> },
    /// Removes a document. Unless it is `sure`, says only who refers to it.
    Remove { path: String, sure: bool },
    /// Stores a picture, given as Base64.
    Picture { name: String, data: String },
}

impl EditorAsk {
    /// The answer. `events` gets the faults for the terminal.
    pub(super) fn answer(self, live: &mut Live, events: &mut Vec<Event>) -> Json {
        let folder = CourseFolder::new(live.desk.folder(), live.desk.workshop().skipped());
        let answer = folder.and_then(|folder| match self {
            Self::Course => Ok(course(live)),
            Self::Open { path } => {
                let EditedFile { text, hash } = folder.read(&path)?;
                forget(live, &path, events, &folder)?;
                let mut answer = state(live);
                answer["text"] = json!(text);
                answer["base"] = json!(hash);
                Ok(answer)
            }
            Self::Close { path } => {
                forget(live, &path, events, &folder)?;
                Ok(json!({}))
            }
            Self::Look { path } => {
                folder.document(&path)?;
                Ok(json!({ "disk": on_disk(&folder, &path) }))
            }
            Self::Type { path, text } => {
                folder.document(&path)?;
                events.extend(typed(live, &path, &text));
                let mut answer = state(live);
                // What it was on the disk: whoever wrote it, the author hears of it before saving.
                answer["disk"] = json!(on_disk(&folder, &path));
                Ok(answer)
            }
            Self::Complete { path, text, at } => {
                folder.document(&path)?;
                events.extend(typed(live, &path, &text));
                Ok(completions(&live.desk, &path, &text, at))
            }
            Self::Hover { path, text, at } => {
                folder.document(&path)?;
                events.extend(typed(live, &path, &text));
                Ok(hover(&live.desk, &path, &text, at))
            }
            Self::Definition { path, text, at } => {
                folder.document(&path)?;
                events.extend(typed(live, &path, &text));
                let byte = EditorText::new(&text).byte(at);
                Ok(live.desk.definition(&path, byte).map_or(Json::Null, |span| place(&mut live.desk, &span)))
            }
            Self::References { path, text, at } => {
                folder.document(&path)?;
                events.extend(typed(live, &path, &text));
                let byte = EditorText::new(&text).byte(at);
                let thing = live.desk.thing_at(&path, byte).map(|(thing, _)| thing);
                Ok(thing.map_or(json!([]), |thing| referrers(live, &thing)))
            }
            Self::Save { path, text, base } => {
                let hash = match base {
                    Some(base) => folder.save(&path, &text, &base)?,
                    None => folder.restore(&path, &text)?,
                };
                // The file has it now: what another program writes into it later is read, too.
                live.desk.unsaved().forget(&path);
                events.extend(live.refresh(&[folder.file(&path)]));
                let mut answer = state(live);
                answer["base"] = json!(hash);
                Ok(answer)
            }
            Self::Remove { path, sure } => {
                folder.document(&path)?;
                let document = live.desk.course().at_path(&path).map(|it| Thing::new(it.kind, &it.id));
                let named = document.map_or(json!([]), |thing| referrers(live, &thing));
                if sure {
                    let file = folder.remove(&path)?;
                    live.desk.unsaved().forget(&path);
                    events.extend(live.refresh(&[file]));
                }
                Ok(json!({ "named": named }))
            }
            Self::Picture { name, data } => {
                let bytes = STANDARD.decode(data).map_err(|_| EditRefusal::NoDocument)?;
                let path = folder.store_picture(&name, &bytes)?;
                events.extend(live.refresh(&[folder.file(&path)]));
                Ok(json!({ "path": path }))
            }
        });
        answer.unwrap_or_else(|refusal| refused(refusal, sentences(live)))
    }
}

/// What the file at `path` is known by; `None` if it cannot be read.
fn on_disk(folder: &CourseFolder, path: &str) -> Option<String> {
    folder.read(path).ok().map(|file| file.hash)
}

/// From now on the file at `path` is read again.
fn forget(
    live: &mut Live,
    path: &str,
    events: &mut Vec<Event>,
    folder: &CourseFolder,
) -> Result<(), EditRefusal> {
    let file = folder.document(path)?;
    if live.desk.unsaved().text(path).is_some() {
        live.desk.unsaved().forget(path);
        events.extend(live.refresh(&[file]));
    }
    Ok(())
}

/// From now on `text` is read instead of the file at `path`, and the page shows it.
fn typed(live: &mut Live, path: &str, text: &str) -> Option<Event> {
    let unsaved = live.desk.unsaved();
    if unsaved.text(path).is_some_and(|it| &**it == text) {
        return None;
    }
    unsaved.set(path, Some(text));
    live.refresh(&[])
}

/// The sentences in the language of the course.
fn sentences(live: &Live) -> &'static Messages {
    live.desk.language().map_or_else(|| live.newest().borrow().messages, messages)
}

/// What the editor says where nothing was done.
fn refused(refusal: EditRefusal, messages: &Messages) -> Json {
    match refusal {
        EditRefusal::NoDocument => json!({ "refused": "no-document" }),
        EditRefusal::Gone => json!({ "refused": "gone" }),
        EditRefusal::NoText => json!({ "refused": "no-text" }),
        EditRefusal::There => json!({ "refused": "there" }),
        EditRefusal::Changed(None) => json!({ "refused": "changed", "text": null, "base": null }),
        EditRefusal::Changed(Some(EditedFile { text, hash })) => {
            json!({ "refused": "changed", "text": text, "base": hash })
        }
        EditRefusal::Fault(error) => {
            let (key, arguments) = error.message();
            json!({ "refused": "fault", "reason": messages.text(key, &arguments) })
        }
    }
}

/// The version of what is served, whether the page shows the texts as they are, and every problem.
fn state(live: &mut Live) -> Json {
    let messages = sentences(live);
    let newest = live.newest();
    let (version, is_good) = {
        let newest = newest.borrow();
        (newest.version, newest.overlay.is_none())
    };
    let diagnostics = live.desk.diagnostics().to_vec();
    let problems: Vec<Json> = diagnostics.iter().map(|it| problem(&mut live.desk, it, messages)).collect();
    json!({ "version": version, "good": is_good, "problems": problems })
}

/// The documents of the course.
fn course(live: &mut Live) -> Json {
    let course = live.desk.course();
    let known = course.documents.iter().map(|document| {
        json!({
            "path": &*document.path,
            "kind": document.kind.word(),
            "id": &*document.id,
            "title": document.title(),
            "url": course.url(document),
        })
    });
    let mut documents: Vec<Json> = known.collect();
    // What cannot be read at all has to be fixed too.
    let unreadable = live.desk.sources().unreadable.iter();
    documents.extend(unreadable.map(|path| json!({ "path": &**path, "kind": "", "id": "", "title": "" })));
    let mut answer = state(live);
    answer["documents"] = documents.into();
    answer["language"] = json!(language(live).tag());
    answer
}

fn language(live: &Live) -> Language {
    sentences(live).language()
}

/// One thing that is wrong, with the change that fixes it if there is only one.
fn problem(desk: &mut AuthorDesk, diagnostic: &Diagnostic, messages: &Messages) -> Json {
    let fix = diagnostic.edit.as_ref().and_then(|edit| {
        let bytes = edit.place(desk.sources().text(&edit.at.path))?;
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut fix = place(desk, &Span::new(&edit.at.path, byte(bytes.start), byte(bytes.end)));
        fix["title"] = json!(edit.title(messages));
        fix["text"] = json!(edit.text);
        Some(fix)
    });
    let mut problem = place(desk, &diagnostic.span);
    problem["code"] = json!(diagnostic.code.name());
    problem["severity"] = json!(if diagnostic.severity() == Severity::Error { "error" } else { "warning" });
    problem["message"] = json!(message(diagnostic, messages));
    problem["hint"] = json!(hint(diagnostic, messages));
    problem["fix"] = json!(fix);
    problem
}

/// A place with its file, as the editor counts.
fn place(desk: &mut AuthorDesk, span: &Span) -> Json {
    let typed = desk.unsaved().text(&span.path).map(Arc::clone);
    let text = typed.as_deref().unwrap_or_else(|| desk.sources().text(&span.path));
    let range = EditorText::new(text).range(&(span.start as usize..span.end as usize));
    json!({ "path": &*span.path, "from": range[0], "to": range[1] })
}

/// Every place that names a thing, with its line.
fn referrers(live: &mut Live, thing: &Thing) -> Json {
    let spans = live.desk.references(thing, false);
    let own = live.desk.defined_at(thing).map(|it| it.path);
    let spans = spans.into_iter().filter(|span| thing.kind == Kind::Term || own.as_ref() != Some(&span.path));
    let all = spans.map(|span| {
        let mut found = place(&mut live.desk, &span);
        found["words"] = json!(line_text(live.desk.sources().text(&span.path), span.start).1.trim());
        found
    });
    all.collect()
}

fn completions(desk: &AuthorDesk, path: &str, text: &str, at: EditorPlace) -> Json {
    let text = EditorText::new(text);
    let language = desk.language().unwrap_or(Language::En);
    let shown = |it: &Completion| {
        let [from, to] = text.range(&it.replaces);
        json!({
            "label": it.label,
            "kind": match it.kind {
                CompletionKind::Key => "property",
                CompletionKind::Word => "enum",
                CompletionKind::Id => "variable",
                CompletionKind::Term => "text",
                CompletionKind::File => "file",
            },
            "detail": it.detail,
            "meaning": it.meaning,
            "required": it.is_required,
            "from": from,
            "to": to,
            "text": it.text,
        })
    };
    desk.complete(path, text.byte(at), language).iter().map(shown).collect()
}

fn hover(desk: &AuthorDesk, path: &str, text: &str, at: EditorPlace) -> Json {
    let text = EditorText::new(text);
    let language = desk.language().unwrap_or(Language::En);
    desk.hover(path, text.byte(at), language).map_or(Json::Null, |it| {
        let [from, to] = text.range(&it.at);
        json!({ "from": from, "to": to, "text": it.text })
    })
}
