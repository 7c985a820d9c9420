//! The names in the templates against the values that the program gives them.
//!
//! While the courses below are rendered, the shape of every value is recorded ([`Shape`]): what a map holds, and what the items
//! of a list are. Then every template is read, branch by branch, and each path in it is looked up in those shapes. So a
//! misspelt field fails here even inside `{% if %}`, where Tera takes it for false.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use mitate::pipeline::Workshop;
use mitate::theme::Theme;
use tera::Value;

use crate::course::project;
use crate::expressions::{Expression, Tag, expression, tags};

/// What is known of a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Shape {
    /// It was never there.
    #[default]
    Absent,
    /// A text, a number, a truth value.
    Plain,
    /// A map, with the shape of each of its values.
    Map(BTreeMap<String, Shape>),
    /// A list, with the shape of its items.
    List(Box<Shape>),
    /// Anything: nothing is checked in it.
    Any,
}

impl Shape {
    fn of(value: &Value) -> Self {
        if let Some(map) = value.as_map() {
            let entries = map.iter().map(|(key, value)| (key.to_string(), Self::of(value)));
            return Self::Map(entries.collect());
        }
        if let Some(items) = value.as_array() {
            return Self::List(Box::new(items.iter().map(Self::of).fold(Self::Absent, Self::and)));
        }
        if value.is_none() || value.is_undefined() { Self::Absent } else { Self::Plain }
    }

    /// What is known of a value that has both shapes at times.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Absent, it) | (it, Self::Absent) => it,
            (Self::Plain, Self::Plain) => Self::Plain,
            (Self::List(a), Self::List(b)) => Self::List(Box::new(a.and(*b))),
            (Self::Map(mut a), Self::Map(b)) => {
                for (key, shape) in b {
                    let known = a.remove(&key).unwrap_or_default();
                    a.insert(key, known.and(shape));
                }
                Self::Map(a)
            }
            _ => Self::Any,
        }
    }

    /// The shape of a part; or why there is none, if that is known.
    fn part(&self, name: &str) -> Result<Self, Option<String>> {
        match (self, name) {
            (Self::Any, _) => Ok(Self::Any),
            (Self::List(item), "[]") => Ok((**item).clone()),
            (Self::Map(map), name) if name != "[]" => {
                let known = || map.keys().cloned().collect::<Vec<_>>().join(", ");
                map.get(name).cloned().ok_or_else(|| Some(format!("none of {}", known())))
            }
            (Self::Absent, _) => Err(None),
            _ => Err(Some("it has no parts".to_owned())),
        }
    }
}

/// The shapes of the values of each template, by template and name.
type Seen = BTreeMap<String, BTreeMap<String, Shape>>;

/// Courses that, with the fixtures of the kinds of exercise, have a value for everything that a template shows; and the folder
/// of the site whose pages are rendered.
const COURSES: [(&str, &str); 8] = [
    ("tests/browser/course", ""),
    ("src/cli/starter/ja", ""),
    ("tests/sites/session/in", ""),
    ("tests/sites/unreadable-accent-not/in", "index.html"),
    ("content", "worksheets/"),
    ("content", "meetings/"),
    ("content", "index.html"),
    ("content", "paths/"),
];

/// Records what the templates are given while the pages of `course` in `folder` are rendered.
fn record((course, folder): (&str, &str), seen: &Arc<Mutex<Seen>>) {
    let loaded = Workshop::new(&project().join(course), None, &[]).unwrap().load().unwrap();
    let (mut theme, _) = Theme::load(None, "ja").unwrap();
    let variables: BTreeMap<String, Vec<String>> = theme
        .tera
        .get_template_names()
        .map(|name| {
            let used = theme.tera.get_template_variables(name).unwrap();
            (name.to_owned(), used.into_iter().map(str::to_owned).collect())
        })
        .collect();
    let seen = Arc::clone(seen);
    theme.observe(move |template, context| {
        let mut seen = seen.lock().unwrap();
        let known = seen.entry(template.to_owned()).or_default();
        for name in &variables[template] {
            if let Some(value) = context.get(name) {
                let before = known.remove(name).unwrap_or_default();
                known.insert(name.clone(), before.and(Shape::of(value)));
            }
        }
    });
    let site = mitate::render::route(&loaded.course, &Arc::new(theme));
    for path in site.paths().filter(|path| path.starts_with(folder) && path.ends_with(".html")) {
        assert!(site.render(path).is_ok(), "{course}: {path}");
    }
}

/// Whether the template is rendered by itself: parts, shells and the base are included by others.
fn is_rendered(template: &str) -> bool {
    !template.starts_with("part/") && !["base.html", "field/shell.html"].contains(&template)
}

/// Gives the templates of pages the shapes that each name has in any of them: `page` is the same in all.
fn share(seen: &mut Seen) {
    let is_shared = |template: &str| !template.contains('/') || template.starts_with("part/");
    let mut shared = BTreeMap::<String, Shape>::new();
    for (_, values) in seen.iter().filter(|(template, _)| is_shared(template)) {
        for (name, shape) in values {
            let before = shared.remove(name).unwrap_or_default();
            shared.insert(name.clone(), before.and(shape.clone()));
        }
    }
    for (_, values) in seen.iter_mut().filter(|(template, _)| is_shared(template)) {
        for (name, shape) in values {
            shape.clone_from(&shared[name]);
        }
    }
}

