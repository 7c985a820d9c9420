//! Exercises: what a learner answers.
//!
//! A kind of exercise is one Rust file, `src/exercise/K.rs` (its shape in YAML, its checks, its values for templates, the
//! fields that its answers are kept under), with its `mod` line and its row in the table [`Task`] below, and one folder,
//! `themes/default/exercise/K/`: `form.html`, `after.html` if it has feedback of its own, `ja.ftl`, `en.ftl`, `K.css` and
//! `K.js` if it needs more than native controls. What every kind has besides (questions to write on, examples, a rubric)
//! is [`Common`].

mod check;
mod common;
mod drawn;
mod parts;

mod board;
mod checklist;
mod choice;
mod cloze;
mod concordance;
mod dialogue;
mod draw;
mod formulation;
mod incident;
mod r#match;
mod order;
mod rubric;
mod sheet;
mod sort;
mod staged;
mod tag;
mod worksheet;
mod write;

use serde_json::{Value as Json, json};
use tera::{Map, Value};

use crate::diagnostic::Code;
pub use crate::field::{Asked, Holds};
use crate::host::{Host, Values};
use crate::model::{Genogram, Kind};
use crate::yaml::{
    Decoder, Fields, Id, Named, Node, Record, Rich, RichWriter, Schemas, Shape, Text, View, Visitor,
};
pub use check::Checker;
pub use common::{Common, Example, Level, Rubric};
use drawn::drawn;
pub use parts::{Card, Group, Titled};
pub use sheet::{ExerciseSheet, SheetPart, SheetQuestion, SheetShape, SheetText};

/// What a kind of exercise defines. Only its checks are required: the rest is empty by default.
pub trait TaskKind {
    /// Reports what is wrong in it.
    fn check(&self, checker: &mut Checker<'_>);

    /// Ids that must differ from each other, list by list. Those of the first list are names of answers.
    fn ids(&self) -> Vec<Vec<&Id>> {
        Vec::new()
    }

    /// The fields that it has by itself, beside those of the file: their names, and the keys of their labels. Examples can
    /// answer them too. [`Self::asked`] lists them as well.
    fn own_fields(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// The other names that its answers are kept under, as `card` for `card.ID`. A field of the file may not have one of them,
    /// nor the name of an own field.
    fn own_names(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether the rubric is what is answered, not a rating of the answer.
    fn is_rating(&self) -> bool {
        false
    }

    /// The values for `form.html` and `after.html` that are computed; its fields are values without that.
    fn view(&self, _: &dyn Host) -> Values {
        Vec::new()
    }

    /// The values for `blank.html` of the blank `id` in one of its texts.
    fn blank(&self, _id: &str, _: &dyn Host) -> Option<Value> {
        None
    }

    /// The diagram that the learner builds: its page loads the drawing scripts.
    fn builds(&self) -> Option<Built<'_>> {
        None
    }

    /// What a panel of practitioners can weigh; `None` if it weighs nothing.
    fn weighed(&self) -> Option<Weighed<'_>> {
        None
    }

    /// The fields that its answers are kept under, in order.
    fn asked(&self, _: &dyn Host) -> Vec<Asked> {
        Vec::new()
    }

    /// It on paper. Names are those of [`Self::asked`]; what is shown only afterwards is not in it, and what is shuffled on the page is
    /// shuffled here too.
    fn sheet(&self, page: &dyn Host) -> ExerciseSheet<'_> {
        vec![SheetPart::of(self.asked(page))].into()
    }
}

/// What a panel of practitioners weighs.
pub struct Weighed<'a> {
    /// The case that it is about.
    pub case: Option<&'a str>,
    /// What becomes known, in order.
    pub rounds: Vec<WeighedRound<'a>>,
}

/// New information, and the hypothesis that it is weighed for.
pub struct WeighedRound<'a> {
    /// The id of the round.
    pub id: &'a Id,
    /// The hypothesis; `None` if it is misspelt.
    pub hypothesis: Option<&'a Card>,
    /// The stage of the case in which the information is known.
    pub stage: Option<&'a Id>,
    /// The new information.
    pub information: &'a Rich,
}

