//! The form by which a learner builds a diagram: its tables and their columns, from which the template, the script and the
//! catalogue of answers all take it. Rows are `TABLE.N.COLUMN`; an answer that names a row is `TABLE.N`.
//!
//! Names of tables and columns never change: stored answers depend on them.

use tera::Value;

use super::super::Asked;
use crate::host::Host;
use crate::model::{
    Consent, Day, Flow, Gender, Lane, RelationKind, SystemKind, TieKind, UnionKind, Unit, WeekKind,
};
use crate::theme::map;

/// A table of the form, or a list of blocks.
pub struct DrawTable {
    id: &'static str,
    /// How many rows are shown at the beginning.
    rows: u32,
    most: u32,
    columns: Vec<Cell>,
}

/// A column: its id, and what is asked in it.
struct Cell {
    id: &'static str,
    ask: Ask,
}

/// What is asked in a cell.
enum Ask {
    Text,
    Number,
    Tick,
    /// One of the values, and the prefix of the keys of their words.
    Choice(Vec<&'static str>, &'static str),
    /// One of options that have words already.
    Options(Vec<(String, String)>),
    /// A row of a table.
    Row(&'static str),
    /// Several rows of a table.
    Rows(&'static str),
}

/// What is given at the beginning and can be named by an answer: its id and its label.
pub type Given = [(String, String)];

fn cell(id: &'static str, ask: Ask) -> Cell {
    Cell { id, ask }
}

fn choice(id: &'static str, words: &[&'static str], key: &'static str) -> Cell {
    cell(id, Ask::Choice(words.to_vec(), key))
}

/// The columns of two rows of the table `of`, and what is between them.
fn pair(of: &'static str, words: &[&'static str], key: &'static str) -> [Cell; 3] {
    [cell("a", Ask::Row(of)), cell("b", Ask::Row(of)), choice("kind", words, key)]
}

/// A single field beside the tables.
pub fn single(id: &'static str, page: &dyn Host) -> (Asked, Value) {
    let unit = |word: &&str| ((*word).to_owned(), page.said(&format!("draw-unit-{word}"), &[]));
    let options: Vec<_> = if id == "axis.unit" { Unit::WORDS.iter().map(unit).collect() } else { Vec::new() };
    let label = page.said(&format!("draw-{}", id.replace('.', "-")), &[]);
    let value = map([
        ("id", id.into()),
        ("label", label.as_str().into()),
        ("options", options.iter().map(option).collect::<Vec<_>>().into()),
    ]);
    (Asked::new(id, &label).options(options), value)
}

fn option((id, label): &(String, String)) -> Value {
    map([("id", id.as_str().into()), ("label", label.as_str().into())])
}

/// The tables for a genogram.
pub fn genogram() -> Vec<DrawTable> {
    vec![
        DrawTable {
            id: "person",
            rows: 4,
            most: 20,
            columns: vec![
                cell("label", Ask::Text),
                choice("gender", Gender::WORDS, "geno-fact"),
                cell("age", Ask::Number),
                cell("died", Ask::Number),
                cell("index", Ask::Tick),
                cell("note", Ask::Text),
            ],
        },
        DrawTable {
            id: "couple",
            rows: 1,
            most: 8,
            columns: pair("person", UnionKind::WORDS, "geno")
                .into_iter()
                .chain(["child", "adopted", "foster"].map(|id| cell(id, Ask::Rows("person"))))
                .collect(),
        },
        DrawTable { id: "home", rows: 1, most: 5, columns: vec![cell("who", Ask::Rows("person"))] },
        DrawTable {
            id: "relation",
            rows: 1,
            most: 12,
            columns: pair("person", RelationKind::WORDS, "geno").into(),
        },
    ]
}

/// The tables for an ecomap.
pub fn ecomap() -> Vec<DrawTable> {
    vec![
        DrawTable {
            id: "system",
            rows: 4,
            most: 16,
            columns: vec![
                cell("label", Ask::Text),
                choice("kind", SystemKind::WORDS, "eco"),
                cell("note", Ask::Text),
            ],
        },
        DrawTable {
            id: "tie",
            rows: 3,
            most: 16,
            columns: vec![
                cell("to", Ask::Row("system")),
                choice("kind", TieKind::WORDS, "eco"),
                choice("flow", Flow::WORDS, "draw-flow"),
                cell("label", Ask::Text),
                choice("consent", Consent::WORDS, "eco-consent"),
            ],
        },
        DrawTable { id: "between", rows: 1, most: 8, columns: pair("system", TieKind::WORDS, "eco").into() },
    ]
}

