//! The table of what authors write that becomes nothing, on every surface of a text.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::super::{ParseOptions, parse};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, Piece, Target};
use crate::theme::default_locale;
use crate::yaml::Offsets;

#[derive(serde::Deserialize)]
struct Table {
    marks: Vec<Row>,
    fine: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Row {
    kind: String,
    written: String,
    code: String,
    /// What replaces the place of the report, if it is exact.
    fix: Option<String>,
    /// Whether the mark is part of a line, and may be in a table and a heading too.
    inline: bool,
}

fn table() -> Table {
    serde_json::from_str(include_str!("../../../../tests/shared/marks.json")).unwrap()
}

fn reports(text: &str, inline: bool) -> Vec<Diagnostic> {
    let locale = default_locale("ja");
    let options = ParseOptions { inline, blanks: true, ..ParseOptions::new(&locale) };
    let mut out = Vec::new();
    parse(text, &Offsets::of_run(0, text.len()), &Arc::from("a.md"), options, &mut out);
    out
}

fn prefixed(text: &str, first: &str, others: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(index, line)| format!("{}{line}", if index == 0 { first } else { others }))
        .collect();
    lines.join("\n")
}

/// The text on the surfaces of a course: a paragraph after another, an item, an alert, a value, a cell, a heading.
fn surfaces(written: &str, is_inline: bool) -> Vec<(&'static str, String)> {
    let mut surfaces = vec![
        ("alone", written.to_owned()),
        ("paragraph", format!("前の段落。\n\n{written}\n")),
        ("item", prefixed(written, "- ", "  ")),
        ("alert", format!("> [!NOTE]\n> 前の文。\n>\n{}", prefixed(written, "> ", "> "))),
    ];
    if is_inline {
        surfaces.push(("sentence", format!("ここに{written}。")));
        surfaces.push(("cell", format!("| 題 |\n|---|\n| 前 {} 後 |", written.replace('|', "\\|"))));
        surfaces.push(("heading", format!("## 前 {written} 後")));
        if !written.contains('*') {
            surfaces.push(("emphasis", format!("*前 {written} 後*")));
        }
    }
    surfaces
}

