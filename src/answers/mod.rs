//! The answer file: what a learner takes along. Its format is a published JSON Schema.

mod earlier;
mod file;

pub use file::{
    AnswerEntry, AnswerValue, AnsweredSheet, CourseExported, Exported, InOrder, OtherAnswer, Position,
    Unusable, is_field, is_time,
};

/// The JSON Schema of an answer file.
pub const SCHEMA: &str = include_str!("answers.schema.json");

/// The JSON Schema of a review file: one reviewer's comments on the answers of one learner.
pub const REVIEW_SCHEMA: &str = include_str!("review.schema.json");
