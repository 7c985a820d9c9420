//! Runs the theme's drawing script: the same that draws in the browser what a learner builds.
//!
//! The script is one pure function from data to SVG and words. It runs in an interpreter of its own that has no files, no
//! network, no clock and no modules, in bounded memory and a bounded number of steps; what goes wrong in it is a reason.

use std::cell::{Cell, RefCell};

use rquickjs::function::Rest;
use rquickjs::{CatchResultExt as _, Context, Function, Object, Runtime};
use serde_json::Value as Json;

/// The drawing script, bundled from `themes/default/scripts/entry/drawing.js`.
const SCRIPT: &str = include_str!("drawing.js");
/// The most memory that a drawing may take, in bytes.
const MEMORY: usize = 64 << 20;
/// The most stack, in bytes.
const STACK: usize = 1 << 20;
/// The most steps that a call may take, in ten thousands (calls and turns of loops): after so many the interpreter asks
/// whether to go on. Ten times what a family of two hundred persons takes.
const PATIENCE: u32 = 5_000;

/// What was drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: String,
    /// The drawing with the relationship lines, if there are any: they are a layer of their own.
    pub related: Option<String>,
    /// The same in words, a sentence each.
    pub text: Vec<String>,
}

/// An interpreter that has read the script.
struct Interpreter {
    context: Context,
    steps: std::rc::Rc<Cell<u32>>,
    script: String,
}

thread_local! {
    /// One interpreter a thread: reading the script takes longer than drawing.
    static INTERPRETER: RefCell<Option<Interpreter>> = const { RefCell::new(None) };
}

/// Draws `data` as a `kind` of diagram. `words` are the words of the site that the drawing uses.
///
/// # Errors
/// Why the script failed, in one line.
pub fn draw(kind: &str, data: &Json, words: &Json) -> Result<Drawing, String> {
    let drawn = call(SCRIPT, "print", &[kind, &data.to_string(), &words.to_string()])?;
    let svg = drawn["svg"].as_str().ok_or("svg")?.to_owned();
    let text = drawn["text"].as_array().ok_or("text")?;
    let related = drawn["related"].as_str().map(str::to_owned);
    Ok(Drawing { svg, related, text: text.iter().filter_map(Json::as_str).map(str::to_owned).collect() })
}

/// What is impossible in `data`: each problem has a `code`, a `path` into the data, and what it names. If nothing is, the
/// drawing is made, so that what is too large to draw is known here already. `dates` says how dates are read.
///
/// # Errors
/// Why the script failed, in one line.
pub fn problems(kind: &str, data: &Json, dates: &str) -> Result<Vec<Json>, String> {
    let found = call(SCRIPT, "problems", &[kind, &data.to_string(), dates])?;
    Ok(found.as_array().cloned().unwrap_or_default())
}

/// `text` in lines of about `limit` full-width characters, broken between words. A script that fails gives one line.
pub(super) fn lines(text: &str, limit: usize) -> Vec<String> {
    let said = call(SCRIPT, "lines", &[text, &limit.to_string()]).unwrap_or_default();
    let lines: Vec<String> =
        said.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect();
    if lines.is_empty() { vec![text.to_owned()] } else { lines }
}

/// Calls a function of `script`, which puts `mitateDiagram` into the global object. Texts go in, and JSON comes out.
fn call(script: &str, function: &str, arguments: &[&str]) -> Result<Json, String> {
    INTERPRETER.with_borrow_mut(|slot| {
        if slot.as_ref().is_none_or(|known| known.script != script) {
            *slot = Some(Interpreter::new(script)?);
        }
        let said = slot.as_ref().map_or_else(|| Err(String::new()), |it| it.call(function, arguments));
        if said.is_err() {
            // It may have stopped in the middle of anything.
            *slot = None;
        }
        said
    })
}

impl Interpreter {
    fn new(script: &str) -> Result<Self, String> {
        let reason = |error: rquickjs::Error| error.to_string();
        let runtime = Runtime::new().map_err(reason)?;
        runtime.set_memory_limit(MEMORY);
        runtime.set_max_stack_size(STACK);
        let steps = std::rc::Rc::new(Cell::new(0));
        let counted = std::rc::Rc::clone(&steps);
        runtime.set_interrupt_handler(Some(Box::new(move || {
            counted.set(counted.get() + 1);
            counted.get() > PATIENCE
        })));
        let context = Context::full(&runtime).map_err(reason)?;
        context.with(|ctx| {
            ctx.eval::<(), _>(script).catch(&ctx).map_err(|error| one_line(&error.to_string()))
        })?;
        Ok(Self { context, steps, script: script.to_owned() })
    }

    fn call(&self, function: &str, arguments: &[&str]) -> Result<Json, String> {
        self.steps.set(0);
        self.context.with(|ctx| {
            let call = || -> rquickjs::Result<String> {
                let diagram: Object<'_> = ctx.globals().get("mitateDiagram")?;
                let function: Function<'_> = diagram.get(function)?;
                function.call((Rest(arguments.to_vec()),))
            };
            let said = call().catch(&ctx).map_err(|error| one_line(&error.to_string()))?;
            serde_json::from_str(&said).map_err(|error| error.to_string())
        })
    }
}