/// The table for a timeline.
pub fn timeline() -> Vec<DrawTable> {
    vec![DrawTable {
        id: "entry",
        rows: 4,
        most: 24,
        columns: vec![
            cell("from", Ask::Text),
            cell("to", Ask::Text),
            cell("label", Ask::Text),
            choice("lane", Lane::WORDS, "time-lane"),
            choice("feeling", &["2", "1", "0", "-1", "-2"], "draw-feeling"),
            cell("gap", Ask::Tick),
        ],
    }]
}

/// The table for a week with those parts of a day.
pub fn week(parts: &Given) -> Vec<DrawTable> {
    vec![DrawTable {
        id: "block",
        rows: 4,
        most: 30,
        columns: vec![
            cell("row", Ask::Options(parts.to_vec())),
            choice("from", Day::WORDS, "week"),
            choice("to", Day::WORDS, "week"),
            cell("text", Ask::Text),
            choice("kind", WeekKind::WORDS, "week"),
        ],
    }]
}

impl DrawTable {
    /// Its values for the template.
    pub fn view(&self, all: &[Self], given: &Given, page: &dyn Host) -> Value {
        let columns = self.columns.iter().map(|column| {
            let of = column.of();
            let most = all.iter().find(|table| Some(table.id) == of).map_or(0, |table| table.most);
            let shown = all.iter().find(|table| Some(table.id) == of).map_or(0, |table| table.rows);
            let rows = (1..=most).map(|n| {
                let label = page.said(&format!("draw-{}-n", of.unwrap_or_default()), &[("n", n.to_string())]);
                map([
                    ("id", format!("{}.{n}", of.unwrap_or_default()).into()),
                    ("label", label.into()),
                    ("hidden", (n > shown).into()),
                ])
            });
            let named = if of.is_some() { given.iter().map(option).collect() } else { Vec::new() };
            let options =
                column.options(page).iter().map(option).chain(named).chain(rows).collect::<Vec<_>>();
            map([
                ("id", column.id.into()),
                ("label", self.said(column, page).into()),
                ("kind", column.word().into()),
                ("of", of.into()),
                ("options", options.into()),
            ])
        });
        let title = |part: &str| page.said(&format!("draw-{}{part}", self.id), &[]);
        map([
            ("id", self.id.into()),
            ("title", title("").into()),
            ("how", title("-how").into()),
            ("rows", self.rows.into()),
            ("most", self.most.into()),
            ("blocks", self.columns.iter().any(|column| matches!(column.ask, Ask::Rows(_))).into()),
            ("columns", columns.collect::<Vec<_>>().into()),
        ])
    }

    /// The fields that its answers are kept under.
    pub fn asked(&self, given: &Given, page: &dyn Host) -> Asked {
        let columns = self.columns.iter().map(|column| {
            let tick = matches!(column.ask, Ask::Tick).then(|| ("yes".to_owned(), "○".to_owned()));
            let named = if column.of().is_some() { given.to_vec() } else { Vec::new() };
            let options = column.options(page).into_iter().chain(named).chain(tick);
            let asked = Asked::new(column.id, &self.said(column, page)).options(options);
            let asked = asked.several(matches!(column.ask, Ask::Rows(_)));
            Asked { of: column.of().map(|_| "label"), ..asked }
        });
        let label = page.said(&format!("draw-{}", self.id), &[]);
        Asked { columns: columns.collect(), ..Asked::new(self.id, &label) }
    }

    fn said(&self, column: &Cell, page: &dyn Host) -> String {
        page.said(&format!("draw-{}-{}", self.id, column.id), &[])
    }
}

impl Cell {
    fn of(&self) -> Option<&'static str> {
        match self.ask {
            Ask::Row(table) | Ask::Rows(table) => Some(table),
            _ => None,
        }
    }

    fn word(&self) -> &'static str {
        match self.ask {
            Ask::Text => "text",
            Ask::Number => "number",
            Ask::Tick => "tick",
            Ask::Choice(..) | Ask::Options(_) | Ask::Row(_) => "choice",
            Ask::Rows(_) => "rows",
        }
    }

    fn options(&self, page: &dyn Host) -> Vec<(String, String)> {
        match &self.ask {
            Ask::Choice(words, key) => {
                words.iter().map(|it| ((*it).to_owned(), page.said(&format!("{key}-{it}"), &[]))).collect()
            }
            Ask::Options(options) => options.clone(),
            _ => Vec::new(),
        }
    }
}
