//! Answers to requests: what the desk says, in the protocol's words.

use std::ops::Range;
use std::path::PathBuf;

use lsp_server::ErrorCode;
use serde_json::{Value as Json, json};

use super::Refused;
use super::address::file;
use super::courses::Courses;
use super::shown::{ShownTexts, problem};
use crate::desk::{AuthorDesk, Completion, CompletionKind, NotRenamed, Outlined};
use crate::diagnostic::{Diagnostic, Language, messages};
use crate::error::Error;
use crate::model::Kind;

/// The answer to a request.
///
/// # Errors
/// When it is not known, or has not what it needs.
pub(super) fn answer(courses: &mut Courses, method: &str, params: &Json) -> Result<Json, Refused> {
    const KNOWN: [&str; 9] = [
        "textDocument/completion",
        "textDocument/hover",
        "textDocument/definition",
        "textDocument/references",
        "textDocument/documentSymbol",
        "textDocument/codeAction",
        "textDocument/prepareRename",
        "textDocument/rename",
        "workspace/symbol",
    ];
    if !KNOWN.contains(&method) {
        return Err((ErrorCode::MethodNotFound, format!("{method} is not known")));
    }
    courses.look();
    if method == "workspace/symbol" {
        return Ok(workspace_symbols(courses, params["query"].as_str().unwrap_or_default()));
    }
    let wrong = |what: &str| (ErrorCode::InvalidParams, format!("{method} needs {what}"));
    let document = params["textDocument"]["uri"].as_str().ok_or_else(|| wrong("textDocument.uri"))?;
    let Some((folder, path)) = place(courses, document) else { return Ok(Json::Null) };
    let Some(desk) = courses.desk(&folder) else { return Ok(Json::Null) };
    let language = courses.language(desk);
    let mut shown = ShownTexts::new(courses, desk);
    match method {
        "textDocument/documentSymbol" => {
            let parts = desk.parts(&path);
            return Ok(parts.iter().map(|part| symbol(part, &path, &mut shown)).collect());
        }
        "textDocument/codeAction" => {
            let mut at = |key: &str| shown.offset(&path, &params["range"][key]);
            let (start, end) = at("start").zip(at("end")).ok_or_else(|| wrong("range"))?;
            return Ok(fixes(courses, desk, &path, &(start..end), language));
        }
        _ => {}
    }
    let at = shown.offset(&path, &params["position"]).ok_or_else(|| wrong("position"))?;
    if method == "textDocument/rename" {
        let new = params["newName"].as_str().ok_or_else(|| wrong("newName"))?;
        return renamed(courses, desk, &path, at, new);
    }
    Ok(match method {
        "textDocument/prepareRename" => {
            let (thing, at) = desk.renamable(&path, at).map_err(|why| not_renamed(&why, language))?;
            json!({ "range": shown.bytes(&path, &at), "placeholder": &*thing.id })
        }
        "textDocument/completion" => {
            let all = desk.complete(&path, at, language);
            all.iter().map(|it| completion(it, &path, &mut shown)).collect()
        }
        "textDocument/hover" => desk.hover(&path, at, language).map_or(Json::Null, |it| {
            let contents = json!({ "kind": "markdown", "value": it.text });
            json!({ "contents": contents, "range": shown.bytes(&path, &it.at) })
        }),
        "textDocument/definition" => {
            desk.definition(&path, at).map_or(Json::Null, |span| shown.location(&span))
        }
        _ => {
            let with_definition = params["context"]["includeDeclaration"] == true;
            let spans = desk.thing_at(&path, at).map(|(thing, _)| desk.references(&thing, with_definition));
            spans.unwrap_or_default().iter().map(|span| shown.location(span)).collect()
        }
    })
}

/// The changes of texts, and of the names of files, that give what is named at byte `at` the id `new`.
fn renamed(courses: &Courses, desk: &AuthorDesk, path: &str, at: usize, new: &str) -> Result<Json, Refused> {
    let language = courses.language(desk);
    let renaming = desk.renamable(path, at).and_then(|(thing, _)| desk.renaming(&thing, new));
    let renaming = renaming.map_err(|why| not_renamed(&why, language))?;
    if !renaming.moves.is_empty() && !courses.renames_files {
        return Err(refused(&Error::CannotRename("files", Vec::new()), language));
    }
    let mut shown = ShownTexts::new(courses, desk);
    let mut changes = Vec::new();
    for (path, edits) in &renaming.edits {
        let edits = edits.iter().map(|(at, new)| json!({ "range": shown.bytes(path, at), "newText": new }));
        changes.push((courses.address(desk, path), edits.collect::<Json>()));
    }
    if !courses.changes_documents {
        let changes: serde_json::Map<String, Json> = changes.into_iter().collect();
        return Ok(json!({ "changes": changes }));
    }
    let texts = changes.into_iter().map(
        |(address, edits)| json!({ "textDocument": { "uri": address, "version": null }, "edits": edits }),
    );
    let moves = renaming.moves.iter().map(|(old, new)| {
        let address = |path: &str| courses.address(desk, path);
        json!({ "kind": "rename", "oldUri": address(old), "newUri": address(new) })
    });
    Ok(json!({ "documentChanges": texts.chain(moves).collect::<Json>() }))
}

