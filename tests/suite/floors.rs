//! Which module may use which: invariants 1 and 2 of `src/lib.rs`, read from the source text.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::sources;

/// All modules of the crate, from the ground up: a module may only use those before it, and its own parts. A part that is on
/// another floor than the rest of its module is named by itself. Those in one row know each other.
const FLOORS: &[&[&str]] = &[
    &["archive", "guard", "html", "steps"],
    &["source::span"],
    &["diagnostic"],
    &["error"],
    &["source"],
    &["diagnostic::show"],
    &["yaml::node"],
    &["model::kind"],
    &["model::body"],
    &["yaml"],
    &["locale"],
    &["theme"],
    &["host"],
    // A course holds exercises and a form fields; an exercise and a field look things up in their course. A course says what
    // of it has changed by what its documents show of themselves.
    &["model", "field", "exercise", "fresh::scope"],
    &["fresh::fingerprint"],
    &["diagram"],
    &["answers"],
    &["paper"],
    &["import"],
    &["schema"],
    &["parse"],
    &["check"],
    &["render"],
    &["collect"],
    &["output"],
    &["package"],
    &["evidence"],
    &["fresh"],
    &["pipeline"],
    &["desk"],
    &["lsp"],
    &["serve"],
    &["cli"],
    &["lib", "main"],
];

/// The stages of the pipeline, in order.
const STAGES: [&str; 5] = ["source", "parse", "check", "render", "output"];

/// `parse::markdown` for `parse/markdown/mod.rs`.
fn module_of(path: &str) -> String {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.replace('/', "::")
}

