//! What a diagnostic offers as the fix is one: every exact change, applied to its course, corrects that mistake and makes no other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use mitate::diagnostic::{Code, Diagnostic};
use mitate::pipeline::Workshop;
use mitate::source::Sources;

use crate::authors::{put_course, slips};
use crate::course::{files, project, put, temporary};

/// What is reported of the course in `folder`, and the texts that it is reported of.
fn reported(folder: &Path, theme: Option<&Path>) -> (Vec<Diagnostic>, Sources) {
    let loaded = Workshop::new(folder, theme, &[]).unwrap().load().unwrap();
    (loaded.diagnostics, (*loaded.sources).clone())
}

/// How often each is reported, wherever it is in its file.
fn counted(diagnostics: &[Diagnostic]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for it in diagnostics {
        *counted.entry(format!("{} {} {:?}", it.span.path, it.code.name(), it.arguments)).or_default() += 1;
    }
    counted
}

/// Whether `it` is in the lines of `text` that hold the bytes from `start` to `end`.
fn is_in_lines(it: &Diagnostic, text: &str, start: usize, end: usize) -> bool {
    let line = |at: usize| text[..at.min(text.len())].matches('\n').count();
    (line(start)..=line(end)).contains(&line(it.span.start as usize))
}

/// The codes whose document could not be read before the change: what is wrong in the rest of it is reported only afterwards.
const UNREAD: [Code; 4] = [Code::YamlSyntax, Code::UnknownKey, Code::UnknownValue, Code::WrongType];

/// Where a name or a link leads is looked up only if it is one.
const AFTERWARDS: [Code; 5] =
    [Code::DeadLink, Code::UnknownMember, Code::UnknownReference, Code::UnknownTerm, Code::TooFew];

/// Applies every change that is offered for the course in `folder`, each by itself. Returns how many, and those that are no fix.
fn tried(folder: &Path, theme: Option<&Path>, wrong: &mut Vec<String>) -> usize {
    let (before, sources) = reported(folder, theme);
    let counts = counted(&before);
    let mut applied = 0;
    for it in &before {
        let has_suggestion = it.arguments.iter().any(|(name, _)| *name == "suggestion");
        let Some(edit) = &it.edit else { continue };
        let path = &*edit.at.path;
        let text = sources.text(path);
        let Some(changed) = edit.applied(text) else {
            if has_suggestion {
                wrong.push(format!("{it:?}\n  suggests what it cannot put into {text:?}"));
            }
            continue;
        };
        applied += 1;
        let owner = theme.filter(|theme| theme.join(path).exists()).unwrap_or(folder);
        put(owner, path, &changed);
        let (after, _) = reported(folder, theme);
        put(owner, path, text);
        let place = edit.place(text).unwrap();
        let key = format!("{} {} {:?}", it.span.path, it.code.name(), it.arguments);
        let now = counted(&after);
        let is_gone = now.get(&key).copied().unwrap_or_default() < counts[&key];
        let is_new = |other: &&Diagnostic| {
            let key = format!("{} {} {:?}", other.span.path, other.code.name(), other.arguments);
            let is_more = now[&key] > counts.get(&key).copied().unwrap_or_default();
            let is_here = *other.span.path == *path
                && is_in_lines(other, &changed, place.start, place.start + edit.text.len());
            is_more && (is_here || !UNREAD.contains(&it.code)) && !AFTERWARDS.contains(&other.code)
        };
        let new: Vec<&Diagnostic> = after.iter().filter(is_new).collect();
        if !is_gone || !new.is_empty() {
            wrong.push(format!("{it:?}\n  gone: {is_gone}, new: {new:#?}"));
        }
    }
    applied
}

#[test]
fn every_exact_fix_of_a_fixture_corrects_its_mistake_and_makes_no_other() {
    let (mut wrong, mut applied) = (Vec::new(), 0);
    for fixture in fs::read_dir(project().join("tests/sites")).unwrap() {
        let fixture = fixture.unwrap().path();
        if fixture.join("setup.txt").exists() || !fixture.join("diagnostics.txt").exists() {
            continue;
        }
        let folder = temporary();
        for (path, bytes) in files(&fixture) {
            let target = folder.path().join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, bytes).unwrap();
        }
        let theme = Some(folder.path().join("theme")).filter(|theme| theme.is_dir());
        applied += tried(&folder.path().join("in"), theme.as_deref(), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {applied}\n{}", wrong.len(), wrong.join("\n"));
    assert!(applied > 90, "{applied}");
}

#[test]
fn every_exact_fix_of_a_slip_corrects_it_and_makes_no_other() {
    let (mut wrong, mut applied) = (Vec::new(), 0);
    for (_, path, text, ..) in slips() {
        let folder = temporary();
        put_course(folder.path());
        put(folder.path(), &path, &text);
        applied += tried(folder.path(), None, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {applied}\n{}", wrong.len(), wrong.join("\n"));
    assert!(applied > 15, "{applied}");
}