/// A diagram that a learner builds.
pub struct Built<'a> {
    /// The kind of diagram.
    pub kind: &'static str,
    /// What is there from the beginning, as the drawing takes it, with its places in the file.
    pub start: Option<Json>,
    /// The family that is there from the beginning.
    pub family: Option<&'a Genogram>,
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $module:ident $shape:ident $word:literal,)*) => {
        /// What is asked, by kind.
        #[derive(Debug, Clone)]
        pub enum Task {
            $($(#[doc = $doc])* $shape($module::$shape),)*
        }

        impl Task {
            /// The words of all kinds, as they are written.
            pub const WORDS: &[&str] = &[$($word),*];

            /// The word of its kind.
            #[must_use]
            pub fn word(&self) -> &'static str {
                match self { $(Self::$shape(_) => $word),* }
            }

            /// The task as its kind.
            #[must_use]
            pub fn kind(&self) -> &dyn TaskKind {
                match self { $(Self::$shape(task) => task),* }
            }

            fn take(word: &str, fields: &mut Fields<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
                match word {
                    $($word => $module::$shape::take(fields, decoder).map(Self::$shape),)*
                    _ => None,
                }
            }

            fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
                match self { $(Self::$shape(task) => task.visit(visitor)),* }
            }

            fn show(&self, view: &mut View<'_>) {
                match self { $(Self::$shape(task) => task.show(view)),* }
            }

            fn schemas(schemas: &mut Schemas) -> Vec<Json> {
                vec![$({
                    let doc = concat!($($doc),*);
                    schemas.record(concat!("Exercise: ", $word), doc, |schemas, record| {
                        record.field("kind", doc, true, json!({ "const": $word }));
                        Common::describe(schemas, record);
                        <$module::$shape as Record>::describe(schemas, record);
                    })
                }),*]
            }
        }
    };
}

kinds! {
    /// Options, each with what it would lead to.
    choice Questions "choice",
    /// Items, each to be paired with a choice.
    r#match Match "match",
    /// Cards to be put in order.
    order Order "order",
    /// Cards to be sorted into groups, or into the cells of a grid.
    sort Sort "sort",
    /// A text with blanks.
    cloze Cloze "cloze",
    /// A passage whose sentences are tagged.
    tag Tag "tag",
    /// Something to write, and examples to compare it with.
    write Write "write",
    /// Cards that learners write, group and name.
    board Board "board",
    /// A self-assessment, with evidence.
    rubric SelfRating "rubric",
    /// A checklist.
    checklist Checklist "checklist",
    /// An interview that branches.
    dialogue Dialogue "dialogue",
    /// A case read stage by stage.
    staged Staged "staged",
    /// An event, and facts that are learned by asking.
    incident Incident "incident",
    /// A hypothesis log for a case.
    formulation Ledger "formulation",
    /// A diagram that the learner builds.
    draw Draw "draw",
    /// New information, weighed for a hypothesis as a panel of practitioners weighed it.
    concordance Concordance "concordance",
    /// A form of the course to fill in.
    worksheet Sheet "worksheet",
}

/// An exercise: `exercises/<id>.yaml`.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// What every kind has.
    pub common: Common,
    /// What is asked, by kind.
    pub task: Task,
}

impl Shape for Exercise {
    /// The keys of the kind are in the same mapping as those that every kind has.
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields::<Self>(node)?;
        let word = fields.take::<Text>("kind", decoder);
        let common = Common::take(&mut fields, decoder);
        let Some(word) = word.filter(|word| {
            let is_known = Task::WORDS.contains(&&**word);
            if !is_known && let Some(node) = fields.node("kind") {
                let known = Task::WORDS.iter().copied();
                decoder.report(Code::UnknownValue, node.at, |it| {
                    it.with("value", &**word).with("known", Task::WORDS.join(", ")).near(word, known)
                });
            }
            is_known
        }) else {
            // The kind of its other keys is not known, so only what every kind needs is reported as missing.
            fields.finish_missing(decoder);
            return None;
        };
        let task = Task::take(&word, &mut fields, decoder);
        fields.finish(decoder);
        Some(Self { common: common?, task: task? })
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        self.common.visit(visitor);
        self.task.visit(visitor);
    }

    fn schema(schemas: &mut Schemas) -> Json {
        json!({ "anyOf": Task::schemas(schemas) })
    }

    fn view(&self, writer: &dyn RichWriter) -> Value {
        self.shown(View::with(writer, [])).into()
    }
}

impl Named for Exercise {
    const KIND: Kind = Kind::Exercise;
}

impl Exercise {
    /// Its values for the templates; `fields` are those of the questions to write on.
    #[must_use]
    pub fn values(&self, fields: Value, page: &dyn Host) -> Map {
        let kind = self.task.kind();
        let own = [("kind", self.task.word().into()), ("fields", fields)];
        let computed = own.into_iter().chain(self.common.view(kind, page)).chain(kind.view(page));
        self.shown(View::with(page, computed))
    }

    fn shown(&self, mut view: View<'_>) -> Map {
        self.common.show(&mut view);
        self.task.show(&mut view);
        view.finish()
    }

    /// The fields that its answers are kept under, in the order of the page.
    #[must_use]
    pub fn asked(&self, page: &dyn Host) -> Vec<Asked> {
        let mut asked = self.task.kind().asked(page);
        asked.extend(self.common.asked(page));
        asked
    }
}