/// Without comments.
fn code_of(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The names of a group `{a, b::{c, d as e}}` or of a single name, each as a path.
fn names(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let name = tree.split(" as ").next().unwrap_or_default().trim();
        return if name.is_empty() { Vec::new() } else { vec![name.to_owned()] };
    };
    let (prefix, inner) = (&tree[..open], &tree[open + 1..tree.rfind('}').unwrap_or(tree.len())]);
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for sign in inner.chars() {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        if sign == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts.iter().flat_map(|part| names(part)).map(|name| format!("{prefix}{name}")).collect()
}

/// Every path behind `crate::` in `code`.
fn paths(code: &str) -> Vec<String> {
    let behind = code.match_indices("crate::").map(|(at, start)| &code[at + start.len()..]);
    behind.flat_map(|rest| names(&rest[..length_of_tree(rest)])).collect()
}

/// How long the path is that `text` begins with, with the group at its end.
fn length_of_tree(text: &str) -> usize {
    let is_of_path = |sign: char| sign.is_alphanumeric() || matches!(sign, ':' | '_' | '#');
    let plain = text.find(|sign| !is_of_path(sign)).unwrap_or(text.len());
    if !text[plain..].starts_with('{') || !(plain == 0 || text[..plain].ends_with("::")) {
        return text[..plain].trim_end_matches(':').len();
    }
    let mut depth = 0;
    let close = text[plain..].find(|sign| {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        depth == 0
    });
    plain + close.unwrap_or_default() + 1
}

/// The crate as it is written.
struct Crate {
    /// By module: what it uses, as it is written.
    uses: BTreeMap<String, Vec<String>>,
    /// What a module hands on from a part of it: by module and name, the part.
    handed_on: BTreeMap<(String, String), String>,
}

impl Crate {
    fn read() -> Self {
        let mut uses = BTreeMap::new();
        let mut handed_on = BTreeMap::new();
        for (path, text) in sources() {
            let (module, code) = (module_of(&path), code_of(&text));
            for statement in code.split(';') {
                let Some((_, tree)) = statement.split_once("pub use ") else { continue };
                for name in names(tree.trim_start_matches("self::")) {
                    if let Some((part, name)) =
                        name.rsplit_once("::").filter(|(part, _)| !part.starts_with("crate"))
                    {
                        handed_on.insert((module.clone(), name.to_owned()), format!("{module}::{part}"));
                    }
                }
            }
            uses.insert(module, paths(&code));
        }
        Self { uses, handed_on }
    }

    /// The module in which `path` is declared; a macro of the crate is declared by `yaml`.
    fn home(&self, path: &str) -> String {
        let parts: Vec<&str> = path.split("::").collect();
        for length in (1..=parts.len()).rev() {
            let module = parts[..length].join("::");
            if self.uses.contains_key(&module) {
                let name = parts.get(length).map(|name| (module.clone(), (*name).to_owned()));
                let part = name.and_then(|name| self.handed_on.get(&name));
                return part.filter(|part| self.uses.contains_key(*part)).cloned().unwrap_or(module);
            }
        }
        assert!(matches!(path, "record" | "choice"), "no module of the crate: {path}");
        "yaml".to_owned()
    }
}

/// The floor of a module, and the entry that names it: the longest that fits.
fn floor(module: &str) -> Option<(usize, &'static str)> {
    let is_in = |entry: &str| {
        module == entry || module.strip_prefix(entry).is_some_and(|rest| rest.starts_with("::"))
    };
    let all = FLOORS.iter().enumerate().flat_map(|(at, row)| row.iter().map(move |entry| (at, *entry)));
    all.filter(|(_, entry)| is_in(entry)).max_by_key(|(_, entry)| entry.len())
}

// Invariant 1.
#[test]
fn a_module_uses_only_those_below_it() {
    let all = Crate::read();
    let mut named = BTreeSet::new();
    let mut wrong = Vec::new();
    for (module, uses) in &all.uses {
        let Some((own, entry)) = floor(module) else {
            wrong.push(format!("{module} is on no floor"));
            continue;
        };
        named.insert(entry);
        for path in uses {
            let home = all.home(path);
            if floor(&home).is_none_or(|(other, _)| other > own) {
                wrong.push(format!("{module} uses {path}, which is above it"));
            }
        }
    }
    let entries = FLOORS.iter().flat_map(|row| row.iter());
    wrong
        .extend(entries.filter(|entry| !named.contains(**entry)).map(|entry| format!("there is no {entry}")));
    assert_eq!(wrong, [] as [String; 0]);
}

/// Stages meet in `pipeline`. A stage takes the values of another, types that is, and calls none of its functions; but `output`
/// asks the site for the bytes of a page and the source for those of an asset when it writes them.
// Invariant 1.
#[test]
fn a_stage_knows_of_other_stages_only_their_values() {
    let mut wrong = Vec::new();
    for (module, uses) in &Crate::read().uses {
        let stage = module.split("::").next().unwrap_or_default();
        if !STAGES.contains(&stage) || stage == "output" {
            continue;
        }
        for path in uses {
            let other = path.split("::").next().unwrap_or_default();
            let is_type = path.split("::").any(|name| name.starts_with(char::is_uppercase));
            let is_allowed = is_type && other == "source";
            if STAGES.contains(&other) && other != stage && !is_allowed {
                wrong.push(format!("{module} uses {path}"));
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

// Invariant 2.
#[test]
fn only_the_named_modules_touch_files_sockets_clocks_and_the_environment() {
    const OUTSIDE: [&str; 7] = ["source", "output", "theme", "cli", "serve", "lsp", "main"];
    const TOUCHES: [&str; 18] = [
        "std::fs",
        "fs::",
        "File::",
        "OpenOptions",
        ".is_file()",
        ".is_dir()",
        ".is_symlink()",
        ".exists()",
        ".canonicalize()",
        ".read_dir()",
        ".metadata()",
        ".symlink_metadata()",
        "std::net",
        "std::env::",
        "Instant::",
        "SystemTime",
        "std::process::",
        "std::io::std",
    ];
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let module = module_of(&path);
        if !OUTSIDE.contains(&module.split("::").next().unwrap_or_default()) {
            let code = code_of(&text);
            let found = TOUCHES.iter().filter(|touch| code.contains(**touch));
            wrong.extend(found.map(|touch| format!("{path}: {touch}")));
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
}

#[test]
fn the_reader_of_paths_understands_groups() {
    let code = "use crate::a::{B, c::{D, e as f}, g};\nlet x = crate::h::I::new(&crate::j::K, 1);";
    assert_eq!(paths(code), ["a::B", "a::c::D", "a::c::e", "a::g", "h::I::new", "j::K"]);
}
