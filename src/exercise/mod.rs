//! Exercises: what a learner answers.
//!
//! A kind of exercise is one name in four places: `src/exercise/K.rs` (its shape in YAML, its checks, its values for the
//! template, the fields its answers are kept under), `themes/default/templates/exercise/K.html`,
//! `themes/default/scripts/exercise/K.js` where it does more than a form does by itself, and `tests/sites/exercise-K/`.
//! The table [`Task`] lists them. What every kind has besides — questions to write on, examples, a rubric — is [`Common`].

mod asked;
mod board;
mod check;
mod checklist;
mod choice;
mod cloze;
mod common;
mod dialogue;
mod draw;
mod drawing_form;
mod formulation;
pub mod given;
mod incident;
mod r#match;
mod order;
mod parts;
mod rubric;
mod sort;
mod staged;
mod tag;
mod worksheet;
mod write;

use serde_json::{Value as Json, json};
use tera::Value;

use crate::diagnostic::Code;
use crate::model::Kind;
use crate::yaml::{Decoder, Fields, Id, Named, Node, Record, Rich, Schemas, Shape, Text, Visitor};
pub use asked::{Asked, asked_of_fields};
pub use check::Checker;
pub use common::{Common, Example, Level, Rubric};
pub use draw::Start;
pub use parts::{Card, Group, Titled};

/// What a kind of exercise tells of itself.
pub trait TaskKind {
    /// Tells what is wrong in it.
    fn check(&self, checker: &mut Checker<'_>);

    /// Ids that differ among themselves. Those of the first list are names of answers.
    fn ids(&self) -> Vec<Vec<&Id>>;

    /// The fields that it has by itself, beside those of the file: their names, and the words that label them. Examples can
    /// answer them too.
    fn own_fields(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// Its values for the template.
    fn view(&self, page: &dyn Page) -> Vec<(&'static str, Value)>;

    /// The fields that its answers are kept under, in order.
    fn asked(&self, page: &dyn Page) -> Vec<Asked>;
}

/// What a view may ask of the page that it stands on.
pub trait Page {
    /// A text as HTML, for a template.
    fn rich(&self, text: &Rich) -> Value;
    /// Words of the site.
    fn said(&self, key: &str, arguments: &[(&'static str, String)]) -> String;
    /// The id of the exercise.
    fn exercise(&self) -> &str;
    /// The title, the sentence, the address from the site's root, and the number of fields of a form.
    fn form(&self, id: &str) -> Value;
    /// The title and the address of a member of a set of principles, from the page.
    fn member(&self, set: &str, member: &str) -> Value;
    /// The title and the text of a stage of a case.
    fn stage(&self, case: &str, stage: &str) -> (Value, Value);
    /// The stages of a case with their texts, whose sentences can be pointed at beside the case itself: their ids stand in
    /// `data-s`.
    fn passages(&self, case: &str) -> Value;
    /// What a case's diagram of a kind shows in a stage.
    fn shown(&self, case: &str, stage: &str, kind: &str) -> Option<Json>;
    /// A diagram drawn, and the same in words.
    fn drawn(&self, kind: &str, data: &Json) -> Value;
    /// The title, the address, the notes, the strengths and the formulations of a case.
    fn case(&self, id: &str) -> Value;
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

            /// What its kind tells of it.
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
    choice Choice "choice",
    /// Items, each to be paired with a choice.
    r#match Match "match",
    /// Cards to be put in order.
    order Order "order",
    /// Cards to be sorted into groups, or into the cells of a grid.
    sort Sort "sort",
    /// A text with blanks.
    cloze Cloze "cloze",
    /// A passage whose sentences are marked.
    tag Tag "tag",
    /// Something to write, and examples to compare it with.
    write Write "write",
    /// Cards to be made, grouped and named.
    board Board "board",
    /// A rating of oneself, with evidence.
    rubric SelfRating "rubric",
    /// Points to go through.
    checklist Checklist "checklist",
    /// An interview that branches.
    dialogue Dialogue "dialogue",
    /// A case read stage by stage.
    staged Staged "staged",
    /// An event, and facts that are learned by asking.
    incident Incident "incident",
    /// A ledger of hypotheses on a case.
    formulation Formulation "formulation",
    /// A diagram that the learner builds.
    draw Draw "draw",
    /// A form of the course to be filled.
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
    /// The keys of the kind stand beside those that every kind has.
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node)?;
        let word = fields.take::<Text>("kind", decoder);
        let common = Common::take(&mut fields, decoder);
        let Some(word) = word.filter(|word| {
            let is_known = Task::WORDS.contains(&&**word);
            if !is_known && let Some(node) = fields.node("kind") {
                let known = Task::WORDS.iter().copied();
                decoder.tell(Code::UnknownValue, node.at, |it| {
                    it.with("value", &**word).with("known", Task::WORDS.join(", ")).near(word, known)
                });
            }
            is_known
        }) else {
            // Of which kind its other keys are cannot be told: only what is surely missing is.
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
}

impl Named for Exercise {
    const KIND: Kind = Kind::Exercise;
}

impl Exercise {
    /// The fields that its answers are kept under, in the order of the page.
    #[must_use]
    pub fn asked(&self, page: &dyn Page) -> Vec<Asked> {
        let mut asked = self.task.kind().asked(page);
        asked.extend(self.common.asked(page));
        asked
    }
}