fn one_line(reason: &str) -> String {
    reason.lines().next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use serde_json::json;

    fn said(body: &str) -> Result<Json, String> {
        let script = format!("globalThis.mitateDiagram = {{ print(kind, data) {{ {body} }} }};");
        call(&script, "print", &["genogram", "{\"a\":\"<\"}"])
    }

    #[test]
    fn data_goes_in_and_a_picture_comes_out() {
        assert_eq!(
            said("return JSON.stringify([kind + JSON.parse(data).a, '二']);").unwrap(),
            json!(["genogram<", "二"])
        );
    }

    #[test]
    fn what_goes_wrong_is_a_reason_and_the_next_drawing_is_well() {
        assert!(said("throw new Error('no such person');").unwrap_err().contains("no such person"));
        assert!(said("return '{';").is_err());
        assert!(said("return '{}';").is_ok());
    }

    #[test]
    fn a_script_has_no_host_and_its_memory_and_steps_are_bounded() {
        let host = "return JSON.stringify(['require', 'fetch', 'process', 'std', 'os', 'console', 'Worker', 'WebAssembly']\
                    .filter((name) => name in globalThis));";
        assert_eq!(said(host).unwrap(), json!([]));
        assert!(said("let all = []; for (;;) all.push(new Array(100000).fill(1));").is_err());
        assert!(said("function f() { return f() + 1; } return f();").is_err());
        assert!(said("for (;;) {}").is_err());
    }

    /// The vectors of `tests/shared/diagrams`: the kind of diagram, the name, the vector.
    fn vectors() -> impl Iterator<Item = (String, String, Json)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shared/diagrams");
        let files = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|file| file.path().extension().is_some_and(|it| it == "json"));
        files.map(move |file| {
            let name = file.path().strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
            let vector = serde_json::from_str(&std::fs::read_to_string(file.path()).unwrap()).unwrap();
            (name.split('/').next().unwrap().to_owned(), name, vector)
        })
    }

    /// Every vector of `tests/shared/diagrams`, drawn and described: a line each, with a hash of the bytes. The same table
    /// is held by the browsers' engine in `tests/browser/unit/drawn.test.js`: what the site shows is what a browser draws.
    #[test]
    fn every_diagram_is_the_bytes_that_a_browser_draws() {
        let (theme, _) = crate::theme::Theme::load(None, "ja").unwrap();
        let dates = theme.locale.dates_for_scripts();
        let mut table = String::new();
        for (kind, name, vector) in vectors() {
            let found = problems(&kind, &vector["data"], dates).unwrap();
            assert_eq!(json!(found), vector.get("problems").cloned().unwrap_or_else(|| json!([])), "{name}");
            let Drawing { svg, related, text } = draw(&kind, &vector["data"], theme.diagram_words()).unwrap();
            let all = [svg, related.unwrap_or_default(), text.join("\n")].join("\n");
            let fnv = all.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
            writeln!(table, "{name} {fnv:016x}").unwrap();
        }
        let expected = std::fs::read_to_string("tests/shared/diagrams/drawn.txt").unwrap_or_default();
        assert!(table == expected, "drawn.txt should be:\n{table}");
    }

    /// The steps that the interpreter counts while it draws `data`, in ten thousands.
    fn steps(kind: &str, data: &Json) -> u32 {
        draw(kind, data, &json!({})).unwrap();
        INTERPRETER.with_borrow(|it| it.as_ref().unwrap().steps.get())
    }

    /// The same people, twice: every id of the second half ends in a prime.
    fn twice(data: &Json) -> Json {
        fn primed(value: &Json, key: &str) -> Json {
            match value {
                Json::Object(object) => {
                    object.iter().map(|(key, it)| (key.clone(), primed(it, key))).collect()
                }
                Json::Array(array) => array.iter().map(|it| primed(it, key)).collect(),
                Json::String(text)
                    if ["id", "a", "b", "to", "row", "partners", "children", "households", "twin"]
                        .contains(&key) =>
                {
                    Json::String(format!("{text}'"))
                }
                other => other.clone(),
            }
        }
        let mut both = data.clone();
        for (key, list) in both.as_object_mut().unwrap() {
            if let Json::Array(list) = list {
                let second: Vec<Json> = list.iter().map(|it| primed(it, key)).collect();
                list.extend(second);
            }
        }
        both
    }

    #[test]
    fn twice_as_many_people_take_a_bounded_number_of_steps_more() {
        let grown = ["sixty", "four-generations-40", "eight-siblings", "relations.", "chain", "two-families"];
        for (kind, name, vector) in vectors().filter(|(_, name, _)| grown.iter().any(|it| name.contains(it)))
        {
            let (once, again) = (steps(&kind, &vector["data"]), steps(&kind, &twice(&vector["data"])));
            assert!(again <= once * 3 + 20, "{name}: {once}, {again}");
        }
    }

    #[test]
    fn a_large_family_takes_few_steps() {
        for (name, most) in [("sixty", 150), ("two-hundred", 700)] {
            let (_, _, vector) = vectors().find(|(_, path, _)| path.contains(name)).unwrap();
            let taken = steps("genogram", &vector["data"]);
            assert!((1..=most).contains(&taken), "{name}: {taken}");
        }
    }

    #[test]
    fn what_is_too_large_to_draw_is_a_problem_at_its_first_part_that_is_too_much() {
        let persons: Vec<Json> =
            (0..1_000).map(|i| json!({ "id": format!("p{i}"), "label": "人" })).collect();
        let found = problems("genogram", &json!({ "persons": persons }), "{}").unwrap();
        assert_eq!(found, [json!({ "code": "too-large", "path": "persons.400", "n": 400 })]);
        let spans: Vec<Json> = (0..301).map(|i| json!({ "id": format!("s{i}"), "from": "X年" })).collect();
        let found = problems("timeline", &json!({ "unit": "year", "spans": spans }), "{}").unwrap();
        assert_eq!(found[0]["path"], "spans.300");
    }
}