/// Reads one template and what it includes.
struct Reader<'t> {
    texts: &'t BTreeMap<String, String>,
    /// The names in force, outermost first.
    scopes: Vec<BTreeMap<String, Shape>>,
    found: Found,
}

/// The places with a path, `TEMPLATE:LINE: PATH`, by what is known of it. A template that several others include may have a
/// value in some of them only.
#[derive(Default)]
struct Found {
    right: BTreeSet<String>,
    wrong: BTreeMap<String, String>,
    absent: BTreeSet<String>,
}

impl Reader<'_> {
    fn template(&mut self, name: &str) {
        let text = &self.texts[name];
        for (line, tag) in tags(text) {
            self.tag(name, line, &tag, text);
        }
    }

    fn tag(&mut self, name: &str, line: usize, tag: &Tag, text: &str) {
        match tag {
            Tag::Expression(it) => {
                self.shape(name, line, it, text);
            }
            Tag::For { names, list } => {
                let shape = self.shape(name, line, list, text);
                let item = match shape {
                    Shape::List(item) if names.len() == 1 => *item,
                    _ => Shape::Any,
                };
                let scope = names.iter().map(|it| (it.clone(), item.clone()));
                self.scopes.push(scope.chain([("loop".to_owned(), Shape::Any)]).collect());
            }
            Tag::Set { name: to, value } => {
                let shape = value.as_ref().map_or(Shape::Plain, |it| self.shape(name, line, it, text));
                if let Some(scope) = self.scopes.last_mut() {
                    scope.insert(to.clone(), shape);
                }
            }
            Tag::Component(arguments) => {
                let scope = arguments.iter().map(|it| (it.clone(), Shape::Any));
                self.scopes.push(scope.collect());
            }
            Tag::End => {
                self.scopes.pop();
            }
            Tag::Include(other) => self.template(other),
        }
    }

    /// The shape of an expression; what is wrong in it is recorded.
    fn shape(&mut self, name: &str, line: usize, it: &Expression, text: &str) -> Shape {
        let mut whole = Shape::Any;
        for path in &it.paths {
            let place = format!("{name}:{line}: {}", path.join("."));
            whole = match self.path(path) {
                Ok(shape) => {
                    self.found.right.insert(place);
                    shape
                }
                Err(_) if text.contains(&format!("{} is defined", path[0])) => Shape::Any,
                Err(Some(reason)) => {
                    self.found.wrong.insert(place, reason);
                    Shape::Any
                }
                Err(None) => {
                    self.found.absent.insert(place);
                    Shape::Any
                }
            };
        }
        if it.is_path { whole } else { Shape::Any }
    }

    fn path(&self, path: &[String]) -> Result<Shape, Option<String>> {
        let root = self.scopes.iter().rev().find_map(|scope| scope.get(&path[0]));
        let root = root.ok_or_else(|| Some("no such value".to_owned()))?;
        path[1..].iter().try_fold(root.clone(), |shape, name| shape.part(name))
    }
}

/// What the templates name and no value has.
fn wrong_names(seen: &Seen, texts: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Found::default();
    for (template, values) in seen {
        let mut reader = Reader { texts, scopes: vec![values.clone()], found };
        reader.template(template);
        found = reader.found;
    }
    let wrong = found.wrong.into_iter().map(|(place, reason)| format!("{place}: {reason}"));
    let absent = found.absent.difference(&found.right);
    let absent = absent
        .map(|place| format!("{place}: no course has a value there: see COURSES in tests/suite/names.rs"));
    wrong.chain(absent).collect()
}

#[test]
fn every_name_in_a_template_is_one_of_a_value_that_it_is_given() {
    let seen = Arc::new(Mutex::new(Seen::new()));
    for course in COURSES {
        record(course, &seen);
    }
    for kind in mitate::exercise::Task::WORDS {
        record((&format!("tests/sites/exercise-{kind}/in"), ""), &seen);
    }
    let (theme, _) = Theme::load(None, "ja").unwrap();
    let name = |path: &str| path.strip_prefix("templates/").unwrap_or(path).to_owned();
    let mut texts: BTreeMap<String, String> = theme
        .texts()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, text)| (name(path), text.to_owned()))
        .collect();
    let mut seen = seen.lock().unwrap();
    share(&mut seen);
    let unread: Vec<_> = texts.keys().filter(|name| is_rendered(name) && !seen.contains_key(*name)).collect();
    assert!(
        unread.is_empty(),
        "no course renders {unread:?}: show a field in tests/browser/course/worksheets/everything.yaml, \
         an exercise in its fixture"
    );
    let wrong = wrong_names(&seen, &texts);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    // A field that is misspelt where Tera takes it for false.
    let after = texts.get_mut("exercise/tag/after.html").unwrap();
    *after = after.replace("{% if s.settled %}", "{% if s.setled %}");
    let wrong = wrong_names(&seen, &texts);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(wrong[0].starts_with("exercise/tag/after.html:5: s.setled: none of because,"), "{wrong:?}");
}

#[test]
fn paths_are_found_in_every_kind_of_expression() {
    let found = expression("a.b and not c[0].d or t(key=\"x.y\" ~ e, n=f.g) | join(sep=h) == i.j").paths;
    let found: Vec<String> = found.iter().map(|path| path.join(".")).collect();
    assert_eq!(found, ["a.b", "c.[].d", "e", "f.g", "h", "i.j"]);
}
