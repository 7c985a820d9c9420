//! Tags and expressions of templates, as far as the names in them matter.

/// A tag of a template.
pub enum Tag {
    /// `{{ … }}`, `{% if … %}`, `{% elif … %}`.
    Expression(Expression),
    /// `{% for names in list %}`.
    For {
        /// The names of the items.
        names: Vec<String>,
        /// The list.
        list: Expression,
    },
    /// `{% set name = value %}`; without a value, what follows up to `{% endset %}`.
    Set {
        /// The name.
        name: String,
        /// The value.
        value: Option<Expression>,
    },
    /// `{% component name(arguments) %}`.
    Component(Vec<String>),
    /// `{% endfor %}`, `{% endcomponent %}`.
    End,
    /// `{% include "name" %}`, `{% extends "name" %}`.
    Include(String),
}

/// The paths in an expression.
#[derive(Default)]
pub struct Expression {
    /// Each path, part by part; `[]` is an item of a list.
    pub paths: Vec<Vec<String>>,
    /// Whether the expression is one path and nothing else.
    pub is_path: bool,
}

/// The words of the language, which name no value.
const WORDS: [&str; 10] = ["and", "or", "not", "in", "is", "if", "else", "true", "false", "none"];

/// The tags of a template, each with its line.
pub fn tags(text: &str) -> Vec<(usize, Tag)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|it| it + at) {
        let (end, is_block) = match text.as_bytes().get(start + 1) {
            Some(b'{') => ("}}", false),
            Some(b'%') => ("%}", true),
            Some(b'#') => ("#}", false),
            _ => {
                at = start + 1;
                continue;
            }
        };
        let Some(close) = text[start..].find(end).map(|it| it + start) else { break };
        at = close + 2;
        if end == "#}" {
            continue;
        }
        let inner = text[start + 2..close].trim_matches('-').trim();
        let line = text[..start].matches('\n').count() + 1;
        let tag = if is_block { block(inner) } else { Some(Tag::Expression(expression(inner))) };
        found.extend(tag.map(|tag| (line, tag)));
    }
    found
}

fn block(inner: &str) -> Option<Tag> {
    let (word, rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    Some(match word {
        "if" | "elif" => Tag::Expression(expression(rest)),
        "for" => {
            let (names, list) = rest.split_once(" in ")?;
            let names = names.split(',').map(|name| name.trim().to_owned());
            Tag::For { names: names.collect(), list: expression(list) }
        }
        "set" | "set_global" => match rest.split_once('=') {
            Some((name, value)) => Tag::Set { name: name.trim().to_owned(), value: Some(expression(value)) },
            None => Tag::Set { name: rest.trim().to_owned(), value: None },
        },
        "component" => {
            let arguments = rest.split_once('(')?.1;
            let names = arguments.split(',').filter_map(|it| it.split_once(':'));
            Tag::Component(names.map(|(name, _)| name.trim().to_owned()).collect())
        }
        "endfor" | "endcomponent" => Tag::End,
        "include" | "extends" => Tag::Include(rest.trim().trim_matches('"').to_owned()),
        _ => return None,
    })
}

/// The paths in `text`: names that are no word of the language, no function, filter, test or name of an argument.
pub fn expression(text: &str) -> Expression {
    let mut rest = text.trim();
    let mut paths = Vec::new();
    let mut before = String::new();
    let is_name = |sign: char| sign.is_alphanumeric() || sign == '_';
    while let Some(first) = rest.chars().next() {
        if first == '"' || first == '\'' {
            let close = rest[1..].find(first).map_or(rest.len(), |at| at + 2);
            rest = &rest[close..];
            "text".clone_into(&mut before);
            continue;
        }
        if !is_name(first) {
            if !first.is_whitespace() {
                before = first.to_string();
            }
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (path, length) = path(rest);
        rest = &rest[length..];
        let next = rest.trim_start();
        let is_argument = next.starts_with('=') && !next.starts_with("==");
        let is_called = next.starts_with('(');
        // `<name />` is a component, `| name` a filter, `is name` a test.
        let is_other = ["|", "<", "is"].contains(&before.as_str()) && path[0] != "not";
        let is_value = !first.is_ascii_digit() && !WORDS.contains(&path[0].as_str());
        if is_value && !is_argument && !is_called && !is_other {
            paths.push(path.clone());
        }
        if !(before == "is" && path[0] == "not") {
            before.clone_from(&path[0]);
        }
    }
    let is_path = paths.len() == 1 && path(text.trim()).1 == text.trim().len();
    Expression { paths, is_path }
}

/// The path at the start of `text`, and its length. Names within brackets are not looked at.
fn path(text: &str) -> (Vec<String>, usize) {
    let mut parts = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let length = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(rest.len());
        if length > 0 {
            parts.push(rest[..length].to_owned());
            at += length;
        }
        if let Some(close) = text[at..].strip_prefix('[').and_then(|inner| inner.find(']')) {
            parts.push("[]".to_owned());
            at += close + 2;
        } else if text[at..].starts_with('.') && text[at + 1..].starts_with(|it: char| it.is_alphabetic()) {
            at += 1;
        } else {
            return (parts, at);
        }
    }
}