#[test]
fn every_mark_that_becomes_nothing_is_reported_on_every_surface() {
    let table = table();
    assert!(table.marks.len() > 90);
    let mut silent = Vec::new();
    for row in &table.marks {
        for (surface, text) in surfaces(&row.written, row.inline) {
            // Four blanks inside an item are part of the item.
            let is_shifted = surface == "item" && row.written.starts_with("    ");
            for inline in [false, true] {
                let found = reports(&text, inline);
                if !is_shifted && !found.iter().any(|it| it.code.name() == row.code) {
                    silent.push(format!("{} on {surface}: {text:?} {found:?}", row.kind));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{} silent\n{}", silent.len(), silent.join("\n"));
}

#[test]
fn a_correction_that_is_exact_passes_when_it_is_applied() {
    let mut wrong = Vec::new();
    for row in table().marks {
        let Some(fix) = row.fix else { continue };
        let found = reports(&row.written, false);
        let report = found.iter().find(|it| it.code.name() == row.code).unwrap();
        let given = report.arguments.iter().find(|(name, _)| *name == "fix").unwrap();
        let mut text = row.written.clone();
        text.replace_range(report.span.start as usize..report.span.end as usize, &given.1);
        // A heading of level 3 by itself is reported for other reasons.
        let left =
            reports(&text, false).into_iter().map(|it| it.code).filter(|code| *code != Code::HeadingJump);
        let left: Vec<&str> = left.map(Code::name).collect();
        if given.1 != fix || !left.is_empty() {
            wrong.push(format!("{:?}: {:?} gives {text:?}, {left:?}", row.written, given.1));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_written_right_is_not_reported() {
    let mut alarms = Vec::new();
    for text in table().fine {
        for inline in [false, true] {
            let found = reports(&text, inline);
            let is_alarm =
                |it: &&Diagnostic| matches!(it.code, Code::RawMark | Code::WordsLost | Code::RawHtml);
            if let Some(alarm) = found.iter().find(is_alarm) {
                alarms.push(format!("{text:?}: {:?}", alarm.arguments));
            }
        }
    }
    assert!(alarms.is_empty(), "\n{}", alarms.join("\n"));
}

#[test]
fn many_marks_take_as_many_steps_as_there_are() {
    // Not a measure of time: a text of this length would not end if the work grew with its square.
    for piece in ["[[", "［［", "《", "**　", "![", "](", "| a ", "https://a.jp/ "] {
        let text = piece.repeat(20_000);
        assert!(reports(&text, false).len() <= text.len());
    }
}

/// Constructs that authors write, with a place `@` for each word.
const CONSTRUCTS: [&str; 61] = [
    "@",
    "@\n@",
    "## @",
    "##@",
    "＃＃ @",
    "## @{@}",
    "## @ {#x-@}",
    "### @ ##",
    "@\n---",
    "@\n===",
    "# @",
    "**@**@",
    "__@__@",
    "~~@~~@",
    "*@*「@」",
    "`@`",
    "[@](10-a.md)",
    "[@](10-a.md \"@\")",
    "[@](10-a.md '@')",
    "[@]（@）",
    "[@][@]",
    "[@]",
    "[@]: @",
    "[@]: https://a.jp/@ \"@\"",
    "![@](a.png)",
    "![@](a.png \"@\")",
    "![@](a @.png)",
    "[@](a @.pdf)",
    "https://a.jp/@",
    "</div>@",
    "</div>\n@",
    "<div>@</div>",
    "<b>@</b>",
    "@<br>@",
    "<p @>",
    "<!-- a -->@",
    "::: @\n@\n:::",
    "@\n:::@\n@",
    "@\n:@: @",
    "@\n: @",
    "```\n@\n```",
    "```@\n@\n```",
    "```Exercise\n@\n```",
    "```\n@",
    "    @",
    "｀｀｀@\n@\n｀｀｀",
    "@[^x@]",
    "@[^@]\n\n[^@]: @",
    "[^@]: @",
    "［＾@］",
    "｜@《@》",
    "|@《@》",
    "｜@《@",
    "| @ | @ |\n|---|---|\n| @ | @ | @ |",
    "| @ |\n|---|\n| [[@|@]] |",
    "｜@｜@｜",
    "- @\n  - @\n　- @",
    "1. @\n  - @\n2. @",
    "> [!NOTE] @\n> @",
    "> [!@]\n> @",
    "[[@]]と[[@|@]]と［［@］］と{{@}}",
];

/// All that a reader can meet of a body.
fn shown(body: &Body) -> String {
    let mut out = String::new();
    for piece in &body.pieces {
        match piece {
            Piece::Html(html) => out.push_str(html),
            Piece::Code { language, text } => out.extend([language, " ", text]),
            _ => {}
        }
    }
    let images = body.images.iter().map(|it| format!("{} {} {:?}", it.path, it.alt, it.caption));
    let targets = body.links.iter().map(|link| match &link.target {
        Target::External(address) | Target::Anchor(address) | Target::Term(address) => address.clone(),
        target => format!("{target:?}"),
    });
    let exercises = body.exercises.iter().map(|it| it.id.to_string());
    let blanks = body.blanks.iter().map(|it| it.id.to_string());
    let ids = body.headings.iter().map(|it| format!("{} {}", it.id, it.text));
    out.extend(images.chain(targets).chain(exercises).chain(blanks).chain(ids).map(|it| it + " "));
    out
}

/// The words of a document of `constructs` that are neither on its page nor in the lines of a report.
fn lost(constructs: &[usize], inline: bool) -> (String, Vec<String>) {
    let mut number = 100;
    let mut text = String::new();
    for index in constructs {
        for c in CONSTRUCTS[*index].chars() {
            if c == '@' {
                number += 1;
                let _ = write!(text, "w{number}");
            } else {
                text.push(c);
            }
        }
        text.push_str("\n\n");
    }
    let locale = default_locale("ja");
    let options = ParseOptions { inline, blanks: true, ..ParseOptions::new(&locale) };
    let mut out = Vec::new();
    let body = parse(&text, &Offsets::of_run(0, text.len()), &Arc::from("a.md"), options, &mut out);
    let shown = shown(&body);
    let words = (101..=number).map(|number| format!("w{number}"));
    let is_reported = |word: &str| {
        let at = text.find(word).unwrap_or(0);
        // The report is in the block that holds the word.
        let start = text[..at].rfind("\n\n").map_or(0, |start| start + 2);
        let end = text[at..].find("\n\n").map_or(text.len(), |end| at + end);
        // What follows a footnote that nothing refers to may be part of it.
        let covers = |it: &Diagnostic| it.code == Code::UnusedFootnote || start <= it.span.end as usize;
        out.iter().any(|it| (it.span.start as usize) < end && covers(it))
    };
    let lost: Vec<String> = words.filter(|word| !shown.contains(word) && !is_reported(word)).collect();
    (text, lost)
}

#[test]
fn no_word_of_any_construct_is_lost_without_a_report() {
    for index in 0..CONSTRUCTS.len() {
        for inline in [false, true] {
            let (text, lost) = lost(&[index], inline);
            assert!(lost.is_empty(), "{text:?} loses {lost:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_among_several_constructs(constructs in prop::collection::vec(0..CONSTRUCTS.len(), 1..7), inline: bool) {
        let (text, lost) = lost(&constructs, inline);
        prop_assert!(lost.is_empty(), "{:?} loses {:?}", text, lost);
    }
}
