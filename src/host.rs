//! The page that a field type or a kind of exercise is shown on, as they see it.
//!
//! They know the trait, not the renderer: [`crate::render`] implements it.

use serde_json::Value as Json;
use tera::Value;

use crate::yaml::RichWriter;

/// Named values of a template.
pub type Values = Vec<(&'static str, Value)>;

/// What a field type or a kind of exercise may ask of its page.
pub trait Host: RichWriter {
    /// Words of the site.
    fn said(&self, key: &str, arguments: &[(&'static str, String)]) -> String;
    /// The template `template` of the theme as HTML, with `values` under `name`.
    fn part(&self, template: &str, name: &'static str, values: Value) -> Value;
    /// The id of the exercise.
    fn exercise(&self) -> &str;
    /// The title, the sentence, the address from the site's root, and the number of fields of a form.
    fn form(&self, id: &str) -> Value;
    /// The title and the address of a member of a set of principles, from the page.
    fn member(&self, set: &str, member: &str) -> Value;
    /// The title and the text of a stage of a case.
    fn stage(&self, case: &str, stage: &str) -> (Value, Value);
    /// The stages of a case with their texts, whose sentences can be pointed at beside the case itself: their ids are in
    /// `data-s`.
    fn passages(&self, case: &str) -> Value;
    /// What a case's diagram of a kind shows in a stage.
    fn shown(&self, case: &str, stage: &str, kind: &str) -> Option<Json>;
    /// A drawn diagram, and the same in words.
    fn drawn(&self, kind: &str, data: &Json) -> Value;
    /// A diagram in words, one line each.
    fn in_words(&self, kind: &str, data: &Json) -> Vec<String>;
    /// How a panel weighed the rounds of an exercise; none if there is no panel.
    fn panel(&self, exercise: &str) -> Value;
    /// The title, the address, the notes, the strengths and the formulations of a case.
    fn case(&self, id: &str) -> Value;
}