fn not_renamed(why: &NotRenamed, language: Language) -> Refused {
    let (why, values) = why.message();
    refused(&Error::CannotRename(why, values), language)
}

/// A request that has no result because of `error`.
fn refused(error: &Error, language: Language) -> Refused {
    let (key, arguments) = error.message();
    let sentences = messages(language);
    let hint = sentences.find(&format!("{key}.hint"), &arguments);
    let said = [Some(sentences.text(key, &arguments)), hint].into_iter().flatten().collect::<Vec<_>>();
    (ErrorCode::RequestFailed, said.join("\n"))
}

/// The course of a document, and its path there.
fn place(courses: &mut Courses, address: &str) -> Option<(PathBuf, String)> {
    let file = file(address)?;
    let (course, path) = courses.course_of(&file)?;
    Some((course.desk.folder().to_path_buf(), path))
}

fn completion(it: &Completion, path: &str, shown: &mut ShownTexts<'_>) -> Json {
    let kind = match it.kind {
        // Field, enum member, reference, text, file: what each client has a picture for.
        CompletionKind::Key => 5,
        CompletionKind::Word => 20,
        CompletionKind::Id => 18,
        CompletionKind::Term => 1,
        CompletionKind::File => 17,
    };
    json!({
        "label": it.label,
        "kind": kind,
        "detail": it.detail,
        "documentation": { "kind": "markdown", "value": it.meaning },
        "filterText": it.label,
        "sortText": format!("{}{}", if it.is_required { '0' } else { '1' }, it.label),
        "textEdit": { "range": shown.bytes(path, &it.replaces), "newText": it.text },
    })
}

fn symbol(part: &Outlined, path: &str, shown: &mut ShownTexts<'_>) -> Json {
    let children: Vec<Json> = part.parts.iter().map(|part| symbol(part, path, shown)).collect();
    // A name that is empty is no symbol to clients.
    let name = if part.name.is_empty() { "-" } else { &part.name };
    json!({
        "name": name,
        "detail": part.detail,
        "kind": if part.is_heading { 15 } else { 19 },
        "range": shown.bytes(path, &part.at),
        "selectionRange": shown.bytes(path, &part.name_at),
        "children": children,
    })
}

fn workspace_symbols(courses: &mut Courses, query: &str) -> Json {
    let mut found: Vec<Json> = Vec::new();
    for folder in courses.all() {
        let Some(desk) = courses.desk(&folder) else { continue };
        let mut shown = ShownTexts::new(courses, desk);
        found.extend(desk.search(query).iter().map(|it| {
            json!({
                "name": if it.title.is_empty() { &*it.thing.id } else { &it.title },
                "kind": if it.thing.kind == Kind::Term { 15 } else { 1 },
                "containerName": format!("{}:{}", it.thing.kind.word(), it.thing.id),
                "location": shown.location(&it.at),
            })
        }));
    }
    found.into()
}

/// The changes that correct what is wrong in `range`.
fn fixes(courses: &Courses, desk: &AuthorDesk, path: &str, range: &Range<usize>, language: Language) -> Json {
    let sentences = messages(language);
    let mut shown = ShownTexts::new(courses, desk);
    let touches = |it: &&Diagnostic| {
        &*it.span.path == path && it.span.start as usize <= range.end && range.start <= it.span.end as usize
    };
    let mut actions = Vec::new();
    for diagnostic in desk.diagnostics().iter().filter(touches) {
        let Some(edit) = &diagnostic.edit else { continue };
        let Some(place) = edit.place(desk.sources().text(&edit.at.path)) else { continue };
        let range = shown.bytes(&edit.at.path, &place);
        let edits = json!([{ "range": range, "newText": edit.text }]);
        actions.push(json!({
            "title": edit.title(sentences),
            "kind": "quickfix",
            "isPreferred": true,
            "diagnostics": [problem(diagnostic, sentences, &mut shown)],
            "edit": { "changes": { courses.address(desk, &edit.at.path): edits } },
        }));
    }
    actions.into()
}
